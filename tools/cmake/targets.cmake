# One library a folder, one test binary a folder. Sources are listed by the folder's own CMakeLists.txt.

add_library(cassette_options INTERFACE)
target_compile_options(cassette_options INTERFACE
  -Wall -Wextra -Wpedantic -Wconversion -Wshadow -Werror)
target_include_directories(cassette_options INTERFACE ${PROJECT_SOURCE_DIR})
target_link_libraries(cassette_options INTERFACE pthread)
if(CASSETTE_SANITIZE)
  # -Wno-maybe-uninitialized: with ASan, g++ 12 finds it in every std::regex (GCC bug 105562); release builds keep it on.
  target_compile_options(cassette_options INTERFACE
    $<$<NOT:$<BOOL:$<TARGET_PROPERTY:CASSETTE_BARE>>>:-fsanitize=${CASSETTE_SANITIZE}>
    -fno-omit-frame-pointer $<$<CXX_COMPILER_ID:GNU>:-Wno-maybe-uninitialized>)
  target_link_options(cassette_options INTERFACE -fsanitize=${CASSETTE_SANITIZE})
endif()
if(CASSETTE_SANITIZE MATCHES "undefined")
  # Tests look for undefined behaviour in what they test: checks in the tests' own code are a third of their compile time.
  target_compile_options(cassette_options INTERFACE
    $<$<NOT:$<BOOL:$<TARGET_PROPERTY:CASSETTE_BARE>>>:-fno-sanitize-recover=undefined> $<$<BOOL:$<TARGET_PROPERTY:CASSETTE_TEST>>:-fno-sanitize=undefined>)
endif()
if(CASSETTE_FUZZ)
  target_compile_options(cassette_options INTERFACE -fsanitize=fuzzer-no-link)
endif()

# What spends its time waiting, not computing: optimising it under sanitizers doubles its compile time and saves nothing.
function(cassette_compile_fast target)
  if(CASSETTE_SANITIZE AND NOT CASSETTE_FUZZ)
    target_compile_options(${target} PRIVATE -O0)
  endif()
endfunction()

# TSan knows no fences, and g++ says so; those of Asio come on top of locks. clang++-14 cannot give coroutines what UBSan's
# check of function pointers wants.
function(cassette_uses_asio target)
  if(CASSETTE_SANITIZE MATCHES "thread" AND CMAKE_CXX_COMPILER_ID STREQUAL "GNU")
    target_compile_options(${target} PRIVATE -Wno-tsan)
  endif()
  if(CASSETTE_SANITIZE MATCHES "undefined" AND CMAKE_CXX_COMPILER_ID STREQUAL "Clang")
    get_target_property(sources ${target} SOURCES)
    list(FILTER sources INCLUDE REGEX "http/")
    set_source_files_properties(${sources} PROPERTIES COMPILE_OPTIONS -fno-sanitize=function)  # after those of the target
  endif()
endfunction()

# Half the time of compiling a short source is reading headers that never change, so the sanitizer builds read them once a
# target. Release builds do without: there a source that forgets an include of its own is found.
function(cassette_precompile target)
  if(CASSETTE_SANITIZE AND CMAKE_CXX_COMPILER_ID STREQUAL "GNU")
    target_compile_options(${target} PRIVATE -fpch-preprocess)  # ccache wants it
    target_precompile_headers(${target} PRIVATE
      <algorithm> <array> <charconv> <chrono> <filesystem> <functional> <map> <memory> <mutex> <optional> <span> <string>
      <string_view> <utility> <variant> <vector> ${ARGN})
  endif()
endfunction()

# cassette_library(<folder> SOURCES ... [WAITING <sources that cassette_compile_fast is for>]
#                  USES <libraries below or third-party targets> [PRECOMPILES <headers>])
function(cassette_library name)
  cmake_parse_arguments(arg "" "" "SOURCES;WAITING;USES;PRECOMPILES" ${ARGN})
  add_library(cassette_${name} STATIC ${arg_SOURCES})
  target_link_libraries(cassette_${name} PUBLIC cassette_options ${arg_USES})
  cassette_precompile(cassette_${name} ${arg_PRECOMPILES})
  if(NOT arg_WAITING)
    return()
  endif()
  add_library(cassette_${name}_waiting OBJECT ${arg_WAITING})
  target_link_libraries(cassette_${name}_waiting PRIVATE cassette_options ${arg_USES})
  cassette_precompile(cassette_${name}_waiting ${arg_PRECOMPILES})
  cassette_compile_fast(cassette_${name}_waiting)
  target_sources(cassette_${name} PRIVATE $<TARGET_OBJECTS:cassette_${name}_waiting>)
endfunction()

# Ends a test that takes longer: TSan has five times as long.
function(cassette_timeout test seconds)
  if(CASSETTE_SANITIZE MATCHES "thread")
    math(EXPR seconds "5 * ${seconds}")
  endif()
  set_tests_properties(${test} PROPERTIES TIMEOUT ${seconds})
endfunction()

# cassette_test(<folder> SOURCES ... USES ... [APART <pattern>] [IN_MEMORY]): the doctest binary <folder>_test, run by ctest as
# one test, and the sources that fit the pattern as another one beside it; temporary folders in memory where the tests prove
# nothing about the disk.
function(cassette_test name)
  cmake_parse_arguments(arg "IN_MEMORY" "APART" "SOURCES;USES" ${ARGN})
  set(environment $<$<BOOL:${arg_IN_MEMORY}>:CASSETTE_TESTS_IN_MEMORY=1>)
  add_executable(${name}_test ${arg_SOURCES})
  set_target_properties(${name}_test PROPERTIES CASSETTE_TEST ON)
  target_link_libraries(${name}_test PRIVATE cassette_options cassette_doctest_main ${arg_USES})
  target_compile_definitions(${name}_test PRIVATE CASSETTE_SOURCE_DIR="${PROJECT_SOURCE_DIR}")
  list(LENGTH arg_SOURCES sources)
  if(sources GREATER 7)
    cassette_precompile(${name}_test <doctest/doctest.h>)
  endif()
  if(name STREQUAL tidy)  # regular expressions over every source, and nothing of the product's
    set_target_properties(tidy_test PROPERTIES CASSETTE_BARE ON)
  else()
    cassette_compile_fast(${name}_test)
  endif()
  if(arg_APART)
    add_test(NAME ${name} COMMAND ${name}_test --source-file-exclude=${arg_APART})
    add_test(NAME ${name}_apart COMMAND ${name}_test --source-file=${arg_APART})
    set_tests_properties(${name}_apart PROPERTIES ENVIRONMENT "${environment}")
    cassette_timeout(${name}_apart 1200)
  else()
    add_test(NAME ${name} COMMAND ${name}_test)
  endif()
  set_tests_properties(${name} PROPERTIES ENVIRONMENT "${environment}")
  cassette_timeout(${name} 600)
endfunction()
