"""Panels: the parts of the main window around the article view."""
