#include "archive/deidentify/deidentified_header.h"

#include "archive/part10/element_header.h"
#include "archive/part10/instance_uids.h"
#include "archive/part10/value_representation.h"
#include "schema/deidentification.h"
#include "schema/uid.h"

#include <algorithm>
#include <array>
#include <map>
#include <span>
#include <unordered_map>

namespace cassette {

namespace {

using enum DeidentificationAction;

constexpr Tag sop_class_tag{0x0008, 0x0016};
constexpr Tag sop_instance_tag{0x0008, 0x0018};
constexpr Tag burned_in_annotation_tag{0x0028, 0x0301};
constexpr Tag beyond_all{0xFFFF, 0xFFFF};

std::span<std::byte const> bytes_of(std::string_view text) {
    return std::as_bytes(std::span{text.data(), text.size()});
}

std::string padded(std::string text, char pad) {
    if (text.size() % 2 != 0) text += pad;
    return text;
}

std::string short_text(Tag tag, std::string_view vr, std::string_view text, ByteOrder order) {
    HeaderWriter writer{order};
    auto const value = padded(std::string{text}, ' ');
    writer.element(tag, vr, static_cast<std::uint32_t>(value.size()));
    writer.value(bytes_of(value));
    return writer.take();
}

// PS3.15 E.1.1, PS3.16 CID 7050: one Item that names the profile.
std::string method_codes(ByteOrder order) {
    HeaderWriter writer{order};
    writer.begin_sequence({0x0012, 0x0064});
    writer.begin_item();
    auto bytes = writer.take();
    bytes += short_text({0x0008, 0x0100}, "SH", "113100", order) + short_text({0x0008, 0x0102}, "SH", "DCM", order) +
        short_text({0x0008, 0x0104}, "LO", "Basic Application Confidentiality Profile", order);
    HeaderWriter end{order};
    end.end_item();
    end.end_sequence();
    return bytes + end.bytes();
}

// What is added, instead of what was there.
std::map<Tag, std::string> additions(ByteOrder order) {
    return {{{0x0012, 0x0062}, short_text({0x0012, 0x0062}, "CS", "YES", order)},
            {{0x0012, 0x0063},
             short_text({0x0012, 0x0063}, "LO", "PS3.15 E Basic Application Level Confidentiality Profile", order)},
            {{0x0012, 0x0064}, method_codes(order)},
            {{0x0028, 0x0303}, short_text({0x0028, 0x0303}, "CS", "REMOVED", order)}};
}

struct Dummy {
    std::string_view vr;
    std::string_view value;
};

// Values that say nothing, consistent with their VR (PS3.5 6.2). What is not listed gets eight zero bytes.
constexpr std::array<Dummy, 18> dummies{{
    {"AE", "REMOVED"},
    {"AS", "000Y"},
    {"CS", "REMOVED"},
    {"DA", "19000101"},
    {"DS", "0"},
    {"DT", "19000101"},
    {"IS", "0"},
    {"LO", "REMOVED"},
    {"LT", "REMOVED"},
    {"PN", "REMOVED"},
    {"SH", "REMOVED"},
    {"ST", "REMOVED"},
    {"TM", "000000"},
    {"UC", "REMOVED"},
    {"UI", "2.25.0"},
    {"UR", "urn:none"},
    {"UT", "REMOVED"},
    {"UN", ""},
}};

std::string dummy_value(std::string_view vr) {
    auto const* found = std::ranges::find(dummies, vr, &Dummy::vr);
    if (found == dummies.end()) return std::string(8, '\0');
    return padded(std::string{found->value}, vr == "UI" ? '\0' : ' ');
}

// The one thing done where the table leaves a choice.
DeidentificationAction decided(Tag tag) {
    auto const action = deidentification_action(tag);
    bool const unknown = action == keep && implicit_vr(tag, PixelRepresentation::unsigned_integer) == "UN";
    if (unknown) return remove;
    switch (action) {
        case keep:
        case remove:
        case empty:
        case dummy:
        case uid: return action;
        case remove_or_empty: return empty;
        case remove_or_dummy:
        case remove_or_empty_or_dummy:
        case empty_or_dummy: return dummy;
        case remove_or_empty_or_uid: return uid;
    }
    return remove;
}

// Walks the header that HeaderWriter wrote: sequences and Items of undefined length.
class Deidentifier {
public:
    Deidentifier(ScannedDataset const& scanned, std::string_view key)
        : order_{scanned.order}, key_{key}, rest_{scanned.header}, writer_{scanned.order} {
        for (auto const& value : scanned.bulk) bulk_.emplace(value.path, value.range);
        additions_ = additions(scanned.order);
    }

    Result<DeidentifiedHeader> run() {
        while (!rest_.empty())
            if (auto done = top_level_element(); !done) return fail(done.error());
        add_before(beyond_all);
        flush();
        return std::move(result_);
    }

private:
    enum class Fate { written, dropped };

    Result<ElementHeader> take_header() {
        auto const header = read_element_header(bytes_of(rest_), {true, order_});
        if (!header || header->size > rest_.size()) return fail(ErrorCode::malformed, "a header that ends early");
        rest_.remove_prefix(header->size);
        bool const bounded = header->length != undefined_length;
        if (bounded && header->length > rest_.size()) return fail(ErrorCode::malformed, "a header that ends early");
        return *header;
    }

