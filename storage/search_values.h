#pragma once

#include "schema/search_attribute.h"
#include "storage/instance_record.h"

#include <cstdint>
#include <memory>
#include <span>
#include <vector>

namespace cassette {

// A search attribute that the index keeps values of.
struct DeclaredAttribute {
    std::int64_t id = 0;
    SearchAttribute attribute;
    // Versions up to this one have not been looked at for it: searches by it may miss some. 0 when all have.
    std::int64_t unfilled_from = 0;
};
using DeclaredAttributes = std::vector<DeclaredAttribute>;

// The current version of an instance that has not been looked at for all attributes.
struct UnfilledVersion {
    std::int64_t version = 0;
    DeflatedText metadata;
};
// A piece of the back-fill: the latest such versions, and where it goes on after them (0: nowhere).
struct UnfilledPage {
    std::vector<UnfilledVersion> versions;
    std::int64_t next = 0;
};
// What one version has of the attributes that were not filled for it.
struct FilledVersion {
    std::int64_t version = 0;
    std::vector<SearchedValue> values;  // sorted, each once
};

struct FillProgress {
    std::uint64_t attributes = 0;  // not complete
    std::uint64_t versions = 0;    // that are still to be looked at, at most
    std::uint64_t versions_at_first = 0;
    std::uint64_t removed_attributes = 0;  // whose values are still being deleted
};

// The search attributes of an index and the filling of their values. Those that are built in are always declared. As the
// Index it belongs to: thread-safe, durable on return.
class SearchValues {
public:
    virtual ~SearchValues() = default;

    // Those that are searched by now. Everybody who asks shares one list, which a change replaces.
    virtual std::shared_ptr<DeclaredAttributes const> declared() const = 0;
    // Makes `custom` the attributes beyond the built-in ones. New ones begin unfilled; others are no longer searched by.
    virtual Result<void> declare(std::span<SearchAttribute const> custom) = 0;

    // Back-filling goes from the latest version to the earliest, so that the first value found for a study is the one that
    // counts, as it is when instances arrive.
    virtual Result<UnfilledPage> unfilled(std::size_t count) const = 0;
    virtual Result<void> fill(std::span<FilledVersion const> versions, std::int64_t next) = 0;
    // Deletes at most `count` values of attributes that are no longer declared; whether there may be more.
    virtual Result<bool> delete_undeclared(std::size_t count) = 0;
    virtual Result<FillProgress> progress() const = 0;
};

}  // namespace cassette
