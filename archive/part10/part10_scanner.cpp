#include "archive/part10/part10_scanner.h"

#include "schema/transfer_syntax.h"
#include "schema/uid.h"

namespace cassette {

namespace {

constexpr std::size_t preamble_and_magic = 132;
constexpr std::size_t meta_size_max = std::size_t{1} << 20;
// SOP Class and Instance UID are in group 0008, so they come within this much of a data set or never.
constexpr std::string_view magic = "DICM";
constexpr Tag sop_class_tag{0x0008, 0x0016};
constexpr Tag sop_instance_tag{0x0008, 0x0018};

std::span<std::byte const> bytes_of(std::string_view text) {
    return std::as_bytes(std::span{text.data(), text.size()});
}

std::string_view uid_of(ElementEncoding encoding) {
    if (!encoding.explicit_vr) return "1.2.840.10008.1.2";
    return encoding.order == ByteOrder::big ? "1.2.840.10008.1.2.2" : "1.2.840.10008.1.2.1";
}

ElementEncoding encoding_of(TransferSyntax const* syntax) {
    if (syntax == nullptr) return {};
    if (syntax->encoding == DatasetEncoding::implicit_little) return {false, ByteOrder::little};
    return {true, syntax->encoding == DatasetEncoding::explicit_big ? ByteOrder::big : ByteOrder::little};
}

}  // namespace

Part10Scanner::Part10Scanner(DatasetLimits const& limits) : limits_{limits} {}

Part10Scanner::Part10Scanner(DatasetLimits const& limits, FileMeta announced) : limits_{limits}, phase_{Phase::meta} {
    prefix_ = make_file_prefix(announced.sop_class, announced.sop_instance, announced.transfer_syntax);
    announced.size = 0;
    scanned_.meta = std::move(announced);
}

Result<void> Part10Scanner::feed(std::span<std::byte const> bytes) {
    if (phase_ == Phase::dataset) return feed_dataset(bytes);
    pending_.append(reinterpret_cast<char const*>(bytes.data()), bytes.size());
    return advance(MoreBytes::may_follow);
}

Result<void> Part10Scanner::advance(MoreBytes more) {
    if (phase_ == Phase::start) {
        auto const found = find_start(more);
        if (!found) return fail(found.error());
        if (!*found) return {};
        phase_ = Phase::meta;
    }
    if (phase_ == Phase::meta) {
        auto const found = find_dataset(more);
        if (!found) return fail(found.error());
        if (!*found) return {};
        return begin_dataset();
    }
    return {};
}

// PS3.10 7.1: 128 bytes and "DICM"; leniently, "DICM" alone, File Meta alone, or a bare data set.
Result<bool> Part10Scanner::find_start(MoreBytes more) {
    if (pending_.size() < preamble_and_magic && more == MoreBytes::may_follow) return false;
    if (pending_.size() >= preamble_and_magic && pending_.compare(128, magic.size(), magic) == 0) {
        pending_used_ = preamble_and_magic;
        prefix_ = "";
        return true;
    }
    scanned_.had_preamble = false;
    if (pending_.starts_with(magic)) {
        pending_used_ = magic.size();
        prefix_ = preamble();
        return true;
    }
    if (pending_.starts_with(std::string_view{"\2\0", 2})) {
        prefix_ = preamble() + std::string{magic};
        return true;
    }
    scanned_.had_meta = false;
    if (!guess_encoding(bytes_of(pending_))) return fail(ErrorCode::malformed, "not DICOM");
    return true;
}

// Takes the File Meta group, then waits for the first eight bytes of the data set.
Result<bool> Part10Scanner::find_dataset(MoreBytes more) {
    bool const announced = prefix_.has_value() && !prefix_->empty() && scanned_.had_preamble;
    std::size_t meta_size = 0;
    if (scanned_.had_meta && !announced) {
        auto meta = read_file_meta(bytes_of(std::string_view{pending_}.substr(pending_used_)), more);
        if (!meta) return fail(meta.error());
        if (!meta->has_value() && pending_.size() > meta_size_max)
            return fail(ErrorCode::malformed, "an endless File Meta group");
        if (!meta->has_value()) return false;
        scanned_.meta = std::move(**meta);
        meta_size = scanned_.meta.size;
    }
    std::size_t const dataset_start = pending_used_ + meta_size;
    if (pending_.size() < dataset_start + 8 && more == MoreBytes::may_follow) return false;
    before_dataset_ = dataset_start;
    return true;
}

Result<void> Part10Scanner::begin_dataset() {
    phase_ = Phase::dataset;
    std::string const pending = std::move(pending_);
    auto const rest = bytes_of(pending).subspan(static_cast<std::size_t>(before_dataset_));
    if (auto chosen = choose_encoding(rest); !chosen) return chosen;
    return feed_dataset(rest);
}

// Believes File Meta unless the data set's first bytes say otherwise.
Result<void> Part10Scanner::choose_encoding(std::span<std::byte const> first_bytes) {
    auto const& declared = scanned_.meta.transfer_syntax;
    TransferSyntax const* const syntax = find_transfer_syntax(declared);
    scanned_.known_transfer_syntax = syntax != nullptr;
    scanned_.transfer_syntax = declared;
    scanned_.deflated = syntax != nullptr && syntax->encoding == DatasetEncoding::deflated;
    ElementEncoding encoding = encoding_of(syntax);
    if (scanned_.deflated) {
        inflater_.emplace(limits_.inflated_bytes_max);
    } else if (auto const guessed = guess_encoding(first_bytes);
               guessed && (*guessed != encoding || declared.empty())) {
        encoding = *guessed;
        scanned_.transfer_syntax_disagrees = scanned_.had_meta;
        bool const rewrite = declared.empty() || (syntax != nullptr && !syntax->encapsulated);
        if (rewrite) scanned_.transfer_syntax = uid_of(encoding);
        scanned_.known_transfer_syntax = scanned_.known_transfer_syntax || declared.empty();
    }
    if (!is_valid_uid(scanned_.transfer_syntax)) return fail(ErrorCode::malformed, "no Transfer Syntax UID");
    dataset_.emplace(limits_, encoding);
    return {};
}

Result<void> Part10Scanner::feed_dataset(std::span<std::byte const> bytes) {
    dataset_size_ += bytes.size();
    auto const scan = [this](std::span<std::byte const> plain) { return dataset_->feed(plain); };
    auto fed = inflater_ ? inflater_->feed(bytes, scan) : dataset_->feed(bytes);
    if (!fed) return fed;
    return settle_prefix(MoreBytes::may_follow);
}

Result<void> Part10Scanner::settle_prefix(MoreBytes more) {
    if (prefix_) return {};
    auto const sop_class = top_level_uid(sop_class_tag);
    auto const sop_instance = top_level_uid(sop_instance_tag);
    if (is_usable_uid(sop_class) && is_usable_uid(sop_instance)) {
        prefix_ = make_file_prefix(sop_class, sop_instance, scanned_.transfer_syntax);
        return {};
    }
    bool const hopeless = more == MoreBytes::none || dataset_size_ > identity_within;
    return hopeless ? fail(ErrorCode::malformed, "no SOP Class or SOP Instance UID") : Result<void>{};
}

Result<ScannedInstance> Part10Scanner::finish() {
    if (phase_ != Phase::dataset)
        if (auto advanced = advance(MoreBytes::none); !advanced) return fail(advanced.error());
    if (auto settled = settle_prefix(MoreBytes::none); !settled) return fail(settled.error());
    if (inflater_ && !inflater_->ended()) return fail(ErrorCode::malformed, "the deflated data set ends early");
    auto dataset = dataset_->finish();
    if (!dataset) return fail(dataset.error());
    scanned_.dataset = std::move(*dataset);
    scanned_.range = {prefix_->size() + before_dataset_, dataset_size_};
    return std::move(scanned_);
}

std::uint64_t Part10Scanner::skippable() const {
    bool const direct = phase_ == Phase::dataset && !inflater_;
    return direct ? dataset_->skippable() : 0;
}

void Part10Scanner::skip(std::uint64_t count) {
    dataset_size_ += count;
    dataset_->skip(count);
}

std::string Part10Scanner::top_level_uid(Tag tag) const {
    return dataset_ ? std::string{without_uid_padding(dataset_->top_level(tag))} : std::string{};
}

std::string Part10Scanner::sop_class() const {
    auto found = top_level_uid(sop_class_tag);
    return found.empty() ? scanned_.meta.sop_class : found;
}

std::string Part10Scanner::sop_instance() const {
    auto found = top_level_uid(sop_instance_tag);
    return found.empty() ? scanned_.meta.sop_instance : found;
}

}  // namespace cassette
