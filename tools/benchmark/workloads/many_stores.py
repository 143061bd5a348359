"""C-STORE of many small objects over eight associations."""

import os
from concurrent.futures import ThreadPoolExecutor

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


def received_and_written(bench, sources, instances):
    """What is left of the limit when the objects also have to be sent and received, by whoever does nothing else with them."""
    with ThreadPoolExecutor() as pool:
        writing = pool.submit(bench.bare_writes, sources)
        received = one_run(bench, ForgetfulSCP(bench.folder(), nodelay=True), sources, instances, nodelay=True)
        return min(received, instances / writing.result())


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
        Contender("storescp, nothing kept, and beside it those 8 threads", BESIDE,
                  lambda: received_and_written(bench, sources, instances),
                  "neither parses, hashes or indexes: what the processors leave of the limit to whoever has his senders on "
                  "the same machine"),
        Contender("the same, spread over folders that are synced too", BESIDE,
                  lambda: instances / bench.bare_writes(sources, "--spread"),
                  "65,536 folders, made when they are missing: what a power cut leaves of a name"),
    ], bench.runs, unit="instances a second")
    return Measured([table], [at_least("of the limit", 0.6, table.share(LIMIT), ""),
                              at_least("× Orthanc", 5, table.share(PEER), "×")])


WORKLOAD = Workload("many-stores", "C-STORE over eight associations",
                    "Eight `storescu` at once send 30,000 objects of 1.3 kB to a receiver that starts on an empty folder.",
                    "the two processors. An object is received, described as JSON, hashed, written to the journal and to its file and "
                    "given a dozen rows: 0.25 ms of the node's own processor time and 0.3 to 0.4 ms of the system's for it, and the eight "
                    "senders need another 0.3 to 0.4 ms on the same processors; a tenth of the time the processors wait for the disk. Of what the "
                    "node takes a tenth is syncing, a fifth making the file (and, in a young archive, its folder), a tenth SQLite, a fifteenth "
                    "deflating. The limit has neither senders nor receivers: `storescp` that keeps nothing shows what these "
                    "alone take, and beside threads that write the same files, what the processors leave of the limit. The quicker the disk, the "
                    "further both are from it. An object waits for two syncs, the journal's and the index's, one after the other: with the journal left "
                    "out, which shows what a single sync for both could gain, the node stored 1.22 times as much.", 14, measure)
