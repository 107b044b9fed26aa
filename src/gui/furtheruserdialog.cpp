#include "gui/furtheruserdialog.h"

#include "entra/certificate.h"
#include "gui/fieldnote.h"
#include "gui/icons.h"
#include "gui/optionaldate.h"
#include "gui/questions.h"
#include "ui_furtheruserdialog.h"

#include <QDir>
#include <QPushButton>
#include <QTimer>

namespace gui {

using namespace Qt::StringLiterals;
using models::Sign;
using profile::FurtherUser;
using profile::Problem;
using profile::SecretRef;
using Kind = profile::Credential::Kind;

FurtherUserDialog::FurtherUserDialog(Session &session, Questions &questions, qsizetype index, QWidget *parent)
    : QDialog(parent)
    , m_ui(std::make_unique<Ui::FurtherUserDialog>())
    , m_session(session)
    , m_questions(questions)
    , m_index(index)
    , m_before(session.draft().furtherUsers.value(index))
    , m_freshSecret(session.placeForFurtherSecret())
    , m_freshPassphrase(session.placeForFurtherSecret())
{
    m_ui->setupUi(this);
    m_ui->helpNote->setNote(tr("Another app registration that is an application user of the same environment, with the "
                               "same security roles. Dynamics limits what each user may ask, so that two write twice "
                               "as fast. Rows that it creates belong to it."));
    m_ui->clientNote->setHelp(tr("Of an app registration of its own: one that is used twice has one limit."));
    m_ui->kindBox->addItem(tr("a client secret"), int(Kind::Secret));
    m_ui->kindBox->addItem(tr("a certificate"), int(Kind::Certificate));
    m_ui->certificateNote->setHelp(tr("PEM or PFX; the file itself stays where it is."));
    m_ui->certificateBrowse->setIcon(icons::icon(u"open"_s));
    m_ui->secretShow->setIcon(icons::icon(u"show"_s));
    m_ui->secretShow->setCheckable(true);
    m_ui->secretEdit->setEchoMode(QLineEdit::Password);
    m_ui->passphraseEdit->setEchoMode(QLineEdit::Password);
    m_ui->buttons->button(QDialogButtonBox::Ok)->setText(tr("Take over"));
    fill();

    connect(m_ui->secretShow, &QToolButton::toggled, this, [this](bool on) {
        m_ui->secretEdit->setEchoMode(on ? QLineEdit::Normal : QLineEdit::Password);
        m_ui->secretShow->setIcon(icons::icon(on ? u"hide"_s : u"show"_s));
    });
    connect(m_ui->certificateBrowse, &QToolButton::clicked, this, [this] {
        m_questions.openFile(this, tr("Choose a certificate"), tr("Certificates (*.pem *.pfx *.p12);;All files (*)"),
                             [this](const QString &path) {
                                 if (!path.isEmpty())
                                     m_ui->certificateEdit->setText(QDir::toNativeSeparators(path));
                             });
    });
    for (QLineEdit *edit :
         {m_ui->labelEdit, m_ui->clientEdit, m_ui->secretEdit, m_ui->certificateEdit, m_ui->passphraseEdit})
        connect(edit, &QLineEdit::textChanged, this, &FurtherUserDialog::judge);
    connect(m_ui->expiry, &OptionalDate::edited, this, &FurtherUserDialog::judge);
    connect(m_ui->kindBox, &QComboBox::currentIndexChanged, this, &FurtherUserDialog::judge);
    connect(m_ui->buttons, &QDialogButtonBox::accepted, this, &FurtherUserDialog::take);
    judge();
    const int character = fontMetrics().averageCharWidth();
    setMinimumWidth(72 * character);
    // Wrapped notes know their height only once they have their width.
    QTimer::singleShot(0, this, [this] { resize(width(), minimumSizeHint().height()); });
}

FurtherUserDialog::~FurtherUserDialog() = default;

void FurtherUserDialog::fill()
{
    m_ui->labelEdit->setText(m_before.label);
    m_ui->clientEdit->setText(m_before.clientId);
    m_ui->kindBox->setCurrentIndex(m_ui->kindBox->findData(int(m_before.kind)));
    m_ui->expiry->setDate(m_before.secretExpiresOn);
    m_ui->certificateEdit->setText(m_before.certificateFile);
    const auto hint = [](QLineEdit *edit, const SecretRef &kept) {
        if (kept.kind != SecretRef::Kind::None)
            edit->setPlaceholderText(tr("Kept; type to replace it"));
    };
    hint(m_ui->secretEdit, m_before.clientSecret);
    hint(m_ui->passphraseEdit, m_before.certificatePassphrase);
}

FurtherUser FurtherUserDialog::entered() const
{
    FurtherUser user = m_before;
    user.label = m_ui->labelEdit->text().trimmed();
    user.clientId = m_ui->clientEdit->text().trimmed();
    user.kind = Kind(m_ui->kindBox->currentData().toInt());
    user.secretExpiresOn = m_ui->expiry->date();
    user.certificateFile = m_ui->certificateEdit->text().trimmed();
    if (!m_ui->secretEdit->text().trimmed().isEmpty())
        user.clientSecret = m_freshSecret;
    if (!m_ui->passphraseEdit->text().isEmpty())
        user.certificatePassphrase = m_freshPassphrase;
    return user;
}

profile::Profile FurtherUserDialog::draftWith(const FurtherUser &user) const
{
    profile::Profile draft = m_session.draft();
    if (m_index < draft.furtherUsers.size())
        draft.furtherUsers[m_index] = user;
    else
        draft.furtherUsers << user;
    return draft;
}

QString FurtherUserDialog::certificateProblem(const FurtherUser &user) const
{
    const bool isPassphraseKept =
        user.certificatePassphrase.kind != SecretRef::Kind::None && m_ui->passphraseEdit->text().isEmpty();
    if (user.kind != Kind::Certificate || user.certificateFile.isEmpty() || isPassphraseKept)
        return {};
    const auto read =
        entra::Certificate::load(user.certificateFile, core::Secret::fromText(m_ui->passphraseEdit->text()));
    if (read)
        return {};
    const core::Error &problem = read.error();
    return problem.fix.isEmpty() ? problem.message : problem.message + u' ' + problem.fix;
}

void FurtherUserDialog::judge()
{
    const FurtherUser user = entered();
    const bool isSecret = user.kind == Kind::Secret;
    m_ui->form->setRowVisible(m_ui->secretLayout, isSecret);
    m_ui->form->setRowVisible(m_ui->expiry, isSecret);
    m_ui->form->setRowVisible(m_ui->certificateLayout, !isSecret);
    m_ui->form->setRowVisible(m_ui->passphraseLayout, !isSecret);

    const profile::Profile draft = draftWith(user);
    const qsizetype index = std::min(m_index, draft.furtherUsers.size() - 1);
    bool isRight = true;
    QHash<QString, Problem> found;
    for (const Problem &problem : profile::validate(draft)) {
        if (!problem.field.startsWith(profile::furtherUserField(index, {})))
            continue;
        isRight = isRight && problem.severity != Problem::Severity::Error;
        const QString member = problem.field.section(u'.', 1);
        if (!found.contains(member) || problem.severity == Problem::Severity::Error)
            found.insert(member, problem);
    }
    const auto of = [&found](const QString &member) {
        const auto problem = found.constFind(member);
        return problem == found.constEnd() ? nullptr : &*problem;
    };
    showProblem(m_ui->clientNote, of(u"client_id"_s), user.clientId.isEmpty());
    const bool isTyped = !m_ui->secretEdit->text().trimmed().isEmpty();
    m_ui->secretNote->setHelp(isTyped
                                  ? tr("Will be kept where secrets are kept when you save; never written to a file.")
                              : user.clientSecret.kind == SecretRef::Kind::None
                                  ? tr("The secret’s value, not its ID; never written to a file.")
                                  : QString());
    showProblem(m_ui->secretNote, of(u"client_secret"_s), user.clientSecret.kind == SecretRef::Kind::None);
    showProblem(m_ui->certificateNote, of(u"certificate_file"_s), user.certificateFile.isEmpty());
    if (const QString problem = certificateProblem(user); !problem.isEmpty()) {
        m_ui->certificateNote->setNote(problem, Sign::Failed);
        isRight = false;
    }
    // A note that says something shows itself, also in a row that is hidden.
    if (isSecret)
        m_ui->certificateNote->setNote(QString());
    else
        m_ui->secretNote->setNote(QString());
    m_ui->passphraseNote->setNote(isSecret ? QString() : tr("Leave it empty when the file needs none."));
    m_ui->buttons->button(QDialogButtonBox::Ok)->setEnabled(isRight);
}

/// A field that is still empty says what belongs there; it does not scold.
void FurtherUserDialog::showProblem(FieldNote *note, const Problem *problem, bool isUntouched)
{
    if (!problem || isUntouched)
        return note->showHelp();
    const QString text = problem->fix.isEmpty() ? problem->message : problem->message + u' ' + problem->fix;
    note->setNote(text, problem->severity == Problem::Severity::Error ? Sign::Failed : Sign::Warning);
}

void FurtherUserDialog::showField(const QString &member)
{
    QLineEdit *edit = member == "client_secret"_L1            ? m_ui->secretEdit
                      : member == "certificate_file"_L1       ? m_ui->certificateEdit
                      : member == "certificate_passphrase"_L1 ? m_ui->passphraseEdit
                                                              : m_ui->clientEdit;
    edit->setFocus(Qt::OtherFocusReason);
    edit->selectAll();
}

void FurtherUserDialog::take()
{
    const FurtherUser user = entered();
    if (user.clientSecret == m_freshSecret)
        m_session.typeFurtherSecret(m_freshSecret, core::Secret::fromText(m_ui->secretEdit->text().trimmed()));
    if (user.certificatePassphrase == m_freshPassphrase)
        m_session.typeFurtherSecret(m_freshPassphrase, core::Secret::fromText(m_ui->passphraseEdit->text()));
    m_session.setDraft(draftWith(user));
    accept();
}

} // namespace gui
