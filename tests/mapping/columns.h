#pragma once

#include "mapping/column.h"

/// Columns as environments describe them, for the tests of this room.
namespace columns {

inline mapping::Column writable(const QString &name, mapping::ColumnType type)
{
    return {.logicalName = name,
            .schemaName = name,
            .displayName = name,
            .type = type,
            .isValidForCreate = true,
            .isValidForUpdate = true,
            .isValidForRead = true};
}

inline mapping::Column boolean(const QString &name, const QString &yes = {}, const QString &no = {})
{
    mapping::Column column = writable(name, mapping::ColumnType::Boolean);
    if (!yes.isEmpty())
        column.options = {{.value = 0, .label = no}, {.value = 1, .label = yes}};
    return column;
}

inline mapping::Column text(const QString &name, int maxLength)
{
    mapping::Column column = writable(name, mapping::ColumnType::Text);
    column.maxLength = maxLength;
    return column;
}

inline mapping::Column choice(const QString &name, mapping::ColumnType type = mapping::ColumnType::Choice)
{
    mapping::Column column = writable(name, type);
    column.options = {{.value = 1, .label = QStringLiteral("Sports")},
                      {.value = 9, .label = QStringLiteral("Culture")},
                      {.value = 100000001, .label = QStringLiteral("Yes")},
                      {.value = -2, .label = QStringLiteral("No")}};
    return column;
}

inline mapping::Column number(const QString &name, mapping::ColumnType type, int precision,
                              std::optional<double> minimum = {}, std::optional<double> maximum = {})
{
    mapping::Column column = writable(name, type);
    column.precision = precision;
    column.minimum = minimum;
    column.maximum = maximum;
    return column;
}

inline mapping::Column lookup(const QString &name, const QList<mapping::LookupTarget> &targets,
                              mapping::ColumnType type = mapping::ColumnType::Lookup)
{
    mapping::Column column = writable(name, type);
    column.targets = targets;
    return column;
}

inline mapping::Column donotbulkemail()
{
    return boolean(QStringLiteral("donotbulkemail"), QStringLiteral("Do Not Allow"), QStringLiteral("Allow"));
}

} // namespace columns
