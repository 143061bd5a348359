#pragma once

#include "archive/archive.h"
#include "archive/part10/instance_layout.h"
#include "dicomweb/accept.h"
#include "dicomweb/frame_representation.h"
#include "dicomweb/multipart_writer.h"
#include "dicomweb/service.h"

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace cassette::dicomweb {

struct FrameSelection {
    InstanceLocation location;
    InstanceLayout layout;
    std::vector<std::uint32_t> numbers;  // from 1, all existing, at least one
};

// The offer by which frames leave, PS3.18 8.7.8. ErrorCode::not_acceptable naming what can be had.
[[nodiscard]] Result<Offer> choose_frame_offer(Service const& service, http::Request const& request,
                                               FramesOf const& frames, Packaging packaging);

// The frames of one instance as one offer wants them. Shared by the parts of an answer: each keeps it until it has been sent.
class FrameSource {
public:
    FrameSource(Service const& service, Principal principal, FrameSelection selection, Offer offer);

    FrameSelection const& selection() const { return selection_; }
    Offer const& offer() const { return offer_; }
    // Its bytes as they lie in the blob, or made. ErrorCode::not_found, not_acceptable when it cannot be decoded.
    Result<Pieces> open(std::uint32_t number) const;
    // "/dicom-web/studies/.../frames/3"
    std::string path(std::uint32_t number) const;
    std::optional<std::uint64_t> length(std::uint32_t number) const;
    bool as_stored() const { return as_stored_; }

private:
    Service const& service_;
    Principal principal_;
    FrameSelection selection_;
    Offer offer_;
    bool as_stored_;
};

// The part of the frame, opened when its turn comes.
[[nodiscard]] Part frame_part(std::shared_ptr<FrameSource const> const& source, std::uint32_t number);
// The same, opened at once: for few frames that have to be made, so that one that cannot be decoded is told by a status.
[[nodiscard]] Result<Part> opened_frame_part(FrameSource const& source, std::uint32_t number);

}  // namespace cassette::dicomweb
