#!/usr/bin/env python3
"""How long a stock storescu takes to store a series, in Cassette and in others.

Each run starts the receiver anew on an empty folder, sends everything in one association, and stops the receiver. Runs
alternate between receivers, so that a slow minute of the machine hits all of them. Prints a table of medians; with
--write it also goes to docs/performance.md.
"""

import argparse
import datetime
import json
import os
import pathlib
import shutil
import signal
import socket
import statistics
import subprocess
import sys
import tempfile
import time

ROOT = pathlib.Path(__file__).resolve().parent.parent.parent
START_SECONDS = 30


def free_port():
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


class Receiver:
    """A C-STORE SCP of one run: its command, its environment, and the port it listens on."""

    def __init__(self, name, note, command, nodelay=False):
        self.name, self.note, self.command, self.nodelay = name, note, command, nodelay

    def start(self, folder):
        self.port = free_port()
        environment = dict(os.environ)
        environment.pop("TCP_NODELAY", None)
        if self.nodelay:
            environment["TCP_NODELAY"] = "1"
        self.log = open(folder / "log", "wb")
        self.process = subprocess.Popen(self.command(folder, self.port), env=environment, cwd=folder, stdin=subprocess.DEVNULL,
                                        stdout=self.log, stderr=self.log)
        deadline = time.monotonic() + START_SECONDS
        while subprocess.run(["echoscu", "-q", "-aec", "ANY", "127.0.0.1", str(self.port)], stderr=subprocess.DEVNULL).returncode:
            if self.process.poll() is not None or time.monotonic() > deadline:
                sys.exit(f"{self.name} does not start:\n" + (folder / "log").read_text(errors="replace"))

    def stop(self):
        self.process.send_signal(signal.SIGTERM)
        try:
            self.process.wait(30)
        except subprocess.TimeoutExpired:
            self.process.kill()
            self.process.wait()
        self.log.close()


def cassette(folder, port):
    return [ROOT / "build/release/cassette", "serve", "--data", folder / "data", "--http", "127.0.0.1:0",
            "--dimse", f"127.0.0.1:{port}"]


def storescp(folder, port):
    (folder / "data").mkdir()
    return ["storescp", "-od", folder / "data", str(port)]


def orthanc(folder, port):
    configuration = {"StorageDirectory": str(folder / "data"), "IndexDirectory": str(folder / "data"), "DicomPort": port,
                     "HttpPort": free_port(), "HttpServerEnabled": False}
    (folder / "orthanc.json").write_text(json.dumps(configuration))
    return [shutil.which("Orthanc") or "/usr/sbin/Orthanc", folder / "orthanc.json"]


def receivers():
    all_of_them = [
        Receiver("Cassette", "synced to disk and indexed before each answer", cassette),
        Receiver("storescp, TCP_NODELAY=1", "neither syncs nor indexes", storescp, nodelay=True),
    ]
    if shutil.which("Orthanc") or os.path.exists("/usr/sbin/Orthanc"):
        all_of_them += [
            Receiver("Orthanc as packaged", "indexes; leaves Nagle's algorithm on", orthanc),
            Receiver("Orthanc, TCP_NODELAY=1", "indexes", orthanc, nodelay=True),
        ]
    return all_of_them


def one_run(receiver, source, scratch):
    folder = pathlib.Path(tempfile.mkdtemp(dir=scratch))
    receiver.start(folder)
    os.sync()
    try:
        started = time.monotonic()
        sent = subprocess.run(["storescu", "-aec", "ANY", "+sd", "127.0.0.1", str(receiver.port), source],
                              stdout=subprocess.PIPE, stderr=subprocess.STDOUT)
        took = time.monotonic() - started
    finally:
        receiver.stop()
    if sent.returncode:
        sys.exit(f"storescu failed at {receiver.name}:\n" + sent.stdout.decode(errors="replace"))
    shutil.rmtree(folder)
    return took


def write_and_sync(source, scratch):
    """The floor: the same bytes as files, each synced, by one writer."""
    folder = pathlib.Path(tempfile.mkdtemp(dir=scratch))
    contents = [path.read_bytes() for path in sorted(pathlib.Path(source).iterdir())]
    os.sync()
    started = time.monotonic()
    for number, content in enumerate(contents):
        descriptor = os.open(folder / str(number), os.O_WRONLY | os.O_CREAT)
        os.write(descriptor, content)
        os.fsync(descriptor)
        os.close(descriptor)
    took = time.monotonic() - started
    shutil.rmtree(folder)
    return took


