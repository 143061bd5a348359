"""The rate of ingest into a large index, beside that into a small one."""

import os

from benchmark import load, population
from benchmark.measuring import LIMIT, OURS, Contender, Measured, at_least, take_turns
from benchmark.workload import Workload

SMALL = 10_000
ASSOCIATIONS = 8
STUDIES, INSTANCES = 100, 10  # of an association in a run


def batch(bench, number):
    """New objects for one run: a folder for each association."""
    return [bench.generated(f"batch-{number}-{association}", "--seed", 1000 + ASSOCIATIONS * number + association, "--studies", STUDIES,
                            "--instances", INSTANCES, "--rows", 8, "--columns", 16, "--flat") for association in range(ASSOCIATIONS)]


def ingest(bench, server):
    """Each run sends what the server has never seen."""
    turn = 0

    def run():
        nonlocal turn
        sources = batch(bench, turn)
        turn += 1
        os.sync()
        return ASSOCIATIONS * STUDIES * INSTANCES / load.storescu(server.dimse, sources)
    return run


def measure(bench):
    small = bench.running(population.filled(bench, SMALL))
    large = population.large(bench)
    table = take_turns([
        Contender(f"Cassette with {bench.studies:,}", OURS, ingest(bench, large)),
        Contender(f"Cassette with {SMALL:,}", LIMIT, ingest(bench, small)),
    ], bench.runs, unit="instances a second")
    return Measured([table], [at_least("of the rate at 10,000", 0.9, table.share(LIMIT), "")])


WORKLOAD = Workload("ingest-growth", "Ingest into a large index",
                    f"Eight `storescu` at once send {ASSOCIATIONS * STUDIES * INSTANCES:,} objects of 1.3 kB, ten to a study, in each "
                    "run: to an index that began with a million instances, and to one that began with 10,000.",
                    "what over eight associations bounds ingest into the small one as well; the larger one adds the pages that a "
                    "commit finds further apart.", 7, measure)
