#include "cli/exitcode.h"
#include "engine/rawpost.h"
#include "engine/world.h"
#include "store/inbox.h"

#include <QJsonDocument>
#include <QProcess>
#include <QRegularExpression>
#include <QTest>

#include <atomic>
#include <csignal>
#include <mutex>
#include <thread>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using sandbox::Person;
using store::Outcome;

namespace {

const QByteArray bearer = "a-token-that-nobody-guesses";
constexpr int clients = 4;
constexpr int personsOfOne = 3;

/// How many consents are posted; more with the variable, for a long run. Above some 1,400 the simulated Dynamics
/// throttles (6,000 requests in five minutes), so that 10,000 take about half an hour.
int posts()
{
    const int wanted = qEnvironmentVariableIntValue("CB_LIVE_POSTS");
    return wanted > 0 ? wanted : 240;
}

} // namespace

/// The real program as a service, killed while Didomi is talking to it.
class TestLiveBinary : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void losesNothingWhenKilled();
    void endsOnATermSignal();

private:
    quint16 startService(QProcess &process, quint16 port);
    QByteArray envelope(const QString &person, int number) const;

    std::unique_ptr<support::World> m_world;
    QTemporaryDir m_home;
    QString m_profilePath;
};

void TestLiveBinary::initTestCase()
{
    m_world = std::make_unique<support::World>();
    QVERIFY(m_world->connect());
    profile::Profile profile = m_world->profile;
    profile.clientSecret = {profile::SecretRef::Kind::Env, u"CB_BINARY_CLIENT"_s};
    profile.didomi.secret = {profile::SecretRef::Kind::Env, u"CB_BINARY_DIDOMI"_s};
    m_profilePath = m_home.filePath(u"profile.json"_s);
    QFile file(m_profilePath);
    QVERIFY(file.open(QIODevice::WriteOnly));
    QVERIFY(file.write(profile::writeProfile(profile)) > 0);
}

