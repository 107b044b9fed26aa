#include "cli/expirycommand.h"

#include "cli/textout.h"
#include "diagnosis/expiry.h"
#include "store/profilestore.h"

#include <QJsonArray>
#include <QLocale>
#include <QSaveFile>

#include <algorithm>

namespace cli {

using namespace Qt::StringLiterals;
using diagnosis::Expiry;

namespace {

struct Texts {
    Q_DECLARE_TR_FUNCTIONS(cli::ExpiryCommand)
};

Arguments describe()
{
    Arguments arguments(
        u"expiry"_s,
        Texts::tr(
            "Lists when the secrets and certificates of all integrations end, soonest first. Dates of secrets are "
            "those that were entered; nobody else tells them.\n\n"
            "The exit code is 8 when something is over or ends within seven days.\n\n"
            "--json prints: expiries[{integration, id, what, client_id, on, days_left, problem}]."));
    arguments.addOption(u"ics"_s, Texts::tr("Also write a calendar file, with reminders 60, 30 and 7 days before."),
                        u"FILE"_s);
    return arguments;
}

QString daysText(const Expiry &expiry, QDate today)
{
    if (!expiry.on.isValid())
        return Texts::tr("cannot be read");
    const qint64 left = expiry.daysLeft(today);
    return left < 0 ? Texts::tr("over") : Texts::tr("%n day(s)", nullptr, int(left));
}

} // namespace

ExpiryCommand::ExpiryCommand(Console &console, Environment &environment, QObject *parent)
    : Command(describe(), 0, console, environment, parent)
{
}

void ExpiryCommand::start()
{
    store::ProfileStore store(environment().paths.integrations(), environment().clock);
    QList<profile::Profile> profiles;
    for (const store::StoredProfile &stored : store.list()) {
        if (stored.profile)
            profiles << *stored.profile;
        else
            warn(stored.problem.toLine());
    }
    const QList<Expiry> expiries = diagnosis::expiriesOf(profiles);
    const QDate today = environment().clock.now().toLocalTime().date();
    if (arguments().isSet(u"ics"_s)) {
        QSaveFile file(arguments().value(u"ics"_s));
        const QByteArray text = diagnosis::asCalendar(expiries, environment().clock.now());
        if (!file.open(QIODevice::WriteOnly) || file.write(text) != text.size() || !file.flush() || !file.commit())
            return fail({.kind = core::Error::Kind::Storage,
                         .message = Texts::tr("The file %1 cannot be written: %2.")
                                        .arg(arguments().value(u"ics"_s), file.errorString()),
                         .fix = Texts::tr("Choose a folder that exists and that you may write to.")});
    }
    if (isJson()) {
        QJsonArray list;
        for (const Expiry &expiry : expiries)
            list << QJsonObject{
                {u"integration"_s, expiry.integration},
                {u"id"_s, expiry.profileId},
                {u"what"_s, diagnosis::whatText(expiry)},
                {u"client_id"_s, expiry.clientId},
                {u"on"_s, expiry.on.isValid() ? QJsonValue(expiry.on.toString(Qt::ISODate)) : QJsonValue::Null},
                {u"days_left"_s, expiry.on.isValid() ? QJsonValue(expiry.daysLeft(today)) : QJsonValue::Null},
                {u"problem"_s, expiry.problem.message}};
        printJson({{u"expiries"_s, list}});
    } else if (expiries.isEmpty()) {
        out() << Texts::tr("Nothing ends on a day that is known here. Enter the dates that Entra ID shows beside the "
                           "secrets.")
              << u'\n';
    } else {
        TextTable table({Texts::tr("Integration"), Texts::tr("What"), Texts::tr("Ends on"), Texts::tr("Left")});
        for (const Expiry &expiry : expiries)
            table.add({printable(expiry.integration), diagnosis::whatText(expiry), expiry.on.toString(Qt::ISODate),
                       daysText(expiry, today)});
        table.print(out());
        for (const Expiry &expiry : expiries) {
            if (!expiry.on.isValid())
                warn(diagnosis::sentenceOf(expiry, today));
        }
    }
    const bool isUrgent = std::any_of(expiries.cbegin(), expiries.cend(), [today](const Expiry &expiry) {
        return expiry.urgency(today) >= Expiry::Urgency::Days7;
    });
    end(isUrgent ? ExitCode::TestFailed : ExitCode::Done);
}

} // namespace cli
