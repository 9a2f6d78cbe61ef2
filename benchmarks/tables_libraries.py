"""Rule engines from elsewhere, each asked for the nets of the same rules, in the fastest of the ways that it offers."""

import json
from importlib.util import find_spec
from itertools import pairwise
from typing import Any

from tables_rules import OPTIONS, Asks, as_json_logic, points_of, rules_of, written

from salesdesign.model.pack import Pack

_WORDS = {"and": "and", "or": "or"}
_SIGNS = {"and": "&&", "or": "||"}


def libraries(pack: Pack) -> dict[str, Asks]:
    """Those that are installed, by name, ready to be asked."""
    makers = {
        "zen-engine, expression": ("zen", _zen),
        "zen-engine, decision graph": ("zen", _zen_decision),
        "datalogic-py": ("datalogic_py", _datalogic),
        "common-expression-language": ("cel", _cel),
        "rule-engine": ("rule_engine", _rule_engine),
    }
    return {name: make(pack) for name, (module, make) in makers.items() if find_spec(module)}


def _zen(pack: Pack) -> Asks:
    import zen

    compiled = zen.compile_expression(_nets(pack, _WORDS, "({0} ? {1} : 0)"))
    return lambda companies: [compiled.evaluate(company) for company in companies]


def _zen_decision(pack: Pack) -> Asks:
    """Two steps: each rule answered once, and then the points."""
    import zen

    asked = {rule.id: f"{written(rule.when, _WORDS)} ? 1 : 0" for rule in rules_of(pack)}
    sums = {
        option: " + ".join(f"{rule.id} * ({points})" for rule, points in points_of(pack, option)) for option in OPTIONS
    }
    decision = zen.ZenEngine().create_decision(json.dumps(_graph(asked, sums)))

    def ask(companies: Any) -> list[Any]:
        found = (decision.evaluate(company)["result"] for company in companies)
        return [[result[option] for option in OPTIONS] for result in found]

    return ask


def _graph(*steps: dict[str, str]) -> dict[str, Any]:
    inner = [
        {
            "id": f"step{place}",
            "name": f"step{place}",
            "type": "expressionNode",
            "content": {"expressions": [{"id": key, "key": key, "value": value} for key, value in step.items()]},
        }
        for place, step in enumerate(steps)
    ]
    ends = [{"id": "in", "name": "in", "type": "inputNode"}, {"id": "out", "name": "out", "type": "outputNode"}]
    path = ["in", *(node["id"] for node in inner), "out"]
    edges = [
        {"id": f"{one}-{other}", "sourceId": one, "targetId": other, "type": "edge"} for one, other in pairwise(path)
    ]
    return {"nodes": [*ends, *inner], "edges": edges}


def _datalogic(pack: Pack) -> Asks:
    import datalogic_py

    nets = [
        {"+": [{"if": [as_json_logic(rule.when), points, 0]} for rule, points in points_of(pack, option)]}
        for option in OPTIONS
    ]
    compiled = datalogic_py.Engine().compile(json.dumps(nets))
    return lambda companies: [compiled.evaluate(company) for company in companies]


def _cel(pack: Pack) -> Asks:
    import cel

    compiled = cel.compile(_nets(pack, _SIGNS, "({0} ? {1} : 0)"))
    return lambda companies: [compiled.execute(company) for company in companies]


def _rule_engine(pack: Pack) -> Asks:
    import rule_engine

    compiled = rule_engine.Rule(_nets(pack, _WORDS, "({0} ? {1} : 0)"))
    return lambda companies: [compiled.evaluate(company) for company in companies]


def _nets(pack: Pack, words: dict[str, str], form: str) -> str:
    sums = [
        " + ".join(form.format(written(rule.when, words), f"({points})") for rule, points in points_of(pack, option))
        for option in OPTIONS
    ]
    return f"[{', '.join(sums)}]"
