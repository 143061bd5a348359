"""C-FIND by Patient ID, each in an association of its own."""

from benchmark import load, population
from benchmark.measuring import LIMIT, OURS, PEER, Contender, Measured, at_most, take_turns
from benchmark.servers import DcmQrSCP, StoreSCP
from benchmark.workload import Workload

REPETITIONS = 20


def find(server, studies):
    commands = [["findscu", "-S", "-aec", "ANY", "-k", "QueryRetrieveLevel=STUDY", "-k", f"PatientID=P{1 + studies * i // REPETITIONS}",
                 "-k", "StudyInstanceUID", "127.0.0.1", str(server.dimse)] for i in range(REPETITIONS)]
    return lambda: 1000 * load.seconds_of(commands)


def echo(server):
    commands = [["echoscu", "-aec", "ANY", "127.0.0.1", str(server.dimse)]] * REPETITIONS
    return lambda: 1000 * load.seconds_of(commands)


def measure(bench):
    ours, orthanc = population.both(bench)
    qrscp = bench.running(DcmQrSCP(bench.folder()))
    storescp = bench.running(StoreSCP(bench.folder(), nodelay=True))
    table = take_turns([
        Contender("Cassette", OURS, find(ours, bench.studies), f"{bench.studies:,} studies"),
        Contender("Orthanc, TCP_NODELAY=1", PEER, find(orthanc, orthanc.filled_with), population.note(orthanc)),
        Contender("dcmqrscp", PEER, find(qrscp, 1), "empty"),
        Contender("echo of storescp", LIMIT, echo(storescp), "an association and a C-ECHO"),
    ], bench.runs, unit="ms", less_is_better=True)
    return Measured([table], [at_most("× echo", 2, 1 / table.share(LIMIT), "×")])


WORKLOAD = Workload("find", "C-FIND by Patient ID", "A `findscu` for each question, with an association of its own; its start and end are "
                    "in the time.", "the start of `findscu`, which is a process of its own for each question, as is `echoscu`.",
                    8, measure)
