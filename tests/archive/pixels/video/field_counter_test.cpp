#include "archive/pixels/video/field_counter.h"

#include <doctest/doctest.h>

#include <cstring>
#include <initializer_list>
#include <string>

namespace cassette::video {

namespace {

struct FreePacket {
    void operator()(AVPacket* packet) const noexcept { av_packet_free(&packet); }
};
using Packet = std::unique_ptr<AVPacket, FreePacket>;

// A unit behind its start code, written bit by bit: ITU-T H.264 7.2 and 9.1.
class Unit {
public:
    explicit Unit(unsigned char kind) : bytes_{std::string{"\0\0\1", 3} + static_cast<char>(kind)} {}
    Unit& bits(unsigned value, unsigned count) {
        for (unsigned i = count; i > 0; --i) bit(value >> (i - 1) & 1U);
        return *this;
    }
    Unit& exp_golomb(unsigned value) {
        unsigned length = 1;
        while ((value + 1) >> length != 0) ++length;
        return bits(0, length - 1).bits(value + 1, length);
    }
    std::string end() {
        bit(1);
        while (used_ != 0) bit(0);
        return bytes_;
    }

private:
    void bit(unsigned value) {
        if (used_ == 0) bytes_.push_back('\0');
        bytes_.back() = static_cast<char>(static_cast<unsigned char>(bytes_.back()) | value << (7 - used_));
        used_ = (used_ + 1) % 8;
    }
    std::string bytes_;
    unsigned used_ = 0;  // bits of the last byte
};

// Main profile, 64 by 64, fields allowed.
std::string parameter_sets() {
    Unit sequence{0x67};
    sequence.bits(77, 8).bits(0, 8).bits(30, 8).exp_golomb(0).exp_golomb(0).exp_golomb(2).exp_golomb(1).bits(0, 1);
    sequence.exp_golomb(3).exp_golomb(1).bits(0, 1).bits(0, 1).bits(1, 1).bits(0, 1).bits(0, 1);
    Unit picture{0x68};
    picture.exp_golomb(0).exp_golomb(0).bits(0, 2).exp_golomb(0).exp_golomb(0).exp_golomb(0).bits(0, 3);
    picture.exp_golomb(0).exp_golomb(0).exp_golomb(0).bits(0, 3);
    return sequence.end() + picture.end();
}

enum class Structure { frame, top, bottom };

// The header of a slice of I macroblocks.
std::string slice(Structure structure) {
    bool const is_idr = structure != Structure::bottom;
    Unit header{static_cast<unsigned char>(is_idr ? 0x65 : 0x61)};
    header.exp_golomb(0).exp_golomb(7).exp_golomb(0).bits(0, 4).bits(structure != Structure::frame, 1);
    if (structure != Structure::frame) header.bits(structure == Structure::bottom, 1);
    if (is_idr) header.exp_golomb(0).bits(0, 2);
    if (!is_idr) header.bits(0, 1);
    return header.exp_golomb(0).bits(0x5A5A, 16).end();
}

std::uint64_t fields_of(FieldCounter& counter, std::string const& bytes) {
    Packet const packet{av_packet_alloc()};
    REQUIRE(packet);
    REQUIRE(av_new_packet(packet.get(), static_cast<int>(bytes.size())) == 0);
    std::memcpy(packet->data, bytes.data(), bytes.size());
    return counter.fields_of(*packet);
}

FieldCounter counter_of(AVCodecID coding) {
    av_log_set_level(AV_LOG_QUIET);
    AVCodecParameters parameters{};
    parameters.codec_type = AVMEDIA_TYPE_VIDEO;
    parameters.codec_id = coding;
    auto counter = FieldCounter::start(parameters, coding);
    REQUIRE(counter);
    return std::move(*counter);
}

}  // namespace

TEST_CASE("a coded picture of H.264 is a frame or one field of it (ITU-T H.264 7.4.3)") {
    auto counter = counter_of(AV_CODEC_ID_H264);
    CHECK(fields_of(counter, parameter_sets() + slice(Structure::frame)) == 2);
    CHECK(fields_of(counter, parameter_sets() + slice(Structure::top)) == 1);
    CHECK(fields_of(counter, slice(Structure::bottom)) == 1);
    CHECK(fields_of(counter, slice(Structure::frame)) == 2);
    CHECK(fields_of(counter, "no unit at all") == 2);
}

TEST_CASE("whatever else there is comes in frames") {
    for (auto const coding : {AV_CODEC_ID_MPEG2VIDEO, AV_CODEC_ID_HEVC}) {
        auto counter = counter_of(coding);
        CHECK(fields_of(counter, slice(Structure::top)) == 2);
    }
}

}  // namespace cassette::video
