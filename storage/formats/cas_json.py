"""UIMA CAS in JSON (version 0.4), as INCEpTION and cassis write it; offsets in UTF-16 units, end exclusive.

{"%TYPES": {…}, "%VIEWS": {"_InitialView": {"%SOFA": 1, "%MEMBERS": [9]}}, "%FEATURE_STRUCTURES": [
 {"%ID": 1, "%TYPE": "uima.cas.Sofa", "sofaID": "_InitialView", "sofaString": "นายกฯ ลงพื้นที่"},
 {"%ID": 9, "%TYPE": "….NamedEntity", "@sofa": 1, "begin": 0, "end": 5, "value": "PERSON"}]}
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

from ...models.errors import BadInput
from ...models.text import decode
from .annotator_files import annotator_of
from .cas_documents import CasFile, documents_of, types_for
from .cas_structures import FS_ARRAY, Cas, Ref, Sofa, Structure, is_array
from .cas_types import TYPE_SYSTEM_FILES, Types, require_cassis, type_system_beside, types_of_json
from .contract import Parsed, Problem, Raw, ReadOptions
from .json_values import check_depth, json_object
from .reading import read_bytes, rejected

_SOFA = "uima.cas.Sofa"
_MARKS = (b'"%FEATURE_STRUCTURES"', b'"%TYPES"', b'"%VIEWS"')


class CasJsonReader:
    """Reads a CAS from a `.json` file."""

    suffixes: tuple[str, ...] = ()

    def sniff(self, path: Path, head: bytes) -> bool:
        """Tell by the keys that no other JSON has."""
        return head.removeprefix(b"\xef\xbb\xbf").lstrip().startswith(b"{") and any(mark in head for mark in _MARKS)

    def companions(self, path: Path) -> tuple[Path, ...]:
        """Return the type system that may lie beside it."""
        return tuple(path.with_name(name) for name in TYPE_SYSTEM_FILES)

    def split(self, path: Path, options: ReadOptions) -> Iterator[Raw | Problem]:
        """Yield the file, which is one record."""
        require_cassis()
        try:
            data = read_bytes(path)
            annotator = annotator_of(path, _text_in, options)
            yield Raw(str(path), "", CasFile(data, type_system_beside(path), annotator))
        except BadInput as error:
            yield rejected(str(path), "", error)

    def parse(self, raw: Raw, options: ReadOptions) -> Parsed:
        """Read the texts of a CAS and the annotations on them."""
        problems: list[Problem] = []
        try:
            data = raw.data.data.removeprefix(b"\xef\xbb\xbf")
            record = json_object(decode(data, options.encoding)[0] if options.encoding else data)
            check_depth(record, 1)
            types = types_for(raw, problems).joined(types_of_json(record.get("%TYPES")))
            return documents_of(_cas(raw, record, types), raw, problems)
        except BadInput as error:
            return Parsed([], [*problems, rejected(raw.source, raw.record, error)])


def _text_in(data: bytes) -> bytes:
    found = data.partition(b'"sofaString"')[2].partition(b'"')[2]
    return found.replace(b'\\"', b"''").partition(b'"')[0]


def _cas(raw: Raw, record: dict[str, Any], types: Types) -> Cas:
    cas = Cas(raw.source, types)
    structures, views = record.get("%FEATURE_STRUCTURES", []), record.get("%VIEWS", {})
    if not isinstance(structures, list) or not isinstance(views, dict):
        raise BadInput("This is not the JSON of a CAS: its feature structures are no list, or its views no object.")
    for number, one in enumerate(structures):
        if not isinstance(one, dict) or not isinstance(one.get("%TYPE"), str):
            cas.reject(f"%FEATURE_STRUCTURES {number + 1}", BadInput("This is no feature structure with a type."))
        elif one["%TYPE"] == _SOFA:
            made = _sofa(one)
            cas.sofas[made.id] = made
        else:
            cas.add(_structure(one, number))
    for view in views.values():
        members = view.get("%MEMBERS") if isinstance(view, dict) else None
        if isinstance(members, list):
            cas.members.setdefault(str(view.get("%SOFA")), []).extend(map(str, members))
    return cas


def _sofa(one: dict[str, Any]) -> Sofa:
    text = one.get("sofaString")
    elsewhere = one.get("sofaURI") or ("sofaArray" if "@sofaArray" in one else "")
    return Sofa(str(one.get("%ID")), str(one.get("sofaID")), text if isinstance(text, str) else None, str(elsewhere))


def _structure(one: dict[str, Any], number: int) -> Structure:
    id_ = str(one.get("%ID", f"+{number}"))
    kind = one["%TYPE"]
    features: dict[str, Any] = {}
    for name, value in one.items():
        if name == "%ELEMENTS":
            refers = kind == FS_ARRAY or (kind.endswith("[]") and is_array(kind))
            features["elements"] = _refs(value) if refers and isinstance(value, list) else value
        elif name.startswith("@"):
            features[name[1:]] = _refs(value) if isinstance(value, list) else _ref(value)
        elif not name.startswith("%"):
            features[name.removeprefix("#").removeprefix("^")] = value
    return Structure(id_, kind, features, f"%ID {id_}")


def _refs(values: list[Any]) -> list[Ref]:
    return [ref for ref in map(_ref, values) if ref is not None]


def _ref(value: Any) -> Ref | None:
    return Ref(str(value)) if value is not None else None
