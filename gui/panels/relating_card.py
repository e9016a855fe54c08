"""What the inspector shows while a relation is being made: its source, the legal ends, and what cannot be chosen."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QWidget

from ...models.layer import Entity
from ..article_view.offers import Offer, Offers
from ..chips import Chip
from ..look import Look
from ..open_article import OpenArticle
from ..translate import tr
from ..widgets import ElidedLabel, Keycap, PlainLabel, column, row
from .sections import JumpRow, section

_SHOWN = 40


def relating_card(look: Look, opened: OpenArticle, offers: Offers, choose: Callable[[str], None]) -> list[QWidget]:
    """Return the sections; *choose* takes an entity as the other end."""
    ends: list[QWidget] = [_end(look, opened, offer, choose) for offer in offers.ends[:_SHOWN]]
    if beyond := _beyond(offers):
        ends.append(PlainLabel(beyond, "small", wrap=True))
    parts = [
        section(tr("Source (pinned)"), _source(look, opened, offers.source)),
        section(f"{tr('Legal ends')}  {len(offers.ends)}", *ends),
    ]
    if offers.others:
        schema, language = opened.schema, look.language
        names = " ".join(schema.entity_type(label).short.in_language(language) for label in offers.others)
        kind = schema.entity_type(offers.source.label).short.in_language(language)
        why = tr("{names}: the schema has no relation between {kind} and these.", names=names, kind=kind)
        parts.append(section(tr("Cannot be chosen"), PlainLabel(why, "small", wrap=True)))
    return parts


def _source(look: Look, opened: OpenArticle, source: Entity) -> QWidget:
    made, surface = QWidget(), ElidedLabel(source.surface(opened.article.text))
    line = row(Chip(look, opened.schema.entity_type(source.label), solid=True), surface, spacing=8)
    line.setStretchFactor(surface, 1)
    made.setLayout(line)
    return made


def _end(look: Look, opened: OpenArticle, offer: Offer, choose: Callable[[str], None]) -> QWidget:
    schema = opened.schema
    entity, names = offer.entity, [kind.name.in_language(look.language) for kind in offer.kinds]
    letter = PlainLabel(offer.letters.upper(), "hint")
    letter.setAlignment(Qt.AlignmentFlag.AlignCenter)
    letter.setFixedSize(24, 19)
    letter.setVisible(bool(offer.letters))
    surface = ElidedLabel(entity.surface(opened.article.text))
    head = row(letter, Chip(look, schema.entity_type(entity.label)), surface, spacing=6)
    head.setStretchFactor(surface, 1)
    below = QGridLayout()
    below.setContentsMargins(30, 0, 0, 0)
    below.setSpacing(4)
    for number, name in enumerate(names):
        said = ElidedLabel(name, "small")
        shown = row(*([Keycap(str(number + 1))] if len(names) > 1 else []), said, spacing=4)
        shown.setStretchFactor(said, 1)
        below.addLayout(shown, number // 2, number % 2)
    inside = QWidget()
    inside.setLayout(column(head, below, spacing=2))
    made = JumpRow(inside, name=f"{surface.text()} {' '.join(names)}")
    made.pressed.connect(lambda: choose(entity.id))
    return made


def _beyond(offers: Offers) -> str:
    """Return how many more there are above and below the screen, with the keys that lead there."""
    if not offers.above and not offers.below:
        return ""
    return tr(
        "Off screen: {above} above, {below} below. Tab goes there, Space finds one by its text.",
        above=offers.above,
        below=offers.below,
    )
