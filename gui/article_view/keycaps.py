"""How a chord is printed: the caps of its keys, as they stand on a keyboard."""

from __future__ import annotations

_CAPS = {
    "Right": "→",
    "Left": "←",
    "Up": "↑",
    "Down": "↓",
    "Return": "↵",
    "PgDown": "PgDn",
    "PgUp": "PgUp",
    "Backspace": "⌫",
}
DOT = "·"
_WHOLE = {"Shift+=": "+", "Shift+/": "?"}


def key_caps(chord: str) -> list[str]:
    """Return the keys of a chord as they are printed on a keyboard."""
    if chord in _WHOLE:
        return [_WHOLE[chord]]
    keys = [key for key in chord.split("+") if key] or ["+"]
    return [_CAPS.get(key, key.upper() if len(key) == 1 else key) for key in keys]


def pair_caps(one: str, other: str) -> list[str]:
    """Return the keys of two chords: what both are held with only once, chords held differently with a dot between."""
    first, second = key_caps(one), key_caps(other)
    if first[:-1] == second[:-1]:
        return [*first, second[-1]]
    return [*second, DOT, *first]


def key_text(chord: str) -> str:
    """Return a chord as one text, for sentences and lists."""
    return "+".join(key_caps(chord))
