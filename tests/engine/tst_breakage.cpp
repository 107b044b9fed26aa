#include "engine/brokenjournal.h"
#include "engine/recoverjob.h"
#include "engine/world.h"
#include "support/finish.h"

#include <QTest>

using namespace Qt::StringLiterals;
using engine::PushReport;
using sandbox::Person;
using store::Outcome;
using support::BrokenJournal;

namespace {

const QString newsletterColumn = u"new_newsletterconsent"_s;
const QString doNotColumn = u"donotbulkemail"_s;
const QJsonObject given{{u"newsletter"_s, true}};

} // namespace

/// Breaks a push at each step once: whatever happens, a second attempt ends with the right row, written once.
class TestBreakage : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void survivesAFailingJournal_data();
    void survivesAFailingJournal();
    void survivesFaultsOfTheService_data();
    void survivesFaultsOfTheService();
    void knowsItsOwnWriteAgain_data();
    void knowsItsOwnWriteAgain();
    void tellsWhenNothingIsKnown();

private:
    bool prepare(const QString &what);
    bool nextPerson(const QString &what);
    dataverse::Row row();
    bool isRight(const dataverse::Row &row) const;

    std::unique_ptr<support::World> m_world;
    QString m_person;
    int m_newPeople = 0;
};

void TestBreakage::init()
{
    m_world = std::make_unique<support::World>();
}

/// "update", "create by key", "create by column"
bool TestBreakage::prepare(const QString &what)
{
    m_world->profile.integration.upsertMode = true;
    if (what == "create by column"_L1)
        m_world->profile.match = {profile::MatchRule::Kind::Column, u"externaluseridentifier"_s};
    return m_world->connect() && nextPerson(what);
}

/// Somebody to begin anew with, in the same sandbox.
bool TestBreakage::nextPerson(const QString &what)
{
    if (what != "update"_L1) {
        m_person = u"new-%1"_s.arg(++m_newPeople);
        return true;
    }
    m_person = m_world->person(Person::Case::Plain);
    const QString id = m_world->rowOf(m_person).id;
    return m_world->set(id, newsletterColumn, "false") && m_world->set(id, doNotColumn, "true");
}

dataverse::Row TestBreakage::row()
{
    const QList<dataverse::Row> found = m_world->rows(m_world->profile.match.column, m_person);
    return found.size() == 1 ? found.constFirst() : dataverse::Row{};
}

bool TestBreakage::isRight(const dataverse::Row &row) const
{
    return row.values.value(newsletterColumn) == QJsonValue(true) && row.values.value(doNotColumn) == QJsonValue(false);
}

void TestBreakage::survivesAFailingJournal_data()
{
    QTest::addColumn<QString>("what");
    for (const char *what : {"update", "create by key", "create by column"})
        QTest::newRow(what) << QString::fromLatin1(what);
}

void TestBreakage::survivesAFailingJournal()
{
    QFETCH(const QString, what);
    QVERIFY(prepare(what));
    for (int failAt = 0;; ++failAt) {
        if (failAt > 0)
            QVERIFY(nextPerson(what));
        const auto plan = m_world->plan(m_world->event(m_person, given));
        QVERIFY(plan);
        BrokenJournal journal(m_world->journal());
        journal.failAt(failAt);
        const auto report = support::finishOf(engine::push(m_world->link(), journal, *plan, {}, this));
        const bool wasWritten = isRight(row());
        QVERIFY(report || !wasWritten); // an error says that nothing was sent
        if (report && report->outcome != Outcome::Rejected)
            QVERIFY(wasWritten);
        if (!journal.hasFailed()) {
            QVERIFY(report);
            QVERIFY(report->error.message.isEmpty());
            break; // nothing left to break
        }
        if (report)
            QVERIFY(!report->error.message.isEmpty()); // no failure is swallowed

        const auto recovered =
            support::finishOf(engine::recover(m_world->link(), m_world->surroundings(), m_world->journal(), this,
                                              {.grace = std::chrono::milliseconds(-1000)}));
        QVERIFY(recovered);
        QVERIFY(m_world->journal().unsettled(m_world->profile.id)->isEmpty());
        const auto again = m_world->planAndPush(m_world->event(m_person, given));
        QVERIFY(again);
        QCOMPARE(again->outcome,
                 !wasWritten ? (what == "update"_L1 ? Outcome::Updated : Outcome::Created) : Outcome::Unchanged);
        QVERIFY(isRight(row()));
    }
}

void TestBreakage::survivesFaultsOfTheService_data()
{
    QTest::addColumn<QString>("what");
    QTest::addColumn<QString>("fault");
    QTest::addColumn<int>("times");
    const auto row = [](const char *what, const char *fault, int times) {
        QTest::addRow("%s, %s %d", what, fault, times)
            << QString::fromLatin1(what) << QString::fromLatin1(fault) << times;
    };
    // Those that leave open whether a write was done meet every kind of write; the others are told before anything is
    // done.
    for (const char *what : {"update", "create by key", "create by column"}) {
        for (const char *fault : {"reset", "lost-answer", "truncate"}) {
            row(what, fault, 1);
            row(what, fault, 2);
        }
    }
    for (const char *fault : {"unavailable", "server-error", "throttle", "html", "token-rejected", "redirect"})
        row("update", fault, 2);
}

