// How smooth the window stays while consents arrive, and how long one takes from its arrival to its write.
//
//   bench_livepanel [SECONDS] [PER_SECOND]
//
// A real window (offscreen unless QT_QPA_PLATFORM says otherwise) over the sandbox on loopback. A heartbeat of one
// millisecond in the window's event loop tells for how long nothing else could be done: first while nothing happens,
// then while consents arrive by webhook and are only listed, then while they are written too, in the same run.

#include "app/house.h"
#include "consent/event.h"
#include "engine/rawpost.h"
#include "gui/live.h"
#include "gui/mainwindow.h"
#include "heartbeat.h"
#include "models/feedmodel.h"
#include "sandbox/sandbox.h"

#include <QApplication>
#include <QElapsedTimer>
#include <QEventLoop>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTemporaryDir>
#include <QThread>
#include <QTimer>

#include <algorithm>
#include <atomic>
#include <cstdio>
#include <vector>

using namespace Qt::StringLiterals;
using bench::Heartbeat;
using bench::liveFor;
using bench::liveUntil;
using engine::FeedItem;

namespace {

const QByteArray token = "a-token-that-nobody-guesses";
constexpr int inOneRequest = 10;

struct Known {
    QString user;   ///< Didomi's id.
    QString person; ///< organization_user_id
};

QByteArray userUpdated(const Known &known, int number)
{
    const QJsonObject user{{u"id"_s, known.user},
                           {u"organization_user_id"_s, known.person},
                           {u"version"_s, number},
                           {u"updated_at"_s, QDateTime::currentDateTimeUtc().toString(Qt::ISODateWithMs)}};
    const QJsonObject body{{u"type"_s, u"user.updated"_s},
                           {u"regulation"_s, u"gdpr"_s},
                           {u"parameters"_s, QJsonObject{{u"new_entity"_s, user}}}};
    return QJsonDocument(body).toJson(QJsonDocument::Compact);
}

/// Posts at an even rate; how many were acknowledged.
int send(quint16 port, const QList<Known> &people, int first, int seconds, int perSecond)
{
    support::RawPost client(port);
    QElapsedTimer since;
    since.start();
    int sent = 0;
    int taken = 0;
    while (sent < seconds * perSecond) {
        QByteArrayList bodies;
        for (int i = 0; i < inOneRequest; ++i, ++sent)
            bodies << userUpdated(people.at(sent % people.size()), first + sent);
        if (client.post("/webhook", '[' + bodies.join(',') + ']', token).status == 200)
            taken += inOneRequest;
        const qint64 due = qint64(sent) * 1000 / perSecond;
        if (since.elapsed() < due)
            QThread::msleep(ulong(due - since.elapsed()));
    }
    return taken;
}

double median(std::vector<double> values)
{
    std::sort(values.begin(), values.end());
    return values.empty() ? 0.0 : values[values.size() / 2];
}

} // namespace

