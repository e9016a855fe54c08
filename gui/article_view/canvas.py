"""The canvas: one article laid out and painted, whatever widget shows it."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from PySide6.QtCore import QRect
from PySide6.QtGui import QPainter

from ..open_article import OpenArticle
from ..theme import LIGHT, Theme
from .compose import Composer
from .document import Document, Placed
from .frames import FramePainter
from .metrics import make_fonts
from .overlay import OverlayPainter
from .painting import LinePainter
from .pixmaps import Pixmaps
from .proposal_painting import paint_proposals
from .route import Points, route
from .scene import Scene

_AHEAD = 60_000  # code points to either side that are laid out when nothing else is to be done
REACH = 24  # a frame or an arrow may stick out of its line


class Canvas:
    """Fonts, theme, language, layout and passing state of what is shown."""

    def __init__(self) -> None:
        self.theme: Theme = LIGHT
        self.language = "th"
        self.fonts = make_fonts()
        self.scene = Scene()
        self.document: Document | None = None
        self.paint_below: Callable[[QPainter, list[Placed], float], None] | None = None
        self._pixmaps: Pixmaps | None = None
        self._room = 0.0

    def show(self, opened: OpenArticle, width: float) -> None:
        """Lay out an article."""
        composer = Composer(opened.schema, self.fonts, self.language)
        self.document = Document(opened, self.fonts, composer, width)
        self._pixmaps = None

    def restyle(self, theme: Theme) -> None:
        """Take another theme; nothing moves."""
        self.theme, self._pixmaps = theme, None

    def speak(self, language: str) -> None:
        """Take another language; labels are measured anew."""
        self.language, self._pixmaps = language, None
        if self.document is not None:
            self.document.composer = Composer(self.document.opened.schema, self.fonts, language)
            self.document.touch_all()

    def settle(self, scroll: float, height: float) -> tuple[float, list[Placed], Points]:
        """Lay out what is visible; return where to scroll so that it stays put, its lines, and the route."""
        document, self._room = self.document, height
        if document is None:
            return scroll, [], []
        anchor = document.block_at(scroll)
        within = scroll - float(document.tops[anchor])
        points = route(document, self.scene.focus if self.scene.source is None else None)
        moved = float(document.tops[anchor]) + within
        lines = list(document.visible(moved - REACH, moved + height + REACH))
        settled = float(document.tops[anchor]) + within
        if settled != moved:
            lines = list(document.visible(settled - REACH, settled + height + REACH))
        return settled, lines, points

    def paint(self, painter: QPainter, scroll: float, region: QRect, lines: list[Placed], points: Points) -> None:
        """Paint the lines of a region of the viewport and what lies over them."""
        top, bottom = scroll + region.top() - REACH, scroll + region.bottom() + REACH
        lines = [placed for placed in lines if placed.top < bottom and top < placed.top + placed.line.height]
        document = self.document
        if document is None:
            return
        ratio = painter.device().devicePixelRatioF()
        if self._pixmaps is None or self._pixmaps.ratio != ratio:
            self._pixmaps = Pixmaps(self.theme, self.fonts, document.composer, ratio)
        LinePainter(painter, document, self.scene, self.theme, self._pixmaps, scroll).paint(lines)
        overlay = OverlayPainter(painter, document, self.scene, self.theme, self._pixmaps, scroll)
        paint_proposals(painter, lines, document, self.scene, self.theme, self._pixmaps, scroll, self._room)
        FramePainter(painter, document, self.scene, self.theme, scroll).paint(lines)
        if self.paint_below is not None:
            self.paint_below(painter, lines, scroll)
        overlay.route(points)
        overlay.focus(lines)
        overlay.caret(lines)
        overlay.hints(lines)
        overlay.drag()
        overlay.choices()

    def lay_some(self, near: int) -> Iterator[None]:
        """Lay out block after block, from *near* outwards, one for each step.

        Of a very long article the far ends stay estimates: their glyphs would cost more memory than they are worth.
        """
        while self.document is not None:
            index = self.document.unknown(near)
            if index is None or abs(self.document.blocks[index].start - self.document.blocks[near].start) > _AHEAD:
                return
            self.document.ensure(index)
            yield
