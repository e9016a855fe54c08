"""An exception inside an overridden Qt virtual can end the process on Python 3.11: each one has to be guarded."""

from __future__ import annotations

import ast
import importlib
import inspect
from collections.abc import Iterator
from pathlib import Path

import shiboken6
from PySide6.QtCore import QObject

ROOT = Path(__file__).parents[2]
FILES = sorted((ROOT / "gui").rglob("*.py"))


def decorators(function: ast.FunctionDef) -> set[str]:
    names = set()
    for decorator in function.decorator_list:
        node = decorator.func if isinstance(decorator, ast.Call) else decorator
        names.add(node.attr if isinstance(node, ast.Attribute) else getattr(node, "id", ""))
    return names


def overrides(file: Path) -> Iterator[tuple[str, ast.FunctionDef]]:
    """Yield the methods of a module's Qt classes that Qt's own classes have too."""
    tree = ast.parse(file.read_text("utf-8"))
    module = importlib.import_module("khaotag." + ".".join(file.relative_to(ROOT).with_suffix("").parts))
    for node in ast.walk(tree):
        made = getattr(module, node.name, None) if isinstance(node, ast.ClassDef) else None
        if not isinstance(node, ast.ClassDef) or not inspect.isclass(made) or not issubclass(made, shiboken6.Object):
            continue
        qt = [base for base in made.__mro__ if base.__module__.startswith("PySide6")]
        for function in node.body:
            virtual = isinstance(function, ast.FunctionDef) and any(function.name in vars(base) for base in qt)
            if isinstance(function, ast.FunctionDef) and virtual and not function.name.startswith("__"):
                yield f"{file.name}: {node.name}.{function.name}", function


def test_every_override_of_a_qt_virtual_is_guarded_and_says_that_it_is_one() -> None:
    assert issubclass(QObject, shiboken6.Object)
    found = [entry for file in FILES for entry in overrides(file)]
    assert len(found) > 20
    wrong = [name for name, function in found if not {"guarded", "override"} <= decorators(function)]
    assert wrong == []


def test_painters_are_opened_with_with() -> None:
    wrong = []
    for file in FILES:
        tree = ast.parse(file.read_text("utf-8"))
        opened = {id(item.context_expr) for node in ast.walk(tree) if isinstance(node, ast.With) for item in node.items}
        wrong += [
            f"{file.name}:{node.lineno}"
            for node in ast.walk(tree)
            if isinstance(node, ast.Call)
            and isinstance(node.func, ast.Name)
            and node.func.id == "QPainter"
            and id(node) not in opened
        ]
    assert wrong == []
