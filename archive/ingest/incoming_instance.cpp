#include "archive/ingest/incoming_instance.h"

#include "archive/ingest/blob_repair.h"
#include "archive/ingest/dataset_digest.h"
#include "archive/part10/described_instance.h"
#include "archive/part10/file_meta.h"
#include "archive/part10/part10_scanner.h"
#include "schema/moment.h"
#include "storage/blob_digest.h"
#include "storage/sha256.h"
#include "storage/transcodings.h"

namespace cassette {

namespace {

std::span<std::byte const> bytes_of(std::string_view text) {
    return std::as_bytes(std::span{text.data(), text.size()});
}

}  // namespace

class IncomingInstance::Implementation {
public:
    Implementation(Archive& archive, std::string source, Part10Scanner scanner,
                   std::optional<AnnouncedInstance> announced)
        : archive_{archive},
          source_{std::move(source)},
          scanner_{std::move(scanner)},
          announced_{std::move(announced)} {}

    Result<void> write(std::span<std::byte const> bytes) {
        if (failure_) return fail(*failure_);
        auto done = take(bytes);
        if (!done) failure_ = done.error();
        return done;
    }

    Result<StoredInstance> commit() {
        if (failure_) return fail(*failure_);
        auto scanned = scanner_.finish();
        if (!scanned) return fail(scanned.error());
        if (auto flushed = flush_unplaced(); !flushed) return fail(flushed.error());
        auto described = describe_instance(*scanned, archive_.settings);
        if (!described) return fail(described.error());
        if (auto agreed = check_announced(*described); !agreed) return fail(agreed.error());
        return place(std::move(*described));
    }

    void require_study(StudyInstanceUID study) { required_study_ = std::move(study); }

    Identification identification() const { return {scanner_.sop_class(), scanner_.sop_instance()}; }

private:
    Result<void> take(std::span<std::byte const> bytes) {
        received_ += bytes.size();
        auto const limit = archive_.settings.instance_bytes_max;
        if (limit != 0 && received_ > limit) return fail(ErrorCode::too_large, "larger than this node takes");
        if (auto fed = scanner_.feed(bytes); !fed) return fed;
        // Until the start of the stream is understood, nothing is known of what must precede it on disk.
        if (!scanner_.prefix() || !may_hash_) {
            unplaced_.append(reinterpret_cast<char const*>(bytes.data()), bytes.size());
            may_hash_ = scanner_.prefix() && decide_on_dataset_digest();
            return may_hash_ ? flush_unplaced() : Result<void>{};
        }
        return keep(bytes);
    }

    // The data set's own digest matters only when another object is known under the same SOP Instance UID, which is asked
    // as soon as the UID has passed. True when that is decided: also when the UID is nowhere near the start.
    bool decide_on_dataset_digest() {
        constexpr std::size_t uid_within = std::size_t{1} << 20;
        auto const uid = scanner_.top_level_uid({0x0008, 0x0018});
        if (uid.empty() && unplaced_.size() < uid_within && !announced_) return false;
        auto const instance = SOPInstanceUID::received(announced_ ? announced_->instance.str() : uid);
        if (!instance) return true;
        auto history = archive_.index.history(*instance);
        if (history && !history->empty()) {
            history_ = std::move(*history);
            dataset_hash_.emplace();
        }
        return true;
    }

    Result<void> flush_unplaced() {
        if (writer_ && unplaced_.empty()) return {};
        if (!writer_) {
            auto writer = archive_.blobs.create();
            if (!writer) return fail(writer.error());
            writer_ = std::move(*writer);
            if (!may_hash_) (void)decide_on_dataset_digest();
            may_hash_ = true;
            if (auto written = writer_->write(bytes_of(*scanner_.prefix())); !written) return written;
        }
        std::string const unplaced = std::move(unplaced_);
        unplaced_.clear();
        return keep(bytes_of(unplaced));
    }

    Result<void> keep(std::span<std::byte const> bytes) {
        if (dataset_hash_) hash_dataset(bytes);
        return writer_->write(bytes);
    }

    void hash_dataset(std::span<std::byte const> bytes) {
        std::uint64_t const before = scanner_.before_dataset();
        std::uint64_t const start = std::min<std::uint64_t>(before > kept_ ? before - kept_ : 0, bytes.size());
        dataset_hash_->update(bytes.subspan(static_cast<std::size_t>(start)));
        kept_ += bytes.size();
    }

    // PS3.4 B.2.3: the data set of a C-STORE is of the SOP Class and Instance that the command names.
    Result<void> check_announced(DescribedInstance const& described) const {
        if (required_study_ && *required_study_ != described.study)
            return fail(ErrorCode::nonconformant, "the instance is of another study than it was sent to");
        if (!announced_) return {};
        bool const same = announced_->instance == described.instance && announced_->sop_class == described.sop_class;
        return same ? Result<void>{} : fail(ErrorCode::nonconformant, "the data set's UIDs are not the command's");
    }

