#include "dimse/availability_notification.h"

#include <doctest/doctest.h>

namespace cassette::dimse {

namespace {

InstanceLocation instance(std::string const& series, std::string const& uid) {
    return {.study = *StudyInstanceUID::parse("1.2"),
            .series = *SeriesInstanceUID::parse(series),
            .instance = *SOPInstanceUID::parse(uid),
            .sop_class = *SOPClassUID::parse("1.2.840.10008.5.1.4.1.1.2"),
            .transfer_syntax = *TransferSyntaxUID::parse("1.2.840.10008.1.2.1"),
            .blob = Digest{{}}};
}

std::string text(DataElement const& element) { return std::string{without_padding(element.value)}; }

}  // namespace

TEST_CASE("a notification lists a study's instances by series, ONLINE here, and nothing else (PS3.4 Table R.3.2-1)") {
    std::vector const instances{instance("1.2.1", "1.2.1.1"), instance("1.2.1", "1.2.1.2"),
                                instance("1.2.2", "1.2.2.1")};
    for (auto const encoding : {implicit_vr_little_endian, explicit_vr_little_endian}) {
        auto const bytes = write_availability(instances, "CASSETTE", encoding);
        auto const elements = read_elements(std::as_bytes(std::span{bytes}), encoding);
        REQUIRE(elements);
        REQUIRE(elements->size() == 3);
        // Type 2, and the study's performed procedure step is not ours to say.
        CHECK((*elements)[0].tag == Tag{0x0008, 0x1111});
        CHECK((*elements)[0].items.empty());
        auto const& series = (*elements)[1];
        CHECK(series.tag == Tag{0x0008, 0x1115});
        REQUIRE(series.items.size() == 2);
        REQUIRE(series.items[0].size() == 2);
        CHECK(text(series.items[0][1]) == "1.2.1");
        auto const& references = series.items[0][0];
        CHECK(references.tag == Tag{0x0008, 0x1199});
        REQUIRE(references.items.size() == 2);
        auto const& reference = references.items[1];
        REQUIRE(reference.size() == 4);
        CHECK(text(reference[0]) == "CASSETTE");
        CHECK(text(reference[1]) == "ONLINE");
        CHECK(text(reference[2]) == "1.2.840.10008.5.1.4.1.1.2");
        CHECK(text(reference[3]) == "1.2.1.2");
        CHECK(series.items[1][0].items.size() == 1);
        CHECK(text((*elements)[2]) == "1.2");
    }
}

TEST_CASE("a notification has one UID, however often it is tried, and another one has another") {
    OutboxTask const task{7, {TaskKind::availability_notification, *AETitle::parse("RIS"), "1.2", "", 5, 5}, 0, {}};
    auto again = task;
    again.attempts = 3;
    again.claim = 9;
    again.task.not_before = 77;
    CHECK(notification_uid(again) == notification_uid(task));
    CHECK(is_valid_uid(notification_uid(task)));
    again.task.queued_at = 6;
    CHECK(notification_uid(again) != notification_uid(task));
}

}  // namespace cassette::dimse
