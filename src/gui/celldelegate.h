#pragma once

#include <QStyledItemDelegate>

namespace gui {

/// Draws the cells of the program's tables and lists: state icon, text, what is dimmer behind it, and changes as old →
/// new. Reads the roles of models/sign.h.
class CellDelegate : public QStyledItemDelegate
{
    Q_OBJECT

public:
    enum Role {
        LabelRole = Qt::UserRole + 90, ///< QString: drawn instead of the display text.
    };

    using QStyledItemDelegate::QStyledItemDelegate;

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;
};

/// Draws the integrations of the rail: two lines, the second says what they are and how they stand.
class IntegrationDelegate : public QStyledItemDelegate
{
    Q_OBJECT

public:
    using QStyledItemDelegate::QStyledItemDelegate;

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;
};

} // namespace gui
