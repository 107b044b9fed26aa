#include "gui/theme.h"

#include "gui/style.h"

#include <QApplication>
#include <QStyle>

#include <cmath>

namespace gui::theme {

using namespace Qt::StringLiterals;

namespace {

struct Tones {
    QColor positive, warning, negative, neutral;
};

// Chosen against the lightest and the darkest surface that text of these colours stands on; tst_theme computes the
// contrast.
const Tones &tones(bool dark)
{
    static const Tones light{QColor(0x15693a), QColor(0x815000), QColor(0xb3261e), QColor(0x545b64)};
    static const Tones onDark{QColor(0x6fd597), QColor(0xf2be5c), QColor(0xff948a), QColor(0xb2b9c2)};
    return dark ? onDark : light;
}

QPalette paletteOf(QColor window, QColor base, QColor alternate, QColor text, QColor button, QColor highlight,
                   QColor link, QColor placeholder, QColor disabled)
{
    QPalette palette(button, window);
    palette.setColor(QPalette::Window, window);
    palette.setColor(QPalette::WindowText, text);
    palette.setColor(QPalette::Base, base);
    palette.setColor(QPalette::AlternateBase, alternate);
    palette.setColor(QPalette::Text, text);
    palette.setColor(QPalette::Button, button);
    palette.setColor(QPalette::ButtonText, text);
    palette.setColor(QPalette::ToolTipBase, base);
    palette.setColor(QPalette::ToolTipText, text);
    palette.setColor(QPalette::Highlight, highlight);
    palette.setColor(QPalette::HighlightedText, Qt::white);
    palette.setColor(QPalette::Link, link);
    palette.setColor(QPalette::LinkVisited, link);
    palette.setColor(QPalette::PlaceholderText, placeholder);
    for (const auto role : {QPalette::WindowText, QPalette::Text, QPalette::ButtonText})
        palette.setColor(QPalette::Disabled, role, disabled);
    palette.setColor(QPalette::Disabled, QPalette::Base, window);
    return palette;
}

double luminance(const QColor &color)
{
    const auto linear = [](double part) {
        return part <= 0.04045 ? part / 12.92 : std::pow((part + 0.055) / 1.055, 2.4);
    };
    return 0.2126 * linear(color.redF()) + 0.7152 * linear(color.greenF()) + 0.0722 * linear(color.blueF());
}

} // namespace

QPalette lightPalette()
{
    static const QPalette palette =
        paletteOf(QColor(0xf3f4f6), QColor(0xffffff), QColor(0xf7f8fa), QColor(0x1d2126), QColor(0xf7f8f9),
                  QColor(0x2a62bd), QColor(0x1d5bb8), QColor(0x636a74), QColor(0x8d939b));
    return palette;
}

QPalette darkPalette()
{
    static const QPalette palette = [] {
        QPalette made =
            paletteOf(QColor(0x26292d), QColor(0x1b1d20), QColor(0x212428), QColor(0xe6e8eb), QColor(0x33373c),
                      QColor(0x3574d4), QColor(0x8ab8ff), QColor(0x9da4ad), QColor(0x757c85));
        made.setColor(QPalette::Mid, QColor(0x79818b)); // outlines of fields: 3:1 on every surface
        made.setColor(QPalette::Disabled, QPalette::Mid, QColor(0x474c53));
        return made;
    }();
    return palette;
}

void apply(Choice choice)
{
    const QString style = QApplication::style()->name();
    if (style.compare(u"fusion"_s, Qt::CaseInsensitive) == 0 && !qobject_cast<Style *>(QApplication::style()))
        QApplication::setStyle(new Style);
    switch (choice) {
    case Choice::Light:
        QApplication::setPalette(lightPalette());
        return;
    case Choice::Dark:
        QApplication::setPalette(darkPalette());
        return;
    case Choice::System:
        break;
    }
    // A desktop that has colours of its own (also high-contrast ones) passes through untouched.
    const QPalette own = QApplication::style()->standardPalette();
    const QPalette now = QApplication::palette();
    const bool saysNothing = own.color(QPalette::Window) == now.color(QPalette::Window) &&
                             own.color(QPalette::Base) == now.color(QPalette::Base) && !isDark(now);
    if (saysNothing)
        QApplication::setPalette(lightPalette());
}

bool isDark(const QPalette &palette)
{
    return luminance(palette.color(QPalette::WindowText)) > luminance(palette.color(QPalette::Window));
}

QColor color(Tone tone, const QPalette &palette)
{
    const Tones &set = tones(isDark(palette));
    switch (tone) {
    case Tone::Positive:
        return set.positive;
    case Tone::Warning:
        return set.warning;
    case Tone::Negative:
        return set.negative;
    case Tone::Neutral:
        return set.neutral;
    }
    return set.neutral;
}

QColor dim(const QPalette &palette)
{
    const QColor text = palette.color(QPalette::WindowText);
    const QColor ground = palette.color(QPalette::Window);
    constexpr float share = 0.70F;
    return QColor::fromRgbF(text.redF() * share + ground.redF() * (1 - share),
                            text.greenF() * share + ground.greenF() * (1 - share),
                            text.blueF() * share + ground.blueF() * (1 - share));
}

double contrast(const QColor &one, const QColor &other)
{
    const double a = luminance(one);
    const double b = luminance(other);
    return (std::max(a, b) + 0.05) / (std::min(a, b) + 0.05);
}

Tone toneOf(models::Sign sign)
{
    using models::Sign;
    switch (sign) {
    case Sign::Passed:
        return Tone::Positive;
    case Sign::Warning:
        return Tone::Warning;
    case Sign::Failed:
        return Tone::Negative;
    case Sign::None:
    case Sign::NotReached:
    case Sign::Skipped:
    case Sign::Running:
    case Sign::Waiting:
    case Sign::Planned:
        return Tone::Neutral;
    }
    return Tone::Neutral;
}

Tone toneOf(profile::EnvironmentKind kind)
{
    using profile::EnvironmentKind;
    switch (kind) {
    case EnvironmentKind::Production:
        return Tone::Negative;
    case EnvironmentKind::Sandbox:
        return Tone::Warning;
    case EnvironmentKind::Development:
        return Tone::Neutral;
    case EnvironmentKind::Practice:
        return Tone::Positive;
    }
    return Tone::Neutral;
}

} // namespace gui::theme
