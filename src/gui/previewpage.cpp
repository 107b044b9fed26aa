#include "gui/previewpage.h"

#include "engine/why.h"
#include "gui/celldelegate.h"
#include "gui/columnshares.h"
#include "gui/fieldnote.h"
#include "gui/icons.h"
#include "gui/questions.h"
#include "models/changemodel.h"
#include "models/feedmodel.h"
#include "net/message.h"
#include "ui_eventdialog.h"
#include "ui_previewpage.h"

#include <QApplication>
#include <QClipboard>
#include <QFile>
#include <QFontDatabase>
#include <QLocale>
#include <QMenu>
#include <QSortFilterProxyModel>

namespace gui {

using namespace Qt::StringLiterals;
using models::ChangeModel;
using models::FeedModel;
using models::Sign;

namespace {

constexpr qint64 largestEvent = 4 * 1024 * 1024;

void prepareTable(QTableView *table)
{
    table->setItemDelegate(new CellDelegate(table));
    table->verticalHeader()->hide();
    table->verticalHeader()->setDefaultSectionSize(table->fontMetrics().height() * 7 / 4);
    table->horizontalHeader()->setHighlightSections(false);
    table->horizontalHeader()->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    table->horizontalHeader()->setStretchLastSection(true);
}

QString textOf(const QList<net::Request> &requests, QString (*asText)(const net::Request &))
{
    QStringList texts;
    for (const net::Request &request : requests)
        texts << asText(request);
    return texts.join(u"\n\n"_s);
}

} // namespace

PreviewPage::PreviewPage(Questions &questions, QWidget *parent)
    : QWidget(parent)
    , m_ui(std::make_unique<Ui::PreviewPage>())
    , m_questions(questions)
    , m_changes(new ChangeModel(this))
    , m_feed(new FeedModel(this))
    , m_filteredFeed(new QSortFilterProxyModel(this))
{
    m_ui->setupUi(this);
    const int character = fontMetrics().averageCharWidth();
    m_ui->personBox->setMinimumContentsLength(30);
    m_ui->personBox->setMaximumWidth(64 * character);
    m_ui->personBox->lineEdit()->setPlaceholderText(tr("organization_user_id"));
    m_ui->personBox->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    m_ui->feedFilter->setMaximumWidth(24 * character);
    m_ui->problemColumn->setMinimumWidth(54 * character);
    m_ui->busyBar->setMinimumWidth(24 * character);
    QFont title = font();
    title.setPointSizeF(title.pointSizeF() * 1.3);
    m_ui->emptyTitle->setFont(title);
    QFont summary = font();
    summary.setPointSizeF(summary.pointSizeF() * 1.15);
    m_ui->summaryLabel->setFont(summary);
    m_ui->requestText->setFont(QFontDatabase::systemFont(QFontDatabase::FixedFont));
    m_ui->splitter->setStretchFactor(0, 3);
    m_ui->splitter->setStretchFactor(1, 2);
    m_ui->planSplitter->setStretchFactor(0, 3);
    m_ui->planSplitter->setStretchFactor(1, 1);
    m_ui->planSplitter->setSizes({110 * character, 38 * character});
    // The button keeps its place whichever word stands on it.
    m_ui->feedButton->setMinimumWidth(std::max(fontMetrics().horizontalAdvance(tr("Start watchin&g")),
                                               fontMetrics().horizontalAdvance(tr("Pause watchin&g"))) +
                                      6 * character);

    const int margin = style()->pixelMetric(QStyle::PM_LayoutLeftMargin);
    for (QWidget *panel : {m_ui->previewPanel, m_ui->feedPanel})
        panel->layout()->setContentsMargins(margin, margin, margin, margin);
    m_ui->requestPanel->layout()->setContentsMargins(margin / 2, 0, 0, 0);
    m_ui->previewButton->setIcon(icons::icon(u"preview"_s));
    m_ui->eventButton->setIcon(icons::icon(u"json"_s));
    m_ui->pushButton->setIcon(icons::icon(u"push"_s));
    m_ui->copyCurl->setIcon(icons::icon(u"copy"_s));
    m_ui->copyHttp->setIcon(icons::icon(u"copy"_s));
    drawPictures();
    m_ui->emptyText->setNote(
        tr("Choose a person, or a consent event. You see what Didomi says, what Dynamics has now, and the exact "
           "request; nothing is written until you press the button that says so."));
    // One column in the middle, as wide as reads well.
    m_ui->emptyTitle->parentWidget()->layout()->setAlignment(m_ui->emptyText, Qt::AlignHCenter);

    auto *events = new QMenu(m_ui->eventButton);
    events->addAction(icons::icon(u"open"_s), tr("Open a file…"), this, &PreviewPage::openEventFile);
    events->addAction(icons::icon(u"json"_s), tr("Paste or type JSON…"), this, &PreviewPage::typeEvent);
    m_ui->eventButton->setMenu(events);

    prepareTable(m_ui->changeTable);
    m_ui->changeTable->setModel(m_changes);
    connect(m_ui->changeTable->selectionModel(), &QItemSelectionModel::currentRowChanged, this,
            &PreviewPage::refreshWhy);
    new ColumnShares(m_ui->changeTable, {0, 17, 13, 17, 18});
    prepareTable(m_ui->feedTable);
    m_filteredFeed->setSourceModel(m_feed);
    m_filteredFeed->setFilterKeyColumn(-1);
    m_filteredFeed->setFilterCaseSensitivity(Qt::CaseInsensitive);
    m_ui->feedTable->setModel(m_filteredFeed);
    QHeaderView *header = m_ui->feedTable->horizontalHeader();
    header->setStretchLastSection(false);
    header->setSectionResizeMode(int(FeedModel::Column::Detail), QHeaderView::Stretch);
    header->resizeSection(int(FeedModel::Column::Time), 13 * character);
    header->resizeSection(int(FeedModel::Column::Person), 34 * character);
    header->resizeSection(int(FeedModel::Column::State), 18 * character);
    header->resizeSection(int(FeedModel::Column::Took), 12 * character);

    const auto previewChosen = [this] { previewPerson(m_ui->personBox->value()); };
    connect(m_ui->previewButton, &QPushButton::clicked, this, previewChosen);
    connect(m_ui->personBox->lineEdit(), &QLineEdit::returnPressed, this, previewChosen);
    connect(m_ui->personBox, &QComboBox::activated, this, previewChosen);
    connect(m_ui->pushButton, &QPushButton::clicked, this, [this] {
        if (preview())
            preview()->push();
    });
    connect(m_ui->problemRetry, &QPushButton::clicked, this, [this] {
        const core::Error problem = preview()->problem();
        if (m_ui->problemRetry->property("goesToField").toBool())
            Q_EMIT fieldWanted(problem.field);
        else if (m_lastEvent.isEmpty())
            previewPerson(m_ui->personBox->value());
        else
            preview()->event(m_lastEvent);
    });
    connect(m_ui->problemCopy, &QPushButton::clicked, this, [this] {
        const core::Error &problem = preview()->problem();
        QApplication::clipboard()->setText(
            QStringList{problem.toLine(), problem.fix, problem.detail}.join(u'\n').trimmed());
    });
    connect(m_ui->copyCurl, &QToolButton::clicked, this,
            [this] { QApplication::clipboard()->setText(textOf(preview()->requests(), &net::asCurl)); });
    connect(m_ui->copyHttp, &QToolButton::clicked, this,
            [this] { QApplication::clipboard()->setText(textOf(preview()->requests(), &net::asHttpText)); });
    connect(m_ui->feedButton, &QPushButton::clicked, this, &PreviewPage::toggleFeed);
    connect(m_ui->dryRunBox, &QCheckBox::clicked, this, [this](bool on) {
        if (m_session->feed())
            m_session->feed()->setDryRun(on || !m_session->mayWrite());
        refreshFeed();
    });
    connect(m_ui->feedFilter, &QLineEdit::textChanged, this, [this](const QString &text) {
        m_filteredFeed->setFilterFixedString(text);
        refreshFeed();
    });
    connect(m_feed, &FeedModel::rowsInserted, this, &PreviewPage::refreshFeed);
    connect(m_feed, &FeedModel::modelReset, this, &PreviewPage::refreshFeed);
    connect(m_ui->feedTable, &QTableView::activated, this, [this](const QModelIndex &index) {
        previewPerson(m_feed->item(m_filteredFeed->mapToSource(index).row()).person);
    });
}

PreviewPage::~PreviewPage() = default;

void PreviewPage::drawPictures()
{
    const QSize side(fontMetrics().height(), fontMetrics().height());
    m_ui->feedIcon->setPixmap(icons::icon(u"live"_s).pixmap(side, devicePixelRatio()));
}

void PreviewPage::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::PaletteChange) { // labels hold pixmaps, which do not follow by themselves
        drawPictures();
        refresh();
    }
    QWidget::changeEvent(event);
}

