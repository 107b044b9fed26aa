#include "store/testhistory.h"
#include "support/fakeclock.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using store::TestHistory;
using store::TestRecord;

/// The history of connection tests, in real files.
class TestTestHistory : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void remembersTests();
    void findsTheLastGreenOne();
    void knowsSinceWhenItIsBroken();
    void pinsOrganizations();
    void keepsTheLastGreenOneWhenItPrunes();
    void isSharedBetweenPrograms();
    void forgetsAnIntegration();
    void refusesOtherFiles_data();
    void refusesOtherFiles();

private:
    std::unique_ptr<TestHistory> open();
    void add(const QString &verdict, int minute, bool isWhole = true);

    std::unique_ptr<QTemporaryDir> m_folder;
    support::FakeClock m_clock;
    std::unique_ptr<TestHistory> m_history;
};

static QDateTime at(int minute)
{
    return QDateTime({2026, 11, 20}, {10, 0}, Qt::UTC).addSecs(minute * 60);
}

void TestTestHistory::init()
{
    m_history.reset();
    m_folder = std::make_unique<QTemporaryDir>();
    m_history = open();
    QVERIFY(m_history);
}

std::unique_ptr<TestHistory> TestTestHistory::open()
{
    auto opened = TestHistory::open(m_folder->filePath(u"data/tests.sqlite"_s), m_clock);
    return opened ? std::move(*opened) : nullptr;
}

void TestTestHistory::add(const QString &verdict, int minute, bool isWhole)
{
    const auto id = m_history->add({.profileId = u"a"_s,
                                    .verdict = verdict,
                                    .report = "{\"n\":" + QByteArray::number(minute) + "}",
                                    .startedAt = at(minute),
                                    .isWhole = isWhole});
    QVERIFY2(id, qPrintable(id ? QString() : id.error().toLine() + id.error().detail));
}

void TestTestHistory::remembersTests()
{
    add(u"passed"_s, 1);
    add(u"failed"_s, 2, false);
    m_history = open();
    const auto tests = m_history->tests(u"a"_s, 10);
    QVERIFY(tests);
    QCOMPARE(tests->size(), 2);
    QCOMPARE(tests->at(0).verdict, u"failed"_s);
    QCOMPARE(tests->at(0).isWhole, false);
    QCOMPARE(tests->at(1).startedAt, at(1));
    QCOMPARE(tests->at(1).report, "{\"n\":1}");
    QVERIFY(m_history->tests(u"b"_s, 10)->isEmpty());
    QCOMPARE(m_history->tests(u"a"_s, 1)->size(), 1);
}

void TestTestHistory::findsTheLastGreenOne()
{
    QVERIFY(!*m_history->lastGreen(u"a"_s));
    add(u"passed"_s, 1);
    add(u"warning"_s, 2);
    add(u"failed"_s, 3);
    add(u"passed"_s, 4, false); // one step only
    add(u"skipped"_s, 5);
    QCOMPARE((*m_history->lastGreen(u"a"_s))->startedAt, at(2));
    QCOMPARE((*m_history->lastGreen(u"a"_s, at(2)))->startedAt, at(1));
    QVERIFY(!*m_history->lastGreen(u"a"_s, at(1)));
}

void TestTestHistory::knowsSinceWhenItIsBroken()
{
    QVERIFY(!*m_history->brokenSince(u"a"_s));
    add(u"failed"_s, 1);
    QCOMPARE((*m_history->brokenSince(u"a"_s))->startedAt, at(1)); // it never worked
    add(u"passed"_s, 2);
    QVERIFY(!*m_history->brokenSince(u"a"_s));
    add(u"skipped"_s, 3);
    add(u"failed"_s, 4);
    add(u"failed"_s, 5);
    QCOMPARE((*m_history->brokenSince(u"a"_s))->startedAt, at(4));
}

void TestTestHistory::pinsOrganizations()
{
    QCOMPARE(*m_history->pinnedOrganization(u"a"_s, u"https://acme.crm4.dynamics.com"_s), QString());
    QVERIFY(m_history->pinOrganization(u"a"_s, u"https://acme.crm4.dynamics.com"_s, u"one"_s));
    QCOMPARE(*m_history->pinnedOrganization(u"a"_s, u"https://ACME.crm4.dynamics.com"_s), u"one"_s);
    QCOMPARE(*m_history->pinnedOrganization(u"a"_s, u"https://other.crm4.dynamics.com"_s), QString());
    QCOMPARE(*m_history->pinnedOrganization(u"b"_s, u"https://acme.crm4.dynamics.com"_s), QString());
    QVERIFY(m_history->pinOrganization(u"a"_s, u"https://acme.crm4.dynamics.com"_s, u"two"_s));
    QCOMPARE(*m_history->pinnedOrganization(u"a"_s, u"https://acme.crm4.dynamics.com"_s), u"two"_s);
}

void TestTestHistory::keepsTheLastGreenOneWhenItPrunes()
{
    add(u"passed"_s, 0);
    for (int minute = 1; minute <= TestHistory::keptTests + 5; ++minute)
        add(u"failed"_s, minute);
    const auto tests = m_history->tests(u"a"_s, 1000);
    QCOMPARE(tests->size(), TestHistory::keptTests + 1);
    QCOMPARE(tests->constLast().startedAt, at(0));
    QCOMPARE((*m_history->lastGreen(u"a"_s))->startedAt, at(0));
}

void TestTestHistory::isSharedBetweenPrograms()
{
    const auto other = open();
    QVERIFY(other);
    add(u"passed"_s, 1);
    QCOMPARE(other->tests(u"a"_s, 10)->size(), 1);
    QVERIFY(other->add({.profileId = u"a"_s, .verdict = u"failed"_s, .report = "{}", .startedAt = at(2)}));
    QCOMPARE(m_history->tests(u"a"_s, 10)->size(), 2);
}

void TestTestHistory::forgetsAnIntegration()
{
    add(u"passed"_s, 1);
    QVERIFY(m_history->pinOrganization(u"a"_s, u"https://x"_s, u"one"_s));
    QVERIFY(m_history->forget(u"a"_s));
    QVERIFY(m_history->tests(u"a"_s, 10)->isEmpty());
    QCOMPARE(*m_history->pinnedOrganization(u"a"_s, u"https://x"_s), QString());
}

void TestTestHistory::refusesOtherFiles_data()
{
    QTest::addColumn<QByteArray>("content");
    QTest::newRow("a text") << QByteArray("this is no database, whatever its name may say, and it is long enough");
    QTest::newRow("a folder") << QByteArray();
}

void TestTestHistory::refusesOtherFiles()
{
    QFETCH(const QByteArray, content);
    const QString path = m_folder->filePath(u"other.sqlite"_s);
    if (content.isEmpty()) {
        QVERIFY(QDir().mkpath(path));
    } else {
        QFile file(path);
        QVERIFY(file.open(QIODevice::WriteOnly) && file.write(content) > 0);
    }
    const auto opened = TestHistory::open(path, m_clock);
    QVERIFY(!opened);
    QCOMPARE(opened.error().kind, core::Error::Kind::Storage);
    QVERIFY(!opened.error().message.isEmpty());
    QVERIFY(!opened.error().fix.isEmpty());
}

QTEST_GUILESS_MAIN(TestTestHistory)

#include "tst_testhistory.moc"
