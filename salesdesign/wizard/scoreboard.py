"""The options as they stand, as a few lines beside the questions."""

from salesdesign.records import dataclass
from salesdesign.reporting.blocks import Bar, Place
from salesdesign.reporting.drawing import Signs, drawn
from salesdesign.reporting.sections.scores import picture
from salesdesign.reporting.view import view_of
from salesdesign.wizard.names import PLAN
from salesdesign.wizard.outlook import Outlook
from salesdesign.wording.numbers import counted, number, share

MOVED = 1
"""Points of score below which nothing is said to have moved."""

LEGEND = "The bars: how well each fits so far, 0 to 100, and how far open answers could move it; x is ruled out."

TOLD = 2
"""So many options are told to have moved."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Scoreboard:
    """The options with their bands, best first, and how sure the leader is."""

    bars: tuple[Bar, ...]
    leader: str
    stands: str
    """How firm the leader is, in words; empty while there is no leader."""
    left: str
    legend: str
    """What the bars mean, until somebody leads."""


def scoreboard_of(outlook: Outlook) -> Scoreboard:
    """The scoreboard of an outlook."""
    bars = picture(view_of(outlook.advice, outlook.desk.pack)).bars
    leader = next((bar for bar in bars if bar.place is Place.CHOSEN), None)
    about = "" if outlook.state.offers.get(PLAN) else "about "
    left = f"{about}{counted(outlook.left, 'more question')}" if outlook.left else "no question left"
    return Scoreboard(
        bars=bars,
        leader=leader.name if leader else "nothing leads yet",
        stands=_stands(outlook, leader, bars) if leader else "",
        left=left if leader else "most companies need about a dozen questions",
        legend="" if leader else LEGEND,
    )


def board_lines(board: Scoreboard, signs: Signs, width: int) -> tuple[str, ...]:
    """The scoreboard as lines no wider than `width`; the bars are left out where there is no room for them."""
    names = max((len(bar.name) for bar in board.bars), default=0)
    return tuple(_line(bar, signs, names, width)[:width].rstrip() for bar in board.bars)


def effect(before: Outlook, after: Outlook) -> str:
    """What an answer did: whose score moved furthest, and who leads now; empty where nothing was decided anew."""
    old = {bar.name: bar for bar in scoreboard_of(before).bars}
    board = scoreboard_of(after)
    moves = sorted(board.bars, key=lambda bar: -abs(bar.score - old[bar.name].score))
    moved = [bar for bar in moves[:TOLD] if abs(bar.score - old[bar.name].score) >= MOVED]
    closed = [bar.name for bar in board.bars if bar.place is Place.CLOSED and old[bar.name].place is not Place.CLOSED]
    parts = [_moved(bar, old[bar.name]) for bar in moved]
    parts += [f"{name} is ruled out" for name in closed]
    leads = board.leader if board.leader != scoreboard_of(before).leader and board.stands else ""
    parts += [f"now in front: {leads}"] if leads else []
    return "; ".join(parts)


def meaning(before: Outlook, after: Outlook) -> str:
    """What the option means that leads from now on, in the pack's words; empty where none took the lead."""
    main = after.desk.pack.main
    chosen = after.advice.decisions[main].chosen
    if not chosen or chosen == before.advice.decisions[main].chosen:
        return ""
    options = {option.id: option for option in after.desk.pack.decision(main).options}
    return f"That means: {options[chosen[0]].summary}"


def _moved(bar: Bar, old: Bar) -> str:
    verb = "rises" if bar.score > old.score else "falls"
    return f"{bar.name} {verb} from {number(old.score, 0)} to {number(bar.score, 0)}"


def _stands(outlook: Outlook, leader: Bar, bars: tuple[Bar, ...]) -> str:
    kept = any(bar.place is Place.OPEN and bar.score > leader.score for bar in bars)
    why = "kept, for nothing else leads by enough to pay for a change; " if kept else ""
    return f"{why}holds in {share(outlook.trust.stands)} of the ways open answers could turn out"


def _line(bar: Bar, signs: Signs, names: int, width: int) -> str:
    mark = ">" if bar.place is Place.CHOSEN else "x" if bar.place is Place.CLOSED else " "
    figure = number(bar.score, 0).rjust(3)
    picture_ = drawn(bar, signs)
    full = f"{mark} {bar.name.ljust(names)} {figure}  {picture_}"
    return full if len(full) <= width else f"{mark} {bar.name.ljust(names)} {figure}"
