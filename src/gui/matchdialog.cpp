#include "gui/matchdialog.h"

#include "gui/fieldnote.h"
#include "gui/icons.h"
#include "ui_matchdialog.h"

#include <QLocale>

namespace gui {

using namespace Qt::StringLiterals;
using engine::MatchReport;
using models::Sign;

namespace {

Sign signOf(MatchReport::Fate fate)
{
    switch (fate) {
    case MatchReport::Fate::One:
        return Sign::Passed;
    case MatchReport::Fate::Several:
    case MatchReport::Fate::Unusable:
        return Sign::Failed;
    case MatchReport::Fate::None:
    case MatchReport::Fate::NoId:
        return Sign::Warning;
    case MatchReport::Fate::OtherRegulation:
        return Sign::Skipped;
    }
    return Sign::None;
}

} // namespace

MatchDialog::MatchDialog(Session &session, QWidget *parent)
    : QDialog(parent), m_ui(std::make_unique<Ui::MatchDialog>()), m_session(session)
{
    m_ui->setupUi(this);
    m_ui->helpNote->setNote(
        tr("Reads users from Didomi and looks for their rows, by the match rule as it is entered now. Nothing is "
           "written."));
    for (const qint64 most : {100, 1'000, 10'000})
        m_ui->mostBox->addItem(tr("%n user(s)", nullptr, int(most)), most);
    m_ui->mostBox->addItem(tr("everybody"), qint64(0));
    m_ui->mostBox->setCurrentIndex(1);
    m_ui->startButton->setIcon(icons::icon(u"play"_s));
    m_ui->startButton->setDefault(true);
    m_ui->progressBar->setTextVisible(false);
    m_ui->progressBar->hide();
    m_ui->list->header()->setSectionResizeMode(QHeaderView::ResizeToContents);
    m_ui->list->header()->setSectionResizeMode(0, QHeaderView::Stretch);
    m_ui->list->header()->setStretchLastSection(false);
    for (const MatchReport::Fate fate : MatchReport::fates()) {
        auto *item = new QTreeWidgetItem(m_ui->list, {engine::fateText(fate)});
        item->setTextAlignment(1, Qt::AlignRight | Qt::AlignVCenter);
        item->setTextAlignment(2, Qt::AlignRight | Qt::AlignVCenter);
    }
    connect(m_ui->startButton, &QPushButton::clicked, this, [this] {
        if (m_job)
            m_job->cancel();
        else
            start();
    });
    connect(m_ui->list, &QTreeWidget::currentItemChanged, this, &MatchDialog::showAdvice);
    resize(86 * fontMetrics().averageCharWidth(), 28 * fontMetrics().height());
}

MatchDialog::~MatchDialog()
{
    if (m_job)
        m_job->cancel();
}

void MatchDialog::start()
{
    m_ui->startButton->setEnabled(false);
    m_ui->problemNote->setNote(QString());
    m_session.ready(this, [this](const core::Result<Session::Ready> &ready) {
        m_ui->startButton->setEnabled(true);
        if (!ready)
            return finish(ready.error());
        const engine::MatchReportOptions options{.most = m_ui->mostBox->currentData().toLongLong(),
                                                 .hasMaskedIds = !m_ui->namesBox->isChecked()};
        m_job = new engine::MatchReportJob(ready->link, ready->surroundings, options, m_session.jobs());
        m_session.watch(m_job, tr("Looking for the rows of Didomi’s users"));
        m_ui->startButton->setText(tr("&Stop"));
        m_ui->startButton->setIcon(icons::icon(u"stop"_s));
        m_ui->progressBar->setRange(0, 0);
        m_ui->progressBar->show();
        connect(m_job, &core::JobBase::progressed, this, [this](qint64 done, qint64 total) {
            m_ui->progressBar->setRange(0, int(total));
            m_ui->progressBar->setValue(int(done));
            if (m_job)
                show(m_job->soFar());
        });
        m_job->whenDone(this, [this, job = m_job](const core::Result<MatchReport> &report) {
            if (report)
                show(*report);
            else if (job)
                show(job->soFar()); // what was found until then is true all the same
            finish(report ? core::Error{} : report.error());
        });
    });
}

void MatchDialog::finish(const core::Error &problem)
{
    m_job = nullptr;
    m_ui->startButton->setText(tr("&Start"));
    m_ui->startButton->setIcon(icons::icon(u"play"_s));
    m_ui->progressBar->hide();
    const bool isStopped = problem.kind == core::Error::Kind::Cancelled;
    if (isStopped)
        m_ui->problemNote->setNote(tr("Stopped: the figures are of those read until then."), Sign::Skipped);
    else if (!problem.message.isEmpty())
        m_ui->problemNote->setNote(problem.fix.isEmpty() ? problem.message : problem.message + u' ' + problem.fix,
                                   Sign::Failed);
    else if (m_report.isWhole)
        m_ui->problemNote->setNote(tr("That is everybody whom Didomi knows."));
    if (!m_ui->list->currentItem())
        m_ui->list->setCurrentItem(m_ui->list->topLevelItem(0));
    showAdvice();
}

void MatchDialog::show(const MatchReport &report)
{
    m_report = report;
    const QLocale locale;
    for (const MatchReport::Fate fate : MatchReport::fates()) {
        QTreeWidgetItem *item = m_ui->list->topLevelItem(int(fate));
        const qint64 users = report.share(fate).users;
        item->setIcon(0, users > 0 ? icons::signIcon(signOf(fate)) : QIcon());
        item->setText(1, locale.toString(users));
        item->setText(2, report.users > 0
                             ? tr("%1 %").arg(locale.toString(100.0 * double(users) / double(report.users), 'f', 1))
                             : QString());
    }
    showAdvice();
}

void MatchDialog::showAdvice()
{
    const int row = m_ui->list->indexOfTopLevelItem(m_ui->list->currentItem());
    if (row < 0)
        return m_ui->adviceNote->setNote(QString());
    const auto fate = MatchReport::fates().at(row);
    QStringList lines{engine::fateAdvice(fate)};
    const QStringList &examples = m_report.share(fate).examples;
    if (!examples.isEmpty())
        lines += tr("For example: %1").arg(examples.join(u", "_s));
    lines.removeAll(QString());
    m_ui->adviceNote->setNote(lines.join(u'\n'));
}

} // namespace gui
