"""brat standoff: `x.txt` and beside it `x.ann`, one mark a line; offsets are code points of the file's text.

T1	PERSON 0 5;9 12	นายกฯ บุญ
R1	MEMBER_OF Arg1:T1 Arg2:T2
A1	confidence T1 high
#1	AnnotatorNotes T1	ตรวจแล้ว
*	Equiv T1 T3

An event is the entity of its trigger, with a relation to each argument.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import NamedTuple

from ...models.article import Article
from ...models.errors import BadInput
from ...models.leftovers import title_of
from ...models.text import decode, default_id, text_hash
from .brat_marks import BratMarks
from .brat_names import CONF_FILES, read_conf
from .contract import Document, Parsed, Problem, Raw, ReadOptions
from .ground import Ground
from .reading import MAX_TEXT_FILE, read_bytes, rejected, source_of


class BratFiles(NamedTuple):
    """What is read together: a text, its annotations, the real names of labels, and the article's id if it is known."""

    text: bytes
    ann: bytes
    names: Mapping[str, str]
    article: str | None


class BratReader:
    """Reads pairs of `.txt` and `.ann`."""

    suffixes: tuple[str, ...] = (".ann",)

    def sniff(self, path: Path, head: bytes) -> bool:
        """Return False: the suffix says it."""
        return False

    def companions(self, path: Path) -> tuple[Path, ...]:
        """Return the text and the configuration that belong to an `.ann` file."""
        if path.suffix != ".ann":
            return ()
        return (path.with_suffix(".txt"), *(path.with_name(name) for name in CONF_FILES))

    def split(self, path: Path, options: ReadOptions) -> Iterator[Raw | Problem]:
        """Yield the pair that *path*, an `.ann` or a `.txt`, belongs to."""
        try:
            yield Raw(str(path), "", _files(path))
        except BadInput as error:
            yield rejected(str(path), "", error)

    def parse(self, raw: Raw, options: ReadOptions) -> Parsed:
        """Read one article; a line that is wrong is left out with whatever refers to it."""
        files: BratFiles = raw.data
        ground = Ground(raw.source, raw.record)
        try:
            ground.lay(decode(files.text, options.encoding)[0])
            lines = decode(files.ann, options.encoding)[0].removeprefix("\ufeff").split("\n") if files.ann else []
            marks = BratMarks(ground, files.names, [line.removesuffix("\r") for line in lines])
            layer = marks.layer(options.annotator)
        except BadInput as error:
            return Parsed([], [rejected(raw.source, raw.record, error)])
        text = ground.text
        source = source_of(Path(raw.source).with_suffix(".txt"))
        article = Article(files.article or default_id(text_hash(text)), text, title_of(text), (source,))
        return Parsed([Document(article, (layer,), files.article is not None)], marks.problems())


def _files(path: Path) -> BratFiles:
    text, ann = path.with_suffix(".txt"), path.with_suffix(".ann")
    if not text.exists():
        raise BadInput("There is no text: “{name}” must lie beside it.", name=text.name)
    size = ann.stat().st_size if ann.exists() else 0
    if size > MAX_TEXT_FILE:
        raise BadInput("The file has {size} bytes; the limit is {limit}.", size=size, limit=MAX_TEXT_FILE)
    names, ids = read_conf(path.parent)
    article = None if ids is None else ids.get(path.stem, path.stem)
    return BratFiles(read_bytes(text), ann.read_bytes() if size else b"", names, article)
