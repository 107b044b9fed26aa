#include "gui/resync/scopeform.h"

#include "core/threadedjob.h"
#include "gui/fieldnote.h"
#include "gui/icons.h"
#include "gui/questions.h"
#include "gui/session.h"
#include "ui_scopeform.h"

#include <QButtonGroup>
#include <QDir>
#include <QDropEvent>
#include <QFileInfo>
#include <QLocale>
#include <QMimeData>

#include <algorithm>
#include <array>

namespace gui {

using namespace Qt::StringLiterals;
using engine::Scope;
using models::Sign;

namespace {

constexpr auto typingRest = std::chrono::milliseconds(250);
constexpr int lastRun = 0; ///< In the list of moments: else the date.
constexpr int aDate = 1;
constexpr int anyAnswer = -1;

bool endsWithAny(const QString &path, std::initializer_list<QLatin1StringView> endings)
{
    return std::any_of(endings.begin(), endings.end(),
                       [&path](QLatin1StringView end) { return path.endsWith(end, Qt::CaseInsensitive); });
}

bool isPlan(const QString &path)
{
    return endsWithAny(path, {".cbplan"_L1});
}

bool isList(const QString &path)
{
    return endsWithAny(path, {".csv"_L1, ".txt"_L1, ".tsv"_L1});
}

bool isExport(const QString &path)
{
    return QFileInfo(path).isDir() || endsWithAny(path, {".json"_L1, ".jsonl"_L1, ".ndjson"_L1, ".gz"_L1});
}

QStringList localPaths(const QMimeData *dropped)
{
    QStringList paths;
    for (const QUrl &url : dropped->urls()) {
        const QString path = url.toLocalFile();
        if (path.isEmpty() || !(isPlan(path) || isList(path) || isExport(path)))
            return {};
        paths << path;
    }
    return paths;
}

QString momentText(const QDateTime &moment)
{
    return QLocale().toString(moment.toLocalTime(), QLocale::ShortFormat);
}

QString withFix(const core::Error &error)
{
    return QString(error.message + u' ' + error.fix).trimmed();
}

} // namespace

ScopeForm::ScopeForm(QWidget *parent) : QWidget(parent), m_ui(std::make_unique<Ui::ScopeForm>())
{
    m_ui->setupUi(this);
    setAcceptDrops(true);
    build();
    m_typingRest.setSingleShot(true);
    m_typingRest.setInterval(typingRest);
    connect(&m_typingRest, &QTimer::timeout, this, [this] {
        countPeople();
        edited();
    });
    for (QRadioButton *radio : {m_ui->everybodyRadio, m_ui->peopleRadio, m_ui->sinceRadio, m_ui->failedRadio,
                                m_ui->didomiRadio, m_ui->filesRadio})
        connect(radio, &QRadioButton::clicked, this, &ScopeForm::edited);
    connect(m_ui->peopleEdit, &QPlainTextEdit::textChanged, &m_typingRest, qOverload<>(&QTimer::start));
    for (QComboBox *box : {m_ui->sinceBox, m_ui->failedBox, m_ui->choiceBox})
        connect(box, &QComboBox::activated, this, &ScopeForm::edited);
    connect(m_ui->sinceEdit, &QDateTimeEdit::dateTimeChanged, this, &ScopeForm::edited);
    for (QCheckBox *box : {m_ui->purposesBox, m_ui->differentBox})
        connect(box, &QCheckBox::clicked, this, &ScopeForm::edited);
    connect(m_ui->purposesList, &QListWidget::itemChanged, this, &ScopeForm::edited);
    connect(m_ui->scopeRegulationEdit, &QLineEdit::textEdited, this, &ScopeForm::edited);
    connect(m_ui->peopleForgetButton, &QToolButton::clicked, this, [this] {
        forgetList();
        edited();
    });
    connect(m_ui->removeFilesButton, &QPushButton::clicked, this, [this] {
        qDeleteAll(m_ui->filesList->selectedItems());
        edited();
    });
    connect(m_ui->filesList, &QListWidget::itemSelectionChanged, this, &ScopeForm::refresh);
    connect(m_ui->planButton, &QPushButton::clicked, this, [this] {
        m_ui->planButton->setFocus(Qt::ShortcutFocusReason); // its key alone does not: what comes next shall have it
        countPeople();
        refresh();
        if (m_ui->planButton->isEnabled())
            Q_EMIT planWanted(scope());
    });
    fillRuns();
    fillPurposes();
    countPeople();
    refresh();
}

ScopeForm::~ScopeForm() = default;

void ScopeForm::build()
{
    const int character = fontMetrics().averageCharWidth();
    const int line = fontMetrics().height();
    m_ui->scopeColumn->setMaximumWidth(96 * character);
    const int margin = style()->pixelMetric(QStyle::PM_LayoutLeftMargin);
    layout()->setContentsMargins(margin, margin, margin, margin);
    m_ui->peopleEdit->setFixedHeight(6 * line);
    m_ui->purposesList->setFixedHeight(7 * line);
    m_ui->purposesList->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_ui->filesList->setFixedHeight(6 * line);
    m_ui->scopeRegulationEdit->setMinimumWidth(20 * character);
    m_ui->scopeRegulationEdit->setMaximumWidth(30 * character);
    const int indent = style()->pixelMetric(QStyle::PM_ExclusiveIndicatorWidth) +
                       style()->pixelMetric(QStyle::PM_RadioButtonLabelSpacing);
    for (QWidget *panel :
         {m_ui->peoplePanel, m_ui->sincePanel, m_ui->failedPanel, m_ui->purposesPanel, m_ui->filesPanel}) {
        panel->layout()->setContentsMargins(indent, 0, 0, 0);
        panel->setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Maximum);
    }
    m_ui->scopeIntro->setNote(
        tr("A resync compares what Didomi knows of people with what Dynamics has, and shows every "
           "change first. Nothing is written until you confirm it."));
    for (QLabel *heading : {m_ui->whomHeading, m_ui->onlyHeading, m_ui->sourceHeading})
        heading->setContentsMargins(0, line * 2 / 3, 0, 0);
    // Two choices, though they stand in one column.
    auto *whom = new QButtonGroup(this);
    for (QRadioButton *radio : {m_ui->everybodyRadio, m_ui->peopleRadio, m_ui->sinceRadio, m_ui->failedRadio})
        whom->addButton(radio);
    auto *source = new QButtonGroup(this);
    for (QRadioButton *radio : {m_ui->didomiRadio, m_ui->filesRadio})
        source->addButton(radio);

