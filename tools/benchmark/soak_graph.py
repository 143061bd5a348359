"""soak_graph.py CSV PNG: draws what tests/end_to_end/process_samples.h wrote."""

import csv
import sys

import matplotlib

matplotlib.use("Agg")
from matplotlib import pyplot  # noqa: E402

INK, FAINT, GRID = "#24292f", "#6e7781", "#e6e8eb"
BLUE, ORANGE, GREEN, VIOLET = "#1f6feb", "#d9730d", "#2c974b", "#8250df"
SMOOTHED_SECONDS = 5


def read(path):
    """Columns by name."""
    with open(path, newline="") as file:
        rows = list(csv.DictReader(file))
    if len(rows) < 2:
        sys.exit(f"soak_graph: {path} has no samples")
    return {name: [float(row[name]) for row in rows] for name in rows[0]}


def rate(counts, width=SMOOTHED_SECONDS):
    """A second, over the last few seconds."""
    return [(counts[i] - counts[max(0, i - width)]) / max(1, i - max(0, i - width)) for i in range(len(counts))]


def panels(samples):
    """Title, series by label with their colours."""
    return [
        ("Resident memory, MiB", [("VmRSS", [kib / 1024 for kib in samples["resident_kib"]], BLUE)]),
        ("Open descriptors", [("sockets, objects, files", samples["descriptors"], ORANGE),
                              ("index (SQLite keeps those of its readers)", samples["index_descriptors"], VIOLET)]),
        ("Threads", [("one an association, and the pools", samples["threads"], GREEN)]),
        ("Done in a second", [("DIMSE operations", rate(samples["operations"]), BLUE),
                              ("DICOMweb requests", rate(samples["web_requests"]), ORANGE)]),
    ]


def draw_panel(axes, minutes, title, series):
    for label, values, colour in series:
        axes.plot(minutes, values, color=colour, linewidth=1.3, label=label)
    axes.set_title(title, loc="left", fontsize=10.5, color=INK, fontweight="bold", pad=6)
    axes.set_ylim(0, 1.28 * max(max(values) for _, values, _ in series) or 1)
    axes.legend(loc="upper right", ncols=len(series), frameon=False, fontsize=8.5, labelcolor=FAINT, borderaxespad=0.1)
    axes.grid(axis="y", color=GRID, linewidth=0.8)
    axes.set_axisbelow(True)
    for side in ("top", "right", "left"):
        axes.spines[side].set_visible(False)
    axes.spines["bottom"].set_color(FAINT)
    axes.tick_params(colors=FAINT, labelsize=8.5, length=3)
    axes.tick_params(axis="y", length=0)


def caption(samples):
    minutes = samples["seconds"][-1] / 60
    return (f"{minutes:.0f} minutes: 50 associations, a third of them aborting, and 4 clients of DICOMweb · "
            f"{samples['operations'][-1]:,.0f} DIMSE operations, {samples['web_requests'][-1]:,.0f} requests")


def draw(samples, path):
    drawn = panels(samples)
    figure, all_axes = pyplot.subplots(len(drawn), 1, sharex=True, figsize=(10, 9), dpi=110)
    minutes = [second / 60 for second in samples["seconds"]]
    for axes, (title, series) in zip(all_axes, drawn):
        draw_panel(axes, minutes, title, series)
    all_axes[-1].set_xlabel("minutes since the start", fontsize=9, color=FAINT)
    all_axes[-1].set_xlim(0, minutes[-1])
    figure.suptitle("Cassette under mixed load", x=0.055, y=0.985, ha="left", fontsize=14, fontweight="bold", color=INK)
    figure.text(0.055, 0.945, caption(samples), ha="left", fontsize=9.5, color=FAINT)
    figure.subplots_adjust(left=0.055, right=0.975, top=0.9, bottom=0.055, hspace=0.32)
    figure.savefig(path, facecolor="white")


if __name__ == "__main__":
    if len(sys.argv) != 3:
        sys.exit("soak_graph.py CSV PNG")
    draw(read(sys.argv[1]), sys.argv[2])
