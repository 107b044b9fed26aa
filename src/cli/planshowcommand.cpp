#include "cli/planshowcommand.h"

#include "cli/textout.h"
#include "store/runjournal.h"
#include "store/runpages.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QLocale>

namespace cli {

using namespace Qt::StringLiterals;
using core::Error;
using store::RunFilter;
using store::RunItem;
using store::RunState;
using store::RunWrite;

namespace {

struct Texts {
    Q_DECLARE_TR_FUNCTIONS(cli::PlanShowCommand)
};

constexpr qint64 standardLimit = 20;
constexpr int pageSize = 500;

Arguments describe(void (*addFile)(Arguments &))
{
    Arguments arguments(
        u"plan show"_s,
        Texts::tr(
            "Shows what a plan would do: how many people end how, who becomes contactable, and why others are "
            "left out. With --items, person by person, the cells before and after.\n\n"
            "--outcome, --effect, --reason, --ticked and --person say which people: those that are listed, or "
            "that --tick-all and --untick-all are about.\n\n"
            "--json prints a line for each person of --items: id, person, outcome, reason, effects, ticked, ended, "
            "event_time, rows[{table, row_id, row_name, action, reason, cells{column{before, after}}}]; and a "
            "last line: result, file, head{}, items, writes, rows, outcomes{}, effects{permits, forbids, "
            "creates, lacks_required, warnings}, reasons[], counts{}, changed."));
    addFile(arguments);
    arguments.addFlag(u"items"_s, Texts::tr("List people."));
    arguments.addOption(u"limit"_s, Texts::tr("How many of them; 0 for all. Else %1.").arg(standardLimit), u"N"_s);
    arguments.addOption(u"outcome"_s,
                        Texts::tr("Only people of this outcome: create, update, unchanged, skipped, invalid, conflict. "
                                  "May be given repeatedly."),
                        u"OUTCOME"_s);
    arguments.addOption(
        u"effect"_s,
        Texts::tr("Only people for whom this is so: permits, forbids, creates, lacks_required, warning. "
                  "May be given repeatedly: all of these."),
        u"EFFECT"_s);
    arguments.addOption(u"reason"_s, Texts::tr("Only people with the reason of this number."), u"NUMBER"_s);
    arguments.addOption(u"ticked"_s, Texts::tr("Only people who are taken into the run, or who are not: yes or no."),
                        u"YES"_s);
    arguments.addOption(u"person"_s, Texts::tr("Only people whose id contains this."), u"TEXT"_s);
    arguments.addOption(u"tick"_s, Texts::tr("Take this person into the run. May be given repeatedly."), u"ID"_s);
    arguments.addOption(u"untick"_s, Texts::tr("Leave this person out of it. May be given repeatedly."), u"ID"_s);
    arguments.addFlag(u"tick-all"_s, Texts::tr("Take all people into the run, or all that the other options name."));
    arguments.addFlag(u"untick-all"_s, Texts::tr("Leave all people out of it, or all that the other options name."));
    return arguments;
}

QJsonValue jsonOf(const QByteArray &object, const QString &member)
{
    const QJsonValue value = QJsonDocument::fromJson(object).object().value(member);
    return value.isUndefined() ? QJsonValue(QJsonValue::Null) : value;
}

/// Of a row that is written; members without those that only name other rows' sets.
QStringList cellsOf(const RunWrite &write)
{
    return QJsonDocument::fromJson(write.after).object().keys();
}

/// The value of before under the member's name, or under its column's where the member binds another row.
QJsonValue beforeOf(const RunWrite &write, const QString &member)
{
    const QString column = member.section(u'@', 0, 0);
    const QJsonObject before = QJsonDocument::fromJson(write.before).object();
    for (const QString &name : {member, column, u"_%1_value"_s.arg(column)}) {
        if (before.contains(name))
            return before.value(name);
    }
    return QJsonValue::Null;
}

QString shown(const QJsonValue &value)
{
    if (value.isNull() || value.isUndefined())
        return Texts::tr("(empty)");
    if (value.isString())
        return value.toString();
    const QByteArray array = QJsonDocument(QJsonArray{value}).toJson(QJsonDocument::Compact);
    return QString::fromUtf8(array.sliced(1, array.size() - 2));
}

QString actionWord(RunWrite::Action action)
{
    switch (action) {
    case RunWrite::Action::None:
        return u"none"_s;
    case RunWrite::Action::Update:
        return u"update"_s;
    case RunWrite::Action::Create:
        return u"create"_s;
    }
    return {};
}

QJsonObject asJson(const store::RunHead &head)
{
    return {
        {u"integration"_s, head.profileName},
        {u"integration_id"_s, head.profileId},
        {u"host"_s, head.host},
        {u"table"_s, head.table},
        {u"mode"_s, head.mode},
        {u"regulation"_s, head.regulation},
        {u"made_at"_s, head.madeAt.toUTC().toString(Qt::ISODate)},
        {u"source"_s, head.source},
        {u"scope"_s, QJsonDocument::fromJson(head.scope).object()},
        {u"kind"_s, head.kind},
    };
}

} // namespace

QJsonObject asJson(const RunItem &item)
{
    QJsonArray rows;
    for (const RunWrite &write : item.writes) {
        QJsonObject cells;
        const auto members = cellsOf(write);
        for (const QString &member : members)
            cells.insert(
                member, QJsonObject{{u"before"_s, beforeOf(write, member)}, {u"after"_s, jsonOf(write.after, member)}});
        rows << QJsonObject{{u"table"_s, write.table},      {u"row_id"_s, write.rowId},
                            {u"row_name"_s, write.rowName}, {u"action"_s, actionWord(write.action)},
                            {u"reason"_s, write.reason},    {u"cells"_s, cells}};
    }
    return {
        {u"id"_s, item.id},
        {u"person"_s, item.person},
        {u"outcome"_s, store::plannedWord(item.planned)},
        {u"reason"_s, item.reason},
        {u"effects"_s, QJsonArray::fromStringList(effectWords(item.effects))},
        {u"ticked"_s, item.isTicked},
        {u"ended"_s, item.ended ? QJsonValue(store::outcomeWord(*item.ended)) : QJsonValue(QJsonValue::Null)},
        {u"event_time"_s, item.eventTime.isValid() ? item.eventTime.toUTC().toString(Qt::ISODateWithMs) : QString()},
        {u"rows"_s, rows},
    };
}

void printItemText(const RunItem &item, QTextStream &out)
{
    QString line = printable(item.person.isEmpty() ? Texts::tr("(no id)") : item.person) + u"  "_s +
                   (item.ended ? store::outcomeText(*item.ended) : store::plannedText(item.planned));
    if (!item.isTicked)
        line += u", "_s + Texts::tr("not ticked");
    if (!item.reason.isEmpty())
        line += u": "_s + printable(item.reason);
    out << line << u'\n';
    for (const RunWrite &write : item.writes) {
        out << u"  "_s << printable(write.table) << u' '
            << printable(write.rowName.isEmpty() ? write.rowId : write.rowName) << u'\n';
        const auto members = cellsOf(write);
        for (const QString &member : members)
            out << u"    "_s
                << printable(Texts::tr("%1: %2 \u2192 %3")
                                 .arg(member, shown(beforeOf(write, member)), shown(jsonOf(write.after, member))))
                << u'\n';
    }
}

PlanShowCommand::PlanShowCommand(Console &console, Environment &environment, QObject *parent)
    : PlanFileCommand(describe(&PlanFileCommand::addFile), console, environment, parent)
{
}

void PlanShowCommand::useFile()
{
    if (!readFilter() || !tick())
        return;
    if (arguments().isSet(u"items"_s) && !listItems())
        return;
    showWhole();
}

/// False when the command has been ended with a message.
bool PlanShowCommand::readFilter()
{
    const auto refuse = [this](const QString &why) {
        failUsage(why);
        return false;
    };
    const auto outcomes = arguments().values(u"outcome"_s);
    for (const QString &word : outcomes) {
        const auto planned = store::plannedFromWord(word);
        if (!planned)
            return refuse(Texts::tr("\"%1\" is no outcome of a plan: create, update, unchanged, skipped, invalid or "
                                    "conflict.")
                              .arg(word));
        m_filter.planned << *planned;
    }
    const auto effects = arguments().values(u"effect"_s);
    for (const QString &word : effects) {
        const auto effect = effectFromWord(word);
        if (!effect)
            return refuse(
                Texts::tr("\"%1\" is no effect: permits, forbids, creates, lacks_required or warning.").arg(word));
        m_filter.effects |= *effect;
    }
    bool isNumber = true;
    if (arguments().isSet(u"reason"_s)) {
        m_filter.reason = arguments().value(u"reason"_s).toLongLong(&isNumber);
        if (!isNumber)
            return refuse(Texts::tr("--reason needs the number of a reason."));
    }
    if (arguments().isSet(u"ticked"_s)) {
        const QString word = arguments().value(u"ticked"_s);
        if (word != "yes"_L1 && word != "no"_L1)
            return refuse(Texts::tr("--ticked is yes or no."));
        m_filter.isTicked = word == "yes"_L1;
    }
    m_filter.person = arguments().value(u"person"_s);
    m_isFiltered = m_filter != RunFilter();
    m_limit = arguments().isSet(u"limit"_s) ? arguments().value(u"limit"_s).toLongLong(&isNumber) : standardLimit;
    if (!isNumber || m_limit < 0)
        return refuse(Texts::tr("--limit needs a number."));
    if (arguments().isSet(u"tick-all"_s) && arguments().isSet(u"untick-all"_s))
        return refuse(Texts::tr("--tick-all and --untick-all exclude each other."));
    const bool isUsed =
        arguments().isSet(u"items"_s) || arguments().isSet(u"tick-all"_s) || arguments().isSet(u"untick-all"_s);
    if (m_isFiltered && !isUsed)
        return refuse(Texts::tr("Say what to do with these people: --items, --tick-all or --untick-all."));
    return true;
}

bool PlanShowCommand::tickPeople(const QString &option, bool on)
{
    const auto people = arguments().values(option);
    for (const QString &person : people) {
        const auto item = file().itemOf(person);
        if (!item) {
            fail(item.error());
            return false;
        }
        if (!*item) {
            fail({.kind = Error::Kind::NotFound,
                  .message = Texts::tr("The plan is not about \"%1\".").arg(person),
                  .field = option},
                 ExitCode::Invalid);
            return false;
        }
        const auto changed = file().setTicked((*item)->id, on);
        if (!changed) {
            decline(changed.error());
            return false;
        }
        m_changed += *changed;
    }
    return true;
}

/// All of them before single people, so that both may be said at once. False when the command has been ended.
bool PlanShowCommand::tick()
{
    for (const bool on : {true, false}) {
        if (!arguments().isSet(on ? u"tick-all"_s : u"untick-all"_s))
            continue;
        const auto changed = file().setTicked(m_filter, on);
        if (!changed) {
            decline(changed.error());
            return false;
        }
        m_changed += *changed;
    }
    return tickPeople(u"tick"_s, true) && tickPeople(u"untick"_s, false);
}

bool PlanShowCommand::listItems()
{
    if (!m_filter.person.isEmpty()) {
        if (const auto indexed = file().indexPeople(); !indexed) {
            fail(indexed.error());
            return false;
        }
    }
    store::RunPages pages(file(), m_filter);
    const auto all = pages.count();
    if (!all) {
        fail(all.error());
        return false;
    }
    const qint64 wanted = m_limit == 0 ? *all : std::min(*all, m_limit);
    for (qint64 first = 0; first < wanted;) {
        const auto page = pages.page(first, int(std::min<qint64>(pageSize, wanted - first)));
        if (!page || page->isEmpty()) {
            if (!page)
                fail(page.error());
            return bool(page);
        }
        for (const RunItem &one : *page) {
            const auto item = file().item(one.id);
            if (!item) {
                fail(item.error());
                return false;
            }
            RunItem whole = *item;
            whole.ended = one.ended;
            print(whole);
        }
        first += page->size();
    }
    if (!isJson())
        out() << Texts::tr("%1 of %2 people.").arg(QLocale().toString(wanted), QLocale().toString(*all)) << u"\n\n"_s;
    return true;
}

void PlanShowCommand::print(const RunItem &item)
{
    if (isJson())
        return printJson(asJson(item));
    printItemText(item, out());
}

void PlanShowCommand::showWhole()
{
    const auto groups = file().groups();
    const auto rows = file().rowsToWrite();
    const auto counts = store::RunJournal(file()).counts();
    if (!groups || !rows || !counts)
        return fail(!groups ? groups.error() : !rows ? rows.error() : counts.error());
    const auto plan = store::PlanSums::of(*groups);
    if (isJson()) {
        QJsonObject document = cli::asJson(plan);
        document.insert(u"result"_s, store::runStateWord(state()));
        document.insert(u"file"_s, path());
        document.insert(u"head"_s, asJson(head()));
        document.insert(u"rows"_s, *rows);
        document.insert(u"counts"_s, cli::asJson(*counts));
        document.insert(u"changed"_s, m_changed);
        printJson(document);
        return end(ExitCode::Done);
    }
    Facts facts;
    facts.add(Texts::tr("Integration"), Texts::tr("%1 (%2)").arg(head().profileName, head().host));
    facts.add(Texts::tr("Made"), QLocale().toString(head().madeAt.toLocalTime(), QLocale::ShortFormat));
    facts.add(Texts::tr("Source"), head().source);
    facts.add(Texts::tr("Table"), head().table);
    facts.add(Texts::tr("Regulation"), head().regulation);
    facts.add(Texts::tr("State"), store::runStateText(state()));
    facts.add(Texts::tr("Rows to write"), QLocale().toString(*rows));
    facts.print(out());
    out() << u'\n';
    cli::print(plan, out());
    if (m_changed > 0)
        out() << u'\n' << Texts::tr("%Ln people were ticked or unticked.", nullptr, int(m_changed)) << u'\n';
    end(ExitCode::Done);
}

} // namespace cli
