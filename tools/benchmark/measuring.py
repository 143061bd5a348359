"""Contenders of a workload, taking turns, and what their figures say of the aim."""

import dataclasses
import statistics
import sys
from typing import Callable, List, Optional

OURS, PEER, LIMIT, BESIDE = "ours", "peer", "limit", "beside"


@dataclasses.dataclass
class Contender:
    name: str
    role: str  # OURS, PEER or LIMIT; BESIDE is shown and compared with nobody
    run: Callable[[], float]  # one run; what it measured
    note: str = ""
    runs: Optional[int] = None  # fewer than the others, where one takes very long


@dataclasses.dataclass
class Row:
    name: str
    role: str
    values: List[float]
    note: str = ""

    @property
    def median(self):
        return statistics.median(self.values)


@dataclasses.dataclass
class Table:
    unit: str
    rows: List[Row]
    title: str = ""
    less_is_better: bool = False

    def median(self, role):
        """Of the best of that role; None where there is none."""
        medians = [row.median for row in self.rows if row.role == role]
        return (min if self.less_is_better else max)(medians) if medians else None

    def times_as_fast(self, row, role):
        """How many times as fast as the best of that role; None where there is none, or it is one itself."""
        best = self.median(role)
        if not best or not row.median or row.role in (role, LIMIT, BESIDE):
            return None
        return best / row.median if self.less_is_better else row.median / best

    def share(self, role):
        """The same of ours."""
        return self.times_as_fast(next(row for row in self.rows if row.role == OURS), role)


@dataclasses.dataclass
class Verdict:
    aim: str
    measured: str
    met: bool


def at_most(aim, most, value, unit):
    return Verdict(f"≤ {number(most)} {aim}", f"{number(value)} {unit}".strip(), value <= most)


def at_least(aim, least, value, unit):
    return Verdict(f"≥ {number(least)} {aim}", f"{number(value)} {unit}".strip(), value >= least)


def number(value):
    if value >= 1000:
        return f"{value:,.0f}"
    return f"{value:.0f}" if value >= 100 else f"{value:.3g}"


@dataclasses.dataclass
class Measured:
    tables: List[Table]
    verdicts: List[Verdict]


def take_turns(contenders, runs, **table):
    """Each once to warm up, then round after round."""
    rows = [Row(contender.name, contender.role, [], contender.note) for contender in contenders]
    for turn in range(-1, runs):
        for contender, row in zip(contenders, rows):
            if turn >= (contender.runs if contender.runs is not None else runs):
                continue
            value = contender.run()
            if turn >= 0:
                row.values.append(value)
            what = "warm-up" if turn < 0 else f"run {turn + 1} of {runs}"
            print(f"bench:   {what}: {contender.name}: {value:.4g} {table.get('unit', '')}", file=sys.stderr, flush=True)
    return Table(rows=rows, **table)


@dataclasses.dataclass
class Asker:
    """A contender under continuous load, of which both the rate and the slow answers count."""
    name: str
    role: str
    wrk: object
    note: str = ""


def rates_and_slowest(askers, bench, title=""):
    """Two tables of the same runs: answers a second, and the slowest of a hundred answers (p99)."""
    slowest = [Row(asker.name, asker.role, [], asker.note) for asker in askers]

    def run(asker, row):
        answered = asker.wrk.run(bench.seconds)
        row.values.append(answered.p99_ms)
        return answered.per_second

    contenders = [Contender(asker.name, asker.role, lambda asker=asker, row=row: run(asker, row), asker.note)
                  for asker, row in zip(askers, slowest)]
    rates = take_turns(contenders, bench.runs, unit="answers a second", title=title)
    for row in slowest:
        del row.values[0]  # that of the warm-up
    return rates, Table("ms", slowest, f"{title}, p99".lstrip(", "), less_is_better=True)