/// Returns the port once it listens; 0 when it does not.
quint16 TestLiveBinary::startService(QProcess &process, quint16 port)
{
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.insert(u"CONSENT_BRIDGE_HOME"_s, m_home.filePath(u"home"_s));
    environment.insert(u"CB_BINARY_CLIENT"_s, QString::fromUtf8(m_world->secrets.clientSecret.reveal()));
    environment.insert(u"CB_BINARY_DIDOMI"_s, QString::fromUtf8(m_world->secrets.didomiSecret.reveal()));
    environment.insert(u"CB_BINARY_BEARER"_s, QString::fromUtf8(bearer));
    environment.insert(u"LC_ALL"_s, u"C.UTF-8"_s);
    process.setProcessEnvironment(environment);
    process.setStandardOutputFile(QProcess::nullDevice());
    process.setReadChannel(QProcess::StandardError);
    process.start(QStringLiteral(CB_CLI), {u"live"_s, m_profilePath, u"--listen"_s, u"127.0.0.1:%1"_s.arg(port),
                                           u"--bearer-ref"_s, u"env:CB_BINARY_BEARER"_s, u"--json"_s});
    QByteArray told;
    static const QRegularExpression address(u"http://127\\.0\\.0\\.1:(\\d+)/webhook"_s);
    while (process.waitForReadyRead(20'000)) {
        told += process.readAllStandardError();
        const auto found = address.match(QString::fromUtf8(told));
        if (found.hasMatch())
            return quint16(found.captured(1).toUInt());
    }
    qWarning("the service did not start: %s", told.constData());
    return 0;
}

/// The n-th choice of a person: given and refused in turn, so that each needs a write.
QByteArray TestLiveBinary::envelope(const QString &person, int number) const
{
    QJsonObject event = m_world->eventJson(person, {{u"newsletter"_s, number % 2 == 0}},
                                           QDateTime::currentDateTimeUtc().addSecs(number));
    event[u"id"_s] = u"%1-%2"_s.arg(person).arg(number, 6, 10, QChar(u'0'));
    return QJsonDocument(
               QJsonObject{{u"type"_s, u"event.created"_s}, {u"parameters"_s, QJsonObject{{u"entity"_s, event}}}})
        .toJson(QJsonDocument::Compact);
}

void TestLiveBinary::losesNothingWhenKilled()
{
    QProcess service;
    std::atomic<quint16> port = startService(service, 0);
    QVERIFY(port.load() != 0);

    QStringList persons;
    for (int which = 0; which < clients * personsOfOne; ++which)
        persons << m_world->person(Person::Case::Plain, which);
    const int each = posts() / int(persons.size());

    // Each client speaks for some persons, one choice after the other, and repeats what was not acknowledged.
    std::atomic<int> acknowledged = 0;
    std::atomic<bool> isOver = false;
    std::vector<std::thread> senders;
    for (int client = 0; client < clients; ++client) {
        senders.emplace_back([&, client] {
            std::unique_ptr<support::RawPost> line;
            for (int number = 0; number < each && !isOver; ++number) {
                for (int which = 0; which < personsOfOne && !isOver; ++which) {
                    const QByteArray body = envelope(persons.at(client * personsOfOne + which), number);
                    int status = 0;
                    while (status != 200 && !isOver) {
                        if (!line || line->socket().state() != QAbstractSocket::ConnectedState)
                            line = std::make_unique<support::RawPost>(port);
                        if (line->connected())
                            status = line->post("/webhook", body, bearer).status;
                        if (status != 200) {
                            line.reset();
                            std::this_thread::sleep_for(20ms);
                        }
                    }
                    if (status == 200)
                        ++acknowledged;
                    std::this_thread::sleep_for(3ms); // so that pushes are on their way meanwhile
                }
            }
        });
    }
    const int all = each * int(persons.size());
    int kills = 0;
    const QString home = m_home.filePath(u"home"_s);
    auto journal = store::Journal::open(home + u"/journal.sqlite"_s);
    QVERIFY(journal);
    const auto newestItem = [&] {
        const auto items = (*journal)->items(m_world->profile.id, 0, 1).valueOr({});
        return items.isEmpty() ? 0 : items.constFirst().id;
    };
    qint64 lastItem = 0;
    const auto waitFor = [&](int count) { return QTest::qWaitFor([&] { return acknowledged >= count; }, 1'800'000); };
    for (const int at : {all / 4, all / 2, (3 * all) / 4}) {
        // Killed while some are taken and others are written.
        if (!waitFor(at) || !QTest::qWaitFor([&] { return newestItem() > lastItem + 3; }, 60'000))
            break;
        lastItem = newestItem();
        service.kill();
        service.waitForFinished();
        const quint16 again = startService(service, port);
        kills += service.state() == QProcess::Running && again == port ? 1 : 0;
    }
    const bool isAllAcknowledged = waitFor(all);
    isOver = true;
    for (std::thread &sender : senders)
        sender.join();
    QCOMPARE(kills, 3);
    QVERIFY(isAllAcknowledged);

    // Everything that was acknowledged is worked on to its end.
    auto inbox = store::Inbox::open(home + u"/inbox.sqlite"_s);
    QVERIFY(inbox);
    QVERIFY(QTest::qWaitFor([&] { return (*inbox)->counts(m_world->profile.id)->waiting == 0; }, 3'600'000));
    QCOMPARE((*inbox)->counts(m_world->profile.id)->parked, 0);
    service.terminate();
    QVERIFY(service.waitForFinished());
    QCOMPARE(service.exitStatus(), QProcess::NormalExit);
    QCOMPARE(service.exitCode(), int(cli::ExitCode::Done));

    QHash<QString, QStringList> written; // person → events in the order in which they were settled
    QSet<QString> applied;               // events written
    QList<store::JournalItem> items;
    for (qint64 before = 0;;) {
        const auto page = (*journal)->items(m_world->profile.id, before, 1000);
        QVERIFY(page);
        if (page->isEmpty())
            break;
        items += *page;
        before = page->constLast().id;
    }
    std::reverse(items.begin(), items.end());
    for (const store::JournalItem &item : std::as_const(items)) {
        if (!item.settlement) // cut off by a kill: the next run finds out, and wrote the event again if need be
            continue;
        const Outcome outcome = item.settlement->outcome;
        QVERIFY2(outcome == Outcome::Updated || outcome == Outcome::Unchanged,
                 qPrintable(store::outcomeWord(outcome) + u' ' + item.settlement->reason));
        if (outcome == Outcome::Updated) {
            QVERIFY2(!applied.contains(item.intent.sourceId), qPrintable(item.intent.sourceId));
            applied.insert(item.intent.sourceId);
        }
        QStringList &mine = written[item.intent.person];
        if (mine.isEmpty() || mine.constLast() != item.intent.sourceId)
            mine << item.intent.sourceId;
    }
    for (const QString &person : std::as_const(persons)) {
        QStringList expected;
        for (int number = 0; number < each; ++number)
            expected << u"%1-%2"_s.arg(person).arg(number, 6, 10, QChar(u'0'));
        QCOMPARE(written.value(person), expected);
        const auto row = m_world->sandbox().contact(person);
        QVERIFY(row);
        QCOMPARE(row->value(u"new_newsletterconsent"_s), QJsonValue((each - 1) % 2 == 0));
    }
}

void TestLiveBinary::endsOnATermSignal()
{
    QProcess service;
    QVERIFY(startService(service, 0) != 0);
    service.terminate(); // perhaps before both ends have answered
    QVERIFY(service.waitForFinished());
    QCOMPARE(service.exitStatus(), QProcess::NormalExit);
    QVERIFY(service.exitCode() == int(cli::ExitCode::Done) || service.exitCode() == int(cli::ExitCode::Interrupted));
}

int main(int argc, char *argv[])
{
    if (posts() > 1'000 && !qEnvironmentVariableIsSet("QTEST_FUNCTION_TIMEOUT"))
        qputenv("QTEST_FUNCTION_TIMEOUT", "7200000");
    QCoreApplication app(argc, argv);
    TestLiveBinary test;
    return QTest::qExec(&test, argc, argv);
}

#include "tst_livebinary.moc"
