"""How long a browser takes over an index of ten thousand companies: `python benchmarks/listing.py [FOLDER]`.

Milliseconds of the clock from a click, or a letter, until the page is drawn. Pictures of it go into the folder.
"""

import sys
from pathlib import Path
from tempfile import TemporaryDirectory

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from tests.browser.listings import COMPANIES, seen_of

TOLD = {
    "opened": "opened",
    "byName": "sorted by name",
    "byLead": "sorted by a number",
    "scrolled": "scrolled to the end of what is shown",
    "kept": "a verdict picked",
    "found": "two words typed",
}


def main() -> None:
    """Opens the page and prints what was measured."""
    shots = Path(sys.argv[1]).resolve() if len(sys.argv) > 1 else None
    with TemporaryDirectory() as folder:
        seen = seen_of(Path(folder), shots)
    print(f"{f'{COMPANIES:,} companies':40} {'ms':>6} {'rows held':>10}")
    for state, told in TOLD.items():
        print(f"{told:40} {seen[state]['ms']:6.0f} {len(seen[state]['rows']):10,}")


if __name__ == "__main__":
    main()
