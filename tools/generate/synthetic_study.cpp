#include "tools/generate/synthetic_study.h"

#include "tools/generate/phantom.h"
#include "tools/generate/synthetic_person.h"

#include <algorithm>
#include <array>
#include <bit>
#include <cstring>

namespace cassette::generate {

namespace {

struct Modality {
    std::string_view code;
    std::string_view sop_class;              // PS3.4 B.5
    std::string_view multi_frame_sop_class;  // where the former has one frame only
    std::array<std::string_view, 3> studies;
};

constexpr std::string_view grayscale_word_secondary_capture = "1.2.840.10008.5.1.4.1.1.7.3";
constexpr std::string_view ultrasound_multi_frame = "1.2.840.10008.5.1.4.1.1.3.1";

constexpr std::array table{
    Modality{
        "CT", "1.2.840.10008.5.1.4.1.1.2", grayscale_word_secondary_capture, {"CT Thorax", "CT Abdomen", "CT Schädel"}},
    Modality{"MR", "1.2.840.10008.5.1.4.1.1.4", grayscale_word_secondary_capture, {"MR Knie", "MR Brain", "MR LWS"}},
    Modality{"CR", "1.2.840.10008.5.1.4.1.1.1", grayscale_word_secondary_capture, {"Thorax a.p.", "Hand", "Thorax"}},
    Modality{"DX", "1.2.840.10008.5.1.4.1.1.1.1", grayscale_word_secondary_capture, {"Chest PA", "Pelvis", "Foot"}},
    Modality{"US", "1.2.840.10008.5.1.4.1.1.6.1", ultrasound_multi_frame, {"Abdomen", "Échographie", "Thyroid"}},
    Modality{"XA", "1.2.840.10008.5.1.4.1.1.12.1", "1.2.840.10008.5.1.4.1.1.12.1", {"Coronary", "Cerebral", "Aorta"}},
    Modality{"NM", "1.2.840.10008.5.1.4.1.1.20", "1.2.840.10008.5.1.4.1.1.20", {"Bone scan", "Thyroid", "Heart"}},
    Modality{"PT", "1.2.840.10008.5.1.4.1.1.128", grayscale_word_secondary_capture, {"PET FDG", "PET Brain", "PET"}},
    Modality{"OT", "1.2.840.10008.5.1.4.1.1.7", grayscale_word_secondary_capture, {"Photo", "Scan", "Import"}},
};

constexpr std::array institutions{"St. Agnes Hospital", "Klinikum Nord", "Centre Rive", "Harbour Imaging"};
constexpr std::array manufacturers{"Cassette Phantoms", "Ellipse Systems", "Gradient Medical"};

Modality const* find(std::string_view code) {
    auto const found = std::ranges::find(table, code, &Modality::code);
    return found == table.end() ? nullptr : &*found;
}

// PS3.5 B.2: "2.25." and a UUID as one decimal number, here a version 4 UUID with our own random bits.
std::string uid_from(std::uint64_t first, std::uint64_t second) {
    auto high = mixed(first);
    auto low = mixed(second ^ high);
    high = (high & 0xFFFFFFFFFFFF0FFFU) | 0x4000U;
    low = (low & 0x3FFFFFFFFFFFFFFFU) | 0x8000000000000000U;
    std::string digits;
    constexpr std::uint64_t ten_to_the_9 = 1'000'000'000;
    // Long division by 10^9 over four 32-bit words, most significant first.
    std::array<std::uint64_t, 4> words{high >> 32, high & 0xFFFFFFFF, low >> 32, low & 0xFFFFFFFF};
    while (std::ranges::any_of(words, [](auto word) { return word != 0; })) {
        std::uint64_t remainder = 0;
        for (auto& word : words) {
            auto const value = remainder << 32 | word;
            word = value / ten_to_the_9;
            remainder = value % ten_to_the_9;
        }
        for (int i = 0; i < 9; ++i, remainder /= 10) digits += static_cast<char>('0' + remainder % 10);
    }
    digits.erase(digits.find_last_not_of('0') + 1);
    std::ranges::reverse(digits);
    return "2.25." + digits;
}

// What one study says in each of its instances.
struct StudyFacts {
    std::uint64_t bits;
    SyntheticPerson patient;
    std::string date;
    std::string time;
    std::string accession_number;
};

std::uint64_t study_bits(SyntheticPlan const& plan, std::uint32_t study) {
    return mixed(plan.seed * 0x100000001B3U + study);
}

StudyFacts facts_of(SyntheticPlan const& plan, std::uint32_t study) {
    auto const bits = study_bits(plan, study);
    // Every second study is of somebody who has been here before.
    auto const person = mixed(plan.seed) + study / 2;
    auto const two = [](std::uint64_t value) { return std::to_string(100 + value).substr(1); };
    return {bits, synthetic_person(person), synthetic_date(bits, 2018, 7),
            two(6 + bits / 7 % 16) + two(bits / 61 % 60) + two(bits / 67 % 60),
            "A" + std::to_string(10'000'000 + bits % 90'000'000)};
}

// In the study's own character set the descriptions stay ASCII unless it is UTF-8.
std::string_view description_for(StudyFacts const& facts, std::array<std::string_view, 3> const& choices) {
    auto const choice = choices[facts.bits / 11 % choices.size()];
    bool const ascii = std::ranges::all_of(choice, [](char c) { return static_cast<unsigned char>(c) < 0x80; });
    return ascii || facts.patient.specific_character_set == "ISO_IR 192" ? choice : "Routine";
}

struct Writing {
    SyntheticPlan const& plan;
    SyntheticPosition const& position;
    StudyFacts facts;
    SyntheticUIDs uids;
    Modality const& modality;
};

void write_identification(Writing const& writing, ElementWriter& out) {
    auto const& [plan, position, facts, uids, modality] = writing;
    out.text({0x0008, 0x0005}, "CS", facts.patient.specific_character_set);
    out.text({0x0008, 0x0008}, "CS", "ORIGINAL\\PRIMARY\\AXIAL");
    out.text({0x0008, 0x0016}, "UI", sop_class_of(plan));
    out.text({0x0008, 0x0018}, "UI", uids.instance);
    for (std::uint16_t element = 0x0020; element <= 0x0023; ++element) out.text({0x0008, element}, "DA", facts.date);
    for (std::uint16_t element = 0x0030; element <= 0x0033; ++element) out.text({0x0008, element}, "TM", facts.time);
    out.text({0x0008, 0x0050}, "SH", facts.accession_number);
    out.text({0x0008, 0x0060}, "CS", modality.code);
    out.text({0x0008, 0x0064}, "CS", "SYN");
    out.text({0x0008, 0x0070}, "LO", manufacturers[facts.bits / 3 % manufacturers.size()]);
    out.text({0x0008, 0x0080}, "LO", institutions[facts.bits / 5 % institutions.size()]);
    out.text({0x0008, 0x0090}, "PN", "Referrer^Robin^^Dr.");
    out.text({0x0008, 0x1030}, "LO", description_for(facts, modality.studies));
    out.text({0x0008, 0x103E}, "LO", "Series " + std::to_string(position.series + 1));
    out.text({0x0010, 0x0010}, "PN", facts.patient.name);
    out.text({0x0010, 0x0020}, "LO", facts.patient.id);
    out.text({0x0010, 0x0030}, "DA", facts.patient.birth_date);
    out.text({0x0010, 0x0040}, "CS", facts.patient.sex);
}

void write_acquisition(Writing const& writing, ElementWriter& out) {
    auto const& [plan, position, facts, uids, modality] = writing;
    auto const number = std::to_string(position.instance + 1);
    auto const slice = std::to_string(position.instance * 2) + ".0";
    out.text({0x0018, 0x0015}, "CS", "CHEST");
    out.text({0x0018, 0x0050}, "DS", "2.0");
    if (modality.code == "CT") out.text({0x0018, 0x0060}, "DS", "120");
    out.text({0x0020, 0x000D}, "UI", uids.study);
    out.text({0x0020, 0x000E}, "UI", uids.series);
    out.text({0x0020, 0x0010}, "SH", std::to_string(1 + facts.bits % 99999));
    out.text({0x0020, 0x0011}, "IS", std::to_string(position.series + 1));
    out.text({0x0020, 0x0013}, "IS", number);
    out.text({0x0020, 0x0032}, "DS", "-200.0\\-200.0\\" + slice);
    out.text({0x0020, 0x0037}, "DS", "1\\0\\0\\0\\1\\0");
    out.text({0x0020, 0x0052}, "UI", uid_from(mixed(facts.bits ^ 0x0052), plan.seed));
    out.text({0x0020, 0x1041}, "DS", slice);
}

void write_image(SyntheticPlan const& plan, ElementWriter& out) {
    out.unsigned_short({0x0028, 0x0002}, 1);
    out.text({0x0028, 0x0004}, "CS", "MONOCHROME2");
    if (plan.frames > 1) out.text({0x0028, 0x0008}, "IS", std::to_string(plan.frames));
    out.unsigned_short({0x0028, 0x0010}, plan.rows);
    out.unsigned_short({0x0028, 0x0011}, plan.columns);
    out.text({0x0028, 0x0030}, "DS", "0.8\\0.8");
    out.unsigned_short({0x0028, 0x0100}, 16);
    out.unsigned_short({0x0028, 0x0101}, 12);
    out.unsigned_short({0x0028, 0x0102}, 11);
    out.unsigned_short({0x0028, 0x0103}, 0);
    out.text({0x0028, 0x1050}, "DS", "40");
    out.text({0x0028, 0x1051}, "DS", "400");
    out.text({0x0028, 0x1052}, "DS", std::to_string(phantom_intercept));
    out.text({0x0028, 0x1053}, "DS", "1");
    out.text({0x0028, 0x1054}, "LO", "HU");
    out.header({0x7FE0, 0x0010}, "OW", static_cast<std::uint32_t>(plan.pixel_bytes()));
}

// The pixels of one frame in the plan's byte order.
std::string_view bytes_of(std::vector<std::uint16_t>& pixels, Encoding encoding) {
    constexpr bool native_is_big = std::endian::native == std::endian::big;
    if ((encoding == Encoding::explicit_big_endian) != native_is_big) {
        for (auto& pixel : pixels) pixel = static_cast<std::uint16_t>(pixel << 8 | pixel >> 8);
    }
    return {reinterpret_cast<char const*>(pixels.data()), pixels.size() * 2};
}

}  // namespace

std::string_view modalities() { return "CT MR CR DX US XA NM PT OT"; }

bool is_modality(std::string_view modality) { return find(modality) != nullptr; }

std::string_view sop_class_of(SyntheticPlan const& plan) {
    auto const* modality = find(plan.modality);
    assert(modality);
    return plan.frames > 1 ? modality->multi_frame_sop_class : modality->sop_class;
}

SyntheticUIDs uids_of(SyntheticPlan const& plan, SyntheticPosition const& position) {
    auto const study = study_bits(plan, position.study);
    auto const series = mixed(study + 1 + position.series);
    auto const instance = mixed(series + 1 + position.instance);
    return {uid_from(study, plan.seed), uid_from(series, study), uid_from(instance, series)};
}

Result<void> write_part10(SyntheticPlan const& plan, SyntheticPosition const& position, ByteSink const& sink) {
    if (plan.pixel_bytes() > 0xFFFFFFFE) return fail(ErrorCode::too_large, "pixel data beyond 4 GB");
    auto const* modality = find(plan.modality);
    assert(modality);
    Writing const writing{plan, position, facts_of(plan, position.study), uids_of(plan, position), *modality};
    ElementWriter out{plan.encoding};
    write_identification(writing, out);
    write_acquisition(writing, out);
    write_image(plan, out);
    auto head = file_meta(sop_class_of(plan), writing.uids.instance, transfer_syntax_uid(plan.encoding)) + out.take();

    std::vector<std::uint16_t> pixels;
    auto const pictures = plan.frames > 1 ? plan.frames : plan.instances;
    for (std::uint32_t frame = 0; frame < plan.frames; ++frame) {
        auto const along = (plan.frames > 1 ? frame : position.instance) + 0.5;
        draw_phantom({plan.rows, plan.columns, along / pictures, static_cast<std::uint32_t>(writing.facts.bits & 0xFF)},
                     pixels);
        head += bytes_of(pixels, plan.encoding);
        if (auto written = sink(head); !written) return written;
        head.clear();
    }
    return {};
}

std::string part10_of(SyntheticPlan const& plan, SyntheticPosition const& position) {
    std::string file;
    auto const append = [&file](std::string_view bytes) -> Result<void> {
        file += bytes;
        return {};
    };
    [[maybe_unused]] auto const written = write_part10(plan, position, append);
    assert(written);
    return file;
}

}  // namespace cassette::generate
