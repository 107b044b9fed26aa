# What every target of this project is compiled with, in one place.
add_library(cb_compiler INTERFACE)
target_compile_definitions(cb_compiler INTERFACE
    QT_NO_CAST_FROM_ASCII
    QT_NO_CAST_TO_ASCII
    QT_NO_URL_CAST_FROM_STRING
    QT_NO_NARROWING_CONVERSIONS_IN_CONNECT
    QT_NO_FOREACH
    QT_DISABLE_DEPRECATED_BEFORE=0x060400
    CB_VERSION="${PROJECT_VERSION}")

if(MSVC)
    target_compile_options(cb_compiler INTERFACE /W4 /utf-8 /permissive-)
    if(CB_WERROR)
        target_compile_options(cb_compiler INTERFACE /WX)
    endif()
else()
    target_compile_options(cb_compiler INTERFACE
        -Wall -Wextra -Wpedantic -Wshadow -Wnon-virtual-dtor -Woverloaded-virtual -Wcast-qual
        -Wformat=2 -Wundef -Wno-missing-field-initializers)
    if(CB_WERROR)
        target_compile_options(cb_compiler INTERFACE -Werror)
    endif()
endif()

if(CB_SANITIZE)
    # -g1: a report needs functions and lines, and no more; types and variables would make the build half as large again.
    target_compile_options(cb_compiler INTERFACE
        -fsanitize=address,undefined -fno-sanitize-recover=undefined -fno-omit-frame-pointer -g1)
    target_link_options(cb_compiler INTERFACE -fsanitize=address,undefined)
endif()

find_program(CB_CCACHE ccache)
if(CB_CCACHE)
    set(CMAKE_CXX_COMPILER_LAUNCHER "${CB_CCACHE}")
endif()
find_program(CB_MOLD mold)
if(CB_MOLD AND CMAKE_CXX_COMPILER_ID STREQUAL "GNU" AND CMAKE_CXX_COMPILER_VERSION VERSION_GREATER_EQUAL 12.1)
    add_link_options(-fuse-ld=mold)
endif()
