"""Messages from below speak of labels by their ids; a person knows them by the names of the schema."""

from __future__ import annotations

from ..models.errors import Message
from ..models.schema import Schema

# The fields of messages that hold the id of an entity type or a relation type.
_LABELS = frozenset(["label", "one", "other", "head", "tail", "relation", "against"])


def named(message: Message, schema: Schema | None, language: str) -> Message:
    """Return the message with the names of labels in place of their ids, also within messages in it."""
    if schema is None:
        return message
    values: dict[str, object] = {}
    for field, value in message.values.items():
        if isinstance(value, Message):
            values[field] = named(value, schema, language)
        elif isinstance(value, str) and field in _LABELS:
            values[field] = _name(value, schema, language)
        else:
            values[field] = value
    return Message(message.template, **values)


def _name(label: str, schema: Schema, language: str) -> str:
    entity, relation = schema.entity_types.get(label), schema.relation_types.get(label)
    kind = entity or relation
    return kind.name.in_language(language) if kind is not None else label
