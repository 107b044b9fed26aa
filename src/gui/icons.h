#pragma once

#include "gui/theme.h"

#include <QIcon>

class QPainter;

namespace gui::icons {

/// One of the program's own icons ("add"), drawn in the palette's text colour; follows when the palette changes.
QIcon icon(const QString &name);

/// The same in a semantic colour.
QIcon icon(const QString &name, Tone tone);

/// The shape and colour of a state; null for None.
QIcon signIcon(models::Sign sign);

/// Draws an icon centred in `rect` in exactly that colour: for delegates, which know what they draw on.
void draw(QPainter *painter, const QRect &rect, const QString &name, const QColor &color);
QString signName(models::Sign sign); ///< "state-passed"; empty for None.

} // namespace gui::icons
