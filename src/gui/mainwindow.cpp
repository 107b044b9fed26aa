#include "gui/mainwindow.h"

#include "gui/badge.h"
#include "gui/celldelegate.h"
#include "gui/connectionpage.h"
#include "gui/fieldnote.h"
#include "gui/icons.h"
#include "gui/importdialog.h"
#include "gui/mappingspage.h"
#include "gui/previewpage.h"
#include "models/integrationlistmodel.h"
#include "profile/instance.h"
#include "ui_mainwindow.h"

#include <QActionGroup>
#include <QApplication>
#include <QClipboard>
#include <QCloseEvent>
#include <QDesktopServices>
#include <QFile>
#include <QFileInfo>
#include <QMenuBar>
#include <QMimeData>
#include <QProgressBar>
#include <QSaveFile>
#include <QScreen>
#include <QSettings>
#include <QShortcut>
#include <QStatusBar>
#include <QTimer>

namespace gui {

using namespace Qt::StringLiterals;
using core::Error;
using models::IntegrationListModel;
using models::Sign;

namespace {

constexpr qint64 largestImport = 8 * 1024 * 1024;

bool looksLikeIntegration(const QString &text)
{
    return text.contains(u'{') && text.contains(u"\"mappings\"") && text.contains(u"\"type_id\"");
}

} // namespace

MainWindow::MainWindow(Services &services, Questions &questions, QWidget *parent)
    : QMainWindow(parent)
    , m_ui(std::make_unique<Ui::MainWindow>())
    , m_services(services)
    , m_questions(questions)
    , m_list(new IntegrationListModel(this))
{
    m_ui->setupUi(this);
    dressUp();
    buildMenus();
    buildStatusBar();
    m_ui->integrationList->setModel(m_list);
    m_ui->integrationList->setItemDelegate(new TwoLineDelegate(TwoLineDelegate::Kind::Integrations, this));
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
    connect(m_ui->bannerClose, &QToolButton::clicked, m_ui->banner, &QWidget::hide);
    connect(m_ui->damagedShow, &QPushButton::clicked, this, [this] {
        QDesktopServices::openUrl(QUrl::fromLocalFile(QFileInfo(m_services.profiles().pathOf(u"x"_s)).path()));
    });
}

MainWindow::~MainWindow()
{
    // The pages let go of the sessions before these go.
    for (QWidget *page :
         {static_cast<QWidget *>(m_connection), static_cast<QWidget *>(m_mappings), static_cast<QWidget *>(m_preview)})
        delete page;
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
    int buttons = 4 * margin;
    for (const QWidget *button : {m_ui->newButton, m_ui->importButton, m_ui->removeButton})
        buttons += button->sizeHint().width();
    m_ui->railPanel->setMinimumWidth(buttons);
    m_ui->mainSplitter->setSizes({std::max(34 * character, buttons), 120 * character});
    m_ui->railPanel->setAutoFillBackground(true);
    m_ui->railPanel->setBackgroundRole(QPalette::Base);

    const std::pair<QString, QString> pages[pageCount] = {
        {tr("&Connection"), u"connection"_s}, {tr("&Mappings"), u"mappings"_s}, {tr("&Preview && Live"), u"preview"_s}};
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

void MainWindow::buildMenus()
{
    const auto add = [this](QMenu *menu, const QString &text, const QString &icon, const QKeySequence &key,
                            auto handler) {
        QAction *action = menu->addAction(text, this, handler);
        if (!icon.isEmpty())
            action->setIcon(icons::icon(icon));
        action->setShortcut(key);
        return action;
    };
    QMenu *file = menuBar()->addMenu(tr("&File"));
    add(file, tr("&New integration"), u"add"_s, QKeySequence::New, [this] { newIntegration(); });
    add(file, tr("&Import Didomi’s JSON…"), u"import"_s, QKeySequence::Open, [this] { importFile(); });
    m_actions.exportJson = add(file, tr("&Export Didomi’s JSON…"), u"export"_s, QKeySequence(Qt::CTRL | Qt::Key_E),
                               [this] { exportJson(); });
    file->addSeparator();
    m_actions.save = add(file, tr("&Save"), u"save"_s, QKeySequence::Save, [this] { saveIntegration(); });
    m_actions.revert = add(file, tr("&Revert to what is saved"), u"undo"_s, {}, [this] {
        if (m_session)
            m_session->revert();
    });
    m_actions.remove = add(file, tr("Remo&ve integration…"), u"remove"_s, {}, [this] { removeIntegration(); });
    file->addSeparator();
    add(file, tr("&Quit"), {}, QKeySequence(Qt::CTRL | Qt::Key_Q), [this] { close(); });

    QMenu *edit = menuBar()->addMenu(tr("&Edit"));
    m_actions.undo = add(edit, tr("&Undo in mappings"), u"undo"_s, QKeySequence::Undo, [this] {
        if (m_session)
            m_session->undoStack().undo();
    });
    m_actions.redo = add(edit, tr("&Redo in mappings"), u"redo"_s, QKeySequence::Redo, [this] {
        if (m_session)
            m_session->undoStack().redo();
    });
    edit->addSeparator();
    m_actions.find = add(edit, tr("&Find in the list"), u"search"_s, QKeySequence::Find, [this] { find(); });

    QMenu *integration = menuBar()->addMenu(tr("&Integration"));
    m_actions.test = add(integration, tr("&Test connection"), u"test"_s, QKeySequence(Qt::Key_F5), [this] {
        if (!m_session)
            return;
        openPage(Page::Connection);
        m_session->test();
    });
    m_actions.load =
        add(integration, tr("&Load columns and purposes"), u"refresh"_s, QKeySequence(Qt::CTRL | Qt::Key_L), [this] {
            if (m_session && !m_session->isLoading())
                m_session->load();
        });

    QMenu *view = menuBar()->addMenu(tr("&View"));
    const QString names[pageCount] = {tr("&Connection"), tr("&Mappings"), tr("&Preview && Live")};
    for (int page = 0; page < pageCount; ++page) {
        m_actions.pages += add(view, names[page], {}, QKeySequence(Qt::CTRL | Qt::Key(Qt::Key_1 + page)),
                               [this, page] { openPage(Page(page)); });
    }
    view->addSeparator();
    auto *rail = add(view, tr("&List of integrations"), {}, QKeySequence(Qt::Key_F9),
                     [this] { m_ui->railPanel->setHidden(m_ui->railPanel->isVisible()); });
    rail->setToolTip(tr("Show or hide the list of integrations"));
    QMenu *colours = view->addMenu(tr("C&olours"));
    auto *group = new QActionGroup(this);
    const QString kept = m_services.settings().value(u"theme"_s, u"system"_s).toString();
    const std::tuple<QString, QString, theme::Choice> choices[] = {
        {tr("As the &system"), u"system"_s, theme::Choice::System},
        {tr("&Light"), u"light"_s, theme::Choice::Light},
        {tr("&Dark"), u"dark"_s, theme::Choice::Dark}};
    for (const auto &[text, word, choice] : choices) {
        QAction *action = colours->addAction(text, this, [this, word = word, choice = choice] {
            m_services.settings().setValue(u"theme"_s, word);
            theme::apply(choice);
        });
        action->setCheckable(true);
        action->setChecked(kept == word);
        group->addAction(action);
    }

    QMenu *help = menuBar()->addMenu(tr("&Help"));
    add(help, tr("&About Consent Bridge"), {}, {}, [this] {
        m_questions.tell(this, tr("About Consent Bridge"),
                         tr("Consent Bridge %1").arg(QCoreApplication::applicationVersion()),
                         tr("Runs the link between Didomi and Microsoft Dynamics 365. Free software under the GNU "
                            "General Public License, version 3 or later."));
    });

    connect(new QShortcut(QKeySequence(Qt::Key_Escape), this), &QShortcut::activated, this, [this] {
        if (m_session)
            m_session->cancel();
    });
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
    connect(m_cancelButton, &QToolButton::clicked, this, [this] {
        if (m_session)
            m_session->cancel();
    });
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
        const QString kept =
            m_services.settings().value(u"standing/"_s + stored.profile->id).toString().section(u'|', 0, 0);
        const Sign sign = kept == u"passed"    ? Sign::Passed
                          : kept == u"warning" ? Sign::Warning
                          : kept == u"failed"  ? Sign::Failed
                                               : Sign::Waiting;
        entries.append(
            {.id = stored.profile->id, .name = stored.profile->name, .kind = stored.profile->kind, .sign = sign});
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
    if (Session *known = sessionOf(id)) {
        present(known);
        return true;
    }
    std::optional<profile::Profile> stored;
    for (const store::StoredProfile &candidate : m_stored) {
        if (candidate.profile && candidate.profile->id == id)
            stored = candidate.profile;
    }
    if (id == m_services.practice().profileId()) {
        const core::Result<profile::Profile> practice = m_services.practice().open(stored);
        if (!practice) {
            showBanner(practice.error());
            return false;
        }
        stored = *practice;
    }
    if (!stored)
        return false;
    adopt(std::make_unique<Session>(m_services, *stored, true));
    return true;
}

void MainWindow::adopt(std::unique_ptr<Session> session)
{
    Session *added = session.get();
    m_sessions[added->id()] = std::move(session);
    for (const auto signal : {&Session::draftChanged, &Session::dirtyChanged, &Session::standingChanged,
                              &Session::lockChanged, &Session::stepsChanged}) {
        connect(added, signal, this, [this, added] {
            refreshEntry(added);
            if (added == m_session)
                refreshHeader();
        });
    }
    connect(added, &Session::activityChanged, this, &MainWindow::refreshActivity);
    connect(added, &Session::problemRaised, this, &MainWindow::showProblem);
    refreshEntry(added);
    present(added);
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
        return;
    }
    switch (currentPage()) {
    case Page::Connection:
        if (!m_connection) {
            m_connection = new ConnectionPage;
            put(Page::Connection, m_connection);
            m_connection->restoreLayout(m_services.settings().value(u"window/connection"_s).toByteArray());
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
            m_preview = new PreviewPage(m_questions);
            put(Page::Preview, m_preview);
            m_preview->restoreLayout(m_services.settings().value(u"window/preview"_s).toByteArray());
            connect(m_preview, &PreviewPage::fieldWanted, this, [this](const QString &field) {
                openPage(Page::Connection);
                m_connection->showField(field);
            });
        }
        m_preview->setSession(m_session);
        break;
    }
    m_services.settings().setValue(u"window/page"_s, int(currentPage()));
}

void MainWindow::refreshHeader()
{
    const bool has = m_session != nullptr;
    m_ui->header->setVisible(has);
    for (QAction *action : {m_actions.save, m_actions.revert, m_actions.remove, m_actions.exportJson, m_actions.undo,
                            m_actions.redo, m_actions.find, m_actions.test, m_actions.load})
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
    //: In the header: the way of storing consent, and whether contacts are created.
    m_ui->optionsLabel->setNote(draft.integration.upsertMode ? tr("Legacy · upsert on") : tr("Legacy · upsert off"));
    m_ui->optionsLabel->setToolTip(
        draft.integration.upsertMode
            ? tr("Consents are written to columns of the contact; a missing contact is created.")
            : tr("Consents are written to columns of the contact; people without a contact are skipped."));
    m_ui->standingLabel->setNote(m_session->standingText(),
                                 m_session->isTesting() ? Sign::Running : m_session->standing());
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
                 .sign = session->isTesting() ? Sign::Running : session->standing(),
                 .standing = session->isTesting() ? tr("Testing…") : session->standingText(),
                 .isDirty = session->isDirty()});
}

