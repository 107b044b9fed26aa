#include "engine/csvreport.h"

#include <algorithm>

namespace engine {

using namespace Qt::StringLiterals;

namespace {

constexpr auto lineEnd = "\r\n";

/// What spreadsheets take for the beginning of a formula; the wide forms too.
bool beginsFormula(const QString &text)
{
    static const QString beginnings = u"=+-@\t\r\n＝＋－＠"_s;
    return !text.isEmpty() && beginnings.contains(text.front());
}

QByteArray lineOf(const QStringList &fields)
{
    QByteArray line;
    for (const QString &field : fields) {
        if (!line.isEmpty())
            line += ',';
        line += csvField(field);
    }
    return line + lineEnd;
}

} // namespace

QByteArray csvField(const QString &text)
{
    QString field = beginsFormula(text) ? u'\'' + text : text;
    const bool mustQuote = std::any_of(field.cbegin(), field.cend(), [](QChar c) {
        return c == u',' || c == u'"' || c == u'\n' || c == u'\r' || c == u';' || c == u'\t';
    });
    if (!mustQuote)
        return field.toUtf8();
    return '"' + field.replace(u'"', u"\"\""_s).toUtf8() + '"';
}

QByteArray CsvReport::begin()
{
    QStringList names{u"item"_s,     u"person"_s,      u"planned"_s,    u"outcome"_s,  u"item_reason"_s,
                      u"selected"_s, u"choice_time"_s, u"source"_s,     u"effects"_s,  u"write"_s,
                      u"table"_s,    u"row"_s,         u"row_name"_s,   u"action"_s,   u"write_outcome"_s,
                      u"reason"_s,   u"code"_s,        u"request_id"_s, u"ended_at"_s, u"attempts"_s,
                      u"before"_s,   u"after"_s};
    return "\xEF\xBB\xBF" + lineOf(names);
}

QByteArray CsvReport::item(const store::ItemStory &story)
{
    if (story.writes.isEmpty())
        return line(story.item, nullptr);
    QByteArray lines;
    for (const store::WriteStory &write : story.writes)
        lines += line(story.item, &write);
    return lines;
}

QByteArray CsvReport::line(const store::RunItem &item, const store::WriteStory *write) const
{
    const auto personal = [this](const QString &text) { return m_options.maskPersons ? QString() : text; };
    QStringList fields{
        QString::number(item.id),
        personal(item.person),
        store::plannedWord(item.planned),
        item.ended ? store::outcomeWord(*item.ended) : QString(),
        item.reason,
        item.isTicked ? u"yes"_s : u"no"_s,
        report::timeText(item.eventTime),
        personal(item.sourceId),
        report::effectWords(item.effects).join(u' '),
    };
    if (write) {
        const store::RunWrite &one = write->write;
        const auto outcome = write->outcome();
        fields << QString::number(one.id) << one.table << personal(one.rowId.isEmpty() ? one.address : one.rowId)
               << personal(one.rowName) << report::actionWord(one.action)
               << (write->isOpen ? u"open"_s
                   : outcome     ? store::outcomeWord(*outcome)
                                 : QString())
               << (one.action == store::RunWrite::Action::None ? one.reason : write->reason) << write->code
               << write->requestId << report::timeText(write->endedAt) << QString::number(write->attempts)
               << personal(QString::fromUtf8(one.before)) << personal(QString::fromUtf8(one.after));
    } else {
        for (int i = 0; i < 13; ++i)
            fields << QString();
    }
    return lineOf(fields);
}

} // namespace engine
