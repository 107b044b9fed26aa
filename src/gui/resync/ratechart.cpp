#include "gui/resync/ratechart.h"

#include "gui/drawing.h"
#include "gui/theme.h"

#include <QAccessible>
#include <QLocale>
#include <QPainter>
#include <QPainterPath>

#include <cmath>

namespace gui {

using namespace Qt::StringLiterals;
using models::RateSeries;

namespace {

constexpr auto shortest = std::chrono::minutes(1); ///< That the chart is wide: so that it does not run at first.
constexpr qint64 tellEveryMs = 10'000;

/// The next of 1, 2, 5, 10, 20, 50, … that is not less.
double roundUp(double value)
{
    if (value <= 4)
        return 4;
    const double power = std::pow(10.0, std::floor(std::log10(value)));
    for (const double step : {1.0, 2.0, 4.0, 5.0, 8.0, 10.0}) {
        if (step * power >= value)
            return step * power;
    }
    return 10 * power;
}

QString number(double value)
{
    return QLocale().toString(qint64(std::llround(value)));
}

} // namespace

RateChart::RateChart(QWidget *parent) : QWidget(parent)
{
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Expanding);
    setAccessibleName(tr("People per second over time"));
    setFont(smaller(font()));
}

QSize RateChart::sizeHint() const
{
    return {70 * fontMetrics().averageCharWidth(), 12 * fontMetrics().height()};
}

QSize RateChart::minimumSizeHint() const
{
    return {30 * fontMetrics().averageCharWidth(), 6 * fontMetrics().height()};
}

void RateChart::setSeries(const RateSeries &series)
{
    m_series = series;
    update();
    if (m_sinceTold.isValid() && m_sinceTold.elapsed() < tellEveryMs && !series.isEmpty())
        return;
    m_sinceTold.start();
    setAccessibleDescription(summary());
    QAccessibleEvent changed(this, QAccessible::DescriptionChanged);
    QAccessible::updateAccessibility(&changed);
}

QString RateChart::timeText(std::chrono::milliseconds span) const
{
    const auto seconds = std::chrono::round<std::chrono::seconds>(span).count();
    if (seconds < 120)
        return tr("%n second(s)", nullptr, int(seconds));
    if (seconds < 7200)
        return tr("%n minute(s)", nullptr, int(seconds / 60));
    return tr("%n hour(s)", nullptr, int(seconds / 3600));
}

QString RateChart::summary() const
{
    if (m_series.isEmpty())
        return tr("Nothing has been done yet.");
    //: %1 and %2: numbers, %3: "4 minutes".
    return tr("%1 people per second now, %2 at most, over %3.")
        .arg(number(m_series.last()), number(m_series.highest()), timeText(m_series.length()));
}

void RateChart::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const QFontMetrics metrics(font());
    const double top = roundUp(m_series.highest());
    const int gap = metrics.averageCharWidth();
    const int left = metrics.horizontalAdvance(number(top)) + 2 * gap;
    const QRectF plot(left, metrics.height() / 2.0, std::max(1, width() - left - gap),
                      std::max(1, height() - metrics.height() * 2));
    const QColor dim = theme::dim(palette());
    QColor line = dim;
    line.setAlphaF(0.25F);

    painter.setFont(font());
    for (int step = 0; step <= 4; ++step) {
        const double value = top * step / 4;
        const qreal y = plot.bottom() - plot.height() * step / 4;
        painter.setPen(QPen(line, 1));
        painter.drawLine(QPointF(plot.left(), y), QPointF(plot.right(), y));
        if (step % 2 != 0)
            continue;
        painter.setPen(dim);
        painter.drawText(QRectF(0, y - metrics.height() / 2.0, left - gap, metrics.height()),
                         Qt::AlignRight | Qt::AlignVCenter, number(value));
    }

    const auto span = std::max<std::chrono::milliseconds>(m_series.length(), shortest);
    const double width = plot.width() * double(m_series.width().count()) / double(span.count());
    const auto xOf = [&](qsizetype column) { return plot.left() + width * double(column); };
    const auto yOf = [&](double rate) { return plot.bottom() - plot.height() * std::min(1.0, rate / top); };
    const QList<RateSeries::Column> &columns = m_series.columns();

    QColor waiting = theme::color(Tone::Warning, palette());
    waiting.setAlphaF(0.28F);
    QColor curve = palette().color(QPalette::Link);
    QColor area = curve;
    area.setAlphaF(0.18F);
    QPainterPath path;
    QPointF last;
    for (qsizetype i = 0; i < columns.size(); ++i) {
        const RateSeries::Column &column = columns.at(i);
        const qreal right = std::min(xOf(i + 1), plot.right());
        if (column.wasWaiting)
            painter.fillRect(QRectF(xOf(i), plot.top(), right - xOf(i), plot.height()), waiting);
        if (column.samples == 0)
            continue;
        const QPointF point(std::min(xOf(i) + width / 2, plot.right()), yOf(column.perSecond));
        if (path.elementCount() == 0)
            path.moveTo(point);
        else
            path.lineTo(point);
        last = point;
    }
    if (path.elementCount() > 0) {
        const QPointF first = path.elementAt(0);
        QPainterPath below = path;
        below.lineTo(last.x(), plot.bottom());
        below.lineTo(first.x(), plot.bottom());
        painter.fillPath(below, area);
        painter.strokePath(path, QPen(curve, 1.6, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
        painter.setPen(Qt::NoPen);
        painter.setBrush(curve);
        painter.drawEllipse(last, 3, 3);
    }

    painter.setPen(dim);
    const QRectF below(plot.left(), plot.bottom() + metrics.height() / 3.0, plot.width(), metrics.height());
    painter.drawText(below, Qt::AlignLeft | Qt::AlignVCenter, tr("began"));
    painter.drawText(below, Qt::AlignRight | Qt::AlignVCenter,
                     //: At the right end of the time axis; %1: "4 minutes".
                     tr("%1 later").arg(timeText(span)));
}

} // namespace gui
