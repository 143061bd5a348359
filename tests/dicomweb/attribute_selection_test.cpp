#include "dicomweb/attribute_selection.h"

#include <doctest/doctest.h>

#include <initializer_list>
#include <string>
#include <string_view>

namespace cassette::dicomweb {

namespace {

AttributeSelection selected(std::initializer_list<std::string_view> paths) {
    AttributeSelection selection;
    for (auto const path : paths) selection.add(*parse_attribute_path(path));
    return selection;
}

constexpr Tag request_attributes{0x0040, 0x0275};
constexpr char const* sequence =
    R"({"vr":"SQ","Value":[{"00400008":{"vr":"SQ","Value":[{"00080100":{"vr":"SH","Value":["C"]},)"
    R"("00080104":{"vr":"LO","Value":["M"]}}]},"00400009":{"vr":"SH","Value":["S1"]}},{"00401001":{"vr":"SH"}}]})";

}  // namespace

TEST_CASE("a sequence is reduced to what is wanted of its items (PS3.4 C.2.2.2.6)") {
    auto const one = selected({"00400275.00400009"});
    CHECK(one.contains(request_attributes));
    CHECK_FALSE(one.contains({0x0040, 0x0009}));
    CHECK(one.reduced(request_attributes, sequence) ==
          R"({"vr":"SQ","Value":[{"00400009":{"vr":"SH","Value":["S1"]}},{}]})");
    CHECK(selected({"00400275.00400008.CodeValue", "00400275.00401001"}).reduced(request_attributes, sequence) ==
          R"({"vr":"SQ","Value":[{"00400008":{"vr":"SQ","Value":[{"00080100":{"vr":"SH","Value":["C"]}}]}},)"
          R"({"00401001":{"vr":"SH"}}]})");
    CHECK(one.reduced(request_attributes, R"({"vr":"SQ"})") == R"({"vr":"SQ"})");
    CHECK(one.reduced(request_attributes, "nonsense") == R"({"vr":"SQ"})");
}

TEST_CASE("a sequence that is wanted whole stays whole") {
    for (auto const& selection : {selected({"00400275"}), selected({"00400275", "00400275.00400009"}),
                                  selected({"00400275.00400009", "00400275"})})
        CHECK(selection.reduced(request_attributes, sequence) == sequence);
}

TEST_CASE("a private element brings its creator along, in items too (PS3.18 10.6.3.3)") {
    auto const selection = selected({"00091201", "00081140.00091003"});
    CHECK(selection.contains({0x0009, 0x0012}));
    CHECK(selection.reduced(
              {0x0008, 0x1140},
              R"({"vr":"SQ","Value":[{"00081155":{"vr":"UI","Value":["1.2"]},"00090010":{"vr":"LO","Value":["A"]},)"
              R"("00091003":{"vr":"LO","Value":["x"]}}]})") ==
          R"({"vr":"SQ","Value":[{"00090010":{"vr":"LO","Value":["A"]},"00091003":{"vr":"LO","Value":["x"]}}]})");
    CHECK(AttributeSelection{}.empty());
}

}  // namespace cassette::dicomweb
