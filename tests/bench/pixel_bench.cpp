// pixel_bench WORKLOAD WHO WHAT: how fast frames are decoded and rendered, by us and by the bare libraries, on one thread.
// Prints one number. tools/bench calls it for each run, so that the two take turns.

#include "archive/part10/header.h"
#include "archive/pixels/render.h"
#include "archive/pixels/stored_frame.h"
#include "tests/bench/bare_libraries.h"
#include "tests/bench/sample_objects.h"
#include "tests/support/single_instance_archive.h"

#include <array>
#include <chrono>
#include <cstdio>
#include <functional>
#include <optional>

namespace cassette::bench {

namespace {

using testing::SingleInstanceArchive;

constexpr std::chrono::milliseconds measured_for{250};
constexpr std::uint32_t thumbnail_width = 256;

struct Codec {
    std::string_view name;
    char const* transfer_syntax;
    bool (*bare)(std::string const&);  // of the stream, or the whole file where only DCMTK can read it
    bool whole_file;
};

constexpr std::array<Codec, 8> codecs{{
    {"native", "1.2.840.10008.1.2.1", decode_by_dcmtk, true},
    {"deflated", "1.2.840.10008.1.2.1.99", decode_by_dcmtk, true},
    {"rle", "1.2.840.10008.1.2.5", decode_by_dcmtk, true},
    {"jpeg-baseline", "1.2.840.10008.1.2.4.50", decode_by_libjpeg, false},
    {"jpeg-lossless", "1.2.840.10008.1.2.4.70", decode_by_dcmtk, true},
    {"jpeg-ls", "1.2.840.10008.1.2.4.80", decode_by_dcmtk, true},
    {"jpeg-2000", "1.2.840.10008.1.2.4.90", decode_by_openjpeg, false},
    {"htj2k", "1.2.840.10008.1.2.4.202", decode_by_openjpeg, false},
}};

Codec const* find_codec(std::string_view name) {
    for (auto const& codec : codecs)
        if (codec.name == name) return &codec;
    return nullptr;
}

std::unique_ptr<SingleInstanceArchive> holding(std::string const& part10) {
    auto held = SingleInstanceArchive::holding(part10);
    return held ? std::move(*held) : nullptr;
}

// JPEG Baseline has room for eight bits.
std::string sample_in(Codec const& codec) {
    return in_transfer_syntax(codec.name == "jpeg-baseline" ? eight_bits() : ct_slice(), codec.transfer_syntax);
}

// Repetitions a second; nullopt when one fails.
std::optional<double> rate_of(std::function<bool()> const& once) {
    using Clock = std::chrono::steady_clock;
    if (!once()) return std::nullopt;  // warms up
    auto const begun = Clock::now();
    int repetitions = 0;
    while (Clock::now() - begun < measured_for) {
        if (!once()) return std::nullopt;
        ++repetitions;
    }
    return repetitions / std::chrono::duration<double>(Clock::now() - begun).count();
}

std::string first_frame(SingleInstanceArchive const& held, InstanceLayout const& layout) {
    auto const ranges = frame_bytes(held.archive(), local_operator(), held.location(), layout, 1);
    auto bytes = ranges ? read_all(ranges->front()) : Result<std::string>{fail(ranges.error())};
    return bytes ? std::move(*bytes) : std::string{};
}

std::optional<double> decode_ours(SingleInstanceArchive const& held, InstanceLayout const& layout) {
    auto const principal = local_operator();
    auto const blob = open_part10(held.archive(), principal, held.location());
    if (!blob) return std::nullopt;
    auto const header = read_header(**blob, held.archive().settings.limits);
    if (!header) return std::nullopt;
    ObjectInArchive const object{held.archive(), principal, held.location(), layout};
    return rate_of([&] { return load_frame(object, **header, 1).has_value(); });
}

// Megapixels a second.
std::optional<double> decode(std::string_view who, std::string_view what) {
    auto const* const codec = find_codec(what);
    if (codec == nullptr) return std::nullopt;
    auto const part10 = sample_in(*codec);
    auto const held = holding(part10);
    if (!held) return std::nullopt;
    auto const layout = decode_layout(held->layout());
    if (!layout) return std::nullopt;
    auto const stream = codec->whole_file ? part10 : first_frame(*held, *layout);
    auto const rate = who == "ours" ? decode_ours(*held, *layout) : rate_of([&] { return codec->bare(stream); });
    return rate ? std::optional{*rate * 512 * 512 / 1e6} : std::nullopt;
}

std::optional<double> render_rate(std::string const& part10, RenderRequest const& request) {
    auto const held = holding(part10);
    if (!held) return std::nullopt;
    return rate_of([&] { return rendered(held->archive(), local_operator(), held->location(), request).has_value(); });
}

// Megapixels a second, decoded and made a PNG of.
std::optional<double> render(std::string_view what) {
    auto const* const codec = find_codec(what);
    if (codec == nullptr) return std::nullopt;
    auto const part10 = sample_in(*codec);
    auto const rate = render_rate(part10, {.type = RenderedType::png});
    return rate ? std::optional{*rate * 512 * 512 / 1e6} : std::nullopt;
}

// Milliseconds a slice.
std::optional<double> slice(std::string_view who) {
    auto const part10 = ct_slice();
    auto const rate = who == "ours" ? render_rate(part10, {.type = RenderedType::png})
                                    : rate_of([&] { return png_by_dcmtk(part10); });
    return rate ? std::optional{1000 / *rate} : std::nullopt;
}

// Milliseconds a picture.
std::optional<double> thumbnail(std::string_view who, std::string_view what) {
    auto const dash = what.find('/');
    auto const* const codec = dash == std::string_view::npos ? nullptr : find_codec(what.substr(dash + 1));
    if (codec == nullptr) return std::nullopt;
    auto const part10 = in_transfer_syntax(what.substr(0, dash) == "ct" ? ct_slice() : x_ray(), codec->transfer_syntax);
    RenderRequest const request{.viewport = Viewport{thumbnail_width, thumbnail_width}, .purpose = Purpose::thumbnail};
    auto const rate = who == "ours" ? render_rate(part10, request)
                                    : rate_of([&] { return thumbnail_by_dcmtk(part10, thumbnail_width); });
    return rate ? std::optional{1000 / *rate} : std::nullopt;
}

std::optional<double> measure(std::string_view workload, std::string_view who, std::string_view what) {
    if (workload == "decode") return decode(who, what);
    if (workload == "render") return render(what);
    if (workload == "slice") return slice(who);
    if (workload == "thumbnail") return thumbnail(who, what);
    return std::nullopt;
}

}  // namespace

}  // namespace cassette::bench

int main(int argc, char** argv) {
    if (argc != 4) {
        std::fputs("pixel_bench decode|render|slice|thumbnail ours|bare CODEC|ct/CODEC|x-ray/CODEC\n", stderr);
        return 2;
    }
    auto const number = cassette::bench::measure(argv[1], argv[2], argv[3]);
    if (!number) return 1;
    std::printf("%.4f\n", *number);
    return 0;
}
