# A room is one folder of src/ and one library. It sees the headers of the rooms it links, and of no others: each room
# offers its headers through a folder of its own, which reaches others only with the link line. The library is a static
# one; in the presets for development and for the sanitizers it is shared (BUILD_SHARED_LIBS), because two hundred test
# programs with a copy each of every room fill 40 GB.
#
#   cb_room(engine LINK cb_dataverse cb_store SOURCES plan.cpp plan.h …)
function(cb_room name)
    cmake_parse_arguments(ROOM "" "" "LINK;PRIVATE_LINK;SOURCES" ${ARGN})
    set(target cb_${name})
    add_library(${target} ${ROOM_SOURCES})

    set(doorway "${PROJECT_BINARY_DIR}/rooms/${name}")
    file(MAKE_DIRECTORY "${doorway}")
    file(CREATE_LINK "${CMAKE_CURRENT_SOURCE_DIR}" "${doorway}/${name}" RESULT linked SYMBOLIC)
    if(linked EQUAL 0)
        target_include_directories(${target} PUBLIC "${doorway}")
    else() # a file system without symbolic links: everything is visible, the link lines still count
        target_include_directories(${target} PUBLIC "${PROJECT_SOURCE_DIR}/src")
    endif()
    target_link_libraries(${target} PUBLIC ${ROOM_LINK} PRIVATE cb_compiler ${ROOM_PRIVATE_LINK})
endfunction()

# What only some rooms may link. Checked when everything is configured.
function(cb_check_house)
    file(GLOB folders RELATIVE "${PROJECT_SOURCE_DIR}/src" "${PROJECT_SOURCE_DIR}/src/*/CMakeLists.txt")
    foreach(folder IN LISTS folders)
        get_filename_component(room "${folder}" DIRECTORY)
        if(NOT TARGET cb_${room})
            continue()
        endif()
        get_target_property(links cb_${room} LINK_LIBRARIES)
        if("Qt6::Widgets" IN_LIST links AND NOT room MATCHES "^(gui|app)$")
            message(FATAL_ERROR "src/${room} links Qt6::Widgets: only gui and app may.")
        endif()
        if("Qt6Keychain::Qt6Keychain" IN_LIST links AND NOT room STREQUAL "keychain")
            message(FATAL_ERROR "src/${room} links QtKeychain: only keychain may.")
        endif()
    endforeach()
endfunction()

# A test program: cb_test(core/tst_redactor.cpp LINK cb_core). Its name is the file's name.
function(cb_test source)
    cmake_parse_arguments(TEST "" "" "LINK;LABELS" ${ARGN})
    get_filename_component(name "${source}" NAME_WE)
    add_executable(${name} ${source})
    target_link_libraries(${name} PRIVATE cb_compiler cb_testsupport Qt6::Test ${TEST_LINK})
    target_compile_options(${name} PRIVATE -include "${PROJECT_SOURCE_DIR}/tests/support/patience.h")
    add_test(NAME ${name} COMMAND ${name})
    # These end what hangs; they are no measure of speed. A function's time is that of all its rows together, in ms.
    set_tests_properties(${name} PROPERTIES TIMEOUT 1500 LABELS "${TEST_LABELS}"
        ENVIRONMENT "QT_QPA_PLATFORM=offscreen;QTEST_FUNCTION_TIMEOUT=1400000")
endfunction()
