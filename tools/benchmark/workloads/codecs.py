"""Decoding and rendering, codec by codec, beside the bare library."""

from benchmark.measuring import LIMIT, OURS, Contender, take_turns
from benchmark.workload import Workload

CODECS = [("native", "DCMTK reading"), ("deflated", "DCMTK and zlib"), ("rle", "DCMTK"), ("jpeg-baseline", "libjpeg-turbo"),
          ("jpeg-lossless", "DCMTK, its libijg"), ("jpeg-ls", "DCMTK, its CharLS"), ("jpeg-2000", "OpenJPEG"),
          ("htj2k", "OpenJPEG")]


def measure(bench):
    tables = []
    for codec, library in CODECS:
        tables.append(take_turns([
            Contender("Cassette, decoded", OURS, lambda codec=codec: bench.pixel_bench("decode", "ours", codec)),
            Contender("Cassette, decoded and made a PNG", "rendered",
                      lambda codec=codec: bench.pixel_bench("render", "ours", codec)),
            Contender(library, LIMIT, lambda codec=codec: bench.pixel_bench("decode", "bare", codec)),
        ], bench.runs, unit="megapixels a second", title=codec))
    return tables


WORKLOAD = Workload("codecs", "Codecs", "A CT slice of 512×512 with 16 bits (JPEG Baseline: 8 bits), decoded again and again on one thread.",
                    "the speed of the bare library.", measure)
