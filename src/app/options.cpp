#include "app/options.h"

#include <QCommandLineParser>

#include <cstdio>

namespace app {

using namespace Qt::StringLiterals;

namespace {

[[noreturn]] void refuse(const QString &message)
{
    std::fprintf(stderr, "consent-bridge: %s\n", qPrintable(message));
    std::exit(2);
}

} // namespace

Options readOptions(const QStringList &arguments)
{
    // English only: the language itself is one of the options.
    QCommandLineParser parser;
    parser.setApplicationDescription(u"Runs the link between Didomi and Microsoft Dynamics 365."_s);
    parser.addHelpOption();
    parser.addVersionOption();
    const QCommandLineOption practice(u"practice"_s, u"Open the built-in practice environment."_s);
    const QCommandLineOption language(u"lang"_s, u"Language of the window: en, fr."_s, u"code"_s);
    const QCommandLineOption theme(u"theme"_s, u"Colours: light, dark or system."_s, u"name"_s);
    const QCommandLineOption page(u"page"_s, u"Page to open: connection, mappings, preview or resync."_s, u"name"_s);
    const QCommandLineOption render(
        u"render"_s, u"Draw the main pages with the practice environment as PNG files and end."_s, u"folder"_s);
    const QCommandLineOption firstPaint(u"quit-after-first-paint"_s,
                                        u"Print the milliseconds to the first painted window and end."_s);
    parser.addOptions({practice, language, theme, page, render, firstPaint});
    parser.process(arguments);
    if (!parser.positionalArguments().isEmpty())
        refuse(u"unexpected argument \"%1\""_s.arg(parser.positionalArguments().first()));

    Options options;
    options.practice = parser.isSet(practice);
    options.language = parser.value(language);
    options.renderFolder = parser.value(render);
    options.quitAfterFirstPaint = parser.isSet(firstPaint);
    if (parser.isSet(render) && options.renderFolder.isEmpty())
        refuse(u"--render needs a folder"_s);
    if (parser.isSet(theme)) {
        const QString name = parser.value(theme);
        if (name == u"light")
            options.theme = gui::theme::Choice::Light;
        else if (name == u"dark")
            options.theme = gui::theme::Choice::Dark;
        else if (name == u"system")
            options.theme = gui::theme::Choice::System;
        else
            refuse(u"--theme takes light, dark or system, not \"%1\""_s.arg(name));
    }
    if (parser.isSet(page)) {
        const QString name = parser.value(page);
        if (name == u"connection")
            options.page = gui::MainWindow::Page::Connection;
        else if (name == u"mappings")
            options.page = gui::MainWindow::Page::Mappings;
        else if (name == u"preview")
            options.page = gui::MainWindow::Page::Preview;
        else if (name == u"resync")
            options.page = gui::MainWindow::Page::Resync;
        else
            refuse(u"--page takes connection, mappings, preview or resync, not \"%1\""_s.arg(name));
    }
    return options;
}

} // namespace app
