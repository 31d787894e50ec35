"""Where templates and the list of documents are looked for, the nearest to the user first."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from mhscan.errors import InputError
from mhscan.language import _
from mhscan.loading.files import is_folder, list_files
from mhscan.loading.paths import real_path
from mhscan.loading.shipped import shipped_pack

TEMPLATES = "templates"
LIST = "documents.yaml"
"""The name of a list of documents."""


@dataclass(frozen=True)
class TemplateFolders:
    """The folder of a pack, and a folder of templates of the user's own, if there is one."""

    pack: Path
    own: Path | None = None

    @property
    def layers(self) -> tuple[Path, ...]:
        """The folders with templates: the user's own, the pack's, the shipped; each once."""
        found = (*((self.own,) if self.own else ()), self.pack / TEMPLATES, self.shipped)
        return tuple({real_path(path): path for path in found}.values())

    @property
    def shipped(self) -> Path:
        """The templates that come with mhscan."""
        return shipped_pack() / TEMPLATES

    @property
    def foreign(self) -> bool:
        """Whether a template can come from elsewhere than mhscan itself."""
        return any(is_folder(path) for path in self.layers if real_path(path) != real_path(self.shipped))


def template_folders(pack: Path, own: Path | None = None) -> TemplateFolders:
    """The folders of a pack and of the user's own templates.

    Raises:
        InputError: the folder with the user's own templates is not there.
    """
    if own is not None and not is_folder(own):
        raise InputError(
            _("{path} is no folder.").format(path=own),
            _("Make a folder with templates to start from: mhscan templates copy {path}").format(path=own),
        )
    return TemplateFolders(pack, own)


def has_templates(folder: Path) -> bool:
    """Whether a folder has templates or a list of documents itself; so too one that may not be looked into."""
    files, unread = list_files(folder, "")
    return bool(unread) or any(one.suffix == ".j2" or one.name == LIST for one in files)
