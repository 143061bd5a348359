#include "archive/pixels/transcode/dataset_stream.h"

#include <dcmtk/dcmdata/dcostrmb.h>
#include <dcmtk/dcmdata/dcwcache.h>

namespace cassette {

namespace {

class DatasetStream final : public ByteStream {
public:
    DatasetStream(std::unique_ptr<DcmDataset> dataset, E_TransferSyntax syntax,
                  std::shared_ptr<DatasetBytes const> bytes)
        : dataset_{std::move(dataset)}, syntax_{syntax}, bytes_{std::move(bytes)} {
        // PS3.5 7.2: group lengths are retired, and those of another encoding would be wrong.
        dataset_->computeGroupLengthAndPadding(EGL_withoutGL, EPD_noChange, syntax, EET_UndefinedLength);
        length_ = dataset_->getLength(syntax, EET_UndefinedLength);
        dataset_->transferInit();
    }

    std::optional<std::uint64_t> length() const override {
        // DCMTK counts to this, and stays there.
        constexpr Uint32 beyond = 0xFFFFFFFF;
        return length_ < beyond ? std::optional<std::uint64_t>{length_} : std::nullopt;
    }

    Result<std::optional<std::string>> next() override {
        if (done_) return std::optional<std::string>{};
        std::string piece(piece_size, '\0');
        DcmOutputBufferStream out{piece.data(), static_cast<offile_off_t>(piece.size())};
        auto const written = dataset_->write(out, syntax_, EET_UndefinedLength, &cache_, EGL_withoutGL);
        if (bytes_->failure()) return fail(*bytes_->failure());
        done_ = written.good();
        if (!done_ && written != EC_StreamNotifyClient)
            return fail(ErrorCode::internal, std::string{"DCMTK: "} + written.text());
        void* buffer = nullptr;
        offile_off_t size = 0;
        out.flushBuffer(buffer, size);
        if (size == 0 && !done_) return fail(ErrorCode::internal, "DCMTK writes nothing");
        if (size == 0) return std::optional<std::string>{};
        piece.resize(static_cast<std::size_t>(size));
        return std::optional{std::move(piece)};
    }

private:
    static constexpr std::size_t piece_size = 256 * 1024;

    std::unique_ptr<DcmDataset> dataset_;
    E_TransferSyntax syntax_;
    std::shared_ptr<DatasetBytes const> bytes_;
    std::uint64_t length_ = 0;
    DcmWriteCache cache_;
    bool done_ = false;
};

}  // namespace

std::unique_ptr<ByteStream> stream_of(std::unique_ptr<DcmDataset> dataset, ValueRepresentations vrs,
                                      std::shared_ptr<DatasetBytes const> bytes) {
    auto const syntax = vrs == ValueRepresentations::implicit_vr ? EXS_LittleEndianImplicit : EXS_LittleEndianExplicit;
    return std::make_unique<DatasetStream>(std::move(dataset), syntax, std::move(bytes));
}

}  // namespace cassette
