"""Fixtures that all tests share."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

from mhscan import language
from mhscan.answers import locks
from mhscan.integrity.packs import load_pack
from mhscan.loading.paths import forget_read
from mhscan.pack.pack import Pack

ROOT = Path(__file__).resolve().parents[1]
ENGLISH_PACK = Path(__file__).resolve().parent / "packs" / "harbour"

settings.register_profile("tests", deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
settings.load_profile("tests")


@pytest.fixture(autouse=True)
def _english(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Every test starts in English, without settings from outside."""
    for name in ("MHSCAN_PLAIN", "MHSCAN_LANG", "NO_COLOR", "SOURCE_DATE_EPOCH", "LANGUAGE"):
        monkeypatch.delenv(name, raising=False)
    language.use("en")
    yield
    language.use("en")


@pytest.fixture(autouse=True)
def _nothing_read() -> None:
    """Every test starts as a command does: nothing was read yet. The system gives a new file an old number again."""
    forget_read()


@pytest.fixture(autouse=True)
def _no_waiting(monkeypatch: pytest.MonkeyPatch) -> None:
    """Nobody waits for a turn to write: a test has no clock."""
    monkeypatch.setattr(locks, "pause", lambda _seconds: None)


@pytest.fixture(scope="session")
def dutch_pack() -> Pack:
    """The pack that comes with mhscan."""
    return load_pack(ROOT)


@pytest.fixture(scope="session")
def english_pack() -> Pack:
    """The second pack: another theme, other scales, another language, no phases."""
    return load_pack(ENGLISH_PACK)


@pytest.fixture
def english_folder(tmp_path: Path) -> Path:
    """A copy of the second pack that a test may change."""
    return Path(shutil.copytree(ENGLISH_PACK, tmp_path / "pack"))
