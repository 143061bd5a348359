#include "dimse/presentation_context.h"

#include "tests/dimse/scripted_peer.h"

#include <doctest/doctest.h>

using namespace cassette::dimse;
using namespace cassette::testing;

namespace {

using enum ContextResult;
using enum UnknownSOPClasses;

std::string const jpeg = "1.2.840.10008.1.2.4.50", htj2k = "1.2.840.10008.1.2.4.201",
                  deflated = "1.2.840.10008.1.2.1.99";
std::string const private_syntax = "1.3.6.1.4.1.1";
struct Case {
    char const* what;
    std::string abstract_syntax;
    std::vector<std::string> proposed;
    UnknownSOPClasses unknown;
    ContextResult result;
    Service service;
    std::string accepted;
};
std::vector<Case> const table{
    {"echo", verification, {implicit_little}, refuse, acceptance, Service::verification, implicit_little},
    {"the first one", ct_image_storage, {jpeg, implicit_little}, refuse, acceptance, Service::storage, jpeg},
    {"the first known one", ct_image_storage, {private_syntax, htj2k}, refuse, acceptance, Service::storage, htj2k},
    {"deflated", ct_image_storage, {deflated}, refuse, acceptance, Service::storage, deflated},
    {"no known one", ct_image_storage, {private_syntax}, refuse, transfer_syntaxes_not_supported, {}, ""},
    {"a retired class",
     "1.2.840.10008.5.1.4.1.1.6",
     {implicit_little},
     refuse,
     acceptance,
     Service::storage,
     implicit_little},
    {"a young class",
     "1.2.840.10008.5.1.4.1.1.66.7",
     {explicit_little},
     refuse,
     acceptance,
     Service::storage,
     explicit_little},
    {"an unknown class", "1.3.46.670589.5.0.1.1", {implicit_little}, refuse, abstract_syntax_not_supported, {}, ""},
    {"an unknown class allowed",
     "1.3.46.670589.5.0.1.1",
     {implicit_little},
     accept_as_storage,
     acceptance,
     Service::storage,
     implicit_little},
    {"not a UID", "../etc/passwd", {implicit_little}, accept_as_storage, abstract_syntax_not_supported, {}, ""},
    {"patient root find",
     patient_root_find,
     {explicit_little, implicit_little},
     refuse,
     acceptance,
     Service::patient_root_find,
     explicit_little},
    {"study root find",
     study_root_find,
     {implicit_little},
     refuse,
     acceptance,
     Service::study_root_find,
     implicit_little},
    {"find in a compressed syntax",
     study_root_find,
     {jpeg, explicit_little},
     refuse,
     acceptance,
     Service::study_root_find,
     explicit_little},
    {"find in nothing else", study_root_find, {jpeg}, refuse, transfer_syntaxes_not_supported, {}, ""},
    {"patient root move",
     "1.2.840.10008.5.1.4.1.2.1.2",
     {implicit_little},
     accept_as_storage,
     abstract_syntax_not_supported,
     {},
     ""},
    {"study root get",
     "1.2.840.10008.5.1.4.1.2.2.3",
     {implicit_little},
     accept_as_storage,
     abstract_syntax_not_supported,
     {},
     ""},
    {"modality worklist",
     "1.2.840.10008.5.1.4.31",
     {implicit_little},
     accept_as_storage,
     abstract_syntax_not_supported,
     {},
     ""},
    {"storage commitment",
     "1.2.840.10008.1.20.1",
     {implicit_little},
     accept_as_storage,
     abstract_syntax_not_supported,
     {},
     ""},
};

}  // namespace

TEST_CASE("presentation contexts are accepted by abstract and transfer syntax (PS3.8 9.3.3.2)") {
    for (auto const& each : table) {
        CAPTURE(each.what);
        auto const answer = answer_to({1, each.abstract_syntax, each.proposed}, each.unknown);
        CHECK(answer.result == each.result);
        CHECK(answer.transfer_syntax == each.accepted);
        if (each.result == acceptance) CHECK(answer.service == each.service);
    }
}

TEST_CASE("what is taken as Storage is Storage") {
    CHECK(is_storage_sop_class(ct_image_storage));
    CHECK(is_storage_sop_class("1.2.840.10008.5.1.4.39.1"));  // Color Palette, PS3.4 GG.3
    CHECK_FALSE(is_storage_sop_class(verification));
    CHECK_FALSE(is_storage_sop_class(""));
    CHECK_FALSE(is_storable("1.2.3", UnknownSOPClasses::refuse));
    CHECK(is_storable("1.2.3", UnknownSOPClasses::accept_as_storage));
}
