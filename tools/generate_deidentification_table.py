#!/usr/bin/env python3
"""Writes schema/deidentification_table.h from PS3.15 Table E.1-1 as a list of objects with `id` (eight hexadecimal digits),
`name` and `basicProfile`: tools/generate_deidentification_table.py table.json > schema/deidentification_table.h"""

import json
import re
import sys

ACTIONS = {"X": "remove", "Z": "empty", "D": "dummy", "U": "uid", "X/Z": "remove_or_empty", "X/D": "remove_or_dummy",
           "X/Z/D": "remove_or_empty_or_dummy", "Z/D": "empty_or_dummy", "X/Z/U*": "remove_or_empty_or_uid"}

rows = [row for row in json.load(open(sys.argv[1])) if re.fullmatch("[0-9a-fA-F]{8}", row["id"])]
rows = [row for row in rows if not row["id"].startswith("0000")]  # command elements are in no data set
rows.sort(key=lambda row: row["id"].lower())
print("// Generated from PS3.15 Table E.1-1 (2024e) by tools/generate_deidentification_table.py: exempt from the length rule.")
print("// The Basic Profile column; ranges of tags are in deidentification.cpp.")
print("#pragma once\n\n#include \"schema/deidentification.h\"\n\n#include <array>\n")
print("namespace cassette::deidentification_table {\n\nusing enum DeidentificationAction;\n")
print(f"inline constexpr std::array<DeidentifiedAttribute, {len(rows)}> entries{{{{")
for row in rows:
    group, element = row["id"][:4].upper(), row["id"][4:].upper()
    print(f"    {{{{0x{group}, 0x{element}}}, {ACTIONS[row['basicProfile']]}}},  // {' '.join(row['name'].split())}")
print("}};\n\n}  // namespace cassette::deidentification_table")
