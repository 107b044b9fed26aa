#pragma once

#include <QComboBox>
#include <QWheelEvent>

namespace gui {

/// A list of things to choose from that scrolling the page does not change.
class CalmBox : public QComboBox
{
    Q_OBJECT

public:
    explicit CalmBox(QWidget *parent = nullptr) : QComboBox(parent) { setFocusPolicy(Qt::StrongFocus); }

protected:
    void wheelEvent(QWheelEvent *event) override { event->ignore(); }
};

} // namespace gui
