"""Everything that lint looks for: in a pack as it is written, and in what comes out of it."""

from collections.abc import Mapping

from salesdesign.cases.winning import CODE, EXPLAINED, option_never_wins
from salesdesign.model.pack import Pack
from salesdesign.pack.finding import Finding
from salesdesign.pack.lint import CHECKS, Check, lint
from salesdesign.pack.lint.codes import OTHERS, UNUSED
from salesdesign.resources import rules_folder

_TOO_MUCH = frozenset({UNUSED, "evidence-unused"})

ALL_CHECKS: Mapping[str, Check] = {**CHECKS, CODE: Check(find=option_never_wins, explained=EXPLAINED)}

EXPLANATIONS: Mapping[str, str] = {**{code: check.explained for code, check in ALL_CHECKS.items()}, **OTHERS}
"""What each code means and what helps, by code."""


def lint_all(pack: Pack) -> tuple[Finding, ...]:
    """Everything that is doubtful about a pack, by file, line and code."""
    return tuple(finding for finding in lint(pack, ALL_CHECKS) if not _is_lent(finding, pack))


def _is_lent(finding: Finding, pack: Pack) -> bool:
    """Whether a finding says that the pack which is extended holds too much: nobody who extends it can mend that."""
    return bool(pack.extends) and finding.code in _TOO_MUCH and finding.file.startswith(str(rules_folder()))
