#pragma once

#include <QList>

#include <chrono>

namespace models {

/// How fast something went over time, for a chart: from many samples to a few columns of equal width, however long it
/// lasts. Where there would be more than `most`, two neighbours become one.
class RateSeries
{
public:
    struct Column {
        double perSecond = 0; ///< On average.
        bool wasWaiting = false;
        int samples = 0; ///< 0: nothing was told at that time.
        bool operator==(const Column &) const = default;
    };
    static constexpr int most = 240;

    /// `now` of any steady clock; the first call is the beginning.
    void add(std::chrono::milliseconds now, double perSecond, bool isWaiting);
    void clear();

    const QList<Column> &columns() const { return m_columns; }
    std::chrono::milliseconds width() const { return m_width; } ///< Of a column.
    std::chrono::milliseconds length() const { return m_last - m_first; }
    double highest() const;
    double last() const { return m_lastRate; }
    bool isEmpty() const { return m_columns.isEmpty(); }

private:
    void halve();

    QList<Column> m_columns;
    std::chrono::milliseconds m_width{500};
    std::chrono::milliseconds m_first{0};
    std::chrono::milliseconds m_last{0};
    double m_lastRate = 0;
};

} // namespace models
