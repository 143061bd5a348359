"""C-FIND by Patient ID, each in an association of its own."""

from benchmark import load
from benchmark.measuring import LIMIT, OURS, PEER, Contender, take_turns
from benchmark.servers import DcmQrSCP, StoreSCP
from benchmark.workload import Workload

REPETITIONS = 20


def find(server):
    command = ["findscu", "-S", "-aec", "ANY", "-k", "QueryRetrieveLevel=STUDY", "-k", "PatientID=NOBODY", "-k",
               "StudyInstanceUID", "127.0.0.1", str(server.dimse)]
    return lambda: 1000 * load.seconds_of(command, REPETITIONS)


def echo(server):
    return lambda: 1000 * load.seconds_of(["echoscu", "-aec", "ANY", "127.0.0.1", str(server.dimse)], REPETITIONS)


def measure(bench):
    stage = bench.stage()
    qrscp = bench.running(DcmQrSCP(bench.folder()))
    storescp = bench.running(StoreSCP(bench.folder(), nodelay=True))
    return [take_turns([
        Contender("Cassette", OURS, find(stage.cassette)),
        Contender("Orthanc, TCP_NODELAY=1", PEER, find(stage.orthanc)),
        Contender("dcmqrscp", PEER, find(qrscp), "empty"),
        Contender("echo of storescp", LIMIT, echo(storescp), "an association and a C-ECHO"),
    ], bench.runs, unit="ms", less_is_better=True)]


WORKLOAD = Workload("find", "C-FIND by Patient ID", "A `findscu` for each question, with an association of its own; its start and end are "
                    "in the time.", "at most twice the echo.", measure)
