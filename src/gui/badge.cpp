#include "gui/badge.h"

#include <QPainter>

namespace gui {

namespace {

QFont badgeFont(QFont font)
{
    font.setBold(true);
    if (font.pointSizeF() > 0)
        font.setPointSizeF(font.pointSizeF() * 0.85);
    return font;
}

} // namespace

void Badge::show(const QString &word, Tone tone, bool isFilled)
{
    m_tone = tone;
    m_isFilled = isFilled;
    setText(word.toUpper());
    setVisible(!word.isEmpty());
    update();
}

void Badge::setKind(profile::EnvironmentKind kind)
{
    show(profile::environmentText(kind), theme::toneOf(kind), kind == profile::EnvironmentKind::Production);
    setAccessibleName(tr("Environment: %1").arg(profile::environmentText(kind)));
}

QSize Badge::sizeHint() const
{
    const QFontMetrics metrics(badgeFont(font()));
    return {widthOf(text(), font()), metrics.height() + metrics.height() / 3};
}

int Badge::widthOf(const QString &word, const QFont &font)
{
    const QFontMetrics metrics(badgeFont(font));
    return word.isEmpty() ? 0 : metrics.horizontalAdvance(word) + metrics.height();
}

void Badge::paint(QPainter *painter, const QRect &rect, const QString &word, Tone tone, bool isFilled,
                  const QPalette &palette, const QFont &font)
{
    if (word.isEmpty())
        return;
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    const QColor color = theme::color(tone, palette);
    const QRectF frame = QRectF(rect).adjusted(0.5, 0.5, -0.5, -0.5);
    const qreal radius = frame.height() / 4;
    painter->setPen(QPen(color, 1));
    painter->setBrush(isFilled ? QBrush(color) : QBrush(Qt::NoBrush));
    painter->drawRoundedRect(frame, radius, radius);
    painter->setFont(badgeFont(font));
    painter->setPen(isFilled ? (theme::isDark(palette) ? QColor(0x1b1d20) : QColor(Qt::white)) : color);
    painter->drawText(rect, Qt::AlignCenter, word);
    painter->restore();
}

void Badge::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    const QSize size = sizeHint();
    const QRect frame(0, (height() - size.height()) / 2, std::min(width(), size.width()), size.height());
    paint(&painter, frame, text(), m_tone, m_isFilled, palette(), font());
}

} // namespace gui
