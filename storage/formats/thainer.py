"""ThaiNER: one text a line, each entity between tags in square brackets.

ตามที่[PERSON]นางประนอม ทองจันทร์[/PERSON] กับ [PERSON]ด.ช.กิตติพงษ์[/PERSON] …

What is a tag is told from the whole file: a name in brackets that is also closed somewhere.  Any other bracket is text.
A tag without its partner is left out of the text and reported with its line.  U+2028 stands for a line feed in a text.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import IO, NamedTuple

from ...models.article import Article
from ...models.errors import BadInput, Message
from ...models.layer import Entity, Layer, LayerHead
from ...models.leftovers import title_of
from ...models.text import default_id, text_hash
from .columns import lines_of
from .contract import MAX_ENTITIES, MAX_LINE, Document, Parsed, Problem, Raw, ReadOptions
from .ground import Ground, range_on
from .reading import encoding_of, mark_id, rejected, source_of

TAG = re.compile(r"\[(/?)([^\[\]/\n][^\[\]\n]{0,63})\]")
_PAIR = re.compile(r"\[([A-Z][A-Z_]+)\][^\[\]\n]+\[/\1\]")
_JSON = re.compile(r"\s*(?:\{|\[\s*\{)")
_OTHERS = frozenset((".csv", ".tsv", ".html", ".htm", ".xhtml", ".ann", ".parquet", ".spacy"))


class Line(NamedTuple):
    """One line, and the names that are tags in its file."""

    text: str
    names: frozenset[str]


class ThaiNerReader:
    """Reads lines with tags; each is an article."""

    suffixes: tuple[str, ...] = (".thainer",)

    def sniff(self, path: Path, head: bytes) -> bool:
        """Tell by a pair of tags in what is no file of another kind; an article in one may speak of such tags too."""
        if path.suffix.lower() in _OTHERS or b"\0" in head:
            return False
        text = head.decode("utf-8", "replace").lstrip("\ufeff")
        return _JSON.match(text) is None and _PAIR.search(text) is not None

    def companions(self, path: Path) -> tuple[Path, ...]:
        """Return nothing: a file stands alone."""
        return ()

    def split(self, path: Path, options: ReadOptions) -> Iterator[Raw | Problem]:
        """Yield the lines that are not empty."""
        source = str(path)
        try:
            encoding = encoding_of(path, options.encoding)
            with path.open(encoding="utf-8-sig" if encoding == "utf-8" else encoding, newline="\n") as file:
                yield from _lines(file, source)
        except UnicodeError:
            yield rejected(source, "", BadInput("The file is not valid {encoding}.", encoding=encoding))
        except BadInput as error:
            yield rejected(source, "", error)

    def parse(self, raw: Raw, options: ReadOptions) -> Parsed:
        """Read one line."""
        ground = Ground(raw.source, raw.record)
        try:
            document = _document(raw.data, ground, options.annotator)
        except BadInput as error:
            return Parsed([], [rejected(raw.source, raw.record, error)])
        return Parsed([document], ground.warnings)


def _lines(file: IO[str], source: str) -> Iterator[Raw | Problem]:
    names = _names(file)
    file.seek(0)
    found = False
    for number, line in enumerate(lines_of(file), 1):
        if len(line) >= MAX_LINE:
            reason = Message("The line has more than {limit} bytes, which is the limit.", limit=MAX_LINE)
            yield rejected(source, f"line {number}", reason)
        elif line and not line.isspace():
            yield Raw(source, f"line {number}", Line(line, names))
        else:
            continue
        found = True
    if not found:
        yield rejected(source, "", Message("The file is empty."))


def _names(file: IO[str]) -> frozenset[str]:
    """Return the names in brackets that are both opened and closed somewhere."""
    opened: set[str] = set()
    closed: set[str] = set()
    for line in lines_of(file):
        for slash, name in TAG.findall(line):
            (closed if slash else opened).add(name)
    return frozenset(opened & closed)


class _Tagged(NamedTuple):
    """A line without its tags, and the entities they were around."""

    text: str
    entities: list[tuple[str, int, int]]


def _untagged(line: Line, ground: Ground) -> _Tagged:
    parts: list[str] = []
    found: list[tuple[str, int, int]] = []
    waiting: dict[str, list[tuple[int, int]]] = {}  # by name: where a tag opened in the text, and in the line
    last = at = 0
    for match in TAG.finditer(line.text):
        slash, name = match.groups()
        if name not in line.names:
            continue
        parts.append(line.text[last : match.start()])
        at += len(parts[-1])
        last = match.end()
        if not slash:
            waiting.setdefault(name, []).append((at, match.start()))
        elif waiting.get(name):
            found.append((name, waiting[name].pop()[0], at))
        else:
            ground.warn(
                "{tag} at character {at} closes what was not opened; it was left out, the text kept.",
                tag=match.group(),
                at=match.start() + 1,
            )
    parts.append(line.text[last:])
    for name, places in waiting.items():
        for _, place in places:
            ground.warn(
                "{tag} at character {at} is never closed; it was left out, the text kept.",
                tag=f"[{name}]",
                at=place + 1,
            )
    return _Tagged("".join(parts), found)


def _document(line: Line, ground: Ground, annotator: str) -> Document:
    tagged = _untagged(line, ground)
    ground.lay(tagged.text)
    text = ground.text
    if not text.strip():
        raise BadInput("There is no text in it.")
    if len(tagged.entities) > MAX_ENTITIES:
        raise BadInput(
            "The article has {count} entities; the limit is {limit}.", count=len(tagged.entities), limit=MAX_ENTITIES
        )
    entities: dict[str, Entity] = {}
    for name, start, end in tagged.entities:
        if start == end:
            ground.warn("[{name}] holds nothing; it was left out.", name=name)
            continue
        start, end = range_on(ground, start, end, f"[{name}]")
        mark = mark_id(name, start, end)
        entities[mark] = Entity(mark, name, start, end)
    article = Article(default_id(text_hash(text)), text, title_of(text), (source_of(Path(ground.source)),))
    head = LayerHead("in_progress" if entities else "todo")
    return Document(article, (Layer(annotator, head, entities),))
