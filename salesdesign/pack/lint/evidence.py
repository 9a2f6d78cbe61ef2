"""Claims that nothing uses, rules that rest on nothing, claims that say the opposite of what cites them."""

from collections.abc import Iterator, Mapping
from itertools import chain

from salesdesign.model.pack import Claim, Gate, Line, Option, Points, Rule, Steps
from salesdesign.pack.finding import Finding
from salesdesign.pack.homes import homes
from salesdesign.pack.lint.subject import Subject, at
from salesdesign.pack.reach import highest, lowest

_PRO, _CON = "pro", "con"
_MISUSED = "against-its-claim"


def evidence_unused(subject: Subject) -> Iterator[Finding]:
    """Claims that nothing cites, without the reason."""
    pack = subject.pack
    for claim, places in homes(pack).items():
        if not places and claim not in pack.library.homeless:
            mend = "Cite it where it belongs, or give the reason under `homeless`."
            yield _at_claim(pack.claims[claim], "evidence-unused", f"Nothing uses {claim}.", mend)


def homeless_used(subject: Subject) -> Iterator[Finding]:
    """Claims that are said to have no use, and have one."""
    used = homes(subject.pack)
    for claim in (claim for claim in subject.pack.library.homeless if used[claim]):
        wrong = f"{claim} is listed under `homeless`, and yet it is used."
        yield _at_claim(subject.pack.claims[claim], "homeless-used", wrong, "Take it off the list.")


def evidence_missing(subject: Subject) -> Iterator[Finding]:
    """Rules and gates that cite nothing."""
    for found in chain[Rule | Gate](subject.rules(), subject.gates()):
        if not found.evidence:
            mend = "Cite a claim, or add one that says whose judgement it is."
            yield at(found, "evidence-missing", f"{found.id} rests on nothing.", mend)


def against_its_claim(subject: Subject) -> Iterator[Finding]:
    """Uses of a claim for an option that it speaks against, or the other way round."""
    claims = subject.pack.claims
    for rule in subject.rules():
        yield from _in_rule(rule, claims)
    for gate in subject.gates():
        yield from _in_gate(gate, claims)
    options = {option.id: option for decision in subject.pack.decisions for option in decision.options}
    for option in options.values():
        yield from _in_option(option, claims)


def _in_rule(rule: Rule, claims: Mapping[str, Claim]) -> Iterator[Finding]:
    for claim in (claims[claim] for claim in rule.evidence if claims[claim].option in rule.points):
        said, done = _direction(claim), _of_points(rule.points[claim.option])
        if said and done and said != done:
            yield at(rule, _MISUSED, _wrong(rule.id, done, claim, said), _MEND)


def _in_gate(gate: Gate, claims: Mapping[str, Claim]) -> Iterator[Finding]:
    for claim in (claims[claim] for claim in gate.evidence if claims[claim].option in gate.options):
        if _direction(claim) == _PRO:
            yield at(gate, _MISUSED, _wrong(gate.id, _CON, claim, _PRO), _MEND)


def _in_option(option: Option, claims: Mapping[str, Claim]) -> Iterator[Finding]:
    for done, remarks in ((_PRO, option.pros), (_CON, option.cons)):
        for remark in remarks:
            for claim in (claims[claim] for claim in remark.evidence if claims[claim].option == option.id):
                said = _direction(claim)
                if said and said != done:
                    wrong = _wrong(remark.id, done, claim, said)
                    yield Finding(code=_MISUSED, file=option.file, line=1, about=remark.id, wrong=wrong, mend=_MEND)


_MEND = "Cite another claim, or turn the points round."
_WORDS = {_PRO: "for", _CON: "against"}


def _wrong(name: str, done: str, claim: Claim, said: str) -> str:
    return f"{name} speaks {_WORDS[done]} {claim.option} and cites {claim.id}, which speaks {_WORDS[said]} it."


def _direction(claim: Claim) -> str:
    """Whether a claim speaks for its option or against it: the last word of its topic."""
    last = claim.topic.rpartition(" ")[2]
    return last if last in _WORDS else ""


def _of_points(points: Points) -> str:
    """Whether points speak only for an option, or only against it; a line that turns does neither."""
    most, least = highest(points), lowest(points)
    if isinstance(points, Line | Steps) and most > 0 > least:
        return ""
    return _PRO if most > 0 else _CON if least < 0 else ""


def _at_claim(claim: Claim, code: str, wrong: str, mend: str) -> Finding:
    return Finding(code=code, file=claim.file, line=claim.line, about=claim.id, wrong=wrong, mend=mend)
