"""Names in brat: labels as ASCII words, and the `annotation.conf` that declares them and remembers the real ones.

# khaotag name L_5f3a9c21 = บุคคล
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from hashlib import sha256
from pathlib import Path

from ...models.schema import EVERY, RelationType, Schema

CONF = "annotation.conf"
CONF_FILES = (CONF, "visual.conf", "tools.conf", "kb_shortcuts.conf")
_MAX_CONF = 1024 * 1024

_MOST_VALUES = 200  # a menu; what was typed freely is no choice
_NO_CHOICE = re.compile("[|,]")
_LEGAL = re.compile(r"[A-Za-z][A-Za-z0-9_-]*")
_ILLEGAL = re.compile(r"[^A-Za-z0-9]+")
_REMEMBERED = re.compile(r"# khaotag (name|file) (\S+) = (.*)")
_HEAD = "# Written by Khaotag. “khaotag” lines give the names that brat cannot hold.\n"
_IDS = "# khaotag files are named by article\n"


class Names:
    """Maps names to what brat can hold; the same name always gets the same one, whatever came before it."""

    def __init__(self, schema: Schema | None) -> None:
        self._real: dict[str, str] = {}
        self._english: dict[str, str] = {}
        if schema:
            self._english |= {kind.id: kind.name.en for kind in schema.entities}
            self._english |= {kind.id: kind.name.en for kind in schema.relations}

    def __call__(self, name: str) -> str:
        """Return the name itself where brat can hold it, else its English name (or “L”) with a piece of its hash."""
        if _LEGAL.fullmatch(name):
            return name
        slug = _ILLEGAL.sub("_", self._english.get(name, "")).strip("_")
        slug = f"{slug if _LEGAL.fullmatch(slug) else 'L'}_{sha256(name.encode()).hexdigest()[:8]}"
        self._real[slug] = name
        return slug

    def real(self) -> dict[str, str]:
        """Return the real name of each one that was changed."""
        return dict(self._real)

    def remembered(self) -> list[str]:
        """Return the lines that tell which name stands for which."""
        return [f"# khaotag name {slug} = {name}\n" for slug, name in sorted(self._real.items())]


def read_conf(folder: Path) -> tuple[dict[str, str], dict[str, str] | None]:
    """Return the real names of labels, and the articles' ids by file name (None where files are not named by id)."""
    names: dict[str, str] = {}
    files: dict[str, str] = {}
    try:
        with (folder / CONF).open("rb") as file:
            text = file.read(_MAX_CONF).decode("utf-8", "replace")
    except OSError:
        return {}, None
    for line in text.split("\n"):
        if found := _REMEMBERED.fullmatch(line):
            (names if found.group(1) == "name" else files)[found.group(2)] = found.group(3)
    return names, files if _IDS in text else None


class InUse:
    """The types, attribute values and file names that an export has met."""

    def __init__(self) -> None:
        self.entities: set[str] = set()
        self.relations: set[str] = set()
        self.attributes: dict[str, set[str]] = {}
        self.files: dict[str, str] = {}

    def attribute(self, name: str, value: object) -> None:
        """Take an attribute's value, except a flag's and what the list of values could not hold."""
        values = self.attributes.setdefault(name, set())
        if isinstance(value, str) and len(values) < _MOST_VALUES and not _NO_CHOICE.search(value):
            values.add(value)


def conf_text(names: Names, schema: Schema | None, used: InUse) -> str:
    """Return an `annotation.conf` that declares every type of the schema and every other one in use."""
    declared = [kind.id for kind in schema.entities] if schema else []
    types = [names(label) for label in (*declared, *sorted(used.entities - set(declared)))]
    known = schema.relation_types if schema else {}
    links = [*known, *sorted(used.relations - set(known))]
    lines = ["[entities]", *types, "", "[relations]", *(_relation(names, x, known.get(x)) for x in links)]
    lines += ["", "[events]", "", "[attributes]"]
    for name, values in sorted(used.attributes.items()):
        choices = "|".join(sorted(values))
        lines.append(f"{names(name)}\tArg:<ANY>" + (f", Value:{choices}" if choices else ""))
    body = "\n".join(lines) + "\n"
    renamed = [f"# khaotag file {name} = {article}\n" for name, article in sorted(used.files.items())]
    return "".join((_HEAD, _IDS, *names.remembered(), *renamed, "\n", body))


def _relation(names: Names, label: str, kind: RelationType | None) -> str:
    blocks = kind.joins if kind and kind.joins else (((EVERY,), (EVERY,)),)
    heads = dict.fromkeys(name for block in blocks for name in block[0])
    tails = dict.fromkeys(name for block in blocks for name in block[1])
    return f"{names(label)}\tArg1:{_types(names, heads)}, Arg2:{_types(names, tails)}"


def _types(names: Names, labels: Iterable[str]) -> str:
    return "|".join("<ENTITY>" if label == EVERY else names(label) for label in labels)