Preview *PreviewPage::preview() const
{
    return m_session ? m_previews.value(m_session) : nullptr;
}

void PreviewPage::setSession(Session *session)
{
    if (m_session == session)
        return;
    if (m_session) {
        m_session->disconnect(this);
        if (preview())
            preview()->disconnect(this);
    }
    m_session = session;
    setEnabled(session != nullptr);
    m_previews.removeIf([](const auto &entry) { return entry.value().isNull(); });
    if (!session) {
        m_feed->setFeed(nullptr);
        return;
    }
    if (!m_previews.value(session))
        m_previews.insert(session, new Preview(*session, session));
    connect(preview(), &Preview::changed, this, &PreviewPage::refresh);
    connect(session, &Session::feedChanged, this, &PreviewPage::refreshFeed);
    connect(session, &Session::lockChanged, this, &PreviewPage::refreshFeed);
    m_ui->dryRunBox->setChecked(session->feed() ? session->feed()->isDryRun() : session->needsUnlock());
    refreshPeople();
    refresh();
    refreshFeed();
}

void PreviewPage::focusFilter()
{
    m_ui->feedFilter->setFocus(Qt::ShortcutFocusReason);
    m_ui->feedFilter->selectAll();
}

void PreviewPage::refreshPeople()
{
    QList<PickerBox::Choice> choices;
    if (m_session->isPractice()) {
        for (const PracticeGround::SamplePerson &person : m_session->services().practice().people())
            choices.append({person.id, person.description, {}});
    }
    m_ui->personBox->setChoices(choices);
    m_ui->personBox->setValue(preview()->item() ? preview()->item()->person : QString());
}

