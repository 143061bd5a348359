#include "schema/ae_title.h"

namespace cassette {

Result<AETitle> AETitle::parse(std::string_view text) {
    while (!text.empty() && (text.back() == ' ' || text.back() == '\0')) text.remove_suffix(1);
    while (!text.empty() && text.front() == ' ') text.remove_prefix(1);
    if (text.empty() || text.size() > 16) return fail(ErrorCode::malformed, "an AE title has 1 to 16 characters");
    for (char const c : text)
        if (c < 0x20 || c > 0x7e || c == '\\') return fail(ErrorCode::malformed, "not an AE title (PS3.5 6.2)");
    return AETitle{std::string{text}};
}

}  // namespace cassette
