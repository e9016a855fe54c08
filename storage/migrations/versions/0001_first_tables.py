"""The tables of the first version, frozen as they were: later steps change them, this one never does."""

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None


def upgrade() -> None:
    """Create every table."""
    op.create_table(
        "article",
        sa.Column("number", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("text_hash", sa.LargeBinary(length=32), nullable=False),
        sa.Column("raw_hash", sa.LargeBinary(length=32), nullable=True),
        sa.Column("length", sa.Integer(), nullable=False),
        sa.Column("title", sa.Text(), nullable=False),
        sa.Column("sources", sa.Text(), nullable=False),
        sa.Column("meta", sa.Text(), nullable=False),
        sa.Column("state", sa.Text(), nullable=False),
        sa.Column("revision", sa.Text(), nullable=False),
        sa.Column("status", sa.Text(), nullable=False),
        sa.Column("entities", sa.Integer(), nullable=False),
        sa.Column("relations", sa.Integer(), nullable=False),
        sa.Column("removed", sa.Text(), nullable=True),
        sa.PrimaryKeyConstraint("number", name=op.f("pk_article")),
        sa.UniqueConstraint("id", name=op.f("uq_article_id")),
        sa.UniqueConstraint("text_hash", name=op.f("uq_article_text_hash")),
    )
    op.create_index("ix_article_status", "article", ["status", "number"], unique=False)
    op.create_table(
        "chain_member",
        sa.Column("layer", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("chain", sa.Text(), nullable=False),
        sa.Column("place", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("entity", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("layer", "chain", "place", name=op.f("pk_chain_member")),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "counter",
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("value", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("name", name=op.f("pk_counter")),
    )
    op.create_table(
        "fact",
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("value", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("name", name=op.f("pk_fact")),
    )
    op.create_table(
        "history",
        sa.Column("number", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("step", sa.Integer(), nullable=False),
        sa.Column("at", sa.Text(), nullable=False),
        sa.Column("who", sa.Text(), nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("what", sa.Text(), nullable=False),
        sa.Column("article", sa.Integer(), nullable=True),
        sa.Column("annotator", sa.Text(), nullable=True),
        sa.Column("undoes", sa.Integer(), nullable=True),
        sa.Column("live", sa.Boolean(), nullable=False),
        sa.Column("revision", sa.Text(), nullable=True),
        sa.Column("parent", sa.Text(), nullable=True),
        sa.Column("change", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("number", name=op.f("pk_history")),
    )
    op.create_index("ix_history_article", "history", ["article", "who", "number"], unique=False)
    op.create_table(
        "person",
        sa.Column("uuid", sa.Text(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("role", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("uuid", name=op.f("pk_person")),
        sa.UniqueConstraint("name", name=op.f("uq_person_name")),
    )
    op.create_table(
        "rejection",
        sa.Column("context", sa.Text(), nullable=False),
        sa.Column("label", sa.Text(), nullable=False),
        sa.Column("person", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("context", "label", "person", name=op.f("pk_rejection")),
    )
    op.create_table(
        "schema_version",
        sa.Column("number", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("record", sa.Text(), nullable=False),
        sa.Column("change", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("number", name=op.f("pk_schema_version")),
    )
    op.create_table(
        "suggestion",
        sa.Column("number", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("text_hash", sa.LargeBinary(length=32), nullable=False),
        sa.Column("engine", sa.Text(), nullable=False),
        sa.Column("start", sa.Integer(), nullable=False),
        sa.Column("end", sa.Integer(), nullable=False),
        sa.Column("label", sa.Text(), nullable=False),
        sa.Column("score", sa.Float(), nullable=True),
        sa.Column("reason", sa.Text(), nullable=True),
        sa.PrimaryKeyConstraint("number", name=op.f("pk_suggestion")),
    )
    op.create_index("ix_suggestion_text_hash", "suggestion", ["text_hash", "engine"], unique=False)
    op.create_table(
        "token_cache",
        sa.Column("key", sa.LargeBinary(length=32), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("spans", sa.LargeBinary(), nullable=False),
        sa.PrimaryKeyConstraint("key", name=op.f("pk_token_cache")),
    )
    op.create_table(
        "word", sa.Column("word", sa.Text(), nullable=False), sa.PrimaryKeyConstraint("word", name=op.f("pk_word"))
    )
    op.create_table(
        "article_text",
        sa.Column("article", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["article"], ["article.number"], name=op.f("fk_article_text_article")),
        sa.PrimaryKeyConstraint("article", name=op.f("pk_article_text")),
    )
    op.create_table(
        "assignment",
        sa.Column("article", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("annotator", sa.Text(), nullable=False),
        sa.Column("place", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["article"], ["article.number"], name=op.f("fk_assignment_article")),
        sa.PrimaryKeyConstraint("article", "annotator", name=op.f("pk_assignment")),
    )
    op.create_table(
        "layer",
        sa.Column("number", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("article", sa.Integer(), nullable=False),
        sa.Column("annotator", sa.Text(), nullable=False),
        sa.Column("status", sa.Text(), nullable=False),
        sa.Column("labels", sa.Text(), nullable=False),
        sa.Column("meta", sa.Text(), nullable=False),
        sa.Column("entities", sa.Integer(), nullable=False),
        sa.Column("relations", sa.Integer(), nullable=False),
        sa.Column("hash", sa.LargeBinary(length=32), nullable=False),
        sa.Column("revision", sa.Text(), nullable=False),
        sa.Column("parent", sa.Text(), nullable=True),
        sa.ForeignKeyConstraint(["article"], ["article.number"], name=op.f("fk_layer_article")),
        sa.PrimaryKeyConstraint("number", name=op.f("pk_layer")),
    )
    op.create_index("ix_layer_annotator_status_article", "layer", ["annotator", "status", "article"], unique=False)
    op.create_index("uq_layer_article_annotator", "layer", ["article", "annotator"], unique=True)
    op.create_table(
        "chain",
        sa.Column("layer", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("label", sa.Text(), nullable=True),
        sa.Column("meta", sa.Text(), nullable=True),
        sa.Column("sha", sa.LargeBinary(length=32), nullable=False),
        sa.ForeignKeyConstraint(["layer"], ["layer.number"], name=op.f("fk_chain_layer")),
        sa.PrimaryKeyConstraint("layer", "id", name=op.f("pk_chain")),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "decision",
        sa.Column("number", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("layer", sa.Integer(), nullable=False),
        sa.Column("mark", sa.Text(), nullable=False),
        sa.Column("who", sa.Text(), nullable=False),
        sa.Column("supports", sa.Text(), nullable=False),
        sa.Column("reason", sa.Text(), nullable=True),
        sa.Column("change", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["layer"], ["layer.number"], name=op.f("fk_decision_layer")),
        sa.PrimaryKeyConstraint("number", name=op.f("pk_decision")),
    )
    op.create_index("ix_decision_layer", "decision", ["layer", "mark"], unique=False)
    op.create_table(
        "entity",
        sa.Column("layer", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("label", sa.Text(), nullable=False),
        sa.Column("start", sa.Integer(), nullable=False),
        sa.Column("end", sa.Integer(), nullable=False),
        sa.Column("fragments", sa.Text(), nullable=True),
        sa.Column("attributes", sa.Text(), nullable=True),
        sa.Column("note", sa.Text(), nullable=True),
        sa.Column("origin", sa.Text(), nullable=False),
        sa.Column("score", sa.Float(), nullable=True),
        sa.Column("votes", sa.Text(), nullable=True),
        sa.Column("meta", sa.Text(), nullable=True),
        sa.Column("sha", sa.LargeBinary(length=32), nullable=False),
        sa.ForeignKeyConstraint(["layer"], ["layer.number"], name=op.f("fk_entity_layer")),
        sa.PrimaryKeyConstraint("layer", "id", name=op.f("pk_entity")),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "note",
        sa.Column("layer", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("author", sa.Text(), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("resolved", sa.Boolean(), nullable=False),
        sa.Column("meta", sa.Text(), nullable=True),
        sa.Column("sha", sa.LargeBinary(length=32), nullable=False),
        sa.ForeignKeyConstraint(["layer"], ["layer.number"], name=op.f("fk_note_layer")),
        sa.PrimaryKeyConstraint("layer", "id", name=op.f("pk_note")),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "relation",
        sa.Column("layer", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("label", sa.Text(), nullable=False),
        sa.Column("head", sa.Text(), nullable=False),
        sa.Column("tail", sa.Text(), nullable=False),
        sa.Column("attributes", sa.Text(), nullable=True),
        sa.Column("note", sa.Text(), nullable=True),
        sa.Column("origin", sa.Text(), nullable=False),
        sa.Column("score", sa.Float(), nullable=True),
        sa.Column("votes", sa.Text(), nullable=True),
        sa.Column("meta", sa.Text(), nullable=True),
        sa.Column("sha", sa.LargeBinary(length=32), nullable=False),
        sa.ForeignKeyConstraint(["layer"], ["layer.number"], name=op.f("fk_relation_layer")),
        sa.PrimaryKeyConstraint("layer", "id", name=op.f("pk_relation")),
        sqlite_with_rowid=False,
    )
