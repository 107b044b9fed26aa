#pragma once

#include "gui/theme.h"

#include <QModelIndex>
#include <QStyleOptionViewItem>

class QPainter;

/// What the delegates of this room share.
namespace gui {

struct Inks {
    QColor text;
    QColor dim;
    QColor sign;
};

Inks inksFor(const QStyleOptionViewItem &option, models::Sign sign, bool isDim);

/// What the style puts under a cell: selection, hover, focus.
void drawBackground(QPainter *painter, const QStyleOptionViewItem &option);

/// Draws as much of `text` as fits from the left of `rect`, and takes the space away from it.
void drawPart(QPainter *painter, QRect *rect, const QString &text, const QColor &ink, const QFont &font);

models::Sign signAt(const QModelIndex &index);

/// The smaller font of what is said after or below.
QFont smaller(const QFont &font);

} // namespace gui
