#include "app/renderer.h"

#include "gui/live.h"
#include "gui/previewpage.h"
#include "gui/resync/resync.h"
#include "gui/testbench.h"

#include <QAbstractItemView>
#include <QApplication>
#include <QDir>

#include <cstdio>

namespace app {

using namespace Qt::StringLiterals;
using gui::MainWindow;
using gui::theme::Choice;

namespace {

constexpr qint64 patienceMs = 60'000;

} // namespace

Renderer::Renderer(MainWindow &window, gui::Services &services, const QString &folder)
    : m_window(window), m_services(services), m_folder(folder)
{
    m_looking.setInterval(30);
    connect(&m_looking, &QTimer::timeout, this, &Renderer::look);
    const auto always = [] { return true; };
    const auto session = [this]() -> gui::Session & { return *m_window.session(); };

    m_scenes.push_back({u"welcome"_s, [] {}, always});
    m_scenes.push_back({u"connection"_s,
                        [this, session] {
                            m_window.open(m_services.practice().profileId());
                            m_window.openPage(MainWindow::Page::Connection);
                            session().tests().start();
                        },
                        [session] { return session().tests().last() && session().activity().isEmpty(); }});
    m_scenes.push_back({u"connection-failed"_s, [session] { session().tests().rehearse(u"secret-expired"_s); },
                        [session] { return !session().tests().isRunning(); }});
    m_scenes.push_back({u"mappings"_s,
                        [this, session] {
                            session().tests().endRehearsal();
                            m_window.openPage(MainWindow::Page::Mappings);
                            session().load();
                            if (auto *grid = m_window.findChild<QAbstractItemView *>(u"grid"_s))
                                grid->setCurrentIndex(grid->model()->index(1, 1));
                        },
                        [session] { return session().surroundings() != nullptr; }});
    m_scenes.push_back({u"preview"_s,
                        [this] {
                            m_window.openPage(MainWindow::Page::Preview);
                            const auto people = m_services.practice().people();
                            if (!people.isEmpty())
                                m_window.previewPage()->previewPerson(people.first().id);
                        },
                        [this] { return m_window.previewPage()->preview()->item() != nullptr; }});
    m_scenes.push_back({u"live"_s,
                        [this, session] {
                            m_window.previewPage()->preview()->push();
                            session().live().start(false);
                        },
                        [this, session] {
                            return session().live().feed() && session().live().feed()->items().size() >= 5 &&
                                   m_window.previewPage()->preview()->report();
                        }});
    m_scenes.push_back({QString(),
                        [this, session] {
                            session().live().stop();
                            m_window.openPage(MainWindow::Page::Resync);
                            session().resync().plan({});
                        },
                        [this, session] {
                            const auto *people = m_window.findChild<QAbstractItemView *>(u"reviewTable"_s);
                            return session().resync().summary() && !session().resync().isBusy() && people &&
                                   people->model()->rowCount() > 0 && session().activity().isEmpty();
                        }});
    m_scenes.push_back({u"resync-review"_s,
                        [this] {
                            auto *people = m_window.findChild<QAbstractItemView *>(u"reviewTable"_s);
                            int row = 0; // the first for whom something is written
                            while (row + 1 < people->model()->rowCount() &&
                                   people->model()->index(row, 0).data(Qt::CheckStateRole).isNull())
                                ++row;
                            people->setCurrentIndex(people->model()->index(row, 1));
                        },
                        [this] {
                            const auto *values = m_window.findChild<QAbstractItemView *>(u"writeTable"_s);
                            return values && values->isVisible() && values->model()->rowCount() > 0;
                        }});
    m_scenes.push_back({u"resync"_s, [session] { session().resync().run({.mayPermit = true, .mayCreate = true}); },
                        [session] {
                            return session().resync().summary() &&
                                   session().resync().summary()->state == store::RunState::Done;
                        }});
}

void Renderer::start()
{
    if (!QDir().mkpath(m_folder)) {
        std::fprintf(stderr, "consent-bridge: the folder %s cannot be made\n", qPrintable(m_folder));
        Q_EMIT finished(1);
        return;
    }
    next();
}

void Renderer::next()
{
    if (m_scenes.empty()) {
        if (m_window.session())
            m_window.session()->live().stop();
        Q_EMIT finished(0);
        return;
    }
    m_scenes.front().begin();
    m_since.start();
    m_settling = false;
    m_looking.start();
}

void Renderer::look()
{
    const Scene &scene = m_scenes.front();
    if (!scene.isReady()) {
        if (m_since.elapsed() < patienceMs)
            return;
        m_looking.stop();
        std::fprintf(stderr, "consent-bridge: the page \"%s\" did not get ready\n", qPrintable(scene.name));
        Q_EMIT finished(1);
        return;
    }
    if (!m_settling) { // one more round, so that layouts are done
        m_settling = true;
        return;
    }
    m_looking.stop();
    const QString name = scene.name;
    m_scenes.pop_front();
    if (name.isEmpty())
        return next();
    draw(name, Choice::Light);
}

void Renderer::draw(const QString &name, Choice choice)
{
    gui::theme::apply(choice);
    // The palette reaches the widgets through the event loop.
    QTimer::singleShot(0, this, [this, name, choice] {
        const QString suffix = choice == Choice::Light ? u"light"_s : u"dark"_s;
        const QString path = QDir(m_folder).filePath(u"%1-%2.png"_s.arg(name, suffix));
        if (!m_window.grab().save(path)) {
            std::fprintf(stderr, "consent-bridge: %s cannot be written\n", qPrintable(path));
            Q_EMIT finished(1);
            return;
        }
        if (choice == Choice::Light)
            return draw(name, Choice::Dark);
        gui::theme::apply(Choice::Light);
        next();
    });
}

} // namespace app
