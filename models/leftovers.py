"""What a web page leaves in a news text: proposals of what to exclude, and the title behind them. Nothing is cut."""

from __future__ import annotations

import re
from collections.abc import Iterator

from .article import Exclusion

MAX_TITLE = 300
_SHORTEST_REPEAT = 20

_LINE = re.compile(r"[^\n]+")
_SPACES = re.compile(r"\s+")
_SEPARATOR = re.compile(r"[.\-_=*~•·–—\s]+")
_LEFTOVER = re.compile(
    r"""
    facebook([ ]comments?)? | twitter | line | x | instagram | youtube | messenger | e-?mail | print | pinterest
    | related[ ]posts? | related[ ]articles? | social[ ]sharing | digiqole[ ]ad | advertisements?
    | share([ ]this)? | tweet | copy[ ]link | (star){2,}
    | คะแนนโหวต\s*:.* | แชร์(ข่าวนี้|เรื่องนี้|บทความนี้)? | พิมพ์ | คัดลอกลิงก์ | โฆษณา
    | ข่าว(เด่น|ล่าสุด|ที่เกี่ยวข้อง|ที่น่าสนใจ|อื่นๆ) | เรื่องที่เกี่ยวข้อง | บทความที่เกี่ยวข้อง | อ่านเพิ่มเติม
    """,
    re.VERBOSE | re.IGNORECASE,
)


def propose_exclusions(text: str) -> tuple[Exclusion, ...]:
    """Return a proposal for each line that is a repeated title, a leftover of a web page or a separator."""
    title: str | None = None
    found = []
    for start, end, line in _lines(text):
        reason = _reason(line)
        if reason is None and title is None:
            title = line
        elif reason is None and title is not None and _repeats(title, line):
            reason = "repeated title"
        if reason is not None:
            found.append(Exclusion(start, end, reason))
    return tuple(found)


def title_of(text: str) -> str:
    """Return the first line that is news text, shortened where it is a whole paragraph."""
    for _, _, line in _lines(text):
        if _reason(line) is None:
            return line if len(line) <= MAX_TITLE else f"{line[:MAX_TITLE].rstrip()}…"
    return ""


def _lines(text: str) -> Iterator[tuple[int, int, str]]:
    """Yield (start, end, words with single spaces) of the lines that hold more than spaces."""
    for match in _LINE.finditer(text):
        line = _SPACES.sub(" ", match.group()).strip()
        if line:
            yield match.start(), match.end(), line


def _reason(line: str) -> str | None:
    if _SEPARATOR.fullmatch(line):
        return "separator"
    return "page leftover" if _LEFTOVER.fullmatch(line) else None


def _repeats(title: str, line: str) -> bool:
    # a page's title often has the site's name before the headline
    return line == title or (len(line) >= _SHORTEST_REPEAT and title.endswith(line))