    Result<void> top_level_element() {
        auto const header = take_header();
        if (!header) return fail(header.error());
        add_before(header->tag);
        bool const replaced = additions_tags_.contains(header->tag);
        note(*header);
        return element(*header, {}, replaced ? Fate::dropped : Fate::written);
    }

    void note(ElementHeader const& header) {
        if (header.length == undefined_length) return;
        std::string value{without_uid_padding(rest_.substr(0, header.length))};
        if (header.tag == sop_class_tag)
            result_.sop_class = std::move(value);
        else if (header.tag == sop_instance_tag)
            result_.sop_instance = new_uid(value);
        else if (header.tag == burned_in_annotation_tag)
            result_.burned_in_annotation = std::move(value);
    }

    void add_before(Tag tag) {
        while (!additions_.empty() && additions_.begin()->first <= tag) {
            writer_.value(bytes_of(additions_.begin()->second));
            additions_tags_.insert(additions_.extract(additions_.begin()));
        }
    }

    Result<void> element(ElementHeader const& header, std::string const& path, Fate fate) {
        auto const action = fate == Fate::dropped ? remove : decided(header.tag);
        auto const here = path + to_hex(header.tag);
        if (header.length == undefined_length) return sequence(header.tag, here, action);
        auto const value = rest_.substr(0, header.length);
        rest_.remove_prefix(header.length);
        auto const vr = header.vr_text();
        switch (action) {
            case empty: put(header.tag, vr, {}); break;
            case dummy: put(header.tag, vr, dummy_value(vr)); break;
            case uid: put(header.tag, vr, new_uids(value)); break;
            case keep: keep_value(header, here, value); break;
            case remove:
            case remove_or_empty:
            case remove_or_dummy:
            case remove_or_empty_or_dummy:
            case empty_or_dummy:
            case remove_or_empty_or_uid: break;
        }
        return {};
    }

    void put(Tag tag, std::string_view vr, std::string_view value) {
        writer_.element(tag, vr, static_cast<std::uint32_t>(value.size()));
        writer_.value(bytes_of(value));
    }

    // A bulk value stays where it is.
    void keep_value(ElementHeader const& header, std::string const& path, std::string_view value) {
        auto const bulk = bulk_.find(path);
        if (bulk == bulk_.end()) return put(header.tag, header.vr_text(), value);
        auto const length = static_cast<std::uint32_t>(bulk->second.length);
        writer_.element(header.tag, header.vr_text(), length);
        flush();
        result_.pieces.emplace_back(bulk->second);
    }

    Result<void> sequence(Tag tag, std::string const& path, DeidentificationAction action) {
        bool const written = action != remove;
        bool const with_items = action == keep || action == uid;
        if (written) writer_.begin_sequence(tag);
        if (action == dummy) {
            writer_.begin_item();
            writer_.end_item();
        }
        for (std::size_t number = 1;; ++number) {
            auto const header = take_header();
            if (!header) return fail(header.error());
            if (header->tag == sequence_delimitation_tag) break;
            if (header->tag != item_tag) return fail(ErrorCode::malformed, "not an Item in a sequence");
            auto const inside = path + '.' + std::to_string(number) + '.';
            if (auto done = item(inside, with_items ? Fate::written : Fate::dropped); !done) return done;
        }
        if (written) writer_.end_sequence();
        return {};
    }

    Result<void> item(std::string const& path, Fate fate) {
        if (fate == Fate::written) writer_.begin_item();
        while (true) {
            auto const header = take_header();
            if (!header) return fail(header.error());
            if (header->tag == item_delimitation_tag) break;
            if (auto done = element(*header, path, fate); !done) return done;
        }
        if (fate == Fate::written) writer_.end_item();
        return {};
    }

    std::string new_uid(std::string_view old) const { return uid_derived_from(key_, std::string{old}); }

    std::string new_uids(std::string_view values) const {
        std::string replaced;
        auto rest = without_uid_padding(values);
        while (!rest.empty()) {
            auto const one = rest.substr(0, rest.find('\\'));
            if (!replaced.empty()) replaced += '\\';
            if (!one.empty()) replaced += new_uid(one);
            rest.remove_prefix(std::min(rest.size(), one.size() + 1));
        }
        return padded(std::move(replaced), '\0');
    }

    void flush() {
        if (writer_.bytes().empty()) return;
        result_.pieces.emplace_back(writer_.take());
        writer_ = HeaderWriter{order_};
    }

    ByteOrder order_;
    std::string key_;
    std::string_view rest_;
    HeaderWriter writer_;
    std::unordered_map<std::string, ByteRange> bulk_;
    std::map<Tag, std::string> additions_;       // yet to come
    std::map<Tag, std::string> additions_tags_;  // written
    DeidentifiedHeader result_;
};

}  // namespace

Result<DeidentifiedHeader> deidentified_header(ScannedDataset const& scanned, std::string_view key) {
    return Deidentifier{scanned, key}.run();
}

}  // namespace cassette