void MainWindow::refreshActivity()
{
    const QString what = m_session ? m_session->activity() : QString();
    m_activityNote->setNote(what, what.isEmpty() ? Sign::None : Sign::Running);
    m_activityBar->setVisible(!what.isEmpty());
    m_cancelButton->setVisible(!what.isEmpty());
    if (m_session) {
        m_activityBar->setMaximum(int(m_session->total()));
        m_activityBar->setValue(int(m_session->done()));
    }
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
    m_ui->banner->show();
}

void MainWindow::newIntegration()
{
    profile::Profile fresh = profile::newProfile(tr("New integration"));
    fresh.kind = profile::EnvironmentKind::Sandbox; // what a first try should be
    openPage(Page::Connection);
    adopt(std::make_unique<Session>(m_services, fresh, false));
    m_connection->showField(u"name"_s);
}

void MainWindow::importFile()
{
    m_questions.openFile(
        this, tr("Import an integration"), tr("JSON files (*.json);;All files (*)"), [this](const QString &path) {
            if (path.isEmpty())
                return;
            QFile file(path);
            if (!file.open(QIODevice::ReadOnly))
                return showBanner({.kind = Error::Kind::Storage,
                                   .message = tr("The file %1 cannot be read: %2.").arg(path, file.errorString())});
            offerImport(file.read(largestImport), QFileInfo(path).completeBaseName());
        });
}

