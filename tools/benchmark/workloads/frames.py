"""Single frames."""

from benchmark.load import Wrk
from benchmark.measuring import LIMIT, OURS, PEER, Contender, take_turns
from benchmark.workload import Workload

FRAME = ['Accept: multipart/related; type="application/octet-stream"; transfer-syntax=*']


def measure(bench):
    stage = bench.stage()
    paths = [f"{instance}/frames/1" for instance in stage.instances]
    files = [stage.nginx.put(f"frame-{number}", bytes(512 * 512 * 2)) for number in range(len(paths))]
    ours, orthanc, nginx = Wrk(stage.cassette, paths, FRAME), Wrk(stage.orthanc, paths, FRAME), Wrk(stage.nginx, files)
    return [take_turns([
        Contender("Cassette", OURS, lambda: ours.per_second(bench.seconds)),
        Contender("Orthanc with DICOMweb", PEER, lambda: orthanc.per_second(bench.seconds)),
        Contender("nginx", LIMIT, lambda: nginx.per_second(bench.seconds), "as many bytes as files"),
    ], bench.runs, unit="frames a second")]


WORKLOAD = Workload("frames", "Frames", "`wrk` asks for the frames of 500 CT slices, 0.5 MB each, one a request, over 8 connections.",
                    "at least 0.7 of the limit.", measure)
