"""A whole series."""

from benchmark.load import curl
from benchmark.measuring import LIMIT, OURS, PEER, Contender, Measured, at_least, take_turns
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
    table = take_turns([
        Contender("Cassette", OURS, lambda: gigabytes_per_second(stage.cassette.url(stage.series), DICOM)),
        Contender("Orthanc with DICOMweb", PEER, lambda: gigabytes_per_second(stage.orthanc.url(stage.series), DICOM)),
        Contender("nginx", LIMIT, lambda: gigabytes_per_second(stage.nginx.url("/series")), "as many bytes in one file"),
    ], bench.runs, unit="GB a second")
    return Measured([table], [at_least("of the limit", 0.7, table.share(LIMIT), "")])


WORKLOAD = Workload("series", "A whole series", "`curl` fetches a series of 500 CT slices (262 MB) in one request.",
                    "`curl`, which takes what comes through the loopback interface in one thread.", 2, measure)
