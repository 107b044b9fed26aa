#include "gui/resync/reviewtable.h"

#include <QItemSelectionModel>

#include <algorithm>

namespace gui {

QList<int> ReviewTable::selectedRows(int most) const
{
    QList<int> rows;
    if (!selectionModel())
        return rows;
    QItemSelection ranges = selectionModel()->selection();
    std::sort(ranges.begin(), ranges.end(),
              [](const QItemSelectionRange &a, const QItemSelectionRange &b) { return a.top() < b.top(); });
    for (const QItemSelectionRange &range : std::as_const(ranges)) {
        for (int row = range.top(); row <= range.bottom() && rows.size() < most; ++row)
            rows << row;
    }
    return rows;
}

qint64 ReviewTable::selectedCount() const
{
    qint64 count = 0;
    if (selectionModel()) {
        for (const QItemSelectionRange &range : selectionModel()->selection())
            count += range.height();
    }
    return count;
}

} // namespace gui
