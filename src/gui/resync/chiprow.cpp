#include "gui/resync/chiprow.h"

#include <QChildEvent>
#include <QStyle>

namespace gui {

ChipRow::ChipRow(QWidget *parent) : QWidget(parent)
{
    setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Fixed);
}

/// `isMeant`: moves them; else it only measures.
int ChipRow::arrange(int width, bool isMeant) const
{
    const int gap = style()->pixelMetric(QStyle::PM_LayoutHorizontalSpacing) > 0
                        ? style()->pixelMetric(QStyle::PM_LayoutHorizontalSpacing)
                        : fontMetrics().averageCharWidth();
    const QMargins margins = contentsMargins();
    int x = 0;
    int y = margins.top();
    int line = 0;
    const bool isMirrored = layoutDirection() == Qt::RightToLeft;
    for (QObject *child : children()) {
        auto *chip = qobject_cast<QWidget *>(child);
        if (!chip || chip->isHidden())
            continue;
        const QSize size =
            chip->sizeHint().expandedTo(chip->minimumSize()).boundedTo({std::max(width, 1), QWIDGETSIZE_MAX});
        if (x > 0 && x + size.width() > width) {
            x = 0;
            y += line + gap;
            line = 0;
        }
        if (isMeant)
            chip->setGeometry(QRect(QPoint(isMirrored ? width - x - size.width() : x, y), size));
        x += size.width() + gap;
        line = std::max(line, size.height());
    }
    return y + line + margins.bottom();
}

void ChipRow::fitHeight()
{
    const int wanted = arrange(width(), true);
    if (minimumHeight() != wanted || maximumHeight() != wanted)
        setFixedHeight(wanted);
}

QSize ChipRow::sizeHint() const
{
    const int width = 80 * fontMetrics().averageCharWidth();
    return {width, arrange(width, false)};
}

QSize ChipRow::minimumSizeHint() const
{
    return {12 * fontMetrics().averageCharWidth(), 0};
}

bool ChipRow::event(QEvent *event)
{
    const bool isHandled = QWidget::event(event);
    if (event->type() == QEvent::LayoutRequest || event->type() == QEvent::FontChange ||
        event->type() == QEvent::LayoutDirectionChange)
        fitHeight();
    return isHandled;
}

/// Who hides itself tells only those that have a layout of Qt's own.
bool ChipRow::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::HideToParent || event->type() == QEvent::ShowToParent)
        fitHeight();
    return QWidget::eventFilter(watched, event);
}

void ChipRow::childEvent(QChildEvent *event)
{
    QWidget::childEvent(event);
    if (event->added() && event->child()->isWidgetType())
        event->child()->installEventFilter(this);
}

void ChipRow::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    fitHeight();
}

} // namespace gui