    m_ui->sinceEdit->setDisplayFormat(
        QLocale().dateTimeFormat(QLocale::ShortFormat).replace(u"yyyy"_s, u"yy"_s).replace(u"yy"_s, u"yyyy"_s));
    // The widest that it can show, with what it is shown in: its own hint forgets a part.
    m_ui->sinceEdit->setMinimumWidth(m_ui->sinceEdit->sizeHint().width() + 4 * character);
    m_ui->sinceEdit->setDateTime(QDate::currentDate().addDays(-7).startOfDay());
    m_ui->choiceBox->addItem(tr("any"), anyAnswer);
    for (const auto choice :
         {consent::Choice::Given, consent::Choice::Refused, consent::Choice::Pending, consent::Choice::None})
        m_ui->choiceBox->addItem(consent::choiceText(choice), int(choice));
    const std::pair<QAbstractButton *, QString> pictures[] = {
        {m_ui->planButton, u"preview"_s},       {m_ui->openPlanButton, u"open"_s}, {m_ui->peopleFileButton, u"open"_s},
        {m_ui->peopleForgetButton, u"clear"_s}, {m_ui->addFilesButton, u"add"_s},  {m_ui->addFolderButton, u"add"_s},
        {m_ui->removeFilesButton, u"remove"_s}};
    for (const auto &[button, name] : pictures)
        button->setIcon(icons::icon(name));
    // Nothing is hidden yet, so that this is the width of all that there can be; sideways it does not scroll.
    const int width = std::max(46 * character, m_ui->scopeColumn->minimumSizeHint().width());
    m_ui->scopeColumn->setMinimumWidth(width);
    m_ui->scopeScroll->setMinimumWidth(width + style()->pixelMetric(QStyle::PM_ScrollBarExtent));
    m_ui->filesNote->setNote(tr("JSON, JSON lines, also packed with gzip. You can drop files and folders here."));
}