    Result<StoredInstance> place(DescribedInstance described) {
        auto const digest = writer_->finish();
        if (!digest) return fail(digest.error());
        StoredInstance stored{described.study, described.series,     described.instance,           described.sop_class,
                              *digest,         Committed::unchanged, std::move(described.warnings)};
        auto const known = known_dataset(described.instance, *digest);
        if (known) {
            stored.blob = *known;
            return stored;
        }
        bool const reject = archive_.settings.on_duplicate == OnDuplicate::reject && dataset_hash_ &&
            !recorded(*digest) && !damaged_current_;
        if (reject) return fail(ErrorCode::conflict, "other data are stored under this SOP Instance UID");
        auto const pass = archive_.blobs.gate().enter_to_publish();
        auto const now = nanoseconds_now();
        if (!keeps_its_turn(*digest))
            if (auto published = writer_->publish(now); !published) return fail(published.error());
        auto const policy = policy_for(described, *digest);
        auto record = record_of(std::move(described), {*digest, writer_->size(), now, source_},
                                *archive_.index.search_values().declared());
        auto committed = archive_.index.commit(std::move(record), policy);
        if (!committed) return fail(committed.error());
        stored.outcome = *committed;
        return stored;
    }

    bool recorded(Digest const& digest) const {
        for (auto const& version : history_)
            if (version.blob == digest) return true;
        return false;
    }

    // Publishing again heals a damaged blob and makes it the newest, in the order in which reindexing finds them. Where the
    // first to come stays current, a whole one must therefore keep its turn.
    bool keeps_its_turn(Digest const& digest) const {
        if (archive_.settings.on_duplicate != OnDuplicate::keep_first || !recorded(digest)) return false;
        auto const intact = is_intact(archive_.blobs, digest);
        return intact && *intact;
    }

    // A current version that is damaged does not keep its place, unless what was sent gave its bytes back.
    OnDuplicate policy_for(DescribedInstance const& described, Digest const& digest) {
        auto const configured = archive_.settings.on_duplicate;
        if (!damaged_current_) return configured;
        auto prefix =
            make_file_prefix(described.sop_class.str(), described.instance.str(), described.transfer_syntax.str());
        // What fails here is no reason to refuse what was sent: the version stays damaged, as verify says.
        auto const repaired = repair_blob(
            archive_.blobs, {damaged_current_->blob, digest, damaged_current_->stored_at, std::move(prefix)});
        bool const stays = repaired && *repaired && configured != OnDuplicate::supersede;
        return stays ? OnDuplicate::keep_first : OnDuplicate::supersede;
    }

    // The current version's blob when it is whole and holds this very data set behind another File Meta group, or was made of
    // it without loss. One that cannot be read is no reason to refuse: what was sent then becomes a version of its own. One that
    // is missing or damaged is noted.
    std::optional<Digest> known_dataset(SOPInstanceUID const& instance, Digest const& digest) {
        if (!dataset_hash_) return std::nullopt;
        auto const own = dataset_hash_->finish();
        auto const is_original = archive_.index.transcodings().is_original(instance, own);
        bool const transcoded = is_original && *is_original;
        if (recorded(digest) && !transcoded) return std::nullopt;
        for (auto const& version : history_) {
            if (!version.current) continue;
            auto const intact = is_intact(archive_.blobs, version.blob);
            if (intact && !*intact) damaged_current_ = version;
            if (!intact || !*intact) continue;
            if (transcoded) return version.blob;
            auto const blob = archive_.blobs.open(version.blob);
            auto const other = blob ? dataset_digest(**blob) : fail(blob.error());
            if (other && *other == own) return version.blob;
        }
        return std::nullopt;
    }

    Archive& archive_;
    std::string source_;
    Part10Scanner scanner_;
    std::optional<AnnouncedInstance> announced_;
    std::optional<StudyInstanceUID> required_study_;
    std::optional<Error> failure_;
    std::uint64_t received_ = 0;  // bytes
    std::uint64_t kept_ = 0;      // bytes of the stream that went through hash_dataset
    std::string unplaced_;
    bool may_hash_ = false;  // whether to hash the data set is decided
    std::unique_ptr<BlobWriter> writer_;
    std::vector<VersionInfo> history_;
    std::optional<Sha256> dataset_hash_;
    std::optional<VersionInfo> damaged_current_;  // when its blob is not what was stored
};

IncomingInstance::IncomingInstance(std::unique_ptr<Implementation> implementation)
    : implementation_{std::move(implementation)} {}
IncomingInstance::IncomingInstance(IncomingInstance&&) noexcept = default;
IncomingInstance& IncomingInstance::operator=(IncomingInstance&&) noexcept = default;
IncomingInstance::~IncomingInstance() = default;

Result<IncomingInstance> IncomingInstance::part10(Archive& archive, Principal const&, std::string source) {
    return IncomingInstance{std::make_unique<Implementation>(archive, std::move(source),
                                                             Part10Scanner{archive.settings.limits}, std::nullopt)};
}

Result<IncomingInstance> IncomingInstance::dataset(Archive& archive, Principal const&, std::string source,
                                                   AnnouncedInstance announced) {
    FileMeta meta{announced.sop_class.str(), announced.instance.str(), announced.transfer_syntax.str(), 0};
    Part10Scanner scanner{archive.settings.limits, std::move(meta)};
    return IncomingInstance{
        std::make_unique<Implementation>(archive, std::move(source), std::move(scanner), std::move(announced))};
}

void IncomingInstance::require_study(StudyInstanceUID study) { implementation_->require_study(std::move(study)); }
Result<void> IncomingInstance::write(std::span<std::byte const> bytes) { return implementation_->write(bytes); }
Result<StoredInstance> IncomingInstance::commit() { return implementation_->commit(); }
Identification IncomingInstance::identification() const { return implementation_->identification(); }

}  // namespace cassette
