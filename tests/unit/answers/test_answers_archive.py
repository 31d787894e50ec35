"""The pack that is kept with a closed assessment."""

from __future__ import annotations

import errno
import os
import shutil
import subprocess
from pathlib import Path

import pytest

from mhscan.answers.archive import archive_of, changed_files, find_archive, keep_pack, kept_digest
from mhscan.errors import InputError, OutputError
from mhscan.loading.packs import read_folder
from mhscan.loading.shipped import shipped_pack


@pytest.fixture
def digest(english_folder):
    return read_folder(english_folder).sha256


@pytest.fixture
def kept(english_folder, digest, tmp_path):
    keep_pack(english_folder, tmp_path / "scan.pack", digest)
    return tmp_path / "scan.pack"


@pytest.mark.parametrize(
    ("path", "folder"), [("scan.yaml", "scan.pack"), ("a/b.c.yaml", "a/b.c.pack"), ("x", "x.pack")]
)
def test_it_stands_beside_the_file_under_its_name(path, folder):
    assert archive_of(Path(path)) == Path(folder)


def test_it_is_the_pack_and_says_which(kept, digest):
    assert read_folder(kept).sha256 == kept_digest(kept) == digest
    assert changed_files(kept) == []


def test_only_the_folders_of_a_pack_are_kept(english_folder, digest, tmp_path):
    (english_folder / "private").mkdir()
    (english_folder / "factors" / ".hidden").touch()
    (english_folder / "templates").mkdir()
    (english_folder / "templates" / "report.md.j2").write_text("Ours", encoding="utf-8")
    keep_pack(english_folder, tmp_path / "scan.pack", digest)
    names = {str(path.relative_to(tmp_path / "scan.pack")) for path in (tmp_path / "scan.pack").rglob("*")}
    assert {"factors/model.yaml", "templates/report.md.j2"} <= names
    assert not {"private", "factors/.hidden"} & names


def test_the_templates_of_the_shipped_pack_belong_to_the_program(dutch_pack, tmp_path):
    keep_pack(shipped_pack(), tmp_path / "scan.pack", dutch_pack.sha256)
    assert sorted(one.name for one in (tmp_path / "scan.pack").iterdir()) == ["SHA256SUMS", "factors", "questionnaires"]


def test_the_usual_tool_can_check_it(kept):
    done = subprocess.run(
        ["sha256sum", "--check", "--quiet", "SHA256SUMS"], cwd=kept, check=False, capture_output=True, text=True
    )
    assert (done.returncode, done.stdout) == (0, "")


def test_every_change_is_seen(kept):
    (kept / "factors" / "people.yaml").write_text("other: true\n", encoding="utf-8")
    (kept / "factors" / "afloat.yaml").unlink()
    (kept / "factors" / "more.yaml").touch()
    assert changed_files(kept) == ["factors/afloat.yaml", "factors/more.yaml", "factors/people.yaml"]


def test_line_ends_are_no_change(kept):
    file = kept / "factors" / "people.yaml"
    file.write_bytes(file.read_bytes().replace(b"\n", b"\r\n"))
    assert changed_files(kept) == []


def test_without_checksums_everything_counts_as_changed(kept):
    (kept / "SHA256SUMS").unlink()
    assert kept_digest(kept) == ""
    assert "factors/model.yaml" in changed_files(kept)


def test_a_file_finds_the_pack_of_its_own_name_first(kept, digest, tmp_path):
    shutil.copytree(kept, tmp_path / "a.pack")
    assert find_archive(tmp_path / "scan.yaml", digest) == kept
    assert find_archive(tmp_path / "a.yaml", digest) == tmp_path / "a.pack"


def test_a_pack_of_another_digest_is_not_its_own_whatever_its_name(kept, tmp_path):
    assert find_archive(tmp_path / "scan.yaml", "0" * 64) is None


def test_one_under_its_name_that_does_not_say_its_digest_is_looked_at_when_there_is_no_other(kept, digest, tmp_path):
    (kept / "SHA256SUMS").unlink()
    assert find_archive(tmp_path / "scan.yaml", digest) == kept
    shutil.copytree(kept, tmp_path / "b.pack")
    (tmp_path / "b.pack" / "SHA256SUMS").write_text(f"# mhscan pack {digest}\n", encoding="utf-8")
    assert find_archive(tmp_path / "scan.yaml", digest) == tmp_path / "b.pack"


def test_a_file_that_was_renamed_finds_its_pack_by_the_digest(kept, digest, tmp_path):
    shutil.copytree(kept, tmp_path / "a.pack")
    (tmp_path / "a.pack" / "SHA256SUMS").write_text("# mhscan pack " + "1" * 64 + "\n", encoding="utf-8")
    (tmp_path / "b.pack").mkdir()
    assert find_archive(tmp_path / "renamed.yaml", digest) == kept
    assert find_archive(tmp_path / "renamed.yaml", "2" * 64) is None
    assert find_archive(tmp_path / "nowhere" / "scan.yaml", digest) is None


def test_a_folder_that_may_not_be_read_has_no_pack(tmp_path, monkeypatch):
    def refused(_self):
        raise PermissionError(errno.EACCES, os.strerror(errno.EACCES))

    monkeypatch.setattr(Path, "iterdir", refused)
    assert find_archive(tmp_path / "scan.yaml", "0") is None


@pytest.fixture
def newer(english_folder, tmp_path):
    """The folder of another version, and its digest."""
    folder = Path(shutil.copytree(english_folder, tmp_path / "newer"))
    model = folder / "factors" / "model.yaml"
    model.write_text(model.read_text().replace("version: 2.1.0", "version: 2.2.0"), encoding="utf-8")
    return folder, read_folder(folder).sha256


