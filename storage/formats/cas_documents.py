"""The articles of a CAS: each of its texts with what lies on it, sorted into spans, arcs and chains."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import Any, NamedTuple

from ...models.article import Article
from ...models.errors import BadInput
from ...models.leftovers import title_of
from ...models.offsets import Utf16Map
from ...models.records import wrong
from ...models.text import default_id, text_hash
from .cas_own import own_article, own_detail, visible
from .cas_structures import Cas, Ref, Sofa, Structure, TooMany
from .cas_types import META_DATA, NAMED_ENTITY, OWN_ARTICLE, OWN_DETAIL, TOKEN, Types, dkpro_types, types_of_xml
from .contract import Document, Parsed, Problem, Raw
from .ground import Ground
from .reading import rejected, source_of, warning
from .uima_spans import Arc, Span, Thread, UimaMarks

_SEGMENTS = frozenset(("Token", "Sentence", "Paragraph", "Div", "TokenForm", "Split", "Compound"))
_ABOUT = frozenset(("uima.tcas.DocumentAnnotation", META_DATA, OWN_ARTICLE, OWN_DETAIL))
_METADATA = META_DATA.rpartition(".")[0] + "."
_WHOLE = re.compile("-?[0-9]{1,18}")
_ENDS = frozenset(("Governor", "Dependent"))
_KNOWN = _ENDS | {"sofa", "begin", "end", "first", "next"}


class CasFile(NamedTuple):
    """The bytes of a CAS and of the type system beside it, and whose annotations they are."""

    data: bytes
    type_system: bytes | None
    annotator: str


def types_for(raw: Raw, problems: list[Problem]) -> Types:
    """Return the types that a file's annotations are of, as far as they are declared."""
    types = dkpro_types()
    if raw.data.type_system is not None:
        try:
            types = types.joined(types_of_xml(raw.data.type_system))
        except BadInput as error:
            problems.append(
                warning(
                    raw.source,
                    raw.record,
                    "The type system beside the file cannot be read, so it is read without it. {reason}",
                    reason=error.message,
                )
            )
    return types


def documents_of(cas: Cas, raw: Raw, problems: list[Problem]) -> Parsed:
    """Return an article for each text of a CAS; one without a text is reported with what lies on it."""
    documents: list[Document] = []
    problems += cas.problems
    if not any(sofa.text and sofa.text.strip() for sofa in cas.sofas.values()):
        problems.append(rejected(raw.source, raw.record, _without_text(cas)))
        return Parsed([], problems)
    for sofa in cas.sofas.values():
        record = raw.record if len(cas.sofas) == 1 else f"view {sofa.name}"
        members = [cas.structures[id_] for id_ in cas.members.get(sofa.id, ()) if id_ in cas.structures]
        if not (sofa.text and sofa.text.strip()):
            if members:
                problems.append(rejected(raw.source, record, _without_text(cas)))
            continue
        try:
            document, found = _document(cas, sofa, members, raw)
            documents.append(document)
            problems += found
        except BadInput as error:
            problems.append(rejected(raw.source, record, error))
    return Parsed(documents, problems)


def _without_text(cas: Cas) -> BadInput:
    elsewhere = next((sofa.elsewhere for sofa in cas.sofas.values() if sofa.elsewhere), "")
    if elsewhere:
        return BadInput("The text is not in the file, but elsewhere: {place}.", place=elsewhere[:200])
    count = sum(1 for one in cas.structures.values() if "begin" in one.features)
    if count:
        return BadInput("There is no text in it, only {count} annotations.", count=count)
    return BadInput("There is no text in it.")


def _document(cas: Cas, sofa: Sofa, members: list[Structure], raw: Raw) -> tuple[Document, list[Problem]]:
    own = own_article(members)
    ground = Ground(raw.source, raw.record)
    ground.lay(own.restored(sofa.text or "") if own else sofa.text or "")
    sorted_out = _Sorted(cas, sofa, members, Utf16Map(ground.raw))
    marks = UimaMarks(ground, sorted_out.tokens)
    marks.spans(sorted_out.spans)
    marks.threads(sorted_out.threads)
    marks.arcs(sorted_out.arcs)
    layer = marks.layer(raw.data.annotator)
    problems = [*sorted_out.problems, *marks.problems()]
    if own is not None:
        return own.document(ground, layer), problems
    about = {name: value for one in members if one.type == META_DATA for name, value in _told(one)}
    source = source_of(Path(raw.source))
    article = Article(default_id(text_hash(ground.text)), ground.text, title_of(ground.text), (source,), about)
    return Document(article, (layer,)), problems


def _told(about: Structure) -> Iterator[tuple[str, str]]:
    for name in ("documentId", "documentTitle", "documentUri"):
        if isinstance(about.features.get(name), str):
            yield name, about.features[name]


