"""Edit: gestures as JSON objects, one a line, each committed before it is answered."""

from __future__ import annotations

import secrets
from collections.abc import Callable, Mapping
from typing import Any

import orjson

from ...models import edit
from ...models.article import Article, Exclusion, JsonObject
from ...models.change import Change, apply
from ...models.errors import BadInput
from ...models.layer import GOLD, Fragment, Layer, Note
from ...models.records import Record, listing, mapping, offset, optional_string, string, wrong
from .. import people
from ..formats.json_values import check_depth
from ..project import Project

_LEVEL = 8  # as deep as a gesture's values can come to lie in a line of the native format
_KEPT = 8  # open articles whose state is remembered between lines


class Editor:
    """Carries out one person's gestures on a project that this process alone writes."""

    def __init__(self, project: Project, annotator: str) -> None:
        if annotator == GOLD:
            raise BadInput("The gold layer is filled by adjudication, not edited under its own name.")
        self._project = project
        self._annotator = people.checked_name(annotator)
        self._open: dict[str, tuple[Article, Layer]] = {}
        self._id = ""

    def do_line(self, line: bytes) -> Record:
        """Carry out a line's gesture; BadInput says why it cannot be."""
        try:
            record = orjson.loads(line.removeprefix(b"\xef\xbb\xbf"))
        except orjson.JSONDecodeError as error:
            raise BadInput("The line is not JSON: {reason}.", reason=str(error)) from None
        if not isinstance(record, dict):
            raise BadInput("The line is not a JSON object.")
        check_depth(record, _LEVEL)
        return self.do(record)

    def do(self, record: JsonObject) -> Record:
        """Carry out one gesture and return `{"change", "id"}`."""
        verb = string(record, "do")
        self._id = ""
        if verb == "teach":
            change = edit.teach(string(record, "word"), optional_string(record, "article"), self._annotator)
            return {"change": self._project.commit(change, self._annotator), "id": change.rows[0].id}
        article_id = string(record, "article")
        if verb in ("undo", "redo"):
            return self._step(article_id, verb)
        make = _VERBS.get(verb)
        if make is None:
            raise BadInput("There is no gesture “{verb}”. There are: {known}.", verb=verb, known=", ".join(VERBS))
        article, layer = self._state(article_id)
        change = make(self, record, article, layer)
        number = self._project.commit(change, self._annotator)
        self._apply(article_id, change)
        return {"change": number, "id": self._id or change.rows[-1].id}

    def _step(self, article_id: str, verb: str) -> Record:
        step = self._project.undo if verb == "undo" else self._project.redo
        done = step(article_id, self._annotator)
        if done is None:
            raise BadInput("There is nothing to undo." if verb == "undo" else "There is nothing to redo.")
        self._apply(article_id, done.change)
        return {"change": done.number, "id": done.change.rows[-1].id}

    def _state(self, article_id: str) -> tuple[Article, Layer]:
        if article_id not in self._open:
            if len(self._open) >= _KEPT:
                self._open.pop(next(iter(self._open)))
            article = self._project.read(article_id)
            self._open[article_id] = (article, self._project.layer(article_id, self._annotator))
        return self._open[article_id]

    def _apply(self, article_id: str, change: Change) -> None:
        if article_id not in self._open:
            return
        article, layer = self._open[article_id]
        if change.annotator != self._annotator or any(row.kind == "article" for row in change.rows):
            del self._open[article_id]  # read anew: more than this layer has changed
        else:
            self._open[article_id] = (article, apply(layer, change.rows))

    # --- one method a verb

    def _new_id(self, record: JsonObject, letter: str) -> str:
        self._id = optional_string(record, "id") or letter + secrets.token_hex(4)
        return self._id

    def mark(self, record: JsonObject, article: Article, layer: Layer) -> Change:
        """Mark an entity."""
        fragments = _ranges(record)
        return edit.mark(
            article,
            layer,
            self._project.schema,
            self._new_id(record, "e"),
            string(record, "label"),
            fragments,
            attributes=mapping(record, "attributes"),
            note=optional_string(record, "note"),
        )

    def relabel(self, record: JsonObject, article: Article, layer: Layer) -> Change:
        """Give a mark another label."""
        return edit.relabel(article, layer, self._project.schema, _mark_id(record), string(record, "label"))

    def resize(self, record: JsonObject, article: Article, layer: Layer) -> Change:
        """Move an entity's edges."""
        return edit.resize(article, layer, self._project.schema, _mark_id(record), _ranges(record))

    def remove(self, record: JsonObject, article: Article, layer: Layer) -> Change:
        """Remove a mark."""
        self._id = _mark_id(record)
        return edit.remove(article, layer, self._id)

    def relate(self, record: JsonObject, article: Article, layer: Layer) -> Change:
        """Link two entities."""
        return edit.relate(
            article,
            layer,
            self._project.schema,
            self._new_id(record, "r"),
            string(record, "label"),
            string(record, "head"),
            string(record, "tail"),
            attributes=mapping(record, "attributes"),
        )

    def unrelate(self, record: JsonObject, article: Article, layer: Layer) -> Change:
        """Remove a relation."""
        return edit.unrelate(article, layer, _mark_id(record))

    def flip(self, record: JsonObject, article: Article, layer: Layer) -> Change:
        """Turn a relation round."""
        return edit.flip(article, layer, self._project.schema, _mark_id(record))

    def note(self, record: JsonObject, article: Article, layer: Layer) -> Change:
        """Leave a note on a mark, or on the article where no mark is named."""
        text = string(record, "text", "")
        if "id" in record or "entity" in record or "relation" in record:
            return edit.annotate(article, layer, _mark_id(record), text)
        return edit.leave_note(article, layer, Note(self._new_id({}, "n"), self._annotator, text))

    def attributes(self, record: JsonObject, article: Article, layer: Layer) -> Change:
        """Set attributes of a mark."""
        values = mapping(record, "attributes")
        return edit.set_attributes(article, layer, self._project.schema, _mark_id(record), values)

    def chain(self, record: JsonObject, article: Article, layer: Layer) -> Change:
        """Make, change or dissolve a chain."""
        members = [str(member) for member in listing(record, "members")]
        return edit.chain(article, layer, self._new_id(record, "c"), members, optional_string(record, "label"))

    def split_token(self, record: JsonObject, article: Article, layer: Layer) -> Change:
        """Cut a token in two."""
        tokens = self._project.tokens(article)
        return edit.split_token(article, layer, tokens.spans, tokens.tokenizer, offset(record, "at"))

    def merge_tokens(self, record: JsonObject, article: Article, layer: Layer) -> Change:
        """Make one token of several."""
        tokens = self._project.tokens(article)
        start, end = offset(record, "start"), offset(record, "end")
        return edit.merge_tokens(article, layer, tokens.spans, tokens.tokenizer, start, end)

    def exclude(self, record: JsonObject, article: Article, layer: Layer) -> Change:
        """Propose, confirm or dismiss an excluded stretch."""
        state: Any = string(record, "state", "confirmed")
        if state not in ("proposed", "confirmed", "dismissed"):
            wrong("state", state, "proposed, confirmed or dismissed")
        reason = optional_string(record, "reason")
        return edit.exclude(article, layer, Exclusion(offset(record, "start"), offset(record, "end"), reason, state))

    def status(self, record: JsonObject, article: Article, layer: Layer) -> Change:
        """Say how far the layer is."""
        return edit.set_status(article, layer, string(record, "status"))

    def labels(self, record: JsonObject, article: Article, layer: Layer) -> Change:
        """Set the article labels."""
        labels = [str(label) for label in listing(record, "labels")]
        return edit.set_labels(article, layer, self._project.schema, labels)


_VERBS: Mapping[str, Callable[[Editor, JsonObject, Article, Layer], Change]] = {
    "mark": Editor.mark,
    "relabel": Editor.relabel,
    "resize": Editor.resize,
    "remove": Editor.remove,
    "relate": Editor.relate,
    "unrelate": Editor.unrelate,
    "flip": Editor.flip,
    "note": Editor.note,
    "attributes": Editor.attributes,
    "chain": Editor.chain,
    "split_token": Editor.split_token,
    "merge_tokens": Editor.merge_tokens,
    "exclude": Editor.exclude,
    "status": Editor.status,
    "labels": Editor.labels,
}
VERBS = (*_VERBS, "teach", "undo", "redo")


def _mark_id(record: JsonObject) -> str:
    for key in ("id", "entity", "relation"):
        if key in record:
            return string(record, key)
    return string(record, "id")


def _ranges(record: JsonObject) -> list[Fragment]:
    fragments = listing(record, "fragments")
    if not fragments:
        return [(offset(record, "start"), offset(record, "end"))]
    if not all(isinstance(pair, list) and len(pair) == 2 and all(type(at) is int for at in pair) for pair in fragments):
        wrong("fragments", fragments, "a list of pairs of offsets")
    return [(start, end) for start, end in fragments]
