#pragma once

#include "mapping/suggest.h"

#include <QDialog>

#include <memory>

namespace Ui {
class SuggestDialog;
}

namespace gui {

/// Mappings that may be missing, guessed from names: each with its reason; only what is ticked is added.
class SuggestDialog : public QDialog
{
    Q_OBJECT

public:
    SuggestDialog(const QList<mapping::Suggestion> &suggestions, QWidget *parent);
    ~SuggestDialog() override;

    QList<mapping::Suggestion> ticked() const;

private:
    void fill();
    void showReason();

    std::unique_ptr<Ui::SuggestDialog> m_ui;
    const QList<mapping::Suggestion> m_suggestions;
};

} // namespace gui
