"""Data sets of the Hugging Face hub: Parquet files, one article a row.

Two layouts are known: `text` with `entities` of `label`, `start` and `end` (and `relations` of `label`, `head` and
`tail`), and words with a tag each (`tokens` and `ner_tags`).  A table with a text alone gives articles without marks.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

from ...models.errors import BadInput, KhaotagError, Message
from ...models.layer import Entity, Layer, LayerHead, Relation
from ...models.records import entity_from, listing, relation_from, string, wrong
from .columns import parsed_of
from .conll import laid
from .conll_sentences import OUTSIDE, Sentence, Tag, spans_of
from .contract import MAX_ENTITIES, Document, Parsed, Problem, Raw, ReadOptions
from .ground import Ground, range_on
from .parquet_features import class_names, require_pyarrow
from .plain_article import TEXT, document_of_fields, field_named, left_as_metadata
from .reading import mark_id, rejected, source_of

if TYPE_CHECKING:
    import pyarrow.parquet as pq

_WORDS = ("tokens", "words")
_TAGS = ("ner_tags", "ner", "tags", "labels")
_MAGIC = b"PAR1"
_ROWS = 16  # decoded at once: each may hold the longest text there is
_RATIO = 200
_LARGEST = 1 << 30  # bytes of a row group, unpacked
_MOST_VALUES = 20_000_000  # of one column in a row group


class Row(NamedTuple):
    """One row as Python values, and the names of the classes in it by column."""

    values: dict[str, Any]
    names: Mapping[str, list[str]]


class HfReader:
    """Reads Parquet files; whatever is wrong in a row rejects it whole."""

    suffixes: tuple[str, ...] = (".parquet",)

    def sniff(self, path: Path, head: bytes) -> bool:
        """Tell by the magic bytes."""
        return head.startswith(_MAGIC)

    def companions(self, path: Path) -> tuple[Path, ...]:
        """Return the card that describes the data set."""
        return path.parent / "README.md", path.parent.parent / "README.md"

    def split(self, path: Path, options: ReadOptions) -> Iterator[Raw | Problem]:
        """Yield the rows, a few decoded at a time; Unavailable where the extra is not installed."""
        require_pyarrow()
        import pyarrow as pa
        import pyarrow.parquet as pq

        source = str(path)
        number = 0
        with path.open("rb") as opened:
            try:
                with pq.ParquetFile(opened) as file:
                    _check_sizes(file)
                    names = class_names(file.schema_arrow.metadata)
                    for batch in file.iter_batches(_ROWS):
                        for values in batch.to_pylist():
                            number += 1
                            yield Raw(source, f"row {number}", Row(values, names))
            except BadInput as error:
                yield rejected(source, "", error)
                return
            except (pa.ArrowException, OSError, ValueError, MemoryError) as error:
                reason = Message("The Parquet file is damaged from here on: {reason}", reason=str(error)[:200])
                yield rejected(source, f"row {number + 1}", reason)
                return
        if not number:
            yield rejected(source, "", Message("The file is empty."))

    def parse(self, raw: Raw, options: ReadOptions) -> Parsed:
        """Read one row."""
        ground = Ground(raw.source, raw.record)
        try:
            values = raw.data.values
            words, tags = field_named(values, _WORDS), field_named(values, _TAGS)
            if words is not None and tags is not None:
                return _parsed_words(raw, words, tags, options)
            if field_named(values, TEXT) is not None and isinstance(values.get("entities"), list):
                return Parsed([_document(raw.data, ground, options.annotator)], ground.warnings)
            document = document_of_fields(_as_json(_named(raw.data)), source_of(Path(raw.source)).name)
            return Parsed([document], [*left_as_metadata(raw, document.article.meta)])
        except BadInput as error:
            return Parsed([], [rejected(raw.source, raw.record, error)])


def _check_sizes(file: pq.ParquetFile) -> None:
    """Refuse row groups that unpack to more than any archive may."""
    for index in range(file.metadata.num_row_groups):
        group = file.metadata.row_group(index)
        columns = [group.column(number) for number in range(group.num_columns)]
        packed = sum(column.total_compressed_size for column in columns)
        whole = sum(column.total_uncompressed_size for column in columns)
        if whole > _LARGEST or whole > _RATIO * max(packed, 1 << 16):
            raise BadInput(
                "A part of the file unpacks to {size} bytes; the limits are {limit} bytes and {ratio} times its size.",
                size=whole,
                limit=_LARGEST,
                ratio=_RATIO,
            )
        if any(column.num_values > _MOST_VALUES for column in columns):
            raise BadInput("A part of the file holds more than {limit} values in one column.", limit=_MOST_VALUES)


def _parsed_words(raw: Raw, words_key: str, tags_key: str, options: ReadOptions) -> Parsed:
    words, tags = raw.data.values[words_key], raw.data.values[tags_key]
    if not isinstance(words, list) or not all(isinstance(word, str) and word for word in words):
        raise BadInput("“{key}” is not a list of words.", key=words_key)
    if not isinstance(tags, list) or len(tags) != len(words):
        raise BadInput("“{key}” has not one tag for each word.", key=tags_key)
    names = raw.data.names.get(tags_key, ())
    pairs = [_tag(tag, names) for tag in tags]
    if not words:
        raise BadInput("There are no words in it, under “{key}”.", key=words_key)
    problems: list[Problem] = []
    return parsed_of([Sentence(1, list(words), spans_of(pairs))], laid, raw, options, problems)


def _tag(tag: Any, names: list[str] | tuple[()]) -> Tag:
    if type(tag) is int and names:
        if not 0 <= tag < len(names):
            raise BadInput("The class {number} has no name; there are {count}.", number=tag, count=len(names))
        tag = names[tag]
    if not isinstance(tag, str):
        raise BadInput("The tag {tag} is a number, and the file does not say what it stands for.", tag=repr(tag)[:40])
    if tag == OUTSIDE:
        return "O", ""
    prefix, _, label = tag.partition("-")
    return (prefix, label) if prefix in tuple("BIESLUM") and label else ("I", tag)


def _document(row: Row, ground: Ground, annotator: str) -> Document:
    values = row.values
    key = field_named(values, TEXT)
    assert key is not None
    ground.lay(string(values, key))
    entities = _entities(row, ground)
    relations = _relations(row, entities)
    rest = {name: value for name, value in values.items() if name not in ("entities", "relations")}
    plain = document_of_fields(_as_json(rest), source_of(Path(ground.source)).name)
    head = LayerHead("in_progress" if entities else "todo")
    return plain._replace(layers=(Layer(annotator, head, entities, relations),))


def _named(row: Row) -> dict[str, Any]:
    """Return the values, a class of the whole text by its name."""
    told = dict(row.values)
    for key, names in row.names.items():
        if type(number := told.get(key)) is int and 0 <= number < len(names):
            told[key] = names[number]
    return told


def _as_json(values: dict[str, Any]) -> dict[str, Any]:
    """Return the values that JSON has too; dates become texts, pictures and sounds are no part of an article."""
    told = {key: value.isoformat() if isinstance(value, date) else value for key, value in values.items()}
    return {key: value for key, value in told.items() if isinstance(value, str | int | float | list | dict)}


def _entities(row: Row, ground: Ground) -> dict[str, Entity]:
    entries = listing(row.values, "entities")
    if len(entries) > MAX_ENTITIES:
        raise BadInput(
            "The article has {count} entities; the limit is {limit}.", count=len(entries), limit=MAX_ENTITIES
        )
    found: dict[str, Entity] = {}
    for number, entry in enumerate(entries, 1):
        try:
            if not isinstance(entry, dict):
                wrong("entities", entry, "an object")
            told = {name: value for name, value in entry.items() if value is not None}
            told["label"] = label = _label(told.get("label"), row.names.get("entities.label", []))
            told.setdefault("id", mark_id(label, told.get("start", 0), told.get("end", 0)))
            entity = entity_from(told)
            start, end = range_on(ground, entity.start, entity.end, f"“{entity.id}”")
            if isinstance(told.get("text"), str) and told["text"] != ground.raw[entity.start : entity.end]:
                raise BadInput(
                    "its text is “{surface}”, but the article has “{expected}” there.",
                    surface=told["text"][:60],
                    expected=ground.raw[entity.start : entity.end][:60],
                )
            if entity.id in found:
                raise BadInput("another one has the same id.")
        except KhaotagError as error:
            raise BadInput("Entity {number}: {reason}", number=number, reason=error.message) from None
        found[entity.id] = entity._replace(start=start, end=end)
    return found


def _label(label: Any, names: list[str]) -> str:
    if type(label) is int and 0 <= label < len(names):
        return names[label]
    if not isinstance(label, str) or not label:
        raise BadInput("The class {number} has no name; there are {count}.", number=repr(label)[:40], count=len(names))
    return label


def _relations(row: Row, entities: Mapping[str, Entity]) -> dict[str, Relation]:
    found: dict[str, Relation] = {}
    for number, entry in enumerate(listing(row.values, "relations"), 1):
        try:
            if not isinstance(entry, dict):
                wrong("relations", entry, "an object")
            told = {name: value for name, value in entry.items() if value is not None}
            told["label"] = _label(told.get("label"), row.names.get("relations.label", []))
            told.setdefault("id", f"{told['label']}-{told.get('head')}-{told.get('tail')}")
            relation = relation_from(told)
            for end in (relation.head, relation.tail):
                if end not in entities:
                    raise BadInput("the entity “{id}” is not there.", id=end[:60])
            if relation.id in found:
                raise BadInput("another one has the same id.")
        except KhaotagError as error:
            raise BadInput("Relation {number}: {reason}", number=number, reason=error.message) from None
        found[relation.id] = relation
    return found
