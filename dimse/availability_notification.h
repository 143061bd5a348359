#pragma once

#include "archive/outgoing/delivery.h"
#include "dimse/invoker.h"

#include <span>
#include <string>
#include <string_view>

namespace cassette::dimse {

inline constexpr std::string_view instance_availability_notification = "1.2.840.10008.5.1.4.33";  // PS3.4 R.3.4

// The Attribute List of an Instance Availability Notification, PS3.4 Table R.3.2-1: instances of one study, series by series, all
// of them ONLINE at `ae_title`. Of no performed procedure step in particular, which the instances name themselves.
[[nodiscard]] std::string write_availability(std::span<InstanceLocation const> instances, std::string_view ae_title,
                                             ElementEncoding encoding);

// The SOP Instance UID of the notification that a task is about: the same one each time it is tried.
[[nodiscard]] std::string notification_uid(OutboxTask const& task);

// N-CREATE as SCU of Instance Availability Notification, PS3.4 R.3.2.1 and PS3.7 10.1.5. Success when the peer has it, perhaps
// from an earlier attempt; otherwise an error that names its status, or one of Invoker.
[[nodiscard]] Result<void> notify_availability(Invoker& invoker, AcceptedContext const& context,
                                               std::string const& notification, std::string_view attributes);

}  // namespace cassette::dimse
