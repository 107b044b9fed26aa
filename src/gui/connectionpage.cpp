#include "gui/connectionpage.h"

#include "gui/fieldnote.h"
#include "gui/icons.h"
#include "mapping/lint.h"
#include "models/mappingmodel.h"
#include "profile/instance.h"
#include "ui_connectionpage.h"

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

constexpr int shortestEntry = 12; // characters

// Of the width, unless the user wants it otherwise.
constexpr int formShare = 2;
constexpr int checksShare = 3;

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

} // namespace

ConnectionPage::ConnectionPage(Questions &questions, QWidget *parent)
    : QWidget(parent), m_ui(std::make_unique<Ui::ConnectionPage>())
{
    m_ui->setupUi(this);
    const int character = fontMetrics().averageCharWidth();
    m_ui->formColumn->setMaximumWidth(86 * character);
    m_ui->splitter->setStretchFactor(0, formShare);
    m_ui->splitter->setStretchFactor(1, checksShare);
    m_ui->formColumn->layout()->setSpacing(fontMetrics().height() / 2);
    const int margin = style()->pixelMetric(QStyle::PM_LayoutLeftMargin);
    m_ui->formColumn->layout()->setContentsMargins(margin, margin, margin, margin);

    // One left edge for all fields, whichever group they are in.
    int labelWidth = 0;
    const QList<QFormLayout *> forms{
        m_ui->generalForm, m_ui->dynamicsForm, m_ui->credentialForm->form(), m_ui->didomiForm,
        m_ui->matchForm,   m_ui->advancedForm, m_ui->networkForm->form(),    m_ui->furtherUsersForm->form()};
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
    // A long entry of a box must not make the whole form wide.
    for (QComboBox *box : findChildren<QComboBox *>()) {
        box->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
        box->setMinimumContentsLength(shortestEntry);
    }
    // No sideways scrolling: the form is never narrower than what is in it.
    const int scrollBar = style()->pixelMetric(QStyle::PM_ScrollBarExtent) + character;
    m_ui->formScroll->setMinimumWidth(m_ui->formHolder->minimumSizeHint().width() + scrollBar);
    m_ui->pollBox->setSuffix(tr(" seconds"));

    for (const auto kind : {profile::EnvironmentKind::Production, profile::EnvironmentKind::Sandbox,
                            profile::EnvironmentKind::Development})
        m_ui->kindBox->addItem(profile::environmentText(kind), int(kind));
    m_ui->matchKindBox->addItem(tr("an alternate key"), int(profile::MatchRule::Kind::AlternateKey));
    m_ui->matchKindBox->addItem(tr("searching a column"), int(profile::MatchRule::Kind::Column));
    m_ui->matchKindBox->addItem(tr("the contact’s row id"), int(profile::MatchRule::Kind::RowId));
    auto *guard = new WheelGuard(this);
    const auto boxes = m_ui->formHolder->findChildren<QWidget *>(); // also those of the forms in it
    for (QWidget *box : boxes) {
        if (!qobject_cast<QComboBox *>(box) && !qobject_cast<QAbstractSpinBox *>(box))
            continue;
        box->installEventFilter(guard);
        box->setFocusPolicy(Qt::StrongFocus);
    }

    m_ui->checksPanel->setQuestions(&questions);
    m_ui->credentialForm->setQuestions(&questions);
    m_ui->networkForm->setQuestions(&questions);
    m_ui->furtherUsersForm->setQuestions(&questions);
    connect(m_ui->checksPanel, &ChecksPanel::fieldWanted, this, [this](const QString &field) {
        if (!showField(field))
            Q_EMIT fieldWanted(field);
    });

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
    m_ui->authorityNote->setHelp(tr("Empty: the instance’s cloud decides. Choose one only where that is wrong."));
    using profile::Cloud;
    for (const auto &[cloud, name] : {std::pair{Cloud::Public, tr("worldwide")},
                                      std::pair{Cloud::UsGovernment, tr("US Government (GCC High, DoD)")},
                                      std::pair{Cloud::China, tr("China (21Vianet)")}})
        m_authorities.append({.id = profile::defaultAuthority(cloud).toString(), .name = {}, .hint = name});
    m_ui->authorityBox->setChoices(m_authorities);
    m_ui->authorityBox->lineEdit()->setPlaceholderText(tr("By cloud"));
    m_ui->pollNote->setHelp(tr("How often the live feed looks for changed consents."));
    const auto toggleAdvanced = [this](bool on) {
        m_ui->advancedPanel->setVisible(on);
        m_ui->advancedButton->setIcon(icons::icon(on ? u"chevron-down"_s : u"chevron-right"_s));
    };
    connect(m_ui->advancedButton, &QToolButton::toggled, this, toggleAdvanced);
    toggleAdvanced(false);

    buildFields();
    connect(m_ui->credentialForm, &CredentialForm::edited, this, &ConnectionPage::takeOver);
    connect(m_ui->networkForm, &NetworkForm::edited, this, &ConnectionPage::takeOver);
    connect(m_ui->authorityBox, &PickerBox::picked, this, &ConnectionPage::takeOver);
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
    m_ui->credentialForm->setSession(session);
    m_ui->networkForm->setSession(session);
    m_ui->furtherUsersForm->setSession(session);
    m_ui->keySecret->bind(session, Session::Which::Didomi);
    m_ui->checksPanel->setSession(session);
    if (!session)
        return;
    connect(session, &Session::draftChanged, this, &ConnectionPage::fill);
    connect(session, &Session::surroundingsChanged, this, &ConnectionPage::updateMatch);
    m_ui->formScroll->verticalScrollBar()->setValue(0);
    fill();
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
    m_ui->authorityBox->setValue(draft.options.authority);
    m_ui->credentialForm->fill(draft);
    m_ui->networkForm->fill(draft);
    m_ui->furtherUsersForm->fill(draft);
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
    const auto kind = profile::MatchRule::Kind(m_ui->matchKindBox->currentData().toInt());
    const QString column = m_ui->matchColumnBox->value();
    if (kind != draft.match.kind || column != draft.match.column)
        draft.match.more.clear(); // they were the rest of another key
    draft.match.kind = kind;
    draft.match.column = column;
    draft.integration.upsertMode = m_ui->upsertBox->isChecked();
    draft.options.livePollSeconds = m_ui->pollBox->value();
    draft.options.authority = m_ui->authorityBox->value();
    m_ui->credentialForm->takeOver(draft);
    m_ui->networkForm->takeOver(draft);
    m_session->setDraft(draft);
}

