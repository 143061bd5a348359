#include "archive/part10/text_decoder.h"

namespace cassette {

std::string TextDecoder::to_utf8(std::string_view raw, TextKind kind) {
    if (auto text = character_set_.decode(raw, kind)) return std::move(*text);
    trouble_ = true;
    return character_set_.to_utf8(raw, kind);
}

}  // namespace cassette
