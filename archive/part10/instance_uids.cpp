#include "archive/part10/instance_uids.h"

#include "storage/sha256.h"

#include <algorithm>
#include <cstdint>
#include <span>

namespace cassette {

namespace {

constexpr Tag study_tag{0x0020, 0x000D};
constexpr Tag series_tag{0x0020, 0x000E};
constexpr Tag instance_tag{0x0008, 0x0018};
constexpr Tag class_tag{0x0008, 0x0016};

// Divides a number of big-endian bytes by ten and gives the remainder.
char next_digit(std::span<std::uint8_t> number) {
    unsigned remainder = 0;
    for (auto& byte : number) {
        unsigned const value = remainder * 256 + byte;
        byte = static_cast<std::uint8_t>(value / 10);
        remainder = value % 10;
    }
    return static_cast<char>('0' + remainder);
}

template <class T>
Result<T> required(AttributeValues const& values, Tag tag) {
    auto uid = T::received(values[attribute_at(tag)]);
    if (!uid) return fail(ErrorCode::malformed, "missing or unusable UID " + to_hex(tag));
    return uid;
}

// Replaces a missing or unusable value.
void derive_if_missing(AttributeValues& values, Tag tag, std::string_view kind, std::string const& from) {
    auto& value = values[attribute_at(tag)];
    if (!is_usable_uid(value)) value = uid_derived_from(kind, from);
}

}  // namespace

std::string uid_derived_from(std::string_view kind, std::string const& uid) {
    constexpr std::size_t number_size = 16;
    std::string const seed = std::string{kind} + ':' + uid;
    auto bytes = sha256(std::as_bytes(std::span{seed})).bytes();
    auto const number = std::span{bytes}.first(number_size);
    auto const is_zero = [&] { return std::all_of(number.begin(), number.end(), [](auto byte) { return byte == 0; }); };
    std::string digits;
    do digits.insert(digits.begin(), next_digit(number));
    while (!is_zero());
    return "2.25." + digits;
}

Result<InstanceUIDs> place_instance(AttributeValues& values) {
    auto const instance = required<SOPInstanceUID>(values, instance_tag);
    if (!instance) return fail(instance.error());
    auto const sop_class = required<SOPClassUID>(values, class_tag);
    if (!sop_class) return fail(sop_class.error());

    bool const has_series = is_usable_uid(values[attribute_at(series_tag)]);
    bool const has_study = is_usable_uid(values[attribute_at(study_tag)]);
    auto const series_text = values[attribute_at(series_tag)];
    auto const study_text = values[attribute_at(study_tag)];
    derive_if_missing(values, study_tag, "study", has_series ? series_text : instance->str());
    derive_if_missing(values, series_tag, "series", has_study ? study_text : instance->str());

    auto const study = required<StudyInstanceUID>(values, study_tag);
    if (!study) return fail(study.error());
    auto const series = required<SeriesInstanceUID>(values, series_tag);
    if (!series) return fail(series.error());
    bool const conventional = is_valid_uid(study->str()) && is_valid_uid(series->str()) &&
        is_valid_uid(instance->str()) && is_valid_uid(sop_class->str());
    return InstanceUIDs{*study, *series, *instance, *sop_class, !has_series || !has_study, !conventional};
}

}  // namespace cassette
