#include "archive/clinical/worklist.h"

#include "archive/clinical/scheduled_step.h"
#include "archive/clinical/worklist_matching.h"
#include "archive/part10/json_value.h"
#include "archive/part10/value_representation.h"
#include "archive/query/item_key.h"
#include "archive/query/range.h"

#include <boost/json/array.hpp>
#include <boost/json/object.hpp>
#include <boost/json/parse.hpp>
#include <boost/json/value.hpp>

#include <algorithm>
#include <array>
#include <utility>

namespace cassette {

namespace {

namespace json = boost::json;

constexpr Tag step_sequence{0x0040, 0x0100};
constexpr Tag start_date{0x0040, 0x0002};
constexpr Tag start_time{0x0040, 0x0003};
constexpr Tag step_status{0x0040, 0x0020};

// What the index narrows by; a step is an item of its sequence.
struct Column {
    Tag tag;
    bool in_step;
    StepColumn column;
};
constexpr std::array<Column, 11> columns{{
    {{0x0020, 0x000D}, false, StepColumn::study_instance_uid},
    {{0x0040, 0x1001}, false, StepColumn::requested_procedure_id},
    {{0x0008, 0x0050}, false, StepColumn::accession_number},
    {{0x0010, 0x0020}, false, StepColumn::patient_id},
    {{0x0010, 0x0010}, false, StepColumn::patient_name},
    {{0x0040, 0x0009}, true, StepColumn::step_id},
    {{0x0008, 0x0060}, true, StepColumn::modality},
    {start_date, true, StepColumn::start_date},
    {start_time, true, StepColumn::start_time},
    {{0x0040, 0x0001}, true, StepColumn::station_ae_title},
    {step_status, true, StepColumn::status},
}};

bool is_in_step(FindKey const& key) { return key.sequences.size() == 1 && key.sequences.front() == step_sequence; }

std::optional<StepColumn> column_of(FindKey const& key) {
    bool const in_step = is_in_step(key);
    if (!in_step && !key.sequences.empty()) return std::nullopt;
    for (auto const& column : columns)
        if (column.tag == key.tag && column.in_step == in_step) return column.column;
    return std::nullopt;
}

// PS3.4 K.2.2.2: these say how the identifier is meant, or belong to other models.
bool describes_identifier(Tag tag) {
    constexpr std::array<Tag, 4> described{{{0x0008, 0x0005}, {0x0008, 0x0052}, {0x0008, 0x0053}, {0x0008, 0x0201}}};
    return std::ranges::find(described, tag) != described.end();
}

// PS3.4 Table K.6-1: Pertinent Documents Sequence and Protocol Context Sequence are retrieved with universal matching only.
bool is_returned_only(FindKey const& key) {
    return std::ranges::any_of(key.sequences, [](Tag sequence) {
        return sequence == Tag{0x0038, 0x0100} || sequence == Tag{0x0040, 0x0440};
    });
}

// The value of a key of the step; empty when there is none.
std::string_view value_in_step(WorklistQuery const& query, Tag tag) {
    for (auto const& key : query.keys)
        if (key.tag == tag && is_in_step(key)) return key.value;
    return {};
}

// PS3.4 Table K.6-1, Scheduled Procedure Step Start Time: two ranges are one, from a moment to another.
void combine_start(WorklistPlan& plan, WorklistQuery const& query) {
    auto condition = combined_range({}, value_in_step(query, start_date), value_in_step(query, start_time));
    if (!condition) return;
    plan.start = std::get<BetweenMoments>(std::move(condition->operand));
    Between days;
    if (plan.start->first) days.first = plan.start->first->date;
    if (plan.start->last) days.last = plan.start->last->date;
    plan.conditions.push_back({StepColumn::start_date, std::move(days)});
}

Result<void> add_key(WorklistPlan& plan, FindKey const& key) {
    std::string const vr{implicit_vr(key.tag, PixelRepresentation::unsigned_integer)};
    auto const matching = matching_of_vr(vr);
    if (!matching || is_returned_only(key)) {
        plan.unmatched.push_back(key.tag);
        return {};
    }
    SearchAttribute attribute{{}, key.sequences, key.tag, {}, vr, Level::instance, *matching};
    auto matched = item_match_of({0, attribute, 0}, key.value, plan.options);
    if (!matched) return fail(matched.error());
    plan.matches_nothing = plan.matches_nothing || matched->nothing;
    if (matched->conditions.empty()) return {};
    if (auto const column = column_of(key))
        for (auto& condition : matched->conditions)
            if (!std::holds_alternative<NoValue>(condition.operand))
                plan.conditions.push_back({*column, std::move(condition.operand)});
    plan.keys.push_back({key, std::move(attribute)});
    return {};
}

}  // namespace

Result<ScheduleCounts> schedule(Index& index, Principal const&, std::span<ScheduledStep const> steps) {
    auto const scheduled = index.worklist().schedule(steps);
    if (!scheduled) return fail(scheduled.error());
    auto const added = static_cast<std::uint64_t>(std::ranges::count(*scheduled, Scheduled::added));
    return ScheduleCounts{added, scheduled->size() - added};
}

Result<std::uint64_t> unschedule(Index& index, Principal const& principal, ScheduledStepKey const& key) {
    if (!may(principal, Permission::remove)) return fail(ErrorCode::not_authorized, "not permitted to this principal");
    auto const count = index.worklist().unschedule(key);
    if (count && *count == 0) return fail(ErrorCode::not_found, "no such scheduled procedure step");
    return count;
}

Result<WorklistPlan> plan_worklist(WorklistQuery const& query) {
    WorklistPlan plan;
    plan.options = query.options;
    combine_start(plan, query);
    for (auto const& key : query.keys) {
        if (describes_identifier(key.tag) || without_spaces(key.value).empty()) continue;
        bool const combined = plan.start && is_in_step(key) && (key.tag == start_date || key.tag == start_time);
        if (combined) continue;
        if (auto added = add_key(plan, key); !added) return fail(added.error());
    }
    if (without_spaces(value_in_step(query, step_status)).empty()) {
        OneOf open;
        for (auto const status : open_step_statuses) open.values.emplace_back(status);
        plan.conditions.push_back({StepColumn::status, std::move(open)});
    }
    return plan;
}

struct WorklistItem::Document {
    json::value root;
};

// The status is kept beside the data set, since it changes.
WorklistItem::WorklistItem(ScheduledStep const& step) : document_{std::make_unique<Document>()}, step_{&step} {
    json::parse_options options;
    options.max_depth = 1024;  // bounded when it was scheduled
    json::error_code failure;
    document_->root = json::parse(step.dataset, failure, {}, options);
    auto* const root = document_->root.if_object();
    auto* const sequence = root == nullptr ? nullptr : root->if_contains(to_hex(step_sequence));
    auto* const element = sequence == nullptr ? nullptr : sequence->if_object();
    auto* const values = element == nullptr ? nullptr : element->if_contains("Value");
    if (values == nullptr || !values->is_array() || values->get_array().empty()) return;
    if (auto* const item = values->get_array().front().if_object())
        (*item)[to_hex(step_status)] = json::object{{"vr", "CS"}, {"Value", json::array{step.status}}};
}
WorklistItem::WorklistItem(WorklistItem&&) noexcept = default;
WorklistItem::~WorklistItem() = default;

MetadataItem WorklistItem::root() const { return MetadataItem{document_->root.if_object()}; }

Result<void> find_worklist(Index const& index, Principal const&, WorklistPlan const& plan, WorklistSink const& sink) {
    if (plan.matches_nothing) return {};
    return index.worklist().find(plan.conditions, [&](ScheduledStep const& step) -> Result<void> {
        WorklistItem const item{step};
        return matches_plan(item.root(), plan) ? sink(item) : Result<void>{};
    });
}

}  // namespace cassette
