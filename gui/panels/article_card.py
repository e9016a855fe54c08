"""What the inspector shows while nothing is focused: the article's sources, labels and proposed exclusions."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from ...models import edit
from ...models.article import Article
from ..combo import CheckBox
from ..dates import readable
from ..look import Look
from ..open_article import OpenArticle
from ..translate import tr
from ..widgets import PlainLabel, button, row
from ..workspace import Workspace
from .sections import section


def article_card(look: Look, workspace: Workspace, opened: OpenArticle) -> list[QWidget]:
    """Return the sections of the article itself."""
    article = opened.article
    facts = PlainLabel(f"{article.id} · {tr('{n} characters', n=f'{len(article.text):,}')}", "small")
    hint = PlainLabel(tr("Select words and press a label's key. Tab goes to the next entity."), "muted", wrap=True)
    parts = [section("", PlainLabel(article.title or article.id, "title", wrap=True), facts, hint)]
    proposed = sum(entry.state == "proposed" for entry in article.state.excluded)
    if proposed:
        parts.append(_exclusions(workspace, proposed))
    parts.extend(_sources(article, look.language))
    if opened.schema.labels:
        parts.append(_labels(look, opened))
    return parts


def _exclusions(workspace: Workspace, count: int) -> QWidget:
    text = tr("Looks like leftovers of a web page: {n}. What is confirmed is not exported.", n=count)
    confirm, dismiss = button(tr("Confirm all"), "primary"), button(tr("All are news"))
    confirm.clicked.connect(lambda: workspace.decide_exclusions(confirmed=True))
    dismiss.clicked.connect(lambda: workspace.decide_exclusions(confirmed=False))
    return section(tr("Not news?"), PlainLabel(text, wrap=True), row(confirm, dismiss, None))


def _sources(article: Article, language: str) -> list[QWidget]:
    if not article.sources:
        return []
    lines = []
    for source in article.sources:
        day = readable(source.published, language) if source.published else ""
        told = " · ".join(filter(None, (source.name, day)))
        lines.append(PlainLabel("\n".join(filter(None, (told, source.url))), wrap=True))
    return [section(tr("Sources"), *lines)]


def _labels(look: Look, opened: OpenArticle) -> QWidget:
    boxes = []
    for label in opened.schema.labels:
        box = CheckBox(look, label.name.in_language(look.language))
        box.setChecked(label.id in opened.layer.head.labels)
        box.clicked.connect(lambda on, label_id=label.id: _set_label(opened, label_id, on=on))
        boxes.append(box)
    return section(tr("Article labels"), *boxes)


def _set_label(opened: OpenArticle, label_id: str, *, on: bool) -> None:
    labels = set(opened.layer.head.labels) - {label_id} | ({label_id} if on else set())
    opened.perform(lambda: edit.set_labels(opened.article, opened.layer, opened.schema, sorted(labels)))
