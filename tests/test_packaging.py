"""What is shipped is what is here, and it names nobody's machine."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
import tomllib
import zipfile
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
SOURCE_FOLDERS = ("gui", "models", "storage")
NOT_OURS = {".git", ".venv", "build", "dist", ".hypothesis", "__pycache__", "khaotag-demo"}
# Written so that this file does not contain what it looks for.
HOSTS = re.compile(
    r"p[y]pi\.org|python[h]osted|npm[j]s\.(?:org|com)|files\.python[h]osted|deb\.[d]ebian\.org|crates\.[i]o|unp[k]g\.com"
)
HOMES = re.compile(r"""(?:^|[\s"'`=(:])/(?:[h]ome|[r]oot|[U]sers)/""", re.MULTILINE)


def _walk(folder: Path) -> Iterator[Path]:
    for entry in sorted(folder.iterdir()):
        if entry.name in NOT_OURS or entry.name.endswith((".egg-info", "_cache")):
            continue
        if entry.is_dir():
            yield from _walk(entry)
        else:
            yield entry


@pytest.fixture(scope="module")
def files() -> list[Path]:
    """Return the files of the project, by git where it is there."""
    if shutil.which("git") and (ROOT / ".git").exists():
        asked = ["git", "-c", f"safe.directory={ROOT}", "ls-files", "-z", "--cached", "--others", "--exclude-standard"]
        listed = subprocess.run(asked, cwd=ROOT, capture_output=True, check=True, text=True).stdout
        found = [ROOT / name for name in listed.split("\0") if name]
        return sorted(path for path in found if path.is_file())
    return list(_walk(ROOT))


@pytest.fixture(scope="module")
def wheel(files: list[Path], tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Build a wheel from a copy of the project, so that no file of the build is left here."""
    folder = tmp_path_factory.mktemp("wheel")
    for path in files:
        copy = folder / "source" / path.relative_to(ROOT)
        copy.parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(path, copy)
    built = subprocess.run(
        [sys.executable, "-m", "build", "--no-isolation", "--outdir", folder / "dist", folder / "source"],
        capture_output=True, check=False, text=True,
    )  # fmt: skip
    assert built.returncode == 0, built.stdout + built.stderr
    [made] = (folder / "dist").glob("*.whl")
    return made


def _settings() -> dict[str, object]:
    settings: dict[str, object] = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["tool"]["setuptools"]
    return settings


def _modules_after(statement: str) -> set[str]:
    program = f"{statement}; import sys; print(*sys.modules)"
    ran = subprocess.run([sys.executable, "-c", program], capture_output=True, check=True, text=True)
    return {name.partition(".")[0] for name in ran.stdout.split()}


def test_the_listed_packages_are_the_folders_that_hold_python_files() -> None:
    folders = {path.parent for name in SOURCE_FOLDERS for path in (ROOT / name).rglob("*.py")}
    found = {".".join(("khaotag", *folder.relative_to(ROOT).parts)) for folder in folders}
    assert sorted(_settings()["packages"]) == sorted({"khaotag", *found})


def test_every_package_says_in_one_line_what_it_is() -> None:
    for name in _settings()["packages"]:
        first = ROOT.joinpath(*name.split(".")[1:], "__init__.py").read_text("utf-8").partition("\n")[0]
        assert first.startswith('"""'), name
        assert first.endswith('"""'), name


def test_importing_the_package_loads_nothing_else() -> None:
    assert not _modules_after("import khaotag") & {"PySide6", "sqlalchemy", "pythainlp", "numpy", "typer", "regex"}


def test_the_command_line_starts_without_qt_and_without_a_dictionary() -> None:
    assert not _modules_after("import khaotag.cli") & {"PySide6", "alembic", "pythainlp", "pycrfsuite", "numpy"}


def test_the_wheel_holds_the_packages_their_resources_and_nothing_else(wheel: Path, files: list[Path]) -> None:
    packages = [ROOT.joinpath(*name.split(".")[1:]) for name in _settings()["packages"]]
    expected = {path for path in files if path.parent in packages and path.suffix in {".py", ".typed"}}
    expected |= {path for path in files if path.parent.parent == ROOT / "resources"}
    inside = {Path(name) for name in zipfile.ZipFile(wheel).namelist() if ".dist-info/" not in name}
    assert sorted(inside) == sorted(Path("khaotag") / path.relative_to(ROOT) for path in expected)


def test_the_wheel_carries_the_licence(wheel: Path) -> None:
    names = zipfile.ZipFile(wheel).namelist()
    assert any(name.endswith(".dist-info/licenses/LICENSE") for name in names)


def test_an_installed_wheel_makes_a_project_from_any_folder(wheel: Path, tmp_path: Path) -> None:
    zipfile.ZipFile(wheel).extractall(tmp_path / "site")
    elsewhere = tmp_path / "elsewhere"
    elsewhere.mkdir()
    environment = {**os.environ, "PYTHONPATH": str(tmp_path / "site")}
    python = [sys.executable, "-P"]
    where = subprocess.run(
        [*python, "-c", "import khaotag; print(khaotag.__file__)"],
        cwd=elsewhere, env=environment, capture_output=True, check=True, text=True,
    )  # fmt: skip
    assert where.stdout.startswith(str(tmp_path))
    made = subprocess.run(
        [*python, "-m", "khaotag", "new", "news.khaotag"],
        cwd=elsewhere, env=environment, capture_output=True, check=False, text=True,
    )  # fmt: skip
    assert made.returncode == 0, made.stderr
    assert (elsewhere / "news.khaotag").is_file()


def test_no_file_names_a_registry_or_a_folder_of_somebodys_machine(files: list[Path]) -> None:
    named = []
    for path in files:
        try:
            text = path.read_text("utf-8")
        except UnicodeDecodeError:
            continue
        found = [*HOSTS.findall(text), *HOMES.findall(text)]
        if len(ROOT.parts) > 2 and str(ROOT) in text:
            found.append(str(ROOT))
        named += [f"{path.relative_to(ROOT)}: {what}" for what in found]
    assert not named
