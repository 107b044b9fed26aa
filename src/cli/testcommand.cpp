#include "cli/testcommand.h"

#include "cli/integrationnames.h"

#include <QJsonArray>

#include <algorithm>

namespace cli {

using namespace Qt::StringLiterals;
using diagnosis::Step;

namespace {

constexpr int mostAtOnce = 3;

struct Texts {
    Q_DECLARE_TR_FUNCTIONS(cli::TestCommand)
};

Arguments describe()
{
    Arguments arguments(
        u"test"_s,
        Texts::tr(
            "Checks both ends of integrations. Nothing is written anywhere but into the history of tests here.\n\n"
            "--json prints: verdict, integration, id, started_at, duration_ms, broken_since, changes[{step, "
            "sentence}], steps[{id, end, state, started_after_ms, duration_ms, evidence, details, facts, "
            "problem{code, message, fix, detail, request_id}, place{text, link}}]; of several integrations: "
            "verdict, tests[]. The exit code is by the worst state: a failed step is 8, warnings are 0."));
    arguments.addName(u"name"_s, Texts::tr("Names, ids or profile files; nothing is the only one there is."),
                      u"[NAME…]"_s);
    arguments.addOption(u"integration"_s, Texts::tr("Name or id of an integration."), u"NAME"_s);
    arguments.addOption(u"profile"_s, Texts::tr("Path of a profile file."), u"FILE"_s);
    arguments.addFlag(u"all"_s, Texts::tr("Every integration, three at a time."));
    arguments.addOption(u"step"_s, Texts::tr("Only this step, after those it needs; \"help\" lists them."), u"STEP"_s);
    arguments.addFlag(u"next-secret"_s, Texts::tr("Sign in with the new secret of the second slot."));
    arguments.addFlag(
        u"accept-organization"_s,
        Texts::tr("The environment was replaced on purpose: recognise the one that answers from now on."));
    arguments.addFlag(u"no-history"_s, Texts::tr("Neither look into the history of tests nor write into it."));
    arguments.addFlag(u"junit"_s, Texts::tr("Print JUnit's XML, for build servers."));
    return arguments;
}

} // namespace

TestCommand::TestCommand(Console &console, Environment &environment, QObject *parent)
    : Command(describe(), 1000, console, environment, parent)
{
}

void TestCommand::start()
{
    if (arguments().value(u"step"_s) == u"help") {
        for (const Step::Id id : diagnosis::allSteps())
            out() << diagnosis::stepWord(id).leftJustified(22) << diagnosis::stepName(id) << u'\n';
        return end(ExitCode::Done);
    }
    if (arguments().isSet(u"step"_s)) {
        m_options.only = diagnosis::stepFromWord(arguments().value(u"step"_s));
        if (!m_options.only)
            return failUsage(
                Texts::tr("There is no step \"%1\"; \"--step help\" lists them.").arg(arguments().value(u"step"_s)));
    }
    if (isJson() && arguments().isSet(u"junit"_s))
        return failUsage(Texts::tr("Say --json or --junit, not both."));
    m_options.withNextSecret = arguments().isSet(u"next-secret"_s);
    m_options.acceptsOrganization = arguments().isSet(u"accept-organization"_s);

    QStringList names = arguments().names();
    for (const QString &option : {u"integration"_s, u"profile"_s}) {
        if (arguments().isSet(option))
            names << arguments().value(option);
    }
    store::ProfileStore profiles(environment().paths.integrations(), environment().clock);
    const auto found = findIntegrations(profiles, names, arguments().isSet(u"all"_s));
    if (!found)
        return found.error().field == "usage"_L1 ? failUsage(found.error().message)
                                                 : fail(found.error(), ExitCode::Invalid);
    for (const QString &warning : found->warnings)
        warn(warning);
    for (const profile::Profile &profile : found->profiles) {
        if (m_options.withNextSecret && profile.credential.nextSecret.kind == profile::SecretRef::Kind::None)
            return fail({.kind = core::Error::Kind::Invalid,
                         .message = Texts::tr("The integration %1 has no new secret.").arg(profile.name),
                         .fix = Texts::tr("Enter it first, with: next-secret --set"),
                         .field = u"credential.next_secret"_s});
        if (m_order.contains(profile.id))
            continue;
        m_order << profile.id;
        m_waiting << profile;
    }
    if (!arguments().isSet(u"no-history"_s)) {
        auto history = store::TestHistory::open(environment().paths.testHistory(), environment().clock);
        if (history)
            m_history = std::move(*history);
        else
            warn(history.error().toLine()); // a test without a memory is better than none
    }
    startNext();
}

void TestCommand::startNext()
{
    while (!m_isStopped && !m_waiting.isEmpty() && m_running.size() < mostAtOnce) {
        const profile::Profile profile = m_waiting.takeFirst();
        auto *test = new diagnosis::RecordedTest(environment().network, environment().secrets, m_history.get(), profile,
                                                 m_options, environment().clock, this);
        m_running << test;
        test->whenDone(this, [this, test, profile](const core::Result<diagnosis::RecordedReport> &recorded) {
            m_running.removeOne(test); // not before it was heard: several may be settled by now
            if (recorded)
                m_tested.append({.profile = profile, .recorded = *recorded});
            startNext();
        });
    }
    if (m_running.isEmpty())
        report();
}

void TestCommand::cancel()
{
    if (m_running.isEmpty())
        return Command::cancel();
    m_isStopped = true;
    const auto running = m_running;
    for (diagnosis::RecordedTest *test : running)
        test->cancel(); // reports what is known so far
}

void TestCommand::report()
{
    std::sort(m_tested.begin(), m_tested.end(), [this](const TestedIntegration &one, const TestedIntegration &other) {
        return m_order.indexOf(one.profile.id) < m_order.indexOf(other.profile.id);
    });
    QList<Step> worst;
    for (const TestedIntegration &tested : std::as_const(m_tested)) {
        worst << Step{.state = tested.recorded.report.verdict()};
        if (!tested.recorded.historyProblem.message.isEmpty())
            warn(tested.recorded.historyProblem.toLine());
    }
    const Step::State verdict = diagnosis::verdictOf(worst);
    if (arguments().isSet(u"junit"_s)) {
        out() << QString::fromUtf8(testsAsJUnit(m_tested));
    } else if (isJson() && m_order.size() == 1 && m_tested.size() == 1) {
        printJson(testAsJson(m_tested.constFirst()));
    } else if (isJson()) {
        QJsonArray tests;
        for (const TestedIntegration &tested : std::as_const(m_tested))
            tests << testAsJson(tested);
        printJson({{u"verdict"_s, diagnosis::stateWord(verdict)}, {u"tests"_s, tests}});
    } else {
        for (const TestedIntegration &tested : std::as_const(m_tested)) {
            printTest(out(), tested, m_order.size() > 1, console().isTerminal);
            if (m_order.size() > 1)
                out() << u'\n';
        }
    }
    if (m_isStopped)
        return end(ExitCode::Interrupted);
    end(verdict == Step::State::Failed ? ExitCode::TestFailed : ExitCode::Done);
}

} // namespace cli
