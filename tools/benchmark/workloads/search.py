"""QIDO-RS in an index of a million studies."""

from benchmark import population
from benchmark.load import Wrk, fetch
from benchmark.measuring import (LIMIT, OURS, PEER, Asker, Contender, Measured, Verdict, at_least, at_most, number,
                                 rates_and_slowest, take_turns)
from benchmark.servers import Nginx
from benchmark.workload import Workload

JSON = ["Accept: application/dicom+json"]
BEGINNINGS = [first + second for first in ("Ba", "Ren", "To", "Mil", "Sa") for second in
              ("ba", "ren", "to", "mil", "sa", "dor", "ke", "lin")]
MONTHS = [f"20{year:02}{month:02}" for year in range(0, 20, 4) for month in range(1, 9)]
QUESTIONS = {"name prefix": [f"PatientName={begin}*" for begin in BEGINNINGS],
             "date range and modality": [f"StudyDate={month}01-{month}28&ModalitiesInStudy=CT" for month in MONTHS],
             "infix": [f"PatientName=*{begin.lower()}t*" for begin in BEGINNINGS],
             "fuzzy": [f"fuzzymatching=true&PatientName={begin}to%20{begin}" for begin in BEGINNINGS]}
MOST_MS = 5


def paths_of(questions):
    return [f"/dicom-web/studies?{question}&limit=100" for question in questions]


def patients(studies):
    return paths_of(f"PatientID=P{1 + studies * i // 40}" for i in range(40))


def answer_file(bench, server, path):
    """nginx with the answer to one question in a file: the server and its path."""
    nginx = bench.once("nginx of answers", lambda: bench.running(Nginx(bench.folder())))
    return nginx, nginx.put(f"answer-{abs(hash(path))}", fetch(server.url(path), JSON))


def measure_patient(bench):
    ours, orthanc = population.both(bench)
    asked = patients(bench.studies)
    nginx, file = answer_file(bench, ours, asked[0])
    rates, slowest = rates_and_slowest([
        Asker("Cassette", OURS, Wrk(ours, asked, JSON), f"{bench.studies:,} studies"),
        Asker("Orthanc, TCP_NODELAY=1", PEER, Wrk(orthanc, patients(orthanc.filled_with), JSON), population.note(orthanc)),
        Asker("nginx", LIMIT, Wrk(nginx, [file]), "one of the answers as a file"),
    ], bench, "Patient ID")
    return Measured([rates, slowest], [at_least("answers a second", 10_000, rates.median(OURS), "a second"),
                                       at_most("ms p99", 3, slowest.median(OURS), "ms")])


def questions_of(bench, title, asked):
    """Tables of one kind of question: over 8 connections, and one question after the other."""
    ours, orthanc = population.both(bench)
    paths = paths_of(asked)
    nginx, file = answer_file(bench, ours, paths[0])
    rates, slowest = rates_and_slowest([
        Asker("Cassette", OURS, Wrk(ours, paths, JSON), f"{bench.studies:,} studies"),
        Asker("nginx", LIMIT, Wrk(nginx, [file]), "one of the answers as a file")], bench, title)
    alone = [Contender("Cassette", OURS, lambda wrk=Wrk(ours, paths, JSON, connections=1): wrk.run(bench.seconds).p99_ms,
                       f"{bench.studies:,} studies")]
    if title != "fuzzy":  # which Orthanc does not know
        wrk = Wrk(orthanc, paths, JSON, connections=1)
        alone.append(Contender("Orthanc, TCP_NODELAY=1", PEER, lambda: wrk.run(bench.seconds + 2).p99_ms, population.note(orthanc)))
    one_by_one = take_turns(alone, bench.runs, unit="ms", title=f"{title}, p99 over one connection", less_is_better=True)
    return rates, slowest, one_by_one


def measure_questions(bench):
    tables = [questions_of(bench, title, asked) for title, asked in QUESTIONS.items()]
    verdicts = []
    for which, name in ((2, "one after the other"), (1, "eight at a time")):
        p99 = [each[which].median(OURS) for each in tables]
        verdicts.append(Verdict(f"p99 ≤ {MOST_MS} ms each, {name}", ", ".join(map(number, p99)) + " ms", max(p99) <= MOST_MS))
    return Measured([table for each in tables for table in each], verdicts)


WORKLOADS = [
    Workload("search", "QIDO-RS by Patient ID in a million studies",
             "`wrk` asks over 8 connections for the study of a patient. The studies have one instance each and are in the index alone.",
             "the processors, which `wrk` shares with the node: most of a request is HTTP, hand-over between threads and JSON. A thread "
             "that always finds work would keep its processor until the next tick of the kernel, 4 ms at 250 Hz, and was what p99 "
             "measured; workers give theirs up every half millisecond now (decision 14).",
             8, measure_patient),
    Workload("search-names", "QIDO-RS by name, date and modality in a million studies",
             "`wrk` asks over 8 connections: forty different questions of each kind, limit 100, newest first.",
             "reading the rows of a hundred studies and making their JSON, not finding them, and the time that eight "
             "questions at once wait for two processors, two at a time (decision 14), which over one connection they do not.", 10, measure_questions),
]
