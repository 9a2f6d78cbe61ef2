"""Rule engines from elsewhere, each asked for the nets of the same rules, in the fastest of the ways that it offers."""

import json
from collections.abc import Callable, Sequence
from importlib.util import find_spec
from itertools import pairwise
from typing import Any, TypeAlias

import numpy as np
import polars as pl
import pyarrow as pa
from tables_rules import CHOICES, NUMBERS, OPTIONS, TRUTHS, WORDS, Asks, as_json_logic, points_of, rules_of, written

from salesdesign.model.expression import AllOf, AnyOf, Compare, Expression, FactOf, Literal
from salesdesign.model.pack import Pack

Columns: TypeAlias = Callable[[pl.DataFrame], Sequence[Any]]
"""The net of every company, one column for each option."""

_WORDS = {"and": "and", "or": "or"}
_SIGNS = {"and": "&&", "or": "||"}


def libraries(pack: Pack) -> dict[str, Asks]:
    """Those that are installed, by name, ready to be asked."""
    makers = {
        "zen-engine, expression": ("zen", _zen),
        "zen-engine, each rule asked once, NumPy adds up": ("zen", _zen_answers),
        "zen-engine, decision graph": ("zen", _zen_decision),
        "datalogic-py": ("datalogic_py", _datalogic),
        "jsonlogic-rs": ("jsonlogic_rs", _json_logic),
        "common-expression-language": ("cel", _cel),
        "cel-expr-python": ("cel_expr_python", _cel_expr),
        "rule-engine": ("rule_engine", _rule_engine),
    }
    return {name: make(pack) for name, (module, make) in makers.items() if find_spec(module)}


SLOW = frozenset({"rule-engine", "zen-engine, decision graph", "jsonlogic-rs"})
"""Asked about fewer companies, or a run would never end."""


def _zen(pack: Pack) -> Asks:
    import zen

    compiled = zen.compile_expression(_nets(pack, _WORDS, "({0} ? {1} : 0)"))
    return lambda companies: [compiled.evaluate(company) for company in companies]


def _zen_answers(pack: Pack) -> Asks:
    """The truths of all rules, and their points added up outside: the least that it can be asked for."""
    import zen

    rules = rules_of(pack)
    compiled = zen.compile_expression(f"[{', '.join(written(rule.when, _WORDS) for rule in rules)}]")
    given = [{rule.id: points for rule, points in points_of(pack, option)} for option in OPTIONS]
    points = np.array([[each.get(rule.id, 0) for each in given] for rule in rules])
    return lambda companies: (np.array([compiled.evaluate(company) for company in companies]) @ points).tolist()


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


def _json_logic(pack: Pack) -> Asks:
    import jsonlogic_rs

    nets = [
        {"+": [{"if": [as_json_logic(rule.when), points, 0]} for rule, points in points_of(pack, option)]}
        for option in OPTIONS
    ]
    return lambda companies: [[jsonlogic_rs.apply(net, company) for net in nets] for company in companies]


def _cel_expr(pack: Pack) -> Asks:
    from cel_expr_python import cel

    environment = cel.NewEnv(variables=dict.fromkeys((*NUMBERS, *WORDS, *TRUTHS), cel.Type.DYN))
    compiled = environment.compile(_nets(pack, _SIGNS, "({0} ? {1} : 0)"))
    return lambda companies: [
        [net.plain_value() for net in compiled.eval(data=company).value()] for company in companies
    ]


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
        _sum([form.format(written(rule.when, words), f"({points})") for rule, points in points_of(pack, option)])
        for option in OPTIONS
    ]
    return f"[{', '.join(sums)}]"


def _sum(parts: list[str]) -> str:
    """In a balanced tree: one engine refuses a long chain, and none is slower for it."""
    if len(parts) <= 2:
        return " + ".join(parts)
    half = len(parts) // 2
    return f"({_sum(parts[:half])}) + ({_sum(parts[half:])})"


def columnar(pack: Pack) -> dict[str, Columns]:
    """Those that answer whole columns, by name, ready to be asked."""
    return {"blazerules": _blazerules(pack)} if find_spec("blazerules") else {}


def _blazerules(pack: Pack) -> Columns:
    """Each rule asked once, its answers added up as NumPy columns: faster than its own scores, one engine an option."""
    import blazerules

    config = blazerules.EngineConfig()
    config.output_detail = blazerules.OutputDetail.BITMASKS
    engine = blazerules.RuleEngine(config)
    engine.load_rules_from_string(json.dumps(_blazing(pack)), blazerules.RuleFileFormat.JSON)
    points = [{rule.id: given for rule, given in points_of(pack, option)} for option in OPTIONS]

    def ask(companies: pl.DataFrame) -> Sequence[Any]:
        batch = _batch(companies)
        found = engine.evaluate_batch(batch, False)
        nets = [np.zeros(batch.num_rows, np.int32) for _ in OPTIONS]
        for rule in rules_of(pack):
            packed = np.frombuffer(found.rule_bitmask_buffer(rule.id), np.uint8)
            bits = np.unpackbits(packed, count=batch.num_rows, bitorder="little")
            for place, given in enumerate(points):
                if rule.id in given:
                    nets[place] += bits * np.int32(given[rule.id])
        return nets

    return ask


def _batch(companies: pl.DataFrame) -> Any:
    """One Arrow batch in the kinds of data that it knows: it compares no truths, but whole numbers."""
    table = companies.rename(lambda name: name.removeprefix("facts.")).cast({pl.Boolean: pl.Int32}).to_arrow()
    schema = [(field.name, field.type if field.name not in WORDS else pa.string()) for field in table.schema]
    return table.cast(pa.schema(schema)).combine_chunks().to_batches()[0]


def _blazing(pack: Pack) -> dict[str, Any]:
    fields = {
        **{name: {"type": "float64", "nullable": True} for name in NUMBERS},
        **{name: {"type": "categorical", "values": list(CHOICES), "nullable": True} for name in WORDS},
        **{name: {"type": "int32", "nullable": True} for name in TRUTHS},
    }
    rules = [
        {"id": rule.id, "action": "flag", "severity": "LOW", "weight": 1, "conditions": _blazing_question(rule.when)}
        for rule in rules_of(pack)
    ]
    return {
        "schema_version": "2.1",
        "fields": fields,
        "decisions": {"default": "approve", "precedence": ["approve", "flag", "review", "block"]},
        "ruleset": {"name": "benchmark", "version": "1", "rules": rules},
    }


_OPERATORS = {">=": "gte", ">": "gt", "<": "lt", "<=": "lte", "==": "eq"}


def _blazing_question(expression: Expression | None) -> dict[str, Any]:
    match expression:
        case AllOf(parts):
            return {"and": [_blazing_question(part) for part in parts]}
        case AnyOf(parts):
            return {"or": [_blazing_question(part) for part in parts]}
        case Compare(how, FactOf(name), Literal(value)):
            written_value = int(value) if isinstance(value, bool) else value
            return {"field": name.removeprefix("facts."), "op": _OPERATORS[how], "value": written_value}
    raise TypeError(expression)
