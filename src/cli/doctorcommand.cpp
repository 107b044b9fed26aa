#include "cli/doctorcommand.h"

#include "diagnosis/supportbundle.h"

#include <QSaveFile>

namespace cli {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype mostCalls = 60;

struct Texts {
    Q_DECLARE_TR_FUNCTIONS(cli::DoctorCommand)
};

Arguments describe()
{
    Arguments arguments(
        u"doctor"_s,
        Texts::tr(
            "Tests an integration and prints what a support desk needs: versions, settings, every step with its "
            "request ids, what changed, the last calls. No secret is in it, and people's addresses are masked.\n\n"
            "--json prints: versions, integration, report, changes[], broken_since, last_good_test, calls[]."));
    arguments.addIntegration();
    arguments.addOption(u"output"_s, Texts::tr("Write it into a file instead."), u"FILE"_s);
    return arguments;
}

} // namespace

DoctorCommand::DoctorCommand(Console &console, Environment &environment, QObject *parent)
    : IntegrationCommand(describe(), 1, console, environment, parent)
{
}

void DoctorCommand::start()
{
    const auto profile = findProfile();
    if (!profile)
        return;
    auto history = store::TestHistory::open(environment().paths.testHistory(), environment().clock);
    if (history)
        m_history = std::move(*history);
    else
        warn(history.error().toLine());
    m_test = new diagnosis::RecordedTest(environment().network, environment().secrets, m_history.get(), *profile, {},
                                         environment().clock, this);
    m_test->whenDone(this, [this, profile = *profile](const core::Result<diagnosis::RecordedReport> &recorded) {
        m_test = nullptr;
        if (recorded)
            report(profile, *recorded);
        else
            fail(recorded.error());
    });
}

void DoctorCommand::cancel()
{
    if (m_test)
        m_test->cancel();
    else
        IntegrationCommand::cancel();
}

void DoctorCommand::report(const profile::Profile &profile, const diagnosis::RecordedReport &recorded)
{
    const QList<net::Call> calls = environment().network.log().calls();
    const diagnosis::SupportBundle bundle{.profile = profile,
                                          .report = recorded.report,
                                          .lastGreen = recorded.lastGreen,
                                          .brokenSince = recorded.brokenSince,
                                          .calls = calls.mid(qMax<qsizetype>(0, calls.size() - mostCalls)),
                                          .madeAt = environment().clock.now()};
    const QByteArray text = isJson() ? diagnosis::asJson(bundle) : diagnosis::asText(bundle).toUtf8();
    if (const QString path = arguments().value(u"output"_s); !path.isEmpty()) {
        QSaveFile file(path);
        if (!file.open(QIODevice::WriteOnly) || file.write(text) != text.size() || !file.flush() || !file.commit())
            return fail({.kind = core::Error::Kind::Storage,
                         .message = Texts::tr("The file %1 cannot be written: %2.").arg(path, file.errorString()),
                         .fix = Texts::tr("Choose a folder that exists and that you may write to.")});
    } else {
        out() << QString::fromUtf8(text);
    }
    if (recorded.report.isStopped)
        return end(ExitCode::Interrupted);
    end(recorded.report.verdict() == diagnosis::Step::State::Failed ? ExitCode::TestFailed : ExitCode::Done);
}

} // namespace cli
