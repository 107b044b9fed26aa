#include "engine/jsonreport.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

namespace engine {

using namespace Qt::StringLiterals;

namespace {

QByteArray compact(const QJsonObject &object)
{
    return QJsonDocument(object).toJson(QJsonDocument::Compact);
}

QJsonValue timeOf(const QDateTime &time)
{
    return time.isValid() ? QJsonValue(report::timeText(time)) : QJsonValue();
}

QJsonObject headObject(const ReportFacts &facts, bool isMasked)
{
    const store::RunHead &head = facts.head;
    const QByteArray scope = isMasked ? report::withoutPeople(head.scope) : head.scope;
    const auto path = [isMasked](const QString &name) { return isMasked ? QString() : name; }; // may name people too
    return {{u"name"_s, path(facts.name)},
            {u"kind"_s, head.kind},
            {u"undoes"_s, path(head.undoes)},
            {u"integration"_s, head.profileName},
            {u"integration_id"_s, head.profileId},
            {u"environment"_s, head.host},
            {u"dataverse_organization"_s, head.dataverseOrganization},
            {u"didomi_organization"_s, head.didomiOrganization},
            {u"table"_s, head.table},
            {u"mode"_s, head.mode},
            {u"regulation"_s, head.regulation},
            {u"made_at"_s, timeOf(head.madeAt)},
            {u"scope"_s, QJsonDocument::fromJson(scope).object()},
            {u"source"_s, head.source}};
}

/// What the file keeps as JSON; a text where it is none.
QJsonValue parsed(const QByteArray &json)
{
    const QJsonDocument document = QJsonDocument::fromJson(json);
    if (document.isObject())
        return document.object();
    return json.isEmpty() ? QJsonValue() : QJsonValue(QString::fromUtf8(json));
}

} // namespace

QJsonObject jsonOf(const store::RunCounts &counts)
{
    return {
        {u"planned"_s, counts.planned},      {u"created"_s, counts.created},   {u"updated"_s, counts.updated},
        {u"unchanged"_s, counts.unchanged},  {u"skipped"_s, counts.skipped},   {u"invalid"_s, counts.invalid},
        {u"rejected"_s, counts.rejected},    {u"conflict"_s, counts.conflict}, {u"not_reached"_s, counts.notReached},
        {u"ticked_out"_s, counts.tickedOut}, {u"open"_s, counts.open}};
}

QByteArray JsonReport::begin()
{
    const QJsonObject course{{u"started_at"_s, timeOf(m_facts.course.startedAt)},
                             {u"ended_at"_s, timeOf(m_facts.course.endedAt)},
                             {u"stop"_s, m_facts.course.stop}};
    return "{\"head\":" + compact(headObject(m_facts, m_options.maskPersons)) + ",\n\"state\":\"" +
           store::runStateWord(m_facts.state).toUtf8() + "\",\n\"course\":" + compact(course) +
           ",\n\"counts\":" + compact(jsonOf(m_facts.counts)) + ",\n\"items\":[";
}

QJsonObject JsonReport::writeObject(const store::WriteStory &story) const
{
    const store::RunWrite &write = story.write;
    const auto outcome = story.outcome();
    QJsonObject object{{u"id"_s, write.id},
                       {u"table"_s, write.table},
                       {u"action"_s, report::actionWord(write.action)},
                       {u"outcome"_s, outcome ? QJsonValue(store::outcomeWord(*outcome)) : QJsonValue()},
                       {u"reason"_s, write.action == store::RunWrite::Action::None ? write.reason : story.reason},
                       {u"code"_s, story.code},
                       {u"request_id"_s, story.requestId},
                       {u"ended_at"_s, timeOf(story.endedAt)},
                       {u"attempts"_s, story.attempts},
                       {u"open"_s, story.isOpen}};
    if (m_options.maskPersons)
        return object;
    object.insert(u"row"_s, write.rowId);
    object.insert(u"address"_s, write.address);
    object.insert(u"row_name"_s, write.rowName);
    object.insert(u"before"_s, parsed(write.before));
    object.insert(u"after"_s, parsed(write.after));
    return object;
}

QByteArray JsonReport::item(const store::ItemStory &story)
{
    const store::RunItem &item = story.item;
    QJsonArray writes;
    for (const store::WriteStory &write : story.writes)
        writes << writeObject(write);
    QJsonObject object{{u"id"_s, item.id},
                       {u"planned"_s, store::plannedWord(item.planned)},
                       {u"outcome"_s, item.ended ? QJsonValue(store::outcomeWord(*item.ended)) : QJsonValue()},
                       {u"reason"_s, item.reason},
                       {u"selected"_s, item.isTicked},
                       {u"choice_time"_s, timeOf(item.eventTime)},
                       {u"effects"_s, QJsonArray::fromStringList(report::effectWords(item.effects))},
                       {u"writes"_s, writes}};
    if (!m_options.maskPersons) {
        object.insert(u"person"_s, item.person);
        object.insert(u"source"_s, item.sourceId);
    }
    const QByteArray separator = m_isFirst ? "\n" : ",\n";
    m_isFirst = false;
    return separator + compact(object);
}

QByteArray JsonReport::end()
{
    return "\n]}\n";
}

} // namespace engine
