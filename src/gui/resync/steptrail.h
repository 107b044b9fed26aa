#pragma once

#include <QStringList>
#include <QWidget>

namespace gui {

/// Where one is among some steps: those behind, the one that is worked on, those to come. Only tells.
class StepTrail : public QWidget
{
    Q_OBJECT

public:
    explicit StepTrail(QWidget *parent = nullptr);

    void setSteps(const QStringList &steps);
    void setCurrent(int step);
    int current() const { return m_current; }

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    QFont fontOf(int step) const;

    QStringList m_steps;
    int m_current = 0;
};

} // namespace gui
