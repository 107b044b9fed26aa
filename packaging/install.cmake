# Where the programs go, and what the desktop needs to know of them.
install(TARGETS consent-bridge consent-bridge-cli consent-bridge-sandbox RUNTIME DESTINATION "${CMAKE_INSTALL_BINDIR}")
if(UNIX AND NOT APPLE)
    install(FILES packaging/linux/consent-bridge.desktop DESTINATION "${CMAKE_INSTALL_DATADIR}/applications")
    install(FILES resources/consent-bridge.svg DESTINATION "${CMAKE_INSTALL_DATADIR}/icons/hicolor/scalable/apps")
endif()
install(FILES LICENSE README.md DESTINATION "${CMAKE_INSTALL_DOCDIR}")
