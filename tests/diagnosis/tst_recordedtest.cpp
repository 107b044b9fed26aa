#include "diagnosis/recordedtest.h"
#include "diagnosis/reportjson.h"
#include "keychain/systemsecretstore.h"
#include "sandbox/practice.h"
#include "sandbox/sandbox.h"
#include "support/finish.h"

#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using diagnosis::RecordedOptions;
using diagnosis::RecordedReport;
using diagnosis::RecordedTest;
using diagnosis::Step;
using profile::SecretRef;
using store::TestHistory;

namespace {

const Step &stepOf(const RecordedReport &recorded, Step::Id id)
{
    static const Step none;
    for (const Step &step : recorded.report.steps) {
        if (step.id == id)
            return step;
    }
    return none;
}

} // namespace

/// Tests that are remembered, in a real file, of a real sandbox.
class TestRecordedTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();
    void pinsAtTheFirstSuccess();
    void pinsNothingWhenItFails();
    void noticesAnotherOrganization();
    void acceptsAnotherOrganization();
    void acceptsItEvenWhenSomethingElseIsWrong();
    void tellsWhatChangedSinceTheLastGreenOne();
    void tellsSinceWhenItIsBroken();
    void takesASingleStepForNoWholeTest();
    void writesDownNothingThatWasStopped();
    void triesTheNextSecret();
    void comparesATrial();
    void writesATrialDownLater();
    void takesSecretsThatItIsGiven();
    void tellsASecretThatIsMissing();
    void worksWithoutAHistory();
    void survivesAHistoryThatFails();
    void forgetsWhatAnotherIntegrationPinned();
    void keepsNoSecret();

private:
    RecordedReport run(const RecordedOptions &options = {});
    QList<store::TestRecord> tests();
    QString pinned();

    std::unique_ptr<sandbox::Sandbox> m_sandbox;
    std::unique_ptr<net::Network> m_network;
    keychain::SystemSecretStore m_secrets;
    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<TestHistory> m_history;
    TestHistory *m_used = nullptr; ///< What run() hands in.
    profile::Profile m_profile;
};

void TestRecordedTest::initTestCase()
{
    auto started = sandbox::Sandbox::start({.contacts = 40, .didomiRequestLimit = 0});
    QVERIFY(started);
    m_sandbox = std::move(*started);
    m_network = std::make_unique<net::Network>();
    qputenv("CB_TEST_RECORDED_CLIENT", m_sandbox->credentials().clientSecret.reveal());
    qputenv("CB_TEST_RECORDED_DIDOMI", m_sandbox->credentials().didomiSecret.reveal());
    qputenv("CB_TEST_RECORDED_WRONG", "not-the-right-secret");
}

void TestRecordedTest::init()
{
    m_sandbox->clearFaults();
    m_history.reset();
    m_folder = std::make_unique<QTemporaryDir>();
    auto opened = TestHistory::open(m_folder->filePath(u"tests.sqlite"_s));
    QVERIFY(opened);
    m_history = std::move(*opened);
    m_used = m_history.get();
    m_profile = sandbox::practiceProfile(m_sandbox->credentials());
    m_profile.clientSecret = {SecretRef::Kind::Env, u"CB_TEST_RECORDED_CLIENT"_s};
    m_profile.didomi.secret = {SecretRef::Kind::Env, u"CB_TEST_RECORDED_DIDOMI"_s};
}

