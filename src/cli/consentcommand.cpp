#include "cli/consentcommand.h"

#include "cli/textout.h"
#include "engine/newest.h"
#include "engine/subjects.h"
#include "engine/why.h"

#include <QJsonArray>
#include <QJsonDocument>

namespace cli {

using namespace Qt::StringLiterals;
using core::Error;
using engine::Change;
using engine::PlanItem;

namespace {

struct Texts {
    Q_DECLARE_TR_FUNCTIONS(cli::ConsentCommand)
};

/// What Didomi says, in words that do not change with the language.
QString foundWord(const Change &change)
{
    switch (change.finding.kind) {
    case consent::Finding::Kind::Absent:
        return consent::choiceWord(consent::Choice::None);
    case consent::Finding::Kind::Choice:
        return consent::choiceWord(change.finding.choice);
    case consent::Finding::Kind::Text:
        return change.finding.text;
    }
    return {};
}

/// A JSON literal as a value; QJsonDocument reads only arrays and objects.
QJsonValue literalValue(const QByteArray &literal)
{
    return QJsonDocument::fromJson('[' + literal + ']').array().at(0);
}

QJsonObject asJson(const Change &change)
{
    QJsonObject document{
        {u"column"_s, change.column},
        {u"path"_s, change.path},
        {u"found"_s, foundWord(change)},
        {u"now"_s, change.now.isUndefined() ? QJsonValue(QJsonValue::Null) : change.now},
        {u"after"_s, change.cell ? literalValue(change.cell->json) : QJsonValue(QJsonValue::Null)},
        {u"effect"_s, engine::effectWord(change.effect)},
        {u"note"_s, change.note},
        {u"why"_s, engine::whyOf(change)},
        {u"problem"_s, QJsonValue::Null},
    };
    if (change.effect == Change::Effect::Problem)
        document.insert(u"problem"_s, errorAsJson(change.problem));
    if (change.consent) {
        document.insert(u"channel"_s, profile::channelWord(change.consent->channel));
        document.insert(u"address"_s, change.consent->address);
        document.insert(u"purpose_id"_s, change.consent->target.purposeId);
        document.insert(u"topic_id"_s, change.consent->target.topicId);
    }
    return document;
}

QJsonObject asJson(const engine::Forecast &forecast, const PlanItem &item)
{
    const engine::ConsentPoint point = item.changes.at(forecast.change).consent.value_or(engine::ConsentPoint());
    return {
        {u"purpose_id"_s, point.target.purposeId},
        {u"topic_id"_s, point.target.topicId},
        {u"channel"_s, profile::channelWord(point.channel)},
        {u"address"_s, point.address},
        {u"before"_s, mapping::sendingWord(forecast.before)},
        {u"sent_before"_s, forecast.before.isSent()},
        {u"after"_s, mapping::sendingWord(forecast.after)},
        {u"sent_after"_s, forecast.after.isSent()},
        {u"reason"_s, forecast.reason},
    };
}

/// "newsletter" or, of a row of consent, what it is about: ids say nothing to people.
QString shownColumn(const Change &change)
{
    return change.consent ? Texts::tr("%1, %2").arg(change.columnName, channelText(change.consent->channel))
                          : change.column;
}

} // namespace

ConsentCommand::ConsentCommand(Arguments arguments, Console &console, Environment &environment, QObject *parent)
    : WorkplaceCommand(std::move(arguments), 1, console, environment, parent)
{
}

void ConsentCommand::addSubject(Arguments &arguments)
{
    arguments.addIntegration();
    arguments.addOption(u"user"_s, Texts::tr("The person, by organization user id: what Didomi knows of them now."),
                        u"ID"_s);
    arguments.addOption(
        u"event"_s, Texts::tr("A file with one consent event or webhook payload (JSON); \"-\" reads standard input."),
        u"FILE"_s);
}

bool ConsentCommand::isAllowed(const profile::Profile &)
{
    return true;
}

void ConsentCommand::start()
{
    const auto profile = findProfile();
    if (!profile || !readSubject() || !isAllowed(*profile) || !takeJournal())
        return;
    connectEnds(*profile, [this] { prepare(); });
}

bool ConsentCommand::readSubject()
{
    const bool hasUser = arguments().isSet(u"user"_s);
    const bool hasEvent = arguments().isSet(u"event"_s);
    if (int(hasUser) + int(hasEvent) + int(isAboutNewest()) != 1) {
        failUsage(Texts::tr("Say about whom: either --user ID or --event FILE."));
        return false;
    }
    if (isAboutNewest())
        return true;
    if (hasUser) {
        m_person = arguments().value(u"user"_s);
        if (m_person.trimmed().isEmpty())
            failUsage(Texts::tr("The organization user id is empty."));
        return !m_person.trimmed().isEmpty();
    }
    const auto bytes = read(arguments().value(u"event"_s));
    if (!bytes) {
        fail(bytes.error(), ExitCode::Invalid);
        return false;
    }
    const auto event = consent::readEventFile(*bytes);
    if (!event) {
        fail(event.error(), ExitCode::Invalid);
        return false;
    }
    m_subjects << consent::subjectOf(*event);
    m_person = event->organizationUserId;
    return true;
}

bool ConsentCommand::takeJournal()
{
    const auto opened = openJournal();
    if (opened)
        return true;
    if (needsJournal()) {
        fail(opened.error());
        return false;
    }
    warn(opened.error().toLine() + u' ' + Texts::tr("Earlier writes are not known."));
    return true;
}

void ConsentCommand::makePlan()
{
    if (!m_subjects.isEmpty())
        return planFor(m_subjects);
    if (!isAboutNewest())
        return planForPerson();
    engine::newestPerson(link(), this)->whenDone(this, [this](const core::Result<QString> &person) {
        if (!person)
            return fail(person.error());
        m_person = *person;
        planForPerson();
    });
}

void ConsentCommand::planForPerson()
{
    engine::subjectsOf(link(), m_person, this)
        ->whenDone(this, [this](const core::Result<QList<consent::Subject>> &subjects) {
            if (!subjects)
                return fail(subjects.error(), subjects.error().kind == Error::Kind::NotFound
                                                  ? ExitCode::Invalid
                                                  : exitCodeOf(subjects.error()));
            planFor(*subjects);
        });
}

void ConsentCommand::planFor(const QList<consent::Subject> &subjects)
{
    engine::planOne(link(), surroundings(), journal(), subjects, this)
        ->whenDone(this, [this](const core::Result<engine::Plan> &plan) {
            if (plan)
                usePlan(*plan);
            else
                fail(plan.error());
        });
}

QJsonValue ConsentCommand::requestAsJson(const engine::RowPlan &row)
{
    if (!row.write)
        return QJsonValue::Null;
    const net::Request request = link().dataverse().requestFor(*row.write);
    QJsonObject headers;
    for (const auto &[name, value] : request.headers)
        headers.insert(QString::fromUtf8(name), QString::fromUtf8(value));
    return QJsonObject{
        {u"method"_s, QString::fromUtf8(request.method)},
        {u"url"_s, QString::fromUtf8(request.url.toEncoded())},
        {u"headers"_s, headers},
        {u"body"_s, QJsonDocument::fromJson(request.body).object()},
    };
}

QJsonObject ConsentCommand::planAsJson(const PlanItem &item)
{
    QJsonArray changes;
    for (const Change &change : item.changes)
        changes << asJson(change);
    QJsonArray rows;
    for (const engine::RowPlan &one : item.rows)
        rows << QJsonObject{{u"row_id"_s, one.id()},
                            {u"action"_s, engine::actionWord(one.action)},
                            {u"outcome"_s, store::outcomeWord(one.outcome)},
                            {u"reason"_s, one.reason},
                            {u"request"_s, requestAsJson(one)}};
    QJsonArray forecasts;
    for (const engine::Forecast &forecast : item.forecasts)
        forecasts << asJson(forecast, item);
    const engine::RowPlan row = item.rows.value(0);
    return {
        {u"outcome"_s, store::outcomeWord(item.outcome)},
        {u"action"_s, engine::actionWord(item.action())},
        {u"reason"_s, item.reason},
        {u"why"_s, engine::whyOf(item)},
        {u"person"_s, m_person},
        {u"row_id"_s, row.id()},
        {u"changes"_s, changes},
        {u"request"_s, requestAsJson(row)},
        {u"rows"_s, rows},
        {u"sendings"_s, forecasts},
        {u"warnings"_s, QJsonArray::fromStringList(item.warnings)},
    };
}

/// Each note once, with the columns that it is about.
void ConsentCommand::printNotes(const PlanItem &item)
{
    QList<std::pair<QString, QStringList>> notes;
    for (const Change &change : item.changes) {
        const QString note = change.effect == Change::Effect::Problem ? change.problem.message : change.note;
        if (note.isEmpty())
            continue;
        const auto known = std::find_if(notes.begin(), notes.end(), [&](const auto &one) { return one.first == note; });
        if (known == notes.end())
            notes.append({note, {shownColumn(change)}});
        else
            known->second << shownColumn(change);
    }
    for (const auto &[note, columns] : std::as_const(notes))
        out() << u"  "_s << printable(columns.join(u", "_s)) << u": "_s << printable(note) << u'\n';
}

/// A sentence for each mapping, in their order.
void ConsentCommand::printReasons(const PlanItem &item)
{
    out() << u'\n' << printable(engine::whyOf(item)) << u'\n';
    for (const Change &change : item.changes)
        out() << u"  "_s << printable(shownColumn(change)) << u": "_s << printable(engine::whyOf(change)) << u'\n';
}

/// Whether journeys would send something, as calculated from the rows.
void ConsentCommand::printForecasts(const PlanItem &item)
{
    if (item.forecasts.isEmpty())
        return;
    const auto word = [](const mapping::Sending &sending) {
        return sending.isSent() ? Texts::tr("would send") : Texts::tr("would not send");
    };
    TextTable table({Texts::tr("Calculated for"), Texts::tr("Address"), Texts::tr("Now"), Texts::tr("After"),
                     Texts::tr("Because")});
    for (const engine::Forecast &forecast : item.forecasts) {
        const Change &change = item.changes.at(forecast.change);
        table.add({shownColumn(change), change.consent ? change.consent->address : QString(), word(forecast.before),
                   word(forecast.after), forecast.reason});
    }
    out() << u'\n';
    table.print(out());
}

void ConsentCommand::printPlan(const PlanItem &item, const Details &details)
{
    Facts facts;
    facts.add(Texts::tr("Person"), m_person);
    for (const engine::RowPlan &row : item.rows)
        facts.add(Texts::tr("Row"), row.rowName.isEmpty() ? row.row.id : u"%1 (%2)"_s.arg(row.rowName, row.row.id));
    facts.add(Texts::tr("Plan"), engine::summary(item));
    facts.print(out());

    if (!item.changes.isEmpty())
        out() << u'\n';
    TextTable table({Texts::tr("Didomi"), Texts::tr("Choice"), Texts::tr("Column"), Texts::tr("Now"),
                     Texts::tr("After"), Texts::tr("Effect")});
    for (const Change &change : item.changes)
        table.add({change.source, change.found, shownColumn(change), change.nowShown,
                   change.cell ? change.cell->shown : QString(), engine::effectText(change.effect)});
    if (!item.changes.isEmpty())
        table.print(out());
    if (details.withWhy)
        printReasons(item);
    else
        printNotes(item);
    printForecasts(item);
    for (const QString &warning : item.warnings)
        warn(printable(warning));
    for (const dataverse::Write &write : item.writes()) {
        const net::Request request = link().dataverse().requestFor(write);
        out() << u'\n' << (details.asCurl ? net::asCurl(request) : net::asHttpText(request)) << u'\n';
    }
}

} // namespace cli