void ScopeForm::setUp(Questions &questions)
{
    m_questions = &questions;
    connect(m_ui->peopleFileButton, &QPushButton::clicked, this, [this] {
        m_questions->openFile(this, tr("Read a list of people"),
                              tr("Text and CSV files (*.txt *.csv *.tsv);;All files (*)"), [this](const QString &path) {
                                  if (!path.isEmpty())
                                      readList(path);
                              });
    });
    connect(m_ui->addFilesButton, &QPushButton::clicked, this, [this] {
        m_questions->openFiles(this, tr("Add export files"),
                               tr("Exports (*.json *.jsonl *.ndjson *.gz);;All files (*)"),
                               [this](const QStringList &paths) { addFiles(paths); });
    });
    connect(m_ui->addFolderButton, &QPushButton::clicked, this, [this] {
        m_questions->openFolder(this, tr("Add a folder of export files"), [this](const QString &path) {
            if (!path.isEmpty())
                addFiles({path});
        });
    });
    connect(m_ui->openPlanButton, &QPushButton::clicked, this, [this] {
        m_questions->openFile(this, tr("Open a plan"), tr("Plans (*.cbplan);;All files (*)"),
                              [this](const QString &path) {
                                  if (!path.isEmpty())
                                      Q_EMIT openWanted(path);
                              });
    });
}

void ScopeForm::setSession(Session *session)
{
    if (m_session == session)
        return;
    if (m_session)
        m_session->disconnect(this);
    m_session = session;
    if (session) {
        connect(session, &Session::surroundingsChanged, this, &ScopeForm::fillPurposes);
        connect(session, &Session::draftChanged, this, &ScopeForm::refresh);
    }
    setScope({});
    fillPurposes();
}

void ScopeForm::setEarlierRuns(const QList<EarlierRun> &runs)
{
    if (m_runs == runs)
        return;
    m_runs = runs;
    fillRuns();
    refresh();
}

void ScopeForm::fillRuns()
{
    const QString failedIn = m_ui->failedBox->currentData().toString();
    m_ui->failedBox->clear();
    for (const EarlierRun &run : std::as_const(m_runs)) {
        if (run.failed > 0)
            //: An earlier resync: when it was, and how many it could not write.
            m_ui->failedBox->addItem(
                tr("%1 (%Ln failed)", nullptr, int(std::min<qint64>(run.failed, INT_MAX))).arg(momentText(run.madeAt)),
                run.path);
    }
    m_ui->failedBox->setCurrentIndex(std::max(m_ui->failedBox->findData(failedIn), 0));
    if (m_ui->failedBox->count() == 0)
        m_ui->failedBox->setCurrentIndex(-1);

    const int moment = m_ui->sinceBox->count() > 0 ? m_ui->sinceBox->currentData().toInt() : -1;
    m_ui->sinceBox->clear();
    const auto last = std::ranges::find_if(m_runs, &EarlierRun::wasEverybody);
    if (last != m_runs.end())
        m_ui->sinceBox->addItem(tr("the last resync of everybody (%1)").arg(momentText(last->madeAt)), lastRun);
    m_ui->sinceBox->addItem(tr("a date"), aDate);
    m_ui->sinceBox->setCurrentIndex(std::max(m_ui->sinceBox->findData(moment), 0));
}

void ScopeForm::fillPurposes()
{
    const QStringList chosen = scope().purposes;
    const bridge::Surroundings *known = m_session ? m_session->surroundings() : nullptr;
    const QSignalBlocker quietly(m_ui->purposesList);
    m_ui->purposesList->clear();
    QStringList missing = m_ui->purposesBox->isChecked() ? chosen : m_purposes;
    const auto add = [this](const QString &name, const QString &id, bool isChosen) {
        auto *item = new QListWidgetItem(name == id || name.isEmpty() ? id : name, m_ui->purposesList);
        item->setData(Qt::UserRole, id);
        item->setToolTip(id);
        item->setFlags(Qt::ItemIsEnabled | Qt::ItemIsSelectable | Qt::ItemIsUserCheckable);
        item->setCheckState(isChosen ? Qt::Checked : Qt::Unchecked);
    };
    if (known) {
        for (const consent::Purpose &purpose : known->catalogue.purposes) {
            const bool isChosen = missing.removeOne(purpose.id);
            add(purpose.name, purpose.id, isChosen);
        }
    }
    for (const QString &id : std::as_const(missing))
        add(id, id, true);
    m_purposes = missing;
    m_ui->purposesNote->setNote(known                                 ? QString()
                                : m_session && m_session->isLoading() ? tr("The purposes are being loaded…")
                                                                      : tr("The purposes are not loaded yet: use "
                                                                           "“Load columns and purposes” in the "
                                                                           "menu “Integration”."),
                                known ? Sign::None : Sign::Waiting);
    refresh();
}

