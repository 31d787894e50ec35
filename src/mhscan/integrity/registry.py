"""The checks that a pack has to pass before it is used; a new one is a file in `checks/`, and a line here.

What is only advice, or takes more time, stands in `lint`.
"""

from __future__ import annotations

from mhscan.errors import Problem
from mhscan.integrity.checks import (
    action_leads_nowhere,
    ambiguous_term,
    bad_bands,
    condition_cycle,
    condition_on_score,
    duplicate_id,
    empty_condition,
    levels_not_of_scale,
    migration_clash,
    missing_file,
    missing_words,
    no_way_here,
    reused_id,
    unknown_claim,
    unknown_context,
    unknown_indicator,
    unknown_name,
    unknown_option,
    unknown_target,
    unlisted_factor,
)
from mhscan.loading.packs import Folder

MODULES = (
    missing_file,
    duplicate_id,
    unknown_indicator,
    unknown_context,
    unknown_option,
    unknown_claim,
    unknown_name,
    unlisted_factor,
    ambiguous_term,
    condition_cycle,
    condition_on_score,
    empty_condition,
    levels_not_of_scale,
    bad_bands,
    action_leads_nowhere,
    no_way_here,
    unknown_target,
    reused_id,
    migration_clash,
    missing_words,
)
"""Each with a function `check`."""

ON_WHOLE_FILES = (bad_bands, no_way_here, unknown_target, reused_id, migration_clash, missing_words)
"""Those that complain of what is not there: they pass over a file whose shape is wrong. The others see its rest."""


def run_checks(folder: Folder) -> list[Problem]:
    """What all checks find, also in what can still be read of a file whose shape is wrong."""
    rest = folder.readable()
    return [found for one in MODULES for found in one.check(folder if one in ON_WHOLE_FILES else rest)]
