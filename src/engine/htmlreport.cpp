#include "engine/htmlreport.h"

#include <QCoreApplication>
#include <QLocale>

#include <algorithm>
#include <limits>
#include <tuple>

namespace engine {

using namespace Qt::StringLiterals;
using store::Outcome;

namespace {

struct Texts {
    Q_DECLARE_TR_FUNCTIONS(engine::Report)
};

constexpr auto style =
    ":root{color-scheme:light "
    "dark;--back:#fff;--text:#1b1f24;--dim:#57606a;--line:#d0d7de;--bad:#b3261e;--head:#f3f5f7}"
    "@media (prefers-color-scheme:dark){:root{--back:#16191d;--text:#e6e9ec;--dim:#9aa4ae;--line:#3a424b;--bad:#ff8a80;"
    "--head:#20252b}}"
    "body{background:var(--back);color:var(--text);font:16px/1.5 system-ui,sans-serif;max-width:80rem;margin:2rem auto;"
    "padding:0 1rem}"
    "h1{font-size:1.6rem}h2{font-size:1.2rem;margin-top:2rem}"
    "table{border-collapse:collapse;width:100%}"
    "th,td{border:1px solid var(--line);padding:.35rem .6rem;text-align:start;vertical-align:top;"
    "overflow-wrap:anywhere}"
    "thead th{background:var(--head)}"
    "caption{text-align:start;color:var(--dim);padding-bottom:.4rem}"
    "td.number{text-align:end;font-variant-numeric:tabular-nums}"
    "table.facts{width:auto}table.facts th{font-weight:normal;color:var(--dim)}"
    ".bad{color:var(--bad)}.dim{color:var(--dim)}"
    "@media print{body{margin:0;max-width:none}}"_L1;

QString escaped(const QString &text)
{
    return text.toHtmlEscaped();
}

QString cell(const QString &text)
{
    return u"<td>"_s + escaped(text) + u"</td>"_s;
}

QString numberCell(qint64 number)
{
    return u"<td class=\"number\">"_s + escaped(QLocale().toString(number)) + u"</td>"_s;
}

QString headRow(const QStringList &names)
{
    QString row = u"<thead><tr>"_s;
    for (const QString &name : names)
        row += u"<th scope=\"col\">"_s + escaped(name) + u"</th>"_s;
    return row + u"</tr></thead>\n"_s;
}

QString factRow(const QString &name, const QString &value)
{
    if (value.isEmpty())
        return {};
    return u"<tr><th scope=\"row\">"_s + escaped(name) + u"</th>"_s + cell(value) + u"</tr>\n"_s;
}

QString countRow(const QString &name, qint64 number)
{
    return u"<tr><th scope=\"row\">"_s + escaped(name) + u"</th>"_s + numberCell(number) + u"</tr>\n"_s;
}

QString section(const QString &title, const QString &content)
{
    return u"<section>\n<h2>"_s + escaped(title) + u"</h2>\n"_s + content + u"</section>\n"_s;
}

QString paragraph(const QString &text)
{
    return u"<p>"_s + escaped(text) + u"</p>\n"_s;
}

bool isFailure(Outcome outcome)
{
    return outcome == Outcome::Rejected || outcome == Outcome::Conflict || outcome == Outcome::Invalid;
}

int small(qint64 number)
{
    return int(std::min<qint64>(number, std::numeric_limits<int>::max()));
}

/// Why an item ended as it did: what its writes say, else what the plan says.
QString reasonOf(const store::ItemStory &story)
{
    for (const store::WriteStory &write : story.writes) {
        const bool isSent = write.write.action != store::RunWrite::Action::None;
        const QString reason = isSent ? write.reason : write.write.reason;
        if (write.outcome() == story.item.ended && !reason.isEmpty())
            return reason;
    }
    return story.item.reason;
}

QString kindText(const QString &kind)
{
    if (kind == "undo"_L1)
        return Texts::tr("Undo of a run");
    if (kind == "migrate"_L1)
        return Texts::tr("Migration");
    return Texts::tr("Consent resync");
}

QString changesText(const store::RunWrite &write)
{
    QStringList lines;
    for (const report::CellChange &change : report::changesOf(write))
        lines << (change.before.isEmpty() ? u"%1: %2"_s.arg(change.column, change.after)
                                          : u"%1: %2 → %3"_s.arg(change.column, change.before, change.after));
    return lines.join(u'\n');
}

QString linesCell(const QString &text)
{
    return u"<td>"_s + escaped(text).replace(u'\n', u"<br>"_s) + u"</td>"_s;
}

} // namespace

bool HtmlReport::Reason::operator<(const Reason &other) const
{
    return std::tie(outcome, text) < std::tie(other.outcome, other.text);
}

QString HtmlReport::who(const store::RunItem &item) const
{
    //: in place of a person's id; %1 a number
    return m_options.maskPersons || item.person.isEmpty() ? Texts::tr("No. %1").arg(item.id) : item.person;
}

QByteArray HtmlReport::item(const store::ItemStory &story)
{
    const store::RunItem &item = story.item;
    ++m_items;
    const auto count = [&item](Reach &reach) {
        reach.permits += item.effects.testFlag(store::Effect::NewlyPermits) ? 1 : 0;
        reach.forbids += item.effects.testFlag(store::Effect::NewlyForbids) ? 1 : 0;
        reach.rows += item.effects.testFlag(store::Effect::CreatesRow) ? 1 : 0;
    };
    if (store::isWrite(item.planned) && item.isTicked)
        count(m_planned);
    if (item.ended == Outcome::Created || item.ended == Outcome::Updated)
        count(m_done);
    if (m_itemRows.size() < mostItems)
        m_itemRows << itemRows(story);
    if (!item.ended)
        return {};
    if (isFailure(*item.ended)) {
        if (++m_failed <= mostFailures)
            m_failureRows << failureRow(story);
    }
    if (const QString text = reasonOf(story); !text.isEmpty()) {
        const Reason reason{.outcome = *item.ended, .text = text};
        if (m_reasons.contains(reason) || m_reasons.size() < mostReasons)
            ++m_reasons[reason];
    }
    return {};
}

QString HtmlReport::itemRows(const store::ItemStory &story) const
{
    const store::RunItem &item = story.item;
    QStringList rows;
    QStringList changes;
    for (const store::WriteStory &write : story.writes) {
        if (m_options.maskPersons)
            continue;
        rows << (write.write.rowName.isEmpty() ? write.write.rowId : write.write.rowName);
        if (write.write.action != store::RunWrite::Action::None)
            changes << changesText(write.write);
    }
    rows.removeDuplicates();
    const QString end = !item.isTicked ? Texts::tr("left out")
                        : item.ended   ? store::outcomeText(*item.ended)
                                       : Texts::tr("not reached");
    return u"<tr>"_s + cell(who(item)) + cell(store::plannedText(item.planned)) + cell(end) +
           linesCell(rows.join(u'\n')) + linesCell(changes.join(u'\n')) + cell(reasonOf(story)) + u"</tr>\n"_s;
}

QString HtmlReport::failureRow(const store::ItemStory &story) const
{
    QStringList codes;
    QStringList requests;
    for (const store::WriteStory &write : story.writes) {
        if (!write.code.isEmpty())
            codes << write.code;
        if (!write.requestId.isEmpty())
            requests << write.requestId;
    }
    return u"<tr>"_s + cell(who(story.item)) + u"<td class=\"bad\">"_s +
           escaped(store::outcomeText(*story.item.ended)) + u"</td>"_s + cell(reasonOf(story)) +
           cell(codes.join(u", "_s)) + cell(requests.join(u", "_s)) + u"</tr>\n"_s;
}

QString HtmlReport::facts() const
{
    const store::RunHead &head = m_facts.head;
    return u"<table class=\"facts\">\n<tbody>\n"_s + factRow(Texts::tr("Integration"), head.profileName) +
           factRow(Texts::tr("Environment"), head.host) + factRow(Texts::tr("Table"), head.table) +
           factRow(Texts::tr("Regulation"), head.regulation) + factRow(Texts::tr("Source"), head.source) +
           factRow(Texts::tr("Takes back"), m_options.maskPersons ? QString() : head.undoes) +
           factRow(Texts::tr("Planned at"), report::timeText(head.madeAt)) +
           factRow(Texts::tr("Begun at"), report::timeText(m_facts.course.startedAt)) +
           factRow(Texts::tr("Ended at"), report::timeText(m_facts.course.endedAt)) +
           factRow(Texts::tr("State"), store::runStateText(m_facts.state)) +
           factRow(Texts::tr("Given up because"), m_facts.course.stop) +
           factRow(Texts::tr("File"), m_options.maskPersons ? QString() : m_facts.name) + u"</tbody>\n</table>\n"_s;
}

QString HtmlReport::counts() const
{
    const store::RunCounts &counts = m_facts.counts;
    QString table =
        u"<table class=\"facts\">\n<tbody>\n"_s + countRow(Texts::tr("Created"), counts.created) +
        countRow(Texts::tr("Updated"), counts.updated) + countRow(Texts::tr("Unchanged"), counts.unchanged) +
        countRow(Texts::tr("Skipped"), counts.skipped) + countRow(Texts::tr("Invalid"), counts.invalid) +
        countRow(Texts::tr("Rejected"), counts.rejected) + countRow(Texts::tr("In conflict"), counts.conflict) +
        countRow(Texts::tr("Not reached"), counts.notReached) + u"</tbody>\n<tfoot>\n"_s +
        countRow(Texts::tr("All people of the plan"), counts.planned) + u"</tfoot>\n</table>\n"_s;
    if (counts.tickedOut > 0)
        table += paragraph(Texts::tr("%n of the skipped were left out by hand.", nullptr, small(counts.tickedOut)));
    if (counts.open > 0)
        table += paragraph(Texts::tr("Of %n of those not reached it is not known whether something was written; "
                                     "resuming the run finds out.",
                                     nullptr, small(counts.open)));
    if (!counts.reconciles()) // while it runs, numbers may be of different moments
        table += paragraph(Texts::tr("The run was going on while this was written, so the numbers do not add up yet."));
    return table;
}

QString HtmlReport::effects() const
{
    const bool wasRun = m_facts.course.startedAt.isValid();
    const Reach &reach = wasRun ? m_done : m_planned;
    QString text;
    if (wasRun) {
        text += paragraph(Texts::tr("%n person(s) became contactable.", nullptr, small(reach.permits)));
        text += paragraph(Texts::tr("%n person(s) stopped being contactable.", nullptr, small(reach.forbids)));
        text += paragraph(Texts::tr("For %n person(s) rows were created.", nullptr, small(reach.rows)));
        return text;
    }
    text += paragraph(Texts::tr("%n person(s) would become contactable.", nullptr, small(reach.permits)));
    text += paragraph(Texts::tr("%n person(s) would stop being contactable.", nullptr, small(reach.forbids)));
    text += paragraph(Texts::tr("For %n person(s) rows would be created.", nullptr, small(reach.rows)));
    return text;
}

QString HtmlReport::reasons() const
{
    if (m_reasons.isEmpty())
        return {};
    QString table =
        u"<table>\n"_s + headRow({Texts::tr("Outcome"), Texts::tr("Reason"), Texts::tr("People")}) + u"<tbody>\n"_s;
    for (auto reason = m_reasons.cbegin(); reason != m_reasons.cend(); ++reason)
        table += u"<tr>"_s + cell(store::outcomeText(reason.key().outcome)) + cell(reason.key().text) +
                 numberCell(reason.value()) + u"</tr>\n"_s;
    return section(Texts::tr("Reasons"), table + u"</tbody>\n</table>\n"_s);
}

QByteArray HtmlReport::end()
{
    const QString title = kindText(m_facts.head.kind) + u" – "_s + m_facts.head.profileName;
    //: the language of this translation, as HTML names it
    const QString language = Texts::tr("en");
    QString page = u"<!DOCTYPE html>\n<html lang=\""_s + escaped(language) +
                   u"\">\n<head>\n<meta charset=\"utf-8\">\n"
                   "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n<title>"_s +
                   escaped(title) + u"</title>\n<style>"_s + style + u"</style>\n</head>\n<body>\n<main>\n<h1>"_s +
                   escaped(title) + u"</h1>\n"_s + facts() + section(Texts::tr("Outcome"), counts()) +
                   section(Texts::tr("Effect"), effects()) + reasons();
    if (m_failed > 0) {
        QString table = u"<table>\n"_s;
        if (m_failed > mostFailures)
            table += u"<caption>"_s +
                     escaped(Texts::tr("The first %1 of %2.")
                                 .arg(QLocale().toString(mostFailures), QLocale().toString(m_failed))) +
                     u"</caption>\n"_s;
        table += headRow({Texts::tr("Person"), Texts::tr("Outcome"), Texts::tr("Reason"), Texts::tr("Code"),
                          Texts::tr("Request")}) +
                 u"<tbody>\n"_s + m_failureRows.join(QString()) + u"</tbody>\n</table>\n"_s;
        page += section(Texts::tr("Not written"), table);
    }
    if (m_items > 0) {
        QString table = u"<table>\n"_s;
        if (m_items > mostItems)
            table +=
                u"<caption>"_s +
                escaped(
                    Texts::tr("The first %1 of %2.").arg(QLocale().toString(mostItems), QLocale().toString(m_items))) +
                u"</caption>\n"_s;
        table += headRow({Texts::tr("Person"), Texts::tr("Planned"), Texts::tr("Outcome"), Texts::tr("Rows"),
                          Texts::tr("Changes"), Texts::tr("Reason")}) +
                 u"<tbody>\n"_s + m_itemRows.join(QString()) + u"</tbody>\n</table>\n"_s;
        page += section(Texts::tr("People"), table);
    }
    return (page + u"</main>\n</body>\n</html>\n"_s).toUtf8();
}

} // namespace engine
