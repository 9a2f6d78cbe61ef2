"""Descent: a schedule of one market made cheaper, one change at a time, until no change saves anything."""

from salesdesign.planning.batches import Ground, Hires

TRIES, LEAST = 720, 30
"""Schedules looked at, at most: shared by the markets of a company, and for each of them in any case."""
MOST = 240
"""Schedules looked at for one market, at most."""


def cheaper(ground: Ground, hires: Hires) -> Hires:
    """The same targets reached at no higher cost: people come later, fewer of them, or others sooner."""
    best, cost = hires, ground.cost(ground.path(hires))
    left = min(MOST, max(LEAST, TRIES // len(ground.frame.lanes)))
    improved = True
    while improved and left > 0:
        improved = False
        for tried in _changes(best):
            left -= 1
            path = ground.path(tried)
            price = ground.cost(path)
            if price < cost - 1e-6 and ground.good(path):
                best, cost, improved = tried, price, True
                break
            if left <= 0:
                break
    return best


def _changes(hires: Hires) -> list[Hires]:
    """Fewer people, the same people later, and fewer of them sooner; the largest savings first."""
    months = [month for month in range(len(hires) - 1, -1, -1) if hires[month]]
    later = [option for month in months for many in _parts(hires[month]) for option in _later(hires, month, many)]
    sooner = [option for month in months if hires[month] > 1 for option in _sooner(hires, month)]
    return later + sooner + [option for gone in months for other in months for option in _instead(hires, gone, other)]


def _later(hires: Hires, month: int, many: int) -> list[Hires]:
    """Not so many of a month at all, or months later."""
    ends = [month + by for by in (6, 3, 1) if month + by < len(hires)]
    return [_moved(hires, month, to, many) for to in (None, *ends)]


def _sooner(hires: Hires, month: int) -> list[Hires]:
    """One fewer than the people of a month, and all of them sooner."""
    rest = _moved(hires, month, None, 1)
    return [_moved(rest, month, month - by, rest[month]) for by in (1, 2) if month >= by]


def _instead(hires: Hires, gone: int, other: int) -> list[Hires]:
    """One fewer in one month, and one of another sooner instead."""
    if gone <= other:
        return []
    rest = _moved(hires, gone, None, 1)
    return [_moved(rest, other, other - by, 1) for by in (1, 2, 4, 6) if other >= by]


def _parts(many: int) -> tuple[int, ...]:
    """All, half and one of so many people."""
    return tuple(sorted({many, many // 2, 1}, reverse=True)) if many > 1 else (1,) * many


def _moved(hires: Hires, month: int, to: int | None, many: int) -> Hires:
    found = list(hires)
    found[month] -= many
    if to is not None:
        found[to] += many
    return tuple(found)
