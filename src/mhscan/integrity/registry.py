"""The checks that a pack has to pass before it is used; a new one is a function in `checks/`, and a line here.

What is only advice, or takes more time, stands in `lint`.
"""

from __future__ import annotations

from mhscan.errors import Problem
from mhscan.integrity.checks.conditions import check_condition_cycle, check_condition_on_score, check_empty_condition
from mhscan.integrity.checks.files import check_missing_file, check_unlisted_factor
from mhscan.integrity.checks.ids import check_ambiguous_term, check_duplicate_id
from mhscan.integrity.checks.migrations import (
    check_migration_clash,
    check_missing_words,
    check_no_way_here,
    check_reused_id,
    check_unknown_target,
)
from mhscan.integrity.checks.references import (
    check_unknown_claim,
    check_unknown_context,
    check_unknown_indicator,
    check_unknown_name,
    check_unknown_option,
)
from mhscan.integrity.checks.scales import check_action_leads_nowhere, check_bad_bands, check_levels_not_of_scale
from mhscan.loading.packs import Folder

ON_WHAT_IS_READABLE = (
    check_missing_file,
    check_duplicate_id,
    check_unknown_indicator,
    check_unknown_context,
    check_unknown_option,
    check_unknown_claim,
    check_unknown_name,
    check_unlisted_factor,
    check_ambiguous_term,
    check_condition_cycle,
    check_condition_on_score,
    check_empty_condition,
    check_levels_not_of_scale,
    check_action_leads_nowhere,
)
"""The checks that also see what can still be read of a file whose shape is wrong."""
ON_WHOLE_FILES = (
    check_bad_bands,
    check_no_way_here,
    check_unknown_target,
    check_reused_id,
    check_migration_clash,
    check_missing_words,
)
"""Those that complain of what is not there: they pass over a file whose shape is wrong."""


def run_checks(folder: Folder) -> list[Problem]:
    """What all checks find, also in what can still be read of a file whose shape is wrong."""
    rest = folder.readable()
    on_rest = [found for check in ON_WHAT_IS_READABLE for found in check(rest)]
    return on_rest + [found for check in ON_WHOLE_FILES for found in check(folder)]
