#include "dimse/availability_notification.h"

#include "archive/part10/instance_uids.h"
#include "dimse/commitment_report.h"

#include <algorithm>
#include <array>

namespace cassette::dimse {

namespace {

constexpr std::uint16_t duplicate_sop_instance = 0x0111;
// PS3.7 10.1.5.1.8: the instance was created, and something in it was not to the peer's liking.
constexpr std::array<std::uint16_t, 2> created_with_warning{0x0107, 0x0116};

DataElement element(Tag tag, std::string vr, std::string value) {
    return {.tag = tag, .vr = std::move(vr), .value = std::move(value)};
}

DataElements item_of(InstanceLocation const& instance, std::string_view ae_title) {
    return {element({0x0008, 0x0054}, "AE", std::string{ae_title}), element({0x0008, 0x0056}, "CS", "ONLINE"),
            element({0x0008, 0x1150}, "UI", instance.sop_class.str()),
            element({0x0008, 0x1155}, "UI", instance.instance.str())};
}

}  // namespace

std::string write_availability(std::span<InstanceLocation const> instances, std::string_view ae_title,
                               ElementEncoding encoding) {
    DataElement series{.tag = {0x0008, 0x1115}, .vr = "SQ"};
    for (std::size_t at = 0; at < instances.size();) {
        auto const& uid = instances[at].series;
        DataElement references{.tag = {0x0008, 0x1199}, .vr = "SQ"};
        for (; at < instances.size() && instances[at].series == uid; ++at)
            references.items.push_back(item_of(instances[at], ae_title));
        series.items.push_back({std::move(references), element({0x0020, 0x000E}, "UI", uid.str())});
    }
    std::string attributes;
    append_element(attributes, {.tag = {0x0008, 0x1111}, .vr = "SQ"}, encoding);
    append_element(attributes, series, encoding);
    auto const study = instances.empty() ? std::string{} : instances.front().study.str();
    append_element(attributes, element({0x0020, 0x000D}, "UI", study), encoding);
    return attributes;
}

std::string notification_uid(OutboxTask const& task) {
    auto const seed = task.task.subject + ' ' + task.task.destination.str() + ' ' + std::to_string(task.task.queued_at);
    return uid_derived_from("availability", seed);
}

Result<void> notify_availability(Invoker& invoker, AcceptedContext const& context, std::string const& notification,
                                 std::string_view attributes) {
    auto command = command_of(CommandField::n_create_rq);
    command.affected_sop_class = instance_availability_notification;
    command.affected_sop_instance = notification;
    auto const reply = invoker.invoke(context, std::move(command), in_one_piece(attributes));
    if (!reply) return fail(reply.error());
    auto const status = reply->command.status;
    bool const created = status == 0 || status == duplicate_sop_instance ||
        std::ranges::find(created_with_warning, status) != created_with_warning.end();
    return created ? Result<void>{} : failed_with("N-CREATE", status);
}

}  // namespace cassette::dimse
