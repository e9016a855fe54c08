"""Writing UIMA CAS: `ID.xmi` or `ID.json`, and one `TypeSystem.xml`."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import Any

from .cas_building import Shown, cas_of, type_system
from .cas_documents import CasFile
from .cas_json import CasJsonReader
from .cas_own import visible
from .cas_types import TYPE_SYSTEM_FILES, require_cassis
from .cas_xmi import XmiReader
from .contract import ExportDocument, LossSink, NotTheSame, Raw, Reader, ReadOptions, WriteOptions, Written
from .native_writer import native_line
from .writing import file_stem

_READ = ReadOptions(annotator="")


class CasWriter:
    """Writes one layer of each article as a file of its own, in XMI or in JSON."""

    one_layer = True

    def __init__(self, suffix: str) -> None:
        self._suffix = suffix
        self._shown: Shown = visible if suffix == ".xmi" else str
        self._reader: Reader = XmiReader() if suffix == ".xmi" else CasJsonReader()

    def needs_folder(self, options: WriteOptions) -> bool:
        """Return True: each article has a file of its own, and the types have one."""
        return True

    def write(
        self, documents: Iterable[ExportDocument], folder: Path, name: str, options: WriteOptions, sink: LossSink
    ) -> list[Written]:
        """Write every article and read it back; the parts of a split have folders of their own."""
        require_cassis()
        if name != "data":
            folder = folder / name
            folder.mkdir(exist_ok=True)
        types = type_system()
        taken: set[str] = {Path(known).stem.lower() for known in TYPE_SYSTEM_FILES}
        written: list[Written] = []
        for document in documents:
            path = folder / f"{file_stem(document.article.id, taken)}{self._suffix}"
            path.write_bytes(self._bytes(cas_of(document, types, self._shown, sink)))
            self._prove(document, path)
            written.append(Written(path, 1))
        path = folder / TYPE_SYSTEM_FILES[0]
        path.write_text(types.to_xml(), encoding="utf-8", newline="\n")
        return [*written, Written(path, 0)]

    def preview(self, document: ExportDocument, options: WriteOptions, sink: LossSink) -> str:
        """Return the article's file, one feature structure a line."""
        require_cassis()
        return self._bytes(cas_of(document, type_system(), self._shown, sink)).decode()

    def _bytes(self, cas: Any) -> bytes:
        made: str = cas.to_xmi(pretty_print=True) if self._suffix == ".xmi" else cas.to_json(pretty_print=True)
        return made.encode()

    def _prove(self, document: ExportDocument, path: Path) -> None:
        parsed = self._reader.parse(Raw(path.name, "", CasFile(path.read_bytes(), None, "")), _READ)
        read = parsed.documents[0] if parsed.documents and not parsed.problems else None
        made = None if read is None else ExportDocument(read.article, read.layers, list)
        if made is None or _told(made) != _told(document):
            raise NotTheSame(
                "“{article}” was read back differently from how it was written. {reason}",
                article=document.article.id,
                reason=parsed.problems[0].reason if parsed.problems else "",
            )


def _told(document: ExportDocument) -> bytes:
    """Return the native line of an article with one layer, whose annotator a CAS does not name."""
    article = document.article._replace(state=document.article.state._replace(cuts=(), joins=()))
    layers = tuple(layer._replace(annotator="") for layer in document.layers if not layer.is_blank)
    return native_line(ExportDocument(article, layers, list))
