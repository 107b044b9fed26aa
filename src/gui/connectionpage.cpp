#include "gui/connectionpage.h"

#include "gui/celldelegate.h"
#include "gui/fieldnote.h"
#include "gui/icons.h"
#include "mapping/lint.h"
#include "models/mappingmodel.h"
#include "models/stepmodel.h"
#include "profile/instance.h"
#include "ui_connectionpage.h"

#include <QApplication>
#include <QClipboard>
#include <QComboBox>
#include <QDataStream>
#include <QScrollBar>
#include <QWheelEvent>

namespace gui {

using namespace Qt::StringLiterals;
using models::Sign;

/// How a text of the profile, its edit and its note belong together.
struct ConnectionPage::Field {
    QString name; ///< As problems name it.
    QLineEdit *edit;
    FieldNote *note;
    std::function<QString &(profile::Profile &)> value;
    /// What the text became, shown under the field; empty when there is nothing to tell.
    std::function<QString(const profile::Profile &)> became = {};
};

namespace {

/// Lets the page scroll instead of changing a box that the wheel happens to pass.
class WheelGuard final : public QObject
{
public:
    using QObject::QObject;
    bool eventFilter(QObject *watched, QEvent *event) override
    {
        if (event->type() != QEvent::Wheel)
            return QObject::eventFilter(watched, event);
        event->ignore();
        return true;
    }
};

QString instanceBecame(const profile::Profile &profile)
{
    const auto instance = profile::normaliseInstance(profile.integration.instance);
    if (!instance)
        return {};
    QString text = instance->url.toString();
    if (!instance->region.isEmpty())
        text += u" · "_s + instance->region;
    return text;
}

QString paragraph(const QString &heading, const QString &text)
{
    if (text.isEmpty())
        return {};
    return u"<p style='margin:0 0 6px 0'><b>%1</b><br/>%2</p>"_s.arg(heading.toHtmlEscaped(),
                                                                     text.toHtmlEscaped().replace(u'\n', u"<br/>"_s));
}

} // namespace

ConnectionPage::ConnectionPage(QWidget *parent)
    : QWidget(parent), m_ui(std::make_unique<Ui::ConnectionPage>()), m_steps(new models::StepModel(this))
{
    m_ui->setupUi(this);
    const int character = fontMetrics().averageCharWidth();
    m_ui->formColumn->setMaximumWidth(86 * character);
    m_ui->splitter->setStretchFactor(0, 3);
    m_ui->splitter->setStretchFactor(1, 2);
    m_ui->checksSplitter->setStretchFactor(0, 3);
    m_ui->checksSplitter->setStretchFactor(1, 2);
    m_ui->formColumn->layout()->setSpacing(fontMetrics().height() / 2);
    const int margin = style()->pixelMetric(QStyle::PM_LayoutLeftMargin);
    m_ui->checksPanel->layout()->setContentsMargins(margin, margin, margin, margin);
    m_ui->formColumn->layout()->setContentsMargins(margin, margin, margin, margin);
    m_ui->stepPanel->layout()->setContentsMargins(0, margin / 2, 0, 0);

    // One left edge for all fields, whichever group they are in.
    int labelWidth = 0;
    const QList<QFormLayout *> forms{m_ui->generalForm, m_ui->dynamicsForm, m_ui->didomiForm, m_ui->matchForm,
                                     m_ui->advancedForm};
    for (QFormLayout *form : forms) {
        for (int row = 0; row < form->rowCount(); ++row) {
            if (QLayoutItem *label = form->itemAt(row, QFormLayout::LabelRole))
                labelWidth = std::max(labelWidth, label->sizeHint().width());
        }
        form->setVerticalSpacing(fontMetrics().height() / 4);
    }
    for (QFormLayout *form : forms) {
        for (int row = 0; row < form->rowCount(); ++row) {
            QLayoutItem *label = form->itemAt(row, QFormLayout::LabelRole);
            if (label && label->widget()) {
                label->widget()->setMinimumWidth(labelWidth);
                qobject_cast<QLabel *>(label->widget())->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
            }
        }
    }
    // No sideways scrolling: the form is never narrower than what is in it.
    m_ui->formScroll->setMinimumWidth(m_ui->formHolder->minimumSizeHint().width() +
                                      style()->pixelMetric(QStyle::PM_ScrollBarExtent) + character);
    m_ui->stepTitle->setWordWrap(true);
    m_ui->pollBox->setSuffix(tr(" seconds"));

    for (const auto kind : {profile::EnvironmentKind::Production, profile::EnvironmentKind::Sandbox,
                            profile::EnvironmentKind::Development})
        m_ui->kindBox->addItem(profile::environmentText(kind), int(kind));
    m_ui->matchKindBox->addItem(tr("an alternate key"), int(profile::MatchRule::Kind::AlternateKey));
    m_ui->matchKindBox->addItem(tr("searching a column"), int(profile::MatchRule::Kind::Column));
    m_ui->matchKindBox->addItem(tr("the contact’s row id"), int(profile::MatchRule::Kind::RowId));
    auto *guard = new WheelGuard(this);
    for (QWidget *box : {static_cast<QWidget *>(m_ui->kindBox), static_cast<QWidget *>(m_ui->matchKindBox),
                         static_cast<QWidget *>(m_ui->pollBox)}) {
        box->installEventFilter(guard);
        box->setFocusPolicy(Qt::StrongFocus);
    }

    m_ui->testButton->setIcon(icons::icon(u"test"_s));
    m_ui->stepCopy->setIcon(icons::icon(u"copy"_s));
    for (QToolButton *button : {m_ui->clientSecretShow, m_ui->keySecretShow})
        button->setIcon(icons::icon(u"show"_s));

    m_ui->kindNote->setHelp(tr("Production asks you to unlock writing before anything is pushed."));
    m_ui->nameNote->setHelp(QString());
    m_ui->instanceNote->setHelp(
        tr("The address of the environment, a Web API endpoint, or the address bar of a Dynamics page."));
    m_ui->organizationNote->setHelp(tr("In the Didomi console’s address, and under Organization settings."));
    m_ui->keyNote->setHelp(tr("Didomi console → Integrations → Private API keys."));
    m_ui->matchKindNote->setHelp(tr("How Didomi’s organization_user_id finds its contact."));
    m_ui->upsertNote->setHelp(tr("Off: consents of people without a contact are skipped and counted."));
    m_ui->tableNote->setHelp(tr("The logical name of the table that holds consents, usually contact."));
    m_ui->regulationNote->setHelp(tr("Consents under other regulations are skipped, never merged."));
    m_ui->authorityNote->setHelp(tr("Only for clouds of your own; otherwise the instance decides."));
    m_ui->pollNote->setHelp(tr("How often the live feed looks for changed consents."));
    m_ui->checksEmptyText->setNote(
        tr("Press F5 to check both ends step by step: sign-in, environment, columns, Didomi. "
           "Nothing is written anywhere, and the form need not be saved."));

    m_ui->stepList->setModel(m_steps);
    m_ui->stepList->setItemDelegate(new TwoLineDelegate(TwoLineDelegate::Kind::Steps, this));
    connect(m_ui->stepList->selectionModel(), &QItemSelectionModel::currentChanged, this, &ConnectionPage::showStep);
    connect(m_ui->stepCopy, &QToolButton::clicked, this, [this] {
        const int row = m_ui->stepList->currentIndex().row();
        if (row >= 0)
            QApplication::clipboard()->setText(models::stepAsText(m_steps->steps().at(row)));
    });
    connect(m_ui->testButton, &QPushButton::clicked, this, [this] {
        if (!m_session)
            return;
        if (m_session->isTesting())
            m_session->cancel();
        else
            m_session->test();
    });

    const auto toggleAdvanced = [this](bool on) {
        m_ui->advancedPanel->setVisible(on);
        m_ui->advancedButton->setIcon(icons::icon(on ? u"chevron-down"_s : u"chevron-right"_s));
    };
    connect(m_ui->advancedButton, &QToolButton::toggled, this, toggleAdvanced);
    toggleAdvanced(false);

    buildFields();
    for (const auto &[edit, show, which] :
         {std::tuple{m_ui->clientSecretEdit, m_ui->clientSecretShow, Session::Which::Client},
          std::tuple{m_ui->keySecretEdit, m_ui->keySecretShow, Session::Which::Didomi}}) {
        connect(show, &QToolButton::toggled, this, [edit = edit, show = show](bool on) {
            edit->setEchoMode(on ? QLineEdit::Normal : QLineEdit::Password);
            show->setIcon(icons::icon(on ? u"hide"_s : u"show"_s));
        });
        connect(edit, &QLineEdit::textEdited, this, [this, which = which](const QString &text) {
            if (m_session)
                m_session->typeSecret(which, core::Secret::fromText(text.trimmed()));
        });
    }
    connect(m_ui->kindBox, &QComboBox::activated, this, &ConnectionPage::takeOver);
    connect(m_ui->matchKindBox, &QComboBox::activated, this, &ConnectionPage::takeOver);
    connect(m_ui->matchColumnBox, &PickerBox::picked, this, &ConnectionPage::takeOver);
    connect(m_ui->upsertBox, &QCheckBox::clicked, this, &ConnectionPage::takeOver);
    connect(m_ui->pollBox, &QSpinBox::valueChanged, this, &ConnectionPage::takeOver);
}

ConnectionPage::~ConnectionPage() = default;

void ConnectionPage::buildFields()
{
    const auto add = [this](const QString &name, QLineEdit *edit, FieldNote *note,
                            std::function<QString &(profile::Profile &)> value,
                            std::function<QString(const profile::Profile &)> became = {}) {
        m_fields.push_back(
            {.name = name, .edit = edit, .note = note, .value = std::move(value), .became = std::move(became)});
        connect(edit, &QLineEdit::textEdited, this, &ConnectionPage::takeOver);
    };
    using profile::Profile;
    add(u"name"_s, m_ui->nameEdit, m_ui->nameNote, [](Profile &p) -> QString & { return p.name; });
    add(
        u"authentication.instance"_s, m_ui->instanceEdit, m_ui->instanceNote,
        [](Profile &p) -> QString & { return p.integration.instance; }, instanceBecame);
    add(u"authentication.tenant_id"_s, m_ui->tenantEdit, m_ui->tenantNote,
        [](Profile &p) -> QString & { return p.integration.tenantId; });
    add(u"authentication.client_id"_s, m_ui->clientEdit, m_ui->clientNote,
        [](Profile &p) -> QString & { return p.integration.clientId; });
    add(u"didomi.organization_id"_s, m_ui->organizationEdit, m_ui->organizationNote,
        [](Profile &p) -> QString & { return p.didomi.organizationId; });
    add(u"didomi.key_id"_s, m_ui->keyEdit, m_ui->keyNote, [](Profile &p) -> QString & { return p.didomi.keyId; });
    add(u"options.table"_s, m_ui->tableEdit, m_ui->tableNote, [](Profile &p) -> QString & { return p.options.table; });
    add(u"options.regulation"_s, m_ui->regulationEdit, m_ui->regulationNote,
        [](Profile &p) -> QString & { return p.options.regulation; });
    add(u"didomi.api_url"_s, m_ui->didomiUrlEdit, m_ui->didomiUrlNote,
        [](Profile &p) -> QString & { return p.didomi.apiUrl; });
    add(u"options.authority"_s, m_ui->authorityEdit, m_ui->authorityNote,
        [](Profile &p) -> QString & { return p.options.authority; });
    add(u"options.api_version"_s, m_ui->apiVersionEdit, m_ui->apiVersionNote,
        [](Profile &p) -> QString & { return p.options.apiVersion; });
}

void ConnectionPage::setSession(Session *session)
{
    if (m_session == session)
        return;
    if (m_session)
        m_session->disconnect(this);
    m_session = session;
    setEnabled(session != nullptr);
    if (!session)
        return;
    connect(session, &Session::draftChanged, this, &ConnectionPage::fill);
    connect(session, &Session::secretsChanged, this, &ConnectionPage::updateSecretNotes);
    connect(session, &Session::surroundingsChanged, this, &ConnectionPage::updateMatch);
    connect(session, &Session::stepsChanged, this, &ConnectionPage::updateSteps);
    connect(session, &Session::stepChanged, this, [this](int row) {
        m_steps->setStep(row, m_session->steps().at(row));
        if (m_ui->stepList->currentIndex().row() == row)
            showStep();
        updateVerdict();
    });
    m_ui->clientSecretShow->setChecked(false);
    m_ui->keySecretShow->setChecked(false);
    m_ui->clientSecretEdit->clear();
    m_ui->keySecretEdit->clear();
    m_ui->formScroll->verticalScrollBar()->setValue(0);
    fill();
    updateSteps();
    updateSecretNotes();
    askForKeychain();
}

void ConnectionPage::fill()
{
    m_isFilling = true;
    profile::Profile draft = m_session->draft();
    for (const Field &field : m_fields) {
        const QString text = field.value(draft);
        if (field.edit->text() != text) {
            field.edit->setText(text);
            field.edit->setCursorPosition(0);
        }
    }
    const bool isPractice = m_session->isPractice();
    const int practiceRow = m_ui->kindBox->findData(int(profile::EnvironmentKind::Practice));
    if (isPractice && practiceRow < 0)
        m_ui->kindBox->addItem(profile::environmentText(profile::EnvironmentKind::Practice),
                               int(profile::EnvironmentKind::Practice));
    else if (!isPractice && practiceRow >= 0)
        m_ui->kindBox->removeItem(practiceRow);
    m_ui->kindBox->setCurrentIndex(m_ui->kindBox->findData(int(draft.kind)));
    m_ui->kindBox->setEnabled(!isPractice);
    m_ui->pageNote->setNote(isPractice ? tr("Practice runs inside this program, with made-up people; nothing leaves "
                                            "this computer. Its addresses and "
                                            "secrets are made anew at each start. Change one and test, to see what a "
                                            "mistake looks like; Revert brings it back.")
                                       : QString());
    m_ui->matchKindBox->setCurrentIndex(m_ui->matchKindBox->findData(int(draft.match.kind)));
    m_ui->upsertBox->setChecked(draft.integration.upsertMode);
    m_ui->pollBox->setValue(draft.options.livePollSeconds);
    m_isFilling = false;
    updateMatch();
    updateNotes();
}

void ConnectionPage::takeOver()
{
    if (m_isFilling || !m_session)
        return;
    profile::Profile draft = m_session->draft();
    for (const Field &field : m_fields)
        field.value(draft) = field.edit->text();
    if (!m_session->isPractice())
        draft.kind = profile::EnvironmentKind(m_ui->kindBox->currentData().toInt());
    draft.match.kind = profile::MatchRule::Kind(m_ui->matchKindBox->currentData().toInt());
    draft.match.column = m_ui->matchColumnBox->value();
    draft.integration.upsertMode = m_ui->upsertBox->isChecked();
    draft.options.livePollSeconds = m_ui->pollBox->value();
    m_session->setDraft(draft);
}

FieldNote *ConnectionPage::noteOf(const QString &name) const
{
    for (const Field &field : m_fields) {
        if (field.name == name)
            return field.note;
    }
    if (name.startsWith(u"match"))
        return m_ui->matchColumnNote;
    if (name == u"options.live_poll_seconds")
        return m_ui->pollNote;
    return nullptr;
}

QWidget *ConnectionPage::widgetOf(const QString &name) const
{
    for (const Field &field : m_fields) {
        if (field.name == name)
            return field.edit;
    }
    if (name.startsWith(u"match"))
        return m_ui->matchColumnBox;
    if (name == u"client_secret" || name == u"authentication.client_secret")
        return m_ui->clientSecretEdit;
    if (name == u"didomi.secret")
        return m_ui->keySecretEdit;
    return nullptr;
}

void ConnectionPage::showField(const QString &field)
{
    QWidget *widget = widgetOf(field);
    if (!widget)
        return;
    if (m_ui->advancedPanel->isAncestorOf(widget))
        m_ui->advancedButton->setChecked(true);
    widget->setFocus(Qt::OtherFocusReason);
    if (auto *edit = qobject_cast<QLineEdit *>(widget))
        edit->selectAll();
    m_ui->formScroll->ensureWidgetVisible(widget);
}

void ConnectionPage::updateNotes()
{
    QHash<QString, profile::Problem> worst;
    for (const profile::Problem &problem : m_session->problems()) {
        const auto known = worst.constFind(problem.field);
        if (known == worst.constEnd() || (known->severity == profile::Problem::Severity::Warning &&
                                          problem.severity == profile::Problem::Severity::Error))
            worst.insert(problem.field, problem);
    }
    profile::Profile draft = m_session->draft();
    for (const Field &field : m_fields) {
        const auto problem = worst.constFind(field.name);
        // A field that nobody has touched yet says what belongs there; it does not scold.
        const bool isUntouched = field.value(draft).isEmpty() && !m_session->isStored() && !field.edit->isModified();
        if (problem != worst.constEnd() && !isUntouched) {
            const bool isError = problem->severity == profile::Problem::Severity::Error;
            field.note->setNote(problem->fix.isEmpty() ? problem->message : problem->message + u' ' + problem->fix,
                                isError ? Sign::Failed : Sign::Warning);
            continue;
        }
        const QString became = field.became ? field.became(draft) : QString();
        if (!became.isEmpty())
            field.note->setNote(became, Sign::Passed);
        else
            field.note->showHelp();
    }
}

void ConnectionPage::updateMatch()
{
    if (!m_session)
        return;
    const profile::Profile &draft = m_session->draft();
    const bridge::Surroundings *known = m_session->surroundings();
    QList<PickerBox::Choice> choices;
    const bool byKey = draft.match.kind == profile::MatchRule::Kind::AlternateKey;
    if (known) {
        for (const mapping::Column &column : known->table.columns) {
            const mapping::Key *key = known->table.keyOn(column.logicalName);
            if (byKey ? key != nullptr : (column.type == mapping::ColumnType::Text && column.isValidForRead))
                choices.append({column.logicalName, column.displayName,
                                byKey ? key->displayName : models::columnTypeText(column.type)});
        }
    }
    m_ui->matchColumnBox->setChoices(choices);
    m_ui->matchColumnBox->setValue(draft.match.column);
    const bool needsColumn = draft.match.kind != profile::MatchRule::Kind::RowId;
    m_ui->matchColumnBox->setVisible(needsColumn);
    m_ui->matchColumnLabel->setVisible(needsColumn);

    for (const profile::Problem &problem : m_session->problems()) {
        if (problem.field.startsWith(u"match")) {
            m_ui->matchColumnNote->setNote(
                problem.message, problem.severity == profile::Problem::Severity::Error ? Sign::Failed : Sign::Warning);
            return;
        }
    }
    if (!needsColumn)
        return m_ui->matchColumnNote->setNote(QString());
    if (!known)
        return m_ui->matchColumnNote->setNote(tr("Test the connection or load columns to choose from a list."));
    const mapping::Verdict verdict = mapping::lintMatch(draft.match, known->table);
    if (verdict.message.isEmpty())
        return m_ui->matchColumnNote->setNote(
            byKey ? tr("An Active alternate key: one contact at most.")
                  : tr("Several contacts with the same value are a conflict: nothing is written."),
            byKey ? Sign::Passed : Sign::None);
    m_ui->matchColumnNote->setNote(verdict.fix.isEmpty() ? verdict.message : verdict.message + u' ' + verdict.fix,
                                   models::signOf(verdict.state));
}

void ConnectionPage::askForKeychain()
{
    if (m_keychain || m_isAskingKeychain || !m_session)
        return;
    m_isAskingKeychain = true;
    m_session->services().secrets().availability(this)->whenDone(
        this, [this](const core::Result<keychain::Availability> &result) {
            m_isAskingKeychain = false;
            m_keychain =
                result ? *result : keychain::Availability{.isAvailable = false, .name = {}, .problem = result.error()};
            updateSecretNotes();
        });
}

void ConnectionPage::updateSecretNotes()
{
    if (!m_session)
        return;
    using Kind = profile::SecretRef::Kind;
    for (const auto &[which, edit, note] :
         {std::tuple{Session::Which::Client, m_ui->clientSecretEdit, m_ui->clientSecretNote},
          std::tuple{Session::Which::Didomi, m_ui->keySecretEdit, m_ui->keySecretNote}}) {
        const bool isTyped = m_session->hasTyped(which);
        if (!isTyped)
            edit->clear(); // what was saved is never shown again
        const profile::SecretRef &ref = m_session->secretRef(which);
        const QString keeper = m_keychain && m_keychain->isAvailable ? m_keychain->name : tr("the system’s keychain");
        const core::Error problem = m_session->secretProblem(which);
        edit->setPlaceholderText(ref.kind == Kind::None ? QString() : tr("Kept; type to replace it"));

        if (!problem.message.isEmpty() && !isTyped) {
            note->setNote(problem.fix.isEmpty() ? problem.message : problem.message + u' ' + problem.fix, Sign::Failed);
        } else if (isTyped && m_session->isPractice()) {
            note->setNote(tr("Used for tests until you save or revert; Practice keeps its own secret."));
        } else if (isTyped && m_keychain && !m_keychain->isAvailable) {
            note->setNote(tr("Will be kept for this session only: %1").arg(m_keychain->problem.message), Sign::Warning);
        } else if (isTyped) {
            note->setNote(tr("Will be kept in %1 when you save.").arg(keeper));
        } else {
            switch (ref.kind) {
            case Kind::None:
                note->setNote(
                    m_keychain && !m_keychain->isAvailable
                        ? tr("No keychain: a secret is kept for this session only. %1").arg(m_keychain->problem.message)
                        : tr("Never written to a file: kept in %1.").arg(keeper),
                    m_keychain && !m_keychain->isAvailable ? Sign::Warning : Sign::None);
                break;
            case Kind::Keychain:
                note->setNote(tr("Kept in %1.").arg(keeper));
                break;
            case Kind::Session:
                if (m_session->isPractice())
                    note->setNote(tr("Made up for this session."));
                else
                    note->setNote(m_session->whyOnlySession().message.isEmpty()
                                      ? tr("Kept for this session only: enter it again after a restart.")
                                      : tr("Kept for this session only: %1").arg(m_session->whyOnlySession().message),
                                  Sign::Warning);
                break;
            case Kind::Env:
                note->setNote(tr("Read from the environment variable %1.").arg(ref.name));
                break;
            case Kind::File:
                note->setNote(tr("Read from the file %1.").arg(ref.name));
                break;
            }
        }
    }
}

void ConnectionPage::updateSteps()
{
    const QList<diagnosis::Step> &steps = m_session->steps();
    m_steps->setSteps(steps);
    m_ui->checksStack->setCurrentWidget(steps.isEmpty() ? m_ui->checksEmpty : m_ui->checksFilled);
    const int row = m_steps->rowToOpen();
    if (!m_session->isTesting() && row >= 0)
        m_ui->stepList->setCurrentIndex(m_steps->index(row));
    else if (!m_ui->stepList->currentIndex().isValid() && m_steps->rowCount() > 0)
        m_ui->stepList->setCurrentIndex(m_steps->index(0));
    updateVerdict();
    showStep();
}

void ConnectionPage::updateVerdict()
{
    const bool isTesting = m_session->isTesting();
    m_ui->testButton->setText(isTesting ? tr("S&top the test") : tr("&Test connection"));
    m_ui->testButton->setIcon(icons::icon(isTesting ? u"stop"_s : u"test"_s));
    const QList<diagnosis::Step> &steps = m_session->steps();
    if (steps.isEmpty())
        return m_ui->verdictNote->setNote(QString());
    if (isTesting)
        return m_ui->verdictNote->setNote(tr("Testing…"), Sign::Running);
    int failed = 0;
    int warnings = 0;
    for (const diagnosis::Step &step : steps) {
        failed += step.state == diagnosis::Step::State::Failed;
        warnings += step.state == diagnosis::Step::State::Warning;
    }
    const Sign verdict = models::signOf(diagnosis::verdictOf(steps));
    if (failed > 0)
        m_ui->verdictNote->setNote(tr("%n step(s) failed: see below what to do.", nullptr, failed), Sign::Failed);
    else if (warnings > 0)
        m_ui->verdictNote->setNote(tr("Both ends work, with %n thing(s) to look at.", nullptr, warnings),
                                   Sign::Warning);
    else if (verdict == Sign::Passed)
        m_ui->verdictNote->setNote(tr("Both ends work."), Sign::Passed);
    else
        m_ui->verdictNote->setNote(tr("The test was stopped before its end."), Sign::Skipped);
}

void ConnectionPage::showStep()
{
    const int row = m_ui->stepList->currentIndex().row();
    m_ui->stepCopy->setEnabled(row >= 0);
    if (row < 0 || row >= m_steps->rowCount()) {
        m_ui->stepTitle->clear();
        m_ui->stepText->clear();
        return;
    }
    const diagnosis::Step &step = m_steps->steps().at(row);
    m_ui->stepTitle->setText(tr("%1: %2").arg(diagnosis::stepName(step.id), diagnosis::stateText(step.state)));
    QString html;
    if (!step.problem.message.isEmpty())
        html += paragraph(tr("Cause"), step.problem.message);
    html += paragraph(tr("What to do"), step.problem.fix);
    html += paragraph(tr("Where"), step.place.text);
    if (step.evidence != step.problem.message)
        html += paragraph(tr("What was seen"), step.evidence);
    html += paragraph(tr("Details"), step.details.join(u'\n'));
    html += paragraph(tr("The server’s own words"), step.problem.detail);
    html += paragraph(tr("Code"), step.problem.code);
    html += paragraph(tr("Request id"), step.problem.requestId);
    if (html.isEmpty())
        html = paragraph(tr("Nothing to tell yet"), models::signWord(models::signOf(step.state)));
    m_ui->stepText->setHtml(html);
}

QByteArray ConnectionPage::layoutState() const
{
    return m_ui->splitter->saveState();
}

void ConnectionPage::restoreLayout(const QByteArray &state)
{
    m_ui->splitter->restoreState(state);
}

} // namespace gui
