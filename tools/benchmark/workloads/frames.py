"""Single frames."""

from benchmark.load import Wrk
from benchmark.measuring import LIMIT, OURS, PEER, Contender, Measured, at_least, take_turns
from benchmark.workload import Workload

FRAME = ['Accept: multipart/related; type="application/octet-stream"; transfer-syntax=*']


def frame_paths(stage):
    return [f"{instance}/frames/1" for instance in stage.instances]


def measure(bench):
    stage = bench.stage()
    paths = frame_paths(stage)
    files = [stage.nginx.put(f"frame-{number}", bytes(512 * 512 * 2)) for number in range(len(paths))]
    ours, orthanc, nginx = Wrk(stage.cassette, paths, FRAME), Wrk(stage.orthanc, paths, FRAME), Wrk(stage.nginx, files)
    table = take_turns([
        Contender("Cassette", OURS, lambda: ours.per_second(bench.seconds)),
        Contender("Orthanc with DICOMweb", PEER, lambda: orthanc.per_second(bench.seconds)),
        Contender("nginx", LIMIT, lambda: nginx.per_second(bench.seconds), "as many bytes as files"),
    ], bench.runs, unit="frames a second")
    return Measured([table], [at_least("of the limit", 0.7, table.share(LIMIT), "")])


WORKLOAD = Workload("frames", "Frames", "`wrk` asks for the frames of 500 CT slices, 0.5 MB each, one a request, over 8 connections.",
                    "the copies of the bytes into and out of the loopback interface, which the kernel makes for node and "
                    "`wrk` on the same processors, and before them finding the frame in the index.",
                    2, measure)
