"""Dates as Thai readers write them: the Buddhist era, 543 years ahead."""

from __future__ import annotations

from datetime import date, datetime, timedelta

from .translate import tr

_THAI = ("ม.ค.", "ก.พ.", "มี.ค.", "เม.ย.", "พ.ค.", "มิ.ย.", "ก.ค.", "ส.ค.", "ก.ย.", "ต.ค.", "พ.ย.", "ธ.ค.")
_ENGLISH = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")


def readable(iso: str, language: str) -> str:
    """Return an ISO date as “16 ม.ค. 2569” or “16 Jan 2026 (B.E. 2569)”; what is no date comes back as it is."""
    try:
        day = date.fromisoformat(iso[:10])
    except ValueError:
        return iso
    if language == "th":
        return f"{day.day} {_THAI[day.month - 1]} {day.year + 543}"
    return f"{day.day} {_ENGLISH[day.month - 1]} {day.year} (B.E. {day.year + 543})"


def moment(iso: str, now: datetime, language: str) -> str:
    """Return when something was, in the local time of *now*: “today 10:42”, “yesterday 9:05” or the date and time."""
    when = datetime.fromisoformat(iso).astimezone(now.tzinfo)
    clock = f"{when:%H:%M}"
    if when.date() == now.date():
        return tr("today {time}", time=clock)
    if when.date() == now.date() - timedelta(days=1):
        return tr("yesterday {time}", time=clock)
    if language == "th":
        return f"{readable(when.date().isoformat(), language)} {clock}"
    return f"{when.day} {_ENGLISH[when.month - 1]} {when.year} {clock}"
