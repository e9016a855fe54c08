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
    cutter = _Cutter()
    try:
        for at in range(0, len(data), _CHUNK):
            yield from cutter.closed_by(data[at : at + _CHUNK], last=False)
        yield from cutter.closed_by(b"", last=True)
    except expat.ExpatError as error:
        raise BadInput(
            "The XML is broken at line {line}, column {column}: {reason}.",
            line=error.lineno,
            column=error.offset + 1,
            reason=expat.ErrorString(error.code),
        ) from None
    except (LookupError, ValueError):
        raise BadInput("The XML is in an encoding that is not known here. Save it as UTF-8.") from None


class _Cutter:
    """Takes XML in pieces and gives the elements below the root."""

    def __init__(self) -> None:
        self._parser = expat.ParserCreate(namespace_separator=" ")
        self._parser.buffer_text = True
        self._parser.StartElementHandler = self._start
        self._parser.EndElementHandler = self._end
        self._parser.CharacterDataHandler = self._characters
        self._parser.StartDoctypeDeclHandler = self._doctype
        self._open: list[Element] = []
        self._closed: list[Element] = []

    def closed_by(self, data: bytes, *, last: bool) -> list[Element]:
        """Return the elements that this piece closes."""
        self._closed = []
        self._parser.Parse(data, last)
        return self._closed

    def _start(self, name: str, attributes: dict[str, str]) -> None:
        if len(self._open) >= MAX_DEPTH:
            raise BadInput("The XML is nested deeper than {limit} levels, which is the limit.", limit=MAX_DEPTH)
        element = Element(name, attributes, [], [])
        if len(self._open) > 1:
            self._open[-1].children.append(element)
        self._open.append(element)

    def _end(self, _: str) -> None:
        element = self._open.pop()
        if len(self._open) == 1:
            self._closed.append(element)

    def _characters(self, text: str) -> None:
        if len(self._open) > 1:
            self._open[-1].words.append(text)

    def _doctype(self, *_: object) -> None:
        raise BadInput("The XML has a DOCTYPE, which could declare entities without end; such files are refused.")
