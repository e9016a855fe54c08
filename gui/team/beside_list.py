"""What merges could not decide: versions kept beside the present ones, until somebody chooses."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from ...storage.beside import STATE, Kept
from ..look import Look
from ..panels.line_list import Line, LineList
from ..translate import tr
from ..widgets import PlainLabel, button, column, row
from .reading import Waiting


class BesideList(QWidget):
    """The tab. *Signals:* `mine_wanted(Kept)`, `theirs_wanted(Kept)`, `opened(article id)`."""

    mine_wanted = Signal(object)
    theirs_wanted = Signal(object)
    opened = Signal(str)

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._hint = PlainLabel(role="small", wrap=True)
        self.list = LineList(look, tr("Kept beside"))
        self.mine, self.theirs, self.open = button(), button(), button(kind="link")
        foot = row(self.mine, self.theirs, self.open, None, margins=(24, 8, 24, 12))
        self.setLayout(column(row(self._hint, margins=(24, 12, 24, 8)), self.list, foot, spacing=0))
        self.setFocusProxy(self.list)
        self.mine.clicked.connect(lambda: self._settle("K", self.list.current()))
        self.theirs.clicked.connect(lambda: self._settle("T", self.list.current()))
        self.open.clicked.connect(lambda: self._settle("O", self.list.current()))
        self.list.pressed.connect(self._settle)

    def show_waiting(self, waiting: Sequence[Waiting], names: Mapping[str, str]) -> None:
        """List the versions."""
        self.mine.setText(tr("Keep what is here  K"))
        self.theirs.setText(tr("Take theirs  T"))
        self.open.setText(tr("Open the article  O"))
        self._hint.setText(
            tr("Two projects changed these apart from each other. What is here stays until you choose.")
            if waiting
            else tr("Nothing is kept beside: every merge so far could be decided.")
        )
        for widget in (self.mine, self.theirs, self.open):
            widget.setEnabled(bool(waiting))
        self.list.show_lines([_line(one, names) for one in waiting])

    def _settle(self, chord: str, kept: Kept | None) -> None:
        if kept is None:
            return
        if chord.upper() == "K":
            self.mine_wanted.emit(kept)
        elif chord.upper() == "T":
            self.theirs_wanted.emit(kept)
        elif chord.upper() == "O":
            self.opened.emit(kept.article)


def _line(one: Waiting, names: Mapping[str, str]) -> Line:
    kept = one.kept
    what = (
        tr("the article’s words and exclusions")
        if kept.annotator == STATE
        else tr("Layer of {name}", name=names.get(kept.annotator, kept.annotator))
    )
    detail = tr("from {source}", source=kept.source)
    if one.here is not None and one.there is not None:
        detail += " · " + tr("only here {here} · only there {there}", here=one.here, there=one.there)
    return Line(f"{kept.article} · {what}", detail, data=kept)
