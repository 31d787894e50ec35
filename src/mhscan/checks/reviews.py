"""The checks that `mhscan validate` runs beside those of `registry`, and the pages of all checks.

They take more time, or find what a pack can be used with: nothing else waits for them.
"""

from __future__ import annotations

from mhscan.answers.model import Assessment
from mhscan.checks.assessments import (
    answered_and_archived,
    bad_answer,
    bad_target,
    closed_before_begun,
    half_closed,
    kept_pack_changed,
    old_question,
    other_pack,
    scenario_differs,
    unknown_action,
    unknown_question,
    unknown_questionnaire,
)
from mhscan.checks.compatibility import (
    bad_requires,
    gone_without_a_step,
    missing_migration,
    needs_newer_mhscan,
    newer_file,
    version_claims_too_little,
    version_went_down,
)
from mhscan.checks.content import (
    hidden_character,
    missing_translation,
    near_equal_levels,
    no_question_mark,
    no_way_up,
    passive_with_actor,
    same_title,
    sentence_too_long,
    text_cut_off,
    too_many_words,
    typographic_quotes,
    uncovered_claim,
    unexplained_abbreviation,
    unexplained_term,
    unfinished_text,
    untidy_text,
    unused_term,
    vague_word,
    without_source,
)
from mhscan.checks.files import (
    ambiguous_scalar,
    anchor_or_tag,
    bad_setting,
    duplicate_key,
    empty_file,
    file_too_large,
    ignore_not_possible,
    ignore_without_reason,
    key_not_text,
    link_not_followed,
    not_read,
    not_utf8,
    several_documents,
    tab,
    two_endings,
    unknown_setting,
    unreadable_file,
    unused_ignore,
    yaml_syntax,
)
from mhscan.checks.logic import (
    actions_need_each_other,
    always_true,
    asked_too_early,
    impossible_test,
    never_applies,
    repeated_part,
    requirement_never_met,
    rule_never_fires,
)
from mhscan.checks.page import Page
from mhscan.checks.references import (
    alias_in_use,
    empty_aspect,
    owner_is_partner,
    unasked_context,
    unasked_indicator,
    unused_name,
)
from mhscan.checks.registry import MODULES
from mhscan.checks.scoring import (
    bad_classes,
    duplicate_level,
    empty_range,
    equal_scores,
    falling_scores,
    hidden_action,
    level_gap,
    nothing_scored,
    profile_gap,
    threshold_off_scale,
    unreachable_band,
)
from mhscan.checks.shape import (
    bad_value,
    missing_key,
    unknown_key,
    unknown_schema,
    wrong_type,
)
from mhscan.checks.templates import (
    bad_logo,
    broken_html,
    section_without_block,
    shown_nowhere,
    template_error,
    template_fails,
    undefined_variable,
    unknown_document,
    unknown_filter,
    unreadable_colour,
    words_nowhere,
)
from mhscan.checks.templates.source import Templates
from mhscan.errors import Problem
from mhscan.loading.packs import Folder
from mhscan.loading.yaml_reader import Document

REVIEWS = (
    not_read,
    alias_in_use,
    empty_aspect,
    unasked_context,
    unasked_indicator,
    unused_name,
    owner_is_partner,
    actions_need_each_other,
    always_true,
    asked_too_early,
    impossible_test,
    never_applies,
    repeated_part,
    requirement_never_met,
    rule_never_fires,
    bad_classes,
    duplicate_level,
    empty_range,
    equal_scores,
    falling_scores,
    hidden_action,
    level_gap,
    nothing_scored,
    profile_gap,
    threshold_off_scale,
    unreachable_band,
    missing_translation,
    near_equal_levels,
    no_question_mark,
    no_way_up,
    passive_with_actor,
    same_title,
    sentence_too_long,
    too_many_words,
    uncovered_claim,
    unexplained_abbreviation,
    unexplained_term,
    unfinished_text,
    untidy_text,
    unused_term,
    vague_word,
    without_source,
)
"""Checks of the YAML files of a pack, each with a `PAGE` and a `check`."""

DOCUMENTS = (hidden_character, text_cut_off, typographic_quotes)
"""Checks of a file of any kind by itself, each with a `PAGE` and a `check`."""

ASSESSMENTS = (half_closed, closed_before_begun, answered_and_archived)
"""Checks of an assessment by itself, each with a `PAGE` and a `check`."""

TEMPLATES = (
    template_error,
    undefined_variable,
    unknown_filter,
    section_without_block,
    broken_html,
    template_fails,
    shown_nowhere,
    unknown_document,
)
"""Checks of a folder with templates."""

WHILE_READING = (
    ambiguous_scalar,
    anchor_or_tag,
    bad_setting,
    duplicate_key,
    empty_file,
    file_too_large,
    ignore_not_possible,
    ignore_without_reason,
    key_not_text,
    link_not_followed,
    not_utf8,
    several_documents,
    tab,
    two_endings,
    unknown_setting,
    unreadable_file,
    unused_ignore,
    yaml_syntax,
    bad_value,
    missing_key,
    unknown_key,
    unknown_schema,
    wrong_type,
    bad_answer,
    bad_target,
    kept_pack_changed,
    old_question,
    other_pack,
    unknown_action,
    unknown_question,
    unknown_questionnaire,
    scenario_differs,
    newer_file,
    bad_requires,
    needs_newer_mhscan,
    version_claims_too_little,
    missing_migration,
    gone_without_a_step,
    version_went_down,
    unreadable_colour,
    bad_logo,
    words_nowhere,
)
"""Pages of what is found while a file is read, or is held against a pack."""

PAGES: dict[str, Page] = {
    one.PAGE.code: one.PAGE
    for one in sorted(
        (*MODULES, *REVIEWS, *DOCUMENTS, *ASSESSMENTS, *TEMPLATES, *WHILE_READING), key=lambda m: m.PAGE.code
    )
}
"""The page of each code."""


def review_files(folder: Folder) -> list[Problem]:
    """What the checks find in the YAML files of a pack."""
    return [found for one in REVIEWS for found in one.check(folder)]


def review_document(document: Document) -> list[Problem]:
    """What a file of any kind has against itself as it is written."""
    return [found for one in DOCUMENTS for found in one.check(document)]


def review_assessment(document: Document, assessment: Assessment) -> list[Problem]:
    """What an assessment has against itself, whatever its pack is."""
    return [found for one in ASSESSMENTS for found in one.check(document, assessment)]


def review_templates(folder: Templates) -> list[Problem]:
    """What the checks find in a folder with templates."""
    return [found for one in TEMPLATES for found in one.check(folder)]
