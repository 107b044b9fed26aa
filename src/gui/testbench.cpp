#include "gui/testbench.h"

#include "gui/session.h"
#include "models/age.h"
#include "profile/instance.h"

namespace gui {

using namespace Qt::StringLiterals;
using core::Result;
using diagnosis::RecordedReport;
using diagnosis::Step;
using models::Sign;

namespace {

constexpr int recentTests = 20; ///< How far back a whole test is looked for, among single steps that were run again.

/// The last calls of one integration: those of others are none of its support's business.
QList<net::Call> callsOf(const profile::Profile &profile, const QList<net::Call> &all)
{
    constexpr qsizetype mostCalls = 50;
    const auto instance = profile::normaliseInstance(profile.integration.instance);
    const auto didomi = profile::normaliseDidomiUrl(profile.didomi.apiUrl);
    const auto isOurs = [&](const QString &address) {
        const QUrl url(address);
        if (instance && url.authority() == instance->url.authority())
            return true;
        if (didomi && url.authority() == didomi->authority())
            return !address.contains(u"organization_id="_s) ||
                   address.contains(profile.didomi.organizationId.trimmed());
        return address.contains(profile.integration.tenantId.trimmed(), Qt::CaseInsensitive); // the sign-in's
    };
    QList<net::Call> ours;
    for (const net::Call &call : all) {
        if (isOurs(call.url))
            ours += call;
    }
    return ours.mid(qMax<qsizetype>(0, ours.size() - mostCalls));
}

Sign signOfWord(const QString &word)
{
    const auto state = diagnosis::stateFromWord(word);
    return state ? models::signOf(*state) : Sign::Waiting;
}

} // namespace

Standing Standing::of(Services &services, const QString &profileId)
{
    const auto history = services.testHistory();
    if (!history)
        return {};
    for (const int many : {1, recentTests}) { // the newest one mostly is a whole one
        const auto tests = (*history)->tests(profileId, many);
        if (!tests)
            return {};
        for (const store::TestRecord &test : *tests) {
            if (test.isWhole)
                return {.sign = signOfWord(test.verdict), .at = test.startedAt};
        }
    }
    return {};
}

QString Standing::text(const QDateTime &now) const
{
    if (!at.isValid())
        return TestBench::tr("Not tested yet");
    const QString age = models::ageText(at, now);
    switch (sign) {
    case Sign::Passed:
        return TestBench::tr("Passed · %1").arg(age);
    case Sign::Warning:
        return TestBench::tr("Passed with warnings · %1").arg(age);
    case Sign::Failed:
        return TestBench::tr("Failed · %1").arg(age);
    case Sign::None:
    case Sign::NotReached:
    case Sign::Skipped:
    case Sign::Running:
    case Sign::Waiting:
    case Sign::Planned:
        break;
    }
    return TestBench::tr("Test stopped · %1").arg(age);
}

TestBench::TestBench(Session &session) : m_session(session), m_services(session.services())
{
    m_standing = Standing::of(m_services, session.id());
}

TestBench::~TestBench() = default;

store::TestHistory *TestBench::history() const
{
    return m_services.testHistory().valueOr(nullptr);
}

const Step *TestBench::step(Step::Id id) const
{
    for (const Step &one : m_steps) {
        if (one.id == id)
            return &one;
    }
    return nullptr;
}

QString TestBench::standingText() const
{
    return m_standing.text(m_services.clock().now());
}

diagnosis::SupportBundle TestBench::bundle() const
{
    const auto &keychain = m_session.keychain();
    diagnosis::SupportBundle bundle{.profile = m_session.draft(),
                                    .calls = callsOf(m_session.draft(), m_services.network().log().calls()),
                                    .keychainName = keychain ? keychain->name : QString(),
                                    .madeAt = m_services.clock().now()};
    if (m_last) {
        bundle.report = m_last->report;
        bundle.report->steps = m_steps; // with those that were tested again alone
        bundle.lastGreen = m_last->lastGreen;
        bundle.brokenSince = m_last->brokenSince;
    }
    return bundle;
}

void TestBench::start(const TestWish &wish)
{
    if (isRunning())
        return;
    m_isWanted = true;
    m_wish = wish;
    Q_EMIT stepsChanged();
    m_session.findSecrets([this](const Result<bridge::FoundSecrets> &secrets) { run(secrets); });
}

void TestBench::run(const Result<bridge::FoundSecrets> &secrets)
{
    m_isWanted = false;
    if (!secrets) // cancelled
        return Q_EMIT stepsChanged();
    m_tested = m_session.draft();
    m_isTrial = m_session.isDirty() || !m_rehearsed.isEmpty();
    const diagnosis::RecordedOptions options{.only = m_wish.only,
                                             .withNextSecret = m_wish.withNextSecret,
                                             .acceptsOrganization = m_wish.acceptsOrganization,
                                             .isTrial = m_isTrial,
                                             .secrets = *secrets};
    m_test = new diagnosis::RecordedTest(m_services.network(), m_services.secrets(), history(), m_tested, options,
                                         m_services.clock(), m_session.jobs());
    if (!m_wish.only)
        m_steps = m_test->steps();
    connect(m_test, &diagnosis::RecordedTest::stepChanged, this, [this](int index) {
        const QList<Step> steps = m_test ? m_test->steps() : QList<Step>();
        if (index >= 0 && index < steps.size())
            take(steps.at(index));
    });
    m_test->whenDone(this, [this](const Result<RecordedReport> &result) { finish(result); });
    m_session.watch(m_test, tr("Testing the connection"));
    Q_EMIT stepsChanged();
}

/// A step of a running test. One that waits only because something else is tested alone tells nothing new.
void TestBench::take(const Step &step)
{
    if (m_wish.only && step.state == Step::State::Waiting)
        return;
    for (Step &known : m_steps) {
        if (known.id != step.id)
            continue;
        const auto before = known.startedAfter;
        known = step;
        if (m_wish.only)
            known.startedAfter = before; // it keeps its place among the others
        Q_EMIT stepChanged(step.id);
        return;
    }
    m_steps += step;
    Q_EMIT stepsChanged();
}

void TestBench::finish(const Result<RecordedReport> &result)
{
    m_test = nullptr;
    if (!result)
        return Q_EMIT stepsChanged();
    m_last = *result;
    const diagnosis::TestReport &report = m_last->report;
    for (const Step &step : report.steps)
        take(step);
    m_session.report(m_last->historyProblem);
    const bool isReal = m_rehearsed.isEmpty() && !m_wish.withNextSecret;
    if (!m_wish.only && isReal) {
        m_trial.reset();
        if (m_isTrial && !report.isStopped)
            m_trial = Trial{.profile = m_tested, .report = report, .acceptsOrganization = m_wish.acceptsOrganization};
        if (!report.isStopped) { // half a test changes no verdict
            m_standing = {.sign = models::signOf(report.verdict()), .at = report.startedAt};
            Q_EMIT standingChanged();
        }
    }
    Q_EMIT stepsChanged();
    // Both ends answer: what they have is wanted next, for the pickers.
    const Step::State verdict = report.verdict();
    const bool isGood = verdict == Step::State::Passed || verdict == Step::State::Warning;
    if (isGood && isReal && m_session.areRemembered() && !m_session.isLoading())
        m_session.load();
}

void TestBench::cancel()
{
    if (m_test)
        m_test->cancel();
    else if (m_isWanted)
        m_session.cancel();
}

void TestBench::saved(const profile::Profile &asked)
{
    if (!m_trial || m_trial->profile != asked)
        return;
    if (store::TestHistory *kept = history()) {
        const auto written = diagnosis::writeDown(*kept, asked.id, m_trial->report, true, m_trial->acceptsOrganization);
        if (!written)
            m_session.report(written.error());
    }
    m_trial.reset();
}

QList<PracticeGround::Rehearsal> TestBench::rehearsals() const
{
    return m_session.isPractice() ? m_services.practice().rehearsals() : QList<PracticeGround::Rehearsal>();
}

void TestBench::rehearse(const QString &id)
{
    if (!m_session.isPractice() || isRunning())
        return;
    const Result<profile::Profile> edited = m_services.practice().rehearse(id);
    if (!edited)
        return m_session.report(edited.error());
    if (m_rehearsed.isEmpty())
        m_session.revert(); // what is rehearsed is not mixed with what was being tried
    m_rehearsed = id;
    m_session.setDraft(*edited);
    Q_EMIT rehearsalChanged();
    start();
}

void TestBench::endRehearsal()
{
    if (m_rehearsed.isEmpty())
        return;
    cancel();
    if (const auto real = m_services.practice().rehearse({}); !real)
        m_session.report(real.error());
    m_rehearsed.clear();
    m_session.revert();
    m_steps.clear(); // they are about what was never so
    m_last.reset();
    Q_EMIT rehearsalChanged();
    Q_EMIT stepsChanged();
}

} // namespace gui
