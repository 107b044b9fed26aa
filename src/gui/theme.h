#pragma once

#include "models/sign.h"
#include "profile/profile.h"

#include <QColor>
#include <QPalette>

namespace gui {

/// What a colour means. The four semantic colours exist once for light and once for dark surroundings.
enum class Tone { Positive, Warning, Negative, Neutral };

namespace theme {

enum class Choice { System, Light, Dark };

/// Sets the program's palette. System keeps what the desktop says; where it says nothing, the light palette is used.
void apply(Choice choice);

/// True when text is lighter than what it stands on.
bool isDark(const QPalette &palette);

QColor color(Tone tone, const QPalette &palette);

/// Text of secondary importance, still readable (at least 4.5:1).
QColor dim(const QPalette &palette);

/// WCAG contrast of two opaque colours, 1 … 21.
double contrast(const QColor &one, const QColor &other);

QPalette lightPalette();
QPalette darkPalette();

Tone toneOf(models::Sign sign);
Tone toneOf(profile::EnvironmentKind kind);

} // namespace theme

} // namespace gui
