"""Tables as text, and docs/performance.md."""

import datetime
import os
import pathlib
import re
import subprocess

from benchmark.measuring import LIMIT, OURS, PEER, number
from benchmark.workloads import WORKLOADS

HEAD = """# Performance

Written by `tools/bench all --write`, which `tools/setup bench` installs and builds what it needs for; run it to measure your
own machine. Every figure is the median of the runs after one that warms up, everybody taking turns, with least and greatest.
"Against the best peer" and "against the limit" say how many times as fast Cassette is: 2.00 is twice as fast, 0.50 half.
How long the node holds out is in [soak.md](soak.md).
"""
VERDICTS_HEAD = "| aim | measured | |\n|---|---:|---|\n"
SUMMARY_HEAD = "| workload | aim | measured | |\n|---|---|---|---|\n"


def ratio(value):
    return "" if value is None else f"{value:.2f}"


def note_of(row):
    runs = len(row.values)
    few = f"{runs} runs" if 1 < runs < 3 else ""
    return "; ".join(filter(None, (row.note, few)))


def lines_of(table):
    yield f"| {table.title or 'who'} | median, {table.unit} | least to most | against the best peer | against the limit | |"
    yield "|---|---:|---:|---:|---:|---|"
    for row in table.rows:
        spread = f"{number(min(row.values))} to {number(max(row.values))}" if len(row.values) > 1 else "one run"
        name = f"**{row.name}**" if row.role == OURS else row.name
        peer = ratio(table.times_as_fast(row, PEER) if row.role == OURS else None)
        yield f"| {name} | {number(row.median)} | {spread} | {peer} | {ratio(table.times_as_fast(row, LIMIT))} | {note_of(row)} |"


def verdict_lines(verdicts):
    return "".join(f"| {each.aim} | {each.measured} | {'met' if each.met else '**missed**'} |\n" for each in verdicts)


def section(workload, measured):
    parts = [f"## {workload.title}\n\n{workload.text}\n"]
    parts += ["\n".join(lines_of(table)) + "\n" for table in measured.tables]
    parts.append(VERDICTS_HEAD + verdict_lines(measured.verdicts))
    parts.append(f"What bounds it: {workload.bound}\n")
    return "\n".join(parts)


def anchor(title):
    return re.sub(r"[^\w\- ]", "", title.lower()).replace(" ", "-")


def summary_line(title, text):
    """Of a section; None when it has no aims."""
    if VERDICTS_HEAD not in text:
        return None
    rows = text.split(VERDICTS_HEAD, 1)[1].split("\n\n", 1)[0].strip().splitlines()
    cells = [[cell.strip() for cell in row.strip("|").split("|")] for row in rows]
    aims, measured, met = (" · ".join(column) for column in zip(*cells))
    return f"| [{title}](#{anchor(title)}) | {aims} | {measured} | {met} |"


def summary(sections):
    lines = [summary_line(title, text) for title, text in sections]
    return SUMMARY_HEAD + "".join(line + "\n" for line in lines if line)


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


def old_section(kept, title):
    found = re.search(rf"^## {re.escape(title)}$.*?(?=^## |\Z)", kept, re.MULTILINE | re.DOTALL)
    return found.group(0).rstrip() + "\n" if found else None


def write(path, sections, description):
    """What ran replaces its section; the others stay, each with the machine it was measured on."""
    kept = path.read_text() if path.exists() else ""
    parts = []
    for workload in WORKLOADS:
        new = sections.get(workload.name)
        text = new + "\n" + description + "\n" if new else old_section(kept, workload.title)
        if text:
            parts.append((workload.title, text))
    path.write_text("\n".join([HEAD, summary(parts), *(text for _, text in parts)]))
