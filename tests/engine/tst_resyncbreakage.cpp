#include "engine/resyncworld.h"
#include "store/runjournal.h"

#include <QJsonArray>
#include <QPointer>
#include <QTest>

using namespace Qt::StringLiterals;
using engine::Scope;
using sandbox::Person;

namespace {

constexpr auto planName = "plan.db"_L1;
constexpr int people = 5;
constexpr int mostTries = 12;

} // namespace

/// Breaks a run at each step once, in both modes, creates included: whatever happens, going on ends with the same rows
/// as an unbroken run, and each written once.
class TestResyncBreakage : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void survivesAFailingDisk_data();
    void survivesAFailingDisk();
    void survivesBeingCutOff_data();
    void survivesBeingCutOff();
    void survivesFaultsOfTheService_data();
    void survivesFaultsOfTheService();

private:
    /// A world of its own, with a plan that updates some and creates others.
    bool prepare(const QString &mode);
    bool nextPlan();
    engine::RunOptions options() const;
    bool goOn();
    /// What matters of all rows that the plan is about.
    QJsonObject endState();

    std::unique_ptr<support::World> m_world;
    std::unique_ptr<support::ResyncBench> m_bench;
    QString m_mode;
    QStringList m_people;
    QString m_plan;
    int m_number = 0;
    int m_newPeople = 0;
    qint64 m_before = 0; ///< Changes of rows in Dataverse before the run.
};

void TestResyncBreakage::survivesAFailingDisk_data()
{
    QTest::addColumn<QString>("mode");
    for (const char *mode : {"legacy by key", "legacy by column", "legacy in bulk", "current"})
        QTest::newRow(mode) << QString::fromLatin1(mode);
}

bool TestResyncBreakage::prepare(const QString &mode)
{
    m_mode = mode;
    m_number = 0;
    m_newPeople = 0;
    if (mode == "current"_L1) {
        auto world = std::make_unique<support::ConsentWorld>();
        world->mapPurposeAndTopic();
        m_world = std::move(world);
    } else {
        m_world = std::make_unique<support::World>();
        m_world->profile.integration.upsertMode = true;
        if (mode == "legacy by column"_L1)
            m_world->profile.match = {profile::MatchRule::Kind::Column, u"externaluseridentifier"_s};
    }
    if (!m_world->connect())
        return false;
    m_bench = std::make_unique<support::ResyncBench>(*m_world);
    return nextPlan();
}

/// The same work anew, in the same sandbox: rows are set back, new people take the place of those that were created.
bool TestResyncBreakage::nextPlan()
{
    m_people.clear();
    const bool isCurrent = m_mode == "current"_L1;
    const bool permits = m_mode != "legacy in bulk"_L1; // choices that refuse go by UpdateMultiple, which guards nothing
    for (int i = 0; i < people; ++i) {
        const QString person = m_world->person(Person::Case::Plain, i);
        m_people << person;
        const dataverse::Row row = m_world->rowOf(person);
        if (row.id.isEmpty())
            return false;
        if (isCurrent) { // a new address: its consents do not exist yet
            auto &world = static_cast<support::ConsentWorld &>(*m_world);
            if (!world.setAddress(person, u"new-%1@example.com"_s.arg(++m_newPeople)))
                return false;
        } else if (!m_world->set(row.id, u"new_newsletterconsent"_s, permits ? "false" : "true") ||
                   !m_world->set(row.id, u"donotbulkemail"_s, permits ? "true" : "false")) {
            return false;
        }
        if (!m_world->tellDidomi(person, {{u"newsletter"_s, permits}}))
            return false;
    }
    if (!isCurrent) {
        for (int i = 0; i < 2; ++i) {
            m_people << u"resync-%1"_s.arg(++m_newPeople);
            if (!m_world->tellDidomi(m_people.constLast(), {{u"newsletter"_s, permits}}))
                return false;
        }
    }
    m_plan = u"%1-%2"_s.arg(++m_number).arg(planName);
    const Scope scope{.whom = Scope::Whom::People, .people = m_people};
    const auto file = m_bench->create(m_plan, scope);
    if (!file)
        return false;
    const auto made = m_bench->plan(**file, scope);
    if (!made)
        qWarning() << made.error().toLine();
    m_before = m_world->sandbox().changes();
    return made && made->items == m_people.size();
}

engine::RunOptions TestResyncBreakage::options() const
{
    engine::RunOptions options = support::ResyncBench::confirmed();
    options.rowsPerMessage = 3; // several requests
    options.connections = 2;
    return options;
}

/// As a new process would; again and again, until it is done.
bool TestResyncBreakage::goOn()
{
    for (int i = 0; i < mostTries; ++i) {
        const auto file = m_bench->open(m_plan);
        if (!file)
            continue;
        const auto end = m_bench->run(**file, options());
        if (end && end->state == store::RunState::Done && !end->stop)
            return end->counts.reconciles() && end->counts.notReached == 0 && end->counts.open == 0 &&
                   end->counts.rejected == 0 && end->counts.conflict == 0;
    }
    return false;
}

