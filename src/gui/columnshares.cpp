#include "gui/columnshares.h"

#include <QApplication>
#include <QEvent>
#include <QHeaderView>
#include <QTableView>

namespace gui {

ColumnShares::ColumnShares(QTableView *table, const QList<int> &percents)
    : QObject(table), m_table(table), m_percents(percents)
{
    QHeaderView *header = table->horizontalHeader();
    header->setStretchLastSection(true);
    for (int column = 0; column < percents.size(); ++column) {
        if (percents.at(column) == 0)
            header->setSectionResizeMode(column, QHeaderView::ResizeToContents);
    }
    table->setHorizontalScrollMode(QAbstractItemView::ScrollPerPixel);
    table->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff); // shares always fit
    table->viewport()->installEventFilter(this);
    connect(header, &QHeaderView::sectionResized, this, [this](int column) {
        if (column < m_percents.size() && m_percents.at(column) == 0)
            share(); // its content changed
        if (QApplication::mouseButtons() != Qt::NoButton && m_table->horizontalHeader()->underMouse())
            leaveToUser();
    });
}

void ColumnShares::leaveToUser()
{
    m_isUsers = true;
    m_table->setHorizontalScrollBarPolicy(Qt::ScrollBarAsNeeded);
}

bool ColumnShares::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::Resize) // once the header has taken the new width too
        QMetaObject::invokeMethod(this, &ColumnShares::share, Qt::QueuedConnection);
    return QObject::eventFilter(watched, event);
}

void ColumnShares::share()
{
    if (m_isUsers)
        return;
    QHeaderView *header = m_table->horizontalHeader();
    int all = m_table->viewport()->width();
    int shares = 100;
    for (int column = 0; column < m_percents.size(); ++column) {
        if (header->isSectionHidden(column))
            shares -= m_percents.at(column); // the others share its room
        else if (m_percents.at(column) == 0)
            all -= header->sectionSize(column);
    }
    for (int column = 0; column < m_percents.size(); ++column) {
        if (m_percents.at(column) > 0 && !header->isSectionHidden(column))
            header->resizeSection(column, all * m_percents.at(column) / shares);
    }
}

} // namespace gui
