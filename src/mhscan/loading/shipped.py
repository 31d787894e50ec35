"""Where the shipped pack lies: in the wheel beside the code, in a checkout beside `src/`; and what is made of it."""

from __future__ import annotations

from pathlib import Path

from mhscan.errors import InputError
from mhscan.language import _

HERE = Path(__file__).resolve().parents[1]
FOLDERS = ("factors", "questionnaires", "templates")


def shipped_pack() -> Path:
    """The folder that holds the three folders of the pack that comes with mhscan.

    Raises:
        InputError: the installation is incomplete.
    """
    checkout = HERE.parents[1]
    for folder in (HERE, checkout):
        if all((folder / name).is_dir() for name in FOLDERS):
            return folder
    raise InputError(_("The pack that comes with mhscan is not there."), _("Install mhscan again."))


def prepared_folder() -> Path:
    """The folder with what was worked out when mhscan was installed (see `hatch_build.py`); it need not be there.

    What lies in it is code: it is written by whoever installs mhscan, and never when the program runs.

    Raises:
        InputError: the installation is incomplete.
    """
    return HERE / "prepared" if shipped_pack() == HERE else HERE.parents[1] / "build" / "prepared"
