"""How sure the advice is: in how many draws the choice stands, and what that means for the reader's next step."""

from collections.abc import Iterable

from salesdesign.engine.points import range_of
from salesdesign.model.advice import Confidence, OptionAdvice
from salesdesign.model.expression import facts_in
from salesdesign.model.pack import Rule
from salesdesign.reporting.blocks import Block, Phrase, Prose, TwinBar, TwinBars, TwinRow, Weights
from salesdesign.reporting.phrasing import lowered, the_option, title_of
from salesdesign.reporting.sections.turning import turning
from salesdesign.reporting.view import View
from salesdesign.wording.numbers import list_of, share

FIRM = 0.9
LIKELY = 0.7
"""Above FIRM a choice is called firm, above LIKELY likely: our judgement."""

WORTH_A_WORD = 0.1
"""Below it, an option that is not chosen is not named as a close one: our judgement."""

UNSTATED = 2

CAPTION = "How often each option is the choice"
SERIES = ("when our judgement varies", "when the unknown facts vary")


def trust(view: View) -> tuple[Block, ...]:
    """The two numbers, the picture, what would turn the choice, and weights to try; empty where nobody probed."""
    confidence = view.main.confidence
    if confidence is None or view.chosen is None:
        return ()
    return (
        Prose(phrases=tuple(_judgement(view, confidence))),
        Prose(phrases=tuple(_facts(view, confidence))),
        _picture(view),
        *turning(view),
        _to_try(view.chosen),
    )


def in_short(confidence: Confidence) -> str:
    """How sure the choice is, in one sentence for the first page."""
    return (
        f"The same choice comes out in {often(confidence.judgement)} of the draws that vary our weights and points, "
        f"and in {often(confidence.facts)} of those that vary what nobody told us."
    )


def together(view: View, name: str) -> Iterable[str]:
    """How sure a decision is of which several options can be chosen, what it hangs on, and the closest other."""
    decision = view.advice.decisions[name]
    confidence = decision.confidence
    if confidence is None:
        return
    yield (
        f"Exactly this comes out in {often(confidence.judgement)} of the draws that vary our weights and points, "
        f"and in {often(confidence.facts)} of those that vary what nobody told us."
    )
    unstated = _unstated(view, name) if confidence.facts < LIKELY else []
    if unstated:
        yield f"It hangs on facts that nobody stated, such as {list_of(unstated[:UNSTATED])}."
    others = [option for option in decision.options if option.id not in decision.chosen and not option.excluded_by]
    closest = max(others, key=lambda option: max(_judged(option), _by_facts(option)), default=None)
    if closest and max(_judged(closest), _by_facts(closest)) >= WORTH_A_WORD:
        called = f"{often(_judged(closest))} and {often(_by_facts(closest))}"
        yield f"The closest other, {lowered(closest.name)}, is called for in {called}."


def _unstated(view: View, name: str) -> list[str]:
    """The unknown facts that the rules of a decision read, by their names, those that can move it furthest first."""
    reach: dict[str, float] = {}
    for criterion in view.pack.decision(name).criteria:
        for rule in criterion.rules:
            furthest = max((most - least for least, most in map(range_of, rule.points.values())), default=0)
            for fact in _read_by(rule):
                reach[fact] = reach.get(fact, 0) + criterion.weight * furthest
    unknown = sorted(reach.keys() & set(view.advice.unknown), key=lambda fact: (-reach[fact], fact))
    return [lowered(title_of(view, fact)) for fact in unknown]


def _read_by(rule: Rule) -> set[str]:
    asked = {fact for ask in (rule.when, rule.unless) if ask for fact in facts_in(ask)}
    return asked | {rule.over} if rule.over else asked


def next_step(confidence: Confidence) -> str:
    """What that means for the reader, in a sentence."""
    if confidence.facts < LIKELY:
        return "Find out more before you reorganise."
    if confidence.judgement < LIKELY:
        return "Agree first on what counts most for you."
    if min(confidence.facts, confidence.judgement) >= FIRM:
        return "That is firm enough to act on."
    return "That is likely, and worth three questions before much is moved."


def often(part: float) -> str:
    """A share of draws: never 100% unless it is all of them."""
    if 0.995 <= part < 1:
        return "more than 99%"
    return "less than 1%" if 0 < part < 0.005 else share(round(part, 2))


def _judgement(view: View, confidence: Confidence) -> Iterable[Phrase]:
    yield Phrase(text=f"{often(confidence.judgement)} by judgement.", strong=True)
    yield Phrase(text="So often the same choice comes out when the weights and points, which are our opinion, vary.")
    yield Phrase(text=_what_judgement_means(view, confidence.judgement))


def _what_judgement_means(view: View, part: float) -> str:
    if part >= FIRM:
        return (
            "Whoever weighs things somewhat differently comes to the same answer: arguing about weights gains little."
        )
    rival = _likeliest_rival(view, [(_judged(option), option) for option in view.rivals])
    if part >= LIKELY:
        return (
            f"A reader who weighs things differently may come to {rival}: look at the weights that matter most to you."
        )
    return f"The answer hangs on opinion, with {rival} close: agree on what counts most before anyone is moved."


def _facts(view: View, confidence: Confidence) -> Iterable[Phrase]:
    yield Phrase(text=f"{often(confidence.facts)} by facts.", strong=True)
    yield Phrase(text="So often it comes out when each unknown fact takes a value that is usual among companies.")
    yield Phrase(text=_what_facts_mean(view, confidence.facts))


def _what_facts_mean(view: View, part: float) -> str:
    if part >= FIRM:
        return "What nobody told us is unlikely to change it, so you need not wait for more figures."
    rival = _likeliest_rival(view, [(_by_facts(option), option) for option in view.rivals])
    if part >= LIKELY:
        return f"An answer to the questions below could still turn it, most likely to {rival}: ask them first."
    return f"Too little is known to reorganise on: with other answers {rival} would be the choice. Ask first."


def _likeliest_rival(view: View, rivals: list[tuple[float, OptionAdvice]]) -> str:
    _, rival = max(rivals, key=lambda pair: pair[0], default=(0.0, None))
    return the_option(view, rival) if rival else "another answer"


def _judged(option: OptionAdvice) -> float:
    return option.chosen_in.judgement if option.chosen_in else 0.0


def _by_facts(option: OptionAdvice) -> float:
    return option.chosen_in.facts if option.chosen_in else 0.0


def _picture(view: View) -> TwinBars:
    options = [option for option in view.main.options if option.rank is not None]
    rows = tuple(TwinRow(name=option.name, bars=(_bar(_judged(option)), _bar(_by_facts(option)))) for option in options)
    return TwinBars(caption=CAPTION, series=SERIES, rows=rows)


def _to_try(chosen: OptionAdvice) -> Weights:
    """The criterion that does most for the choice, to be tried with another weight."""
    tried = max(chosen.criteria, key=lambda part: abs(part.net))
    weight = 2 if tried.weight == 1 else 1
    return Weights(text="Other weights can be tried on the command line:", command=f"--weight {tried.id}={weight}")


def _bar(part: float) -> TwinBar:
    return TwinBar(text=often(part) if part else "never", width=round(100 * part, 1))
