"""Resident memory."""

import json
import shutil

from benchmark import load
from benchmark.load import Wrk
from benchmark.measuring import OURS, PEER, Measured, Row, Table, at_most
from benchmark.servers import Orthanc
from benchmark.workload import Workload
from benchmark.workloads.frames import FRAME, frame_paths

LARGE_MB = 2047
AS_IT_IS = ['Accept: multipart/related; type="application/dicom"; transfer-syntax=*']


def orthanc(bench):
    return Orthanc(bench.folder(), nodelay=True)


def idle(bench):
    rows = []
    for make, role in ((bench.cassette, OURS), (lambda: orthanc(bench), PEER)):
        with make() as server:
            rows.append(Row(server.name, role, [server.memory_mb("VmRSS")]))
    return Table("MiB", rows, "idle", less_is_better=True)


def many_connections(bench):
    """A node that was started for it, with the CT series in it."""
    stage, rows = bench.stage(), []
    for make, role in ((bench.cassette, OURS), (lambda: orthanc(bench), PEER)):
        with make() as server:
            load.storescu(server.dimse, [bench.ct_series()], nodelay=True)
            Wrk(server, frame_paths(stage), FRAME, connections=100).run(max(5, bench.seconds))
            rows.append(Row(server.name, role, [server.memory_mb()], "peak, storing the series included"))
        shutil.rmtree(server.folder)
    return Table("MiB", rows, "frames over 100 connections", less_is_better=True)


def in_and_out_of_cassette(server, source):
    load.curl(server.url("/dicom-web/studies"), "-X", "POST", "-T", str(source), "-H", "Expect:",
              headers=["Content-Type: application/dicom"])
    study = json.loads(load.fetch(server.url("/dicom-web/studies")))[0]["0020000D"]["Value"][0]
    return load.curl(server.url(f"/dicom-web/studies/{study}"), headers=AS_IT_IS)[1]


def in_and_out_of_orthanc(server, source):
    """By its own interface."""
    load.curl(server.url("/instances"), "-X", "POST", "-T", str(source), "-H", "Expect:")
    instance = json.loads(load.fetch(server.url("/instances")))[0]
    return load.curl(server.url(f"/instances/{instance}/file"))[1]


def large_object(bench):
    source = next(iter(bench.generated("large", "--modality", "US", "--rows", 512, "--columns", 512, "--size-mb", bench.sized(LARGE_MB),
                                       "--flat").iterdir()))
    rows = []
    for make, role, in_and_out in ((bench.cassette, OURS, in_and_out_of_cassette),
                                   (lambda: orthanc(bench), PEER, in_and_out_of_orthanc)):
        with make() as server:
            if in_and_out(server, source) < source.stat().st_size:
                raise RuntimeError(f"{server.name} gave less than it was given")
            rows.append(Row(server.name, role, [server.memory_mb()], "peak"))
        shutil.rmtree(server.folder)
    return Table("MiB", rows, "an object of 2 GB in and out", less_is_better=True)


def now(bench):
    stage = bench.stage()
    rows = [Row(server.name, role, [server.memory_mb("VmRSS")]) for server, role in ((stage.cassette, OURS), (stage.orthanc, PEER))]
    return Table("MiB", rows, "after the workloads of this run", less_is_better=True)


def measure(bench):
    tables = [idle(bench), many_connections(bench), large_object(bench), now(bench)]
    aims = zip(("MiB idle", "MiB with 100 connections", "MiB with an object of 2 GB"), (60, 200, 200), tables)
    return Measured(tables, [at_most(aim, most, table.median(OURS), "MiB") for aim, most, table in aims])


WORKLOAD = Workload("memory", "Memory", "Resident memory of the process.",
                    "the page caches of SQLite's connections and the buffers of the requests under way; the size of an object does "
                    "not matter, because it passes through in pieces.", 4, measure)
