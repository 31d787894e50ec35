"""What is installed: from a wheel, and from a checkout."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

from mhscan.loading.shipped import FOLDERS

ROOT = Path(__file__).resolve().parents[2]
WHERE = "import mhscan.cli, mhscan.loading.shipped as s; print(mhscan.cli.__file__); print(s.shipped_pack())"


def run(*command: str | Path, path: Path | None = None) -> str:
    """What a command says, started far from the checkout; fails if it fails.

    The coverage of an installed copy is not that of the source, so it is not measured.
    """
    kept = {key: value for key, value in os.environ.items() if key != "PYTHONPATH" and not key.startswith("COV")}
    extra = {"PYTHONPATH": str(path)} if path else {}
    env = {**kept, **extra, "PIP_NO_INDEX": "1", "PIP_DISABLE_PIP_VERSION_CHECK": "1", "MHSCAN_LANG": "en"}
    done = subprocess.run([sys.executable, *command], cwd="/", env=env, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("dist")
    run("-m", "build", "--wheel", "--no-isolation", "--outdir", folder, ROOT)
    (made,) = folder.glob("mhscan-*.whl")
    return made


@pytest.fixture(scope="module")
def installed(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("installed")
    run("-m", "pip", "install", "--quiet", "--no-deps", "--no-compile", "--target", folder, wheel)
    return folder


@pytest.fixture(scope="module")
def names(wheel: Path) -> list[str]:
    with zipfile.ZipFile(wheel) as archive:
        return archive.namelist()


@pytest.mark.parametrize("folder", FOLDERS)
def test_the_wheel_has_every_file_of_the_pack(names, folder):
    wanted = [path.relative_to(ROOT) for path in (ROOT / folder).rglob("*") if path.is_file()]
    assert len(wanted) >= 3
    assert [str(path) for path in wanted if f"mhscan/{path}" not in names] == []


def test_the_wheel_has_the_languages_and_says_that_it_is_typed(names):
    assert {"mhscan/py.typed", "mhscan/locale/nl/LC_MESSAGES/mhscan.mo"} <= set(names)


def test_the_wheel_has_the_packs_to_begin_with_and_the_texts_of_the_schemas(names):
    source = ROOT / "src" / "mhscan"
    wanted = [*(source / "loading" / "starters").rglob("*.yaml"), *source.rglob("*.toml")]
    assert len(wanted) >= 13
    assert [str(path) for path in wanted if f"mhscan/{path.relative_to(source)}" not in names] == []


def test_the_wheel_has_nothing_but_the_program_and_its_pack(names):
    assert {name.split("/")[0].split("-")[0] for name in names} == {"mhscan"}
    assert [name for name in names if name.endswith((".pyc", ".orig", "~")) or "test" in name.split("/")[1]] == []


def test_the_wheel_has_the_command(wheel):
    with zipfile.ZipFile(wheel) as archive:
        (name,) = [one for one in archive.namelist() if one.endswith("entry_points.txt")]
        assert "mhscan = mhscan.__main__:main" in archive.read(name).decode()


def test_the_installed_copy_finds_its_own_pack(installed):
    assert run("-c", WHERE, path=installed).splitlines() == [
        str(installed / "mhscan" / "cli" / "__init__.py"),
        str(installed / "mhscan"),
    ]


def test_the_wheel_has_what_was_prepared_and_no_trace_of_where(wheel, names):
    mine = [name for name in names if name.startswith("mhscan/prepared/")]
    assert "mhscan/prepared/pack.pickle" in mine
    assert len(mine) > 20
    with zipfile.ZipFile(wheel) as archive:
        assert [name for name in mine if str(ROOT).encode() in archive.read(name)] == []


def test_a_wheel_is_the_same_each_time_it_is_made(wheel, tmp_path):
    run("-m", "build", "--wheel", "--no-isolation", "--outdir", tmp_path, ROOT)
    assert (tmp_path / wheel.name).read_bytes() == wheel.read_bytes()


def test_the_installed_copy_uses_what_was_prepared(installed):
    asked = "from mhscan.loading.shipped import shipped_pack as s; "
    asked += "from mhscan.loading.prepared import prepared_pack as p; "
    assert run("-c", asked + "print(p(s()).files)", path=installed).split() == ["17"]


def test_the_installed_copy_works_far_from_the_checkout(installed, tmp_path):
    run("-m", "mhscan", "validate", "--pack", "shipped", path=installed)
    run("-m", "mhscan", "demo", tmp_path / "demo", path=installed)
    assert {path.suffix for path in (tmp_path / "demo").iterdir()} >= {".yaml", ".md", ".html"}
    run("-m", "mhscan", "pack", "new", tmp_path / "new", path=installed)
    run("-m", "mhscan", "validate", tmp_path / "new", path=installed)


def test_the_installed_copy_starts_its_other_processes(installed, tmp_path):
    run("-m", "mhscan", "demo", tmp_path / "demo", path=installed)
    (example,) = (tmp_path / "demo").glob("*.yaml")
    for n in range(8):
        (tmp_path / "many").mkdir(exist_ok=True)
        shutil.copyfile(example, tmp_path / "many" / f"{n}.yaml")
    (tmp_path / "own").mkdir()
    (tmp_path / "own" / "report.md.j2").write_text("{{ report.subject }}", encoding="utf-8")
    many = ("report", tmp_path / "many", "--format", "md", "-o", tmp_path / "out")
    run("-m", "mhscan", *many, "--templates", tmp_path / "own", path=installed)
    assert len(list((tmp_path / "out").glob("*.md"))) == 8


def test_a_checkout_that_is_installed_in_place_finds_the_pack_beside_its_source():
    assert run("-c", WHERE).splitlines() == [str(ROOT / "src" / "mhscan" / "cli" / "__init__.py"), str(ROOT)]
    run("-m", "mhscan", "validate", "--pack", "shipped")
