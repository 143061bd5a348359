// File Meta | File-set ID | first root record (4) | last root record (4) | consistency | Directory Record Sequence
//   record = item: next record (4) | in use | first lower record (4) | type | File ID, UIDs | keys
// Records are written depth first; an offset counts from the file's first byte to an item's tag, 0 is none.

#include "archive/retrieve/dicomdir.h"

#include "archive/part10/deflated_text.h"
#include "archive/part10/file_meta.h"
#include "archive/part10/instance_uids.h"
#include "archive/retrieve/directory_record.h"
#include "archive/retrieve/json_element.h"
#include "archive/retrieve/retrieve.h"
#include "schema/uid.h"

#include <boost/json/parse.hpp>

#include <algorithm>
#include <cstdint>
#include <cstdio>
#include <map>
#include <optional>
#include <utility>

namespace cassette {

namespace {

constexpr Tag file_set_id{0x0004, 0x1130};
constexpr Tag first_root_record{0x0004, 0x1200};
constexpr Tag last_root_record{0x0004, 0x1202};
constexpr Tag consistency_flag{0x0004, 0x1212};
constexpr Tag record_sequence{0x0004, 0x1220};
constexpr Tag next_record{0x0004, 0x1400};
constexpr Tag in_use_flag{0x0004, 0x1410};
constexpr Tag lower_record{0x0004, 0x1420};
constexpr Tag record_type{0x0004, 0x1430};
constexpr Tag referenced_file_id{0x0004, 0x1500};
constexpr Tag referenced_sop_class{0x0004, 0x1510};
constexpr Tag referenced_sop_instance{0x0004, 0x1511};
constexpr Tag referenced_transfer_syntax{0x0004, 0x1512};
constexpr Tag specific_character_set{0x0008, 0x0005};
constexpr std::string_view media_storage_directory = "1.2.840.10008.1.3.10";
constexpr std::string_view explicit_little = "1.2.840.10008.1.2.1";

std::string number(std::uint64_t value, int bytes) {
    std::string written;
    append_little_endian(written, value, bytes);
    return written;
}

struct Record {
    std::string body;  // behind the offsets
    std::size_t depth = 0;
};

// What stands before a record's body: the item's header, next record, in use, lower record.
std::string head_of(std::uint64_t next, std::uint64_t lower, std::size_t body) {
    auto const links = explicit_element(next_record, "UL", number(next, 4)) +
        explicit_element(in_use_flag, "US", number(0xFFFF, 2)) + explicit_element(lower_record, "UL", number(lower, 4));
    return std::string{"\xFE\xFF\x00\xE0", 4} + number(links.size() + body, 4) + links;
}

bool is_ascii(std::string_view text) {
    return std::ranges::all_of(text, [](char c) { return static_cast<unsigned char>(c) < 0x80; });
}

std::string keys_of(DirectoryRecordType const& type, boost::json::object const& dataset) {
    std::string keys;
    for (auto const& key : type.keys) {
        auto const* attribute = dataset.if_contains(to_hex(key.tag));
        auto value = attribute ? value_of_json(*attribute, key.vr) : std::string{};
        if (value.empty()) value = key.otherwise;
        keys += explicit_element(key.tag, key.vr, value);
    }
    if (is_ascii(keys)) return keys;
    return explicit_element(specific_character_set, "CS", "ISO_IR 192") + keys;
}

std::string joined(FileId const& id) {
    std::string text;
    for (auto const& component : id) text += (text.empty() ? "" : "\\") + component;
    return text;
}

// Collects records as the metadata come by, study by study and series by series.
class Collector {
public:
    Collector(std::span<FileSetEntry const> entries, std::vector<FileId> ids)
        : entries_{entries}, ids_{std::move(ids)} {
        for (std::size_t i = 0; i < entries_.size(); ++i) position_[entries_[i].location.version_key] = i;
    }

    Result<void> add(InstanceLocation const& location, DeflatedText const& text) {
        auto const found = position_.find(location.version_key);
        if (found == position_.end()) return {};
        auto const json = inflate_text(text);
        if (!json) return fail(json.error());
        boost::json::parse_options options;
        options.max_depth = 1024;  // three for each sequence; the archive has bounded those
        boost::json::error_code error;
        auto const parsed = boost::json::parse(*json, error, {}, options);
        auto const* dataset = parsed.if_object();
        if (error || dataset == nullptr) return fail(ErrorCode::internal, "damaged metadata");
        begin_series(location, *dataset);
        add_instance(entries_[found->second], ids_[found->second], *dataset);
        return {};
    }

    std::vector<Record> take() { return std::move(records_); }

private:
    void add_record(DirectoryRecordType const& type, std::size_t depth, std::string const& rest) {
        records_.push_back({explicit_element(record_type, "CS", type.name) + rest, depth});
    }

