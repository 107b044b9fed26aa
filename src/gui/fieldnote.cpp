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
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Preferred);
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
    setContentsMargins(indentation(), 0, 0, 0);
    fitHeight();
    setVisible(!text.isEmpty());
    updateGeometry();
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

void FieldNote::fitHeight()
{
    const int wanted = heightForWidth(width());
    if (minimumHeight() != wanted || maximumHeight() != wanted)
        setFixedHeight(wanted);
}

void FieldNote::resizeEvent(QResizeEvent *event)
{
    QLabel::resizeEvent(event);
    fitHeight();
}

int FieldNote::indentation() const
{
    return m_sign == models::Sign::None ? 0 : iconSide() + iconSide() / 3;
}

int FieldNote::heightForWidth(int width) const
{
    const int most = std::max(1, width - indentation());
    const int wrap = wordWrap() ? int(Qt::TextWordWrap) : 0;
    return std::max(fontMetrics().height(),
                    fontMetrics().boundingRect(0, 0, most, QWIDGETSIZE_MAX, wrap, text()).height());
}

QSize FieldNote::sizeHint() const
{
    // As wide as the text, but no wider than what reads well; QLabel itself guesses a shape that leaves holes under
    // fields.
    const int line = fontMetrics().boundingRect(0, 0, QWIDGETSIZE_MAX, QWIDGETSIZE_MAX, 0, text()).width() + 2;
    const int width = indentation() + (wordWrap() ? std::min(line, 64 * fontMetrics().averageCharWidth()) : line);
    return {width, heightForWidth(width)};
}

QSize FieldNote::minimumSizeHint() const
{
    const int width = indentation() + 12 * fontMetrics().averageCharWidth();
    return {std::min(width, sizeHint().width()), fontMetrics().height()};
}

void FieldNote::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    const bool plain = m_sign == models::Sign::None || m_sign == models::Sign::Waiting;
    const QColor ink = plain ? theme::dim(palette()) : theme::color(theme::toneOf(m_sign), palette());
    QPalette inked = palette();
    inked.setColor(QPalette::WindowText, ink);
    const int flags = int(alignment()) | (wordWrap() ? int(Qt::TextWordWrap) : int(Qt::TextSingleLine));
    QString shown = text();
    if (!wordWrap())
        shown = fontMetrics().elidedText(shown, Qt::ElideRight, contentsRect().width());
    const QRect words = style()->itemTextRect(fontMetrics(), contentsRect(), flags, isEnabled(), shown);
    if (m_sign != models::Sign::None)
        icons::draw(&painter, QRect(words.left() - indentation(), words.top(), iconSide(), iconSide()),
                    icons::signName(m_sign), ink);
    style()->drawItemText(&painter, contentsRect(), flags, inked, isEnabled(), shown, QPalette::WindowText);
}

} // namespace gui
