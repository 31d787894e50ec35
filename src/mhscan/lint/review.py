"""Everything that can be said against packs and assessments, all at once."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property, lru_cache
from pathlib import Path

from pydantic import BaseModel

from mhscan.answers.pack_choice import choose_pack_for
from mhscan.answers.reading import SCHEMA, parse_assessment
from mhscan.codes import problem
from mhscan.errors import InputError, Location, Problem, sort_problems
from mhscan.integrity.packs import checked_folder, load_pack
from mhscan.language import _
from mhscan.lint import document_list
from mhscan.lint.code_filter import CodeFilter
from mhscan.lint.findings import Findings
from mhscan.lint.follows import gathered, without_followers
from mhscan.lint.pack_fit import fit_problems, kept_pack_problems
from mhscan.lint.registry import review_assessment, review_document, review_files, review_templates
from mhscan.lint.scenarios import check_scenarios
from mhscan.lint.suppressions import apply_suppressions
from mhscan.lint.templates.source import Templates, templates_of
from mhscan.loading.document import Document
from mhscan.loading.files import link_out, list_yaml, read_document
from mhscan.loading.kinds import kind_of, says_kind, unknown_schema
from mhscan.loading.pack_choice import (
    PackChoice,
    PackUse,
    choose_pack,
    choose_pack_of,
    named_packs,
    pack_around,
    packs_near,
    use_of,
    use_of_folder,
)
from mhscan.loading.packs import KINDS, Folder, model_file, what_a_pack_is
from mhscan.loading.paths import is_folder, real_path, yaml_file
from mhscan.loading.validation import to_model
from mhscan.pack.documents import Documents
from mhscan.pack.pack import Pack
from mhscan.pack.scenario import Scenario
from mhscan.plans.reading import SCHEMA as PLAN
from mhscan.plans.reading import check_plan, parse_plan
from mhscan.reports.rendering.folders import LIST, has_templates
from mhscan.reports.style.house_style import read_style

TEMPLATES = "MH6"
"""The codes of what is wrong with templates."""
DOCUMENTS, STYLE = "mhscan/documents@1", "mhscan/style@1"
"""Files that stand beside the data of a pack."""
MEMBERS: dict[str, type[BaseModel]] = {**KINDS, "mhscan/scenario@1": Scenario}
"""The files that lie in a pack."""


def validate(paths: list[Path], named: Path | None = None) -> list[Problem]:
    """All problems of packs and assessments, sorted by place; `named` is a pack to hold assessments against."""
    return list(review(paths, named).problems)


def review(
    paths: list[Path],
    named: Path | None = None,
    choice: CodeFilter = CodeFilter(),  # noqa: B008  it is frozen
    more: Sequence[Problem] = (),
) -> Findings:
    """What is found in packs, assessments and templates, without what is not chosen or what a comment passes over.

    `named` is the pack that assessments and templates are held against, if one was named; else it is the one that is
    meant by the rule for every command. `more` has what is wrong elsewhere, such as with the settings.
    """
    done = _Review(named, choice)
    for path in paths:
        done.folder(path) if is_folder(path) else done.file(path)
    problems, ignored = apply_suppressions(sort_problems(done.problems), done.texts)
    kept = [choice.weighed(one) for one in [*problems, *more] if choice.keeps(one)]
    shown = sort_problems(gathered(sort_problems(kept)))
    files = sorted({*done.texts, *(one.location.file for one in shown)})
    return Findings(tuple(shown), tuple(files), ignored, tuple(dict.fromkeys(done.packs)), tuple(done.against))


@dataclass
class _Review:
    """All that was found so far, the text of each file that was read, and the packs that were looked at and used."""

    named: Path | None
    choice: CodeFilter
    problems: list[Problem] = field(default_factory=list)
    texts: dict[str, str] = field(default_factory=dict)
    packs: list[PackUse] = field(default_factory=list)
    against: dict[PackUse, None] = field(default_factory=dict)
    _of_packs: dict[Path, list[Problem]] = field(default_factory=dict)

    @cached_property
    def _load(self) -> Callable[[Path], Pack]:
        return lru_cache(load_pack)

    def folder(self, path: Path) -> None:
        """Look at a pack, at templates, or at each file of another folder."""
        files, unread = list_yaml(path, path)
        self.problems += unread
        if any(one.code != "MH019" for one in unread):
            return
        if is_folder(path / "factors"):
            pack, link = self._pack(path), link_out(path / "templates", path)
            self.problems += link
            if not link:
                self._templates(path / "templates", pack)
        elif has_templates(path):
            self._templates_alone(path)
        else:
            self._files(path, files)

    def _files(self, path: Path, files: list[Path]) -> None:
        """Look at the files in a folder that is no pack; where packs lie deeper, only at those that are of mhscan."""
        near = packs_near(path) if pack_around(path) is None else ()
        looked_at = [file for file in files if not near or says_kind(file)]
        for file in looked_at:
            self.file(file)
        if not looked_at:
            at = Location(str(model_file(path)))
            hint = named_packs(near) or what_a_pack_is()
            self.problems.append(problem("MH201", _("the pack has no factors/model.yaml"), at, hint))

    def _templates_alone(self, path: Path) -> None:
        """Look at a folder with templates as they are used with the pack that is meant."""
        chosen = choose_pack(self.named)
        pack = checked_folder(chosen.folder)
        use = use_of_folder(pack, chosen.origin)
        self.against |= {use: None} if use else {}
        if any(one.severity == "error" for one in pack.problems):
            self.problems += pack.problems
        self._templates(path, pack)

    def _templates(self, path: Path, pack: Folder) -> None:
        """Look at the list of documents, the house styles and the templates in a folder."""
        files, unread = list_yaml(path, path)
        self.problems += unread
        for file in files:
            if file == yaml_file(path / LIST):
                document = read_document(file)[0]
                self._add([document], document_list.check(path))
            else:
                self.file(file)
        if not self.choice.passes_over(TEMPLATES):
            folder = Templates(path, pack)
            self.problems += review_templates(folder)
            self.texts |= {str(one.path): one.text for one in templates_of(folder)[0]}

    def _pack(self, path: Path) -> Folder:
        """Look at the YAML files of a pack."""
        folder = checked_folder(path)
        scenarios = check_scenarios(folder)
        found = [*folder.problems, *review_files(folder), *scenarios.problems]
        self._add([*folder.documents, *scenarios.documents], found)
        use = use_of_folder(folder)
        self.packs += [use] if use else []
        return folder

    def _add(self, documents: Sequence[Document], found: Iterable[Problem]) -> None:
        """Add what was found in some files, and what they have against themselves as they are written."""
        written = [one for document in documents for one in review_document(document)]
        self.texts |= {document.file: document.text for document in documents}
        self.problems += without_followers([*found, *written])

    def file(self, path: Path) -> None:
        """Look at one file: an assessment, a file of a pack among its own, or a draft beside one."""
        document, problems = read_document(path)
        found = self._in_its_pack(path) if kind_of(document) in MEMBERS else []
        if all(one.code == "MH017" for one in found):
            self._add([document], [*found, *self._by_kind(path, document, problems)])
        else:
            self.texts[document.file] = document.text
            self.problems += without_followers(found)

    def _in_its_pack(self, path: Path) -> list[Problem]:
        """What is wrong with a file as a part of the pack that it lies in; nothing where it lies in none."""
        around = pack_around(real_path(path).parent)
        if around is None:
            return []
        if around not in self._of_packs:
            inside = _Review(self.named, self.choice)
            inside._pack(around)
            self._of_packs[around] = inside.problems
            self.against |= dict.fromkeys(inside.packs)
        return [_named_as(one, path) for one in self._of_packs[around] if _is_in(one.location, path)]

    def _by_kind(self, path: Path, document: Document, problems: list[Problem]) -> list[Problem]:
        """What is wrong with a file by what it says it is; `problems` is what kept it from being read."""
        kind = kind_of(document)
        if kind == SCHEMA:
            return self._assessment(path)
        if kind == PLAN:
            return self._plan(path)
        if kind == STYLE:
            return read_style(path)[2]
        if kind == DOCUMENTS:
            listed, wrong = to_model(document, Documents)
            return [*problems, *wrong, *(document_list.twice(document, listed) if listed else ())]
        if kind in MEMBERS:
            return [*problems, *to_model(document, MEMBERS[kind])[1]]
        if document.data is None:
            return problems
        return [*problems, unknown_schema(document, [SCHEMA, PLAN, *sorted(MEMBERS), DOCUMENTS, STYLE])]

    def _assessment(self, path: Path) -> list[Problem]:
        """What is wrong with an assessment, by itself and with its pack."""
        document, assessment, problems = parse_assessment(path)
        if assessment is None:
            return problems
        problems += review_assessment(document, assessment)
        chosen = choose_pack_for(path, assessment, self.named)
        if chosen.origin == "kept" and assessment.status == "final":
            return [*problems, *kept_pack_problems(path, document, assessment)]
        fit = self._held_against(chosen, lambda pack: fit_problems(path, document, assessment, pack, chosen))
        return [*problems, *fit]

    def _plan(self, path: Path) -> list[Problem]:
        """What is wrong with a plan, by itself and with its pack."""
        document, plan, problems = parse_plan(path)
        if plan is None:
            return problems
        chosen = choose_pack_of(plan.pack, path.parent, self.named)
        return [*problems, *self._held_against(chosen, lambda pack: check_plan(pack, document, plan))]

    def _held_against(self, chosen: PackChoice, check: Callable[[Pack], list[Problem]]) -> list[Problem]:
        """What a check finds with the pack; the problems of the pack where it cannot be used."""
        try:
            pack = self._load(chosen.folder)
        except InputError as error:
            return list(error.problems)
        self.against[use_of(pack, chosen)] = None
        return check(pack)


def _is_in(place: Location, path: Path) -> bool:
    return real_path(Path(place.file)) == real_path(path)


def _named_as(one: Problem, path: Path) -> Problem:
    """A problem in a file, under the name by which the file was asked for; so are the places that it points to."""

    def named(place: Location) -> Location:
        return replace(place, file=str(path)) if _is_in(place, path) else place

    related = tuple(replace(other, location=named(other.location)) for other in one.related)
    return replace(one, location=named(one.location), related=related)
