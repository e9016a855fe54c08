"""Every string that people read has its Thai, with the same values, and what Qt reads is up to date."""

from __future__ import annotations

import importlib.util
from pathlib import Path
from types import ModuleType

import pytest


@pytest.fixture(scope="module")
def updater() -> ModuleType:
    file = Path(__file__).parents[1] / "tools" / "update_translations.py"
    spec = importlib.util.spec_from_file_location("update_translations", file)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def test_every_string_has_a_thai_translation(updater: ModuleType) -> None:
    known = updater.translations()
    assert [text for text in updater.sources() if text not in known] == []


def test_nothing_is_translated_that_nobody_says_any_more(updater: ModuleType) -> None:
    assert sorted(set(updater.translations()) - set(updater.sources())) == []


def test_a_translation_names_the_same_values(updater: ModuleType) -> None:
    wrong = [(a, b) for a, b in updater.translations().items() if updater.fields(a) != updater.fields(b)]
    assert wrong == []


def test_the_compiled_translations_are_not_stale(updater: ModuleType, tmp_path: Path) -> None:
    fresh = tmp_path / "fresh.qm"
    updater.compile_to(fresh)
    assert fresh.read_bytes() == updater.COMPILED.read_bytes()
