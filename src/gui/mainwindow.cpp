#include "gui/mainwindow.h"

#include "gui/badge.h"
#include "gui/celldelegate.h"
#include "gui/connectionpage.h"
#include "gui/expirydialog.h"
#include "gui/fieldnote.h"
#include "gui/icons.h"
#include "gui/live.h"
#include "gui/mappingspage.h"
#include "gui/previewpage.h"
#include "gui/resync/resyncpage.h"
#include "gui/resyncaction.h"
#include "gui/testround.h"
#include "models/integrationlistmodel.h"
#include "profile/instance.h"
#include "ui_mainwindow.h"

#include <QApplication>
#include <QClipboard>
#include <QCloseEvent>
#include <QDesktopServices>
#include <QFileInfo>
#include <QProgressBar>
#include <QScreen>
#include <QSettings>
#include <QStatusBar>
#include <QTimer>

namespace gui {

using namespace Qt::StringLiterals;
using core::Error;
using models::IntegrationListModel;
using models::Sign;

MainWindow::MainWindow(Services &services, Questions &questions, QWidget *parent)
    : QMainWindow(parent)
    , m_ui(std::make_unique<Ui::MainWindow>())
    , m_services(services)
    , m_questions(questions)
    , m_list(new IntegrationListModel(this))
    , m_round(new TestRound(this))
    , m_expiry(services)
{
    m_ui->setupUi(this);
    dressUp();
    buildMenus();
    buildStatusBar();
    m_ui->integrationList->setModel(m_list);
    m_ui->integrationList->setItemDelegate(new IntegrationDelegate(this));
    connect(m_ui->integrationList->selectionModel(), &QItemSelectionModel::currentChanged, this,
            [this](const QModelIndex &index) {
                if (!index.isValid())
                    return;
                if (index.data(IntegrationListModel::DamagedRole).toBool())
                    showDamaged(index.row());
                else
                    open(index.data(IntegrationListModel::IdRole).toString());
            });
    connect(m_ui->newButton, &QToolButton::clicked, this, &MainWindow::newIntegration);
    connect(m_ui->welcomeNew, &QPushButton::clicked, this, &MainWindow::newIntegration);
    connect(m_ui->importButton, &QToolButton::clicked, this, &MainWindow::importFile);
    connect(m_ui->welcomeImport, &QPushButton::clicked, this, &MainWindow::importFile);
    connect(m_ui->welcomePractice, &QPushButton::clicked, this, [this] { open(m_services.practice().profileId()); });
    connect(m_ui->removeButton, &QToolButton::clicked, this, &MainWindow::removeIntegration);
    connect(m_ui->saveButton, &QPushButton::clicked, this, &MainWindow::saveIntegration);
    connect(m_ui->revertButton, &QToolButton::clicked, m_actions.revert, &QAction::trigger);
    connect(m_ui->unlockButton, &QToolButton::clicked, this, [this](bool on) {
        if (m_session)
            m_session->setUnlocked(on);
    });
    connect(m_ui->tabs, &QTabWidget::currentChanged, this, &MainWindow::refreshPages);
    connect(m_ui->bannerClose, &QToolButton::clicked, this, [this] {
        m_ui->banner->hide();
        if (std::exchange(m_isReminder, false))
            m_expiry.dismiss();
    });
    connect(m_ui->bannerAction, &QToolButton::clicked, this, &MainWindow::showExpiry);
    connect(m_round, &TestRound::progressed, this, &MainWindow::refreshActivity);
    connect(m_round, &TestRound::finished, this, [this](int tested, int failed) {
        const QString all = tr("%n integration(s) tested", nullptr, tested);
        const QString bad = failed > 0 ? tr("%n failed", nullptr, failed) : tr("all are well");
        statusBar()->showMessage(tr("%1: %2.").arg(all, bad), 8000);
    });
    auto *aging = new QTimer(this); // "3 minutes ago" does not stay true
    aging->setInterval(std::chrono::minutes(1));
    connect(aging, &QTimer::timeout, this, [this] {
        refreshStandings();
        refreshHeader();
    });
    aging->start();
    connect(m_ui->damagedShow, &QPushButton::clicked, this, [this] {
        QDesktopServices::openUrl(QUrl::fromLocalFile(QFileInfo(m_services.profiles().pathOf(u"x"_s)).path()));
    });
}

MainWindow::~MainWindow()
{
    // The pages let go of the sessions before these go.
    delete m_connection;
    delete m_mappings;
    delete m_preview;
    delete m_resync;
}

void MainWindow::dressUp()
{
    const int character = fontMetrics().averageCharWidth();
    const int line = fontMetrics().height();
    QFont large = font();
    large.setPointSizeF(large.pointSizeF() * 1.35);
    large.setBold(true);
    m_ui->nameLabel->setFont(large);
    QFont title = font();
    title.setPointSizeF(title.pointSizeF() * 1.7);
    m_ui->welcomeTitle->setFont(title);
    QFont smallTitle = font();
    smallTitle.setPointSizeF(smallTitle.pointSizeF() * 1.3);
    m_ui->damagedTitle->setFont(smallTitle);
    m_ui->welcomeColumn->setFixedWidth(70 * character);
    m_ui->damagedColumn->setFixedWidth(70 * character);
    m_ui->welcomePracticeNote->setNote(
        tr("A simulated Dynamics and Didomi inside this program, with made-up people: test, map, preview and push "
           "without touching anything real."));
    m_ui->welcomeImportNote->setNote(tr(
        "From the Didomi console or its support: the file with client_id, instance and mappings. You can also drop the "
        "file here, or paste its text."));
    m_ui->welcomeNewNote->setNote(tr("Enter the addresses and credentials of both ends yourself."));
    const std::pair<QAbstractButton *, const char16_t *> pictures[] = {
        {m_ui->newButton, u"add"},     {m_ui->importButton, u"import"},      {m_ui->removeButton, u"remove"},
        {m_ui->saveButton, u"save"},   {m_ui->revertButton, u"undo"},        {m_ui->unlockButton, u"lock"},
        {m_ui->bannerClose, u"clear"}, {m_ui->welcomePractice, u"practice"}, {m_ui->welcomeImport, u"import"},
        {m_ui->welcomeNew, u"add"},    {m_ui->damagedShow, u"open"}};
    for (const auto &[button, name] : pictures)
        button->setIcon(icons::icon(QString::fromUtf16(name)));
    // Panels inside splitters have no margins of their own accord.
    const int margin = style()->pixelMetric(QStyle::PM_LayoutLeftMargin);
    m_ui->header->layout()->setContentsMargins(margin, margin * 2 / 3, margin, margin * 2 / 3);
    m_ui->header->layout()->setSpacing(2 * character);
    m_ui->railPanel->layout()->setContentsMargins(0, margin, 0, margin / 2);
    m_ui->railHeading->setContentsMargins(margin, 0, margin, margin / 3);
    m_ui->welcomeColumn->layout()->setSpacing(line / 3);
    m_ui->banner->hide();
    m_ui->banner->setAutoFillBackground(true);
    m_ui->banner->setBackgroundRole(QPalette::Base);
    m_ui->headerLine->setFixedHeight(std::max(2, line / 6));
    m_ui->headerLine->setAutoFillBackground(true);
    for (FieldNote *note : {m_ui->hostLabel, m_ui->optionsLabel, m_ui->standingLabel})
        note->setWordWrap(false);
    m_ui->hostLabel->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_ui->mainSplitter->setStretchFactor(0, 0);
    m_ui->mainSplitter->setStretchFactor(1, 1);
    m_ui->mainSplitter->setCollapsible(1, false);
    int buttons = 2 * margin;
    for (const QWidget *button : {m_ui->newButton, m_ui->importButton, m_ui->removeButton})
        buttons += button->sizeHint().width();
    m_ui->railPanel->setMinimumWidth(buttons);
    m_ui->mainSplitter->setSizes({std::max(34 * character, buttons), 120 * character});
    m_ui->railPanel->setAutoFillBackground(true);
    m_ui->railPanel->setBackgroundRole(QPalette::Base);

    const std::pair<QString, QString> pages[pageCount] = {{tr("&Connection"), u"connection"_s},
                                                          {tr("&Mappings"), u"mappings"_s},
                                                          {tr("&Preview && Live"), u"preview"_s},
                                                          {tr("Res&ync"), u"refresh"_s}};
    for (int page = 0; page < pageCount; ++page) {
        m_holders[page] = new QWidget;
        auto *layout = new QVBoxLayout(m_holders[page]);
        layout->setContentsMargins(0, 0, 0, 0);
        m_ui->tabs->addTab(m_holders[page], icons::icon(pages[page].second), pages[page].first);
    }
    m_ui->stack->setCurrentWidget(m_ui->welcomePage);
    m_ui->header->hide();
    m_ui->headerLine->hide();
    const QSize room = screen()->availableSize();
    resize(std::min(177 * character, room.width()),
           std::min(50 * line, room.height() - 2 * line)); // and space for the frame
    setWindowIcon(QIcon(u":/consent-bridge.svg"_s));
}

void MainWindow::buildStatusBar()
{
    m_activityNote = new FieldNote;
    m_activityNote->setObjectName(u"activityNote"_s);
    m_activityNote->setWordWrap(false);
    m_activityBar = new QProgressBar;
    m_activityBar->setAccessibleName(tr("Progress of what runs now"));
    m_activityBar->setTextVisible(false);
    m_activityBar->setMaximumWidth(16 * fontMetrics().averageCharWidth());
    m_activityBar->setMaximumHeight(fontMetrics().height());
    m_cancelButton = new QToolButton;
    m_cancelButton->setObjectName(u"cancelButton"_s);
    m_cancelButton->setText(tr("Cancel"));
    m_cancelButton->setAccessibleName(tr("Cancel what runs now"));
    m_cancelButton->setToolTip(tr("Cancel what runs now (Esc)"));
    m_cancelButton->setIcon(icons::icon(u"stop"_s));
    m_cancelButton->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    m_cancelButton->setAutoRaise(true);
    m_problemNote = new FieldNote;
    m_problemNote->setObjectName(u"lastProblem"_s);
    m_problemNote->setWordWrap(false);
    m_problemNote->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    m_problemCopy = new QToolButton;
    m_problemCopy->setObjectName(u"problemCopy"_s);
    m_problemCopy->setIcon(icons::icon(u"copy"_s));
    m_problemCopy->setAccessibleName(tr("Copy the last problem"));
    m_problemCopy->setToolTip(tr("Copy the last problem"));
    m_problemCopy->setAutoRaise(true);
    statusBar()->addWidget(m_activityNote);
    statusBar()->addWidget(m_activityBar);
    statusBar()->addWidget(m_cancelButton);
    statusBar()->addWidget(m_problemNote, 1);
    statusBar()->addPermanentWidget(m_problemCopy);
    statusBar()->setSizeGripEnabled(false);
    m_activityBar->hide();
    m_cancelButton->hide();
    m_problemCopy->hide();
    connect(m_cancelButton, &QToolButton::clicked, this, [this] { cancel(); });
    connect(m_problemCopy, &QToolButton::clicked, this, [this] {
        QApplication::clipboard()->setText(
            QStringList{m_problem.toLine(), m_problem.fix, m_problem.detail}.join(u'\n').trimmed());
    });
}

void MainWindow::start(const QString &id)
{
    restoreLayout();
    readIntegrations();
    const QString wanted = id.isEmpty() ? m_services.settings().value(u"window/integration"_s).toString() : id;
    if (wanted.isEmpty() || m_list->rowOf(wanted) < 0 ||
        (id.isEmpty() && wanted == m_services.practice().profileId()) || !open(wanted))
        showWelcome();
    // What may be slow or damaged is looked at once the window stands.
    QTimer::singleShot(0, this, [this] {
        refreshStandings();
        remindOfExpiry();
        if (const auto history = m_services.testHistory(); !history)
            showBanner(history.error());
        if (const auto journal = m_services.journal(); !journal)
            showBanner(journal.error());
    });
}

void MainWindow::readIntegrations()
{
    m_stored = m_services.profiles().list();
    QList<IntegrationListModel::Entry> entries;
    const QString practice = m_services.practice().profileId();
    bool hasPractice = false;
    for (const store::StoredProfile &stored : m_stored) {
        if (!stored.profile) {
            const QString place = stored.setAsidePath.isEmpty() ? stored.path : stored.setAsidePath;
            entries.append({.id = place,
                            .name = QFileInfo(stored.path).fileName(),
                            .sign = Sign::Failed,
                            .standing = tr("cannot be read"),
                            .problem = stored.problem});
            continue;
        }
        hasPractice = hasPractice || stored.profile->id == practice;
        entries.append({.id = stored.profile->id, .name = stored.profile->name, .kind = stored.profile->kind});
    }
    if (!hasPractice)
        entries.append({.id = practice, .name = tr("Practice"), .kind = profile::EnvironmentKind::Practice});
    std::stable_sort(entries.begin(), entries.end(), [](const auto &a, const auto &b) {
        const bool aLast = a.kind == profile::EnvironmentKind::Practice;
        const bool bLast = b.kind == profile::EnvironmentKind::Practice;
        return aLast != bLast ? bLast : QString::localeAwareCompare(a.name, b.name) < 0;
    });
    m_list->setEntries(entries);
}

Session *MainWindow::sessionOf(const QString &id) const
{
    const auto known = m_sessions.find(id);
    return known == m_sessions.end() ? nullptr : known->second.get();
}

bool MainWindow::open(const QString &id)
{
    if (m_session && m_session->id() == id && m_ui->stack->currentWidget() == m_ui->integrationPage)
        return true;
    Session *session = sessionFor(id);
    if (session)
        present(session);
    return session;
}

Session *MainWindow::sessionFor(const QString &id)
{
    if (Session *known = sessionOf(id))
        return known;
    std::optional<profile::Profile> stored;
    for (const store::StoredProfile &candidate : m_stored) {
        if (candidate.profile && candidate.profile->id == id)
            stored = candidate.profile;
    }
    if (id == m_services.practice().profileId()) {
        const core::Result<profile::Profile> practice = m_services.practice().open(stored);
        if (!practice) {
            showBanner(practice.error());
            return nullptr;
        }
        stored = *practice;
    }
    return stored ? adopt(std::make_unique<Session>(m_services, *stored, true)) : nullptr;
}

Session *MainWindow::adopt(std::unique_ptr<Session> session)
{
    Session *added = session.get();
    m_sessions[added->id()] = std::move(session);
    const auto refresh = [this, added] {
        refreshEntry(added);
        if (added == m_session)
            refreshHeader();
    };
    for (const auto signal : {&Session::draftChanged, &Session::dirtyChanged, &Session::lockChanged})
        connect(added, signal, this, refresh);
    for (const auto signal : {&TestBench::standingChanged, &TestBench::stepsChanged, &TestBench::rehearsalChanged})
        connect(&added->tests(), signal, this, refresh);
    connect(added, &Session::activityChanged, this, &MainWindow::refreshActivity);
    connect(added, &Session::problemRaised, this, &MainWindow::showProblem);
    refreshEntry(added);
    return added;
}

void MainWindow::present(Session *session)
{
    m_session = session;
    m_ui->stack->setCurrentWidget(m_ui->integrationPage);
    const QModelIndex index = m_list->index(m_list->rowOf(session->id()));
    m_ui->integrationList->setCurrentIndex(index);
    refreshPages();
    refreshHeader();
    refreshActivity();
    m_services.settings().setValue(u"window/integration"_s, session->id());
}

void MainWindow::showWelcome()
{
    m_session = nullptr;
    m_ui->stack->setCurrentWidget(m_ui->welcomePage);
    m_ui->integrationList->selectionModel()->clear();
    refreshPages();
    refreshHeader();
    refreshActivity();
    m_ui->welcomePractice->setFocus();
}

void MainWindow::showDamaged(int row)
{
    const IntegrationListModel::Entry &entry = m_list->entries().at(row);
    m_session = nullptr;
    m_ui->damagedMessage->setNote(entry.problem.message, Sign::Failed);
    m_ui->damagedFix->setNote(entry.problem.fix);
    m_ui->damagedPlace->setNote(tr("The file is kept as %1.").arg(entry.id));
    m_ui->stack->setCurrentWidget(m_ui->damagedPage);
    refreshPages();
    refreshHeader();
    refreshActivity();
}

MainWindow::Page MainWindow::currentPage() const
{
    return Page(m_ui->tabs->currentIndex());
}

void MainWindow::openPage(Page page)
{
    m_ui->tabs->setCurrentIndex(int(page));
}

void MainWindow::refreshPages()
{
    const auto put = [this](Page page, QWidget *widget) {
        m_holders[int(page)]->layout()->addWidget(widget);
        widget->show(); // now, so that it can take the focus at once
    };
    if (!m_session) {
        if (m_connection)
            m_connection->setSession(nullptr);
        if (m_mappings)
            m_mappings->setSession(nullptr);
        if (m_preview)
            m_preview->setSession(nullptr);
        if (m_resync)
            m_resync->setSession(nullptr);
        return;
    }
    switch (currentPage()) {
    case Page::Connection:
        if (!m_connection) {
            m_connection = new ConnectionPage(m_questions);
            put(Page::Connection, m_connection);
            m_connection->restoreLayout(m_services.settings().value(u"window/connection"_s).toByteArray());
            connect(m_connection, &ConnectionPage::fieldWanted, this, [this](const QString &field) {
                if (field.startsWith(u"mappings"))
                    openPage(Page::Mappings);
            });
        }
        m_connection->setSession(m_session);
        break;
    case Page::Mappings:
        if (!m_mappings) {
            m_mappings = new MappingsPage;
            put(Page::Mappings, m_mappings);
            m_mappings->restoreLayout(m_services.settings().value(u"window/mappings"_s).toByteArray());
        }
        m_mappings->setSession(m_session);
        break;
    case Page::Preview:
        if (!m_preview) {
            m_preview = new PreviewPage(m_questions, *m_actions.resync);
            put(Page::Preview, m_preview);
            m_preview->restoreLayout(m_services.settings().value(u"window/preview"_s).toByteArray());
            connect(m_preview, &PreviewPage::fieldWanted, this, [this](const QString &field) {
                openPage(Page::Connection);
                m_connection->showField(field);
            });
        }
        m_preview->setSession(m_session);
        break;
    case Page::Resync:
        if (!m_resync) {
            m_resync = new ResyncPage(m_questions);
            put(Page::Resync, m_resync);
            m_resync->restoreLayout(m_services.settings().value(u"window/resync"_s).toByteArray());
            connect(m_resync, &ResyncPage::fieldWanted, this, [this](const QString &field) {
                openPage(Page::Connection);
                m_connection->showField(field);
            });
            connect(m_resync, &ResyncPage::personWanted, this, &MainWindow::resync);
        }
        m_resync->setSession(m_session);
        break;
    }
    m_services.settings().setValue(u"window/page"_s, int(currentPage()));
}

void MainWindow::refreshHeader()
{
    const bool has = m_session != nullptr;
    m_ui->header->setVisible(has);
    for (QAction *action :
         {m_actions.save, m_actions.revert, m_actions.remove, m_actions.exportJson, m_actions.undo, m_actions.redo,
          m_actions.find, m_actions.test, m_actions.load, static_cast<QAction *>(m_actions.resync)})
        action->setEnabled(has);
    for (QAction *action : m_actions.pages)
        action->setEnabled(has);
    m_ui->removeButton->setEnabled(has && !m_session->isPractice());
    m_ui->removeButton->setToolTip(has && m_session->isPractice() ? tr("Practice is always there and cannot be removed")
                                                                  : tr("Remove this integration"));
    if (!has) {
        m_ui->headerLine->hide();
        setWindowTitle(tr("Consent Bridge"));
        setWindowModified(false);
        return;
    }
    const profile::Profile &draft = m_session->draft();
    const QString name = draft.name.isEmpty() ? tr("Unnamed integration") : draft.name;
    m_ui->nameLabel->setText(name);
    m_ui->environmentBadge->setKind(draft.kind);
    const auto instance = profile::normaliseInstance(draft.integration.instance);
    m_ui->hostLabel->setNote(instance ? instance->url.authority() : tr("no instance yet"));
    m_ui->hostLabel->setToolTip(tr("The Dataverse environment"));
    const profile::Mode mode = profile::modeOf(draft.integration);
    //: In the header: the way of storing consent, and whether contacts are created.
    const QString options = draft.integration.upsertMode ? tr("%1 · upsert on") : tr("%1 · upsert off");
    m_ui->optionsLabel->setNote(options.arg(profile::modeText(mode)));
    const QString where = mode == profile::Mode::Current ? tr("Consents are written to contact point consent rows.")
                                                         : tr("Consents are written to columns of the contact.");
    m_ui->optionsLabel->setToolTip(where + u' ' +
                                   (draft.integration.upsertMode ? tr("A missing contact is created.")
                                                                 : tr("People without a contact are skipped.")));
    TestBench &tests = m_session->tests();
    m_ui->standingLabel->setNote(tests.standingText(), tests.isRunning() ? Sign::Running : tests.standing().sign);
    m_ui->standingLabel->setToolTip(tr("The last connection test"));

    const bool isProduction = m_session->needsUnlock();
    m_ui->headerLine->setVisible(isProduction);
    QPalette line = palette();
    line.setColor(QPalette::Window, theme::color(Tone::Negative, palette()));
    m_ui->headerLine->setPalette(line);
    m_ui->unlockButton->setVisible(isProduction);
    const bool isUnlocked = m_session->mayWrite();
    m_ui->unlockButton->setChecked(isUnlocked);
    m_ui->unlockButton->setIcon(icons::icon(isUnlocked ? u"unlock"_s : u"lock"_s));
    m_ui->unlockButton->setText(isUnlocked ? tr("Lock writing") : tr("Unlock writing"));

    const bool isDirty = m_session->isDirty();
    m_ui->saveButton->setEnabled(isDirty);
    m_ui->saveButton->setToolTip(isDirty ? tr("Save this integration") : tr("Everything is saved"));
    m_ui->revertButton->setVisible(isDirty && m_session->isStored());
    m_actions.save->setEnabled(isDirty);
    m_actions.revert->setEnabled(isDirty && m_session->isStored());
    m_actions.remove->setEnabled(!m_session->isPractice());
    m_actions.undo->setEnabled(m_session->undoStack().canUndo());
    m_actions.redo->setEnabled(m_session->undoStack().canRedo());
    setWindowTitle(tr("%1[*] – Consent Bridge").arg(name));
    setWindowModified(isDirty);
}

void MainWindow::refreshEntry(Session *session)
{
    const profile::Profile &draft = session->draft();
    m_list->put({.id = draft.id,
                 .name = draft.name.isEmpty() ? tr("Unnamed integration") : draft.name,
                 .kind = draft.kind,
                 .sign = session->tests().isRunning() ? Sign::Running : session->tests().standing().sign,
                 .standing = session->tests().isRunning() ? tr("Testing…") : session->tests().standingText(),
                 .isDirty = session->isDirty()});
}

void MainWindow::refreshActivity()
{
    const bool isRound = m_round->isRunning();
    const QString what = isRound ? tr("Testing all integrations: %1 of %2").arg(m_round->done()).arg(m_round->total())
                         : m_session ? m_session->activity()
                                     : QString();
    m_activityNote->setNote(what, what.isEmpty() ? Sign::None : Sign::Running);
    m_activityBar->setVisible(!what.isEmpty());
    m_cancelButton->setVisible(!what.isEmpty());
    m_actions.testAll->setEnabled(!isRound);
    if (isRound) {
        m_activityBar->setMaximum(m_round->total());
        m_activityBar->setValue(m_round->done());
    } else if (m_session) {
        m_activityBar->setMaximum(m_session->total());
        m_activityBar->setValue(m_session->done());
    }
}

void MainWindow::cancel()
{
    if (m_round->isRunning())
        m_round->cancel();
    else if (m_session && m_session->hasJobs())
        m_session->cancel();
    else if (m_session)
        askToCancel(m_questions, this, m_session->resync());
}

void MainWindow::refreshStandings()
{
    const QDateTime now = m_services.clock().now();
    for (IntegrationListModel::Entry entry : m_list->entries()) {
        if (Session *session = sessionOf(entry.id)) {
            refreshEntry(session);
        } else if (entry.problem.message.isEmpty()) {
            if (!m_standings.contains(entry.id))
                m_standings.insert(entry.id, Standing::of(m_services, entry.id));
            const Standing &standing = m_standings[entry.id];
            entry.sign = standing.sign;
            entry.standing = standing.text(now);
            m_list->put(entry);
        }
    }
}

void MainWindow::testAll()
{
    const QString practice = m_services.practice().profileId();
    QStringList ids;
    for (const IntegrationListModel::Entry &entry : m_list->entries()) {
        if (entry.problem.message.isEmpty())
            ids += entry.id;
    }
    if (ids.size() > 1 && !sessionOf(practice))
        ids.removeAll(practice);
    QList<Session *> sessions;
    for (const QString &id : std::as_const(ids)) {
        if (Session *session = sessionFor(id))
            sessions += session;
    }
    m_round->start(sessions);
}

QList<profile::Profile> MainWindow::profiles() const
{
    QList<profile::Profile> profiles;
    for (const store::StoredProfile &stored : m_stored) {
        if (stored.profile && stored.profile->kind != profile::EnvironmentKind::Practice)
            profiles += *stored.profile;
    }
    return profiles;
}

void MainWindow::remindOfExpiry()
{
    const ExpiryWatch::Reminder reminder = m_expiry.reminder(profiles());
    if (reminder.text.isEmpty())
        return;
    m_ui->bannerText->setNote(reminder.text, reminder.sign);
    m_ui->bannerAction->show();
    m_ui->banner->show();
    m_isReminder = true;
}

void MainWindow::showExpiry()
{
    auto *dialog = new ExpiryDialog(diagnosis::expiriesOf(profiles()), m_services.clock().now(), m_questions, this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &ExpiryDialog::integrationWanted, this, [this](const QString &id) {
        open(id);
        openPage(Page::Connection);
    });
    dialog->open();
}

void MainWindow::showProblem(const Error &problem)
{
    m_problem = problem;
    m_problemNote->setNote(problem.message, Sign::Failed);
    m_problemNote->setToolTip(QStringList{problem.message, problem.fix, problem.code}.join(u'\n').trimmed());
    m_problemCopy->setVisible(!problem.message.isEmpty());
}

void MainWindow::showBanner(const Error &problem)
{
    m_ui->bannerText->setNote(problem.fix.isEmpty() ? problem.message : problem.message + u' ' + problem.fix,
                              Sign::Failed);
    m_ui->bannerAction->hide();
    m_ui->banner->show();
    m_isReminder = false;
}

void MainWindow::resync(const QString &person)
{
    if (!m_session)
        return;
    openPage(Page::Preview);
    if (person.isEmpty())
        m_preview->focusPerson();
    else
        m_preview->previewPerson(person);
}

void MainWindow::newIntegration()
{
    profile::Profile fresh = profile::newProfile(tr("New integration"));
    fresh.kind = profile::EnvironmentKind::Sandbox; // what a first try should be
    openPage(Page::Connection);
    present(adopt(std::make_unique<Session>(m_services, fresh, false)));
    m_connection->showField(u"name"_s);
}

void MainWindow::find()
{
    if (currentPage() == Page::Mappings && m_mappings)
        m_mappings->focusFilter();
    else if (currentPage() == Page::Preview && m_preview)
        m_preview->focusFilter();
    else if (currentPage() == Page::Resync && m_resync)
        m_resync->focusFilter();
    else
        m_ui->integrationList->setFocus(Qt::ShortcutFocusReason);
}

void MainWindow::closeEvent(QCloseEvent *event)
{
    if (m_mappings)
        m_mappings->applyPending();
    m_round->cancel();
    for (const auto &[id, session] : m_sessions)
        session->tests().endRehearsal(); // it is not kept
    if (!m_mayClose) {
        for (const auto &[id, session] : m_sessions) {
            if (session->isDirty()) {
                event->ignore();
                closeNext();
                return;
            }
        }
    }
    if (!mayLeaveRuns()) {
        event->ignore();
        return;
    }
    for (const auto &[id, session] : m_sessions)
        session->live().stop();
    rememberLayout();
    event->accept();
}

/// Who closes again while runs are ending does not want to wait: what is on its way is then found out by who resumes.
bool MainWindow::mayLeaveRuns()
{
    const bool isRunning = std::any_of(m_sessions.cbegin(), m_sessions.cend(),
                                       [](const auto &held) { return held.second->resync().isBusy(); });
    if (!isRunning || m_isLeaving)
        return true;
    const bool isWriting = std::any_of(m_sessions.cbegin(), m_sessions.cend(), [](const auto &held) {
        return held.second->resync().isBusy() && held.second->resync().task() == Resync::Task::Run;
    });
    if (!isWriting) {
        leaveRuns();
        return false;
    }
    m_questions.confirm(
        this,
        {.title = tr("A resync is running"),
         .question = tr("Stop it and close?"),
         .consequences = tr("What is on its way is finished. What was written stays, and the run can be "
                            "resumed when you open the integration again."),
         .verb = tr("Stop and close")},
        [this](bool yes) {
            if (yes)
                leaveRuns();
        });
    return false;
}

void MainWindow::leaveRuns()
{
    m_isLeaving = true;
    for (const auto &[id, session] : m_sessions) {
        session->resync().interrupt();
        session->resync().whenIdle(this, [this] {
            const bool isRunning = std::any_of(m_sessions.cbegin(), m_sessions.cend(),
                                               [](const auto &held) { return held.second->resync().isBusy(); });
            if (!isRunning)
                QMetaObject::invokeMethod(this, &QWidget::close, Qt::QueuedConnection);
        });
    }
}

void MainWindow::closeNext()
{
    for (const auto &[id, held] : m_sessions) {
        Session *session = held.get();
        if (!session->isDirty())
            continue;
        present(session);
        m_questions.askUnsaved(this, session->draft().name,
                               [this, session = QPointer<Session>(session)](Questions::Unsaved answer) {
                                   if (!session || answer == Questions::Unsaved::Stay)
                                       return;
                                   if (answer == Questions::Unsaved::Save) {
                                       session->save([this](const core::Result<core::Nothing> &saved) {
                                           if (saved)
                                               closeNext();
                                           else
                                               showBanner(saved.error());
                                       });
                                       return;
                                   }
                                   if (session->isStored()) {
                                       session->revert();
                                   } else { // a new one that nobody wants
                                       const QString gone = session->id();
                                       showWelcome();
                                       m_list->remove(gone);
                                       m_sessions.erase(gone);
                                   }
                                   closeNext();
                               });
        return;
    }
    m_mayClose = true;
    QMetaObject::invokeMethod(this, &QWidget::close,
                              Qt::QueuedConnection); // we may still be inside the close that asked
}

void MainWindow::rememberLayout()
{
    QSettings &settings = m_services.settings();
    settings.setValue(u"window/geometry"_s, saveGeometry());
    settings.setValue(u"window/splitter"_s, m_ui->mainSplitter->saveState());
    if (m_connection)
        settings.setValue(u"window/connection"_s, m_connection->layoutState());
    if (m_mappings)
        settings.setValue(u"window/mappings"_s, m_mappings->layoutState());
    if (m_preview)
        settings.setValue(u"window/preview"_s, m_preview->layoutState());
    if (m_resync)
        settings.setValue(u"window/resync"_s, m_resync->layoutState());
}

void MainWindow::restoreLayout()
{
    QSettings &settings = m_services.settings();
    if (const QByteArray geometry = settings.value(u"window/geometry"_s).toByteArray(); !geometry.isEmpty())
        restoreGeometry(geometry);
    if (const QByteArray splitter = settings.value(u"window/splitter"_s).toByteArray(); !splitter.isEmpty())
        m_ui->mainSplitter->restoreState(splitter);
    const QSignalBlocker quiet(m_ui->tabs);
    m_ui->tabs->setCurrentIndex(settings.value(u"window/page"_s, 0).toInt());
}

void MainWindow::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::PaletteChange)
        refreshHeader();
    QMainWindow::changeEvent(event);
}

} // namespace gui
