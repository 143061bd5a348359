"""Load by public tools."""

import contextlib
import dataclasses
import os
import pathlib
import re
import subprocess
import time

SCRIPT = pathlib.Path(__file__).parent / "requests.lua"
UNITS = {"us": 1e-3, "ms": 1, "s": 1e3, "m": 6e4}


@dataclasses.dataclass
class Requests:
    per_second: float
    p99_ms: float


class Wrk:
    """Paths of one server, asked for in turn over so many connections, each of which may pause before it asks again. %d in a
    path is a number that comes once."""

    def __init__(self, server, paths, headers=(), connections=8, pause_ms=0):
        self.server, self.headers, self.connections, self.pause_ms = server, list(headers), connections, pause_ms
        self.file = server.folder / f"paths-{id(self)}"
        self.file.write_text("\n".join(paths) + "\n")
        self.next = 0

    def run(self, seconds):
        command = ["wrk", "-t1", f"-c{self.connections}", f"-d{seconds}s", "--latency", "--timeout", "30s", "-s", SCRIPT,
                   self.server.url("/"), "--", self.file, str(self.next), str(self.pause_ms), *self.headers]
        self.next += 10_000_000
        ran = subprocess.run(command, capture_output=True, text=True)
        rate = re.search(r"Requests/sec:\s+([\d.]+)", ran.stdout)
        slow = re.search(r"99%\s+([\d.]+)(us|ms|s|m)", ran.stdout)
        bad = re.search(r"Non-2xx or 3xx responses: (\d+)|Socket errors: .*", ran.stdout)
        if ran.returncode or not rate or not slow or bad or float(rate.group(1)) == 0:
            raise RuntimeError(f"wrk at {self.server.name}: {bad.group(0) if bad else ran.stdout + ran.stderr}")
        return Requests(float(rate.group(1)), float(slow.group(1)) * UNITS[slow.group(2)])

    def per_second(self, seconds):
        return self.run(seconds).per_second


def curl(url, *arguments, headers=()):
    """Seconds and bytes of one transfer whose body nobody keeps; raises unless the status is 2xx."""
    command = ["curl", "-sS", "-o", "/dev/null", "-w", "%{http_code} %{time_total} %{size_download}", *arguments]
    for header in headers:
        command += ["-H", header]
    ran = subprocess.run([*command, url], capture_output=True, text=True)
    status, seconds, size = (ran.stdout.split() + ["0", "0", "0"])[:3]
    if ran.returncode or not status.startswith("2"):
        raise RuntimeError(f"curl {url}: status {status} {ran.stderr}")
    return float(seconds), int(size)


def milliseconds(url, repetitions, headers=()):
    """Of one request after the other over one connection; their mean."""
    command = ["curl", "-sS", "--fail", "-w", "%{time_total}\n"]
    for header in headers:
        command += ["-H", header]
    for _ in range(repetitions):
        command += ["-o", "/dev/null", url]
    ran = subprocess.run(command, capture_output=True, text=True)
    if ran.returncode:
        raise RuntimeError(f"curl {url}: {ran.stderr}")
    return 1000 * sum(map(float, ran.stdout.split())) / repetitions


def fetch(url, headers=()):
    command = ["curl", "-sS", "--fail"]
    for header in headers:
        command += ["-H", header]
    return subprocess.run([*command, url], capture_output=True, check=True).stdout


@contextlib.contextmanager
def sending(port, folders, nodelay=False):
    """One storescu a folder, all at once, each in one association; those that still send at the end are ended."""
    environment = dict(os.environ)
    environment.pop("TCP_NODELAY", None)
    if nodelay:
        environment["TCP_NODELAY"] = "1"
    running = []
    try:
        for folder in folders:
            command = ["storescu", "-aec", "ANY", "+sd", "127.0.0.1", str(port), folder]
            running.append(subprocess.Popen(command, env=environment, stdout=subprocess.PIPE, stderr=subprocess.STDOUT))
        yield running
    finally:
        for each in running:
            each.kill()
            each.wait()
            each.stdout.close()


def storescu(port, folders, nodelay=False):
    """Seconds until every storescu has sent everything."""
    started = time.monotonic()
    with sending(port, folders, nodelay) as running:
        outputs = [each.communicate()[0] for each in running]
        took = time.monotonic() - started
        for each, output in zip(running, outputs):
            if each.returncode:
                raise RuntimeError("storescu: " + output.decode(errors="replace")[-1000:])
    return took


def seconds_of(commands):
    """Of one command after the other, each a process of its own; their mean."""
    started = time.monotonic()
    for command in commands:
        ran = subprocess.run(command, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE)
        if ran.returncode:
            raise RuntimeError(f"{command[0]}: {ran.stderr.decode(errors='replace')}")
    return (time.monotonic() - started) / len(commands)
