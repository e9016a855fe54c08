"""The cards: what is in dispute, its numbered versions with who supports each, and how it was decided."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPen
from PySide6.QtWidgets import QAbstractItemView, QListView, QStyle, QStyledItemDelegate
from PySide6.QtWidgets import QStyleOptionViewItem as Option
from typing_extensions import override

from ...models.layer import Entity, Relation
from ...models.review import Case
from ...models.review_cards import Card, Mark, Version
from .. import fonts
from ..guard import guarded
from ..look import Look
from ..translate import tr

CARD = int(Qt.ItemDataRole.UserRole)
_HEAD, _ROW, _PAD, _SIDE, _CAP, _AVATAR, _END = 34, 32, 10, 16, 20, 20, 90
Index = QModelIndex | QPersistentModelIndex


def kind_name(kind: str) -> str:
    """Return a kind of dispute in the user's language."""
    return {
        "boundary": tr("Boundary"),
        "label": tr("Label"),
        "missing": tr("Missing"),
        "relation": tr("Relation"),
        "attribute": tr("Attribute"),
    }[kind]


def verdict_name(verdict: str) -> str:
    """Return how a card was decided, in the user's language."""
    return {
        "taken": tr("decided"),
        "several": tr("several kept"),
        "edited": tr("corrected"),
        "none": tr("none is right"),
    }[verdict]


class CardModel(QAbstractListModel):
    """The disputed cards of a case, in text order."""

    def __init__(self) -> None:
        super().__init__()
        self.case: Case | None = None
        self.cards: tuple[Card, ...] = ()
        self.names: Mapping[str, str] = {}

    def show(self, case: Case | None, cards: Sequence[Card], names: Mapping[str, str]) -> list[int]:
        """Show other cards; where they are the same places, the list stays, and the rows that differ are returned."""
        before, same = self.cards, [_outline(card) for card in cards] == [_outline(card) for card in self.cards]
        renamed = self.names != names
        if not same:
            self.beginResetModel()
        self.case, self.cards, self.names = case, tuple(cards), names
        if not same:
            self.endResetModel()
            return []
        return [row for row, card in enumerate(self.cards) if renamed or card is not before[row]]

    def place(self, card_id: str) -> int:
        """Return where a card stands, -1 where it does not."""
        return next((at for at, card in enumerate(self.cards) if card.id == card_id), -1)

    @override
    @guarded(0)
    def rowCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self.cards)

    @override
    @guarded(None)
    def data(self, index: Index, role: int = int(Qt.ItemDataRole.DisplayRole)) -> Any:
        if not 0 <= index.row() < len(self.cards):
            return None
        card = self.cards[index.row()]
        if role == CARD:
            return card
        if role == Qt.ItemDataRole.AccessibleTextRole and self.case is not None:
            return f"{kind_name(card.kinds[0])} {self.surface(card)}"
        return None

    def surface(self, card: Card) -> str:
        """Return the text that a card is about."""
        if self.case is None:
            return ""
        return " ".join(self.case.article.text[card.start : card.end].split())


