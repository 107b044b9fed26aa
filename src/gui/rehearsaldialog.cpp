#include "gui/rehearsaldialog.h"

#include "diagnosis/step.h"
#include "gui/fieldnote.h"
#include "ui_rehearsaldialog.h"

#include <QPushButton>

namespace gui {

using namespace Qt::StringLiterals;
using diagnosis::Step;

namespace {

constexpr int idRole = Qt::UserRole;

} // namespace

RehearsalDialog::RehearsalDialog(const QList<PracticeGround::Rehearsal> &rehearsals, QWidget *parent)
    : QDialog(parent), m_ui(std::make_unique<Ui::RehearsalDialog>())
{
    m_ui->setupUi(this);
    m_ui->helpNote->setNote(tr("Practice lets the chosen thing go wrong and tests the connection, so that you know its "
                               "face when it happens for real. Nothing outside this program changes."));
    m_ui->nothingNote->setNote(tr("Nothing of that name can be rehearsed."));
    m_ui->nothingNote->hide();
    m_ui->buttons->button(QDialogButtonBox::Ok)->setText(tr("Rehearse"));
    fill(rehearsals);
    resize(110 * fontMetrics().averageCharWidth(), 34 * fontMetrics().height());
    connect(m_ui->filterEdit, &QLineEdit::textChanged, this, &RehearsalDialog::filter);
    connect(m_ui->list, &QTreeWidget::currentItemChanged, this,
            [this] { m_ui->buttons->button(QDialogButtonBox::Ok)->setEnabled(!currentId().isEmpty()); });
    connect(m_ui->list, &QTreeWidget::itemActivated, this, [this] { accept(); });
    filter({});
}

RehearsalDialog::~RehearsalDialog() = default;

void RehearsalDialog::fill(const QList<PracticeGround::Rehearsal> &rehearsals)
{
    QHash<int, QTreeWidgetItem *> parts;
    for (const PracticeGround::Rehearsal &one : rehearsals) {
        const auto step = diagnosis::stepFromWord(one.step);
        const auto end = step ? diagnosis::endOf(*step) : Step::End::Both;
        QTreeWidgetItem *&part = parts[int(end)];
        if (!part) {
            part = new QTreeWidgetItem(m_ui->list, {diagnosis::endText(end)});
            part->setFirstColumnSpanned(true);
            part->setFlags(Qt::ItemIsEnabled);
            QFont bold = font();
            bold.setBold(true);
            part->setFont(0, bold);
        }
        auto *item = new QTreeWidgetItem(part, {one.title, step ? diagnosis::stepName(*step) : QString()});
        item->setData(0, idRole, one.id);
        item->setToolTip(0, one.title);
    }
    m_ui->list->expandAll();
    m_ui->list->header()->setSectionResizeMode(0, QHeaderView::Stretch);
    m_ui->list->header()->setSectionResizeMode(1, QHeaderView::ResizeToContents);
}

void RehearsalDialog::filter(const QString &text)
{
    QTreeWidgetItem *first = nullptr;
    for (int row = 0; row < m_ui->list->topLevelItemCount(); ++row) {
        QTreeWidgetItem *part = m_ui->list->topLevelItem(row);
        bool hasAny = false;
        for (int child = 0; child < part->childCount(); ++child) {
            QTreeWidgetItem *item = part->child(child);
            const QString all = part->text(0) + u' ' + item->text(0) + u' ' + item->text(1);
            bool isFound = true;
            for (const QString &word : text.split(u' ', Qt::SkipEmptyParts))
                isFound = isFound && all.contains(word, Qt::CaseInsensitive);
            item->setHidden(!isFound);
            hasAny = hasAny || isFound;
            if (isFound && !first)
                first = item;
        }
        part->setHidden(!hasAny);
    }
    m_ui->list->setCurrentItem(first);
    m_ui->nothingNote->setVisible(!first);
    m_ui->buttons->button(QDialogButtonBox::Ok)->setEnabled(first);
}

QString RehearsalDialog::currentId() const
{
    const QTreeWidgetItem *item = m_ui->list->currentItem();
    return item && !item->isHidden() ? item->data(0, idRole).toString() : QString();
}

void RehearsalDialog::accept()
{
    const QString id = currentId();
    if (id.isEmpty())
        return;
    QDialog::accept();
    Q_EMIT chosen(id);
}

} // namespace gui
