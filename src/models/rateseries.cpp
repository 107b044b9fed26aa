#include "models/rateseries.h"

#include <algorithm>

namespace models {

void RateSeries::clear()
{
    *this = {};
}

void RateSeries::add(std::chrono::milliseconds now, double perSecond, bool isWaiting)
{
    if (m_columns.isEmpty())
        m_first = m_last = now;
    m_last = std::max(m_last, now);
    m_lastRate = perSecond;
    while ((m_last - m_first) / m_width >= most)
        halve();
    const auto place = qsizetype((m_last - m_first) / m_width);
    if (m_columns.size() <= place)
        m_columns.resize(place + 1);
    Column &column = m_columns[place];
    column.perSecond = (column.perSecond * column.samples + perSecond) / (column.samples + 1);
    column.wasWaiting = column.wasWaiting || isWaiting;
    ++column.samples;
}

void RateSeries::halve()
{
    QList<Column> merged;
    for (qsizetype i = 0; i < m_columns.size(); i += 2) {
        const Column one = m_columns.at(i);
        const Column other = i + 1 < m_columns.size() ? m_columns.at(i + 1) : Column{};
        const int samples = one.samples + other.samples;
        const double sum = one.perSecond * one.samples + other.perSecond * other.samples;
        merged << Column{.perSecond = samples > 0 ? sum / samples : 0,
                         .wasWaiting = one.wasWaiting || other.wasWaiting,
                         .samples = samples};
    }
    m_columns = merged;
    m_width *= 2;
}

double RateSeries::highest() const
{
    double highest = 0;
    for (const Column &column : m_columns)
        highest = std::max(highest, column.perSecond);
    return highest;
}

} // namespace models