int main(int argc, char *argv[])
{
    if (qEnvironmentVariableIsEmpty("QT_QPA_PLATFORM"))
        qputenv("QT_QPA_PLATFORM", "offscreen");
    QApplication application(argc, argv);
    const int seconds = argc > 1 ? std::max(1, std::atoi(argv[1])) : 10;
    const int perSecond = argc > 2 ? std::max(inOneRequest, std::atoi(argv[2])) : 1'000;

    QTemporaryDir home;
    app::House house(store::Paths::below(home.path()));
    gui::DialogQuestions questions;
    gui::MainWindow window(house, questions);
    window.start(house.practice().profileId());
    window.openPage(gui::MainWindow::Page::Preview);
    window.resize(1280, 800);
    window.show();
    if (!window.session())
        return 1;
    gui::Live &live = window.session()->live();
    gui::LiveSettings settings = live.settings();
    settings.polls = settings.streams = false;
    settings.listens = true;
    settings.port = 0;
    bool isKept = false;
    live.setSettings(settings, core::Secret(token), [&isKept](const auto &) { isKept = true; });
    if (!liveUntil([&] { return isKept; }))
        return 1;
    live.start(false);
    if (!liveUntil([&] { return !live.webhookUrl().isEmpty(); })) {
        std::fprintf(stderr, "%s\n", qPrintable(live.problem().toLine()));
        return 1;
    }
    liveFor(1'000);

    {
        Heartbeat idle;
        liveFor(seconds * 1000);
        idle.print("nothing happens");
    }

    QStringList ids;
    QList<Known> people;
    while (people.size() < 150) { // whoever changes their mind is somebody whom both ends know
        const auto event = consent::readEventFile(house.practice().sandbox()->emitConsent());
        if (event && !event->organizationUserId.isEmpty() && !ids.contains(event->organizationUserId)) {
            ids << event->organizationUserId;
            people << Known{.user = event->userId, .person = event->organizationUserId};
        }
    }
    const quint16 port = quint16(live.webhookUrl().port());
    int first = 1;
    const auto flood = [&](const char *name) {
        std::atomic<int> taken = 0;
        std::atomic<bool> isOver = false;
        const std::unique_ptr<QThread> sender(QThread::create([&] {
            taken = send(port, people, first, seconds, perSecond);
            isOver = true;
        }));
        Heartbeat busy;
        QElapsedTimer since;
        since.start();
        sender->start();
        liveUntil([&] { return isOver.load(); });
        const double took = double(since.elapsed()) / 1000.0;
        busy.print(name);
        std::printf("  %d taken in %.1f s (%.0f/s), %lld wait, %d listed\n", int(taken), took, int(taken) / took,
                    static_cast<long long>(live.counts().valueOr({}).waiting), live.items()->count());
        std::fflush(stdout);
        sender->wait();
        first += seconds * perSecond + inOneRequest;
    };
    live.pause(true);
    flood("only listed (paused)");
    live.pause(false);
    liveUntil([&] { return live.counts().valueOr({}).waiting == 0; });
    flood("written as they come");
    QElapsedTimer draining;
    draining.start();
    const bool isDrained = liveUntil([&] { return live.counts().valueOr({}).waiting == 0; });
    std::printf("  %s after %.1f s %s\n", isDrained ? "all are settled" : "not all are settled",
                double(draining.elapsed()) / 1000.0, qPrintable(live.feed()->outage().toLine()));
    std::fflush(stdout);

    // One after the other: how long each takes.
    std::vector<double> toWrite;
    std::vector<double> toEnd;
    QHash<qint64, QDateTime> arrived;
    const auto note = QObject::connect(live.feed(), &engine::LiveFeed::itemChanged, &window, [&](qint64 number) {
        for (const FeedItem &item : live.feed()->items()) {
            if (item.number == number && item.state == FeedItem::State::Pushing && item.plan &&
                item.plan->items.constFirst().isWrite())
                toWrite.push_back(double(item.arrivedAt.msecsTo(QDateTime::currentDateTimeUtc())));
            else if (item.number == number && item.report && item.report->outcome == store::Outcome::Updated)
                toEnd.push_back(double(item.duration.count()));
        }
    });
    for (int i = 0; i < 60; ++i) {
        const QByteArray event = house.practice().sandbox()->emitConsent();
        const std::unique_ptr<QThread> one(QThread::create([&] {
            support::RawPost client(port);
            client.post("/webhook", event, token);
        }));
        one->start();
        liveUntil([&] { return one->isFinished(); });
        liveUntil([&] { return live.counts().valueOr({}).waiting == 0; });
    }
    QObject::disconnect(note);
    std::printf("one consent: %zu writes; arrival to write %.0f ms, to settled %.0f ms (medians)\n", toWrite.size(),
                median(toWrite), median(toEnd));
    live.stop();
    liveUntil([&] { return !live.feed()->isBusy(); });
    return 0;
}
