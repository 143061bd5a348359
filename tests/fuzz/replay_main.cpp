// Runs a fuzz target on every file of the folders on the command line, where there is no libFuzzer.

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <iterator>
#include <string>

extern "C" int LLVMFuzzerTestOneInput(std::uint8_t const* data, std::size_t size);

namespace {

void replay(std::filesystem::path const& file) {
    std::ifstream stream{file, std::ios::binary};
    std::string const bytes{std::istreambuf_iterator<char>{stream}, {}};
    LLVMFuzzerTestOneInput(reinterpret_cast<std::uint8_t const*>(bytes.data()), bytes.size());
}

}  // namespace

int main(int count, char** arguments) {
    std::size_t files = 0;
    for (int i = 1; i < count; ++i) {
        for (auto const& entry : std::filesystem::recursive_directory_iterator{arguments[i]}) {
            if (!entry.is_regular_file()) continue;
            replay(entry.path());
            ++files;
        }
    }
    std::cout << "replayed " << files << " files\n";
    // A corpus that is not found would pass without having tested anything.
    return files > 0 ? 0 : 1;
}
