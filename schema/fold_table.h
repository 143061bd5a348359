// Generated from the Unicode Character Database 14.0.0 by tools/generate_fold_table.py: exempt from the length rule.
#pragma once

#include <cstdint>
#include <string_view>

namespace cassette::fold_table {

struct Entry {
    std::uint32_t code_point;
    std::uint16_t offset;
    std::uint8_t length;
};

// UTF-8 replacements, one after the other.
// clang-format off
constexpr std::string_view pool =
    "\x20\x61\x32\x33\xce\xbc\x31\x6f\x31\xe2\x81\x84\x34\x31\xe2\x81\x84\x32\x33\xe2\x81\x84\x34\x61\x65\x63\x69\x64"
    "\x6e\x75\x79\x74\x68\x73\x73\x67\x69\x6a\x6b\x6c\x6c\xc2\xb7\xca\xbc\x6e\xc5\x8b\x6f\x65\x72\xc5\xa7\x77\x7a\xc9"
    "\x93\xc6\x83\xc6\x85\xc9\x94\xc6\x88\xc9\x96\xc9\x97\xc6\x8c\xc7\x9d\xc9\x99\xc9\x9b\xc6\x92\xc9\xa0\xc9\xa3\xc9"
    "\xa9\xc9\xa8\xc6\x99\xc9\xaf\xc9\xb2\xc9\xb5\xc6\xa3\xc6\xa5\xca\x80\xc6\xa8\xca\x83\xc6\xad\xca\x88\xca\x8a\xca"
    "\x8b\xc6\xb4\xc6\xb6\xca\x92\xc6\xb9\xc6\xbd\x64\x7a\x6c\x6a\x6e\x6a\xc7\xa5\xc6\x95\xc6\xbf\xc8\x9d\xc6\x9e\xc8"
    "\xa3\xc8\xa5\xe2\xb1\xa5\xc8\xbc\xc6\x9a\xe2\xb1\xa6\xc9\x82\xc6\x80\xca\x89\xca\x8c\xc9\x87\xc9\x89\xc9\x8b\xc9"
    "\x8d\xc9\x8f\xc9\xa6\xc9\xb9\xc9\xbb\xca\x81\x78\xca\x95\xce\xb9\xcd\xb1\xcd\xb3\xca\xb9\xcd\xb7\x20\xce\xb9\x3b"
    "\xcf\xb3\xce\xb1\xce\xb5\xce\xb7\xce\xbf\xcf\x85\xcf\x89\xce\xb2\xce\xb3\xce\xb4\xce\xb6\xce\xb8\xce\xba\xce\xbb"
    "\xce\xbd\xce\xbe\xcf\x80\xcf\x81\xcf\x83\xcf\x84\xcf\x86\xcf\x87\xcf\x88\xcf\x97\xcf\x99\xcf\x9b\xcf\x9d\xcf\x9f"
    "\xcf\xa1\xcf\xa3\xcf\xa5\xcf\xa7\xcf\xa9\xcf\xab\xcf\xad\xcf\xaf\xcf\xb8\xcf\xbb\xcd\xbb\xcd\xbc\xcd\xbd\xd0\xb5"
    "\xd1\x92\xd0\xb3\xd1\x94\xd1\x95\xd1\x96\xd1\x98\xd1\x99\xd1\x9a\xd1\x9b\xd0\xba\xd0\xb8\xd1\x83\xd1\x9f\xd0\xb0"
    "\xd0\xb1\xd0\xb2\xd0\xb4\xd0\xb6\xd0\xb7\xd0\xbb\xd0\xbc\xd0\xbd\xd0\xbe\xd0\xbf\xd1\x80\xd1\x81\xd1\x82\xd1\x84"
    "\xd1\x85\xd1\x86\xd1\x87\xd1\x88\xd1\x89\xd1\x8a\xd1\x8b\xd1\x8c\xd1\x8d\xd1\x8e\xd1\x8f\xd1\xa1\xd1\xa3\xd1\xa5"
    "\xd1\xa7\xd1\xa9\xd1\xab\xd1\xad\xd1\xaf\xd1\xb1\xd1\xb3\xd1\xb5\xd1\xb9\xd1\xbb\xd1\xbd\xd1\xbf\xd2\x81\xd2\x8b"
    "\xd2\x8d\xd2\x8f\xd2\x91\xd2\x93\xd2\x95\xd2\x97\xd2\x99\xd2\x9b\xd2\x9d\xd2\x9f\xd2\xa1\xd2\xa3\xd2\xa5\xd2\xa7"
    "\xd2\xa9\xd2\xab\xd2\xad\xd2\xaf\xd2\xb1\xd2\xb3\xd2\xb5\xd2\xb7\xd2\xb9\xd2\xbb\xd2\xbd\xd2\xbf\xd3\x8f\xd3\x84"
    "\xd3\x86\xd3\x88\xd3\x8a\xd3\x8c\xd3\x8e\xd3\x95\xd3\x99\xd3\xa1\xd3\xa9\xd3\xb7\xd3\xbb\xd3\xbd\xd3\xbf\xd4\x81"
    "\xd4\x83\xd4\x85\xd4\x87\xd4\x89\xd4\x8b\xd4\x8d\xd4\x8f\xd4\x91\xd4\x93\xd4\x95\xd4\x97\xd4\x99\xd4\x9b\xd4\x9d"
    "\xd4\x9f\xd4\xa1\xd4\xa3\xd4\xa5\xd4\xa7\xd4\xa9\xd4\xab\xd4\xad\xd4\xaf\xd5\xa1\xd5\xa2\xd5\xa3\xd5\xa4\xd5\xa5"
    "\xd5\xa6\xd5\xa7\xd5\xa8\xd5\xa9\xd5\xaa\xd5\xab\xd5\xac\xd5\xad\xd5\xae\xd5\xaf\xd5\xb0\xd5\xb1\xd5\xb2\xd5\xb3"
    "\xd5\xb4\xd5\xb5\xd5\xb6\xd5\xb7\xd5\xb8\xd5\xb9\xd5\xba\xd5\xbb\xd5\xbc\xd5\xbd\xd5\xbe\xd5\xbf\xd6\x80\xd6\x81"
    "\xd6\x82\xd6\x83\xd6\x84\xd6\x85\xd6\x86\xd5\xa5\xd6\x82\xd8\xa7\xd9\x88\xd9\x8a\xd8\xa7\xd9\xb4\xd9\x88\xd9\xb4"
    "\xdb\x87\xd9\xb4\xd9\x8a\xd9\xb4\xdb\x95\xdb\x81\xdb\x92\xe0\xa4\xa8\xe0\xa4\xb0\xe0\xa4\xb3\xe0\xa4\x95\xe0\xa4"
    "\x96\xe0\xa4\x97\xe0\xa4\x9c\xe0\xa4\xa1\xe0\xa4\xa2\xe0\xa4\xab\xe0\xa4\xaf\xe0\xa7\x87\xe0\xa6\xbe\xe0\xa7\x87"
    "\xe0\xa7\x97\xe0\xa6\xa1\xe0\xa6\xa2\xe0\xa6\xaf\xe0\xa8\xb2\xe0\xa8\xb8\xe0\xa8\x96\xe0\xa8\x97\xe0\xa8\x9c\xe0"
    "\xa8\xab\xe0\xad\x87\xe0\xad\x87\xe0\xac\xbe\xe0\xad\x87\xe0\xad\x97\xe0\xac\xa1\xe0\xac\xa2\xe0\xae\x92\xe0\xaf"
    "\x97\xe0\xaf\x86\xe0\xae\xbe\xe0\xaf\x87\xe0\xae\xbe\xe0\xaf\x86\xe0\xaf\x97\xe0\xb3\x95\xe0\xb3\x96\xe0\xb3\x82"
    "\xe0\xb3\x82\xe0\xb3\x95\xe0\xb5\x86\xe0\xb4\xbe\xe0\xb5\x87\xe0\xb4\xbe\xe0\xb5\x86\xe0\xb5\x97\xe0\xb7\x99\xe0"
    "\xb7\x99\xe0\xb7\x8f\xe0\xb7\x99\xe0\xb7\x9f\xe0\xb8\xb2\xe0\xba\xb2\xe0\xba\xab\xe0\xba\x99\xe0\xba\xab\xe0\xba"
    "\xa1\xe0\xbc\x8b\xe0\xbd\x82\xe0\xbd\x8c\xe0\xbd\x91\xe0\xbd\x96\xe0\xbd\x9b\xe0\xbd\x80\xe1\x80\xa5\xe2\xb4\x80"
    "\xe2\xb4\x81\xe2\xb4\x82\xe2\xb4\x83\xe2\xb4\x84\xe2\xb4\x85\xe2\xb4\x86\xe2\xb4\x87\xe2\xb4\x88\xe2\xb4\x89\xe2"
    "\xb4\x8a\xe2\xb4\x8b\xe2\xb4\x8c\xe2\xb4\x8d\xe2\xb4\x8e\xe2\xb4\x8f\xe2\xb4\x90\xe2\xb4\x91\xe2\xb4\x92\xe2\xb4"
    "\x93\xe2\xb4\x94\xe2\xb4\x95\xe2\xb4\x96\xe2\xb4\x97\xe2\xb4\x98\xe2\xb4\x99\xe2\xb4\x9a\xe2\xb4\x9b\xe2\xb4\x9c"
    "\xe2\xb4\x9d\xe2\xb4\x9e\xe2\xb4\x9f\xe2\xb4\xa0\xe2\xb4\xa1\xe2\xb4\xa2\xe2\xb4\xa3\xe2\xb4\xa4\xe2\xb4\xa5\xe2"
    "\xb4\xa7\xe2\xb4\xad\xe1\x83\x9c\xe1\x8f\xb0\xe1\x8f\xb1\xe1\x8f\xb2\xe1\x8f\xb3\xe1\x8f\xb4\xe1\x8f\xb5\xe1\xac"
    "\x85\xe1\xac\xb5\xe1\xac\x87\xe1\xac\xb5\xe1\xac\x89\xe1\xac\xb5\xe1\xac\x8b\xe1\xac\xb5\xe1\xac\x8d\xe1\xac\xb5"
    "\xe1\xac\x91\xe1\xac\xb5\xe1\xac\xbe\xe1\xac\xb5\xe1\xac\xbf\xe1\xac\xb5\xea\x99\x8b\xe1\x83\x90\xe1\x83\x91\xe1"
    "\x83\x92\xe1\x83\x93\xe1\x83\x94\xe1\x83\x95\xe1\x83\x96\xe1\x83\x97\xe1\x83\x98\xe1\x83\x99\xe1\x83\x9a\xe1\x83"
    "\x9b\xe1\x83\x9d\xe1\x83\x9e\xe1\x83\x9f\xe1\x83\xa0\xe1\x83\xa1\xe1\x83\xa2\xe1\x83\xa3\xe1\x83\xa4\xe1\x83\xa5"
    "\xe1\x83\xa6\xe1\x83\xa7\xe1\x83\xa8\xe1\x83\xa9\xe1\x83\xaa\xe1\x83\xab\xe1\x83\xac\xe1\x83\xad\xe1\x83\xae\xe1"
    "\x83\xaf\xe1\x83\xb0\xe1\x83\xb1\xe1\x83\xb2\xe1\x83\xb3\xe1\x83\xb4\xe1\x83\xb5\xe1\x83\xb6\xe1\x83\xb7\xe1\x83"
    "\xb8\xe1\x83\xb9\xe1\x83\xba\xe1\x83\xbd\xe1\x83\xbe\xe1\x83\xbf\x62\x6d\x70\xc9\x90\xc9\x91\xe1\xb4\x82\xc9\x9c"
    "\xe1\xb4\x96\xe1\xb4\x97\xe1\xb4\x9d\x76\xe1\xb4\xa5\xc9\x92\xc9\x95\x66\xc9\x9f\xc9\xa1\xc9\xa5\xc9\xaa\xe1\xb5"
    "\xbb\xca\x9d\xc9\xad\xe1\xb6\x85\xca\x9f\xc9\xb1\xc9\xb0\xc9\xb3\xc9\xb4\xc9\xb8\xca\x82\xc6\xab\xe1\xb4\x9c\xca"
    "\x90\xca\x91\x61\xca\xbe\xe1\xbb\xbb\xe1\xbb\xbd\xe1\xbb\xbf\xce\xb1\xce\xb9\xce\xb7\xce\xb9\xcf\x89\xce\xb9\x60"
    "\xe2\x80\x90\x2e\x2e\x2e\xe2\x80\xb2\xe2\x80\xb2\xe2\x80\xb2\xe2\x80\xb2\xe2\x80\xb2\xe2\x80\xb5\xe2\x80\xb5\xe2"
    "\x80\xb5\xe2\x80\xb5\xe2\x80\xb5\x21\x21\x3f\x3f\x3f\x21\x30\x35\x36\x37\x38\x39\x2b\xe2\x88\x92\x3d\x28\x29\x72"
    "\x73\x61\x2f\x63\x61\x2f\x73\xc2\xb0\x63\x63\x2f\x6f\x63\x2f\x75\xc2\xb0\x66\x6e\x6f\x71\x73\x6d\x74\x65\x6c\x74"
    "\x6d\xe2\x85\x8e\xd7\x90\xd7\x91\xd7\x92\xd7\x93\x66\x61\x78\xe2\x88\x91\x31\xe2\x81\x84\x37\x31\xe2\x81\x84\x39"
    "\x31\xe2\x81\x84\x31\x30\x31\xe2\x81\x84\x33\x32\xe2\x81\x84\x33\x31\xe2\x81\x84\x35\x32\xe2\x81\x84\x35\x33\xe2"
    "\x81\x84\x35\x34\xe2\x81\x84\x35\x31\xe2\x81\x84\x36\x35\xe2\x81\x84\x36\x31\xe2\x81\x84\x38\x33\xe2\x81\x84\x38"
    "\x35\xe2\x81\x84\x38\x37\xe2\x81\x84\x38\x69\x69\x69\x69\x69\x69\x76\x76\x69\x76\x69\x69\x76\x69\x69\x69\x69\x78"
    "\x78\x69\x78\x69\x69\xe2\x86\x84\x30\xe2\x81\x84\x33\xe2\x86\x90\xe2\x86\x92\xe2\x86\x94\xe2\x87\x90\xe2\x87\x94"
    "\xe2\x87\x92\xe2\x88\x83\xe2\x88\x88\xe2\x88\x8b\xe2\x88\xa3\xe2\x88\xa5\xe2\x88\xab\xe2\x88\xab\xe2\x88\xab\xe2"
    "\x88\xab\xe2\x88\xab\xe2\x88\xae\xe2\x88\xae\xe2\x88\xae\xe2\x88\xae\xe2\x88\xae\xe2\x88\xbc\xe2\x89\x83\xe2\x89"
    "\x85\xe2\x89\x88\xe2\x89\xa1\xe2\x89\x8d\x3c\x3e\xe2\x89\xa4\xe2\x89\xa5\xe2\x89\xb2\xe2\x89\xb3\xe2\x89\xb6\xe2"
    "\x89\xb7\xe2\x89\xba\xe2\x89\xbb\xe2\x8a\x82\xe2\x8a\x83\xe2\x8a\x86\xe2\x8a\x87\xe2\x8a\xa2\xe2\x8a\xa8\xe2\x8a"
    "\xa9\xe2\x8a\xab\xe2\x89\xbc\xe2\x89\xbd\xe2\x8a\x91\xe2\x8a\x92\xe2\x8a\xb2\xe2\x8a\xb3\xe2\x8a\xb4\xe2\x8a\xb5"
    "\xe3\x80\x88\xe3\x80\x89\x31\x31\x31\x32\x31\x33\x31\x34\x31\x35\x31\x36\x31\x37\x31\x38\x31\x39\x32\x30\x28\x31"
    "\x29\x28\x32\x29\x28\x33\x29\x28\x34\x29\x28\x35\x29\x28\x36\x29\x28\x37\x29\x28\x38\x29\x28\x39\x29\x28\x31\x30"
    "\x29\x28\x31\x31\x29\x28\x31\x32\x29\x28\x31\x33\x29\x28\x31\x34\x29\x28\x31\x35\x29\x28\x31\x36\x29\x28\x31\x37"
    "\x29\x28\x31\x38\x29\x28\x31\x39\x29\x28\x32\x30\x29\x31\x2e\x32\x2e\x33\x2e\x34\x2e\x35\x2e\x36\x2e\x37\x2e\x38"
    "\x2e\x39\x2e\x31\x30\x2e\x31\x31\x2e\x31\x32\x2e\x31\x33\x2e\x31\x34\x2e\x31\x35\x2e\x31\x36\x2e\x31\x37\x2e\x31"
    "\x38\x2e\x31\x39\x2e\x32\x30\x2e\x28\x61\x29\x28\x62\x29\x28\x63\x29\x28\x64\x29\x28\x65\x29\x28\x66\x29\x28\x67"
    "\x29\x28\x68\x29\x28\x69\x29\x28\x6a\x29\x28\x6b\x29\x28\x6c\x29\x28\x6d\x29\x28\x6e\x29\x28\x6f\x29\x28\x70\x29"
    "\x28\x71\x29\x28\x72\x29\x28\x73\x29\x28\x74\x29\x28\x75\x29\x28\x76\x29\x28\x77\x29\x28\x78\x29\x28\x79\x29\x28"
    "\x7a\x29\x3a\x3a\x3d\x3d\x3d\xe2\xab\x9d\xe2\xb0\xb0\xe2\xb0\xb1\xe2\xb0\xb2\xe2\xb0\xb3\xe2\xb0\xb4\xe2\xb0\xb5"
    "\xe2\xb0\xb6\xe2\xb0\xb7\xe2\xb0\xb8\xe2\xb0\xb9\xe2\xb0\xba\xe2\xb0\xbb\xe2\xb0\xbc\xe2\xb0\xbd\xe2\xb0\xbe\xe2"
    "\xb0\xbf\xe2\xb1\x80\xe2\xb1\x81\xe2\xb1\x82\xe2\xb1\x83\xe2\xb1\x84\xe2\xb1\x85\xe2\xb1\x86\xe2\xb1\x87\xe2\xb1"
    "\x88\xe2\xb1\x89\xe2\xb1\x8a\xe2\xb1\x8b\xe2\xb1\x8c\xe2\xb1\x8d\xe2\xb1\x8e\xe2\xb1\x8f\xe2\xb1\x90\xe2\xb1\x91"
    "\xe2\xb1\x92\xe2\xb1\x93\xe2\xb1\x94\xe2\xb1\x95\xe2\xb1\x96\xe2\xb1\x97\xe2\xb1\x98\xe2\xb1\x99\xe2\xb1\x9a\xe2"
    "\xb1\x9b\xe2\xb1\x9c\xe2\xb1\x9d\xe2\xb1\x9e\xe2\xb1\x9f\xe2\xb1\xa1\xc9\xab\xe1\xb5\xbd\xc9\xbd\xe2\xb1\xa8\xe2"
    "\xb1\xaa\xe2\xb1\xac\xe2\xb1\xb3\xe2\xb1\xb6\xc8\xbf\xc9\x80\xe2\xb2\x81\xe2\xb2\x83\xe2\xb2\x85\xe2\xb2\x87\xe2"
    "\xb2\x89\xe2\xb2\x8b\xe2\xb2\x8d\xe2\xb2\x8f\xe2\xb2\x91\xe2\xb2\x93\xe2\xb2\x95\xe2\xb2\x97\xe2\xb2\x99\xe2\xb2"
    "\x9b\xe2\xb2\x9d\xe2\xb2\x9f\xe2\xb2\xa1\xe2\xb2\xa3\xe2\xb2\xa5\xe2\xb2\xa7\xe2\xb2\xa9\xe2\xb2\xab\xe2\xb2\xad"
    "\xe2\xb2\xaf\xe2\xb2\xb1\xe2\xb2\xb3\xe2\xb2\xb5\xe2\xb2\xb7\xe2\xb2\xb9\xe2\xb2\xbb\xe2\xb2\xbd\xe2\xb2\xbf\xe2"
    "\xb3\x81\xe2\xb3\x83\xe2\xb3\x85\xe2\xb3\x87\xe2\xb3\x89\xe2\xb3\x8b\xe2\xb3\x8d\xe2\xb3\x8f\xe2\xb3\x91\xe2\xb3"
    "\x93\xe2\xb3\x95\xe2\xb3\x97\xe2\xb3\x99\xe2\xb3\x9b\xe2\xb3\x9d\xe2\xb3\x9f\xe2\xb3\xa1\xe2\xb3\xa3\xe2\xb3\xac"
    "\xe2\xb3\xae\xe2\xb3\xb3\xe2\xb5\xa1\xe6\xaf\x8d\xe9\xbe\x9f\xe4\xb8\x80\xe4\xb8\xa8\xe4\xb8\xb6\xe4\xb8\xbf\xe4"
    "\xb9\x99\xe4\xba\x85\xe4\xba\x8c\xe4\xba\xa0\xe4\xba\xba\xe5\x84\xbf\xe5\x85\xa5\xe5\x85\xab\xe5\x86\x82\xe5\x86"
    "\x96\xe5\x86\xab\xe5\x87\xa0\xe5\x87\xb5\xe5\x88\x80\xe5\x8a\x9b\xe5\x8b\xb9\xe5\x8c\x95\xe5\x8c\x9a\xe5\x8c\xb8"
    "\xe5\x8d\x81\xe5\x8d\x9c\xe5\x8d\xa9\xe5\x8e\x82\xe5\x8e\xb6\xe5\x8f\x88\xe5\x8f\xa3\xe5\x9b\x97\xe5\x9c\x9f\xe5"
    "\xa3\xab\xe5\xa4\x82\xe5\xa4\x8a\xe5\xa4\x95\xe5\xa4\xa7\xe5\xa5\xb3\xe5\xad\x90\xe5\xae\x80\xe5\xaf\xb8\xe5\xb0"
    "\x8f\xe5\xb0\xa2\xe5\xb0\xb8\xe5\xb1\xae\xe5\xb1\xb1\xe5\xb7\x9b\xe5\xb7\xa5\xe5\xb7\xb1\xe5\xb7\xbe\xe5\xb9\xb2"
    "\xe5\xb9\xba\xe5\xb9\xbf\xe5\xbb\xb4\xe5\xbb\xbe\xe5\xbc\x8b\xe5\xbc\x93\xe5\xbd\x90\xe5\xbd\xa1\xe5\xbd\xb3\xe5"
    "\xbf\x83\xe6\x88\x88\xe6\x88\xb6\xe6\x89\x8b\xe6\x94\xaf\xe6\x94\xb4\xe6\x96\x87\xe6\x96\x97\xe6\x96\xa4\xe6\x96"
    "\xb9\xe6\x97\xa0\xe6\x97\xa5\xe6\x9b\xb0\xe6\x9c\x88\xe6\x9c\xa8\xe6\xac\xa0\xe6\xad\xa2\xe6\xad\xb9\xe6\xae\xb3"
    "\xe6\xaf\x8b\xe6\xaf\x94\xe6\xaf\x9b\xe6\xb0\x8f\xe6\xb0\x94\xe6\xb0\xb4\xe7\x81\xab\xe7\x88\xaa\xe7\x88\xb6\xe7"
    "\x88\xbb\xe7\x88\xbf\xe7\x89\x87\xe7\x89\x99\xe7\x89\x9b\xe7\x8a\xac\xe7\x8e\x84\xe7\x8e\x89\xe7\x93\x9c\xe7\x93"
    "\xa6\xe7\x94\x98\xe7\x94\x9f\xe7\x94\xa8\xe7\x94\xb0\xe7\x96\x8b\xe7\x96\x92\xe7\x99\xb6\xe7\x99\xbd\xe7\x9a\xae"
    "\xe7\x9a\xbf\xe7\x9b\xae\xe7\x9f\x9b\xe7\x9f\xa2\xe7\x9f\xb3\xe7\xa4\xba\xe7\xa6\xb8\xe7\xa6\xbe\xe7\xa9\xb4\xe7"
    "\xab\x8b\xe7\xab\xb9\xe7\xb1\xb3\xe7\xb3\xb8\xe7\xbc\xb6\xe7\xbd\x91\xe7\xbe\x8a\xe7\xbe\xbd\xe8\x80\x81\xe8\x80"
    "\x8c\xe8\x80\x92\xe8\x80\xb3\xe8\x81\xbf\xe8\x82\x89\xe8\x87\xa3\xe8\x87\xaa\xe8\x87\xb3\xe8\x87\xbc\xe8\x88\x8c"
    "\xe8\x88\x9b\xe8\x88\x9f\xe8\x89\xae\xe8\x89\xb2\xe8\x89\xb8\xe8\x99\x8d\xe8\x99\xab\xe8\xa1\x80\xe8\xa1\x8c\xe8"
    "\xa1\xa3\xe8\xa5\xbe\xe8\xa6\x8b\xe8\xa7\x92\xe8\xa8\x80\xe8\xb0\xb7\xe8\xb1\x86\xe8\xb1\x95\xe8\xb1\xb8\xe8\xb2"
    "\x9d\xe8\xb5\xa4\xe8\xb5\xb0\xe8\xb6\xb3\xe8\xba\xab\xe8\xbb\x8a\xe8\xbe\x9b\xe8\xbe\xb0\xe8\xbe\xb5\xe9\x82\x91"
    "\xe9\x85\x89\xe9\x87\x86\xe9\x87\x8c\xe9\x87\x91\xe9\x95\xb7\xe9\x96\x80\xe9\x98\x9c\xe9\x9a\xb6\xe9\x9a\xb9\xe9"
    "\x9b\xa8\xe9\x9d\x91\xe9\x9d\x9e\xe9\x9d\xa2\xe9\x9d\xa9\xe9\x9f\x8b\xe9\x9f\xad\xe9\x9f\xb3\xe9\xa0\x81\xe9\xa2"
    "\xa8\xe9\xa3\x9b\xe9\xa3\x9f\xe9\xa6\x96\xe9\xa6\x99\xe9\xa6\xac\xe9\xaa\xa8\xe9\xab\x98\xe9\xab\x9f\xe9\xac\xa5"
    "\xe9\xac\xaf\xe9\xac\xb2\xe9\xac\xbc\xe9\xad\x9a\xe9\xb3\xa5\xe9\xb9\xb5\xe9\xb9\xbf\xe9\xba\xa5\xe9\xba\xbb\xe9"
    "\xbb\x83\xe9\xbb\x8d\xe9\xbb\x91\xe9\xbb\xb9\xe9\xbb\xbd\xe9\xbc\x8e\xe9\xbc\x93\xe9\xbc\xa0\xe9\xbc\xbb\xe9\xbd"
    "\x8a\xe9\xbd\x92\xe9\xbe\x8d\xe9\xbe\x9c\xe9\xbe\xa0\xe3\x80\x92\xe5\x8d\x84\xe5\x8d\x85\xe3\x81\x8b\xe3\x81\x8d"
    "\xe3\x81\x8f\xe3\x81\x91\xe3\x81\x93\xe3\x81\x95\xe3\x81\x97\xe3\x81\x99\xe3\x81\x9b\xe3\x81\x9d\xe3\x81\x9f\xe3"
    "\x81\xa1\xe3\x81\xa4\xe3\x81\xa6\xe3\x81\xa8\xe3\x81\xaf\xe3\x81\xb2\xe3\x81\xb5\xe3\x81\xb8\xe3\x81\xbb\xe3\x81"
    "\x86\xe3\x82\x9d\xe3\x82\x88\xe3\x82\x8a\xe3\x82\xab\xe3\x82\xad\xe3\x82\xaf\xe3\x82\xb1\xe3\x82\xb3\xe3\x82\xb5"
    "\xe3\x82\xb7\xe3\x82\xb9\xe3\x82\xbb\xe3\x82\xbd\xe3\x82\xbf\xe3\x83\x81\xe3\x83\x84\xe3\x83\x86\xe3\x83\x88\xe3"
    "\x83\x8f\xe3\x83\x92\xe3\x83\x95\xe3\x83\x98\xe3\x83\x9b\xe3\x82\xa6\xe3\x83\xaf\xe3\x83\xb0\xe3\x83\xb1\xe3\x83"
    "\xb2\xe3\x83\xbd\xe3\x82\xb3\xe3\x83\x88\xe1\x84\x80\xe1\x84\x81\xe1\x86\xaa\xe1\x84\x82\xe1\x86\xac\xe1\x86\xad"
    "\xe1\x84\x83\xe1\x84\x84\xe1\x84\x85\xe1\x86\xb0\xe1\x86\xb1\xe1\x86\xb2\xe1\x86\xb3\xe1\x86\xb4\xe1\x86\xb5\xe1"
    "\x84\x9a\xe1\x84\x86\xe1\x84\x87\xe1\x84\x88\xe1\x84\xa1\xe1\x84\x89\xe1\x84\x8a\xe1\x84\x8b\xe1\x84\x8c\xe1\x84"
    "\x8d\xe1\x84\x8e\xe1\x84\x8f\xe1\x84\x90\xe1\x84\x91\xe1\x84\x92\xe1\x85\xa1\xe1\x85\xa2\xe1\x85\xa3\xe1\x85\xa4"
    "\xe1\x85\xa5\xe1\x85\xa6\xe1\x85\xa7\xe1\x85\xa8\xe1\x85\xa9\xe1\x85\xaa\xe1\x85\xab\xe1\x85\xac\xe1\x85\xad\xe1"
    "\x85\xae\xe1\x85\xaf\xe1\x85\xb0\xe1\x85\xb1\xe1\x85\xb2\xe1\x85\xb3\xe1\x85\xb4\xe1\x85\xb5\xe1\x85\xa0\xe1\x84"
    "\x94\xe1\x84\x95\xe1\x87\x87\xe1\x87\x88\xe1\x87\x8c\xe1\x87\x8e\xe1\x87\x93\xe1\x87\x97\xe1\x87\x99\xe1\x84\x9c"
    "\xe1\x87\x9d\xe1\x87\x9f\xe1\x84\x9d\xe1\x84\x9e\xe1\x84\xa0\xe1\x84\xa2\xe1\x84\xa3\xe1\x84\xa7\xe1\x84\xa9\xe1"
    "\x84\xab\xe1\x84\xac\xe1\x84\xad\xe1\x84\xae\xe1\x84\xaf\xe1\x84\xb2\xe1\x84\xb6\xe1\x85\x80\xe1\x85\x87\xe1\x85"
    "\x8c\xe1\x87\xb1\xe1\x87\xb2\xe1\x85\x97\xe1\x85\x98\xe1\x85\x99\xe1\x86\x84\xe1\x86\x85\xe1\x86\x88\xe1\x86\x91"
    "\xe1\x86\x92\xe1\x86\x94\xe1\x86\x9e\xe1\x86\xa1\xe4\xb8\x89\xe5\x9b\x9b\xe4\xb8\x8a\xe4\xb8\xad\xe4\xb8\x8b\xe7"
    "\x94\xb2\xe4\xb8\x99\xe4\xb8\x81\xe5\xa4\xa9\xe5\x9c\xb0\x28\xe1\x84\x80\x29\x28\xe1\x84\x82\x29\x28\xe1\x84\x83"
    "\x29\x28\xe1\x84\x85\x29\x28\xe1\x84\x86\x29\x28\xe1\x84\x87\x29\x28\xe1\x84\x89\x29\x28\xe1\x84\x8b\x29\x28\xe1"
    "\x84\x8c\x29\x28\xe1\x84\x8e\x29\x28\xe1\x84\x8f\x29\x28\xe1\x84\x90\x29\x28\xe1\x84\x91\x29\x28\xe1\x84\x92\x29"
    "\x28\xe1\x84\x80\xe1\x85\xa1\x29\x28\xe1\x84\x82\xe1\x85\xa1\x29\x28\xe1\x84\x83\xe1\x85\xa1\x29\x28\xe1\x84\x85"
    "\xe1\x85\xa1\x29\x28\xe1\x84\x86\xe1\x85\xa1\x29\x28\xe1\x84\x87\xe1\x85\xa1\x29\x28\xe1\x84\x89\xe1\x85\xa1\x29"
    "\x28\xe1\x84\x8b\xe1\x85\xa1\x29\x28\xe1\x84\x8c\xe1\x85\xa1\x29\x28\xe1\x84\x8e\xe1\x85\xa1\x29\x28\xe1\x84\x8f"
    "\xe1\x85\xa1\x29\x28\xe1\x84\x90\xe1\x85\xa1\x29\x28\xe1\x84\x91\xe1\x85\xa1\x29\x28\xe1\x84\x92\xe1\x85\xa1\x29"
    "\x28\xe1\x84\x8c\xe1\x85\xae\x29\x28\xe1\x84\x8b\xe1\x85\xa9\xe1\x84\x8c\xe1\x85\xa5\xe1\x86\xab\x29\x28\xe1\x84"
    "\x8b\xe1\x85\xa9\xe1\x84\x92\xe1\x85\xae\x29\x28\xe4\xb8\x80\x29\x28\xe4\xba\x8c\x29\x28\xe4\xb8\x89\x29\x28\xe5"
    "\x9b\x9b\x29\x28\xe4\xba\x94\x29\x28\xe5\x85\xad\x29\x28\xe4\xb8\x83\x29\x28\xe5\x85\xab\x29\x28\xe4\xb9\x9d\x29"
    "\x28\xe5\x8d\x81\x29\x28\xe6\x9c\x88\x29\x28\xe7\x81\xab\x29\x28\xe6\xb0\xb4\x29\x28\xe6\x9c\xa8\x29\x28\xe9\x87"
    "\x91\x29\x28\xe5\x9c\x9f\x29\x28\xe6\x97\xa5\x29\x28\xe6\xa0\xaa\x29\x28\xe6\x9c\x89\x29\x28\xe7\xa4\xbe\x29\x28"
    "\xe5\x90\x8d\x29\x28\xe7\x89\xb9\x29\x28\xe8\xb2\xa1\x29\x28\xe7\xa5\x9d\x29\x28\xe5\x8a\xb4\x29\x28\xe4\xbb\xa3"
    "\x29\x28\xe5\x91\xbc\x29\x28\xe5\xad\xa6\x29\x28\xe7\x9b\xa3\x29\x28\xe4\xbc\x81\x29\x28\xe8\xb3\x87\x29\x28\xe5"
    "\x8d\x94\x29\x28\xe7\xa5\xad\x29\x28\xe4\xbc\x91\x29\x28\xe8\x87\xaa\x29\x28\xe8\x87\xb3\x29\xe5\x95\x8f\xe5\xb9"
    "\xbc\xe7\xae\x8f\x70\x74\x65\x32\x32\x32\x34\x32\x35\x32\x36\x32\x37\x32\x38\x32\x39\x33\x30\x33\x33\x33\x34\x33"
    "\x35\xe1\x84\x8e\xe1\x85\xa1\xe1\x86\xb7\xe1\x84\x80\xe1\x85\xa9\xe1\x84\x8c\xe1\x85\xae\xe1\x84\x8b\xe1\x85\xb4"
    "\xe1\x84\x8b\xe1\x85\xae\xe7\xa7\x98\xe7\x94\xb7\xe9\x81\xa9\xe5\x84\xaa\xe5\x8d\xb0\xe6\xb3\xa8\xe9\xa0\x85\xe5"
    "\x86\x99\xe6\xad\xa3\xe5\xb7\xa6\xe5\x8f\xb3\xe5\x8c\xbb\xe5\xae\x97\xe5\xa4\x9c\x33\x36\x33\x37\x33\x38\x33\x39"
    "\x34\x30\x34\x34\x34\x35\x34\x36\x34\x37\x34\x38\x34\x39\x35\x30\x31\xe6\x9c\x88\x32\xe6\x9c\x88\x33\xe6\x9c\x88"
    "\x34\xe6\x9c\x88\x35\xe6\x9c\x88\x36\xe6\x9c\x88\x37\xe6\x9c\x88\x38\xe6\x9c\x88\x39\xe6\x9c\x88\x31\x30\xe6\x9c"
    "\x88\x31\x31\xe6\x9c\x88\x31\x32\xe6\x9c\x88\x68\x67\x65\x72\x67\x65\x76\x6c\x74\x64\xe3\x82\xa2\xe3\x82\xa4\xe3"
    "\x82\xa8\xe3\x82\xaa\xe3\x83\x8a\xe3\x83\x8b\xe3\x83\x8c\xe3\x83\x8d\xe3\x83\x8e\xe3\x83\x9e\xe3\x83\x9f\xe3\x83"
    "\xa0\xe3\x83\xa1\xe3\x83\xa2\xe3\x83\xa4\xe3\x83\xa6\xe3\x83\xa8\xe3\x83\xa9\xe3\x83\xaa\xe3\x83\xab\xe3\x83\xac"
    "\xe3\x83\xad\xe4\xbb\xa4\xe5\x92\x8c\xe3\x82\xa2\xe3\x83\x8f\xe3\x83\xbc\xe3\x83\x88\xe3\x82\xa2\xe3\x83\xab\xe3"
    "\x83\x95\xe3\x82\xa1\xe3\x82\xa2\xe3\x83\xb3\xe3\x83\x98\xe3\x82\xa2\xe3\x82\xa2\xe3\x83\xbc\xe3\x83\xab\xe3\x82"
    "\xa4\xe3\x83\x8b\xe3\x83\xb3\xe3\x82\xaf\xe3\x82\xa4\xe3\x83\xb3\xe3\x83\x81\xe3\x82\xa6\xe3\x82\xa9\xe3\x83\xb3"
    "\xe3\x82\xa8\xe3\x82\xb9\xe3\x82\xaf\xe3\x83\xbc\xe3\x83\x88\xe3\x82\xa8\xe3\x83\xbc\xe3\x82\xab\xe3\x83\xbc\xe3"
    "\x82\xaa\xe3\x83\xb3\xe3\x82\xb9\xe3\x82\xaa\xe3\x83\xbc\xe3\x83\xa0\xe3\x82\xab\xe3\x82\xa4\xe3\x83\xaa\xe3\x82"
    "\xab\xe3\x83\xa9\xe3\x83\x83\xe3\x83\x88\xe3\x82\xab\xe3\x83\xad\xe3\x83\xaa\xe3\x83\xbc\xe3\x82\xab\xe3\x83\xad"
    "\xe3\x83\xb3\xe3\x82\xab\xe3\x83\xb3\xe3\x83\x9e\xe3\x82\xad\xe3\x82\xab\xe3\x82\xad\xe3\x83\x8b\xe3\x83\xbc\xe3"
    "\x82\xad\xe3\x83\xa5\xe3\x83\xaa\xe3\x83\xbc\xe3\x82\xad\xe3\x83\xab\xe3\x82\xbf\xe3\x83\xbc\xe3\x82\xad\xe3\x83"
    "\xad\xe3\x82\xad\xe3\x83\xad\xe3\x82\xaf\xe3\x83\xa9\xe3\x83\xa0\xe3\x82\xad\xe3\x83\xad\xe3\x83\xa1\xe3\x83\xbc"
    "\xe3\x83\x88\xe3\x83\xab\xe3\x82\xad\xe3\x83\xad\xe3\x83\xaf\xe3\x83\x83\xe3\x83\x88\xe3\x82\xaf\xe3\x83\xa9\xe3"
    "\x83\xa0\xe3\x83\x88\xe3\x83\xb3\xe3\x82\xaf\xe3\x83\xab\xe3\x82\xbb\xe3\x82\xa4\xe3\x83\xad\xe3\x82\xaf\xe3\x83"
    "\xad\xe3\x83\xbc\xe3\x83\x8d\xe3\x82\xb1\xe3\x83\xbc\xe3\x82\xb9\xe3\x82\xb3\xe3\x83\xab\xe3\x83\x8a\xe3\x82\xb3"
    "\xe3\x83\xbc\xe3\x83\x9b\xe3\x82\xb5\xe3\x82\xa4\xe3\x82\xaf\xe3\x83\xab\xe3\x82\xb5\xe3\x83\xb3\xe3\x83\x81\xe3"
    "\x83\xbc\xe3\x83\xa0\xe3\x82\xb7\xe3\x83\xaa\xe3\x83\xb3\xe3\x82\xaf\xe3\x82\xbb\xe3\x83\xb3\xe3\x83\x81\xe3\x82"
    "\xbb\xe3\x83\xb3\xe3\x83\x88\xe3\x82\xbf\xe3\x83\xbc\xe3\x82\xb9\xe3\x83\x86\xe3\x82\xb7\xe3\x83\x8a\xe3\x83\x8e"
    "\xe3\x83\x8e\xe3\x83\x83\xe3\x83\x88\xe3\x83\x8f\xe3\x82\xa4\xe3\x83\x84\xe3\x83\x8f\xe3\x83\xbc\xe3\x82\xbb\xe3"
    "\x83\xb3\xe3\x83\x88\xe3\x83\x8f\xe3\x83\xbc\xe3\x83\x84\xe3\x83\x8f\xe3\x83\xbc\xe3\x83\xac\xe3\x83\xab\xe3\x83"
    "\x92\xe3\x82\xa2\xe3\x82\xb9\xe3\x83\x88\xe3\x83\xab\xe3\x83\x92\xe3\x82\xaf\xe3\x83\xab\xe3\x83\x92\xe3\x82\xb3"
    "\xe3\x83\x92\xe3\x83\xab\xe3\x83\x95\xe3\x82\xa1\xe3\x83\xa9\xe3\x83\x83\xe3\x83\x88\xe3\x83\x95\xe3\x82\xa3\xe3"
    "\x83\xbc\xe3\x83\x88\xe3\x83\x95\xe3\x83\x83\xe3\x82\xb7\xe3\x82\xa7\xe3\x83\xab\xe3\x83\x95\xe3\x83\xa9\xe3\x83"
    "\xb3\xe3\x83\x98\xe3\x82\xaf\xe3\x82\xbf\xe3\x83\xbc\xe3\x83\xab\xe3\x83\x98\xe3\x82\xbd\xe3\x83\x98\xe3\x83\x8b"
    "\xe3\x83\x92\xe3\x83\x98\xe3\x83\xab\xe3\x83\x84\xe3\x83\x98\xe3\x83\xb3\xe3\x82\xb9\xe3\x83\x98\xe3\x83\xbc\xe3"
    "\x82\xb7\xe3\x83\x98\xe3\x83\xbc\xe3\x82\xbf\xe3\x83\x9b\xe3\x82\xa4\xe3\x83\xb3\xe3\x83\x88\xe3\x83\x9b\xe3\x83"
    "\xab\xe3\x83\x88\xe3\x83\x9b\xe3\x83\xb3\xe3\x83\x9b\xe3\x83\xb3\xe3\x83\x88\xe3\x83\x9b\xe3\x83\xbc\xe3\x83\xab"
    "\xe3\x83\x9b\xe3\x83\xbc\xe3\x83\xb3\xe3\x83\x9e\xe3\x82\xa4\xe3\x82\xaf\xe3\x83\xad\xe3\x83\x9e\xe3\x82\xa4\xe3"
    "\x83\xab\xe3\x83\x9e\xe3\x83\x83\xe3\x83\x8f\xe3\x83\x9e\xe3\x83\xab\xe3\x82\xaf\xe3\x83\x9e\xe3\x83\xb3\xe3\x82"
    "\xb7\xe3\x83\xa7\xe3\x83\xb3\xe3\x83\x9f\xe3\x82\xaf\xe3\x83\xad\xe3\x83\xb3\xe3\x83\x9f\xe3\x83\xaa\xe3\x83\x9f"
    "\xe3\x83\xaa\xe3\x83\x8f\xe3\x83\xbc\xe3\x83\xab\xe3\x83\xa1\xe3\x82\xab\xe3\x83\xa1\xe3\x82\xab\xe3\x83\x88\xe3"
    "\x83\xb3\xe3\x83\xa4\xe3\x83\xbc\xe3\x83\x88\xe3\x83\xa4\xe3\x83\xbc\xe3\x83\xab\xe3\x83\xa6\xe3\x82\xa2\xe3\x83"
    "\xb3\xe3\x83\xaa\xe3\x83\x83\xe3\x83\x88\xe3\x83\xab\xe3\x83\xaa\xe3\x83\xa9\xe3\x83\xab\xe3\x83\x92\xe3\x83\xbc"
    "\xe3\x83\xab\xe3\x83\xbc\xe3\x83\x95\xe3\x83\xab\xe3\x83\xac\xe3\x83\xa0\xe3\x83\xac\xe3\x83\xb3\xe3\x83\x88\xe3"
    "\x82\xb1\xe3\x83\xb3\x30\xe7\x82\xb9\x31\xe7\x82\xb9\x32\xe7\x82\xb9\x33\xe7\x82\xb9\x34\xe7\x82\xb9\x35\xe7\x82"
    "\xb9\x36\xe7\x82\xb9\x37\xe7\x82\xb9\x38\xe7\x82\xb9\x39\xe7\x82\xb9\x31\x30\xe7\x82\xb9\x31\x31\xe7\x82\xb9\x31"
    "\x32\xe7\x82\xb9\x31\x33\xe7\x82\xb9\x31\x34\xe7\x82\xb9\x31\x35\xe7\x82\xb9\x31\x36\xe7\x82\xb9\x31\x37\xe7\x82"
    "\xb9\x31\x38\xe7\x82\xb9\x31\x39\xe7\x82\xb9\x32\x30\xe7\x82\xb9\x32\x31\xe7\x82\xb9\x32\x32\xe7\x82\xb9\x32\x33"
    "\xe7\x82\xb9\x32\x34\xe7\x82\xb9\x68\x70\x61\x64\x61\x61\x75\x62\x61\x72\x6f\x76\x70\x63\x64\x6d\x64\x6d\x32\x64"
    "\x6d\x33\x69\x75\xe5\xb9\xb3\xe6\x88\x90\xe6\x98\xad\xe5\x92\x8c\xe5\xa4\xa7\xe6\xad\xa3\xe6\x98\x8e\xe6\xb2\xbb"
    "\xe6\xa0\xaa\xe5\xbc\x8f\xe4\xbc\x9a\xe7\xa4\xbe\x6e\x61\xce\xbc\x61\x6d\x61\x6b\x61\x6b\x62\x6d\x62\x67\x62\x63"
    "\x61\x6c\x6b\x63\x61\x6c\x70\x66\x6e\x66\xce\xbc\x66\xce\xbc\x67\x6d\x67\x6b\x67\x68\x7a\x6b\x68\x7a\x6d\x68\x7a"
    "\x74\x68\x7a\xce\xbc\x6c\x6d\x6c\x64\x6c\x66\x6d\x6e\x6d\xce\xbc\x6d\x6d\x6d\x63\x6d\x6b\x6d\x6d\x6d\x32\x63\x6d"
    "\x32\x6b\x6d\x32\x6d\x6d\x33\x63\x6d\x33\x6b\x6d\x33\x6d\xe2\x88\x95\x73\x6d\xe2\x88\x95\x73\x32\x6b\x70\x61\x6d"
    "\x70\x61\x67\x70\x61\x72\x61\x64\x72\x61\x64\xe2\x88\x95\x73\x72\x61\x64\xe2\x88\x95\x73\x32\x70\x73\x6e\x73\xce"
    "\xbc\x73\x6d\x73\x70\x76\x6e\x76\xce\xbc\x76\x6d\x76\x6b\x76\x70\x77\x6e\x77\xce\xbc\x77\x6d\x77\x6b\x77\x6b\xcf"
    "\x89\x6d\xcf\x89\x61\x2e\x6d\x2e\x62\x71\x63\xe2\x88\x95\x6b\x67\x63\x6f\x2e\x64\x62\x67\x79\x68\x61\x69\x6e\x6b"
    "\x6b\x6b\x74\x6c\x6e\x6c\x6f\x67\x6c\x78\x6d\x69\x6c\x6d\x6f\x6c\x70\x68\x70\x2e\x6d\x2e\x70\x70\x6d\x70\x72\x73"
    "\x76\x77\x62\x76\xe2\x88\x95\x6d\x61\xe2\x88\x95\x6d\x31\xe6\x97\xa5\x32\xe6\x97\xa5\x33\xe6\x97\xa5\x34\xe6\x97"
    "\xa5\x35\xe6\x97\xa5\x36\xe6\x97\xa5\x37\xe6\x97\xa5\x38\xe6\x97\xa5\x39\xe6\x97\xa5\x31\x30\xe6\x97\xa5\x31\x31"
    "\xe6\x97\xa5\x31\x32\xe6\x97\xa5\x31\x33\xe6\x97\xa5\x31\x34\xe6\x97\xa5\x31\x35\xe6\x97\xa5\x31\x36\xe6\x97\xa5"
    "\x31\x37\xe6\x97\xa5\x31\x38\xe6\x97\xa5\x31\x39\xe6\x97\xa5\x32\x30\xe6\x97\xa5\x32\x31\xe6\x97\xa5\x32\x32\xe6"
    "\x97\xa5\x32\x33\xe6\x97\xa5\x32\x34\xe6\x97\xa5\x32\x35\xe6\x97\xa5\x32\x36\xe6\x97\xa5\x32\x37\xe6\x97\xa5\x32"
    "\x38\xe6\x97\xa5\x32\x39\xe6\x97\xa5\x33\x30\xe6\x97\xa5\x33\x31\xe6\x97\xa5\x67\x61\x6c\xea\x99\x81\xea\x99\x83"
    "\xea\x99\x85\xea\x99\x87\xea\x99\x89\xea\x99\x8d\xea\x99\x8f\xea\x99\x91\xea\x99\x93\xea\x99\x95\xea\x99\x97\xea"
    "\x99\x99\xea\x99\x9b\xea\x99\x9d\xea\x99\x9f\xea\x99\xa1\xea\x99\xa3\xea\x99\xa5\xea\x99\xa7\xea\x99\xa9\xea\x99"
    "\xab\xea\x99\xad\xea\x9a\x81\xea\x9a\x83\xea\x9a\x85\xea\x9a\x87\xea\x9a\x89\xea\x9a\x8b\xea\x9a\x8d\xea\x9a\x8f"
    "\xea\x9a\x91\xea\x9a\x93\xea\x9a\x95\xea\x9a\x97\xea\x9a\x99\xea\x9a\x9b\xea\x9c\xa3\xea\x9c\xa5\xea\x9c\xa7\xea"
    "\x9c\xa9\xea\x9c\xab\xea\x9c\xad\xea\x9c\xaf\xea\x9c\xb3\xea\x9c\xb5\xea\x9c\xb7\xea\x9c\xb9\xea\x9c\xbb\xea\x9c"
    "\xbd\xea\x9c\xbf\xea\x9d\x81\xea\x9d\x83\xea\x9d\x85\xea\x9d\x87\xea\x9d\x89\xea\x9d\x8b\xea\x9d\x8d\xea\x9d\x8f"
    "\xea\x9d\x91\xea\x9d\x93\xea\x9d\x95\xea\x9d\x97\xea\x9d\x99\xea\x9d\x9b\xea\x9d\x9d\xea\x9d\x9f\xea\x9d\xa1\xea"
    "\x9d\xa3\xea\x9d\xa5\xea\x9d\xa7\xea\x9d\xa9\xea\x9d\xab\xea\x9d\xad\xea\x9d\xaf\xea\x9d\xba\xea\x9d\xbc\xe1\xb5"
    "\xb9\xea\x9d\xbf\xea\x9e\x81\xea\x9e\x83\xea\x9e\x85\xea\x9e\x87\xea\x9e\x8c\xea\x9e\x91\xea\x9e\x93\xea\x9e\x97"
    "\xea\x9e\x99\xea\x9e\x9b\xea\x9e\x9d\xea\x9e\x9f\xea\x9e\xa1\xea\x9e\xa3\xea\x9e\xa5\xea\x9e\xa7\xea\x9e\xa9\xc9"
    "\xac\xca\x9e\xca\x87\xea\xad\x93\xea\x9e\xb5\xea\x9e\xb7\xea\x9e\xb9\xea\x9e\xbb\xea\x9e\xbd\xea\x9e\xbf\xea\x9f"
    "\x81\xea\x9f\x83\xea\x9e\x94\xe1\xb6\x8e\xea\x9f\x88\xea\x9f\x8a\xea\x9f\x91\xea\x9f\x97\xea\x9f\x99\xea\x9f\xb6"
    "\xea\xac\xb7\xea\xad\x92\xca\x8d\xe1\x8e\xa0\xe1\x8e\xa1\xe1\x8e\xa2\xe1\x8e\xa3\xe1\x8e\xa4\xe1\x8e\xa5\xe1\x8e"
    "\xa6\xe1\x8e\xa7\xe1\x8e\xa8\xe1\x8e\xa9\xe1\x8e\xaa\xe1\x8e\xab\xe1\x8e\xac\xe1\x8e\xad\xe1\x8e\xae\xe1\x8e\xaf"
    "\xe1\x8e\xb0\xe1\x8e\xb1\xe1\x8e\xb2\xe1\x8e\xb3\xe1\x8e\xb4\xe1\x8e\xb5\xe1\x8e\xb6\xe1\x8e\xb7\xe1\x8e\xb8\xe1"
    "\x8e\xb9\xe1\x8e\xba\xe1\x8e\xbb\xe1\x8e\xbc\xe1\x8e\xbd\xe1\x8e\xbe\xe1\x8e\xbf\xe1\x8f\x80\xe1\x8f\x81\xe1\x8f"
    "\x82\xe1\x8f\x83\xe1\x8f\x84\xe1\x8f\x85\xe1\x8f\x86\xe1\x8f\x87\xe1\x8f\x88\xe1\x8f\x89\xe1\x8f\x8a\xe1\x8f\x8b"
    "\xe1\x8f\x8c\xe1\x8f\x8d\xe1\x8f\x8e\xe1\x8f\x8f\xe1\x8f\x90\xe1\x8f\x91\xe1\x8f\x92\xe1\x8f\x93\xe1\x8f\x94\xe1"
    "\x8f\x95\xe1\x8f\x96\xe1\x8f\x97\xe1\x8f\x98\xe1\x8f\x99\xe1\x8f\x9a\xe1\x8f\x9b\xe1\x8f\x9c\xe1\x8f\x9d\xe1\x8f"
    "\x9e\xe1\x8f\x9f\xe1\x8f\xa0\xe1\x8f\xa1\xe1\x8f\xa2\xe1\x8f\xa3\xe1\x8f\xa4\xe1\x8f\xa5\xe1\x8f\xa6\xe1\x8f\xa7"
    "\xe1\x8f\xa8\xe1\x8f\xa9\xe1\x8f\xaa\xe1\x8f\xab\xe1\x8f\xac\xe1\x8f\xad\xe1\x8f\xae\xe1\x8f\xaf\xe8\xb1\x88\xe6"
    "\x9b\xb4\xe8\xb3\x88\xe6\xbb\x91\xe4\xb8\xb2\xe5\x8f\xa5\xe5\xa5\x91\xe5\x96\x87\xe5\xa5\x88\xe6\x87\xb6\xe7\x99"
    "\xa9\xe7\xbe\x85\xe8\x98\xbf\xe8\x9e\xba\xe8\xa3\xb8\xe9\x82\x8f\xe6\xa8\x82\xe6\xb4\x9b\xe7\x83\x99\xe7\x8f\x9e"
    "\xe8\x90\xbd\xe9\x85\xaa\xe9\xa7\xb1\xe4\xba\x82\xe5\x8d\xb5\xe6\xac\x84\xe7\x88\x9b\xe8\x98\xad\xe9\xb8\x9e\xe5"
    "\xb5\x90\xe6\xbf\xab\xe8\x97\x8d\xe8\xa5\xa4\xe6\x8b\x89\xe8\x87\x98\xe8\xa0\x9f\xe5\xbb\x8a\xe6\x9c\x97\xe6\xb5"
    "\xaa\xe7\x8b\xbc\xe9\x83\x8e\xe4\xbe\x86\xe5\x86\xb7\xe5\x8b\x9e\xe6\x93\x84\xe6\xab\x93\xe7\x88\x90\xe7\x9b\xa7"
    "\xe8\x98\x86\xe8\x99\x9c\xe8\xb7\xaf\xe9\x9c\xb2\xe9\xad\xaf\xe9\xb7\xba\xe7\xa2\x8c\xe7\xa5\xbf\xe7\xb6\xa0\xe8"
    "\x8f\x89\xe9\x8c\x84\xe8\xab\x96\xe5\xa3\x9f\xe5\xbc\x84\xe7\xb1\xa0\xe8\x81\xbe\xe7\x89\xa2\xe7\xa3\x8a\xe8\xb3"
    "\x82\xe9\x9b\xb7\xe5\xa3\x98\xe5\xb1\xa2\xe6\xa8\x93\xe6\xb7\x9a\xe6\xbc\x8f\xe7\xb4\xaf\xe7\xb8\xb7\xe9\x99\x8b"
    "\xe5\x8b\x92\xe8\x82\x8b\xe5\x87\x9c\xe5\x87\x8c\xe7\xa8\x9c\xe7\xb6\xbe\xe8\x8f\xb1\xe9\x99\xb5\xe8\xae\x80\xe6"
    "\x8b\x8f\xe8\xab\xbe\xe4\xb8\xb9\xe5\xaf\xa7\xe6\x80\x92\xe7\x8e\x87\xe7\x95\xb0\xe5\x8c\x97\xe7\xa3\xbb\xe4\xbe"
    "\xbf\xe5\xbe\xa9\xe4\xb8\x8d\xe6\xb3\x8c\xe6\x95\xb8\xe7\xb4\xa2\xe5\x8f\x83\xe5\xa1\x9e\xe7\x9c\x81\xe8\x91\x89"
    "\xe8\xaa\xaa\xe6\xae\xba\xe6\xb2\x88\xe6\x8b\xbe\xe8\x8b\xa5\xe6\x8e\xa0\xe7\x95\xa5\xe4\xba\xae\xe5\x85\xa9\xe5"
    "\x87\x89\xe6\xa2\x81\xe7\xb3\xa7\xe8\x89\xaf\xe8\xab\x92\xe9\x87\x8f\xe5\x8b\xb5\xe5\x91\x82\xe5\xbb\xac\xe6\x97"
    "\x85\xe6\xbf\xbe\xe7\xa4\xaa\xe9\x96\xad\xe9\xa9\xaa\xe9\xba\x97\xe9\xbb\x8e\xe6\x9b\x86\xe6\xad\xb7\xe8\xbd\xa2"
    "\xe5\xb9\xb4\xe6\x86\x90\xe6\x88\x80\xe6\x92\x9a\xe6\xbc\xa3\xe7\x85\x89\xe7\x92\x89\xe7\xa7\x8a\xe7\xb7\xb4\xe8"
    "\x81\xaf\xe8\xbc\xa6\xe8\x93\xae\xe9\x80\xa3\xe9\x8d\x8a\xe5\x88\x97\xe5\x8a\xa3\xe5\x92\xbd\xe7\x83\x88\xe8\xa3"
    "\x82\xe5\xbb\x89\xe5\xbf\xb5\xe6\x8d\xbb\xe6\xae\xae\xe7\xb0\xbe\xe7\x8d\xb5\xe5\x9b\xb9\xe5\xb6\xba\xe6\x80\x9c"
    "\xe7\x8e\xb2\xe7\x91\xa9\xe7\xbe\x9a\xe8\x81\x86\xe9\x88\xb4\xe9\x9b\xb6\xe9\x9d\x88\xe9\xa0\x98\xe4\xbe\x8b\xe7"
    "\xa6\xae\xe9\x86\xb4\xe9\x9a\xb8\xe6\x83\xa1\xe4\xba\x86\xe5\x83\x9a\xe5\xaf\xae\xe5\xb0\xbf\xe6\x96\x99\xe7\x87"
    "\x8e\xe7\x99\x82\xe8\x93\xbc\xe9\x81\xbc\xe6\x9a\x88\xe9\x98\xae\xe5\x8a\x89\xe6\x9d\xbb\xe6\x9f\xb3\xe6\xb5\x81"
    "\xe6\xba\x9c\xe7\x90\x89\xe7\x95\x99\xe7\xa1\xab\xe7\xb4\x90\xe9\xa1\x9e\xe6\x88\xae\xe9\x99\xb8\xe5\x80\xab\xe5"
    "\xb4\x99\xe6\xb7\xaa\xe8\xbc\xaa\xe5\xbe\x8b\xe6\x85\x84\xe6\xa0\x97\xe9\x9a\x86\xe5\x88\xa9\xe5\x90\x8f\xe5\xb1"
    "\xa5\xe6\x98\x93\xe6\x9d\x8e\xe6\xa2\xa8\xe6\xb3\xa5\xe7\x90\x86\xe7\x97\xa2\xe7\xbd\xb9\xe8\xa3\x8f\xe8\xa3\xa1"
    "\xe9\x9b\xa2\xe5\x8c\xbf\xe6\xba\xba\xe5\x90\x9d\xe7\x87\x90\xe7\x92\x98\xe8\x97\xba\xe9\x9a\xa3\xe9\xb1\x97\xe9"
    "\xba\x9f\xe6\x9e\x97\xe6\xb7\x8b\xe8\x87\xa8\xe7\xac\xa0\xe7\xb2\x92\xe7\x8b\x80\xe7\x82\x99\xe8\xad\x98\xe4\xbb"
    "\x80\xe8\x8c\xb6\xe5\x88\xba\xe5\x88\x87\xe5\xba\xa6\xe6\x8b\x93\xe7\xb3\x96\xe5\xae\x85\xe6\xb4\x9e\xe6\x9a\xb4"
    "\xe8\xbc\xbb\xe9\x99\x8d\xe5\xbb\x93\xe5\x85\x80\xe5\x97\x80\xe5\xa1\x9a\xe6\x99\xb4\xe5\x87\x9e\xe7\x8c\xaa\xe7"
    "\x9b\x8a\xe7\xa4\xbc\xe7\xa5\x9e\xe7\xa5\xa5\xe7\xa6\x8f\xe9\x9d\x96\xe7\xb2\xbe\xe8\x98\x92\xe8\xab\xb8\xe9\x80"
    "\xb8\xe9\x83\xbd\xe9\xa3\xaf\xe9\xa3\xbc\xe9\xa4\xa8\xe9\xb6\xb4\xe9\x83\x9e\xe9\x9a\xb7\xe4\xbe\xae\xe5\x83\xa7"
    "\xe5\x85\x8d\xe5\x8b\x89\xe5\x8b\xa4\xe5\x8d\x91\xe5\x96\x9d\xe5\x98\x86\xe5\x99\xa8\xe5\xa1\x80\xe5\xa2\xa8\xe5"
    "\xb1\xa4\xe6\x82\x94\xe6\x85\xa8\xe6\x86\x8e\xe6\x87\xb2\xe6\x95\x8f\xe6\x97\xa2\xe6\x9a\x91\xe6\xa2\x85\xe6\xb5"
    "\xb7\xe6\xb8\x9a\xe6\xbc\xa2\xe7\x85\xae\xe7\x88\xab\xe7\x90\xa2\xe7\xa2\x91\xe7\xa5\x89\xe7\xa5\x88\xe7\xa5\x90"
    "\xe7\xa5\x96\xe7\xa6\x8d\xe7\xa6\x8e\xe7\xa9\x80\xe7\xaa\x81\xe7\xaf\x80\xe7\xb8\x89\xe7\xb9\x81\xe7\xbd\xb2\xe8"
    "\x80\x85\xe8\x87\xad\xe8\x89\xb9\xe8\x91\x97\xe8\xa4\x90\xe8\xa6\x96\xe8\xac\x81\xe8\xac\xb9\xe8\xb3\x93\xe8\xb4"
    "\x88\xe8\xbe\xb6\xe9\x9b\xa3\xe9\x9f\xbf\xe9\xa0\xbb\xe6\x81\xb5\xf0\xa4\x8b\xae\xe8\x88\x98\xe4\xb8\xa6\xe5\x86"
    "\xb5\xe5\x85\xa8\xe4\xbe\x80\xe5\x85\x85\xe5\x86\x80\xe5\x8b\x87\xe5\x8b\xba\xe5\x95\x95\xe5\x96\x99\xe5\x97\xa2"
    "\xe5\xa2\xb3\xe5\xa5\x84\xe5\xa5\x94\xe5\xa9\xa2\xe5\xac\xa8\xe5\xbb\x92\xe5\xbb\x99\xe5\xbd\xa9\xe5\xbe\xad\xe6"
    "\x83\x98\xe6\x85\x8e\xe6\x84\x88\xe6\x85\xa0\xe6\x88\xb4\xe6\x8f\x84\xe6\x90\x9c\xe6\x91\x92\xe6\x95\x96\xe6\x9c"
    "\x9b\xe6\x9d\x96\xe6\xbb\x9b\xe6\xbb\x8b\xe7\x80\x9e\xe7\x9e\xa7\xe7\x88\xb5\xe7\x8a\xaf\xe7\x91\xb1\xe7\x94\x86"
    "\xe7\x94\xbb\xe7\x98\x9d\xe7\x98\x9f\xe7\x9b\x9b\xe7\x9b\xb4\xe7\x9d\x8a\xe7\x9d\x80\xe7\xa3\x8c\xe7\xaa\xb1\xe7"
    "\xb1\xbb\xe7\xb5\x9b\xe7\xbc\xbe\xe8\x8d\x92\xe8\x8f\xaf\xe8\x9d\xb9\xe8\xa5\x81\xe8\xa6\x86\xe8\xaa\xbf\xe8\xab"
    "\x8b\xe8\xab\xad\xe8\xae\x8a\xe8\xbc\xb8\xe9\x81\xb2\xe9\x86\x99\xe9\x89\xb6\xe9\x99\xbc\xe9\x9f\x9b\xe9\xa0\x8b"
    "\xe9\xac\x92\xf0\xa2\xa1\x8a\xf0\xa2\xa1\x84\xf0\xa3\x8f\x95\xe3\xae\x9d\xe4\x80\x98\xe4\x80\xb9\xf0\xa5\x89\x89"
    "\xf0\xa5\xb3\x90\xf0\xa7\xbb\x93\xe9\xbd\x83\xe9\xbe\x8e\x66\x66\x66\x69\x66\x6c\x66\x66\x6c\x73\x74\xd5\xb4\xd5"
    "\xb6\xd5\xb4\xd5\xa5\xd5\xb4\xd5\xab\xd5\xbe\xd5\xb6\xd5\xb4\xd5\xad\xd7\x99\xd7\xb2\xd7\xa2\xd7\x94\xd7\x9b\xd7"
    "\x9c\xd7\x9d\xd7\xa8\xd7\xaa\xd7\xa9\xd7\x95\xd7\x96\xd7\x98\xd7\x9a\xd7\x9e\xd7\xa0\xd7\xa1\xd7\xa3\xd7\xa4\xd7"
    "\xa6\xd7\xa7\xd7\x90\xd7\x9c\xd9\xb1\xd9\xbb\xd9\xbe\xda\x80\xd9\xba\xd9\xbf\xd9\xb9\xda\xa4\xda\xa6\xda\x84\xda"
    "\x83\xda\x86\xda\x87\xda\x8d\xda\x8c\xda\x8e\xda\x88\xda\x98\xda\x91\xda\xa9\xda\xaf\xda\xb3\xda\xb1\xda\xba\xda"
    "\xbb\xda\xbe\xda\xad\xdb\x86\xdb\x88\xdb\x8b\xdb\x85\xdb\x89\xdb\x90\xd9\x89\xd9\x8a\xdb\x95\xd9\x8a\xd9\x88\xd9"
    "\x8a\xdb\x87\xd9\x8a\xdb\x86\xd9\x8a\xdb\x88\xd9\x8a\xdb\x90\xd9\x8a\xd9\x89\xdb\x8c\xd9\x8a\xd8\xac\xd9\x8a\xd8"
    "\xad\xd9\x8a\xd9\x85\xd9\x8a\xd9\x8a\xd8\xa8\xd8\xac\xd8\xa8\xd8\xad\xd8\xa8\xd8\xae\xd8\xa8\xd9\x85\xd8\xa8\xd9"
    "\x89\xd8\xa8\xd9\x8a\xd8\xaa\xd8\xac\xd8\xaa\xd8\xad\xd8\xaa\xd8\xae\xd8\xaa\xd9\x85\xd8\xaa\xd9\x89\xd8\xaa\xd9"
    "\x8a\xd8\xab\xd8\xac\xd8\xab\xd9\x85\xd8\xab\xd9\x89\xd8\xab\xd9\x8a\xd8\xac\xd8\xad\xd8\xac\xd9\x85\xd8\xad\xd9"
    "\x85\xd8\xae\xd8\xac\xd8\xae\xd8\xad\xd8\xae\xd9\x85\xd8\xb3\xd8\xac\xd8\xb3\xd8\xad\xd8\xb3\xd8\xae\xd8\xb3\xd9"
    "\x85\xd8\xb5\xd8\xad\xd8\xb5\xd9\x85\xd8\xb6\xd8\xac\xd8\xb6\xd8\xad\xd8\xb6\xd8\xae\xd8\xb6\xd9\x85\xd8\xb7\xd8"
    "\xad\xd8\xb7\xd9\x85\xd8\xb8\xd9\x85\xd8\xb9\xd8\xac\xd8\xb9\xd9\x85\xd8\xba\xd8\xac\xd8\xba\xd9\x85\xd9\x81\xd8"
    "\xac\xd9\x81\xd8\xad\xd9\x81\xd8\xae\xd9\x81\xd9\x85\xd9\x81\xd9\x89\xd9\x81\xd9\x8a\xd9\x82\xd8\xad\xd9\x82\xd9"
    "\x85\xd9\x82\xd9\x89\xd9\x82\xd9\x8a\xd9\x83\xd8\xa7\xd9\x83\xd8\xac\xd9\x83\xd8\xad\xd9\x83\xd8\xae\xd9\x83\xd9"
    "\x84\xd9\x83\xd9\x85\xd9\x83\xd9\x89\xd9\x83\xd9\x8a\xd9\x84\xd8\xac\xd9\x84\xd8\xad\xd9\x84\xd8\xae\xd9\x84\xd9"
    "\x85\xd9\x84\xd9\x89\xd9\x84\xd9\x8a\xd9\x85\xd8\xac\xd9\x85\xd9\x85\xd9\x85\xd9\x89\xd9\x86\xd8\xac\xd9\x86\xd8"
    "\xad\xd9\x86\xd8\xae\xd9\x86\xd9\x85\xd9\x86\xd9\x89\xd9\x86\xd9\x8a\xd9\x87\xd8\xac\xd9\x87\xd9\x85\xd9\x87\xd9"
    "\x89\xd9\x87\xd9\x8a\xd9\x8a\xd8\xae\xd8\xb0\xd8\xb1\xd9\x8a\xd8\xb1\xd9\x8a\xd8\xb2\xd9\x8a\xd9\x86\xd8\xa8\xd8"
    "\xb1\xd8\xa8\xd8\xb2\xd8\xa8\xd9\x86\xd8\xaa\xd8\xb1\xd8\xaa\xd8\xb2\xd8\xaa\xd9\x86\xd8\xab\xd8\xb1\xd8\xab\xd8"
    "\xb2\xd8\xab\xd9\x86\xd9\x85\xd8\xa7\xd9\x86\xd8\xb1\xd9\x86\xd8\xb2\xd9\x86\xd9\x86\xd8\xa8\xd9\x87\xd8\xaa\xd9"
    "\x87\xd8\xb5\xd8\xae\xd9\x84\xd9\x87\xd9\x86\xd9\x87\xd8\xab\xd9\x87\xd8\xb3\xd9\x87\xd8\xb4\xd9\x85\xd8\xb4\xd9"
    "\x87\xd9\x80\xd8\xb7\xd9\x89\xd8\xb7\xd9\x8a\xd8\xb9\xd9\x89\xd8\xb9\xd9\x8a\xd8\xba\xd9\x89\xd8\xba\xd9\x8a\xd8"
    "\xb3\xd9\x89\xd8\xb3\xd9\x8a\xd8\xb4\xd9\x89\xd8\xb4\xd9\x8a\xd8\xad\xd9\x89\xd8\xac\xd9\x89\xd8\xae\xd9\x89\xd8"
    "\xae\xd9\x8a\xd8\xb5\xd9\x89\xd8\xb5\xd9\x8a\xd8\xb6\xd9\x89\xd8\xb6\xd9\x8a\xd8\xb4\xd8\xac\xd8\xb4\xd8\xad\xd8"
    "\xb4\xd8\xae\xd8\xb4\xd8\xb1\xd8\xb3\xd8\xb1\xd8\xb5\xd8\xb1\xd8\xb6\xd8\xb1\xd8\xaa\xd8\xac\xd9\x85\xd8\xaa\xd8"
    "\xad\xd8\xac\xd8\xaa\xd8\xad\xd9\x85\xd8\xaa\xd8\xae\xd9\x85\xd8\xaa\xd9\x85\xd8\xac\xd8\xaa\xd9\x85\xd8\xad\xd8"
    "\xaa\xd9\x85\xd8\xae\xd8\xad\xd9\x85\xd9\x8a\xd8\xad\xd9\x85\xd9\x89\xd8\xb3\xd8\xad\xd8\xac\xd8\xb3\xd8\xac\xd8"
    "\xad\xd8\xb3\xd8\xac\xd9\x89\xd8\xb3\xd9\x85\xd8\xad\xd8\xb3\xd9\x85\xd8\xac\xd8\xb3\xd9\x85\xd9\x85\xd8\xb5\xd8"
    "\xad\xd8\xad\xd8\xb5\xd9\x85\xd9\x85\xd8\xb4\xd8\xad\xd9\x85\xd8\xb4\xd8\xac\xd9\x8a\xd8\xb4\xd9\x85\xd8\xae\xd8"
    "\xb4\xd9\x85\xd9\x85\xd8\xb6\xd8\xad\xd9\x89\xd8\xb6\xd8\xae\xd9\x85\xd8\xb7\xd9\x85\xd8\xad\xd8\xb7\xd9\x85\xd9"
    "\x85\xd8\xb7\xd9\x85\xd9\x8a\xd8\xb9\xd8\xac\xd9\x85\xd8\xb9\xd9\x85\xd9\x85\xd8\xb9\xd9\x85\xd9\x89\xd8\xba\xd9"
    "\x85\xd9\x85\xd8\xba\xd9\x85\xd9\x8a\xd8\xba\xd9\x85\xd9\x89\xd9\x81\xd8\xae\xd9\x85\xd9\x82\xd9\x85\xd8\xad\xd9"
    "\x82\xd9\x85\xd9\x85\xd9\x84\xd8\xad\xd9\x85\xd9\x84\xd8\xad\xd9\x8a\xd9\x84\xd8\xad\xd9\x89\xd9\x84\xd8\xac\xd8"
    "\xac\xd9\x84\xd8\xae\xd9\x85\xd9\x84\xd9\x85\xd8\xad\xd9\x85\xd8\xad\xd8\xac\xd9\x85\xd8\xad\xd9\x8a\xd9\x85\xd8"
    "\xac\xd8\xad\xd9\x85\xd8\xae\xd9\x85\xd9\x85\xd8\xac\xd8\xae\xd9\x87\xd9\x85\xd8\xac\xd9\x87\xd9\x85\xd9\x85\xd9"
    "\x86\xd8\xad\xd9\x85\xd9\x86\xd8\xad\xd9\x89\xd9\x86\xd8\xac\xd9\x85\xd9\x86\xd8\xac\xd9\x89\xd9\x86\xd9\x85\xd9"
    "\x8a\xd9\x86\xd9\x85\xd9\x89\xd9\x8a\xd9\x85\xd9\x85\xd8\xa8\xd8\xae\xd9\x8a\xd8\xaa\xd8\xac\xd9\x8a\xd8\xaa\xd8"
    "\xac\xd9\x89\xd8\xaa\xd8\xae\xd9\x8a\xd8\xaa\xd8\xae\xd9\x89\xd8\xaa\xd9\x85\xd9\x8a\xd8\xaa\xd9\x85\xd9\x89\xd8"
    "\xac\xd9\x85\xd9\x8a\xd8\xac\xd8\xad\xd9\x89\xd8\xac\xd9\x85\xd9\x89\xd8\xb3\xd8\xae\xd9\x89\xd8\xb5\xd8\xad\xd9"
    "\x8a\xd8\xb4\xd8\xad\xd9\x8a\xd8\xb6\xd8\xad\xd9\x8a\xd9\x84\xd8\xac\xd9\x8a\xd9\x84\xd9\x85\xd9\x8a\xd9\x85\xd9"
    "\x85\xd9\x8a\xd9\x82\xd9\x85\xd9\x8a\xd9\x86\xd8\xad\xd9\x8a\xd8\xb9\xd9\x85\xd9\x8a\xd9\x83\xd9\x85\xd9\x8a\xd9"
    "\x86\xd8\xac\xd8\xad\xd9\x85\xd8\xae\xd9\x8a\xd9\x84\xd8\xac\xd9\x85\xd9\x83\xd9\x85\xd9\x85\xd8\xac\xd8\xad\xd9"
    "\x8a\xd8\xad\xd8\xac\xd9\x8a\xd9\x85\xd8\xac\xd9\x8a\xd9\x81\xd9\x85\xd9\x8a\xd8\xa8\xd8\xad\xd9\x8a\xd8\xb3\xd8"
    "\xae\xd9\x8a\xd9\x86\xd8\xac\xd9\x8a\xd8\xb5\xd9\x84\xdb\x92\xd9\x82\xd9\x84\xdb\x92\xd8\xa7\xd9\x84\xd9\x84\xd9"
    "\x87\xd8\xa7\xd9\x83\xd8\xa8\xd8\xb1\xd9\x85\xd8\xad\xd9\x85\xd8\xaf\xd8\xb5\xd9\x84\xd8\xb9\xd9\x85\xd8\xb1\xd8"
    "\xb3\xd9\x88\xd9\x84\xd8\xb9\xd9\x84\xd9\x8a\xd9\x87\xd9\x88\xd8\xb3\xd9\x84\xd9\x85\xd8\xb5\xd9\x84\xd9\x89\xd8"
    "\xb5\xd9\x84\xd9\x89\x20\xd8\xa7\xd9\x84\xd9\x84\xd9\x87\x20\xd8\xb9\xd9\x84\xd9\x8a\xd9\x87\x20\xd9\x88\xd8\xb3"
    "\xd9\x84\xd9\x85\xd8\xac\xd9\x84\x20\xd8\xac\xd9\x84\xd8\xa7\xd9\x84\xd9\x87\xd8\xb1\xdb\x8c\xd8\xa7\xd9\x84\x2c"
    "\xe3\x80\x81\xe3\x80\x82\xe3\x80\x96\xe3\x80\x97\xe2\x80\x94\xe2\x80\x93\x5f\x7b\x7d\xe3\x80\x94\xe3\x80\x95\xe3"
    "\x80\x90\xe3\x80\x91\xe3\x80\x8a\xe3\x80\x8b\xe3\x80\x8c\xe3\x80\x8d\xe3\x80\x8e\xe3\x80\x8f\x5b\x5d\x23\x26\x2a"
    "\x2d\x5c\x24\x25\x40\xd8\xa1\xd8\xa9\x22\x27\x5e\x7c\x7e\xe2\xa6\x85\xe2\xa6\x86\xe3\x83\xbb\xe3\x82\xa5\xe3\x83"
    "\xa3\xc2\xa2\xc2\xa3\xc2\xac\xc2\xa6\xc2\xa5\xe2\x82\xa9\xe2\x94\x82\xe2\x86\x91\xe2\x86\x93\xe2\x96\xa0\xe2\x97"
    "\x8b\xf0\x90\x90\xa8\xf0\x90\x90\xa9\xf0\x90\x90\xaa\xf0\x90\x90\xab\xf0\x90\x90\xac\xf0\x90\x90\xad\xf0\x90\x90"
    "\xae\xf0\x90\x90\xaf\xf0\x90\x90\xb0\xf0\x90\x90\xb1\xf0\x90\x90\xb2\xf0\x90\x90\xb3\xf0\x90\x90\xb4\xf0\x90\x90"
    "\xb5\xf0\x90\x90\xb6\xf0\x90\x90\xb7\xf0\x90\x90\xb8\xf0\x90\x90\xb9\xf0\x90\x90\xba\xf0\x90\x90\xbb\xf0\x90\x90"
    "\xbc\xf0\x90\x90\xbd\xf0\x90\x90\xbe\xf0\x90\x90\xbf\xf0\x90\x91\x80\xf0\x90\x91\x81\xf0\x90\x91\x82\xf0\x90\x91"
    "\x83\xf0\x90\x91\x84\xf0\x90\x91\x85\xf0\x90\x91\x86\xf0\x90\x91\x87\xf0\x90\x91\x88\xf0\x90\x91\x89\xf0\x90\x91"
    "\x8a\xf0\x90\x91\x8b\xf0\x90\x91\x8c\xf0\x90\x91\x8d\xf0\x90\x91\x8e\xf0\x90\x91\x8f\xf0\x90\x93\x98\xf0\x90\x93"
    "\x99\xf0\x90\x93\x9a\xf0\x90\x93\x9b\xf0\x90\x93\x9c\xf0\x90\x93\x9d\xf0\x90\x93\x9e\xf0\x90\x93\x9f\xf0\x90\x93"
    "\xa0\xf0\x90\x93\xa1\xf0\x90\x93\xa2\xf0\x90\x93\xa3\xf0\x90\x93\xa4\xf0\x90\x93\xa5\xf0\x90\x93\xa6\xf0\x90\x93"
    "\xa7\xf0\x90\x93\xa8\xf0\x90\x93\xa9\xf0\x90\x93\xaa\xf0\x90\x93\xab\xf0\x90\x93\xac\xf0\x90\x93\xad\xf0\x90\x93"
    "\xae\xf0\x90\x93\xaf\xf0\x90\x93\xb0\xf0\x90\x93\xb1\xf0\x90\x93\xb2\xf0\x90\x93\xb3\xf0\x90\x93\xb4\xf0\x90\x93"
    "\xb5\xf0\x90\x93\xb6\xf0\x90\x93\xb7\xf0\x90\x93\xb8\xf0\x90\x93\xb9\xf0\x90\x93\xba\xf0\x90\x93\xbb\xf0\x90\x96"
    "\x97\xf0\x90\x96\x98\xf0\x90\x96\x99\xf0\x90\x96\x9a\xf0\x90\x96\x9b\xf0\x90\x96\x9c\xf0\x90\x96\x9d\xf0\x90\x96"
    "\x9e\xf0\x90\x96\x9f\xf0\x90\x96\xa0\xf0\x90\x96\xa1\xf0\x90\x96\xa3\xf0\x90\x96\xa4\xf0\x90\x96\xa5\xf0\x90\x96"
    "\xa6\xf0\x90\x96\xa7\xf0\x90\x96\xa8\xf0\x90\x96\xa9\xf0\x90\x96\xaa\xf0\x90\x96\xab\xf0\x90\x96\xac\xf0\x90\x96"
    "\xad\xf0\x90\x96\xae\xf0\x90\x96\xaf\xf0\x90\x96\xb0\xf0\x90\x96\xb1\xf0\x90\x96\xb3\xf0\x90\x96\xb4\xf0\x90\x96"
    "\xb5\xf0\x90\x96\xb6\xf0\x90\x96\xb7\xf0\x90\x96\xb8\xf0\x90\x96\xb9\xf0\x90\x96\xbb\xf0\x90\x96\xbc\xcb\x90\xcb"
    "\x91\xca\x99\xca\xa3\xea\xad\xa6\xca\xa5\xca\xa4\xe1\xb6\x91\xc9\x98\xc9\x9e\xca\xa9\xc9\xa4\xc9\xa2\xca\x9b\xca"
    "\x9c\xc9\xa7\xca\x84\xca\xaa\xca\xab\xf0\x9d\xbc\x84\xea\x9e\x8e\xc9\xae\xf0\x9d\xbc\x85\xca\x8e\xf0\x9d\xbc\x86"
    "\xc9\xb6\xc9\xb7\xc9\xba\xf0\x9d\xbc\x88\xc9\xbe\xca\xa8\xca\xa6\xea\xad\xa7\xca\xa7\xe2\xb1\xb1\xca\x8f\xca\xa1"
    "\xca\xa2\xca\x98\xc7\x80\xc7\x81\xc7\x82\xf0\x9d\xbc\x8a\xf0\x9d\xbc\x9e\xf0\x90\xb3\x80\xf0\x90\xb3\x81\xf0\x90"
    "\xb3\x82\xf0\x90\xb3\x83\xf0\x90\xb3\x84\xf0\x90\xb3\x85\xf0\x90\xb3\x86\xf0\x90\xb3\x87\xf0\x90\xb3\x88\xf0\x90"
    "\xb3\x89\xf0\x90\xb3\x8a\xf0\x90\xb3\x8b\xf0\x90\xb3\x8c\xf0\x90\xb3\x8d\xf0\x90\xb3\x8e\xf0\x90\xb3\x8f\xf0\x90"
    "\xb3\x90\xf0\x90\xb3\x91\xf0\x90\xb3\x92\xf0\x90\xb3\x93\xf0\x90\xb3\x94\xf0\x90\xb3\x95\xf0\x90\xb3\x96\xf0\x90"
    "\xb3\x97\xf0\x90\xb3\x98\xf0\x90\xb3\x99\xf0\x90\xb3\x9a\xf0\x90\xb3\x9b\xf0\x90\xb3\x9c\xf0\x90\xb3\x9d\xf0\x90"
    "\xb3\x9e\xf0\x90\xb3\x9f\xf0\x90\xb3\xa0\xf0\x90\xb3\xa1\xf0\x90\xb3\xa2\xf0\x90\xb3\xa3\xf0\x90\xb3\xa4\xf0\x90"
    "\xb3\xa5\xf0\x90\xb3\xa6\xf0\x90\xb3\xa7\xf0\x90\xb3\xa8\xf0\x90\xb3\xa9\xf0\x90\xb3\xaa\xf0\x90\xb3\xab\xf0\x90"
    "\xb3\xac\xf0\x90\xb3\xad\xf0\x90\xb3\xae\xf0\x90\xb3\xaf\xf0\x90\xb3\xb0\xf0\x90\xb3\xb1\xf0\x90\xb3\xb2\xf0\x91"
    "\x82\x99\xf0\x91\x82\x9b\xf0\x91\x82\xa5\xf0\x91\x8d\x87\xf0\x91\x8c\xbe\xf0\x91\x8d\x87\xf0\x91\x8d\x97\xf0\x91"
    "\x92\xb9\xf0\x91\x92\xb9\xf0\x91\x92\xb0\xf0\x91\x92\xb9\xf0\x91\x92\xbd\xf0\x91\x96\xb8\xf0\x91\x96\xaf\xf0\x91"
    "\x96\xb9\xf0\x91\x96\xaf\xf0\x91\xa3\x80\xf0\x91\xa3\x81\xf0\x91\xa3\x82\xf0\x91\xa3\x83\xf0\x91\xa3\x84\xf0\x91"
    "\xa3\x85\xf0\x91\xa3\x86\xf0\x91\xa3\x87\xf0\x91\xa3\x88\xf0\x91\xa3\x89\xf0\x91\xa3\x8a\xf0\x91\xa3\x8b\xf0\x91"
    "\xa3\x8c\xf0\x91\xa3\x8d\xf0\x91\xa3\x8e\xf0\x91\xa3\x8f\xf0\x91\xa3\x90\xf0\x91\xa3\x91\xf0\x91\xa3\x92\xf0\x91"
    "\xa3\x93\xf0\x91\xa3\x94\xf0\x91\xa3\x95\xf0\x91\xa3\x96\xf0\x91\xa3\x97\xf0\x91\xa3\x98\xf0\x91\xa3\x99\xf0\x91"
    "\xa3\x9a\xf0\x91\xa3\x9b\xf0\x91\xa3\x9c\xf0\x91\xa3\x9d\xf0\x91\xa3\x9e\xf0\x91\xa3\x9f\xf0\x91\xa4\xb5\xf0\x91"
    "\xa4\xb0\xf0\x96\xb9\xa0\xf0\x96\xb9\xa1\xf0\x96\xb9\xa2\xf0\x96\xb9\xa3\xf0\x96\xb9\xa4\xf0\x96\xb9\xa5\xf0\x96"
    "\xb9\xa6\xf0\x96\xb9\xa7\xf0\x96\xb9\xa8\xf0\x96\xb9\xa9\xf0\x96\xb9\xaa\xf0\x96\xb9\xab\xf0\x96\xb9\xac\xf0\x96"
    "\xb9\xad\xf0\x96\xb9\xae\xf0\x96\xb9\xaf\xf0\x96\xb9\xb0\xf0\x96\xb9\xb1\xf0\x96\xb9\xb2\xf0\x96\xb9\xb3\xf0\x96"
    "\xb9\xb4\xf0\x96\xb9\xb5\xf0\x96\xb9\xb6\xf0\x96\xb9\xb7\xf0\x96\xb9\xb8\xf0\x96\xb9\xb9\xf0\x96\xb9\xba\xf0\x96"
    "\xb9\xbb\xf0\x96\xb9\xbc\xf0\x96\xb9\xbd\xf0\x96\xb9\xbe\xf0\x96\xb9\xbf\xf0\x9d\x85\x97\xf0\x9d\x85\xa5\xf0\x9d"
    "\x85\x98\xf0\x9d\x85\xa5\xf0\x9d\x85\x98\xf0\x9d\x85\xa5\xf0\x9d\x85\xae\xf0\x9d\x85\x98\xf0\x9d\x85\xa5\xf0\x9d"
    "\x85\xaf\xf0\x9d\x85\x98\xf0\x9d\x85\xa5\xf0\x9d\x85\xb0\xf0\x9d\x85\x98\xf0\x9d\x85\xa5\xf0\x9d\x85\xb1\xf0\x9d"
    "\x85\x98\xf0\x9d\x85\xa5\xf0\x9d\x85\xb2\xf0\x9d\x86\xb9\xf0\x9d\x85\xa5\xf0\x9d\x86\xba\xf0\x9d\x85\xa5\xf0\x9d"
    "\x86\xb9\xf0\x9d\x85\xa5\xf0\x9d\x85\xae\xf0\x9d\x86\xba\xf0\x9d\x85\xa5\xf0\x9d\x85\xae\xf0\x9d\x86\xb9\xf0\x9d"
    "\x85\xa5\xf0\x9d\x85\xaf\xf0\x9d\x86\xba\xf0\x9d\x85\xa5\xf0\x9d\x85\xaf\xc8\xb7\xe2\x88\x87\xe2\x88\x82\xf0\x9e"
    "\xa4\xa2\xf0\x9e\xa4\xa3\xf0\x9e\xa4\xa4\xf0\x9e\xa4\xa5\xf0\x9e\xa4\xa6\xf0\x9e\xa4\xa7\xf0\x9e\xa4\xa8\xf0\x9e"
    "\xa4\xa9\xf0\x9e\xa4\xaa\xf0\x9e\xa4\xab\xf0\x9e\xa4\xac\xf0\x9e\xa4\xad\xf0\x9e\xa4\xae\xf0\x9e\xa4\xaf\xf0\x9e"
    "\xa4\xb0\xf0\x9e\xa4\xb1\xf0\x9e\xa4\xb2\xf0\x9e\xa4\xb3\xf0\x9e\xa4\xb4\xf0\x9e\xa4\xb5\xf0\x9e\xa4\xb6\xf0\x9e"
    "\xa4\xb7\xf0\x9e\xa4\xb8\xf0\x9e\xa4\xb9\xf0\x9e\xa4\xba\xf0\x9e\xa4\xbb\xf0\x9e\xa4\xbc\xf0\x9e\xa4\xbd\xf0\x9e"
    "\xa4\xbe\xf0\x9e\xa4\xbf\xf0\x9e\xa5\x80\xf0\x9e\xa5\x81\xf0\x9e\xa5\x82\xf0\x9e\xa5\x83\xd9\xae\xda\xa1\xd9\xaf"
    "\x30\x2c\x31\x2c\x32\x2c\x33\x2c\x34\x2c\x35\x2c\x36\x2c\x37\x2c\x38\x2c\x39\x2c\xe3\x80\x94\x73\xe3\x80\x95\x68"
    "\x76\x73\x64\x70\x70\x76\x77\x63\x6d\x72\x64\x6a\xe3\x81\xbb\xe3\x81\x8b\xe3\x82\xb3\xe3\x82\xb3\xe5\xad\x97\xe5"
    "\x8f\x8c\xe5\xa4\x9a\xe8\xa7\xa3\xe4\xba\xa4\xe6\x98\xa0\xe7\x84\xa1\xe5\x89\x8d\xe5\xbe\x8c\xe5\x86\x8d\xe6\x96"
    "\xb0\xe5\x88\x9d\xe7\xb5\x82\xe8\xb2\xa9\xe5\xa3\xb0\xe5\x90\xb9\xe6\xbc\x94\xe6\x8a\x95\xe6\x8d\x95\xe9\x81\x8a"
    "\xe6\x8c\x87\xe6\x89\x93\xe7\xa6\x81\xe7\xa9\xba\xe5\x90\x88\xe6\xba\x80\xe7\x94\xb3\xe5\x89\xb2\xe5\x96\xb6\xe9"
    "\x85\x8d\xe3\x80\x94\xe6\x9c\xac\xe3\x80\x95\xe3\x80\x94\xe4\xb8\x89\xe3\x80\x95\xe3\x80\x94\xe4\xba\x8c\xe3\x80"
    "\x95\xe3\x80\x94\xe5\xae\x89\xe3\x80\x95\xe3\x80\x94\xe7\x82\xb9\xe3\x80\x95\xe3\x80\x94\xe6\x89\x93\xe3\x80\x95"
    "\xe3\x80\x94\xe7\x9b\x97\xe3\x80\x95\xe3\x80\x94\xe5\x8b\x9d\xe3\x80\x95\xe3\x80\x94\xe6\x95\x97\xe3\x80\x95\xe5"
    "\xbe\x97\xe5\x8f\xaf\xe4\xb8\xbd\xe4\xb8\xb8\xe4\xb9\x81\xf0\xa0\x84\xa2\xe4\xbd\xa0\xe4\xbe\xbb\xe5\x80\x82\xe5"
    "\x81\xba\xe5\x82\x99\xe5\x83\x8f\xe3\x92\x9e\xf0\xa0\x98\xba\xe5\x85\x94\xe5\x85\xa4\xe5\x85\xb7\xf0\xa0\x94\x9c"
    "\xe3\x92\xb9\xe5\x85\xa7\xf0\xa0\x95\x8b\xe5\x86\x97\xe5\x86\xa4\xe4\xbb\x8c\xe5\x86\xac\xf0\xa9\x87\x9f\xe5\x88"
    "\x83\xe3\x93\x9f\xe5\x88\xbb\xe5\x89\x86\xe5\x89\xb7\xe3\x94\x95\xe5\x8c\x85\xe5\x8c\x86\xe5\x8d\x89\xe5\x8d\x9a"
    "\xe5\x8d\xb3\xe5\x8d\xbd\xe5\x8d\xbf\xf0\xa0\xa8\xac\xe7\x81\xb0\xe5\x8f\x8a\xe5\x8f\x9f\xf0\xa0\xad\xa3\xe5\x8f"
    "\xab\xe5\x8f\xb1\xe5\x90\x86\xe5\x92\x9e\xe5\x90\xb8\xe5\x91\x88\xe5\x91\xa8\xe5\x92\xa2\xe5\x93\xb6\xe5\x94\x90"
    "\xe5\x95\x93\xe5\x95\xa3\xe5\x96\x84\xe5\x96\xab\xe5\x96\xb3\xe5\x97\x82\xe5\x9c\x96\xe5\x9c\x97\xe5\x99\x91\xe5"
    "\x99\xb4\xe5\xa3\xae\xe5\x9f\x8e\xe5\x9f\xb4\xe5\xa0\x8d\xe5\x9e\x8b\xe5\xa0\xb2\xe5\xa0\xb1\xe5\xa2\xac\xf0\xa1"
    "\x93\xa4\xe5\xa3\xb2\xe5\xa3\xb7\xe5\xa4\x86\xe5\xa4\xa2\xe5\xa5\xa2\xf0\xa1\x9a\xa8\xf0\xa1\x9b\xaa\xe5\xa7\xac"
    "\xe5\xa8\x9b\xe5\xa8\xa7\xe5\xa7\x98\xe5\xa9\xa6\xe3\x9b\xae\xe3\x9b\xbc\xe5\xac\x88\xe5\xac\xbe\xf0\xa1\xa7\x88"
    "\xe5\xaf\x83\xe5\xaf\x98\xe5\xaf\xb3\xf0\xa1\xac\x98\xe5\xaf\xbf\xe5\xb0\x86\xe5\xbd\x93\xe3\x9e\x81\xe5\xb1\xa0"
    "\xe5\xb3\x80\xe5\xb2\x8d\xf0\xa1\xb7\xa4\xe5\xb5\x83\xf0\xa1\xb7\xa6\xe5\xb5\xae\xe5\xb5\xab\xe5\xb5\xbc\xe5\xb7"
    "\xa1\xe5\xb7\xa2\xe3\xa0\xaf\xe5\xb7\xbd\xe5\xb8\xa8\xe5\xb8\xbd\xe5\xb9\xa9\xe3\xa1\xa2\xf0\xa2\x86\x83\xe3\xa1"
    "\xbc\xe5\xba\xb0\xe5\xba\xb3\xe5\xba\xb6\xf0\xaa\x8e\x92\xf0\xa2\x8c\xb1\xe8\x88\x81\xe5\xbc\xa2\xe3\xa3\x87\xf0"
    "\xa3\x8a\xb8\xf0\xa6\x87\x9a\xe5\xbd\xa2\xe5\xbd\xab\xe3\xa3\xa3\xe5\xbe\x9a\xe5\xbf\x8d\xe5\xbf\x97\xe5\xbf\xb9"
    "\xe6\x82\x81\xe3\xa4\xba\xe3\xa4\x9c\xf0\xa2\x9b\x94\xe6\x83\x87\xe6\x85\x88\xe6\x85\x8c\xe6\x85\xba\xe6\x86\xb2"
    "\xe6\x86\xa4\xe6\x86\xaf\xe6\x87\x9e\xe6\x88\x9b\xe6\x89\x9d\xe6\x8a\xb1\xe6\x8b\x94\xe6\x8d\x90\xf0\xa2\xac\x8c"
    "\xe6\x8c\xbd\xe6\x8b\xbc\xe6\x8d\xa8\xe6\x8e\x83\xe6\x8f\xa4\xf0\xa2\xaf\xb1\xe6\x90\xa2\xe6\x8f\x85\xe6\x8e\xa9"
    "\xe3\xa8\xae\xe6\x91\xa9\xe6\x91\xbe\xe6\x92\x9d\xe6\x91\xb7\xe3\xa9\xac\xe6\x95\xac\xf0\xa3\x80\x8a\xe6\x97\xa3"
    "\xe6\x9b\xb8\xe6\x99\x89\xe3\xac\x99\xe3\xac\x88\xe3\xab\xa4\xe5\x86\x92\xe5\x86\x95\xe6\x9c\x80\xe6\x9a\x9c\xe8"
    "\x82\xad\xe4\x8f\x99\xe6\x9c\xa1\xe6\x9d\x9e\xe6\x9d\x93\xf0\xa3\x8f\x83\xe3\xad\x89\xe6\x9f\xba\xe6\x9e\x85\xe6"
    "\xa1\x92\xf0\xa3\x91\xad\xe6\xa2\x8e\xe6\xa0\x9f\xe6\xa4\x94\xe6\xa5\x82\xe6\xa6\xa3\xe6\xa7\xaa\xe6\xaa\xa8\xf0"
    "\xa3\x9a\xa3\xe6\xab\x9b\xe3\xb0\x98\xe6\xac\xa1\xf0\xa3\xa2\xa7\xe6\xad\x94\xe3\xb1\x8e\xe6\xad\xb2\xe6\xae\x9f"
    "\xe6\xae\xbb\xf0\xa3\xaa\x8d\xf0\xa1\xb4\x8b\xf0\xa3\xab\xba\xe6\xb1\x8e\xf0\xa3\xb2\xbc\xe6\xb2\xbf\xe6\xb3\x8d"
    "\xe6\xb1\xa7\xe6\xb4\x96\xe6\xb4\xbe\xe6\xb5\xa9\xe6\xb5\xb8\xe6\xb6\x85\xf0\xa3\xb4\x9e\xe6\xb4\xb4\xe6\xb8\xaf"
    "\xe6\xb9\xae\xe3\xb4\xb3\xe6\xbb\x87\xf0\xa3\xbb\x91\xe6\xb7\xb9\xe6\xbd\xae\xf0\xa3\xbd\x9e\xf0\xa3\xbe\x8e\xe6"
    "\xbf\x86\xe7\x80\xb9\xe7\x80\x9b\xe3\xb6\x96\xe7\x81\x8a\xe7\x81\xbd\xe7\x81\xb7\xe7\x82\xad\xf0\xa0\x94\xa5\xe7"
    "\x85\x85\xf0\xa4\x89\xa3\xe7\x86\x9c\xf0\xa4\x8e\xab\xe7\x88\xa8\xe7\x89\x90\xf0\xa4\x98\x88\xe7\x8a\x80\xe7\x8a"
    "\x95\xf0\xa4\x9c\xb5\xf0\xa4\xa0\x94\xe7\x8d\xba\xe7\x8e\x8b\xe3\xba\xac\xe7\x8e\xa5\xe3\xba\xb8\xe7\x91\x87\xe7"
    "\x91\x9c\xe7\x92\x85\xe7\x93\x8a\xe3\xbc\x9b\xe7\x94\xa4\xf0\xa4\xb0\xb6\xe7\x94\xbe\xf0\xa4\xb2\x92\xf0\xa2\x86"
    "\x9f\xe7\x98\x90\xf0\xa4\xbe\xa1\xf0\xa4\xbe\xb8\xf0\xa5\x81\x84\xe3\xbf\xbc\xe4\x80\x88\xf0\xa5\x83\xb3\xf0\xa5"
    "\x83\xb2\xf0\xa5\x84\x99\xf0\xa5\x84\xb3\xe7\x9c\x9e\xe7\x9c\x9f\xe7\x9e\x8b\xe4\x81\x86\xe4\x82\x96\xf0\xa5\x90"
    "\x9d\xe7\xa1\x8e\xe4\x83\xa3\xf0\xa5\x98\xa6\xf0\xa5\x9a\x9a\xf0\xa5\x9b\x85\xe7\xa7\xab\xe4\x84\xaf\xe7\xa9\x8a"
    "\xe7\xa9\x8f\xf0\xa5\xa5\xbc\xf0\xa5\xaa\xa7\xe7\xab\xae\xe4\x88\x82\xf0\xa5\xae\xab\xe7\xaf\x86\xe7\xaf\x89\xe4"
    "\x88\xa7\xf0\xa5\xb2\x80\xe7\xb3\x92\xe4\x8a\xa0\xe7\xb3\xa8\xe7\xb3\xa3\xe7\xb4\x80\xf0\xa5\xbe\x86\xe7\xb5\xa3"
    "\xe4\x8c\x81\xe7\xb7\x87\xe7\xb8\x82\xe7\xb9\x85\xe4\x8c\xb4\xf0\xa6\x88\xa8\xf0\xa6\x89\x87\xe4\x8d\x99\xf0\xa6"
    "\x8b\x99\xe7\xbd\xba\xf0\xa6\x8c\xbe\xe7\xbe\x95\xe7\xbf\xba\xf0\xa6\x93\x9a\xf0\xa6\x94\xa3\xe8\x81\xa0\xf0\xa6"
    "\x96\xa8\xe8\x81\xb0\xf0\xa3\x8d\x9f\xe4\x8f\x95\xe8\x82\xb2\xe8\x84\x83\xe4\x90\x8b\xe8\x84\xbe\xe5\xaa\xb5\xf0"
    "\xa6\x9e\xa7\xf0\xa6\x9e\xb5\xf0\xa3\x8e\x93\xf0\xa3\x8e\x9c\xe8\x88\x84\xe8\xbe\x9e\xe4\x91\xab\xe8\x8a\x91\xe8"
    "\x8a\x8b\xe8\x8a\x9d\xe5\x8a\xb3\xe8\x8a\xb1\xe8\x8a\xb3\xe8\x8a\xbd\xe8\x8b\xa6\xf0\xa6\xac\xbc\xe8\x8c\x9d\xe8"
    "\x8d\xa3\xe8\x8e\xad\xe8\x8c\xa3\xe8\x8e\xbd\xe8\x8f\xa7\xe8\x8d\x93\xe8\x8f\x8a\xe8\x8f\x8c\xe8\x8f\x9c\xf0\xa6"
    "\xb0\xb6\xf0\xa6\xb5\xab\xf0\xa6\xb3\x95\xe4\x94\xab\xe8\x93\xb1\xe8\x93\xb3\xe8\x94\x96\xf0\xa7\x8f\x8a\xe8\x95"
    "\xa4\xf0\xa6\xbc\xac\xe4\x95\x9d\xe4\x95\xa1\xf0\xa6\xbe\xb1\xf0\xa7\x83\x92\xe4\x95\xab\xe8\x99\x90\xe8\x99\xa7"
    "\xe8\x99\xa9\xe8\x9a\xa9\xe8\x9a\x88\xe8\x9c\x8e\xe8\x9b\xa2\xe8\x9c\xa8\xe8\x9d\xab\xe8\x9e\x86\xe4\x97\x97\xe8"
    "\x9f\xa1\xe8\xa0\x81\xe4\x97\xb9\xe8\xa1\xa0\xf0\xa7\x99\xa7\xe8\xa3\x97\xe8\xa3\x9e\xe4\x98\xb5\xe8\xa3\xba\xe3"
    "\x92\xbb\xf0\xa7\xa2\xae\xf0\xa7\xa5\xa6\xe4\x9a\xbe\xe4\x9b\x87\xe8\xaa\xa0\xf0\xa7\xb2\xa8\xe8\xb2\xab\xe8\xb3"
    "\x81\xe8\xb4\x9b\xe8\xb5\xb7\xf0\xa7\xbc\xaf\xf0\xa0\xa0\x84\xe8\xb7\x8b\xe8\xb6\xbc\xe8\xb7\xb0\xf0\xa0\xa3\x9e"
    "\xe8\xbb\x94\xf0\xa8\x97\x92\xf0\xa8\x97\xad\xe9\x82\x94\xe9\x83\xb1\xe9\x84\x91\xf0\xa8\x9c\xae\xe9\x84\x9b\xe9"
    "\x88\xb8\xe9\x8b\x97\xe9\x8b\x98\xe9\x89\xbc\xe9\x8f\xb9\xe9\x90\x95\xf0\xa8\xaf\xba\xe9\x96\x8b\xe4\xa6\x95\xe9"
    "\x96\xb7\xf0\xa8\xb5\xb7\xe4\xa7\xa6\xe9\x9b\x83\xe5\xb6\xb2\xe9\x9c\xa3\xf0\xa9\x85\x85\xf0\xa9\x88\x9a\xe4\xa9"
    "\xae\xe4\xa9\xb6\xe9\x9f\xa0\xf0\xa9\x90\x8a\xe4\xaa\xb2\xf0\xa9\x92\x96\xe9\xa0\xa9\xf0\xa9\x96\xb6\xe9\xa3\xa2"
    "\xe4\xac\xb3\xe9\xa4\xa9\xe9\xa6\xa7\xe9\xa7\x82\xe9\xa7\xbe\xe4\xaf\x8e\xf0\xa9\xac\xb0\xe9\xb1\x80\xe9\xb3\xbd"
    "\xe4\xb3\x8e\xe4\xb3\xad\xe9\xb5\xa7\xf0\xaa\x83\x8e\xe4\xb3\xb8\xf0\xaa\x84\x85\xf0\xaa\x88\x8e\xf0\xaa\x8a\x91"
    "\xe4\xb5\x96\xe9\xbb\xbe\xe9\xbc\x85\xe9\xbc\x8f\xe9\xbc\x96\xf0\xaa\x98\x80";

// Sorted by code point.
constexpr Entry entries[] = {
    {0xA0, 0, 1}, {0xA8, 0, 1}, {0xAA, 1, 1}, {0xAF, 0, 1}, {0xB2, 2, 1}, {0xB3, 3, 1},
    {0xB4, 0, 1}, {0xB5, 4, 2}, {0xB8, 0, 1}, {0xB9, 6, 1}, {0xBA, 7, 1}, {0xBC, 8, 5},
    {0xBD, 13, 5}, {0xBE, 18, 5}, {0xC0, 1, 1}, {0xC1, 1, 1}, {0xC2, 1, 1}, {0xC3, 1, 1},
    {0xC4, 1, 1}, {0xC5, 1, 1}, {0xC6, 23, 2}, {0xC7, 25, 1}, {0xC8, 24, 1}, {0xC9, 24, 1},
    {0xCA, 24, 1}, {0xCB, 24, 1}, {0xCC, 26, 1}, {0xCD, 26, 1}, {0xCE, 26, 1}, {0xCF, 26, 1},
    {0xD0, 27, 1}, {0xD1, 28, 1}, {0xD2, 7, 1}, {0xD3, 7, 1}, {0xD4, 7, 1}, {0xD5, 7, 1},
    {0xD6, 7, 1}, {0xD8, 7, 1}, {0xD9, 29, 1}, {0xDA, 29, 1}, {0xDB, 29, 1}, {0xDC, 29, 1},
    {0xDD, 30, 1}, {0xDE, 31, 2}, {0xDF, 33, 2}, {0xE0, 1, 1}, {0xE1, 1, 1}, {0xE2, 1, 1},
    {0xE3, 1, 1}, {0xE4, 1, 1}, {0xE5, 1, 1}, {0xE6, 23, 2}, {0xE7, 25, 1}, {0xE8, 24, 1},
    {0xE9, 24, 1}, {0xEA, 24, 1}, {0xEB, 24, 1}, {0xEC, 26, 1}, {0xED, 26, 1}, {0xEE, 26, 1},
    {0xEF, 26, 1}, {0xF0, 27, 1}, {0xF1, 28, 1}, {0xF2, 7, 1}, {0xF3, 7, 1}, {0xF4, 7, 1},
    {0xF5, 7, 1}, {0xF6, 7, 1}, {0xF8, 7, 1}, {0xF9, 29, 1}, {0xFA, 29, 1}, {0xFB, 29, 1},
    {0xFC, 29, 1}, {0xFD, 30, 1}, {0xFE, 31, 2}, {0xFF, 30, 1}, {0x100, 1, 1}, {0x101, 1, 1},
    {0x102, 1, 1}, {0x103, 1, 1}, {0x104, 1, 1}, {0x105, 1, 1}, {0x106, 25, 1}, {0x107, 25, 1},
    {0x108, 25, 1}, {0x109, 25, 1}, {0x10A, 25, 1}, {0x10B, 25, 1}, {0x10C, 25, 1}, {0x10D, 25, 1},
    {0x10E, 27, 1}, {0x10F, 27, 1}, {0x110, 27, 1}, {0x111, 27, 1}, {0x112, 24, 1}, {0x113, 24, 1},
    {0x114, 24, 1}, {0x115, 24, 1}, {0x116, 24, 1}, {0x117, 24, 1}, {0x118, 24, 1}, {0x119, 24, 1},
    {0x11A, 24, 1}, {0x11B, 24, 1}, {0x11C, 35, 1}, {0x11D, 35, 1}, {0x11E, 35, 1}, {0x11F, 35, 1},
    {0x120, 35, 1}, {0x121, 35, 1}, {0x122, 35, 1}, {0x123, 35, 1}, {0x124, 32, 1}, {0x125, 32, 1},
    {0x126, 32, 1}, {0x127, 32, 1}, {0x128, 26, 1}, {0x129, 26, 1}, {0x12A, 26, 1}, {0x12B, 26, 1},
    {0x12C, 26, 1}, {0x12D, 26, 1}, {0x12E, 26, 1}, {0x12F, 26, 1}, {0x130, 26, 1}, {0x131, 26, 1},
    {0x132, 36, 2}, {0x133, 36, 2}, {0x134, 37, 1}, {0x135, 37, 1}, {0x136, 38, 1}, {0x137, 38, 1},
    {0x139, 39, 1}, {0x13A, 39, 1}, {0x13B, 39, 1}, {0x13C, 39, 1}, {0x13D, 39, 1}, {0x13E, 39, 1},
    {0x13F, 40, 3}, {0x140, 40, 3}, {0x141, 39, 1}, {0x142, 39, 1}, {0x143, 28, 1}, {0x144, 28, 1},
    {0x145, 28, 1}, {0x146, 28, 1}, {0x147, 28, 1}, {0x148, 28, 1}, {0x149, 43, 3}, {0x14A, 46, 2},
    {0x14C, 7, 1}, {0x14D, 7, 1}, {0x14E, 7, 1}, {0x14F, 7, 1}, {0x150, 7, 1}, {0x151, 7, 1},
    {0x152, 48, 2}, {0x153, 48, 2}, {0x154, 50, 1}, {0x155, 50, 1}, {0x156, 50, 1}, {0x157, 50, 1},
    {0x158, 50, 1}, {0x159, 50, 1}, {0x15A, 33, 1}, {0x15B, 33, 1}, {0x15C, 33, 1}, {0x15D, 33, 1},
    {0x15E, 33, 1}, {0x15F, 33, 1}, {0x160, 33, 1}, {0x161, 33, 1}, {0x162, 31, 1}, {0x163, 31, 1},
    {0x164, 31, 1}, {0x165, 31, 1}, {0x166, 51, 2}, {0x168, 29, 1}, {0x169, 29, 1}, {0x16A, 29, 1},
    {0x16B, 29, 1}, {0x16C, 29, 1}, {0x16D, 29, 1}, {0x16E, 29, 1}, {0x16F, 29, 1}, {0x170, 29, 1},
    {0x171, 29, 1}, {0x172, 29, 1}, {0x173, 29, 1}, {0x174, 53, 1}, {0x175, 53, 1}, {0x176, 30, 1},
    {0x177, 30, 1}, {0x178, 30, 1}, {0x179, 54, 1}, {0x17A, 54, 1}, {0x17B, 54, 1}, {0x17C, 54, 1},
    {0x17D, 54, 1}, {0x17E, 54, 1}, {0x17F, 33, 1}, {0x181, 55, 2}, {0x182, 57, 2}, {0x184, 59, 2},
    {0x186, 61, 2}, {0x187, 63, 2}, {0x189, 65, 2}, {0x18A, 67, 2}, {0x18B, 69, 2}, {0x18E, 71, 2},
    {0x18F, 73, 2}, {0x190, 75, 2}, {0x191, 77, 2}, {0x193, 79, 2}, {0x194, 81, 2}, {0x196, 83, 2},
    {0x197, 85, 2}, {0x198, 87, 2}, {0x19C, 89, 2}, {0x19D, 91, 2}, {0x19F, 93, 2}, {0x1A0, 7, 1},
    {0x1A1, 7, 1}, {0x1A2, 95, 2}, {0x1A4, 97, 2}, {0x1A6, 99, 2}, {0x1A7, 101, 2}, {0x1A9, 103, 2},
    {0x1AC, 105, 2}, {0x1AE, 107, 2}, {0x1AF, 29, 1}, {0x1B0, 29, 1}, {0x1B1, 109, 2}, {0x1B2, 111, 2},
    {0x1B3, 113, 2}, {0x1B5, 115, 2}, {0x1B7, 117, 2}, {0x1B8, 119, 2}, {0x1BC, 121, 2}, {0x1C4, 123, 2},
    {0x1C5, 123, 2}, {0x1C6, 123, 2}, {0x1C7, 125, 2}, {0x1C8, 125, 2}, {0x1C9, 125, 2}, {0x1CA, 127, 2},
    {0x1CB, 127, 2}, {0x1CC, 127, 2}, {0x1CD, 1, 1}, {0x1CE, 1, 1}, {0x1CF, 26, 1}, {0x1D0, 26, 1},
    {0x1D1, 7, 1}, {0x1D2, 7, 1}, {0x1D3, 29, 1}, {0x1D4, 29, 1}, {0x1D5, 29, 1}, {0x1D6, 29, 1},
    {0x1D7, 29, 1}, {0x1D8, 29, 1}, {0x1D9, 29, 1}, {0x1DA, 29, 1}, {0x1DB, 29, 1}, {0x1DC, 29, 1},
    {0x1DE, 1, 1}, {0x1DF, 1, 1}, {0x1E0, 1, 1}, {0x1E1, 1, 1}, {0x1E2, 23, 2}, {0x1E3, 23, 2},
    {0x1E4, 129, 2}, {0x1E6, 35, 1}, {0x1E7, 35, 1}, {0x1E8, 38, 1}, {0x1E9, 38, 1}, {0x1EA, 7, 1},
    {0x1EB, 7, 1}, {0x1EC, 7, 1}, {0x1ED, 7, 1}, {0x1EE, 117, 2}, {0x1EF, 117, 2}, {0x1F0, 37, 1},
    {0x1F1, 123, 2}, {0x1F2, 123, 2}, {0x1F3, 123, 2}, {0x1F4, 35, 1}, {0x1F5, 35, 1}, {0x1F6, 131, 2},
    {0x1F7, 133, 2}, {0x1F8, 28, 1}, {0x1F9, 28, 1}, {0x1FA, 1, 1}, {0x1FB, 1, 1}, {0x1FC, 23, 2},
    {0x1FD, 23, 2}, {0x1FE, 7, 1}, {0x1FF, 7, 1}, {0x200, 1, 1}, {0x201, 1, 1}, {0x202, 1, 1},
    {0x203, 1, 1}, {0x204, 24, 1}, {0x205, 24, 1}, {0x206, 24, 1}, {0x207, 24, 1}, {0x208, 26, 1},
    {0x209, 26, 1}, {0x20A, 26, 1}, {0x20B, 26, 1}, {0x20C, 7, 1}, {0x20D, 7, 1}, {0x20E, 7, 1},
    {0x20F, 7, 1}, {0x210, 50, 1}, {0x211, 50, 1}, {0x212, 50, 1}, {0x213, 50, 1}, {0x214, 29, 1},
    {0x215, 29, 1}, {0x216, 29, 1}, {0x217, 29, 1}, {0x218, 33, 1}, {0x219, 33, 1}, {0x21A, 31, 1},
    {0x21B, 31, 1}, {0x21C, 135, 2}, {0x21E, 32, 1}, {0x21F, 32, 1}, {0x220, 137, 2}, {0x222, 139, 2},
    {0x224, 141, 2}, {0x226, 1, 1}, {0x227, 1, 1}, {0x228, 24, 1}, {0x229, 24, 1}, {0x22A, 7, 1},
    {0x22B, 7, 1}, {0x22C, 7, 1}, {0x22D, 7, 1}, {0x22E, 7, 1}, {0x22F, 7, 1}, {0x230, 7, 1},
    {0x231, 7, 1}, {0x232, 30, 1}, {0x233, 30, 1}, {0x23A, 143, 3}, {0x23B, 146, 2}, {0x23D, 148, 2},
    {0x23E, 150, 3}, {0x241, 153, 2}, {0x243, 155, 2}, {0x244, 157, 2}, {0x245, 159, 2}, {0x246, 161, 2},
    {0x248, 163, 2}, {0x24A, 165, 2}, {0x24C, 167, 2}, {0x24E, 169, 2}, {0x2B0, 32, 1}, {0x2B1, 171, 2},
    {0x2B2, 37, 1}, {0x2B3, 50, 1}, {0x2B4, 173, 2}, {0x2B5, 175, 2}, {0x2B6, 177, 2}, {0x2B7, 53, 1},
    {0x2B8, 30, 1}, {0x2D8, 0, 1}, {0x2D9, 0, 1}, {0x2DA, 0, 1}, {0x2DB, 0, 1}, {0x2DC, 0, 1},
    {0x2DD, 0, 1}, {0x2E0, 81, 2}, {0x2E1, 39, 1}, {0x2E2, 33, 1}, {0x2E3, 179, 1}, {0x2E4, 180, 2},
    {0x300, 0, 0}, {0x301, 0, 0}, {0x302, 0, 0}, {0x303, 0, 0}, {0x304, 0, 0}, {0x305, 0, 0},
    {0x306, 0, 0}, {0x307, 0, 0}, {0x308, 0, 0}, {0x309, 0, 0}, {0x30A, 0, 0}, {0x30B, 0, 0},
    {0x30C, 0, 0}, {0x30D, 0, 0}, {0x30E, 0, 0}, {0x30F, 0, 0}, {0x310, 0, 0}, {0x311, 0, 0},
    {0x312, 0, 0}, {0x313, 0, 0}, {0x314, 0, 0}, {0x315, 0, 0}, {0x316, 0, 0}, {0x317, 0, 0},
    {0x318, 0, 0}, {0x319, 0, 0}, {0x31A, 0, 0}, {0x31B, 0, 0}, {0x31C, 0, 0}, {0x31D, 0, 0},
    {0x31E, 0, 0}, {0x31F, 0, 0}, {0x320, 0, 0}, {0x321, 0, 0}, {0x322, 0, 0}, {0x323, 0, 0},
    {0x324, 0, 0}, {0x325, 0, 0}, {0x326, 0, 0}, {0x327, 0, 0}, {0x328, 0, 0}, {0x329, 0, 0},
    {0x32A, 0, 0}, {0x32B, 0, 0}, {0x32C, 0, 0}, {0x32D, 0, 0}, {0x32E, 0, 0}, {0x32F, 0, 0},
    {0x330, 0, 0}, {0x331, 0, 0}, {0x332, 0, 0}, {0x333, 0, 0}, {0x334, 0, 0}, {0x335, 0, 0},
    {0x336, 0, 0}, {0x337, 0, 0}, {0x338, 0, 0}, {0x339, 0, 0}, {0x33A, 0, 0}, {0x33B, 0, 0},
    {0x33C, 0, 0}, {0x33D, 0, 0}, {0x33E, 0, 0}, {0x33F, 0, 0}, {0x340, 0, 0}, {0x341, 0, 0},
    {0x342, 0, 0}, {0x343, 0, 0}, {0x344, 0, 0}, {0x345, 182, 2}, {0x346, 0, 0}, {0x347, 0, 0},
    {0x348, 0, 0}, {0x349, 0, 0}, {0x34A, 0, 0}, {0x34B, 0, 0}, {0x34C, 0, 0}, {0x34D, 0, 0},
    {0x34E, 0, 0}, {0x34F, 0, 0}, {0x350, 0, 0}, {0x351, 0, 0}, {0x352, 0, 0}, {0x353, 0, 0},
    {0x354, 0, 0}, {0x355, 0, 0}, {0x356, 0, 0}, {0x357, 0, 0}, {0x358, 0, 0}, {0x359, 0, 0},
    {0x35A, 0, 0}, {0x35B, 0, 0}, {0x35C, 0, 0}, {0x35D, 0, 0}, {0x35E, 0, 0}, {0x35F, 0, 0},
    {0x360, 0, 0}, {0x361, 0, 0}, {0x362, 0, 0}, {0x363, 0, 0}, {0x364, 0, 0}, {0x365, 0, 0},
    {0x366, 0, 0}, {0x367, 0, 0}, {0x368, 0, 0}, {0x369, 0, 0}, {0x36A, 0, 0}, {0x36B, 0, 0},
    {0x36C, 0, 0}, {0x36D, 0, 0}, {0x36E, 0, 0}, {0x36F, 0, 0}, {0x370, 184, 2}, {0x372, 186, 2},
    {0x374, 188, 2}, {0x376, 190, 2}, {0x37A, 192, 3}, {0x37E, 195, 1}, {0x37F, 196, 2}, {0x384, 0, 1},
    {0x385, 0, 1}, {0x386, 198, 2}, {0x387, 41, 2}, {0x388, 200, 2}, {0x389, 202, 2}, {0x38A, 182, 2},
    {0x38C, 204, 2}, {0x38E, 206, 2}, {0x38F, 208, 2}, {0x390, 182, 2}, {0x391, 198, 2}, {0x392, 210, 2},
    {0x393, 212, 2}, {0x394, 214, 2}, {0x395, 200, 2}, {0x396, 216, 2}, {0x397, 202, 2}, {0x398, 218, 2},
    {0x399, 182, 2}, {0x39A, 220, 2}, {0x39B, 222, 2}, {0x39C, 4, 2}, {0x39D, 224, 2}, {0x39E, 226, 2},
    {0x39F, 204, 2}, {0x3A0, 228, 2}, {0x3A1, 230, 2}, {0x3A3, 232, 2}, {0x3A4, 234, 2}, {0x3A5, 206, 2},
    {0x3A6, 236, 2}, {0x3A7, 238, 2}, {0x3A8, 240, 2}, {0x3A9, 208, 2}, {0x3AA, 182, 2}, {0x3AB, 206, 2},
    {0x3AC, 198, 2}, {0x3AD, 200, 2}, {0x3AE, 202, 2}, {0x3AF, 182, 2}, {0x3B0, 206, 2}, {0x3C2, 232, 2},
    {0x3CA, 182, 2}, {0x3CB, 206, 2}, {0x3CC, 204, 2}, {0x3CD, 206, 2}, {0x3CE, 208, 2}, {0x3CF, 242, 2},
    {0x3D0, 210, 2}, {0x3D1, 218, 2}, {0x3D2, 206, 2}, {0x3D3, 206, 2}, {0x3D4, 206, 2}, {0x3D5, 236, 2},
    {0x3D6, 228, 2}, {0x3D8, 244, 2}, {0x3DA, 246, 2}, {0x3DC, 248, 2}, {0x3DE, 250, 2}, {0x3E0, 252, 2},
    {0x3E2, 254, 2}, {0x3E4, 256, 2}, {0x3E6, 258, 2}, {0x3E8, 260, 2}, {0x3EA, 262, 2}, {0x3EC, 264, 2},
    {0x3EE, 266, 2}, {0x3F0, 220, 2}, {0x3F1, 230, 2}, {0x3F2, 232, 2}, {0x3F4, 218, 2}, {0x3F5, 200, 2},
    {0x3F7, 268, 2}, {0x3F9, 232, 2}, {0x3FA, 270, 2}, {0x3FD, 272, 2}, {0x3FE, 274, 2}, {0x3FF, 276, 2},
    {0x400, 278, 2}, {0x401, 278, 2}, {0x402, 280, 2}, {0x403, 282, 2}, {0x404, 284, 2}, {0x405, 286, 2},
    {0x406, 288, 2}, {0x407, 288, 2}, {0x408, 290, 2}, {0x409, 292, 2}, {0x40A, 294, 2}, {0x40B, 296, 2},
    {0x40C, 298, 2}, {0x40D, 300, 2}, {0x40E, 302, 2}, {0x40F, 304, 2}, {0x410, 306, 2}, {0x411, 308, 2},
    {0x412, 310, 2}, {0x413, 282, 2}, {0x414, 312, 2}, {0x415, 278, 2}, {0x416, 314, 2}, {0x417, 316, 2},
    {0x418, 300, 2}, {0x419, 300, 2}, {0x41A, 298, 2}, {0x41B, 318, 2}, {0x41C, 320, 2}, {0x41D, 322, 2},
    {0x41E, 324, 2}, {0x41F, 326, 2}, {0x420, 328, 2}, {0x421, 330, 2}, {0x422, 332, 2}, {0x423, 302, 2},
    {0x424, 334, 2}, {0x425, 336, 2}, {0x426, 338, 2}, {0x427, 340, 2}, {0x428, 342, 2}, {0x429, 344, 2},
    {0x42A, 346, 2}, {0x42B, 348, 2}, {0x42C, 350, 2}, {0x42D, 352, 2}, {0x42E, 354, 2}, {0x42F, 356, 2},
    {0x439, 300, 2}, {0x450, 278, 2}, {0x451, 278, 2}, {0x453, 282, 2}, {0x457, 288, 2}, {0x45C, 298, 2},
    {0x45D, 300, 2}, {0x45E, 302, 2}, {0x460, 358, 2}, {0x462, 360, 2}, {0x464, 362, 2}, {0x466, 364, 2},
    {0x468, 366, 2}, {0x46A, 368, 2}, {0x46C, 370, 2}, {0x46E, 372, 2}, {0x470, 374, 2}, {0x472, 376, 2},
    {0x474, 378, 2}, {0x476, 378, 2}, {0x477, 378, 2}, {0x478, 380, 2}, {0x47A, 382, 2}, {0x47C, 384, 2},
    {0x47E, 386, 2}, {0x480, 388, 2}, {0x483, 0, 0}, {0x484, 0, 0}, {0x485, 0, 0}, {0x486, 0, 0},
    {0x487, 0, 0}, {0x48A, 390, 2}, {0x48C, 392, 2}, {0x48E, 394, 2}, {0x490, 396, 2}, {0x492, 398, 2},
    {0x494, 400, 2}, {0x496, 402, 2}, {0x498, 404, 2}, {0x49A, 406, 2}, {0x49C, 408, 2}, {0x49E, 410, 2},
    {0x4A0, 412, 2}, {0x4A2, 414, 2}, {0x4A4, 416, 2}, {0x4A6, 418, 2}, {0x4A8, 420, 2}, {0x4AA, 422, 2},
    {0x4AC, 424, 2}, {0x4AE, 426, 2}, {0x4B0, 428, 2}, {0x4B2, 430, 2}, {0x4B4, 432, 2}, {0x4B6, 434, 2},
    {0x4B8, 436, 2}, {0x4BA, 438, 2}, {0x4BC, 440, 2}, {0x4BE, 442, 2}, {0x4C0, 444, 2}, {0x4C1, 314, 2},
    {0x4C2, 314, 2}, {0x4C3, 446, 2}, {0x4C5, 448, 2}, {0x4C7, 450, 2}, {0x4C9, 452, 2}, {0x4CB, 454, 2},
    {0x4CD, 456, 2}, {0x4D0, 306, 2}, {0x4D1, 306, 2}, {0x4D2, 306, 2}, {0x4D3, 306, 2}, {0x4D4, 458, 2},
    {0x4D6, 278, 2}, {0x4D7, 278, 2}, {0x4D8, 460, 2}, {0x4DA, 460, 2}, {0x4DB, 460, 2}, {0x4DC, 314, 2},
    {0x4DD, 314, 2}, {0x4DE, 316, 2}, {0x4DF, 316, 2}, {0x4E0, 462, 2}, {0x4E2, 300, 2}, {0x4E3, 300, 2},
    {0x4E4, 300, 2}, {0x4E5, 300, 2}, {0x4E6, 324, 2}, {0x4E7, 324, 2}, {0x4E8, 464, 2}, {0x4EA, 464, 2},
    {0x4EB, 464, 2}, {0x4EC, 352, 2}, {0x4ED, 352, 2}, {0x4EE, 302, 2}, {0x4EF, 302, 2}, {0x4F0, 302, 2},
    {0x4F1, 302, 2}, {0x4F2, 302, 2}, {0x4F3, 302, 2}, {0x4F4, 340, 2}, {0x4F5, 340, 2}, {0x4F6, 466, 2},
    {0x4F8, 348, 2}, {0x4F9, 348, 2}, {0x4FA, 468, 2}, {0x4FC, 470, 2}, {0x4FE, 472, 2}, {0x500, 474, 2},
    {0x502, 476, 2}, {0x504, 478, 2}, {0x506, 480, 2}, {0x508, 482, 2}, {0x50A, 484, 2}, {0x50C, 486, 2},
    {0x50E, 488, 2}, {0x510, 490, 2}, {0x512, 492, 2}, {0x514, 494, 2}, {0x516, 496, 2}, {0x518, 498, 2},
    {0x51A, 500, 2}, {0x51C, 502, 2}, {0x51E, 504, 2}, {0x520, 506, 2}, {0x522, 508, 2}, {0x524, 510, 2},
    {0x526, 512, 2}, {0x528, 514, 2}, {0x52A, 516, 2}, {0x52C, 518, 2}, {0x52E, 520, 2}, {0x531, 522, 2},
    {0x532, 524, 2}, {0x533, 526, 2}, {0x534, 528, 2}, {0x535, 530, 2}, {0x536, 532, 2}, {0x537, 534, 2},
    {0x538, 536, 2}, {0x539, 538, 2}, {0x53A, 540, 2}, {0x53B, 542, 2}, {0x53C, 544, 2}, {0x53D, 546, 2},
    {0x53E, 548, 2}, {0x53F, 550, 2}, {0x540, 552, 2}, {0x541, 554, 2}, {0x542, 556, 2}, {0x543, 558, 2},
    {0x544, 560, 2}, {0x545, 562, 2}, {0x546, 564, 2}, {0x547, 566, 2}, {0x548, 568, 2}, {0x549, 570, 2},
    {0x54A, 572, 2}, {0x54B, 574, 2}, {0x54C, 576, 2}, {0x54D, 578, 2}, {0x54E, 580, 2}, {0x54F, 582, 2},
    {0x550, 584, 2}, {0x551, 586, 2}, {0x552, 588, 2}, {0x553, 590, 2}, {0x554, 592, 2}, {0x555, 594, 2},
    {0x556, 596, 2}, {0x587, 598, 4}, {0x591, 0, 0}, {0x592, 0, 0}, {0x593, 0, 0}, {0x594, 0, 0},
    {0x595, 0, 0}, {0x596, 0, 0}, {0x597, 0, 0}, {0x598, 0, 0}, {0x599, 0, 0}, {0x59A, 0, 0},
    {0x59B, 0, 0}, {0x59C, 0, 0}, {0x59D, 0, 0}, {0x59E, 0, 0}, {0x59F, 0, 0}, {0x5A0, 0, 0},
    {0x5A1, 0, 0}, {0x5A2, 0, 0}, {0x5A3, 0, 0}, {0x5A4, 0, 0}, {0x5A5, 0, 0}, {0x5A6, 0, 0},
    {0x5A7, 0, 0}, {0x5A8, 0, 0}, {0x5A9, 0, 0}, {0x5AA, 0, 0}, {0x5AB, 0, 0}, {0x5AC, 0, 0},
    {0x5AD, 0, 0}, {0x5AE, 0, 0}, {0x5AF, 0, 0}, {0x5B0, 0, 0}, {0x5B1, 0, 0}, {0x5B2, 0, 0},
    {0x5B3, 0, 0}, {0x5B4, 0, 0}, {0x5B5, 0, 0}, {0x5B6, 0, 0}, {0x5B7, 0, 0}, {0x5B8, 0, 0},
    {0x5B9, 0, 0}, {0x5BA, 0, 0}, {0x5BB, 0, 0}, {0x5BC, 0, 0}, {0x5BD, 0, 0}, {0x5BF, 0, 0},
    {0x5C1, 0, 0}, {0x5C2, 0, 0}, {0x5C4, 0, 0}, {0x5C5, 0, 0}, {0x5C7, 0, 0}, {0x610, 0, 0},
    {0x611, 0, 0}, {0x612, 0, 0}, {0x613, 0, 0}, {0x614, 0, 0}, {0x615, 0, 0}, {0x616, 0, 0},
    {0x617, 0, 0}, {0x618, 0, 0}, {0x619, 0, 0}, {0x61A, 0, 0}, {0x622, 602, 2}, {0x623, 602, 2},
    {0x624, 604, 2}, {0x625, 602, 2}, {0x626, 606, 2}, {0x64B, 0, 0}, {0x64C, 0, 0}, {0x64D, 0, 0},
    {0x64E, 0, 0}, {0x64F, 0, 0}, {0x650, 0, 0}, {0x651, 0, 0}, {0x652, 0, 0}, {0x653, 0, 0},
    {0x654, 0, 0}, {0x655, 0, 0}, {0x656, 0, 0}, {0x657, 0, 0}, {0x658, 0, 0}, {0x659, 0, 0},
    {0x65A, 0, 0}, {0x65B, 0, 0}, {0x65C, 0, 0}, {0x65D, 0, 0}, {0x65E, 0, 0}, {0x65F, 0, 0},
    {0x670, 0, 0}, {0x675, 608, 4}, {0x676, 612, 4}, {0x677, 616, 4}, {0x678, 620, 4}, {0x6C0, 624, 2},
    {0x6C2, 626, 2}, {0x6D3, 628, 2}, {0x6D6, 0, 0}, {0x6D7, 0, 0}, {0x6D8, 0, 0}, {0x6D9, 0, 0},
    {0x6DA, 0, 0}, {0x6DB, 0, 0}, {0x6DC, 0, 0}, {0x6DF, 0, 0}, {0x6E0, 0, 0}, {0x6E1, 0, 0},
    {0x6E2, 0, 0}, {0x6E3, 0, 0}, {0x6E4, 0, 0}, {0x6E7, 0, 0}, {0x6E8, 0, 0}, {0x6EA, 0, 0},
    {0x6EB, 0, 0}, {0x6EC, 0, 0}, {0x6ED, 0, 0}, {0x711, 0, 0}, {0x730, 0, 0}, {0x731, 0, 0},
    {0x732, 0, 0}, {0x733, 0, 0}, {0x734, 0, 0}, {0x735, 0, 0}, {0x736, 0, 0}, {0x737, 0, 0},
    {0x738, 0, 0}, {0x739, 0, 0}, {0x73A, 0, 0}, {0x73B, 0, 0}, {0x73C, 0, 0}, {0x73D, 0, 0},
    {0x73E, 0, 0}, {0x73F, 0, 0}, {0x740, 0, 0}, {0x741, 0, 0}, {0x742, 0, 0}, {0x743, 0, 0},
    {0x744, 0, 0}, {0x745, 0, 0}, {0x746, 0, 0}, {0x747, 0, 0}, {0x748, 0, 0}, {0x749, 0, 0},
    {0x74A, 0, 0}, {0x7A6, 0, 0}, {0x7A7, 0, 0}, {0x7A8, 0, 0}, {0x7A9, 0, 0}, {0x7AA, 0, 0},
    {0x7AB, 0, 0}, {0x7AC, 0, 0}, {0x7AD, 0, 0}, {0x7AE, 0, 0}, {0x7AF, 0, 0}, {0x7B0, 0, 0},
    {0x7EB, 0, 0}, {0x7EC, 0, 0}, {0x7ED, 0, 0}, {0x7EE, 0, 0}, {0x7EF, 0, 0}, {0x7F0, 0, 0},
    {0x7F1, 0, 0}, {0x7F2, 0, 0}, {0x7F3, 0, 0}, {0x7FD, 0, 0}, {0x816, 0, 0}, {0x817, 0, 0},
    {0x818, 0, 0}, {0x819, 0, 0}, {0x81B, 0, 0}, {0x81C, 0, 0}, {0x81D, 0, 0}, {0x81E, 0, 0},
    {0x81F, 0, 0}, {0x820, 0, 0}, {0x821, 0, 0}, {0x822, 0, 0}, {0x823, 0, 0}, {0x825, 0, 0},
    {0x826, 0, 0}, {0x827, 0, 0}, {0x829, 0, 0}, {0x82A, 0, 0}, {0x82B, 0, 0}, {0x82C, 0, 0},
    {0x82D, 0, 0}, {0x859, 0, 0}, {0x85A, 0, 0}, {0x85B, 0, 0}, {0x898, 0, 0}, {0x899, 0, 0},
    {0x89A, 0, 0}, {0x89B, 0, 0}, {0x89C, 0, 0}, {0x89D, 0, 0}, {0x89E, 0, 0}, {0x89F, 0, 0},
    {0x8CA, 0, 0}, {0x8CB, 0, 0}, {0x8CC, 0, 0}, {0x8CD, 0, 0}, {0x8CE, 0, 0}, {0x8CF, 0, 0},
    {0x8D0, 0, 0}, {0x8D1, 0, 0}, {0x8D2, 0, 0}, {0x8D3, 0, 0}, {0x8D4, 0, 0}, {0x8D5, 0, 0},
    {0x8D6, 0, 0}, {0x8D7, 0, 0}, {0x8D8, 0, 0}, {0x8D9, 0, 0}, {0x8DA, 0, 0}, {0x8DB, 0, 0},
    {0x8DC, 0, 0}, {0x8DD, 0, 0}, {0x8DE, 0, 0}, {0x8DF, 0, 0}, {0x8E0, 0, 0}, {0x8E1, 0, 0},
    {0x8E3, 0, 0}, {0x8E4, 0, 0}, {0x8E5, 0, 0}, {0x8E6, 0, 0}, {0x8E7, 0, 0}, {0x8E8, 0, 0},
    {0x8E9, 0, 0}, {0x8EA, 0, 0}, {0x8EB, 0, 0}, {0x8EC, 0, 0}, {0x8ED, 0, 0}, {0x8EE, 0, 0},
    {0x8EF, 0, 0}, {0x8F0, 0, 0}, {0x8F1, 0, 0}, {0x8F2, 0, 0}, {0x8F3, 0, 0}, {0x8F4, 0, 0},
    {0x8F5, 0, 0}, {0x8F6, 0, 0}, {0x8F7, 0, 0}, {0x8F8, 0, 0}, {0x8F9, 0, 0}, {0x8FA, 0, 0},
    {0x8FB, 0, 0}, {0x8FC, 0, 0}, {0x8FD, 0, 0}, {0x8FE, 0, 0}, {0x8FF, 0, 0}, {0x900, 0, 0},
    {0x901, 0, 0}, {0x902, 0, 0}, {0x929, 630, 3}, {0x931, 633, 3}, {0x934, 636, 3}, {0x93A, 0, 0},
    {0x93C, 0, 0}, {0x941, 0, 0}, {0x942, 0, 0}, {0x943, 0, 0}, {0x944, 0, 0}, {0x945, 0, 0},
    {0x946, 0, 0}, {0x947, 0, 0}, {0x948, 0, 0}, {0x94D, 0, 0}, {0x951, 0, 0}, {0x952, 0, 0},
    {0x953, 0, 0}, {0x954, 0, 0}, {0x955, 0, 0}, {0x956, 0, 0}, {0x957, 0, 0}, {0x958, 639, 3},
    {0x959, 642, 3}, {0x95A, 645, 3}, {0x95B, 648, 3}, {0x95C, 651, 3}, {0x95D, 654, 3}, {0x95E, 657, 3},
    {0x95F, 660, 3}, {0x962, 0, 0}, {0x963, 0, 0}, {0x981, 0, 0}, {0x9BC, 0, 0}, {0x9C1, 0, 0},
    {0x9C2, 0, 0}, {0x9C3, 0, 0}, {0x9C4, 0, 0}, {0x9CB, 663, 6}, {0x9CC, 669, 6}, {0x9CD, 0, 0},
    {0x9DC, 675, 3}, {0x9DD, 678, 3}, {0x9DF, 681, 3}, {0x9E2, 0, 0}, {0x9E3, 0, 0}, {0x9FE, 0, 0},
    {0xA01, 0, 0}, {0xA02, 0, 0}, {0xA33, 684, 3}, {0xA36, 687, 3}, {0xA3C, 0, 0}, {0xA41, 0, 0},
    {0xA42, 0, 0}, {0xA47, 0, 0}, {0xA48, 0, 0}, {0xA4B, 0, 0}, {0xA4C, 0, 0}, {0xA4D, 0, 0},
    {0xA51, 0, 0}, {0xA59, 690, 3}, {0xA5A, 693, 3}, {0xA5B, 696, 3}, {0xA5E, 699, 3}, {0xA70, 0, 0},
    {0xA71, 0, 0}, {0xA75, 0, 0}, {0xA81, 0, 0}, {0xA82, 0, 0}, {0xABC, 0, 0}, {0xAC1, 0, 0},
    {0xAC2, 0, 0}, {0xAC3, 0, 0}, {0xAC4, 0, 0}, {0xAC5, 0, 0}, {0xAC7, 0, 0}, {0xAC8, 0, 0},
    {0xACD, 0, 0}, {0xAE2, 0, 0}, {0xAE3, 0, 0}, {0xAFA, 0, 0}, {0xAFB, 0, 0}, {0xAFC, 0, 0},
    {0xAFD, 0, 0}, {0xAFE, 0, 0}, {0xAFF, 0, 0}, {0xB01, 0, 0}, {0xB3C, 0, 0}, {0xB3F, 0, 0},
    {0xB41, 0, 0}, {0xB42, 0, 0}, {0xB43, 0, 0}, {0xB44, 0, 0}, {0xB48, 702, 3}, {0xB4B, 705, 6},
    {0xB4C, 711, 6}, {0xB4D, 0, 0}, {0xB55, 0, 0}, {0xB56, 0, 0}, {0xB5C, 717, 3}, {0xB5D, 720, 3},
    {0xB62, 0, 0}, {0xB63, 0, 0}, {0xB82, 0, 0}, {0xB94, 723, 6}, {0xBC0, 0, 0}, {0xBCA, 729, 6},
    {0xBCB, 735, 6}, {0xBCC, 741, 6}, {0xBCD, 0, 0}, {0xC00, 0, 0}, {0xC04, 0, 0}, {0xC3C, 0, 0},
    {0xC3E, 0, 0}, {0xC3F, 0, 0}, {0xC40, 0, 0}, {0xC46, 0, 0}, {0xC47, 0, 0}, {0xC48, 0, 0},
    {0xC4A, 0, 0}, {0xC4B, 0, 0}, {0xC4C, 0, 0}, {0xC4D, 0, 0}, {0xC55, 0, 0}, {0xC56, 0, 0},
    {0xC62, 0, 0}, {0xC63, 0, 0}, {0xC81, 0, 0}, {0xCBC, 0, 0}, {0xCBF, 0, 0}, {0xCC0, 747, 3},
    {0xCC6, 0, 0}, {0xCC7, 747, 3}, {0xCC8, 750, 3}, {0xCCA, 753, 3}, {0xCCB, 756, 6}, {0xCCC, 0, 0},
    {0xCCD, 0, 0}, {0xCE2, 0, 0}, {0xCE3, 0, 0}, {0xD00, 0, 0}, {0xD01, 0, 0}, {0xD3B, 0, 0},
    {0xD3C, 0, 0}, {0xD41, 0, 0}, {0xD42, 0, 0}, {0xD43, 0, 0}, {0xD44, 0, 0}, {0xD4A, 762, 6},
    {0xD4B, 768, 6}, {0xD4C, 774, 6}, {0xD4D, 0, 0}, {0xD62, 0, 0}, {0xD63, 0, 0}, {0xD81, 0, 0},
    {0xDCA, 0, 0}, {0xDD2, 0, 0}, {0xDD3, 0, 0}, {0xDD4, 0, 0}, {0xDD6, 0, 0}, {0xDDA, 780, 3},
    {0xDDC, 783, 6}, {0xDDD, 783, 6}, {0xDDE, 789, 6}, {0xE31, 0, 0}, {0xE33, 795, 3}, {0xE34, 0, 0},
    {0xE35, 0, 0}, {0xE36, 0, 0}, {0xE37, 0, 0}, {0xE38, 0, 0}, {0xE39, 0, 0}, {0xE3A, 0, 0},
    {0xE47, 0, 0}, {0xE48, 0, 0}, {0xE49, 0, 0}, {0xE4A, 0, 0}, {0xE4B, 0, 0}, {0xE4C, 0, 0},
    {0xE4D, 0, 0}, {0xE4E, 0, 0}, {0xEB1, 0, 0}, {0xEB3, 798, 3}, {0xEB4, 0, 0}, {0xEB5, 0, 0},
    {0xEB6, 0, 0}, {0xEB7, 0, 0}, {0xEB8, 0, 0}, {0xEB9, 0, 0}, {0xEBA, 0, 0}, {0xEBB, 0, 0},
    {0xEBC, 0, 0}, {0xEC8, 0, 0}, {0xEC9, 0, 0}, {0xECA, 0, 0}, {0xECB, 0, 0}, {0xECC, 0, 0},
    {0xECD, 0, 0}, {0xEDC, 801, 6}, {0xEDD, 807, 6}, {0xF0C, 813, 3}, {0xF18, 0, 0}, {0xF19, 0, 0},
    {0xF35, 0, 0}, {0xF37, 0, 0}, {0xF39, 0, 0}, {0xF43, 816, 3}, {0xF4D, 819, 3}, {0xF52, 822, 3},
    {0xF57, 825, 3}, {0xF5C, 828, 3}, {0xF69, 831, 3}, {0xF71, 0, 0}, {0xF72, 0, 0}, {0xF73, 0, 0},
    {0xF74, 0, 0}, {0xF75, 0, 0}, {0xF76, 0, 0}, {0xF77, 0, 0}, {0xF78, 0, 0}, {0xF79, 0, 0},
    {0xF7A, 0, 0}, {0xF7B, 0, 0}, {0xF7C, 0, 0}, {0xF7D, 0, 0}, {0xF7E, 0, 0}, {0xF80, 0, 0},
    {0xF81, 0, 0}, {0xF82, 0, 0}, {0xF83, 0, 0}, {0xF84, 0, 0}, {0xF86, 0, 0}, {0xF87, 0, 0},
    {0xF8D, 0, 0}, {0xF8E, 0, 0}, {0xF8F, 0, 0}, {0xF90, 0, 0}, {0xF91, 0, 0}, {0xF92, 0, 0},
    {0xF93, 0, 0}, {0xF94, 0, 0}, {0xF95, 0, 0}, {0xF96, 0, 0}, {0xF97, 0, 0}, {0xF99, 0, 0},
    {0xF9A, 0, 0}, {0xF9B, 0, 0}, {0xF9C, 0, 0}, {0xF9D, 0, 0}, {0xF9E, 0, 0}, {0xF9F, 0, 0},
    {0xFA0, 0, 0}, {0xFA1, 0, 0}, {0xFA2, 0, 0}, {0xFA3, 0, 0}, {0xFA4, 0, 0}, {0xFA5, 0, 0},
    {0xFA6, 0, 0}, {0xFA7, 0, 0}, {0xFA8, 0, 0}, {0xFA9, 0, 0}, {0xFAA, 0, 0}, {0xFAB, 0, 0},
    {0xFAC, 0, 0}, {0xFAD, 0, 0}, {0xFAE, 0, 0}, {0xFAF, 0, 0}, {0xFB0, 0, 0}, {0xFB1, 0, 0},
    {0xFB2, 0, 0}, {0xFB3, 0, 0}, {0xFB4, 0, 0}, {0xFB5, 0, 0}, {0xFB6, 0, 0}, {0xFB7, 0, 0},
    {0xFB8, 0, 0}, {0xFB9, 0, 0}, {0xFBA, 0, 0}, {0xFBB, 0, 0}, {0xFBC, 0, 0}, {0xFC6, 0, 0},
    {0x1026, 834, 3}, {0x102D, 0, 0}, {0x102E, 0, 0}, {0x102F, 0, 0}, {0x1030, 0, 0}, {0x1032, 0, 0},
    {0x1033, 0, 0}, {0x1034, 0, 0}, {0x1035, 0, 0}, {0x1036, 0, 0}, {0x1037, 0, 0}, {0x1039, 0, 0},
    {0x103A, 0, 0}, {0x103D, 0, 0}, {0x103E, 0, 0}, {0x1058, 0, 0}, {0x1059, 0, 0}, {0x105E, 0, 0},
    {0x105F, 0, 0}, {0x1060, 0, 0}, {0x1071, 0, 0}, {0x1072, 0, 0}, {0x1073, 0, 0}, {0x1074, 0, 0},
    {0x1082, 0, 0}, {0x1085, 0, 0}, {0x1086, 0, 0}, {0x108D, 0, 0}, {0x109D, 0, 0}, {0x10A0, 837, 3},
    {0x10A1, 840, 3}, {0x10A2, 843, 3}, {0x10A3, 846, 3}, {0x10A4, 849, 3}, {0x10A5, 852, 3}, {0x10A6, 855, 3},
    {0x10A7, 858, 3}, {0x10A8, 861, 3}, {0x10A9, 864, 3}, {0x10AA, 867, 3}, {0x10AB, 870, 3}, {0x10AC, 873, 3},
    {0x10AD, 876, 3}, {0x10AE, 879, 3}, {0x10AF, 882, 3}, {0x10B0, 885, 3}, {0x10B1, 888, 3}, {0x10B2, 891, 3},
    {0x10B3, 894, 3}, {0x10B4, 897, 3}, {0x10B5, 900, 3}, {0x10B6, 903, 3}, {0x10B7, 906, 3}, {0x10B8, 909, 3},
    {0x10B9, 912, 3}, {0x10BA, 915, 3}, {0x10BB, 918, 3}, {0x10BC, 921, 3}, {0x10BD, 924, 3}, {0x10BE, 927, 3},
    {0x10BF, 930, 3}, {0x10C0, 933, 3}, {0x10C1, 936, 3}, {0x10C2, 939, 3}, {0x10C3, 942, 3}, {0x10C4, 945, 3},
    {0x10C5, 948, 3}, {0x10C7, 951, 3}, {0x10CD, 954, 3}, {0x10FC, 957, 3}, {0x135D, 0, 0}, {0x135E, 0, 0},
    {0x135F, 0, 0}, {0x13F8, 960, 3}, {0x13F9, 963, 3}, {0x13FA, 966, 3}, {0x13FB, 969, 3}, {0x13FC, 972, 3},
    {0x13FD, 975, 3}, {0x1712, 0, 0}, {0x1713, 0, 0}, {0x1714, 0, 0}, {0x1732, 0, 0}, {0x1733, 0, 0},
    {0x1752, 0, 0}, {0x1753, 0, 0}, {0x1772, 0, 0}, {0x1773, 0, 0}, {0x17B4, 0, 0}, {0x17B5, 0, 0},
    {0x17B7, 0, 0}, {0x17B8, 0, 0}, {0x17B9, 0, 0}, {0x17BA, 0, 0}, {0x17BB, 0, 0}, {0x17BC, 0, 0},
    {0x17BD, 0, 0}, {0x17C6, 0, 0}, {0x17C9, 0, 0}, {0x17CA, 0, 0}, {0x17CB, 0, 0}, {0x17CC, 0, 0},
    {0x17CD, 0, 0}, {0x17CE, 0, 0}, {0x17CF, 0, 0}, {0x17D0, 0, 0}, {0x17D1, 0, 0}, {0x17D2, 0, 0},
    {0x17D3, 0, 0}, {0x17DD, 0, 0}, {0x180B, 0, 0}, {0x180C, 0, 0}, {0x180D, 0, 0}, {0x180F, 0, 0},
    {0x1885, 0, 0}, {0x1886, 0, 0}, {0x18A9, 0, 0}, {0x1920, 0, 0}, {0x1921, 0, 0}, {0x1922, 0, 0},
    {0x1927, 0, 0}, {0x1928, 0, 0}, {0x1932, 0, 0}, {0x1939, 0, 0}, {0x193A, 0, 0}, {0x193B, 0, 0},
    {0x1A17, 0, 0}, {0x1A18, 0, 0}, {0x1A1B, 0, 0}, {0x1A56, 0, 0}, {0x1A58, 0, 0}, {0x1A59, 0, 0},
    {0x1A5A, 0, 0}, {0x1A5B, 0, 0}, {0x1A5C, 0, 0}, {0x1A5D, 0, 0}, {0x1A5E, 0, 0}, {0x1A60, 0, 0},
    {0x1A62, 0, 0}, {0x1A65, 0, 0}, {0x1A66, 0, 0}, {0x1A67, 0, 0}, {0x1A68, 0, 0}, {0x1A69, 0, 0},
    {0x1A6A, 0, 0}, {0x1A6B, 0, 0}, {0x1A6C, 0, 0}, {0x1A73, 0, 0}, {0x1A74, 0, 0}, {0x1A75, 0, 0},
    {0x1A76, 0, 0}, {0x1A77, 0, 0}, {0x1A78, 0, 0}, {0x1A79, 0, 0}, {0x1A7A, 0, 0}, {0x1A7B, 0, 0},
    {0x1A7C, 0, 0}, {0x1A7F, 0, 0}, {0x1AB0, 0, 0}, {0x1AB1, 0, 0}, {0x1AB2, 0, 0}, {0x1AB3, 0, 0},
    {0x1AB4, 0, 0}, {0x1AB5, 0, 0}, {0x1AB6, 0, 0}, {0x1AB7, 0, 0}, {0x1AB8, 0, 0}, {0x1AB9, 0, 0},
    {0x1ABA, 0, 0}, {0x1ABB, 0, 0}, {0x1ABC, 0, 0}, {0x1ABD, 0, 0}, {0x1ABF, 0, 0}, {0x1AC0, 0, 0},
    {0x1AC1, 0, 0}, {0x1AC2, 0, 0}, {0x1AC3, 0, 0}, {0x1AC4, 0, 0}, {0x1AC5, 0, 0}, {0x1AC6, 0, 0},
    {0x1AC7, 0, 0}, {0x1AC8, 0, 0}, {0x1AC9, 0, 0}, {0x1ACA, 0, 0}, {0x1ACB, 0, 0}, {0x1ACC, 0, 0},
    {0x1ACD, 0, 0}, {0x1ACE, 0, 0}, {0x1B00, 0, 0}, {0x1B01, 0, 0}, {0x1B02, 0, 0}, {0x1B03, 0, 0},
    {0x1B06, 978, 6}, {0x1B08, 984, 6}, {0x1B0A, 990, 6}, {0x1B0C, 996, 6}, {0x1B0E, 1002, 6}, {0x1B12, 1008, 6},
    {0x1B34, 0, 0}, {0x1B36, 0, 0}, {0x1B37, 0, 0}, {0x1B38, 0, 0}, {0x1B39, 0, 0}, {0x1B3A, 0, 0},
    {0x1B3B, 981, 3}, {0x1B3C, 0, 0}, {0x1B3D, 981, 3}, {0x1B40, 1014, 6}, {0x1B41, 1020, 6}, {0x1B42, 0, 0},
    {0x1B43, 981, 3}, {0x1B6B, 0, 0}, {0x1B6C, 0, 0}, {0x1B6D, 0, 0}, {0x1B6E, 0, 0}, {0x1B6F, 0, 0},
    {0x1B70, 0, 0}, {0x1B71, 0, 0}, {0x1B72, 0, 0}, {0x1B73, 0, 0}, {0x1B80, 0, 0}, {0x1B81, 0, 0},
    {0x1BA2, 0, 0}, {0x1BA3, 0, 0}, {0x1BA4, 0, 0}, {0x1BA5, 0, 0}, {0x1BA8, 0, 0}, {0x1BA9, 0, 0},
    {0x1BAB, 0, 0}, {0x1BAC, 0, 0}, {0x1BAD, 0, 0}, {0x1BE6, 0, 0}, {0x1BE8, 0, 0}, {0x1BE9, 0, 0},
    {0x1BED, 0, 0}, {0x1BEF, 0, 0}, {0x1BF0, 0, 0}, {0x1BF1, 0, 0}, {0x1C2C, 0, 0}, {0x1C2D, 0, 0},
    {0x1C2E, 0, 0}, {0x1C2F, 0, 0}, {0x1C30, 0, 0}, {0x1C31, 0, 0}, {0x1C32, 0, 0}, {0x1C33, 0, 0},
    {0x1C36, 0, 0}, {0x1C37, 0, 0}, {0x1C80, 310, 2}, {0x1C81, 312, 2}, {0x1C82, 324, 2}, {0x1C83, 330, 2},
    {0x1C84, 332, 2}, {0x1C85, 332, 2}, {0x1C86, 346, 2}, {0x1C87, 360, 2}, {0x1C88, 1026, 3}, {0x1C90, 1029, 3},
    {0x1C91, 1032, 3}, {0x1C92, 1035, 3}, {0x1C93, 1038, 3}, {0x1C94, 1041, 3}, {0x1C95, 1044, 3}, {0x1C96, 1047, 3},
    {0x1C97, 1050, 3}, {0x1C98, 1053, 3}, {0x1C99, 1056, 3}, {0x1C9A, 1059, 3}, {0x1C9B, 1062, 3}, {0x1C9C, 957, 3},
    {0x1C9D, 1065, 3}, {0x1C9E, 1068, 3}, {0x1C9F, 1071, 3}, {0x1CA0, 1074, 3}, {0x1CA1, 1077, 3}, {0x1CA2, 1080, 3},
    {0x1CA3, 1083, 3}, {0x1CA4, 1086, 3}, {0x1CA5, 1089, 3}, {0x1CA6, 1092, 3}, {0x1CA7, 1095, 3}, {0x1CA8, 1098, 3},
    {0x1CA9, 1101, 3}, {0x1CAA, 1104, 3}, {0x1CAB, 1107, 3}, {0x1CAC, 1110, 3}, {0x1CAD, 1113, 3}, {0x1CAE, 1116, 3},
    {0x1CAF, 1119, 3}, {0x1CB0, 1122, 3}, {0x1CB1, 1125, 3}, {0x1CB2, 1128, 3}, {0x1CB3, 1131, 3}, {0x1CB4, 1134, 3},
    {0x1CB5, 1137, 3}, {0x1CB6, 1140, 3}, {0x1CB7, 1143, 3}, {0x1CB8, 1146, 3}, {0x1CB9, 1149, 3}, {0x1CBA, 1152, 3},
    {0x1CBD, 1155, 3}, {0x1CBE, 1158, 3}, {0x1CBF, 1161, 3}, {0x1CD0, 0, 0}, {0x1CD1, 0, 0}, {0x1CD2, 0, 0},
    {0x1CD4, 0, 0}, {0x1CD5, 0, 0}, {0x1CD6, 0, 0}, {0x1CD7, 0, 0}, {0x1CD8, 0, 0}, {0x1CD9, 0, 0},
    {0x1CDA, 0, 0}, {0x1CDB, 0, 0}, {0x1CDC, 0, 0}, {0x1CDD, 0, 0}, {0x1CDE, 0, 0}, {0x1CDF, 0, 0},
    {0x1CE0, 0, 0}, {0x1CE2, 0, 0}, {0x1CE3, 0, 0}, {0x1CE4, 0, 0}, {0x1CE5, 0, 0}, {0x1CE6, 0, 0},
    {0x1CE7, 0, 0}, {0x1CE8, 0, 0}, {0x1CED, 0, 0}, {0x1CF4, 0, 0}, {0x1CF8, 0, 0}, {0x1CF9, 0, 0},
    {0x1D2C, 1, 1}, {0x1D2D, 23, 2}, {0x1D2E, 1164, 1}, {0x1D30, 27, 1}, {0x1D31, 24, 1}, {0x1D32, 71, 2},
    {0x1D33, 35, 1}, {0x1D34, 32, 1}, {0x1D35, 26, 1}, {0x1D36, 37, 1}, {0x1D37, 38, 1}, {0x1D38, 39, 1},
    {0x1D39, 1165, 1}, {0x1D3A, 28, 1}, {0x1D3C, 7, 1}, {0x1D3D, 139, 2}, {0x1D3E, 1166, 1}, {0x1D3F, 50, 1},
    {0x1D40, 31, 1}, {0x1D41, 29, 1}, {0x1D42, 53, 1}, {0x1D43, 1, 1}, {0x1D44, 1167, 2}, {0x1D45, 1169, 2},
    {0x1D46, 1171, 3}, {0x1D47, 1164, 1}, {0x1D48, 27, 1}, {0x1D49, 24, 1}, {0x1D4A, 73, 2}, {0x1D4B, 75, 2},
    {0x1D4C, 1174, 2}, {0x1D4D, 35, 1}, {0x1D4F, 38, 1}, {0x1D50, 1165, 1}, {0x1D51, 46, 2}, {0x1D52, 7, 1},
    {0x1D53, 61, 2}, {0x1D54, 1176, 3}, {0x1D55, 1179, 3}, {0x1D56, 1166, 1}, {0x1D57, 31, 1}, {0x1D58, 29, 1},
    {0x1D59, 1182, 3}, {0x1D5A, 89, 2}, {0x1D5B, 1185, 1}, {0x1D5C, 1186, 3}, {0x1D5D, 210, 2}, {0x1D5E, 212, 2},
    {0x1D5F, 214, 2}, {0x1D60, 236, 2}, {0x1D61, 238, 2}, {0x1D62, 26, 1}, {0x1D63, 50, 1}, {0x1D64, 29, 1},
    {0x1D65, 1185, 1}, {0x1D66, 210, 2}, {0x1D67, 212, 2}, {0x1D68, 230, 2}, {0x1D69, 236, 2}, {0x1D6A, 238, 2},
    {0x1D78, 322, 2}, {0x1D9B, 1189, 2}, {0x1D9C, 25, 1}, {0x1D9D, 1191, 2}, {0x1D9E, 27, 1}, {0x1D9F, 1174, 2},
    {0x1DA0, 1193, 1}, {0x1DA1, 1194, 2}, {0x1DA2, 1196, 2}, {0x1DA3, 1198, 2}, {0x1DA4, 85, 2}, {0x1DA5, 83, 2},
    {0x1DA6, 1200, 2}, {0x1DA7, 1202, 3}, {0x1DA8, 1205, 2}, {0x1DA9, 1207, 2}, {0x1DAA, 1209, 3}, {0x1DAB, 1212, 2},
    {0x1DAC, 1214, 2}, {0x1DAD, 1216, 2}, {0x1DAE, 91, 2}, {0x1DAF, 1218, 2}, {0x1DB0, 1220, 2}, {0x1DB1, 93, 2},
    {0x1DB2, 1222, 2}, {0x1DB3, 1224, 2}, {0x1DB4, 103, 2}, {0x1DB5, 1226, 2}, {0x1DB6, 157, 2}, {0x1DB7, 109, 2},
    {0x1DB8, 1228, 3}, {0x1DB9, 111, 2}, {0x1DBA, 159, 2}, {0x1DBB, 54, 1}, {0x1DBC, 1231, 2}, {0x1DBD, 1233, 2},
    {0x1DBE, 117, 2}, {0x1DBF, 218, 2}, {0x1DC0, 0, 0}, {0x1DC1, 0, 0}, {0x1DC2, 0, 0}, {0x1DC3, 0, 0},
    {0x1DC4, 0, 0}, {0x1DC5, 0, 0}, {0x1DC6, 0, 0}, {0x1DC7, 0, 0}, {0x1DC8, 0, 0}, {0x1DC9, 0, 0},
    {0x1DCA, 0, 0}, {0x1DCB, 0, 0}, {0x1DCC, 0, 0}, {0x1DCD, 0, 0}, {0x1DCE, 0, 0}, {0x1DCF, 0, 0},
    {0x1DD0, 0, 0}, {0x1DD1, 0, 0}, {0x1DD2, 0, 0}, {0x1DD3, 0, 0}, {0x1DD4, 0, 0}, {0x1DD5, 0, 0},
    {0x1DD6, 0, 0}, {0x1DD7, 0, 0}, {0x1DD8, 0, 0}, {0x1DD9, 0, 0}, {0x1DDA, 0, 0}, {0x1DDB, 0, 0},
    {0x1DDC, 0, 0}, {0x1DDD, 0, 0}, {0x1DDE, 0, 0}, {0x1DDF, 0, 0}, {0x1DE0, 0, 0}, {0x1DE1, 0, 0},
    {0x1DE2, 0, 0}, {0x1DE3, 0, 0}, {0x1DE4, 0, 0}, {0x1DE5, 0, 0}, {0x1DE6, 0, 0}, {0x1DE7, 0, 0},
    {0x1DE8, 0, 0}, {0x1DE9, 0, 0}, {0x1DEA, 0, 0}, {0x1DEB, 0, 0}, {0x1DEC, 0, 0}, {0x1DED, 0, 0},
    {0x1DEE, 0, 0}, {0x1DEF, 0, 0}, {0x1DF0, 0, 0}, {0x1DF1, 0, 0}, {0x1DF2, 0, 0}, {0x1DF3, 0, 0},
    {0x1DF4, 0, 0}, {0x1DF5, 0, 0}, {0x1DF6, 0, 0}, {0x1DF7, 0, 0}, {0x1DF8, 0, 0}, {0x1DF9, 0, 0},
    {0x1DFA, 0, 0}, {0x1DFB, 0, 0}, {0x1DFC, 0, 0}, {0x1DFD, 0, 0}, {0x1DFE, 0, 0}, {0x1DFF, 0, 0},
    {0x1E00, 1, 1}, {0x1E01, 1, 1}, {0x1E02, 1164, 1}, {0x1E03, 1164, 1}, {0x1E04, 1164, 1}, {0x1E05, 1164, 1},
    {0x1E06, 1164, 1}, {0x1E07, 1164, 1}, {0x1E08, 25, 1}, {0x1E09, 25, 1}, {0x1E0A, 27, 1}, {0x1E0B, 27, 1},
    {0x1E0C, 27, 1}, {0x1E0D, 27, 1}, {0x1E0E, 27, 1}, {0x1E0F, 27, 1}, {0x1E10, 27, 1}, {0x1E11, 27, 1},
    {0x1E12, 27, 1}, {0x1E13, 27, 1}, {0x1E14, 24, 1}, {0x1E15, 24, 1}, {0x1E16, 24, 1}, {0x1E17, 24, 1},
    {0x1E18, 24, 1}, {0x1E19, 24, 1}, {0x1E1A, 24, 1}, {0x1E1B, 24, 1}, {0x1E1C, 24, 1}, {0x1E1D, 24, 1},
    {0x1E1E, 1193, 1}, {0x1E1F, 1193, 1}, {0x1E20, 35, 1}, {0x1E21, 35, 1}, {0x1E22, 32, 1}, {0x1E23, 32, 1},
    {0x1E24, 32, 1}, {0x1E25, 32, 1}, {0x1E26, 32, 1}, {0x1E27, 32, 1}, {0x1E28, 32, 1}, {0x1E29, 32, 1},
    {0x1E2A, 32, 1}, {0x1E2B, 32, 1}, {0x1E2C, 26, 1}, {0x1E2D, 26, 1}, {0x1E2E, 26, 1}, {0x1E2F, 26, 1},
    {0x1E30, 38, 1}, {0x1E31, 38, 1}, {0x1E32, 38, 1}, {0x1E33, 38, 1}, {0x1E34, 38, 1}, {0x1E35, 38, 1},
    {0x1E36, 39, 1}, {0x1E37, 39, 1}, {0x1E38, 39, 1}, {0x1E39, 39, 1}, {0x1E3A, 39, 1}, {0x1E3B, 39, 1},
    {0x1E3C, 39, 1}, {0x1E3D, 39, 1}, {0x1E3E, 1165, 1}, {0x1E3F, 1165, 1}, {0x1E40, 1165, 1}, {0x1E41, 1165, 1},
    {0x1E42, 1165, 1}, {0x1E43, 1165, 1}, {0x1E44, 28, 1}, {0x1E45, 28, 1}, {0x1E46, 28, 1}, {0x1E47, 28, 1},
    {0x1E48, 28, 1}, {0x1E49, 28, 1}, {0x1E4A, 28, 1}, {0x1E4B, 28, 1}, {0x1E4C, 7, 1}, {0x1E4D, 7, 1},
    {0x1E4E, 7, 1}, {0x1E4F, 7, 1}, {0x1E50, 7, 1}, {0x1E51, 7, 1}, {0x1E52, 7, 1}, {0x1E53, 7, 1},
    {0x1E54, 1166, 1}, {0x1E55, 1166, 1}, {0x1E56, 1166, 1}, {0x1E57, 1166, 1}, {0x1E58, 50, 1}, {0x1E59, 50, 1},
    {0x1E5A, 50, 1}, {0x1E5B, 50, 1}, {0x1E5C, 50, 1}, {0x1E5D, 50, 1}, {0x1E5E, 50, 1}, {0x1E5F, 50, 1},
    {0x1E60, 33, 1}, {0x1E61, 33, 1}, {0x1E62, 33, 1}, {0x1E63, 33, 1}, {0x1E64, 33, 1}, {0x1E65, 33, 1},
    {0x1E66, 33, 1}, {0x1E67, 33, 1}, {0x1E68, 33, 1}, {0x1E69, 33, 1}, {0x1E6A, 31, 1}, {0x1E6B, 31, 1},
    {0x1E6C, 31, 1}, {0x1E6D, 31, 1}, {0x1E6E, 31, 1}, {0x1E6F, 31, 1}, {0x1E70, 31, 1}, {0x1E71, 31, 1},
    {0x1E72, 29, 1}, {0x1E73, 29, 1}, {0x1E74, 29, 1}, {0x1E75, 29, 1}, {0x1E76, 29, 1}, {0x1E77, 29, 1},
    {0x1E78, 29, 1}, {0x1E79, 29, 1}, {0x1E7A, 29, 1}, {0x1E7B, 29, 1}, {0x1E7C, 1185, 1}, {0x1E7D, 1185, 1},
    {0x1E7E, 1185, 1}, {0x1E7F, 1185, 1}, {0x1E80, 53, 1}, {0x1E81, 53, 1}, {0x1E82, 53, 1}, {0x1E83, 53, 1},
    {0x1E84, 53, 1}, {0x1E85, 53, 1}, {0x1E86, 53, 1}, {0x1E87, 53, 1}, {0x1E88, 53, 1}, {0x1E89, 53, 1},
    {0x1E8A, 179, 1}, {0x1E8B, 179, 1}, {0x1E8C, 179, 1}, {0x1E8D, 179, 1}, {0x1E8E, 30, 1}, {0x1E8F, 30, 1},
    {0x1E90, 54, 1}, {0x1E91, 54, 1}, {0x1E92, 54, 1}, {0x1E93, 54, 1}, {0x1E94, 54, 1}, {0x1E95, 54, 1},
    {0x1E96, 32, 1}, {0x1E97, 31, 1}, {0x1E98, 53, 1}, {0x1E99, 30, 1}, {0x1E9A, 1235, 3}, {0x1E9B, 33, 1},
    {0x1E9E, 33, 2}, {0x1EA0, 1, 1}, {0x1EA1, 1, 1}, {0x1EA2, 1, 1}, {0x1EA3, 1, 1}, {0x1EA4, 1, 1},
    {0x1EA5, 1, 1}, {0x1EA6, 1, 1}, {0x1EA7, 1, 1}, {0x1EA8, 1, 1}, {0x1EA9, 1, 1}, {0x1EAA, 1, 1},
    {0x1EAB, 1, 1}, {0x1EAC, 1, 1}, {0x1EAD, 1, 1}, {0x1EAE, 1, 1}, {0x1EAF, 1, 1}, {0x1EB0, 1, 1},
    {0x1EB1, 1, 1}, {0x1EB2, 1, 1}, {0x1EB3, 1, 1}, {0x1EB4, 1, 1}, {0x1EB5, 1, 1}, {0x1EB6, 1, 1},
    {0x1EB7, 1, 1}, {0x1EB8, 24, 1}, {0x1EB9, 24, 1}, {0x1EBA, 24, 1}, {0x1EBB, 24, 1}, {0x1EBC, 24, 1},
    {0x1EBD, 24, 1}, {0x1EBE, 24, 1}, {0x1EBF, 24, 1}, {0x1EC0, 24, 1}, {0x1EC1, 24, 1}, {0x1EC2, 24, 1},
    {0x1EC3, 24, 1}, {0x1EC4, 24, 1}, {0x1EC5, 24, 1}, {0x1EC6, 24, 1}, {0x1EC7, 24, 1}, {0x1EC8, 26, 1},
    {0x1EC9, 26, 1}, {0x1ECA, 26, 1}, {0x1ECB, 26, 1}, {0x1ECC, 7, 1}, {0x1ECD, 7, 1}, {0x1ECE, 7, 1},
    {0x1ECF, 7, 1}, {0x1ED0, 7, 1}, {0x1ED1, 7, 1}, {0x1ED2, 7, 1}, {0x1ED3, 7, 1}, {0x1ED4, 7, 1},
    {0x1ED5, 7, 1}, {0x1ED6, 7, 1}, {0x1ED7, 7, 1}, {0x1ED8, 7, 1}, {0x1ED9, 7, 1}, {0x1EDA, 7, 1},
    {0x1EDB, 7, 1}, {0x1EDC, 7, 1}, {0x1EDD, 7, 1}, {0x1EDE, 7, 1}, {0x1EDF, 7, 1}, {0x1EE0, 7, 1},
    {0x1EE1, 7, 1}, {0x1EE2, 7, 1}, {0x1EE3, 7, 1}, {0x1EE4, 29, 1}, {0x1EE5, 29, 1}, {0x1EE6, 29, 1},
    {0x1EE7, 29, 1}, {0x1EE8, 29, 1}, {0x1EE9, 29, 1}, {0x1EEA, 29, 1}, {0x1EEB, 29, 1}, {0x1EEC, 29, 1},
    {0x1EED, 29, 1}, {0x1EEE, 29, 1}, {0x1EEF, 29, 1}, {0x1EF0, 29, 1}, {0x1EF1, 29, 1}, {0x1EF2, 30, 1},
    {0x1EF3, 30, 1}, {0x1EF4, 30, 1}, {0x1EF5, 30, 1}, {0x1EF6, 30, 1}, {0x1EF7, 30, 1}, {0x1EF8, 30, 1},
    {0x1EF9, 30, 1}, {0x1EFA, 1238, 3}, {0x1EFC, 1241, 3}, {0x1EFE, 1244, 3}, {0x1F00, 198, 2}, {0x1F01, 198, 2},
    {0x1F02, 198, 2}, {0x1F03, 198, 2}, {0x1F04, 198, 2}, {0x1F05, 198, 2}, {0x1F06, 198, 2}, {0x1F07, 198, 2},
    {0x1F08, 198, 2}, {0x1F09, 198, 2}, {0x1F0A, 198, 2}, {0x1F0B, 198, 2}, {0x1F0C, 198, 2}, {0x1F0D, 198, 2},
    {0x1F0E, 198, 2}, {0x1F0F, 198, 2}, {0x1F10, 200, 2}, {0x1F11, 200, 2}, {0x1F12, 200, 2}, {0x1F13, 200, 2},
    {0x1F14, 200, 2}, {0x1F15, 200, 2}, {0x1F18, 200, 2}, {0x1F19, 200, 2}, {0x1F1A, 200, 2}, {0x1F1B, 200, 2},
    {0x1F1C, 200, 2}, {0x1F1D, 200, 2}, {0x1F20, 202, 2}, {0x1F21, 202, 2}, {0x1F22, 202, 2}, {0x1F23, 202, 2},
    {0x1F24, 202, 2}, {0x1F25, 202, 2}, {0x1F26, 202, 2}, {0x1F27, 202, 2}, {0x1F28, 202, 2}, {0x1F29, 202, 2},
    {0x1F2A, 202, 2}, {0x1F2B, 202, 2}, {0x1F2C, 202, 2}, {0x1F2D, 202, 2}, {0x1F2E, 202, 2}, {0x1F2F, 202, 2},
    {0x1F30, 182, 2}, {0x1F31, 182, 2}, {0x1F32, 182, 2}, {0x1F33, 182, 2}, {0x1F34, 182, 2}, {0x1F35, 182, 2},
    {0x1F36, 182, 2}, {0x1F37, 182, 2}, {0x1F38, 182, 2}, {0x1F39, 182, 2}, {0x1F3A, 182, 2}, {0x1F3B, 182, 2},
    {0x1F3C, 182, 2}, {0x1F3D, 182, 2}, {0x1F3E, 182, 2}, {0x1F3F, 182, 2}, {0x1F40, 204, 2}, {0x1F41, 204, 2},
    {0x1F42, 204, 2}, {0x1F43, 204, 2}, {0x1F44, 204, 2}, {0x1F45, 204, 2}, {0x1F48, 204, 2}, {0x1F49, 204, 2},
    {0x1F4A, 204, 2}, {0x1F4B, 204, 2}, {0x1F4C, 204, 2}, {0x1F4D, 204, 2}, {0x1F50, 206, 2}, {0x1F51, 206, 2},
    {0x1F52, 206, 2}, {0x1F53, 206, 2}, {0x1F54, 206, 2}, {0x1F55, 206, 2}, {0x1F56, 206, 2}, {0x1F57, 206, 2},
    {0x1F59, 206, 2}, {0x1F5B, 206, 2}, {0x1F5D, 206, 2}, {0x1F5F, 206, 2}, {0x1F60, 208, 2}, {0x1F61, 208, 2},
    {0x1F62, 208, 2}, {0x1F63, 208, 2}, {0x1F64, 208, 2}, {0x1F65, 208, 2}, {0x1F66, 208, 2}, {0x1F67, 208, 2},
    {0x1F68, 208, 2}, {0x1F69, 208, 2}, {0x1F6A, 208, 2}, {0x1F6B, 208, 2}, {0x1F6C, 208, 2}, {0x1F6D, 208, 2},
    {0x1F6E, 208, 2}, {0x1F6F, 208, 2}, {0x1F70, 198, 2}, {0x1F71, 198, 2}, {0x1F72, 200, 2}, {0x1F73, 200, 2},
    {0x1F74, 202, 2}, {0x1F75, 202, 2}, {0x1F76, 182, 2}, {0x1F77, 182, 2}, {0x1F78, 204, 2}, {0x1F79, 204, 2},
    {0x1F7A, 206, 2}, {0x1F7B, 206, 2}, {0x1F7C, 208, 2}, {0x1F7D, 208, 2}, {0x1F80, 1247, 4}, {0x1F81, 1247, 4},
    {0x1F82, 1247, 4}, {0x1F83, 1247, 4}, {0x1F84, 1247, 4}, {0x1F85, 1247, 4}, {0x1F86, 1247, 4}, {0x1F87, 1247, 4},
    {0x1F88, 1247, 4}, {0x1F89, 1247, 4}, {0x1F8A, 1247, 4}, {0x1F8B, 1247, 4}, {0x1F8C, 1247, 4}, {0x1F8D, 1247, 4},
    {0x1F8E, 1247, 4}, {0x1F8F, 1247, 4}, {0x1F90, 1251, 4}, {0x1F91, 1251, 4}, {0x1F92, 1251, 4}, {0x1F93, 1251, 4},
    {0x1F94, 1251, 4}, {0x1F95, 1251, 4}, {0x1F96, 1251, 4}, {0x1F97, 1251, 4}, {0x1F98, 1251, 4}, {0x1F99, 1251, 4},
    {0x1F9A, 1251, 4}, {0x1F9B, 1251, 4}, {0x1F9C, 1251, 4}, {0x1F9D, 1251, 4}, {0x1F9E, 1251, 4}, {0x1F9F, 1251, 4},
    {0x1FA0, 1255, 4}, {0x1FA1, 1255, 4}, {0x1FA2, 1255, 4}, {0x1FA3, 1255, 4}, {0x1FA4, 1255, 4}, {0x1FA5, 1255, 4},
    {0x1FA6, 1255, 4}, {0x1FA7, 1255, 4}, {0x1FA8, 1255, 4}, {0x1FA9, 1255, 4}, {0x1FAA, 1255, 4}, {0x1FAB, 1255, 4},
    {0x1FAC, 1255, 4}, {0x1FAD, 1255, 4}, {0x1FAE, 1255, 4}, {0x1FAF, 1255, 4}, {0x1FB0, 198, 2}, {0x1FB1, 198, 2},
    {0x1FB2, 1247, 4}, {0x1FB3, 1247, 4}, {0x1FB4, 1247, 4}, {0x1FB6, 198, 2}, {0x1FB7, 1247, 4}, {0x1FB8, 198, 2},
    {0x1FB9, 198, 2}, {0x1FBA, 198, 2}, {0x1FBB, 198, 2}, {0x1FBC, 1247, 4}, {0x1FBD, 0, 1}, {0x1FBE, 182, 2},
    {0x1FBF, 0, 1}, {0x1FC0, 0, 1}, {0x1FC1, 0, 1}, {0x1FC2, 1251, 4}, {0x1FC3, 1251, 4}, {0x1FC4, 1251, 4},
    {0x1FC6, 202, 2}, {0x1FC7, 1251, 4}, {0x1FC8, 200, 2}, {0x1FC9, 200, 2}, {0x1FCA, 202, 2}, {0x1FCB, 202, 2},
    {0x1FCC, 1251, 4}, {0x1FCD, 0, 1}, {0x1FCE, 0, 1}, {0x1FCF, 0, 1}, {0x1FD0, 182, 2}, {0x1FD1, 182, 2},
    {0x1FD2, 182, 2}, {0x1FD3, 182, 2}, {0x1FD6, 182, 2}, {0x1FD7, 182, 2}, {0x1FD8, 182, 2}, {0x1FD9, 182, 2},
    {0x1FDA, 182, 2}, {0x1FDB, 182, 2}, {0x1FDD, 0, 1}, {0x1FDE, 0, 1}, {0x1FDF, 0, 1}, {0x1FE0, 206, 2},
    {0x1FE1, 206, 2}, {0x1FE2, 206, 2}, {0x1FE3, 206, 2}, {0x1FE4, 230, 2}, {0x1FE5, 230, 2}, {0x1FE6, 206, 2},
    {0x1FE7, 206, 2}, {0x1FE8, 206, 2}, {0x1FE9, 206, 2}, {0x1FEA, 206, 2}, {0x1FEB, 206, 2}, {0x1FEC, 230, 2},
    {0x1FED, 0, 1}, {0x1FEE, 0, 1}, {0x1FEF, 1259, 1}, {0x1FF2, 1255, 4}, {0x1FF3, 1255, 4}, {0x1FF4, 1255, 4},
    {0x1FF6, 208, 2}, {0x1FF7, 1255, 4}, {0x1FF8, 204, 2}, {0x1FF9, 204, 2}, {0x1FFA, 208, 2}, {0x1FFB, 208, 2},
    {0x1FFC, 1255, 4}, {0x1FFD, 0, 1}, {0x1FFE, 0, 1}, {0x2000, 0, 1}, {0x2001, 0, 1}, {0x2002, 0, 1},
    {0x2003, 0, 1}, {0x2004, 0, 1}, {0x2005, 0, 1}, {0x2006, 0, 1}, {0x2007, 0, 1}, {0x2008, 0, 1},
    {0x2009, 0, 1}, {0x200A, 0, 1}, {0x2011, 1260, 3}, {0x2017, 0, 1}, {0x2024, 1263, 1}, {0x2025, 1264, 2},
    {0x2026, 1263, 3}, {0x202F, 0, 1}, {0x2033, 1266, 6}, {0x2034, 1272, 9}, {0x2036, 1281, 6}, {0x2037, 1287, 9},
    {0x203C, 1296, 2}, {0x203E, 0, 1}, {0x2047, 1298, 2}, {0x2048, 1300, 2}, {0x2049, 1297, 2}, {0x2057, 1266, 12},
    {0x205F, 0, 1}, {0x2070, 1302, 1}, {0x2071, 26, 1}, {0x2074, 12, 1}, {0x2075, 1303, 1}, {0x2076, 1304, 1},
    {0x2077, 1305, 1}, {0x2078, 1306, 1}, {0x2079, 1307, 1}, {0x207A, 1308, 1}, {0x207B, 1309, 3}, {0x207C, 1312, 1},
    {0x207D, 1313, 1}, {0x207E, 1314, 1}, {0x207F, 28, 1}, {0x2080, 1302, 1}, {0x2081, 6, 1}, {0x2082, 2, 1},
    {0x2083, 3, 1}, {0x2084, 12, 1}, {0x2085, 1303, 1}, {0x2086, 1304, 1}, {0x2087, 1305, 1}, {0x2088, 1306, 1},
    {0x2089, 1307, 1}, {0x208A, 1308, 1}, {0x208B, 1309, 3}, {0x208C, 1312, 1}, {0x208D, 1313, 1}, {0x208E, 1314, 1},
    {0x2090, 1, 1}, {0x2091, 24, 1}, {0x2092, 7, 1}, {0x2093, 179, 1}, {0x2094, 73, 2}, {0x2095, 32, 1},
    {0x2096, 38, 1}, {0x2097, 39, 1}, {0x2098, 1165, 1}, {0x2099, 28, 1}, {0x209A, 1166, 1}, {0x209B, 33, 1},
    {0x209C, 31, 1}, {0x20A8, 1315, 2}, {0x20D0, 0, 0}, {0x20D1, 0, 0}, {0x20D2, 0, 0}, {0x20D3, 0, 0},
    {0x20D4, 0, 0}, {0x20D5, 0, 0}, {0x20D6, 0, 0}, {0x20D7, 0, 0}, {0x20D8, 0, 0}, {0x20D9, 0, 0},
    {0x20DA, 0, 0}, {0x20DB, 0, 0}, {0x20DC, 0, 0}, {0x20E1, 0, 0}, {0x20E5, 0, 0}, {0x20E6, 0, 0},
    {0x20E7, 0, 0}, {0x20E8, 0, 0}, {0x20E9, 0, 0}, {0x20EA, 0, 0}, {0x20EB, 0, 0}, {0x20EC, 0, 0},
    {0x20ED, 0, 0}, {0x20EE, 0, 0}, {0x20EF, 0, 0}, {0x20F0, 0, 0}, {0x2100, 1317, 3}, {0x2101, 1320, 3},
    {0x2102, 25, 1}, {0x2103, 1323, 3}, {0x2105, 1326, 3}, {0x2106, 1329, 3}, {0x2107, 75, 2}, {0x2109, 1332, 3},
    {0x210A, 35, 1}, {0x210B, 32, 1}, {0x210C, 32, 1}, {0x210D, 32, 1}, {0x210E, 32, 1}, {0x210F, 32, 1},
    {0x2110, 26, 1}, {0x2111, 26, 1}, {0x2112, 39, 1}, {0x2113, 39, 1}, {0x2115, 28, 1}, {0x2116, 1335, 2},
    {0x2119, 1166, 1}, {0x211A, 1337, 1}, {0x211B, 50, 1}, {0x211C, 50, 1}, {0x211D, 50, 1}, {0x2120, 1338, 2},
    {0x2121, 1340, 3}, {0x2122, 1343, 2}, {0x2124, 54, 1}, {0x2126, 208, 2}, {0x2128, 54, 1}, {0x212A, 38, 1},
    {0x212B, 1, 1}, {0x212C, 1164, 1}, {0x212D, 25, 1}, {0x212F, 24, 1}, {0x2130, 24, 1}, {0x2131, 1193, 1},
    {0x2132, 1345, 3}, {0x2133, 1165, 1}, {0x2134, 7, 1}, {0x2135, 1348, 2}, {0x2136, 1350, 2}, {0x2137, 1352, 2},
    {0x2138, 1354, 2}, {0x2139, 26, 1}, {0x213B, 1356, 3}, {0x213C, 228, 2}, {0x213D, 212, 2}, {0x213E, 212, 2},
    {0x213F, 228, 2}, {0x2140, 1359, 3}, {0x2145, 27, 1}, {0x2146, 27, 1}, {0x2147, 24, 1}, {0x2148, 26, 1},
    {0x2149, 37, 1}, {0x2150, 1362, 5}, {0x2151, 1367, 5}, {0x2152, 1372, 6}, {0x2153, 1378, 5}, {0x2154, 1383, 5},
    {0x2155, 1388, 5}, {0x2156, 1393, 5}, {0x2157, 1398, 5}, {0x2158, 1403, 5}, {0x2159, 1408, 5}, {0x215A, 1413, 5},
    {0x215B, 1418, 5}, {0x215C, 1423, 5}, {0x215D, 1428, 5}, {0x215E, 1433, 5}, {0x215F, 8, 4}, {0x2160, 26, 1},
    {0x2161, 1438, 2}, {0x2162, 1440, 3}, {0x2163, 1443, 2}, {0x2164, 1185, 1}, {0x2165, 1445, 2}, {0x2166, 1447, 3},
    {0x2167, 1450, 4}, {0x2168, 1454, 2}, {0x2169, 179, 1}, {0x216A, 1456, 2}, {0x216B, 1458, 3}, {0x216C, 39, 1},
    {0x216D, 25, 1}, {0x216E, 27, 1}, {0x216F, 1165, 1}, {0x2170, 26, 1}, {0x2171, 1438, 2}, {0x2172, 1438, 3},
    {0x2173, 1443, 2}, {0x2174, 1185, 1}, {0x2175, 1445, 2}, {0x2176, 1447, 3}, {0x2177, 1450, 4}, {0x2178, 1454, 2},
    {0x2179, 179, 1}, {0x217A, 1456, 2}, {0x217B, 1458, 3}, {0x217C, 39, 1}, {0x217D, 25, 1}, {0x217E, 27, 1},
    {0x217F, 1165, 1}, {0x2183, 1461, 3}, {0x2189, 1464, 5}, {0x219A, 1469, 3}, {0x219B, 1472, 3}, {0x21AE, 1475, 3},
    {0x21CD, 1478, 3}, {0x21CE, 1481, 3}, {0x21CF, 1484, 3}, {0x2204, 1487, 3}, {0x2209, 1490, 3}, {0x220C, 1493, 3},
    {0x2224, 1496, 3}, {0x2226, 1499, 3}, {0x222C, 1502, 6}, {0x222D, 1508, 9}, {0x222F, 1517, 6}, {0x2230, 1523, 9},
    {0x2241, 1532, 3}, {0x2244, 1535, 3}, {0x2247, 1538, 3}, {0x2249, 1541, 3}, {0x2260, 1312, 1}, {0x2262, 1544, 3},
    {0x226D, 1547, 3}, {0x226E, 1550, 1}, {0x226F, 1551, 1}, {0x2270, 1552, 3}, {0x2271, 1555, 3}, {0x2274, 1558, 3},
    {0x2275, 1561, 3}, {0x2278, 1564, 3}, {0x2279, 1567, 3}, {0x2280, 1570, 3}, {0x2281, 1573, 3}, {0x2284, 1576, 3},
    {0x2285, 1579, 3}, {0x2288, 1582, 3}, {0x2289, 1585, 3}, {0x22AC, 1588, 3}, {0x22AD, 1591, 3}, {0x22AE, 1594, 3},
    {0x22AF, 1597, 3}, {0x22E0, 1600, 3}, {0x22E1, 1603, 3}, {0x22E2, 1606, 3}, {0x22E3, 1609, 3}, {0x22EA, 1612, 3},
    {0x22EB, 1615, 3}, {0x22EC, 1618, 3}, {0x22ED, 1621, 3}, {0x2329, 1624, 3}, {0x232A, 1627, 3}, {0x2460, 6, 1},
    {0x2461, 2, 1}, {0x2462, 3, 1}, {0x2463, 12, 1}, {0x2464, 1303, 1}, {0x2465, 1304, 1}, {0x2466, 1305, 1},
    {0x2467, 1306, 1}, {0x2468, 1307, 1}, {0x2469, 1376, 2}, {0x246A, 1630, 2}, {0x246B, 1632, 2}, {0x246C, 1634, 2},
    {0x246D, 1636, 2}, {0x246E, 1638, 2}, {0x246F, 1640, 2}, {0x2470, 1642, 2}, {0x2471, 1644, 2}, {0x2472, 1646, 2},
    {0x2473, 1648, 2}, {0x2474, 1650, 3}, {0x2475, 1653, 3}, {0x2476, 1656, 3}, {0x2477, 1659, 3}, {0x2478, 1662, 3},
    {0x2479, 1665, 3}, {0x247A, 1668, 3}, {0x247B, 1671, 3}, {0x247C, 1674, 3}, {0x247D, 1677, 4}, {0x247E, 1681, 4},
    {0x247F, 1685, 4}, {0x2480, 1689, 4}, {0x2481, 1693, 4}, {0x2482, 1697, 4}, {0x2483, 1701, 4}, {0x2484, 1705, 4},
    {0x2485, 1709, 4}, {0x2486, 1713, 4}, {0x2487, 1717, 4}, {0x2488, 1721, 2}, {0x2489, 1723, 2}, {0x248A, 1725, 2},
    {0x248B, 1727, 2}, {0x248C, 1729, 2}, {0x248D, 1731, 2}, {0x248E, 1733, 2}, {0x248F, 1735, 2}, {0x2490, 1737, 2},
    {0x2491, 1739, 3}, {0x2492, 1742, 3}, {0x2493, 1745, 3}, {0x2494, 1748, 3}, {0x2495, 1751, 3}, {0x2496, 1754, 3},
    {0x2497, 1757, 3}, {0x2498, 1760, 3}, {0x2499, 1763, 3}, {0x249A, 1766, 3}, {0x249B, 1769, 3}, {0x249C, 1772, 3},
    {0x249D, 1775, 3}, {0x249E, 1778, 3}, {0x249F, 1781, 3}, {0x24A0, 1784, 3}, {0x24A1, 1787, 3}, {0x24A2, 1790, 3},
    {0x24A3, 1793, 3}, {0x24A4, 1796, 3}, {0x24A5, 1799, 3}, {0x24A6, 1802, 3}, {0x24A7, 1805, 3}, {0x24A8, 1808, 3},
    {0x24A9, 1811, 3}, {0x24AA, 1814, 3}, {0x24AB, 1817, 3}, {0x24AC, 1820, 3}, {0x24AD, 1823, 3}, {0x24AE, 1826, 3},
    {0x24AF, 1829, 3}, {0x24B0, 1832, 3}, {0x24B1, 1835, 3}, {0x24B2, 1838, 3}, {0x24B3, 1841, 3}, {0x24B4, 1844, 3},
    {0x24B5, 1847, 3}, {0x24B6, 1, 1}, {0x24B7, 1164, 1}, {0x24B8, 25, 1}, {0x24B9, 27, 1}, {0x24BA, 24, 1},
    {0x24BB, 1193, 1}, {0x24BC, 35, 1}, {0x24BD, 32, 1}, {0x24BE, 26, 1}, {0x24BF, 37, 1}, {0x24C0, 38, 1},
    {0x24C1, 39, 1}, {0x24C2, 1165, 1}, {0x24C3, 28, 1}, {0x24C4, 7, 1}, {0x24C5, 1166, 1}, {0x24C6, 1337, 1},
    {0x24C7, 50, 1}, {0x24C8, 33, 1}, {0x24C9, 31, 1}, {0x24CA, 29, 1}, {0x24CB, 1185, 1}, {0x24CC, 53, 1},
    {0x24CD, 179, 1}, {0x24CE, 30, 1}, {0x24CF, 54, 1}, {0x24D0, 1, 1}, {0x24D1, 1164, 1}, {0x24D2, 25, 1},
    {0x24D3, 27, 1}, {0x24D4, 24, 1}, {0x24D5, 1193, 1}, {0x24D6, 35, 1}, {0x24D7, 32, 1}, {0x24D8, 26, 1},
    {0x24D9, 37, 1}, {0x24DA, 38, 1}, {0x24DB, 39, 1}, {0x24DC, 1165, 1}, {0x24DD, 28, 1}, {0x24DE, 7, 1},
    {0x24DF, 1166, 1}, {0x24E0, 1337, 1}, {0x24E1, 50, 1}, {0x24E2, 33, 1}, {0x24E3, 31, 1}, {0x24E4, 29, 1},
    {0x24E5, 1185, 1}, {0x24E6, 53, 1}, {0x24E7, 179, 1}, {0x24E8, 30, 1}, {0x24E9, 54, 1}, {0x24EA, 1302, 1},
    {0x2A0C, 1502, 12}, {0x2A74, 1850, 3}, {0x2A75, 1853, 2}, {0x2A76, 1852, 3}, {0x2ADC, 1855, 3}, {0x2C00, 1858, 3},
    {0x2C01, 1861, 3}, {0x2C02, 1864, 3}, {0x2C03, 1867, 3}, {0x2C04, 1870, 3}, {0x2C05, 1873, 3}, {0x2C06, 1876, 3},
    {0x2C07, 1879, 3}, {0x2C08, 1882, 3}, {0x2C09, 1885, 3}, {0x2C0A, 1888, 3}, {0x2C0B, 1891, 3}, {0x2C0C, 1894, 3},
    {0x2C0D, 1897, 3}, {0x2C0E, 1900, 3}, {0x2C0F, 1903, 3}, {0x2C10, 1906, 3}, {0x2C11, 1909, 3}, {0x2C12, 1912, 3},
    {0x2C13, 1915, 3}, {0x2C14, 1918, 3}, {0x2C15, 1921, 3}, {0x2C16, 1924, 3}, {0x2C17, 1927, 3}, {0x2C18, 1930, 3},
    {0x2C19, 1933, 3}, {0x2C1A, 1936, 3}, {0x2C1B, 1939, 3}, {0x2C1C, 1942, 3}, {0x2C1D, 1945, 3}, {0x2C1E, 1948, 3},
    {0x2C1F, 1951, 3}, {0x2C20, 1954, 3}, {0x2C21, 1957, 3}, {0x2C22, 1960, 3}, {0x2C23, 1963, 3}, {0x2C24, 1966, 3},
    {0x2C25, 1969, 3}, {0x2C26, 1972, 3}, {0x2C27, 1975, 3}, {0x2C28, 1978, 3}, {0x2C29, 1981, 3}, {0x2C2A, 1984, 3},
    {0x2C2B, 1987, 3}, {0x2C2C, 1990, 3}, {0x2C2D, 1993, 3}, {0x2C2E, 1996, 3}, {0x2C2F, 1999, 3}, {0x2C60, 2002, 3},
    {0x2C62, 2005, 2}, {0x2C63, 2007, 3}, {0x2C64, 2010, 2}, {0x2C67, 2012, 3}, {0x2C69, 2015, 3}, {0x2C6B, 2018, 3},
    {0x2C6D, 1169, 2}, {0x2C6E, 1214, 2}, {0x2C6F, 1167, 2}, {0x2C70, 1189, 2}, {0x2C72, 2021, 3}, {0x2C75, 2024, 3},
    {0x2C7C, 37, 1}, {0x2C7D, 1185, 1}, {0x2C7E, 2027, 2}, {0x2C7F, 2029, 2}, {0x2C80, 2031, 3}, {0x2C82, 2034, 3},
    {0x2C84, 2037, 3}, {0x2C86, 2040, 3}, {0x2C88, 2043, 3}, {0x2C8A, 2046, 3}, {0x2C8C, 2049, 3}, {0x2C8E, 2052, 3},
    {0x2C90, 2055, 3}, {0x2C92, 2058, 3}, {0x2C94, 2061, 3}, {0x2C96, 2064, 3}, {0x2C98, 2067, 3}, {0x2C9A, 2070, 3},
    {0x2C9C, 2073, 3}, {0x2C9E, 2076, 3}, {0x2CA0, 2079, 3}, {0x2CA2, 2082, 3}, {0x2CA4, 2085, 3}, {0x2CA6, 2088, 3},
    {0x2CA8, 2091, 3}, {0x2CAA, 2094, 3}, {0x2CAC, 2097, 3}, {0x2CAE, 2100, 3}, {0x2CB0, 2103, 3}, {0x2CB2, 2106, 3},
    {0x2CB4, 2109, 3}, {0x2CB6, 2112, 3}, {0x2CB8, 2115, 3}, {0x2CBA, 2118, 3}, {0x2CBC, 2121, 3}, {0x2CBE, 2124, 3},
    {0x2CC0, 2127, 3}, {0x2CC2, 2130, 3}, {0x2CC4, 2133, 3}, {0x2CC6, 2136, 3}, {0x2CC8, 2139, 3}, {0x2CCA, 2142, 3},
    {0x2CCC, 2145, 3}, {0x2CCE, 2148, 3}, {0x2CD0, 2151, 3}, {0x2CD2, 2154, 3}, {0x2CD4, 2157, 3}, {0x2CD6, 2160, 3},
    {0x2CD8, 2163, 3}, {0x2CDA, 2166, 3}, {0x2CDC, 2169, 3}, {0x2CDE, 2172, 3}, {0x2CE0, 2175, 3}, {0x2CE2, 2178, 3},
    {0x2CEB, 2181, 3}, {0x2CED, 2184, 3}, {0x2CEF, 0, 0}, {0x2CF0, 0, 0}, {0x2CF1, 0, 0}, {0x2CF2, 2187, 3},
    {0x2D6F, 2190, 3}, {0x2D7F, 0, 0}, {0x2DE0, 0, 0}, {0x2DE1, 0, 0}, {0x2DE2, 0, 0}, {0x2DE3, 0, 0},
    {0x2DE4, 0, 0}, {0x2DE5, 0, 0}, {0x2DE6, 0, 0}, {0x2DE7, 0, 0}, {0x2DE8, 0, 0}, {0x2DE9, 0, 0},
    {0x2DEA, 0, 0}, {0x2DEB, 0, 0}, {0x2DEC, 0, 0}, {0x2DED, 0, 0}, {0x2DEE, 0, 0}, {0x2DEF, 0, 0},
    {0x2DF0, 0, 0}, {0x2DF1, 0, 0}, {0x2DF2, 0, 0}, {0x2DF3, 0, 0}, {0x2DF4, 0, 0}, {0x2DF5, 0, 0},
    {0x2DF6, 0, 0}, {0x2DF7, 0, 0}, {0x2DF8, 0, 0}, {0x2DF9, 0, 0}, {0x2DFA, 0, 0}, {0x2DFB, 0, 0},
    {0x2DFC, 0, 0}, {0x2DFD, 0, 0}, {0x2DFE, 0, 0}, {0x2DFF, 0, 0}, {0x2E9F, 2193, 3}, {0x2EF3, 2196, 3},
    {0x2F00, 2199, 3}, {0x2F01, 2202, 3}, {0x2F02, 2205, 3}, {0x2F03, 2208, 3}, {0x2F04, 2211, 3}, {0x2F05, 2214, 3},
    {0x2F06, 2217, 3}, {0x2F07, 2220, 3}, {0x2F08, 2223, 3}, {0x2F09, 2226, 3}, {0x2F0A, 2229, 3}, {0x2F0B, 2232, 3},
    {0x2F0C, 2235, 3}, {0x2F0D, 2238, 3}, {0x2F0E, 2241, 3}, {0x2F0F, 2244, 3}, {0x2F10, 2247, 3}, {0x2F11, 2250, 3},
    {0x2F12, 2253, 3}, {0x2F13, 2256, 3}, {0x2F14, 2259, 3}, {0x2F15, 2262, 3}, {0x2F16, 2265, 3}, {0x2F17, 2268, 3},
    {0x2F18, 2271, 3}, {0x2F19, 2274, 3}, {0x2F1A, 2277, 3}, {0x2F1B, 2280, 3}, {0x2F1C, 2283, 3}, {0x2F1D, 2286, 3},
    {0x2F1E, 2289, 3}, {0x2F1F, 2292, 3}, {0x2F20, 2295, 3}, {0x2F21, 2298, 3}, {0x2F22, 2301, 3}, {0x2F23, 2304, 3},
    {0x2F24, 2307, 3}, {0x2F25, 2310, 3}, {0x2F26, 2313, 3}, {0x2F27, 2316, 3}, {0x2F28, 2319, 3}, {0x2F29, 2322, 3},
    {0x2F2A, 2325, 3}, {0x2F2B, 2328, 3}, {0x2F2C, 2331, 3}, {0x2F2D, 2334, 3}, {0x2F2E, 2337, 3}, {0x2F2F, 2340, 3},
    {0x2F30, 2343, 3}, {0x2F31, 2346, 3}, {0x2F32, 2349, 3}, {0x2F33, 2352, 3}, {0x2F34, 2355, 3}, {0x2F35, 2358, 3},
    {0x2F36, 2361, 3}, {0x2F37, 2364, 3}, {0x2F38, 2367, 3}, {0x2F39, 2370, 3}, {0x2F3A, 2373, 3}, {0x2F3B, 2376, 3},
    {0x2F3C, 2379, 3}, {0x2F3D, 2382, 3}, {0x2F3E, 2385, 3}, {0x2F3F, 2388, 3}, {0x2F40, 2391, 3}, {0x2F41, 2394, 3},
    {0x2F42, 2397, 3}, {0x2F43, 2400, 3}, {0x2F44, 2403, 3}, {0x2F45, 2406, 3}, {0x2F46, 2409, 3}, {0x2F47, 2412, 3},
    {0x2F48, 2415, 3}, {0x2F49, 2418, 3}, {0x2F4A, 2421, 3}, {0x2F4B, 2424, 3}, {0x2F4C, 2427, 3}, {0x2F4D, 2430, 3},
    {0x2F4E, 2433, 3}, {0x2F4F, 2436, 3}, {0x2F50, 2439, 3}, {0x2F51, 2442, 3}, {0x2F52, 2445, 3}, {0x2F53, 2448, 3},
    {0x2F54, 2451, 3}, {0x2F55, 2454, 3}, {0x2F56, 2457, 3}, {0x2F57, 2460, 3}, {0x2F58, 2463, 3}, {0x2F59, 2466, 3},
    {0x2F5A, 2469, 3}, {0x2F5B, 2472, 3}, {0x2F5C, 2475, 3}, {0x2F5D, 2478, 3}, {0x2F5E, 2481, 3}, {0x2F5F, 2484, 3},
    {0x2F60, 2487, 3}, {0x2F61, 2490, 3}, {0x2F62, 2493, 3}, {0x2F63, 2496, 3}, {0x2F64, 2499, 3}, {0x2F65, 2502, 3},
    {0x2F66, 2505, 3}, {0x2F67, 2508, 3}, {0x2F68, 2511, 3}, {0x2F69, 2514, 3}, {0x2F6A, 2517, 3}, {0x2F6B, 2520, 3},
    {0x2F6C, 2523, 3}, {0x2F6D, 2526, 3}, {0x2F6E, 2529, 3}, {0x2F6F, 2532, 3}, {0x2F70, 2535, 3}, {0x2F71, 2538, 3},
    {0x2F72, 2541, 3}, {0x2F73, 2544, 3}, {0x2F74, 2547, 3}, {0x2F75, 2550, 3}, {0x2F76, 2553, 3}, {0x2F77, 2556, 3},
    {0x2F78, 2559, 3}, {0x2F79, 2562, 3}, {0x2F7A, 2565, 3}, {0x2F7B, 2568, 3}, {0x2F7C, 2571, 3}, {0x2F7D, 2574, 3},
    {0x2F7E, 2577, 3}, {0x2F7F, 2580, 3}, {0x2F80, 2583, 3}, {0x2F81, 2586, 3}, {0x2F82, 2589, 3}, {0x2F83, 2592, 3},
    {0x2F84, 2595, 3}, {0x2F85, 2598, 3}, {0x2F86, 2601, 3}, {0x2F87, 2604, 3}, {0x2F88, 2607, 3}, {0x2F89, 2610, 3},
    {0x2F8A, 2613, 3}, {0x2F8B, 2616, 3}, {0x2F8C, 2619, 3}, {0x2F8D, 2622, 3}, {0x2F8E, 2625, 3}, {0x2F8F, 2628, 3},
    {0x2F90, 2631, 3}, {0x2F91, 2634, 3}, {0x2F92, 2637, 3}, {0x2F93, 2640, 3}, {0x2F94, 2643, 3}, {0x2F95, 2646, 3},
    {0x2F96, 2649, 3}, {0x2F97, 2652, 3}, {0x2F98, 2655, 3}, {0x2F99, 2658, 3}, {0x2F9A, 2661, 3}, {0x2F9B, 2664, 3},
    {0x2F9C, 2667, 3}, {0x2F9D, 2670, 3}, {0x2F9E, 2673, 3}, {0x2F9F, 2676, 3}, {0x2FA0, 2679, 3}, {0x2FA1, 2682, 3},
    {0x2FA2, 2685, 3}, {0x2FA3, 2688, 3}, {0x2FA4, 2691, 3}, {0x2FA5, 2694, 3}, {0x2FA6, 2697, 3}, {0x2FA7, 2700, 3},
    {0x2FA8, 2703, 3}, {0x2FA9, 2706, 3}, {0x2FAA, 2709, 3}, {0x2FAB, 2712, 3}, {0x2FAC, 2715, 3}, {0x2FAD, 2718, 3},
    {0x2FAE, 2721, 3}, {0x2FAF, 2724, 3}, {0x2FB0, 2727, 3}, {0x2FB1, 2730, 3}, {0x2FB2, 2733, 3}, {0x2FB3, 2736, 3},
    {0x2FB4, 2739, 3}, {0x2FB5, 2742, 3}, {0x2FB6, 2745, 3}, {0x2FB7, 2748, 3}, {0x2FB8, 2751, 3}, {0x2FB9, 2754, 3},
    {0x2FBA, 2757, 3}, {0x2FBB, 2760, 3}, {0x2FBC, 2763, 3}, {0x2FBD, 2766, 3}, {0x2FBE, 2769, 3}, {0x2FBF, 2772, 3},
    {0x2FC0, 2775, 3}, {0x2FC1, 2778, 3}, {0x2FC2, 2781, 3}, {0x2FC3, 2784, 3}, {0x2FC4, 2787, 3}, {0x2FC5, 2790, 3},
    {0x2FC6, 2793, 3}, {0x2FC7, 2796, 3}, {0x2FC8, 2799, 3}, {0x2FC9, 2802, 3}, {0x2FCA, 2805, 3}, {0x2FCB, 2808, 3},
    {0x2FCC, 2811, 3}, {0x2FCD, 2814, 3}, {0x2FCE, 2817, 3}, {0x2FCF, 2820, 3}, {0x2FD0, 2823, 3}, {0x2FD1, 2826, 3},
    {0x2FD2, 2829, 3}, {0x2FD3, 2832, 3}, {0x2FD4, 2835, 3}, {0x2FD5, 2838, 3}, {0x3000, 0, 1}, {0x302A, 0, 0},
    {0x302B, 0, 0}, {0x302C, 0, 0}, {0x302D, 0, 0}, {0x3036, 2841, 3}, {0x3038, 2268, 3}, {0x3039, 2844, 3},
    {0x303A, 2847, 3}, {0x304C, 2850, 3}, {0x304E, 2853, 3}, {0x3050, 2856, 3}, {0x3052, 2859, 3}, {0x3054, 2862, 3},
    {0x3056, 2865, 3}, {0x3058, 2868, 3}, {0x305A, 2871, 3}, {0x305C, 2874, 3}, {0x305E, 2877, 3}, {0x3060, 2880, 3},
    {0x3062, 2883, 3}, {0x3065, 2886, 3}, {0x3067, 2889, 3}, {0x3069, 2892, 3}, {0x3070, 2895, 3}, {0x3071, 2895, 3},
    {0x3073, 2898, 3}, {0x3074, 2898, 3}, {0x3076, 2901, 3}, {0x3077, 2901, 3}, {0x3079, 2904, 3}, {0x307A, 2904, 3},
    {0x307C, 2907, 3}, {0x307D, 2907, 3}, {0x3094, 2910, 3}, {0x3099, 0, 0}, {0x309A, 0, 0}, {0x309B, 0, 1},
    {0x309C, 0, 1}, {0x309E, 2913, 3}, {0x309F, 2916, 6}, {0x30AC, 2922, 3}, {0x30AE, 2925, 3}, {0x30B0, 2928, 3},
    {0x30B2, 2931, 3}, {0x30B4, 2934, 3}, {0x30B6, 2937, 3}, {0x30B8, 2940, 3}, {0x30BA, 2943, 3}, {0x30BC, 2946, 3},
    {0x30BE, 2949, 3}, {0x30C0, 2952, 3}, {0x30C2, 2955, 3}, {0x30C5, 2958, 3}, {0x30C7, 2961, 3}, {0x30C9, 2964, 3},
    {0x30D0, 2967, 3}, {0x30D1, 2967, 3}, {0x30D3, 2970, 3}, {0x30D4, 2970, 3}, {0x30D6, 2973, 3}, {0x30D7, 2973, 3},
    {0x30D9, 2976, 3}, {0x30DA, 2976, 3}, {0x30DC, 2979, 3}, {0x30DD, 2979, 3}, {0x30F4, 2982, 3}, {0x30F7, 2985, 3},
    {0x30F8, 2988, 3}, {0x30F9, 2991, 3}, {0x30FA, 2994, 3}, {0x30FE, 2997, 3}, {0x30FF, 3000, 6}, {0x3131, 3006, 3},
    {0x3132, 3009, 3}, {0x3133, 3012, 3}, {0x3134, 3015, 3}, {0x3135, 3018, 3}, {0x3136, 3021, 3}, {0x3137, 3024, 3},
    {0x3138, 3027, 3}, {0x3139, 3030, 3}, {0x313A, 3033, 3}, {0x313B, 3036, 3}, {0x313C, 3039, 3}, {0x313D, 3042, 3},
    {0x313E, 3045, 3}, {0x313F, 3048, 3}, {0x3140, 3051, 3}, {0x3141, 3054, 3}, {0x3142, 3057, 3}, {0x3143, 3060, 3},
    {0x3144, 3063, 3}, {0x3145, 3066, 3}, {0x3146, 3069, 3}, {0x3147, 3072, 3}, {0x3148, 3075, 3}, {0x3149, 3078, 3},
    {0x314A, 3081, 3}, {0x314B, 3084, 3}, {0x314C, 3087, 3}, {0x314D, 3090, 3}, {0x314E, 3093, 3}, {0x314F, 3096, 3},
    {0x3150, 3099, 3}, {0x3151, 3102, 3}, {0x3152, 3105, 3}, {0x3153, 3108, 3}, {0x3154, 3111, 3}, {0x3155, 3114, 3},
    {0x3156, 3117, 3}, {0x3157, 3120, 3}, {0x3158, 3123, 3}, {0x3159, 3126, 3}, {0x315A, 3129, 3}, {0x315B, 3132, 3},
    {0x315C, 3135, 3}, {0x315D, 3138, 3}, {0x315E, 3141, 3}, {0x315F, 3144, 3}, {0x3160, 3147, 3}, {0x3161, 3150, 3},
    {0x3162, 3153, 3}, {0x3163, 3156, 3}, {0x3164, 3159, 3}, {0x3165, 3162, 3}, {0x3166, 3165, 3}, {0x3167, 3168, 3},
    {0x3168, 3171, 3}, {0x3169, 3174, 3}, {0x316A, 3177, 3}, {0x316B, 3180, 3}, {0x316C, 3183, 3}, {0x316D, 3186, 3},
    {0x316E, 3189, 3}, {0x316F, 3192, 3}, {0x3170, 3195, 3}, {0x3171, 3198, 3}, {0x3172, 3201, 3}, {0x3173, 3204, 3},
    {0x3174, 3207, 3}, {0x3175, 3210, 3}, {0x3176, 3213, 3}, {0x3177, 3216, 3}, {0x3178, 3219, 3}, {0x3179, 3222, 3},
    {0x317A, 3225, 3}, {0x317B, 3228, 3}, {0x317C, 3231, 3}, {0x317D, 3234, 3}, {0x317E, 3237, 3}, {0x317F, 3240, 3},
    {0x3180, 3243, 3}, {0x3181, 3246, 3}, {0x3182, 3249, 3}, {0x3183, 3252, 3}, {0x3184, 3255, 3}, {0x3185, 3258, 3},
    {0x3186, 3261, 3}, {0x3187, 3264, 3}, {0x3188, 3267, 3}, {0x3189, 3270, 3}, {0x318A, 3273, 3}, {0x318B, 3276, 3},
    {0x318C, 3279, 3}, {0x318D, 3282, 3}, {0x318E, 3285, 3}, {0x3192, 2199, 3}, {0x3193, 2217, 3}, {0x3194, 3288, 3},
    {0x3195, 3291, 3}, {0x3196, 3294, 3}, {0x3197, 3297, 3}, {0x3198, 3300, 3}, {0x3199, 3303, 3}, {0x319A, 2211, 3},
    {0x319B, 3306, 3}, {0x319C, 3309, 3}, {0x319D, 3312, 3}, {0x319E, 3315, 3}, {0x319F, 2223, 3}, {0x3200, 3318, 5},
    {0x3201, 3323, 5}, {0x3202, 3328, 5}, {0x3203, 3333, 5}, {0x3204, 3338, 5}, {0x3205, 3343, 5}, {0x3206, 3348, 5},
    {0x3207, 3353, 5}, {0x3208, 3358, 5}, {0x3209, 3363, 5}, {0x320A, 3368, 5}, {0x320B, 3373, 5}, {0x320C, 3378, 5},
    {0x320D, 3383, 5}, {0x320E, 3388, 8}, {0x320F, 3396, 8}, {0x3210, 3404, 8}, {0x3211, 3412, 8}, {0x3212, 3420, 8},
    {0x3213, 3428, 8}, {0x3214, 3436, 8}, {0x3215, 3444, 8}, {0x3216, 3452, 8}, {0x3217, 3460, 8}, {0x3218, 3468, 8},
    {0x3219, 3476, 8}, {0x321A, 3484, 8}, {0x321B, 3492, 8}, {0x321C, 3500, 8}, {0x321D, 3508, 17}, {0x321E, 3525, 14},
    {0x3220, 3539, 5}, {0x3221, 3544, 5}, {0x3222, 3549, 5}, {0x3223, 3554, 5}, {0x3224, 3559, 5}, {0x3225, 3564, 5},
    {0x3226, 3569, 5}, {0x3227, 3574, 5}, {0x3228, 3579, 5}, {0x3229, 3584, 5}, {0x322A, 3589, 5}, {0x322B, 3594, 5},
    {0x322C, 3599, 5}, {0x322D, 3604, 5}, {0x322E, 3609, 5}, {0x322F, 3614, 5}, {0x3230, 3619, 5}, {0x3231, 3624, 5},
    {0x3232, 3629, 5}, {0x3233, 3634, 5}, {0x3234, 3639, 5}, {0x3235, 3644, 5}, {0x3236, 3649, 5}, {0x3237, 3654, 5},
    {0x3238, 3659, 5}, {0x3239, 3664, 5}, {0x323A, 3669, 5}, {0x323B, 3674, 5}, {0x323C, 3679, 5}, {0x323D, 3684, 5},
    {0x323E, 3689, 5}, {0x323F, 3694, 5}, {0x3240, 3699, 5}, {0x3241, 3704, 5}, {0x3242, 3709, 5}, {0x3243, 3714, 5},
    {0x3244, 3719, 3}, {0x3245, 3722, 3}, {0x3246, 2397, 3}, {0x3247, 3725, 3}, {0x3250, 3728, 3}, {0x3251, 1633, 2},
    {0x3252, 3731, 2}, {0x3253, 2, 2}, {0x3254, 3733, 2}, {0x3255, 3735, 2}, {0x3256, 3737, 2}, {0x3257, 3739, 2},
    {0x3258, 3741, 2}, {0x3259, 3743, 2}, {0x325A, 3745, 2}, {0x325B, 1387, 2}, {0x325C, 1382, 2}, {0x325D, 3747, 2},
    {0x325E, 3749, 2}, {0x325F, 3751, 2}, {0x3260, 3006, 3}, {0x3261, 3015, 3}, {0x3262, 3024, 3}, {0x3263, 3030, 3},
    {0x3264, 3054, 3}, {0x3265, 3057, 3}, {0x3266, 3066, 3}, {0x3267, 3072, 3}, {0x3268, 3075, 3}, {0x3269, 3081, 3},
    {0x326A, 3084, 3}, {0x326B, 3087, 3}, {0x326C, 3090, 3}, {0x326D, 3093, 3}, {0x326E, 3389, 6}, {0x326F, 3397, 6},
    {0x3270, 3405, 6}, {0x3271, 3413, 6}, {0x3272, 3421, 6}, {0x3273, 3429, 6}, {0x3274, 3437, 6}, {0x3275, 3445, 6},
    {0x3276, 3453, 6}, {0x3277, 3461, 6}, {0x3278, 3469, 6}, {0x3279, 3477, 6}, {0x327A, 3485, 6}, {0x327B, 3093, 6},
    {0x327C, 3753, 15}, {0x327D, 3768, 12}, {0x327E, 3780, 6}, {0x3280, 2199, 3}, {0x3281, 2217, 3}, {0x3282, 3288, 3},
    {0x3283, 3291, 3}, {0x3284, 3560, 3}, {0x3285, 3565, 3}, {0x3286, 3570, 3}, {0x3287, 2232, 3}, {0x3288, 3580, 3},
    {0x3289, 2268, 3}, {0x328A, 2418, 3}, {0x328B, 2454, 3}, {0x328C, 2451, 3}, {0x328D, 2421, 3}, {0x328E, 2697, 3},
    {0x328F, 2292, 3}, {0x3290, 2412, 3}, {0x3291, 3625, 3}, {0x3292, 3630, 3}, {0x3293, 3635, 3}, {0x3294, 3640, 3},
    {0x3295, 3645, 3}, {0x3296, 3650, 3}, {0x3297, 3655, 3}, {0x3298, 3660, 3}, {0x3299, 3786, 3}, {0x329A, 3789, 3},
    {0x329B, 2310, 3}, {0x329C, 3792, 3}, {0x329D, 3795, 3}, {0x329E, 3798, 3}, {0x329F, 3801, 3}, {0x32A0, 3804, 3},
    {0x32A1, 3705, 3}, {0x32A2, 3807, 3}, {0x32A3, 3810, 3}, {0x32A4, 3294, 3}, {0x32A5, 3297, 3}, {0x32A6, 3300, 3},
    {0x32A7, 3813, 3}, {0x32A8, 3816, 3}, {0x32A9, 3819, 3}, {0x32AA, 3822, 3}, {0x32AB, 3675, 3}, {0x32AC, 3680, 3},
    {0x32AD, 3685, 3}, {0x32AE, 3690, 3}, {0x32AF, 3695, 3}, {0x32B0, 3825, 3}, {0x32B1, 3828, 2}, {0x32B2, 3830, 2},
    {0x32B3, 3832, 2}, {0x32B4, 3834, 2}, {0x32B5, 3836, 2}, {0x32B6, 12, 2}, {0x32B7, 3734, 2}, {0x32B8, 3750, 2},
    {0x32B9, 3838, 2}, {0x32BA, 3840, 2}, {0x32BB, 3842, 2}, {0x32BC, 3844, 2}, {0x32BD, 3846, 2}, {0x32BE, 3848, 2},
    {0x32BF, 3850, 2}, {0x32C0, 3852, 4}, {0x32C1, 3856, 4}, {0x32C2, 3860, 4}, {0x32C3, 3864, 4}, {0x32C4, 3868, 4},
    {0x32C5, 3872, 4}, {0x32C6, 3876, 4}, {0x32C7, 3880, 4}, {0x32C8, 3884, 4}, {0x32C9, 3888, 5}, {0x32CA, 3893, 5},
    {0x32CB, 3898, 5}, {0x32CC, 3903, 2}, {0x32CD, 3905, 3}, {0x32CE, 3908, 2}, {0x32CF, 3910, 3}, {0x32D0, 3913, 3},
    {0x32D1, 3916, 3}, {0x32D2, 2982, 3}, {0x32D3, 3919, 3}, {0x32D4, 3922, 3}, {0x32D5, 2922, 3}, {0x32D6, 2925, 3},
    {0x32D7, 2928, 3}, {0x32D8, 2931, 3}, {0x32D9, 2934, 3}, {0x32DA, 2937, 3}, {0x32DB, 2940, 3}, {0x32DC, 2943, 3},
    {0x32DD, 2946, 3}, {0x32DE, 2949, 3}, {0x32DF, 2952, 3}, {0x32E0, 2955, 3}, {0x32E1, 2958, 3}, {0x32E2, 2961, 3},
    {0x32E3, 2964, 3}, {0x32E4, 3925, 3}, {0x32E5, 3928, 3}, {0x32E6, 3931, 3}, {0x32E7, 3934, 3}, {0x32E8, 3937, 3},
    {0x32E9, 2967, 3}, {0x32EA, 2970, 3}, {0x32EB, 2973, 3}, {0x32EC, 2976, 3}, {0x32ED, 2979, 3}, {0x32EE, 3940, 3},
    {0x32EF, 3943, 3}, {0x32F0, 3946, 3}, {0x32F1, 3949, 3}, {0x32F2, 3952, 3}, {0x32F3, 3955, 3}, {0x32F4, 3958, 3},
    {0x32F5, 3961, 3}, {0x32F6, 3964, 3}, {0x32F7, 3967, 3}, {0x32F8, 3970, 3}, {0x32F9, 3973, 3}, {0x32FA, 3976, 3},
    {0x32FB, 2985, 3}, {0x32FC, 2988, 3}, {0x32FD, 2991, 3}, {0x32FE, 2994, 3}, {0x32FF, 3979, 6}, {0x3300, 3985, 12},
    {0x3301, 3997, 12}, {0x3302, 4009, 12}, {0x3303, 4021, 9}, {0x3304, 4030, 12}, {0x3305, 4042, 9}, {0x3306, 4051, 9},
    {0x3307, 4060, 15}, {0x3308, 4075, 12}, {0x3309, 4087, 9}, {0x330A, 4096, 9}, {0x330B, 4105, 9}, {0x330C, 4114, 12},
    {0x330D, 4126, 12}, {0x330E, 4138, 9}, {0x330F, 4147, 9}, {0x3310, 4156, 6}, {0x3311, 4162, 9}, {0x3312, 4171, 12},
    {0x3313, 4183, 12}, {0x3314, 4195, 6}, {0x3315, 4201, 15}, {0x3316, 4216, 18}, {0x3317, 4234, 15}, {0x3318, 4207, 9},
    {0x3319, 4249, 15}, {0x331A, 4264, 15}, {0x331B, 4279, 12}, {0x331C, 4291, 9}, {0x331D, 4300, 9}, {0x331E, 4309, 9},
    {0x331F, 4318, 12}, {0x3320, 4330, 15}, {0x3321, 4345, 12}, {0x3322, 4357, 9}, {0x3323, 4366, 9}, {0x3324, 4375, 9},
    {0x3325, 4384, 6}, {0x3326, 4228, 6}, {0x3327, 4258, 6}, {0x3328, 4390, 6}, {0x3329, 4396, 9}, {0x332A, 4405, 9},
    {0x332B, 4414, 15}, {0x332C, 4429, 9}, {0x332D, 4438, 12}, {0x332E, 4450, 15}, {0x332F, 4465, 9}, {0x3330, 4474, 6},
    {0x3331, 4480, 6}, {0x3332, 4486, 15}, {0x3333, 4501, 12}, {0x3334, 4513, 15}, {0x3335, 4528, 9}, {0x3336, 4537, 15},
    {0x3337, 4552, 6}, {0x3338, 4558, 9}, {0x3339, 4567, 9}, {0x333A, 4576, 9}, {0x333B, 4585, 9}, {0x333C, 4594, 9},
    {0x333D, 4603, 12}, {0x333E, 4615, 9}, {0x333F, 4624, 6}, {0x3340, 4630, 9}, {0x3341, 4639, 9}, {0x3342, 4648, 9},
    {0x3343, 4657, 12}, {0x3344, 4669, 9}, {0x3345, 4678, 9}, {0x3346, 4687, 9}, {0x3347, 4696, 15}, {0x3348, 4711, 12},
    {0x3349, 4723, 6}, {0x334A, 4729, 15}, {0x334B, 4744, 6}, {0x334C, 4750, 12}, {0x334D, 4222, 12}, {0x334E, 4762, 9},
    {0x334F, 4771, 9}, {0x3350, 4780, 9}, {0x3351, 4789, 12}, {0x3352, 4801, 6}, {0x3353, 4807, 9}, {0x3354, 4816, 12},
    {0x3355, 4828, 6}, {0x3356, 4834, 15}, {0x3357, 4240, 9}, {0x3358, 4849, 4}, {0x3359, 4853, 4}, {0x335A, 4857, 4},
    {0x335B, 4861, 4}, {0x335C, 4865, 4}, {0x335D, 4869, 4}, {0x335E, 4873, 4}, {0x335F, 4877, 4}, {0x3360, 4881, 4},
    {0x3361, 4885, 4}, {0x3362, 4889, 5}, {0x3363, 4894, 5}, {0x3364, 4899, 5}, {0x3365, 4904, 5}, {0x3366, 4909, 5},
    {0x3367, 4914, 5}, {0x3368, 4919, 5}, {0x3369, 4924, 5}, {0x336A, 4929, 5}, {0x336B, 4934, 5}, {0x336C, 4939, 5},
    {0x336D, 4944, 5}, {0x336E, 4949, 5}, {0x336F, 4954, 5}, {0x3370, 4959, 5}, {0x3371, 4964, 3}, {0x3372, 4967, 2},
    {0x3373, 4969, 2}, {0x3374, 4971, 3}, {0x3375, 4974, 2}, {0x3376, 4976, 2}, {0x3377, 4978, 2}, {0x3378, 4980, 3},
    {0x3379, 4983, 3}, {0x337A, 4986, 2}, {0x337B, 4988, 6}, {0x337C, 4994, 6}, {0x337D, 5000, 6}, {0x337E, 5006, 6},
    {0x337F, 5012, 12}, {0x3380, 4965, 2}, {0x3381, 5024, 2}, {0x3382, 5026, 3}, {0x3383, 5029, 2}, {0x3384, 5031, 2},
    {0x3385, 5033, 2}, {0x3386, 5035, 2}, {0x3387, 5037, 2}, {0x3388, 5039, 3}, {0x3389, 5042, 4}, {0x338A, 5046, 2},
    {0x338B, 5048, 2}, {0x338C, 5050, 3}, {0x338D, 5053, 3}, {0x338E, 5056, 2}, {0x338F, 5058, 2}, {0x3390, 5060, 2},
    {0x3391, 5062, 3}, {0x3392, 5065, 3}, {0x3393, 5059, 3}, {0x3394, 5068, 3}, {0x3395, 5071, 3}, {0x3396, 5074, 2},
    {0x3397, 5076, 2}, {0x3398, 38, 2}, {0x3399, 5078, 2}, {0x339A, 5080, 2}, {0x339B, 5082, 3}, {0x339C, 5085, 2},
    {0x339D, 5087, 2}, {0x339E, 5089, 2}, {0x339F, 5091, 3}, {0x33A0, 5094, 3}, {0x33A1, 4981, 2}, {0x33A2, 5097, 3},
    {0x33A3, 5100, 3}, {0x33A4, 5103, 3}, {0x33A5, 4984, 2}, {0x33A6, 5106, 3}, {0x33A7, 5109, 5}, {0x33A8, 5114, 6},
    {0x33A9, 4965, 2}, {0x33AA, 5120, 3}, {0x33AB, 5123, 3}, {0x33AC, 5126, 3}, {0x33AD, 5129, 3}, {0x33AE, 5132, 7},
    {0x33AF, 5139, 8}, {0x33B0, 5147, 2}, {0x33B1, 5149, 2}, {0x33B2, 5151, 3}, {0x33B3, 5154, 2}, {0x33B4, 5156, 2},
    {0x33B5, 5158, 2}, {0x33B6, 5160, 3}, {0x33B7, 5163, 2}, {0x33B8, 5165, 2}, {0x33B9, 5163, 2}, {0x33BA, 5167, 2},
    {0x33BB, 5169, 2}, {0x33BC, 5171, 3}, {0x33BD, 5174, 2}, {0x33BE, 5176, 2}, {0x33BF, 5174, 2}, {0x33C0, 5178, 3},
    {0x33C1, 5181, 3}, {0x33C2, 5184, 4}, {0x33C3, 5188, 2}, {0x33C4, 1325, 2}, {0x33C5, 4977, 2}, {0x33C6, 5190, 6},
    {0x33C7, 5196, 3}, {0x33C8, 5199, 2}, {0x33C9, 5201, 2}, {0x33CA, 5203, 2}, {0x33CB, 4964, 2}, {0x33CC, 5205, 2},
    {0x33CD, 5207, 2}, {0x33CE, 5089, 2}, {0x33CF, 5209, 2}, {0x33D0, 5073, 2}, {0x33D1, 5211, 2}, {0x33D2, 5213, 3},
    {0x33D3, 5216, 2}, {0x33D4, 5035, 2}, {0x33D5, 5218, 3}, {0x33D6, 5221, 3}, {0x33D7, 5224, 2}, {0x33D8, 5226, 4},
    {0x33D9, 5230, 3}, {0x33DA, 5233, 2}, {0x33DB, 5138, 2}, {0x33DC, 5235, 2}, {0x33DD, 5237, 2}, {0x33DE, 5239, 5},
    {0x33DF, 5244, 5}, {0x33E0, 5249, 4}, {0x33E1, 5253, 4}, {0x33E2, 5257, 4}, {0x33E3, 5261, 4}, {0x33E4, 5265, 4},
    {0x33E5, 5269, 4}, {0x33E6, 5273, 4}, {0x33E7, 5277, 4}, {0x33E8, 5281, 4}, {0x33E9, 5285, 5}, {0x33EA, 5290, 5},
    {0x33EB, 5295, 5}, {0x33EC, 5300, 5}, {0x33ED, 5305, 5}, {0x33EE, 5310, 5}, {0x33EF, 5315, 5}, {0x33F0, 5320, 5},
    {0x33F1, 5325, 5}, {0x33F2, 5330, 5}, {0x33F3, 5335, 5}, {0x33F4, 5340, 5}, {0x33F5, 5345, 5}, {0x33F6, 5350, 5},
    {0x33F7, 5355, 5}, {0x33F8, 5360, 5}, {0x33F9, 5365, 5}, {0x33FA, 5370, 5}, {0x33FB, 5375, 5}, {0x33FC, 5380, 5},
    {0x33FD, 5385, 5}, {0x33FE, 5390, 5}, {0x33FF, 5395, 3}, {0xA640, 5398, 3}, {0xA642, 5401, 3}, {0xA644, 5404, 3},
    {0xA646, 5407, 3}, {0xA648, 5410, 3}, {0xA64A, 1026, 3}, {0xA64C, 5413, 3}, {0xA64E, 5416, 3}, {0xA650, 5419, 3},
    {0xA652, 5422, 3}, {0xA654, 5425, 3}, {0xA656, 5428, 3}, {0xA658, 5431, 3}, {0xA65A, 5434, 3}, {0xA65C, 5437, 3},
    {0xA65E, 5440, 3}, {0xA660, 5443, 3}, {0xA662, 5446, 3}, {0xA664, 5449, 3}, {0xA666, 5452, 3}, {0xA668, 5455, 3},
    {0xA66A, 5458, 3}, {0xA66C, 5461, 3}, {0xA66F, 0, 0}, {0xA674, 0, 0}, {0xA675, 0, 0}, {0xA676, 0, 0},
    {0xA677, 0, 0}, {0xA678, 0, 0}, {0xA679, 0, 0}, {0xA67A, 0, 0}, {0xA67B, 0, 0}, {0xA67C, 0, 0},
    {0xA67D, 0, 0}, {0xA680, 5464, 3}, {0xA682, 5467, 3}, {0xA684, 5470, 3}, {0xA686, 5473, 3}, {0xA688, 5476, 3},
    {0xA68A, 5479, 3}, {0xA68C, 5482, 3}, {0xA68E, 5485, 3}, {0xA690, 5488, 3}, {0xA692, 5491, 3}, {0xA694, 5494, 3},
    {0xA696, 5497, 3}, {0xA698, 5500, 3}, {0xA69A, 5503, 3}, {0xA69C, 346, 2}, {0xA69D, 350, 2}, {0xA69E, 0, 0},
    {0xA69F, 0, 0}, {0xA6F0, 0, 0}, {0xA6F1, 0, 0}, {0xA722, 5506, 3}, {0xA724, 5509, 3}, {0xA726, 5512, 3},
    {0xA728, 5515, 3}, {0xA72A, 5518, 3}, {0xA72C, 5521, 3}, {0xA72E, 5524, 3}, {0xA732, 5527, 3}, {0xA734, 5530, 3},
    {0xA736, 5533, 3}, {0xA738, 5536, 3}, {0xA73A, 5539, 3}, {0xA73C, 5542, 3}, {0xA73E, 5545, 3}, {0xA740, 5548, 3},
    {0xA742, 5551, 3}, {0xA744, 5554, 3}, {0xA746, 5557, 3}, {0xA748, 5560, 3}, {0xA74A, 5563, 3}, {0xA74C, 5566, 3},
    {0xA74E, 5569, 3}, {0xA750, 5572, 3}, {0xA752, 5575, 3}, {0xA754, 5578, 3}, {0xA756, 5581, 3}, {0xA758, 5584, 3},
    {0xA75A, 5587, 3}, {0xA75C, 5590, 3}, {0xA75E, 5593, 3}, {0xA760, 5596, 3}, {0xA762, 5599, 3}, {0xA764, 5602, 3},
    {0xA766, 5605, 3}, {0xA768, 5608, 3}, {0xA76A, 5611, 3}, {0xA76C, 5614, 3}, {0xA76E, 5617, 3}, {0xA770, 5617, 3},
    {0xA779, 5620, 3}, {0xA77B, 5623, 3}, {0xA77D, 5626, 3}, {0xA77E, 5629, 3}, {0xA780, 5632, 3}, {0xA782, 5635, 3},
    {0xA784, 5638, 3}, {0xA786, 5641, 3}, {0xA78B, 5644, 3}, {0xA78D, 1198, 2}, {0xA790, 5647, 3}, {0xA792, 5650, 3},
    {0xA796, 5653, 3}, {0xA798, 5656, 3}, {0xA79A, 5659, 3}, {0xA79C, 5662, 3}, {0xA79E, 5665, 3}, {0xA7A0, 5668, 3},
    {0xA7A2, 5671, 3}, {0xA7A4, 5674, 3}, {0xA7A6, 5677, 3}, {0xA7A8, 5680, 3}, {0xA7AA, 171, 2}, {0xA7AB, 1174, 2},
    {0xA7AC, 1196, 2}, {0xA7AD, 5683, 2}, {0xA7AE, 1200, 2}, {0xA7B0, 5685, 2}, {0xA7B1, 5687, 2}, {0xA7B2, 1205, 2},
    {0xA7B3, 5689, 3}, {0xA7B4, 5692, 3}, {0xA7B6, 5695, 3}, {0xA7B8, 5698, 3}, {0xA7BA, 5701, 3}, {0xA7BC, 5704, 3},
    {0xA7BE, 5707, 3}, {0xA7C0, 5710, 3}, {0xA7C2, 5713, 3}, {0xA7C4, 5716, 3}, {0xA7C5, 1224, 2}, {0xA7C6, 5719, 3},
    {0xA7C7, 5722, 3}, {0xA7C9, 5725, 3}, {0xA7D0, 5728, 3}, {0xA7D6, 5731, 3}, {0xA7D8, 5734, 3}, {0xA7F2, 25, 1},
    {0xA7F3, 1193, 1}, {0xA7F4, 1337, 1}, {0xA7F5, 5737, 3}, {0xA7F8, 32, 1}, {0xA7F9, 48, 2}, {0xA802, 0, 0},
    {0xA806, 0, 0}, {0xA80B, 0, 0}, {0xA825, 0, 0}, {0xA826, 0, 0}, {0xA82C, 0, 0}, {0xA8C4, 0, 0},
    {0xA8C5, 0, 0}, {0xA8E0, 0, 0}, {0xA8E1, 0, 0}, {0xA8E2, 0, 0}, {0xA8E3, 0, 0}, {0xA8E4, 0, 0},
    {0xA8E5, 0, 0}, {0xA8E6, 0, 0}, {0xA8E7, 0, 0}, {0xA8E8, 0, 0}, {0xA8E9, 0, 0}, {0xA8EA, 0, 0},
    {0xA8EB, 0, 0}, {0xA8EC, 0, 0}, {0xA8ED, 0, 0}, {0xA8EE, 0, 0}, {0xA8EF, 0, 0}, {0xA8F0, 0, 0},
    {0xA8F1, 0, 0}, {0xA8FF, 0, 0}, {0xA926, 0, 0}, {0xA927, 0, 0}, {0xA928, 0, 0}, {0xA929, 0, 0},
    {0xA92A, 0, 0}, {0xA92B, 0, 0}, {0xA92C, 0, 0}, {0xA92D, 0, 0}, {0xA947, 0, 0}, {0xA948, 0, 0},
    {0xA949, 0, 0}, {0xA94A, 0, 0}, {0xA94B, 0, 0}, {0xA94C, 0, 0}, {0xA94D, 0, 0}, {0xA94E, 0, 0},
    {0xA94F, 0, 0}, {0xA950, 0, 0}, {0xA951, 0, 0}, {0xA980, 0, 0}, {0xA981, 0, 0}, {0xA982, 0, 0},
    {0xA9B3, 0, 0}, {0xA9B6, 0, 0}, {0xA9B7, 0, 0}, {0xA9B8, 0, 0}, {0xA9B9, 0, 0}, {0xA9BC, 0, 0},
    {0xA9BD, 0, 0}, {0xA9E5, 0, 0}, {0xAA29, 0, 0}, {0xAA2A, 0, 0}, {0xAA2B, 0, 0}, {0xAA2C, 0, 0},
    {0xAA2D, 0, 0}, {0xAA2E, 0, 0}, {0xAA31, 0, 0}, {0xAA32, 0, 0}, {0xAA35, 0, 0}, {0xAA36, 0, 0},
    {0xAA43, 0, 0}, {0xAA4C, 0, 0}, {0xAA7C, 0, 0}, {0xAAB0, 0, 0}, {0xAAB2, 0, 0}, {0xAAB3, 0, 0},
    {0xAAB4, 0, 0}, {0xAAB7, 0, 0}, {0xAAB8, 0, 0}, {0xAABE, 0, 0}, {0xAABF, 0, 0}, {0xAAC1, 0, 0},
    {0xAAEC, 0, 0}, {0xAAED, 0, 0}, {0xAAF6, 0, 0}, {0xAB5C, 5512, 3}, {0xAB5D, 5740, 3}, {0xAB5E, 2005, 2},
    {0xAB5F, 5743, 3}, {0xAB69, 5746, 2}, {0xAB70, 5748, 3}, {0xAB71, 5751, 3}, {0xAB72, 5754, 3}, {0xAB73, 5757, 3},
    {0xAB74, 5760, 3}, {0xAB75, 5763, 3}, {0xAB76, 5766, 3}, {0xAB77, 5769, 3}, {0xAB78, 5772, 3}, {0xAB79, 5775, 3},
    {0xAB7A, 5778, 3}, {0xAB7B, 5781, 3}, {0xAB7C, 5784, 3}, {0xAB7D, 5787, 3}, {0xAB7E, 5790, 3}, {0xAB7F, 5793, 3},
    {0xAB80, 5796, 3}, {0xAB81, 5799, 3}, {0xAB82, 5802, 3}, {0xAB83, 5805, 3}, {0xAB84, 5808, 3}, {0xAB85, 5811, 3},
    {0xAB86, 5814, 3}, {0xAB87, 5817, 3}, {0xAB88, 5820, 3}, {0xAB89, 5823, 3}, {0xAB8A, 5826, 3}, {0xAB8B, 5829, 3},
    {0xAB8C, 5832, 3}, {0xAB8D, 5835, 3}, {0xAB8E, 5838, 3}, {0xAB8F, 5841, 3}, {0xAB90, 5844, 3}, {0xAB91, 5847, 3},
    {0xAB92, 5850, 3}, {0xAB93, 5853, 3}, {0xAB94, 5856, 3}, {0xAB95, 5859, 3}, {0xAB96, 5862, 3}, {0xAB97, 5865, 3},
    {0xAB98, 5868, 3}, {0xAB99, 5871, 3}, {0xAB9A, 5874, 3}, {0xAB9B, 5877, 3}, {0xAB9C, 5880, 3}, {0xAB9D, 5883, 3},
    {0xAB9E, 5886, 3}, {0xAB9F, 5889, 3}, {0xABA0, 5892, 3}, {0xABA1, 5895, 3}, {0xABA2, 5898, 3}, {0xABA3, 5901, 3},
    {0xABA4, 5904, 3}, {0xABA5, 5907, 3}, {0xABA6, 5910, 3}, {0xABA7, 5913, 3}, {0xABA8, 5916, 3}, {0xABA9, 5919, 3},
    {0xABAA, 5922, 3}, {0xABAB, 5925, 3}, {0xABAC, 5928, 3}, {0xABAD, 5931, 3}, {0xABAE, 5934, 3}, {0xABAF, 5937, 3},
    {0xABB0, 5940, 3}, {0xABB1, 5943, 3}, {0xABB2, 5946, 3}, {0xABB3, 5949, 3}, {0xABB4, 5952, 3}, {0xABB5, 5955, 3},
    {0xABB6, 5958, 3}, {0xABB7, 5961, 3}, {0xABB8, 5964, 3}, {0xABB9, 5967, 3}, {0xABBA, 5970, 3}, {0xABBB, 5973, 3},
    {0xABBC, 5976, 3}, {0xABBD, 5979, 3}, {0xABBE, 5982, 3}, {0xABBF, 5985, 3}, {0xABE5, 0, 0}, {0xABE8, 0, 0},
    {0xABED, 0, 0}, {0xF900, 5988, 3}, {0xF901, 5991, 3}, {0xF902, 2673, 3}, {0xF903, 5994, 3}, {0xF904, 5997, 3},
    {0xF905, 6000, 3}, {0xF906, 6003, 3}, {0xF907, 2835, 3}, {0xF908, 2835, 3}, {0xF909, 6006, 3}, {0xF90A, 2697, 3},
    {0xF90B, 6009, 3}, {0xF90C, 6012, 3}, {0xF90D, 6015, 3}, {0xF90E, 6018, 3}, {0xF90F, 6021, 3}, {0xF910, 6024, 3},
    {0xF911, 6027, 3}, {0xF912, 6030, 3}, {0xF913, 6033, 3}, {0xF914, 6036, 3}, {0xF915, 6039, 3}, {0xF916, 6042, 3},
    {0xF917, 6045, 3}, {0xF918, 6048, 3}, {0xF919, 6051, 3}, {0xF91A, 6054, 3}, {0xF91B, 6057, 3}, {0xF91C, 6060, 3},
    {0xF91D, 6063, 3}, {0xF91E, 6066, 3}, {0xF91F, 6069, 3}, {0xF920, 6072, 3}, {0xF921, 6075, 3}, {0xF922, 6078, 3},
    {0xF923, 6081, 3}, {0xF924, 6084, 3}, {0xF925, 6087, 3}, {0xF926, 6090, 3}, {0xF927, 6093, 3}, {0xF928, 6096, 3},
    {0xF929, 6099, 3}, {0xF92A, 6102, 3}, {0xF92B, 6105, 3}, {0xF92C, 6108, 3}, {0xF92D, 6111, 3}, {0xF92E, 6114, 3},
    {0xF92F, 6117, 3}, {0xF930, 6120, 3}, {0xF931, 6123, 3}, {0xF932, 6126, 3}, {0xF933, 6129, 3}, {0xF934, 2571, 3},
    {0xF935, 6132, 3}, {0xF936, 6135, 3}, {0xF937, 6138, 3}, {0xF938, 6141, 3}, {0xF939, 6144, 3}, {0xF93A, 6147, 3},
    {0xF93B, 6150, 3}, {0xF93C, 6153, 3}, {0xF93D, 6156, 3}, {0xF93E, 6159, 3}, {0xF93F, 6162, 3}, {0xF940, 2790, 3},
    {0xF941, 6165, 3}, {0xF942, 6168, 3}, {0xF943, 6171, 3}, {0xF944, 6174, 3}, {0xF945, 6177, 3}, {0xF946, 6180, 3},
    {0xF947, 6183, 3}, {0xF948, 6186, 3}, {0xF949, 6189, 3}, {0xF94A, 6192, 3}, {0xF94B, 6195, 3}, {0xF94C, 6198, 3},
    {0xF94D, 6201, 3}, {0xF94E, 6204, 3}, {0xF94F, 6207, 3}, {0xF950, 6210, 3}, {0xF951, 6213, 3}, {0xF952, 6216, 3},
    {0xF953, 6219, 3}, {0xF954, 6222, 3}, {0xF955, 6225, 3}, {0xF956, 6228, 3}, {0xF957, 6231, 3}, {0xF958, 6234, 3},
    {0xF959, 6237, 3}, {0xF95A, 6240, 3}, {0xF95B, 6243, 3}, {0xF95C, 6036, 3}, {0xF95D, 6246, 3}, {0xF95E, 6249, 3},
    {0xF95F, 6252, 3}, {0xF960, 6255, 3}, {0xF961, 6258, 3}, {0xF962, 6261, 3}, {0xF963, 6264, 3}, {0xF964, 6267, 3},
    {0xF965, 6270, 3}, {0xF966, 6273, 3}, {0xF967, 6276, 3}, {0xF968, 6279, 3}, {0xF969, 6282, 3}, {0xF96A, 6285, 3},
    {0xF96B, 6288, 3}, {0xF96C, 6291, 3}, {0xF96D, 6294, 3}, {0xF96E, 6297, 3}, {0xF96F, 6300, 3}, {0xF970, 6303, 3},
    {0xF971, 2679, 3}, {0xF972, 6306, 3}, {0xF973, 6309, 3}, {0xF974, 6312, 3}, {0xF975, 6315, 3}, {0xF976, 6318, 3},
    {0xF977, 6321, 3}, {0xF978, 6324, 3}, {0xF979, 6327, 3}, {0xF97A, 6330, 3}, {0xF97B, 6333, 3}, {0xF97C, 6336, 3},
    {0xF97D, 6339, 3}, {0xF97E, 6342, 3}, {0xF97F, 6345, 3}, {0xF980, 6348, 3}, {0xF981, 2310, 3}, {0xF982, 6351, 3},
    {0xF983, 6354, 3}, {0xF984, 6357, 3}, {0xF985, 6360, 3}, {0xF986, 6363, 3}, {0xF987, 6366, 3}, {0xF988, 6369, 3},
    {0xF989, 6372, 3}, {0xF98A, 2253, 3}, {0xF98B, 6375, 3}, {0xF98C, 6378, 3}, {0xF98D, 6381, 3}, {0xF98E, 6384, 3},
    {0xF98F, 6387, 3}, {0xF990, 6390, 3}, {0xF991, 6393, 3}, {0xF992, 6396, 3}, {0xF993, 6399, 3}, {0xF994, 6402, 3},
    {0xF995, 6405, 3}, {0xF996, 6408, 3}, {0xF997, 6411, 3}, {0xF998, 6414, 3}, {0xF999, 6417, 3}, {0xF99A, 6420, 3},
    {0xF99B, 6423, 3}, {0xF99C, 6426, 3}, {0xF99D, 6429, 3}, {0xF99E, 6432, 3}, {0xF99F, 6435, 3}, {0xF9A0, 6438, 3},
    {0xF9A1, 6300, 3}, {0xF9A2, 6441, 3}, {0xF9A3, 6444, 3}, {0xF9A4, 6447, 3}, {0xF9A5, 6450, 3}, {0xF9A6, 6453, 3},
    {0xF9A7, 6456, 3}, {0xF9A8, 3979, 3}, {0xF9A9, 6459, 3}, {0xF9AA, 6252, 3}, {0xF9AB, 6462, 3}, {0xF9AC, 6465, 3},
    {0xF9AD, 6468, 3}, {0xF9AE, 6471, 3}, {0xF9AF, 6474, 3}, {0xF9B0, 6477, 3}, {0xF9B1, 6480, 3}, {0xF9B2, 6483, 3},
    {0xF9B3, 6486, 3}, {0xF9B4, 6489, 3}, {0xF9B5, 6492, 3}, {0xF9B6, 6495, 3}, {0xF9B7, 6498, 3}, {0xF9B8, 6501, 3},
    {0xF9B9, 6504, 3}, {0xF9BA, 6507, 3}, {0xF9BB, 6510, 3}, {0xF9BC, 6513, 3}, {0xF9BD, 6516, 3}, {0xF9BE, 6519, 3},
    {0xF9BF, 6036, 3}, {0xF9C0, 6522, 3}, {0xF9C1, 6525, 3}, {0xF9C2, 6528, 3}, {0xF9C3, 6531, 3}, {0xF9C4, 2832, 3},
    {0xF9C5, 6534, 3}, {0xF9C6, 6537, 3}, {0xF9C7, 6540, 3}, {0xF9C8, 6543, 3}, {0xF9C9, 6546, 3}, {0xF9CA, 6549, 3},
    {0xF9CB, 6552, 3}, {0xF9CC, 6555, 3}, {0xF9CD, 6558, 3}, {0xF9CE, 6561, 3}, {0xF9CF, 6564, 3}, {0xF9D0, 6567, 3},
    {0xF9D1, 3565, 3}, {0xF9D2, 6570, 3}, {0xF9D3, 6573, 3}, {0xF9D4, 6576, 3}, {0xF9D5, 6579, 3}, {0xF9D6, 6582, 3},
    {0xF9D7, 6585, 3}, {0xF9D8, 6588, 3}, {0xF9D9, 6591, 3}, {0xF9DA, 6594, 3}, {0xF9DB, 6258, 3}, {0xF9DC, 6597, 3},
    {0xF9DD, 6600, 3}, {0xF9DE, 6603, 3}, {0xF9DF, 6606, 3}, {0xF9E0, 6609, 3}, {0xF9E1, 6612, 3}, {0xF9E2, 6615, 3},
    {0xF9E3, 6618, 3}, {0xF9E4, 6621, 3}, {0xF9E5, 6624, 3}, {0xF9E6, 6627, 3}, {0xF9E7, 6630, 3}, {0xF9E8, 6633, 3},
    {0xF9E9, 2694, 3}, {0xF9EA, 6636, 3}, {0xF9EB, 6639, 3}, {0xF9EC, 6642, 3}, {0xF9ED, 6645, 3}, {0xF9EE, 6648, 3},
    {0xF9EF, 6651, 3}, {0xF9F0, 6654, 3}, {0xF9F1, 6657, 3}, {0xF9F2, 6660, 3}, {0xF9F3, 6663, 3}, {0xF9F4, 6666, 3},
    {0xF9F5, 6669, 3}, {0xF9F6, 6672, 3}, {0xF9F7, 2547, 3}, {0xF9F8, 6675, 3}, {0xF9F9, 6678, 3}, {0xF9FA, 6681, 3},
    {0xF9FB, 6684, 3}, {0xF9FC, 6687, 3}, {0xF9FD, 6690, 3}, {0xF9FE, 6693, 3}, {0xF9FF, 6696, 3}, {0xFA00, 6699, 3},
    {0xFA01, 6702, 3}, {0xFA02, 6705, 3}, {0xFA03, 6708, 3}, {0xFA04, 6711, 3}, {0xFA05, 6714, 3}, {0xFA06, 6717, 3},
    {0xFA07, 6720, 3}, {0xFA08, 2628, 3}, {0xFA09, 6723, 3}, {0xFA0A, 2637, 3}, {0xFA0B, 6726, 3}, {0xFA0C, 6729, 3},
    {0xFA0D, 6732, 3}, {0xFA10, 6735, 3}, {0xFA12, 6738, 3}, {0xFA15, 6741, 3}, {0xFA16, 6744, 3}, {0xFA17, 6747, 3},
    {0xFA18, 6750, 3}, {0xFA19, 6753, 3}, {0xFA1A, 6756, 3}, {0xFA1B, 6759, 3}, {0xFA1C, 6762, 3}, {0xFA1D, 6765, 3},
    {0xFA1E, 2568, 3}, {0xFA20, 6768, 3}, {0xFA22, 6771, 3}, {0xFA25, 6774, 3}, {0xFA26, 6777, 3}, {0xFA2A, 6780, 3},
    {0xFA2B, 6783, 3}, {0xFA2C, 6786, 3}, {0xFA2D, 6789, 3}, {0xFA2E, 6792, 3}, {0xFA2F, 6795, 3}, {0xFA30, 6798, 3},
    {0xFA31, 6801, 3}, {0xFA32, 6804, 3}, {0xFA33, 6807, 3}, {0xFA34, 6810, 3}, {0xFA35, 6813, 3}, {0xFA36, 6816, 3},
    {0xFA37, 6819, 3}, {0xFA38, 6822, 3}, {0xFA39, 6825, 3}, {0xFA3A, 6828, 3}, {0xFA3B, 6831, 3}, {0xFA3C, 2331, 3},
    {0xFA3D, 6834, 3}, {0xFA3E, 6837, 3}, {0xFA3F, 6840, 3}, {0xFA40, 6843, 3}, {0xFA41, 6846, 3}, {0xFA42, 6849, 3},
    {0xFA43, 6852, 3}, {0xFA44, 6855, 3}, {0xFA45, 6858, 3}, {0xFA46, 6861, 3}, {0xFA47, 6864, 3}, {0xFA48, 6867, 3},
    {0xFA49, 6870, 3}, {0xFA4A, 6873, 3}, {0xFA4B, 6876, 3}, {0xFA4C, 3635, 3}, {0xFA4D, 6879, 3}, {0xFA4E, 6882, 3},
    {0xFA4F, 6885, 3}, {0xFA50, 6888, 3}, {0xFA51, 3655, 3}, {0xFA52, 6891, 3}, {0xFA53, 6894, 3}, {0xFA54, 6897, 3},
    {0xFA55, 6900, 3}, {0xFA56, 6903, 3}, {0xFA57, 6408, 3}, {0xFA58, 6906, 3}, {0xFA59, 6909, 3}, {0xFA5A, 6912, 3},
    {0xFA5B, 6915, 3}, {0xFA5C, 6918, 3}, {0xFA5D, 6921, 3}, {0xFA5E, 6921, 3}, {0xFA5F, 6924, 3}, {0xFA60, 6927, 3},
    {0xFA61, 6930, 3}, {0xFA62, 6933, 3}, {0xFA63, 6936, 3}, {0xFA64, 6939, 3}, {0xFA65, 6942, 3}, {0xFA66, 6945, 3},
    {0xFA67, 6774, 3}, {0xFA68, 6948, 3}, {0xFA69, 6951, 3}, {0xFA6A, 6954, 3}, {0xFA6B, 6957, 3}, {0xFA6C, 6960, 4},
    {0xFA6D, 6964, 3}, {0xFA70, 6967, 3}, {0xFA71, 6970, 3}, {0xFA72, 6973, 3}, {0xFA73, 6976, 3}, {0xFA74, 6979, 3},
    {0xFA75, 6982, 3}, {0xFA76, 6985, 3}, {0xFA77, 6988, 3}, {0xFA78, 6816, 3}, {0xFA79, 6991, 3}, {0xFA7A, 6994, 3},
    {0xFA7B, 6997, 3}, {0xFA7C, 6735, 3}, {0xFA7D, 7000, 3}, {0xFA7E, 7003, 3}, {0xFA7F, 7006, 3}, {0xFA80, 7009, 3},
    {0xFA81, 7012, 3}, {0xFA82, 7015, 3}, {0xFA83, 7018, 3}, {0xFA84, 7021, 3}, {0xFA85, 7024, 3}, {0xFA86, 7027, 3},
    {0xFA87, 7030, 3}, {0xFA88, 7033, 3}, {0xFA89, 6840, 3}, {0xFA8A, 7036, 3}, {0xFA8B, 6843, 3}, {0xFA8C, 7039, 3},
    {0xFA8D, 7042, 3}, {0xFA8E, 7045, 3}, {0xFA8F, 7048, 3}, {0xFA90, 7051, 3}, {0xFA91, 6738, 3}, {0xFA92, 6099, 3},
    {0xFA93, 7054, 3}, {0xFA94, 7057, 3}, {0xFA95, 2430, 3}, {0xFA96, 6303, 3}, {0xFA97, 6549, 3}, {0xFA98, 7060, 3},
    {0xFA99, 7063, 3}, {0xFA9A, 6864, 3}, {0xFA9B, 7066, 3}, {0xFA9C, 6867, 3}, {0xFA9D, 7069, 3}, {0xFA9E, 7072, 3},
    {0xFA9F, 7075, 3}, {0xFAA0, 6744, 3}, {0xFAA1, 7078, 3}, {0xFAA2, 7081, 3}, {0xFAA3, 7084, 3}, {0xFAA4, 7087, 3},
    {0xFAA5, 7090, 3}, {0xFAA6, 6747, 3}, {0xFAA7, 7093, 3}, {0xFAA8, 7096, 3}, {0xFAA9, 7099, 3}, {0xFAAA, 7102, 3},
    {0xFAAB, 7105, 3}, {0xFAAC, 7108, 3}, {0xFAAD, 6903, 3}, {0xFAAE, 7111, 3}, {0xFAAF, 7114, 3}, {0xFAB0, 6408, 3},
    {0xFAB1, 7117, 3}, {0xFAB2, 6915, 3}, {0xFAB3, 7120, 3}, {0xFAB4, 7123, 3}, {0xFAB5, 7126, 3}, {0xFAB6, 7129, 3},
    {0xFAB7, 7132, 3}, {0xFAB8, 6930, 3}, {0xFAB9, 7135, 3}, {0xFABA, 6771, 3}, {0xFABB, 7138, 3}, {0xFABC, 6933, 3},
    {0xFABD, 6246, 3}, {0xFABE, 7141, 3}, {0xFABF, 6936, 3}, {0xFAC0, 7144, 3}, {0xFAC1, 6942, 3}, {0xFAC2, 7147, 3},
    {0xFAC3, 7150, 3}, {0xFAC4, 7153, 3}, {0xFAC5, 7156, 3}, {0xFAC6, 7159, 3}, {0xFAC7, 6948, 3}, {0xFAC8, 6762, 3},
    {0xFAC9, 7162, 3}, {0xFACA, 6951, 3}, {0xFACB, 7165, 3}, {0xFACC, 6954, 3}, {0xFACD, 7168, 3}, {0xFACE, 2835, 3},
    {0xFACF, 7171, 4}, {0xFAD0, 7175, 4}, {0xFAD1, 7179, 4}, {0xFAD2, 7183, 3}, {0xFAD3, 7186, 3}, {0xFAD4, 7189, 3},
    {0xFAD5, 7192, 4}, {0xFAD6, 7196, 4}, {0xFAD7, 7200, 4}, {0xFAD8, 7204, 3}, {0xFAD9, 7207, 3}, {0xFB00, 7210, 2},
    {0xFB01, 7212, 2}, {0xFB02, 7214, 2}, {0xFB03, 7211, 3}, {0xFB04, 7216, 3}, {0xFB05, 7219, 2}, {0xFB06, 7219, 2},
    {0xFB13, 7221, 4}, {0xFB14, 7225, 4}, {0xFB15, 7229, 4}, {0xFB16, 7233, 4}, {0xFB17, 7237, 4}, {0xFB1D, 7241, 2},
    {0xFB1E, 0, 0}, {0xFB1F, 7243, 2}, {0xFB20, 7245, 2}, {0xFB21, 1348, 2}, {0xFB22, 1354, 2}, {0xFB23, 7247, 2},
    {0xFB24, 7249, 2}, {0xFB25, 7251, 2}, {0xFB26, 7253, 2}, {0xFB27, 7255, 2}, {0xFB28, 7257, 2}, {0xFB29, 1308, 1},
    {0xFB2A, 7259, 2}, {0xFB2B, 7259, 2}, {0xFB2C, 7259, 2}, {0xFB2D, 7259, 2}, {0xFB2E, 1348, 2}, {0xFB2F, 1348, 2},
    {0xFB30, 1348, 2}, {0xFB31, 1350, 2}, {0xFB32, 1352, 2}, {0xFB33, 1354, 2}, {0xFB34, 7247, 2}, {0xFB35, 7261, 2},
    {0xFB36, 7263, 2}, {0xFB38, 7265, 2}, {0xFB39, 7241, 2}, {0xFB3A, 7267, 2}, {0xFB3B, 7249, 2}, {0xFB3C, 7251, 2},
    {0xFB3E, 7269, 2}, {0xFB40, 7271, 2}, {0xFB41, 7273, 2}, {0xFB43, 7275, 2}, {0xFB44, 7277, 2}, {0xFB46, 7279, 2},
    {0xFB47, 7281, 2}, {0xFB48, 7255, 2}, {0xFB49, 7259, 2}, {0xFB4A, 7257, 2}, {0xFB4B, 7261, 2}, {0xFB4C, 1350, 2},
    {0xFB4D, 7249, 2}, {0xFB4E, 7277, 2}, {0xFB4F, 7283, 4}, {0xFB50, 7287, 2}, {0xFB51, 7287, 2}, {0xFB52, 7289, 2},
    {0xFB53, 7289, 2}, {0xFB54, 7289, 2}, {0xFB55, 7289, 2}, {0xFB56, 7291, 2}, {0xFB57, 7291, 2}, {0xFB58, 7291, 2},
    {0xFB59, 7291, 2}, {0xFB5A, 7293, 2}, {0xFB5B, 7293, 2}, {0xFB5C, 7293, 2}, {0xFB5D, 7293, 2}, {0xFB5E, 7295, 2},
    {0xFB5F, 7295, 2}, {0xFB60, 7295, 2}, {0xFB61, 7295, 2}, {0xFB62, 7297, 2}, {0xFB63, 7297, 2}, {0xFB64, 7297, 2},
    {0xFB65, 7297, 2}, {0xFB66, 7299, 2}, {0xFB67, 7299, 2}, {0xFB68, 7299, 2}, {0xFB69, 7299, 2}, {0xFB6A, 7301, 2},
    {0xFB6B, 7301, 2}, {0xFB6C, 7301, 2}, {0xFB6D, 7301, 2}, {0xFB6E, 7303, 2}, {0xFB6F, 7303, 2}, {0xFB70, 7303, 2},
    {0xFB71, 7303, 2}, {0xFB72, 7305, 2}, {0xFB73, 7305, 2}, {0xFB74, 7305, 2}, {0xFB75, 7305, 2}, {0xFB76, 7307, 2},
    {0xFB77, 7307, 2}, {0xFB78, 7307, 2}, {0xFB79, 7307, 2}, {0xFB7A, 7309, 2}, {0xFB7B, 7309, 2}, {0xFB7C, 7309, 2},
    {0xFB7D, 7309, 2}, {0xFB7E, 7311, 2}, {0xFB7F, 7311, 2}, {0xFB80, 7311, 2}, {0xFB81, 7311, 2}, {0xFB82, 7313, 2},
    {0xFB83, 7313, 2}, {0xFB84, 7315, 2}, {0xFB85, 7315, 2}, {0xFB86, 7317, 2}, {0xFB87, 7317, 2}, {0xFB88, 7319, 2},
    {0xFB89, 7319, 2}, {0xFB8A, 7321, 2}, {0xFB8B, 7321, 2}, {0xFB8C, 7323, 2}, {0xFB8D, 7323, 2}, {0xFB8E, 7325, 2},
    {0xFB8F, 7325, 2}, {0xFB90, 7325, 2}, {0xFB91, 7325, 2}, {0xFB92, 7327, 2}, {0xFB93, 7327, 2}, {0xFB94, 7327, 2},
    {0xFB95, 7327, 2}, {0xFB96, 7329, 2}, {0xFB97, 7329, 2}, {0xFB98, 7329, 2}, {0xFB99, 7329, 2}, {0xFB9A, 7331, 2},
    {0xFB9B, 7331, 2}, {0xFB9C, 7331, 2}, {0xFB9D, 7331, 2}, {0xFB9E, 7333, 2}, {0xFB9F, 7333, 2}, {0xFBA0, 7335, 2},
    {0xFBA1, 7335, 2}, {0xFBA2, 7335, 2}, {0xFBA3, 7335, 2}, {0xFBA4, 624, 2}, {0xFBA5, 624, 2}, {0xFBA6, 626, 2},
    {0xFBA7, 626, 2}, {0xFBA8, 626, 2}, {0xFBA9, 626, 2}, {0xFBAA, 7337, 2}, {0xFBAB, 7337, 2}, {0xFBAC, 7337, 2},
    {0xFBAD, 7337, 2}, {0xFBAE, 628, 2}, {0xFBAF, 628, 2}, {0xFBB0, 628, 2}, {0xFBB1, 628, 2}, {0xFBD3, 7339, 2},
    {0xFBD4, 7339, 2}, {0xFBD5, 7339, 2}, {0xFBD6, 7339, 2}, {0xFBD7, 616, 2}, {0xFBD8, 616, 2}, {0xFBD9, 7341, 2},
    {0xFBDA, 7341, 2}, {0xFBDB, 7343, 2}, {0xFBDC, 7343, 2}, {0xFBDD, 616, 4}, {0xFBDE, 7345, 2}, {0xFBDF, 7345, 2},
    {0xFBE0, 7347, 2}, {0xFBE1, 7347, 2}, {0xFBE2, 7349, 2}, {0xFBE3, 7349, 2}, {0xFBE4, 7351, 2}, {0xFBE5, 7351, 2},
    {0xFBE6, 7351, 2}, {0xFBE7, 7351, 2}, {0xFBE8, 7353, 2}, {0xFBE9, 7353, 2}, {0xFBEA, 606, 4}, {0xFBEB, 606, 4},
    {0xFBEC, 7355, 4}, {0xFBED, 7355, 4}, {0xFBEE, 7359, 4}, {0xFBEF, 7359, 4}, {0xFBF0, 7363, 4}, {0xFBF1, 7363, 4},
    {0xFBF2, 7367, 4}, {0xFBF3, 7367, 4}, {0xFBF4, 7371, 4}, {0xFBF5, 7371, 4}, {0xFBF6, 7375, 4}, {0xFBF7, 7375, 4},
    {0xFBF8, 7375, 4}, {0xFBF9, 7379, 4}, {0xFBFA, 7379, 4}, {0xFBFB, 7379, 4}, {0xFBFC, 7383, 2}, {0xFBFD, 7383, 2},
    {0xFBFE, 7383, 2}, {0xFBFF, 7383, 2}, {0xFC00, 7385, 4}, {0xFC01, 7389, 4}, {0xFC02, 7393, 4}, {0xFC03, 7379, 4},
    {0xFC04, 7397, 4}, {0xFC05, 7401, 4}, {0xFC06, 7405, 4}, {0xFC07, 7409, 4}, {0xFC08, 7413, 4}, {0xFC09, 7417, 4},
    {0xFC0A, 7421, 4}, {0xFC0B, 7425, 4}, {0xFC0C, 7429, 4}, {0xFC0D, 7433, 4}, {0xFC0E, 7437, 4}, {0xFC0F, 7441, 4},
    {0xFC10, 7445, 4}, {0xFC11, 7449, 4}, {0xFC12, 7453, 4}, {0xFC13, 7457, 4}, {0xFC14, 7461, 4}, {0xFC15, 7465, 4},
    {0xFC16, 7469, 4}, {0xFC17, 7467, 4}, {0xFC18, 7473, 4}, {0xFC19, 7477, 4}, {0xFC1A, 7481, 4}, {0xFC1B, 7485, 4},
    {0xFC1C, 7489, 4}, {0xFC1D, 7493, 4}, {0xFC1E, 7497, 4}, {0xFC1F, 7501, 4}, {0xFC20, 7505, 4}, {0xFC21, 7509, 4},
    {0xFC22, 7513, 4}, {0xFC23, 7517, 4}, {0xFC24, 7521, 4}, {0xFC25, 7525, 4}, {0xFC26, 7529, 4}, {0xFC27, 7533, 4},
    {0xFC28, 7537, 4}, {0xFC29, 7541, 4}, {0xFC2A, 7545, 4}, {0xFC2B, 7549, 4}, {0xFC2C, 7553, 4}, {0xFC2D, 7557, 4},
    {0xFC2E, 7561, 4}, {0xFC2F, 7565, 4}, {0xFC30, 7569, 4}, {0xFC31, 7573, 4}, {0xFC32, 7577, 4}, {0xFC33, 7581, 4},
    {0xFC34, 7585, 4}, {0xFC35, 7589, 4}, {0xFC36, 7593, 4}, {0xFC37, 7597, 4}, {0xFC38, 7601, 4}, {0xFC39, 7605, 4},
    {0xFC3A, 7609, 4}, {0xFC3B, 7613, 4}, {0xFC3C, 7617, 4}, {0xFC3D, 7621, 4}, {0xFC3E, 7625, 4}, {0xFC3F, 7629, 4},
    {0xFC40, 7633, 4}, {0xFC41, 7637, 4}, {0xFC42, 7641, 4}, {0xFC43, 7645, 4}, {0xFC44, 7649, 4}, {0xFC45, 7653, 4},
    {0xFC46, 7471, 4}, {0xFC47, 7475, 4}, {0xFC48, 7657, 4}, {0xFC49, 7661, 4}, {0xFC4A, 7395, 4}, {0xFC4B, 7665, 4},
    {0xFC4C, 7669, 4}, {0xFC4D, 7673, 4}, {0xFC4E, 7677, 4}, {0xFC4F, 7681, 4}, {0xFC50, 7685, 4}, {0xFC51, 7689, 4},
    {0xFC52, 7693, 4}, {0xFC53, 7697, 4}, {0xFC54, 7701, 4}, {0xFC55, 7385, 4}, {0xFC56, 7389, 4}, {0xFC57, 7705, 4},
    {0xFC58, 7393, 4}, {0xFC59, 7379, 4}, {0xFC5A, 7397, 4}, {0xFC5B, 7709, 2}, {0xFC5C, 7711, 2}, {0xFC5D, 7353, 2},
    {0xFC5E, 0, 1}, {0xFC5F, 0, 1}, {0xFC60, 0, 1}, {0xFC61, 0, 1}, {0xFC62, 0, 1}, {0xFC63, 0, 1},
    {0xFC64, 7713, 4}, {0xFC65, 7717, 4}, {0xFC66, 7393, 4}, {0xFC67, 7721, 4}, {0xFC68, 7379, 4}, {0xFC69, 7397, 4},
    {0xFC6A, 7725, 4}, {0xFC6B, 7729, 4}, {0xFC6C, 7413, 4}, {0xFC6D, 7733, 4}, {0xFC6E, 7417, 4}, {0xFC6F, 7421, 4},
    {0xFC70, 7737, 4}, {0xFC71, 7741, 4}, {0xFC72, 7437, 4}, {0xFC73, 7745, 4}, {0xFC74, 7441, 4}, {0xFC75, 7445, 4},
    {0xFC76, 7749, 4}, {0xFC77, 7753, 4}, {0xFC78, 7453, 4}, {0xFC79, 7757, 4}, {0xFC7A, 7457, 4}, {0xFC7B, 7461, 4},
    {0xFC7C, 7573, 4}, {0xFC7D, 7577, 4}, {0xFC7E, 7589, 4}, {0xFC7F, 7593, 4}, {0xFC80, 7597, 4}, {0xFC81, 7613, 4},
    {0xFC82, 7617, 4}, {0xFC83, 7621, 4}, {0xFC84, 7625, 4}, {0xFC85, 7641, 4}, {0xFC86, 7645, 4}, {0xFC87, 7649, 4},
    {0xFC88, 7761, 4}, {0xFC89, 7657, 4}, {0xFC8A, 7765, 4}, {0xFC8B, 7769, 4}, {0xFC8C, 7677, 4}, {0xFC8D, 7773, 4},
    {0xFC8E, 7681, 4}, {0xFC8F, 7685, 4}, {0xFC90, 7353, 2}, {0xFC91, 7713, 4}, {0xFC92, 7717, 4}, {0xFC93, 7393, 4},
    {0xFC94, 7721, 4}, {0xFC95, 7379, 4}, {0xFC96, 7397, 4}, {0xFC97, 7385, 4}, {0xFC98, 7389, 4}, {0xFC99, 7705, 4},
    {0xFC9A, 7393, 4}, {0xFC9B, 7687, 4}, {0xFC9C, 7401, 4}, {0xFC9D, 7405, 4}, {0xFC9E, 7409, 4}, {0xFC9F, 7413, 4},
    {0xFCA0, 7777, 4}, {0xFCA1, 7425, 4}, {0xFCA2, 7429, 4}, {0xFCA3, 7433, 4}, {0xFCA4, 7437, 4}, {0xFCA5, 7781, 4},
    {0xFCA6, 7453, 4}, {0xFCA7, 7465, 4}, {0xFCA8, 7469, 4}, {0xFCA9, 7467, 4}, {0xFCAA, 7473, 4}, {0xFCAB, 7477, 4},
    {0xFCAC, 7485, 4}, {0xFCAD, 7489, 4}, {0xFCAE, 7493, 4}, {0xFCAF, 7497, 4}, {0xFCB0, 7501, 4}, {0xFCB1, 7505, 4},
    {0xFCB2, 7785, 4}, {0xFCB3, 7509, 4}, {0xFCB4, 7513, 4}, {0xFCB5, 7517, 4}, {0xFCB6, 7521, 4}, {0xFCB7, 7525, 4},
    {0xFCB8, 7529, 4}, {0xFCB9, 7537, 4}, {0xFCBA, 7541, 4}, {0xFCBB, 7545, 4}, {0xFCBC, 7549, 4}, {0xFCBD, 7553, 4},
    {0xFCBE, 7557, 4}, {0xFCBF, 7561, 4}, {0xFCC0, 7565, 4}, {0xFCC1, 7569, 4}, {0xFCC2, 7581, 4}, {0xFCC3, 7585, 4},
    {0xFCC4, 7601, 4}, {0xFCC5, 7605, 4}, {0xFCC6, 7609, 4}, {0xFCC7, 7613, 4}, {0xFCC8, 7617, 4}, {0xFCC9, 7629, 4},
    {0xFCCA, 7633, 4}, {0xFCCB, 7637, 4}, {0xFCCC, 7641, 4}, {0xFCCD, 7789, 4}, {0xFCCE, 7653, 4}, {0xFCCF, 7471, 4},
    {0xFCD0, 7475, 4}, {0xFCD1, 7657, 4}, {0xFCD2, 7665, 4}, {0xFCD3, 7669, 4}, {0xFCD4, 7673, 4}, {0xFCD5, 7677, 4},
    {0xFCD6, 7793, 4}, {0xFCD7, 7689, 4}, {0xFCD8, 7693, 4}, {0xFCD9, 7689, 2}, {0xFCDA, 7385, 4}, {0xFCDB, 7389, 4},
    {0xFCDC, 7705, 4}, {0xFCDD, 7393, 4}, {0xFCDE, 7687, 4}, {0xFCDF, 7393, 4}, {0xFCE0, 7687, 4}, {0xFCE1, 7413, 4},
    {0xFCE2, 7777, 4}, {0xFCE3, 7437, 4}, {0xFCE4, 7781, 4}, {0xFCE5, 7453, 4}, {0xFCE6, 7797, 4}, {0xFCE7, 7501, 4},
    {0xFCE8, 7801, 4}, {0xFCE9, 7805, 4}, {0xFCEA, 7809, 4}, {0xFCEB, 7613, 4}, {0xFCEC, 7617, 4}, {0xFCED, 7641, 4},
    {0xFCEE, 7677, 4}, {0xFCEF, 7793, 4}, {0xFCF0, 7393, 4}, {0xFCF1, 7687, 4}, {0xFCF2, 7813, 2}, {0xFCF3, 7813, 2},
    {0xFCF4, 7813, 2}, {0xFCF5, 7815, 4}, {0xFCF6, 7819, 4}, {0xFCF7, 7823, 4}, {0xFCF8, 7827, 4}, {0xFCF9, 7831, 4},
    {0xFCFA, 7835, 4}, {0xFCFB, 7839, 4}, {0xFCFC, 7843, 4}, {0xFCFD, 7847, 4}, {0xFCFE, 7851, 4}, {0xFCFF, 7855, 4},
    {0xFD00, 7391, 4}, {0xFD01, 7859, 4}, {0xFD02, 7387, 4}, {0xFD03, 7863, 4}, {0xFD04, 7867, 4}, {0xFD05, 7871, 4},
    {0xFD06, 7875, 4}, {0xFD07, 7879, 4}, {0xFD08, 7883, 4}, {0xFD09, 7887, 4}, {0xFD0A, 7891, 4}, {0xFD0B, 7895, 4},
    {0xFD0C, 7805, 4}, {0xFD0D, 7899, 4}, {0xFD0E, 7903, 4}, {0xFD0F, 7907, 4}, {0xFD10, 7911, 4}, {0xFD11, 7815, 4},
    {0xFD12, 7819, 4}, {0xFD13, 7823, 4}, {0xFD14, 7827, 4}, {0xFD15, 7831, 4}, {0xFD16, 7835, 4}, {0xFD17, 7839, 4},
    {0xFD18, 7843, 4}, {0xFD19, 7847, 4}, {0xFD1A, 7851, 4}, {0xFD1B, 7855, 4}, {0xFD1C, 7391, 4}, {0xFD1D, 7859, 4},
    {0xFD1E, 7387, 4}, {0xFD1F, 7863, 4}, {0xFD20, 7867, 4}, {0xFD21, 7871, 4}, {0xFD22, 7875, 4}, {0xFD23, 7879, 4},
    {0xFD24, 7883, 4}, {0xFD25, 7887, 4}, {0xFD26, 7891, 4}, {0xFD27, 7895, 4}, {0xFD28, 7805, 4}, {0xFD29, 7899, 4},
    {0xFD2A, 7903, 4}, {0xFD2B, 7907, 4}, {0xFD2C, 7911, 4}, {0xFD2D, 7887, 4}, {0xFD2E, 7891, 4}, {0xFD2F, 7895, 4},
    {0xFD30, 7805, 4}, {0xFD31, 7801, 4}, {0xFD32, 7809, 4}, {0xFD33, 7533, 4}, {0xFD34, 7489, 4}, {0xFD35, 7493, 4},
    {0xFD36, 7497, 4}, {0xFD37, 7887, 4}, {0xFD38, 7891, 4}, {0xFD39, 7895, 4}, {0xFD3A, 7533, 4}, {0xFD3B, 7537, 4},
    {0xFD3C, 602, 2}, {0xFD3D, 602, 2}, {0xFD50, 7915, 6}, {0xFD51, 7921, 6}, {0xFD52, 7921, 6}, {0xFD53, 7927, 6},
    {0xFD54, 7933, 6}, {0xFD55, 7939, 6}, {0xFD56, 7945, 6}, {0xFD57, 7951, 6}, {0xFD58, 7469, 6}, {0xFD59, 7469, 6},
    {0xFD5A, 7957, 6}, {0xFD5B, 7963, 6}, {0xFD5C, 7969, 6}, {0xFD5D, 7975, 6}, {0xFD5E, 7981, 6}, {0xFD5F, 7987, 6},
    {0xFD60, 7987, 6}, {0xFD61, 7993, 6}, {0xFD62, 7999, 6}, {0xFD63, 7999, 6}, {0xFD64, 8005, 6}, {0xFD65, 8005, 6},
    {0xFD66, 8011, 6}, {0xFD67, 8017, 6}, {0xFD68, 8017, 6}, {0xFD69, 8023, 6}, {0xFD6A, 8029, 6}, {0xFD6B, 8029, 6},
    {0xFD6C, 8035, 6}, {0xFD6D, 8035, 6}, {0xFD6E, 8041, 6}, {0xFD6F, 8047, 6}, {0xFD70, 8047, 6}, {0xFD71, 8053, 6},
    {0xFD72, 8053, 6}, {0xFD73, 8059, 6}, {0xFD74, 8065, 6}, {0xFD75, 8071, 6}, {0xFD76, 8077, 6}, {0xFD77, 8077, 6},
    {0xFD78, 8083, 6}, {0xFD79, 8089, 6}, {0xFD7A, 8095, 6}, {0xFD7B, 8101, 6}, {0xFD7C, 8107, 6}, {0xFD7D, 8107, 6},
    {0xFD7E, 8113, 6}, {0xFD7F, 8119, 6}, {0xFD80, 8125, 6}, {0xFD81, 8131, 6}, {0xFD82, 8137, 6}, {0xFD83, 8143, 6},
    {0xFD84, 8143, 6}, {0xFD85, 8149, 6}, {0xFD86, 8149, 6}, {0xFD87, 8155, 6}, {0xFD88, 8155, 6}, {0xFD89, 8161, 6},
    {0xFD8A, 7471, 6}, {0xFD8B, 8167, 6}, {0xFD8C, 8173, 6}, {0xFD8D, 7653, 6}, {0xFD8E, 7475, 6}, {0xFD8F, 8179, 6},
    {0xFD92, 8185, 6}, {0xFD93, 8191, 6}, {0xFD94, 8197, 6}, {0xFD95, 8203, 6}, {0xFD96, 8209, 6}, {0xFD97, 8215, 6},
    {0xFD98, 8215, 6}, {0xFD99, 8221, 6}, {0xFD9A, 8227, 6}, {0xFD9B, 8233, 6}, {0xFD9C, 8239, 6}, {0xFD9D, 8239, 6},
    {0xFD9E, 8245, 6}, {0xFD9F, 8251, 6}, {0xFDA0, 8257, 6}, {0xFDA1, 8263, 6}, {0xFDA2, 8269, 6}, {0xFDA3, 8275, 6},
    {0xFDA4, 8281, 6}, {0xFDA5, 8287, 6}, {0xFDA6, 8293, 6}, {0xFDA7, 8299, 6}, {0xFDA8, 8305, 6}, {0xFDA9, 8311, 6},
    {0xFDAA, 8317, 6}, {0xFDAB, 8323, 6}, {0xFDAC, 8329, 6}, {0xFDAD, 8335, 6}, {0xFDAE, 7389, 6}, {0xFDAF, 7385, 6},
    {0xFDB0, 7393, 6}, {0xFDB1, 8341, 6}, {0xFDB2, 8347, 6}, {0xFDB3, 8353, 6}, {0xFDB4, 8113, 6}, {0xFDB5, 8125, 6},
    {0xFDB6, 8359, 6}, {0xFDB7, 8365, 6}, {0xFDB8, 8371, 6}, {0xFDB9, 8377, 6}, {0xFDBA, 8383, 6}, {0xFDBB, 8389, 6},
    {0xFDBC, 8383, 6}, {0xFDBD, 8371, 6}, {0xFDBE, 8395, 6}, {0xFDBF, 8401, 6}, {0xFDC0, 8407, 6}, {0xFDC1, 8413, 6},
    {0xFDC2, 8419, 6}, {0xFDC3, 8389, 6}, {0xFDC4, 8071, 6}, {0xFDC5, 8011, 6}, {0xFDC6, 8425, 6}, {0xFDC7, 8431, 6},
    {0xFDF0, 8437, 6}, {0xFDF1, 8443, 6}, {0xFDF2, 8449, 8}, {0xFDF3, 8457, 8}, {0xFDF4, 8465, 8}, {0xFDF5, 8473, 8},
    {0xFDF6, 8481, 8}, {0xFDF7, 8489, 8}, {0xFDF8, 8497, 8}, {0xFDF9, 8505, 6}, {0xFDFA, 8511, 33}, {0xFDFB, 8544, 15},
    {0xFDFC, 8559, 8}, {0xFE00, 0, 0}, {0xFE01, 0, 0}, {0xFE02, 0, 0}, {0xFE03, 0, 0}, {0xFE04, 0, 0},
    {0xFE05, 0, 0}, {0xFE06, 0, 0}, {0xFE07, 0, 0}, {0xFE08, 0, 0}, {0xFE09, 0, 0}, {0xFE0A, 0, 0},
    {0xFE0B, 0, 0}, {0xFE0C, 0, 0}, {0xFE0D, 0, 0}, {0xFE0E, 0, 0}, {0xFE0F, 0, 0}, {0xFE10, 8567, 1},
    {0xFE11, 8568, 3}, {0xFE12, 8571, 3}, {0xFE13, 1850, 1}, {0xFE14, 195, 1}, {0xFE15, 1296, 1}, {0xFE16, 1298, 1},
    {0xFE17, 8574, 3}, {0xFE18, 8577, 3}, {0xFE19, 1263, 3}, {0xFE20, 0, 0}, {0xFE21, 0, 0}, {0xFE22, 0, 0},
    {0xFE23, 0, 0}, {0xFE24, 0, 0}, {0xFE25, 0, 0}, {0xFE26, 0, 0}, {0xFE27, 0, 0}, {0xFE28, 0, 0},
    {0xFE29, 0, 0}, {0xFE2A, 0, 0}, {0xFE2B, 0, 0}, {0xFE2C, 0, 0}, {0xFE2D, 0, 0}, {0xFE2E, 0, 0},
    {0xFE2F, 0, 0}, {0xFE30, 1263, 2}, {0xFE31, 8580, 3}, {0xFE32, 8583, 3}, {0xFE33, 8586, 1}, {0xFE34, 8586, 1},
    {0xFE35, 1313, 1}, {0xFE36, 1314, 1}, {0xFE37, 8587, 1}, {0xFE38, 8588, 1}, {0xFE39, 8589, 3}, {0xFE3A, 8592, 3},
    {0xFE3B, 8595, 3}, {0xFE3C, 8598, 3}, {0xFE3D, 8601, 3}, {0xFE3E, 8604, 3}, {0xFE3F, 1624, 3}, {0xFE40, 1627, 3},
    {0xFE41, 8607, 3}, {0xFE42, 8610, 3}, {0xFE43, 8613, 3}, {0xFE44, 8616, 3}, {0xFE47, 8619, 1}, {0xFE48, 8620, 1},
    {0xFE49, 0, 1}, {0xFE4A, 0, 1}, {0xFE4B, 0, 1}, {0xFE4C, 0, 1}, {0xFE4D, 8586, 1}, {0xFE4E, 8586, 1},
    {0xFE4F, 8586, 1}, {0xFE50, 8567, 1}, {0xFE51, 8568, 3}, {0xFE52, 1263, 1}, {0xFE54, 195, 1}, {0xFE55, 1850, 1},
    {0xFE56, 1298, 1}, {0xFE57, 1296, 1}, {0xFE58, 8580, 3}, {0xFE59, 1313, 1}, {0xFE5A, 1314, 1}, {0xFE5B, 8587, 1},
    {0xFE5C, 8588, 1}, {0xFE5D, 8589, 3}, {0xFE5E, 8592, 3}, {0xFE5F, 8621, 1}, {0xFE60, 8622, 1}, {0xFE61, 8623, 1},
    {0xFE62, 1308, 1}, {0xFE63, 8624, 1}, {0xFE64, 1550, 1}, {0xFE65, 1551, 1}, {0xFE66, 1312, 1}, {0xFE68, 8625, 1},
    {0xFE69, 8626, 1}, {0xFE6A, 8627, 1}, {0xFE6B, 8628, 1}, {0xFE70, 0, 1}, {0xFE71, 7813, 2}, {0xFE72, 0, 1},
    {0xFE74, 0, 1}, {0xFE76, 0, 1}, {0xFE77, 7813, 2}, {0xFE78, 0, 1}, {0xFE79, 7813, 2}, {0xFE7A, 0, 1},
    {0xFE7B, 7813, 2}, {0xFE7C, 0, 1}, {0xFE7D, 7813, 2}, {0xFE7E, 0, 1}, {0xFE7F, 7813, 2}, {0xFE80, 8629, 2},
    {0xFE81, 602, 2}, {0xFE82, 602, 2}, {0xFE83, 602, 2}, {0xFE84, 602, 2}, {0xFE85, 604, 2}, {0xFE86, 604, 2},
    {0xFE87, 602, 2}, {0xFE88, 602, 2}, {0xFE89, 606, 2}, {0xFE8A, 606, 2}, {0xFE8B, 606, 2}, {0xFE8C, 606, 2},
    {0xFE8D, 602, 2}, {0xFE8E, 602, 2}, {0xFE8F, 7401, 2}, {0xFE90, 7401, 2}, {0xFE91, 7401, 2}, {0xFE92, 7401, 2},
    {0xFE93, 8631, 2}, {0xFE94, 8631, 2}, {0xFE95, 7425, 2}, {0xFE96, 7425, 2}, {0xFE97, 7425, 2}, {0xFE98, 7425, 2},
    {0xFE99, 7449, 2}, {0xFE9A, 7449, 2}, {0xFE9B, 7449, 2}, {0xFE9C, 7449, 2}, {0xFE9D, 7387, 2}, {0xFE9E, 7387, 2},
    {0xFE9F, 7387, 2}, {0xFEA0, 7387, 2}, {0xFEA1, 7391, 2}, {0xFEA2, 7391, 2}, {0xFEA3, 7391, 2}, {0xFEA4, 7391, 2},
    {0xFEA5, 7411, 2}, {0xFEA6, 7411, 2}, {0xFEA7, 7411, 2}, {0xFEA8, 7411, 2}, {0xFEA9, 8471, 2}, {0xFEAA, 8471, 2},
    {0xFEAB, 7709, 2}, {0xFEAC, 7709, 2}, {0xFEAD, 7711, 2}, {0xFEAE, 7711, 2}, {0xFEAF, 7719, 2}, {0xFEB0, 7719, 2},
    {0xFEB1, 7489, 2}, {0xFEB2, 7489, 2}, {0xFEB3, 7489, 2}, {0xFEB4, 7489, 2}, {0xFEB5, 7805, 2}, {0xFEB6, 7805, 2},
    {0xFEB7, 7805, 2}, {0xFEB8, 7805, 2}, {0xFEB9, 7505, 2}, {0xFEBA, 7505, 2}, {0xFEBB, 7505, 2}, {0xFEBC, 7505, 2},
    {0xFEBD, 7513, 2}, {0xFEBE, 7513, 2}, {0xFEBF, 7513, 2}, {0xFEC0, 7513, 2}, {0xFEC1, 7529, 2}, {0xFEC2, 7529, 2},
    {0xFEC3, 7529, 2}, {0xFEC4, 7529, 2}, {0xFEC5, 7537, 2}, {0xFEC6, 7537, 2}, {0xFEC7, 7537, 2}, {0xFEC8, 7537, 2},
    {0xFEC9, 7541, 2}, {0xFECA, 7541, 2}, {0xFECB, 7541, 2}, {0xFECC, 7541, 2}, {0xFECD, 7549, 2}, {0xFECE, 7549, 2},
    {0xFECF, 7549, 2}, {0xFED0, 7549, 2}, {0xFED1, 7557, 2}, {0xFED2, 7557, 2}, {0xFED3, 7557, 2}, {0xFED4, 7557, 2},
    {0xFED5, 7581, 2}, {0xFED6, 7581, 2}, {0xFED7, 7581, 2}, {0xFED8, 7581, 2}, {0xFED9, 7597, 2}, {0xFEDA, 7597, 2},
    {0xFEDB, 7597, 2}, {0xFEDC, 7597, 2}, {0xFEDD, 7615, 2}, {0xFEDE, 7615, 2}, {0xFEDF, 7615, 2}, {0xFEE0, 7615, 2},
    {0xFEE1, 7395, 2}, {0xFEE2, 7395, 2}, {0xFEE3, 7395, 2}, {0xFEE4, 7395, 2}, {0xFEE5, 7665, 2}, {0xFEE6, 7665, 2},
    {0xFEE7, 7665, 2}, {0xFEE8, 7665, 2}, {0xFEE9, 7689, 2}, {0xFEEA, 7689, 2}, {0xFEEB, 7689, 2}, {0xFEEC, 7689, 2},
    {0xFEED, 604, 2}, {0xFEEE, 604, 2}, {0xFEEF, 7353, 2}, {0xFEF0, 7353, 2}, {0xFEF1, 606, 2}, {0xFEF2, 606, 2},
    {0xFEF3, 606, 2}, {0xFEF4, 606, 2}, {0xFEF5, 8551, 4}, {0xFEF6, 8551, 4}, {0xFEF7, 8551, 4}, {0xFEF8, 8551, 4},
    {0xFEF9, 8551, 4}, {0xFEFA, 8551, 4}, {0xFEFB, 8551, 4}, {0xFEFC, 8551, 4}, {0xFF01, 1296, 1}, {0xFF02, 8633, 1},
    {0xFF03, 8621, 1}, {0xFF04, 8626, 1}, {0xFF05, 8627, 1}, {0xFF06, 8622, 1}, {0xFF07, 8634, 1}, {0xFF08, 1313, 1},
    {0xFF09, 1314, 1}, {0xFF0A, 8623, 1}, {0xFF0B, 1308, 1}, {0xFF0C, 8567, 1}, {0xFF0D, 8624, 1}, {0xFF0E, 1263, 1},
    {0xFF0F, 1318, 1}, {0xFF10, 1302, 1}, {0xFF11, 6, 1}, {0xFF12, 2, 1}, {0xFF13, 3, 1}, {0xFF14, 12, 1},
    {0xFF15, 1303, 1}, {0xFF16, 1304, 1}, {0xFF17, 1305, 1}, {0xFF18, 1306, 1}, {0xFF19, 1307, 1}, {0xFF1A, 1850, 1},
    {0xFF1B, 195, 1}, {0xFF1C, 1550, 1}, {0xFF1D, 1312, 1}, {0xFF1E, 1551, 1}, {0xFF1F, 1298, 1}, {0xFF20, 8628, 1},
    {0xFF21, 1, 1}, {0xFF22, 1164, 1}, {0xFF23, 25, 1}, {0xFF24, 27, 1}, {0xFF25, 24, 1}, {0xFF26, 1193, 1},
    {0xFF27, 35, 1}, {0xFF28, 32, 1}, {0xFF29, 26, 1}, {0xFF2A, 37, 1}, {0xFF2B, 38, 1}, {0xFF2C, 39, 1},
    {0xFF2D, 1165, 1}, {0xFF2E, 28, 1}, {0xFF2F, 7, 1}, {0xFF30, 1166, 1}, {0xFF31, 1337, 1}, {0xFF32, 50, 1},
    {0xFF33, 33, 1}, {0xFF34, 31, 1}, {0xFF35, 29, 1}, {0xFF36, 1185, 1}, {0xFF37, 53, 1}, {0xFF38, 179, 1},
    {0xFF39, 30, 1}, {0xFF3A, 54, 1}, {0xFF3B, 8619, 1}, {0xFF3C, 8625, 1}, {0xFF3D, 8620, 1}, {0xFF3E, 8635, 1},
    {0xFF3F, 8586, 1}, {0xFF40, 1259, 1}, {0xFF41, 1, 1}, {0xFF42, 1164, 1}, {0xFF43, 25, 1}, {0xFF44, 27, 1},
    {0xFF45, 24, 1}, {0xFF46, 1193, 1}, {0xFF47, 35, 1}, {0xFF48, 32, 1}, {0xFF49, 26, 1}, {0xFF4A, 37, 1},
    {0xFF4B, 38, 1}, {0xFF4C, 39, 1}, {0xFF4D, 1165, 1}, {0xFF4E, 28, 1}, {0xFF4F, 7, 1}, {0xFF50, 1166, 1},
    {0xFF51, 1337, 1}, {0xFF52, 50, 1}, {0xFF53, 33, 1}, {0xFF54, 31, 1}, {0xFF55, 29, 1}, {0xFF56, 1185, 1},
    {0xFF57, 53, 1}, {0xFF58, 179, 1}, {0xFF59, 30, 1}, {0xFF5A, 54, 1}, {0xFF5B, 8587, 1}, {0xFF5C, 8636, 1},
    {0xFF5D, 8588, 1}, {0xFF5E, 8637, 1}, {0xFF5F, 8638, 3}, {0xFF60, 8641, 3}, {0xFF61, 8571, 3}, {0xFF62, 8607, 3},
    {0xFF63, 8610, 3}, {0xFF64, 8568, 3}, {0xFF65, 8644, 3}, {0xFF66, 2994, 3}, {0xFF67, 4006, 3}, {0xFF68, 4504, 3},
    {0xFF69, 8647, 3}, {0xFF6A, 4522, 3}, {0xFF6B, 4054, 3}, {0xFF6C, 8650, 3}, {0xFF6D, 4174, 3}, {0xFF6E, 4705, 3},
    {0xFF6F, 4120, 3}, {0xFF70, 3991, 3}, {0xFF71, 3913, 3}, {0xFF72, 3916, 3}, {0xFF73, 2982, 3}, {0xFF74, 3919, 3},
    {0xFF75, 3922, 3}, {0xFF76, 2922, 3}, {0xFF77, 2925, 3}, {0xFF78, 2928, 3}, {0xFF79, 2931, 3}, {0xFF7A, 2934, 3},
    {0xFF7B, 2937, 3}, {0xFF7C, 2940, 3}, {0xFF7D, 2943, 3}, {0xFF7E, 2946, 3}, {0xFF7F, 2949, 3}, {0xFF80, 2952, 3},
    {0xFF81, 2955, 3}, {0xFF82, 2958, 3}, {0xFF83, 2961, 3}, {0xFF84, 2964, 3}, {0xFF85, 3925, 3}, {0xFF86, 3928, 3},
    {0xFF87, 3931, 3}, {0xFF88, 3934, 3}, {0xFF89, 3937, 3}, {0xFF8A, 2967, 3}, {0xFF8B, 2970, 3}, {0xFF8C, 2973, 3},
    {0xFF8D, 2976, 3}, {0xFF8E, 2979, 3}, {0xFF8F, 3940, 3}, {0xFF90, 3943, 3}, {0xFF91, 3946, 3}, {0xFF92, 3949, 3},
    {0xFF93, 3952, 3}, {0xFF94, 3955, 3}, {0xFF95, 3958, 3}, {0xFF96, 3961, 3}, {0xFF97, 3964, 3}, {0xFF98, 3967, 3},
    {0xFF99, 3970, 3}, {0xFF9A, 3973, 3}, {0xFF9B, 3976, 3}, {0xFF9C, 2985, 3}, {0xFF9D, 4012, 3}, {0xFF9E, 0, 0},
    {0xFF9F, 0, 0}, {0xFFA0, 3159, 3}, {0xFFA1, 3006, 3}, {0xFFA2, 3009, 3}, {0xFFA3, 3012, 3}, {0xFFA4, 3015, 3},
    {0xFFA5, 3018, 3}, {0xFFA6, 3021, 3}, {0xFFA7, 3024, 3}, {0xFFA8, 3027, 3}, {0xFFA9, 3030, 3}, {0xFFAA, 3033, 3},
    {0xFFAB, 3036, 3}, {0xFFAC, 3039, 3}, {0xFFAD, 3042, 3}, {0xFFAE, 3045, 3}, {0xFFAF, 3048, 3}, {0xFFB0, 3051, 3},
    {0xFFB1, 3054, 3}, {0xFFB2, 3057, 3}, {0xFFB3, 3060, 3}, {0xFFB4, 3063, 3}, {0xFFB5, 3066, 3}, {0xFFB6, 3069, 3},
    {0xFFB7, 3072, 3}, {0xFFB8, 3075, 3}, {0xFFB9, 3078, 3}, {0xFFBA, 3081, 3}, {0xFFBB, 3084, 3}, {0xFFBC, 3087, 3},
    {0xFFBD, 3090, 3}, {0xFFBE, 3093, 3}, {0xFFC2, 3096, 3}, {0xFFC3, 3099, 3}, {0xFFC4, 3102, 3}, {0xFFC5, 3105, 3},
    {0xFFC6, 3108, 3}, {0xFFC7, 3111, 3}, {0xFFCA, 3114, 3}, {0xFFCB, 3117, 3}, {0xFFCC, 3120, 3}, {0xFFCD, 3123, 3},
    {0xFFCE, 3126, 3}, {0xFFCF, 3129, 3}, {0xFFD2, 3132, 3}, {0xFFD3, 3135, 3}, {0xFFD4, 3138, 3}, {0xFFD5, 3141, 3},
    {0xFFD6, 3144, 3}, {0xFFD7, 3147, 3}, {0xFFDA, 3150, 3}, {0xFFDB, 3153, 3}, {0xFFDC, 3156, 3}, {0xFFE0, 8653, 2},
    {0xFFE1, 8655, 2}, {0xFFE2, 8657, 2}, {0xFFE3, 0, 1}, {0xFFE4, 8659, 2}, {0xFFE5, 8661, 2}, {0xFFE6, 8663, 3},
    {0xFFE8, 8666, 3}, {0xFFE9, 1469, 3}, {0xFFEA, 8669, 3}, {0xFFEB, 1472, 3}, {0xFFEC, 8672, 3}, {0xFFED, 8675, 3},
    {0xFFEE, 8678, 3}, {0x101FD, 0, 0}, {0x102E0, 0, 0}, {0x10376, 0, 0}, {0x10377, 0, 0}, {0x10378, 0, 0},
    {0x10379, 0, 0}, {0x1037A, 0, 0}, {0x10400, 8681, 4}, {0x10401, 8685, 4}, {0x10402, 8689, 4}, {0x10403, 8693, 4},
    {0x10404, 8697, 4}, {0x10405, 8701, 4}, {0x10406, 8705, 4}, {0x10407, 8709, 4}, {0x10408, 8713, 4}, {0x10409, 8717, 4},
    {0x1040A, 8721, 4}, {0x1040B, 8725, 4}, {0x1040C, 8729, 4}, {0x1040D, 8733, 4}, {0x1040E, 8737, 4}, {0x1040F, 8741, 4},
    {0x10410, 8745, 4}, {0x10411, 8749, 4}, {0x10412, 8753, 4}, {0x10413, 8757, 4}, {0x10414, 8761, 4}, {0x10415, 8765, 4},
    {0x10416, 8769, 4}, {0x10417, 8773, 4}, {0x10418, 8777, 4}, {0x10419, 8781, 4}, {0x1041A, 8785, 4}, {0x1041B, 8789, 4},
    {0x1041C, 8793, 4}, {0x1041D, 8797, 4}, {0x1041E, 8801, 4}, {0x1041F, 8805, 4}, {0x10420, 8809, 4}, {0x10421, 8813, 4},
    {0x10422, 8817, 4}, {0x10423, 8821, 4}, {0x10424, 8825, 4}, {0x10425, 8829, 4}, {0x10426, 8833, 4}, {0x10427, 8837, 4},
    {0x104B0, 8841, 4}, {0x104B1, 8845, 4}, {0x104B2, 8849, 4}, {0x104B3, 8853, 4}, {0x104B4, 8857, 4}, {0x104B5, 8861, 4},
    {0x104B6, 8865, 4}, {0x104B7, 8869, 4}, {0x104B8, 8873, 4}, {0x104B9, 8877, 4}, {0x104BA, 8881, 4}, {0x104BB, 8885, 4},
    {0x104BC, 8889, 4}, {0x104BD, 8893, 4}, {0x104BE, 8897, 4}, {0x104BF, 8901, 4}, {0x104C0, 8905, 4}, {0x104C1, 8909, 4},
    {0x104C2, 8913, 4}, {0x104C3, 8917, 4}, {0x104C4, 8921, 4}, {0x104C5, 8925, 4}, {0x104C6, 8929, 4}, {0x104C7, 8933, 4},
    {0x104C8, 8937, 4}, {0x104C9, 8941, 4}, {0x104CA, 8945, 4}, {0x104CB, 8949, 4}, {0x104CC, 8953, 4}, {0x104CD, 8957, 4},
    {0x104CE, 8961, 4}, {0x104CF, 8965, 4}, {0x104D0, 8969, 4}, {0x104D1, 8973, 4}, {0x104D2, 8977, 4}, {0x104D3, 8981, 4},
    {0x10570, 8985, 4}, {0x10571, 8989, 4}, {0x10572, 8993, 4}, {0x10573, 8997, 4}, {0x10574, 9001, 4}, {0x10575, 9005, 4},
    {0x10576, 9009, 4}, {0x10577, 9013, 4}, {0x10578, 9017, 4}, {0x10579, 9021, 4}, {0x1057A, 9025, 4}, {0x1057C, 9029, 4},
    {0x1057D, 9033, 4}, {0x1057E, 9037, 4}, {0x1057F, 9041, 4}, {0x10580, 9045, 4}, {0x10581, 9049, 4}, {0x10582, 9053, 4},
    {0x10583, 9057, 4}, {0x10584, 9061, 4}, {0x10585, 9065, 4}, {0x10586, 9069, 4}, {0x10587, 9073, 4}, {0x10588, 9077, 4},
    {0x10589, 9081, 4}, {0x1058A, 9085, 4}, {0x1058C, 9089, 4}, {0x1058D, 9093, 4}, {0x1058E, 9097, 4}, {0x1058F, 9101, 4},
    {0x10590, 9105, 4}, {0x10591, 9109, 4}, {0x10592, 9113, 4}, {0x10594, 9117, 4}, {0x10595, 9121, 4}, {0x10781, 9125, 2},
    {0x10782, 9127, 2}, {0x10783, 23, 2}, {0x10784, 9129, 2}, {0x10785, 55, 2}, {0x10787, 9131, 2}, {0x10788, 9133, 3},
    {0x10789, 9136, 2}, {0x1078A, 9138, 2}, {0x1078B, 65, 2}, {0x1078C, 67, 2}, {0x1078D, 9140, 3}, {0x1078E, 9143, 2},
    {0x1078F, 9145, 2}, {0x10790, 9147, 2}, {0x10791, 9149, 2}, {0x10792, 9151, 2}, {0x10793, 79, 2}, {0x10794, 9153, 2},
    {0x10795, 32, 1}, {0x10796, 9155, 2}, {0x10797, 9157, 2}, {0x10798, 9159, 2}, {0x10799, 9161, 2}, {0x1079A, 9163, 2},
    {0x1079B, 5683, 2}, {0x1079C, 9165, 4}, {0x1079D, 9169, 3}, {0x1079E, 9172, 2}, {0x1079F, 9174, 4}, {0x107A0, 9178, 2},
    {0x107A1, 9180, 4}, {0x107A2, 7, 1}, {0x107A3, 9184, 2}, {0x107A4, 9186, 2}, {0x107A5, 1337, 1}, {0x107A6, 9188, 2},
    {0x107A7, 9190, 4}, {0x107A8, 2010, 2}, {0x107A9, 9194, 2}, {0x107AA, 99, 2}, {0x107AB, 9196, 2}, {0x107AC, 9198, 2},
    {0x107AD, 9200, 3}, {0x107AE, 9203, 2}, {0x107AF, 107, 2}, {0x107B0, 9205, 3}, {0x107B2, 9208, 2}, {0x107B3, 9210, 2},
    {0x107B4, 9212, 2}, {0x107B5, 9214, 2}, {0x107B6, 9216, 2}, {0x107B7, 9218, 2}, {0x107B8, 9220, 2}, {0x107B9, 9222, 4},
    {0x107BA, 9226, 4}, {0x10A01, 0, 0}, {0x10A02, 0, 0}, {0x10A03, 0, 0}, {0x10A05, 0, 0}, {0x10A06, 0, 0},
    {0x10A0C, 0, 0}, {0x10A0D, 0, 0}, {0x10A0E, 0, 0}, {0x10A0F, 0, 0}, {0x10A38, 0, 0}, {0x10A39, 0, 0},
    {0x10A3A, 0, 0}, {0x10A3F, 0, 0}, {0x10AE5, 0, 0}, {0x10AE6, 0, 0}, {0x10C80, 9230, 4}, {0x10C81, 9234, 4},
    {0x10C82, 9238, 4}, {0x10C83, 9242, 4}, {0x10C84, 9246, 4}, {0x10C85, 9250, 4}, {0x10C86, 9254, 4}, {0x10C87, 9258, 4},
    {0x10C88, 9262, 4}, {0x10C89, 9266, 4}, {0x10C8A, 9270, 4}, {0x10C8B, 9274, 4}, {0x10C8C, 9278, 4}, {0x10C8D, 9282, 4},
    {0x10C8E, 9286, 4}, {0x10C8F, 9290, 4}, {0x10C90, 9294, 4}, {0x10C91, 9298, 4}, {0x10C92, 9302, 4}, {0x10C93, 9306, 4},
    {0x10C94, 9310, 4}, {0x10C95, 9314, 4}, {0x10C96, 9318, 4}, {0x10C97, 9322, 4}, {0x10C98, 9326, 4}, {0x10C99, 9330, 4},
    {0x10C9A, 9334, 4}, {0x10C9B, 9338, 4}, {0x10C9C, 9342, 4}, {0x10C9D, 9346, 4}, {0x10C9E, 9350, 4}, {0x10C9F, 9354, 4},
    {0x10CA0, 9358, 4}, {0x10CA1, 9362, 4}, {0x10CA2, 9366, 4}, {0x10CA3, 9370, 4}, {0x10CA4, 9374, 4}, {0x10CA5, 9378, 4},
    {0x10CA6, 9382, 4}, {0x10CA7, 9386, 4}, {0x10CA8, 9390, 4}, {0x10CA9, 9394, 4}, {0x10CAA, 9398, 4}, {0x10CAB, 9402, 4},
    {0x10CAC, 9406, 4}, {0x10CAD, 9410, 4}, {0x10CAE, 9414, 4}, {0x10CAF, 9418, 4}, {0x10CB0, 9422, 4}, {0x10CB1, 9426, 4},
    {0x10CB2, 9430, 4}, {0x10D24, 0, 0}, {0x10D25, 0, 0}, {0x10D26, 0, 0}, {0x10D27, 0, 0}, {0x10EAB, 0, 0},
    {0x10EAC, 0, 0}, {0x10F46, 0, 0}, {0x10F47, 0, 0}, {0x10F48, 0, 0}, {0x10F49, 0, 0}, {0x10F4A, 0, 0},
    {0x10F4B, 0, 0}, {0x10F4C, 0, 0}, {0x10F4D, 0, 0}, {0x10F4E, 0, 0}, {0x10F4F, 0, 0}, {0x10F50, 0, 0},
    {0x10F82, 0, 0}, {0x10F83, 0, 0}, {0x10F84, 0, 0}, {0x10F85, 0, 0}, {0x11001, 0, 0}, {0x11038, 0, 0},
    {0x11039, 0, 0}, {0x1103A, 0, 0}, {0x1103B, 0, 0}, {0x1103C, 0, 0}, {0x1103D, 0, 0}, {0x1103E, 0, 0},
    {0x1103F, 0, 0}, {0x11040, 0, 0}, {0x11041, 0, 0}, {0x11042, 0, 0}, {0x11043, 0, 0}, {0x11044, 0, 0},
    {0x11045, 0, 0}, {0x11046, 0, 0}, {0x11070, 0, 0}, {0x11073, 0, 0}, {0x11074, 0, 0}, {0x1107F, 0, 0},
    {0x11080, 0, 0}, {0x11081, 0, 0}, {0x1109A, 9434, 4}, {0x1109C, 9438, 4}, {0x110AB, 9442, 4}, {0x110B3, 0, 0},
    {0x110B4, 0, 0}, {0x110B5, 0, 0}, {0x110B6, 0, 0}, {0x110B9, 0, 0}, {0x110BA, 0, 0}, {0x110C2, 0, 0},
    {0x11100, 0, 0}, {0x11101, 0, 0}, {0x11102, 0, 0}, {0x11127, 0, 0}, {0x11128, 0, 0}, {0x11129, 0, 0},
    {0x1112A, 0, 0}, {0x1112B, 0, 0}, {0x1112D, 0, 0}, {0x1112E, 0, 0}, {0x1112F, 0, 0}, {0x11130, 0, 0},
    {0x11131, 0, 0}, {0x11132, 0, 0}, {0x11133, 0, 0}, {0x11134, 0, 0}, {0x11173, 0, 0}, {0x11180, 0, 0},
    {0x11181, 0, 0}, {0x111B6, 0, 0}, {0x111B7, 0, 0}, {0x111B8, 0, 0}, {0x111B9, 0, 0}, {0x111BA, 0, 0},
    {0x111BB, 0, 0}, {0x111BC, 0, 0}, {0x111BD, 0, 0}, {0x111BE, 0, 0}, {0x111C9, 0, 0}, {0x111CA, 0, 0},
    {0x111CB, 0, 0}, {0x111CC, 0, 0}, {0x111CF, 0, 0}, {0x1122F, 0, 0}, {0x11230, 0, 0}, {0x11231, 0, 0},
    {0x11234, 0, 0}, {0x11236, 0, 0}, {0x11237, 0, 0}, {0x1123E, 0, 0}, {0x112DF, 0, 0}, {0x112E3, 0, 0},
    {0x112E4, 0, 0}, {0x112E5, 0, 0}, {0x112E6, 0, 0}, {0x112E7, 0, 0}, {0x112E8, 0, 0}, {0x112E9, 0, 0},
    {0x112EA, 0, 0}, {0x11300, 0, 0}, {0x11301, 0, 0}, {0x1133B, 0, 0}, {0x1133C, 0, 0}, {0x11340, 0, 0},
    {0x1134B, 9446, 8}, {0x1134C, 9454, 8}, {0x11366, 0, 0}, {0x11367, 0, 0}, {0x11368, 0, 0}, {0x11369, 0, 0},
    {0x1136A, 0, 0}, {0x1136B, 0, 0}, {0x1136C, 0, 0}, {0x11370, 0, 0}, {0x11371, 0, 0}, {0x11372, 0, 0},
    {0x11373, 0, 0}, {0x11374, 0, 0}, {0x11438, 0, 0}, {0x11439, 0, 0}, {0x1143A, 0, 0}, {0x1143B, 0, 0},
    {0x1143C, 0, 0}, {0x1143D, 0, 0}, {0x1143E, 0, 0}, {0x1143F, 0, 0}, {0x11442, 0, 0}, {0x11443, 0, 0},
    {0x11444, 0, 0}, {0x11446, 0, 0}, {0x1145E, 0, 0}, {0x114B3, 0, 0}, {0x114B4, 0, 0}, {0x114B5, 0, 0},
    {0x114B6, 0, 0}, {0x114B7, 0, 0}, {0x114B8, 0, 0}, {0x114BA, 0, 0}, {0x114BB, 9462, 4}, {0x114BC, 9466, 8},
    {0x114BE, 9474, 8}, {0x114BF, 0, 0}, {0x114C0, 0, 0}, {0x114C2, 0, 0}, {0x114C3, 0, 0}, {0x115B2, 0, 0},
    {0x115B3, 0, 0}, {0x115B4, 0, 0}, {0x115B5, 0, 0}, {0x115BA, 9482, 8}, {0x115BB, 9490, 8}, {0x115BC, 0, 0},
    {0x115BD, 0, 0}, {0x115BF, 0, 0}, {0x115C0, 0, 0}, {0x115DC, 0, 0}, {0x115DD, 0, 0}, {0x11633, 0, 0},
    {0x11634, 0, 0}, {0x11635, 0, 0}, {0x11636, 0, 0}, {0x11637, 0, 0}, {0x11638, 0, 0}, {0x11639, 0, 0},
    {0x1163A, 0, 0}, {0x1163D, 0, 0}, {0x1163F, 0, 0}, {0x11640, 0, 0}, {0x116AB, 0, 0}, {0x116AD, 0, 0},
    {0x116B0, 0, 0}, {0x116B1, 0, 0}, {0x116B2, 0, 0}, {0x116B3, 0, 0}, {0x116B4, 0, 0}, {0x116B5, 0, 0},
    {0x116B7, 0, 0}, {0x1171D, 0, 0}, {0x1171E, 0, 0}, {0x1171F, 0, 0}, {0x11722, 0, 0}, {0x11723, 0, 0},
    {0x11724, 0, 0}, {0x11725, 0, 0}, {0x11727, 0, 0}, {0x11728, 0, 0}, {0x11729, 0, 0}, {0x1172A, 0, 0},
    {0x1172B, 0, 0}, {0x1182F, 0, 0}, {0x11830, 0, 0}, {0x11831, 0, 0}, {0x11832, 0, 0}, {0x11833, 0, 0},
    {0x11834, 0, 0}, {0x11835, 0, 0}, {0x11836, 0, 0}, {0x11837, 0, 0}, {0x11839, 0, 0}, {0x1183A, 0, 0},
    {0x118A0, 9498, 4}, {0x118A1, 9502, 4}, {0x118A2, 9506, 4}, {0x118A3, 9510, 4}, {0x118A4, 9514, 4}, {0x118A5, 9518, 4},
    {0x118A6, 9522, 4}, {0x118A7, 9526, 4}, {0x118A8, 9530, 4}, {0x118A9, 9534, 4}, {0x118AA, 9538, 4}, {0x118AB, 9542, 4},
    {0x118AC, 9546, 4}, {0x118AD, 9550, 4}, {0x118AE, 9554, 4}, {0x118AF, 9558, 4}, {0x118B0, 9562, 4}, {0x118B1, 9566, 4},
    {0x118B2, 9570, 4}, {0x118B3, 9574, 4}, {0x118B4, 9578, 4}, {0x118B5, 9582, 4}, {0x118B6, 9586, 4}, {0x118B7, 9590, 4},
    {0x118B8, 9594, 4}, {0x118B9, 9598, 4}, {0x118BA, 9602, 4}, {0x118BB, 9606, 4}, {0x118BC, 9610, 4}, {0x118BD, 9614, 4},
    {0x118BE, 9618, 4}, {0x118BF, 9622, 4}, {0x11938, 9626, 8}, {0x1193B, 0, 0}, {0x1193C, 0, 0}, {0x1193E, 0, 0},
    {0x11943, 0, 0}, {0x119D4, 0, 0}, {0x119D5, 0, 0}, {0x119D6, 0, 0}, {0x119D7, 0, 0}, {0x119DA, 0, 0},
    {0x119DB, 0, 0}, {0x119E0, 0, 0}, {0x11A01, 0, 0}, {0x11A02, 0, 0}, {0x11A03, 0, 0}, {0x11A04, 0, 0},
    {0x11A05, 0, 0}, {0x11A06, 0, 0}, {0x11A07, 0, 0}, {0x11A08, 0, 0}, {0x11A09, 0, 0}, {0x11A0A, 0, 0},
    {0x11A33, 0, 0}, {0x11A34, 0, 0}, {0x11A35, 0, 0}, {0x11A36, 0, 0}, {0x11A37, 0, 0}, {0x11A38, 0, 0},
    {0x11A3B, 0, 0}, {0x11A3C, 0, 0}, {0x11A3D, 0, 0}, {0x11A3E, 0, 0}, {0x11A47, 0, 0}, {0x11A51, 0, 0},
    {0x11A52, 0, 0}, {0x11A53, 0, 0}, {0x11A54, 0, 0}, {0x11A55, 0, 0}, {0x11A56, 0, 0}, {0x11A59, 0, 0},
    {0x11A5A, 0, 0}, {0x11A5B, 0, 0}, {0x11A8A, 0, 0}, {0x11A8B, 0, 0}, {0x11A8C, 0, 0}, {0x11A8D, 0, 0},
    {0x11A8E, 0, 0}, {0x11A8F, 0, 0}, {0x11A90, 0, 0}, {0x11A91, 0, 0}, {0x11A92, 0, 0}, {0x11A93, 0, 0},
    {0x11A94, 0, 0}, {0x11A95, 0, 0}, {0x11A96, 0, 0}, {0x11A98, 0, 0}, {0x11A99, 0, 0}, {0x11C30, 0, 0},
    {0x11C31, 0, 0}, {0x11C32, 0, 0}, {0x11C33, 0, 0}, {0x11C34, 0, 0}, {0x11C35, 0, 0}, {0x11C36, 0, 0},
    {0x11C38, 0, 0}, {0x11C39, 0, 0}, {0x11C3A, 0, 0}, {0x11C3B, 0, 0}, {0x11C3C, 0, 0}, {0x11C3D, 0, 0},
    {0x11C3F, 0, 0}, {0x11C92, 0, 0}, {0x11C93, 0, 0}, {0x11C94, 0, 0}, {0x11C95, 0, 0}, {0x11C96, 0, 0},
    {0x11C97, 0, 0}, {0x11C98, 0, 0}, {0x11C99, 0, 0}, {0x11C9A, 0, 0}, {0x11C9B, 0, 0}, {0x11C9C, 0, 0},
    {0x11C9D, 0, 0}, {0x11C9E, 0, 0}, {0x11C9F, 0, 0}, {0x11CA0, 0, 0}, {0x11CA1, 0, 0}, {0x11CA2, 0, 0},
    {0x11CA3, 0, 0}, {0x11CA4, 0, 0}, {0x11CA5, 0, 0}, {0x11CA6, 0, 0}, {0x11CA7, 0, 0}, {0x11CAA, 0, 0},
    {0x11CAB, 0, 0}, {0x11CAC, 0, 0}, {0x11CAD, 0, 0}, {0x11CAE, 0, 0}, {0x11CAF, 0, 0}, {0x11CB0, 0, 0},
    {0x11CB2, 0, 0}, {0x11CB3, 0, 0}, {0x11CB5, 0, 0}, {0x11CB6, 0, 0}, {0x11D31, 0, 0}, {0x11D32, 0, 0},
    {0x11D33, 0, 0}, {0x11D34, 0, 0}, {0x11D35, 0, 0}, {0x11D36, 0, 0}, {0x11D3A, 0, 0}, {0x11D3C, 0, 0},
    {0x11D3D, 0, 0}, {0x11D3F, 0, 0}, {0x11D40, 0, 0}, {0x11D41, 0, 0}, {0x11D42, 0, 0}, {0x11D43, 0, 0},
    {0x11D44, 0, 0}, {0x11D45, 0, 0}, {0x11D47, 0, 0}, {0x11D90, 0, 0}, {0x11D91, 0, 0}, {0x11D95, 0, 0},
    {0x11D97, 0, 0}, {0x11EF3, 0, 0}, {0x11EF4, 0, 0}, {0x16AF0, 0, 0}, {0x16AF1, 0, 0}, {0x16AF2, 0, 0},
    {0x16AF3, 0, 0}, {0x16AF4, 0, 0}, {0x16B30, 0, 0}, {0x16B31, 0, 0}, {0x16B32, 0, 0}, {0x16B33, 0, 0},
    {0x16B34, 0, 0}, {0x16B35, 0, 0}, {0x16B36, 0, 0}, {0x16E40, 9634, 4}, {0x16E41, 9638, 4}, {0x16E42, 9642, 4},
    {0x16E43, 9646, 4}, {0x16E44, 9650, 4}, {0x16E45, 9654, 4}, {0x16E46, 9658, 4}, {0x16E47, 9662, 4}, {0x16E48, 9666, 4},
    {0x16E49, 9670, 4}, {0x16E4A, 9674, 4}, {0x16E4B, 9678, 4}, {0x16E4C, 9682, 4}, {0x16E4D, 9686, 4}, {0x16E4E, 9690, 4},
    {0x16E4F, 9694, 4}, {0x16E50, 9698, 4}, {0x16E51, 9702, 4}, {0x16E52, 9706, 4}, {0x16E53, 9710, 4}, {0x16E54, 9714, 4},
    {0x16E55, 9718, 4}, {0x16E56, 9722, 4}, {0x16E57, 9726, 4}, {0x16E58, 9730, 4}, {0x16E59, 9734, 4}, {0x16E5A, 9738, 4},
    {0x16E5B, 9742, 4}, {0x16E5C, 9746, 4}, {0x16E5D, 9750, 4}, {0x16E5E, 9754, 4}, {0x16E5F, 9758, 4}, {0x16F4F, 0, 0},
    {0x16F8F, 0, 0}, {0x16F90, 0, 0}, {0x16F91, 0, 0}, {0x16F92, 0, 0}, {0x16FE4, 0, 0}, {0x1BC9D, 0, 0},
    {0x1BC9E, 0, 0}, {0x1CF00, 0, 0}, {0x1CF01, 0, 0}, {0x1CF02, 0, 0}, {0x1CF03, 0, 0}, {0x1CF04, 0, 0},
    {0x1CF05, 0, 0}, {0x1CF06, 0, 0}, {0x1CF07, 0, 0}, {0x1CF08, 0, 0}, {0x1CF09, 0, 0}, {0x1CF0A, 0, 0},
    {0x1CF0B, 0, 0}, {0x1CF0C, 0, 0}, {0x1CF0D, 0, 0}, {0x1CF0E, 0, 0}, {0x1CF0F, 0, 0}, {0x1CF10, 0, 0},
    {0x1CF11, 0, 0}, {0x1CF12, 0, 0}, {0x1CF13, 0, 0}, {0x1CF14, 0, 0}, {0x1CF15, 0, 0}, {0x1CF16, 0, 0},
    {0x1CF17, 0, 0}, {0x1CF18, 0, 0}, {0x1CF19, 0, 0}, {0x1CF1A, 0, 0}, {0x1CF1B, 0, 0}, {0x1CF1C, 0, 0},
    {0x1CF1D, 0, 0}, {0x1CF1E, 0, 0}, {0x1CF1F, 0, 0}, {0x1CF20, 0, 0}, {0x1CF21, 0, 0}, {0x1CF22, 0, 0},
    {0x1CF23, 0, 0}, {0x1CF24, 0, 0}, {0x1CF25, 0, 0}, {0x1CF26, 0, 0}, {0x1CF27, 0, 0}, {0x1CF28, 0, 0},
    {0x1CF29, 0, 0}, {0x1CF2A, 0, 0}, {0x1CF2B, 0, 0}, {0x1CF2C, 0, 0}, {0x1CF2D, 0, 0}, {0x1CF30, 0, 0},
    {0x1CF31, 0, 0}, {0x1CF32, 0, 0}, {0x1CF33, 0, 0}, {0x1CF34, 0, 0}, {0x1CF35, 0, 0}, {0x1CF36, 0, 0},
    {0x1CF37, 0, 0}, {0x1CF38, 0, 0}, {0x1CF39, 0, 0}, {0x1CF3A, 0, 0}, {0x1CF3B, 0, 0}, {0x1CF3C, 0, 0},
    {0x1CF3D, 0, 0}, {0x1CF3E, 0, 0}, {0x1CF3F, 0, 0}, {0x1CF40, 0, 0}, {0x1CF41, 0, 0}, {0x1CF42, 0, 0},
    {0x1CF43, 0, 0}, {0x1CF44, 0, 0}, {0x1CF45, 0, 0}, {0x1CF46, 0, 0}, {0x1D15E, 9762, 8}, {0x1D15F, 9770, 8},
    {0x1D160, 9778, 12}, {0x1D161, 9790, 12}, {0x1D162, 9802, 12}, {0x1D163, 9814, 12}, {0x1D164, 9826, 12}, {0x1D167, 0, 0},
    {0x1D168, 0, 0}, {0x1D169, 0, 0}, {0x1D17B, 0, 0}, {0x1D17C, 0, 0}, {0x1D17D, 0, 0}, {0x1D17E, 0, 0},
    {0x1D17F, 0, 0}, {0x1D180, 0, 0}, {0x1D181, 0, 0}, {0x1D182, 0, 0}, {0x1D185, 0, 0}, {0x1D186, 0, 0},
    {0x1D187, 0, 0}, {0x1D188, 0, 0}, {0x1D189, 0, 0}, {0x1D18A, 0, 0}, {0x1D18B, 0, 0}, {0x1D1AA, 0, 0},
    {0x1D1AB, 0, 0}, {0x1D1AC, 0, 0}, {0x1D1AD, 0, 0}, {0x1D1BB, 9838, 8}, {0x1D1BC, 9846, 8}, {0x1D1BD, 9854, 12},
    {0x1D1BE, 9866, 12}, {0x1D1BF, 9878, 12}, {0x1D1C0, 9890, 12}, {0x1D242, 0, 0}, {0x1D243, 0, 0}, {0x1D244, 0, 0},
    {0x1D400, 1, 1}, {0x1D401, 1164, 1}, {0x1D402, 25, 1}, {0x1D403, 27, 1}, {0x1D404, 24, 1}, {0x1D405, 1193, 1},
    {0x1D406, 35, 1}, {0x1D407, 32, 1}, {0x1D408, 26, 1}, {0x1D409, 37, 1}, {0x1D40A, 38, 1}, {0x1D40B, 39, 1},
    {0x1D40C, 1165, 1}, {0x1D40D, 28, 1}, {0x1D40E, 7, 1}, {0x1D40F, 1166, 1}, {0x1D410, 1337, 1}, {0x1D411, 50, 1},
    {0x1D412, 33, 1}, {0x1D413, 31, 1}, {0x1D414, 29, 1}, {0x1D415, 1185, 1}, {0x1D416, 53, 1}, {0x1D417, 179, 1},
    {0x1D418, 30, 1}, {0x1D419, 54, 1}, {0x1D41A, 1, 1}, {0x1D41B, 1164, 1}, {0x1D41C, 25, 1}, {0x1D41D, 27, 1},
    {0x1D41E, 24, 1}, {0x1D41F, 1193, 1}, {0x1D420, 35, 1}, {0x1D421, 32, 1}, {0x1D422, 26, 1}, {0x1D423, 37, 1},
    {0x1D424, 38, 1}, {0x1D425, 39, 1}, {0x1D426, 1165, 1}, {0x1D427, 28, 1}, {0x1D428, 7, 1}, {0x1D429, 1166, 1},
    {0x1D42A, 1337, 1}, {0x1D42B, 50, 1}, {0x1D42C, 33, 1}, {0x1D42D, 31, 1}, {0x1D42E, 29, 1}, {0x1D42F, 1185, 1},
    {0x1D430, 53, 1}, {0x1D431, 179, 1}, {0x1D432, 30, 1}, {0x1D433, 54, 1}, {0x1D434, 1, 1}, {0x1D435, 1164, 1},
    {0x1D436, 25, 1}, {0x1D437, 27, 1}, {0x1D438, 24, 1}, {0x1D439, 1193, 1}, {0x1D43A, 35, 1}, {0x1D43B, 32, 1},
    {0x1D43C, 26, 1}, {0x1D43D, 37, 1}, {0x1D43E, 38, 1}, {0x1D43F, 39, 1}, {0x1D440, 1165, 1}, {0x1D441, 28, 1},
    {0x1D442, 7, 1}, {0x1D443, 1166, 1}, {0x1D444, 1337, 1}, {0x1D445, 50, 1}, {0x1D446, 33, 1}, {0x1D447, 31, 1},
    {0x1D448, 29, 1}, {0x1D449, 1185, 1}, {0x1D44A, 53, 1}, {0x1D44B, 179, 1}, {0x1D44C, 30, 1}, {0x1D44D, 54, 1},
    {0x1D44E, 1, 1}, {0x1D44F, 1164, 1}, {0x1D450, 25, 1}, {0x1D451, 27, 1}, {0x1D452, 24, 1}, {0x1D453, 1193, 1},
    {0x1D454, 35, 1}, {0x1D456, 26, 1}, {0x1D457, 37, 1}, {0x1D458, 38, 1}, {0x1D459, 39, 1}, {0x1D45A, 1165, 1},
    {0x1D45B, 28, 1}, {0x1D45C, 7, 1}, {0x1D45D, 1166, 1}, {0x1D45E, 1337, 1}, {0x1D45F, 50, 1}, {0x1D460, 33, 1},
    {0x1D461, 31, 1}, {0x1D462, 29, 1}, {0x1D463, 1185, 1}, {0x1D464, 53, 1}, {0x1D465, 179, 1}, {0x1D466, 30, 1},
    {0x1D467, 54, 1}, {0x1D468, 1, 1}, {0x1D469, 1164, 1}, {0x1D46A, 25, 1}, {0x1D46B, 27, 1}, {0x1D46C, 24, 1},
    {0x1D46D, 1193, 1}, {0x1D46E, 35, 1}, {0x1D46F, 32, 1}, {0x1D470, 26, 1}, {0x1D471, 37, 1}, {0x1D472, 38, 1},
    {0x1D473, 39, 1}, {0x1D474, 1165, 1}, {0x1D475, 28, 1}, {0x1D476, 7, 1}, {0x1D477, 1166, 1}, {0x1D478, 1337, 1},
    {0x1D479, 50, 1}, {0x1D47A, 33, 1}, {0x1D47B, 31, 1}, {0x1D47C, 29, 1}, {0x1D47D, 1185, 1}, {0x1D47E, 53, 1},
    {0x1D47F, 179, 1}, {0x1D480, 30, 1}, {0x1D481, 54, 1}, {0x1D482, 1, 1}, {0x1D483, 1164, 1}, {0x1D484, 25, 1},
    {0x1D485, 27, 1}, {0x1D486, 24, 1}, {0x1D487, 1193, 1}, {0x1D488, 35, 1}, {0x1D489, 32, 1}, {0x1D48A, 26, 1},
    {0x1D48B, 37, 1}, {0x1D48C, 38, 1}, {0x1D48D, 39, 1}, {0x1D48E, 1165, 1}, {0x1D48F, 28, 1}, {0x1D490, 7, 1},
    {0x1D491, 1166, 1}, {0x1D492, 1337, 1}, {0x1D493, 50, 1}, {0x1D494, 33, 1}, {0x1D495, 31, 1}, {0x1D496, 29, 1},
    {0x1D497, 1185, 1}, {0x1D498, 53, 1}, {0x1D499, 179, 1}, {0x1D49A, 30, 1}, {0x1D49B, 54, 1}, {0x1D49C, 1, 1},
    {0x1D49E, 25, 1}, {0x1D49F, 27, 1}, {0x1D4A2, 35, 1}, {0x1D4A5, 37, 1}, {0x1D4A6, 38, 1}, {0x1D4A9, 28, 1},
    {0x1D4AA, 7, 1}, {0x1D4AB, 1166, 1}, {0x1D4AC, 1337, 1}, {0x1D4AE, 33, 1}, {0x1D4AF, 31, 1}, {0x1D4B0, 29, 1},
    {0x1D4B1, 1185, 1}, {0x1D4B2, 53, 1}, {0x1D4B3, 179, 1}, {0x1D4B4, 30, 1}, {0x1D4B5, 54, 1}, {0x1D4B6, 1, 1},
    {0x1D4B7, 1164, 1}, {0x1D4B8, 25, 1}, {0x1D4B9, 27, 1}, {0x1D4BB, 1193, 1}, {0x1D4BD, 32, 1}, {0x1D4BE, 26, 1},
    {0x1D4BF, 37, 1}, {0x1D4C0, 38, 1}, {0x1D4C1, 39, 1}, {0x1D4C2, 1165, 1}, {0x1D4C3, 28, 1}, {0x1D4C5, 1166, 1},
    {0x1D4C6, 1337, 1}, {0x1D4C7, 50, 1}, {0x1D4C8, 33, 1}, {0x1D4C9, 31, 1}, {0x1D4CA, 29, 1}, {0x1D4CB, 1185, 1},
    {0x1D4CC, 53, 1}, {0x1D4CD, 179, 1}, {0x1D4CE, 30, 1}, {0x1D4CF, 54, 1}, {0x1D4D0, 1, 1}, {0x1D4D1, 1164, 1},
    {0x1D4D2, 25, 1}, {0x1D4D3, 27, 1}, {0x1D4D4, 24, 1}, {0x1D4D5, 1193, 1}, {0x1D4D6, 35, 1}, {0x1D4D7, 32, 1},
    {0x1D4D8, 26, 1}, {0x1D4D9, 37, 1}, {0x1D4DA, 38, 1}, {0x1D4DB, 39, 1}, {0x1D4DC, 1165, 1}, {0x1D4DD, 28, 1},
    {0x1D4DE, 7, 1}, {0x1D4DF, 1166, 1}, {0x1D4E0, 1337, 1}, {0x1D4E1, 50, 1}, {0x1D4E2, 33, 1}, {0x1D4E3, 31, 1},
    {0x1D4E4, 29, 1}, {0x1D4E5, 1185, 1}, {0x1D4E6, 53, 1}, {0x1D4E7, 179, 1}, {0x1D4E8, 30, 1}, {0x1D4E9, 54, 1},
    {0x1D4EA, 1, 1}, {0x1D4EB, 1164, 1}, {0x1D4EC, 25, 1}, {0x1D4ED, 27, 1}, {0x1D4EE, 24, 1}, {0x1D4EF, 1193, 1},
    {0x1D4F0, 35, 1}, {0x1D4F1, 32, 1}, {0x1D4F2, 26, 1}, {0x1D4F3, 37, 1}, {0x1D4F4, 38, 1}, {0x1D4F5, 39, 1},
    {0x1D4F6, 1165, 1}, {0x1D4F7, 28, 1}, {0x1D4F8, 7, 1}, {0x1D4F9, 1166, 1}, {0x1D4FA, 1337, 1}, {0x1D4FB, 50, 1},
    {0x1D4FC, 33, 1}, {0x1D4FD, 31, 1}, {0x1D4FE, 29, 1}, {0x1D4FF, 1185, 1}, {0x1D500, 53, 1}, {0x1D501, 179, 1},
    {0x1D502, 30, 1}, {0x1D503, 54, 1}, {0x1D504, 1, 1}, {0x1D505, 1164, 1}, {0x1D507, 27, 1}, {0x1D508, 24, 1},
    {0x1D509, 1193, 1}, {0x1D50A, 35, 1}, {0x1D50D, 37, 1}, {0x1D50E, 38, 1}, {0x1D50F, 39, 1}, {0x1D510, 1165, 1},
    {0x1D511, 28, 1}, {0x1D512, 7, 1}, {0x1D513, 1166, 1}, {0x1D514, 1337, 1}, {0x1D516, 33, 1}, {0x1D517, 31, 1},
    {0x1D518, 29, 1}, {0x1D519, 1185, 1}, {0x1D51A, 53, 1}, {0x1D51B, 179, 1}, {0x1D51C, 30, 1}, {0x1D51E, 1, 1},
    {0x1D51F, 1164, 1}, {0x1D520, 25, 1}, {0x1D521, 27, 1}, {0x1D522, 24, 1}, {0x1D523, 1193, 1}, {0x1D524, 35, 1},
    {0x1D525, 32, 1}, {0x1D526, 26, 1}, {0x1D527, 37, 1}, {0x1D528, 38, 1}, {0x1D529, 39, 1}, {0x1D52A, 1165, 1},
    {0x1D52B, 28, 1}, {0x1D52C, 7, 1}, {0x1D52D, 1166, 1}, {0x1D52E, 1337, 1}, {0x1D52F, 50, 1}, {0x1D530, 33, 1},
    {0x1D531, 31, 1}, {0x1D532, 29, 1}, {0x1D533, 1185, 1}, {0x1D534, 53, 1}, {0x1D535, 179, 1}, {0x1D536, 30, 1},
    {0x1D537, 54, 1}, {0x1D538, 1, 1}, {0x1D539, 1164, 1}, {0x1D53B, 27, 1}, {0x1D53C, 24, 1}, {0x1D53D, 1193, 1},
    {0x1D53E, 35, 1}, {0x1D540, 26, 1}, {0x1D541, 37, 1}, {0x1D542, 38, 1}, {0x1D543, 39, 1}, {0x1D544, 1165, 1},
    {0x1D546, 7, 1}, {0x1D54A, 33, 1}, {0x1D54B, 31, 1}, {0x1D54C, 29, 1}, {0x1D54D, 1185, 1}, {0x1D54E, 53, 1},
    {0x1D54F, 179, 1}, {0x1D550, 30, 1}, {0x1D552, 1, 1}, {0x1D553, 1164, 1}, {0x1D554, 25, 1}, {0x1D555, 27, 1},
    {0x1D556, 24, 1}, {0x1D557, 1193, 1}, {0x1D558, 35, 1}, {0x1D559, 32, 1}, {0x1D55A, 26, 1}, {0x1D55B, 37, 1},
    {0x1D55C, 38, 1}, {0x1D55D, 39, 1}, {0x1D55E, 1165, 1}, {0x1D55F, 28, 1}, {0x1D560, 7, 1}, {0x1D561, 1166, 1},
    {0x1D562, 1337, 1}, {0x1D563, 50, 1}, {0x1D564, 33, 1}, {0x1D565, 31, 1}, {0x1D566, 29, 1}, {0x1D567, 1185, 1},
    {0x1D568, 53, 1}, {0x1D569, 179, 1}, {0x1D56A, 30, 1}, {0x1D56B, 54, 1}, {0x1D56C, 1, 1}, {0x1D56D, 1164, 1},
    {0x1D56E, 25, 1}, {0x1D56F, 27, 1}, {0x1D570, 24, 1}, {0x1D571, 1193, 1}, {0x1D572, 35, 1}, {0x1D573, 32, 1},
    {0x1D574, 26, 1}, {0x1D575, 37, 1}, {0x1D576, 38, 1}, {0x1D577, 39, 1}, {0x1D578, 1165, 1}, {0x1D579, 28, 1},
    {0x1D57A, 7, 1}, {0x1D57B, 1166, 1}, {0x1D57C, 1337, 1}, {0x1D57D, 50, 1}, {0x1D57E, 33, 1}, {0x1D57F, 31, 1},
    {0x1D580, 29, 1}, {0x1D581, 1185, 1}, {0x1D582, 53, 1}, {0x1D583, 179, 1}, {0x1D584, 30, 1}, {0x1D585, 54, 1},
    {0x1D586, 1, 1}, {0x1D587, 1164, 1}, {0x1D588, 25, 1}, {0x1D589, 27, 1}, {0x1D58A, 24, 1}, {0x1D58B, 1193, 1},
    {0x1D58C, 35, 1}, {0x1D58D, 32, 1}, {0x1D58E, 26, 1}, {0x1D58F, 37, 1}, {0x1D590, 38, 1}, {0x1D591, 39, 1},
    {0x1D592, 1165, 1}, {0x1D593, 28, 1}, {0x1D594, 7, 1}, {0x1D595, 1166, 1}, {0x1D596, 1337, 1}, {0x1D597, 50, 1},
    {0x1D598, 33, 1}, {0x1D599, 31, 1}, {0x1D59A, 29, 1}, {0x1D59B, 1185, 1}, {0x1D59C, 53, 1}, {0x1D59D, 179, 1},
    {0x1D59E, 30, 1}, {0x1D59F, 54, 1}, {0x1D5A0, 1, 1}, {0x1D5A1, 1164, 1}, {0x1D5A2, 25, 1}, {0x1D5A3, 27, 1},
    {0x1D5A4, 24, 1}, {0x1D5A5, 1193, 1}, {0x1D5A6, 35, 1}, {0x1D5A7, 32, 1}, {0x1D5A8, 26, 1}, {0x1D5A9, 37, 1},
    {0x1D5AA, 38, 1}, {0x1D5AB, 39, 1}, {0x1D5AC, 1165, 1}, {0x1D5AD, 28, 1}, {0x1D5AE, 7, 1}, {0x1D5AF, 1166, 1},
    {0x1D5B0, 1337, 1}, {0x1D5B1, 50, 1}, {0x1D5B2, 33, 1}, {0x1D5B3, 31, 1}, {0x1D5B4, 29, 1}, {0x1D5B5, 1185, 1},
    {0x1D5B6, 53, 1}, {0x1D5B7, 179, 1}, {0x1D5B8, 30, 1}, {0x1D5B9, 54, 1}, {0x1D5BA, 1, 1}, {0x1D5BB, 1164, 1},
    {0x1D5BC, 25, 1}, {0x1D5BD, 27, 1}, {0x1D5BE, 24, 1}, {0x1D5BF, 1193, 1}, {0x1D5C0, 35, 1}, {0x1D5C1, 32, 1},
    {0x1D5C2, 26, 1}, {0x1D5C3, 37, 1}, {0x1D5C4, 38, 1}, {0x1D5C5, 39, 1}, {0x1D5C6, 1165, 1}, {0x1D5C7, 28, 1},
    {0x1D5C8, 7, 1}, {0x1D5C9, 1166, 1}, {0x1D5CA, 1337, 1}, {0x1D5CB, 50, 1}, {0x1D5CC, 33, 1}, {0x1D5CD, 31, 1},
    {0x1D5CE, 29, 1}, {0x1D5CF, 1185, 1}, {0x1D5D0, 53, 1}, {0x1D5D1, 179, 1}, {0x1D5D2, 30, 1}, {0x1D5D3, 54, 1},
    {0x1D5D4, 1, 1}, {0x1D5D5, 1164, 1}, {0x1D5D6, 25, 1}, {0x1D5D7, 27, 1}, {0x1D5D8, 24, 1}, {0x1D5D9, 1193, 1},
    {0x1D5DA, 35, 1}, {0x1D5DB, 32, 1}, {0x1D5DC, 26, 1}, {0x1D5DD, 37, 1}, {0x1D5DE, 38, 1}, {0x1D5DF, 39, 1},
    {0x1D5E0, 1165, 1}, {0x1D5E1, 28, 1}, {0x1D5E2, 7, 1}, {0x1D5E3, 1166, 1}, {0x1D5E4, 1337, 1}, {0x1D5E5, 50, 1},
    {0x1D5E6, 33, 1}, {0x1D5E7, 31, 1}, {0x1D5E8, 29, 1}, {0x1D5E9, 1185, 1}, {0x1D5EA, 53, 1}, {0x1D5EB, 179, 1},
    {0x1D5EC, 30, 1}, {0x1D5ED, 54, 1}, {0x1D5EE, 1, 1}, {0x1D5EF, 1164, 1}, {0x1D5F0, 25, 1}, {0x1D5F1, 27, 1},
    {0x1D5F2, 24, 1}, {0x1D5F3, 1193, 1}, {0x1D5F4, 35, 1}, {0x1D5F5, 32, 1}, {0x1D5F6, 26, 1}, {0x1D5F7, 37, 1},
    {0x1D5F8, 38, 1}, {0x1D5F9, 39, 1}, {0x1D5FA, 1165, 1}, {0x1D5FB, 28, 1}, {0x1D5FC, 7, 1}, {0x1D5FD, 1166, 1},
    {0x1D5FE, 1337, 1}, {0x1D5FF, 50, 1}, {0x1D600, 33, 1}, {0x1D601, 31, 1}, {0x1D602, 29, 1}, {0x1D603, 1185, 1},
    {0x1D604, 53, 1}, {0x1D605, 179, 1}, {0x1D606, 30, 1}, {0x1D607, 54, 1}, {0x1D608, 1, 1}, {0x1D609, 1164, 1},
    {0x1D60A, 25, 1}, {0x1D60B, 27, 1}, {0x1D60C, 24, 1}, {0x1D60D, 1193, 1}, {0x1D60E, 35, 1}, {0x1D60F, 32, 1},
    {0x1D610, 26, 1}, {0x1D611, 37, 1}, {0x1D612, 38, 1}, {0x1D613, 39, 1}, {0x1D614, 1165, 1}, {0x1D615, 28, 1},
    {0x1D616, 7, 1}, {0x1D617, 1166, 1}, {0x1D618, 1337, 1}, {0x1D619, 50, 1}, {0x1D61A, 33, 1}, {0x1D61B, 31, 1},
    {0x1D61C, 29, 1}, {0x1D61D, 1185, 1}, {0x1D61E, 53, 1}, {0x1D61F, 179, 1}, {0x1D620, 30, 1}, {0x1D621, 54, 1},
    {0x1D622, 1, 1}, {0x1D623, 1164, 1}, {0x1D624, 25, 1}, {0x1D625, 27, 1}, {0x1D626, 24, 1}, {0x1D627, 1193, 1},
    {0x1D628, 35, 1}, {0x1D629, 32, 1}, {0x1D62A, 26, 1}, {0x1D62B, 37, 1}, {0x1D62C, 38, 1}, {0x1D62D, 39, 1},
    {0x1D62E, 1165, 1}, {0x1D62F, 28, 1}, {0x1D630, 7, 1}, {0x1D631, 1166, 1}, {0x1D632, 1337, 1}, {0x1D633, 50, 1},
    {0x1D634, 33, 1}, {0x1D635, 31, 1}, {0x1D636, 29, 1}, {0x1D637, 1185, 1}, {0x1D638, 53, 1}, {0x1D639, 179, 1},
    {0x1D63A, 30, 1}, {0x1D63B, 54, 1}, {0x1D63C, 1, 1}, {0x1D63D, 1164, 1}, {0x1D63E, 25, 1}, {0x1D63F, 27, 1},
    {0x1D640, 24, 1}, {0x1D641, 1193, 1}, {0x1D642, 35, 1}, {0x1D643, 32, 1}, {0x1D644, 26, 1}, {0x1D645, 37, 1},
    {0x1D646, 38, 1}, {0x1D647, 39, 1}, {0x1D648, 1165, 1}, {0x1D649, 28, 1}, {0x1D64A, 7, 1}, {0x1D64B, 1166, 1},
    {0x1D64C, 1337, 1}, {0x1D64D, 50, 1}, {0x1D64E, 33, 1}, {0x1D64F, 31, 1}, {0x1D650, 29, 1}, {0x1D651, 1185, 1},
    {0x1D652, 53, 1}, {0x1D653, 179, 1}, {0x1D654, 30, 1}, {0x1D655, 54, 1}, {0x1D656, 1, 1}, {0x1D657, 1164, 1},
    {0x1D658, 25, 1}, {0x1D659, 27, 1}, {0x1D65A, 24, 1}, {0x1D65B, 1193, 1}, {0x1D65C, 35, 1}, {0x1D65D, 32, 1},
    {0x1D65E, 26, 1}, {0x1D65F, 37, 1}, {0x1D660, 38, 1}, {0x1D661, 39, 1}, {0x1D662, 1165, 1}, {0x1D663, 28, 1},
    {0x1D664, 7, 1}, {0x1D665, 1166, 1}, {0x1D666, 1337, 1}, {0x1D667, 50, 1}, {0x1D668, 33, 1}, {0x1D669, 31, 1},
    {0x1D66A, 29, 1}, {0x1D66B, 1185, 1}, {0x1D66C, 53, 1}, {0x1D66D, 179, 1}, {0x1D66E, 30, 1}, {0x1D66F, 54, 1},
    {0x1D670, 1, 1}, {0x1D671, 1164, 1}, {0x1D672, 25, 1}, {0x1D673, 27, 1}, {0x1D674, 24, 1}, {0x1D675, 1193, 1},
    {0x1D676, 35, 1}, {0x1D677, 32, 1}, {0x1D678, 26, 1}, {0x1D679, 37, 1}, {0x1D67A, 38, 1}, {0x1D67B, 39, 1},
    {0x1D67C, 1165, 1}, {0x1D67D, 28, 1}, {0x1D67E, 7, 1}, {0x1D67F, 1166, 1}, {0x1D680, 1337, 1}, {0x1D681, 50, 1},
    {0x1D682, 33, 1}, {0x1D683, 31, 1}, {0x1D684, 29, 1}, {0x1D685, 1185, 1}, {0x1D686, 53, 1}, {0x1D687, 179, 1},
    {0x1D688, 30, 1}, {0x1D689, 54, 1}, {0x1D68A, 1, 1}, {0x1D68B, 1164, 1}, {0x1D68C, 25, 1}, {0x1D68D, 27, 1},
    {0x1D68E, 24, 1}, {0x1D68F, 1193, 1}, {0x1D690, 35, 1}, {0x1D691, 32, 1}, {0x1D692, 26, 1}, {0x1D693, 37, 1},
    {0x1D694, 38, 1}, {0x1D695, 39, 1}, {0x1D696, 1165, 1}, {0x1D697, 28, 1}, {0x1D698, 7, 1}, {0x1D699, 1166, 1},
    {0x1D69A, 1337, 1}, {0x1D69B, 50, 1}, {0x1D69C, 33, 1}, {0x1D69D, 31, 1}, {0x1D69E, 29, 1}, {0x1D69F, 1185, 1},
    {0x1D6A0, 53, 1}, {0x1D6A1, 179, 1}, {0x1D6A2, 30, 1}, {0x1D6A3, 54, 1}, {0x1D6A4, 26, 1}, {0x1D6A5, 9902, 2},
    {0x1D6A8, 198, 2}, {0x1D6A9, 210, 2}, {0x1D6AA, 212, 2}, {0x1D6AB, 214, 2}, {0x1D6AC, 200, 2}, {0x1D6AD, 216, 2},
    {0x1D6AE, 202, 2}, {0x1D6AF, 218, 2}, {0x1D6B0, 182, 2}, {0x1D6B1, 220, 2}, {0x1D6B2, 222, 2}, {0x1D6B3, 4, 2},
    {0x1D6B4, 224, 2}, {0x1D6B5, 226, 2}, {0x1D6B6, 204, 2}, {0x1D6B7, 228, 2}, {0x1D6B8, 230, 2}, {0x1D6B9, 218, 2},
    {0x1D6BA, 232, 2}, {0x1D6BB, 234, 2}, {0x1D6BC, 206, 2}, {0x1D6BD, 236, 2}, {0x1D6BE, 238, 2}, {0x1D6BF, 240, 2},
    {0x1D6C0, 208, 2}, {0x1D6C1, 9904, 3}, {0x1D6C2, 198, 2}, {0x1D6C3, 210, 2}, {0x1D6C4, 212, 2}, {0x1D6C5, 214, 2},
    {0x1D6C6, 200, 2}, {0x1D6C7, 216, 2}, {0x1D6C8, 202, 2}, {0x1D6C9, 218, 2}, {0x1D6CA, 182, 2}, {0x1D6CB, 220, 2},
    {0x1D6CC, 222, 2}, {0x1D6CD, 4, 2}, {0x1D6CE, 224, 2}, {0x1D6CF, 226, 2}, {0x1D6D0, 204, 2}, {0x1D6D1, 228, 2},
    {0x1D6D2, 230, 2}, {0x1D6D3, 232, 2}, {0x1D6D4, 232, 2}, {0x1D6D5, 234, 2}, {0x1D6D6, 206, 2}, {0x1D6D7, 236, 2},
    {0x1D6D8, 238, 2}, {0x1D6D9, 240, 2}, {0x1D6DA, 208, 2}, {0x1D6DB, 9907, 3}, {0x1D6DC, 200, 2}, {0x1D6DD, 218, 2},
    {0x1D6DE, 220, 2}, {0x1D6DF, 236, 2}, {0x1D6E0, 230, 2}, {0x1D6E1, 228, 2}, {0x1D6E2, 198, 2}, {0x1D6E3, 210, 2},
    {0x1D6E4, 212, 2}, {0x1D6E5, 214, 2}, {0x1D6E6, 200, 2}, {0x1D6E7, 216, 2}, {0x1D6E8, 202, 2}, {0x1D6E9, 218, 2},
    {0x1D6EA, 182, 2}, {0x1D6EB, 220, 2}, {0x1D6EC, 222, 2}, {0x1D6ED, 4, 2}, {0x1D6EE, 224, 2}, {0x1D6EF, 226, 2},
    {0x1D6F0, 204, 2}, {0x1D6F1, 228, 2}, {0x1D6F2, 230, 2}, {0x1D6F3, 218, 2}, {0x1D6F4, 232, 2}, {0x1D6F5, 234, 2},
    {0x1D6F6, 206, 2}, {0x1D6F7, 236, 2}, {0x1D6F8, 238, 2}, {0x1D6F9, 240, 2}, {0x1D6FA, 208, 2}, {0x1D6FB, 9904, 3},
    {0x1D6FC, 198, 2}, {0x1D6FD, 210, 2}, {0x1D6FE, 212, 2}, {0x1D6FF, 214, 2}, {0x1D700, 200, 2}, {0x1D701, 216, 2},
    {0x1D702, 202, 2}, {0x1D703, 218, 2}, {0x1D704, 182, 2}, {0x1D705, 220, 2}, {0x1D706, 222, 2}, {0x1D707, 4, 2},
    {0x1D708, 224, 2}, {0x1D709, 226, 2}, {0x1D70A, 204, 2}, {0x1D70B, 228, 2}, {0x1D70C, 230, 2}, {0x1D70D, 232, 2},
    {0x1D70E, 232, 2}, {0x1D70F, 234, 2}, {0x1D710, 206, 2}, {0x1D711, 236, 2}, {0x1D712, 238, 2}, {0x1D713, 240, 2},
    {0x1D714, 208, 2}, {0x1D715, 9907, 3}, {0x1D716, 200, 2}, {0x1D717, 218, 2}, {0x1D718, 220, 2}, {0x1D719, 236, 2},
    {0x1D71A, 230, 2}, {0x1D71B, 228, 2}, {0x1D71C, 198, 2}, {0x1D71D, 210, 2}, {0x1D71E, 212, 2}, {0x1D71F, 214, 2},
    {0x1D720, 200, 2}, {0x1D721, 216, 2}, {0x1D722, 202, 2}, {0x1D723, 218, 2}, {0x1D724, 182, 2}, {0x1D725, 220, 2},
    {0x1D726, 222, 2}, {0x1D727, 4, 2}, {0x1D728, 224, 2}, {0x1D729, 226, 2}, {0x1D72A, 204, 2}, {0x1D72B, 228, 2},
    {0x1D72C, 230, 2}, {0x1D72D, 218, 2}, {0x1D72E, 232, 2}, {0x1D72F, 234, 2}, {0x1D730, 206, 2}, {0x1D731, 236, 2},
    {0x1D732, 238, 2}, {0x1D733, 240, 2}, {0x1D734, 208, 2}, {0x1D735, 9904, 3}, {0x1D736, 198, 2}, {0x1D737, 210, 2},
    {0x1D738, 212, 2}, {0x1D739, 214, 2}, {0x1D73A, 200, 2}, {0x1D73B, 216, 2}, {0x1D73C, 202, 2}, {0x1D73D, 218, 2},
    {0x1D73E, 182, 2}, {0x1D73F, 220, 2}, {0x1D740, 222, 2}, {0x1D741, 4, 2}, {0x1D742, 224, 2}, {0x1D743, 226, 2},
    {0x1D744, 204, 2}, {0x1D745, 228, 2}, {0x1D746, 230, 2}, {0x1D747, 232, 2}, {0x1D748, 232, 2}, {0x1D749, 234, 2},
    {0x1D74A, 206, 2}, {0x1D74B, 236, 2}, {0x1D74C, 238, 2}, {0x1D74D, 240, 2}, {0x1D74E, 208, 2}, {0x1D74F, 9907, 3},
    {0x1D750, 200, 2}, {0x1D751, 218, 2}, {0x1D752, 220, 2}, {0x1D753, 236, 2}, {0x1D754, 230, 2}, {0x1D755, 228, 2},
    {0x1D756, 198, 2}, {0x1D757, 210, 2}, {0x1D758, 212, 2}, {0x1D759, 214, 2}, {0x1D75A, 200, 2}, {0x1D75B, 216, 2},
    {0x1D75C, 202, 2}, {0x1D75D, 218, 2}, {0x1D75E, 182, 2}, {0x1D75F, 220, 2}, {0x1D760, 222, 2}, {0x1D761, 4, 2},
    {0x1D762, 224, 2}, {0x1D763, 226, 2}, {0x1D764, 204, 2}, {0x1D765, 228, 2}, {0x1D766, 230, 2}, {0x1D767, 218, 2},
    {0x1D768, 232, 2}, {0x1D769, 234, 2}, {0x1D76A, 206, 2}, {0x1D76B, 236, 2}, {0x1D76C, 238, 2}, {0x1D76D, 240, 2},
    {0x1D76E, 208, 2}, {0x1D76F, 9904, 3}, {0x1D770, 198, 2}, {0x1D771, 210, 2}, {0x1D772, 212, 2}, {0x1D773, 214, 2},
    {0x1D774, 200, 2}, {0x1D775, 216, 2}, {0x1D776, 202, 2}, {0x1D777, 218, 2}, {0x1D778, 182, 2}, {0x1D779, 220, 2},
    {0x1D77A, 222, 2}, {0x1D77B, 4, 2}, {0x1D77C, 224, 2}, {0x1D77D, 226, 2}, {0x1D77E, 204, 2}, {0x1D77F, 228, 2},
    {0x1D780, 230, 2}, {0x1D781, 232, 2}, {0x1D782, 232, 2}, {0x1D783, 234, 2}, {0x1D784, 206, 2}, {0x1D785, 236, 2},
    {0x1D786, 238, 2}, {0x1D787, 240, 2}, {0x1D788, 208, 2}, {0x1D789, 9907, 3}, {0x1D78A, 200, 2}, {0x1D78B, 218, 2},
    {0x1D78C, 220, 2}, {0x1D78D, 236, 2}, {0x1D78E, 230, 2}, {0x1D78F, 228, 2}, {0x1D790, 198, 2}, {0x1D791, 210, 2},
    {0x1D792, 212, 2}, {0x1D793, 214, 2}, {0x1D794, 200, 2}, {0x1D795, 216, 2}, {0x1D796, 202, 2}, {0x1D797, 218, 2},
    {0x1D798, 182, 2}, {0x1D799, 220, 2}, {0x1D79A, 222, 2}, {0x1D79B, 4, 2}, {0x1D79C, 224, 2}, {0x1D79D, 226, 2},
    {0x1D79E, 204, 2}, {0x1D79F, 228, 2}, {0x1D7A0, 230, 2}, {0x1D7A1, 218, 2}, {0x1D7A2, 232, 2}, {0x1D7A3, 234, 2},
    {0x1D7A4, 206, 2}, {0x1D7A5, 236, 2}, {0x1D7A6, 238, 2}, {0x1D7A7, 240, 2}, {0x1D7A8, 208, 2}, {0x1D7A9, 9904, 3},
    {0x1D7AA, 198, 2}, {0x1D7AB, 210, 2}, {0x1D7AC, 212, 2}, {0x1D7AD, 214, 2}, {0x1D7AE, 200, 2}, {0x1D7AF, 216, 2},
    {0x1D7B0, 202, 2}, {0x1D7B1, 218, 2}, {0x1D7B2, 182, 2}, {0x1D7B3, 220, 2}, {0x1D7B4, 222, 2}, {0x1D7B5, 4, 2},
    {0x1D7B6, 224, 2}, {0x1D7B7, 226, 2}, {0x1D7B8, 204, 2}, {0x1D7B9, 228, 2}, {0x1D7BA, 230, 2}, {0x1D7BB, 232, 2},
    {0x1D7BC, 232, 2}, {0x1D7BD, 234, 2}, {0x1D7BE, 206, 2}, {0x1D7BF, 236, 2}, {0x1D7C0, 238, 2}, {0x1D7C1, 240, 2},
    {0x1D7C2, 208, 2}, {0x1D7C3, 9907, 3}, {0x1D7C4, 200, 2}, {0x1D7C5, 218, 2}, {0x1D7C6, 220, 2}, {0x1D7C7, 236, 2},
    {0x1D7C8, 230, 2}, {0x1D7C9, 228, 2}, {0x1D7CA, 248, 2}, {0x1D7CB, 248, 2}, {0x1D7CE, 1302, 1}, {0x1D7CF, 6, 1},
    {0x1D7D0, 2, 1}, {0x1D7D1, 3, 1}, {0x1D7D2, 12, 1}, {0x1D7D3, 1303, 1}, {0x1D7D4, 1304, 1}, {0x1D7D5, 1305, 1},
    {0x1D7D6, 1306, 1}, {0x1D7D7, 1307, 1}, {0x1D7D8, 1302, 1}, {0x1D7D9, 6, 1}, {0x1D7DA, 2, 1}, {0x1D7DB, 3, 1},
    {0x1D7DC, 12, 1}, {0x1D7DD, 1303, 1}, {0x1D7DE, 1304, 1}, {0x1D7DF, 1305, 1}, {0x1D7E0, 1306, 1}, {0x1D7E1, 1307, 1},
    {0x1D7E2, 1302, 1}, {0x1D7E3, 6, 1}, {0x1D7E4, 2, 1}, {0x1D7E5, 3, 1}, {0x1D7E6, 12, 1}, {0x1D7E7, 1303, 1},
    {0x1D7E8, 1304, 1}, {0x1D7E9, 1305, 1}, {0x1D7EA, 1306, 1}, {0x1D7EB, 1307, 1}, {0x1D7EC, 1302, 1}, {0x1D7ED, 6, 1},
    {0x1D7EE, 2, 1}, {0x1D7EF, 3, 1}, {0x1D7F0, 12, 1}, {0x1D7F1, 1303, 1}, {0x1D7F2, 1304, 1}, {0x1D7F3, 1305, 1},
    {0x1D7F4, 1306, 1}, {0x1D7F5, 1307, 1}, {0x1D7F6, 1302, 1}, {0x1D7F7, 6, 1}, {0x1D7F8, 2, 1}, {0x1D7F9, 3, 1},
    {0x1D7FA, 12, 1}, {0x1D7FB, 1303, 1}, {0x1D7FC, 1304, 1}, {0x1D7FD, 1305, 1}, {0x1D7FE, 1306, 1}, {0x1D7FF, 1307, 1},
    {0x1DA00, 0, 0}, {0x1DA01, 0, 0}, {0x1DA02, 0, 0}, {0x1DA03, 0, 0}, {0x1DA04, 0, 0}, {0x1DA05, 0, 0},
    {0x1DA06, 0, 0}, {0x1DA07, 0, 0}, {0x1DA08, 0, 0}, {0x1DA09, 0, 0}, {0x1DA0A, 0, 0}, {0x1DA0B, 0, 0},
    {0x1DA0C, 0, 0}, {0x1DA0D, 0, 0}, {0x1DA0E, 0, 0}, {0x1DA0F, 0, 0}, {0x1DA10, 0, 0}, {0x1DA11, 0, 0},
    {0x1DA12, 0, 0}, {0x1DA13, 0, 0}, {0x1DA14, 0, 0}, {0x1DA15, 0, 0}, {0x1DA16, 0, 0}, {0x1DA17, 0, 0},
    {0x1DA18, 0, 0}, {0x1DA19, 0, 0}, {0x1DA1A, 0, 0}, {0x1DA1B, 0, 0}, {0x1DA1C, 0, 0}, {0x1DA1D, 0, 0},
    {0x1DA1E, 0, 0}, {0x1DA1F, 0, 0}, {0x1DA20, 0, 0}, {0x1DA21, 0, 0}, {0x1DA22, 0, 0}, {0x1DA23, 0, 0},
    {0x1DA24, 0, 0}, {0x1DA25, 0, 0}, {0x1DA26, 0, 0}, {0x1DA27, 0, 0}, {0x1DA28, 0, 0}, {0x1DA29, 0, 0},
    {0x1DA2A, 0, 0}, {0x1DA2B, 0, 0}, {0x1DA2C, 0, 0}, {0x1DA2D, 0, 0}, {0x1DA2E, 0, 0}, {0x1DA2F, 0, 0},
    {0x1DA30, 0, 0}, {0x1DA31, 0, 0}, {0x1DA32, 0, 0}, {0x1DA33, 0, 0}, {0x1DA34, 0, 0}, {0x1DA35, 0, 0},
    {0x1DA36, 0, 0}, {0x1DA3B, 0, 0}, {0x1DA3C, 0, 0}, {0x1DA3D, 0, 0}, {0x1DA3E, 0, 0}, {0x1DA3F, 0, 0},
    {0x1DA40, 0, 0}, {0x1DA41, 0, 0}, {0x1DA42, 0, 0}, {0x1DA43, 0, 0}, {0x1DA44, 0, 0}, {0x1DA45, 0, 0},
    {0x1DA46, 0, 0}, {0x1DA47, 0, 0}, {0x1DA48, 0, 0}, {0x1DA49, 0, 0}, {0x1DA4A, 0, 0}, {0x1DA4B, 0, 0},
    {0x1DA4C, 0, 0}, {0x1DA4D, 0, 0}, {0x1DA4E, 0, 0}, {0x1DA4F, 0, 0}, {0x1DA50, 0, 0}, {0x1DA51, 0, 0},
    {0x1DA52, 0, 0}, {0x1DA53, 0, 0}, {0x1DA54, 0, 0}, {0x1DA55, 0, 0}, {0x1DA56, 0, 0}, {0x1DA57, 0, 0},
    {0x1DA58, 0, 0}, {0x1DA59, 0, 0}, {0x1DA5A, 0, 0}, {0x1DA5B, 0, 0}, {0x1DA5C, 0, 0}, {0x1DA5D, 0, 0},
    {0x1DA5E, 0, 0}, {0x1DA5F, 0, 0}, {0x1DA60, 0, 0}, {0x1DA61, 0, 0}, {0x1DA62, 0, 0}, {0x1DA63, 0, 0},
    {0x1DA64, 0, 0}, {0x1DA65, 0, 0}, {0x1DA66, 0, 0}, {0x1DA67, 0, 0}, {0x1DA68, 0, 0}, {0x1DA69, 0, 0},
    {0x1DA6A, 0, 0}, {0x1DA6B, 0, 0}, {0x1DA6C, 0, 0}, {0x1DA75, 0, 0}, {0x1DA84, 0, 0}, {0x1DA9B, 0, 0},
    {0x1DA9C, 0, 0}, {0x1DA9D, 0, 0}, {0x1DA9E, 0, 0}, {0x1DA9F, 0, 0}, {0x1DAA1, 0, 0}, {0x1DAA2, 0, 0},
    {0x1DAA3, 0, 0}, {0x1DAA4, 0, 0}, {0x1DAA5, 0, 0}, {0x1DAA6, 0, 0}, {0x1DAA7, 0, 0}, {0x1DAA8, 0, 0},
    {0x1DAA9, 0, 0}, {0x1DAAA, 0, 0}, {0x1DAAB, 0, 0}, {0x1DAAC, 0, 0}, {0x1DAAD, 0, 0}, {0x1DAAE, 0, 0},
    {0x1DAAF, 0, 0}, {0x1E000, 0, 0}, {0x1E001, 0, 0}, {0x1E002, 0, 0}, {0x1E003, 0, 0}, {0x1E004, 0, 0},
    {0x1E005, 0, 0}, {0x1E006, 0, 0}, {0x1E008, 0, 0}, {0x1E009, 0, 0}, {0x1E00A, 0, 0}, {0x1E00B, 0, 0},
    {0x1E00C, 0, 0}, {0x1E00D, 0, 0}, {0x1E00E, 0, 0}, {0x1E00F, 0, 0}, {0x1E010, 0, 0}, {0x1E011, 0, 0},
    {0x1E012, 0, 0}, {0x1E013, 0, 0}, {0x1E014, 0, 0}, {0x1E015, 0, 0}, {0x1E016, 0, 0}, {0x1E017, 0, 0},
    {0x1E018, 0, 0}, {0x1E01B, 0, 0}, {0x1E01C, 0, 0}, {0x1E01D, 0, 0}, {0x1E01E, 0, 0}, {0x1E01F, 0, 0},
    {0x1E020, 0, 0}, {0x1E021, 0, 0}, {0x1E023, 0, 0}, {0x1E024, 0, 0}, {0x1E026, 0, 0}, {0x1E027, 0, 0},
    {0x1E028, 0, 0}, {0x1E029, 0, 0}, {0x1E02A, 0, 0}, {0x1E130, 0, 0}, {0x1E131, 0, 0}, {0x1E132, 0, 0},
    {0x1E133, 0, 0}, {0x1E134, 0, 0}, {0x1E135, 0, 0}, {0x1E136, 0, 0}, {0x1E2AE, 0, 0}, {0x1E2EC, 0, 0},
    {0x1E2ED, 0, 0}, {0x1E2EE, 0, 0}, {0x1E2EF, 0, 0}, {0x1E8D0, 0, 0}, {0x1E8D1, 0, 0}, {0x1E8D2, 0, 0},
    {0x1E8D3, 0, 0}, {0x1E8D4, 0, 0}, {0x1E8D5, 0, 0}, {0x1E8D6, 0, 0}, {0x1E900, 9910, 4}, {0x1E901, 9914, 4},
    {0x1E902, 9918, 4}, {0x1E903, 9922, 4}, {0x1E904, 9926, 4}, {0x1E905, 9930, 4}, {0x1E906, 9934, 4}, {0x1E907, 9938, 4},
    {0x1E908, 9942, 4}, {0x1E909, 9946, 4}, {0x1E90A, 9950, 4}, {0x1E90B, 9954, 4}, {0x1E90C, 9958, 4}, {0x1E90D, 9962, 4},
    {0x1E90E, 9966, 4}, {0x1E90F, 9970, 4}, {0x1E910, 9974, 4}, {0x1E911, 9978, 4}, {0x1E912, 9982, 4}, {0x1E913, 9986, 4},
    {0x1E914, 9990, 4}, {0x1E915, 9994, 4}, {0x1E916, 9998, 4}, {0x1E917, 10002, 4}, {0x1E918, 10006, 4}, {0x1E919, 10010, 4},
    {0x1E91A, 10014, 4}, {0x1E91B, 10018, 4}, {0x1E91C, 10022, 4}, {0x1E91D, 10026, 4}, {0x1E91E, 10030, 4}, {0x1E91F, 10034, 4},
    {0x1E920, 10038, 4}, {0x1E921, 10042, 4}, {0x1E944, 0, 0}, {0x1E945, 0, 0}, {0x1E946, 0, 0}, {0x1E947, 0, 0},
    {0x1E948, 0, 0}, {0x1E949, 0, 0}, {0x1E94A, 0, 0}, {0x1EE00, 602, 2}, {0x1EE01, 7401, 2}, {0x1EE02, 7387, 2},
    {0x1EE03, 8471, 2}, {0x1EE05, 604, 2}, {0x1EE06, 7719, 2}, {0x1EE07, 7391, 2}, {0x1EE08, 7529, 2}, {0x1EE09, 606, 2},
    {0x1EE0A, 7597, 2}, {0x1EE0B, 7615, 2}, {0x1EE0C, 7395, 2}, {0x1EE0D, 7665, 2}, {0x1EE0E, 7489, 2}, {0x1EE0F, 7541, 2},
    {0x1EE10, 7557, 2}, {0x1EE11, 7505, 2}, {0x1EE12, 7581, 2}, {0x1EE13, 7711, 2}, {0x1EE14, 7805, 2}, {0x1EE15, 7425, 2},
    {0x1EE16, 7449, 2}, {0x1EE17, 7411, 2}, {0x1EE18, 7709, 2}, {0x1EE19, 7513, 2}, {0x1EE1A, 7537, 2}, {0x1EE1B, 7549, 2},
    {0x1EE1C, 10046, 2}, {0x1EE1D, 7333, 2}, {0x1EE1E, 10048, 2}, {0x1EE1F, 10050, 2}, {0x1EE21, 7401, 2}, {0x1EE22, 7387, 2},
    {0x1EE24, 7689, 2}, {0x1EE27, 7391, 2}, {0x1EE29, 606, 2}, {0x1EE2A, 7597, 2}, {0x1EE2B, 7615, 2}, {0x1EE2C, 7395, 2},
    {0x1EE2D, 7665, 2}, {0x1EE2E, 7489, 2}, {0x1EE2F, 7541, 2}, {0x1EE30, 7557, 2}, {0x1EE31, 7505, 2}, {0x1EE32, 7581, 2},
    {0x1EE34, 7805, 2}, {0x1EE35, 7425, 2}, {0x1EE36, 7449, 2}, {0x1EE37, 7411, 2}, {0x1EE39, 7513, 2}, {0x1EE3B, 7549, 2},
    {0x1EE42, 7387, 2}, {0x1EE47, 7391, 2}, {0x1EE49, 606, 2}, {0x1EE4B, 7615, 2}, {0x1EE4D, 7665, 2}, {0x1EE4E, 7489, 2},
    {0x1EE4F, 7541, 2}, {0x1EE51, 7505, 2}, {0x1EE52, 7581, 2}, {0x1EE54, 7805, 2}, {0x1EE57, 7411, 2}, {0x1EE59, 7513, 2},
    {0x1EE5B, 7549, 2}, {0x1EE5D, 7333, 2}, {0x1EE5F, 10050, 2}, {0x1EE61, 7401, 2}, {0x1EE62, 7387, 2}, {0x1EE64, 7689, 2},
    {0x1EE67, 7391, 2}, {0x1EE68, 7529, 2}, {0x1EE69, 606, 2}, {0x1EE6A, 7597, 2}, {0x1EE6C, 7395, 2}, {0x1EE6D, 7665, 2},
    {0x1EE6E, 7489, 2}, {0x1EE6F, 7541, 2}, {0x1EE70, 7557, 2}, {0x1EE71, 7505, 2}, {0x1EE72, 7581, 2}, {0x1EE74, 7805, 2},
    {0x1EE75, 7425, 2}, {0x1EE76, 7449, 2}, {0x1EE77, 7411, 2}, {0x1EE79, 7513, 2}, {0x1EE7A, 7537, 2}, {0x1EE7B, 7549, 2},
    {0x1EE7C, 10046, 2}, {0x1EE7E, 10048, 2}, {0x1EE80, 602, 2}, {0x1EE81, 7401, 2}, {0x1EE82, 7387, 2}, {0x1EE83, 8471, 2},
    {0x1EE84, 7689, 2}, {0x1EE85, 604, 2}, {0x1EE86, 7719, 2}, {0x1EE87, 7391, 2}, {0x1EE88, 7529, 2}, {0x1EE89, 606, 2},
    {0x1EE8B, 7615, 2}, {0x1EE8C, 7395, 2}, {0x1EE8D, 7665, 2}, {0x1EE8E, 7489, 2}, {0x1EE8F, 7541, 2}, {0x1EE90, 7557, 2},
    {0x1EE91, 7505, 2}, {0x1EE92, 7581, 2}, {0x1EE93, 7711, 2}, {0x1EE94, 7805, 2}, {0x1EE95, 7425, 2}, {0x1EE96, 7449, 2},
    {0x1EE97, 7411, 2}, {0x1EE98, 7709, 2}, {0x1EE99, 7513, 2}, {0x1EE9A, 7537, 2}, {0x1EE9B, 7549, 2}, {0x1EEA1, 7401, 2},
    {0x1EEA2, 7387, 2}, {0x1EEA3, 8471, 2}, {0x1EEA5, 604, 2}, {0x1EEA6, 7719, 2}, {0x1EEA7, 7391, 2}, {0x1EEA8, 7529, 2},
    {0x1EEA9, 606, 2}, {0x1EEAB, 7615, 2}, {0x1EEAC, 7395, 2}, {0x1EEAD, 7665, 2}, {0x1EEAE, 7489, 2}, {0x1EEAF, 7541, 2},
    {0x1EEB0, 7557, 2}, {0x1EEB1, 7505, 2}, {0x1EEB2, 7581, 2}, {0x1EEB3, 7711, 2}, {0x1EEB4, 7805, 2}, {0x1EEB5, 7425, 2},
    {0x1EEB6, 7449, 2}, {0x1EEB7, 7411, 2}, {0x1EEB8, 7709, 2}, {0x1EEB9, 7513, 2}, {0x1EEBA, 7537, 2}, {0x1EEBB, 7549, 2},
    {0x1F100, 1740, 2}, {0x1F101, 10052, 2}, {0x1F102, 10054, 2}, {0x1F103, 10056, 2}, {0x1F104, 10058, 2}, {0x1F105, 10060, 2},
    {0x1F106, 10062, 2}, {0x1F107, 10064, 2}, {0x1F108, 10066, 2}, {0x1F109, 10068, 2}, {0x1F10A, 10070, 2}, {0x1F110, 1772, 3},
    {0x1F111, 1775, 3}, {0x1F112, 1778, 3}, {0x1F113, 1781, 3}, {0x1F114, 1784, 3}, {0x1F115, 1787, 3}, {0x1F116, 1790, 3},
    {0x1F117, 1793, 3}, {0x1F118, 1796, 3}, {0x1F119, 1799, 3}, {0x1F11A, 1802, 3}, {0x1F11B, 1805, 3}, {0x1F11C, 1808, 3},
    {0x1F11D, 1811, 3}, {0x1F11E, 1814, 3}, {0x1F11F, 1817, 3}, {0x1F120, 1820, 3}, {0x1F121, 1823, 3}, {0x1F122, 1826, 3},
    {0x1F123, 1829, 3}, {0x1F124, 1832, 3}, {0x1F125, 1835, 3}, {0x1F126, 1838, 3}, {0x1F127, 1841, 3}, {0x1F128, 1844, 3},
    {0x1F129, 1847, 3}, {0x1F12A, 10072, 7}, {0x1F12B, 25, 1}, {0x1F12C, 50, 1}, {0x1F12D, 4977, 2}, {0x1F12E, 53, 2},
    {0x1F130, 1, 1}, {0x1F131, 1164, 1}, {0x1F132, 25, 1}, {0x1F133, 27, 1}, {0x1F134, 24, 1}, {0x1F135, 1193, 1},
    {0x1F136, 35, 1}, {0x1F137, 32, 1}, {0x1F138, 26, 1}, {0x1F139, 37, 1}, {0x1F13A, 38, 1}, {0x1F13B, 39, 1},
    {0x1F13C, 1165, 1}, {0x1F13D, 28, 1}, {0x1F13E, 7, 1}, {0x1F13F, 1166, 1}, {0x1F140, 1337, 1}, {0x1F141, 50, 1},
    {0x1F142, 33, 1}, {0x1F143, 31, 1}, {0x1F144, 29, 1}, {0x1F145, 1185, 1}, {0x1F146, 53, 1}, {0x1F147, 179, 1},
    {0x1F148, 30, 1}, {0x1F149, 54, 1}, {0x1F14A, 10079, 2}, {0x1F14B, 5163, 2}, {0x1F14C, 10081, 2}, {0x1F14D, 33, 2},
    {0x1F14E, 10083, 3}, {0x1F14F, 10086, 2}, {0x1F16A, 5086, 2}, {0x1F16B, 4979, 2}, {0x1F16C, 10088, 2}, {0x1F190, 10090, 2},
    {0x1F200, 10092, 6}, {0x1F201, 10098, 6}, {0x1F202, 2937, 3}, {0x1F210, 2388, 3}, {0x1F211, 10104, 3}, {0x1F212, 10107, 3},
    {0x1F213, 2961, 3}, {0x1F214, 2217, 3}, {0x1F215, 10110, 3}, {0x1F216, 10113, 3}, {0x1F217, 3312, 3}, {0x1F218, 10116, 3},
    {0x1F219, 10119, 3}, {0x1F21A, 10122, 3}, {0x1F21B, 6519, 3}, {0x1F21C, 10125, 3}, {0x1F21D, 10128, 3}, {0x1F21E, 10131, 3},
    {0x1F21F, 10134, 3}, {0x1F220, 10137, 3}, {0x1F221, 10140, 3}, {0x1F222, 2496, 3}, {0x1F223, 10143, 3}, {0x1F224, 10146, 3},
    {0x1F225, 10149, 3}, {0x1F226, 10152, 3}, {0x1F227, 10155, 3}, {0x1F228, 10158, 3}, {0x1F229, 2199, 3}, {0x1F22A, 3288, 3},
    {0x1F22B, 10161, 3}, {0x1F22C, 3813, 3}, {0x1F22D, 3297, 3}, {0x1F22E, 3816, 3}, {0x1F22F, 10164, 3}, {0x1F230, 2664, 3},
    {0x1F231, 10167, 3}, {0x1F232, 10170, 3}, {0x1F233, 10173, 3}, {0x1F234, 10176, 3}, {0x1F235, 10179, 3}, {0x1F236, 3630, 3},
    {0x1F237, 2418, 3}, {0x1F238, 10182, 3}, {0x1F239, 10185, 3}, {0x1F23A, 10188, 3}, {0x1F23B, 10191, 3}, {0x1F240, 10194, 9},
    {0x1F241, 10203, 9}, {0x1F242, 10212, 9}, {0x1F243, 10221, 9}, {0x1F244, 10230, 9}, {0x1F245, 10239, 9}, {0x1F246, 10248, 9},
    {0x1F247, 10257, 9}, {0x1F248, 10266, 9}, {0x1F250, 10275, 3}, {0x1F251, 10278, 3}, {0x1FBF0, 1302, 1}, {0x1FBF1, 6, 1},
    {0x1FBF2, 2, 1}, {0x1FBF3, 3, 1}, {0x1FBF4, 12, 1}, {0x1FBF5, 1303, 1}, {0x1FBF6, 1304, 1}, {0x1FBF7, 1305, 1},
    {0x1FBF8, 1306, 1}, {0x1FBF9, 1307, 1}, {0x2F800, 10281, 3}, {0x2F801, 10284, 3}, {0x2F802, 10287, 3}, {0x2F803, 10290, 4},
    {0x2F804, 10294, 3}, {0x2F805, 6798, 3}, {0x2F806, 10297, 3}, {0x2F807, 10300, 3}, {0x2F808, 10303, 3}, {0x2F809, 10306, 3},
    {0x2F80A, 6801, 3}, {0x2F80B, 10309, 3}, {0x2F80C, 10312, 3}, {0x2F80D, 10315, 4}, {0x2F80E, 6804, 3}, {0x2F80F, 10319, 3},
    {0x2F810, 10322, 3}, {0x2F811, 10325, 3}, {0x2F812, 10328, 4}, {0x2F813, 10332, 3}, {0x2F814, 10335, 3}, {0x2F815, 10131, 3},
    {0x2F816, 10338, 4}, {0x2F817, 10342, 3}, {0x2F818, 10345, 3}, {0x2F819, 10348, 3}, {0x2F81A, 10351, 3}, {0x2F81B, 6970, 3},
    {0x2F81C, 10354, 4}, {0x2F81D, 2247, 3}, {0x2F81E, 10358, 3}, {0x2F81F, 10361, 3}, {0x2F820, 10364, 3}, {0x2F821, 10367, 3},
    {0x2F822, 10185, 3}, {0x2F823, 10370, 3}, {0x2F824, 10373, 3}, {0x2F825, 6985, 3}, {0x2F826, 6807, 3}, {0x2F827, 6810, 3},
    {0x2F828, 6988, 3}, {0x2F829, 10376, 3}, {0x2F82A, 10379, 3}, {0x2F82B, 6264, 3}, {0x2F82C, 10382, 3}, {0x2F82D, 6813, 3},
    {0x2F82E, 10385, 3}, {0x2F82F, 10388, 3}, {0x2F830, 10391, 3}, {0x2F831, 10394, 3}, {0x2F832, 10394, 3}, {0x2F833, 10394, 3},
    {0x2F834, 10397, 4}, {0x2F835, 10401, 3}, {0x2F836, 10404, 3}, {0x2F837, 10407, 3}, {0x2F838, 10410, 4}, {0x2F839, 10414, 3},
    {0x2F83A, 10417, 3}, {0x2F83B, 10420, 3}, {0x2F83C, 10423, 3}, {0x2F83D, 10426, 3}, {0x2F83E, 10429, 3}, {0x2F83F, 10432, 3},
    {0x2F840, 10435, 3}, {0x2F841, 10438, 3}, {0x2F842, 10441, 3}, {0x2F843, 10444, 3}, {0x2F844, 10447, 3}, {0x2F845, 10450, 3},
    {0x2F846, 10450, 3}, {0x2F847, 6994, 3}, {0x2F848, 10453, 3}, {0x2F849, 10456, 3}, {0x2F84A, 10459, 3}, {0x2F84B, 10462, 3},
    {0x2F84C, 6819, 3}, {0x2F84D, 10465, 3}, {0x2F84E, 10468, 3}, {0x2F84F, 10471, 3}, {0x2F850, 6699, 3}, {0x2F851, 10474, 3},
    {0x2F852, 10477, 3}, {0x2F853, 10480, 3}, {0x2F854, 10483, 3}, {0x2F855, 10486, 3}, {0x2F856, 10489, 3}, {0x2F857, 10492, 3},
    {0x2F858, 10495, 3}, {0x2F859, 10498, 4}, {0x2F85A, 10502, 3}, {0x2F85B, 10505, 3}, {0x2F85C, 10508, 3}, {0x2F85D, 10110, 3},
    {0x2F85E, 10511, 3}, {0x2F85F, 10514, 3}, {0x2F860, 10517, 4}, {0x2F861, 10521, 4}, {0x2F862, 10525, 3}, {0x2F863, 10528, 3},
    {0x2F864, 10531, 3}, {0x2F865, 10534, 3}, {0x2F866, 10537, 3}, {0x2F867, 10540, 3}, {0x2F868, 10543, 3}, {0x2F869, 10546, 3},
    {0x2F86A, 10549, 3}, {0x2F86B, 10549, 3}, {0x2F86C, 10552, 4}, {0x2F86D, 10556, 3}, {0x2F86E, 10559, 3}, {0x2F86F, 6252, 3},
    {0x2F870, 10562, 3}, {0x2F871, 10565, 4}, {0x2F872, 10569, 3}, {0x2F873, 10572, 3}, {0x2F874, 10575, 3}, {0x2F875, 2325, 3},
    {0x2F876, 10578, 3}, {0x2F877, 10581, 3}, {0x2F878, 2331, 3}, {0x2F879, 10584, 3}, {0x2F87A, 10587, 3}, {0x2F87B, 10590, 4},
    {0x2F87C, 10594, 3}, {0x2F87D, 10597, 4}, {0x2F87E, 10601, 3}, {0x2F87F, 10604, 3}, {0x2F880, 10607, 3}, {0x2F881, 10610, 3},
    {0x2F882, 10613, 3}, {0x2F883, 10616, 3}, {0x2F884, 10619, 3}, {0x2F885, 10622, 3}, {0x2F886, 10625, 3}, {0x2F887, 10628, 3},
    {0x2F888, 10631, 3}, {0x2F889, 10634, 4}, {0x2F88A, 10638, 3}, {0x2F88B, 10641, 3}, {0x2F88C, 10644, 3}, {0x2F88D, 10647, 3},
    {0x2F88E, 6096, 3}, {0x2F88F, 10650, 4}, {0x2F890, 2361, 3}, {0x2F891, 10654, 4}, {0x2F892, 10654, 4}, {0x2F893, 10658, 3},
    {0x2F894, 10661, 3}, {0x2F895, 10661, 3}, {0x2F896, 10664, 3}, {0x2F897, 10667, 4}, {0x2F898, 10671, 4}, {0x2F899, 10675, 3},
    {0x2F89A, 10678, 3}, {0x2F89B, 10681, 3}, {0x2F89C, 10684, 3}, {0x2F89D, 10687, 3}, {0x2F89E, 10690, 3}, {0x2F89F, 10693, 3},
    {0x2F8A0, 10696, 3}, {0x2F8A1, 10699, 3}, {0x2F8A2, 10702, 3}, {0x2F8A3, 6834, 3}, {0x2F8A4, 10705, 4}, {0x2F8A5, 10709, 3},
    {0x2F8A6, 10712, 3}, {0x2F8A7, 10715, 3}, {0x2F8A8, 7030, 3}, {0x2F8A9, 10715, 3}, {0x2F8AA, 10718, 3}, {0x2F8AB, 6840, 3},
    {0x2F8AC, 10721, 3}, {0x2F8AD, 10724, 3}, {0x2F8AE, 10727, 3}, {0x2F8AF, 10730, 3}, {0x2F8B0, 6843, 3}, {0x2F8B1, 6015, 3},
    {0x2F8B2, 4991, 3}, {0x2F8B3, 10733, 3}, {0x2F8B4, 10736, 3}, {0x2F8B5, 10739, 3}, {0x2F8B6, 10742, 3}, {0x2F8B7, 10745, 3},
    {0x2F8B8, 10748, 4}, {0x2F8B9, 10752, 3}, {0x2F8BA, 10755, 3}, {0x2F8BB, 10758, 3}, {0x2F8BC, 10761, 3}, {0x2F8BD, 10764, 3},
    {0x2F8BE, 10767, 4}, {0x2F8BF, 10771, 3}, {0x2F8C0, 10774, 3}, {0x2F8C1, 10777, 3}, {0x2F8C2, 10780, 3}, {0x2F8C3, 10783, 3},
    {0x2F8C4, 10786, 3}, {0x2F8C5, 10789, 3}, {0x2F8C6, 10792, 3}, {0x2F8C7, 10795, 3}, {0x2F8C8, 6846, 3}, {0x2F8C9, 10798, 3},
    {0x2F8CA, 10801, 4}, {0x2F8CB, 10805, 3}, {0x2F8CC, 10808, 3}, {0x2F8CD, 10811, 3}, {0x2F8CE, 10814, 3}, {0x2F8CF, 6852, 3},
    {0x2F8D0, 10817, 3}, {0x2F8D1, 10820, 3}, {0x2F8D2, 10823, 3}, {0x2F8D3, 10826, 3}, {0x2F8D4, 10829, 3}, {0x2F8D5, 10832, 3},
    {0x2F8D6, 10835, 3}, {0x2F8D7, 10838, 3}, {0x2F8D8, 6099, 3}, {0x2F8D9, 7054, 3}, {0x2F8DA, 10841, 3}, {0x2F8DB, 10844, 3},
    {0x2F8DC, 10847, 3}, {0x2F8DD, 10850, 4}, {0x2F8DE, 10854, 3}, {0x2F8DF, 10857, 3}, {0x2F8E0, 10860, 3}, {0x2F8E1, 10863, 3},
    {0x2F8E2, 6855, 3}, {0x2F8E3, 10866, 4}, {0x2F8E4, 10870, 3}, {0x2F8E5, 10873, 3}, {0x2F8E6, 10876, 3}, {0x2F8E7, 7183, 3},
    {0x2F8E8, 10879, 3}, {0x2F8E9, 10882, 3}, {0x2F8EA, 10885, 3}, {0x2F8EB, 10888, 3}, {0x2F8EC, 10891, 4}, {0x2F8ED, 10895, 3},
    {0x2F8EE, 10898, 3}, {0x2F8EF, 10901, 3}, {0x2F8F0, 10904, 4}, {0x2F8F1, 10908, 3}, {0x2F8F2, 10911, 3}, {0x2F8F3, 10914, 3},
    {0x2F8F4, 10917, 3}, {0x2F8F5, 6303, 3}, {0x2F8F6, 10920, 3}, {0x2F8F7, 10923, 4}, {0x2F8F8, 10927, 4}, {0x2F8F9, 10931, 4},
    {0x2F8FA, 10935, 3}, {0x2F8FB, 10938, 4}, {0x2F8FC, 10942, 3}, {0x2F8FD, 10945, 3}, {0x2F8FE, 10948, 3}, {0x2F8FF, 10951, 3},
    {0x2F900, 10954, 3}, {0x2F901, 6858, 3}, {0x2F902, 6549, 3}, {0x2F903, 10957, 3}, {0x2F904, 10960, 3}, {0x2F905, 10963, 3},
    {0x2F906, 10966, 4}, {0x2F907, 10970, 3}, {0x2F908, 10973, 3}, {0x2F909, 10976, 3}, {0x2F90A, 10979, 3}, {0x2F90B, 7063, 3},
    {0x2F90C, 10982, 3}, {0x2F90D, 10985, 4}, {0x2F90E, 10989, 3}, {0x2F90F, 10992, 3}, {0x2F910, 10995, 4}, {0x2F911, 10999, 4},
    {0x2F912, 11003, 3}, {0x2F913, 11006, 3}, {0x2F914, 7066, 3}, {0x2F915, 11009, 3}, {0x2F916, 11012, 3}, {0x2F917, 11015, 3},
    {0x2F918, 11018, 3}, {0x2F919, 11021, 3}, {0x2F91A, 11024, 3}, {0x2F91B, 11027, 4}, {0x2F91C, 11031, 3}, {0x2F91D, 11034, 4},
    {0x2F91E, 11038, 3}, {0x2F91F, 11041, 4}, {0x2F920, 11045, 3}, {0x2F921, 7072, 3}, {0x2F922, 11048, 3}, {0x2F923, 11051, 4},
    {0x2F924, 11055, 3}, {0x2F925, 11058, 3}, {0x2F926, 11061, 4}, {0x2F927, 11065, 4}, {0x2F928, 11069, 3}, {0x2F929, 11072, 3},
    {0x2F92A, 11075, 3}, {0x2F92B, 11078, 3}, {0x2F92C, 11081, 3}, {0x2F92D, 11081, 3}, {0x2F92E, 11084, 3}, {0x2F92F, 11087, 3},
    {0x2F930, 7078, 3}, {0x2F931, 11090, 3}, {0x2F932, 11093, 3}, {0x2F933, 11096, 3}, {0x2F934, 11099, 3}, {0x2F935, 11102, 4},
    {0x2F936, 11106, 3}, {0x2F937, 11109, 4}, {0x2F938, 6261, 3}, {0x2F939, 11113, 4}, {0x2F93A, 11117, 3}, {0x2F93B, 11120, 4},
    {0x2F93C, 11124, 4}, {0x2F93D, 11128, 4}, {0x2F93E, 11132, 3}, {0x2F93F, 11135, 3}, {0x2F940, 7096, 3}, {0x2F941, 11138, 4},
    {0x2F942, 11142, 4}, {0x2F943, 11146, 4}, {0x2F944, 11150, 4}, {0x2F945, 11154, 3}, {0x2F946, 11157, 3}, {0x2F947, 11157, 3},
    {0x2F948, 7099, 3}, {0x2F949, 7189, 3}, {0x2F94A, 11160, 3}, {0x2F94B, 11163, 3}, {0x2F94C, 11166, 3}, {0x2F94D, 11169, 4},
    {0x2F94E, 11173, 3}, {0x2F94F, 6150, 3}, {0x2F950, 7105, 3}, {0x2F951, 11176, 3}, {0x2F952, 11179, 4}, {0x2F953, 6888, 3},
    {0x2F954, 11183, 4}, {0x2F955, 11187, 4}, {0x2F956, 6759, 3}, {0x2F957, 11191, 3}, {0x2F958, 11194, 3}, {0x2F959, 6897, 3},
    {0x2F95A, 11197, 3}, {0x2F95B, 11200, 3}, {0x2F95C, 11203, 4}, {0x2F95D, 11207, 4}, {0x2F95E, 11207, 4}, {0x2F95F, 11211, 3},
    {0x2F960, 11214, 3}, {0x2F961, 11217, 4}, {0x2F962, 11221, 3}, {0x2F963, 11224, 3}, {0x2F964, 11227, 3}, {0x2F965, 11230, 4},
    {0x2F966, 11234, 3}, {0x2F967, 11237, 3}, {0x2F968, 11240, 3}, {0x2F969, 11243, 3}, {0x2F96A, 11246, 3}, {0x2F96B, 11249, 4},
    {0x2F96C, 11253, 3}, {0x2F96D, 11256, 3}, {0x2F96E, 11259, 3}, {0x2F96F, 11262, 3}, {0x2F970, 11265, 3}, {0x2F971, 11268, 3},
    {0x2F972, 11271, 4}, {0x2F973, 11275, 4}, {0x2F974, 11279, 3}, {0x2F975, 11282, 4}, {0x2F976, 11286, 3}, {0x2F977, 11289, 4},
    {0x2F978, 11293, 3}, {0x2F979, 11296, 3}, {0x2F97A, 6915, 3}, {0x2F97B, 11299, 4}, {0x2F97C, 11303, 4}, {0x2F97D, 11307, 3},
    {0x2F97E, 11310, 4}, {0x2F97F, 11314, 3}, {0x2F980, 11317, 4}, {0x2F981, 11321, 3}, {0x2F982, 11324, 3}, {0x2F983, 11327, 3},
    {0x2F984, 11330, 3}, {0x2F985, 11333, 3}, {0x2F986, 11336, 3}, {0x2F987, 11339, 4}, {0x2F988, 11343, 4}, {0x2F989, 11347, 4},
    {0x2F98A, 11351, 4}, {0x2F98B, 10658, 3}, {0x2F98C, 11355, 3}, {0x2F98D, 11358, 3}, {0x2F98E, 11361, 3}, {0x2F98F, 11364, 3},
    {0x2F990, 11367, 3}, {0x2F991, 11370, 3}, {0x2F992, 11373, 3}, {0x2F993, 11376, 3}, {0x2F994, 11379, 3}, {0x2F995, 11382, 3},
    {0x2F996, 11385, 3}, {0x2F997, 11388, 4}, {0x2F998, 6312, 3}, {0x2F999, 11392, 3}, {0x2F99A, 11395, 3}, {0x2F99B, 11398, 3},
    {0x2F99C, 11401, 3}, {0x2F99D, 11404, 3}, {0x2F99E, 11407, 3}, {0x2F99F, 6924, 3}, {0x2F9A0, 11410, 3}, {0x2F9A1, 11413, 3},
    {0x2F9A2, 11416, 3}, {0x2F9A3, 11419, 3}, {0x2F9A4, 11422, 4}, {0x2F9A5, 11426, 4}, {0x2F9A6, 11430, 4}, {0x2F9A7, 11434, 3},
    {0x2F9A8, 11437, 3}, {0x2F9A9, 11440, 3}, {0x2F9AA, 11443, 3}, {0x2F9AB, 11446, 4}, {0x2F9AC, 11450, 3}, {0x2F9AD, 11453, 4},
    {0x2F9AE, 11457, 3}, {0x2F9AF, 11460, 3}, {0x2F9B0, 11463, 4}, {0x2F9B1, 11467, 4}, {0x2F9B2, 11471, 3}, {0x2F9B3, 11474, 3},
    {0x2F9B4, 6135, 3}, {0x2F9B5, 11477, 3}, {0x2F9B6, 11480, 3}, {0x2F9B7, 11483, 3}, {0x2F9B8, 11486, 3}, {0x2F9B9, 11489, 3},
    {0x2F9BA, 11492, 3}, {0x2F9BB, 7126, 3}, {0x2F9BC, 11495, 3}, {0x2F9BD, 11498, 3}, {0x2F9BE, 11501, 3}, {0x2F9BF, 11504, 3},
    {0x2F9C0, 11507, 3}, {0x2F9C1, 11510, 3}, {0x2F9C2, 11513, 3}, {0x2F9C3, 11516, 3}, {0x2F9C4, 2631, 3}, {0x2F9C5, 11519, 4},
    {0x2F9C6, 11523, 3}, {0x2F9C7, 11526, 3}, {0x2F9C8, 11529, 3}, {0x2F9C9, 11532, 3}, {0x2F9CA, 11535, 3}, {0x2F9CB, 11538, 4},
    {0x2F9CC, 11542, 4}, {0x2F9CD, 11546, 3}, {0x2F9CE, 11549, 3}, {0x2F9CF, 11552, 3}, {0x2F9D0, 7141, 3}, {0x2F9D1, 7144, 3},
    {0x2F9D2, 2652, 3}, {0x2F9D3, 11555, 4}, {0x2F9D4, 11559, 3}, {0x2F9D5, 11562, 3}, {0x2F9D6, 11565, 3}, {0x2F9D7, 11568, 3},
    {0x2F9D8, 11571, 4}, {0x2F9D9, 11575, 4}, {0x2F9DA, 11579, 3}, {0x2F9DB, 11582, 3}, {0x2F9DC, 11585, 3}, {0x2F9DD, 11588, 4},
    {0x2F9DE, 11592, 3}, {0x2F9DF, 7147, 3}, {0x2F9E0, 11595, 4}, {0x2F9E1, 11599, 4}, {0x2F9E2, 11603, 3}, {0x2F9E3, 11606, 3},
    {0x2F9E4, 11609, 3}, {0x2F9E5, 11612, 4}, {0x2F9E6, 11616, 3}, {0x2F9E7, 11619, 3}, {0x2F9E8, 11622, 3}, {0x2F9E9, 11625, 3},
    {0x2F9EA, 11628, 3}, {0x2F9EB, 11631, 3}, {0x2F9EC, 11634, 3}, {0x2F9ED, 11637, 4}, {0x2F9EE, 11641, 3}, {0x2F9EF, 11644, 3},
    {0x2F9F0, 11647, 3}, {0x2F9F1, 11650, 4}, {0x2F9F2, 11654, 3}, {0x2F9F3, 11657, 3}, {0x2F9F4, 11660, 3}, {0x2F9F5, 11663, 3},
    {0x2F9F6, 11666, 4}, {0x2F9F7, 11670, 4}, {0x2F9F8, 11674, 3}, {0x2F9F9, 11677, 3}, {0x2F9FA, 11680, 3}, {0x2F9FB, 11683, 4},
    {0x2F9FC, 11687, 3}, {0x2F9FD, 11690, 4}, {0x2F9FE, 7165, 3}, {0x2F9FF, 7165, 3}, {0x2FA00, 11694, 3}, {0x2FA01, 11697, 4},
    {0x2FA02, 11701, 3}, {0x2FA03, 11704, 3}, {0x2FA04, 11707, 3}, {0x2FA05, 11710, 3}, {0x2FA06, 11713, 3}, {0x2FA07, 11716, 3},
    {0x2FA08, 11719, 3}, {0x2FA09, 11722, 4}, {0x2FA0A, 7168, 3}, {0x2FA0B, 11726, 3}, {0x2FA0C, 11729, 3}, {0x2FA0D, 11732, 3},
    {0x2FA0E, 11735, 3}, {0x2FA0F, 11738, 3}, {0x2FA10, 11741, 4}, {0x2FA11, 11745, 3}, {0x2FA12, 11748, 4}, {0x2FA13, 11752, 4},
    {0x2FA14, 11756, 4}, {0x2FA15, 2796, 3}, {0x2FA16, 11760, 3}, {0x2FA17, 2808, 3}, {0x2FA18, 11763, 3}, {0x2FA19, 11766, 3},
    {0x2FA1A, 11769, 3}, {0x2FA1B, 11772, 3}, {0x2FA1C, 2823, 3}, {0x2FA1D, 11775, 4},
};
// clang-format on

}  // namespace cassette::fold_table