void MainWindow::offerImport(const QByteArray &json, const QString &origin)
{
    core::Result<Imported> read = readImport(json, origin);
    if (!read)
        return showBanner(read.error());
    m_ui->banner->hide();
    auto *dialog = new ImportDialog(*read, this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &QDialog::accepted, this, [this, dialog] {
        const Imported imported = dialog->imported();
        openPage(Page::Connection);
        auto session = std::make_unique<Session>(m_services, imported.profile, false);
        session->typeSecret(Session::Which::Client, imported.clientSecret);
        adopt(std::move(session));
    });
    dialog->open();
}

void MainWindow::exportJson()
{
    if (!m_session)
        return;
    const QString suggested = m_session->draft().name.simplified().replace(u' ', u'-').toLower() + u".json"_s;
    m_questions.saveFile(
        this, tr("Export Didomi’s JSON"), suggested, tr("JSON files (*.json)"), [this](const QString &path) {
            if (path.isEmpty() || !m_session)
                return;
            QSaveFile file(path);
            const QByteArray text = profile::exportIntegration(m_session->draft().integration);
            if (!file.open(QIODevice::WriteOnly) || file.write(text) != text.size() || !file.flush() || !file.commit())
                showBanner({.kind = Error::Kind::Storage,
                            .message = tr("The file %1 cannot be written: %2.").arg(path, file.errorString())});
            else
                statusBar()->showMessage(tr("Exported to %1; the secret stands as a placeholder.").arg(path), 8000);
        });
}

