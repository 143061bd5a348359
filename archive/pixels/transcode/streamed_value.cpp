#include "archive/pixels/transcode/streamed_value.h"

#include <dcmtk/dcmdata/dcistrma.h>
#include <dcmtk/dcmdata/dcsequen.h>
#include <dcmtk/dcmdata/dcvrobow.h>

#include <algorithm>
#include <charconv>
#include <cstring>
#include <vector>

namespace cassette {

namespace {

// The range, and a zero behind it where its length is odd.
class RangeProducer final : public DcmProducer {
public:
    RangeProducer(std::shared_ptr<DatasetBytes> bytes, ByteRange range) : bytes_{std::move(bytes)}, range_{range} {}

    OFBool good() const override { return good_; }
    OFCondition status() const override { return good_ ? EC_Normal : EC_InvalidStream; }
    OFBool eos() override { return position_ == padded_length(); }
    offile_off_t avail() override { return static_cast<offile_off_t>(padded_length() - position_); }
    offile_off_t read(void* buffer, offile_off_t length) override {
        auto const wanted = take(length);
        auto const begin = position_ - wanted;
        auto const stored = begin < range_.length ? std::min(wanted, range_.length - begin) : 0;
        std::memset(buffer, 0, static_cast<std::size_t>(wanted));
        auto const out = std::span{static_cast<std::byte*>(buffer), static_cast<std::size_t>(stored)};
        good_ = good_ && bytes_->read_at(range_.offset + begin, out).has_value();
        return good_ ? static_cast<offile_off_t>(wanted) : 0;
    }
    offile_off_t skip(offile_off_t length) override { return static_cast<offile_off_t>(take(length)); }
    void putback(offile_off_t count) override { position_ -= static_cast<std::uint64_t>(count); }

private:
    std::uint64_t padded_length() const { return range_.length + range_.length % 2; }
    std::uint64_t take(offile_off_t length) {
        auto const taken = std::min(static_cast<std::uint64_t>(length), padded_length() - position_);
        position_ += taken;
        return taken;
    }

    std::shared_ptr<DatasetBytes> bytes_;
    ByteRange range_;
    std::uint64_t position_ = 0;
    bool good_ = true;
};

class RangeFactory final : public DcmInputStreamFactory {
public:
    RangeFactory(std::shared_ptr<DatasetBytes> bytes, ByteRange range) : bytes_{std::move(bytes)}, range_{range} {}

    DcmInputStream* create() const override;
    DcmInputStreamFactory* clone() const override { return std::make_unique<RangeFactory>(*this).release(); }
    DcmInputStreamFactoryType ident() const override { return DFT_DcmInputTempFileStreamFactory; }
    RangeProducer producer() const { return {bytes_, range_}; }

private:
    std::shared_ptr<DatasetBytes> bytes_;
    ByteRange range_;
};

class RangeStream final : public DcmInputStream {
public:
    explicit RangeStream(RangeFactory const& factory)
        : DcmInputStream{&producer_}, factory_{factory}, producer_{factory.producer()} {}
    DcmInputStreamFactory* newFactory() const override { return factory_.clone(); }

private:
    RangeFactory factory_;
    RangeProducer producer_;
};

// DCMTK deletes it.
DcmInputStream* RangeFactory::create() const { return std::make_unique<RangeStream>(*this).release(); }

std::vector<std::string_view> steps_of(std::string_view path) {
    std::vector<std::string_view> steps;
    for (auto dot = path.find('.'); dot != std::string_view::npos; dot = path.find('.')) {
        steps.push_back(path.substr(0, dot));
        path.remove_prefix(dot + 1);
    }
    steps.push_back(path);
    return steps;
}

DcmTagKey key_of(std::string_view step) {
    auto const tag = parse_tag(step).value_or(Tag{});
    return DcmTagKey{tag.group, tag.element};
}

// The data set or item that has the last step's element (BulkValue::path).
DcmItem* holder_of(DcmDataset& header, std::vector<std::string_view> const& steps) {
    DcmItem* holder = &header;
    for (std::size_t i = 0; i + 1 < steps.size(); i += 2) {
        signed long number = 0;
        (void)std::from_chars(steps[i + 1].data(), steps[i + 1].data() + steps[i + 1].size(), number);
        DcmItem* item = nullptr;
        if (number < 1 || holder->findAndGetSequenceItem(key_of(steps[i]), item, number - 1).bad()) return nullptr;
        holder = item;
    }
    return holder;
}

// PS3.5 6.2.2: a VR that DCMTK does not know is written as UN.
DcmTag tag_of(std::string_view step, std::string const& vr_name) {
    DcmVR const vr{vr_name.c_str()};
    bool const known = vr_name.size() == 2 && vr.isStandard();
    return DcmTag{key_of(step), known ? vr : DcmVR{EVR_UN}};
}

}  // namespace

Result<void> put_streamed_values(DcmDataset& header, InstanceLayout const& layout,
                                 std::shared_ptr<DatasetBytes> const& bytes) {
    constexpr std::uint64_t length_max = 0xFFFFFFFD;
    auto const order = layout.big_endian ? EBO_BigEndian : EBO_LittleEndian;
    for (auto const& value : layout.bulk) {
        auto const steps = steps_of(value.path);
        auto* const holder = holder_of(header, steps);
        if (holder == nullptr) continue;
        if (value.range.length > length_max) return fail(ErrorCode::too_large, "a value beyond a 32-bit length");
        auto element = std::make_unique<DcmOtherByteOtherWord>(tag_of(steps.back(), value.vr));
        auto factory = std::make_unique<RangeFactory>(bytes, value.range);
        auto const length = static_cast<Uint32>(value.range.length + value.range.length % 2);
        if (element->createValueFromTempFile(factory.get(), length, order).bad())
            return fail(ErrorCode::internal, "DCMTK refuses a value");
        (void)factory.release();  // the element owns it now
        if (holder->insert(element.get(), OFTrue).bad()) return fail(ErrorCode::internal, "DCMTK refuses an element");
        (void)element.release();  // the holder owns it now
    }
    return {};
}

}  // namespace cassette
