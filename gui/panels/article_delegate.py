"""How one article looks in the list: its title, a status shape, its counts and its id."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem
from typing_extensions import override

from ...storage.articles import ArticleSummary
from .. import fonts
from ..guard import guarded
from ..look import Look
from ..shapes import paint_status
from ..theme import Theme
from ..translate import tr
from .article_model import SUMMARY

ROW = 64
_SIDE = 16
_SHAPE = 14


def counts_text(summary: ArticleSummary) -> str:
    """Return “31 entities · 14 relations”, or how far the article is where there are none."""
    if not summary.entities:
        return tr("Not begun") if summary.status == "todo" else tr("No entities")
    entities = tr("{n} entities", n=summary.entities)
    return f"{entities} · {tr('{n} relations', n=summary.relations)}" if summary.relations else entities


class ArticleDelegate(QStyledItemDelegate):
    """Paints one line of the list; the open article has an edge in the accent colour."""

    def __init__(self, look: Look, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._look = look

    @override
    @guarded(QSize(200, ROW))
    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        return QSize(200, ROW)

    @override
    @guarded()
    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        summary = index.data(SUMMARY)
        if not isinstance(summary, ArticleSummary):
            return
        theme = self._look.theme
        rect, state = QRectF(option.rect), option.state
        selected = bool(state & QStyle.StateFlag.State_Selected)
        painter.save()
        if selected:
            painter.fillRect(rect, theme.colour("accent_soft"))
            painter.fillRect(QRectF(rect.x(), rect.y(), 3, rect.height()), theme.colour("accent"))
        elif state & QStyle.StateFlag.State_MouseOver:
            painter.fillRect(rect, theme.colour("soft"))
        if state & QStyle.StateFlag.State_HasFocus:
            painter.setPen(theme.colour("accent"))
            painter.drawRect(rect.adjusted(0.5, 0.5, -1.5, -1.5))
        self._paint_texts(painter, rect.adjusted(_SIDE, 0, -12, 0), summary, theme, selected=selected)
        painter.restore()

    def _paint_texts(
        self, painter: QPainter, box: QRectF, summary: ArticleSummary, theme: Theme, *, selected: bool
    ) -> None:
        top = QRectF(box.x(), box.y() + 8, box.width(), 24)
        below = QRectF(box.x(), box.y() + 33, box.width(), 22)
        title = " ".join(summary.title.split()) or summary.id
        weight = QFont.Weight.Medium if summary.status != "todo" else QFont.Weight.Normal
        _text(painter, top, title, fonts.interface(weight=weight), theme.colour("text"))
        paint_status(painter, summary.status, QRectF(below.x(), below.y() + 4, _SHAPE, _SHAPE), theme)
        quiet = theme.colour("muted" if selected else "faint")
        small = fonts.interface(fonts.SMALL_PIXELS)
        left = below.adjusted(_SHAPE + 8, 0, 0, 0)
        counts = counts_text(summary)
        _text(painter, left, counts, small, theme.colour("muted"))
        used = QFontMetricsF(small).horizontalAdvance(counts) + 12
        tiny = fonts.interface(fonts.CHIP_PIXELS)
        # Half an id names nothing.
        if QFontMetricsF(tiny).horizontalAdvance(summary.id) <= left.width() - used:
            _text(painter, left.adjusted(used, 0, 0, 0), summary.id, tiny, quiet, Qt.AlignmentFlag.AlignRight)


def _text(
    painter: QPainter,
    box: QRectF,
    text: str,
    font: QFont,
    colour: QColor,
    side: Qt.AlignmentFlag = Qt.AlignmentFlag.AlignLeft,
) -> None:
    painter.setFont(font)
    painter.setPen(colour)
    shown = QFontMetricsF(font).elidedText(text, Qt.TextElideMode.ElideRight, box.width())
    painter.drawText(box, int(side | Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine), shown)
