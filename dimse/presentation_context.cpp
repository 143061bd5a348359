#include "dimse/presentation_context.h"

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
constexpr std::array<std::string_view, 13> younger_storage_sop_classes{
    "1.2.840.10008.5.1.4.1.1.6.3",      // Photoacoustic Image
    "1.2.840.10008.5.1.4.1.1.9.1.4",    // General 32-bit ECG Waveform
    "1.2.840.10008.5.1.4.1.1.9.100.1",  // Waveform Presentation State
    "1.2.840.10008.5.1.4.1.1.9.100.2",  // Waveform Acquisition Presentation State
    "1.2.840.10008.5.1.4.1.1.11.12",    // Variable Modality LUT Softcopy Presentation State
    "1.2.840.10008.5.1.4.1.1.66.7",     // Label Map Segmentation
    "1.2.840.10008.5.1.4.1.1.66.8",     // Height Map Segmentation
    "1.2.840.10008.5.1.4.1.1.77.1.8",   // Confocal Microscopy Image
    "1.2.840.10008.5.1.4.1.1.77.1.9",   // Confocal Microscopy Tiled Pyramidal Image
    "1.2.840.10008.5.1.4.1.1.88.77",    // Waveform Annotation SR
    "1.2.840.10008.5.1.4.1.1.481.23",   // Enhanced RT Image
    "1.2.840.10008.5.1.4.1.1.481.24",   // Enhanced Continuous RT Image
    "1.2.840.10008.5.1.4.1.1.481.25",   // RT Patient Position Acquisition Instruction
};

// PS3.4 Table GG.3-1: objects of no patient are stored like any other.
constexpr std::array<std::string_view, 8> non_patient_storage_sop_classes{
    "1.2.840.10008.5.1.4.38.1",       // Hanging Protocol
    "1.2.840.10008.5.1.4.39.1",       // Color Palette
    "1.2.840.10008.5.1.4.43.1",       // Generic Implant Template
    "1.2.840.10008.5.1.4.44.1",       // Implant Assembly Template
    "1.2.840.10008.5.1.4.45.1",       // Implant Template Group
    "1.2.840.10008.5.1.4.1.1.200.1",  // CT Defined Procedure Protocol
    "1.2.840.10008.5.1.4.1.1.200.7",  // XA Defined Procedure Protocol
    "1.2.840.10008.5.1.4.1.1.201.1",  // Inventory
};

struct KnownService {
    std::string_view abstract_syntax;
    Service service;
};
constexpr std::array<KnownService, 3> services{{
    {"1.2.840.10008.1.1", Service::verification},                 // PS3.4 A.4
    {"1.2.840.10008.5.1.4.1.2.1.1", Service::patient_root_find},  // PS3.4 C.6.1.3
    {"1.2.840.10008.5.1.4.1.2.2.1", Service::study_root_find},    // PS3.4 C.6.2.3
}};

std::optional<Service> service_of(std::string_view abstract_syntax, UnknownSOPClasses unknown) {
    for (auto const& known : services)
        if (known.abstract_syntax == abstract_syntax) return known.service;
    if (is_storable(abstract_syntax, unknown)) return Service::storage;
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
    for (auto const& list : {std::span<std::string_view const>{younger_storage_sop_classes},
                             std::span<std::string_view const>{non_patient_storage_sop_classes}})
        if (std::ranges::find(list, uid) != list.end()) return true;
    return dcmIsaStorageSOPClassUID(std::string{uid}.c_str()) != OFFalse;
}

bool is_storable(std::string_view uid, UnknownSOPClasses unknown) {
    if (is_storage_sop_class(uid)) return true;
    if (unknown == UnknownSOPClasses::refuse || !is_usable_uid(uid)) return false;
    return dcmFindNameOfUID(std::string{uid}.c_str()) == nullptr;
}

ContextAnswer answer_to(ProposedContext const& proposed, UnknownSOPClasses unknown) {
    using enum ContextResult;
    auto const service = service_of(proposed.abstract_syntax, unknown);
    if (!service) return {abstract_syntax_not_supported, {}, {}};
    auto const taken = [&](std::string const& transfer_syntax) { return is_taken(transfer_syntax, *service); };
    auto const found = std::ranges::find_if(proposed.transfer_syntaxes, taken);
    if (found == proposed.transfer_syntaxes.end()) return {transfer_syntaxes_not_supported, {}, {}};
    return {acceptance, *service, *found};
}

}  // namespace cassette::dimse
