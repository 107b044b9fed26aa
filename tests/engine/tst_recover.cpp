#include "engine/brokenjournal.h"
#include "engine/recoverjob.h"
#include "engine/world.h"
#include "support/finish.h"

#include <QJsonDocument>
#include <QProcess>
#include <QTest>

#include <cstdlib>

using namespace Qt::StringLiterals;
using engine::RecoverReport;
using sandbox::Person;
using store::Outcome;
using support::BrokenJournal;

namespace {

const QString newsletterColumn = u"new_newsletterconsent"_s;
const QString doNotColumn = u"donotbulkemail"_s;
const QJsonObject given{{u"newsletter"_s, true}};
constexpr int killed = 9;

/// The child: pushes one event and dies at the moment that its first argument names, without any clean-up.
int pushAndDie(const QStringList &arguments)
{
    const QString moment = arguments.at(0);
    const auto profile = profile::readProfile(qgetenv("CHILD_PROFILE"));
    const auto event = consent::readEventFile(qgetenv("CHILD_EVENT"));
    auto below = store::Journal::open(arguments.at(1));
    if (!profile || !event || !below)
        return 1;
    net::Network network;
    const bridge::Secrets secrets{.clientSecret = core::Secret(qgetenv("CHILD_SECRET")),
                                  .didomiSecret = core::Secret(qgetenv("CHILD_DIDOMI_SECRET"))};
    auto link = bridge::Link::make(network, *profile, secrets);
    if (!link)
        return 2;
    const auto surroundings = support::finishOf(bridge::survey(**link, link->get()));
    if (!surroundings)
        return 3;
    const auto plan = support::finishOf(
        engine::planOne(**link, *surroundings, below->get(), {consent::subjectOf(*event)}, link->get()));
    if (!plan)
        return 4;
    BrokenJournal journal(**below);
    using Call = BrokenJournal::Call;
    journal.before = [&](Call call) {
        if ((call == Call::Intend && moment == "before the intent"_L1) ||
            (call == Call::Settle && moment == "before it is settled"_L1))
            std::_Exit(killed);
    };
    journal.after = [&](Call call) {
        if ((call == Call::Intend && moment == "before sending"_L1) ||
            (call == Call::Settle && moment == "after it was settled"_L1))
            std::_Exit(killed);
    };
    const auto report = support::finishOf(engine::push(**link, journal, *plan, {}, link->get()));
    return report ? 0 : 5;
}

} // namespace

/// What a killed program left behind is settled by looking.
class TestRecover : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void settlesAfterAKill_data();
    void settlesAfterAKill();
    void leavesYoungItemsAlone();
    void waitsForAWriteOfItsOwnProcess();
    void keepsItemsOpenThatCannotBeJudged();
    void tellsWhenTheEnvironmentCannotBeReached();

private:
    core::Result<RecoverReport> recover(std::chrono::milliseconds grace = std::chrono::milliseconds(-1000));
    store::Intent intentFor(const QString &person, const QString &rowId);
    core::Result<qint64> beginRun(const QString &organization = {});
    std::unique_ptr<support::World> m_world;
};

void TestRecover::init()
{
    m_world = std::make_unique<support::World>();
}

core::Result<RecoverReport> TestRecover::recover(std::chrono::milliseconds grace)
{
    return support::finishOf(
        engine::recover(m_world->link(), m_world->surroundings(), m_world->journal(), this, {.grace = grace}));
}

store::Intent TestRecover::intentFor(const QString &person, const QString &rowId)
{
    return {.person = person,
            .regulation = u"gdpr"_s,
            .eventTime = QDateTime::currentDateTimeUtc(),
            .sourceId = u"e1"_s,
            .table = u"contact"_s,
            .entitySet = u"contacts"_s,
            .address = u"contacts(%1)"_s.arg(rowId),
            .rowId = rowId,
            .before = "{}",
            .after = "{\"new_newsletterconsent\":true}",
            .condition = u"If-Match: *"_s};
}

