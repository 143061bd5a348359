#include "dimse/rejection_text.h"

#include <algorithm>
#include <array>
#include <string_view>

namespace cassette::dimse {

namespace {

struct Reason {
    std::uint8_t source, reason;
    std::string_view text;
};
constexpr std::array<Reason, 8> reasons{{
    {1, 1, "no reason given"},
    {1, 2, "application context name not supported"},
    {1, 3, "calling AE title not recognized"},
    {1, 7, "called AE title not recognized"},
    {2, 1, "no reason given"},
    {2, 2, "protocol version not supported"},
    {3, 1, "temporary congestion"},
    {3, 2, "local limit exceeded"},
}};

}  // namespace

std::string describe(Rejection rejection) {
    std::string const result = rejection.result == 2 ? "rejected, transient: " : "rejected, permanent: ";
    auto const is = [&](Reason const& known) {
        return known.source == rejection.source && known.reason == rejection.reason;
    };
    auto const found = std::ranges::find_if(reasons, is);
    if (found != reasons.end()) return result + std::string{found->text};
    return result + "source " + std::to_string(rejection.source) + ", reason " + std::to_string(rejection.reason);
}

}  // namespace cassette::dimse
