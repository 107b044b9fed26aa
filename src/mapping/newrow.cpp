#include "mapping/newrow.h"

#include "mapping/literal.h"
#include "mapping/nearest.h"
#include "mapping/writable.h"

#include <QCoreApplication>
#include <QRegularExpression>

namespace mapping {

using namespace Qt::StringLiterals;
using core::Error;
using core::Result;

namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(mapping::NewRow)
};

/// Takes "table(…)" apart: what `by` needs to know, and the text that is left.
QString withoutTable(const QString &text, profile::LookupBy &by)
{
    static const QRegularExpression form(uR"(\A([a-z_][a-z0-9_]*)\((.*)\)\z)"_s,
                                         QRegularExpression::DotMatchesEverythingOption);
    static const QRegularExpression keyed(uR"(\A([a-z_][a-z0-9_]*)=(.*)\z)"_s,
                                          QRegularExpression::DotMatchesEverythingOption);
    const QRegularExpressionMatch outer = form.match(text);
    if (!outer.hasMatch())
        return text;
    by.table = outer.captured(1);
    const QString inner = outer.captured(2);
    const QRegularExpressionMatch match = keyed.match(inner);
    if (!match.hasMatch())
        return inner;
    by.column = match.captured(1);
    QString value = match.captured(2);
    const bool isQuoted = value.size() >= 2 && value.startsWith(u'\'') && value.endsWith(u'\'');
    return isQuoted ? value.sliced(1).chopped(1).replace(u"''"_s, u"'"_s) : value;
}

} // namespace

Result<Cell> constantCell(const Column &column, const QString &text)
{
    if (const std::optional<Error> problem = whyNotWritable(column, true))
        return *problem;
    if (text.isEmpty()) {
        return refusal(column, Text::tr("There is no value for %1 of new rows.").arg(column.logicalName),
                       Text::tr("Give it a value, or remove it."));
    }
    profile::LookupBy by;
    const QString inner = column.isLookup() ? withoutTable(text, by) : text;
    if (column.isLookup() && inner.isEmpty()) {
        return refusal(column, Text::tr("“%1” names no row for %2.").arg(text.left(80), column.logicalName),
                       Text::tr("Write a row's id, or the value of an alternate key."));
    }
    return cellOfText(column, inner, TextOrigin::Settings, by);
}

Result<QList<Cell>> newRowCells(const QList<profile::Constant> &constants, const Table &table, const QStringList &given)
{
    QList<Cell> cells;
    QStringList taken = given;
    for (const profile::Constant &constant : constants) {
        if (taken.contains(constant.column))
            continue;
        const Column *column = table.column(constant.column);
        if (!column) {
            return Error{.kind = Error::Kind::Invalid,
                         .message = Text::tr("New rows are to have a value in %1, but the table %2 has no such column.")
                                        .arg(constant.column, table.logicalName),
                         .fix = nearestAdvice(constant.column, table),
                         .field = constant.column};
        }
        const Result<Cell> cell = constantCell(*column, constant.text);
        if (!cell)
            return cell.error();
        taken << constant.column;
        cells << *cell;
    }
    return cells;
}

} // namespace mapping
