#include "tests/support/dicom_object.h"

#include "schema/uid.h"

#include <dcmtk/dcmdata/dctk.h>

#include <algorithm>
#include <cstdint>
#include <fstream>

namespace cassette::testing {

namespace {

// The value of a UI element. One whose VR was lost on the way (UN) has the same bytes, PS3.5 6.2.2.
std::string uid(DcmItem& item, DcmTagKey const& tag) {
    DcmElement* element = nullptr;
    if (item.findAndGetElement(tag, element).bad()) return {};
    if (element->ident() == EVR_UI) {
        OFString value;
        if (element->getOFString(value, 0).bad()) return {};
        return {value.c_str(), value.length()};
    }
    Uint8* bytes = nullptr;
    if (element->getUint8Array(bytes).bad() || bytes == nullptr) return {};
    std::string const value{reinterpret_cast<char const*>(bytes), element->getLength()};
    return std::string{without_uid_padding(value)};
}

// As much as File Meta can be; the objects of tests may be larger than memory.
std::string head_of(std::filesystem::path const& path) {
    std::string head(64 * 1024, '\0');
    std::ifstream stream{path, std::ios::binary};
    stream.read(head.data(), static_cast<std::streamsize>(head.size()));
    head.resize(static_cast<std::size_t>(stream.gcount()));
    return head;
}

std::uint32_t little_endian(std::string_view bytes) {
    std::uint32_t value = 0;
    for (auto i = bytes.size(); i > 0; --i) value = value << 8 | static_cast<unsigned char>(bytes[i - 1]);
    return value;
}

}  // namespace

bool DicomObject::is_identified() const { return is_usable_uid(sop_class) && is_usable_uid(instance); }

std::optional<DicomObject> read_dicom_object(std::filesystem::path const& path) {
    OFLog::configure(OFLogger::OFF_LOG_LEVEL);  // it complains of what the tests are made of
    DcmFileFormat format;
    constexpr Uint32 values_longer_stay_in_the_file = 4096;
    auto const loaded = format.loadFile(path.c_str(), EXS_Unknown, EGL_noChange, values_longer_stay_in_the_file);
    if (loaded.bad()) return std::nullopt;
    auto& dataset = *format.getDataset();
    DicomObject object;
    object.path = path;
    object.transfer_syntax = uid(*format.getMetaInfo(), DCM_TransferSyntaxUID);
    object.sop_class = uid(dataset, DCM_SOPClassUID);
    object.study = uid(dataset, DCM_StudyInstanceUID);
    object.series = uid(dataset, DCM_SeriesInstanceUID);
    object.instance = uid(dataset, DCM_SOPInstanceUID);
    object.dataset_offset = dataset_offset(head_of(path));
    return object;
}

std::size_t dataset_offset(std::string_view file) {
    if (file.size() < 132 || file.substr(128, 4) != "DICM") return 0;
    std::size_t at = 132;
    // File Meta is in explicit VR little endian, and ends where group 2 ends.
    while (at + 12 <= file.size() && little_endian(file.substr(at, 2)) == 0x0002) {
        auto const vr = file.substr(at + 4, 2);
        bool const is_long = vr == "OB" || vr == "UN" || vr == "UT" || vr == "OW" || vr == "SQ";
        auto const length = is_long ? little_endian(file.substr(at + 8, 4)) : little_endian(file.substr(at + 6, 2));
        at += (is_long ? 12 : 8) + length;
    }
    return std::min(at, file.size());
}

std::string dataset_of(std::string_view file) { return std::string{file.substr(dataset_offset(file))}; }

std::vector<std::filesystem::path> files_below(std::filesystem::path const& folder) {
    std::vector<std::filesystem::path> files;
    for (auto const& entry : std::filesystem::recursive_directory_iterator{folder}) {
        if (entry.is_regular_file()) files.push_back(entry.path());
    }
    std::ranges::sort(files);
    return files;
}

std::optional<std::filesystem::path> shared_data() {
    auto const folder = std::filesystem::path{CASSETTE_SOURCE_DIR} / ".." / "shared" / "data";
    if (!std::filesystem::is_directory(folder)) return std::nullopt;
    return folder;
}

}  // namespace cassette::testing