def contents(folder):
    """Every file in a folder with its content."""
    return {path: path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def test_the_same_pack_serves_two_files_and_is_not_written_again(kept, english_folder, digest, tmp_path):
    (kept / "factors" / ".note").touch()
    before = contents(kept)
    assert keep_pack(english_folder, tmp_path / "scan.yml", digest) == kept
    assert contents(kept) == before
    assert sorted(one.name for one in tmp_path.iterdir()) == ["pack", "scan.pack"]


@pytest.mark.parametrize("name", ["scan.yaml", "scan.yml", "scan.pack"])
def test_the_pack_of_another_scan_is_never_replaced(kept, digest, newer, tmp_path, name):
    before = contents(kept)
    folder, other = newer
    archive = keep_pack(folder, tmp_path / name, other)
    assert archive == tmp_path / f"scan-{other[:8]}.pack"
    assert contents(kept) == before
    assert find_archive(tmp_path / name, other) == archive
    assert find_archive(tmp_path / name, digest) == kept
    assert keep_pack(folder, tmp_path / name, other) == archive


def test_a_kept_pack_that_was_changed_is_neither_relied_on_nor_replaced(kept, english_folder, digest, tmp_path):
    file = kept / "factors" / "people.yaml"
    file.write_text(file.read_text().replace("level: 1", "level: 9"), encoding="utf-8")
    before = contents(kept)
    with pytest.raises(InputError, match=r"was changed since: factors/people\.yaml") as caught:
        keep_pack(english_folder, tmp_path / "scan.yaml", digest)
    assert caught.value.hint.startswith("Nothing was closed.")
    assert contents(kept) == before


def test_beside_a_link_the_pack_is_kept_with_the_real_file(english_folder, digest, tmp_path):
    (tmp_path / "real").mkdir()
    (tmp_path / "real" / "scan.yaml").touch()
    (tmp_path / "link.yaml").symlink_to(tmp_path / "real" / "scan.yaml")
    archive = keep_pack(english_folder, tmp_path / "link.yaml", digest)
    assert archive == tmp_path / "real" / "scan.pack"
    assert find_archive(tmp_path / "link.yaml", digest) == archive
    archive.rename(tmp_path / "link.pack")
    assert find_archive(tmp_path / "link.yaml", digest) == tmp_path / "link.pack"


def test_a_pack_that_a_broken_off_closing_has_put_aside_is_found(kept, digest, newer, tmp_path):
    aside = kept.rename(tmp_path / ".scan.pack.old")
    assert find_archive(tmp_path / "scan.yaml", digest) == aside
    keep_pack(newer[0], tmp_path / "scan.yaml", newer[1])
    assert find_archive(tmp_path / "scan.yaml", digest) == aside


@pytest.mark.parametrize("other", ["folder", "file", "link"])
def test_something_else_of_that_name_is_never_replaced(english_folder, digest, tmp_path, other):
    place = tmp_path / "scan.pack"
    if other == "folder":
        place.mkdir()
        (place / "mine.txt").write_text("precious", encoding="utf-8")
    elif other == "file":
        place.write_text("precious", encoding="utf-8")
    else:
        place.symlink_to(tmp_path / "nowhere")
    before = contents(tmp_path)
    assert keep_pack(english_folder, tmp_path / "scan.yaml", digest) == tmp_path / f"scan-{digest[:8]}.pack"
    assert before.items() <= contents(tmp_path).items()
    assert not (tmp_path / "nowhere").exists()


def test_where_no_name_is_free_it_is_refused(english_folder, digest, tmp_path):
    for name in ("scan", f"scan-{digest[:8]}", f"scan-{digest}"):
        (tmp_path / f"{name}.pack").mkdir()
    with pytest.raises(OutputError, match=r"scan\.pack exists already"):
        keep_pack(english_folder, tmp_path / "scan.yaml", digest)


def test_a_pack_that_changed_in_the_meantime_is_not_kept(english_folder, tmp_path):
    with pytest.raises(InputError, match="was changed in the meantime"):
        keep_pack(english_folder, tmp_path / "scan.pack", "0" * 64)
    assert [path.name for path in tmp_path.iterdir()] == ["pack"]


def test_a_pack_that_cannot_be_kept_leaves_nothing_behind_and_says_why_once(
    english_folder, digest, tmp_path, monkeypatch
):
    real, copied = shutil.copyfile, []

    def full(source, target):
        if len(copied) == 3:
            raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC), str(source), None, str(target))
        copied.append(real(source, target))

    monkeypatch.setattr(shutil, "copyfile", full)
    with pytest.raises(OutputError) as caught:
        keep_pack(english_folder, tmp_path / "scan.pack", digest)
    assert caught.value.message == f"{tmp_path / 'scan.pack'} cannot be written: the disk is full."
    assert len(copied) == 3
    assert [path.name for path in tmp_path.iterdir()] == ["pack"]


def test_what_fails_at_the_last_moment_leaves_nothing_and_the_other_packs(kept, newer, tmp_path, monkeypatch):
    def refused(*_arguments):
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    before = contents(tmp_path)
    monkeypatch.setattr(Path, "rename", refused)
    with pytest.raises(OutputError, match="the disk is full"):
        keep_pack(newer[0], tmp_path / "scan.yaml", newer[1])
    assert contents(tmp_path) == before


def test_a_file_that_cannot_be_read_counts_as_changed(kept, monkeypatch):
    real = Path.read_bytes

    def refused(self):
        if self.name == "people.yaml":
            raise PermissionError(errno.EACCES, os.strerror(errno.EACCES))
        return real(self)

    monkeypatch.setattr(Path, "read_bytes", refused)
    assert changed_files(kept) == ["factors/people.yaml"]
