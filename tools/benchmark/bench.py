"""One run of tools/bench: its scratch folder, what is generated in it, and the servers that several workloads share."""

import contextlib
import json
import pathlib
import signal
import subprocess
import sys
import tempfile
import time

from benchmark import load
from benchmark.servers import Cassette, Nginx, Orthanc

SLICES = 500
SMALLER = 50  # --small
PROGRAMS = ("cassette", "cassette-generate", "bare_writes", "index_fill", "object_fill", "pixel_bench")


class Bench:
    def __init__(self, root, options):
        self.root, self.options = root, options
        self.runs, self.seconds, self.studies = options.runs, options.seconds, options.studies
        self.slices = self.sized(SLICES, least=50)
        self.stack = contextlib.ExitStack()
        self.known = {}

    def __enter__(self):
        for program in PROGRAMS:
            if not (self.options.build / program).exists():
                sys.exit(f"bench: {self.options.build / program} is not there: tools/setup bench builds it")
        self.scratch = pathlib.Path(self.stack.enter_context(
            tempfile.TemporaryDirectory(prefix="cassette-bench-", dir=self.options.scratch, ignore_cleanup_errors=True)))
        self.scratch.chmod(0o755)
        return self

    def __exit__(self, *error):
        for ending in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):  # impatience would leave servers and folders behind
            signal.signal(ending, signal.SIG_IGN)
        return self.stack.__exit__(*error)

    def sized(self, count, least=1):
        return max(least, count // SMALLER) if self.options.small else count

    def once(self, name, make):
        """What is made the first time somebody asks; what failed then is not tried again."""
        if name not in self.known:
            try:
                self.known[name] = make()
            except Exception as error:
                self.known[name] = error
        if isinstance(self.known[name], Exception):
            raise RuntimeError(f"no {name}") from self.known[name]
        return self.known[name]

    def program(self, name):
        return self.options.build / name

    def folder(self):
        folder = pathlib.Path(tempfile.mkdtemp(dir=self.scratch))
        folder.chmod(0o755)  # the workers of nginx are somebody else
        return folder

    def generated(self, name, *arguments):
        """A folder of synthetic objects."""
        def make():
            folder = self.scratch / name
            subprocess.run([self.program("cassette-generate"), *map(str, arguments), "--out", folder], check=True,
                           stdout=subprocess.DEVNULL)
            return folder
        return self.once(name, make)

    def ct_series(self):
        return self.generated("ct", "--seed", 1, "--instances", self.slices, "--rows", 512, "--columns", 512, "--flat")

    def bare_writes(self, sources, *options):
        """Seconds to write, sync and rename the files of each source folder, a thread for each. They stay to the end."""
        command = [self.program("bare_writes"), *options, self.folder(), *sources]
        return float(subprocess.run(command, capture_output=True, text=True, check=True).stdout)

    def cassette(self):
        return Cassette(self.folder(), self.program("cassette"))

    def running(self, server):
        """Started now, stopped at the end of everything."""
        self.stack.callback(server.stop)
        return server.start()

    def stage(self):
        return self.once("stage", lambda: Stage(self))

    def pixel_bench(self, *arguments):
        ran = subprocess.run([self.program("pixel_bench"), *arguments], capture_output=True, text=True)
        if ran.returncode:
            raise RuntimeError(f"pixel_bench {' '.join(arguments)} fails: {ran.stderr}")
        return float(ran.stdout)


class Stage:
    """Cassette, Orthanc and nginx, running, the first two with the CT series in them."""

    def __init__(self, bench):
        series = bench.ct_series()
        self.cassette = bench.running(bench.cassette())
        load.storescu(self.cassette.dimse, [series], nodelay=True)
        self.orthanc = bench.running(Orthanc(bench.folder(), nodelay=True))
        load.storescu(self.orthanc.dimse, [series], nodelay=True)
        self.nginx = bench.running(Nginx(bench.folder()))
        self.series = self.series_path()
        self.instances = [f"{self.series}/instances/{each['00080018']['Value'][0]}"
                          for each in self.search(f"{self.series}/instances?limit={bench.slices}")]
        if len(self.instances) != bench.slices:
            raise RuntimeError(f"{len(self.instances)} instances were stored, not {bench.slices}")
        self.first_metadata_of_orthanc = first_metadata(self.orthanc, self.series)

    def search(self, path):
        return json.loads(load.fetch(self.cassette.url(path), headers=["Accept: application/dicom+json"]))

    def series_path(self):
        study = self.search("/dicom-web/studies")[0]["0020000D"]["Value"][0]
        series = self.search(f"/dicom-web/studies/{study}/series")[0]["0020000E"]["Value"][0]
        return f"/dicom-web/studies/{study}/series/{series}"


def first_metadata(server, series):
    """Milliseconds."""
    started = time.monotonic()
    load.curl(server.url(series + "/metadata"), headers=["Accept: application/dicom+json", "Accept-Encoding: gzip"])
    return 1000 * (time.monotonic() - started)
