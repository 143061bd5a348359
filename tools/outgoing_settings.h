#pragma once

#include "archive/outgoing/dispatch.h"
#include "schema/result.h"

#include <map>
#include <span>
#include <string>
#include <vector>

namespace cassette {

// One table of [[dimse.forward]] or [[dimse.notify]]: values by key, a single one as a list of one. ErrorCode::malformed names
// the key that is wrong.
using RuleTable = std::map<std::string, std::vector<std::string>>;
[[nodiscard]] Result<ForwardingRule> parse_forwarding_rule(RuleTable const& table);
[[nodiscard]] Result<NotificationRule> parse_notification_rule(RuleTable const& table);

// Whether everybody who is to be told of something can be called: is listed with a host. ErrorCode::malformed names who cannot.
[[nodiscard]] Result<void> check_destinations(DispatchRules const& rules, std::span<AETitle const> reachable);

}  // namespace cassette
