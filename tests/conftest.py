"""What every test shares: a home of its own, a quiet Qt, and where the larger real files may lie."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
os.environ["PYTHAINLP_READ_ONLY"] = "1"
os.environ["PYTHAINLP_OFFLINE"] = "1"
os.environ["KHAOTAG_LANG"] = "en"

settings.register_profile(
    "khaotag",
    deadline=None,
    derandomize=bool(os.environ.get("CI")),
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.function_scoped_fixture],
)
settings.load_profile("khaotag")

pytest_plugins = ["postgres_server"]


@pytest.fixture(autouse=True)
def _own_home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Keep settings and the person of this machine out of the real home."""
    home = tmp_path / "home"
    home.mkdir()
    for name in ("HOME", "XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_CACHE_HOME", "XDG_STATE_HOME"):
        monkeypatch.setenv(name, str(home))
    monkeypatch.setenv("USER", "tester")
    monkeypatch.setenv("LOGNAME", "tester")


def _shared() -> Path:
    given = os.environ.get("KHAOTAG_SHARED")
    return Path(given) if given else Path(__file__).parents[2] / "shared"


@pytest.fixture
def shared_articles() -> list[Path]:
    """Two real articles that are no part of the project."""
    found = sorted((_shared() / "articles").glob("*.txt"))
    if not found:
        pytest.skip("the real articles are not here (KHAOTAG_SHARED)")
    return found


@pytest.fixture
def peerdata() -> Path:
    """Real files by others, which are no part of the project."""
    folder = _shared() / "peerdata"
    if not folder.is_dir():
        pytest.skip("other people's files are not here (KHAOTAG_SHARED)")
    return folder
