"""C-STORE of many small objects over eight associations."""

import os

from benchmark import load
from benchmark.measuring import BESIDE, LIMIT, OURS, PEER, Contender, Measured, at_least, take_turns
from benchmark.servers import Orthanc, StoreSCP
from benchmark.workload import Workload

ASSOCIATIONS = 8
INSTANCES = 30_000
INSTANCES_OF_ORTHANC = 2_000


def folders(bench, instances, associations):
    """One for each association, a study each, of objects of about 1.3 kB."""
    each = instances // associations
    return [bench.generated(f"small-{each}-{number}", "--seed", 100 + number, "--instances", each, "--rows", 8,
                            "--columns", 16, "--flat") for number in range(associations)]


class ForgetfulSCP(StoreSCP):
    """A process for each association; what it receives is forgotten."""

    def command(self):
        program, *rest = super().command()
        return [program, "--fork", "--ignore", *rest]


def one_run(bench, server, sources, instances, nodelay=False):
    """What it stored stays to the end of everything: ext4 without a journal looks for a free inode past each one that was
    deleted in the last minutes, so that deleting thousands of files makes creating them slow for whoever comes next."""
    with server:
        os.sync()
        took = load.storescu(server.dimse, sources, nodelay)
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
        Contender("storescp, nothing kept", BESIDE,
                  lambda: one_run(bench, ForgetfulSCP(bench.folder(), nodelay=True), sources, instances, nodelay=True),
                  "what the senders leave of the machine; TCP_NODELAY=1 at both ends"),
        Contender("written, synced and renamed by 8 threads", LIMIT, lambda: instances / bench.bare_writes(sources)),
        Contender("the same, spread over folders that are synced too", BESIDE,
                  lambda: instances / bench.bare_writes(sources, "--spread"),
                  "65,536 folders, made when they are missing: what a power cut leaves of a name"),
    ], bench.runs, unit="instances a second")
    return Measured([table], [at_least("of the limit", 0.6, table.share(LIMIT), ""),
                              at_least("× Orthanc", 5, table.share(PEER), "×")])


WORKLOAD = Workload("many-stores", "C-STORE over eight associations",
                    "Eight `storescu` at once send 30,000 objects of 1.3 kB to a receiver that starts on an empty folder.",
                    "the disk, for what a power cut must leave: an object is three syncs one after the other (file, folder, the folder's "
                    "own folder while the archive is young) and its share of the log's, where the limit has one. The last row is bare "
                    "threads that make and sync the folders too, and nothing else. What is left is parsing, metadata and rows in the "
                    "index. The senders are not what bounds it: `storescp` that keeps nothing takes several times as much.", 6, measure)
