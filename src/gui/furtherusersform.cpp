#include "gui/furtherusersform.h"

#include "gui/fieldnote.h"
#include "gui/furtheruserdialog.h"
#include "gui/icons.h"
#include "ui_furtherusersform.h"

#include <QHeaderView>

namespace gui {

using namespace Qt::StringLiterals;
using models::Sign;
using profile::FurtherUser;
using profile::Problem;

namespace {

constexpr int mostRowsShown = 5;
constexpr auto ourFields = "further_users"_L1;

/// Of "further_users[2].client_id": 2; -1 when the field is another one.
qsizetype indexIn(const QString &field)
{
    if (!field.startsWith(ourFields))
        return -1;
    bool isNumber = false;
    const int index = field.section(u'[', 1).section(u']', 0, 0).toInt(&isNumber);
    return isNumber ? index : 0;
}

} // namespace

FurtherUsersForm::FurtherUsersForm(QWidget *parent) : QWidget(parent), m_ui(std::make_unique<Ui::FurtherUsersForm>())
{
    m_ui->setupUi(this);
    m_ui->furtherUsersNote->setHelp(
        tr("Dynamics limits what each application user may ask. Add more app registrations, and a resync writes as all "
           "of them at once."));
    m_ui->furtherUsersList->header()->setSectionResizeMode(0, QHeaderView::ResizeToContents);
    m_ui->furtherUsersList->header()->setSectionResizeMode(1, QHeaderView::Stretch);
    connect(m_ui->furtherUsersList, &QTreeWidget::currentItemChanged, this, &FurtherUsersForm::updateActions);
    connect(m_ui->furtherUsersList, &QTreeWidget::itemActivated, this,
            [this](QTreeWidgetItem *item) { edit(m_ui->furtherUsersList->indexOfTopLevelItem(item)); });
    connect(m_ui->furtherUserAdd, &QPushButton::clicked, this,
            [this] { edit(m_session->draft().furtherUsers.size()); });
    connect(m_ui->furtherUserChange, &QPushButton::clicked, this,
            [this] { edit(m_ui->furtherUsersList->indexOfTopLevelItem(m_ui->furtherUsersList->currentItem())); });
    connect(m_ui->furtherUserRemove, &QPushButton::clicked, this, &FurtherUsersForm::remove);
}

FurtherUsersForm::~FurtherUsersForm() = default;

QFormLayout *FurtherUsersForm::form() const
{
    return m_ui->form;
}

void FurtherUsersForm::setSession(Session *session)
{
    m_session = session;
}

void FurtherUsersForm::fill(const profile::Profile &draft)
{
    QTreeWidget *list = m_ui->furtherUsersList;
    const int chosen = std::max(0, list->indexOfTopLevelItem(list->currentItem()));
    list->clear();
    for (const FurtherUser &user : draft.furtherUsers) {
        const bool isByCertificate = user.kind == profile::Credential::Kind::Certificate;
        auto *item = new QTreeWidgetItem(list, {user.label, user.clientId});
        item->setToolTip(1, isByCertificate ? tr("%1, signs in with a certificate").arg(user.clientId)
                                            : tr("%1, signs in with a client secret").arg(user.clientId));
    }
    const int count = list->topLevelItemCount();
    m_ui->form->setRowVisible(list, count > 0);
    m_ui->furtherUserChange->setVisible(count > 0);
    m_ui->furtherUserRemove->setVisible(count > 0);
    if (count > 0) {
        list->setCurrentItem(list->topLevelItem(std::min(chosen, count - 1)));
        const int rows = std::min(count, mostRowsShown);
        list->setFixedHeight(list->header()->sizeHint().height() + rows * list->sizeHintForRow(0) +
                             2 * list->frameWidth() + fontMetrics().height() / 4);
    }
    updateNote();
    updateActions();
}

void FurtherUsersForm::updateNote()
{
    m_ui->furtherUsersNote->showHelp();
    if (!m_session)
        return;
    bool isShown = false;
    for (const Problem &problem : m_session->problems()) {
        const qsizetype index = indexIn(problem.field);
        QTreeWidgetItem *item = m_ui->furtherUsersList->topLevelItem(int(index));
        if (index < 0 || !item)
            continue;
        const bool isError = problem.severity == Problem::Severity::Error;
        const QString text = problem.fix.isEmpty() ? problem.message : problem.message + u' ' + problem.fix;
        item->setIcon(0, icons::icon(isError ? u"state-failed"_s : u"state-warning"_s));
        item->setToolTip(0, text);
        if (!isShown || isError)
            m_ui->furtherUsersNote->setNote(text, isError ? Sign::Failed : Sign::Warning);
        isShown = isShown || isError;
    }
}

void FurtherUsersForm::updateActions()
{
    const bool isChosen = m_ui->furtherUsersList->currentItem() != nullptr;
    m_ui->furtherUserChange->setEnabled(isChosen);
    m_ui->furtherUserRemove->setEnabled(isChosen);
}

void FurtherUsersForm::edit(qsizetype index)
{
    if (!m_session || index < 0)
        return;
    auto *dialog = new FurtherUserDialog(*m_session, *m_questions, index, this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->open();
}

void FurtherUsersForm::remove()
{
    const int index = m_ui->furtherUsersList->indexOfTopLevelItem(m_ui->furtherUsersList->currentItem());
    profile::Profile draft = m_session->draft();
    if (index < 0 || index >= draft.furtherUsers.size())
        return;
    draft.furtherUsers.removeAt(index);
    m_session->setDraft(draft);
    // The keyboard stays where it was of use.
    if (draft.furtherUsers.isEmpty())
        m_ui->furtherUserAdd->setFocus(Qt::OtherFocusReason);
}

QWidget *FurtherUsersForm::widgetOf(const QString &field) const
{
    const qsizetype index = indexIn(field);
    if (index < 0)
        return nullptr;
    QTreeWidgetItem *item = m_ui->furtherUsersList->topLevelItem(int(index));
    if (!item)
        return m_ui->furtherUserAdd;
    m_ui->furtherUsersList->setCurrentItem(item);
    return m_ui->furtherUsersList;
}

} // namespace gui
