"""Fuzzes one target, led by the code that its inputs reach: `python -m tests.fuzz.run TARGET [RUNS [SEED]]`.

An input that fails is put into `corpus/TARGET`, where it stays as a test.
"""

import sys
import time
from pathlib import Path
from tempfile import TemporaryDirectory

import atheris

with atheris.instrument_imports(include=["salesdesign", "yaml"]):
    from tests.fuzz.targets import HERE, TARGETS


def main(name: str, runs: int, seed: int = 1) -> None:
    """Runs the target so often, and says how it went."""
    target = TARGETS[name]
    failed = HERE / "corpus" / name
    failed.mkdir(parents=True, exist_ok=True)
    begun, count = time.process_time(), 0

    def take(data: bytes) -> None:
        nonlocal count
        count += 1
        target.take(data)
        if count == runs:
            print(
                f"{name}: {count:,} inputs in {time.process_time() - begun:.0f} s of a processor, none failed",
                flush=True,
            )

    with TemporaryDirectory() as seeds:
        for number, good in enumerate(target.seeds()):
            (Path(seeds) / f"{number:03}").write_bytes(good)
        options = [
            f"-runs={runs}",
            f"-max_len={target.longest}",
            f"-artifact_prefix={failed}/",
            f"-seed={seed}",
            "-timeout=10",
            "-rss_limit_mb=2048",
            "-verbosity=0",
        ]
        atheris.Setup([sys.argv[0], *options, seeds, str(failed)], take)
        atheris.Fuzz()


if __name__ == "__main__":
    wanted, *numbers = sys.argv[1:]
    main(wanted, *(map(int, numbers) if numbers else [TARGETS[wanted].runs]))
