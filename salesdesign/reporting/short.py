"""The short report of an advice, without what only the whole one says."""

from salesdesign.model.advice import Advice
from salesdesign.model.pack import Pack
from salesdesign.reporting.brief import brief
from salesdesign.reporting.header import header_of
from salesdesign.reporting.report import ShortReport
from salesdesign.reporting.view import view_of


def build_short(advice: Advice, pack: Pack) -> ShortReport:
    """What a terminal shows of an advice."""
    view = view_of(advice, pack)
    return ShortReport(header=header_of(view), brief=brief(view))
