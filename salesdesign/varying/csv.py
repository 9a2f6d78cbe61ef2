"""What comes out while facts move as a table of comma-separated values."""

import csv
import io

from salesdesign.varying.variation import Point, Variation


def to_csv(variation: Variation) -> str:
    """One row for each place; cells are empty where the facts contradict each other."""
    file = io.StringIO()
    writer = csv.writer(file, lineterminator="\n")
    options = [f"{option}.{column}" for option in variation.names for column in ("net", "score", "closed_by")]
    writer.writerow([*(axis.fact for axis in variation.axes), "chosen", "left_out", *options])
    writer.writerows(_row(variation, point) for point in variation.points)
    return file.getvalue()


def _row(variation: Variation, point: Point) -> list[str]:
    row = [_cell(place.value) for place in point.at] + [point.chosen or "", " ".join(point.left_out)]
    for option in variation.names:
        found = point.options.get(option)
        row += [_cell(found.net), _cell(found.score), " ".join(found.closed_by)] if found else ["", "", ""]
    return row


def _cell(value: object) -> str:
    if isinstance(value, bool):
        return "yes" if value else "no"
    return str(int(value)) if isinstance(value, float) and value.is_integer() else str(value)