def first_line(path, key):
    for line in pathlib.Path(path).read_text().splitlines():
        if line.startswith(key):
            return line.split(":", 1)[1].strip()
    return "unknown"


def version_of(package):
    shown = subprocess.run(["dpkg-query", "-W", "-f", "${Version}", package], capture_output=True, text=True)
    return shown.stdout or "not installed"


def machine(scratch):
    memory = int(first_line("/proc/meminfo", "MemTotal").split()[0]) / 2**20
    filesystem = subprocess.run(["findmnt", "-n", "-o", "FSTYPE", "-T", str(scratch)], capture_output=True, text=True)
    return (f"{os.cpu_count()} cores of {first_line('/proc/cpuinfo', 'model name')}, {memory:.0f} GB of memory, "
            f"{filesystem.stdout.strip() or 'an unknown file system'}, Linux {os.uname().release}; "
            f"DCMTK {version_of('dcmtk')}, Orthanc {version_of('orthanc')}")


def table(results, reference, count):
    lines = ["| receiver | median | least to most | an instance | against storescp | |", "|---|---:|---:|---:|---:|---|"]
    for receiver, times in results:
        median = statistics.median(times)
        lines.append(f"| {receiver.name} | {median:.2f} s | {min(times):.2f} to {max(times):.2f} s | {1000 * median / count:.2f} ms "
                     f"| {median / reference:.2f} | {receiver.note} |")
    return "\n".join(lines)


def document(text, options, description, floor):
    megabytes = options.instances * (options.rows * options.columns * 2) / 1e6
    return f"""# Performance

Written by `tools/setup bench --write`; run it again to measure your own machine.

## Storing a CT series by C-STORE

A stock `storescu` sends {options.instances} CT slices of {options.columns}×{options.rows} ({megabytes:.0f} MB) in one association to a receiver that starts on an
empty folder. Wall time of `storescu`, median of {options.runs} runs, the receivers taking turns.

{text}

The floor: the same {options.instances} files written and synced one after the other, with nothing received, hashed or indexed: {floor:.2f} s.

Aim: at most 1.3 times `storescp`, at least 15 times faster than Orthanc as packaged, and ahead of Orthanc with `TCP_NODELAY=1`.

Measured on {datetime.date.today().isoformat()}: {description}.
"""


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--runs", type=int, default=5)
    parser.add_argument("--instances", type=int, default=500)
    parser.add_argument("--rows", type=int, default=512)
    parser.add_argument("--columns", type=int, default=512)
    parser.add_argument("--scratch", default=None, help="a folder on the disk to measure; by default below TMPDIR")
    parser.add_argument("--write", action="store_true", help="write docs/performance.md as well")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="cassette-bench-", dir=options.scratch) as scratch:
        source = os.path.join(scratch, "source")
        subprocess.run([ROOT / "build/release/cassette-generate", "--seed", "1", "--instances", str(options.instances), "--rows",
                        str(options.rows), "--columns", str(options.columns), "--flat", "--out", source], check=True)
        taking_part = receivers()
        load = os.getloadavg()[0]
        times = {receiver.name: [] for receiver in taking_part}
        for run in range(options.runs):
            for receiver in taking_part:
                took = one_run(receiver, source, scratch)
                times[receiver.name].append(took)
                print(f"run {run + 1} of {options.runs}: {receiver.name}: {took:.2f} s", file=sys.stderr)
        floor = statistics.median(write_and_sync(source, scratch) for _ in range(options.runs))
        reference = statistics.median(times["storescp, TCP_NODELAY=1"])
        text = table([(receiver, times[receiver.name]) for receiver in taking_part], reference, options.instances)
        description = machine(scratch) + f"; load average before the first run {load:.1f}"
    print(text)
    print(f"\n{options.instances} files written and synced, nothing else: {floor:.2f} s\n{description}")
    if options.write:
        (ROOT / "docs/performance.md").write_text(document(text, options, description, floor))


if __name__ == "__main__":
    main()
