#include "gui/fieldnote.h"

#include "gui/icons.h"

#include <QAccessible>
#include <QPainter>
#include <QStyle>

namespace gui {

using namespace Qt::StringLiterals;

FieldNote::FieldNote(QWidget *parent) : QLabel(parent)
{
    setWordWrap(true);
    setTextFormat(Qt::PlainText);
    setTextInteractionFlags(Qt::NoTextInteraction);
    QSizePolicy policy(QSizePolicy::Preferred, QSizePolicy::Minimum);
    policy.setHeightForWidth(true);
    setSizePolicy(policy);
    QFont small = font();
    if (small.pointSizeF() > 0)
        small.setPointSizeF(small.pointSizeF() * 0.92);
    setFont(small);
    setVisible(false);
}

void FieldNote::setNote(const QString &text, models::Sign sign)
{
    if (m_sign == sign && this->text() == text && isVisibleTo(parentWidget()) == !text.isEmpty())
        return;
    m_sign = sign;
    setText(text);
    setAccessibleName(sign == models::Sign::None ? text : u"%1: %2"_s.arg(models::signWord(sign), text));
    setContentsMargins(sign == models::Sign::None ? 0 : iconSide() + iconSide() / 3, 0, 0, 0);
    setVisible(!text.isEmpty());
    update();
    QAccessibleEvent changed(this, QAccessible::NameChanged);
    QAccessible::updateAccessibility(&changed);
}

void FieldNote::setHelp(const QString &text)
{
    const bool isShowing = this->text() == m_help && m_sign == models::Sign::None;
    m_help = text;
    if (isShowing)
        setNote(text);
}

int FieldNote::iconSide() const
{
    return fontMetrics().height();
}

void FieldNote::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    const bool plain = m_sign == models::Sign::None || m_sign == models::Sign::Waiting;
    const QColor ink = plain ? theme::dim(palette()) : theme::color(theme::toneOf(m_sign), palette());
    QPalette inked = palette();
    inked.setColor(QPalette::WindowText, ink);
    if (m_sign != models::Sign::None)
        icons::draw(&painter, QRect(0, 0, iconSide(), iconSide()), icons::signName(m_sign), ink);
    style()->drawItemText(&painter, contentsRect(), int(alignment()) | Qt::TextWordWrap, inked, isEnabled(), text(),
                          QPalette::WindowText);
}

} // namespace gui
