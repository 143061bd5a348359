#include "archive/lifecycle/backfill.h"

#include "archive/part10/deflated_text.h"
#include "archive/part10/searched_values.h"

#include <algorithm>
#include <iterator>
#include <vector>

namespace cassette {

namespace {

constexpr std::size_t deleted_values_for_version = 50;

DeclaredAttributes unfilled_for(std::int64_t version, DeclaredAttributes const& declared) {
    DeclaredAttributes unfilled;
    std::ranges::copy_if(declared, std::back_inserter(unfilled),
                         [&](DeclaredAttribute const& each) { return each.unfilled_from >= version; });
    return unfilled;
}

Result<BackfillPiece> fill_piece(Archive& archive, std::size_t versions_max) {
    auto& values = archive.index.search_values();
    auto const declared = values.declared();
    auto const page = values.unfilled(versions_max);
    if (!page) return fail(page.error());
    BackfillPiece piece{false, page->versions.size(), 0};
    std::vector<FilledVersion> filled;
    for (auto const& [version, metadata] : page->versions) {
        auto const text = inflate_text(metadata);
        if (!text) ++piece.unreadable;
        if (text) filled.push_back({version, searched_values(*text, unfilled_for(version, *declared))});
    }
    if (auto done = values.fill(filled, page->next); !done) return fail(done.error());
    return piece;
}

}  // namespace

Result<BackfillPiece> backfill_piece(Archive& archive, std::size_t versions_max) {
    auto const progress = archive.index.search_values().progress();
    if (!progress) return fail(progress.error());
    if (progress->removed_attributes > 0) {
        auto const deleted = archive.index.search_values().delete_undeclared(versions_max * deleted_values_for_version);
        return deleted ? Result<BackfillPiece>{BackfillPiece{}} : fail(deleted.error());
    }
    if (progress->attributes > 0) return fill_piece(archive, versions_max);
    return BackfillPiece{.finished = true};
}

}  // namespace cassette
