"""The strip at the top of the view that says what is being made and which keys go on."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QFont, QFontMetricsF, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from ...models.schema import EntityType
from ..fonts import CHIP_PIXELS, INTERFACE_PIXELS, SMALL_PIXELS, interface
from ..guard import guarded
from ..theme import LIGHT, Theme
from .keycaps import key_caps
from .metrics import CHIP, CHIP_PAD, GUTTER, RADIUS_CHIP

HEIGHT = 36
_GAP, _CAP_PAD, _LONGEST = 8.0, 6.0, 240.0
_CENTRE = int(Qt.AlignmentFlag.AlignCenter)
_LEFT = int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft)


class Says(NamedTuple):
    """What the strip says: what is made, from or to which entity, what is asked, and (chord, title) of keys."""

    what: str
    preposition: str = ""
    kind: EntityType | None = None
    chip: str = ""
    surface: str = ""
    ask: str = ""
    keys: Sequence[tuple[str, str]] = ()


class Banner(QWidget):
    """A line with chip and keycaps; `wanted(int)` asks for room above the article, or gives it back."""

    wanted = Signal(int)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme: Theme = LIGHT
        self._says: Says | None = None
        self.hide()

    def restyle(self, theme: Theme) -> None:
        """Take another theme."""
        self._theme = theme
        self.update()

    def text(self) -> str:
        """Return what it says, without the keys."""
        says = self._says
        return " ".join(filter(None, (says.what, says.preposition, says.surface, says.ask))) if says is not None else ""

    def tell(self, says: Says | str) -> None:
        """Say something, or nothing."""
        self._says = (Says(says) if says else None) if isinstance(says, str) else says
        self.setAccessibleName(self.text())
        shown = self._says is not None
        if shown == self.isHidden():
            self.setVisible(shown)
            self.wanted.emit(HEIGHT if shown else 0)
        self.update()

    def place(self, width: int) -> None:
        """Stand at the top."""
        self.setGeometry(0, 0, width, HEIGHT)

    @guarded()
    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        says = self._says
        if says is None:
            return
        with QPainter(self) as painter:
            painter.fillRect(self.rect(), self._theme.colour("accent_soft"))
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            right = self._keys(painter, says.keys)
            self._sentence(painter, says, right)

    def _keys(self, painter: QPainter, keys: Sequence[tuple[str, str]]) -> float:
        """Paint the keys from the right edge; return where they begin. Where room is short the first ones go."""
        x = self.width() - 16.0
        for chord, title in reversed(keys):
            caps = key_caps(chord)
            small = QFontMetricsF(interface(SMALL_PIXELS))
            widths = [max(19.0, small.horizontalAdvance(cap) + 2 * _CAP_PAD) for cap in caps]
            wide = sum(widths) + 3 * len(widths) + small.horizontalAdvance(title) + 3
            if x - wide < self.width() * 0.5:
                break
            x -= wide
            at = x
            painter.setFont(interface(SMALL_PIXELS))
            for cap, width in zip(caps, widths, strict=True):
                box = QRectF(at, (HEIGHT - 19) / 2, width, 19)
                painter.setPen(self._theme.colour("border"))
                painter.setBrush(self._theme.colour("paper"))
                painter.drawRoundedRect(box.adjusted(0.5, 0.5, -0.5, -0.5), RADIUS_CHIP, RADIUS_CHIP)
                painter.setPen(self._theme.colour("text"))
                painter.drawText(box, _CENTRE, cap)
                at += width + 3
            painter.setPen(self._theme.colour("accent_text"))
            painter.drawText(QRectF(at + 3, 0, small.horizontalAdvance(title) + 2, HEIGHT), _LEFT, title)
            x -= 2 * _GAP
        return x

    def _sentence(self, painter: QPainter, says: Says, right: float) -> None:
        strong, small = interface(INTERFACE_PIXELS, QFont.Weight.DemiBold), interface(SMALL_PIXELS)
        if says.kind is None:
            self._word(painter, GUTTER, says.what, interface(), "accent_text", right)
            return
        x = self._word(painter, GUTTER, says.what, strong, "accent_text", right)
        x = self._word(painter, x, says.preposition, small, "muted", right)
        bold = interface(CHIP_PIXELS, QFont.Weight.DemiBold)
        box = QRectF(x, (HEIGHT - CHIP) / 2, QFontMetricsF(bold).horizontalAdvance(says.chip) + 2 * CHIP_PAD, CHIP)
        if box.right() < right:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(self._theme.ink(says.kind))
            painter.drawRoundedRect(box, RADIUS_CHIP, RADIUS_CHIP)
            painter.setFont(bold)
            painter.setPen(self._theme.colour("on_ink"))
            painter.drawText(box, _CENTRE, says.chip)
            x = box.right() + _GAP
        x = self._word(painter, x, says.surface, interface(), "text", min(right, x + _LONGEST))
        self._word(painter, x, f"→ {says.ask}", small, "muted", right)

    def _word(self, painter: QPainter, x: float, text: str, font: QFont, colour: str, right: float) -> float:
        painter.setFont(font)
        painter.setPen(self._theme.colour(colour))
        metrics = QFontMetricsF(font)
        shown = metrics.elidedText(" ".join(text.split()), Qt.TextElideMode.ElideRight, max(0.0, right - x))
        width = metrics.horizontalAdvance(shown)
        painter.drawText(QRectF(x, 0, width + 1, HEIGHT), _LEFT, shown)
        return x + width + _GAP
