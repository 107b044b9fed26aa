#include "gui/style.h"

#include "gui/theme.h"

#include <QPainter>
#include <QStyleOption>

namespace gui {

using namespace Qt::StringLiterals;

namespace {

/// An edge around `rect` where the style's own cannot be seen; nothing on light surfaces and around what has the focus.
void outline(QPainter *painter, const QStyleOption *option, const QRect &rect, qreal radius)
{
    const bool hasFocus = option->state & QStyle::State_HasFocus;
    if (!theme::isDark(option->palette) || hasFocus)
        return;
    const bool isEnabled = option->state & QStyle::State_Enabled;
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setPen(option->palette.color(isEnabled ? QPalette::Active : QPalette::Disabled, QPalette::Mid));
    painter->setBrush(Qt::NoBrush);
    painter->drawRoundedRect(QRectF(rect).adjusted(0.5, 0.5, -0.5, -0.5), radius, radius);
    painter->restore();
}

} // namespace

Style::Style() : QProxyStyle(u"fusion"_s)
{
}

void Style::drawPrimitive(PrimitiveElement element, const QStyleOption *option, QPainter *painter,
                          const QWidget *widget) const
{
    QProxyStyle::drawPrimitive(element, option, painter, widget);
    if (element == PE_FrameLineEdit)
        outline(painter, option, option->rect, 2);
    else if (element == PE_IndicatorCheckBox)
        outline(painter, option, option->rect.adjusted(0, 0, 0, 0), 1);
    else if (element == PE_IndicatorRadioButton)
        outline(painter, option, option->rect.adjusted(1, 1, -1, -1), option->rect.height() / 2.0);
}

void Style::drawComplexControl(ComplexControl control, const QStyleOptionComplex *option, QPainter *painter,
                               const QWidget *widget) const
{
    QProxyStyle::drawComplexControl(control, option, painter, widget);
    if (control == CC_ComboBox || control == CC_SpinBox)
        outline(painter, option, option->rect, 2);
}

} // namespace gui
