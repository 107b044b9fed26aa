#include "cli/mappingmatchcommand.h"

#include "cli/textout.h"

#include <QJsonArray>

namespace cli {

using namespace Qt::StringLiterals;
using engine::MatchReport;
using Fate = engine::MatchReport::Fate;

namespace {

struct Texts {
    Q_DECLARE_TR_FUNCTIONS(cli::MappingMatchCommand)
};

constexpr auto sampleOption = "sample"_L1;
constexpr auto allOption = "all"_L1;
constexpr auto showIdsOption = "show-ids"_L1;

Arguments describe()
{
    Arguments arguments(
        u"mapping match-report"_s,
        Texts::tr("Looks up a sample of Didomi's users by the integration's match rule and tells how many find one "
                  "row, none or several. Nothing is written.\n\n"
                  "--json prints: users, whole, stopped, masked, shares{one, none, several, no_id, unusable, "
                  "other_regulation}{users, examples[]}, searched_instead{users, examples[]}, unreadable."));
    arguments.addIntegration();
    arguments.addOption(sampleOption, Texts::tr("Look at the first N users; 1000 when it is not said."), u"N"_s);
    arguments.addFlag(allOption, Texts::tr("Look at everybody."));
    arguments.addFlag(showIdsOption, Texts::tr("Print whole ids; else they are masked."));
    return arguments;
}

QJsonObject asJson(const MatchReport::Share &share)
{
    return {{u"users"_s, share.users}, {u"examples"_s, QJsonArray::fromStringList(share.examples)}};
}

QString percent(qint64 part, qint64 whole)
{
    return whole > 0 ? u"%1 %"_s.arg(100.0 * double(part) / double(whole), 0, 'f', 1) : QString();
}

} // namespace

MappingMatchCommand::MappingMatchCommand(Console &console, Environment &environment, QObject *parent)
    : MappingCommand(describe(), 1, console, environment, parent)
{
}

void MappingMatchCommand::start()
{
    if (arguments().isSet(sampleOption) && arguments().isSet(allOption))
        return failUsage(Texts::tr("Say --sample or --all, not both."));
    if (arguments().isSet(sampleOption)) {
        bool isNumber = false;
        m_options.most = arguments().value(sampleOption).toLongLong(&isNumber);
        if (!isNumber || m_options.most < 1)
            return failUsage(Texts::tr("--sample takes a whole number above zero, not \"%1\".")
                                 .arg(arguments().value(sampleOption)));
    }
    if (arguments().isSet(allOption))
        m_options.most = 0;
    m_options.hasMaskedIds = !arguments().isSet(showIdsOption);
    if (const auto found = findProfile())
        askBothEnds(*found);
}

void MappingMatchCommand::useSurroundings()
{
    m_job = new engine::MatchReportJob(link(), surroundings(), m_options, this);
    constexpr qint64 often = 5'000;
    connect(m_job, &core::JobBase::progressed, this, [this](qint64 done, qint64) {
        if (done % often == 0 && !isJson()) {
            err() << Texts::tr("%n user(s) read …", nullptr, int(done)) << u'\n';
            err().flush();
        }
    });
    m_job->whenDone(this, [this](const core::Result<MatchReport> &found) {
        if (m_isStopped && !found)
            report(m_job->soFar(), ExitCode::Interrupted);
        else if (found)
            report(*found, ExitCode::Done);
        else
            fail(found.error());
    });
}

void MappingMatchCommand::cancel()
{
    if (!m_job)
        return MappingCommand::cancel();
    m_isStopped = true;
    m_job->cancel();
}

void MappingMatchCommand::report(const MatchReport &report, ExitCode code)
{
    if (isJson()) {
        QJsonObject shares;
        for (const Fate fate : MatchReport::fates())
            shares.insert(engine::fateWord(fate), asJson(report.share(fate)));
        printJson({{u"users"_s, report.users},
                   {u"whole"_s, report.isWhole},
                   {u"stopped"_s, code == ExitCode::Interrupted},
                   {u"masked"_s, m_options.hasMaskedIds},
                   {u"shares"_s, shares},
                   {u"searched_instead"_s, asJson(report.searchedInstead)},
                   {u"unreadable"_s, report.unreadable}});
        return end(code);
    }
    out() << (report.isWhole ? Texts::tr("All of Didomi's users were looked at: %n.", nullptr, int(report.users))
                             : Texts::tr("The first %n of Didomi's users were looked at.", nullptr, int(report.users)))
          << u"\n\n"_s;
    TextTable table({Texts::tr("Finds"), Texts::tr("Users"), Texts::tr("Share"), Texts::tr("Examples")});
    for (const Fate fate : MatchReport::fates()) {
        const MatchReport::Share &share = report.share(fate);
        table.add({engine::fateText(fate), QString::number(share.users), percent(share.users, report.users),
                   share.examples.join(u", "_s)});
    }
    table.print(out());
    out() << u'\n';
    for (const Fate fate : MatchReport::fates()) {
        if (report.share(fate).users > 0 && !engine::fateAdvice(fate).isEmpty())
            out() << engine::fateText(fate) << u": "_s << engine::fateAdvice(fate) << u'\n';
    }
    if (report.searchedInstead.users > 0)
        out() << Texts::tr("%n id(s) hold characters that a key's address cannot hold (%1): their rows are searched "
                           "for, which takes a request more.",
                           nullptr, int(report.searchedInstead.users))
                     .arg(printable(report.searchedInstead.examples.join(u", "_s)))
              << u'\n';
    if (report.unreadable > 0)
        warn(Texts::tr("%n user(s) of Didomi could not be read. The first: %1", nullptr, int(report.unreadable))
                 .arg(printable(report.firstUnreadable)));
    end(code);
}

} // namespace cli
