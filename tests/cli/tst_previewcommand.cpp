#include "cli/terminal.h"
#include "engine/consentworld.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QProcess>
#include <QTest>

using namespace Qt::StringLiterals;
using cli::ExitCode;
using sandbox::Person;
using support::Ran;

namespace {

const QJsonObject given{{u"newsletter"_s, true}};

/// The words that a shell makes of a curl command.
QList<QByteArray> shellWords(const QString &command)
{
    QProcess shell;
    shell.start(
        u"bash"_s,
        {u"-c"_s, u"TOKEN=tok; curl() { for word in \"$@\"; do printf '%s\\001' \"$word\"; done; }\n"_s + command});
    if (!shell.waitForFinished() || shell.exitCode() != 0)
        return {};
    QList<QByteArray> words = shell.readAllStandardOutput().split('\1');
    words.removeLast();
    return words;
}

} // namespace

/// What `preview` says beyond the plan: --why, --curl, --newest.
class TestPreviewCommand : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();
    void saysWhy();
    void printsACurlCommand();
    void printsNoCurlCommandWithoutAWrite();
    void takesTheNewest();
    void refusesTwoSubjects_data();
    void refusesTwoSubjects();
    void pushDoesNotGuess();
    void tellsRowsOfConsentAndSendings();

private:
    std::unique_ptr<support::World> m_world;
    std::unique_ptr<support::Terminal> m_terminal;
};

void TestPreviewCommand::initTestCase()
{
    m_world = std::make_unique<support::World>(sandbox::Options{.contacts = 130, .didomiRequestLimit = 0});
    QVERIFY(m_world->connect());
}

void TestPreviewCommand::init()
{
    m_terminal = std::make_unique<support::Terminal>(*m_world);
    m_terminal->useNetworkOfWorld();
}

void TestPreviewCommand::saysWhy()
{
    const QString person = m_world->person(Person::Case::Plain);
    const QByteArray event = QJsonDocument(m_world->eventJson(person, given)).toJson();
    QVERIFY(m_world->set(m_world->rowOf(person).id, u"new_newsletterconsent"_s, "false"));
    const Ran json = m_terminal->run({u"preview"_s, u"--event"_s, u"-"_s, u"--json"_s}, event);
    QCOMPARE(json.code, ExitCode::Done);
    const QString why = json.json().value(u"changes"_s).toArray().at(0).toObject().value(u"why"_s).toString();
    QVERIFY2(why.contains(u"“given”"_s) && why.contains(u"so it is written"_s), qPrintable(why));
    const QString silent = json.json().value(u"changes"_s).toArray().at(2).toObject().value(u"why"_s).toString();
    QVERIFY2(silent.contains(u"left alone"_s), qPrintable(silent));
    QVERIFY(!json.json().value(u"why"_s).toString().isEmpty());

    const Ran text = m_terminal->run({u"preview"_s, u"--event"_s, u"-"_s, u"--why"_s}, event);
    QCOMPARE(text.code, ExitCode::Done);
    QVERIFY(text.out.contains(u"new_newsletterconsent: "_s + why));
    QVERIFY(text.out.contains(silent));
    QVERIFY(text.out.contains(json.json().value(u"why"_s).toString()));
    QVERIFY(!m_terminal->run({u"preview"_s, u"--event"_s, u"-"_s}, event).out.contains(why));
}

void TestPreviewCommand::printsACurlCommand()
{
    const QString person = m_world->person(Person::Case::HardKey);
    const QByteArray event = QJsonDocument(m_world->eventJson(person, given)).toJson();
    QVERIFY(m_world->set(m_world->rowOf(person).id, u"new_newsletterconsent"_s, "false"));
    const Ran json = m_terminal->run({u"preview"_s, u"--event"_s, u"-"_s, u"--curl"_s, u"--json"_s}, event);
    QCOMPARE(json.code, ExitCode::Done);
    const QString command = json.json().value(u"curl"_s).toString();
    const QList<QByteArray> words = shellWords(command);
    const QJsonObject request = json.json().value(u"request"_s).toObject();
    QVERIFY(words.contains(request.value(u"url"_s).toString().toUtf8()));
    QVERIFY(words.contains(request.value(u"method"_s).toString().toUtf8()));
    QVERIFY(words.contains("Authorization: Bearer tok"));
    QVERIFY(words.contains(QJsonDocument(request.value(u"body"_s).toObject()).toJson(QJsonDocument::Compact)));
    QVERIFY(command.contains(u"$TOKEN"_s));

    const Ran text = m_terminal->run({u"preview"_s, u"--event"_s, u"-"_s, u"--curl"_s}, event);
    QVERIFY(text.out.contains(command));
    QVERIFY(!text.out.contains(u"HTTP/1.1"_s));
}

void TestPreviewCommand::printsNoCurlCommandWithoutAWrite()
{
    const QByteArray event =
        QJsonDocument(m_world->eventJson(m_world->person(Person::Case::NoContact), given)).toJson();
    const Ran ran = m_terminal->run({u"preview"_s, u"--event"_s, u"-"_s, u"--curl"_s, u"--json"_s}, event);
    QCOMPARE(ran.code, ExitCode::Done);
    QVERIFY(ran.json().contains(u"curl"_s));
    QVERIFY(ran.json().value(u"curl"_s).isNull());
}

