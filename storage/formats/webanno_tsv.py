"""WebAnno TSV 3, as INCEpTION writes it: one file an article, one row a token, offsets in UTF-16 units, end exclusive.

#FORMAT=WebAnno TSV 3.3
#T_SP=de.tudarmstadt.ukp.dkpro.core.api.ner.type.NamedEntity|value

#Text=นายกฯ ลงพื้นที่
1-1	0-5	นายกฯ	PERSON
1-2	6-15	ลงพื้นที่	_

The text between sentences is not in the file: a gap is a line end and spaces, as INCEpTION itself fills it.  Versions 1
and 2, whose rows have no offsets, are read as far as they name their columns.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from ...models.article import Article
from ...models.errors import BadInput
from ...models.leftovers import title_of
from ...models.offsets import Utf16Map
from ...models.text import MAX_TEXT, decode, default_id, text_hash
from .annotator_files import annotator_of
from .contract import Document, Parsed, Problem, Raw, ReadOptions
from .ground import Ground
from .reading import check_range, read_bytes, rejected, source_of
from .uima_spans import UimaMarks
from .webanno_cells import layers_of, unescaped
from .webanno_marks import Unit, WebannoMarks
from .webanno_old import OLD, old_layers, old_units

OWN_SENTENCE = "khaotag:"  # and the article's id: the id of the first sentence in files that Khaotag wrote

_FORMAT = re.compile(r"#FORMAT=WebAnno TSV 3(?:\.(\d+))?")
_ROW = re.compile(r"(\d+-\d+(?:\.\d+)*)\t(-?\d{1,15})-(-?\d{1,15})\t([^\t]*)(?:\t(.*))?")


class TsvFile(NamedTuple):
    """The bytes of a file and whose annotations they are."""

    data: bytes
    annotator: str


class Row(NamedTuple):
    """A row of a sentence, its offsets in units of UTF-16."""

    id: str
    start: int
    end: int
    surface: str
    cells: list[str]
    record: str


class Sentence(NamedTuple):
    """The text of a sentence and its rows."""

    text: str
    rows: list[Row]
    record: str


class WebannoReader:
    """Reads `.tsv` files of WebAnno and INCEpTION."""

    suffixes: tuple[str, ...] = ()

    def sniff(self, path: Path, head: bytes) -> bool:
        """Tell by the first line."""
        first = head.removeprefix(b"\xef\xbb\xbf").split(b"\n", 1)[0].decode("utf-8", "replace").rstrip("\r")
        return first.startswith("#FORMAT=WebAnno TSV") or OLD.match(first) is not None

    def companions(self, path: Path) -> tuple[Path, ...]:
        """Return nothing: a file stands alone."""
        return ()

    def split(self, path: Path, options: ReadOptions) -> Iterator[Raw | Problem]:
        """Yield the file, which is one record."""
        try:
            data = read_bytes(path)
            yield Raw(str(path), "", TsvFile(data, annotator_of(path, _text_in, options)))
        except BadInput as error:
            yield rejected(str(path), "", error)

    def parse(self, raw: Raw, options: ReadOptions) -> Parsed:
        """Read one article; a row that is wrong is left out with whatever refers to it."""
        try:
            text = decode(raw.data.data, options.encoding)[0].removeprefix("\ufeff")
            lines = [line.removesuffix("\r") for line in text.split("\n")]
            return _Tsv(raw, lines).parsed()
        except BadInput as error:
            return Parsed([], [rejected(raw.source, raw.record, error)])


def _text_in(data: bytes) -> bytes:
    """Return the sentences, and the places and words of their tokens."""
    width = 3 if b"#FORMAT" in data[:16] else 2
    lines = (line for line in data.split(b"\n") if line[:6].lower() == b"#text=" or line[:1].isdigit())
    return b"\n".join(line if line.startswith(b"#") else b"\t".join(line.split(b"\t")[:width]) for line in lines)


class _Tsv:
    """Reads the lines of one file."""

    def __init__(self, raw: Raw, lines: list[str]) -> None:
        self._raw = raw
        self._problems: list[Problem] = []
        self._article_id: str | None = None
        version = _FORMAT.fullmatch(lines[0].rstrip())
        if version:
            self._java = int(version.group(1) or 0) < 2
            self._layers = layers_of(lines)
            text, units = self._placed(list(self._sentences(lines)))
        elif OLD.match(lines[0]):
            self._layers = old_layers(lines[0])
            text, units = old_units(lines, self._layers, raw.source, self._problems)
        else:
            raise BadInput("This version of WebAnno TSV does not name its columns: “{line}”.", line=lines[0][:80])
        self._ground = Ground(raw.source, raw.record)
        self._ground.lay(text)
        self._units = units

    def parsed(self) -> Parsed:
        """Return the article."""
        if not self._ground.text.strip():
            raise BadInput("There is no text in it.")
        found = WebannoMarks(self._raw.source, self._layers)
        found.read(self._units)
        marks = UimaMarks(self._ground, found.tokens, own=self._article_id is not None)
        marks.spans(found.spans)
        marks.threads(found.threads)
        marks.arcs(found.arcs)
        layer = marks.layer(self._raw.data.annotator)
        text = self._ground.text
        article_id = self._article_id or default_id(text_hash(text))
        article = Article(article_id, text, title_of(text), (source_of(Path(self._raw.source)),))
        problems = [*self._problems, *found.problems, *marks.problems()]
        return Parsed([Document(article, (layer,), self._article_id is not None)], problems)

    def _sentences(self, lines: list[str]) -> Iterator[Sentence]:
        texts: list[str] = []
        rows: list[Row] = []
        record = ""
        for number, line in enumerate(lines, 1):
            if line.startswith("#Text=") and not rows:
                record = record if texts else f"line {number}"
                texts.append(unescaped(line.removeprefix("#Text="), self._java))
            elif line.startswith(f"#Sentence.id={OWN_SENTENCE}") and self._article_id is None:
                self._article_id = unescaped(line.partition(OWN_SENTENCE)[2]) or None
            elif line and (texts or not line.startswith("#")):
                self._row(line, f"line {number}", rows)
            elif not line and texts:
                yield Sentence("\n".join(texts), rows, record)
                texts, rows = [], []
        if texts:
            yield Sentence("\n".join(texts), rows, record)

    def _row(self, line: str, record: str, rows: list[Row]) -> None:
        found = _ROW.fullmatch(line)
        if found is None:
            self._reject(record, BadInput("This is no row with a token and its offsets: {line}", line=line[:80]))
            return
        id_, start, end, surface, cells = found.groups()
        rows.append(Row(id_, int(start), int(end), surface, (cells or "").split("\t"), record))

    def _placed(self, sentences: list[Sentence]) -> tuple[str, list[Unit]]:
        """Return the text as the offsets place its sentences, and the rows whose words stand where they say."""
        pieces: list[str] = []
        at = 0
        kept: list[Row] = []
        for sentence in sentences:
            begin = sentence.rows[0].start if sentence.rows else at + bool(pieces)
            if not at <= begin <= 2 * MAX_TEXT:
                self._reject(
                    sentence.record,
                    BadInput("The sentence begins at {begin}, but the one before ends at {at}.", begin=begin, at=at),
                )
                continue
            pieces.append(_gap(begin - at, first=not pieces) + sentence.text)
            at = begin + len(sentence.text.encode("utf-16-le", "surrogatepass")) // 2
            kept += sentence.rows
        text = "".join(pieces)
        units = Utf16Map(text)
        return text, [unit for row in kept if (unit := self._unit(row, text, units))]

    def _unit(self, row: Row, text: str, units: Utf16Map) -> Unit | None:
        try:
            start, end = _points(row, text, units)
        except BadInput as error:
            self._reject(row.record, BadInput("{id}: {reason}", id=row.id, reason=error.message))
            return None
        return Unit(row.id, start, end, row.cells, row.record)

    def _reject(self, record: str, error: BadInput) -> None:
        self._problems.append(rejected(self._raw.source, record, error))


def _points(row: Row, text: str, units: Utf16Map) -> tuple[int, int]:
    """Return the code points of a row; BadInput where they are not in the text, or other words stand there."""
    start, end = units.to_point(row.start), units.to_point(row.end)
    if start != end:
        check_range(start, end, len(text))
    if text[start:end] not in (row.surface, unescaped(row.surface)):
        raise BadInput(
            "its text is “{surface}”, but the article has “{expected}” there.",
            surface=row.surface[:60],
            expected=text[start:end][:60],
        )
    return start, end


def _gap(length: int, first: bool) -> str:
    return " " * length if first or not length else "\n" + " " * (length - 1)
