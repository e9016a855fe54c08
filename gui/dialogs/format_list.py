"""The list of formats at the left of the export dialog: what each holds, and what is missing for it."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QWidget

from ...storage.formats.extras import installed
from ...storage.formats.registry import FORMATS
from ..translate import tr
from ..widgets import PlainLabel, column

_ROLE = Qt.ItemDataRole.UserRole
# What is asked for most stands first; any other format comes behind these.
_ORDER = ("khaotag", "conll", "thainer", "lst20", "thai-nner", "spacy", "hf", "gliner", "dygie", "relation-examples")


def format_title(name: str) -> tuple[str, str]:
    """Return a format's name and what it holds, in the user's language."""
    nested = tr("entities and relations")
    known = {
        "khaotag": (tr("Khaotag JSON Lines"), tr("holds everything")),
        "conll": ("CoNLL", tr("words, one label each")),
        "thainer": ("ThaiNER", tr("words, one label each")),
        "lst20": ("LST20", tr("words, one label each")),
        "thai-nner": ("Thai N-NER", tr("words, nested entities")),
        "spacy": ("spaCy DocBin", nested),
        "hf": ("Hugging Face Parquet", nested),
        "gliner": ("GLiNER", nested),
        "dygie": ("DyGIE++", nested),
        "coref": (tr("Coreference chains"), tr("chains alone")),
        "relation-examples": (tr("Relation examples"), tr("pairs of entities")),
        "brat": ("brat", tr("text and stand-off marks")),
        "label-studio": ("Label Studio", nested),
        "doccano": ("doccano", nested),
        "prodigy": ("Prodigy", nested),
        "cas-xmi": ("UIMA CAS XMI", nested),
        "cas-json": ("UIMA CAS JSON", nested),
        "webanno-tsv": ("WebAnno TSV", nested),
        "jsonl": ("JSON Lines", tr("text and entities")),
        "csv": ("CSV", tr("a table of entities")),
    }
    return known.get(name, (name, ""))


class FormatList(QListWidget):
    """The formats that can be written; those whose extra is not installed say so and cannot be chosen."""

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("menu", True)
        self.setAccessibleName(tr("Format"))
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        writable = [name for name, known in FORMATS.items() if known.writer is not None]
        for name in sorted(writable, key=lambda name: _ORDER.index(name) if name in _ORDER else len(_ORDER)):
            self._add(name)

    def _add(self, name: str) -> None:
        title, holds = format_title(name)
        extra = FORMATS[name].needs
        there = installed(extra)
        if not there:
            holds = tr("needs the extra “{extra}”", extra=extra)
        item = QListWidgetItem()
        item.setData(_ROLE, name)
        item.setData(Qt.ItemDataRole.AccessibleTextRole, f"{title}, {holds}")
        item.setSizeHint(QSize(100, 50))
        if not there:
            item.setFlags(Qt.ItemFlag.NoItemFlags)
        self.addItem(item)
        shown = QWidget()
        shown.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        names = PlainLabel(title, "strong" if there else "muted")
        shown.setLayout(column(names, PlainLabel(holds, "small"), spacing=0, margins=(0, 4, 8, 4)))
        self.setItemWidget(item, shown)

    def choose(self, name: str) -> None:
        """Choose a format by its name."""
        for place in range(self.count()):
            if self.item(place).data(_ROLE) == name:
                self.setCurrentRow(place)

    def name_at(self, place: int) -> str:
        """Return the format of a line."""
        return str(self.item(place).data(_ROLE))