void PreviewPage::previewPerson(const QString &organizationUserId)
{
    if (!preview() || preview()->isPlanning())
        return;
    m_lastEvent.clear();
    m_ui->personBox->setValue(organizationUserId);
    preview()->person(organizationUserId);
}

void PreviewPage::openEventFile()
{
    m_questions.openFile(
        this, tr("Open a consent event"), tr("JSON files (*.json);;All files (*)"), [this](const QString &path) {
            if (path.isEmpty() || !preview())
                return;
            QFile file(path);
            if (!file.open(QIODevice::ReadOnly)) {
                m_session->report({.kind = core::Error::Kind::Storage,
                                   .message = tr("The file %1 cannot be read: %2.").arg(path, file.errorString())});
                return;
            }
            m_lastEvent = file.read(largestEvent);
            m_ui->personBox->setValue({});
            preview()->event(m_lastEvent);
        });
}

void PreviewPage::typeEvent()
{
    auto *dialog = new QDialog(this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    auto form = std::make_shared<Ui::EventDialog>();
    form->setupUi(dialog);
    const int character = fontMetrics().averageCharWidth();
    dialog->resize(80 * character, 26 * fontMetrics().height());
    form->helpNote->setNote(tr("One consent event as the Didomi API gives it, or as a webhook carries it."));
    form->jsonEdit->setFont(QFontDatabase::systemFont(QFontDatabase::FixedFont));
    form->buttons->button(QDialogButtonBox::Ok)->setText(tr("Preview"));
    const auto judge = [form] {
        const QByteArray text = form->jsonEdit->toPlainText().toUtf8();
        const auto event = consent::readEventFile(text);
        form->buttons->button(QDialogButtonBox::Ok)->setEnabled(bool(event));
        if (event)
            form->problemNote->setNote(
                tr("An event of %1, made %2.")
                    .arg(event->organizationUserId.isEmpty() ? tr("somebody without an id") : event->organizationUserId,
                         QLocale().toString(event->createdAt.toLocalTime(), QLocale::ShortFormat)),
                Sign::Passed);
        else
            form->problemNote->setNote(text.trimmed().isEmpty() ? QString() : event.error().message, Sign::Failed);
    };
    const QString clip = QApplication::clipboard()->text();
    if (clip.contains(u"\"consents\""))
        form->jsonEdit->setPlainText(clip);
    else if (!m_lastEvent.isEmpty())
        form->jsonEdit->setPlainText(QString::fromUtf8(m_lastEvent));
    judge();
    connect(form->jsonEdit, &QPlainTextEdit::textChanged, dialog, judge);
    connect(form->buttons, &QDialogButtonBox::rejected, dialog, &QDialog::reject);
    connect(form->buttons, &QDialogButtonBox::accepted, dialog, &QDialog::accept);
    connect(dialog, &QDialog::accepted, this, [this, form] {
        m_lastEvent = form->jsonEdit->toPlainText().toUtf8();
        m_ui->personBox->setValue({});
        if (preview())
            preview()->event(m_lastEvent);
    });
    dialog->open();
}

void PreviewPage::refresh()
{
    const Preview *shown = preview();
    if (!shown)
        return;
    m_ui->previewButton->setEnabled(!shown->isPlanning());
    if (shown->isPlanning()) {
        m_ui->busyText->setNote(m_session->activity().isEmpty() ? tr("Preparing the preview") : m_session->activity(),
                                Sign::Running);
        m_ui->stack->setCurrentWidget(m_ui->busyPage);
        return;
    }
    if (!shown->problem().message.isEmpty()) {
        const core::Error &problem = shown->problem();
        m_ui->problemMessage->setNote(problem.message,
                                      problem.kind == core::Error::Kind::Cancelled ? Sign::Skipped : Sign::Failed);
        m_ui->problemFix->setNote(problem.fix);
        QStringList details;
        if (!problem.code.isEmpty())
            details += problem.code;
        if (!problem.detail.isEmpty())
            details += problem.detail;
        if (!problem.requestId.isEmpty())
            details += tr("Request id: %1").arg(problem.requestId);
        m_ui->problemDetail->setNote(details.join(u'\n'));
        const bool goesToField = problem.field.startsWith(u"authentication") || problem.field.startsWith(u"didomi") ||
                                 problem.field == u"client_secret" || problem.kind == core::Error::Kind::SignIn;
        m_ui->problemRetry->setProperty("goesToField", goesToField && !problem.field.isEmpty());
        m_ui->problemRetry->setText(goesToField && !problem.field.isEmpty() ? tr("Go to the field") : tr("Try again"));
        m_ui->stack->setCurrentWidget(m_ui->problemPage);
        return;
    }
    if (!shown->item()) {
        m_ui->stack->setCurrentWidget(m_ui->emptyPage);
        return;
    }
    m_ui->stack->setCurrentWidget(m_ui->planPage);
    refreshPlan();
}

/// In one sentence: of the column that is selected, else of the whole.
void PreviewPage::refreshWhy()
{
    const Preview *shown = preview();
    const engine::PlanItem *item = shown ? shown->item() : nullptr;
    if (!item)
        return m_ui->whyNote->setNote(QString());
    const int row = m_ui->changeTable->currentIndex().row();
    const bool isColumn = row >= 0 && row < item->changes.size();
    m_ui->whyNote->setNote(tr("Why? %1").arg(isColumn ? engine::whyOf(item->changes.at(row)) : engine::whyOf(*item)));
}

void PreviewPage::refreshPlan()
{
    const Preview &shown = *preview();
    const engine::PlanItem &item = *shown.item();
    const engine::PushReport *report = shown.report();
    m_changes->setItem(item, shown.plan()->table, report);
    refreshWhy();

    Sign sign = item.action() == engine::PlanItem::Action::None ? models::signOf(item.outcome) : Sign::Planned;
    QString text = engine::summary(item);
    if (report) {
        sign = models::signOf(report->outcome);
        text = store::outcomeText(report->outcome);
        text[0] = text[0].toUpper();
        if (!report->reason.isEmpty())
            text = tr("%1: %2").arg(text, report->reason);
        else if (report->isVerified())
            text = tr("%1. The row, read back, says what was written.").arg(text);
        else
            text += u'.';
        if (!report->error.message.isEmpty() && report->error.message != report->reason)
            text += u' ' + report->error.message + u' ' + report->error.fix;
    }
    if (!shown.pushProblem().message.isEmpty()) {
        sign = Sign::Failed;
        text = tr("Nothing was sent: %1 %2").arg(shown.pushProblem().message, shown.pushProblem().fix).trimmed();
    }
    m_ui->summaryLabel->setText(text.trimmed());
    m_ui->summaryIcon->setPixmap(icons::signIcon(sign).pixmap(
        QSize(fontMetrics().height(), fontMetrics().height()) * 4 / 3, devicePixelRatio()));
    m_ui->summaryIcon->setAccessibleName(models::signWord(sign));

    const QString why = shown.whyNot();
    m_ui->pushButton->setText(shown.verb());
    m_ui->pushButton->setEnabled(why.isEmpty());
    m_ui->pushButton->setToolTip(why.isEmpty() ? tr("Sends exactly the request that is shown here.") : why);
    m_ui->pushButton->setVisible(item.isWrite());
    m_ui->whyNotNote->setNote(item.isWrite() && !report ? why : QString());
    QStringList warnings = item.warnings;
    for (const engine::Change &change : item.changes) {
        if (!change.problem.message.isEmpty())
            warnings += change.problem.fix.isEmpty() ? change.problem.message
                                                     : change.problem.message + u' ' + change.problem.fix;
    }
    warnings.removeDuplicates();
    m_ui->warningsNote->setNote(warnings.join(u'\n'), Sign::Warning);

    m_ui->requestPanel->setVisible(!shown.requests().isEmpty());
    if (!shown.requests().isEmpty()) {
        QString shownText = textOf(shown.requests(), &net::asHttpText); // exactly what is sent
        const QList<engine::RowReport> answers = report ? report->rows : QList<engine::RowReport>();
        for (const engine::RowReport &answer : answers) {
            if (!answer.requestId.isEmpty())
                shownText +=
                    u"\n\n"_s +
                    tr("Answer: HTTP %1, request id %2").arg(QString::number(answer.httpStatus), answer.requestId);
        }
        m_ui->requestText->setPlainText(shownText);
    }
}

void PreviewPage::toggleFeed()
{
    if (!m_session)
        return;
    if (m_session->feed() && m_session->feed()->isRunning())
        m_session->stopFeed();
    else
        m_session->startFeed(m_ui->dryRunBox->isChecked());
}

void PreviewPage::refreshFeed()
{
    if (!m_session)
        return;
    engine::LiveFeed *feed = m_session->feed();
    m_feed->setFeed(feed);
    const bool isRunning = feed && feed->isRunning();
    m_ui->feedButton->setText(isRunning ? tr("Pause watchin&g") : tr("Start watchin&g"));
    m_ui->feedButton->setIcon(icons::icon(isRunning ? u"pause"_s : u"play"_s));
    const bool needsSaving = m_session->isDirty();
    m_ui->feedButton->setEnabled(isRunning || !needsSaving);
    m_ui->feedButton->setToolTip(needsSaving && !isRunning
                                     ? tr("Save the integration first: live uses what is saved.")
                                     : tr("Look for changed consents in Didomi and show each as it arrives"));
    m_ui->dryRunBox->setEnabled(m_session->mayWrite());
    m_ui->dryRunBox->setToolTip(
        m_session->mayWrite() ? tr("With dry run, consents are planned and shown; nothing is written.")
                              : tr("This is a production environment. Unlock writing at the top of the window first."));
    if (!m_session->mayWrite())
        m_ui->dryRunBox->setChecked(true);

    if (feed && !feed->lastProblem().message.isEmpty())
        m_ui->feedNote->setNote(feed->lastProblem().message, Sign::Failed);
    else if (isRunning)
        m_ui->feedNote->setNote(m_ui->dryRunBox->isChecked() ? tr("Watching; nothing is written.")
                                                             : tr("Watching; consents are written."),
                                Sign::Running);
    else
        m_ui->feedNote->setNote(QString());
    const bool isNothingFound = m_feed->rowCount() > 0 && m_filteredFeed->rowCount() == 0;
    m_ui->feedFilter->setEnabled(m_feed->rowCount() > 0);
    m_ui->feedStack->setCurrentWidget(m_filteredFeed->rowCount() > 0 ? static_cast<QWidget *>(m_ui->feedTable)
                                                                     : m_ui->feedEmpty);
    if (isNothingFound)
        m_ui->feedEmptyText->setNote(tr("No consent matches “%1”.").arg(m_ui->feedFilter->text()));
    else if (isRunning)
        m_ui->feedEmptyText->setNote(tr("Watching. Consents that change from now on appear here."));
    else
        m_ui->feedEmptyText->setNote(
            tr("Start watching to see each consent as it arrives, what became of it, and how long it took."));
}

QByteArray PreviewPage::layoutState() const
{
    return m_ui->splitter->saveState();
}

void PreviewPage::restoreLayout(const QByteArray &state)
{
    m_ui->splitter->restoreState(state);
}

} // namespace gui
