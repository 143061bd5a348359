"""Metadata of a series, warm and the first time."""

import gzip
import shutil

from benchmark import load
from benchmark.bench import first_metadata
from benchmark.load import fetch, milliseconds
from benchmark.measuring import LIMIT, OURS, PEER, Contender, Measured, Row, at_least, at_most, take_turns
from benchmark.workload import Workload

JSON = ["Accept: application/dicom+json", "Accept-Encoding: gzip"]


def first_time(bench, series):
    with bench.cassette() as server:
        load.storescu(server.dimse, [bench.ct_series()], nodelay=True)
        took = first_metadata(server, series)
    shutil.rmtree(server.folder)
    return took


def measure(bench):
    stage = bench.stage()
    path = stage.series + "/metadata"
    text = fetch(stage.cassette.url(path), JSON[:1])
    file = stage.nginx.put("metadata.json.gz", gzip.compress(text, 6))
    ours, orthanc, nginx = stage.cassette.url(path), stage.orthanc.url(path), stage.nginx.url(file)
    warm = take_turns([
        Contender("Cassette", OURS, lambda: milliseconds(ours, 50, JSON)),
        Contender("Orthanc with DICOMweb", PEER, lambda: milliseconds(orthanc, 1, JSON)),
        Contender("nginx", LIMIT, lambda: milliseconds(nginx, 50), "the same text as a gzip file"),
    ], bench.runs, unit="ms", title="warm", less_is_better=True)
    first = take_turns([Contender("Cassette", OURS, lambda: first_time(bench, stage.series))], bench.runs, unit="ms",
                       title="first time after the series was stored", less_is_better=True)
    first.rows.append(Row("Orthanc with DICOMweb", PEER, [stage.first_metadata_of_orthanc]))
    return Measured([warm, first], [at_least("of the limit, warm", 0.5, warm.share(LIMIT), ""),
                                    at_most("ms the first time", 40, first.median(OURS), "ms")])


WORKLOAD = Workload("metadata", "Metadata of a series", "The metadata of 500 CT slices as JSON, with gzip where the server does it.",
                    "the loopback and `curl`: as long as the study stays as it is, its answer is kept in memory and sent like nginx's "
                    "file. The first time, reading the rows of 500 instances from the index and compressing their texts as one.", 3, measure)
