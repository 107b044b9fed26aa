#include "gui/resync/historypanel.h"

#include "engine/scope.h"
#include "gui/columnshares.h"
#include "gui/icons.h"
#include "gui/questions.h"
#include "gui/resync/resync.h"
#include "gui/session.h"
#include "gui/tablelook.h"
#include "models/planlistmodel.h"
#include "ui_historypanel.h"

#include <QLocale>
#include <QStyle>

#include <algorithm>

namespace gui {

using namespace Qt::StringLiterals;
using models::PlanListModel;
using models::Sign;
using store::RunEntry;

namespace {

constexpr auto typingRest = std::chrono::milliseconds(400);

PlanListModel::Entry entryOf(const RunEntry &run)
{
    PlanListModel::Entry entry{.path = run.path,
                               .kind = run.head.kind,
                               .madeAt = run.problem ? run.changedAt : run.head.madeAt,
                               .state = run.state,
                               .counts = run.counts};
    if (run.problem)
        entry.problem = *run.problem;
    else if (const auto scope = engine::scopeFromJson(run.head.scope))
        entry.about = engine::describe(*scope);
    else
        entry.about = run.head.source;
    return entry;
}

} // namespace

HistoryPanel::HistoryPanel(QWidget *parent)
    : QWidget(parent), m_ui(std::make_unique<Ui::HistoryPanel>()), m_plans(new PlanListModel(this))
{
    m_ui->setupUi(this);
    const int margin = style()->pixelMetric(QStyle::PM_LayoutLeftMargin);
    layout()->setContentsMargins(margin, margin, margin, margin);
    m_ui->historySearch->setMinimumWidth(16 * fontMetrics().averageCharWidth());
    m_ui->historySearch->setMaximumWidth(36 * fontMetrics().averageCharWidth());
    const std::pair<QAbstractButton *, QString> pictures[] = {{m_ui->historyOpen, u"open"_s},
                                                              {m_ui->historyResume, u"play"_s},
                                                              {m_ui->historyDelete, u"remove"_s},
                                                              {m_ui->historyErase, u"person"_s}};
    for (const auto &[button, name] : pictures)
        button->setIcon(icons::icon(name));
    prepareTable(m_ui->historyTable);
    m_ui->historyTable->setModel(m_plans);
    m_shares = new ColumnShares(m_ui->historyTable, {26, 11, 22, 15, 14, 12});
    m_typing.setSingleShot(true);
    m_typing.setInterval(typingRest);
    connect(&m_typing, &QTimer::timeout, this, &HistoryPanel::search);
    connect(m_ui->historySearch, &QLineEdit::textChanged, &m_typing, qOverload<>(&QTimer::start));
    connect(m_ui->historySearch, &QLineEdit::returnPressed, this, &HistoryPanel::search);
    connect(m_ui->historyTable->selectionModel(), &QItemSelectionModel::currentRowChanged, this,
            &HistoryPanel::refresh);
    connect(m_ui->historyTable, &QTableView::activated, this, [this] {
        if (m_ui->historyOpen->isEnabled())
            Q_EMIT openWanted(chosenPath());
    });
    connect(m_ui->historyOpen, &QPushButton::clicked, this, [this] { Q_EMIT openWanted(chosenPath()); });
    connect(m_ui->historyResume, &QPushButton::clicked, this, [this] { Q_EMIT resumeWanted(chosenPath()); });
    connect(m_ui->historyDelete, &QPushButton::clicked, this, &HistoryPanel::remove);
    connect(m_ui->historyErase, &QPushButton::clicked, this, &HistoryPanel::erase);
}

HistoryPanel::~HistoryPanel() = default;

void HistoryPanel::setUp(Questions &questions)
{
    m_questions = &questions;
}

void HistoryPanel::setSession(Session *session)
{
    if (m_session == session)
        return;
    if (m_session)
        m_session->resync().disconnect(this);
    m_session = session;
    m_desk.reset();
    m_runs.clear();
    m_isListed = false;
    m_found.clear();
    m_plans->setEntries({});
    const QSignalBlocker quiet(m_ui->historySearch);
    m_ui->historySearch->clear();
    tell({}, Sign::None);
    if (session) {
        Services &services = session->services();
        m_desk = std::make_unique<engine::LibraryDesk>(
            engine::LibraryDesk::Places{.paths = services.runPaths(session->saved()),
                                        .journalPath = services.journalPath(),
                                        .inboxPath = services.inboxPath(session->saved())},
            services.clock());
        connectDesk();
    }
    reload();
}

void HistoryPanel::connectDesk()
{
    connect(m_desk.get(), &engine::LibraryDesk::listed, this, [this](const QList<RunEntry> &runs) {
        m_runs = runs;
        m_isListed = true;
        if (m_found.isEmpty())
            show(runs);
        Q_EMIT listed();
    });
    connect(m_desk.get(), &engine::LibraryDesk::found, this,
            [this](const QString &person, const store::RunLibrary::Found &found) {
                if (person != this->person())
                    return; // asked for somebody else meanwhile
                QList<RunEntry> runs;
                for (const store::RunMention &mention : found.runs) {
                    if (mention.run.head.profileId == m_session->id())
                        runs << mention.run;
                }
                m_found = person;
                m_foundItems = int(found.items.size());
                show(runs);
                if (!found.problems.isEmpty())
                    tell(tr("%n plan(s) could not be searched: %1", nullptr, int(found.problems.size()))
                             .arg(found.problems.constFirst().error.message),
                         Sign::Warning);
                else if (runs.isEmpty() && m_foundItems == 0)
                    tell({}, Sign::None); // the list says so
                else
                    tell(tr("%1 This computer also noted %n single write(s) about them.", nullptr, m_foundItems)
                             .arg(tr("%n plan(s) here are about this person.", nullptr, int(runs.size()))),
                         Sign::None);
            });
    connect(m_desk.get(), &engine::LibraryDesk::removed, this, &HistoryPanel::reload);
    connect(m_desk.get(), &engine::LibraryDesk::erased, this,
            [this](const QString &, const store::RunLibrary::Erased &erased) {
                const QSignalBlocker quiet(m_ui->historySearch);
                m_ui->historySearch->clear();
                m_found.clear();
                reload();
                if (!erased.problems.isEmpty()) {
                    const core::Error &why = erased.problems.constFirst().error;
                    tell(tr("Not everything is forgotten: %1 %2").arg(why.message, why.fix).trimmed(), Sign::Failed);
                    return;
                }
                const QString plans = tr("%n plan(s)", nullptr, erased.runs);
                const QString writes = tr("%n noted write(s)", nullptr, erased.journalItems);
                const QString arrivals = tr("%n waiting consent(s)", nullptr, erased.arrivals);
                //: Each is a number with its noun: "2 plans".
                tell(tr("This person is forgotten in %1, %2 and %3.").arg(plans, writes, arrivals), Sign::Passed);
            });
    connect(m_desk.get(), &engine::LibraryDesk::failed, this, [this](const core::Error &error) {
        tell(u"%1 %2"_s.arg(error.message, error.fix).trimmed(), Sign::Failed);
        if (m_session)
            m_session->report(error);
    });
    connect(m_desk.get(), &engine::LibraryDesk::busyChanged, this, &HistoryPanel::refresh);
    connect(&m_session->resync(), &Resync::changed, this, &HistoryPanel::refresh);
}

void HistoryPanel::reload()
{
    if (m_desk)
        m_desk->list(m_session->id());
    refresh();
}

QString HistoryPanel::person() const
{
    return m_ui->historySearch->text().trimmed();
}

void HistoryPanel::search()
{
    m_typing.stop();
    if (!m_desk)
        return;
    tell({}, Sign::None);
    if (!person().isEmpty())
        return m_desk->find(person());
    m_found.clear();
    show(m_runs);
}

void HistoryPanel::show(const QList<RunEntry> &runs)
{
    const QString former = chosenPath();
    QList<PlanListModel::Entry> entries;
    for (const RunEntry &run : runs)
        entries << entryOf(run);
    m_plans->setEntries(entries);
    // What takes a run back says so where it says whom it is about.
    m_ui->historyTable->setColumnHidden(
        int(PlanListModel::Column::Kind),
        std::ranges::none_of(entries, [](const auto &one) { return one.kind == u"migrate"_s; }));
    m_shares->share();
    const int row = m_plans->rowOf(former);
    if (!entries.isEmpty())
        m_ui->historyTable->setCurrentIndex(m_plans->index(std::max(0, row), 0));
    refresh();
}

void HistoryPanel::tell(const QString &text, Sign sign)
{
    m_ui->historyNote->setNote(text, sign);
}

QString HistoryPanel::chosenPath() const
{
    const QModelIndex index = m_ui->historyTable->currentIndex();
    return index.isValid() ? m_plans->entry(index.row()).path : QString();
}

void HistoryPanel::refresh()
{
    const bool isEmpty = m_plans->rowCount() == 0;
    m_ui->historyStack->setCurrentWidget(isEmpty ? m_ui->historyEmpty : static_cast<QWidget *>(m_ui->historyTable));
    if (!m_found.isEmpty())
        m_ui->historyEmptyText->setNote(m_foundItems > 0
                                            ? tr("No plan here is about this person.")
                                            : tr("No plan here is about this person, and no single write. Ids are "
                                                 "searched whole, as Didomi has them."));
    else if (!m_isListed)
        m_ui->historyEmptyText->setNote(tr("Looking for plans…"), Sign::Running);
    else
        m_ui->historyEmptyText->setNote(tr(
            "No plan has been made yet. Plans are kept here with what became of everybody: for a year, unless another "
            "time was set, or until you delete them."));
    const QModelIndex index = m_ui->historyTable->currentIndex();
    const PlanListModel::Entry *chosen = index.isValid() ? &m_plans->entry(index.row()) : nullptr;
    const bool isReadable = chosen && chosen->problem.message.isEmpty();
    const bool isFree = m_session && !m_session->resync().isBusy();
    m_ui->historyOpen->setEnabled(isReadable && isFree);
    m_ui->historyResume->setEnabled(isReadable && isFree && chosen->isUnfinished());
    m_ui->historyDelete->setEnabled(chosen && isFree && !m_desk->isBusy());
    const bool isFound = !person().isEmpty() && m_found == person();
    m_ui->historyErase->setEnabled(isFound && isFree && !m_desk->isBusy());
    for (QPushButton *button : {m_ui->historyOpen, m_ui->historyResume, m_ui->historyDelete})
        button->setVisible(!isEmpty);
    m_ui->historyErase->setVisible(!person().isEmpty());

    const QString busy = m_session && !isFree ? tr("Wait until what runs now has ended") : QString();
    const QString whyNot = !busy.isEmpty() ? busy
                           : !chosen       ? tr("Choose a plan in the list first")
                           : !isReadable   ? chosen->problem.message
                                           : QString();
    m_ui->historyOpen->setToolTip(whyNot.isEmpty() ? tr("Look at this plan, and at what became of it") : whyNot);
    m_ui->historyResume->setToolTip(!whyNot.isEmpty()        ? whyNot
                                    : chosen->isUnfinished() ? tr("Go on where it was left")
                                                             : tr("Only what was begun and has not ended can go on"));
    m_ui->historyDelete->setToolTip(!busy.isEmpty() ? busy : tr("Delete this plan from this computer"));
    m_ui->historyErase->setToolTip(!busy.isEmpty() ? busy
                                   : isFound       ? tr("Forget everything that this computer knows of this person")
                                                   : tr("The person is being looked for"));
}

void HistoryPanel::remove()
{
    const QModelIndex index = m_ui->historyTable->currentIndex();
    if (!index.isValid())
        return;
    const PlanListModel::Entry entry = m_plans->entry(index.row());
    const bool hasRun = entry.counts.created + entry.counts.updated > 0;
    const QString when = QLocale().toString(entry.madeAt.toLocalTime(), QLocale::ShortFormat);
    m_questions->confirm(
        this,
        {.title = tr("Delete a plan"),
         .question = tr("Delete the plan of %1?").arg(when),
         .consequences =
             hasRun
                 ? tr("What was written to Dynamics stays, but it cannot be taken back, verified or reported any more.")
                 : tr("It was not run. It can be planned again at any time."),
         .verb = tr("Delete")},
        [this, path = entry.path, session = m_session](bool yes) {
            if (yes && m_session == session && m_desk)
                m_desk->remove(path);
        });
}

void HistoryPanel::erase()
{
    const QString who = person();
    m_questions->confirm(
        this,
        {.title = tr("Erase a person"),
         .question = tr("Forget everything that this computer knows of %1?").arg(who),
         .consequences = tr("In all plans, in the journal and in what waits to be written, of every integration: their "
                            "id, their rows and all values go; counts stay. What was not written yet is not written, "
                            "and what was written cannot be taken back any more. Nothing changes in Didomi and "
                            "Dynamics."),
         .verb = tr("Erase")},
        [this, who, session = m_session](bool yes) {
            if (yes && m_session == session && m_desk)
                m_desk->erase(who);
        });
}

void HistoryPanel::focusFilter()
{
    m_ui->historySearch->setFocus(Qt::ShortcutFocusReason);
    m_ui->historySearch->selectAll();
}

} // namespace gui
