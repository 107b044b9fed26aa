#include "gui/resyncaction.h"

#include "gui/icons.h"

#include <QEvent>
#include <QWidget>

namespace gui {

using namespace Qt::StringLiterals;

ResyncAction::ResyncAction(QObject *parent) : QAction(parent)
{
    setText(tr("&Resync this person…"));
    setToolTip(tr("Preview what Didomi says of this person now, and push it"));
    setIcon(icons::icon(u"push"_s));
    setShortcut(QKeySequence(Qt::CTRL | Qt::Key_R));
    connect(this, &QAction::triggered, this, [this] { Q_EMIT wanted(person()); });
}

void ResyncAction::serve(QWidget *view, std::function<QString()> person)
{
    m_views.append({view, std::move(person)});
    view->installEventFilter(this);
}

QString ResyncAction::person() const
{
    const auto place = std::find_if(m_views.cbegin(), m_views.cend(),
                                    [this](const View &view) { return view.widget && view.widget == m_last; });
    return place != m_views.cend() && m_last->isVisible() ? place->person() : QString();
}

bool ResyncAction::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::FocusIn || event->type() == QEvent::ContextMenu)
        m_last = qobject_cast<QWidget *>(watched);
    return QAction::eventFilter(watched, event);
}

} // namespace gui
