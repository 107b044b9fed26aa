#include "gui/previewpage.h"

#include "consent/sampleevent.h"
#include "core/redactor.h"
#include "gui/fieldnote.h"
#include "gui/icons.h"
#include "gui/live.h"
#include "gui/persondialog.h"
#include "gui/questions.h"
#include "gui/resyncaction.h"
#include "ui_eventdialog.h"
#include "ui_previewpage.h"

#include <QApplication>
#include <QClipboard>
#include <QDataStream>
#include <QFile>
#include <QFontDatabase>
#include <QIODevice>
#include <QLineEdit>
#include <QLocale>
#include <QMenu>

namespace gui {

using namespace Qt::StringLiterals;
using models::Sign;

namespace {

constexpr qint64 largestEvent = 4 * 1024 * 1024;

} // namespace

PreviewPage::PreviewPage(Questions &questions, ResyncAction &resync, QWidget *parent)
    : QWidget(parent), m_ui(std::make_unique<Ui::PreviewPage>()), m_questions(questions), m_resync(resync)
{
    m_ui->setupUi(this);
    const int character = fontMetrics().averageCharWidth();
    m_ui->personBox->setMinimumContentsLength(30);
    m_ui->personBox->setMaximumWidth(64 * character);
    m_ui->personBox->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    m_ui->problemColumn->setMinimumWidth(54 * character);
    m_ui->busyBar->setMinimumWidth(24 * character);
    QFont title = font();
    title.setPointSizeF(title.pointSizeF() * 1.3);
    m_ui->emptyTitle->setFont(title);
    m_ui->splitter->setStretchFactor(0, 1);
    m_ui->splitter->setStretchFactor(1, 1);
    const int margin = style()->pixelMetric(QStyle::PM_LayoutLeftMargin);
    m_ui->previewPanel->layout()->setContentsMargins(margin, margin, margin, margin);
    m_ui->previewButton->setIcon(icons::icon(u"preview"_s));
    m_ui->eventButton->setIcon(icons::icon(u"json"_s));
    m_ui->findButton->setIcon(icons::icon(u"search"_s));
    m_ui->emptyText->setNote(
        tr("Choose a person, or a consent event. You see what Didomi says, what Dynamics has now, and the exact "
           "request; nothing is written until you press the button that says so."));
    // One column in the middle, as wide as reads well.
    m_ui->emptyTitle->parentWidget()->layout()->setAlignment(m_ui->emptyText, Qt::AlignHCenter);

    auto *events = new QMenu(m_ui->eventButton);
    events->addAction(icons::icon(u"open"_s), tr("Open a file…"), this, &PreviewPage::openEventFile);
    events->addAction(icons::icon(u"json"_s), tr("Paste or type JSON…"), this, [this] { typeEvent({}); });
    events->addAction(icons::icon(u"magic"_s), tr("Write an example…"), this, &PreviewPage::writeExample);
    m_ui->eventButton->setMenu(events);

    m_ui->livePanel->setUp(m_questions, m_resync);
    m_resync.serve(m_ui->personBox->lineEdit(), [this] { return m_ui->personBox->value(); });
    m_resync.serve(m_ui->planView, [this] { return m_person; });
    m_ui->planView->addAction(&m_resync);
    m_ui->planView->setContextMenuPolicy(Qt::ActionsContextMenu);

    // An empty field that shows somebody masked still means them.
    const auto previewChosen = [this] {
        const QString typed = m_ui->personBox->value();
        previewPerson(typed.isEmpty() && m_isMasked ? m_person : typed);
    };
    connect(m_ui->findButton, &QPushButton::clicked, this, &PreviewPage::findPerson);
    connect(m_ui->previewButton, &QPushButton::clicked, this, previewChosen);
    connect(m_ui->personBox->lineEdit(), &QLineEdit::returnPressed, this, previewChosen);
    connect(m_ui->personBox, &QComboBox::activated, this, previewChosen);
    connect(m_ui->planView, &PlanView::pushWanted, this, [this] {
        if (preview())
            preview()->push();
    });
    connect(m_ui->problemRetry, &QPushButton::clicked, this, [this] {
        const core::Error problem = preview()->problem();
        if (m_ui->problemRetry->property("goesToField").toBool())
            Q_EMIT fieldWanted(problem.field);
        else if (m_lastEvent.isEmpty())
            previewPerson(m_person);
        else
            preview()->event(m_lastEvent);
    });
    connect(m_ui->problemCopy, &QPushButton::clicked, this, [this] {
        const core::Error &problem = preview()->problem();
        QApplication::clipboard()->setText(
            QStringList{problem.toLine(), problem.fix, problem.detail}.join(u'\n').trimmed());
    });
}

PreviewPage::~PreviewPage() = default;

void PreviewPage::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::PaletteChange) // labels hold pixmaps, which do not follow by themselves
        refresh();
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
        m_session->live().disconnect(this);
        if (preview())
            preview()->disconnect(this);
    }
    m_session = session;
    setEnabled(session != nullptr);
    m_previews.removeIf([](const auto &entry) { return entry.value().isNull(); });
    m_ui->livePanel->setSession(session);
    if (!session)
        return;
    if (!m_previews.value(session))
        m_previews.insert(session, new Preview(*session, session));
    connect(preview(), &Preview::changed, this, &PreviewPage::refresh);
    connect(&session->live(), &Live::changed, this, &PreviewPage::refreshMask);
    m_isMasked = session->live().isMasked();
    m_person = preview()->item() ? preview()->item()->person : QString();
    refreshPeople();
    refresh();
}

