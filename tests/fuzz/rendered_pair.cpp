#include "tests/fuzz/rendered_pair.h"

#include "archive/part10/file_meta.h"
#include "tools/generate/element_writer.h"

#include <dcmtk/oflog/oflog.h>

#include <cstdlib>

namespace cassette::testing {

namespace {

constexpr std::string_view ct_image_storage = "1.2.840.10008.5.1.4.1.1.2";
constexpr std::string_view explicit_little_endian = "1.2.840.10008.1.2.1";
constexpr std::uint16_t columns = 8;
constexpr std::uint16_t rows = 6;
constexpr std::uint32_t frames = 3;

void require(bool holds) {
    if (!holds) std::abort();
}

bool quiet() {
    static bool const done = [] {
        OFLog::configure(OFLogger::OFF_LOG_LEVEL);
        return true;
    }();
    return done;
}

// Twelve bits, every value another.
std::string cells() {
    std::string bytes;
    for (std::uint32_t i = 0; i < frames * rows * columns; ++i) {
        auto const value = i * 28 + 7;
        bytes += static_cast<char>(value & 0xFFU);
        bytes += static_cast<char>(value >> 8);
    }
    return bytes;
}

std::string image(std::string_view series, std::string_view instance) {
    generate::ElementWriter writer{generate::Encoding::explicit_little_endian};
    writer.text({0x0008, 0x0016}, "UI", ct_image_storage);
    writer.text({0x0008, 0x0018}, "UI", instance);
    writer.text({0x0008, 0x0060}, "CS", "CT");
    writer.text({0x0020, 0x000D}, "UI", "1.2.3");
    writer.text({0x0020, 0x000E}, "UI", series);
    writer.text({0x0020, 0x0032}, "DS", "0\\0\\0");
    writer.text({0x0020, 0x0037}, "DS", "1\\0\\0\\0\\1\\0");
    writer.text({0x0020, 0x0052}, "UI", "1.2.3.9");
    writer.unsigned_short({0x0028, 0x0002}, 1);
    writer.text({0x0028, 0x0004}, "CS", "MONOCHROME2");
    writer.text({0x0028, 0x0008}, "IS", std::to_string(frames));
    writer.unsigned_short({0x0028, 0x0010}, rows);
    writer.unsigned_short({0x0028, 0x0011}, columns);
    writer.text({0x0028, 0x0030}, "DS", "1\\1");
    writer.unsigned_short({0x0028, 0x0100}, 16);
    writer.unsigned_short({0x0028, 0x0101}, 12);
    writer.unsigned_short({0x0028, 0x0102}, 11);
    writer.unsigned_short({0x0028, 0x0103}, 0);
    writer.bytes({0x7FE0, 0x0010}, "OW", cells());
    return writer.take();
}

InstanceLocation added(ObjectsInMemory& objects, std::string_view data_set) {
    auto location = add_data_set(objects, data_set);
    require(location.has_value());
    return *std::move(location);
}

// PNG's first chunk: eight bytes, a length, "IHDR", then width and height (ISO/IEC 15948 11.2.2).
std::uint32_t big_endian_at(std::string_view bytes, std::size_t at) {
    std::uint32_t value = 0;
    for (std::size_t i = 0; i < 4; ++i) value = value << 8 | static_cast<unsigned char>(bytes[at + i]);
    return value;
}

}  // namespace

InstanceLocation add_grey_image(ObjectsInMemory& objects) {
    static std::string const data_set = image("1.2.3.1", "1.2.3.1.1");
    return added(objects, data_set);
}

InstanceLocation add_other_image(ObjectsInMemory& objects) {
    static std::string const data_set = image("1.2.3.2", "1.2.3.2.1");
    return added(objects, data_set);
}

std::optional<InstanceLocation> add_data_set(ObjectsInMemory& objects, std::string_view data_set) {
    require(quiet());
    auto file = make_file_prefix(std::string{ct_image_storage}, "1.2.3", std::string{explicit_little_endian});
    file += data_set;
    auto location = objects.add(file);
    return location ? std::optional{*std::move(location)} : std::nullopt;
}

void check_picture(ObjectsInMemory const& objects, InstanceLocation const& location, RenderRequest const& request) {
    auto const picture = rendered(objects.archive(), local_operator(), location, request);
    if (!picture) {
        using enum ErrorCode;
        auto const code = picture.error().code;
        return require(code == not_acceptable || code == too_large || code == malformed || code == not_found);
    }
    require((*picture)->size() > 24);
    std::string start(24, '\0');
    require((*picture)->read_at(0, std::as_writable_bytes(std::span{start})).has_value());
    auto const width = big_endian_at(start, 16);
    auto const height = big_endian_at(start, 20);
    require(start.substr(1, 3) == "PNG" && width > 0 && height > 0);
    require(width <= request.viewport->width && height <= request.viewport->height);
}

}  // namespace cassette::testing