/// The fault strikes each request of a push once: at first the first, then the second, and so on.
void TestBreakage::survivesFaultsOfTheService()
{
    QFETCH(const QString, what);
    QFETCH(const QString, fault);
    QFETCH(const int, times);
    QVERIFY(prepare(what));
    bool isStruckEverywhere = false;
    for (int request = 0; !isStruckEverywhere; ++request) {
        QVERIFY(request < 20);
        if (request > 0)
            QVERIFY(nextPerson(what));
        const auto plan = m_world->plan(m_world->event(m_person, given));
        QVERIFY(plan);

        // Each call's end tells that the next request is about to be made.
        int seen = 0;
        bool isSet = false;
        const auto strike = [&] {
            if (seen++ == request) {
                isSet = true;
                QVERIFY(m_world->sandbox().setFault(fault, QString::number(times)));
            }
        };
        strike();
        const auto watch = connect(&m_world->network().log(), &net::CallLog::added, this, strike, Qt::DirectConnection);
        const auto report = m_world->push(*plan);
        disconnect(watch);
        m_world->sandbox().clearFaults();
        isStruckEverywhere = !isSet;

        const bool wasWritten = isRight(row());
        if (!report)
            QVERIFY2(!wasWritten, qPrintable(report.error().message)); // an error says that nothing was sent
        else if (report->outcome == Outcome::Created || report->outcome == Outcome::Updated)
            QVERIFY(wasWritten);
        else
            QVERIFY2(report->outcome == Outcome::Rejected, qPrintable(report->reason));
        if (report && m_world->journal().unsettled(m_world->profile.id)->isEmpty())
            QCOMPARE(report->outcome == Outcome::Rejected, !wasWritten); // what is settled is settled rightly

        QVERIFY(support::finishOf(engine::recover(m_world->link(), m_world->surroundings(), m_world->journal(), this,
                                                  {.grace = std::chrono::milliseconds(-1000)})));
        QVERIFY(m_world->journal().unsettled(m_world->profile.id)->isEmpty());
        const auto again = m_world->planAndPush(m_world->event(m_person, given));
        QVERIFY(again);
        QCOMPARE(again->outcome, wasWritten            ? Outcome::Unchanged
                                 : what == "update"_L1 ? Outcome::Updated
                                                       : Outcome::Created);
        QVERIFY(isRight(row())); // and it is one row
    }
}

void TestBreakage::knowsItsOwnWriteAgain_data()
{
    QTest::addColumn<QString>("what");
    QTest::addColumn<int>("outcome");
    QTest::newRow("update") << u"update"_s << int(Outcome::Updated);
    QTest::newRow("create by key") << u"create by key"_s
                                   << -1; // the repeat finds the row and cannot tell that it is new
    QTest::newRow("create by column") << u"create by column"_s << int(Outcome::Created);
}

/// The write is done, its answer lost, and the repeat is told 412: that is no conflict.
void TestBreakage::knowsItsOwnWriteAgain()
{
    QFETCH(const QString, what);
    QFETCH(const int, outcome);
    QVERIFY(prepare(what));
    const auto plan = m_world->plan(m_world->event(m_person, given));
    BrokenJournal journal(m_world->journal());
    journal.after = [this](BrokenJournal::Call call) {
        if (call == BrokenJournal::Call::Intend)
            QVERIFY(m_world->sandbox().setFault(u"lost-answer"_s, u"1"_s));
    };
    const auto report = support::finishOf(engine::push(m_world->link(), journal, *plan, {}, this));
    QVERIFY(report);
    QVERIFY(report->outcome == Outcome::Created || report->outcome == Outcome::Updated);
    if (outcome >= 0)
        QCOMPARE(int(report->outcome), outcome);
    QVERIFY(report->isVerified());
    QVERIFY(report->error.message.isEmpty());
    QVERIFY(isRight(row()));
}

void TestBreakage::tellsWhenNothingIsKnown()
{
    QVERIFY(prepare(u"update"_s));
    const auto plan = m_world->plan(m_world->event(m_person, given));
    BrokenJournal journal(m_world->journal());
    journal.after = [this](BrokenJournal::Call call) {
        if (call == BrokenJournal::Call::Intend)
            QVERIFY(m_world->sandbox().setFault(u"lost-answer"_s, u"1000"_s));
    };
    const auto report = support::finishOf(engine::push(m_world->link(), journal, *plan, {}, this), 60'000);
    QVERIFY(report);
    QCOMPARE(report->outcome, Outcome::Rejected);
    QVERIFY(!report->error.message.isEmpty());
    QCOMPARE(m_world->journal().unsettled(m_world->profile.id)->size(), 1);

    m_world->sandbox().clearFaults();
    const auto recovered =
        support::finishOf(engine::recover(m_world->link(), m_world->surroundings(), m_world->journal(), this,
                                          {.grace = std::chrono::milliseconds(-1000)}));
    QVERIFY(recovered);
    QCOMPARE(recovered->settled, 1);
    QCOMPARE(m_world->items().constFirst().settlement->outcome, Outcome::Updated);
    QVERIFY(isRight(row()));
}

QTEST_GUILESS_MAIN(TestBreakage)

#include "tst_breakage.moc"
