// Several application users write one run, each with a token and a limit of its own.

#include "bridge/furtherlinks.h"
#include "dataverse/inspector.h"
#include "engine/meetusers.h"
#include "engine/resyncdesk.h"
#include "engine/resyncworld.h"
#include "sandbox/dataverse/dataverse.h"
#include "store/runjournal.h"

#include <QTest>
#include <QTimer>

using namespace Qt::StringLiterals;
using core::Error;
using engine::ResyncDesk;
using store::RunState;

namespace {

constexpr auto planName = "plan.db"_L1;

/// A world whose integration has a further application user.
class Office : public support::World
{
public:
    explicit Office(int contacts) : World({.contacts = contacts, .didomiRequestLimit = 0, .furtherUsers = 1})
    {
        profile.integration.upsertMode = true;
        const sandbox::Application &one = sandbox().credentials().furtherApplications.constFirst();
        profile.furtherUsers = {{.label = u"Night shift"_s,
                                 .clientId = one.clientId,
                                 .clientSecret = {.kind = profile::SecretRef::Kind::Session, .name = u"second"_s}}};
        secrets.further = {{.clientSecret = one.clientSecret}};
    }

    /// With the further user, or without.
    bool open(bool isTogether)
    {
        if (!connect())
            return false;
        auto made = bridge::makeFurtherLinks(network(), profile, secrets);
        if (!made)
            return false;
        m_further = std::move(*made);
        m_applied = std::make_unique<store::AppliedTimes>(journal(), surroundings().whoAmI.organizationId);
        m_isTogether = isTogether;
        return true;
    }

    bridge::Link &secondLink() { return *m_further.front(); }

    engine::Workplace workplace()
    {
        QList<bridge::Link *> links{&link()};
        if (m_isTogether)
            links << &secondLink();
        return {.links = links, .surroundings = surroundings(), .journal = journal(), .applied = *m_applied};
    }

    std::unique_ptr<store::RunFile> planned()
    {
        auto file =
            store::RunFile::create(store::RunPlace::file(folder() + u'/' + planName), engine::headFor(workplace(), {}));
        if (!file)
            qFatal("no plan: %s", qPrintable(file.error().toLine()));
        if (const auto made = support::finishOf(engine::MakePlanJob::start(workplace(), **file, {}, nullptr)); !made)
            qFatal("no plan: %s", qPrintable(made.error().toLine()));
        return std::move(*file);
    }

    engine::WorkSetup setup() const
    {
        return {.profile = profile, .secrets = secrets, .surroundings = surroundings(), .journalPath = journalPath()};
    }

    /// What the contacts say, whoever wrote it, and whenever.
    QList<QJsonObject> endState() const
    {
        QList<QJsonObject> rows;
        for (const sandbox::Person &person : people()) {
            QStringList ids{person.organizationUserId};
            for (const sandbox::Contact &contact : person.contacts)
                ids << contact.id.toString(QUuid::WithoutBraces);
            for (const QString &id : std::as_const(ids)) {
                QJsonObject row = const_cast<Office *>(this)->sandbox().contact(id).value_or(QJsonObject());
                for (const QString &column : {u"_modifiedby_value"_s, u"_createdby_value"_s, u"_ownerid_value"_s,
                                              u"modifiedon"_s, u"createdon"_s, u"contactid"_s, u"versionnumber"_s})
                    row.remove(column);
                rows << row;
            }
        }
        return rows;
    }

    /// Rows by who wrote them last.
    QHash<QString, int> writers()
    {
        QHash<QString, int> count;
        for (const sandbox::Person &person : people()) {
            for (const QString &id : {person.organizationUserId, firstContactOf(person)}) {
                if (const auto row = sandbox().contact(id))
                    ++count[row->value(u"_modifiedby_value"_s).toString()];
            }
        }
        return count;
    }

