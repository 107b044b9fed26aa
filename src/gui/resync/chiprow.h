#pragma once

#include <QWidget>

namespace gui {

/// Buttons side by side, in as many rows as they need; they are its children, in the order in which they were made.
class ChipRow : public QWidget
{
    Q_OBJECT

public:
    explicit ChipRow(QWidget *parent = nullptr);

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

protected:
    void childEvent(QChildEvent *event) override;
    bool event(QEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    int arrange(int width, bool isMeant) const; ///< Returns the height.
    void fitHeight();
};

} // namespace gui
