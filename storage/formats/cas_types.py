"""The types of UIMA feature structures: which descends from which, and what their features hold."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cache
from importlib import resources
from pathlib import Path
from typing import Any, NamedTuple

from ...models.errors import BadInput, Unavailable
from .cas_xml import Element, elements, local
from .contract import MAX_DEPTH

DKPRO = "de.tudarmstadt.ukp.dkpro.core.api."
NAMED_ENTITY = f"{DKPRO}ner.type.NamedEntity"
TOKEN = f"{DKPRO}segmentation.type.Token"
SENTENCE = f"{DKPRO}segmentation.type.Sentence"
POS = f"{DKPRO}lexmorph.type.pos.POS"
META_DATA = f"{DKPRO}metadata.type.DocumentMetaData"
LINK = f"{DKPRO}coref.type.CoreferenceLink"
CHAIN = f"{DKPRO}coref.type.CoreferenceChain"
RELATION = "webanno.custom.Relation"
OWN_ARTICLE = "khaotag.Article"
OWN_DETAIL = "khaotag.Detail"

MAX_TYPE_SYSTEM = 8 * 1024 * 1024
TYPE_SYSTEM_FILES = ("TypeSystem.xml", "typesystem.xml")

_PRIMITIVES = frozenset(
    f"uima.cas.{name}"
    for name in (
        *("String", "Integer", "Float", "Boolean", "Byte", "Short", "Long", "Double"),
        *("StringArray", "IntegerArray", "FloatArray", "BooleanArray", "ByteArray", "ShortArray", "LongArray"),
        *("DoubleArray", "StringList", "IntegerList", "FloatList"),
    )
)


class Types(NamedTuple):
    """Supertypes by type, and the range of each feature by (type, feature)."""

    parents: Mapping[str, str]
    ranges: Mapping[tuple[str, str], str]

    def lineage(self, name: str) -> Iterator[str]:
        """Yield a type and whatever it descends from."""
        while name:
            yield name
            name = self.parents.get(name, "")

    def range_of(self, name: str, feature: str) -> str | None:
        """Return the range of a type's own or inherited feature; None where the feature is not declared."""
        return next((self.ranges[one, feature] for one in self.lineage(name) if (one, feature) in self.ranges), None)

    def refers(self, name: str, feature: str) -> bool | None:
        """Tell whether a feature holds references; None where it is not declared."""
        found = self.range_of(name, feature)
        if found is None:
            return None
        # a type made of the strings that it allows descends from String
        return not any(one in _PRIMITIVES for one in self.lineage(found))

    def joined(self, other: Types) -> Types:
        """Return these types and others; what both declare is as in *other*."""
        made = Types({**self.parents, **other.parents}, {**self.ranges, **other.ranges})
        for name in other.parents:
            for depth, _ in enumerate(made.lineage(name)):
                if depth > MAX_DEPTH:
                    raise BadInput("The type {name} descends from itself, or from too many others.", name=name[:80])
        return made


def types_of_xml(data: bytes) -> Types:
    """Return the types that a UIMA type system description declares; BadInput where it is none."""
    parents: dict[str, str] = {}
    ranges: dict[tuple[str, str], str] = {}
    for listing in elements(data):
        for one in listing.children if local(listing.name) == "types" else ():
            name = one.child("name")
            if name:
                parents[name] = one.child("supertypeName")
                ranges.update({(name, feature): held for feature, held in _features(one)})
    return Types(parents, ranges)


def _features(described: Element) -> Iterator[tuple[str, str]]:
    for listing in described.children:
        for one in listing.children if local(listing.name) == "features" else ():
            yield one.child("name"), one.child("rangeTypeName")


def types_of_json(declared: Any) -> Types:
    """Return the types of a JSON CAS's `%TYPES`."""
    parents: dict[str, str] = {}
    ranges: dict[tuple[str, str], str] = {}
    for name, described in declared.items() if isinstance(declared, dict) else ():
        if not isinstance(described, dict):
            continue
        parent = described.get("%SUPER_TYPE")
        parents[name] = parent if isinstance(parent, str) else ""
        for feature, held in described.items():
            if isinstance(held, dict) and isinstance(held.get("%RANGE"), str):
                ranges[name, feature] = held["%RANGE"]
    return Types(parents, ranges)


@cache
def dkpro_types() -> Types:
    """Return DKPro's core types; Unavailable where the library that brings them is not installed."""
    require_cassis()
    return types_of_xml(resources.files("cassis").joinpath("resources", "dkpro-core-types.xml").read_bytes())


def require_cassis() -> None:
    """Raise Unavailable where the extra is not installed."""
    try:
        import cassis  # noqa: F401
    except ImportError:
        raise Unavailable("UIMA CAS files need the extra “cas”: pip install 'khaotag[cas]'.") from None


def type_system_beside(path: Path) -> bytes | None:
    """Return the type system description that lies beside a file; None where there is none of a sane size."""
    for name in TYPE_SYSTEM_FILES:
        beside = path.with_name(name)
        if beside.is_file() and beside.stat().st_size <= MAX_TYPE_SYSTEM:
            return beside.read_bytes()
    return None
