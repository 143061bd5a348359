"""C-STORE of a CT series."""

import os
import shutil

from benchmark import load
from benchmark.measuring import BESIDE, LIMIT, OURS, PEER, Contender, Measured, at_least, at_most, take_turns
from benchmark.servers import Orthanc, StoreSCP
from benchmark.workload import Workload

PACKAGED = "Orthanc as packaged"


def one_run(bench, make):
    server = make()
    with server:
        os.sync()
        took = load.storescu(server.dimse, [bench.ct_series()])
    shutil.rmtree(server.folder)
    return took


def measure(bench):
    def run(make):
        return lambda: one_run(bench, make)
    table = take_turns([
        Contender("Cassette", OURS, run(bench.cassette), "synced to disk and indexed before each answer"),
        Contender(PACKAGED, PEER, run(lambda: Orthanc(bench.folder())), "indexes; leaves Nagle's algorithm on",
                  runs=min(2, bench.runs)),
        Contender("Orthanc, TCP_NODELAY=1", PEER, run(lambda: Orthanc(bench.folder(), nodelay=True)), "indexes"),
        Contender("storescp, TCP_NODELAY=1", LIMIT, run(lambda: StoreSCP(bench.folder(), nodelay=True)),
                  "neither syncs nor indexes"),
        Contender("written, synced and renamed", BESIDE, lambda: bench.bare_writes([bench.ct_series()]),
                  "the same files, with nothing received, hashed or indexed"),
    ], bench.runs, unit="s", less_is_better=True)
    packaged = next(row for row in table.rows if row.name == PACKAGED).median
    return Measured([table], [at_most("× storescp", 1.3, 1 / table.share(LIMIT), "×"),
                              at_least("× as fast as Orthanc as packaged", 15, packaged / table.median(OURS), "×")])


WORKLOAD = Workload("store", "C-STORE of a CT series",
                    "A stock `storescu` sends 500 CT slices of 512×512 (262 MB) in one association to a receiver that starts on an empty "
                    "folder.",
                    "one object is under way at a time, so each waits for its own transfer, two syncs (object, index) and the next request "
                    "of `storescu`, one after the other.", 5, measure)
