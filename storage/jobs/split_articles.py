"""Splitting the chosen articles into train, dev and test, or into folds, without a leak between them."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from typing import Any
from urllib.parse import urlsplit

import orjson
from sqlalchemy import Connection, func, select

from ...models.datasets.near_duplicates import near_duplicates
from ...models.datasets.splits import NO_LABELS, Group, by_lot, by_time, stratified, targets, united
from ...models.errors import BadInput
from ..tables import article, article_text, entity, layer, relation
from .choose_articles import Choice
from .export_params import ExportParams
from .export_report import ExportReport
from .label_map_files import Renaming
from .reporting import Cancelled, Stopped

_CHUNK = 500


def split(
    connection: Connection,
    choice: Choice,
    params: ExportParams,
    renaming: Renaming | None,
    report: ExportReport,
    cancelled: Cancelled,
) -> dict[str, list[int]]:
    """Return the articles of each part, in the order of their ids; the seed decides what is left to chance.

    Parts are “data”, or “train”, “dev” and “test”, or for folds “fold-1/train”, “fold-1/test” and so on.
    """
    numbers = choice.articles
    _refuse_wrong(params, len(numbers))
    if not params.parted:
        return {"data": numbers}
    groups = _groups(connection, choice, params, renaming, report, cancelled)
    shares = params.split or (1,) * params.folds
    wanted = targets(len(numbers), shares)
    if params.by == "time":
        chosen = by_time(groups, wanted)
    elif params.stratify:
        chosen = stratified(groups, wanted, params.seed)
    else:
        chosen = by_lot(groups, wanted, params.seed)
    places: list[list[int]] = [[] for _ in wanted]
    for group, part in zip(groups, chosen, strict=True):
        places[part].extend(group.members)
    parts = [[numbers[place] for place in sorted(members)] for members in places]
    found = dict(zip(("train", "dev", "test"), parts, strict=True)) if params.split else _folds(numbers, parts)
    report.splits = {name: len(part) for name, part in found.items()}
    return found


def _refuse_wrong(params: ExportParams, count: int) -> None:
    if params.split is not None and (sum(params.split) <= 0 or min(params.split) < 0):
        raise BadInput("A split is three shares such as 80/10/10.")
    if params.split is not None and params.folds:
        raise BadInput("Choose either a split or folds, not both.")
    if params.folds and not 2 <= params.folds <= max(2, count):
        raise BadInput("Folds can be 2 or more, up to the number of articles ({count}).", count=count)
    if params.by == "time" and (params.stratify or params.folds):
        raise BadInput("A split by time follows the dates: it can be neither stratified nor folded.")


def _folds(numbers: Sequence[int], parts: Sequence[list[int]]) -> dict[str, list[int]]:
    found = {}
    for index, part in enumerate(parts, 1):
        test = set(part)
        found[f"fold-{index}/train"] = [number for number in numbers if number not in test]
        found[f"fold-{index}/test"] = part
    return found


def _groups(
    connection: Connection,
    choice: Choice,
    params: ExportParams,
    renaming: Renaming | None,
    report: ExportReport,
    cancelled: Cancelled,
) -> list[Group]:
    """Return the articles in groups that must not be torn apart, with what the way of splitting looks at."""
    numbers = choice.articles
    kinds: list[Sequence[Any]] = []
    if not params.apart:
        alike = near_duplicates(_texts(connection, numbers, cancelled), lambda place: _text(connection, numbers[place]))
        kinds.append(alike)
        sizes = Counter(alike)
        several = [size for size in sizes.values() if size > 1]
        report.near_duplicates = {"groups": len(several), "articles": sum(several)} if several else {}
    heads = _heads(connection, numbers) if params.by != "random" else {}
    if params.by == "source":
        kinds.append([_source(heads[number]) for number in numbers])
    labels = _labels(connection, choice, params, renaming) if params.stratify else {}
    return [
        Group(
            members,
            sum((labels.get(numbers[place], Counter()) for place in members), Counter()) if labels else NO_LABELS,
            min(_published(heads[numbers[place]]) for place in members) if params.by == "time" else "",
        )
        for members in united(len(numbers), kinds)
    ]


def _texts(connection: Connection, numbers: Sequence[int], cancelled: Cancelled) -> Iterator[str]:
    for at in range(0, len(numbers), _CHUNK):
        if cancelled():
            raise Stopped
        chunk = numbers[at : at + _CHUNK]
        wanted = select(article_text.c.article, article_text.c.text).where(article_text.c.article.in_(chunk))
        found: dict[int, str] = dict(connection.execute(wanted).all())
        for number in chunk:
            yield found[number]


def _text(connection: Connection, number: int) -> str:
    return str(connection.execute(select(article_text.c.text).where(article_text.c.article == number)).scalar_one())


def _heads(connection: Connection, numbers: Sequence[int]) -> dict[int, tuple[list[Any], Mapping[str, Any]]]:
    """Return the sources and the metadata of each article."""
    kept = set(numbers)
    wanted = select(article.c.number, article.c.sources, article.c.meta)
    return {
        row[0]: (orjson.loads(row[1]), orjson.loads(row[2])) for row in connection.execute(wanted) if row[0] in kept
    }


def _source(head: tuple[list[Any], Mapping[str, Any]]) -> str | None:
    """Return where an article comes from: the host of its first address, else its metadata's word, else its name."""
    sources, meta = head
    for entry in sources:
        if host := urlsplit(entry.get("url") or "").hostname:
            return host.removeprefix("www.")
    if isinstance(meta.get("source"), str):
        return str(meta["source"])
    return next((str(entry["name"]) for entry in sources if entry.get("name")), None)


def _published(head: tuple[list[Any], Mapping[str, Any]]) -> str:
    sources, meta = head
    dates = sorted(str(entry["published"]) for entry in sources if entry.get("published"))
    return dates[0] if dates else str(meta.get("published") or "")


def _labels(
    connection: Connection, choice: Choice, params: ExportParams, renaming: Renaming | None
) -> dict[int, Counter[str]]:
    """Return how often each label stands in each article, counted under the names that are written."""
    found: defaultdict[int, Counter[str]] = defaultdict(Counter)
    for table in (entity, relation):
        wanted = (
            select(layer.c.article, layer.c.annotator, table.c.label, func.count())
            .select_from(table.join(layer))
            .group_by(layer.c.article, layer.c.annotator, table.c.label)
        )
        for number, owner, label, count in connection.execute(wanted):
            if choice.owners is not None and choice.owners.get(number) != owner:
                continue
            if params.only is not None and label not in params.only:
                continue
            name: str | None = label
            if renaming is not None:
                kept = table is relation or not renaming.map.whole
                name = renaming.map.names.get(label, label if kept else None)
            if name is not None:
                found[number][name] += count
    return found
