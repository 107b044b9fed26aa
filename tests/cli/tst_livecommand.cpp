#include "cli/terminal.h"
#include "engine/rawpost.h"
#include "store/inbox.h"

#include <QJsonDocument>
#include <QRegularExpression>
#include <QTest>

using namespace Qt::StringLiterals;
using cli::ExitCode;
using sandbox::Person;
using support::Ran;

namespace {

const QString column = u"new_newsletterconsent"_s;

QList<QJsonObject> linesOf(const QString &text)
{
    QList<QJsonObject> lines;
    for (const QString &line : text.split(u'\n', Qt::SkipEmptyParts))
        lines << QJsonDocument::fromJson(line.toUtf8()).object();
    return lines;
}

} // namespace

/// The `live` command in this process.
class TestLiveCommand : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_terminal.reset();
        m_world = std::make_unique<support::World>();
        QVERIFY(m_world->connect());
        m_terminal = std::make_unique<support::Terminal>(*m_world);
        m_person = m_world->person(Person::Case::Plain);
        QVERIFY(m_world->set(m_world->rowOf(m_person).id, column, "false"));
    }

    void refusesWhatMakesNoSense_data()
    {
        QTest::addColumn<QStringList>("arguments");
        QTest::newRow("no source") << QStringList{};
        QTest::newRow("bearer without listening") << QStringList{u"--poll"_s, u"--bearer-ref"_s, u"env:X"_s};
        QTest::newRow("certificate without key") << QStringList{u"--listen"_s, u"--tls-cert"_s, u"x.pem"_s};
        QTest::newRow("client without secret") << QStringList{u"--listen"_s, u"--oauth-client"_s, u"didomi"_s};
        QTest::newRow("host name") << QStringList{u"--listen"_s, u"somewhere.test:80"_s};
        QTest::newRow("no port") << QStringList{u"--listen=127.0.0.1:99999"_s};
        QTest::newRow("no place") << QStringList{u"--listen"_s, u"--bearer-ref"_s, u"the token itself"_s};
        QTest::newRow("no number") << QStringList{u"--redrive"_s, u"first"_s};
    }

    void refusesWhatMakesNoSense()
    {
        QFETCH(QStringList, arguments);
        const Ran ran = m_terminal->run(QStringList{u"live"_s, u"Acme"_s} + arguments);
        QCOMPARE(ran.code, ExitCode::Usage);
        QVERIFY(ran.err.startsWith(u"Error: "_s));
    }

    void writesToProductionOnlyWhenUnlocked()
    {
        m_terminal->profile.kind = profile::EnvironmentKind::Production;
        m_terminal->save(m_terminal->profile);
        const QString path = event(true);
        Ran ran = m_terminal->run({u"live"_s, u"Acme"_s, u"--file"_s, path, u"--once"_s});
        QCOMPARE(ran.code, ExitCode::Usage);
        QVERIFY(ran.err.contains(u"--unlock"_s));
        ran = m_terminal->run({u"live"_s, u"Acme"_s, u"--file"_s, path, u"--once"_s, u"--dry-run"_s, u"--json"_s});
        QVERIFY2(ran.code == ExitCode::Done, qPrintable(ran.err));
        QCOMPARE(linesOf(ran.out).size(), 1);
        QCOMPARE(linesOf(ran.out).constFirst().value(u"dry_run"_s), QJsonValue(true));
        QCOMPARE(m_world->rowOf(m_person).values.value(column), QJsonValue(false));
        ran = m_terminal->run({u"live"_s, u"Acme"_s, u"--file"_s, path, u"--once"_s, u"--unlock"_s, u"--json"_s});
        QVERIFY2(ran.code == ExitCode::Done, qPrintable(ran.err));
        const QJsonObject told = linesOf(ran.out).value(0);
        QCOMPARE(told.value(u"outcome"_s).toString(), u"updated"_s);
        QCOMPARE(told.value(u"source"_s).toString(), u"file"_s);
        QVERIFY(!ran.out.contains(m_person)); // masked: this is a log
        QVERIFY(support::peopleIn(ran.err, *m_world).isEmpty());
        QCOMPARE(m_world->rowOf(m_person).values.value(column), QJsonValue(true));
    }

    void tellsWhatCannotBeRead()
    {
        const QString path = m_terminal->write(u"bad.jsonl"_s, line(true) + "{\n");
        const Ran ran = m_terminal->run({u"live"_s, u"Acme"_s, u"--file"_s, path, u"--once"_s});
        QCOMPARE(ran.code, ExitCode::Invalid);
        QVERIFY2(ran.err.contains(u"Line 2"_s) && ran.err.contains(u"bad.jsonl"_s), qPrintable(ran.err));
        QVERIFY2(ran.out.contains(u"1 new"_s), qPrintable(ran.out));
        QCOMPARE(m_terminal->run({u"live"_s, u"Acme"_s, u"--file"_s, u"/nothing/here"_s, u"--once"_s}).code,
                 ExitCode::Invalid);
    }

    void listsAndRedrivesWhatIsParked()
    {
        QCOMPARE(m_terminal->run({u"live"_s, u"Acme"_s, u"--parked"_s}).out, u"Nothing is parked.\n"_s);
        QJsonObject foreign = QJsonDocument::fromJson(line(true)).object();
        foreign[u"organization_id"_s] = u"somebody-else"_s;
        const QString path = m_terminal->write(u"foreign.json"_s, QJsonDocument(foreign).toJson());
        Ran ran = m_terminal->run({u"live"_s, u"Acme"_s, u"--file"_s, path, u"--once"_s, u"--json"_s});
        QCOMPARE(ran.code, ExitCode::Refused);
        QCOMPARE(linesOf(ran.out).value(0).value(u"parked"_s), QJsonValue(true));

        ran = m_terminal->run({u"live"_s, u"Acme"_s, u"--parked"_s, u"--json"_s});
        QCOMPARE(ran.code, ExitCode::Done);
        const QJsonObject parked = linesOf(ran.out).value(0);
        QVERIFY(parked.value(u"problem"_s).toString().contains(u"somebody-else"_s));
        QVERIFY(!ran.out.contains(m_person));
        QVERIFY(m_terminal->run({u"live"_s, u"Acme"_s, u"--parked"_s, u"--show-people"_s}).out.contains(m_person));
        QCOMPARE(m_terminal->run({u"live"_s, u"Acme"_s, u"--redrive"_s, u"4711"_s}).code, ExitCode::Invalid);
        const QString number = QString::number(parked.value(u"arrival"_s).toInteger());
        QCOMPARE(m_terminal->run({u"live"_s, u"Acme"_s, u"--redrive"_s, number}).code, ExitCode::Done);
        QVERIFY(m_terminal->run({u"live"_s, u"Acme"_s, u"--parked"_s, u"--json"_s}).out.isEmpty());
        QCOMPARE(counts().waiting, 1);
    }

    void listensUntilItIsStopped()
    {
        qputenv("CB_TEST_BEARER", "a-token-that-nobody-guesses");
        core::Job<ExitCode> *const job = m_terminal->begin({u"live"_s, u"Acme"_s, u"--listen"_s, u"127.0.0.1:0"_s,
                                                            u"--bearer-ref"_s, u"env:CB_TEST_BEARER"_s, u"--json"_s});
        ExitCode code = ExitCode::Unexpected;
        bool isOver = false;
        job->whenDone(this, [&](const core::Result<ExitCode> &ended) {
            code = ended.valueOr(ExitCode::Interrupted);
            isOver = true;
        });
        static const QRegularExpression address(u"http://127\\.0\\.0\\.1:(\\d+)/webhook"_s);
        QTRY_VERIFY(address.match(m_terminal->warned()).hasMatch());
        support::RawPost client(quint16(address.match(m_terminal->warned()).captured(1).toUInt()));
        QCOMPARE(client.post("/webhook", line(true), "wrong").status, 401);
        QCOMPARE(client.post("/webhook", line(true), "a-token-that-nobody-guesses").status, 200);
        QTRY_VERIFY(m_terminal->printed().contains(u"updated"_s));
        QCOMPARE(m_world->rowOf(m_person).values.value(column), QJsonValue(true));
        job->cancel();
        QTRY_VERIFY(isOver);
        QCOMPARE(code, ExitCode::Done);
        QVERIFY(!m_terminal->warned().contains(u"nobody-guesses"_s));
    }

    void goesOnPollingWhereItStopped()
    {
        const QStringList once{u"live"_s, u"Acme"_s, u"--poll"_s, u"--once"_s, u"--json"_s};
        Ran ran = m_terminal->run(once);
        QVERIFY2(ran.code == ExitCode::Done, qPrintable(ran.err));
        QVERIFY(ran.out.isEmpty()); // it notes where things stand
        QVERIFY(m_world->tellDidomi(m_person, {{u"newsletter"_s, true}}));
        ran = m_terminal->run(once);
        QVERIFY2(ran.code == ExitCode::Done, qPrintable(ran.err));
        QVERIFY(ran.out.contains(u"updated"_s));
        QCOMPARE(m_world->rowOf(m_person).values.value(column), QJsonValue(true));
        ran = m_terminal->run(once);
        QVERIFY2(ran.out.isEmpty(), qPrintable(ran.out));
    }

    void refusesToListenEverywhereInClear()
    {
        const Ran ran = m_terminal->run({u"live"_s, u"Acme"_s, u"--listen"_s, u"0.0.0.0:0"_s});
        QCOMPARE(ran.code, ExitCode::Invalid);
        QVERIFY(ran.err.contains(u"TLS"_s));
    }

private:
    QByteArray line(bool isGiven) const
    {
        return QJsonDocument(m_world->eventJson(m_person, {{u"newsletter"_s, isGiven}}))
                   .toJson(QJsonDocument::Compact) +
               '\n';
    }
    QString event(bool isGiven) { return m_terminal->write(u"event.json"_s, line(isGiven)); }

    store::Inbox::Counts counts()
    {
        auto inbox = store::Inbox::open(m_terminal->environment().paths.inbox());
        return inbox ? (*inbox)->counts(m_terminal->profile.id).valueOr({}) : store::Inbox::Counts{};
    }

    std::unique_ptr<support::World> m_world;
    std::unique_ptr<support::Terminal> m_terminal;
    QString m_person;
};

QTEST_GUILESS_MAIN(TestLiveCommand)

#include "tst_livecommand.moc"
