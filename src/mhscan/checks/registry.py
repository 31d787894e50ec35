"""The checks that a pack has to pass before it is used; a new check is a file in a folder beside this one, and a line.

What is only advice, or takes more time, stands in `reviews`.
"""

from __future__ import annotations

from mhscan.checks.compatibility import migration_clash, missing_words, no_way_here, reused_id, unknown_target
from mhscan.checks.logic import condition_cycle, condition_on_score, empty_condition
from mhscan.checks.references import (
    ambiguous_term,
    duplicate_id,
    missing_file,
    unknown_claim,
    unknown_context,
    unknown_indicator,
    unknown_name,
    unknown_option,
    unlisted_factor,
)
from mhscan.checks.scoring import action_leads_nowhere, bad_bands, levels_not_of_scale
from mhscan.errors import Problem
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
"""Each with a `PAGE` and a `check`."""

ON_WHOLE_FILES = (bad_bands, no_way_here, unknown_target, reused_id, migration_clash, missing_words)
"""Those that complain of what is not there: they pass over a file whose shape is wrong. The others see its rest."""


def run_checks(folder: Folder) -> list[Problem]:
    """What all checks find, also in what can still be read of a file whose shape is wrong."""
    rest = folder.readable()
    return [found for one in MODULES for found in one.check(folder if one in ON_WHOLE_FILES else rest)]
