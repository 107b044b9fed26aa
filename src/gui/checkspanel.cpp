#include "gui/checkspanel.h"

#include "gui/fieldnote.h"
#include "gui/icons.h"
#include "gui/questions.h"
#include "gui/rehearsaldialog.h"
#include "gui/session.h"
#include "gui/stepdelegate.h"
#include "gui/testbench.h"
#include "models/age.h"
#include "models/stepmodel.h"
#include "ui_checkspanel.h"

#include <QApplication>
#include <QClipboard>
#include <QDesktopServices>
#include <QSaveFile>

namespace gui {

using namespace Qt::StringLiterals;
using diagnosis::Step;
using models::Sign;

namespace {

constexpr int shownChanges = 4;

QString paragraph(const QString &heading, const QString &html)
{
    if (html.isEmpty())
        return {};
    return u"<p style='margin:0 0 6px 0'><b>%1</b><br/>%2</p>"_s.arg(heading.toHtmlEscaped(), html);
}

QString plain(const QString &text)
{
    return text.toHtmlEscaped().replace(u'\n', u"<br/>"_s);
}

QString link(const QString &target, const QString &text)
{
    return u"<a href=\"%1\">%2</a>"_s.arg(target.toHtmlEscaped(), text.toHtmlEscaped());
}

} // namespace

ChecksPanel::ChecksPanel(QWidget *parent)
    : QWidget(parent), m_ui(std::make_unique<Ui::ChecksPanel>()), m_steps(new models::StepModel(this))
{
    m_ui->setupUi(this);
    dressUp();
    m_ui->stepTree->setModel(m_steps);
    m_ui->stepTree->setItemDelegate(new StepDelegate(this));
    connect(m_ui->stepTree->selectionModel(), &QItemSelectionModel::currentChanged, this, &ChecksPanel::showStep);
    connect(m_ui->testButton, &QPushButton::clicked, this, [this] {
        if (!m_session)
            return;
        if (m_session->tests().isRunning())
            m_session->tests().cancel();
        else
            m_session->tests().start();
    });
    connect(m_ui->stepAgain, &QToolButton::clicked, this, [this] {
        if (const Step *step = current())
            m_session->tests().start({.only = step->id, .withNextSecret = m_session->tests().wish().withNextSecret});
    });
    connect(m_ui->stepCopy, &QToolButton::clicked, this, [this] {
        if (const Step *step = current())
            QApplication::clipboard()->setText(models::stepAsText(*step));
    });
    connect(m_ui->stepText, &QTextBrowser::anchorClicked, this, &ChecksPanel::followLink);
    connect(m_ui->changesLabel, &QLabel::linkActivated, this,
            [this](const QString &target) { followLink(QUrl(target)); });
    connect(m_ui->acceptButton, &QPushButton::clicked, this, &ChecksPanel::acceptEnvironment);
    connect(m_ui->rehearseButton, &QToolButton::clicked, this, &ChecksPanel::chooseRehearsal);
    connect(m_ui->rehearsalEnd, &QToolButton::clicked, this, [this] {
        if (m_session)
            m_session->tests().endRehearsal();
    });
    connect(m_ui->reportCopy, &QToolButton::clicked, this,
            [this] { QApplication::clipboard()->setText(diagnosis::asText(m_session->tests().bundle())); });
    connect(m_ui->reportSave, &QToolButton::clicked, this, &ChecksPanel::saveReport);
}

ChecksPanel::~ChecksPanel() = default;

void ChecksPanel::dressUp()
{
    const int margin = style()->pixelMetric(QStyle::PM_LayoutLeftMargin);
    layout()->setContentsMargins(margin, margin, margin, margin);
    m_ui->stepPanel->layout()->setContentsMargins(0, margin / 2, 0, 0);
    m_ui->checksSplitter->setStretchFactor(0, 3);
    m_ui->checksSplitter->setStretchFactor(1, 2);
    m_ui->stepTree->setUniformRowHeights(false);
    m_ui->stepTree->setIndentation(fontMetrics().height());
    m_ui->stepTree->setExpandsOnDoubleClick(true);
    const std::pair<QAbstractButton *, QString> pictures[] = {
        {m_ui->testButton, u"test"_s},         {m_ui->stepCopy, u"copy"_s},   {m_ui->stepAgain, u"refresh"_s},
        {m_ui->rehearseButton, u"practice"_s}, {m_ui->reportCopy, u"copy"_s}, {m_ui->reportSave, u"save"_s}};
    for (const auto &[button, name] : pictures)
        button->setIcon(icons::icon(name));
    m_ui->checksEmptyText->setNote(
        tr("Press F5 to check both ends step by step: sign-in, environment, columns, Didomi. "
           "Nothing is written anywhere, and the form need not be saved."));
}

void ChecksPanel::setSession(Session *session)
{
    if (m_session == session)
        return;
    if (m_session)
        m_session->tests().disconnect(this);
    m_session = session;
    if (!session)
        return;
    const TestBench *tests = &session->tests();
    connect(tests, &TestBench::stepsChanged, this, &ChecksPanel::updateAll);
    connect(tests, &TestBench::stepChanged, this, &ChecksPanel::updateStep);
    connect(tests, &TestBench::rehearsalChanged, this, &ChecksPanel::updateRehearsal);
    m_ui->rehearseButton->setVisible(session->isPractice());
    m_wasRunning = tests->isRunning();
    m_steps->setSteps({});
    updateRehearsal();
    updateAll();
    if (!tests->isRunning())
        openWhatMatters();
}

void ChecksPanel::updateAll()
{
    const TestBench &tests = m_session->tests();
    m_steps->setSteps(tests.steps());
    m_ui->checksStack->setCurrentWidget(tests.steps().isEmpty() ? m_ui->checksEmpty : m_ui->checksFilled);
    const bool isRunning = tests.isRunning();
    if (isRunning && !m_wasRunning && !tests.wish().only)
        m_ui->stepTree->expandAll();
    const bool isOver = std::exchange(m_wasRunning, isRunning) && !isRunning;
    updateVerdict();
    updateChanges();
    if (isOver && !tests.wish().only)
        openWhatMatters();
    showStep();
}

void ChecksPanel::updateStep(Step::Id id)
{
    const Step *step = m_session->tests().step(id);
    if (!step)
        return;
    m_steps->setStep(*step);
    if (const Step *shown = current(); shown && shown->id == id)
        showStep();
}

/// Parts in which all is well fold; the first failure is opened.
void ChecksPanel::openWhatMatters()
{
    for (int row = 0; row < m_steps->rowCount(); ++row) {
        const QModelIndex part = m_steps->index(row);
        const auto sign = Sign(part.data(models::SignRole).toInt());
        m_ui->stepTree->setExpanded(part, sign != Sign::Passed && sign != Sign::NotReached);
    }
    QModelIndex open = m_steps->worstIndex();
    if (!open.isValid())
        open = m_steps->index(0);
    m_ui->stepTree->setCurrentIndex(open);
    // Once the layout has settled: what changed since the last good test takes some of the height.
    QMetaObject::invokeMethod(
        m_ui->stepTree,
        [this] { m_ui->stepTree->scrollTo(m_ui->stepTree->currentIndex(), QAbstractItemView::PositionAtCenter); },
        Qt::QueuedConnection);
}

void ChecksPanel::updateVerdict()
{
    const TestBench &tests = m_session->tests();
    const bool isRunning = tests.isRunning();
    m_ui->testButton->setText(isRunning ? tr("S&top the test") : tr("&Test connection"));
    m_ui->testButton->setIcon(icons::icon(isRunning ? u"stop"_s : u"test"_s));
    const QList<Step> &steps = tests.steps();
    m_ui->reportLabel->setEnabled(!isRunning && tests.last());
    const bool isFinished = !isRunning && !steps.isEmpty() && tests.last();
    m_ui->reportCopy->setEnabled(isFinished);
    m_ui->reportSave->setEnabled(isFinished);
    m_ui->rehearseButton->setEnabled(!isRunning);
    m_ui->testedNote->setNote(QString());
    if (isRunning)
        return m_ui->verdictNote->setNote(
            tests.wish().withNextSecret ? tr("Testing with the new secret…") : tr("Testing…"), Sign::Running);
    if (!isFinished)
        return m_ui->verdictNote->setNote(steps.isEmpty() ? QString() : tr("The test was stopped before its end."),
                                          Sign::Skipped);

    int failed = 0;
    int warnings = 0;
    bool isOpen = tests.last()->report.isStopped;
    for (const Step &step : steps) {
        failed += step.state == Step::State::Failed;
        warnings += step.state == Step::State::Warning;
        isOpen = isOpen || step.state == Step::State::NotReached || step.state == Step::State::Waiting;
    }
    QString text;
    Sign sign = Sign::Passed;
    if (failed > 0) {
        text = tr("%n step(s) failed: see below what to do.", nullptr, failed);
        sign = Sign::Failed;
    } else if (tests.last()->report.isStopped) {
        text = tr("The test was stopped before its end.");
        sign = Sign::Skipped;
    } else if (isOpen) {
        text = tr("This step is well now. Test the connection again to see the rest.");
        sign = Sign::Skipped;
    } else if (warnings > 0) {
        text = tr("Both ends work, with %n thing(s) to look at.", nullptr, warnings);
        sign = Sign::Warning;
    } else {
        text = tests.wish().withNextSecret ? tr("Both ends work, with the new secret.") : tr("Both ends work.");
    }
    const auto &broken = tests.last()->brokenSince;
    if (failed > 0 && broken && *broken < tests.last()->report.startedAt) {
        const QString age = models::ageText(*broken, m_session->services().clock().now());
        text += u' ' + tr("Broken since a test %1.").arg(age);
    }
    m_ui->verdictNote->setNote(text, sign);
    m_ui->testedNote->setNote(
        tr("Took %1; nothing was written.").arg(models::durationText(tests.last()->report.duration)));
}

void ChecksPanel::updateChanges()
{
    const TestBench &tests = m_session->tests();
    const bool hasChanges = !tests.isRunning() && tests.last() && tests.last()->lastGreen &&
                            !tests.last()->differences.isEmpty() && !tests.steps().isEmpty();
    m_ui->changesLabel->setVisible(hasChanges);
    if (!hasChanges)
        return m_ui->changesLabel->clear();
    const auto &differences = tests.last()->differences;
    QStringList lines;
    for (const diagnosis::Difference &difference : differences) {
        if (lines.size() == shownChanges)
            break;
        lines += link(u"step:"_s + diagnosis::stepWord(difference.step), difference.sentence);
    }
    if (const int more = int(differences.size() - lines.size()); more > 0)
        lines += tr("and %n more in the report", nullptr, more).toHtmlEscaped();
    const QString age =
        models::ageText(tests.last()->lastGreen->startedAt, m_session->services().clock().now()).toHtmlEscaped();
    m_ui->changesLabel->setText(
        u"<b>%1</b><br/>%2"_s.arg(tr("Changed since the last good test, %1:").arg(age), lines.join(u"<br/>"_s)));
}

void ChecksPanel::updateRehearsal()
{
    const QString id = m_session->tests().rehearsed();
    m_ui->rehearsalBar->setVisible(!id.isEmpty());
    for (const PracticeGround::Rehearsal &one : m_session->tests().rehearsals()) {
        if (one.id == id)
            m_ui->rehearsalNote->setNote(tr("Rehearsing: %1").arg(one.title), Sign::Planned);
    }
}

const Step *ChecksPanel::current() const
{
    return m_session ? m_steps->stepAt(m_ui->stepTree->currentIndex()) : nullptr;
}

QString ChecksPanel::stepHtml(const Step &step) const
{
    QString where = step.place.link.isEmpty() ? plain(step.place.text)
                                              : link(step.place.link.toString(QUrl::FullyEncoded), step.place.text);
    if (!step.problem.field.isEmpty() && step.state != Step::State::Passed) {
        const QString field = link(u"field:"_s + step.problem.field, tr("Show it in this integration"));
        where += where.isEmpty() ? field : u"<br/>"_s + field;
    }
    QStringList changed;
    const auto &last = m_session->tests().last();
    if (last && !m_session->tests().isRunning()) {
        for (const diagnosis::Difference &difference : last->differences) {
            if (difference.step == step.id)
                changed += difference.sentence;
        }
    }
    QString html = paragraph(tr("Cause"), plain(step.problem.message));
    html += paragraph(tr("What to do"), plain(step.problem.fix));
    html += paragraph(tr("Where"), where);
    html += paragraph(tr("Changed since the last good test"), plain(changed.join(u'\n')));
    if (step.evidence != step.problem.message)
        html += paragraph(tr("What was seen"), plain(step.evidence));
    QStringList details = step.details;
    details.removeAll(step.problem.message);
    html += paragraph(tr("Details"), plain(details.join(u'\n')));
    html += paragraph(tr("The server’s own words"), plain(step.problem.detail));
    QStringList codes{step.problem.code};
    if (step.problem.httpStatus != 0)
        codes += tr("HTTP status: %1").arg(step.problem.httpStatus);
    codes.removeAll(QString());
    html += paragraph(tr("Code"), plain(codes.join(u" · "_s)));
    html += paragraph(tr("Request id"), plain(step.problem.requestId));
    return html;
}

/// What all its steps saw, each a link to it.
QString ChecksPanel::partHtml(const QModelIndex &part) const
{
    QString html;
    for (int row = 0; part.isValid() && row < m_steps->rowCount(part); ++row) {
        const Step *step = m_steps->stepAt(m_steps->index(row, 0, part));
        const QString seen = step->evidence.isEmpty() ? diagnosis::stateText(step->state) : step->evidence;
        html += u"<p style='margin:0 0 4px 0'>%1<br/>%2</p>"_s.arg(
            link(u"step:"_s + diagnosis::stepWord(step->id), diagnosis::stepName(step->id)), plain(seen));
    }
    return html;
}

void ChecksPanel::showStep()
{
    const Step *step = current();
    const bool isRunning = m_session && m_session->tests().isRunning();
    m_ui->stepCopy->setEnabled(step);
    m_ui->stepAgain->setEnabled(step && !isRunning);
    m_ui->acceptButton->setVisible(step && step->problem.code == "OrganizationChanged"_L1 && !isRunning);
    if (!step) {
        const QModelIndex part = m_ui->stepTree->currentIndex();
        m_ui->stepTitle->setText(part.data().toString());
        m_ui->stepText->setHtml(partHtml(part));
        return;
    }
    m_ui->stepTitle->setText(tr("%1: %2").arg(diagnosis::stepName(step->id), diagnosis::stateText(step->state)));
    QString html = stepHtml(*step);
    if (html.isEmpty()) {
        const QString seen = m_ui->stepTree->currentIndex().data(models::SecondaryRole).toString();
        html = plain(seen.isEmpty() ? tr("Nothing to tell yet.") : seen);
    }
    m_ui->stepText->setHtml(html);
}

void ChecksPanel::followLink(const QUrl &target)
{
    if (target.scheme() == u"step") {
        if (const auto id = diagnosis::stepFromWord(target.path()))
            m_ui->stepTree->setCurrentIndex(m_steps->indexOf(*id)); // opens what it is in
    } else if (target.scheme() == u"field") {
        Q_EMIT fieldWanted(target.path());
    } else {
        QDesktopServices::openUrl(target);
    }
}

void ChecksPanel::chooseRehearsal()
{
    if (!m_session)
        return;
    auto *dialog = new RehearsalDialog(m_session->tests().rehearsals(), this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &RehearsalDialog::chosen, m_session,
            [session = m_session](const QString &id) { session->tests().rehearse(id); });
    dialog->open();
}

void ChecksPanel::acceptEnvironment()
{
    if (!m_questions || !m_session)
        return;
    m_questions->confirm(
        this,
        {.title = tr("Another environment"),
         .question = tr("Is the environment that answers now the right one?"),
         .consequences = tr("It is not the one that this address led to until now. If it was not replaced on purpose, "
                            "consents would be written to somebody else’s contacts."),
         .verb = tr("Accept it")},
        [session = m_session](bool yes) {
            if (yes && session)
                session->tests().start({.acceptsOrganization = true});
        });
}

void ChecksPanel::saveReport()
{
    if (!m_questions || !m_session)
        return;
    const QString name = m_session->draft().name.simplified().replace(u' ', u'-').toLower();
    m_questions->saveFile(
        this, tr("Save the report"), name + u"-report.txt"_s, tr("Text (*.txt);;JSON (*.json)"),
        [this, session = m_session](const QString &path) {
            if (path.isEmpty() || !session)
                return;
            const diagnosis::SupportBundle bundle = session->tests().bundle();
            const bool isJson = path.endsWith(u".json", Qt::CaseInsensitive);
            const QByteArray text = isJson ? diagnosis::asJson(bundle) : diagnosis::asText(bundle).toUtf8();
            QSaveFile file(path);
            if (!file.open(QIODevice::WriteOnly) || file.write(text) != text.size() || !file.commit())
                session->report({.kind = core::Error::Kind::Storage,
                                 .message = tr("The file %1 cannot be written: %2.").arg(path, file.errorString()),
                                 .fix = tr("Choose another folder.")});
        });
}

void ChecksPanel::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange && m_session) { // links keep the colour that they were made with
        updateChanges();
        showStep();
    }
}

QByteArray ChecksPanel::layoutState() const
{
    return m_ui->checksSplitter->saveState();
}

void ChecksPanel::restoreLayout(const QByteArray &state)
{
    m_ui->checksSplitter->restoreState(state);
}

} // namespace gui
