#include "mapping/column.h"

#include <algorithm>

namespace mapping {

using namespace Qt::StringLiterals;

const ChoiceOption *Column::option(qint64 value) const
{
    const auto found = std::find_if(options.cbegin(), options.cend(),
                                    [value](const ChoiceOption &item) { return item.value == value; });
    return found == options.cend() ? nullptr : &*found;
}

const LookupTarget *Column::target(const QString &table) const
{
    if (table.isEmpty())
        return targets.size() == 1 ? &targets.first() : nullptr;
    const auto found = std::find_if(targets.cbegin(), targets.cend(),
                                    [&table](const LookupTarget &item) { return item.table == table; });
    return found == targets.cend() ? nullptr : &*found;
}

const TargetKey *LookupTarget::keyOn(const QString &name) const
{
    const TargetKey *best = nullptr; // several keys on one column: the usable one
    for (qsizetype i = 0; keys && i < keys->size(); ++i) {
        const TargetKey &key = keys->at(i);
        if (key.column == name && (!best || key.status == Key::Status::Active))
            best = &key;
    }
    return best;
}

QString Column::readName() const
{
    const bool isReference = type == ColumnType::Lookup || type == ColumnType::Customer || type == ColumnType::Owner;
    return isReference ? u'_' + logicalName + u"_value"_s : logicalName;
}

const Column *Table::column(const QString &name) const
{
    const auto likely =
        std::lower_bound(columns.cbegin(), columns.cend(), name,
                         [](const Column &item, const QString &wanted) { return item.logicalName < wanted; });
    if (likely != columns.cend() && likely->logicalName == name)
        return &*likely;
    // The order is a promise that a hand-made table may break.
    const auto found = std::find_if(columns.cbegin(), columns.cend(),
                                    [&name](const Column &item) { return item.logicalName == name; });
    return found == columns.cend() ? nullptr : &*found;
}

const Key *Table::keyOn(QStringList names) const
{
    names.sort();
    const Key *best = nullptr; // several keys on the same columns: the usable one
    for (const Key &key : keys) {
        QStringList columnsOfKey = key.columns;
        columnsOfKey.sort();
        const bool isIt = columnsOfKey == names;
        if (isIt && (!best || key.status == Key::Status::Active))
            best = &key;
    }
    return best;
}

} // namespace mapping
