# Third-party libraries, all from the distribution. Their headers are SYSTEM: our warnings are for our code.

find_package(PkgConfig REQUIRED)
find_package(Threads REQUIRED)
find_package(OpenSSL REQUIRED)
find_package(SQLite3 REQUIRED)
find_package(ZLIB REQUIRED)
pkg_check_modules(ZSTD REQUIRED IMPORTED_TARGET libzstd)
find_package(PNG REQUIRED)
find_package(JPEG REQUIRED)
find_package(EXPAT REQUIRED)
pkg_check_modules(lcms2 REQUIRED IMPORTED_TARGET lcms2)
find_package(Boost 1.81 REQUIRED COMPONENTS json url)
find_package(spdlog REQUIRED)
find_package(prometheus-cpp REQUIRED CONFIG)
# toml++ is used header only: the distribution's library reports errors by exception.
find_path(TOMLPLUSPLUS_INCLUDE toml++/toml.h REQUIRED)

# DCMTK's CMake package names include folders of its build machine; the plain library names are what the distribution offers.
foreach(part dcmdata dcmnet dcmimgle dcmimage dcmjpeg dcmjpls oflog ofstd)
  find_library(DCMTK_${part}_LIBRARY ${part} REQUIRED)
endforeach()
add_library(dcmtk_data INTERFACE)
target_link_libraries(dcmtk_data INTERFACE ${DCMTK_dcmdata_LIBRARY} ${DCMTK_oflog_LIBRARY} ${DCMTK_ofstd_LIBRARY})
add_library(dcmtk_image INTERFACE)
target_link_libraries(dcmtk_image INTERFACE ${DCMTK_dcmjpeg_LIBRARY} ${DCMTK_dcmjpls_LIBRARY} ${DCMTK_dcmimage_LIBRARY}
  ${DCMTK_dcmimgle_LIBRARY} dcmtk_data)
add_library(dcmtk_net INTERFACE)
target_link_libraries(dcmtk_net INTERFACE ${DCMTK_dcmnet_LIBRARY} dcmtk_data)

# OpenJPEG's CMake package wants its static library installed, too; OpenJPH's is not in the distribution.
pkg_check_modules(OPENJPEG REQUIRED IMPORTED_TARGET libopenjp2)
add_library(openjpeg ALIAS PkgConfig::OPENJPEG)
find_library(OPENJPH_LIBRARY openjph REQUIRED)
find_path(OPENJPH_INCLUDE openjph/ojph_codestream.h REQUIRED)
add_library(openjph INTERFACE)
target_link_libraries(openjph INTERFACE ${OPENJPH_LIBRARY})

option(CASSETTE_VIDEO "Decode frames of video, where libavcodec is found" ON)
if(CASSETTE_VIDEO)
  pkg_check_modules(LIBAV IMPORTED_TARGET libavformat libavcodec libswscale libavutil)
endif()

# The node's allocator where it is found (docs/decisions/0016): sanitizers bring their own.
if(NOT CASSETTE_SANITIZE)
  pkg_check_modules(JEMALLOC IMPORTED_TARGET jemalloc)
endif()
