"""Look: the language, theme and way of reading that a person chose; every panel follows its one signal."""

from __future__ import annotations

from importlib import resources

from PySide6.QtCore import QObject, QTranslator, Signal
from PySide6.QtGui import QColor, QPalette
from PySide6.QtWidgets import QApplication

from ..storage.language import system_language
from .reading import Reading, remembered
from .settings import Settings
from .style import style_sheet
from .theme import THEMES, Theme
from .translate import CONTEXT

LANGUAGES = ("th", "en")


class Look(QObject):
    """The chosen language, theme and way of reading. *Signal:* `changed()` after any of them is another one."""

    changed = Signal()

    def __init__(
        self, app: QApplication, settings: Settings, *, language: str | None = None, theme: str | None = None
    ) -> None:
        super().__init__()
        self._app = app
        self._settings = settings
        self._translator: QTranslator | None = None
        self._thai = QTranslator(self)
        self.language = language or settings.text("language") or system_language()
        self.theme = THEMES.get(theme or settings.text("theme"), THEMES["light"])
        self.reading = remembered(settings)
        self._translate()
        self._dress()

    @property
    def ratio(self) -> float:
        """Device pixels per point of the screen."""
        return self._app.devicePixelRatio()

    def set_language(self, language: str) -> None:
        """Speak another language from now on."""
        if language == self.language or language not in LANGUAGES:
            return
        self.language = language
        self._settings.remember("language", language)
        self._translate()
        self.changed.emit()

    def set_theme(self, name: str) -> None:
        """Wear another theme from now on."""
        self.theme = THEMES[name]
        self._settings.remember("theme", name)
        self._dress()
        self.changed.emit()

    def set_reading(self, reading: Reading) -> None:
        """Set articles in another way from now on."""
        if reading != self.reading:
            self.reading = reading
            reading.remember(self._settings)
            self.changed.emit()

    def leave(self) -> None:
        """Speak for this window no more."""
        if self._translator is not None:
            self._app.removeTranslator(self._translator)
            self._translator = None

    def in_thai(self, text: str) -> str:
        """Return the Thai of an English text, whatever language is spoken."""
        if self._thai.isEmpty():
            self._thai.load(_words("th"))
        return self._thai.translate(CONTEXT, text) or text

    def _translate(self) -> None:
        self.leave()
        if self.language == "en":
            return
        translator = QTranslator(self)
        if translator.load(_words(self.language)):
            self._app.installTranslator(translator)
            self._translator = translator

    def _dress(self) -> None:
        self._app.setPalette(_palette(self.theme))
        self._app.setStyleSheet(style_sheet(self.theme))


def _words(language: str) -> str:
    return str(resources.files("khaotag") / "resources" / "translations" / f"khaotag_{language}.qm")


def _palette(theme: Theme) -> QPalette:
    palette = QPalette()
    role = QPalette.ColorRole
    for key, colour in (
        (role.Window, theme.panel),
        (role.Base, theme.paper),
        (role.AlternateBase, theme.soft),
        (role.Button, theme.paper),
        (role.Text, theme.text),
        (role.WindowText, theme.text),
        (role.ButtonText, theme.text),
        (role.PlaceholderText, theme.faint),
        (role.Highlight, theme.accent),
        (role.HighlightedText, theme.on_accent),
        (role.ToolTipBase, theme.paper),
        (role.ToolTipText, theme.text),
        (role.Link, theme.accent),
    ):
        palette.setColor(key, QColor(colour))
    for key in (role.Text, role.WindowText, role.ButtonText):
        palette.setColor(QPalette.ColorGroup.Disabled, key, QColor(theme.ghost))
    return palette
