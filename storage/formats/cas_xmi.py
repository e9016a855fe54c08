"""UIMA CAS in XMI, as INCEpTION and cTAKES write it: one file an article, offsets in UTF-16 units, end exclusive.

<type:NamedEntity xmi:id="9" sofa="1" begin="0" end="5" value="PERSON"/>
<cas:Sofa xmi:id="1" sofaID="_InitialView" sofaString="นายกฯ ลงพื้นที่"/>
<cas:View sofa="1" members="9"/>

The types are those of a `TypeSystem.xml` beside the file, of DKPro's core, and what the elements themselves show.
"""

from __future__ import annotations

import math
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from ...models.errors import BadInput
from .annotator_files import annotator_of
from .cas_documents import CasFile, documents_of, types_for
from .cas_structures import FS_ARRAY, Cas, Ref, Sofa, Structure
from .cas_types import TYPE_SYSTEM_FILES, Types, require_cassis, type_system_beside
from .cas_xml import Element, elements, local
from .contract import Parsed, Problem, Raw, ReadOptions
from .reading import read_bytes, rejected

_ID = "http://www.omg.org/XMI id"
_CAS = "http:///uima/cas.ecore "
_OWN = ("http:///", ".ecore")
# What refers to something in types that nobody declared, by the names that INCEpTION and DKPro always use.
_PLACE = frozenset(("sofa", "begin", "end"))
_REFERENCES = frozenset(("Governor", "Dependent", "first", "next", "target"))


class XmiReader:
    """Reads `.xmi` files."""

    suffixes: tuple[str, ...] = (".xmi",)

    def sniff(self, path: Path, head: bytes) -> bool:
        """Tell by the root element."""
        return b"<xmi:XMI" in head and b"http:///uima/cas.ecore" in head

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
            types = types_for(raw, problems)
            return documents_of(_cas(raw, types), raw, problems)
        except BadInput as error:
            return Parsed([], [*problems, rejected(raw.source, raw.record, error)])


def _text_in(data: bytes) -> bytes:
    return data.partition(b'sofaString="')[2].partition(b'"')[0]


def _cas(raw: Raw, types: Types) -> Cas:
    cas = Cas(raw.source, types)
    for element in elements(raw.data.data):
        if element.name == f"{_CAS}Sofa":
            made = _sofa(element)
            cas.sofas[made.id] = made
        elif element.name == f"{_CAS}View":
            members = element.attributes.get("members", "").split()
            cas.members.setdefault(element.attributes.get("sofa", ""), []).extend(members)
        elif element.name != f"{_CAS}NULL":
            cas.add(_structure(element, len(cas.structures)))
    typing = _Typing(types, _slots(cas))
    for one in cas.structures.values():
        for name, value in one.features.items():
            one.features[name] = typing.value(one.type, name, value)
    return cas


def _sofa(element: Element) -> Sofa:
    told = element.attributes
    elsewhere = told.get("sofaURI") or ("sofaArray" if "sofaArray" in told else "")
    return Sofa(told.get(_ID, ""), told.get("sofaID", ""), told.get("sofaString"), elsewhere)


def _structure(element: Element, number: int) -> Structure:
    space, _, name = element.name.rpartition(" ")
    package = space.removeprefix(_OWN[0]).removesuffix(_OWN[1]).replace("/", ".")
    kind = name if package in ("", "uima.noNamespace") else f"{package}.{name}"
    features: dict[str, Any] = element.attributes  # its own from here on
    id_ = features.pop(_ID, "") or f"+{number}"
    for child in element.children:
        features.setdefault(local(child.name), [])
        if isinstance(features[local(child.name)], list):
            features[local(child.name)].append(child.text)
    return Structure(id_, kind, features, f"xmi:id {id_}")


def _slots(cas: Cas) -> set[tuple[str, str]]:
    """Return (type, feature) of what leads to links with a role and a target wherever it stands, declared or not."""
    links = {one.id for one in cas.structures.values() if "target" in one.features and "begin" not in one.features}
    found: dict[tuple[str, str], bool] = {}
    for one in cas.structures.values() if links else ():
        for name, value in one.features.items():
            if name not in _PLACE and value:
                leads = isinstance(value, str) and all(part in links for part in value.split())
                found[one.type, name] = leads and found.get((one.type, name), True)
    return {key for key, leads in found.items() if leads}


class _Typing:
    """Turns the texts of attributes into what the types say that they are."""

    def __init__(self, types: Types, slots: set[tuple[str, str]]) -> None:
        self._types = types
        self._slots = slots
        self._kinds: dict[tuple[str, str], str] = {}

    def value(self, kind: str, feature: str, value: Any) -> Any:
        """Return a feature's value; whatever is no number where one is due stays a text."""
        if isinstance(value, list) or feature in _PLACE:
            return value
        holds = self._kinds.get((kind, feature)) or self._kind(kind, feature)
        if holds == "references":
            return [Ref(one) for one in value.split()] if " " in value else Ref(value)
        if holds == "list of references":
            return [Ref(one) for one in value.split()]
        return _primitive(holds, value)

    def _kind(self, kind: str, feature: str) -> str:
        held = self._types.range_of(kind, feature)
        refers = self._types.refers(kind, feature)
        in_list = kind.startswith("uima.cas.") and feature in ("head", "tail")
        if kind == FS_ARRAY:
            found = "list of references"
        elif refers or (held is None and (in_list or feature in _REFERENCES or (kind, feature) in self._slots)):
            found = "references"
        else:
            found = held or "unknown"
        self._kinds[kind, feature] = found
        return found


def _primitive(holds: str, value: str) -> Any:
    name = holds.rpartition(".")[2]
    if name == "Boolean":
        return value == "true" if value in ("true", "false") else value
    try:
        if name in ("Integer", "Short", "Long", "Byte"):
            return int(value) if len(value) <= 20 else value
        if name in ("Float", "Double"):
            number = float(value)
            return number if math.isfinite(number) else value
    except ValueError:
        pass
    return value
