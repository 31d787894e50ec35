"""The hook for pre-commit looks at every commit that can break a pack; the proof runs it with pre-commit itself."""

from __future__ import annotations

import re
import subprocess
from pathlib import Path

import pytest

from mhscan.loading.files import read_document

HOOKS = Path(__file__).resolve().parents[2] / ".pre-commit-hooks.yaml"
PACK = ("factors/model.yaml", "factors/soil.yaml", "templates/page.md.j2", "mhscan.toml")


def git(*words: str, folder: Path) -> str:
    done = subprocess.run(["git", *words], cwd=folder, capture_output=True, text=True, check=True)
    return done.stdout


@pytest.fixture
def repository(tmp_path) -> Path:
    """A repository with the files of a pack."""
    for name in PACK:
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text(f"{name}\n" * 5, encoding="utf-8")
    git("init", "--quiet", folder=tmp_path)
    git("add", "--all", folder=tmp_path)
    git("-c", "user.name=A", "-c", "user.email=a@b", "commit", "--quiet", "-m", "A pack", folder=tmp_path)
    return tmp_path


def runs(hook: dict, folder: Path) -> bool:
    """Whether pre-commit runs a hook: always, or for a staged file that is not deleted and has a name that it wants."""
    staged = git("diff", "--staged", "--name-only", "--no-ext-diff", "--diff-filter=ACMRTUXB", folder=folder).split()
    wanted = re.compile(hook.get("files", ""))
    return hook.get("always_run") is True or any(wanted.search(one) for one in staged)


CHANGES = {
    "a changed file": lambda folder: (folder / "factors/soil.yaml").write_text("x", encoding="utf-8"),
    "a template": lambda folder: (folder / "templates/page.md.j2").write_text("x", encoding="utf-8"),
    "a removed file": lambda folder: (folder / "factors/soil.yaml").unlink(),
    "a renamed file": lambda folder: (folder / "factors/soil.yaml").rename(folder / "factors/soil.yml"),
    "the settings": lambda folder: (folder / "mhscan.toml").write_text("strict = true", encoding="utf-8"),
    "removed settings": lambda folder: (folder / "mhscan.toml").unlink(),
    "a logo": lambda folder: (folder / "templates/logo.svg").write_text("x", encoding="utf-8"),
}


@pytest.mark.parametrize("change", CHANGES.values(), ids=CHANGES)
def test_it_runs_whatever_happens_to_the_pack(repository, change):
    document, problems = read_document(HOOKS)
    assert problems == []
    change(repository)
    git("add", "--all", folder=repository)
    assert document.data
    assert all(runs(hook, repository) for hook in document.data)
