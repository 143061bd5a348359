"""C-STORE of many small objects over eight associations."""

import os
import shutil

from benchmark import load
from benchmark.measuring import LIMIT, OURS, PEER, Contender, Measured, at_least, take_turns
from benchmark.servers import Orthanc
from benchmark.workload import Workload

ASSOCIATIONS = 8
INSTANCES = 30_000
INSTANCES_OF_ORTHANC = 2_000


def folders(bench, instances, associations):
    """One for each association, a study each, of objects of about 1.3 kB."""
    each = instances // associations
    return [bench.generated(f"small-{each}-{number}", "--seed", 100 + number, "--instances", each, "--rows", 8,
                            "--columns", 16, "--flat") for number in range(associations)]


def one_run(bench, server, sources, instances):
    with server:
        os.sync()
        took = load.storescu(server.dimse, sources)
    shutil.rmtree(server.folder)
    return instances / took


def orthanc(bench, associations):
    instances = bench.sized(INSTANCES_OF_ORTHANC, least=80)
    sources = folders(bench, instances, associations)
    return one_run(bench, Orthanc(bench.folder(), nodelay=True), sources, instances)


def measure(bench):
    instances = bench.sized(INSTANCES, least=800)
    sources = folders(bench, instances, ASSOCIATIONS)
    table = take_turns([
        Contender("Cassette", OURS, lambda: one_run(bench, bench.cassette(), sources, instances)),
        Contender("Orthanc, TCP_NODELAY=1", PEER, lambda: orthanc(bench, 1), "2,000 of them over one association"),
        Contender("Orthanc, TCP_NODELAY=1", PEER, lambda: orthanc(bench, ASSOCIATIONS), "2,000 of them over eight associations"),
        Contender("written, synced and renamed by 8 threads", LIMIT, lambda: instances / bench.bare_writes(sources)),
    ], bench.runs, unit="instances a second")
    return Measured([table], [at_least("of the limit", 0.6, table.share(LIMIT), ""),
                              at_least("× Orthanc", 5, table.share(PEER), "×")])


WORKLOAD = Workload("many-stores", "C-STORE over eight associations",
                    "Eight `storescu` at once send 30,000 objects of 1.3 kB to a receiver that starts on an empty folder.",
                    "the disk and the kernel: each object is synced, the folder that holds it is made and synced, and the log of the "
                    "index is synced for all who wait, where the limit syncs once; the eight `storescu` need the same processors.", 4, measure)
