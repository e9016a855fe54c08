"""All occurrences: every same string of the article is framed before it is marked, in one step, or left alone."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from typing import TYPE_CHECKING

from ...models.occurrences import Occurrence, Standing, mark_many, occurrences
from ..translate import tr
from .banner import Says

if TYPE_CHECKING:
    from .view import ArticleView

_SHOWN = 30  # code points of the string in the banner


class Preview:
    """The mode between asking for every same string and marking them."""

    def __init__(self, view: ArticleView) -> None:
        self._view = view
        self._string = ""
        self._label: str | None = None
        self._range = (0, 0)

    def table(self) -> Mapping[str, Callable[[], None]]:
        """Return what each command about same strings does."""
        return {
            "all_occurrences": self.start,
            "mark_occurrences": self.mark,
            "next_occurrence": lambda: self._step(1),
            "previous_occurrence": lambda: self._step(-1),
        }

    @property
    def active(self) -> bool:
        """Whether same strings are framed."""
        return bool(self._string)

    @property
    def found(self) -> tuple[Occurrence, ...]:
        """What is framed."""
        return self._view.scene.preview

    def start(self) -> None:
        """Frame every string that is the same as the focused entity, the selection or the word at the caret."""
        view = self._view
        entity = view.focused_entity()
        if entity is not None and len(entity.ranges) > 1:
            view.told.emit(tr("An entity of several fragments has no one string to look for."))
            return
        proposal = view.scene.proposal
        mark = entity or proposal
        where = (mark.start, mark.end) if mark is not None else view.edits.ground()
        if where is None:
            view.told.emit(tr("There is no word here to look for."))
            return
        self._string = view.document.opened.article.text[slice(*where)]
        self._label = mark.label if mark is not None else view.edits.last_label
        self._range = where
        if proposal is not None:
            view.proposals.focus(None)
        self._look()
        view.mode_changed.emit("preview")

    def stop(self) -> None:
        """Take the frames away."""
        if self.active:
            self._string = ""
            self._view.scene.preview = ()
            self._view.banner.tell("")
            self._view.viewport().update()
            self._view.mode_changed.emit("")

    def press(self, name: str, label: str | None) -> bool:
        """Do a command of the mode, or take another *label*; all other keys wait until the frames are gone."""
        match name:
            case _ if label is not None:
                self._label = label
                self._look()
            case "back" | "all_occurrences":
                self.stop()
            case _ if name in self.table():
                self.table()[name]()
            case "page_down" | "page_up":
                self._view.keyboard.page(1 if name == "page_down" else -1)
            case _:
                self._view.told.emit(tr("Enter marks the framed places, Esc leaves."))
        return True

    def _look(self) -> None:
        """Find out how each place stands to the label."""
        view = self._view
        opened = view.document.opened
        tokens = opened.tokens if opened.tokenizer else ()
        found = occurrences(opened.article, opened.layer, opened.schema, self._label or "", self._string, tokens)
        # What was selected by hand is meant, whatever the words are.
        view.scene.preview = tuple(
            one._replace(standing="free") if one.standing == "part" and one[:2] == self._range else one for one in found
        )
        view.banner.tell(self._says())
        view.viewport().update()

    def _says(self) -> Says:
        """Return what the strip at the top tells, with the keys that go on."""
        leave = ("Esc", tr("leave"))
        keys = (leave,) if self._label is None else (("Return", tr("mark them")), leave)
        return Says(self._counted(), keys=keys)

    def _counted(self) -> str:
        view = self._view
        counts = Counter(one.standing for one in self.found)
        string = self._string if len(self._string) <= _SHOWN else f"{self._string[:_SHOWN]}…"
        if self._label is None:
            return tr(
                "“{string}” stands here {count}× · a label's key chooses the label",
                string=string,
                count=len(self.found),
            )
        told = [tr("“{string}” as {label}", string=string, label=view.document.composer.chip_text(self._label))]
        told.append(tr("{count} to mark", count=counts["free"]))
        others: dict[Standing, str] = {
            "marked": tr("{count} marked already", count=counts["marked"]),
            "conflict": tr("{count} conflicts, left alone", count=counts["conflict"]),
            "part": tr("{count} inside longer words, left alone", count=counts["part"]),
            "excluded": tr("{count} excluded", count=counts["excluded"]),
        }
        told += [words for standing, words in others.items() if counts[standing]]
        return " · ".join(told)

    def mark(self) -> None:
        """Mark every free place as one step."""
        view, label = self._view, self._label
        free = [one for one in self.found if one.standing == "free"]
        if not self.active:
            view.told.emit(tr("Press A first: it frames every same string."))
            return
        if label is None:
            view.told.emit(tr("Press the key of a label first."))
            return
        if not free:
            self.stop()
            view.told.emit(tr("There was nothing left to mark."))
            return
        opened = view.document.opened
        spans = {view.edits.new_id("e"): (one.start, one.end) for one in free}
        self.stop()
        if opened.perform(lambda: mark_many(opened.article, opened.layer, opened.schema, label, spans)):
            view.edits.last_label = label
            view.told.emit(tr("{count} marked · Ctrl+Z undoes it", count=len(free)))

    def _step(self, direction: int) -> None:
        """Bring the next or previous place into view."""
        found, caret = self.found, self._view.scene.caret
        beyond = [one.start for one in found if (one.start > caret if direction > 0 else one.start < caret)]
        if found:
            at = _nearest(beyond, direction) if beyond else found[0 if direction > 0 else -1].start
            self._view.set_caret(at, keep_focus=True)
            self._view.viewport().update()


def _nearest(offsets: Iterable[int], direction: int) -> int:
    return min(offsets) if direction > 0 else max(offsets)
