#pragma once

#include <QAction>
#include <QPointer>

#include <functional>

namespace gui {

/// "Resync this person": takes whoever is chosen through preview and push. There is one; every page that shows people
/// offers it, and it is about the person of the page that was used last.
class ResyncAction : public QAction
{
    Q_OBJECT

public:
    explicit ResyncAction(QObject *parent = nullptr);

    /// `view` shows people; `person` tells who is chosen there, by organization_user_id, empty when nobody is.
    void serve(QWidget *view, std::function<QString()> person);

    /// Who is chosen now.
    QString person() const;

    bool eventFilter(QObject *watched, QEvent *event) override;

Q_SIGNALS:
    void wanted(const QString &person); ///< Empty when nobody is chosen: the user is to say who.

private:
    struct View {
        QPointer<QWidget> widget;
        std::function<QString()> person;
    };
    QList<View> m_views;
    QPointer<QWidget> m_last; ///< That had the focus.
};

} // namespace gui
