#pragma once

#include "gui/mainwindow.h"
#include "gui/theme.h"

#include <QString>

#include <optional>

namespace app {

/// What the command line says.
struct Options {
    bool practice = false;
    QString language;                             ///< Empty = the system's.
    std::optional<gui::theme::Choice> theme = {}; ///< Empty = what was chosen last.
    std::optional<gui::MainWindow::Page> page = {};
    QString renderFolder; ///< Not empty: draw the pages into it and end.
    bool quitAfterFirstPaint = false;
};

/// Reads `arguments`; on --help, --version or a mistake prints and ends the program.
Options readOptions(const QStringList &arguments);

} // namespace app
