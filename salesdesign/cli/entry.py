"""One entry of the rule pack, told in full."""

from collections.abc import Iterable, Mapping
from functools import partial

from salesdesign.cli.entry_library import library_entries
from salesdesign.cli.entry_told import Telling, cited, told
from salesdesign.cli.points import points_text
from salesdesign.model.pack import Benchmark, Claim, Criterion, Decision, Gate, Option, Pack, Remark, Rule


def entries(pack: Pack) -> Mapping[str, Telling]:
    """What can be shown, by id. Where two things share an id, rules and gates go before the rest."""
    decisions = pack.decisions
    criteria = [criterion for decision in decisions for criterion in decision.criteria]
    return {
        **library_entries(pack),
        **{benchmark.id: partial(_benchmark, benchmark) for benchmark in pack.benchmarks.values()},
        **{claim.id: partial(_claim, claim, pack) for claim in pack.claims.values()},
        **{option.id: partial(_option, option, pack) for decision in decisions for option in decision.options},
        **{criterion.id: partial(_criterion, criterion) for criterion in criteria},
        **{decision.id: partial(_decision, decision) for decision in decisions},
        **{gate.id: partial(_gate, gate, pack) for decision in decisions for gate in decision.gates},
        **{rule.id: partial(_rule, rule, pack) for criterion in criteria for rule in criterion.rules},
    }


def _rule(rule: Rule, pack: Pack) -> str:
    return told(
        f"rule {rule.id}",
        {
            "written": f"{rule.file}:{rule.line}",
            "asks": rule.asks,
            "unless": rule.exception,
            "points": points_text(rule.points),
            "because": rule.because,
        },
        cited(rule.evidence, pack),
    )


def _gate(gate: Gate, pack: Pack) -> str:
    return told(
        f"gate {gate.id}",
        {
            "written": f"{gate.file}:{gate.line}",
            str(gate.kind): ", ".join(gate.options),
            "when": gate.asks,
            "because": gate.because,
        },
        cited(gate.evidence, pack),
    )


def _decision(decision: Decision) -> str:
    criteria = [f"{criterion.id} (weight {criterion.weight:g}): {criterion.name}" for criterion in decision.criteria]
    parts = {
        "asks": decision.question,
        "chooses": str(decision.choose),
        "options": ", ".join(option.id for option in decision.options),
        "gates": ", ".join(gate.id for gate in decision.gates),
    }
    return told(f"decision {decision.id}", parts, criteria)


def _criterion(criterion: Criterion) -> str:
    rules = [f"{rule.id}: {rule.asks}" for rule in criterion.rules]
    return told(f"criterion {criterion.id}", {"name": criterion.name, "weight": f"{criterion.weight:g}"}, rules)


def _option(option: Option, pack: Pack) -> str:
    return told(
        f"option {option.id}",
        {
            "name": option.name,
            "summary": option.summary,
            "wins when": option.wins_when,
            "roles": ", ".join(option.roles),
        },
        [*_remarks("+", option.pros), *_remarks("-", option.cons), *cited(option.evidence, pack)],
    )


def _claim(claim: Claim, pack: Pack) -> str:
    source = pack.sources[claim.source]
    printed = ", ".join(filter(None, (source.publisher, source.title, str(source.year or ""), source.address)))
    return told(f"claim {claim.id}", {"says": claim.claim, "source": printed, "note": claim.note}, ())


def _benchmark(benchmark: Benchmark) -> str:
    parts = {
        "metric": f"{benchmark.metric}, {benchmark.segment}",
        "typical": f"{benchmark.typical} {benchmark.unit}",
        "range": f"{benchmark.low} to {benchmark.high}" if benchmark.low is not None else "",
        "source": ", ".join(filter(None, (benchmark.source_title, str(benchmark.year or ""), benchmark.source))),
        "confidence": benchmark.confidence,
        "note": benchmark.note,
    }
    return told(f"benchmark {benchmark.id}", parts, ())


def _remarks(sign: str, remarks: Iterable[Remark]) -> list[str]:
    return [f"{sign} {remark.text}" for remark in remarks]
