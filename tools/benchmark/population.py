"""The studies of tests/bench/population.h: a million in an index of Cassette's, some thousands in Orthanc."""

import contextlib
import subprocess
import sys
import time

from benchmark import load
from benchmark.servers import Orthanc

ORTHANC_STUDIES = 30_000
ORTHANC_SECONDS = 240  # what it has by then has to do
ORTHANC_ASSOCIATIONS = 4
SETTLING_SECONDS = 180  # it works on what arrived a minute ago


def filled(bench, studies):
    """A Cassette, not started, with so many studies in its index; their objects are not there."""
    server = bench.cassette()
    (server.folder / "data").mkdir()
    started = time.monotonic()
    subprocess.run([bench.program("index_fill"), server.folder / "data/index.sqlite", str(studies)], check=True)
    print(f"bench:   {studies:,} studies into an index: {time.monotonic() - started:.0f} s", file=sys.stderr, flush=True)
    return server


def large(bench):
    """One with as many as the search is measured with, running; shared by all who want it."""
    return bench.once("large index", lambda: bench.running(filled(bench, bench.studies)))


def send_until(deadline, server, folders):
    with load.sending(server.dimse, folders, nodelay=True) as running:
        for each in running:
            with contextlib.suppress(subprocess.TimeoutExpired):
                each.communicate(timeout=max(1, deadline - time.monotonic()))


def fill_orthanc(bench):
    studies = min(ORTHANC_STUDIES, bench.studies)
    each = studies // ORTHANC_ASSOCIATIONS
    folders = []
    for number in range(ORTHANC_ASSOCIATIONS):
        folders.append(bench.folder())
        subprocess.run([bench.program("object_fill"), folders[-1], str(1 + number * each), str(each)], check=True)
    server = bench.running(Orthanc(bench.folder(), nodelay=True))
    started = time.monotonic()
    send_until(started + ORTHANC_SECONDS, server, folders)
    server.filled_with = server.studies()
    print(f"bench:   {server.filled_with:,} studies into Orthanc: {time.monotonic() - started:.0f} s", file=sys.stderr, flush=True)
    return server


def make_both(bench):
    peer = fill_orthanc(bench)
    ours = large(bench)
    peer.wait_until_idle(SETTLING_SECONDS)
    return ours, peer


def both(bench):
    """The large index; and Orthanc with the first of the same studies, running, which says in filled_with how many."""
    return bench.once("filled servers", lambda: make_both(bench))


def note(server):
    return f"{server.filled_with:,} studies"
