# What the desktop needs to know of the programs; each program's own room says where it goes.
if(UNIX AND NOT APPLE)
    install(FILES packaging/linux/consent-bridge.desktop DESTINATION "${CMAKE_INSTALL_DATADIR}/applications")
    install(FILES resources/consent-bridge.svg DESTINATION "${CMAKE_INSTALL_DATADIR}/icons/hicolor/scalable/apps")
    install(FILES packaging/consent-bridge-live@.service DESTINATION lib/systemd/system)
endif()
install(FILES LICENSE README.md DESTINATION "${CMAKE_INSTALL_DOCDIR}")