QWidget *ConnectionPage::widgetOf(const QString &name) const
{
    for (const Field &field : m_fields) {
        if (field.name == name)
            return field.edit;
    }
    if (name.startsWith(u"match"))
        return m_ui->matchColumnBox;
    if (name == u"didomi.secret")
        return m_ui->keySecret;
    if (name == u"options.authority")
        return m_ui->authorityBox;
    if (name == u"options.live_poll_seconds")
        return m_ui->pollBox;
    QWidget *widget = m_ui->credentialForm->widgetOf(name);
    if (!widget)
        widget = m_ui->furtherUsersForm->widgetOf(name);
    return widget ? widget : m_ui->networkForm->widgetOf(name);
}

bool ConnectionPage::showField(const QString &field)
{
    QWidget *widget = widgetOf(field);
    if (!widget)
        return false;
    if (m_ui->advancedPanel->isAncestorOf(widget))
        m_ui->advancedButton->setChecked(true);
    widget->setFocus(Qt::OtherFocusReason);
    auto *edit = qobject_cast<QLineEdit *>(widget->focusProxy() ? widget->focusProxy() : widget);
    if (edit)
        edit->selectAll();
    m_ui->formScroll->ensureWidgetVisible(widget);
    return true;
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
    m_ui->networkForm->clearNotes();
    m_ui->authorityNote->showHelp();
    for (const profile::Problem &problem : std::as_const(worst)) {
        const QString text = problem.fix.isEmpty() ? problem.message : problem.message + u' ' + problem.fix;
        const Sign sign = problem.severity == profile::Problem::Severity::Error ? Sign::Failed : Sign::Warning;
        m_ui->credentialForm->showNote(problem.field, text, sign);
        m_ui->networkForm->showNote(problem.field, text, sign);
        if (problem.field == "options.authority"_L1)
            m_ui->authorityNote->setNote(text, sign);
    }
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

void ConnectionPage::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    if (std::exchange(m_isLaidOut, true))
        return;
    const int part = width() / (formShare + checksShare);
    m_ui->splitter->setSizes({formShare * part, checksShare * part});
}

QByteArray ConnectionPage::layoutState() const
{
    return m_ui->splitter->saveState();
}

void ConnectionPage::restoreLayout(const QByteArray &state)
{
    m_isLaidOut = m_ui->splitter->restoreState(state);
}

} // namespace gui
