"""The formats there are, and which of them a file is."""

from __future__ import annotations

from pathlib import Path

from ...models.errors import BadInput
from .brat import BratReader
from .brat_writer import BratWriter
from .cas_json import CasJsonReader
from .cas_writer import CasWriter
from .cas_xmi import XmiReader
from .conll import ConllReader
from .conll_writer import ConllWriter
from .contract import HEAD, Format, Keeps, Reader, Writer
from .coref import CorefReader
from .coref_writer import CorefWriter
from .csv_rows import CsvReader
from .csv_writer import CsvWriter
from .doccano import DoccanoReader
from .doccano_writer import DoccanoWriter
from .dygie import DygieReader
from .dygie_writer import DygieWriter
from .gliner import GlinerReader
from .gliner_writer import GlinerWriter
from .hf import HfReader
from .hf_writer import HfWriter
from .html import HtmlReader
from .jsonl import JsonLinesReader
from .label_studio import LabelStudioReader
from .label_studio_writer import LabelStudioWriter
from .lst20 import Lst20Reader
from .lst20_writer import Lst20Writer
from .native import NativeReader
from .native_writer import NativeWriter
from .prodigy import ProdigyReader
from .prodigy_writer import ProdigyWriter
from .relation_examples import RelationExamplesWriter
from .spacy_docs import SpacyReader
from .spacy_writer import SpacyWriter
from .thai_nner import ThaiNnerReader
from .thai_nner_writer import ThaiNnerWriter
from .thainer import ThaiNerReader
from .thainer_writer import ThaiNerWriter
from .txt import TxtReader
from .webanno_tsv import WebannoReader
from .webanno_writer import WebannoWriter

# In the order in which sniffing asks; the first that is sure wins.
FORMATS: dict[str, Format] = {
    known.name: known
    for known in (
        Format("khaotag", Keeps(True, True, True, True, True, True), NativeReader(), NativeWriter()),
        Format("cas-xmi", Keeps(True, True, True, True, True), XmiReader(), CasWriter(".xmi"), "cas"),
        Format("cas-json", Keeps(True, True, True, True, True), CasJsonReader(), CasWriter(".json"), "cas"),
        Format("webanno-tsv", Keeps(True, True, False, True, True), WebannoReader(), WebannoWriter()),
        Format("conll", Keeps(), ConllReader(), ConllWriter()),
        Format("lst20", Keeps(), Lst20Reader(), Lst20Writer()),
        Format("thainer", Keeps(), ThaiNerReader(), ThaiNerWriter()),
        Format(
            "spacy",
            Keeps(nested=True, crossing=True, relations=True, attributes=True),
            SpacyReader(),
            SpacyWriter(),
            "spacy",
        ),
        Format("hf", Keeps(nested=True, crossing=True, relations=True), HfReader(), HfWriter(), "parquet"),
        Format("thai-nner", Keeps(nested=True, crossing=True), ThaiNnerReader(), ThaiNnerWriter()),
        Format("brat", Keeps(True, True, True, True, True), BratReader(), BratWriter()),
        Format("label-studio", Keeps(True, True, False, True, True, True), LabelStudioReader(), LabelStudioWriter()),
        Format("prodigy", Keeps(True, True, relations=True, annotators=True), ProdigyReader(), ProdigyWriter()),
        Format("gliner", Keeps(nested=True, crossing=True, relations=True), GlinerReader(), GlinerWriter()),
        Format("dygie", Keeps(nested=True, crossing=True, relations=True), DygieReader(), DygieWriter()),
        Format("coref", Keeps(nested=True, crossing=True), CorefReader(), CorefWriter()),
        Format("doccano", Keeps(nested=True, crossing=True, relations=True), DoccanoReader(), DoccanoWriter()),
        Format("relation-examples", Keeps(), writer=RelationExamplesWriter()),
        Format("jsonl", Keeps(), JsonLinesReader()),
        Format("csv", Keeps(True, True, True, True, True, True), CsvReader(), CsvWriter()),
        Format("html", Keeps(), HtmlReader(), needs="html"),
        Format("txt", Keeps(), TxtReader()),
    )
}


def reader_named(name: str) -> Reader:
    """Return the reader called *name*; BadInput lists those there are."""
    found = FORMATS.get(name)
    if found is None or found.reader is None:
        names = ", ".join(known.name for known in FORMATS.values() if known.reader is not None)
        raise BadInput("The format “{name}” cannot be read. These can: {names}.", name=name, names=names)
    return found.reader


def writer_named(name: str) -> Writer:
    """Return the writer called *name*; BadInput lists those there are."""
    found = FORMATS.get(name)
    if found is None or found.writer is None:
        names = ", ".join(known.name for known in FORMATS.values() if known.writer is not None)
        raise BadInput("The format “{name}” cannot be written. These can: {names}.", name=name, names=names)
    return found.writer


def name_for(path: Path) -> str | None:
    """Return the name of the format a file seems to be, by its content first and then by its suffix; None if unknown.

    Raises OSError where the file cannot be read.
    """
    with path.open("rb") as file:
        head = file.read(HEAD)
    readers = [(known.name, known.reader) for known in FORMATS.values() if known.reader is not None]
    for name, reader in readers:
        if reader.sniff(path, head):
            return name
    for name, reader in readers:
        if path.suffix.lower() in reader.suffixes:
            return name
    return None
