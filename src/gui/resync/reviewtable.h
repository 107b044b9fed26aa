#pragma once

#include <QTableView>

namespace gui {

/// A table of very many rows: never asks for all of them.
class ReviewTable : public QTableView
{
    Q_OBJECT

public:
    using QTableView::QTableView;

    /// Typing does not walk through the rows; it is left to the search.
    void keyboardSearch(const QString &text) override { Q_EMIT typed(text); }

    /// The rows that are selected, from the top; at most `most`.
    QList<int> selectedRows(int most) const;
    qint64 selectedCount() const;

Q_SIGNALS:
    void typed(const QString &text);
};

} // namespace gui
