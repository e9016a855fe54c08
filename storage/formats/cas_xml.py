"""XML from anywhere, cut into the elements below its root in bounded memory, with nothing that could blow up in it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple
from xml.parsers import expat

from ...models.errors import BadInput
from .contract import MAX_DEPTH

_CHUNK = 1024 * 1024


class Element(NamedTuple):
    """An element; its name and those of its attributes are “namespace name”, or the bare name where there is none."""

    name: str
    attributes: dict[str, str]
    children: list[Element]
    words: list[str]

    @property
    def text(self) -> str:
        """The text that stands directly in the element."""
        return "".join(self.words)

    def child(self, name: str) -> str:
        """Return the stripped text of the first child called *name* in any namespace; empty if there is none."""
        return next((one.text.strip() for one in self.children if local(one.name) == name), "")


def local(name: str) -> str:
    """Return a name without its namespace."""
    return name.rpartition(" ")[2]


def elements(data: bytes) -> Iterator[Element]:
    """Yield each child of the root when it is closed.

    Raises BadInput for broken XML, for more than 64 levels, and for a DOCTYPE: entities, the only thing in XML that
    grows or reaches outside, cannot be declared without one, so it is refused before anything behind it is read.
    """
    parser = expat.ParserCreate(namespace_separator=" ")
    parser.buffer_text = True
    open_elements: list[Element] = []
    closed: list[Element] = []

    def start(name: str, attributes: dict[str, str]) -> None:
        if len(open_elements) >= MAX_DEPTH:
            raise BadInput("The XML is nested deeper than {limit} levels, which is the limit.", limit=MAX_DEPTH)
        element = Element(name, attributes, [], [])
        if len(open_elements) > 1:
            open_elements[-1].children.append(element)
        open_elements.append(element)

    def end(_: str) -> None:
        element = open_elements.pop()
        if len(open_elements) == 1:
            closed.append(element)

    def characters(text: str) -> None:
        if len(open_elements) > 1:
            open_elements[-1].words.append(text)

    parser.StartElementHandler = start
    parser.EndElementHandler = end
    parser.CharacterDataHandler = characters
    parser.StartDoctypeDeclHandler = _refuse
    try:
        for at in range(0, len(data), _CHUNK):
            parser.Parse(data[at : at + _CHUNK], False)
            yield from closed
            closed.clear()
        parser.Parse(b"", True)
    except expat.ExpatError as error:
        raise BadInput(
            "The XML is broken at line {line}, column {column}: {reason}.",
            line=error.lineno,
            column=error.offset + 1,
            reason=expat.ErrorString(error.code),
        ) from None
    except (LookupError, ValueError):
        raise BadInput("The XML is in an encoding that is not known here. Save it as UTF-8.") from None
    yield from closed


def _refuse(*_: object) -> None:
    raise BadInput("The XML has a DOCTYPE, which could declare entities without end; such files are refused.")
