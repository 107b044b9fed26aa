#pragma once

#include <QProxyStyle>

namespace gui {

/// Fusion, with outlines that can be seen on dark surfaces: Fusion darkens the window's colour for them, which on a
/// dark window leaves fields and boxes without an edge.
class Style : public QProxyStyle
{
    Q_OBJECT

public:
    Style();

    void drawPrimitive(PrimitiveElement element, const QStyleOption *option, QPainter *painter,
                       const QWidget *widget) const override;
    void drawComplexControl(ComplexControl control, const QStyleOptionComplex *option, QPainter *painter,
                            const QWidget *widget) const override;
};

} // namespace gui
