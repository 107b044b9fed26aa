#pragma once

#include <QStyledItemDelegate>

namespace gui {

/// Draws the connection test's steps: two lines, and under them when the step ran within the whole test. Parts of the
/// link are one bold line.
class StepDelegate : public QStyledItemDelegate
{
    Q_OBJECT

public:
    using QStyledItemDelegate::QStyledItemDelegate;

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;
};

} // namespace gui
