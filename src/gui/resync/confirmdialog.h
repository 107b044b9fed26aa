#pragma once

#include "engine/runjob.h"
#include "store/plansums.h"

#include <QDialog>

#include <memory>

namespace Ui {
class ConfirmDialog;
}

namespace gui {

/// Says in words what a run will write, and lets nobody start it by accident: what permits contact and what creates
/// rows is confirmed by itself, and very many changes in production by typing how many there are.
class ConfirmDialog : public QDialog
{
    Q_OBJECT

public:
    static constexpr qint64 mostUntyped = 1'000;

    ConfirmDialog(const store::RunHead &head, const store::PlanSums &sums, bool isProduction,
                  QWidget *parent = nullptr);
    ~ConfirmDialog() override;

    engine::RunOptions options() const; ///< Once it is accepted.

private:
    void describe(const store::RunHead &head);
    void refresh();
    bool isTyped() const;

    std::unique_ptr<Ui::ConfirmDialog> m_ui;
    const store::PlanSums m_sums;
    const bool m_asksNumber;
};

} // namespace gui
