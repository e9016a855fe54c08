"""Schemas are complete, consistent, and refused with a reason where they are not."""

from __future__ import annotations

from typing import Any

import pytest

from khaotag.models.errors import BadInput
from khaotag.models.schema import schema_from_record
from khaotag.storage import schemas


@pytest.mark.parametrize("name", schemas.bundled())
def test_a_bundled_schema_is_read_back_from_its_record(name: str) -> None:
    schema = schemas.named(name)
    assert schema_from_record(schema.to_record()) == schema
    assert all(entity.name.th and entity.name.en for entity in schema.entities)


def test_the_default_schema_has_its_types_with_guidelines_examples_and_keys() -> None:
    schema = schemas.named(None)
    assert (len(schema.entities), len(schema.relations)) == (17, 16)
    for kind in (*schema.entities, *schema.relations):
        assert kind.guideline.th
        assert kind.guideline.en
        assert kind.right, kind.id
    assert "".join(entity.key or "?" for entity in schema.entities) == "1234567890qwdumcl"
    assert len({(entity.light, entity.pattern) for entity in schema.entities}) == 17


def test_the_default_schema_maps_onto_the_others() -> None:
    default = schemas.named(None)
    for name, pairs in default.maps.items():
        assert set(pairs) <= set(default.entity_types)
        assert set(pairs.values()) <= set(schemas.named(name).entity_types)
    assert set(default.maps) == {"thainer", "lst20", "thai-nner"}


def test_thai_nner_has_its_104_types_in_ten_groups() -> None:
    schema = schemas.named("thai-nner")
    assert len(schema.entities) == 104
    assert len(schema.groups) == 10
    assert {entity.group for entity in schema.entities} == {group.id for group in schema.groups}


@pytest.mark.parametrize(
    ("change", "needle"),
    [
        ({"key": "r"}, "“r”"),
        ({"key": "2"}, "same key"),
        ({"id": "TITLE"}, "twice"),
        ({"pattern": "zigzag"}, "zigzag"),
    ],
)
def test_a_schema_with_a_clash_is_refused_by_name(change: dict[str, Any], needle: str) -> None:
    record = schemas.named(None).to_record()
    record["entities"][0].update(change)
    with pytest.raises(BadInput, match=needle):
        schema_from_record(record)


def test_a_relation_that_joins_an_unknown_type_is_refused() -> None:
    record = schemas.named(None).to_record()
    record["relations"][0]["joins"][0]["head"] = ["DRAGON"]
    with pytest.raises(BadInput, match="DRAGON"):
        schema_from_record(record)
