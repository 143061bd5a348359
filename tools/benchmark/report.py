"""Tables as text, and docs/performance.md."""

import datetime
import os
import pathlib
import re
import subprocess

from benchmark.measuring import LIMIT, PEER
from benchmark.workloads import WORKLOADS

HEAD = """# Performance

Written by `tools/bench all --write`, which `tools/setup bench` installs and builds what it needs for; run it to measure your own machine. Every
row is the median of {runs} runs after one that warms up, everybody taking turns, with least and greatest. "Against the best peer"
and "against the limit" say how many times as fast Cassette is: 2.00 is twice as fast, 0.50 half.
"""


def number(value):
    if value >= 1000:
        return f"{value:,.0f}"
    return f"{value:.0f}" if value >= 100 else f"{value:.3g}"


def ratio(value):
    return "" if value is None else f"{value:.2f}"


def lines_of(table):
    yield f"| {table.title or 'who'} | median, {table.unit} | least to most | against the best peer | against the limit | |"
    yield "|---|---:|---:|---:|---:|---|"
    for row in table.rows:
        spread = f"{number(min(row.values))} to {number(max(row.values))}" if len(row.values) > 1 else "one run"
        name = f"**{row.name}**" if row.role == "ours" else row.name
        note = row.note if len(row.values) != 2 else (row.note + "; " if row.note else "") + "two runs"
        yield (f"| {name} | {number(row.median)} | {spread} | {ratio(table.times_as_fast(row, PEER) if row.role == 'ours' else None)} "
               f"| {ratio(table.times_as_fast(row, LIMIT))} | {note} |")


def section(workload, tables):
    parts = [f"## {workload.title}\n\n{workload.text}\n"]
    parts += ["\n".join(lines_of(table)) + "\n" for table in tables]
    parts.append(f"Aim: {workload.aim}\n")
    return "\n".join(parts)


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
    packages = ", ".join(f"{package} {version_of(package)}" for package in ("dcmtk", "orthanc", "orthanc-dicomweb", "nginx-light"))
    return (f"Measured on {datetime.date.today().isoformat()}: {os.cpu_count()} cores of {first_line('/proc/cpuinfo', 'model name')}, "
            f"{memory:.0f} GB of memory, {filesystem.stdout.strip() or 'an unknown file system'}, Linux {os.uname().release}; "
            f"{packages}; load average before the first run {os.getloadavg()[0]:.1f}.")


def write(path, sections, description):
    """What ran replaces its section; the others stay, each with the machine it was measured on."""
    kept = path.read_text() if path.exists() else ""
    parts = [HEAD.format(runs="five")]
    for workload in WORKLOADS:
        if workload.name in sections:
            parts.append(sections[workload.name] + "\n" + description + "\n")
            continue
        old = re.search(rf"^## {re.escape(workload.title)}$.*?(?=^## |\Z)", kept, re.MULTILINE | re.DOTALL)
        if old:
            parts.append(old.group(0).rstrip() + "\n")
    path.write_text("\n".join(parts))
