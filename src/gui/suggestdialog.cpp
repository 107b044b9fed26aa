#include "gui/suggestdialog.h"

#include "gui/fieldnote.h"
#include "ui_suggestdialog.h"

#include <QLocale>
#include <QPushButton>

namespace gui {

using namespace Qt::StringLiterals;

SuggestDialog::SuggestDialog(const QList<mapping::Suggestion> &suggestions, QWidget *parent)
    : QDialog(parent), m_ui(std::make_unique<Ui::SuggestDialog>()), m_suggestions(suggestions)
{
    m_ui->setupUi(this);
    m_ui->helpNote->setNote(tr("Guessed from names. Tick what is meant; which way round a yes/no column is written is "
                               "asked for each row afterwards."));
    m_ui->emptyNote->setNote(suggestions.isEmpty() ? tr("No column that is still free resembles anything in Didomi.")
                                                   : QString());
    m_ui->list->setVisible(!suggestions.isEmpty());
    m_ui->buttons->button(QDialogButtonBox::Ok)->setText(tr("Add what is ticked"));
    fill();
    connect(m_ui->list, &QTreeWidget::currentItemChanged, this, &SuggestDialog::showReason);
    const auto refresh = [this] { m_ui->buttons->button(QDialogButtonBox::Ok)->setEnabled(!ticked().isEmpty()); };
    connect(m_ui->list, &QTreeWidget::itemChanged, this, refresh);
    refresh();
    resize(100 * fontMetrics().averageCharWidth(), (suggestions.isEmpty() ? 10 : 26) * fontMetrics().height());
    if (suggestions.isEmpty())
        m_ui->dialogLayout->insertStretch(m_ui->dialogLayout->count() - 1);
}

SuggestDialog::~SuggestDialog() = default;

void SuggestDialog::fill()
{
    for (const mapping::Suggestion &one : m_suggestions) {
        const QString likeness = tr("%1 %").arg(QLocale().toString(int(one.score * 100 + 0.5)));
        auto *item = new QTreeWidgetItem(m_ui->list, {one.sourceName, one.columnName, likeness});
        item->setCheckState(0, Qt::Unchecked);
        item->setToolTip(0, one.value);
        item->setToolTip(1, one.column);
        item->setToolTip(2, one.reason);
    }
    m_ui->list->header()->setSectionResizeMode(QHeaderView::Stretch);
    m_ui->list->header()->setSectionResizeMode(2, QHeaderView::ResizeToContents);
    m_ui->list->header()->setStretchLastSection(false);
    if (!m_suggestions.isEmpty())
        m_ui->list->setCurrentItem(m_ui->list->topLevelItem(0));
    showReason();
}

void SuggestDialog::showReason()
{
    const int row = m_ui->list->indexOfTopLevelItem(m_ui->list->currentItem());
    m_ui->whyNote->setNote(row < 0 ? QString() : m_suggestions.at(row).reason);
}

QList<mapping::Suggestion> SuggestDialog::ticked() const
{
    QList<mapping::Suggestion> ticked;
    for (int row = 0; row < m_suggestions.size(); ++row) {
        if (m_ui->list->topLevelItem(row)->checkState(0) == Qt::Checked)
            ticked += m_suggestions.at(row);
    }
    return ticked;
}

} // namespace gui