// --- the scope -------------------------------------------------------------------------------------------------------

Scope::Whom ScopeForm::whom() const
{
    return m_ui->peopleRadio->isChecked()   ? Scope::Whom::People
           : m_ui->sinceRadio->isChecked()  ? Scope::Whom::ChangedSince
           : m_ui->failedRadio->isChecked() ? Scope::Whom::FailedBefore
                                            : Scope::Whom::Everybody;
}

void ScopeForm::chooseWhom(Scope::Whom whom)
{
    switch (whom) {
    case Scope::Whom::Everybody:
        return m_ui->everybodyRadio->setChecked(true);
    case Scope::Whom::People:
        return m_ui->peopleRadio->setChecked(true);
    case Scope::Whom::ChangedSince:
        return m_ui->sinceRadio->setChecked(true);
    case Scope::Whom::FailedBefore:
        return m_ui->failedRadio->setChecked(true);
    }
}

QStringList ScopeForm::people() const
{
    if (m_read.isEmpty())
        return m_typed.people;
    QStringList all = m_read;
    const QSet<QString> known(all.cbegin(), all.cend());
    for (const QString &one : m_typed.people) {
        if (!known.contains(one))
            all << one;
    }
    return all;
}

QDateTime ScopeForm::since() const
{
    if (m_ui->sinceBox->currentData().toInt() == lastRun) {
        const auto last = std::ranges::find_if(m_runs, &EarlierRun::wasEverybody);
        if (last != m_runs.end())
            return last->madeAt.toUTC();
    }
    return m_ui->sinceEdit->dateTime().toUTC();
}

Scope ScopeForm::scope() const
{
    Scope scope{.whom = whom()};
    switch (scope.whom) {
    case Scope::Whom::Everybody:
        break;
    case Scope::Whom::People:
        scope.people = people();
        break;
    case Scope::Whom::ChangedSince:
        scope.since = since();
        break;
    case Scope::Whom::FailedBefore:
        scope.failedIn = m_ui->failedBox->currentData().toString();
        break;
    }
    scope.regulation = m_ui->scopeRegulationEdit->text().trimmed();
    if (m_ui->purposesBox->isChecked()) {
        for (int row = 0; row < m_ui->purposesList->count(); ++row) {
            const QListWidgetItem *item = m_ui->purposesList->item(row);
            if (item->checkState() == Qt::Checked)
                scope.purposes << item->data(Qt::UserRole).toString();
        }
    }
    if (const int answer = m_ui->choiceBox->currentData().toInt(); answer != anyAnswer)
        scope.choice = consent::Choice(answer);
    scope.onlyDifferent = m_ui->differentBox->isChecked();
    if (m_ui->filesRadio->isChecked()) {
        for (int row = 0; row < m_ui->filesList->count(); ++row)
            scope.files << m_ui->filesList->item(row)->data(Qt::UserRole).toString();
    }
    return scope;
}

void ScopeForm::setScope(const Scope &scope)
{
    m_typingRest.stop();
    chooseWhom(scope.whom);
    forgetList();
    constexpr qsizetype mostTyped = 5'000; // an editor is no place for more
    const bool isLong = scope.people.size() > mostTyped;
    {
        const QSignalBlocker quietly(m_ui->peopleEdit);
        m_ui->peopleEdit->setPlainText(isLong ? QString() : scope.people.join(u'\n'));
    }
    if (isLong)
        m_read = scope.people;
    if (scope.since.isValid()) {
        const auto last = std::ranges::find_if(m_runs, &EarlierRun::wasEverybody);
        const bool isLast = last != m_runs.end() && last->madeAt == scope.since;
        m_ui->sinceBox->setCurrentIndex(m_ui->sinceBox->findData(isLast ? lastRun : aDate));
        const QSignalBlocker quietly(m_ui->sinceEdit);
        m_ui->sinceEdit->setDateTime(scope.since.toLocalTime());
    }
    if (scope.whom == Scope::Whom::FailedBefore) {
        if (m_ui->failedBox->findData(scope.failedIn) < 0)
            m_ui->failedBox->addItem(QFileInfo(scope.failedIn).completeBaseName(), scope.failedIn);
        m_ui->failedBox->setCurrentIndex(m_ui->failedBox->findData(scope.failedIn));
    }
    m_ui->scopeRegulationEdit->setText(scope.regulation);
    m_ui->purposesBox->setChecked(false); // those of before do not count
    m_purposes = scope.purposes;
    fillPurposes();
    m_ui->purposesBox->setChecked(!scope.purposes.isEmpty());
    m_ui->choiceBox->setCurrentIndex(m_ui->choiceBox->findData(scope.choice ? int(*scope.choice) : anyAnswer));
    m_ui->differentBox->setChecked(scope.onlyDifferent);
    m_ui->filesList->clear();
    (scope.files.isEmpty() ? m_ui->didomiRadio : m_ui->filesRadio)->setChecked(true);
    countPeople();
    if (scope.files.isEmpty())
        edited();
    else
        addFiles(scope.files);
}

