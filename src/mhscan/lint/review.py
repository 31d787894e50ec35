"""Everything that can be said against packs and assessments, all at once."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import lru_cache
from pathlib import Path

from pydantic import BaseModel

from mhscan.answers.pack_choice import choose_pack_for
from mhscan.answers.reading import SCHEMA, check_fit, parse_assessment
from mhscan.codes import problem
from mhscan.errors import InputError, Location, Problem, sort_problems
from mhscan.integrity.packs import checked_folder, load_pack
from mhscan.language import _
from mhscan.lint import archived_pack as kept
from mhscan.lint.code_filter import Choice
from mhscan.lint.comments import apply_comments
from mhscan.lint.files_alone import notes_problems, problems_of, style_problems, unfit
from mhscan.lint.findings import Findings
from mhscan.lint.follows import gathered, without_followers
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

TEMPLATES = "MH6"
"""The codes of what is wrong with templates."""
DOCUMENTS, STYLE = "mhscan/documents@1", "mhscan/style@1"
MEMBERS: dict[str, type[BaseModel]] = {**KINDS, "mhscan/scenario@1": Scenario}
"""The files that lie in a pack."""
BESIDE = (DOCUMENTS, STYLE)
"""Files that stand beside the data of a pack."""


def validate(paths: list[Path], named: Path | None = None) -> list[Problem]:
    """All problems of packs and assessments, sorted by place; `named` is a pack to hold assessments against."""
    return list(review(paths, named).problems)


def review(
    paths: list[Path],
    named: Path | None = None,
    choice: Choice = Choice(),  # noqa: B008  it is frozen
    more: Sequence[Problem] = (),
) -> Findings:
    """What is found in packs, assessments and templates, without what is not chosen or what a comment passes over.

    `named` is the pack that assessments and templates are held against, if one was named; else it is the one that is
    meant by the rule for every command. `more` has what is wrong elsewhere, such as with the settings.
    """
    seen = _Seen(named, choice)
    for path in paths:
        seen.folder(path) if is_folder(path) else seen.file(path)
    problems, ignored = apply_comments(sort_problems(seen.problems), seen.texts)
    kept = [choice.weighed(one) for one in [*problems, *more] if choice.keeps(one)]
    shown = sort_problems(gathered(sort_problems(kept)))
    files = sorted({*seen.texts, *(one.location.file for one in shown)})
    return Findings(tuple(shown), tuple(files), ignored, tuple(dict.fromkeys(seen.packs)), tuple(seen.against))


class _Seen:
    """All that was found so far, and the text of each file that was read."""

    def __init__(self, named: Path | None, choice: Choice) -> None:
        self.problems: list[Problem] = []
        self.texts: dict[str, str] = {}
        self.packs: list[PackUse] = []
        self.against: dict[PackUse, None] = {}
        self._named = named
        self._choice = choice
        self._load = lru_cache(load_pack)
        self._wholes: dict[Path, list[Problem]] = {}

    def folder(self, path: Path) -> None:
        """Look at a pack, or at each file of another folder."""
        files, unread = list_yaml(path, path)
        self.problems += unread
        if any(one.code != "MH019" for one in unread):
            return
        from mhscan.reports.templates.folders import has_templates  # noqa: PLC0415  see _pack

        if is_folder(path / "factors"):
            pack, link = self._pack(path), link_out(path / "templates", path)
            self.problems += link
            if not link:
                self._beside(path / "templates", pack)
        elif has_templates(path):
            self._templates(path)
        else:
            self._others(path, files)

    def _others(self, path: Path, files: list[Path]) -> None:
        """Look at the files in a folder that is no pack; where packs lie deeper, only at those that are of mhscan."""
        near = packs_near(path) if pack_around(path) is None else ()
        looked_at = [one for one in files if not near or says_kind(one)]
        for file in looked_at:
            self.file(file)
        if not looked_at:
            at = Location(str(model_file(path)))
            hint = named_packs(near) or what_a_pack_is()
            self.problems.append(problem("MH201", _("the pack has no factors/model.yaml"), at, hint))

    def _templates(self, path: Path) -> None:
        """Look at a folder with templates as they are used with the pack."""
        chosen = choose_pack(self._named)
        pack = checked_folder(chosen.folder)
        use = use_of_folder(pack, chosen.origin)
        self.against |= {use: None} if use else {}
        if any(one.severity == "error" for one in pack.problems):
            self.problems += pack.problems
        self._beside(path, pack)

    def _beside(self, path: Path, pack: Folder) -> None:
        """Look at the list of documents, the house styles and the templates in a folder."""
        from mhscan.lint import document_list as documents  # noqa: PLC0415  see _pack
        from mhscan.lint.registry import review_document, review_templates  # noqa: PLC0415  jinja2 is heavy
        from mhscan.lint.templates.source import Templates, templates_of  # noqa: PLC0415  idem
        from mhscan.reports.templates.folders import LIST  # noqa: PLC0415  see _pack

        files, unread = list_yaml(path, path)
        self.problems += unread
        for file in files:
            if file != yaml_file(path / LIST):
                self.file(file)
            else:
                document = read_document(file)[0]
                self.texts[document.file] = document.text
                self.problems += without_followers([*documents.check(path), *review_document(document)])
        folder = Templates(path, pack)
        if not self._choice.passes_over(TEMPLATES):
            self.problems += review_templates(folder)
            self.texts |= {str(one.path): one.text for one in templates_of(folder)[0]}

    def _pack(self, path: Path) -> Folder:
        """Look at the YAML files of a pack."""
        from mhscan.lint.registry import review_document, review_files  # noqa: PLC0415  no other face needs it
        from mhscan.lint.scenarios import check_scenarios  # noqa: PLC0415  idem

        folder = checked_folder(path)
        scenarios = check_scenarios(folder)
        documents = (*folder.documents, *scenarios.documents)
        texts = [found for one in documents for found in review_document(one)]
        self.problems += without_followers([*folder.problems, *review_files(folder), *scenarios.problems, *texts])
        self.texts |= {one.file: one.text for one in documents}
        use = use_of_folder(folder)
        self.packs += [use] if use else []
        return folder

    def file(self, path: Path) -> None:
        """Look at one file: an assessment, a file of a pack among its own, or a draft beside one."""
        from mhscan.lint.registry import review_document  # noqa: PLC0415  see _pack

        document, problems = read_document(path)
        self.texts[document.file] = document.text
        found = self._member(path) if kind_of(document) in MEMBERS else []
        if all(one.code == "MH017" for one in found):
            found += [*self._of_kind(path, document, problems), *review_document(document)]
        self.problems += without_followers(found)

    def _of_kind(self, path: Path, document: Document, problems: list[Problem]) -> list[Problem]:
        """What is wrong with a file by what it says it is; `problems` is what kept it from being read."""
        kind = kind_of(document)
        if kind == SCHEMA:
            return self._assessment(path)
        if kind == PLAN:
            return self._plan(path)
        if kind == STYLE:
            return style_problems(path)
        if kind == DOCUMENTS:
            from mhscan.lint.document_list import twice  # noqa: PLC0415  see _pack

            listed, wrong = to_model(document, Documents)
            return [*problems, *wrong, *(twice(document, listed) if listed else ())]
        if kind in MEMBERS:
            return [*problems, *to_model(document, MEMBERS[kind])[1]]
        if document.data is None:
            return problems
        return [*problems, unknown_schema(document, [SCHEMA, PLAN, *sorted(MEMBERS), *BESIDE])]

    def _member(self, path: Path) -> list[Problem]:
        """What is wrong with a file as a part of the pack that it lies in; nothing where it lies in none."""
        whole = pack_around(real_path(path).parent)
        if whole is None:
            return []
        if whole not in self._wholes:
            inside = _Seen(self._named, self._choice)
            inside._pack(whole)
            self._wholes[whole] = inside.problems
            self.against |= dict.fromkeys(inside.packs)
        return problems_of(path, self._wholes[whole])

    def _assessment(self, path: Path) -> list[Problem]:
        """What is wrong with an assessment, by itself and with its pack."""
        document, assessment, problems = parse_assessment(path)
        if assessment is None:
            return problems
        from mhscan.lint.registry import review_assessment  # noqa: PLC0415  load_pack needs none of this

        problems += review_assessment(document, assessment)
        chosen = choose_pack_for(path, assessment, self._named)
        if chosen.origin == "kept" and assessment.status == "final":
            return [*problems, *kept.check(path, document, assessment)]

        def fit(pack: Pack) -> list[Problem]:
            wrong = unfit(path, document, assessment, pack, self._named)
            return wrong or [*check_fit(pack, document, assessment), *notes_problems(path, pack, chosen.folder)]

        return [*problems, *self._held_against(chosen, fit)]

    def _plan(self, path: Path) -> list[Problem]:
        """What is wrong with a plan, by itself and with its pack."""
        document, plan, problems = parse_plan(path)
        if plan is None:
            return problems
        chosen = choose_pack_of(plan.pack, path.parent, self._named)
        return [*problems, *self._held_against(chosen, lambda pack: check_plan(pack, document, plan))]

    def _held_against(self, chosen: PackChoice, check: Callable[[Pack], list[Problem]]) -> list[Problem]:
        """What a check finds with the pack; the problems of the pack where it cannot be used."""
        try:
            pack = self._load(chosen.folder)
        except InputError as error:
            return list(error.problems)
        self.against[use_of(pack, chosen)] = None
        return check(pack)
