#include "tools/generate/synthetic_person.h"

#include <array>
#include <span>

namespace cassette::generate {

namespace {

// One name part in its component groups: alphabetic, ideographic, phonetic (PS3.5 6.2.1.1).
struct NamePart {
    std::string_view alphabetic;
    std::string_view ideographic = {};
    std::string_view phonetic = {};
};

enum class Script { utf8, latin1, japanese_iso_2022 };

struct Population {
    Script script;
    std::span<NamePart const> families;
    std::span<NamePart const> women;
    std::span<NamePart const> men;
};

constexpr std::array latin_families{NamePart{"Müller"},   NamePart{"Åström"},    NamePart{"García"},
                                    NamePart{"Lefèvre"},  NamePart{"Gonçalves"}, NamePart{"Sørensen"},
                                    NamePart{"O'Neill"},  NamePart{"Weiß"},      NamePart{"Ibáñez"},
                                    NamePart{"van Dijk"}, NamePart{"Smith"},     NamePart{"Jöns"}};
constexpr std::array latin_women{NamePart{"Zoë"}, NamePart{"Chloé"}, NamePart{"María José"}, NamePart{"Jürgen-Ute"},
                                 NamePart{"Ann"}};
constexpr std::array latin_men{NamePart{"Jürgen"}, NamePart{"René"}, NamePart{"João"}, NamePart{"Søren"},
                               NamePart{"John"}};
constexpr std::array czech_families{NamePart{"Dvořák"}, NamePart{"Wałęsa"}, NamePart{"Żółkiewski"},
                                    NamePart{"Kovačević"}, NamePart{"Şahin"}};
constexpr std::array czech_women{NamePart{"Božena"}, NamePart{"Łucja"}, NamePart{"Ayşe"}};
constexpr std::array czech_men{NamePart{"Jiří"}, NamePart{"Stanisław"}, NamePart{"Čedomir"}};
constexpr std::array russian_families{NamePart{"Иваненко"}, NamePart{"Шевченко"}, NamePart{"Соловей"},
                                      NamePart{"Щукарь"}};
constexpr std::array russian_women{NamePart{"Анна^Петровна"}, NamePart{"Любовь^Ильинична"}};
constexpr std::array russian_men{NamePart{"Сергей^Петрович"}, NamePart{"Фёдор^Ильич"}};
constexpr std::array greek_families{NamePart{"Παπαδόπουλος"}, NamePart{"Οικονόμου"}, NamePart{"Ιωάννου"}};
constexpr std::array greek_women{NamePart{"Ελένη"}, NamePart{"Άννα"}};
constexpr std::array greek_men{NamePart{"Γιώργος"}, NamePart{"Διονύσιος"}};
constexpr std::array japanese_families{NamePart{"Yamada", "山田", "やまだ"}, NamePart{"Suzuki", "鈴木", "すずき"},
                                       NamePart{"Sato", "佐藤", "さとう"}, NamePart{"Takahashi", "高橋", "たかはし"}};
constexpr std::array japanese_women{NamePart{"Hanako", "花子", "はなこ"}, NamePart{"Keiko", "恵子", "けいこ"}};
constexpr std::array japanese_men{NamePart{"Tarou", "太郎", "たろう"}, NamePart{"Ichiro", "一郎", "いちろう"}};
constexpr std::array korean_families{NamePart{"Hong", "洪", "홍"}, NamePart{"Kim", "金", "김"},
                                     NamePart{"Pak", "朴", "박"}};
constexpr std::array korean_women{NamePart{"Huijung", "喜中", "희중"}, NamePart{"Sujin", "秀珍", "수진"}};
constexpr std::array korean_men{NamePart{"Gildong", "吉洞", "길동"}, NamePart{"Minsu", "民秀", "민수"}};
constexpr std::array chinese_families{NamePart{"Wang", "王"}, NamePart{"Zhang", "张"}, NamePart{"Ouyang", "欧阳"}};
constexpr std::array chinese_women{NamePart{"XiaoLan", "小兰"}, NamePart{"Li", "丽"}};
constexpr std::array chinese_men{NamePart{"XiaoDong", "小东"}, NamePart{"Wei", "伟"}};
constexpr std::array arabic_families{NamePart{"قباني"}, NamePart{"الخطيب"}, NamePart{"حسين"}};
constexpr std::array arabic_women{NamePart{"فاطمة"}, NamePart{"ليلى"}};
constexpr std::array arabic_men{NamePart{"نزار"}, NamePart{"عبد الله"}};

// ISO 2022 IR 87 (JIS X 0208), back to ASCII before each delimiter, PS3.5 6.1.2.5.3 and H.3.1.
constexpr std::array jis_families{NamePart{"Yamada", "\x1b$B;3ED\x1b(B", "\x1b$B$d$^$@\x1b(B"},
                                  NamePart{"Suzuki", "\x1b$BNkLZ\x1b(B", "\x1b$B$9$:$-\x1b(B"},
                                  NamePart{"Sato", "\x1b$B:4F#\x1b(B", "\x1b$B$5$H$&\x1b(B"}};
constexpr std::array jis_women{NamePart{"Hanako", "\x1b$B2V;R\x1b(B", "\x1b$B$O$J$3\x1b(B"}};
constexpr std::array jis_men{NamePart{"Tarou", "\x1b$BB@O:\x1b(B", "\x1b$B$?$m$&\x1b(B"}};

// Latin-1 comes twice as often as the others: so do its objects.
constexpr std::array populations{
    Population{Script::utf8, latin_families, latin_women, latin_men},
    Population{Script::latin1, latin_families, latin_women, latin_men},
    Population{Script::utf8, czech_families, czech_women, czech_men},
    Population{Script::utf8, russian_families, russian_women, russian_men},
    Population{Script::utf8, greek_families, greek_women, greek_men},
    Population{Script::utf8, japanese_families, japanese_women, japanese_men},
    Population{Script::japanese_iso_2022, jis_families, jis_women, jis_men},
    Population{Script::utf8, korean_families, korean_women, korean_men},
    Population{Script::utf8, chinese_families, chinese_women, chinese_men},
    Population{Script::utf8, arabic_families, arabic_women, arabic_men},
    Population{Script::latin1, latin_families, latin_women, latin_men},
};

std::string_view character_set(Script script) {
    switch (script) {
        case Script::utf8: return "ISO_IR 192";
        case Script::latin1: return "ISO_IR 100";
        case Script::japanese_iso_2022: return "\\ISO 2022 IR 87";
    }
    return {};
}

// U+0080 to U+00FF are two bytes in UTF-8 and one in ISO 8859-1; the tables above hold no others for Latin-1.
std::string latin1(std::string_view text) {
    std::string converted;
    for (std::size_t i = 0; i < text.size(); ++i) {
        auto const byte = static_cast<unsigned char>(text[i]);
        if (byte < 0x80)
            converted += text[i];
        else
            converted += static_cast<char>((byte & 0x03) << 6 | (static_cast<unsigned char>(text[++i]) & 0x3F));
    }
    return converted;
}

std::string joined(NamePart const& family, NamePart const& given) {
    auto name = std::string{family.alphabetic} + "^" + std::string{given.alphabetic};
    if (family.ideographic.empty()) return name;
    name += "=" + std::string{family.ideographic} + "^" + std::string{given.ideographic};
    if (family.phonetic.empty()) return name;
    return name + "=" + std::string{family.phonetic} + "^" + std::string{given.phonetic};
}

std::string two_digits(std::uint64_t value) {
    return {static_cast<char>('0' + value / 10), static_cast<char>('0' + value % 10)};
}

}  // namespace

std::string synthetic_date(std::uint64_t number, int first_year, int years) {
    auto const bits = mixed(number);
    auto const year = first_year + static_cast<int>(bits % static_cast<std::uint64_t>(years));
    return std::to_string(year) + two_digits(1 + bits / 101 % 12) + two_digits(1 + bits / 10007 % 28);
}

SyntheticPerson synthetic_person(std::uint64_t number) {
    auto const bits = mixed(number ^ 0x5045525343414E45U);
    auto const& population = populations[bits % populations.size()];
    bool const woman = (bits >> 8 & 1) != 0;
    auto const& given = woman ? population.women : population.men;
    auto name =
        joined(population.families[(bits >> 16) % population.families.size()], given[(bits >> 32) % given.size()]);
    if (population.script == Script::latin1) name = latin1(name);
    return {std::move(name), character_set(population.script), woman ? "F" : "M", synthetic_date(bits, 1930, 90),
            "CAS" + std::to_string(100'000'000 + bits % 900'000'000)};
}

}  // namespace cassette::generate