void PreviewPage::focusFilter()
{
    m_ui->livePanel->focusFilter();
}

void PreviewPage::focusPerson()
{
    m_ui->personBox->setFocus(Qt::ShortcutFocusReason);
    m_ui->personBox->lineEdit()->selectAll();
}

models::Mask PreviewPage::mask() const
{
    return m_isMasked ? models::Mask::of(m_person, preview() ? preview()->plan() : nullptr) : models::Mask();
}

void PreviewPage::refreshMask()
{
    if (m_isMasked == m_session->live().isMasked())
        return;
    m_isMasked = m_session->live().isMasked();
    refreshPeople();
    refresh();
}

/// Masked, a person stands in the field only as a hint.
void PreviewPage::showPerson()
{
    m_ui->personBox->setValue(m_isMasked ? QString() : m_person);
    m_ui->personBox->lineEdit()->setPlaceholderText(
        m_isMasked && !m_person.isEmpty() ? core::redactor::maskedId(m_person) : tr("organization_user_id"));
}

void PreviewPage::refreshPeople()
{
    QList<PickerBox::Choice> choices;
    if (m_session->isPractice() && !m_isMasked) {
        for (const PracticeGround::SamplePerson &person : m_session->services().practice().people())
            choices.append({person.id, person.description, {}});
    }
    m_ui->personBox->setChoices(choices);
    showPerson();
}

void PreviewPage::previewPerson(const QString &organizationUserId)
{
    if (!preview() || preview()->isPlanning())
        return;
    m_lastEvent.clear();
    m_person = organizationUserId.trimmed();
    m_wantsPush = true;
    showPerson();
    preview()->person(m_person);
}

void PreviewPage::findPerson()
{
    if (!m_session)
        return;
    auto *dialog = new PersonDialog(*m_session, this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &QDialog::accepted, this, [this, dialog] { previewPerson(dialog->person()); });
    dialog->open();
}

/// Of whoever is chosen, with what Didomi asks people here.
void PreviewPage::writeExample()
{
    m_session->ready(this, [this](const core::Result<Session::Ready> &ready) {
        if (!ready)
            return; // the session tells why
        const profile::Profile &draft = m_session->draft();
        const QString typed = m_ui->personBox->value();
        typeEvent(consent::sampleEvent(ready->surroundings.catalogue, draft.didomi.organizationId,
                                       typed.isEmpty() ? m_person : typed, draft.options.regulation,
                                       m_session->services().clock().now()));
    });
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
            m_person.clear();
            showPerson();
            preview()->event(m_lastEvent);
        });
}

void PreviewPage::typeEvent(const QByteArray &example)
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
    if (!example.isEmpty())
        form->jsonEdit->setPlainText(QString::fromUtf8(example));
    else if (clip.contains(u"\"consents\""))
        form->jsonEdit->setPlainText(clip);
    else if (!m_lastEvent.isEmpty())
        form->jsonEdit->setPlainText(QString::fromUtf8(m_lastEvent));
    judge();
    connect(form->jsonEdit, &QPlainTextEdit::textChanged, dialog, judge);
    connect(form->buttons, &QDialogButtonBox::rejected, dialog, &QDialog::reject);
    connect(form->buttons, &QDialogButtonBox::accepted, dialog, &QDialog::accept);
    connect(dialog, &QDialog::accepted, this, [this, form] {
        m_lastEvent = form->jsonEdit->toPlainText().toUtf8();
        m_person.clear();
        showPerson();
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
        m_ui->problemMessage->setNote(mask()(problem.message),
                                      problem.kind == core::Error::Kind::Cancelled ? Sign::Skipped : Sign::Failed);
        m_ui->problemFix->setNote(mask()(problem.fix));
        QStringList details;
        if (!problem.code.isEmpty())
            details += problem.code;
        if (!problem.detail.isEmpty())
            details += problem.detail;
        if (!problem.requestId.isEmpty())
            details += tr("Request id: %1").arg(problem.requestId);
        m_ui->problemDetail->setNote(mask()(details.join(u'\n')));
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
    m_ui->stack->setCurrentWidget(m_ui->planView);
    refreshPlan();
}

void PreviewPage::refreshPlan()
{
    const Preview &shown = *preview();
    if (m_person.isEmpty())
        m_person = shown.item()->person; // of an event
    PlanView::Content content{
        .plan = *shown.plan(), .problem = shown.pushProblem(), .requests = shown.requests(), .mask = mask()};
    if (shown.report())
        content.report = *shown.report();
    m_ui->planView->show(content);
    m_ui->planView->offerPush(shown.item()->isWrite() ? shown.verb() : QString(), shown.whyNot());
    if (std::exchange(m_wantsPush, false) && !m_ui->personBox->hasFocus())
        m_ui->planView->focusPush();
}

QByteArray PreviewPage::layoutState() const
{
    QByteArray state;
    QDataStream stream(&state, QIODevice::WriteOnly);
    stream << m_ui->splitter->saveState() << m_ui->livePanel->layoutState();
    return state;
}

void PreviewPage::restoreLayout(const QByteArray &state)
{
    QByteArray parts;
    QByteArray panel;
    QDataStream stream(state);
    stream >> parts >> panel;
    m_ui->splitter->restoreState(parts);
    m_ui->livePanel->restoreLayout(panel);
}

} // namespace gui
