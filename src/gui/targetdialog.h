#pragma once

#include "gui/pickerbox.h"
#include "gui/session.h"

#include <QDialog>

#include <array>

namespace Ui {
class TargetDialog;
}

namespace gui {

class CalmBox;

/// Which table, how a person's row is found there, and what a new row gets; in Current mode where the addresses come
/// from that consent hangs on.
class TargetDialog : public QDialog
{
    Q_OBJECT

public:
    TargetDialog(Session &session, QWidget *parent);
    ~TargetDialog() override;

    /// The draft as it was made here.
    const profile::Profile &result() const { return m_profile; }

protected:
    void keyPressEvent(QKeyEvent *event) override;

private:
    void buildPoints();
    void loadTables();
    void chooseTable(const QString &name);
    void refresh();
    void refreshMatch();
    void refreshMore();
    void refreshNewRow();
    void refreshPoints();
    void chooseKey();
    void takeConstants();
    void addConstant(const QString &column, const QString &text);
    bool isCurrent() const;
    const mapping::Table *table() const { return m_table ? &*m_table : nullptr; }

    struct Point {
        CalmBox *from;
        PickerBox *name;
    };

    std::unique_ptr<Ui::TargetDialog> m_ui;
    Session &m_session;
    profile::Profile m_profile;
    std::optional<mapping::Table> m_table;
    QPointer<QObject> m_jobs; ///< Among the session's, so that its link stays while they run.
    std::array<Point, std::size(profile::allChannels)> m_points = {};
    bool m_isFilling = false;
};

} // namespace gui
