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

QString Column::readName() const
{
    const bool isReference = type == ColumnType::Lookup || type == ColumnType::Customer || type == ColumnType::Owner;
    return isReference ? u'_' + logicalName + u"_value"_s : logicalName;
}

const Column *Table::column(const QString &name) const
{
    // Not a binary search: the order is a promise that a hand-made table may break.
    const auto found = std::find_if(columns.cbegin(), columns.cend(),
                                    [&name](const Column &item) { return item.logicalName == name; });
    return found == columns.cend() ? nullptr : &*found;
}

const Key *Table::keyOn(const QString &name) const
{
    const Key *best = nullptr; // several keys on one column: the usable one
    for (const Key &key : keys) {
        const bool isIt = key.columns == QStringList{name};
        if (isIt && (!best || key.status == Key::Status::Active))
            best = &key;
    }
    return best;
}

} // namespace mapping
