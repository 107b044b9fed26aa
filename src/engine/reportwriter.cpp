#include "engine/reportwriter.h"

#include "engine/csvreport.h"
#include "engine/htmlreport.h"
#include "engine/jsonreport.h"
#include "mapping/cell.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

namespace engine {

using namespace Qt::StringLiterals;

std::unique_ptr<ReportWriter> ReportWriter::make(ReportFormat format, const ReportFacts &facts,
                                                 const ReportOptions &options)
{
    switch (format) {
    case ReportFormat::Csv:
        return std::make_unique<CsvReport>(options);
    case ReportFormat::Json:
        return std::make_unique<JsonReport>(facts, options);
    case ReportFormat::Html:
        return std::make_unique<HtmlReport>(facts, options);
    }
    return {};
}

namespace report {

namespace {

QString literal(const QJsonValue &value)
{
    const QByteArray inArray = QJsonDocument(QJsonArray{value}).toJson(QJsonDocument::Compact);
    return QString::fromUtf8(inArray.sliced(1, inArray.size() - 2));
}

} // namespace

QString timeText(const QDateTime &time)
{
    return time.isValid() ? time.toUTC().toString(Qt::ISODateWithMs) : QString();
}

QString actionWord(store::RunWrite::Action action)
{
    switch (action) {
    case store::RunWrite::Action::None:
        return u"none"_s;
    case store::RunWrite::Action::Update:
        return u"update"_s;
    case store::RunWrite::Action::Create:
        return u"create"_s;
    }
    return {};
}

QStringList effectWords(store::Effects effects)
{
    QStringList words;
    if (effects.testFlag(store::Effect::NewlyPermits))
        words << u"newly-permits"_s;
    if (effects.testFlag(store::Effect::NewlyForbids))
        words << u"newly-forbids"_s;
    if (effects.testFlag(store::Effect::CreatesRow))
        words << u"creates-row"_s;
    if (effects.testFlag(store::Effect::LacksRequired))
        words << u"lacks-required"_s;
    if (effects.testFlag(store::Effect::HasWarning))
        words << u"has-warning"_s;
    return words;
}

QList<CellChange> changesOf(const store::RunWrite &write)
{
    const QJsonObject before = QJsonDocument::fromJson(write.before).object();
    const QJsonObject after = QJsonDocument::fromJson(write.after).object();
    QList<CellChange> changes;
    for (auto member = after.begin(); member != after.end(); ++member) {
        const QString column = member.key().section(u"@odata.bind"_s, 0, 0);
        QJsonValue old = before.value(column);
        if (old.isUndefined()) // lookups are read by another name
            old = before.value(u'_' + column.toLower() + u"_value"_s);
        changes << CellChange{
            .column = column, .before = old.isUndefined() ? QString() : literal(old), .after = literal(member.value())};
    }
    return changes;
}

QByteArray withoutPeople(const QByteArray &scope)
{
    QJsonObject object = QJsonDocument::fromJson(scope).object();
    for (const QString &name : object.keys()) {
        if (name == "people"_L1 && object.value(name).isArray())
            object.insert(name, object.value(name).toArray().size()); // how many
    }
    return QJsonDocument(object).toJson(QJsonDocument::Compact);
}

} // namespace report

} // namespace engine
