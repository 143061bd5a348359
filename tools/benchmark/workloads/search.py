"""QIDO-RS in an index of a million studies."""

import subprocess

from benchmark.load import Wrk, curl, fetch
from benchmark.measuring import LIMIT, OURS, Contender, Row, Table, take_turns
from benchmark.servers import Nginx
from benchmark.workload import Workload

JSON = ["Accept: application/dicom+json"]
BEGINNINGS = [first + second for first in ("Ba", "Ren", "To", "Mil", "Sa") for second in
              ("ba", "ren", "to", "mil", "sa", "dor", "ke", "lin")]


def questions(studies):
    """Forty of each kind, so that no answer is asked for again and again."""
    months = [f"20{year:02}{month:02}" for year in range(0, 20, 4) for month in range(1, 9)]
    return {"Patient ID": [f"PatientID=P{1 + studies * i // 40}" for i in range(40)],
            "name prefix": [f"PatientName={begin}*" for begin in BEGINNINGS],
            "date range and modality": [f"StudyDate={month}01-{month}28&ModalitiesInStudy=CT" for month in months],
            "infix": [f"PatientName=*{begin.lower()}t*" for begin in BEGINNINGS],
            "fuzzy": [f"fuzzymatching=true&PatientName={begin}to%20{begin}" for begin in BEGINNINGS]}


def filled(bench):
    server = bench.cassette()
    (server.folder / "data").mkdir()
    subprocess.run([bench.program("index_fill"), server.folder / "data/index.sqlite", str(bench.studies)], check=True)
    return server


def measure(bench):
    server = bench.running(filled(bench))
    nginx = bench.running(Nginx(bench.folder()))
    tables, slowest = [], []
    for title, asked in questions(bench.studies).items():
        paths = [f"/dicom-web/studies?{question}&limit=100" for question in asked]
        curl(server.url(paths[0]), headers=JSON)
        file = nginx.put(title.replace(" ", "-"), fetch(server.url(paths[0]), JSON))
        ours, limit, p99 = Wrk(server, paths, JSON), Wrk(nginx, [file]), []

        def ask():
            answered = ours.run(bench.seconds)
            p99.append(answered.p99_ms)
            return answered.per_second

        tables.append(take_turns([Contender("Cassette", OURS, ask),
                                  Contender("nginx", LIMIT, lambda: limit.per_second(bench.seconds), "one of the answers as a file")],
                                 bench.runs, unit="answers a second", title=title))
        slowest.append(Row(title, OURS, p99[1:]))
    tables.append(Table("ms", slowest, "slowest of a hundred answers (p99)", less_is_better=True))
    return tables


WORKLOAD = Workload("search", "QIDO-RS in a million studies",
                    "`wrk` asks over 8 connections, limit 100, newest first. The studies have one instance each and are in the index alone.",
                    "by Patient ID at least 10,000 a second and p99 at most 3 ms; the others p99 at most 5 ms.", measure)
