"""Rendered PNG of a CT slice, made anew for each request, and from the cache."""

import os

from benchmark.load import Wrk, fetch
from benchmark.measuring import LIMIT, OURS, PEER, Contender, Measured, Row, at_least, take_turns
from benchmark.workload import Workload

PNG = ["Accept: image/png"]


def limit_of(bench):
    """DicomImage and libpng on every core at once, as if nothing else cost anything."""
    cores = os.cpu_count()
    milliseconds = [bench.pixel_bench("slice", "bare", "ct") for _ in range(bench.runs)]
    return Row("DicomImage and libpng alone, on every core", LIMIT, [1000 * cores / each for each in milliseconds],
               f"{sorted(milliseconds)[len(milliseconds) // 2]:.2f} ms a slice on one core")


def not_cached(bench):
    stage = bench.stage()
    # A window of its own for each request: no picture is made twice.
    paths = [f"{instance}/rendered?window=40,4%d,linear" for instance in stage.instances]
    ours = Wrk(stage.cassette, paths, PNG)
    orthanc = Wrk(stage.orthanc, [f"{instance}/rendered" for instance in stage.instances], PNG)
    table = take_turns([
        Contender("Cassette", OURS, lambda: ours.per_second(bench.seconds)),
        Contender("Orthanc with DICOMweb", PEER, lambda: orthanc.per_second(bench.seconds)),
    ], bench.runs, unit="pictures a second")
    table.rows.append(limit_of(bench))
    return Measured([table], [at_least("of the limit", 0.7, table.share(LIMIT), ""),
                              at_least("× Orthanc", 10, table.share(PEER), "×")])


def cached(bench):
    stage = bench.stage()
    path = f"{stage.instances[0]}/rendered?window=40,400,linear"
    file = stage.nginx.put("picture.png", fetch(stage.cassette.url(path), PNG))
    ours, nginx = Wrk(stage.cassette, [path], PNG), Wrk(stage.nginx, [file])
    orthanc = Wrk(stage.orthanc, [f"{stage.instances[0]}/rendered"], PNG)
    table = take_turns([
        Contender("Cassette", OURS, lambda: ours.per_second(bench.seconds)),
        Contender("Orthanc with DICOMweb", PEER, lambda: orthanc.per_second(bench.seconds), "makes it each time"),
        Contender("nginx", LIMIT, lambda: nginx.per_second(bench.seconds), "the same bytes as a file"),
    ], bench.runs, unit="pictures a second")
    return Measured([table], [at_least("of the limit", 0.5, table.share(LIMIT), "")])


WORKLOADS = [
    Workload("rendered", "Rendered PNG, not cached",
             "`wrk` asks over 8 connections for PNGs of 512×512 CT slices, each with a window that nobody asked for before.",
             "libpng's deflate: as many pictures leave as the libraries alone would make, so that ten times Orthanc, which calls the same "
             "libpng, is beyond reach.", 2, not_cached),
    Workload("cached", "Rendered PNG, cached", "The same picture again and again, over 8 connections.",
             "the processor time of a request: its header, the key of its answer, a log line and the metrics, against nginx's, which "
             "writes no log here. The index and the workers are not asked while the study stays as it is.", 2, cached),
]
