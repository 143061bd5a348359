"""Thumbnails, made anew each time, by the library that does it."""

from benchmark.measuring import LIMIT, OURS, Contender, Measured, at_least, take_turns
from benchmark.workload import Workload

PICTURES = [("ct/native", "CT of 512×512, uncompressed"), ("x-ray/native", "X-ray of 4096×3072, uncompressed"),
            ("x-ray/jpeg-2000", "X-ray of 4096×3072, JPEG 2000"), ("x-ray/htj2k", "X-ray of 4096×3072, HTJ2K")]


def measure(bench):
    tables, verdicts = [], []
    for picture, title in PICTURES:
        contenders = [Contender("Cassette", OURS, lambda picture=picture: bench.pixel_bench("thumbnail", "ours", picture))]
        if picture.endswith("native"):
            contenders.append(Contender("DicomImage", LIMIT,
                                        lambda picture=picture: bench.pixel_bench("thumbnail", "bare", picture),
                                        "reads, windows and scales; no JPEG"))
        tables.append(take_turns(contenders, bench.runs, unit="ms", title=title, less_is_better=True))
        share = tables[-1].share(LIMIT)
        if share is not None:
            verdicts.append(at_least(f"of the library, {title.split(' ')[0]}", 1, share, ""))
    return Measured(tables, verdicts)


WORKLOAD = Workload("thumbnails", "Thumbnails", "A JPEG of at most 256×256 of one frame, not cached, on one thread. DCMTK itself "
                    "decodes neither JPEG 2000 nor HTJ2K.", "reading and windowing every pixel of the frame, as the library does, and "
                    "making the JPEG, which it does not.", 1, measure)
