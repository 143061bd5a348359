// object_fill FOLDER FIRST COUNT: so many studies of population.h as Part 10 files, for archives that have no index_fill.

#include "tests/bench/population.h"

#include <dcmtk/dcmdata/dcdict.h>
#include <dcmtk/dcmdata/dcfilefo.h>
#include <dcmtk/dcmdata/dcuid.h>

#include <charconv>
#include <cstdio>
#include <filesystem>
#include <string_view>

namespace cassette::bench {

namespace {

bool put(DcmDataset& dataset, char const* keyword, std::string const& value) {
    DcmTag tag;
    return DcmTag::findTagFromName(keyword, tag).good() && dataset.putAndInsertString(tag, value.c_str()).good();
}

bool write_study(std::filesystem::path const& folder, int number) {
    auto const made = made_study(number);
    DcmFileFormat file;
    auto& dataset = *file.getDataset();
    bool done = put(dataset, "SOPClassUID", UID_CTImageStorage) && put(dataset, "StudyInstanceUID", made.study) &&
        put(dataset, "SeriesInstanceUID", made.series) && put(dataset, "SOPInstanceUID", made.instance);
    for (auto const& [keyword, value] : made.values) done = done && put(dataset, std::string{keyword}.c_str(), value);
    return done && file.saveFile((folder / (made.instance + ".dcm")).c_str(), EXS_LittleEndianExplicit).good();
}

int number_in(std::string_view text) {
    int number = 0;
    (void)std::from_chars(text.data(), text.data() + text.size(), number);
    return number;
}

}  // namespace

}  // namespace cassette::bench

int main(int argc, char** argv) {
    using namespace cassette::bench;
    int const first = argc == 4 ? number_in(argv[2]) : 0;
    int const count = argc == 4 ? number_in(argv[3]) : 0;
    if (first < 1 || count < 1) {
        std::fputs("object_fill FOLDER FIRST COUNT\n", stderr);
        return 2;
    }
    std::filesystem::path const folder{argv[1]};
    std::filesystem::create_directories(folder);
    for (int number = first; number < first + count; ++number)
        if (!write_study(folder, number)) return 1;
    return 0;
}
