#include "archive/pixels/voi_selection.h"

#include <dcmtk/dcmdata/dcdeftag.h>
#include <dcmtk/dcmdata/dcsequen.h>

#include <algorithm>
#include <charconv>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace cassette {

namespace {

constexpr unsigned long views_max = 256;

std::string text_at(DcmItem& item, DcmTagKey const& key, unsigned long position) {
    OFString text;
    if (item.findAndGetOFString(key, text, position).bad()) return {};
    return std::string{text.data(), text.size()};
}

// Spaces at either end mean nothing (PS3.5 6.2, LO), nor does case here.
std::string comparable(std::string_view text) {
    while (text.starts_with(' ')) text.remove_prefix(1);
    while (text.ends_with(' ')) text.remove_suffix(1);
    std::string same{text};
    for (auto& letter : same)
        if (letter >= 'A' && letter <= 'Z') letter = static_cast<char>(letter - 'A' + 'a');
    return same;
}

struct View {
    enum class Kind { lut, window } kind;
    unsigned long position;
    std::string explanation;
};

DcmSequenceOfItems* luts_of(DcmItem& attributes) {
    DcmSequenceOfItems* sequence = nullptr;
    return attributes.findAndGetSequence(DCM_VOILUTSequence, sequence).good() ? sequence : nullptr;
}

std::vector<View> views_of(DcmItem& attributes) {
    std::vector<View> views;
    if (auto* const luts = luts_of(attributes); luts != nullptr)
        for (unsigned long i = 0; i < std::min(luts->card(), views_max); ++i)
            views.push_back({View::Kind::lut, i, text_at(*luts->getItem(i), DCM_LUTExplanation, 0)});
    for (unsigned long i = 0; i < views_max; ++i) {
        if (text_at(attributes, DCM_WindowCenter, i).empty() || text_at(attributes, DCM_WindowWidth, i).empty()) break;
        views.push_back({View::Kind::window, i, text_at(attributes, DCM_WindowCenterWidthExplanation, i)});
    }
    return views;
}

std::optional<View> find_view(std::vector<View> const& views, std::string_view wanted) {
    std::size_t number = 0;
    auto const [end, error] = std::from_chars(wanted.data(), wanted.data() + wanted.size(), number);
    bool const is_number = error == std::errc{} && end == wanted.data() + wanted.size();
    if (is_number && number >= 1 && number <= views.size()) return views[number - 1];
    for (auto const& view : views)
        if (!view.explanation.empty() && comparable(view.explanation) == comparable(wanted)) return view;
    return std::nullopt;
}

void keep_lut(DcmItem& attributes, unsigned long position) {
    auto* const luts = luts_of(attributes);
    for (unsigned long i = luts->card(); i-- > 0;)
        if (i != position) std::unique_ptr<DcmItem> const dropped{luts->remove(i)};
    (void)attributes.findAndDeleteElement(DCM_WindowCenter);
    (void)attributes.findAndDeleteElement(DCM_WindowWidth);
}

void keep_window(DcmItem& attributes, unsigned long position) {
    auto const center = text_at(attributes, DCM_WindowCenter, position);
    auto const width = text_at(attributes, DCM_WindowWidth, position);
    (void)attributes.findAndDeleteElement(DCM_VOILUTSequence);
    (void)attributes.putAndInsertString(DCM_WindowCenter, center.c_str());
    (void)attributes.putAndInsertString(DCM_WindowWidth, width.c_str());
}

}  // namespace

Result<void> select_voi(DcmItem& attributes, std::string_view wanted) {
    auto const views = views_of(attributes);
    auto const view = find_view(views, wanted);
    if (!view)
        return fail(ErrorCode::malformed,
                    "voi: the image has " + std::to_string(views.size()) + " VOI LUTs and windows, and none such");
    if (view->kind == View::Kind::lut)
        keep_lut(attributes, view->position);
    else
        keep_window(attributes, view->position);
    return {};
}

}  // namespace cassette
