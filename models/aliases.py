"""Aliases: what people are called where a reviewer should not see whose work it is."""

from __future__ import annotations

from collections.abc import Iterable
from hashlib import sha256

from .schema import Words

_THAI = "กขคงจชซญดตถทธนบปพมยร"
_LATIN = "ABCDEFGHJKLMNPQRSTUV"  # as many, without letters that look like figures


def aliases(uuids: Iterable[str], salt: str) -> dict[str, Words]:
    """Return an alias for each uuid, such as “ผู้ตรวจ ก4” and “A4”.

    It hangs on the uuid and the *salt* (the project's instance) alone, so it stays when others come, unless two would
    have the same one: then the one with the larger hash takes the next that is free.
    """
    taken: set[int] = set()
    found: dict[str, Words] = {}
    count = len(_LATIN) * 9
    for digest, uuid in sorted((sha256(f"{salt}{uuid}".encode()).hexdigest(), uuid) for uuid in set(uuids)):
        place = int(digest, 16) % count
        extra = 0
        while place + extra * count in taken:
            extra += 1
        taken.add(place + extra * count)
        letter, figure = divmod(place, 9)
        number = f"{figure + 1}" + f"{extra + 1}" * bool(extra)
        found[uuid] = Words(f"ผู้ตรวจ {_THAI[letter]}{number}", f"{_LATIN[letter]}{number}")
    return found
