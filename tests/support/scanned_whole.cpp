#include "tests/support/scanned_whole.h"

#include <algorithm>
#include <random>
#include <sstream>

namespace cassette::testing {

namespace {

template <class Scanner>
Result<void> feed(Scanner& scanner, std::string_view bytes, Pieces pieces) {
    std::mt19937_64 random{pieces.seed};
    while (!bytes.empty()) {
        std::size_t size = pieces.size == 0 ? bytes.size() : pieces.size;
        if (pieces.seed != 0) size = 1 + random() % 64;
        auto const piece = bytes.substr(0, size);
        if (auto fed = scanner.feed(std::as_bytes(std::span{piece})); !fed) return fed;
        bytes.remove_prefix(piece.size());
    }
    return {};
}

std::ostream& operator<<(std::ostream& out, ByteRange range) { return out << range.offset << '+' << range.length; }

std::string summary_of(ScannedDataset const& scanned) {
    std::ostringstream out;
    out << "header " << scanned.header << "\norder " << static_cast<int>(scanned.order);
    for (auto const& value : scanned.bulk) out << "\nbulk " << value.path << ' ' << value.vr << ' ' << value.range;
    auto const& pixels = scanned.pixels;
    out << "\npixels " << static_cast<int>(pixels.encoding) << ' ' << to_hex(pixels.tag) << ' ' << pixels.vr << ' '
        << pixels.value;
    for (auto const& fragment : pixels.fragments) out << "\nfragment " << fragment;
    for (auto const offset : scanned.basic_offsets) out << "\nbasic " << offset;
    for (auto const offset : scanned.extended_offsets) out << "\nextended " << offset;
    for (bool const starts : scanned.fragment_starts_frame) out << "\nstarts " << starts;
    auto const& remarks = scanned.remarks;
    out << "\nremarks " << remarks.odd_length << remarks.unknown_vr << remarks.trailing_bytes << remarks.unterminated
        << remarks.stray_item;
    return out.str();
}

std::string error_text(Error const& error) {
    return "error " + std::to_string(static_cast<int>(error.code)) + ' ' + error.detail;
}

}  // namespace

Result<ScannedDataset> scan_dataset(std::string_view bytes, ElementEncoding encoding, DatasetLimits const& limits,
                                    Pieces pieces) {
    DatasetScanner scanner{limits, encoding};
    if (auto fed = feed(scanner, bytes, pieces); !fed) return fail(fed.error());
    return scanner.finish();
}

Result<ScannedInstance> scan_part10(std::string_view bytes, DatasetLimits const& limits, Pieces pieces) {
    Part10Scanner scanner{limits};
    if (auto fed = feed(scanner, bytes, pieces); !fed) return fail(fed.error());
    return scanner.finish();
}

std::string summary(Result<ScannedDataset> const& scanned) {
    return scanned ? summary_of(*scanned) : error_text(scanned.error());
}

std::string summary(Result<ScannedInstance> const& scanned) {
    if (!scanned) return error_text(scanned.error());
    std::ostringstream out;
    out << summary_of(scanned->dataset) << "\nmeta " << scanned->meta.sop_class << ' ' << scanned->meta.sop_instance
        << ' ' << scanned->meta.transfer_syntax << ' ' << scanned->meta.size << "\nsyntax " << scanned->transfer_syntax
        << ' ' << scanned->deflated << scanned->had_preamble << scanned->had_meta << scanned->known_transfer_syntax
        << scanned->transfer_syntax_disagrees << ' ' << scanned->range;
    return out.str();
}

}  // namespace cassette::testing
