#pragma once

#include <cstddef>
#include <filesystem>
#include <optional>
#include <string>
#include <vector>

namespace cassette::testing {

// What an independent reader, DCMTK, makes of a file. Absent values are empty.
struct DicomObject {
    std::filesystem::path path;
    std::string transfer_syntax;
    std::string sop_class;
    std::string study, series, instance;
    std::size_t dataset_offset = 0;  // where the data set begins, after File Meta

    // It can be stored: both UIDs of PS3.3 C.12.1 are there, if not as PS3.5 9.1 wants them.
    bool is_identified() const;
};

// nullopt when DCMTK cannot read it as a file with File Meta.
[[nodiscard]] std::optional<DicomObject> read_dicom_object(std::filesystem::path const& path);
// Where the data set begins in the bytes of a Part 10 file; 0 without File Meta (PS3.10 7.1).
[[nodiscard]] std::size_t dataset_offset(std::string_view file);
[[nodiscard]] std::string dataset_of(std::string_view file);

// The regular files below a folder, ordered by path.
[[nodiscard]] std::vector<std::filesystem::path> files_below(std::filesystem::path const& folder);
// The folder of public test objects beside the checkout, or nothing; a test that needs it says so.
[[nodiscard]] std::optional<std::filesystem::path> shared_data();

}  // namespace cassette::testing
