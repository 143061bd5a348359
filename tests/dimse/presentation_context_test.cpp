#include "dimse/presentation_context.h"

#include "schema/transfer_syntax.h"
#include "tests/dimse/scripted_peer.h"

#include <doctest/doctest.h>

#include <dcmtk/config/osconfig.h>

#include <dcmtk/dcmdata/dcxfer.h>

#include <algorithm>
#include <array>

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
    {"the first one", ct_storage, {jpeg, implicit_little}, refuse, acceptance, Service::storage, jpeg},
    {"the first known one", ct_storage, {private_syntax, htj2k}, refuse, acceptance, Service::storage, htj2k},
    {"deflated", ct_storage, {deflated}, refuse, acceptance, Service::storage, deflated},
    {"no known one", ct_storage, {private_syntax}, refuse, transfer_syntaxes_not_supported, {}, ""},
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
     Service::find,
     explicit_little},
    {"study root find", study_root_find, {implicit_little}, refuse, acceptance, Service::find, implicit_little},
    {"find in a compressed syntax",
     study_root_find,
     {jpeg, explicit_little},
     refuse,
     acceptance,
     Service::find,
     explicit_little},
    {"find in nothing else", study_root_find, {jpeg}, refuse, transfer_syntaxes_not_supported, {}, ""},
    {"patient root move",
     "1.2.840.10008.5.1.4.1.2.1.2",
     {implicit_little},
     refuse,
     acceptance,
     Service::move,
     implicit_little},
    {"study root get",
     "1.2.840.10008.5.1.4.1.2.2.3",
     {jpeg, explicit_little},
     refuse,
     acceptance,
     Service::get,
     explicit_little},
    {"patient/study only find",
     "1.2.840.10008.5.1.4.1.2.3.1",
     {implicit_little},
     refuse,
     acceptance,
     Service::find,
     implicit_little},
    {"composite instance root move",
     "1.2.840.10008.5.1.4.1.2.4.2",
     {implicit_little},
     refuse,
     acceptance,
     Service::move,
     implicit_little},
    {"composite instance without bulk data",
     "1.2.840.10008.5.1.4.1.2.5.3",
     {implicit_little},
     refuse,
     acceptance,
     Service::get,
     implicit_little},
    {"printing", "1.2.840.10008.5.1.1.9", {implicit_little}, accept_as_storage, abstract_syntax_not_supported, {}, ""},
    {"storage commitment",
     "1.2.840.10008.1.20.1",
     {implicit_little},
     refuse,
     acceptance,
     Service::storage_commitment,
     implicit_little},
};

}  // namespace

TEST_CASE("presentation contexts are accepted by abstract and transfer syntax (PS3.8 9.3.3.2)") {
    for (auto const& each : table) {
        CAPTURE(each.what);
        auto const answer = answer_to({1, each.abstract_syntax, each.proposed}, {each.unknown});
        CHECK(answer.result == each.result);
        CHECK(answer.transfer_syntax == each.accepted);
        if (each.result == acceptance) CHECK(answer.service == each.service);
    }
}

TEST_CASE("what is taken as Storage is Storage") {
    CHECK(is_storage_sop_class(ct_storage));
    CHECK(is_storage_sop_class("1.2.840.10008.5.1.4.39.1"));  // Color Palette, PS3.4 GG.3
    CHECK_FALSE(is_storage_sop_class(verification));
    CHECK_FALSE(is_storage_sop_class(""));
    CHECK_FALSE(is_storable("1.2.3", {refuse}));
    CHECK(is_storable("1.2.3", {accept_as_storage}));
}

TEST_CASE("every Storage SOP Class is taken in every transfer syntax (PS3.4 B.5, PS3.6 A)") {
    auto const classes = storage_sop_classes();
    CHECK(classes.size() > 180);
    for (auto const& sop_class : classes) {
        CAPTURE(sop_class.uid);
        CHECK_FALSE(sop_class.name.empty());
        CHECK(is_storage_sop_class(sop_class.uid));
        for (auto const& transfer_syntax : cassette::transfer_syntaxes()) {
            auto const answer =
                answer_to({1, std::string{sop_class.uid}, {std::string{transfer_syntax.uid}}}, AcceptancePolicy{});
            CHECK(answer.result == acceptance);
            CHECK(answer.service == Service::storage);
        }
    }
}

TEST_CASE("DCMTK's dictionary has no transfer syntax of objects that we do not take (PS3.6 A)") {
    // PS3.6 A: of MIME and XML, not of objects; and one private to a vendor, big endian in its pixels alone.
    constexpr std::array<std::string_view, 3> others{"1.2.840.10008.1.2.6.1", "1.2.840.10008.1.2.6.2",
                                                     "1.2.840.113619.5.2"};
    std::size_t known = 0;
    for (int number = 0; number < 64; ++number) {
        DcmXfer const syntax{static_cast<E_TransferSyntax>(number)};
        if (*syntax.getXferID() == '\0') continue;
        CAPTURE(syntax.getXferID());
        bool const other = std::ranges::find(others, std::string_view{syntax.getXferID()}) != others.end();
        CHECK((cassette::find_transfer_syntax(syntax.getXferID()) != nullptr) == !other);
        ++known;
    }
    CHECK(known > 30);
}
