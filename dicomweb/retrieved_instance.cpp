#include "dicomweb/retrieved_instance.h"

#include "archive/pixels/transcode.h"
#include "archive/retrieve/retrieve.h"

#include <utility>

namespace cassette::dicomweb {

namespace {

Result<Pieces> open_stored(Archive const& archive, Principal const& principal, InstanceLocation const& location) {
    auto blob = open_part10(archive, principal, location);
    if (!blob) return fail(blob.error());
    return whole(*std::move(blob));
}

std::string content_type_of(TransferSyntaxUID const& transfer_syntax) {
    return "application/dicom; transfer-syntax=" + transfer_syntax.str();
}

}  // namespace

std::optional<std::uint64_t> RetrievedInstance::length() const {
    return as_stored() ? std::optional{location.size} : std::nullopt;
}

std::string RetrievedInstance::content_type() const { return content_type_of(transfer_syntax); }

std::variant<PiecesOpener, StreamOpener> opener_of(Archive const& archive, Principal const& principal,
                                                   RetrievedInstance const& instance) {
    if (instance.as_stored())
        return PiecesOpener{
            [&archive, principal, location = instance.location] { return open_stored(archive, principal, location); }};
    return StreamOpener{[&archive, principal, instance]() -> Result<StreamedPart> {
        auto made = open_transcoded(archive, principal, instance);
        if (made || made.error().code != ErrorCode::not_acceptable) return made;
        auto stored = open_stored(archive, principal, instance.location);
        if (!stored) return fail(stored.error());
        return StreamedPart{body_of(*std::move(stored)), content_type_of(instance.location.transfer_syntax)};
    }};
}

Result<StreamedPart> open_transcoded(Archive const& archive, Principal const& principal,
                                     RetrievedInstance const& instance) {
    auto const layout = layout_of(archive, principal, instance.location);
    if (!layout) return fail(layout.error());
    auto stream = transcoded_part10(archive, principal, {instance.location, *layout}, instance.transfer_syntax);
    if (!stream) return fail(stream.error());
    return StreamedPart{body_of(*std::move(stream)), {}};
}

}  // namespace cassette::dicomweb
