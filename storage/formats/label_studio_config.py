"""The configuration of a Label Studio project: which objects are texts, and one that fits what is exported."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from pathlib import Path
from xml.sax.saxutils import quoteattr

from ...models.errors import BadInput
from ...models.schema import Schema

TEXT_NAME, LABELS_NAME, TEXT_LABELS_NAME = "text", "label", "article_labels"
_TAKEN = frozenset((TEXT_NAME, LABELS_NAME, TEXT_LABELS_NAME))

_MAX_CONFIG = 4 * 1024 * 1024  # bytes
# Read without a parser of XML: a tag that shows a text is all that is looked for, and no entity can be expanded.
_TEXT_TAG = re.compile(r"<(?:Text|HyperText)\b([^<>]*)>")
_ATTRIBUTE = re.compile(r"""([\w-]+)\s*=\s*(?:"([^"]*)"|'([^']*)')""")
_ILLEGAL = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def texts_of_config(path: Path) -> Mapping[str, str]:
    """Return, for each object that shows a text, the key of the data that it shows; nothing where there is no file."""
    if not path.is_file():
        return {}
    if path.stat().st_size > _MAX_CONFIG:
        raise BadInput("The file has {size} bytes; the limit is {limit}.", size=path.stat().st_size, limit=_MAX_CONFIG)
    found = {}
    for tag in _TEXT_TAG.finditer(path.read_text("utf-8", "replace")):
        told = {name: one or other for name, one, other in _ATTRIBUTE.findall(tag.group(1))}
        if told.get("name") and told.get("value", "").startswith("$"):
            found[told["name"]] = told["value"].removeprefix("$")
    return found


def can_be_control(name: str) -> bool:
    """Tell whether a control may have a name: a free one, which Label Studio takes for no number, yes or no."""
    if name in _TAKEN or not name or name != name.strip() or _ILLEGAL.search(name):
        return False
    try:
        float(name)
    except ValueError:
        return name.lower() not in ("true", "false")
    return False


class InUse:
    """What the exported tasks use, beside what the schema has."""

    def __init__(self, schema: Schema | None) -> None:
        self.entities: dict[str, None] = dict.fromkeys(schema.entity_types if schema else ())
        self.relations: dict[str, None] = dict.fromkeys(schema.relation_types if schema else ())
        self.labels: dict[str, None] = dict.fromkeys(label.id for label in schema.labels) if schema else {}
        self.attributes: dict[str, str] = {}  # the type of result of each


def config_text(used: InUse, schema: Schema | None) -> str:
    """Return a configuration in which all that was exported can be shown and gone on with."""
    colours = {name: kind.light for name, kind in schema.entity_types.items()} if schema else {}
    lines = [
        "<View>",
        "  <Relations>",
        *(f"    <Relation value={_quoted(label)}/>" for label in used.relations),
        "  </Relations>",
        f'  <Labels name="{LABELS_NAME}" toName="{TEXT_NAME}">',
        *(
            f"    <Label value={_quoted(label)} background={_quoted(colours.get(label, '#565E6C'))}/>"
            for label in used.entities
        ),
        "  </Labels>",
        f'  <Text name="{TEXT_NAME}" value="$text" granularity="character"/>',
        *(_attribute(name, kind) for name, kind in used.attributes.items()),
        *_text_labels(used.labels),
        "</View>",
        "",
    ]
    return "\n".join(lines)


def _attribute(name: str, kind: str) -> str:
    tag = {"textarea": "TextArea", "number": "Number"}[kind]
    return f'  <{tag} name={_quoted(name)} toName="{TEXT_NAME}" perRegion="true"/>'


def _text_labels(labels: Iterable[str]) -> list[str]:
    choices = [f"    <Choice value={_quoted(label)}/>" for label in labels]
    if not choices:
        return []
    head = f'  <Choices name="{TEXT_LABELS_NAME}" toName="{TEXT_NAME}" choice="multiple">'
    return [head, *choices, "  </Choices>"]


def _quoted(value: str) -> str:
    return quoteattr(_ILLEGAL.sub("\ufffd", value), {"\n": "&#10;", "\t": "&#9;", "\r": "&#13;"})
