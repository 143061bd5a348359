// index_fill FILE STUDIES: an index of the first so many studies of population.h, without objects behind them.

#include "archive/part10/deflated_text.h"
#include "archive/part10/instance_layout.h"
#include "schema/attribute.h"
#include "storage/sha256.h"
#include "storage/sqlite_index.h"
#include "tests/bench/population.h"

#include <atomic>
#include <charconv>
#include <cstdio>
#include <span>
#include <string_view>
#include <thread>
#include <vector>

namespace cassette::bench {

namespace {

// As many wait at the same moment as a transaction takes.
constexpr int together = 512;

InstanceRecord record_of(int number) {
    static DeflatedText const no_metadata = deflate_text("{}");
    static std::string const no_layout = encode_layout({});
    auto const made = made_study(number);
    InstanceRecord record{*StudyInstanceUID::parse(made.study),
                          *SeriesInstanceUID::parse(made.series),
                          *SOPInstanceUID::parse(made.instance),
                          *SOPClassUID::parse("1.2.840.10008.5.1.4.1.1.2"),
                          *TransferSyntaxUID::parse("1.2.840.10008.1.2.1"),
                          AttributeValues(attributes().size()),
                          sha256(std::as_bytes(std::span{made.instance})),
                          1000,
                          1'700'000'000'000'000'000,
                          "bench",
                          no_layout,
                          no_metadata};
    for (auto const& [keyword, value] : made.values) record.values[*find_attribute(keyword)] = value;
    return record;
}

bool fill(Index& index, int studies) {
    std::atomic<int> next = 1;
    std::atomic<bool> failed = false;
    auto const work = [&] {
        for (int number = next++; number <= studies && !failed; number = next++)
            if (!index.commit(record_of(number), OnDuplicate::supersede)) failed = true;
    };
    std::vector<std::jthread> threads;
    for (int i = 0; i < together; ++i) threads.emplace_back(work);
    threads.clear();
    return !failed;
}

}  // namespace

}  // namespace cassette::bench

int main(int argc, char** argv) {
    using namespace cassette;
    int studies = 0;
    if (argc == 3) (void)std::from_chars(argv[2], argv[2] + std::string_view{argv[2]}.size(), studies);
    if (studies < 1) {
        std::fputs("index_fill FILE STUDIES\n", stderr);
        return 2;
    }
    auto const index = open_sqlite_index(argv[1], {.batch_max = bench::together});
    return index && bench::fill(**index, studies) ? 0 : 1;
}
