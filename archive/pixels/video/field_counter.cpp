#include "archive/pixels/video/field_counter.h"

namespace cassette::video {

Result<FieldCounter> FieldCounter::start(AVCodecParameters const& parameters, AVCodecID coding) {
    FieldCounter counter;
    if (coding != AV_CODEC_ID_H264) return counter;
    counter.settings_.reset(avcodec_alloc_context3(nullptr));
    counter.parser_.reset(av_parser_init(coding));
    bool const ready = counter.settings_ && counter.parser_ &&
        avcodec_parameters_to_context(counter.settings_.get(), &parameters) >= 0;
    if (!ready) return fail(ErrorCode::out_of_resources, "no memory for a video");
    counter.parser_->flags |= PARSER_FLAG_COMPLETE_FRAMES;
    return counter;
}

std::uint64_t FieldCounter::fields_of(AVPacket const& picture) {
    if (!parser_) return 2;
    std::uint8_t* whole = nullptr;
    int size = 0;
    (void)av_parser_parse2(parser_.get(), settings_.get(), &whole, &size, picture.data, picture.size, AV_NOPTS_VALUE,
                           AV_NOPTS_VALUE, -1);
    bool const one = parser_->picture_structure == AV_PICTURE_STRUCTURE_TOP_FIELD ||
        parser_->picture_structure == AV_PICTURE_STRUCTURE_BOTTOM_FIELD;
    return one ? 1 : 2;
}

}  // namespace cassette::video
