#include "gui/credentialform.h"

#include "diagnosis/expiry.h"
#include "entra/certificate.h"
#include "gui/fieldnote.h"
#include "gui/icons.h"
#include "gui/questions.h"
#include "gui/testbench.h"
#include "ui_credentialform.h"

#include <QDir>

namespace gui {

using namespace Qt::StringLiterals;
using diagnosis::Expiry;
using models::Sign;
using Kind = profile::Credential::Kind;

namespace {

constexpr auto typingRest = std::chrono::milliseconds(300);

Sign signOf(Expiry::Urgency urgency)
{
    switch (urgency) {
    case Expiry::Urgency::None:
    case Expiry::Urgency::Days60:
        return Sign::None;
    case Expiry::Urgency::Days30:
    case Expiry::Urgency::Days7:
        return Sign::Warning;
    case Expiry::Urgency::Over:
        return Sign::Failed;
    }
    return Sign::None;
}

} // namespace

CredentialForm::CredentialForm(QWidget *parent) : QWidget(parent), m_ui(std::make_unique<Ui::CredentialForm>())
{
    m_ui->setupUi(this);
    m_ui->credentialBox->addItem(tr("a client secret"), int(Kind::Secret));
    m_ui->credentialBox->addItem(tr("a certificate"), int(Kind::Certificate));
    m_ui->nextButton->setCheckable(true);
    m_ui->nextButton->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    m_ui->nextButton->setAutoRaise(true);
    m_ui->certificateNote->setHelp(tr("PEM or PFX. Its public part must be uploaded to the app registration in Entra "
                                      "ID; the file itself stays where it is."));
    m_reading.setSingleShot(true);
    m_reading.setInterval(typingRest);
    connect(&m_reading, &QTimer::timeout, this, &CredentialForm::readCertificate);

    connect(m_ui->credentialBox, &QComboBox::activated, this, [this] {
        Q_EMIT edited();
        updateRows();
    });
    connect(m_ui->expiry, &OptionalDate::edited, this, &CredentialForm::edited);
    connect(m_ui->nextExpiry, &OptionalDate::edited, this, &CredentialForm::edited);
    connect(m_ui->certificateEdit, &QLineEdit::textEdited, this, &CredentialForm::edited);
    connect(m_ui->certificateBrowse, &QToolButton::clicked, this, [this] {
        m_questions->openFile(this, tr("Choose a certificate"), tr("Certificates (*.pem *.pfx *.p12);;All files (*)"),
                              [this](const QString &path) {
                                  if (path.isEmpty())
                                      return;
                                  m_ui->certificateEdit->setText(QDir::toNativeSeparators(path));
                                  Q_EMIT edited();
                              });
    });
    connect(m_ui->nextButton, &QToolButton::toggled, this, &CredentialForm::updateRows);
    connect(m_ui->nextTest, &QPushButton::clicked, this,
            [this] { m_session->tests().start({.withNextSecret = true}); });
    connect(m_ui->nextSwitch, &QPushButton::clicked, this, [this] {
        m_session->switchToNextSecret();
        m_ui->nextButton->setChecked(false);
    });
    connect(m_ui->nextForget, &QPushButton::clicked, this, [this] {
        m_session->forgetNextSecret();
        m_ui->nextButton->setChecked(false);
    });
}

CredentialForm::~CredentialForm() = default;

QFormLayout *CredentialForm::form() const
{
    return m_ui->form;
}

void CredentialForm::setSession(Session *session)
{
    if (m_session) {
        m_session->disconnect(this);
        m_session->tests().disconnect(this);
    }
    m_session = session;
    m_ui->clientSecret->bind(session, Session::Which::Client);
    m_ui->nextSecret->bind(session, Session::Which::NextClient);
    m_ui->passphrase->bind(session, Session::Which::Passphrase);
    m_readFile.clear();
    if (!session)
        return;
    connect(session, &Session::secretsChanged, this, [this] {
        updateNextSlot();
        if (m_session->hasTyped(Session::Which::Passphrase))
            m_reading.start();
    });
    connect(&session->tests(), &TestBench::stepsChanged, this, &CredentialForm::updateNextSlot);
    m_ui->nextButton->setChecked(session->hasNextSecret());
    updateNextSlot();
}

void CredentialForm::fill(const profile::Profile &draft)
{
    m_ui->credentialBox->setCurrentIndex(m_ui->credentialBox->findData(int(draft.credential.kind)));
    m_ui->expiry->setDate(draft.credential.secretExpiresOn);
    m_ui->nextExpiry->setDate(draft.credential.nextSecretExpiresOn);
    if (m_ui->certificateEdit->text() != draft.credential.certificateFile)
        m_ui->certificateEdit->setText(draft.credential.certificateFile);
    updateRows();
    updateNextSlot();
    updateNotes();
    if (draft.credential.kind == Kind::Certificate && m_readFile != draft.credential.certificateFile)
        m_reading.start();
}

void CredentialForm::takeOver(profile::Profile &draft) const
{
    draft.credential.kind = Kind(m_ui->credentialBox->currentData().toInt());
    draft.credential.secretExpiresOn = m_ui->expiry->date();
    draft.credential.nextSecretExpiresOn = m_ui->nextExpiry->date();
    draft.credential.certificateFile = m_ui->certificateEdit->text();
}

void CredentialForm::updateRows()
{
    const bool isSecret = Kind(m_ui->credentialBox->currentData().toInt()) == Kind::Secret;
    const bool isNextOpen = isSecret && m_ui->nextButton->isChecked();
    QFormLayout *rows = m_ui->form;
    for (QWidget *field : {static_cast<QWidget *>(m_ui->clientSecret), static_cast<QWidget *>(m_ui->expiry)})
        rows->setRowVisible(field, isSecret);
    rows->setRowVisible(m_ui->nextRow, isSecret);
    for (QWidget *field : {static_cast<QWidget *>(m_ui->nextSecret), static_cast<QWidget *>(m_ui->nextExpiry)})
        rows->setRowVisible(field, isNextOpen);
    rows->setRowVisible(m_ui->nextActions, isNextOpen);
    rows->setRowVisible(m_ui->certificateRow, !isSecret);
    rows->setRowVisible(m_ui->passphrase, !isSecret);
    m_ui->nextButton->setIcon(icons::icon(m_ui->nextButton->isChecked() ? u"chevron-down"_s : u"chevron-right"_s));
    if (isSecret)
        m_ui->certificateNote->setNote(QString());
    else if (m_ui->certificateNote->text().isEmpty())
        m_ui->certificateNote->showHelp();
    if (!isSecret)
        m_ui->expiryNote->setNote(QString());
}

void CredentialForm::updateNextSlot()
{
    if (!m_session)
        return;
    const bool hasNext = m_session->hasNextSecret();
    m_ui->nextTest->setEnabled(hasNext && !m_session->tests().isRunning());
    m_ui->nextSwitch->setEnabled(hasNext);
    m_ui->nextForget->setEnabled(hasNext);
}

void CredentialForm::updateNotes()
{
    const profile::Profile &draft = m_session->draft();
    if (draft.credential.kind != Kind::Secret)
        return;
    if (!draft.credential.secretExpiresOn.isValid())
        return m_ui->expiryNote->setNote(
            tr("As the portal says: nobody else tells it. With it you are reminded in time."));
    const Expiry expiry{.profileId = draft.id, .integration = draft.name, .on = draft.credential.secretExpiresOn};
    const QDate today = m_session->services().clock().now().toLocalTime().date();
    m_ui->expiryNote->setNote(diagnosis::sentenceOf(expiry, today), signOf(expiry.urgency(today)));
}

void CredentialForm::readCertificate()
{
    if (!m_session || m_session->draft().credential.kind != Kind::Certificate)
        return;
    const profile::Credential &credential = m_session->draft().credential;
    m_readFile = credential.certificateFile;
    if (m_readFile.trimmed().isEmpty())
        return m_ui->certificateNote->showHelp();
    if (m_session->hasTyped(Session::Which::Passphrase))
        return showCertificate(m_session->typed(Session::Which::Passphrase));
    if (credential.certificatePassphrase.kind == profile::SecretRef::Kind::None)
        return showCertificate(core::Secret());
    m_session->services()
        .secrets()
        .read(credential.certificatePassphrase, this)
        ->whenDone(this, [this, file = m_readFile](const core::Result<core::Secret> &passphrase) {
            if (file == m_readFile)
                showCertificate(passphrase);
        });
}

void CredentialForm::showCertificate(const core::Result<core::Secret> &passphrase)
{
    const auto read = passphrase ? entra::Certificate::load(m_readFile.trimmed(), *passphrase)
                                 : core::Result<entra::Certificate>(passphrase.error());
    if (!read) {
        const core::Error &problem = read.error();
        return m_ui->certificateNote->setNote(
            problem.fix.isEmpty() ? problem.message : problem.message + u' ' + problem.fix, Sign::Failed);
    }
    const QDate end = read->expiresAt().toLocalTime().date();
    const QDate today = m_session->services().clock().now().toLocalTime().date();
    const Sign sign = signOf(Expiry{.on = end}.urgency(today));
    m_ui->certificateNote->setNote(
        tr("%1, thumbprint %2, valid until %3.")
            .arg(read->subject(), read->thumbprint(), QLocale().toString(end, QLocale::ShortFormat)),
        sign == Sign::None ? Sign::Passed : sign);
}

QWidget *CredentialForm::widgetOf(const QString &field) const
{
    if (field == "client_secret"_L1 || field == "authentication.client_secret"_L1)
        return m_ui->clientSecret;
    if (field == "credential.secret_expires_on"_L1)
        return m_ui->expiry;
    if (field == "credential.next_secret"_L1) {
        m_ui->nextButton->setChecked(true);
        return m_ui->nextSecret;
    }
    if (field == "credential.certificate_file"_L1)
        return m_ui->certificateEdit;
    if (field == "credential.certificate_passphrase"_L1)
        return m_ui->passphrase;
    return nullptr;
}

void CredentialForm::showNote(const QString &field, const QString &text, Sign sign)
{
    if (field == "credential.certificate_file"_L1 && m_session->draft().credential.kind == Kind::Certificate)
        m_ui->certificateNote->setNote(text, sign);
}

} // namespace gui
