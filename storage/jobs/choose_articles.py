"""Which articles an export takes, and whose layer of each."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, NamedTuple

import orjson
from sqlalchemy import Connection, select

from ...models.errors import BadInput
from ...models.layer import GOLD
from ...models.records import source_from
from .. import articles, layers, schemas
from ..formats.registry import writer_named
from ..tables import article, layer
from .export_params import GOLD_ELSE_DONE, ExportParams


class Choice(NamedTuple):
    """The articles in the order of their ids and whose layer each gives (None: every layer of every article).

    `without` counts the articles that are not written because they lack the layer.
    """

    articles: list[int]
    owners: Mapping[int, str] | None
    without: int


def choose(connection: Connection, params: ExportParams) -> Choice:
    """Return what is to be exported; BadInput where a name, label or layer is not there."""
    _refuse_unknown_labels(connection, params)
    name = _layer_name(connection, params)
    chosen = _asked_for(connection, params)
    if name is None:
        if params.status:
            wanted = select(article.c.number).where(article.c.status == params.status)
            chosen = _among(chosen, set(connection.scalars(wanted)))
        return Choice(chosen, None, 0)
    owners = _owners(connection, name, params.status)
    having = _among(chosen, owners)
    return Choice(having, owners, 0 if params.status else len(chosen) - len(having))


def _among(numbers: list[int], kept: Any) -> list[int]:
    return [number for number in numbers if number in kept]


def _owners(connection: Connection, name: str, status: str | None) -> dict[int, str]:
    """Return whose layer each article gives: *name*'s, or gold, else the first finished one."""
    wanted = select(layer.c.article, layer.c.annotator, layer.c.status).order_by(layer.c.annotator)
    if name != GOLD_ELSE_DONE:
        rows = list(connection.execute(wanted.where(layer.c.annotator == name)))
    else:
        rows = [row for row in connection.execute(wanted) if row[1] == GOLD or row[2] == "done"]
        rows.sort(key=lambda row: row[1] != GOLD)
    found: dict[int, Any] = {}
    for row in rows:
        found.setdefault(row[0], row)
    return {number: row[1] for number, row in found.items() if status is None or row[2] == status}


def _asked_for(connection: Connection, params: ExportParams) -> list[int]:
    wanted = select(article.c.number, article.c.meta, article.c.sources)
    wanted = wanted.where(article.c.removed.is_(None)).order_by(article.c.id)
    if params.query:
        wanted = wanted.where(articles.matching(params.query))
    if not params.where:
        return list(connection.scalars(wanted))
    return [row[0] for row in connection.execute(wanted) if all(_has(row, key, value) for key, value in params.where)]


def _has(row: Any, key: str, value: str) -> bool:
    """Tell whether an article's metadata say so; “source” is also the name of any of its sources."""
    found = orjson.loads(row[1]).get(key)
    values = found if isinstance(found, list) else [found]
    said = ["true" if v is True else "false" if v is False else str(v) for v in values if v is not None]
    if key == "source":
        said += [name for entry in orjson.loads(row[2]) if (name := source_from(entry).name)]
    return value in said


def _refuse_unknown_labels(connection: Connection, params: ExportParams) -> None:
    schema = schemas.current(connection)
    unknown = sorted((params.only or frozenset()) - schema.entity_types.keys() - schema.relation_types.keys())
    if unknown:
        raise BadInput("The schema has no type {labels}.", labels=", ".join(unknown))


def _layer_name(connection: Connection, params: ExportParams) -> str | None:
    known = layers.annotators(connection)
    if params.layer is not None:
        if params.layer not in (*known, GOLD_ELSE_DONE):
            raise BadInput("There is no layer of “{name}”. There are: {known}.",
                           name=params.layer, known=", ".join(known) or "—")  # fmt: skip
        return params.layer
    if not writer_named(params.format).one_layer:
        return None
    if GOLD in known:
        return GOLD
    if len(known) == 1:
        return known[0]
    if not known:
        raise BadInput("Nobody has tagged an article of this project yet.")
    raise BadInput("This format holds one layer. Choose one with --layer: {known}.", known=", ".join(known))
