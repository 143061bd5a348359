"""A whole series."""

from benchmark.load import curl
from benchmark.measuring import LIMIT, OURS, PEER, Contender, take_turns
from benchmark.workload import Workload

DICOM = ['Accept: multipart/related; type="application/dicom"; transfer-syntax=*']


def gigabytes_per_second(url, headers=()):
    seconds, size = curl(url, headers=headers)
    return size / seconds / 1e9


def measure(bench):
    stage = bench.stage()
    with open(stage.nginx.files / "series", "wb") as out:
        for file in sorted(bench.ct_series().iterdir()):
            out.write(file.read_bytes())
    return [take_turns([
        Contender("Cassette", OURS, lambda: gigabytes_per_second(stage.cassette.url(stage.series), DICOM)),
        Contender("Orthanc with DICOMweb", PEER, lambda: gigabytes_per_second(stage.orthanc.url(stage.series), DICOM)),
        Contender("nginx", LIMIT, lambda: gigabytes_per_second(stage.nginx.url("/series")), "as many bytes in one file"),
    ], bench.runs, unit="GB a second")]


WORKLOAD = Workload("series", "A whole series", "`curl` fetches a series of 500 CT slices (262 MB) in one request.",
                    "at least 0.7 of the limit.", measure)
