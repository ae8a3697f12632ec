"""Attack with mutated inputs, as many as wanted, under a limit of memory; keep each one that fails."""

from __future__ import annotations

import faulthandler
import hashlib
import resource
import sys
from itertools import islice
from pathlib import Path
from tempfile import gettempdir
from time import perf_counter, process_time
from traceback import format_exc

import click

from fuzz.mutations import mutations
from fuzz.targets import CORPUS, TARGETS, seeds

HANGS = 120
MEGABYTE = 1_000_000


@click.command(help="Attack TARGETs, by default all, with mutated inputs.")
@click.argument("names", nargs=-1, metavar="TARGET…", type=click.Choice([*TARGETS]))
@click.option("--count", default=10_000, help="Inputs in all.", show_default=True)
@click.option("--seed", default=0, help="Others for another one.", show_default=True)
@click.option("--seconds", default=3600, help="Stop then, and say how many there were.", show_default=True)
@click.option("--memory", default=2000, help="Megabytes.", show_default=True)
def attack(names: tuple[str, ...], count: int, seed: int, seconds: int, memory: int) -> None:
    resource.setrlimit(resource.RLIMIT_AS, (memory * MEGABYTE, memory * MEGABYTE))
    faulthandler.enable()
    chosen = names or tuple(TARGETS)
    failed = sum(_attack(name, count // len(chosen), seed, seconds / len(chosen)) for name in chosen)
    sys.exit(failed > 0)


def _attack(name: str, count: int, seed: int, seconds: float) -> int:
    """Attack one target, print what came of it, and return in how many ways inputs failed."""
    begun = perf_counter()
    taken: list[float] = []
    failures: dict[str, list[bytes]] = {}
    with Path(gettempdir(), f"attack-{name}").open("wb", buffering=0) as last:  # stays if the process dies
        for data in islice(mutations(seeds(name), seed), count):
            if perf_counter() - begun > seconds:
                break
            last.seek(0)
            last.truncate()
            last.write(data)
            taken.append(_judge(name, data, failures))
    click.echo(
        f"{name}: {len(taken)} of {count} inputs, {sum(map(len, failures.values()))} failed; "
        f"the slowest took {max(taken, default=0):.2f} s of {sum(taken):.0f} s"
    )
    for trace, inputs in failures.items():
        click.echo(f"{len(inputs)} of {name} failed like {keep(name, min(inputs, key=len))}:\n{trace}")
    return len(failures)


def _judge(name: str, data: bytes, failures: dict[str, list[bytes]]) -> float:
    """Judge one input, and return how long the processor took, in seconds."""
    start = process_time()
    faulthandler.dump_traceback_later(HANGS, exit=True)
    try:
        TARGETS[name].quietly(data)
    except Exception:  # noqa: BLE001 - that it is one is the failure
        failures.setdefault(_kind(format_exc()), []).append(data)
    faulthandler.cancel_dump_traceback_later()
    return process_time() - start


def _kind(trace: str) -> str:
    """Return the end of a traceback, by which failures of one kind are told from others."""
    return "\n".join(trace.splitlines()[-9:])


def keep(name: str, data: bytes) -> Path:
    file = CORPUS / name / f"failed-{hashlib.sha256(data).hexdigest()[:12]}"
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_bytes(data)
    return file


if __name__ == "__main__":
    attack()
