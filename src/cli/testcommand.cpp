#include "cli/testcommand.h"

#include "cli/textout.h"
#include "core/redactor.h"
#include "diagnosis/connectiontest.h"

#include <QJsonArray>

namespace cli {

using namespace Qt::StringLiterals;
using diagnosis::Step;

namespace {

struct Texts {
    Q_DECLARE_TR_FUNCTIONS(cli::TestCommand)
};

Arguments describe()
{
    Arguments arguments(u"test"_s,
                        Texts::tr("Checks both ends of an integration. Nothing is written anywhere.\n\n"
                                  "--json prints: verdict, integration, steps[{id, state, duration_ms, evidence, "
                                  "problem{code, message, fix, detail, request_id, place}}]."));
    arguments.addIntegration();
    return arguments;
}

bool hasProblem(const Step &step)
{
    return step.state == Step::State::Failed || step.state == Step::State::Warning;
}

QJsonObject asJson(const Step &step)
{
    QJsonObject document{
        {u"id"_s, diagnosis::stepWord(step.id)},
        {u"state"_s, diagnosis::stateWord(step.state)},
        {u"duration_ms"_s, qint64(step.duration.count())},
        {u"evidence"_s, step.evidence},
        {u"problem"_s, QJsonValue::Null},
    };
    if (hasProblem(step)) {
        QJsonObject problem = errorAsJson(step.problem);
        problem.insert(u"place"_s, step.place);
        document.insert(u"problem"_s, problem);
    }
    return document;
}

Colour colourOf(Step::State state)
{
    switch (state) {
    case Step::State::Passed:
        return Colour::Green;
    case Step::State::Warning:
        return Colour::Yellow;
    case Step::State::Failed:
        return Colour::Red;
    case Step::State::Waiting:
    case Step::State::Running:
    case Step::State::NotReached:
    case Step::State::Skipped:
        return Colour::Dim;
    }
    return Colour::Dim;
}

} // namespace

TestCommand::TestCommand(Console &console, Environment &environment, QObject *parent)
    : IntegrationCommand(describe(), 1, console, environment, parent)
{
}

void TestCommand::start()
{
    const auto profile = findProfile();
    if (!profile)
        return;
    m_name = profile->name;
    readSecrets(*profile, [this, profile = *profile](const bridge::Secrets &secrets) { check(profile, secrets); });
}

void TestCommand::check(const profile::Profile &profile, const bridge::Secrets &secrets)
{
    auto *test = new diagnosis::ConnectionTest(environment().network, profile, secrets, environment().clock, this);
    m_test = test;
    test->whenDone(this, [this](const core::Result<QList<Step>> &steps) {
        m_test = nullptr;
        if (steps)
            report(*steps);
        else
            fail(steps.error());
    });
}

void TestCommand::cancel()
{
    if (!m_test)
        return IntegrationCommand::cancel();
    m_isStopped = true;
    m_test->cancel(); // reports what is known so far
}

void TestCommand::report(const QList<Step> &steps)
{
    const Step::State verdict = diagnosis::verdictOf(steps);
    if (isJson()) {
        QJsonArray documents;
        for (const Step &step : steps)
            documents << asJson(step);
        printJson({{u"verdict"_s, diagnosis::stateWord(verdict)}, {u"integration"_s, m_name}, {u"steps"_s, documents}});
    } else {
        for (const Step &step : steps)
            print(step);
        out() << u'\n' << Texts::tr("Verdict: %1").arg(diagnosis::stateText(verdict)) << u'\n';
    }
    if (m_isStopped)
        return end(ExitCode::Interrupted);
    end(verdict == Step::State::Failed ? ExitCode::TestFailed : ExitCode::Done);
}

void TestCommand::print(const Step &step)
{
    constexpr int stateWidth = 12;
    constexpr int nameWidth = 38;
    constexpr int timeWidth = 9;
    const bool wasRun = step.state == Step::State::Passed || hasProblem(step);
    const QString time = wasRun ? Texts::tr("%1 ms").arg(step.duration.count()) : QString();
    out() << coloured(diagnosis::stateText(step.state).leftJustified(stateWidth), colourOf(step.state),
                      console().isTerminal)
          << diagnosis::stepName(step.id).leftJustified(nameWidth) << time.rightJustified(timeWidth) << u"  "_s
          << printable(step.evidence) << u'\n';
    if (!hasProblem(step))
        return;
    Facts facts;
    const QString indent = u"    "_s;
    if (step.problem.message != step.evidence)
        facts.add(indent + Texts::tr("Cause"), step.problem.message);
    facts.add(indent + Texts::tr("Fix"), step.problem.fix);
    facts.add(indent + Texts::tr("Where"), step.place);
    facts.add(indent + Texts::tr("Code"), step.problem.code);
    facts.add(indent + Texts::tr("Details"), core::redactor::redacted(step.problem.detail));
    facts.add(indent + Texts::tr("Request id"), step.problem.requestId);
    facts.print(out());
}

} // namespace cli
