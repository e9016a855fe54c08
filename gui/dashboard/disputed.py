"""The articles that people agree on least; Enter or a double click opens one in the review."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter
from typing_extensions import override

from ...models.agreement_values import ArticleAgreement
from ..look import Look
from ..translate import tr
from .chart import Chart, Drawn, Spot
from .drawing import RIGHT, SMALL, draw_words, draw_wrapped, fill

MOST = 8
_ROW, _HEAD, _ID, _F1, _PLACES = 46, 26, 96, 52, 52


class Disputed(NamedTuple):
    """An article with its title."""

    agreement: ArticleAgreement
    title: str


def most_disputed(articles: Sequence[ArticleAgreement]) -> list[ArticleAgreement]:
    """Return the articles with conflicts, the lowest agreement first; those without a number have nothing to open."""
    found = [one for one in articles if sum(one.disputes.values())]
    return sorted(found, key=lambda one: (1.0 if one.f1 is None else one.f1, -sum(one.disputes.values()), one.article))


def difference_name(kind: str) -> str:
    """Return a kind of conflict in the user's language."""
    names = {"boundary": tr("boundary"), "label": tr("label"), "missing": tr("missing"), "relation": tr("relation")}
    return names.get(kind, kind)


class DisputedArticles(Chart):
    """The list; `chosen` carries an article's id."""

    steady = True

    def __init__(self, look: Look) -> None:
        super().__init__(look, 300)
        self._articles: Sequence[Disputed] = ()

    def show_articles(self, articles: Sequence[Disputed]) -> None:
        """Show these articles."""
        self._articles = articles
        self.title = tr("Articles most in dispute")
        self.arrange()

    @override
    def draw(self, painter: QPainter, width: float) -> Drawn:
        theme = self.look.theme
        if not self._articles:
            return Drawn(draw_wrapped(painter, 0, 2, width, tr("No article is in dispute."), theme.colour("muted")) + 8)
        head = QRectF(8, 0, width - 16, _HEAD)
        muted = theme.colour("muted")
        draw_words(painter, head, tr("Id"), muted, SMALL)
        draw_words(painter, head.adjusted(_ID, 0, 0, 0), tr("Title"), muted, SMALL)
        draw_words(painter, head.adjusted(0, 0, -_PLACES, 0), "F1", muted, SMALL, RIGHT)
        draw_words(painter, head, tr("Places"), muted, SMALL, RIGHT)
        fill(painter, QRectF(0, _HEAD - 1, width, 1), theme.colour("line"), 0)
        spots = []
        for at, one in enumerate(self._articles):
            box = QRectF(0, _HEAD + at * _ROW, width, _ROW)
            spots.append(self._draw_article(painter, box, one))
        return Drawn(_HEAD + len(self._articles) * _ROW, spots)

    def _draw_article(self, painter: QPainter, box: QRectF, one: Disputed) -> Spot:
        theme, found = self.look.theme, one.agreement
        here = self.here
        if here is not None and here.data == found.article:
            fill(painter, box, theme.colour("accent_soft"), 0)
        inside = box.adjusted(8, 0, -8, 0)
        draw_words(
            painter, inside.adjusted(0, 0, _ID - 8 - inside.width(), 0), found.article, theme.colour("muted"), SMALL
        )
        words = inside.adjusted(_ID, 4, -_F1 - _PLACES, -box.height() / 2)
        draw_words(painter, words, one.title, theme.colour("text"))
        mostly = difference_name(max(found.disputes, key=lambda kind: found.disputes[kind]))
        under = words.translated(0, box.height() / 2 - 5)
        draw_words(painter, under, tr("mostly: {kind}", kind=mostly), theme.colour("muted"), SMALL)
        f1 = "—" if found.f1 is None else f"{found.f1:.2f}"
        draw_words(painter, inside.adjusted(0, 0, -_PLACES, 0), f1, theme.colour("text"), align=RIGHT, bold=True)
        places = sum(found.disputes.values())
        draw_words(painter, inside, f"{places:,}", theme.colour("text"), align=RIGHT)
        kinds = ", ".join(f"{difference_name(kind)} {n:,}" for kind, n in found.disputes.items() if n)
        return Spot(box, f"{one.title} · {found.article} · F1 {f1} · {kinds}", found.article)
