"""Articles and layers for tests of the formats: drawn at random, and a sink that keeps what writers report."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from hypothesis import strategies as st

from khaotag.models.article import Article, ArticleState, Exclusion, Source
from khaotag.models.layer import Chain, Entity, Fragment, Layer, LayerHead, Note, Relation
from khaotag.models.text import canonicalise, default_id, grapheme_starts, text_hash
from khaotag.models.tokens import Token, tokenise
from khaotag.storage.formats.contract import (
    Document,
    ExportDocument,
    Loss,
    Parsed,
    Problem,
    Raw,
    Reader,
    ReadOptions,
)
from khaotag.storage.formats.reading import note_id

OPTIONS = ReadOptions(annotator="noi")

# What bites: marks above and below, sara am, emoji with modifiers, flags, NBSP, ZWSP, quotes, tabs, other line ends.
LETTERS = [*'กขนำ่ิ้เแาะ์ญ aB1.,"“#=|-_\n\n\t😊🍊', "👩\u200d🌾", "🇹🇭", "\u00a0", "\u200b", "\x0b", "\x1f", "é", "e\u0301"]
texts = (
    st.lists(st.sampled_from(LETTERS), min_size=1, max_size=80)
    .map(lambda letters: canonicalise("".join(letters))[0])
    .filter(lambda text: bool(text.strip()))
)
words = st.text(st.characters(exclude_categories=["Cs", "Cc"]), min_size=1, max_size=8)
labels = st.sampled_from(["PERSON", "ORG", "LOCATION", "บุคคล", "ชื่อ เล่น", "x-1", "T1"])
values: st.SearchStrategy[Any] = st.one_of(words, st.booleans(), st.integers(-9, 9), st.lists(words, max_size=2))
objects = st.dictionaries(words, values, max_size=2)
notes = st.one_of(st.none(), words)


class Ledger:
    """Keeps what a writer reports."""

    def __init__(self) -> None:
        self.losses: list[Loss] = []
        self.cut = 0
        self.survivors = (0, 0)

    def lost(self, loss: Loss) -> None:
        self.losses.append(loss)

    def tokens_split(self, count: int) -> None:
        self.cut += count

    def survived(self, count: int, of: int) -> None:
        self.survivors = (self.survivors[0] + count, self.survivors[1] + of)

    @property
    def what(self) -> list[str]:
        return [loss.what for loss in self.losses]


def edges_of(text: str) -> list[int]:
    """Return every offset where a mark may begin or end."""
    return [*grapheme_starts(text), len(text)]


@st.composite
def ranges(draw: st.DrawFn, text: str, most: int = 3) -> tuple[Fragment, ...]:
    edges = edges_of(text)
    count = 2 * draw(st.integers(1, max(1, min(most, len(edges) // 2))))
    picked = draw(st.lists(st.sampled_from(edges), min_size=count, max_size=count, unique=True))
    picked.sort()
    return tuple(zip(picked[::2], picked[1::2], strict=True))


@st.composite
def entity_maps(draw: st.DrawFn, text: str, most_fragments: int = 3) -> dict[str, Entity]:
    found = {}
    for index in range(draw(st.integers(0, 5))):
        spans = draw(ranges(text, most_fragments))
        key = draw(st.sampled_from([f"e{index}", f"T{index + 1}", f"นก{index}"]))
        found[key] = Entity(
            key,
            draw(labels),
            spans[0][0],
            spans[-1][1],
            spans if len(spans) > 1 else (),
            draw(objects),
            draw(notes),
            draw(st.sampled_from(["human", "suggestion:rules"])),
            draw(st.one_of(st.none(), st.floats(0, 1))),
            draw(st.sampled_from([(), ("somchai:e1", "malee:e2")])),
            draw(objects),
        )
    return found


@st.composite
def layers(draw: st.DrawFn, text: str, annotator: str) -> Layer:
    entities = draw(entity_maps(text))
    relations, chains = {}, {}
    if entities:
        ends = st.sampled_from(sorted(entities))
        for index in range(draw(st.integers(0, 3))):
            key = f"r{index}"
            relations[key] = Relation(key, draw(labels), draw(ends), draw(ends), draw(objects), draw(notes))
        members = draw(st.lists(ends, min_size=1, unique=True))
        if draw(st.booleans()):
            chains["c1"] = Chain("c1", draw(st.one_of(st.none(), labels)), tuple(members), draw(objects))
    said = draw(st.dictionaries(st.tuples(words, words), st.booleans(), max_size=2))
    head = LayerHead(
        draw(st.sampled_from(["todo", "in_progress", "done"])), tuple(sorted(draw(st.sets(words, max_size=2))))
    )
    remarks = [Note(note_id(by, text, 0), by, text, done) for (by, text), done in said.items()]
    return Layer(annotator, head, entities, relations, chains, {note.id: note for note in remarks})


@st.composite
def articles(draw: st.DrawFn) -> Article:
    text = draw(texts)
    excluded = []
    for spans in draw(st.lists(ranges(text, 1), max_size=2)):
        state = draw(st.sampled_from(["proposed", "confirmed", "dismissed"]))
        excluded.append(Exclusion(*spans[0], draw(notes), state))
    excluded.sort(key=lambda e: (e.start, e.end, e.reason or "", e.state))
    told = draw(st.lists(st.tuples(notes, notes, notes), max_size=2))
    sources = sorted((Source(*fields) for fields in told), key=lambda s: tuple(field or "" for field in s[:3]))
    meta = dict(sorted(draw(objects).items()))
    return Article(
        default_id(text_hash(text)), text, draw(notes) or "", tuple(sources), meta, ArticleState(tuple(excluded))
    )


@st.composite
def documents(draw: st.DrawFn, one_layer: bool = False) -> ExportDocument:
    article = draw(articles())
    annotators = ["malee"] if one_layer else sorted(draw(st.sets(words.filter("gold".__ne__), max_size=2)))
    if not one_layer and draw(st.booleans()):
        annotators.append("gold")
    made = tuple(draw(layers(article.text, annotator)) for annotator in annotators)
    return ExportDocument(article, made, lambda: tokens_of(article))


def tokens_of(article: Article) -> list[Token]:
    """Return tokens of two characters, which entities' edges often lie inside of."""
    confirmed = article.state.confirmed()
    return tokenise(article.text, lambda piece: [piece[at : at + 2] for at in range(0, len(piece), 2)], confirmed)


def export_of(document: Document) -> ExportDocument:
    """Return what was read as something to write."""
    return ExportDocument(document.article, document.layers, lambda: tokens_of(document.article))


def read_file(reader: Reader, path: Path, options: ReadOptions = OPTIONS) -> Parsed:
    """Return all that a file holds."""
    whole = Parsed([], [])
    for raw in reader.split(path, options):
        if isinstance(raw, Problem):
            whole.problems.append(raw)
        else:
            read = reader.parse(raw, options)
            whole.documents.extend(read.documents)
            whole.problems.extend(read.problems)
    return whole


def read_line(reader: Reader, data: object, options: ReadOptions = OPTIONS) -> Parsed:
    """Return what one record holds."""
    return reader.parse(Raw("in", "line 1", data), options)


def reasons(parsed: Parsed) -> list[str]:
    """Return what was reported, as the user reads it."""
    return [str(problem.reason) for problem in parsed.problems]