void ScopeForm::setPeople(const QStringList &people)
{
    setScope({.whom = Scope::Whom::People, .people = people});
}

void ScopeForm::setWhyNot(const QString &sentence)
{
    m_whyNot = sentence;
    refresh();
}

void ScopeForm::focusFirst()
{
    QRadioButton *radios[] = {m_ui->everybodyRadio, m_ui->peopleRadio, m_ui->sinceRadio, m_ui->failedRadio};
    (*std::ranges::find_if(radios, &QRadioButton::isChecked))->setFocus(Qt::OtherFocusReason);
}

// --- lists and files -------------------------------------------------------------------------------------------------

void ScopeForm::countPeople()
{
    m_typingRest.stop();
    m_typed = models::pastedPeople(m_ui->peopleEdit->toPlainText());
}

/// Reads it where nobody waits for it.
void ScopeForm::readList(const QString &path)
{
    forgetList();
    m_ui->peopleRadio->setChecked(true);
    auto *reading = core::inThread<QStringList>([path] { return models::peopleInFile(path); }, this);
    m_reading = reading;
    reading->whenDone(this, [this, reading, path](const core::Result<QStringList> &list) {
        if (m_reading == reading) // else another file was chosen meanwhile
            takeList(path, list);
    });
    edited();
}

void ScopeForm::takeList(const QString &path, const core::Result<QStringList> &list)
{
    m_reading.clear();
    m_readFrom = QFileInfo(path).fileName();
    if (list)
        m_read = *list;
    else
        m_readProblem = list.error();
    edited();
}

void ScopeForm::forgetList()
{
    m_reading.clear();
    m_read = {};
    m_readFrom.clear();
    m_readProblem = {};
}

void ScopeForm::addFiles(const QStringList &paths)
{
    for (const QString &path : paths) {
        bool isThere = false;
        for (int row = 0; row < m_ui->filesList->count(); ++row)
            isThere = isThere || m_ui->filesList->item(row)->data(Qt::UserRole).toString() == path;
        if (isThere)
            continue;
        auto *item = new QListWidgetItem(QDir::toNativeSeparators(path), m_ui->filesList);
        item->setData(Qt::UserRole, path);
        item->setToolTip(QDir::toNativeSeparators(path));
    }
    if (!paths.isEmpty())
        m_ui->filesRadio->setChecked(true);
    edited();
}

void ScopeForm::take(const QStringList &paths)
{
    QStringList exports;
    for (const QString &path : paths) {
        if (isPlan(path))
            return Q_EMIT openWanted(path);
        if (isList(path))
            readList(path);
        else
            exports << path;
    }
    addFiles(exports);
}

void ScopeForm::dragEnterEvent(QDragEnterEvent *event)
{
    if (!localPaths(event->mimeData()).isEmpty())
        event->acceptProposedAction();
}

void ScopeForm::dropEvent(QDropEvent *event)
{
    event->acceptProposedAction();
    take(localPaths(event->mimeData()));
}

// --- how it stands ---------------------------------------------------------------------------------------------------

void ScopeForm::edited()
{
    refresh();
    Q_EMIT changed();
}

