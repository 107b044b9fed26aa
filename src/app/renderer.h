#pragma once

#include "gui/mainwindow.h"

#include <QElapsedTimer>
#include <QTimer>

#include <deque>

namespace app {

/// Walks through the window with the practice environment and draws what it sees into PNG files: the main pages, in
/// light and in dark.
class Renderer : public QObject
{
    Q_OBJECT

public:
    Renderer(gui::MainWindow &window, gui::Services &services, const QString &folder);

    void start();

Q_SIGNALS:
    void finished(int exitCode); ///< 0, or 1 after telling on standard error what did not come about.

private:
    struct Scene {
        QString name; ///< Of the pictures; empty = none is taken.
        std::function<void()> begin;
        std::function<bool()> isReady; ///< Looked at until it is true.
    };
    void next();
    void look();
    void draw(const QString &name, gui::theme::Choice choice);

    gui::MainWindow &m_window;
    gui::Services &m_services;
    const QString m_folder;
    std::deque<Scene> m_scenes;
    QTimer m_looking;
    QElapsedTimer m_since;
    bool m_settling = false;
};

} // namespace app
