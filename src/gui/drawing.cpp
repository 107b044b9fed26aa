#include "gui/drawing.h"

#include <QApplication>
#include <QPainter>

namespace gui {

Inks inksFor(const QStyleOptionViewItem &option, models::Sign sign, bool isDim)
{
    const bool isSelected = option.state & QStyle::State_Selected;
    if (isSelected) {
        const bool isActive = option.state & QStyle::State_Active;
        const QColor text =
            option.palette.color(isActive ? QPalette::Active : QPalette::Inactive, QPalette::HighlightedText);
        return {text, text, text};
    }
    const QColor dim = theme::dim(option.palette);
    return {isDim ? dim : option.palette.color(QPalette::Text), dim, theme::color(theme::toneOf(sign), option.palette)};
}

void drawBackground(QPainter *painter, const QStyleOptionViewItem &option)
{
    QStyleOptionViewItem plain = option;
    plain.text.clear();
    plain.icon = {};
    plain.features &=
        ~QStyleOptionViewItem::ViewItemFeatures(QStyleOptionViewItem::HasDisplay | QStyleOptionViewItem::HasDecoration);
    const QStyle *style = option.widget ? option.widget->style() : QApplication::style();
    style->drawControl(QStyle::CE_ItemViewItem, &plain, painter, option.widget);
}

void drawPart(QPainter *painter, QRect *rect, const QString &text, const QColor &ink, const QFont &font)
{
    if (rect->width() <= 0 || text.isEmpty())
        return;
    const QFontMetrics metrics(font);
    painter->setFont(font);
    painter->setPen(ink);
    const QString fitting = metrics.elidedText(text, Qt::ElideRight, rect->width());
    painter->drawText(*rect, Qt::AlignLeft | Qt::AlignVCenter | Qt::TextSingleLine, fitting);
    rect->setLeft(rect->left() + metrics.horizontalAdvance(fitting));
}

models::Sign signAt(const QModelIndex &index)
{
    return models::Sign(index.data(models::SignRole).toInt());
}

QFont smaller(const QFont &font)
{
    QFont small = font;
    if (small.pointSizeF() > 0)
        small.setPointSizeF(small.pointSizeF() * 0.92);
    return small;
}

} // namespace gui
