#pragma once

#include "bridge/surroundings.h"
#include "engine/runjob.h"
#include "store/plansums.h"

#include <QIcon>
#include <QTimer>
#include <QWidget>

#include <memory>
#include <vector>

class QAction;

namespace Ui {
class ReviewPanel;
}

namespace models {
class ReviewModel;
class WriteModel;
} // namespace models

namespace gui {

class ColumnShares;

/// A plan, looked at before it is run: counts that are filters, what will happen in words, everybody it is about, and
/// for who is selected each value before and after.
class ReviewPanel : public QWidget
{
    Q_OBJECT

public:
    explicit ReviewPanel(QWidget *parent = nullptr);
    ~ReviewPanel() override;

    /// Shows the plan of that file. `surroundings` is copied; nullptr: not known yet, setSurroundings() may follow.
    void open(const QString &path, const bridge::Surroundings *surroundings, bool isProduction);
    void close();
    void reload(); ///< Somebody else has changed the file.
    QString path() const { return m_path; }

    void setSurroundings(const bridge::Surroundings *surroundings);
    void setProduction(bool isProduction);
    void setMayWrite(bool on);                ///< False: a production environment whose lock is closed.
    void setWhyNot(const QString &sentence);  ///< Why it cannot be run now, besides what the plan says; empty: it can.
    void setMasked(bool on);                  ///< People are shown so that they can be recognised, not contacted.
    void setBackTip(const QString &sentence); ///< Where “Back” leads.
    void focusFirst();
    void focusFilter();

    QByteArray layoutState() const;
    void restoreLayout(const QByteArray &state);

Q_SIGNALS:
    void runWanted(const engine::RunOptions &options); ///< All is confirmed.
    void closeWanted();                                ///< Back to the scope.
    void maskWanted(bool on);
    void personWanted(const QString &person); ///< To be previewed.

private:
    struct Chip; ///< A count that is a filter.

    void buildChips();
    void buildTables();
    void buildActions();
    Chip *addChip(const QString &word, const QIcon &icon);
    store::RunFilter filter() const;
    void applyFilter();
    void clearFilters();
    void settleSort(int column, Qt::SortOrder order);
    void showProblem(const core::Error &problem);
    void refresh();
    void refreshHead();
    void refreshChips();
    void refreshReasons();
    void refreshRun();
    void refreshRows();
    QString whyNotRun() const;
    void showDetails();
    void toggleTicks();
    void tickShown(bool on);
    void copyPerson();
    QString chosenPerson() const; ///< Of the row that has the focus; empty when it is not read, or has no id.
    void confirmRun();

    std::unique_ptr<Ui::ReviewPanel> m_ui;
    models::ReviewModel *m_model;
    models::WriteModel *m_writes;
    ColumnShares *m_shares = nullptr;
    ColumnShares *m_writeShares = nullptr;
    std::vector<std::unique_ptr<Chip>> m_chips; ///< The first one is "all".
    store::PlanSums m_sums;
    QList<store::RunGroup> m_reasons; ///< Those in the box.
    QString m_path;
    core::Error m_problem;     ///< Why the plan cannot be shown.
    core::Error m_tickProblem; ///< Of the last ticks.
    QString m_whyNot;
    bool m_isProduction = false;
    bool m_mayWrite = true;
    int m_sorted = -1; ///< The column that it is sorted by; -1: as planned.
    Qt::SortOrder m_sortOrder = Qt::AscendingOrder;
    QTimer m_searchRest;       ///< Somebody types.
    QTimer m_longWait;         ///< For the rows: short waits are not worth a word.
    QTimer m_detailRest;       ///< Somebody moves through the rows.
    bool m_wantsFocus = false; ///< As soon as there are rows.
    bool m_hasLayout = false;  ///< Somebody has chosen how much room the details get.
    QAction *m_toggle = nullptr;
    QAction *m_copyPerson = nullptr;
    QAction *m_preview = nullptr;
};

} // namespace gui
