"""The `salesdesign` command: answers `--version` at once and leaves everything else to the command line."""

import gc
import sys

from salesdesign import __version__

INTERRUPTED = 130


def main() -> int:
    """The exit code of the command that was typed."""
    if sys.argv[1:] == ["--version"]:
        sys.stdout.write(f"salesdesign {__version__}\n")
        return 0
    gc.set_threshold(100_000, 50, 100)  # what a command makes lasts until its end
    try:
        _end_alike()
        from salesdesign.cli.run import run
        from salesdesign.cli.streams import open_all

        open_all()
        return run(sys.argv[1:])
    except KeyboardInterrupt:  # while something is imported, or the last words are said
        return INTERRUPTED
    except RuntimeError as error:
        if isinstance(error.__cause__, KeyboardInterrupt):  # Python makes this of it while a class is being made
            return INTERRUPTED
        raise
    finally:
        import signal

        signal.signal(signal.SIGINT, signal.SIG_IGN)  # what is left is to leave


def _end_alike() -> None:
    """Whoever ends the program, and be it a terminal that closes, it ends as with Ctrl-C: files and screen in order."""
    import signal  # it brings much along, and whoever interrupts that is answered as everybody else

    for name in ("SIGTERM", "SIGHUP"):
        ending = getattr(signal, name, None)
        if ending is not None and signal.getsignal(ending) is signal.SIG_DFL:  # nohup stays in force
            signal.signal(ending, _interrupt)


def _interrupt(_number: int, _frame: object) -> None:
    raise KeyboardInterrupt


if __name__ == "__main__":
    sys.exit(main())
