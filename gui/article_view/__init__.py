"""The article view: the heart of the window, with its own layout, painting, hit testing, mouse and keyboard."""

from .view import ArticleView

__all__ = ["ArticleView"]