class _Sorted:
    """The structures of a view by what they are."""

    def __init__(self, cas: Cas, sofa: Sofa, members: list[Structure], units: Utf16Map) -> None:
        self._cas = cas
        self._units = units
        self._here = {one.id for one in members}
        self._kinds: dict[str, str] = {}
        self._own: dict[str, Mapping[str, Any]] = {}
        self._linked: set[str] = set()
        self._unread: set[tuple[str, str]] = set()
        self.tokens: dict[str, Span] = {}
        self.spans: list[Span] = []
        self.arcs: list[Arc] = []
        self.threads: list[Thread] = []
        self.problems: list[Problem] = []
        kinds: dict[str, list[Structure]] = {}
        for one in members:
            kinds.setdefault(self._kind(one), []).append(one)
        for kind, take in (("detail", self._detail), ("chain", self._chain), ("token", self._token)):
            self._each(kinds.get(kind, []), take)
        self._each([one for one in kinds.get("mark", []) if one.id not in self._linked], self._mark)

    def _each(self, members: list[Structure], take: Callable[[Structure], None]) -> None:
        for one in members:
            try:
                take(one)
            except TooMany:
                raise
            except BadInput as error:
                self.problems.append(rejected(self._cas.source, one.record, error))

    def _detail(self, one: Structure) -> None:
        target, record = own_detail(one)
        self._own[target] = record

    def _chain(self, one: Structure) -> None:
        links = self._cas.chain(self._cas.target(one.features["first"]))
        self._linked.update(link.id for link in links)
        self.threads.append(Thread(one.type, tuple(map(self._span, links)), one.record, self._own.get(one.id)))

    def _token(self, one: Structure) -> None:
        self.tokens[one.id] = Span(one.id, TOKEN, *self._place(one), {}, one.record)

    def _mark(self, one: Structure) -> None:
        if not _ENDS & one.features.keys():
            self.spans.append(self._span(one))
            return
        head, tail = (self._cas.target(one.features.get(name)).id for name in ("Governor", "Dependent"))
        self.arcs.append(Arc(one.type, head, tail, self._features(one), one.record, self._detail_of(one)))

    def _kind(self, one: Structure) -> str:
        if one.type == OWN_DETAIL:
            return "detail"
        if isinstance(one.features.get("first"), Ref):
            return "chain"
        if one.type not in self._kinds:
            line = list(self._cas.types.lineage(one.type))
            names = {name.rpartition(".")[2] for name in line}
            about = any(name in _ABOUT or name.startswith(_METADATA) for name in line)
            segment = "token" if "Token" in names else "segment" if names & _SEGMENTS else "mark"
            self._kinds[one.type] = "about" if about else segment
        kind = self._kinds[one.type]
        return kind if kind != "mark" or "begin" in one.features else "no annotation"

    def _place(self, one: Structure) -> tuple[int, int]:
        return self._units.to_point(_offset(one, "begin")), self._units.to_point(_offset(one, "end"))

    def _span(self, one: Structure) -> Span:
        own = self._detail_of(one) if one.type == NAMED_ENTITY else None
        return Span(one.id, one.type, *self._place(one), self._features(one), one.record, own)

    def _detail_of(self, one: Structure) -> Mapping[str, Any] | None:
        """Return the detail of a mark, without a label that was changed since in the mark itself."""
        own = self._own.get(one.id)
        label = str(own.get("label")) if own is not None else ""
        if own is None or one.features.get("value") in (label, visible(label)):
            return own
        return {key: value for key, value in own.items() if key != "label"}

    def _features(self, one: Structure) -> Mapping[str, Any]:
        """Return the plain features; a reference to another span is an arc of its own, also by a link with a role."""
        found: dict[str, Any] = {}
        for name, value in one.features.items():
            if name in _KNOWN:
                continue
            value = self._cas.plain(value)
            refs = self._cas.references(value)
            if not refs:
                if not isinstance(value, Ref) and value not in (None, [], ""):
                    found[name] = value
                continue
            for number, ref in enumerate(refs):
                self._slot(one, name, ref, f"{one.record} {name} {number + 1}")
        return found

    def _slot(self, one: Structure, name: str, ref: Ref, record: str) -> None:
        target = self._cas.target(ref)
        features: dict[str, Any] = {"value": name}
        if "begin" not in target.features and isinstance(target.features.get("target"), Ref):
            told = {field: value for field, value in target.features.items() if field not in ("target", "sofa")}
            features = {**told, "value": told.pop("role", None) or name}
            target = self._cas.target(target.features["target"])
        if target.id in self._here and self._kind(target) in ("mark", "token"):
            self.arcs.append(Arc(f"{one.type}:{name}", one.id, target.id, features, record))
        elif (one.type, name) not in self._unread:
            self._unread.add((one.type, name))
            self.problems.append(
                warning(
                    self._cas.source,
                    one.record,
                    "“{feature}” of {layer} refers to what is no annotation; that is left out.",
                    feature=name,
                    layer=one.type,
                )
            )


def _offset(one: Structure, name: str) -> int:
    value = one.features.get(name)
    if isinstance(value, str) and _WHOLE.fullmatch(value):
        value = int(value)
    if type(value) is not int:
        wrong(name, value, "a whole number")
    return value
