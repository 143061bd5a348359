"""Resident memory."""

from benchmark import load
from benchmark.load import Wrk
from benchmark.measuring import OURS, PEER, Row, Table
from benchmark.servers import Orthanc
from benchmark.workload import Workload

LARGE_MB = 2047


def large(bench):
    """The peak while an object of 2 GB goes in and comes out, as it is and transcoded."""
    source = next(iter(bench.generated("large", "--modality", "US", "--rows", 512, "--columns", 512, "--size-mb", LARGE_MB,
                                       "--flat").iterdir()))
    with bench.cassette() as server:
        load.curl(server.url("/dicom-web/studies"), "-X", "POST", "-T", str(source), "-H", "Expect:",
                  headers=["Content-Type: application/dicom"])
        study = "/dicom-web/studies/" + load.fetch(server.url("/dicom-web/studies?limit=1")).decode().split('"0020000D"')[1].split('"')[7]
        load.curl(server.url(study), headers=['Accept: multipart/related; type="application/dicom"; transfer-syntax=*'])
        load.curl(server.url(study), headers=['Accept: multipart/related; type="application/dicom"; transfer-syntax=1.2.840.10008.1.2.5'])
        return server.memory_mb()


def idle(bench):
    rows = []
    for make, role in ((bench.cassette, OURS), (lambda: Orthanc(bench.folder()), PEER)):
        with make() as server:
            rows.append(Row(server.name, role, [server.memory_mb("VmRSS")]))
    return Table("MiB", rows, "idle", less_is_better=True)


def many_connections(bench):
    stage = bench.stage()
    paths = [f"{instance}/frames/1" for instance in stage.instances]
    headers = ['Accept: multipart/related; type="application/octet-stream"; transfer-syntax=*']
    rows = []
    for server, role in ((stage.cassette, OURS), (stage.orthanc, PEER)):
        Wrk(server, paths, headers, connections=100).run(bench.seconds)
        rows.append(Row(server.name, role, [server.memory_mb()], "peak, with the workloads before it"))
    return Table("MiB", rows, "frames over 100 connections", less_is_better=True)


def measure(bench):
    peak = Row("Cassette", OURS, [large(bench)], "peak")
    return [idle(bench), many_connections(bench),
            Table("MiB", [peak], "an object of 2 GB in, out and transcoded", less_is_better=True)]


WORKLOAD = Workload("memory", "Memory", "Resident memory of the process.",
                    "at most 60 MiB idle, 200 MiB with 100 connections, 200 MiB with an object of 2 GB.", measure)
