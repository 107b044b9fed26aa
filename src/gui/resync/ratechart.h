#pragma once

#include "models/rateseries.h"

#include <QElapsedTimer>
#include <QWidget>

namespace gui {

/// How many people a second were done, over time. Where nothing could be sent since somebody asked to wait, the ground
/// is marked. What it shows is also said in words, below it and to screen readers.
class RateChart : public QWidget
{
    Q_OBJECT

public:
    explicit RateChart(QWidget *parent = nullptr);

    void setSeries(const models::RateSeries &series);
    QString summary() const; ///< "1,204 people per second now, 1,530 at most, over 4 minutes."

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    QString timeText(std::chrono::milliseconds span) const;

    models::RateSeries m_series;
    QElapsedTimer m_sinceTold; ///< Screen readers are not told ten times a second.
};

} // namespace gui
