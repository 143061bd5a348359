#include "archive/retrieve/text_blob.h"

#include "storage/file_blob.h"
#include "storage/memory_blob.h"

#include <span>
#include <utility>

namespace cassette {

std::shared_ptr<Blob const> text_blob(std::string text) {
    if (auto file = make_memory_file_blob(std::as_bytes(std::span{text}))) return *std::move(file);
    return std::make_shared<MemoryBlob>(std::move(text));
}

}  // namespace cassette
