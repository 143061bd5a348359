"""C-FIND of many matches; C-GET and C-MOVE of a CT series."""

import json
import os
import subprocess
import time

from benchmark import load
from benchmark.bench import SLICES
from benchmark.measuring import OURS, PEER, Contender, Measured, at_least, take_turns
from benchmark.servers import Cassette, DcmQrSCP, Orthanc, Server
from benchmark.workload import Workload

MATCHES = 10_000


class Sink(Server):
    """Takes what it is sent and forgets it."""

    name = "sink"

    def command(self):
        return ["storescp", "--ignore", "--aetitle", "SINK", str(self.dimse)]

    def is_ready(self):
        return self.answers_echo()


class KnowingCassette(Cassette):
    """Knows the sink."""

    sink = 0

    def command(self):
        file = self.folder / "node.toml"
        file.write_text(f'[[dimse.peers]]\nae_title = "SINK"\nhost = "127.0.0.1"\nport = {self.sink}\n')
        return [*super().command(), "--config", file]


class KnowingOrthanc(Orthanc):
    sink = 0

    def command(self):
        command = super().command()
        file = self.folder / "orthanc.json"
        configuration = json.loads(file.read_text())
        configuration["DicomModalities"] = {"sink": ["SINK", "127.0.0.1", self.sink]}
        for operation in ("Find", "Get", "Move"):
            configuration[f"DicomAlwaysAllow{operation}"] = True
        configuration["LimitFindResults"] = configuration["LimitFindInstances"] = 0
        file.write_text(json.dumps(configuration))
        return command


class KnowingDcmQrSCP(DcmQrSCP):
    sink = 0

    def command(self):
        command = super().command()
        file = self.folder / "dcmqrscp.cfg"
        file.write_text(file.read_text().replace("HostTable BEGIN\n", f"HostTable BEGIN\nsink = (SINK, 127.0.0.1, {self.sink})\n")
                        .replace("(1000, 1024mb)", "(1000, 8192mb)"))
        return command


class Peers:
    """Cassette, Orthanc and dcmqrscp, each with a series in it, and somebody to whom they move."""

    def __init__(self, bench, series):
        self.sink = bench.running(Sink(bench.folder(), nodelay=True))
        self.cassette = KnowingCassette(bench.folder(), bench.program("cassette"))
        self.orthanc = KnowingOrthanc(bench.folder(), nodelay=True)
        self.qrscp = KnowingDcmQrSCP(bench.folder(), nodelay=True)
        for server in (self.cassette, self.orthanc, self.qrscp):
            server.sink = self.sink.dimse
            bench.running(server)
            load.storescu(server.dimse, [series], nodelay=True)
        self.study, self.series = uids_of(next(iter(sorted(series.iterdir()))))

    def contenders(self, measure):
        return [Contender("Cassette", OURS, lambda: measure(self.cassette)),
                Contender("Orthanc, TCP_NODELAY=1", PEER, lambda: measure(self.orthanc)),
                Contender("dcmqrscp, TCP_NODELAY=1", PEER, lambda: measure(self.qrscp))]


def uids_of(file):
    def value(tag):
        dumped = subprocess.run(["dcmdump", "+P", tag, file], capture_output=True, text=True, check=True).stdout
        return dumped[dumped.index("[") + 1:dumped.index("]")]
    return value("0020,000d"), value("0020,000e")


def seconds_of(command):
    """With Nagle's algorithm off on our side too."""
    environment = dict(os.environ, TCP_NODELAY="1")
    started = time.monotonic()
    ran = subprocess.run(command, capture_output=True, text=True, env=environment)
    took = time.monotonic() - started
    if ran.returncode:
        raise RuntimeError(f"{command[0]}: {ran.stdout[-500:]}{ran.stderr[-500:]}")
    return took


def retrieve(tool, peers, *options):
    def run(server):
        return seconds_of([tool, "-S", "-aec", "ANY", *options, "-k", "QueryRetrieveLevel=STUDY", "-k",
                           f"StudyInstanceUID={peers.study}", "127.0.0.1", str(server.dimse)])
    return run


def ct_peers(bench):
    return bench.once("query_retrieve", lambda: Peers(bench, bench.ct_series()))


def beside_both(bench, contenders):
    table = take_turns(contenders, bench.runs, unit="s", less_is_better=True)
    return Measured([table], [at_least("× as fast as the better of the two", 1, table.share(PEER), "×")])


def measure_get(bench):
    peers = ct_peers(bench)
    return beside_both(bench, peers.contenders(retrieve("getscu", peers, "--ignore")))


def measure_move(bench):
    peers = ct_peers(bench)
    return beside_both(bench, peers.contenders(retrieve("movescu", peers, "-aem", "SINK")))


def measure_find(bench):
    series = bench.generated("many", "--seed", 2, "--instances", bench.sized(MATCHES), "--rows", 8, "--columns", 8, "--flat")
    peers = bench.once("query", lambda: Peers(bench, series))

    def find(server):
        return seconds_of(["findscu", "-q", "-S", "-aec", "ANY", "-k", "QueryRetrieveLevel=IMAGE", "-k",
                           f"StudyInstanceUID={peers.study}", "-k", f"SeriesInstanceUID={peers.series}", "-k", "SOPInstanceUID",
                           "-k", "InstanceNumber", "127.0.0.1", str(server.dimse)])
    return beside_both(bench, peers.contenders(find))


WORKLOADS = [
    Workload("find-many", "C-FIND of 10,000 matches", "One `findscu` asks for every instance of a series.",
             "reading the rows and sending a response for each, which `findscu` takes one after the other.", 20, measure_find),
    Workload("get", "C-GET of a CT series", f"`getscu --ignore` retrieves a study of {SLICES} CT slices of 512×512 (262 MB).",
             "`getscu`, which answers each slice before it takes the next.", 2, measure_get),
    Workload("move", "C-MOVE of a CT series", f"`movescu` has a study of {SLICES} CT slices (262 MB) sent to a `storescp --ignore`, "
             "on one association.", "`storescp`, which answers each slice before it takes the next.", 2, measure_move),
]
