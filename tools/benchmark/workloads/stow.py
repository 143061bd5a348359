"""STOW-RS of a CT series in one request."""

import os
import shutil

from benchmark import load
from benchmark.measuring import LIMIT, OURS, PEER, Contender, Measured, at_least, take_turns
from benchmark.servers import Orthanc
from benchmark.workload import Workload

BOUNDARY = "cassette-bench-4a7d1c52"


def body(bench):
    def make():
        path = bench.scratch / "stow-body"
        with open(path, "wb") as out:
            for file in sorted(bench.ct_series().iterdir()):
                out.write(f"\r\n--{BOUNDARY}\r\nContent-Type: application/dicom\r\n\r\n".encode())
                out.write(file.read_bytes())
            out.write(f"\r\n--{BOUNDARY}--\r\n".encode())
        return path
    return bench.once("stow-body", make)


def one_run(bench, server):
    source = body(bench)
    with server:
        os.sync()
        seconds, _ = load.curl(server.url("/dicom-web/studies"), "-X", "POST", "-T", str(source), "-H", "Expect:", headers=[
            f'Content-Type: multipart/related; type="application/dicom"; boundary={BOUNDARY}',
            "Accept: application/dicom+json"])
    shutil.rmtree(server.folder)
    return seconds


def measure(bench):
    table = take_turns([
        Contender("Cassette", OURS, lambda: one_run(bench, bench.cassette()), "synced to disk and indexed before the answer"),
        Contender("Orthanc with DICOMweb", PEER, lambda: one_run(bench, Orthanc(bench.folder(), nodelay=True)), "indexes"),
        Contender("written, synced and renamed", LIMIT, lambda: bench.bare_writes([bench.ct_series()]),
                  "the same files, each synced, by one thread"),
    ], bench.runs, unit="s", less_is_better=True)
    return Measured([table], [at_least("of the limit", 0.5, table.share(LIMIT), "")])


WORKLOAD = Workload("stow", "STOW-RS of a CT series", "`curl` sends 500 CT slices of 512×512 (262 MB) in one request.",
                    "the disk, and the processor time of receiving and hashing (SHA-256) what the bare writer finds in memory.",
                    2, measure)
