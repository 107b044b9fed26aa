#include "mapping/writable.h"

#include "mapping/lint.h"

namespace mapping {

using namespace Qt::StringLiterals;
using core::Error;

namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(mapping::Column)
};

/// Why the type itself cannot be written; empty when it can.
QString typeProblem(const Column &column)
{
    switch (column.type) {
    case ColumnType::State:
    case ColumnType::Status:
        return Text::tr("%1 says whether the row is active; a consent must never change that.").arg(column.logicalName);
    case ColumnType::Owner:
        return Text::tr("%1 says who owns the row; a consent must never change that.").arg(column.logicalName);
    case ColumnType::UniqueId:
        return Text::tr("%1 is an id that Dataverse gives; it cannot be written.").arg(column.logicalName);
    case ColumnType::Other:
        return Text::tr("%1 is of a type that cannot be written from a consent (%2).")
            .arg(column.logicalName, column.typeName.isEmpty() ? Text::tr("unknown") : column.typeName);
    case ColumnType::Text:
    case ColumnType::Memo:
    case ColumnType::Integer:
    case ColumnType::BigInt:
    case ColumnType::Decimal:
    case ColumnType::Double:
    case ColumnType::Money:
    case ColumnType::Boolean:
    case ColumnType::Choice:
    case ColumnType::MultiChoice:
    case ColumnType::DateTime:
    case ColumnType::DateOnly:
    case ColumnType::Lookup:
    case ColumnType::Customer:
        break;
    }
    return {};
}

/// True for columns that Dataverse fills by itself when a row is made.
bool fillsItself(const Column &column)
{
    return column.isPrimaryId || column.type == ColumnType::Owner || column.type == ColumnType::State ||
           column.type == ColumnType::Status || column.type == ColumnType::Other || column.isCalculated ||
           !column.attributeOf.isEmpty() || column.defaultBoolean.has_value();
}

} // namespace

Error refusal(const Column &column, const QString &message, const QString &fix)
{
    return {.kind = Error::Kind::Invalid, .message = message, .fix = fix, .field = column.logicalName};
}

std::optional<Error> whyNotWritable(const Column &column, bool forCreate)
{
    const QString another = Text::tr("Choose another column.");
    if (!column.attributeOf.isEmpty()) {
        return refusal(
            column, Text::tr("%1 only mirrors %2; it cannot be written.").arg(column.logicalName, column.attributeOf),
            Text::tr("Choose %1 or another column.").arg(column.attributeOf));
    }
    if (const QString problem = typeProblem(column); !problem.isEmpty())
        return refusal(column, problem, another);
    if (column.isCalculated)
        return refusal(column, Text::tr("%1 is calculated by Dataverse; it cannot be written.").arg(column.logicalName),
                       another);
    if (forCreate && !column.isValidForCreate)
        return refusal(column, Text::tr("%1 cannot be written when a row is created.").arg(column.logicalName),
                       another);
    if (!forCreate && !column.isValidForUpdate)
        return refusal(column,
                       Text::tr("%1 is read-only: Dataverse does not let it be updated.").arg(column.logicalName),
                       another);
    return std::nullopt;
}

QStringList missingForCreate(const Table &table, Column::Required required, const QStringList &given)
{
    QStringList names;
    for (const Column &column : table.columns) {
        if (column.required == required && column.isValidForCreate && !fillsItself(column) &&
            !given.contains(column.logicalName))
            names << column.logicalName;
    }
    return names;
}

QList<Column> writableColumns(const Table &table, bool forCreate)
{
    QList<Column> columns;
    for (const Column &column : table.columns) {
        if (!column.isPrimaryId && !column.isDeprecated && !whyNotWritable(column, forCreate))
            columns << column;
    }
    return columns;
}

} // namespace mapping
