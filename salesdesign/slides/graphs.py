"""Native charts: what is drawn can be clicked, and its numbers be changed."""

from typing import Any

from pptx.chart.chart import Chart
from pptx.chart.data import CategoryChartData
from pptx.enum.chart import XL_CHART_TYPE, XL_LEGEND_POSITION
from pptx.util import Inches, Pt

from salesdesign.characters import cell_text
from salesdesign.slides.page import Graph
from salesdesign.slides.paper import (
    BOTTOM,
    INK,
    LINE,
    MARGIN,
    ROOM,
    SERIES,
    SOFT,
    TOP,
    Paper,
    Place,
    Type,
    shade,
    shown,
)

KINDS = {
    "bars": XL_CHART_TYPE.BAR_CLUSTERED,
    "columns": XL_CHART_TYPE.COLUMN_CLUSTERED,
    "stacked": XL_CHART_TYPE.COLUMN_STACKED,
    "lines": XL_CHART_TYPE.LINE_MARKERS,
}
BESIDE = 3.6
SMALL, LABEL = 12, 11


def draw_graph(paper: Paper, graph: Graph, title: str) -> None:
    """The chart over the page, with what is to be read in it at its right."""
    width = ROOM - BESIDE - 0.4 if graph.beside else ROOM
    left, top, wide, high = (Inches(value) for value in (MARGIN, TOP, width, BOTTOM - TOP))
    frame: Any = paper.slide.shapes.add_chart(KINDS[graph.kind], left, top, wide, high, _data(graph))  # type: ignore[arg-type]  # the library's own guide passes this type
    frame._element.nvGraphicFramePr.cNvPr.set("descr", shown(title))  # noqa: SLF001  the library has no public name for it
    _look(frame.chart, graph)
    if graph.beside:
        place = Place(left=MARGIN + ROOM - BESIDE, top=TOP + 0.2, width=BESIDE, height=BOTTOM - TOP)
        paper.text(place, [[(f"{line}\n", Type(size=14))] for line in graph.beside])


def _data(graph: Graph) -> CategoryChartData:
    """What is drawn; names stand in the chart's own sheet too, which the library would fill with formulas."""
    data = CategoryChartData(number_format=graph.format)  # type: ignore[no-untyped-call]  # so is the library
    data.categories = list(map(cell_text, graph.categories))
    for series in graph.series:
        data.add_series(cell_text(series.name), series.values)  # type: ignore[no-untyped-call]  # so is the library
    return data


def _look(chart: Chart, graph: Graph) -> None:
    chart.has_title = False
    chart.font.size, chart.font.color.rgb = Pt(SMALL), shade(INK)
    chart.has_legend = len(graph.series) > 1
    if chart.has_legend and chart.legend:
        chart.legend.position, chart.legend.include_in_layout = XL_LEGEND_POSITION.BOTTOM, False
        chart.legend.font.size = Pt(SMALL)
    _axes(chart, graph)
    for index, series in enumerate(chart.plots[0].series):
        _colour(series, SERIES[index % len(SERIES)], lines=graph.kind == "lines")
    if graph.kind != "lines":
        chart.plots[0].gap_width = 60
    if graph.kind == "bars":
        _labels(chart, graph)


def _axes(chart: Chart, graph: Graph) -> None:
    values, names = chart.value_axis, chart.category_axis
    values.has_major_gridlines = graph.kind != "bars"
    if values.has_major_gridlines:
        values.major_gridlines.format.line.color.rgb = shade(LINE)
    values.format.line.fill.background()
    values.tick_labels.font.size, values.tick_labels.number_format = Pt(LABEL), graph.format
    values.tick_labels.number_format_is_linked = False
    values.minimum_scale = 0
    values.visible = graph.kind != "bars"
    names.format.line.color.rgb = shade(SOFT)
    names.tick_labels.font.size = Pt(SMALL)
    names.reverse_order = graph.kind == "bars"


def _labels(chart: Chart, graph: Graph) -> None:
    plot = chart.plots[0]
    plot.has_data_labels = True
    labels = plot.data_labels
    labels.number_format, labels.number_format_is_linked = graph.format, False
    labels.font.size = Pt(SMALL)


def _colour(series, colour: str, *, lines: bool) -> None:  # type: ignore[no-untyped-def]  # the library names no public type
    tone = shade(colour)
    if lines:
        series.format.line.color.rgb = tone
        series.format.line.width = Pt(2.5)
        series.smooth = False
        series.marker.format.fill.solid()
        series.marker.format.fill.fore_color.rgb = tone
        series.marker.format.line.color.rgb = tone
    else:
        series.format.fill.solid()
        series.format.fill.fore_color.rgb = tone
