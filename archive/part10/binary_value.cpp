#include "archive/part10/binary_value.h"

#include <algorithm>
#include <array>
#include <bit>
#include <charconv>

namespace cassette {

namespace {

constexpr std::array<BinaryVR, 9> binary_vrs{{
    {"US", BinaryForm::unsigned_integer, 2},
    {"UL", BinaryForm::unsigned_integer, 4},
    {"UV", BinaryForm::unsigned_integer, 8},
    {"SS", BinaryForm::signed_integer, 2},
    {"SL", BinaryForm::signed_integer, 4},
    {"SV", BinaryForm::signed_integer, 8},
    {"FL", BinaryForm::real, 4},
    {"FD", BinaryForm::real, 8},
    {"AT", BinaryForm::tag, 4},
}};

std::uint64_t number_in(std::string_view bytes, ByteOrder order) {
    std::uint64_t value = 0;
    for (std::size_t i = 0; i < bytes.size(); ++i) {
        auto const at = order == ByteOrder::big ? i : bytes.size() - 1 - i;
        value = value << 8U | static_cast<unsigned char>(bytes[at]);
    }
    return value;
}

// PS3.5 7.3: a tag is two numbers of 16 bits each.
std::uint64_t bits_of(BinaryVR const& vr, std::string_view bytes, ByteOrder order) {
    if (vr.form != BinaryForm::tag) return number_in(bytes, order);
    return number_in(bytes.substr(0, 2), order) | number_in(bytes.substr(2), order) << 16U;
}

template <class Number>
std::string decimal(Number number) {
    std::array<char, 32> digits;
    return {digits.data(), std::to_chars(digits.data(), digits.data() + digits.size(), number).ptr};
}

}  // namespace

BinaryVR const* binary_vr(std::string_view vr) {
    auto const* const found = std::ranges::find(binary_vrs, vr, &BinaryVR::vr);
    return found == binary_vrs.end() ? nullptr : found;
}

BinaryValue::BinaryValue(BinaryVR const& vr, std::string_view bytes, ByteOrder order)
    : vr_{vr}, bits_{bits_of(vr, bytes, order)} {}

std::int64_t BinaryValue::as_signed() const {
    auto const unused = 64 - 8 * vr_.size;
    return static_cast<std::int64_t>(bits_ << unused) >> unused;
}

float BinaryValue::as_float() const { return std::bit_cast<float>(static_cast<std::uint32_t>(bits_)); }
double BinaryValue::as_double() const { return std::bit_cast<double>(bits_); }

Tag BinaryValue::as_tag() const {
    return {static_cast<std::uint16_t>(bits_ & 0xFFFFU), static_cast<std::uint16_t>(bits_ >> 16U)};
}

std::string BinaryValue::text() const {
    switch (vr_.form) {
        case BinaryForm::unsigned_integer: return decimal(as_unsigned());
        case BinaryForm::signed_integer: return decimal(as_signed());
        case BinaryForm::real: return vr_.size == sizeof(float) ? decimal(as_float()) : decimal(as_double());
        case BinaryForm::tag: return to_hex(as_tag());
    }
    return {};
}

}  // namespace cassette