    void begin_series(InstanceLocation const& location, boost::json::object const& dataset) {
        if (records_.empty()) add_record(patient_record(), 0, keys_of(patient_record(), dataset));
        if (study_ != location.study) add_record(study_record(), 1, keys_of(study_record(), dataset));
        if (study_ != location.study || series_ != location.series)
            add_record(series_record(), 2, keys_of(series_record(), dataset));
        study_ = location.study;
        series_ = location.series;
    }

    void add_instance(FileSetEntry const& entry, FileId const& id, boost::json::object const& dataset) {
        auto const& location = entry.location;
        auto const type = instance_record(location.sop_class.str());
        add_record(type, 3,
                   explicit_element(referenced_file_id, "CS", joined(id)) +
                       explicit_element(referenced_sop_class, "UI", location.sop_class.str()) +
                       explicit_element(referenced_sop_instance, "UI", location.instance.str()) +
                       explicit_element(referenced_transfer_syntax, "UI", entry.transfer_syntax.str()) +
                       keys_of(type, dataset));
    }

    std::span<FileSetEntry const> entries_;
    std::vector<FileId> ids_;
    std::map<std::int64_t, std::size_t> position_;
    std::optional<StudyInstanceUID> study_;
    std::optional<SeriesInstanceUID> series_;
    std::vector<Record> records_;
};

// The sequence's items, the first of them at `offset` of the file.
std::string linked(std::vector<Record> const& records, std::uint64_t offset) {
    std::vector<std::uint64_t> offsets;
    for (auto const& record : records) {
        offsets.push_back(offset);
        offset += head_of(0, 0, 0).size() + record.body.size();
    }
    // From the last record back: the nearest later one of the same depth with none above between them is the next one.
    constexpr std::size_t depths = 4;
    std::vector<std::uint64_t> nearest(depths + 1, 0);
    std::vector<std::pair<std::uint64_t, std::uint64_t>> links(records.size());
    for (std::size_t i = records.size(); i-- > 0;) {
        auto const depth = records[i].depth;
        links[i] = {nearest[depth], nearest[depth + 1]};
        nearest[depth] = offsets[i];
        std::fill(nearest.begin() + static_cast<std::ptrdiff_t>(depth) + 1, nearest.end(), 0);
    }
    std::string items;
    for (std::size_t i = 0; i < records.size(); ++i) {
        items += head_of(links[i].first, links[i].second, records[i].body.size());
        items += records[i].body;
    }
    return items;
}

// The same File-set has the same Media Storage SOP Instance UID.
std::string instance_uid_of(std::span<FileSetEntry const> entries) {
    std::string seed;
    for (auto const& entry : entries) seed += entry.location.blob.hex() + entry.transfer_syntax.str();
    return uid_derived_from("DICOMDIR", seed);
}

std::string numbered_name(char const* prefix, std::size_t number) {
    constexpr std::size_t names = 1'000'000;
    char text[16] = {};
    std::snprintf(text, sizeof text, "%s%06zu", prefix, number % names);
    return text;
}

}  // namespace

std::vector<FileId> file_ids(std::span<FileSetEntry const> entries) {
    std::vector<FileId> ids;
    std::size_t study = 0, series = 0, instance = 0;
    for (std::size_t i = 0; i < entries.size(); ++i) {
        auto const& here = entries[i].location;
        auto const* before = i == 0 ? nullptr : &entries[i - 1].location;
        bool const new_study = before && before->study != here.study;
        bool const new_series = new_study || (before && before->series != here.series);
        study += new_study ? 1U : 0U;
        series = new_study ? 0 : series + (new_series ? 1U : 0U);
        instance = !before || new_series ? 0 : instance + 1;
        ids.push_back({"DICOM", "PT000000", numbered_name("ST", study), numbered_name("SE", series),
                       numbered_name("IM", instance)});
    }
    return ids;
}

Result<std::string> make_dicomdir(Archive const& archive, Principal const& principal, RetrieveScope const& scope,
                                  std::span<FileSetEntry const> entries) {
    Collector collector{entries, file_ids(entries)};
    auto const add = [&](InstanceLocation const& location, DeflatedText const& text) {
        return collector.add(location, text);
    };
    if (auto told = metadata(archive, principal, scope, add); !told) return fail(told.error());
    auto const records = collector.take();
    if (records.empty()) return fail(ErrorCode::not_found, "no such instance");

    auto dicomdir =
        make_file_prefix(std::string{media_storage_directory}, instance_uid_of(entries), std::string{explicit_little});
    auto const identification = explicit_element(file_set_id, "CS", "CASSETTE");
    auto const links = explicit_element(first_root_record, "UL", number(0, 4)).size() * 2;
    auto const consistency = explicit_element(consistency_flag, "US", number(0, 2));
    constexpr std::size_t sequence_header = 12;
    auto const root = dicomdir.size() + identification.size() + links + consistency.size() + sequence_header;
    dicomdir += identification + explicit_element(first_root_record, "UL", number(root, 4)) +
        explicit_element(last_root_record, "UL", number(root, 4)) + consistency +
        explicit_element(record_sequence, "SQ", linked(records, root));
    return dicomdir;
}

}  // namespace cassette