void TestPreviewCommand::takesTheNewest()
{
    for (const int which : {70, 3}) { // on the second page of users, then on the first
        const QString person = m_world->person(Person::Case::Plain, which);
        QVERIFY(m_world->tellDidomi(person, given));
        QTest::qWait(2); // Didomi's times are milliseconds
        const Ran ran = m_terminal->run({u"preview"_s, u"--newest"_s, u"--json"_s});
        QVERIFY2(ran.code == ExitCode::Done, qPrintable(ran.err));
        QCOMPARE(ran.json().value(u"person"_s).toString(), person);
        QCOMPARE(ran.json().value(u"changes"_s).toArray().at(0).toObject().value(u"found"_s).toString(), u"given"_s);
    }
}

void TestPreviewCommand::refusesTwoSubjects_data()
{
    QTest::addColumn<QStringList>("arguments");
    QTest::newRow("newest and a user") << QStringList{u"--newest"_s, u"--user"_s, u"a"_s};
    QTest::newRow("newest and an event") << QStringList{u"--newest"_s, u"--event"_s, u"-"_s};
    QTest::newRow("all three") << QStringList{u"--newest"_s, u"--event"_s, u"-"_s, u"--user"_s, u"a"_s};
    QTest::newRow("nobody") << QStringList{u"--why"_s};
}

void TestPreviewCommand::refusesTwoSubjects()
{
    QFETCH(const QStringList, arguments);
    const Ran ran = m_terminal->run(QStringList{u"preview"_s} + arguments);
    QCOMPARE(ran.code, ExitCode::Usage);
    QVERIFY(!ran.err.isEmpty());
}

void TestPreviewCommand::pushDoesNotGuess()
{
    QCOMPARE(m_terminal->run({u"push"_s, u"--newest"_s}).code, ExitCode::Usage);
}

/// Current mode: each row by itself, and whether something would be sent.
void TestPreviewCommand::tellsRowsOfConsentAndSendings()
{
    support::ConsentWorld world;
    world.mapPurposeAndTopic();
    QVERIFY(world.connect());
    const QString person = world.person(Person::Case::Plain);
    QVERIFY(world.setAddress(person, u"somebody.new@example.com"_s));
    support::Terminal terminal(world);
    terminal.useNetworkOfWorld();
    const QByteArray event =
        QJsonDocument(world.eventJson(person, {{u"newsletter"_s, false}, {u"sms_marketing"_s, true}})).toJson();

    const Ran preview = terminal.run({u"preview"_s, u"--event"_s, u"-"_s, u"--json"_s, u"--curl"_s}, event);
    QCOMPARE(preview.code, ExitCode::Done);
    const QJsonObject json = preview.json();
    QCOMPARE(json.value(u"action"_s).toString(), u"create"_s);
    const QJsonArray rows = json.value(u"rows"_s).toArray();
    QCOMPARE(rows.size(), 2);
    for (const QJsonValue &row : rows)
        QCOMPARE(row[u"request"][u"method"].toString(), u"PATCH"_s);
    QVERIFY(rows.at(0)[u"row_id"].toString() != rows.at(1)[u"row_id"].toString());
    QCOMPARE(json.value(u"curl"_s).toString().count(u"curl "_s), 2);
    const QJsonObject change = json.value(u"changes"_s).toArray().at(0).toObject();
    QCOMPARE(change.value(u"address"_s).toString(), u"somebody.new@example.com"_s);
    QCOMPARE(change.value(u"channel"_s).toString(), u"email"_s);
    QCOMPARE(change.value(u"purpose_id"_s).toString(), support::ConsentWorld::purpose);
    const QJsonArray sendings = json.value(u"sendings"_s).toArray();
    QCOMPARE(sendings.size(), 2);
    QVERIFY(sendings.at(0)[u"sent_before"].toBool());
    QVERIFY(!sendings.at(0)[u"sent_after"].toBool());
    QCOMPARE(sendings.at(0)[u"after"].toString(), u"purpose-opted-out"_s);
    QCOMPARE(json.value(u"warnings"_s).toArray().size(), 1); // the topic has no effect

    const Ran text = terminal.run({u"preview"_s, u"--event"_s, u"-"_s, u"--why"_s}, event);
    QVERIFY(text.out.contains(u"would not send"));
    QVERIFY(text.out.contains(u"Commercial communication"));
    QVERIFY(text.out.contains(u"of consent."));

    const Ran push = terminal.run({u"push"_s, u"--event"_s, u"-"_s, u"--json"_s}, event);
    QCOMPARE(push.code, ExitCode::Done);
    QCOMPARE(push.json().value(u"outcome"_s).toString(), u"created"_s);
    QVERIFY(push.json().value(u"verified"_s).toBool());
    const QJsonArray results = push.json().value(u"results"_s).toArray();
    QCOMPARE(results.size(), 2);
    for (const QJsonValue &result : results)
        QCOMPARE(result[u"outcome"].toString(), u"created"_s);
    QCOMPARE(world.consentsOf(u"somebody.new@example.com"_s).size(), 2);

    const Ran again = terminal.run({u"push"_s, u"--event"_s, u"-"_s}, event);
    QCOMPARE(again.code, ExitCode::Done);
    QVERIFY(again.out.contains(u"unchanged"));
}

QTEST_GUILESS_MAIN(TestPreviewCommand)
#include "tst_previewcommand.moc"
