#include "dicomweb/text_encoder.h"

#include "dicomweb/gzip.h"

#include <zstd.h>

#include <utility>

namespace cassette::dicomweb {

namespace {

class PlainEncoder final : public TextEncoder {
public:
    std::string begin() override { return {}; }
    Result<std::string> literal(std::string_view text) override { return std::string{text}; }
    Result<std::string> append(DeflatedText text) override { return inflate_text(text); }
    Result<std::string> end() override { return std::string{}; }
};

class GzipEncoder final : public TextEncoder {
public:
    std::string begin() override { return GzipComposer::begin(); }
    Result<std::string> literal(std::string_view text) override { return composer_.literal(text); }
    Result<std::string> append(DeflatedText text) override { return composer_.append(std::move(text)); }
    Result<std::string> end() override { return composer_.end(); }

private:
    GzipComposer composer_;
};

// One frame of RFC 8878.
class ZstdEncoder final : public TextEncoder {
public:
    std::string begin() override { return {}; }
    Result<std::string> literal(std::string_view text) override { return compress(text, ZSTD_e_continue); }
    Result<std::string> append(DeflatedText text) override {
        auto const plain = inflate_text(text);
        if (!plain) return plain;
        return compress(*plain, ZSTD_e_continue);
    }
    Result<std::string> end() override { return compress({}, ZSTD_e_end); }

private:
    struct Deleter {
        void operator()(ZSTD_CCtx* context) const noexcept { ZSTD_freeCCtx(context); }
    };

    Result<std::string> compress(std::string_view text, ZSTD_EndDirective directive) {
        if (!context_) return fail(ErrorCode::out_of_resources, "no memory to compress");
        std::string packed;
        ZSTD_inBuffer in{text.data(), text.size(), 0};
        while (true) {
            auto const begin = packed.size();
            packed.resize(begin + ZSTD_CStreamOutSize());
            ZSTD_outBuffer out{packed.data() + begin, packed.size() - begin, 0};
            auto const left = ZSTD_compressStream2(context_.get(), &out, &in, directive);
            if (ZSTD_isError(left) != 0U) return fail(ErrorCode::internal, "text that cannot be compressed");
            packed.resize(begin + out.pos);
            bool const done = directive == ZSTD_e_end ? left == 0 : in.pos == in.size;
            if (done) return packed;
        }
    }

    std::unique_ptr<ZSTD_CCtx, Deleter> context_{ZSTD_createCCtx()};
};

}  // namespace

std::unique_ptr<TextEncoder> make_text_encoder(http::ContentCoding coding) {
    switch (coding) {
        case http::ContentCoding::identity: return std::make_unique<PlainEncoder>();
        case http::ContentCoding::gzip: return std::make_unique<GzipEncoder>();
        case http::ContentCoding::zstd: return std::make_unique<ZstdEncoder>();
    }
    return std::make_unique<PlainEncoder>();
}

}  // namespace cassette::dicomweb