QJsonObject TestResyncBreakage::endState()
{
    // No effect twice: each row is changed as often as by an unbroken run.
    QJsonObject state{{u"changes"_s, m_world->sandbox().changes() - m_before}};
    for (qsizetype i = 0; i < m_people.size(); ++i) {
        const QString name = QString::number(i);
        if (m_mode == "current"_L1) {
            auto &world = static_cast<support::ConsentWorld &>(*m_world);
            const QString address = world.rowOf(m_people.at(i)).values.value(u"emailaddress1"_s).toString();
            const QList<mapping::ConsentRow> rows = world.consentsOf(address);
            QStringList said;
            for (const mapping::ConsentRow &row : rows)
                said << u"%1/%2/%3"_s.arg(row.purposeId, row.topicId).arg(row.value ? int(*row.value) : -1);
            said.sort();
            state.insert(name, QJsonArray::fromStringList(said));
        } else {
            const QList<dataverse::Row> rows = m_world->rows(u"externaluseridentifier"_s, m_people.at(i));
            QJsonArray values;
            for (const dataverse::Row &row : rows)
                values << QJsonArray{row.values.value(u"new_newsletterconsent"_s),
                                     row.values.value(u"donotbulkemail"_s)};
            state.insert(name, values);
        }
    }
    return state;
}

void TestResyncBreakage::survivesAFailingDisk()
{
    QFETCH(const QString, mode);
    QVERIFY(prepare(mode));
    QVERIFY(goOn());
    const QJsonObject unbroken = endState();
    QVERIFY(unbroken[u"changes"_s].toInt() >= people);
    for (int failAt = 1;; ++failAt) {
        QVERIFY(nextPlan());
        bool hasFailed = false;
        {
            const auto file = m_bench->open(m_plan, [&](int number) {
                const bool fails = number == failAt;
                hasFailed = hasFailed || fails;
                return fails;
            });
            if (file)
                (void)m_bench->run(**file, options()).hasValue();
        }
        QVERIFY2(goOn(), qPrintable(u"statement %1"_s.arg(failAt)));
        QCOMPARE(endState(), unbroken);
        if (!hasFailed)
            break;
    }
}

void TestResyncBreakage::survivesBeingCutOff_data()
{
    survivesAFailingDisk_data();
}

/// The job is destroyed, as by a kill, after each of its requests.
void TestResyncBreakage::survivesBeingCutOff()
{
    QFETCH(const QString, mode);
    QVERIFY(prepare(mode));
    QVERIFY(goOn());
    const QJsonObject unbroken = endState();
    QVERIFY(unbroken[u"changes"_s].toInt() >= people);
    bool isOver = false;
    for (qint64 cutAt = 1; !isOver; ++cutAt) {
        QVERIFY(nextPlan());
        {
            const auto file = m_bench->open(m_plan);
            QVERIFY(file);
            qint64 seen = 0;
            const auto watch = connect(
                &m_world->network().log(), &net::CallLog::added, this, [&seen] { ++seen; }, Qt::DirectConnection);
            QPointer<engine::RunJob> job = engine::RunJob::start(m_bench->workplace(), **file, options(), nullptr);
            bool isDone = false;
            job->whenDone(this, [&isDone](const core::Result<engine::RunEnd> &) { isDone = true; });
            QTRY_VERIFY(seen >= cutAt || isDone);
            isOver = isDone && seen < cutAt;
            disconnect(watch);
            delete job.data();
        }
        QVERIFY2(goOn(), qPrintable(u"request %1"_s.arg(cutAt)));
        QCOMPARE(endState(), unbroken);
    }
}

void TestResyncBreakage::survivesFaultsOfTheService_data()
{
    QTest::addColumn<QString>("mode");
    QTest::addColumn<QString>("fault");
    // Those that leave open whether something was done meet every kind of write.
    for (const char *mode : {"legacy by key", "legacy by column", "legacy in bulk", "current"}) {
        for (const char *fault : {"reset", "lost-answer", "truncate"})
            QTest::addRow("%s, %s", mode, fault) << QString::fromLatin1(mode) << QString::fromLatin1(fault);
    }
    for (const char *fault : {"unavailable", "server-error", "throttle", "html", "token-rejected"})
        QTest::addRow("legacy by key, %s", fault) << u"legacy by key"_s << QString::fromLatin1(fault);
}

/// The fault strikes each request of a run once: at first the first, then the second, and so on.
void TestResyncBreakage::survivesFaultsOfTheService()
{
    QFETCH(const QString, mode);
    QFETCH(const QString, fault);
    QVERIFY(prepare(mode));
    QVERIFY(goOn());
    const QJsonObject unbroken = endState();
    QVERIFY(unbroken[u"changes"_s].toInt() >= people);
    bool isStruckEverywhere = false;
    for (int request = 0; !isStruckEverywhere; ++request) {
        QVERIFY(request < 40);
        QVERIFY(nextPlan());
        // Each call's end tells that the next request is about to be made.
        int seen = 0;
        bool isSet = false;
        const auto strike = [&] {
            if (seen++ != request)
                return;
            isSet = true;
            QVERIFY(m_world->sandbox().setFault(fault, u"1"_s));
        };
        strike();
        const auto watch = connect(&m_world->network().log(), &net::CallLog::added, this, strike, Qt::DirectConnection);
        {
            const auto file = m_bench->open(m_plan);
            QVERIFY(file);
            (void)m_bench->run(**file, options()).hasValue();
        }
        disconnect(watch);
        m_world->sandbox().clearFaults();
        isStruckEverywhere = !isSet;
        QVERIFY2(goOn(), qPrintable(u"request %1"_s.arg(request)));
        QCOMPARE(endState(), unbroken);
    }
}

QTEST_GUILESS_MAIN(TestResyncBreakage)

#include "tst_resyncbreakage.moc"
