#include "tools/outgoing_settings.h"

#include <algorithm>
#include <charconv>
#include <chrono>
#include <cstdint>
#include <iterator>
#include <utility>

namespace cassette {

namespace {

using Values = std::vector<std::string>;

Failure wrong(std::string what) { return fail(ErrorCode::malformed, std::move(what)); }

struct FilterKey {
    std::string_view key;
    Values ArrivalFilter::*list;
};
constexpr FilterKey filter_keys[] = {
    {"calling_ae_title", &ArrivalFilter::calling_ae_title}, {"modality", &ArrivalFilter::modality},
    {"station_name", &ArrivalFilter::station_name},         {"sop_class", &ArrivalFilter::sop_class},
    {"institution_name", &ArrivalFilter::institution_name},
};

// Takes `table` apart: the filter, and `to`; `others` are the keys that this kind of rule has besides.
class RuleReader {
public:
    RuleReader(RuleTable const& table, std::span<std::string_view const> others) : table_{table}, others_{others} {}

    Result<AETitle> to() const {
        auto const found = table_.find("to");
        if (found == table_.end() || found->second.size() != 1) return wrong("to names no AE title");
        auto title = AETitle::parse(found->second.front());
        return title ? std::move(title) : wrong("to is not an AE title");
    }

    Result<ArrivalFilter> filter() const {
        ArrivalFilter filter;
        for (auto const& [key, values] : table_) {
            if (key == "to" || std::ranges::find(others_, key) != others_.end()) continue;
            auto const known = std::ranges::find(filter_keys, key, &FilterKey::key);
            if (known == std::end(filter_keys)) return wrong(key + " is no key of a rule");
            auto const empty = [](std::string const& value) { return value.empty(); };
            if (values.empty() || std::ranges::any_of(values, empty))
                return wrong(key + " is neither a text nor a list");
            filter.*known->list = values;
        }
        return filter;
    }

private:
    RuleTable const& table_;
    std::span<std::string_view const> others_;
};

constexpr std::string_view quiet_seconds = "quiet_seconds";

Result<std::chrono::seconds> quiet_of(RuleTable const& table) {
    constexpr std::int64_t day = 24 * 60 * 60;
    auto const found = table.find(std::string{quiet_seconds});
    if (found == table.end()) return std::chrono::seconds{60};
    auto const text = found->second.empty() ? std::string{} : found->second.front();
    std::int64_t seconds = 0;
    auto const [end, error] = std::from_chars(text.data(), text.data() + text.size(), seconds);
    bool const whole = error == std::errc{} && end == text.data() + text.size();
    if (!whole || seconds < 0 || seconds > day) return wrong("quiet_seconds is not a number of seconds up to a day");
    return std::chrono::seconds{seconds};
}

}  // namespace

Result<ForwardingRule> parse_forwarding_rule(RuleTable const& table) {
    RuleReader const reader{table, {}};
    auto to = reader.to();
    if (!to) return fail(to.error());
    auto filter = reader.filter();
    if (!filter) return fail(filter.error());
    return ForwardingRule{*std::move(to), *std::move(filter)};
}

Result<NotificationRule> parse_notification_rule(RuleTable const& table) {
    RuleReader const reader{table, std::span{&quiet_seconds, 1}};
    auto to = reader.to();
    if (!to) return fail(to.error());
    auto filter = reader.filter();
    if (!filter) return fail(filter.error());
    auto const quiet = quiet_of(table);
    if (!quiet) return fail(quiet.error());
    return NotificationRule{*std::move(to), *quiet, *std::move(filter)};
}

Result<void> check_destinations(DispatchRules const& rules, std::span<AETitle const> reachable) {
    auto const check = [&](AETitle const& to, std::string_view key) -> Result<void> {
        if (std::ranges::find(reachable, to) != reachable.end()) return {};
        return wrong(std::string{key} + ".to: " + to.str() + " is not listed in dimse.peers with a host");
    };
    for (auto const& rule : rules.forward)
        if (auto found = check(rule.to, "dimse.forward"); !found) return found;
    for (auto const& rule : rules.notify)
        if (auto found = check(rule.to, "dimse.notify"); !found) return found;
    return {};
}

}  // namespace cassette
