#include "diagnosis/connectiontest.h"

#include "catalogue/entry.h"
#include "core/redactor.h"
#include "diagnosis/check.h"
#include "diagnosis/context.h"
#include "diagnosis/portals.h"

#include <QCoreApplication>
#include <QHash>
#include <QPointer>

#include <algorithm>

namespace diagnosis {

using std::chrono::milliseconds;

namespace {

struct Texts {
    Q_DECLARE_TR_FUNCTIONS(diagnosis::ConnectionTest)
};

/// A step and everything it needs, in order.
QList<Step::Id> withNeeds(Step::Id id)
{
    QList<Step::Id> wanted{id};
    for (qsizetype at = 0; at < wanted.size(); ++at) {
        for (const Step::Id need : needsOf(wanted.at(at))) {
            if (!wanted.contains(need))
                wanted << need;
        }
    }
    QList<Step::Id> ordered = allSteps();
    ordered.removeIf([&wanted](Step::Id one) { return !wanted.contains(one); });
    return ordered;
}

bool isOver(Step::State state)
{
    return state != Step::State::Waiting && state != Step::State::Running;
}

bool isLost(Step::State state)
{
    return state == Step::State::Failed || state == Step::State::NotReached;
}

} // namespace

/// One test while it runs.
class ConnectionTest::Run
{
public:
    Run(ConnectionTest &test, net::Network &network, const TestRequest &request, core::Clock &clock)
        : m_test(test), m_context(network, request, clock)
    {
        const QList<Step::Id> ids = request.only ? withNeeds(*request.only) : stepsOf(request.profile);
        for (const Step::Id id : ids)
            m_report.steps.append(Step{.id = id});
        m_report.startedAt = clock.now();
        m_startedAt = clock.monotonic();
    }

    ~Run() { stopChecks(); }

    /// Starts whatever can be started now.
    void advance();
    void stop();

    const TestReport &report() const { return m_report; }

private:
    int indexOf(Step::Id id) const;
    Step::State stateOf(Step::Id id) const;
    void start(int index);
    void end(int index, const Finding &finding);
    void stopChecks();
    void close();
    milliseconds elapsed() { return m_context.clock().monotonic() - m_startedAt; }

    ConnectionTest &m_test;
    Context m_context;
    TestReport m_report;
    milliseconds m_startedAt{0};
    QHash<int, QPointer<Check>> m_running; ///< By index of the step.
};

int ConnectionTest::Run::indexOf(Step::Id id) const
{
    const auto found =
        std::find_if(m_report.steps.cbegin(), m_report.steps.cend(), [id](const Step &step) { return step.id == id; });
    return found == m_report.steps.cend() ? -1 : int(found - m_report.steps.cbegin());
}

/// A step that is not asked for stands in nobody's way.
Step::State ConnectionTest::Run::stateOf(Step::Id id) const
{
    const int index = indexOf(id);
    return index < 0 ? Step::State::Passed : m_report.steps.at(index).state;
}

void ConnectionTest::Run::advance()
{
    for (int index = 0; index < int(m_report.steps.size()); ++index) {
        if (m_report.steps.at(index).state != Step::State::Waiting)
            continue;
        const Step::Id id = m_report.steps.at(index).id;
        const QList<Step::Id> needs = needsOf(id) + m_context.furtherNeedsOf(id);
        if (std::any_of(needs.cbegin(), needs.cend(), [this](Step::Id need) { return isLost(stateOf(need)); })) {
            m_report.steps[index].state = Step::State::NotReached;
            Q_EMIT m_test.stepChanged(index);
        } else if (std::all_of(needs.cbegin(), needs.cend(), [this](Step::Id need) { return isOver(stateOf(need)); })) {
            start(index);
        }
    }
    const bool isDone = std::all_of(m_report.steps.cbegin(), m_report.steps.cend(),
                                    [](const Step &step) { return isOver(step.state); });
    if (isDone)
        close();
}

void ConnectionTest::Run::start(int index)
{
    Step &step = m_report.steps[index];
    step.startedAfter = elapsed();
    step.state = Step::State::Running;
    Q_EMIT m_test.stepChanged(index);
    if (m_test.isSettled()) // whoever heard it has stopped the test
        return;
    Check *check = startCheck(step.id, m_context, &m_test);
    m_running.insert(index, check);
    check->whenDone(&m_test, [this, index](const core::Result<Finding> &finding) {
        m_running.remove(index);
        end(index, finding ? *finding : Finding::failed(finding.error()));
        if (!m_test.isSettled())
            advance();
    });
}

void ConnectionTest::Run::end(int index, const Finding &finding)
{
    Step &step = m_report.steps[index];
    step.duration = elapsed() - step.startedAfter;
    step.evidence = finding.evidence;
    step.details = finding.details;
    step.problem = finding.problem;
    step.facts = finding.facts;
    if (finding.state == Step::State::Failed || finding.state == Step::State::Warning) {
        const catalogue::Portal portal =
            finding.portal == catalogue::Portal::None ? portalOf(step.id, finding.problem) : finding.portal;
        step.place = catalogue::placeOf(portal, m_context.surroundings(finding.furtherUser));
    }
    step.state = finding.state;
    if (m_context.hasDynamics())
        m_report.instance = m_context.originOf(Host::Instance).toString();
    m_report.organizationId = m_context.whoAmI.organizationId;
    Q_EMIT m_test.stepChanged(index);
}

void ConnectionTest::Run::stopChecks()
{
    for (const QPointer<Check> &check : std::as_const(m_running))
        delete check;
    m_running.clear();
}

void ConnectionTest::Run::stop()
{
    stopChecks();
    m_report.isStopped = true;
    for (int index = 0; index < int(m_report.steps.size()); ++index) {
        Step &step = m_report.steps[index];
        if (isOver(step.state))
            continue;
        if (step.state == Step::State::Running)
            step.duration = elapsed() - step.startedAfter;
        step.evidence = Texts::tr("Stopped.");
        step.state = Step::State::Skipped;
        Q_EMIT m_test.stepChanged(index);
    }
    close();
}

void ConnectionTest::Run::close()
{
    m_report.duration = elapsed();
    m_test.finish(m_report);
}

ConnectionTest::ConnectionTest(net::Network &network, const TestRequest &request, core::Clock &clock, QObject *parent)
    : Job(parent), m_run(std::make_unique<Run>(*this, network, request, clock))
{
    // Later: whoever made this wants to hear of the first step too.
    QMetaObject::invokeMethod(
        this,
        [this] {
            if (!isSettled())
                m_run->advance();
        },
        Qt::QueuedConnection);
}

ConnectionTest::~ConnectionTest() = default;

const QList<Step> &ConnectionTest::steps() const
{
    return m_run->report().steps;
}

void ConnectionTest::cancel()
{
    if (!isSettled())
        m_run->stop();
}

QList<Step::Id> stepsOf(const profile::Profile &profile)
{
    QList<Step::Id> ids = allSteps();
    if (profile.furtherUsers.isEmpty())
        ids.removeIf([](Step::Id id) { return endOf(id) == Step::End::FurtherUsers; });
    return ids;
}

Step::State TestReport::verdict() const
{
    const Step::State worst = verdictOf(steps);
    return isStopped && worst != Step::State::Failed ? Step::State::Skipped : worst;
}

} // namespace diagnosis
