"""What a query waits while objects arrive as fast as they can."""

import itertools
import os

from benchmark import load, population
from benchmark.load import Wrk
from benchmark.measuring import BESIDE, OURS, Contender, Measured, at_most, take_turns
from benchmark.workload import Workload
from benchmark.workloads.search import JSON, QUESTIONS, paths_of, patients

ASSOCIATIONS = 8
INSTANCES = 2_000  # of an association in a run; more than it sends in the time
PAUSE_MS = 20


def questions(bench):
    """By Patient ID, name prefix, date and modality, and infix in turn."""
    kinds = [patients(bench.studies), *(paths_of(asked) for title, asked in QUESTIONS.items() if title != "fuzzy")]
    return list(itertools.chain.from_iterable(zip(*kinds)))


def arriving(bench, number):
    return [bench.generated(f"arriving-{number}-{association}", "--seed", 9000 + ASSOCIATIONS * number + association, "--studies",
                            INSTANCES // 10, "--instances", 10, "--rows", 8, "--columns", 16, "--flat")
            for association in range(ASSOCIATIONS)]


def measure(bench):
    server = population.large(bench)
    wrk = Wrk(server, questions(bench), JSON, pause_ms=PAUSE_MS)
    turns = itertools.count()

    def while_ingesting():
        folders = arriving(bench, next(turns))
        os.sync()
        with load.sending(server.dimse, folders) as running:
            server.wait_for_associations(ASSOCIATIONS)  # eight programs that start are another load
            p99 = wrk.run(bench.seconds).p99_ms
            if any(each.poll() is not None for each in running):
                raise RuntimeError("the objects did not last for the whole run")
        return p99

    table = take_turns([
        Contender("Cassette while ingesting", OURS, while_ingesting),
        Contender("Cassette, idle", BESIDE, lambda: wrk.run(bench.seconds).p99_ms),
    ], bench.runs, unit="ms p99", less_is_better=True)
    return Measured([table], [at_most("× idle", 3, table.median(OURS) / table.median(BESIDE), "×")])


WORKLOAD = Workload("queries-while-ingesting", "Queries while ingesting",
                    "`wrk` asks over 8 connections, each 20 ms after its last answer: by Patient ID, name prefix, date and modality, "
                    "and infix in turn, limit 100, in a million studies; nobody else asks anything, or eight `storescu` send small "
                    "objects as fast as they are taken, and have begun to before it asks.",
                    "the processors: readers of the index wait for no writer, but eight `storescu`, `wrk` and the node share them. Threads "
                    "that store get less of them than searches (decision 20).", 7, measure)
