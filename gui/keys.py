"""Keys by their place on the keyboard, so that shortcuts work while a Thai layout (Kedmanee) is on."""

from __future__ import annotations

from PySide6.QtCore import QKeyCombination, Qt
from PySide6.QtGui import QKeyEvent

_PLAIN = dict(
    zip(
        "_ๅ/-ภถุึคตจขชๆไำพะัีรนยบลฃฟหกดเ้่าสวงผปแอิืทมใฝ",
        "`1234567890-=qwertyuiop[]\\asdfghjkl;'zxcvbnm,./",
        strict=True,
    )
)
_SHIFTED = dict(
    zip(
        '%+๑๒๓๔ู฿๕๖๗๘๙๐"ฎฑธํ๊ณฯญฐ,ฅฤฆฏโฌ็๋ษศซ.()ฉฮฺ์?ฒฬฦ',
        '~!@#$%^&*()_+QWERTYUIOP{}|ASDFGHJKL:"ZXCVBNM<>?',
        strict=True,
    )
)
# A Latin layout types these characters too; only a Thai letter proves that the Thai layout is on.
_THAI = {char: key for char, key in {**_PLAIN, **_SHIFTED}.items() if "\u0e00" <= char <= "\u0e7f"}


def latin(char: str) -> str:
    """Return the character that the US layout has on the key of a Thai one; any other comes back as it is."""
    return _THAI.get(char, char)


def physical(event: QKeyEvent) -> QKeyCombination:
    """Return an event's key as the US layout names it, with its modifiers."""
    key = event.key()
    char = chr(key) if 0xE00 <= key <= 0xE7F else event.text()
    found = _THAI.get(char) if len(char) == 1 else None
    if found is None:
        return event.keyCombination()
    return QKeyCombination(event.modifiers(), Qt.Key(ord(found.upper())))


def shortcut_of(chord: str) -> str:
    """Return a chord as Qt's shortcuts know it: they name “?” by its sign, not by Shift and its key."""
    held, _, key = chord.rpartition("+") if chord[-1:] != "+" else (chord[:-2], "", "+")
    shifted = dict(zip("`1234567890-=[]\\;',./", '~!@#$%^&*()_+{}|:"<>?', strict=True)).get(key)
    if shifted is None or "Shift" not in held.split("+"):
        return chord
    return "+".join([*(name for name in held.split("+") if name != "Shift"), shifted])


def is_thai(event: QKeyEvent) -> bool:
    """Tell whether a key event carries a Thai letter."""
    return 0xE00 <= event.key() <= 0xE7F or (len(event.text()) == 1 and event.text() in _THAI)
