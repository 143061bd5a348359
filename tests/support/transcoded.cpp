#include "tests/support/transcoded.h"

#include "archive/pixels/transcode/frame_source.h"

#include <doctest/doctest.h>

namespace cassette::testing {

namespace {

InstanceLayout layout_of(SingleInstanceArchive const& holder) {
    auto layout = decode_layout(holder.layout());
    REQUIRE(layout);
    return *layout;
}

TransferSyntaxUID uid_of(std::string_view transfer_syntax) {
    auto uid = TransferSyntaxUID::parse(transfer_syntax);
    REQUIRE(uid);
    return *uid;
}

}  // namespace

Result<std::string> all_of(ByteStream& stream) {
    auto const length = stream.length();
    std::string all;
    for (;;) {
        auto piece = stream.next();
        if (!piece) return fail(piece.error());
        if (!*piece) break;
        all += **piece;
    }
    if (length) CHECK(*length == all.size());
    return all;
}

Result<std::string> transcoded(SingleInstanceArchive const& holder, std::string_view transfer_syntax) {
    auto const layout = layout_of(holder);
    StoredObject const object{holder.location(), layout};
    auto stream = transcoded_part10(holder.archive(), local_operator(), object, uid_of(transfer_syntax));
    if (!stream) return fail(stream.error());
    return all_of(**stream);
}

Result<std::string> transcoded(std::string_view part10, std::string_view transfer_syntax) {
    auto const holder = SingleInstanceArchive::holding(part10);
    if (!holder) return fail(holder.error());
    return transcoded(**holder, transfer_syntax);
}

Result<std::string> frame_in(SingleInstanceArchive const& holder, std::uint32_t number,
                             std::string_view transfer_syntax) {
    auto const layout = layout_of(holder);
    StoredObject const object{holder.location(), layout};
    auto const frame = transcoded_frame(holder.archive(), local_operator(), object, {number, uid_of(transfer_syntax)});
    if (!frame) return fail(frame.error());
    std::string bytes(static_cast<std::size_t>((*frame)->size()), '\0');
    if (auto read = (*frame)->read_at(0, std::as_writable_bytes(std::span{bytes})); !read) return fail(read.error());
    return bytes;
}

Result<std::string> decoded_cells(SingleInstanceArchive const& holder) {
    auto const layout = layout_of(holder);
    auto source = FrameSource::open(holder.archive(), local_operator(), {holder.location(), layout});
    if (!source) return fail(source.error());
    std::string cells;
    for (std::uint32_t number = 1; number <= layout.pixels.frames; ++number) {
        auto const frame = source->load(number);
        if (!frame) return fail(frame.error());
        cells.append(frame->bytes, 0, static_cast<std::size_t>(native_frame_bytes(frame->description)));
    }
    return cells;
}

Result<std::string> decoded_cells(std::string_view part10) {
    auto const holder = SingleInstanceArchive::holding(part10);
    if (!holder) return fail(holder.error());
    return decoded_cells(**holder);
}

std::vector<std::string> obtainable(SingleInstanceArchive const& holder) {
    auto const layout = layout_of(holder);
    std::vector<std::string> uids;
    for (auto const& uid : obtainable_syntaxes(holder.archive(), local_operator(), {holder.location(), layout}))
        uids.push_back(uid.str());
    return uids;
}

}  // namespace cassette::testing
