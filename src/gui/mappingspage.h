#pragma once

#include "gui/mappingeditor.h"
#include "gui/session.h"

#include <QTimer>
#include <QWidget>

class QSortFilterProxyModel;

namespace Ui {
class MappingsPage;
}

namespace models {
class ColumnModel;
class MappingModel;
class SourceModel;
class TargetModel;
} // namespace models

namespace gui {

/// The Mappings page: a grid of what goes where, an editor for the selected row, and Didomi's own JSON, kept in step.
class MappingsPage : public QWidget
{
    Q_OBJECT

public:
    explicit MappingsPage(QWidget *parent = nullptr);
    ~MappingsPage() override;

    void setSession(Session *session);
    void focusFilter();

    /// Takes over JSON that was typed a moment ago and is not applied yet; call before saving.
    void applyPending();

    QByteArray layoutState() const;
    void restoreLayout(const QByteArray &state);

protected:
    void showEvent(QShowEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void refresh(); ///< Everything from the draft.
    void askAgain();
    void refreshChoices(); ///< What the pickers offer.
    void refreshEditor();
    void refreshMetadata();
    void refreshActions();
    void refreshTargets();
    void refreshWhole();
    void takeJson(const profile::Integration &integration, const core::Secret &clientSecret);
    mapping::Place known() const; ///< What is loaded of both ends.
    profile::Mode mode() const;

    int currentRow() const; ///< Of the mappings, -1 when not exactly one is selected.
    QList<int> selectedRows() const;
    void select(int row);
    void edit(const QString &what, int field, const MappingChange &change);
    void add();
    void addRow(const QString &what, const profile::Mapping &mapping);
    void applyFix();
    void suggest();
    void compare();
    void takeSource(const QString &path);
    void takeColumn(const QString &name);
    void takeDrop(const QStringList &sources, const QStringList &columns, int row);
    void duplicate();
    void removeSelected();
    void move(int by);

    std::unique_ptr<Ui::MappingsPage> m_ui;
    models::MappingModel *m_model;
    QSortFilterProxyModel *m_filtered;
    models::SourceModel *m_sources;
    models::ColumnModel *m_columns; ///< What there is to write to: in Legacy mode,
    models::TargetModel *m_targets; ///< and in Current mode.
    QPointer<Session> m_session;
    QTimer m_ageing; ///< Of the lists: their age is told.
    bool m_isLaidOut = false;
};

/// Every value path that the catalogue allows, for a picker.
QList<PickerBox::Choice> sourceChoices(const consent::Catalogue *catalogue);

} // namespace gui
