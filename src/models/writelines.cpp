#include "models/writelines.h"

#include "mapping/consentrow.h"
#include "mapping/convert.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>

namespace models {

using namespace Qt::StringLiterals;
using bridge::Surroundings;
using mapping::Column;
using mapping::ColumnType;
using mapping::Table;
using store::RunWrite;

namespace {

constexpr auto bindSuffix = "@odata.bind"_L1;
constexpr int mostInShort = 4;

struct Texts {
    Q_DECLARE_TR_FUNCTIONS(models::WriteLine)
};

QJsonObject objectOf(const QByteArray &json)
{
    return QJsonDocument::fromJson(json).object();
}

bool isOption(const Column &column)
{
    switch (column.type) {
    case ColumnType::Boolean:
    case ColumnType::Choice:
    case ColumnType::MultiChoice:
    case ColumnType::State:
    case ColumnType::Status:
        return true;
    default:
        return false;
    }
}

/// "Allow": what an option is called, without its number.
QString said(const Column *column, const QJsonValue &value)
{
    if (value.isNull() || value.isUndefined() || (value.isString() && value.toString().isEmpty()))
        //: The value of a column that holds nothing.
        return Texts::tr("empty");
    Column plain;
    const QString shown = mapping::shownValue(column ? *column : plain, value);
    if (!column || !isOption(*column))
        return shown;
    QStringList words;
    for (const QString &word : shown.split(u", "_s)) {
        const qsizetype bracket = word.lastIndexOf(" ("_L1);
        words << (bracket > 0 && word.endsWith(u')') ? word.left(bracket) : word);
    }
    return words.join(u", "_s);
}

QString literalOf(const QJsonValue &value)
{
    return value.isUndefined()
               ? u"–"_s
               : QString::fromUtf8(QJsonDocument(QJsonArray{value}).toJson(QJsonDocument::Compact)).mid(1).chopped(1);
}

/// The column that a member of a body writes; nullptr when it is not known.
const Column *columnOf(const QString &member, const Table *table)
{
    if (!table)
        return nullptr;
    if (!member.endsWith(bindSuffix))
        return table->column(member);
    const QString navigation = member.chopped(bindSuffix.size());
    const auto found = std::find_if(table->columns.cbegin(), table->columns.cend(), [&navigation](const Column &one) {
        return std::ranges::any_of(one.targets, [&navigation](const mapping::LookupTarget &target) {
            return target.navigationProperty == navigation;
        });
    });
    return found != table->columns.cend() ? &*found : nullptr;
}

/// "/accounts(…)" → "…": what a lookup points to.
QString boundTo(const QString &address)
{
    const qsizetype open = address.indexOf(u'(');
    return open > 0 && address.endsWith(u')') ? address.mid(open + 1).chopped(1) : address;
}

/// A row that is there may have nothing in any of these columns.
bool hasRow(const RunWrite &write)
{
    return write.action != RunWrite::Action::Create;
}

WriteLine lineOf(const QString &member, const QJsonValue &after, const RunWrite &write, const QJsonObject &before,
                 const Table *table)
{
    const Column *column = columnOf(member, table);
    const bool isBind = member.endsWith(bindSuffix);
    const QString name = isBind ? member.chopped(bindSuffix.size()) : member;
    const QString read = column ? column->readName() : isBind ? u'_' + name.toLower() + u"_value"_s : name;
    const QJsonValue now = before.value(read);
    WriteLine line{.target = column ? column->displayName : name,
                   .details = column && column->displayName != column->logicalName ? column->logicalName : QString(),
                   .before = hasRow(write) ? said(column, now) : QString(),
                   .after = isBind ? boundTo(after.toString()) : said(column, after),
                   .isNew = !hasRow(write)};
    line.literal = hasRow(write) ? Texts::tr("%1: %2 → %3").arg(member, literalOf(now), literalOf(after))
                                 : Texts::tr("%1: %2").arg(member, literalOf(after));
    return line;
}

/// The id in "/msdynmkt_purposes(…)"; empty when there is none.
QString boundId(const QJsonObject &body, QLatin1StringView column)
{
    for (auto member = body.begin(); member != body.end(); ++member) {
        if (member.key().compare(column + bindSuffix, Qt::CaseInsensitive) == 0)
            return boundTo(member->toString()).toLower();
    }
    return {};
}

/// A row of consent is one line: what it says.
WriteLine consentLine(const RunWrite &write, const Surroundings &surroundings)
{
    const QJsonObject before = objectOf(write.before);
    const QJsonObject same = objectOf(write.same);
    const QJsonObject after = objectOf(write.after);
    const bool isSame = write.action == RunWrite::Action::None || !after.contains(mapping::consentcolumn::value);
    QJsonObject all = before;
    for (const QJsonObject &more : {same, after}) {
        for (auto member = more.begin(); member != more.end(); ++member)
            all.insert(member.key(), *member);
    }
    mapping::ConsentRow row = mapping::consentRowOf(write.rowId, write.etag, all);
    if (row.purposeId.isEmpty())
        row.purposeId = boundId(after, mapping::consentcolumn::purpose);
    if (row.topicId.isEmpty())
        row.topicId = boundId(after, mapping::consentcolumn::topic);

    const auto *purpose = surroundings.consentTree.purpose(row.purposeId);
    const auto *topic = row.topicId.isEmpty() ? nullptr : surroundings.consentTree.topic(row.topicId);
    QStringList names;
    for (const QString &name : {purpose ? purpose->name : QString(), topic ? topic->name : QString()}) {
        if (!name.isEmpty())
            names << name;
    }
    QStringList details;
    if (row.channel)
        details << profile::channelText(*row.channel);
    const bool isNamed = !names.isEmpty() || write.rowName.isEmpty();
    if (!row.address.isEmpty() && (isNamed || !write.rowName.contains(row.address)))
        details << row.address;

    const Column *column = surroundings.consentTable.column(mapping::consentcolumn::value);
    const auto textOf = [column](const QJsonValue &value) {
        const auto known = mapping::consentRowOf({}, {}, {{mapping::consentcolumn::value, value}}).value;
        return known ? mapping::consentValueText(*known) : said(column, value);
    };
    const QJsonValue now = before.value(mapping::consentcolumn::value);
    const QJsonValue wanted =
        isSame ? all.value(mapping::consentcolumn::value) : after.value(mapping::consentcolumn::value);
    WriteLine line{.target = names.isEmpty() ? write.rowName : names.join(u" → "_s),
                   .details = details.join(u", "_s),
                   .before = hasRow(write) ? textOf(now) : QString(),
                   .after = textOf(wanted),
                   .isSame = isSame,
                   .isConsent = true,
                   .isNew = !hasRow(write),
                   .permits = write.permits && !isSame,
                   .why = write.reason};
    if (line.target.isEmpty())
        line.target = write.rowId;
    QStringList literals;
    for (auto member = after.begin(); member != after.end(); ++member)
        literals << Texts::tr("%1: %2").arg(member.key(), literalOf(*member));
    line.literal = literals.join(u'\n');
    return line;
}

bool isConsentWrite(const RunWrite &write)
{
    return write.table == mapping::consentTableName;
}

void addLines(const RunWrite &write, const Surroundings &surroundings, QList<WriteLine> *changed,
              QList<WriteLine> *same)
{
    if (isConsentWrite(write)) {
        const WriteLine line = consentLine(write, surroundings);
        (line.isSame ? same : changed)->append(line);
        return;
    }
    const Table *table = surroundings.tableCalled(write.table);
    const QJsonObject before = objectOf(write.before);
    const QJsonObject body = write.action == RunWrite::Action::None ? QJsonObject() : objectOf(write.after);
    for (auto member = body.begin(); member != body.end(); ++member)
        changed->append(lineOf(member.key(), *member, write, before, table));
    const QJsonObject kept = objectOf(write.same);
    for (auto member = kept.begin(); member != kept.end(); ++member) {
        WriteLine line = lineOf(member.key(), *member, write, before, table);
        line.isSame = true;
        line.why = write.reason;
        same->append(line);
    }
}

} // namespace

QList<WriteLine> linesOf(const store::RunItem &item, const Surroundings &surroundings)
{
    QList<WriteLine> changed;
    QList<WriteLine> same;
    for (const RunWrite &write : item.writes)
        addLines(write, surroundings, &changed, &same);
    return changed + same;
}

QString changesIn(const store::RunItem &item, const Surroundings &surroundings)
{
    QList<WriteLine> changed;
    QList<WriteLine> same;
    for (const RunWrite &write : item.writes) {
        if (write.action != RunWrite::Action::None)
            addLines(write, surroundings, &changed, &same);
    }
    if (changed.isEmpty())
        return {};
    QStringList parts;
    for (const WriteLine &line : changed.first(std::min<qsizetype>(changed.size(), mostInShort)))
        parts << u"%1 → %2"_s.arg(line.target, line.after);
    QString all = parts.join(u", "_s);
    if (changed.size() > mostInShort)
        all += u", …"_s;
    if (changed.size() == 1)
        return all;
    const int count = int(changed.size());
    //: %1 is a list of changes: "Do not allow bulk emails → Allow, …"
    return changed.constFirst().isConsent ? Texts::tr("%n consent(s): %1", nullptr, count).arg(all)
                                          //: %1 is a list of changes: "Do not allow bulk emails → Allow, …"
                                          : Texts::tr("%n column(s): %1", nullptr, count).arg(all);
}

} // namespace models