class CardList(QListView):
    """The list of cards."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self.rows = CardModel()
        self.setModel(self.rows)
        self.setItemDelegate(_CardDelegate(look, self.rows, self))
        self.setMouseTracking(True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)

    def show_cards(self, case: Case | None, cards: Sequence[Card], names: Mapping[str, str]) -> None:
        """Show other cards; what stays is not painted again."""
        # Telling of changed data would have every row measured again.
        for row in self.rows.show(case, cards, names):
            self.update(self.rows.index(row))


def _outline(card: Card) -> tuple[str, int]:
    return card.id, len(card.versions)


class _CardDelegate(QStyledItemDelegate):
    def __init__(self, look: Look, model: CardModel, parent: CardList) -> None:
        super().__init__(parent)
        self._look, self._model = look, model
        self._faces: dict[tuple[int, bool], tuple[QFont, QFontMetricsF]] = {}

    def _face(self, pixels: int, *, bold: bool = False) -> tuple[QFont, QFontMetricsF]:
        """Return a font with its measures, which are dear to make for each piece of text."""
        found = self._faces.get((pixels, bold))
        if found is None:
            font = fonts.interface(pixels, QFont.Weight.DemiBold if bold else QFont.Weight.Normal)
            found = self._faces[pixels, bold] = (font, QFontMetricsF(font))
        return found

    @override
    @guarded(QSize(300, 100))
    def sizeHint(self, option: Option, index: Index) -> QSize:
        card = index.data(CARD)
        rows = max(1, len(card.versions)) if isinstance(card, Card) else 1
        return QSize(280, _HEAD + rows * _ROW + _PAD)

    @override
    @guarded()
    def paint(self, painter: QPainter, option: Option, index: Index) -> None:
        card, case = index.data(CARD), self._model.case
        if not isinstance(card, Card) or case is None:
            return
        theme, box = self._look.theme, QRectF(option.rect)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if option.state & QStyle.StateFlag.State_Selected:
            painter.fillRect(box, theme.colour("paper"))
            painter.fillRect(QRectF(box.x(), box.y(), 3, box.height()), theme.colour("accent"))
        elif option.state & QStyle.StateFlag.State_MouseOver:
            painter.fillRect(box, theme.colour("soft"))
        painter.setPen(theme.colour("line"))
        painter.drawLine(box.bottomLeft(), box.bottomRight())
        self._paint_head(painter, box, card, index.row() + 1)
        for place, version in enumerate(card.versions):
            y = box.y() + _HEAD + place * _ROW
            self._paint_version(
                painter, QRectF(box.x() + _SIDE, y, box.width() - 2 * _SIDE, _ROW - 2), card, version, case
            )
        painter.restore()

    def _paint_head(self, painter: QPainter, box: QRectF, card: Card, number: int) -> None:
        theme = self._look.theme
        badge = QRectF(box.x() + _SIDE, box.y() + 9, 20, 18)
        done = not card.open
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.colour("soft" if done else "warn_soft"))
        painter.drawRoundedRect(badge, 4, 4)
        role = "muted" if done else "warn"
        self._text(painter, badge, "✓" if done else str(number), fonts.CHIP_PIXELS, role, centre=True, bold=True)
        kinds = " · ".join(kind_name(kind) for kind in card.kinds) or verdict_name("taken")
        at = badge.right() + 8
        width = self._face(fonts.INTERFACE_PIXELS, bold=True)[1].horizontalAdvance(kinds)
        self._text(painter, QRectF(at, box.y() + 7, width + 4, 22), kinds, fonts.INTERFACE_PIXELS, "text", bold=True)
        state = ""
        if card.stale:
            state = tr("changed since")
        elif card.decision is not None:
            state = verdict_name(card.decision.verdict)
        elif card.decided:
            state = verdict_name("taken")
        right = box.right() - _SIDE - self._face(fonts.SMALL_PIXELS)[1].horizontalAdvance(state)
        self._text(painter, QRectF(right, box.y() + 7, box.right() - _SIDE - right + 2, 22), state, 12,
                   "warn" if card.stale else "ok")  # fmt: skip
        room = QRectF(at + width + 8, box.y() + 7, right - at - width - 16, 22)
        self._text(painter, room, self._model.surface(card), fonts.SMALL_PIXELS, "muted")

    def _paint_version(self, painter: QPainter, box: QRectF, card: Card, version: Version, case: Case) -> None:
        theme = self._look.theme
        chosen = card.decision is not None and card.decided and _is_gold(card, version)
        if chosen:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theme.colour("accent_soft"))
            painter.drawRoundedRect(box.adjusted(-6, 0, 6, 0), 4, 4)
        cap = QRectF(box.x(), box.center().y() - 9, _CAP, 18)
        painter.setPen(QPen(theme.colour("border"), 1))
        painter.setBrush(theme.colour("paper"))
        painter.drawRoundedRect(cap.adjusted(0.5, 0.5, -0.5, -0.5), 4, 4)
        self._text(painter, cap, str(version.number), fonts.CHIP_PIXELS, "muted", centre=True)
        right = box.right()
        for name in reversed(version.by):
            right -= _AVATAR
            self._avatar(painter, QRectF(right, box.center().y() - _AVATAR / 2, _AVATAR - 2, _AVATAR - 2), name)
        room = QRectF(cap.right() + 8, box.y(), right - cap.right() - 14, box.height())
        if not version.marks:
            self._text(painter, room, tr("Not marked"), fonts.INTERFACE_PIXELS, "muted")
        else:
            self._paint_marks(painter, room, version.marks, case, card)

    def _paint_marks(self, painter: QPainter, room: QRectF, marks: Sequence[Mark], case: Case, card: Card) -> None:
        for mark in marks:
            if room.width() < 24:
                return
            if isinstance(mark, Entity):
                room.setLeft(room.left() + self._chip(painter, room, mark.label, case) + 6)
                text = " ".join(mark.surface(case.article.text).split())
                room.setLeft(room.left() + self._text(painter, room, text, 14, "text") + 10)
            else:
                self._paint_relation(painter, room, mark, case, card)

    def _paint_relation(self, painter: QPainter, room: QRectF, mark: Relation, case: Case, card: Card) -> None:
        ends = {end.id: end for end in card.ends}
        kind = case.schema.relation_type(mark.label).name.in_language(self._look.language)
        for piece in (ends.get(mark.head), f"{kind} →", ends.get(mark.tail)):
            if isinstance(piece, Entity):
                room.setLeft(room.left() + self._chip(painter, room, piece.label, case) + 4)
                text = " ".join(piece.surface(case.article.text).split())
                narrow = QRectF(room.x(), room.y(), min(_END, room.width()), room.height())
                room.setLeft(room.left() + self._text(painter, narrow, text, 12, "muted") + 6)
            elif piece:
                room.setLeft(room.left() + self._text(painter, room, piece, 12, "text") + 6)

    def _chip(self, painter: QPainter, room: QRectF, label: str, case: Case) -> float:
        theme, kind = self._look.theme, case.schema.entity_type(label)
        font, metrics = self._face(fonts.CHIP_PIXELS, bold=True)
        name = kind.short.in_language(self._look.language)
        width = min(room.width(), metrics.horizontalAdvance(name) + 13)
        ground = QColor(theme.ink(kind))
        ground.setAlphaF(theme.chip_alpha)
        chip = QRectF(room.x(), room.center().y() - 9, width, 18)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(ground)
        painter.drawRoundedRect(chip, 4, 4)
        painter.setFont(font)
        painter.setPen(theme.ink(kind))
        painter.drawText(chip, int(Qt.AlignmentFlag.AlignCenter), name)
        return width

    def _avatar(self, painter: QPainter, box: QRectF, name: str) -> None:
        theme = self._look.theme
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.colour("soft"))
        painter.drawEllipse(box)
        shown = self._model.names.get(name, name)
        self._text(painter, box, initials(shown), 10, "text", centre=True, bold=True)

    def _text(
        self,
        painter: QPainter,
        box: QRectF,
        text: str,
        pixels: int,
        role: str,
        *,
        centre: bool = False,
        bold: bool = False,
    ) -> float:
        font, metrics = self._face(pixels, bold=bold)
        painter.setFont(font)
        painter.setPen(self._look.theme.colour(role))
        shown = text if centre else metrics.elidedText(text, Qt.TextElideMode.ElideRight, box.width())
        side = Qt.AlignmentFlag.AlignCenter if centre else Qt.AlignmentFlag.AlignVCenter
        painter.drawText(box, int(side | Qt.TextFlag.TextSingleLine), shown)
        return metrics.horizontalAdvance(shown)


def initials(name: str) -> str:
    """Return what stands for a person in a small disc: the first letter, or two for an alias such as “A4”."""
    last = name.rsplit(maxsplit=1)[-1] if name.split() else name
    return last[:2].upper() if last[:1].isascii() else last[:2] if last[1:2].isdigit() else last[:1]


def _is_gold(card: Card, version: Version) -> bool:
    """Tell whether a version is what stands in gold."""
    if not version.marks:
        return not card.gold
    return all(any(_same(mark, gold) for gold in card.gold) for mark in version.marks)


def _same(one: Mark, other: Mark) -> bool:
    if isinstance(one, Entity) and isinstance(other, Entity):
        return (one.label, one.ranges, dict(one.attributes)) == (other.label, other.ranges, dict(other.attributes))
    if isinstance(one, Relation) and isinstance(other, Relation):
        return (one.label, one.head, one.tail) == (other.label, other.head, other.tail)
    return False
