#include "cli/scopearguments.h"

#include "engine/peoplelist.h"

#include <QFileInfo>

namespace cli {

using namespace Qt::StringLiterals;
using core::Error;
using engine::Scope;

namespace {

struct Texts {
    Q_DECLARE_TR_FUNCTIONS(cli::ScopeArguments)
};

constexpr QLatin1StringView wordsForWhom[] = {"everybody"_L1, "person"_L1,         "people"_L1,
                                              "since"_L1,     "since-last-run"_L1, "failed-of"_L1};
constexpr QLatin1StringView otherWords[] = {"column"_L1,     "purpose"_L1,        "choice"_L1,
                                            "regulation"_L1, "only-different"_L1, "from"_L1};

Error usage(const QString &message, const QString &field)
{
    return {.kind = Error::Kind::Invalid, .message = message, .field = field};
}

/// Kind::Invalid unless exactly one of them is set, where --person and --people may go together.
core::Result<Scope::Whom> whomOf(const Arguments &arguments)
{
    QList<Scope::Whom> found;
    if (arguments.isSet(u"everybody"_s))
        found << Scope::Whom::Everybody;
    if (arguments.isSet(u"person"_s) || arguments.isSet(u"people"_s))
        found << Scope::Whom::People;
    if (arguments.isSet(u"since"_s))
        found << Scope::Whom::ChangedSince;
    if (arguments.isSet(u"since-last-run"_s))
        found << Scope::Whom::ChangedSince;
    if (arguments.isSet(u"failed-of"_s))
        found << Scope::Whom::FailedBefore;
    if (found.isEmpty())
        return usage(Texts::tr("Say whom the plan is about: --everybody, --person, --people, --since, "
                               "--since-last-run or --failed-of."),
                     u"whom"_s);
    if (found.size() > 1)
        return usage(Texts::tr("--everybody, --person with --people, --since, --since-last-run and --failed-of exclude "
                               "each other."),
                     u"whom"_s);
    return found.constFirst();
}

core::Result<QStringList> peopleOf(const Arguments &arguments,
                                   const std::function<core::Result<QByteArray>(const QString &path)> &read)
{
    QStringList people;
    const auto single = arguments.values(u"person"_s);
    for (const QString &person : single) {
        if (person.trimmed().isEmpty())
            return usage(Texts::tr("The organization user id is empty."), u"person"_s);
        people << person.trimmed();
    }
    const QString column = arguments.value(u"column"_s);
    const auto lists = arguments.values(u"people"_s);
    for (const QString &path : lists) {
        const auto bytes = read(path);
        if (!bytes)
            return bytes.error();
        const auto listed = engine::readPeopleList(*bytes, column);
        if (!listed)
            return listed.error();
        people += *listed;
    }
    people.removeDuplicates();
    return people;
}

core::Result<core::Nothing> readWhom(const Arguments &arguments, Scope &scope,
                                     const std::function<core::Result<QByteArray>(const QString &path)> &read)
{
    const auto whom = whomOf(arguments);
    if (!whom)
        return whom.error();
    scope.whom = *whom;
    if (scope.whom == Scope::Whom::People) {
        const auto people = peopleOf(arguments, read);
        if (!people)
            return people.error();
        scope.people = *people;
    }
    if (arguments.isSet(u"since"_s)) {
        scope.since = readMoment(arguments.value(u"since"_s));
        if (!scope.since.isValid())
            return usage(Texts::tr("\"%1\" is no date, such as 2026-11-20 or 2026-11-20T10:00:00Z.")
                             .arg(arguments.value(u"since"_s)),
                         u"since"_s);
    }
    if (arguments.isSet(u"failed-of"_s))
        scope.failedIn = QFileInfo(arguments.value(u"failed-of"_s)).absoluteFilePath();
    return core::Nothing{};
}

} // namespace

void addScope(Arguments &arguments)
{
    const auto add = [&arguments](QLatin1StringView name, const QString &text, const QString &value) {
        arguments.addOption(name, text, value);
    };
    arguments.addFlag(u"everybody"_s, Texts::tr("Whom the plan is about: everybody that the source tells of."));
    add("person"_L1, Texts::tr("Or one person, by organization user id. May be given repeatedly."), u"ID"_s);
    add("people"_L1,
        Texts::tr("Or those of a list: one id in each line, or CSV with --column; \"-\" reads standard input."),
        u"FILE"_s);
    add("column"_L1, Texts::tr("The column of --people that holds the ids."), u"NAME"_s);
    add("since"_L1,
        Texts::tr("Or who changed anything since then: \"2026-11-20\" is midnight here, \"2026-11-20T10:00:00Z\" a "
                  "moment."),
        u"DATE"_s);
    arguments.addFlag(u"since-last-run"_s,
                      Texts::tr("Or who changed anything since the plan was made of this integration's last finished "
                                "resync of all."));
    add("failed-of"_L1, Texts::tr("Or whose writes were rejected, invalid or in conflict in the run of this plan."),
        u"PLANFILE"_s);
    add("purpose"_L1,
        Texts::tr("Of these only who made a choice about this purpose of Didomi. May be given repeatedly."), u"ID"_s);
    add("choice"_L1,
        Texts::tr("Of these only who made this choice about one of the purposes, or about any: given or refused."),
        u"CHOICE"_s);
    add("regulation"_L1, Texts::tr("The regulation whose choices count; else that of the integration."), u"NAME"_s);
    arguments.addFlag(u"only-different"_s, Texts::tr("Leave out who needs no write and has no problem."));
    add("from"_L1,
        Texts::tr("Read exports of Didomi instead of asking it: .json, .jsonl, .json.gz or a folder of them. May be "
                  "given repeatedly."),
        u"PATH"_s);
}

bool hasScope(const Arguments &arguments)
{
    const auto isSet = [&arguments](QLatin1StringView word) { return arguments.isSet(word); };
    return std::any_of(std::begin(wordsForWhom), std::end(wordsForWhom), isSet) ||
           std::any_of(std::begin(otherWords), std::end(otherWords), isSet);
}

core::Result<Scope> readScope(const Arguments &arguments,
                              const std::function<core::Result<QByteArray>(const QString &path)> &read)
{
    Scope scope;
    if (const auto whom = readWhom(arguments, scope, read); !whom)
        return whom.error();
    if (arguments.isSet(u"column"_s) && !arguments.isSet(u"people"_s))
        return usage(Texts::tr("--column belongs to --people."), u"column"_s);
    if (arguments.isSet(u"choice"_s)) {
        const QString word = arguments.value(u"choice"_s);
        for (const consent::Choice choice : {consent::Choice::Given, consent::Choice::Refused}) {
            if (word == consent::choiceWord(choice))
                scope.choice = choice;
        }
        if (!scope.choice)
            return usage(Texts::tr("\"%1\" is no choice: given or refused.").arg(word), u"choice"_s);
    }
    scope.purposes = arguments.values(u"purpose"_s);
    if (scope.purposes.contains(QString()))
        return usage(Texts::tr("The purpose's id is empty."), u"purpose"_s);
    scope.regulation = arguments.value(u"regulation"_s);
    scope.onlyDifferent = arguments.isSet(u"only-different"_s);
    const auto files = arguments.values(u"from"_s);
    for (const QString &path : files) {
        if (!QFileInfo::exists(path))
            return usage(Texts::tr("There is no file or folder %1.").arg(path), u"from"_s);
        scope.files << QFileInfo(path).absoluteFilePath();
    }
    return scope;
}

QDateTime readMoment(const QString &text)
{
    if (const QDate day = QDate::fromString(text, Qt::ISODate); day.isValid() && text.size() == 10)
        return day.startOfDay().toUTC();
    return text.contains(u'T') ? QDateTime::fromString(text, Qt::ISODateWithMs).toUTC() : QDateTime();
}

} // namespace cli
