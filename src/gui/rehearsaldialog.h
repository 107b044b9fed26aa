#pragma once

#include "gui/services.h"

#include <QDialog>

namespace Ui {
class RehearsalDialog;
}

namespace gui {

/// Everything that can be let go wrong in Practice, by the part of the link that shows it; found by typing.
class RehearsalDialog : public QDialog
{
    Q_OBJECT

public:
    RehearsalDialog(const QList<PracticeGround::Rehearsal> &rehearsals, QWidget *parent);
    ~RehearsalDialog() override;

    void accept() override;

Q_SIGNALS:
    void chosen(const QString &id);

private:
    void fill(const QList<PracticeGround::Rehearsal> &rehearsals);
    void filter(const QString &text);
    QString currentId() const;

    std::unique_ptr<Ui::RehearsalDialog> m_ui;
};

} // namespace gui
