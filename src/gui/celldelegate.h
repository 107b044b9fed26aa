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

/// Draws rows of two lines: the integrations of the rail, the steps of a test.
class TwoLineDelegate : public QStyledItemDelegate
{
    Q_OBJECT

public:
    enum class Kind { Integrations, Steps };

    TwoLineDelegate(Kind kind, QObject *parent) : QStyledItemDelegate(parent), m_kind(kind) {}

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;

private:
    const Kind m_kind;
};

} // namespace gui
