#include "engine/writeback.h"

#include "mapping/convert.h"
#include "mapping/literal.h"
#include "mapping/writable.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonDocument>
#include <QLocale>

#include <limits>

namespace engine {

using namespace Qt::StringLiterals;
using core::Error;
using core::Result;
using mapping::Cell;
using mapping::Column;
using mapping::ColumnType;

namespace {

struct Texts {
    Q_DECLARE_TR_FUNCTIONS(engine::Undo)
};

Error refused(const Column &column, const QString &message)
{
    return {.kind = Error::Kind::Invalid, .message = message, .field = column.logicalName};
}

/// The table that the written cell points to, or on whose way it was emptied; empty when it does not tell.
QString targetOf(const Column &column, const Cell &written)
{
    const QString navigation = QString::fromUtf8(written.member).section(u'@', 0, 0);
    for (const mapping::LookupTarget &target : column.targets) {
        if (target.navigationProperty == navigation)
            return target.table;
    }
    return {};
}

Result<Cell> lookupCell(const Column &column, const QJsonValue &value, const Cell &written)
{
    if (value.isNull())
        return mapping::cellOfNothing(column, {.table = targetOf(column, written)});
    if (column.targets.size() > 1)
        return refused(column, Texts::tr("%1 pointed to a row before, but it is not known of which of its tables.")
                                   .arg(column.displayName));
    return mapping::cellOfText(column, value.toString(), mapping::TextOrigin::Settings);
}

/// Numbers are kept as doubles: what has more digits than those hold for certain may have been another number.
bool isExact(const Column &column, const QJsonValue &value)
{
    const bool isFraction = column.type == ColumnType::Decimal || column.type == ColumnType::Money;
    if (!isFraction || !value.isDouble())
        return true;
    QByteArray digits = QByteArray::number(value.toDouble(), 'e', QLocale::FloatingPointShortest);
    digits.truncate(digits.indexOf('e'));
    digits.replace("-", "").replace(".", "");
    return digits.size() <= std::numeric_limits<double>::digits10;
}

} // namespace

Result<Cell> cellOfValue(const Column &column, const QJsonValue &value, const Cell &written)
{
    if (value.isUndefined())
        return refused(
            column, Texts::tr("What %1 said before is not known, so it cannot be put back.").arg(column.displayName));
    if (const auto problem = mapping::whyNotWritable(column, false))
        return *problem;
    if (column.isLookup())
        return lookupCell(column, value, written);
    if (value.isNull())
        return mapping::cellOfNothing(column);
    if (!isExact(column, value))
        return refused(
            column, Texts::tr("What %1 said before is not known to the last digit, so it cannot be put back exactly.")
                        .arg(column.displayName));
    const QByteArray inArray = QJsonDocument(QJsonArray{value}).toJson(QJsonDocument::Compact);
    return Cell{.column = column.logicalName,
                .member = column.logicalName.toUtf8(),
                .json = inArray.sliced(1, inArray.size() - 2),
                .shown = mapping::shownValue(column, value)};
}

} // namespace engine
