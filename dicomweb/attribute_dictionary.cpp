#include "dicomweb/attribute_dictionary.h"

#include "schema/attribute.h"

#include <dcmtk/config/osconfig.h>
#include <dcmtk/dcmdata/dcdicent.h>
#include <dcmtk/dcmdata/dcdict.h>
#include <dcmtk/dcmdata/dctag.h>

namespace cassette::dicomweb {

namespace {

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
    DcmDictEntry const* find(std::string const& keyword) const { return dictionary_.findEntry(keyword.c_str()); }

private:
    DcmDataDictionary const& dictionary_;
};

}  // namespace

std::optional<Tag> find_tag(std::string_view keyword) {
    if (auto const index = find_attribute(keyword)) return attributes()[*index].tag;
    Reading const reading;
    auto const* entry = reading.find(std::string{keyword});
    if (entry == nullptr || entry->isRepeating() != 0 || entry->getPrivateCreator() != nullptr) return std::nullopt;
    return Tag{entry->getGroup(), entry->getElement()};
}

std::string keyword_of(Tag tag) {
    if (auto const index = find_attribute(tag)) return std::string{attributes()[*index].keyword};
    Reading const reading;
    auto const* entry = reading.find(tag);
    return entry == nullptr || entry->getTagName() == nullptr ? "" : entry->getTagName();
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
