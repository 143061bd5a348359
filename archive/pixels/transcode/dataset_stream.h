#pragma once

#include "archive/pixels/transcode/byte_stream.h"
#include "archive/pixels/transcode/dataset_bytes.h"

#include <dcmtk/dcmdata/dcdatset.h>

#include <memory>

namespace cassette {

enum class ValueRepresentations { explicit_vr, implicit_vr };

// A data set as DCMTK writes it, little endian, piece by piece. `bytes` are what its streamed values read
// (streamed_value.h): a value that cannot be read fails the stream.
[[nodiscard]] std::unique_ptr<ByteStream> stream_of(std::unique_ptr<DcmDataset> dataset, ValueRepresentations vrs,
                                                    std::shared_ptr<DatasetBytes const> bytes);

}  // namespace cassette
