// index_fill FILE STUDIES: an index of so many studies, one instance each, of people who do not exist; the same each time.

#include "archive/part10/deflated_text.h"
#include "archive/part10/instance_layout.h"
#include "schema/attribute.h"
#include "storage/sha256.h"
#include "storage/sqlite_index.h"

#include <array>
#include <atomic>
#include <charconv>
#include <cstdio>
#include <span>
#include <thread>
#include <utility>
#include <vector>

namespace cassette::bench {

namespace {

constexpr std::array<std::string_view, 20> syllables{"ba", "ren", "to", "mil", "sa", "dor", "ke", "lin", "vo", "gar",
                                                     "ni", "hel", "po", "wes", "ra", "tun", "fe", "bor", "ju", "mar"};
constexpr std::array<std::string_view, 5> bodies{"Head", "Thorax", "Abdomen", "Knee", "Spine"};
constexpr std::array<std::string_view, 5> modality_of{"CT", "MR", "CR", "US", "XA"};

// A word of so many syllables; equal numbers give equal words.
std::string word(std::uint64_t number, int count) {
    std::string made;
    for (int i = 0; i < count; ++i, number /= syllables.size()) made += syllables[number % syllables.size()];
    made[0] = static_cast<char>(made[0] - 'a' + 'A');
    return made;
}

// One of the days of 28-day months, from 2000 on.
std::string day(std::uint64_t number) {
    char text[16];
    std::snprintf(text, sizeof text, "%04u%02u%02u", static_cast<unsigned>(2000 + number / 336 % 25),
                  static_cast<unsigned>(number / 28 % 12 + 1), static_cast<unsigned>(number % 28 + 1));
    return text;
}

using Values = std::vector<std::pair<std::string_view, std::string>>;  // by keyword

Values values_of(int number) {
    auto const mixed = static_cast<std::uint64_t>(number) * 2654435761U;
    return {{"PatientName", word(mixed >> 3, 3) + '^' + word(mixed >> 17, 2)},
            {"PatientID", "P" + std::to_string(number)},
            {"PatientBirthDate", day(mixed >> 9)},
            {"AccessionNumber", "A" + std::to_string(number)},
            {"StudyDate", day(mixed >> 5)},
            {"StudyDescription", std::string{bodies[mixed % bodies.size()]}},
            {"Modality", std::string{modality_of[(mixed >> 7) % modality_of.size()]}}};
}

InstanceRecord record_of(int number) {
    static DeflatedText const no_metadata = deflate_text("{}");
    static std::string const no_layout = encode_layout({});
    auto const text = std::to_string(number);
    InstanceRecord record{*StudyInstanceUID::parse("1.2.3.1." + text),
                          *SeriesInstanceUID::parse("1.2.3.2." + text),
                          *SOPInstanceUID::parse("1.2.3.3." + text),
                          *SOPClassUID::parse("1.2.840.10008.5.1.4.1.1.2"),
                          *TransferSyntaxUID::parse("1.2.840.10008.1.2.1"),
                          AttributeValues(attributes().size()),
                          sha256(std::as_bytes(std::span{text})),
                          1000,
                          1'700'000'000'000'000'000,
                          "bench",
                          no_layout,
                          no_metadata};
    for (auto const& [keyword, value] : values_of(number)) record.values[*find_attribute(keyword)] = value;
    return record;
}

bool fill(Index& index, int studies) {
    // As many wait at the same moment as a transaction takes.
    constexpr int writers = 64;
    std::atomic<int> next = 1;
    std::atomic<bool> failed = false;
    auto const work = [&] {
        for (int number = next++; number <= studies && !failed; number = next++)
            if (!index.commit(record_of(number), OnDuplicate::supersede)) failed = true;
    };
    std::vector<std::jthread> threads;
    for (int i = 0; i < writers; ++i) threads.emplace_back(work);
    threads.clear();
    return !failed;
}

}  // namespace

}  // namespace cassette::bench

int main(int argc, char** argv) {
    int studies = 0;
    if (argc == 3) (void)std::from_chars(argv[2], argv[2] + std::string_view{argv[2]}.size(), studies);
    if (studies < 1) {
        std::fputs("index_fill FILE STUDIES\n", stderr);
        return 2;
    }
    auto const index = cassette::open_sqlite_index(argv[1]);
    return index && cassette::bench::fill(**index, studies) ? 0 : 1;
}