    /// Lets one of the users ask until only about so many requests are left to it.
    static bool spend(bridge::Link &by, int left)
    {
        const auto budget = [&by] {
            dataverse::Inspector inspector(by.dataverseService(), by.tokens(),
                                           by.instance().apiUrl(by.profile().options.apiVersion));
            const auto told = support::finishOf(inspector.budget(nullptr));
            return told && told->requests ? *told->requests : -1;
        };
        qint64 rest = budget() - left;
        while (rest > 0) {
            QList<QPointer<core::JobBase>> open;
            for (; open.size() < 100 && rest > 0; --rest)
                open << by.dataverse().whoAmI(&by);
            if (!QTest::qWaitFor([&open] { return std::ranges::all_of(open, [](const auto &one) { return !one; }); },
                                 60'000))
                return false;
        }
        const qint64 now = budget();
        return now >= 0 && now <= left;
    }

    /// Lets faults strike while both are at work: when the second one has written something.
    void strikeOnTheWay(engine::RunJob *job, const QList<std::pair<QString, QString>> &faults)
    {
        auto *timer = new QTimer(job);
        timer->callOnTimeout(job, [this, timer, faults] {
            if (writers().value(sandbox::Dataverse::furtherUserId(0)) == 0)
                return;
            timer->stop();
            for (const auto &[name, value] : faults) {
                if (!sandbox().setFault(name, value))
                    qFatal("no such fault");
            }
        });
        timer->start(std::chrono::milliseconds(2));
    }

private:
    static QString firstContactOf(const sandbox::Person &person)
    {
        return person.contacts.isEmpty() ? QString() : person.contacts.constFirst().id.toString(QUuid::WithoutBraces);
    }

    std::vector<std::unique_ptr<bridge::Link>> m_further;
    std::unique_ptr<store::AppliedTimes> m_applied;
    bool m_isTogether = false;
};

engine::RunOptions confirmed()
{
    return support::ResyncBench::confirmed();
}

} // namespace

class TestApplicationUsers : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void bothWriteAndTheEndIsTheSame_data();
    void bothWriteAndTheEndIsTheSame();
    void eachHasALimitOfItsOwn();
    void whoeverIsRefusedIsNamedBeforeAnythingIsWritten_data();
    void whoeverIsRefusedIsNamedBeforeAnythingIsWritten();
    void whoeverIsRefusedOnTheWayDropsOut_data();
    void whoeverIsRefusedOnTheWayDropsOut();
    void theFirstOneStopsTheRunAndIsNamed_data();
    void theFirstOneStopsTheRunAndIsNamed();
    void theSameUserTwiceIsRefused();
    void secretsThatCannotBeReadAreNamed();
    void oneUserAloneAsksNobody();
};

void TestApplicationUsers::bothWriteAndTheEndIsTheSame_data()
{
    QTest::addColumn<int>("rowsPerMessage");
    QTest::newRow("many rows in one message") << 0;
    QTest::newRow("row by row") << 1;
}

void TestApplicationUsers::bothWriteAndTheEndIsTheSame()
{
    QFETCH(const int, rowsPerMessage);
    constexpr int contacts = 900;
    engine::RunOptions options = confirmed();
    options.rowsPerMessage = rowsPerMessage;
    std::optional<store::RunCounts> alone;
    QList<QJsonObject> expected;
    for (const bool isTogether : {false, true}) {
        Office office(contacts);
        QVERIFY(office.open(isTogether));
        const auto file = office.planned();
        const auto met = support::finishOf(engine::meetUsers(office.workplace(), nullptr));
        QVERIFY2(met, met ? "" : qPrintable(met.error().toLine()));
        const auto end = support::finishOf(engine::RunJob::start(office.workplace(), *file, options, nullptr), 120'000);
        QVERIFY2(end, end ? "" : qPrintable(end.error().toLine()));
        QVERIFY(!end->stop);
        QCOMPARE(end->state, RunState::Done);
        QVERIFY(end->counts.reconciles());
        QVERIFY(end->counts.updated > 400 && end->counts.created > 0);
        const QHash<QString, int> writers = office.writers();
        QCOMPARE(writers.value(sandbox::Dataverse::furtherUserId(0)) > 50, isTogether);
        if (isTogether) { // each of them a part
            const int ofFirst = writers.value(sandbox::Dataverse::userId());
            QVERIFY2(ofFirst > 50, qPrintable(QString::number(ofFirst)));
            QVERIFY(end->counts == *alone);
            QVERIFY(office.endState() == expected);
        } else {
            alone = end->counts;
            expected = office.endState();
        }
    }
}

void TestApplicationUsers::eachHasALimitOfItsOwn()
{
    constexpr int left = 60;
    engine::RunOptions options = confirmed();
    options.rowsPerMessage = 1;
    options.connections = 2;
    options.guard = engine::RunOptions::Guard::All; // a request for each row
    QList<qint64> written;
    for (const bool isTogether : {false, true}) {
        Office office(900);
        QVERIFY(office.open(isTogether));
        const auto file = office.planned();
        QVERIFY(Office::spend(office.link(), left));
        auto *job = engine::RunJob::start(office.workplace(), *file, options, nullptr);
        qint64 untilRefused = -1;
        connect(job, &engine::RunJob::advanced, job, [&, job](const engine::RunProgress &progress) {
            if (progress.throttled == 0 || untilRefused >= 0)
                return;
            untilRefused = progress.requests - progress.throttled;
            job->cancel();
        });
        QVERIFY(support::finishOf(job, 120'000));
        QVERIFY(untilRefused >= 0);
        const QHash<QString, int> writers = office.writers();
        written << writers.value(sandbox::Dataverse::furtherUserId(0));
        // What the first one has spent does not stop the second.
        const auto still = support::finishOf(office.secondLink().dataverse().whoAmI(nullptr));
        QVERIFY2(still, still ? "" : qPrintable(still.error().toLine()));
        QCOMPARE(office.secondLink().dataverseService().state().throttled, 0);
        QVERIFY(!office.secondLink().dataverseService().state().waitingUntil.isValid());
    }
    QCOMPARE(written.at(0), 0);
    QVERIFY2(written.at(1) >= left / 3, qPrintable(QString::number(written.at(1)))); // beyond what one could
}

void TestApplicationUsers::whoeverIsRefusedIsNamedBeforeAnythingIsWritten_data()
{
    QTest::addColumn<QString>("fault");
    QTest::addColumn<Error::Kind>("kind");
    QTest::addColumn<QString>("field");
    QTest::newRow("secret") << u"refused"_s << Error::Kind::SignIn << u"further_users[0].client_secret"_s;
    QTest::newRow("no such user") << u"missing"_s << Error::Kind::Forbidden << u"further_users[0].client_id"_s;
    QTest::newRow("no role for it") << u"basic-role"_s << Error::Kind::Forbidden << u"further_users[0].client_id"_s;
}

void TestApplicationUsers::whoeverIsRefusedIsNamedBeforeAnythingIsWritten()
{
    QFETCH(const QString, fault);
    QFETCH(const Error::Kind, kind);
    QFETCH(const QString, field);
    Office office(40);
    QVERIFY(office.open(true));
    const QString path = office.folder() + u'/' + planName;
    office.planned().reset();
    const auto before = office.endState();
    QVERIFY(office.sandbox().setFault(u"further-user"_s, fault));
    ResyncDesk desk;
    std::optional<ResyncDesk::End> heard;
    connect(&desk, &ResyncDesk::ended, this, [&heard](const ResyncDesk::End &end) { heard = end; });
    QVERIFY(desk.run(office.setup(), path, confirmed()));
    QTRY_VERIFY(heard.has_value());
    QVERIFY(heard->problem);
    QCOMPARE(heard->problem->kind, kind);
    QCOMPARE(heard->problem->field, field);
    QVERIFY2(heard->problem->message.contains(u"Night shift"_s), qPrintable(heard->problem->message));
    QVERIFY(!heard->problem->fix.isEmpty());
    QVERIFY(office.endState() == before);
    const auto file = store::RunFile::open(store::RunPlace::file(path));
    QVERIFY(file);
    QCOMPARE((*file)->state().valueOr(RunState::Done), RunState::Planned);

    // Once it is mended the same plan is carried out.
    office.sandbox().clearFaults();
    heard.reset();
    QVERIFY(desk.run(office.setup(), path, confirmed()));
    QTRY_VERIFY(heard.has_value());
    QVERIFY2(!heard->problem, qPrintable(heard->problem ? heard->problem->toLine() : QString()));
    QCOMPARE(heard->summary->state, RunState::Done);
}

void TestApplicationUsers::whoeverIsRefusedOnTheWayDropsOut_data()
{
    QTest::addColumn<QString>("fault");
    QTest::addColumn<int>("rowsPerMessage");
    QTest::addColumn<int>("lostAnswers");
    QTest::addColumn<Error::Kind>("kind");
    QTest::addColumn<QString>("field");
    const auto add = [](const char *name, const QString &fault, int rows, int lost, Error::Kind kind,
                        const QString &member) {
        QTest::newRow(name) << fault << rows << lost << kind << profile::furtherUserField(0, member);
    };
    const QString secret = u"client_secret"_s;
    const QString client = u"client_id"_s;
    add("its secret, row by row", u"revoked"_s, 1, 0, Error::Kind::SignIn, secret);
    add("its secret, many rows in one message", u"revoked"_s, 20, 0, Error::Kind::SignIn, secret);
    add("its secret, and answers are lost", u"revoked"_s, 20, 6, Error::Kind::SignIn, secret);
    add("its secret, and answers are lost, row by row", u"revoked"_s, 1, 6, Error::Kind::SignIn, secret);
    add("it is removed, row by row", u"missing"_s, 1, 0, Error::Kind::Forbidden, client);
    add("it is removed, many rows in one message", u"missing"_s, 20, 0, Error::Kind::Forbidden, client);
    add("its role, row by row", u"basic-role"_s, 1, 0, Error::Kind::Forbidden, client);
    add("its role, many rows in one message", u"basic-role"_s, 20, 0, Error::Kind::Forbidden, client);
}

void TestApplicationUsers::whoeverIsRefusedOnTheWayDropsOut()
{
    QFETCH(const QString, fault);
    QFETCH(const int, rowsPerMessage);
    QFETCH(const int, lostAnswers);
    QFETCH(const Error::Kind, kind);
    QFETCH(const QString, field);
    constexpr int contacts = 300;
    engine::RunOptions options = confirmed();
    options.rowsPerMessage = rowsPerMessage;
    options.connections = 2;

    Office alone(contacts);
    QVERIFY(alone.open(false));
    const auto unbroken = alone.planned();
    const qint64 changesBefore = alone.sandbox().changes();
    const auto expected =
        support::finishOf(engine::RunJob::start(alone.workplace(), *unbroken, options, nullptr), 120'000);
    QVERIFY(expected && expected->state == RunState::Done);

    Office office(contacts);
    QVERIFY(office.open(true));
    const auto file = office.planned();
    QVERIFY(office.sandbox().setFault(u"slow"_s, u"10"_s));
    auto *job = engine::RunJob::start(office.workplace(), *file, options, nullptr);
    QList<std::pair<QString, QString>> faults{{u"further-user"_s, fault}};
    if (lostAnswers > 0)
        faults.prepend({u"lost-answer"_s, QString::number(lostAnswers)});
    office.strikeOnTheWay(job, faults);
    engine::RunProgress last;
    int mostUsers = 0;
    connect(job, &engine::RunJob::advanced, this, [&](const engine::RunProgress &progress) {
        last = progress;
        mostUsers = std::max(mostUsers, progress.users);
    });
    const auto end = support::finishOf(job, 120'000);
    QVERIFY2(end, end ? "" : qPrintable(end.error().toLine()));
    QVERIFY2(!end->stop, end->stop ? qPrintable(end->stop->toLine()) : "");
    QCOMPARE(end->state, RunState::Done);
    QCOMPARE(end->users, 2);
    QCOMPARE(end->refused.size(), 1);
    const Error &refused = end->refused.constFirst();
    QCOMPARE(refused.kind, kind);
    QVERIFY2(refused.message.contains(u"Night shift"_s), qPrintable(refused.message));
    QVERIFY(!refused.fix.isEmpty());
    QCOMPARE(refused.field, field);
    QCOMPARE(mostUsers, 2);
    QCOMPARE(last.users, 1);
    QVERIFY(last.refused == end->refused);

    // All is written as if one had done it, nothing of it twice.
    const QHash<QString, int> writers = office.writers();
    QVERIFY(writers.value(sandbox::Dataverse::furtherUserId(0)) > 0);
    QVERIFY(writers.value(sandbox::Dataverse::userId()) > 0);
    QVERIFY(end->counts.reconciles());
    QVERIFY(end->counts == expected->counts);
    office.sandbox().clearFaults();
    QVERIFY(office.endState() == alone.endState());
    if (lostAnswers == 0) // the network repeats what it heard no answer to
        QCOMPARE(office.sandbox().changes(), alone.sandbox().changes());
    QVERIFY(alone.sandbox().changes() > changesBefore);
}

void TestApplicationUsers::theFirstOneStopsTheRunAndIsNamed_data()
{
    QTest::addColumn<QString>("fault");
    QTest::addColumn<QString>("value");
    QTest::addColumn<int>("rowsPerMessage");
    QTest::addColumn<Error::Kind>("kind");
    QTest::newRow("disabled, row by row") << u"application-user"_s << u"disabled"_s << 1 << Error::Kind::Forbidden;
    QTest::newRow("disabled, many rows") << u"application-user"_s << u"disabled"_s << 20 << Error::Kind::Forbidden;
    QTest::newRow("tokens refused") << u"token-rejected"_s << u"1000000"_s << 20 << Error::Kind::SignIn;
}

void TestApplicationUsers::theFirstOneStopsTheRunAndIsNamed()
{
    QFETCH(const QString, fault);
    QFETCH(const QString, value);
    QFETCH(const int, rowsPerMessage);
    QFETCH(const Error::Kind, kind);
    constexpr int contacts = 300;
    engine::RunOptions options = confirmed();
    options.rowsPerMessage = rowsPerMessage;
    options.connections = 2;
    Office office(contacts);
    QVERIFY(office.open(true));
    const auto file = office.planned();
    QVERIFY(office.sandbox().setFault(u"slow"_s, u"10"_s));
    auto *job = engine::RunJob::start(office.workplace(), *file, options, nullptr);
    office.strikeOnTheWay(job, {{fault, value}}); // all users
    const auto paused = support::finishOf(job, 120'000);
    QVERIFY2(paused, paused ? "" : qPrintable(paused.error().toLine()));
    QCOMPARE(paused->state, RunState::Paused);
    QVERIFY(paused->stop);
    QCOMPARE(paused->stop->kind, kind);
    QVERIFY2(paused->stop->message.contains(office.profile.integration.clientId), qPrintable(paused->stop->message));
    QVERIFY(!paused->stop->fix.isEmpty());
    QCOMPARE(paused->counts.rejected, 0);
    QVERIFY(paused->counts.notReached > 0);
    for (const Error &one : paused->refused)
        QVERIFY2(one.message.contains(u"Night shift"_s), qPrintable(one.message));

    office.sandbox().clearFaults();
    const auto end = support::finishOf(engine::RunJob::start(office.workplace(), *file, options, nullptr), 120'000);
    QVERIFY2(end, end ? "" : qPrintable(end.error().toLine()));
    QCOMPARE(end->state, RunState::Done);
    QVERIFY(end->refused.isEmpty());
    Office alone(contacts);
    QVERIFY(alone.open(false));
    const auto unbroken = alone.planned();
    const auto expected =
        support::finishOf(engine::RunJob::start(alone.workplace(), *unbroken, options, nullptr), 120'000);
    QVERIFY(expected);
    QVERIFY(end->counts == expected->counts);
    QVERIFY(office.endState() == alone.endState());
    QCOMPARE(office.sandbox().changes(), alone.sandbox().changes());
}

void TestApplicationUsers::theSameUserTwiceIsRefused()
{
    Office office(40);
    QVERIFY(office.open(false));
    engine::Workplace workplace = office.workplace();
    workplace.links << &office.link(); // as if two registrations led to one user
    const auto met = support::finishOf(engine::meetUsers(workplace, nullptr));
    QVERIFY(!met);
    QCOMPARE(met.error().kind, Error::Kind::Conflict);
    QCOMPARE(met.error().field, u"further_users[0].client_id"_s);
}

void TestApplicationUsers::secretsThatCannotBeReadAreNamed()
{
    Office office(40);
    office.secrets.further[0] = {.problem = Error{.kind = Error::Kind::Keychain,
                                                  .message = u"The keychain is locked."_s,
                                                  .field = profile::furtherUserField(0, u"client_secret"_s)}};
    const auto made = bridge::makeFurtherLinks(office.network(), office.profile, office.secrets);
    QVERIFY(!made);
    QCOMPARE(made.error().kind, Error::Kind::Keychain);
    QCOMPARE(made.error().field, u"further_users[0].client_secret"_s);
    QVERIFY(made.error().message.contains(u"Night shift"_s));
    office.profile.furtherUsers[0].clientId = u"nonsense"_s;
    office.secrets.further[0] = {};
    const auto wrong = bridge::makeFurtherLinks(office.network(), office.profile, office.secrets);
    QVERIFY(!wrong);
    QCOMPARE(wrong.error().field, u"further_users[0].client_id"_s);
}

void TestApplicationUsers::oneUserAloneAsksNobody()
{
    Office office(40);
    QVERIFY(office.open(false));
    const qsizetype before = office.network().log().calls().size();
    QVERIFY(support::finishOf(engine::meetUsers(office.workplace(), nullptr)));
    QCOMPARE(office.network().log().calls().size(), before);
}

QTEST_GUILESS_MAIN(TestApplicationUsers)
#include "tst_applicationusers.moc"
