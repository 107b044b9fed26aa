#pragma once

#include <QList>
#include <QObject>

class QTableView;

namespace gui {

/// Shares a table's width out among its columns, in percent, until the user drags one: from then on the widths are the
/// user's. The last column takes what is left.
class ColumnShares : public QObject
{
    Q_OBJECT

public:
    /// `percents`: one for each column but the last; 0 = as wide as its content.
    ColumnShares(QTableView *table, const QList<int> &percents);

    bool eventFilter(QObject *watched, QEvent *event) override;

    void share(); ///< Anew, as when a column was hidden or shown.

private:
    void leaveToUser(); ///< Who drags a border knows what they want.

    QTableView *const m_table;
    const QList<int> m_percents;
    bool m_isUsers = false;
};

} // namespace gui
