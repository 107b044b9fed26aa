#pragma once

#include "gui/session.h"
#include "mapping/compare.h"

#include <QDialog>

class QTreeWidgetItem;

namespace Ui {
class CompareDialog;
}

namespace gui {

/// What another integration maps differently; only what is ticked is taken over, by id, else by name.
class CompareDialog : public QDialog
{
    Q_OBJECT

public:
    CompareDialog(Session &session, QWidget *parent);
    ~CompareDialog() override;

    QString otherName() const;
    int tickedCount() const;

    /// This integration's mappings with what is ticked.
    QList<profile::Mapping> mappings() const;

private:
    void offerOthers();
    void choose();
    void compare(const bridge::Surroundings *theirs, const core::Error &problem);
    void fill();
    void addLine(const mapping::Difference &difference);
    void addLost(const mapping::Carried &lost);
    void showDetails();
    void refreshButtons();
    void survey(const profile::Profile &other);

    std::unique_ptr<Ui::CompareDialog> m_ui;
    Session &m_session;
    QList<profile::Profile> m_others;
    std::unique_ptr<bridge::Link> m_link; ///< To the other integration's ends, to read what they are called there.
    std::unique_ptr<QObject> m_jobs;      ///< Use the link and go before it; they end when another one is chosen.
    mapping::Promotion m_promotion;
    QList<int> m_carried; ///< For each mapping that was carried its place in the promotion.
    QList<mapping::Difference> m_differences;
};

} // namespace gui
