"""The database's tables. Rows never leave storage/; portable types only, so that PostgreSQL runs the same code.

JSON stands in Text columns, written with sorted keys; hashes are raw SHA-256 bytes; times are ISO 8601 in UTC.
"""

from __future__ import annotations

from sqlalchemy import Boolean, Column, Float, ForeignKey, Index, Integer, LargeBinary, MetaData, Table, Text

VERSION = 3
APPLICATION_ID = 0x4B68_5467  # “KhTg”

metadata = MetaData(
    naming_convention={
        "ix": "ix_%(table_name)s_%(column_0_N_name)s",
        "uq": "uq_%(table_name)s_%(column_0_N_name)s",
        "fk": "fk_%(table_name)s_%(column_0_N_name)s",
        "pk": "pk_%(table_name)s",
    }
)


def _key(name: str = "number") -> Column[int]:
    """A key that the counter table hands out, so that every database numbers alike."""
    return Column(name, Integer, primary_key=True, autoincrement=False)


fact = Table(
    "fact",
    metadata,
    Column("name", Text, primary_key=True),
    Column("value", Text, nullable=False),
)
counter = Table(
    "counter",
    metadata,
    Column("name", Text, primary_key=True),
    Column("value", Integer, nullable=False),
)
person = Table(
    "person",
    metadata,
    Column("uuid", Text, primary_key=True),
    Column("name", Text, nullable=False, unique=True),
    Column("role", Text, nullable=False),
)
schema_version = Table(
    "schema_version",
    metadata,
    _key(),
    Column("record", Text, nullable=False),
    Column("change", Integer, nullable=False),
)
article = Table(
    "article",
    metadata,
    _key(),
    Column("id", Text, nullable=False, unique=True),
    Column("text_hash", LargeBinary(32), nullable=False, unique=True),
    Column("raw_hash", LargeBinary(32)),
    Column("length", Integer, nullable=False),
    Column("title", Text, nullable=False),
    Column("sources", Text, nullable=False),
    Column("meta", Text, nullable=False),
    Column("state", Text, nullable=False),
    Column("revision", Text, nullable=False),
    Column("status", Text, nullable=False),
    Column("entities", Integer, nullable=False),
    Column("relations", Integer, nullable=False),
    Column("removed", Text),
)
Index("ix_article_status", article.c.status, article.c.number)
article_text = Table(
    "article_text",
    metadata,
    Column("article", ForeignKey("article.number"), primary_key=True, autoincrement=False),
    Column("text", Text, nullable=False),
)
layer = Table(
    "layer",
    metadata,
    _key(),
    Column("article", ForeignKey("article.number"), nullable=False),
    Column("annotator", Text, nullable=False),
    Column("status", Text, nullable=False),
    Column("labels", Text, nullable=False),
    Column("meta", Text, nullable=False),
    Column("entities", Integer, nullable=False),
    Column("relations", Integer, nullable=False),
    Column("hash", LargeBinary(32), nullable=False),
    Column("revision", Text, nullable=False),
    Column("parent", Text),
)
Index("uq_layer_article_annotator", layer.c.article, layer.c.annotator, unique=True)
Index("ix_layer_annotator_status_article", layer.c.annotator, layer.c.status, layer.c.article)


def _mark_columns() -> tuple[Column[object], ...]:
    return (
        Column("attributes", Text),
        Column("note", Text),
        Column("origin", Text, nullable=False),
        Column("score", Float),
        Column("votes", Text),
        Column("meta", Text),
        Column("sha", LargeBinary(32), nullable=False),
    )


def _in_layer() -> tuple[Column[object], ...]:
    return (
        Column("layer", ForeignKey("layer.number"), primary_key=True, autoincrement=False),
        Column("id", Text, primary_key=True),
    )


