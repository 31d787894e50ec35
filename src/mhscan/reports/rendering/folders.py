"""Where templates and the list of documents are looked for, the nearest to the user first."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from mhscan.errors import InputError
from mhscan.language import _
from mhscan.loading.files import link_out, list_files, read_text
from mhscan.loading.paths import is_folder, real_path, yaml_file
from mhscan.loading.shipped import shipped_pack
from mhscan.text import shell

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
        """The folders with templates: the user's own, the pack's, the shipped; each once.

        Raises:
            InputError: the folder of the pack is a link that leads out of it.
        """
        problems = link_out(self.pack / TEMPLATES, self.pack)
        if problems:
            raise InputError(_("The templates in {path} cannot be used.").format(path=self.pack), "", tuple(problems))
        layers = (*((self.own,) if self.own else ()), self.pack / TEMPLATES, self.shipped)
        return tuple({real_path(path): path for path in layers}.values())

    @property
    def shipped(self) -> Path:
        """The templates that come with mhscan."""
        return shipped_pack() / TEMPLATES

    @property
    def elsewhere(self) -> tuple[Path, ...]:
        """The folders that are there and are not those of mhscan itself."""
        return tuple(path for path in self.layers if is_folder(path) and real_path(path) != real_path(self.shipped))

    @property
    def foreign(self) -> bool:
        """Whether a template can come from elsewhere than mhscan itself."""
        return bool(self.elsewhere)


def template_folders(pack: Path, own: Path | None = None) -> TemplateFolders:
    """The folders of a pack and of the user's own templates.

    Raises:
        InputError: the folder with the user's own templates is not there.
    """
    if own is not None and not is_folder(own):
        raise InputError(
            _("{path} is no folder.").format(path=own),
            _("Make a folder with templates to start from: mhscan templates copy {path}").format(path=shell(own)),
        )
    return TemplateFolders(pack, own)


def has_templates(folder: Path) -> bool:
    """Whether a folder has templates or a list of documents itself; so too one that may not be looked into."""
    files, unread = list_files(folder)
    return bool(unread) or any(file.suffix == ".j2" or file == yaml_file(folder / LIST) for file in files)


def template_scaffold(folders: TemplateFolders) -> dict[str, str]:
    """Templates to start from: the text of each template, list and style by its name, the nearest to the user.

    Raises:
        InputError: one of them cannot be read.
    """
    texts: dict[str, str] = {}
    for layer in reversed(folders.layers):
        files, problems = list_files(layer, root=layer)
        for path in (file for file in files if not is_folder(file)):
            text, faults = read_text(path, str(path))
            problems += faults
            texts[path.name] = text or ""
        if problems:
            raise InputError(_("The templates in {path} cannot be read.").format(path=layer), "", tuple(problems))
    return texts
