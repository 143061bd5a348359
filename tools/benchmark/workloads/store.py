"""C-STORE of a CT series."""

import os
import pathlib
import shutil

from benchmark import load
from benchmark.measuring import LIMIT, OURS, PEER, Contender, take_turns
from benchmark.servers import Orthanc, StoreSCP
from benchmark.workload import Workload


def one_run(bench, make):
    server = make()
    with server:
        os.sync()
        took = load.storescu(server.dimse, [bench.ct_series()])
    shutil.rmtree(server.folder)
    return took


def write_and_sync(bench):
    """The same bytes as files, each synced, by one writer."""
    import time
    folder = bench.folder()
    contents = [path.read_bytes() for path in sorted(pathlib.Path(bench.ct_series()).iterdir())]
    os.sync()
    started = time.monotonic()
    for number, content in enumerate(contents):
        descriptor = os.open(folder / str(number), os.O_WRONLY | os.O_CREAT)
        os.write(descriptor, content)
        os.fsync(descriptor)
        os.close(descriptor)
    took = time.monotonic() - started
    shutil.rmtree(folder)
    return took


def measure(bench):
    def run(make):
        return lambda: one_run(bench, make)
    return [take_turns([
        Contender("Cassette", OURS, run(bench.cassette), "synced to disk and indexed before each answer"),
        Contender("storescp, TCP_NODELAY=1", PEER, run(lambda: StoreSCP(bench.folder(), nodelay=True)),
                  "neither syncs nor indexes"),
        Contender("Orthanc as packaged", PEER, run(lambda: Orthanc(bench.folder())),
                  "indexes; leaves Nagle's algorithm on", runs=min(2, bench.runs)),
        Contender("Orthanc, TCP_NODELAY=1", PEER, run(lambda: Orthanc(bench.folder(), nodelay=True)), "indexes"),
        Contender("written and synced", LIMIT, lambda: write_and_sync(bench),
                  "the same files, with nothing received, hashed or indexed"),
    ], bench.runs, unit="s", less_is_better=True)]


WORKLOAD = Workload("store", "C-STORE of a CT series",
                    "A stock `storescu` sends 500 CT slices of 512×512 (262 MB) in one association to a receiver that starts on an empty folder.",
                    "at most 1.3 times `storescp`, at least 15 times as fast as Orthanc as packaged.", measure)