# Keyed and stored by layer, so that reading one layer reads one stretch of the file.
entity = Table(
    "entity",
    metadata,
    *_in_layer(),
    Column("label", Text, nullable=False),
    Column("start", Integer, nullable=False),
    Column("end", Integer, nullable=False),
    Column("fragments", Text),
    *_mark_columns(),
    sqlite_with_rowid=False,
)
relation = Table(
    "relation",
    metadata,
    *_in_layer(),
    Column("label", Text, nullable=False),
    Column("head", Text, nullable=False),
    Column("tail", Text, nullable=False),
    *_mark_columns(),
    sqlite_with_rowid=False,
)
chain = Table(
    "chain",
    metadata,
    *_in_layer(),
    Column("label", Text),
    Column("meta", Text),
    Column("sha", LargeBinary(32), nullable=False),
    sqlite_with_rowid=False,
)
chain_member = Table(
    "chain_member",
    metadata,
    Column("layer", Integer, primary_key=True, autoincrement=False),
    Column("chain", Text, primary_key=True),
    Column("place", Integer, primary_key=True, autoincrement=False),
    Column("entity", Text, nullable=False),
    sqlite_with_rowid=False,
)
note = Table(
    "note",
    metadata,
    *_in_layer(),
    Column("author", Text, nullable=False),
    Column("text", Text, nullable=False),
    Column("resolved", Boolean, nullable=False),
    Column("meta", Text),
    Column("sha", LargeBinary(32), nullable=False),
    sqlite_with_rowid=False,
)
suggestion = Table(
    "suggestion",
    metadata,
    _key(),
    Column("text_hash", LargeBinary(32), nullable=False),
    Column("engine", Text, nullable=False),
    Column("start", Integer, nullable=False),
    Column("end", Integer, nullable=False),
    Column("label", Text, nullable=False),
    Column("score", Float),
    Column("reason", Text),
)
Index("ix_suggestion_text_hash", suggestion.c.text_hash, suggestion.c.engine)
rejection = Table(
    "rejection",
    metadata,
    Column("context", Text, primary_key=True),
    Column("label", Text, primary_key=True),
    Column("person", Text, primary_key=True),
)
decision = Table(
    "decision",
    metadata,
    *_in_layer(),
    Column("who", Text, nullable=False),
    Column("verdict", Text, nullable=False),
    Column("marks", Text, nullable=False),
    Column("supports", Text, nullable=False),
    Column("seen", Text, nullable=False),
    Column("layers", Text, nullable=False),
    Column("reason", Text),
    Column("note", Text),
    Column("sha", LargeBinary(32), nullable=False),
    sqlite_with_rowid=False,
)
assignment = Table(
    "assignment",
    metadata,
    Column("article", ForeignKey("article.number"), primary_key=True, autoincrement=False),
    Column("annotator", Text, primary_key=True),
    Column("place", Integer, nullable=False),
    # How often it was given and taken back: odd is given.  The larger number wins a merge, whatever the order.
    Column("turn", Integer, nullable=False, server_default="1"),
)
history = Table(
    "history",
    metadata,
    _key(),
    Column("step", Integer, nullable=False),
    Column("at", Text, nullable=False),
    Column("who", Text, nullable=False),
    Column("kind", Text, nullable=False),
    Column("what", Text, nullable=False),
    Column("article", Integer),
    Column("annotator", Text),
    Column("undoes", Integer),
    Column("live", Boolean, nullable=False),
    Column("revision", Text),
    Column("parent", Text),
    Column("change", Text, nullable=False),
    Column("hash", LargeBinary(32)),
)
Index("ix_history_hash", history.c.hash)
Index("ix_history_article", history.c.article, history.c.who, history.c.number)
# From which revisions a layer's or article state's revision came; rows are facts and never change.
lineage = Table(
    "lineage",
    metadata,
    Column("revision", Text, primary_key=True),
    Column("parent", Text, primary_key=True),
    sqlite_with_rowid=False,
)
# Versions that a merge brought and could not decide about; `annotator` is empty for an article's state.
beside = Table(
    "beside",
    metadata,
    Column("article", ForeignKey("article.number"), primary_key=True, autoincrement=False),
    Column("annotator", Text, primary_key=True),
    Column("revision", Text, primary_key=True),
    Column("source", Text, nullable=False),
    Column("record", Text, nullable=False),
    Column("change", Integer, nullable=False),
)
word = Table(
    "word",
    metadata,
    Column("word", Text, primary_key=True),
)
token_cache = Table(
    "token_cache",
    metadata,
    Column("key", LargeBinary(32), primary_key=True),
    Column("name", Text, nullable=False),
    Column("spans", LargeBinary, nullable=False),
)
# The search index; derived from the texts, filled in idle time, a block of article numbers at once.
search_block = Table(
    "search_block",
    metadata,
    _key("block"),
    Column("last", Integer, nullable=False),
)
search_gram = Table(
    "search_gram",
    metadata,
    _key("block"),
    Column("gram", Text, primary_key=True),
    Column("members", LargeBinary, nullable=False),
    sqlite_with_rowid=False,
)