QString ScopeForm::problem() const
{
    switch (whom()) {
    case Scope::Whom::Everybody:
        break;
    case Scope::Whom::People:
        if (m_reading)
            return tr("The list is still being read.");
        if (m_typed.people.isEmpty() && m_read.isEmpty())
            return tr("Say who it is about: paste ids, or read a list.");
        break;
    case Scope::Whom::ChangedSince:
        if (since() > (m_session ? m_session->services().clock().now() : QDateTime::currentDateTimeUtc()))
            return tr("Choose a moment that has passed: nobody can have changed anything since then.");
        break;
    case Scope::Whom::FailedBefore:
        if (m_ui->failedBox->currentData().toString().isEmpty())
            return tr("No earlier resync has failed for anybody.");
        break;
    }
    if (m_ui->purposesBox->isChecked() && scope().purposes.isEmpty())
        return tr("Tick at least one purpose, or do not ask for purposes.");
    if (m_ui->filesRadio->isChecked() && m_ui->filesList->count() == 0)
        return tr("Add the export files first.");
    return {};
}

void ScopeForm::refresh()
{
    const Scope::Whom now = whom();
    m_ui->peoplePanel->setVisible(now == Scope::Whom::People);
    m_ui->sincePanel->setVisible(now == Scope::Whom::ChangedSince);
    m_ui->sinceEdit->setVisible(m_ui->sinceBox->currentData().toInt() == aDate);
    const bool hasFailed = m_ui->failedBox->count() > 0;
    m_ui->failedRadio->setEnabled(hasFailed || now == Scope::Whom::FailedBefore);
    m_ui->failedRadio->setToolTip(hasFailed ? tr("Rejected by Dynamics, invalid, or in conflict")
                                            : tr("No earlier resync has failed for anybody."));
    m_ui->failedPanel->setVisible(now == Scope::Whom::FailedBefore);
    m_ui->purposesPanel->setVisible(m_ui->purposesBox->isChecked());
    m_ui->filesPanel->setVisible(m_ui->filesRadio->isChecked());
    m_ui->removeFilesButton->setEnabled(!m_ui->filesList->selectedItems().isEmpty());
    const bool readsDidomi = m_ui->didomiRadio->isChecked();
    m_ui->whomNote->setNote(now == Scope::Whom::ChangedSince && readsDidomi
                                ? tr("Didomi cannot be asked for this: all its users are read, and who changed "
                                     "nothing since is left out.")
                                : QString());
    const QString usual = m_session ? m_session->draft().options.regulation : QString();
    //: %1 is the name of a regulation: gdpr
    m_ui->scopeRegulationEdit->setPlaceholderText(usual.isEmpty() ? QString() : tr("%1, as usual").arg(usual));

    const bool hasRead = !m_readFrom.isEmpty() || !m_read.isEmpty();
    m_ui->peopleForgetButton->setVisible(hasRead);
    if (m_reading)
        m_ui->peopleFileNote->setNote(tr("The list is being read…"), Sign::Running);
    else if (!m_readProblem.message.isEmpty())
        m_ui->peopleFileNote->setNote(withFix(m_readProblem), Sign::Failed);
    else if (hasRead)
        m_ui->peopleFileNote->setNote(m_readFrom.isEmpty()
                                          ? tr("%Ln person(s) in the list.", nullptr, int(m_read.size()))
                                          : tr("%Ln person(s) in “%1”.", nullptr, int(m_read.size())).arg(m_readFrom),
                                      Sign::Passed);
    else
        m_ui->peopleFileNote->setNote(QString());
    QString counted;
    if (!m_typed.people.isEmpty() || !m_read.isEmpty())
        counted = tr("%Ln person(s).", nullptr, int(people().size()));
    if (m_typed.repeated > 0)
        counted += u' ' + tr("%Ln stood there more than once.", nullptr, m_typed.repeated);
    m_ui->peopleNote->setNote(counted);
    m_ui->peopleProblem->setNote(
        m_typed.impossible > 0 ? tr("%Ln line(s) cannot be an id and is (are) left out.", nullptr, m_typed.impossible)
                               : QString(),
        Sign::Warning);

    const QString wrong = problem();
    const QString whyNot = wrong.isEmpty() ? m_whyNot : wrong;
    m_ui->scopeSentence->setText(wrong.isEmpty() ? engine::describe(scope()) : QString());
    m_ui->scopeSentence->setVisible(wrong.isEmpty());
    m_ui->planButton->setEnabled(whyNot.isEmpty());
    m_ui->planButton->setToolTip(whyNot.isEmpty() ? tr("Reads, compares, and shows what would be written; nothing is "
                                                       "written yet")
                                                  : whyNot);
    m_ui->whyNotPlanNote->setNote(whyNot, wrong.isEmpty() && !whyNot.isEmpty() ? Sign::Warning : Sign::None);
}

} // namespace gui
