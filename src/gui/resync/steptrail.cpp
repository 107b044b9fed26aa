#include "gui/resync/steptrail.h"

#include "gui/icons.h"
#include "gui/theme.h"

#include <QAccessible>
#include <QPainter>

namespace gui {

using namespace Qt::StringLiterals;
using models::Sign;

StepTrail::StepTrail(QWidget *parent) : QWidget(parent)
{
    setSizePolicy(QSizePolicy::Minimum, QSizePolicy::Fixed);
}

QFont StepTrail::fontOf(int step) const
{
    QFont made = font();
    made.setBold(step == m_current);
    return made;
}

void StepTrail::setSteps(const QStringList &steps)
{
    m_steps = steps;
    setCurrent(m_current);
    updateGeometry();
}

void StepTrail::setCurrent(int step)
{
    m_current = step;
    //: For screen readers; %3 is the step's name.
    setAccessibleName(tr("Step %1 of %2: %3").arg(step + 1).arg(m_steps.size()).arg(m_steps.value(step)));
    QAccessibleEvent changed(this, QAccessible::NameChanged);
    QAccessible::updateAccessibility(&changed);
    update();
}

QSize StepTrail::sizeHint() const
{
    QFont bold = font(); // whichever is current: nothing moves
    bold.setBold(true);
    const QFontMetrics metrics(bold);
    int width = 0;
    for (const QString &step : m_steps)
        width += metrics.horizontalAdvance(step) + 3 * metrics.height();
    return {width, metrics.height() * 3 / 2};
}

void StepTrail::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    QFont bold = font();
    bold.setBold(true);
    const QFontMetrics metrics(bold);
    const int side = metrics.height();
    int x = 0;
    for (int step = 0; step < m_steps.size(); ++step) {
        const bool isBehind = step < m_current;
        const bool isNow = step == m_current;
        const QColor ink = isNow      ? palette().color(QPalette::WindowText)
                           : isBehind ? theme::color(Tone::Positive, palette())
                                      : theme::dim(palette());
        const Sign sign = isBehind ? Sign::Passed : isNow ? Sign::Running : Sign::NotReached;
        icons::draw(&painter, QRect(x, (height() - side) / 2, side, side), icons::signName(sign), ink);
        x += side + side / 3;
        painter.setPen(isBehind ? theme::dim(palette()) : ink);
        painter.setFont(fontOf(step));
        const int width = metrics.horizontalAdvance(m_steps.at(step));
        painter.drawText(QRect(x, 0, width, height()), Qt::AlignLeft | Qt::AlignVCenter, m_steps.at(step));
        x += width + side / 3;
        if (step + 1 < m_steps.size())
            icons::draw(&painter, QRect(x, (height() - side) / 2, side, side), u"chevron-right"_s,
                        theme::dim(palette()));
        x += side + side / 3;
    }
}

} // namespace gui
