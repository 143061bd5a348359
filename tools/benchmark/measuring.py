"""Contenders of a workload, taking turns."""

import dataclasses
import statistics
import sys
from typing import Callable, List, Optional

OURS, PEER, LIMIT = "ours", "peer", "limit"


@dataclasses.dataclass
class Contender:
    name: str
    role: str  # OURS, PEER or LIMIT
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

    def speed(self, row):
        return 1 / row.median if self.less_is_better else row.median

    def times_as_fast(self, row, role):
        """How many times as fast as the best of that role; None where there is none, or it is one itself."""
        others = [self.speed(other) for other in self.rows if other.role == role]
        if not others or row.role == role or row.role == LIMIT:
            return None
        return self.speed(row) / max(others)


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
