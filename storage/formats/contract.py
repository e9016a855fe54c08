"""What a reader and a writer of a file format are, and the values that pass between them and the jobs.

Every offset here is a code point of the article's canonical text, end exclusive; every size is in bytes unless it says
code points.  All values can be pickled, so that parsing may happen in another process.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import Path
from typing import Any, Literal, NamedTuple, Protocol

from ...models.article import Article
from ...models.errors import Message, Unavailable
from ...models.layer import Layer
from ...models.schema import Schema
from ...models.tokens import Token

HEAD = 64 * 1024  # what `sniff` gets to see
MAX_LINE = 64 * 1024 * 1024
MAX_DEPTH = 64
MAX_ENTITIES = 100_000

Scheme = Literal["iob2", "bioes", "io"]
Nested = Literal["outermost", "innermost", "layers"]


class ReadOptions(NamedTuple):
    """`annotator` owns the marks of a format that names nobody; `encoding` overrules what the bytes look like.

    With `by_file` the name of a file may say whose marks it holds, where a folder has one file a person.
    """

    annotator: str
    encoding: str | None = None
    by_file: bool = True


class Raw(NamedTuple):
    """What is parsed at once, cheaply cut from a file: a line, or a document where lines belong together.

    `record` names it to the user (“line 3”; empty where the file is the record), `data` is the format's own.
    """

    source: str
    record: str
    data: Any


class Problem(NamedTuple):
    """Something to report: `rejected` says that the record was left out, else it was kept with this warning."""

    source: str
    record: str
    reason: Message
    rejected: bool


class Document(NamedTuple):
    """One article as a file tells it, in its canonical form, with every mark checked against the text.

    `article.id` is the file's own id where `given_id` is true, else the default one.  Whether types are known and
    relations are legal is for the import to judge.  `tokens` and `tokenizer` only where the file carries repaired ones.
    """

    article: Article
    layers: tuple[Layer, ...] = ()
    given_id: bool = False
    tokens: tuple[Token, ...] | None = None
    tokenizer: str | None = None


class Parsed(NamedTuple):
    """What became of one `Raw`."""

    documents: list[Document]
    problems: list[Problem]


class Reader(Protocol):
    """Reads files of one format; without state, so that it can be named and used in another process."""

    suffixes: tuple[str, ...]

    def sniff(self, path: Path, head: bytes) -> bool:
        """Tell whether a file with this content (its first 64 KiB) is surely of this format."""

    def companions(self, path: Path) -> tuple[Path, ...]:
        """Return the files that are read together with *path* and must not be imported once more."""

    def split(self, path: Path, options: ReadOptions) -> Iterator[Raw | Problem]:
        """Cut a file into what can be parsed alone, in bounded memory; a file that cannot be read at all is a Problem.

        Raises only OSError.
        """

    def parse(self, raw: Raw, options: ReadOptions) -> Parsed:
        """Read one piece. Pure: no files, no state; raises nothing that bad input can cause."""


class ExportDocument(NamedTuple):
    """One article with what is to be written of it: chosen, filtered and mapped layers.

    A writer that holds one layer (`one_layer`) gets at most one.  `tokens()` gives the repaired tokens outside line
    feeds and confirmed exclusions; it is a function because tokenising is slow and not every format needs it.  `plain`
    says that they are newmm's own: nothing of the article is excluded, repaired or a word that the project taught.
    """

    article: Article
    layers: tuple[Layer, ...]
    tokens: Callable[[], Sequence[Token]]
    plain: bool = False


class WriteOptions(NamedTuple):
    """How to write; what a format has no use for, it ignores.

    `schema` holds the labels as they are written, after any label map.  `negatives` is how many pairs without a
    relation stand beside each relation where a format lists relation examples; `seed` decides what is drawn by lot.
    """

    scheme: Scheme = "iob2"
    nested: Nested = "outermost"
    schema: Schema | None = None
    negatives: int = 0
    seed: int = 0


class Loss(NamedTuple):
    """What the target cannot hold: `what` is the id of an entity or relation, or a word such as “attributes”."""

    article: str
    what: str
    why: Message


class LossSink(Protocol):
    """Takes what a writer has to report."""

    def lost(self, loss: Loss) -> None:
        """Take one loss."""

    def tokens_split(self, count: int) -> None:
        """Add the number of tokens that were cut at an entity's edge."""

    def survived(self, count: int, of: int) -> None:
        """Add how many *of* the written entities begin and end with words of the target's own tokenizer."""


class NotTheSame(Unavailable):
    """What was read back from a written file is not what went in; the file must not get its name."""


class Written(NamedTuple):
    """A file that was written, and how many articles it holds (0 for a file that goes with the others)."""

    path: Path
    articles: int


class Writer(Protocol):
    """Writes articles, in the order given, in one format."""

    one_layer: bool

    def needs_folder(self, options: WriteOptions) -> bool:
        """Tell whether several files may be written, so that a target with a suffix is to be refused."""

    def write(
        self, documents: Iterable[ExportDocument], folder: Path, name: str, options: WriteOptions, sink: LossSink
    ) -> list[Written]:
        """Write one split (*name* is data, train, dev or test) into *folder*, which exists and has no final name yet.

        Streams, and reads back what it wrote: raises `NotTheSame` where that differs from what went in.
        """

    def preview(self, document: ExportDocument, options: WriteOptions, sink: LossSink) -> str:
        """Return one article as it would be written; the losses go to *sink*."""


class Keeps(NamedTuple):
    """What survives a format; true only where a round trip proves it."""

    nested: bool = False
    crossing: bool = False
    discontinuous: bool = False
    relations: bool = False
    attributes: bool = False
    annotators: bool = False


class Format(NamedTuple):
    """An entry of the registry; `needs` names the extra that must be installed."""

    name: str
    keeps: Keeps
    reader: Reader | None = None
    writer: Writer | None = None
    needs: str = ""
