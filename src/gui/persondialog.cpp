#include "gui/persondialog.h"

#include "engine/newest.h"
#include "gui/fieldnote.h"
#include "gui/icons.h"
#include "ui_persondialog.h"

#include <QPushButton>

namespace gui {

using namespace Qt::StringLiterals;
using core::Error;
using core::Result;
using engine::FoundPeople;
using engine::FoundPerson;
using models::Sign;

namespace {

constexpr int idRole = Qt::UserRole;
enum Column { Name, Id, FoundBy };

} // namespace

PersonDialog::PersonDialog(Session &session, QWidget *parent)
    : QDialog(parent), m_ui(std::make_unique<Ui::PersonDialog>()), m_session(session)
{
    m_ui->setupUi(this);
    m_ui->helpNote->setNote(tr(
        "Didomi finds people by their exact id only; names, addresses and parts of ids are looked for in Dynamics."));
    m_ui->progressBar->hide();
    m_ui->searchButton->setIcon(icons::icon(u"search"_s));
    m_ui->buttons->button(QDialogButtonBox::Ok)->setText(tr("&Preview"));
    m_ui->buttons->button(QDialogButtonBox::Ok)->setIcon(icons::icon(u"preview"_s));
    m_ui->list->header()->setSectionResizeMode(QHeaderView::Stretch);
    resize(92 * fontMetrics().averageCharWidth(), 24 * fontMetrics().height());

    connect(m_ui->textEdit, &QLineEdit::textChanged, this, &PersonDialog::refresh);
    connect(m_ui->searchButton, &QPushButton::clicked, this, &PersonDialog::search);
    connect(m_ui->newestButton, &QPushButton::clicked, this, &PersonDialog::findNewest);
    connect(m_ui->list, &QTreeWidget::itemActivated, this, &QDialog::accept);
    connect(m_ui->list, &QTreeWidget::currentItemChanged, this, &PersonDialog::refresh);
    m_ui->textEdit->setFocus();
    refresh();
}

PersonDialog::~PersonDialog()
{
    if (m_job)
        m_job->cancel();
}

QString PersonDialog::person() const
{
    const QTreeWidgetItem *item = m_ui->list->currentItem();
    return item ? item->data(Name, idRole).toString() : QString();
}

void PersonDialog::search()
{
    if (m_job)
        return m_job->cancel();
    const QString text = m_ui->textEdit->text();
    m_session.ready(this, [this, text, round = ++m_round](const Result<Session::Ready> &ready) {
        if (round != m_round)
            return;
        if (!ready)
            return end(ready.error());
        auto *job = engine::searchPeople(ready->link, ready->surroundings, text, m_session.jobs());
        begin(job, tr("Looking for a person"));
        job->whenDone(this, [this, round](const Result<FoundPeople> &found) {
            if (round != m_round)
                return;
            end(found ? Error{} : found.error());
            if (found)
                list(*found);
        });
    });
    begin(nullptr, {});
}

void PersonDialog::findNewest()
{
    m_session.ready(this, [this, round = ++m_round](const Result<Session::Ready> &ready) {
        if (round != m_round)
            return;
        if (!ready)
            return end(ready.error());
        auto *job = engine::newestPerson(ready->link, m_session.jobs());
        begin(job, tr("Looking for the newest consent"));
        job->whenDone(this, [this, round](const Result<QString> &id) {
            if (round != m_round)
                return;
            end(id ? Error{} : id.error());
            if (id)
                list({.people = {
                          FoundPerson{.id = *id, .name = {}, .detail = tr("newest consent"), .isInDidomi = true}}});
        });
    });
    begin(nullptr, {});
}

void PersonDialog::begin(core::JobBase *job, const QString &what)
{
    m_job = job;
    if (job)
        m_session.watch(job, what);
    m_ui->list->clear();
    m_ui->resultNote->setNote(QString());
    m_ui->progressBar->show();
    refresh();
}

void PersonDialog::end(const Error &problem)
{
    m_job = nullptr;
    m_ui->progressBar->hide();
    if (problem.kind == Error::Kind::Cancelled)
        m_ui->resultNote->setNote(tr("Stopped."), Sign::Skipped);
    else if (!problem.message.isEmpty())
        m_ui->resultNote->setNote(problem.fix.isEmpty() ? problem.message : problem.message + u' ' + problem.fix,
                                  Sign::Failed);
    refresh();
}

void PersonDialog::list(const FoundPeople &found)
{
    for (const FoundPerson &person : found.people) {
        const QString name = person.name.isEmpty() ? tr("(no row in Dynamics was found)") : person.name;
        auto *item = new QTreeWidgetItem(m_ui->list, {name, person.id, person.detail});
        item->setData(Name, idRole, person.id);
        if (person.isInDidomi)
            item->setIcon(Id, icons::signIcon(Sign::Passed));
        item->setToolTip(Id, person.isInDidomi ? tr("Didomi knows this id.")
                                               : tr("As the row in Dynamics has it; Didomi was not asked for it yet."));
    }
    QStringList notes;
    if (found.people.isEmpty())
        notes << tr("Nobody was found.");
    if (found.isCut)
        notes << tr("There are more; type more of the name or the address.");
    if (found.withoutId > 0)
        notes << tr("%n row(s) more hold no id by which Didomi knows anybody.", nullptr, found.withoutId);
    if (!found.note.isEmpty())
        notes << found.note;
    m_ui->resultNote->setNote(notes.join(u' '), found.people.isEmpty() ? Sign::Warning : Sign::None);
    if (m_ui->list->topLevelItemCount() > 0) {
        m_ui->list->setCurrentItem(m_ui->list->topLevelItem(0));
        m_ui->list->setFocus();
    }
    refresh();
}

/// Enter searches while there is something new to search for, and takes the one who was found afterwards.
void PersonDialog::refresh()
{
    const bool isBusy = m_ui->progressBar->isVisibleTo(this);
    const bool hasText = !m_ui->textEdit->text().trimmed().isEmpty();
    m_ui->searchButton->setText(isBusy ? tr("&Stop") : tr("&Find"));
    m_ui->searchButton->setEnabled(isBusy ? !m_job.isNull() : hasText);
    m_ui->newestButton->setEnabled(!isBusy);
    QPushButton *take = m_ui->buttons->button(QDialogButtonBox::Ok);
    take->setEnabled(!person().isEmpty());
    const bool searches = m_ui->textEdit->hasFocus() || person().isEmpty();
    (searches ? m_ui->searchButton : take)->setDefault(true);
}

} // namespace gui
