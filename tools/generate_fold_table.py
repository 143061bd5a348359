#!/usr/bin/env python3
"""Writes schema/fold_table.h: what each code point becomes when case and accents are folded.

Run from the root of the project; the result depends on Python's Unicode version only.
"""
import unicodedata

# Letters that do not decompose but that people type without their stroke or ligature.
EXTRA = {
    0xD0: "d", 0xF0: "d", 0x110: "d", 0x111: "d", 0xD8: "o", 0xF8: "o", 0x141: "l", 0x142: "l", 0x126: "h", 0x127: "h",
    0x131: "i", 0xC6: "ae", 0xE6: "ae", 0x152: "oe", 0x153: "oe", 0xDE: "th", 0xFE: "th",
}
HANGUL_SYLLABLES = range(0xAC00, 0xD7A4)  # stay composed
SURROGATES = range(0xD800, 0xE000)
BYTES_IN_A_ROW = 28
ENTRIES_IN_A_ROW = 6


def folded_once(character):
    if ord(character) in EXTRA:
        return EXTRA[ord(character)]
    text = unicodedata.normalize("NFKD", character).casefold()
    text = unicodedata.normalize("NFKD", text)
    return "".join(c for c in text if unicodedata.category(c) != "Mn")


def folded(code_point):
    """What is left of a letter with stroke and accent is a letter with stroke: until nothing changes."""
    text, before = chr(code_point), None
    while text != before:
        before, text = text, "".join(c if ord(c) in HANGUL_SYLLABLES else folded_once(c) for c in text)
    return text


def entries():
    for code_point in range(0x80, 0x30000):
        if code_point in HANGUL_SYLLABLES or code_point in SURROGATES:
            continue
        text = folded(code_point)
        if text != chr(code_point):
            yield code_point, text.encode()


def main():
    pool = b""
    table = []
    for code_point, replacement in entries():
        offset = pool.find(replacement)
        if offset < 0:
            offset = len(pool)
            pool += replacement
        table.append((code_point, offset, len(replacement)))
    lines = [
        f"// Generated from the Unicode Character Database {unicodedata.unidata_version} by"
        " tools/generate_fold_table.py: exempt from the length rule.",
        "#pragma once", "", "#include <cstdint>", "#include <string_view>", "", "namespace cassette::fold_table {", "",
        "struct Entry {", "    std::uint32_t code_point;", "    std::uint16_t offset;", "    std::uint8_t length;", "};", "",
        "// UTF-8 replacements, one after the other.", "// clang-format off", "constexpr std::string_view pool =",
    ]
    for i in range(0, len(pool), BYTES_IN_A_ROW):
        lines.append('    "' + "".join(f"\\x{byte:02x}" for byte in pool[i:i + BYTES_IN_A_ROW]) + '"')
    lines[-1] += ";"
    lines += ["", "// Sorted by code point.", "constexpr Entry entries[] = {"]
    for i in range(0, len(table), ENTRIES_IN_A_ROW):
        lines.append("    " + " ".join("{0x%X, %d, %d}," % entry for entry in table[i:i + ENTRIES_IN_A_ROW]))
    lines += ["};", "// clang-format on", "", "}  // namespace cassette::fold_table", ""]
    with open("schema/fold_table.h", "w", encoding="ascii") as file:
        file.write("\n".join(lines))


if __name__ == "__main__":
    main()