void MainWindow::saveIntegration()
{
    if (!m_session)
        return;
    if (QWidget *editing = QApplication::focusWidget(); editing && isAncestorOf(editing)) {
        editing->clearFocus(); // what is being typed is taken over first
        editing->setFocus();
    }
    if (m_mappings)
        m_mappings->applyPending();
    m_session->save([this](const core::Result<core::Nothing> &saved) {
        if (saved) {
            m_stored = m_services.profiles().list();
            statusBar()->showMessage(tr("Saved."), 4000);
        } else {
            showBanner(saved.error());
        }
    });
}

void MainWindow::removeIntegration()
{
    if (!m_session || m_session->isPractice())
        return;
    const profile::Profile &draft = m_session->draft();
    const int secrets = int(m_session->saved().clientSecret.kind == profile::SecretRef::Kind::Keychain) +
                        int(m_session->saved().didomi.secret.kind == profile::SecretRef::Kind::Keychain);
    const QString mappings = tr("%n mapping(s)", nullptr, int(draft.integration.mappings.size()));
    const QString inKeychain = tr("%n secret(s)", nullptr, secrets);
    m_questions.confirm(
        this,
        {.title = tr("Remove an integration"),
         .question = tr("Remove “%1”?").arg(draft.name),
         .consequences =
             tr("Its settings and %1 go from the list; the file moves to the folder “removed”. %2 are deleted from the "
                "keychain for good. Nothing changes in Didomi or in Dynamics.")
                 .arg(mappings, inKeychain),
         .verb = tr("Remove")},
        [this, id = draft.id](bool yes) {
            Session *session = sessionOf(id);
            if (!yes || !session)
                return;
            for (const profile::SecretRef &ref : {session->saved().clientSecret, session->saved().didomi.secret}) {
                m_services.secrets().forget(ref, this)->whenDone(this, [this](const core::Result<core::Nothing> &gone) {
                    if (!gone)
                        showProblem(gone.error());
                });
            }
            if (session->isStored()) {
                if (const auto removed = m_services.profiles().remove(id); !removed)
                    return showBanner(removed.error());
            }
            m_services.settings().remove(u"standing/"_s + id);
            showWelcome();
            m_sessions.erase(id);
            m_list->remove(id);
            m_stored = m_services.profiles().list();
        });
}

void MainWindow::find()
{
    if (currentPage() == Page::Mappings && m_mappings)
        m_mappings->focusFilter();
    else if (currentPage() == Page::Preview && m_preview)
        m_preview->focusFilter();
    else
        m_ui->integrationList->setFocus(Qt::ShortcutFocusReason);
}

void MainWindow::closeEvent(QCloseEvent *event)
{
    if (m_mappings)
        m_mappings->applyPending();
    if (!m_mayClose) {
        for (const auto &[id, session] : m_sessions) {
            if (session->isDirty()) {
                event->ignore();
                closeNext();
                return;
            }
        }
    }
    for (const auto &[id, session] : m_sessions)
        session->stopFeed();
    rememberLayout();
    event->accept();
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

void MainWindow::dragEnterEvent(QDragEnterEvent *event)
{
    const QMimeData *dropped = event->mimeData();
    const bool isFile = dropped->urls().size() == 1 && dropped->urls().first().isLocalFile();
    if (isFile || (dropped->hasText() && looksLikeIntegration(dropped->text())))
        event->acceptProposedAction();
}

void MainWindow::dropEvent(QDropEvent *event)
{
    const QMimeData *dropped = event->mimeData();
    if (dropped->urls().size() == 1 && dropped->urls().first().isLocalFile()) {
        const QString path = dropped->urls().first().toLocalFile();
        QFile file(path);
        if (file.open(QIODevice::ReadOnly))
            offerImport(file.read(largestImport), QFileInfo(path).completeBaseName());
        else
            showBanner({.kind = Error::Kind::Storage,
                        .message = tr("The file %1 cannot be read: %2.").arg(path, file.errorString())});
    } else {
        offerImport(dropped->text().toUtf8(), {});
    }
    event->acceptProposedAction();
}

void MainWindow::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::PaletteChange)
        refreshHeader();
    QMainWindow::changeEvent(event);
}

void MainWindow::keyPressEvent(QKeyEvent *event)
{
    if (event->matches(QKeySequence::Paste) && looksLikeIntegration(QApplication::clipboard()->text())) {
        offerImport(QApplication::clipboard()->text().toUtf8(), {});
        event->accept();
        return;
    }
    QMainWindow::keyPressEvent(event);
}

} // namespace gui
