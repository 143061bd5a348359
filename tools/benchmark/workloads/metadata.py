"""Metadata of a series, warm and the first time."""

import gzip

from benchmark.load import fetch, milliseconds
from benchmark.measuring import LIMIT, OURS, PEER, Contender, Row, Table, take_turns
from benchmark.workload import Workload

JSON = ["Accept: application/dicom+json", "Accept-Encoding: gzip"]


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
    first = Table("ms", [Row("Cassette", OURS, [stage.first_metadata_ms["Cassette"]]),
                         Row("Orthanc with DICOMweb", PEER, [stage.first_metadata_ms["Orthanc"]])],
                  "first time after the series was stored", less_is_better=True)
    return [warm, first]


WORKLOAD = Workload("metadata", "Metadata of a series", "The metadata of 500 CT slices as JSON, with gzip where the server does it.",
                    "warm at least half of the limit; at most 40 ms the first time.", measure)
