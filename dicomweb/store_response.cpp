#include "dicomweb/store_response.h"

#include "dicomweb/dicom_json.h"
#include "dicomweb/resource.h"
#include "schema/failure_reason.h"

namespace cassette::dicomweb {

namespace {

// PS3.18 Table I.2-1.
constexpr Tag referenced_sop_class_uid{0x0008, 0x1150};
constexpr Tag referenced_sop_instance_uid{0x0008, 0x1155};
constexpr Tag retrieve_url_tag{0x0008, 0x1190};
constexpr Tag warning_reason_tag{0x0008, 0x1196};
constexpr Tag failure_reason_tag{0x0008, 0x1197};
constexpr Tag failed_sop_sequence{0x0008, 0x1198};
constexpr Tag referenced_sop_sequence{0x0008, 0x1199};
constexpr Tag other_failures_sequence{0x0008, 0x119A};

}  // namespace

void StoreReport::stored(StoredInstance const& instance) {
    auto const study = retrieve_url(service_url_, instance.study.str());
    if (stored_.empty()) study_ = study;
    if (study_ != study) study_.clear();

    JsonDataset item;
    item.set(referenced_sop_class_uid, "UI", instance.sop_class.str());
    item.set(referenced_sop_instance_uid, "UI", instance.instance.str());
    item.set(retrieve_url_tag, "UR",
             retrieve_url(service_url_, instance.study.str(), instance.series.str(), instance.instance.str()));
    if (!instance.warnings.empty()) {
        warned_ = true;
        item.set(warning_reason_tag, "US", std::to_string(warning_reason(instance.warnings.front())));
    }
    stored_.push_back(item.str());
}

void StoreReport::failed(Identification const& identification, ErrorCode code) {
    lack_of_storage_alone_ &= code == ErrorCode::out_of_resources;
    lack_of_resources_alone_ &= code == ErrorCode::out_of_resources || code == ErrorCode::unavailable;
    too_large_alone_ &= code == ErrorCode::too_large;
    JsonDataset item;
    item.set(failure_reason_tag, "US", std::to_string(failure_reason(code)));
    bool const identified = is_usable_uid(identification.sop_class) && is_usable_uid(identification.sop_instance);
    if (!identified) {
        other_failures_.push_back(item.str());
        return;
    }
    item.set(referenced_sop_class_uid, "UI", identification.sop_class);
    item.set(referenced_sop_instance_uid, "UI", identification.sop_instance);
    failed_.push_back(item.str());
}

Outcome StoreReport::outcome() const {
    if (stored_.empty() && lack_of_storage_alone_) return Outcome::none_for_lack_of_storage;
    if (stored_.empty() && lack_of_resources_alone_) return Outcome::none_for_lack_of_resources;
    if (stored_.empty() && too_large_alone_) return Outcome::all_too_large;
    if (stored_.empty()) return Outcome::all_failed;
    bool const clean = failed_.empty() && other_failures_.empty() && !warned_;
    return clean ? Outcome::ok : Outcome::accepted_with_failures;
}

std::string StoreReport::json() const {
    JsonDataset report;
    report.set(retrieve_url_tag, "UR", study_);
    if (!failed_.empty()) report.set(failed_sop_sequence, json_sequence(failed_));
    if (!stored_.empty()) report.set(referenced_sop_sequence, json_sequence(stored_));
    if (!other_failures_.empty()) report.set(other_failures_sequence, json_sequence(other_failures_));
    return report.str();
}

}  // namespace cassette::dicomweb
