"""C-STORE of many small objects over eight associations."""

import os
import shutil
import threading
import time

from benchmark import load
from benchmark.measuring import LIMIT, OURS, PEER, Contender, take_turns
from benchmark.servers import Orthanc
from benchmark.workload import Workload

ASSOCIATIONS = 8
INSTANCES = 30_000
INSTANCES_OF_ORTHANC = 2_000


def folders(bench, instances):
    """One for each association, a study each, of objects of about 1.3 kB."""
    each = instances // ASSOCIATIONS
    return [bench.generated(f"small-{instances}-{number}", "--seed", 100 + number, "--instances", each, "--rows", 8,
                            "--columns", 16, "--flat") for number in range(ASSOCIATIONS)]


def one_run(bench, server, instances, associations):
    sources = folders(bench, instances)[:associations]
    with server:
        os.sync()
        took = load.storescu(server.dimse, sources)
    shutil.rmtree(server.folder)
    return instances / ASSOCIATIONS * associations / took


def write_sync_rename(folder, contents):
    for number, content in enumerate(contents):
        name = folder / f"{threading.get_ident()}-{number}"
        descriptor = os.open(name, os.O_WRONLY | os.O_CREAT)
        os.write(descriptor, content)
        os.fsync(descriptor)
        os.close(descriptor)
        os.rename(name, folder / (name.name + ".dcm"))


def bare_threads(bench):
    contents = [[path.read_bytes() for path in folder.iterdir()] for folder in folders(bench, INSTANCES)]
    folder = bench.folder()
    threads = [threading.Thread(target=write_sync_rename, args=(folder, each)) for each in contents]
    os.sync()
    started = time.monotonic()
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    took = time.monotonic() - started
    shutil.rmtree(folder)
    return INSTANCES / took


def measure(bench):
    return [take_turns([
        Contender("Cassette", OURS, lambda: one_run(bench, bench.cassette(), INSTANCES, ASSOCIATIONS)),
        Contender("Orthanc, TCP_NODELAY=1", PEER,
                  lambda: one_run(bench, Orthanc(bench.folder(), nodelay=True), INSTANCES_OF_ORTHANC * ASSOCIATIONS, 1),
                  "2,000 of them over one association"),
        Contender("written, synced and renamed by 8 threads", LIMIT, lambda: bare_threads(bench)),
    ], bench.runs, unit="instances a second")]


WORKLOAD = Workload("many-stores", "C-STORE over eight associations",
                    "Eight `storescu` at once send 30,000 objects of 1.3 kB to a receiver that starts on an empty folder.",
                    "at least 0.6 of the limit, and at least 5 times Orthanc.", measure)
