#include "archive/retrieve/retrieve.h"

#include "archive/retrieve/inflated_range.h"
#include "storage/memory_blob.h"

#include <optional>

namespace cassette {

namespace {

// What one request may hold in memory of an object that cannot be served from its file as it lies there.
constexpr std::uint64_t in_memory_max = std::uint64_t{1} << 30;

Result<std::string> read_range(Blob const& blob, ByteRange range) {
    if (range.length > in_memory_max) return fail(ErrorCode::too_large, "a value to be held in memory");
    std::string bytes(static_cast<std::size_t>(range.length), '\0');
    if (auto got = blob.read_at(range.offset, std::as_writable_bytes(std::span{bytes})); !got) return fail(got.error());
    return bytes;
}

BlobRange in_memory(std::string bytes) {
    ByteRange const whole{0, bytes.size()};
    return {std::make_shared<MemoryBlob>(std::move(bytes)), whole};
}

// A range as it lies in the file, or inflated.
Result<BlobRange> stored_range(std::shared_ptr<Blob const> blob, InstanceLayout const& layout, ByteRange range) {
    if (!layout.deflated) return BlobRange{std::move(blob), range};
    if (range.length > in_memory_max) return fail(ErrorCode::too_large, "a value to be held in memory");
    auto bytes = inflated_range(*blob, layout.dataset, range);
    if (!bytes) return fail(bytes.error());
    return in_memory(std::move(*bytes));
}

// PS3.5 8.1.1: bits fill bytes from the least significant one, and frames follow each other without padding.
std::string shifted_bits(std::string const& bytes, unsigned shift, std::uint64_t bits) {
    std::string shifted(static_cast<std::size_t>((bits + 7) / 8), '\0');
    for (std::size_t i = 0; i < shifted.size(); ++i) {
        unsigned const low = static_cast<unsigned char>(bytes[i]);
        unsigned const high = i + 1 < bytes.size() ? static_cast<unsigned char>(bytes[i + 1]) : 0U;
        shifted[i] = static_cast<char>(((low | (high << 8)) >> shift) & 0xFFU);
    }
    if (auto const used = bits % 8; used != 0)
        shifted.back() = static_cast<char>(static_cast<unsigned char>(shifted.back()) & ((1U << used) - 1U));
    return shifted;
}

Result<BlobRange> frame_off_bytes(std::shared_ptr<Blob const> blob, InstanceLayout const& layout,
                                  std::uint32_t number) {
    auto const& pixels = layout.pixels;
    std::uint64_t const first_bit = (number - std::uint64_t{1}) * pixels.frame_bits;
    std::uint64_t const first_byte = first_bit / 8;
    std::uint64_t const end_byte = (first_bit + pixels.frame_bits + 7) / 8;
    if (end_byte > pixels.value.length) return fail(ErrorCode::not_found, "the pixel data end before this frame");
    auto const range = stored_range(std::move(blob), layout, {pixels.value.offset + first_byte, end_byte - first_byte});
    if (!range) return fail(range.error());
    auto bytes = read_range(*range->blob, range->range);
    if (!bytes) return fail(bytes.error());
    return in_memory(shifted_bits(*bytes, static_cast<unsigned>(first_bit % 8), pixels.frame_bits));
}

std::optional<ByteRange> bulk_range(InstanceLayout const& layout, std::string_view path) {
    for (auto const& value : layout.bulk)
        if (value.path == path) return value.range;
    auto const& pixels = layout.pixels;
    if (pixels.encoding == PixelEncoding::native && path == to_hex(pixels.tag)) return pixels.value;
    // The bit stream of a single frame is all there is to encapsulated Pixel Data without its items.
    bool const one_fragment = pixels.encoding == PixelEncoding::encapsulated && pixels.fragments.size() == 1;
    if (one_fragment && path == to_hex(pixels.tag)) return pixels.fragments.front();
    return std::nullopt;
}

Failure nothing_there() { return fail(ErrorCode::not_found, "no such instance"); }

}  // namespace

Result<std::vector<InstanceLocation>> locate(Archive const& archive, Principal const&, RetrieveScope const& scope) {
    std::vector<InstanceLocation> locations;
    auto const keep = [&](InstanceLocation const& location) -> Result<void> {
        locations.push_back(location);
        return {};
    };
    if (auto located = archive.index.locate(scope, keep); !located) return fail(located.error());
    if (locations.empty()) return nothing_there();
    return locations;
}

Result<InstanceLocation> locate_instance(Archive const& archive, Principal const& principal,
                                         RetrieveScope const& scope) {
    auto locations = locate(archive, principal, scope);
    if (!locations) return fail(locations.error());
    return std::move(locations->front());
}

std::optional<std::uint64_t> study_stamp(Archive const& archive, Principal const&, StudyInstanceUID const& study) {
    return archive.index.stamp(study);
}

Result<std::shared_ptr<Blob const>> open_part10(Archive const& archive, Principal const&,
                                                InstanceLocation const& location) {
    auto blob = archive.blobs.open(location.blob);
    if (blob && (*blob)->size() != location.size)
        return fail(ErrorCode::internal, "the stored object is not as long as what was stored");
    return blob;
}

Result<InstanceLayout> layout_of(Archive const& archive, Principal const&, InstanceLocation const& location) {
    auto const derived = archive.index.derived(location.version_key);
    if (!derived) return fail(derived.error());
    return decode_layout(derived->layout);
}

Result<std::vector<BlobRange>> frame_bytes(Archive const& archive, Principal const& principal,
                                           InstanceLocation const& location, InstanceLayout const& layout,
                                           std::uint32_t number) {
    auto const ranges = frame_ranges(layout, number);
    bool const off_bytes = !ranges && ranges.error().code == ErrorCode::not_acceptable;
    if (!ranges && !off_bytes) return fail(ranges.error());
    auto const blob = open_part10(archive, principal, location);
    if (!blob) return fail(blob.error());
    if (off_bytes) {
        auto frame = frame_off_bytes(*blob, layout, number);
        if (!frame) return fail(frame.error());
        return std::vector<BlobRange>{std::move(*frame)};
    }
    std::vector<BlobRange> pieces;
    for (auto const& range : *ranges) {
        auto piece = stored_range(*blob, layout, range);
        if (!piece) return fail(piece.error());
        pieces.push_back(std::move(*piece));
    }
    return pieces;
}

Result<BlobRange> bulk_bytes(Archive const& archive, Principal const& principal, InstanceLocation const& location,
                             InstanceLayout const& layout, std::string_view path) {
    auto const range = bulk_range(layout, path);
    if (!range) return fail(ErrorCode::not_found, "no such bulk data");
    auto const blob = open_part10(archive, principal, location);
    if (!blob) return fail(blob.error());
    return stored_range(*blob, layout, *range);
}

Result<void> metadata(Archive const& archive, Principal const&, RetrieveScope const& scope,
                      Index::MetadataSink const& sink) {
    bool any = false;
    auto const pass_on = [&](InstanceLocation const& location, DeflatedText const& text) {
        any = true;
        return sink(location, text);
    };
    if (auto told = archive.index.metadata(scope, pass_on); !told) return told;
    return any ? Result<void>{} : nothing_there();
}

}  // namespace cassette
