#include "dicomweb/attribute_dictionary.h"

#include "schema/attribute.h"

#include <dcmtk/config/osconfig.h>
#include <dcmtk/dcmdata/dcdicent.h>
#include <dcmtk/dcmdata/dcdict.h>
#include <dcmtk/dcmdata/dctag.h>

#include <unordered_map>
#include <utility>

namespace cassette::dicomweb {

namespace {

constexpr std::string_view retired = "RETIRED_";  // before the keyword of PS3.6, in DCMTK's dictionary

// The dictionary locked for reading.
class Reading {
public:
    Reading() : dictionary_{dcmDataDict.rdlock()} {}
    ~Reading() { dcmDataDict.rdunlock(); }
    Reading(Reading const&) = delete;
    Reading& operator=(Reading const&) = delete;
    DcmDictEntry const* find(Tag tag) const {
        return dictionary_.findEntry(DcmTagKey{tag.group, tag.element}, nullptr);
    }

private:
    DcmDataDictionary const& dictionary_;
};

// The dictionary locked for writing, without which DCMTK does not let one go through it.
class Iterating {
public:
    Iterating() : dictionary_{dcmDataDict.wrlock()} {}
    ~Iterating() { dcmDataDict.wrunlock(); }
    Iterating(Iterating const&) = delete;
    Iterating& operator=(Iterating const&) = delete;
    template <class Visit>
    void for_each(Visit const& visit) {
        for (auto entry = dictionary_.normalBegin(); entry != dictionary_.normalEnd(); ++entry) visit(**entry);
    }

private:
    DcmDataDictionary& dictionary_;
};

std::string_view name_in(DcmDictEntry const& entry) { return entry.getTagName() != nullptr ? entry.getTagName() : ""; }

std::string_view keyword_in(DcmDictEntry const& entry) {
    auto name = name_in(entry);
    if (name.starts_with(retired)) name.remove_prefix(retired.size());
    return name;
}

using TagsByKeyword = std::unordered_map<std::string, Tag>;

// DCMTK looks a name up by going through all of them, which a client could make it do a thousand times. What is not retired
// comes first.
TagsByKeyword const& tags_by_keyword() {
    static TagsByKeyword const all = [] {
        TagsByKeyword made;
        Iterating{}.for_each([&](DcmDictEntry const& entry) {
            if (entry.isRepeating() != 0 || entry.getPrivateCreator() != nullptr || name_in(entry).empty()) return;
            std::string keyword{keyword_in(entry)};
            Tag const tag{entry.getGroup(), entry.getElement()};
            if (name_in(entry).starts_with(retired))
                made.emplace(std::move(keyword), tag);
            else
                made.insert_or_assign(std::move(keyword), tag);
        });
        return made;
    }();
    return all;
}

}  // namespace

std::optional<Tag> find_tag(std::string_view keyword) {
    if (auto const index = find_attribute(keyword)) return attributes()[*index].tag;
    auto const& all = tags_by_keyword();
    auto const found = all.find(std::string{keyword});
    return found == all.end() ? std::nullopt : std::optional{found->second};
}

std::string keyword_of(Tag tag) {
    if (auto const index = find_attribute(tag)) return std::string{attributes()[*index].keyword};
    Reading const reading;
    auto const* entry = reading.find(tag);
    return entry == nullptr ? std::string{} : std::string{keyword_in(*entry)};
}

std::string vr_of(Tag tag) {
    if (auto const index = find_attribute(tag)) return std::string{attributes()[*index].vr};
    Reading const reading;
    auto const* entry = reading.find(tag);
    if (entry == nullptr) return "UN";
    DcmVR const vr{DcmVR{entry->getEVR()}.getValidEVR()};
    return vr.getVRName();
}

}  // namespace cassette::dicomweb
