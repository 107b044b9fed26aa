#include "app/house.h"
#include "app/language.h"
#include "app/options.h"
#include "app/renderer.h"
#include "core/memory.h"
#include "gui/mainwindow.h"
#include "gui/questions.h"

#include <QApplication>
#include <QElapsedTimer>
#include <QNetworkProxyFactory>
#include <QTemporaryDir>
#include <QTimer>

#include <cstdio>
#include <cstring>

using namespace Qt::StringLiterals;

namespace {

/// Tells when a window was painted for the first time, once the event loop is back.
class FirstPaint final : public QObject
{
public:
    FirstPaint(QWidget *window, std::function<void()> then) : QObject(window), m_then(std::move(then))
    {
        window->installEventFilter(this);
    }

    bool eventFilter(QObject *watched, QEvent *event) override
    {
        if (event->type() == QEvent::Paint && m_then)
            QTimer::singleShot(0, qApp, std::exchange(m_then, nullptr));
        return QObject::eventFilter(watched, event);
    }

private:
    std::function<void()> m_then;
};

gui::theme::Choice keptTheme(const QString &word)
{
    return word == u"light"  ? gui::theme::Choice::Light
           : word == u"dark" ? gui::theme::Choice::Dark
                             : gui::theme::Choice::System;
}

bool wantsRendering(int argc, char *argv[])
{
    return std::any_of(argv, argv + argc,
                       [](const char *argument) { return std::strncmp(argument, "--render", 8) == 0; });
}

} // namespace

int main(int argc, char *argv[])
{
    QElapsedTimer sinceStart;
    sinceStart.start();
    core::shareHeaps();
    if (wantsRendering(argc, argv) && qEnvironmentVariableIsEmpty("QT_QPA_PLATFORM"))
        qputenv("QT_QPA_PLATFORM", "offscreen");

    QApplication application(argc, argv);
    QApplication::setApplicationName(u"consent-bridge"_s);
    QApplication::setApplicationDisplayName({});
    QApplication::setApplicationVersion(QStringLiteral(CB_VERSION));
    QApplication::setDesktopFileName(u"consent-bridge"_s);
    const app::Options options = app::readOptions(QApplication::arguments());
    app::useLanguage(options.language);
    QNetworkProxyFactory::setUseSystemConfiguration(true);

    // Pictures are drawn in a home of their own: they must not show, or change, what the user has.
    QTemporaryDir studio;
    const bool isRendering = !options.renderFolder.isEmpty();
    app::House house(isRendering ? store::Paths::below(studio.path()) : store::Paths::standard());
    gui::theme::apply(options.theme.value_or(keptTheme(house.settings().value(u"theme"_s).toString())));
    gui::DialogQuestions questions;
    gui::MainWindow window(house, questions);

    if (isRendering) {
        window.start();
        window.resize(1280, 800);
        window.show();
        app::Renderer renderer(window, house, options.renderFolder);
        QObject::connect(
            &renderer, &app::Renderer::finished, &application, [](int code) { QApplication::exit(code); },
            Qt::QueuedConnection);
        QTimer::singleShot(0, &renderer, &app::Renderer::start);
        return QApplication::exec();
    }
    if (options.page)
        window.openPage(*options.page);
    window.start(options.practice ? house.practice().profileId() : QString());
    if (options.page)
        window.openPage(*options.page);
    if (options.quitAfterFirstPaint) {
        new FirstPaint(&window, [&sinceStart] {
            std::printf("%lld\n", static_cast<long long>(sinceStart.elapsed()));
            std::fflush(stdout);
            QApplication::quit();
        });
    }
    window.show();
    return QApplication::exec();
}
