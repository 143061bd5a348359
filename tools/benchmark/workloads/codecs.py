"""Decoding and rendering, codec by codec, beside the bare library."""

from benchmark.measuring import BESIDE, LIMIT, OURS, Contender, Measured, Verdict, number, take_turns
from benchmark.workload import Workload

CODECS = [("native", "DCMTK reading"), ("deflated", "DCMTK and zlib"), ("rle", "DCMTK"), ("jpeg-baseline", "libjpeg-turbo"),
          ("jpeg-lossless", "DCMTK, its libijg"), ("jpeg-ls", "DCMTK, its CharLS"), ("jpeg-2000", "OpenJPEG"),
          ("htj2k", "OpenJPEG")]

LEAST = 0.9  # of what the library does alone: the same, as far as the machine holds still


def measure(bench):
    tables = []
    for codec, library in CODECS:
        tables.append(take_turns([
            Contender("Cassette, decoded", OURS, lambda codec=codec: bench.pixel_bench("decode", "ours", codec)),
            Contender("Cassette, decoded and made a PNG", BESIDE,
                      lambda codec=codec: bench.pixel_bench("render", "ours", codec)),
            Contender(library, LIMIT, lambda codec=codec: bench.pixel_bench("decode", "bare", codec)),
        ], bench.runs, unit="megapixels a second", title=codec))
    shares = [table.share(LIMIT) for table in tables]
    measured = ", ".join(f"{table.title} {number(share)}" for table, share in zip(tables, shares))
    return Measured(tables, [Verdict(f"≥ {LEAST} of the library each", measured, min(shares) >= LEAST)])


WORKLOAD = Workload("codecs", "Codecs", "A CT slice of 512×512 with 16 bits (JPEG Baseline: 8 bits), decoded again and again on "
                    "one thread.",
                    "the libraries, each of which decodes on one thread.", 2, measure)