RecordedReport TestRecordedTest::run(const RecordedOptions &options)
{
    auto *test = new RecordedTest(*m_network, m_secrets, m_used, m_profile, options, core::Clock::system(), this);
    return support::finishOf<RecordedReport>(test, 60'000).valueOr({});
}

QList<store::TestRecord> TestRecordedTest::tests()
{
    return m_history->tests(m_profile.id, 100).valueOr({});
}

QString TestRecordedTest::pinned()
{
    return m_history->pinnedOrganization(m_profile.id, m_profile.integration.instance).valueOr(u"?"_s);
}

void TestRecordedTest::pinsAtTheFirstSuccess()
{
    QCOMPARE(pinned(), QString());
    const RecordedReport first = run();
    QCOMPARE(first.report.verdict(), Step::State::Passed);
    QVERIFY(!first.report.organizationId.isEmpty());
    QCOMPARE(pinned(), first.report.organizationId);
    QVERIFY(!first.lastGreen);
    QVERIFY(!first.brokenSince);
    QVERIFY(first.differences.isEmpty());
    QVERIFY(first.historyProblem.message.isEmpty());
    QCOMPARE(tests().size(), 1);
    const store::TestRecord record = tests().constFirst();
    QCOMPARE(record.verdict, u"passed"_s);
    QVERIFY(record.isWhole);
    QCOMPARE(record.startedAt.toMSecsSinceEpoch(), first.report.startedAt.toMSecsSinceEpoch());
    const auto read = diagnosis::readReport(record.report);
    QVERIFY(read);
    QCOMPARE(read->steps.size(), diagnosis::stepsOf(m_profile).size());
    QCOMPARE(diagnosis::asJson(*read), diagnosis::asJson(first.report));
}

void TestRecordedTest::pinsNothingWhenItFails()
{
    QVERIFY(m_sandbox->setFault(u"didomi-key"_s, u"wrong"_s));
    const RecordedReport recorded = run();
    QCOMPARE(recorded.report.verdict(), Step::State::Failed);
    QVERIFY(!recorded.report.organizationId.isEmpty()); // it was seen
    QCOMPARE(pinned(), QString());
    m_sandbox->clearFaults();
    m_profile.credential.secretExpiresOn = QDate::currentDate().addDays(3);
    QCOMPARE(run().report.verdict(), Step::State::Warning); // that is a success
    QCOMPARE(pinned(), recorded.report.organizationId);
}

void TestRecordedTest::noticesAnotherOrganization()
{
    const QString first = run().report.organizationId;
    QVERIFY(m_sandbox->setFault(u"organization"_s, u"changed"_s));
    for (int times = 0; times < 2; ++times) {
        const RecordedReport changed = run();
        const Step &step = stepOf(changed, Step::Id::Organization);
        QCOMPARE(step.state, Step::State::Failed);
        QCOMPARE(step.problem.code, u"OrganizationChanged"_s);
        QCOMPARE(stepOf(changed, Step::Id::Table).state, Step::State::NotReached); // no look into a foreign house
        QVERIFY(changed.report.organizationId != first);
        QCOMPARE(pinned(), first);
    }
}

void TestRecordedTest::acceptsAnotherOrganization()
{
    const QString first = run().report.organizationId;
    QVERIFY(m_sandbox->setFault(u"organization"_s, u"changed"_s));
    const RecordedReport accepted = run({.acceptsOrganization = true});
    QCOMPARE(accepted.report.verdict(), Step::State::Passed);
    QVERIFY(accepted.report.organizationId != first);
    QCOMPARE(pinned(), accepted.report.organizationId);
    QCOMPARE(run().report.verdict(), Step::State::Passed);
    m_sandbox->clearFaults();
    QCOMPARE(stepOf(run(), Step::Id::Organization).state, Step::State::Failed); // the old one is the foreign one now
}

void TestRecordedTest::acceptsItEvenWhenSomethingElseIsWrong()
{
    QVERIFY(!run().report.organizationId.isEmpty());
    QVERIFY(m_sandbox->setFault(u"organization"_s, u"changed"_s));
    QVERIFY(m_sandbox->setFault(u"didomi-key"_s, u"wrong"_s));
    const RecordedReport accepted = run({.acceptsOrganization = true});
    QCOMPARE(accepted.report.verdict(), Step::State::Failed);
    QCOMPARE(pinned(), accepted.report.organizationId);
    QCOMPARE(stepOf(run(), Step::Id::Organization).state, Step::State::Passed);
}

void TestRecordedTest::tellsWhatChangedSinceTheLastGreenOne()
{
    const RecordedReport green = run();
    QVERIFY(run().differences.isEmpty());
    QVERIFY(m_sandbox->setFault(u"column-missing"_s, u"new_newsletterconsent"_s));
    const RecordedReport broken = run();
    QVERIFY(broken.lastGreen);
    QVERIFY(broken.lastGreen->startedAt >= green.report.startedAt);
    QCOMPARE(broken.lastGreen->verdict(), Step::State::Passed);
    QStringList told;
    for (const diagnosis::Difference &difference : broken.differences) {
        QCOMPARE(difference.step, Step::Id::Columns);
        told << difference.sentence;
    }
    QVERIFY2(told.join(u' ').contains(u"new_newsletterconsent"_s), qPrintable(told.join(u'\n')));
    QVERIFY2(told.join(u' ').contains(u"worked before."_s), qPrintable(told.join(u'\n')));
}

void TestRecordedTest::tellsSinceWhenItIsBroken()
{
    QVERIFY(m_sandbox->setFault(u"secret"_s, u"expired"_s));
    const RecordedReport first = run();
    QVERIFY(!first.lastGreen); // it never was
    QVERIFY(first.brokenSince);
    QCOMPARE(first.brokenSince->toMSecsSinceEpoch(), first.report.startedAt.toMSecsSinceEpoch());
    QTest::qWait(2);
    const RecordedReport again = run();
    QVERIFY(again.report.startedAt > first.report.startedAt);
    QCOMPARE(again.brokenSince->toMSecsSinceEpoch(), first.report.startedAt.toMSecsSinceEpoch());
    m_sandbox->clearFaults();
    QVERIFY(!run().brokenSince);
    QVERIFY(m_sandbox->setFault(u"secret"_s, u"expired"_s));
    const RecordedReport later = run();
    QCOMPARE(later.brokenSince->toMSecsSinceEpoch(), later.report.startedAt.toMSecsSinceEpoch());
}

void TestRecordedTest::takesASingleStepForNoWholeTest()
{
    const RecordedReport recorded = run({.only = Step::Id::Limits});
    QCOMPARE(recorded.report.verdict(), Step::State::Passed);
    QCOMPARE(recorded.report.steps.constLast().id, Step::Id::Limits);
    QCOMPARE(tests().size(), 1);
    QVERIFY(!tests().constFirst().isWhole);
    QVERIFY(!*m_history->lastGreen(m_profile.id));
    const RecordedReport whole = run();
    QVERIFY(!whole.lastGreen);
    QVERIFY(m_sandbox->setFault(u"limits"_s, u"low"_s));
    QVERIFY(run({.only = Step::Id::Limits}).lastGreen); // what a single step found is compared with the whole
}

void TestRecordedTest::writesDownNothingThatWasStopped()
{
    QVERIFY(m_sandbox->setFault(u"slow"_s, u"20000"_s));
    auto *test = new RecordedTest(*m_network, m_secrets, m_used, m_profile, {}, core::Clock::system(), this);
    connect(test, &RecordedTest::stepChanged, test, [test](int index) {
        if (test->steps().at(index).id == Step::Id::LoginReach && test->steps().at(index).state == Step::State::Passed)
            test->cancel();
    });
    const auto result = support::finishOf<RecordedReport>(test, 10'000);
    QVERIFY(result);
    QVERIFY(result->report.isStopped);
    QCOMPARE(stepOf(*result, Step::Id::LoginReach).state, Step::State::Passed); // what is known is told
    QVERIFY(tests().isEmpty());
    QCOMPARE(pinned(), QString());

    auto *early = new RecordedTest(*m_network, m_secrets, m_used, m_profile, {}, core::Clock::system(), this);
    early->cancel(); // before the secrets are there
    early->cancel();
    const auto nothing = support::finishOf<RecordedReport>(early, 10'000);
    QVERIFY(!nothing);
    QCOMPARE(nothing.error().kind, core::Error::Kind::Cancelled);
    QVERIFY(tests().isEmpty());
}

void TestRecordedTest::triesTheNextSecret()
{
    m_profile.credential.nextSecret = m_profile.clientSecret;
    m_profile.clientSecret.name = u"CB_TEST_RECORDED_WRONG"_s;
    QCOMPARE(run({.withNextSecret = true}).report.verdict(), Step::State::Passed);
    QVERIFY(tests().isEmpty());
    QCOMPARE(pinned(), QString());
    QCOMPARE(stepOf(run(), Step::Id::Token).state, Step::State::Failed);
    std::swap(m_profile.clientSecret, m_profile.credential.nextSecret);
    QCOMPARE(stepOf(run({.withNextSecret = true}), Step::Id::Token).state, Step::State::Failed);
    QCOMPARE(run().report.verdict(), Step::State::Passed);
    QCOMPARE(tests().size(), 2);
}

void TestRecordedTest::comparesATrial()
{
    QCOMPARE(run().report.verdict(), Step::State::Passed);
    m_profile.integration.mappings.removeLast();
    const RecordedReport trial = run({.isTrial = true});
    QVERIFY(trial.lastGreen);
    QCOMPARE(tests().size(), 1);
    m_profile.clientSecret.name = u"CB_TEST_RECORDED_WRONG"_s;
    const RecordedReport failed = run({.isTrial = true});
    QCOMPARE(failed.report.verdict(), Step::State::Failed);
    QVERIFY(!failed.differences.isEmpty());
    QVERIFY(!failed.brokenSince); // what is saved is not broken
    QCOMPARE(tests().size(), 1);
}

void TestRecordedTest::writesATrialDownLater()
{
    const RecordedReport trial = run({.isTrial = true});
    QVERIFY(tests().isEmpty());
    QCOMPARE(pinned(), QString());
    QVERIFY(diagnosis::writeDown(*m_history, m_profile.id, trial.report, true, false));
    QCOMPARE(tests().size(), 1);
    QCOMPARE(pinned(), trial.report.organizationId);

    diagnosis::TestReport other = trial.report;
    other.organizationId = u"00000000-0000-0000-0000-00000000000f"_s;
    QVERIFY(diagnosis::writeDown(*m_history, m_profile.id, other, true, false));
    QCOMPARE(pinned(), trial.report.organizationId); // nobody accepted it
    QVERIFY(diagnosis::writeDown(*m_history, m_profile.id, other, true, true));
    QCOMPARE(pinned(), other.organizationId);
    other.organizationId.clear();
    QVERIFY(diagnosis::writeDown(*m_history, m_profile.id, other, true, true)); // none was seen: the pin stays
    QCOMPARE(pinned(), u"00000000-0000-0000-0000-00000000000f"_s);
}

void TestRecordedTest::takesSecretsThatItIsGiven()
{
    m_profile.clientSecret = {};
    m_profile.didomi.secret = {};
    const sandbox::Credentials &credentials = m_sandbox->credentials();
    const bridge::FoundSecrets found{
        .secrets = {.clientSecret = credentials.clientSecret, .didomiSecret = credentials.didomiSecret}};
    QCOMPARE(run({.secrets = found}).report.verdict(), Step::State::Passed);
}

void TestRecordedTest::tellsASecretThatIsMissing()
{
    m_profile.didomi.secret.name = u"CB_TEST_THERE_IS_NO_SUCH_VARIABLE"_s;
    const RecordedReport recorded = run();
    QCOMPARE(stepOf(recorded, Step::Id::DidomiInput).state, Step::State::Failed);
    QVERIFY(stepOf(recorded, Step::Id::DidomiInput).problem.message.contains(u"CB_TEST_THERE_IS_NO_SUCH_VARIABLE"_s));
    QCOMPARE(stepOf(recorded, Step::Id::Table).state, Step::State::Passed); // the other end is tested all the same
}

void TestRecordedTest::worksWithoutAHistory()
{
    m_used = nullptr;
    const RecordedReport recorded = run();
    QCOMPARE(recorded.report.verdict(), Step::State::Passed);
    QVERIFY(!recorded.lastGreen);
    QVERIFY(recorded.historyProblem.message.isEmpty());
    QVERIFY(tests().isEmpty());
}

void TestRecordedTest::survivesAHistoryThatFails()
{
    /// A disk that is full.
    class Full final : public TestHistory
    {
    public:
        core::Result<qint64> add(const store::TestRecord &) override { return problem(); }
        core::Result<QList<store::TestRecord>> tests(const QString &, int) override { return problem(); }
        core::Result<std::optional<store::TestRecord>> lastGreen(const QString &, const QDateTime &) override
        {
            return problem();
        }
        core::Result<std::optional<store::TestRecord>> brokenSince(const QString &) override { return problem(); }
        core::Result<QString> pinnedOrganization(const QString &, const QString &) override { return problem(); }
        core::Result<core::Nothing> pinOrganization(const QString &, const QString &, const QString &) override
        {
            return problem();
        }
        core::Result<core::Nothing> forget(const QString &) override { return problem(); }

    private:
        static core::Error problem() { return {.kind = core::Error::Kind::Storage, .message = u"The disk is full."_s}; }
    } full;
    m_used = &full;
    const RecordedReport recorded = run();
    QCOMPARE(recorded.report.verdict(), Step::State::Passed);
    QCOMPARE(recorded.historyProblem.message, u"The disk is full."_s);
}

void TestRecordedTest::forgetsWhatAnotherIntegrationPinned()
{
    const QString first = run().report.organizationId;
    const QString instance = m_profile.integration.instance;
    m_profile.id = profile::newProfile(u"Other"_s).id;
    QCOMPARE(pinned(), QString());
    QVERIFY(m_sandbox->setFault(u"organization"_s, u"changed"_s));
    const RecordedReport other = run();
    QCOMPARE(other.report.verdict(), Step::State::Passed);
    QVERIFY(other.report.organizationId != first);
    QVERIFY(!other.lastGreen);
    // The same address written otherwise is the same address.
    m_profile.integration.instance = instance.toUpper() + u'/';
    m_sandbox->clearFaults();
    QCOMPARE(stepOf(run(), Step::Id::Organization).state, Step::State::Failed);
}

void TestRecordedTest::keepsNoSecret()
{
    run();
    QVERIFY(m_sandbox->setFault(u"secret"_s, u"wrong"_s));
    run();
    m_sandbox->clearFaults();
    m_profile.match = {.kind = profile::MatchRule::Kind::Column, .column = u"emailaddress1"_s};
    run();
    m_history.reset(); // everything is in the files now
    QByteArray all;
    const QDir folder(m_folder->path());
    const QFileInfoList files = folder.entryInfoList(QDir::Files);
    for (const QFileInfo &info : files) {
        QFile file(info.filePath());
        QVERIFY(file.open(QIODevice::ReadOnly));
        all += file.readAll();
    }
    QVERIFY(all.contains("AADSTS7000215")); // else nothing was searched
    QVERIFY(!all.contains(m_sandbox->credentials().clientSecret.reveal()));
    QVERIFY(!all.contains(m_sandbox->credentials().didomiSecret.reveal()));
    for (const sandbox::Person &person : sandbox::generatePeople(1, 40)) {
        for (const QString &id : {person.organizationUserId, person.email})
            QVERIFY2(id.isEmpty() || !all.contains(id.toUtf8()), "somebody's id is in the history");
    }
}

QTEST_GUILESS_MAIN(TestRecordedTest)

#include "tst_recordedtest.moc"
