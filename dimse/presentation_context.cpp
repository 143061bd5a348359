#include "dimse/presentation_context.h"

#include "dimse/information_model.h"
#include "dimse/performed_step.h"
#include "dimse/worklist.h"
#include "schema/transfer_syntax.h"
#include "schema/uid.h"

#include <dcmtk/config/osconfig.h>

#include <dcmtk/dcmdata/dcuid.h>

#include <algorithm>
#include <array>
#include <optional>
#include <span>

namespace cassette::dimse {

namespace {

// PS3.4 Table B.5-1, what DCMTK 3.6.7 does not have yet.
constexpr std::array<StorageSOPClass, 13> younger_storage_sop_classes{{
    {"1.2.840.10008.5.1.4.1.1.6.3", "Photoacoustic Image Storage"},
    {"1.2.840.10008.5.1.4.1.1.9.1.4", "General 32-bit ECG Waveform Storage"},
    {"1.2.840.10008.5.1.4.1.1.9.100.1", "Waveform Presentation State Storage"},
    {"1.2.840.10008.5.1.4.1.1.9.100.2", "Waveform Acquisition Presentation State Storage"},
    {"1.2.840.10008.5.1.4.1.1.11.12", "Variable Modality LUT Softcopy Presentation State Storage"},
    {"1.2.840.10008.5.1.4.1.1.66.7", "Label Map Segmentation Storage"},
    {"1.2.840.10008.5.1.4.1.1.66.8", "Height Map Segmentation Storage"},
    {"1.2.840.10008.5.1.4.1.1.77.1.8", "Confocal Microscopy Image Storage"},
    {"1.2.840.10008.5.1.4.1.1.77.1.9", "Confocal Microscopy Tiled Pyramidal Image Storage"},
    {"1.2.840.10008.5.1.4.1.1.88.77", "Waveform Annotation SR Storage"},
    {"1.2.840.10008.5.1.4.1.1.481.23", "Enhanced RT Image Storage"},
    {"1.2.840.10008.5.1.4.1.1.481.24", "Enhanced Continuous RT Image Storage"},
    {"1.2.840.10008.5.1.4.1.1.481.25", "RT Patient Position Acquisition Instruction Storage"},
}};

// PS3.4 Table GG.3-1: objects of no patient are stored like any other.
constexpr std::array<StorageSOPClass, 8> non_patient_storage_sop_classes{{
    {"1.2.840.10008.5.1.4.38.1", "Hanging Protocol Storage"},
    {"1.2.840.10008.5.1.4.39.1", "Color Palette Storage"},
    {"1.2.840.10008.5.1.4.43.1", "Generic Implant Template Storage"},
    {"1.2.840.10008.5.1.4.44.1", "Implant Assembly Template Storage"},
    {"1.2.840.10008.5.1.4.45.1", "Implant Template Group Storage"},
    {"1.2.840.10008.5.1.4.1.1.200.1", "CT Defined Procedure Protocol Storage"},
    {"1.2.840.10008.5.1.4.1.1.200.7", "XA Defined Procedure Protocol Storage"},
    {"1.2.840.10008.5.1.4.1.1.201.1", "Inventory Storage"},
}};

struct KnownService {
    std::string_view abstract_syntax;
    Service service;
};
constexpr std::array<KnownService, 5> services{{
    {modality_worklist_find, Service::modality_worklist},                   // PS3.4 K.6.1.3
    {performed_procedure_step, Service::performed_step},                    // PS3.4 F.7.3
    {performed_procedure_step_retrieve, Service::performed_step_retrieve},  // PS3.4 F.8.3
    {"1.2.840.10008.1.20.1", Service::storage_commitment},                  // PS3.4 J.3.5
    {"1.2.840.10008.1.1", Service::verification},                           // PS3.4 A.4
}};

Service service_of(QueryRetrieveOperation operation) {
    switch (operation) {
        case QueryRetrieveOperation::find: return Service::find;
        case QueryRetrieveOperation::move: return Service::move;
        case QueryRetrieveOperation::get: return Service::get;
    }
    return Service::find;
}

std::optional<Service> service_of(std::string_view abstract_syntax, AcceptancePolicy const& policy) {
    for (auto const& known : services)
        if (known.abstract_syntax == abstract_syntax) return known.service;
    if (auto const known = find_query_retrieve_sop_class(abstract_syntax)) return service_of(known->operation);
    if (is_storable(abstract_syntax, policy)) return Service::storage;
    return std::nullopt;
}

// A data set that we read ourselves (an identifier) is uncompressed; one that is stored may be written as it likes.
bool is_taken(std::string_view transfer_syntax, Service service) {
    auto const* known = find_transfer_syntax(transfer_syntax);
    if (known == nullptr) return false;
    if (service == Service::storage) return true;
    return transfer_syntax == "1.2.840.10008.1.2" || transfer_syntax == "1.2.840.10008.1.2.1";
}

}  // namespace

bool is_storage_sop_class(std::string_view uid) {
    for (auto const& list : {std::span<StorageSOPClass const>{younger_storage_sop_classes},
                             std::span<StorageSOPClass const>{non_patient_storage_sop_classes}})
        if (std::ranges::find(list, uid, &StorageSOPClass::uid) != list.end()) return true;
    return dcmIsaStorageSOPClassUID(std::string{uid}.c_str()) != OFFalse;
}

std::vector<StorageSOPClass> storage_sop_classes() {
    std::vector<StorageSOPClass> all;
    for (int i = 0; i < numberOfDcmAllStorageSOPClassUIDs; ++i) {
        char const* const uid = dcmAllStorageSOPClassUIDs[i];
        char const* const name = dcmFindNameOfUID(uid);
        all.push_back({uid, name == nullptr ? "" : name});
    }
    all.insert(all.end(), younger_storage_sop_classes.begin(), younger_storage_sop_classes.end());
    all.insert(all.end(), non_patient_storage_sop_classes.begin(), non_patient_storage_sop_classes.end());
    return all;
}

bool is_storable(std::string_view uid, AcceptancePolicy const& policy) {
    if (is_storage_sop_class(uid) || std::ranges::find(policy.sop_classes, uid) != policy.sop_classes.end())
        return true;
    if (policy.unknown == UnknownSOPClasses::refuse || !is_usable_uid(uid)) return false;
    return dcmFindNameOfUID(std::string{uid}.c_str()) == nullptr;
}

ContextAnswer answer_to(ProposedContext const& proposed, AcceptancePolicy const& policy) {
    using enum ContextResult;
    auto const service = service_of(proposed.abstract_syntax, policy);
    if (!service) return {abstract_syntax_not_supported, {}, {}};
    auto const taken = [&](std::string const& transfer_syntax) { return is_taken(transfer_syntax, *service); };
    for (auto const& preferred : policy.transfer_syntaxes) {
        bool const is_proposed =
            std::ranges::find(proposed.transfer_syntaxes, preferred) != proposed.transfer_syntaxes.end();
        if (is_proposed && taken(preferred)) return {acceptance, *service, preferred};
    }
    auto const found = std::ranges::find_if(proposed.transfer_syntaxes, taken);
    if (found == proposed.transfer_syntaxes.end()) return {transfer_syntaxes_not_supported, {}, {}};
    return {acceptance, *service, *found};
}

ElementEncoding encoding_of(AcceptedContext const& context) {
    return context.transfer_syntax == "1.2.840.10008.1.2" ? implicit_vr_little_endian : explicit_vr_little_endian;
}

}  // namespace cassette::dimse
