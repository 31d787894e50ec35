"""Which pack goes with an assessment: the rule of `loading.pack_choice`, with what the file says itself."""

from __future__ import annotations

from pathlib import Path

from mhscan.answers.archive import kept_folder
from mhscan.answers.model import Assessment
from mhscan.answers.reading import must_fit
from mhscan.errors import InputError
from mhscan.language import _
from mhscan.loading.pack_choice import SHIPPED, PackChoice, choose_pack_of, pack_id, packs_near
from mhscan.loading.shipped import shipped_pack
from mhscan.pack.pack import Pack
from mhscan.text import shell


def choose_pack_for(file: Path, assessment: Assessment, named: Path | None, kept: bool = True) -> PackChoice:
    """The pack to look at an assessment with: named, of this folder, kept with it, of its folder, or the shipped one.

    A closed assessment has its own pack: what is kept with it goes before the pack of this folder. Without `kept` the
    pack that was kept is passed over: that is for who carries the answers over to another one.

    Raises:
        InputError: the folder that was named has no pack.
    """
    archive = kept_folder(file, assessment) if kept and named is None else None
    if archive is not None and assessment.status == "final":
        return PackChoice(archive, "kept")
    choice = choose_pack_of(assessment.pack.id, file.parent, named)
    return PackChoice(archive, "kept") if archive is not None and choice.origin != "here" else choice


def refuse_unfit(pack: Pack, file: Path, assessment: Assessment) -> None:
    """Refuse a pack that an assessment can never be looked at with: another one, or an older version.

    Raises:
        InputError: so it is; the hint names the pack that was meant, if it can be found.
    """
    try:
        must_fit(pack, assessment)
    except InputError as error:
        hint = _where(file, assessment.pack.id) if assessment.pack.id != pack.model.id else error.hint
        raise InputError(f"{file}: {error.message}", hint) from None


def _where(file: Path, wanted: str) -> str:
    """What to name to use a pack with an id."""
    near = dict.fromkeys((*packs_near(file.parent), *packs_near(Path())))
    folder = next((str(one) for one in near if pack_id(one) == wanted), "")
    if not folder and pack_id(shipped_pack()) == wanted:
        folder = SHIPPED
    if folder:
        return _("Name that pack: --pack {folder}").format(folder=shell(folder))
    return _("Name the folder of that pack with --pack FOLDER.")
