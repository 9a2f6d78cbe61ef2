"""The `salesdesign` command: answers `--version` at once and leaves everything else to the command line."""

import sys

from salesdesign import __version__


def main() -> int:
    """The exit code of the command that was typed."""
    if sys.argv[1:] == ["--version"]:
        sys.stdout.write(f"salesdesign {__version__}\n")
        return 0
    from salesdesign.cli.run import run

    return run(sys.argv[1:])


if __name__ == "__main__":
    sys.exit(main())
