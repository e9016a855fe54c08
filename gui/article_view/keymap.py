"""Physical keys: whatever layout is active, a key is named by what stands on it on a US keyboard."""

from __future__ import annotations

import sys
from typing import Final

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent

from ..keys import latin

_SHIFTED = dict(zip('~!@#$%^&*()_+{}|:"<>?', "`1234567890-=[]\\;',./", strict=True))

# Scan codes: X11 and Wayland count evdev's codes from 8; Windows uses set 1, which evdev took over for these rows.
_EVDEV = {
    start + index: key
    for start, row in ((2, "1234567890-="), (16, "qwertyuiop[]"), (30, "asdfghjkl;'`"), (43, "\\zxcvbnm,./"))
    for index, key in enumerate(row)
}
# macOS has no scan codes.
_OFFSET = {"win32": 0, "darwin": 1 << 16}.get(sys.platform, 8)

_NAMED: Final[dict[int, str]] = {
    Qt.Key.Key_Left: "Left",
    Qt.Key.Key_Right: "Right",
    Qt.Key.Key_Up: "Up",
    Qt.Key.Key_Down: "Down",
    Qt.Key.Key_Home: "Home",
    Qt.Key.Key_End: "End",
    Qt.Key.Key_PageUp: "PgUp",
    Qt.Key.Key_PageDown: "PgDown",
    Qt.Key.Key_Tab: "Tab",
    Qt.Key.Key_Backtab: "Tab",
    Qt.Key.Key_Return: "Return",
    Qt.Key.Key_Enter: "Return",
    Qt.Key.Key_Escape: "Esc",
    Qt.Key.Key_Delete: "Del",
    Qt.Key.Key_Backspace: "Backspace",
    Qt.Key.Key_Space: "Space",
    **{Qt.Key(Qt.Key.Key_F1.value + number): f"F{number + 1}" for number in range(12)},
}


def key_name(event: QKeyEvent) -> str:
    """Return the name of the pressed key: “a”, “1”, “.”, “Left” …; empty for keys that stand for nothing here."""
    key = event.key()
    named = _NAMED.get(key)
    if named is not None:
        return named
    if Qt.Key.Key_A <= key <= Qt.Key.Key_Z:
        return chr(key).lower()
    # A Latin layout that is not the US one moves letters; those are named by what they say, all else by where it is.
    by_place = _EVDEV.get(event.nativeScanCode() - _OFFSET) if event.nativeScanCode() else None
    if by_place is not None:
        return by_place
    char = latin(chr(key) if 32 < key < 0x110000 else event.text()[:1])
    return _SHIFTED.get(char, char.lower() if char.isprintable() else "")


def chord(event: QKeyEvent) -> str:
    """Return the pressed keys as one name, such as “Ctrl+Shift+Right”; empty for a modifier alone."""
    name = key_name(event)
    if not name:
        return ""
    held = event.modifiers()
    parts = []
    if held & Qt.KeyboardModifier.ControlModifier:
        parts.append("Ctrl")
    if held & Qt.KeyboardModifier.AltModifier:
        parts.append("Alt")
    if held & Qt.KeyboardModifier.ShiftModifier or event.key() == Qt.Key.Key_Backtab:
        parts.append("Shift")
    return "+".join([*parts, name.upper() if len(name) == 1 and parts else name])


def claims(event: QEvent, wanted: str) -> bool:
    """Take a chord before the window's shortcuts do; tells whether the event was the question for it."""
    if event.type() != QEvent.Type.ShortcutOverride or not isinstance(event, QKeyEvent) or chord(event) != wanted:
        return False
    event.accept()
    return True