core::Result<qint64> TestRecover::beginRun(const QString &organization)
{
    const QString here = m_world->surroundings().whoAmI.organizationId;
    return m_world->journal().beginRun({.profileId = m_world->profile.id,
                                        .kind = u"push"_s,
                                        .dataverseOrganization = organization.isEmpty() ? here : organization});
}

void TestRecover::settlesAfterAKill_data()
{
    QTest::addColumn<QString>("what");
    QTest::addColumn<QString>("moment");
    QTest::addColumn<int>("open");
    QTest::addColumn<bool>("isWritten");
    for (const char *what : {"update", "create by key", "create by column"}) {
        const QString name = QString::fromLatin1(what);
        QTest::addRow("%s, before the intent", what) << name << u"before the intent"_s << 0 << false;
        QTest::addRow("%s, before sending", what) << name << u"before sending"_s << 1 << false;
        QTest::addRow("%s, before it is settled", what) << name << u"before it is settled"_s << 1 << true;
        QTest::addRow("%s, after it was settled", what) << name << u"after it was settled"_s << 0 << true;
    }
}

void TestRecover::settlesAfterAKill()
{
    QFETCH(const QString, what);
    QFETCH(const QString, moment);
    QFETCH(const int, open);
    QFETCH(const bool, isWritten);
    const bool isUpdate = what == "update"_L1;
    const QString person = m_world->person(isUpdate ? Person::Case::Plain : Person::Case::NoContact);
    m_world->profile.integration.upsertMode = true;
    if (what == "create by column"_L1)
        m_world->profile.match = {profile::MatchRule::Kind::Column, u"externaluseridentifier"_s};
    QVERIFY(m_world->connect());
    if (isUpdate) {
        QVERIFY(m_world->set(m_world->rowOf(person).id, newsletterColumn, "false"));
        QVERIFY(m_world->set(m_world->rowOf(person).id, doNotColumn, "true"));
    }

    QProcess child;
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.insert(u"CHILD_PROFILE"_s, QString::fromUtf8(profile::writeProfile(m_world->profile)));
    environment.insert(u"CHILD_EVENT"_s, QString::fromUtf8(QJsonDocument(m_world->eventJson(person, given)).toJson()));
    environment.insert(u"CHILD_SECRET"_s, QString::fromUtf8(m_world->secrets.clientSecret.reveal()));
    environment.insert(u"CHILD_DIDOMI_SECRET"_s, QString::fromUtf8(m_world->secrets.didomiSecret.reveal()));
    child.setProcessEnvironment(environment);
    child.setProcessChannelMode(QProcess::ForwardedErrorChannel);
    child.start(QCoreApplication::applicationFilePath(), {u"--push-and-die"_s, moment, m_world->journalPath()});
    QVERIFY(child.waitForFinished(60'000));
    QCOMPARE(child.exitCode(), killed);

    QCOMPARE(m_world->journal().unsettled(m_world->profile.id)->size(), open);
    const QString column = m_world->profile.match.column;
    const auto isRight = [&] {
        const QList<dataverse::Row> rows = m_world->rows(column, person);
        return rows.size() == 1 && rows.constFirst().values.value(newsletterColumn) == QJsonValue(true);
    };
    QCOMPARE(isRight(), isWritten);

    m_world->sentWrites();
    const auto report = recover();
    QVERIFY(report);
    QCOMPARE(report->settled, open == 1 && isWritten ? 1 : 0);
    QCOMPARE(report->reopened, open == 1 && !isWritten ? 1 : 0);
    QCOMPARE(report->left, 0);
    QCOMPARE(m_world->sentWrites(), 0); // looking is all it does
    QVERIFY(m_world->journal().unsettled(m_world->profile.id)->isEmpty());
    const QList<store::JournalItem> items = m_world->items();
    if (open == 1) {
        const Outcome written = isUpdate ? Outcome::Updated : Outcome::Created;
        QCOMPARE(items.constFirst().settlement->outcome, isWritten ? written : Outcome::Rejected);
    }

    const auto again = m_world->planAndPush(m_world->event(person, given));
    QVERIFY(again);
    QCOMPARE(again->outcome, isWritten ? Outcome::Unchanged : isUpdate ? Outcome::Updated : Outcome::Created);
    QVERIFY(isRight());
}

void TestRecover::leavesYoungItemsAlone()
{
    QVERIFY(m_world->connect());
    const QString person = m_world->person(Person::Case::Plain);
    const auto run = beginRun();
    QVERIFY(m_world->journal().intend(*run, intentFor(person, m_world->rowOf(person).id)));
    const auto report = recover(std::chrono::minutes(1));
    QCOMPARE(report->left, 1);
    QCOMPARE(m_world->journal().unsettled(m_world->profile.id)->size(), 1);
}

void TestRecover::waitsForAWriteOfItsOwnProcess()
{
    QVERIFY(m_world->connect());
    const QString person = m_world->person(Person::Case::Plain);
    QVERIFY(m_world->set(m_world->rowOf(person).id, newsletterColumn, "false"));
    const auto plan = m_world->plan(m_world->event(person, given));
    BrokenJournal journal(m_world->journal());
    core::Job<RecoverReport> *recovering = nullptr;
    core::Result<RecoverReport> report = core::Error::cancelled();
    journal.after = [&](BrokenJournal::Call call) {
        if (call != BrokenJournal::Call::Intend)
            return;
        recovering = engine::recover(m_world->link(), m_world->surroundings(), m_world->journal(), this,
                                     {.grace = std::chrono::milliseconds(-1000)});
        recovering->whenDone(this, [&](const core::Result<RecoverReport> &result) { report = result; });
    };
    const auto pushed = support::finishOf(engine::push(m_world->link(), journal, *plan, {}, this));
    QVERIFY(recovering);
    QTRY_VERIFY(report.hasValue());
    QCOMPARE(pushed->outcome, Outcome::Updated);
    QCOMPARE(report->reopened, 0);
    QCOMPARE(m_world->items().constFirst().settlement->outcome, Outcome::Updated);
}

void TestRecover::keepsItemsOpenThatCannotBeJudged()
{
    QVERIFY(m_world->connect());
    const QString person = m_world->person(Person::Case::Plain);
    const QString rowId = m_world->rowOf(person).id;
    QVERIFY(m_world->set(rowId, newsletterColumn, "true"));
    const auto run = beginRun();
    store::Intent ofAnotherTable = intentFor(person, rowId);
    ofAnotherTable.table = u"lead"_s;
    store::Intent ofALostColumn = intentFor(person, rowId);
    ofALostColumn.after = "{\"new_columnthatisgone\":true}";
    QVERIFY(m_world->journal().intend(*run, ofAnotherTable));
    QVERIFY(m_world->journal().intend(*run, ofALostColumn));
    const auto elsewhere = beginRun(u"another-organization"_s);
    QVERIFY(m_world->journal().intend(*elsewhere, intentFor(person, rowId)));
    QVERIFY(m_world->journal().intend(*run, intentFor(person, rowId)));
    const auto report = recover();
    QVERIFY(report);
    QCOMPARE(report->left, 3);
    QCOMPARE(report->settled, 1);
    QCOMPARE(m_world->journal().unsettled(m_world->profile.id)->size(), 3);
}

void TestRecover::tellsWhenTheEnvironmentCannotBeReached()
{
    QVERIFY(m_world->connect());
    const QString person = m_world->person(Person::Case::Plain);
    const auto run = beginRun();
    QVERIFY(m_world->journal().intend(*run, intentFor(person, m_world->rowOf(person).id)));
    QVERIFY(m_world->sandbox().setFault(u"unavailable"_s, u"1000"_s));
    const auto report = recover();
    QVERIFY(!report);
    QVERIFY(report.error().isTransient());
    QCOMPARE(m_world->journal().unsettled(m_world->profile.id)->size(), 1);
}

int main(int argc, char *argv[])
{
    QCoreApplication application(argc, argv);
    const QStringList arguments = QCoreApplication::arguments();
    if (arguments.value(1) == "--push-and-die"_L1)
        return pushAndDie(arguments.mid(2));
    TestRecover test;
    return QTest::qExec(&test, argc, argv);
}

#include "tst_recover.moc"
