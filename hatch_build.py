"""Works out, when mhscan is built, what would otherwise be worked out at every start: see docs/decisions/0019.

`python hatch_build.py` does that in a checkout again, after its pack or its code has changed.
"""

from __future__ import annotations

import shutil
import sys
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface


class CustomBuildHook(BuildHookInterface):  # type: ignore[type-arg]
    """Puts `mhscan/prepared/` into a wheel; an installation in place finds it in `build/`."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Make the files before the wheel is put together."""
        folder = prepare(Path(self.root))
        if version != "editable":
            build_data["force_include"][str(folder)] = "mhscan/prepared"


def prepare(root: Path) -> Path:
    """Write what can be prepared of the pack of a checkout; gives the folder."""
    sys.path.insert(0, str(root / "src"))
    from mhscan.integrity.packs import checked_pack
    from mhscan.loading.prepared import PACK, prepare_pack
    from mhscan.reports.rendering.environment import prepare_templates

    folder = root / "build" / "prepared"
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    (folder / PACK).write_bytes(prepare_pack(root, checked_pack(root)))
    for name, text in prepare_templates(root / "templates").items():
        (folder / name).write_text(text, encoding="utf-8")
    return folder


if __name__ == "__main__":
    prepare(Path(__file__).resolve().parent)
