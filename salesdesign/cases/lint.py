"""Everything that lint looks for: in a pack as it is written, and in what comes out of it."""

from collections.abc import Mapping

from salesdesign.cases.winning import CODE, EXPLAINED, option_never_wins
from salesdesign.model.pack import Pack
from salesdesign.pack.finding import Finding
from salesdesign.pack.lint import CHECKS, accepted, lint
from salesdesign.pack.lint.codes import OTHERS

EXPLANATIONS: Mapping[str, str] = {
    **{code: check.explained for code, check in CHECKS.items()},
    CODE: EXPLAINED,
    **OTHERS,
}
"""What each code means and what helps, by code."""


def lint_all(pack: Pack) -> tuple[Finding, ...]:
    """Everything that is doubtful about a pack, by file, line and code."""
    return tuple(sorted((*lint(pack), *accepted(option_never_wins(pack), pack, (CODE,)))))
