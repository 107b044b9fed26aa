#include "gui/livesourcesdialog.h"

#include "gui/fieldnote.h"
#include "gui/icons.h"
#include "gui/live.h"
#include "gui/questions.h"
#include "ui_livesourcesdialog.h"

#include <QApplication>
#include <QClipboard>
#include <QDir>
#include <QPushButton>
#include <QRandomGenerator>

namespace gui {

using namespace Qt::StringLiterals;
using models::Sign;
using Proof = LiveSettings::Proof;

namespace {

constexpr int tokenBytes = 32;

/// Stands for a secret that is kept and need not be read to judge the rest.
core::Secret standIn()
{
    return core::Secret::fromText(QString(engine::WebhookDoor::shortestSecret, u'x'));
}

} // namespace

LiveSourcesDialog::LiveSourcesDialog(Session &session, Questions &questions, QWidget *parent)
    : QDialog(parent), m_ui(std::make_unique<Ui::LiveSourcesDialog>()), m_session(session), m_questions(questions)
{
    m_ui->setupUi(this);
    const int character = fontMetrics().averageCharWidth();
    m_ui->secondsBox->setMaximumWidth(20 * character);
    m_ui->portBox->setMaximumWidth(20 * character);
    m_ui->portBox->setSpecialValueText(tr("any free one"));
    m_ui->portBox->setGroupSeparatorShown(false);
    m_ui->secondsBox->setSuffix(tr(" s"));
    m_ui->proofBox->addItem(tr("a token"), int(Proof::Bearer));
    m_ui->proofBox->addItem(tr("OAuth client credentials"), int(Proof::ClientCredentials));
    m_ui->proofBox->addItem(tr("nothing"), int(Proof::None));
    m_ui->secondsNote->setHelp(tr("Every person is looked at; those changed since the last look are taken."));
    m_ui->secondsNote->showHelp();
    m_ui->secretShow->setIcon(icons::icon(u"show"_s));
    m_ui->secretGenerate->setIcon(icons::icon(u"magic"_s));
    m_ui->certificateBrowse->setIcon(icons::icon(u"open"_s));
    m_ui->keyBrowse->setIcon(icons::icon(u"open"_s));
    m_ui->streamBox->setVisible(session.isPractice());
    m_ui->buttons->button(QDialogButtonBox::Ok)->setText(tr("Take over"));
    fill();

    for (QCheckBox *box : {m_ui->pollBox, m_ui->streamBox, m_ui->listenBox})
        connect(box, &QCheckBox::toggled, this, &LiveSourcesDialog::judge);
    for (QLineEdit *edit :
         {m_ui->addressEdit, m_ui->clientEdit, m_ui->secretEdit, m_ui->certificateEdit, m_ui->keyEdit})
        connect(edit, &QLineEdit::textChanged, this, &LiveSourcesDialog::judge);
    connect(m_ui->portBox, &QSpinBox::valueChanged, this, &LiveSourcesDialog::judge);
    connect(m_ui->proofBox, &QComboBox::currentIndexChanged, this, &LiveSourcesDialog::judge);
    connect(m_ui->secretShow, &QToolButton::toggled, this, [this](bool on) {
        m_ui->secretEdit->setEchoMode(on ? QLineEdit::Normal : QLineEdit::Password);
        m_ui->secretShow->setIcon(icons::icon(on ? u"hide"_s : u"show"_s));
    });
    connect(m_ui->secretGenerate, &QToolButton::clicked, this, &LiveSourcesDialog::generate);
    connect(m_ui->certificateBrowse, &QToolButton::clicked, this,
            [this] { browse(m_ui->certificateEdit, tr("Choose the certificate")); });
    connect(m_ui->keyBrowse, &QToolButton::clicked, this, [this] { browse(m_ui->keyEdit, tr("Choose its key")); });
    connect(m_ui->buttons, &QDialogButtonBox::accepted, this, &LiveSourcesDialog::take);
    connect(&session, &Session::secretsChanged, this, &LiveSourcesDialog::judge);
    judge();
    resize(90 * character, sizeHint().height());
}

LiveSourcesDialog::~LiveSourcesDialog() = default;

void LiveSourcesDialog::fill()
{
    const LiveSettings &settings = m_session.live().settings();
    m_ui->pollBox->setChecked(settings.polls);
    m_ui->secondsBox->setValue(m_session.draft().options.livePollSeconds);
    m_ui->streamBox->setChecked(settings.streams);
    m_ui->listenBox->setChecked(settings.listens);
    m_ui->addressEdit->setText(settings.address);
    m_ui->portBox->setValue(settings.port);
    m_ui->proofBox->setCurrentIndex(m_ui->proofBox->findData(int(settings.proof)));
    m_ui->clientEdit->setText(settings.clientId);
    m_ui->certificateEdit->setText(settings.certificateFile);
    m_ui->keyEdit->setText(settings.keyFile);
    if (settings.secret.kind != profile::SecretRef::Kind::None)
        m_ui->secretEdit->setPlaceholderText(tr("Kept; type to replace it"));
}

LiveSettings LiveSourcesDialog::wanted() const
{
    LiveSettings settings = m_session.live().settings();
    settings.polls = m_ui->pollBox->isChecked();
    settings.streams = m_ui->streamBox->isChecked();
    settings.listens = m_ui->listenBox->isChecked();
    settings.address = m_ui->addressEdit->text().trimmed();
    settings.port = m_ui->portBox->value();
    settings.proof = Proof(m_ui->proofBox->currentData().toInt());
    settings.clientId = m_ui->clientEdit->text().trimmed();
    settings.certificateFile = m_ui->certificateEdit->text().trimmed();
    settings.keyFile = m_ui->keyEdit->text().trimmed();
    return settings;
}

core::Secret LiveSourcesDialog::typed() const
{
    return core::Secret::fromText(m_ui->secretEdit->text().trimmed());
}

FieldNote *LiveSourcesDialog::noteOf(const QString &field) const
{
    if (field == "tls_cert"_L1)
        return m_ui->certificateNote;
    if (field == "tls_key"_L1)
        return m_ui->keyNote;
    if (field == "oauth_client"_L1)
        return m_ui->clientNote;
    return m_ui->secretNote;
}

void LiveSourcesDialog::judge()
{
    const LiveSettings settings = wanted();
    m_ui->secondsBox->setEnabled(settings.polls);
    m_ui->streamBox->setEnabled(settings.polls);
    QFormLayout *rows = m_ui->webhookForm;
    for (QWidget *field : {static_cast<QWidget *>(m_ui->proofBox)})
        rows->setRowVisible(field, settings.listens);
    for (QLayout *field :
         {static_cast<QLayout *>(m_ui->addressNoteLayout), static_cast<QLayout *>(m_ui->portNoteLayout),
          static_cast<QLayout *>(m_ui->certificateNoteLayout), static_cast<QLayout *>(m_ui->keyNoteLayout)})
        rows->setRowVisible(field, settings.listens);
    rows->setRowVisible(m_ui->clientNoteLayout, settings.listens && settings.proof == Proof::ClientCredentials);
    rows->setRowVisible(m_ui->secretNoteLayout, settings.listens && settings.proof != Proof::None);
    const bool isToken = settings.proof == Proof::Bearer;
    m_ui->secretEditLabel->setText(isToken ? tr("&Token") : tr("Client secre&t"));
    m_ui->secretEdit->setAccessibleName(isToken ? tr("Token") : tr("Client secret"));

    // A note shows itself when it says something: those of hidden fields say nothing.
    const bool hasClient = settings.listens && settings.proof == Proof::ClientCredentials;
    m_ui->addressNote->setNote(settings.listens ? tr("127.0.0.1 is this computer only; 0.0.0.0 is everybody who "
                                                     "reaches it, which needs a certificate and a token.")
                                                : QString());
    m_ui->portNote->setNote(QString());
    m_ui->clientNote->setNote(hasClient ? tr("What Didomi’s webhook shows, at the path /token, to get a token.")
                                        : QString());
    m_ui->certificateNote->setNote(
        settings.listens ? tr("PEM, with the chain. Without one only this computer can be listened to.") : QString());
    m_ui->keyNote->setNote(QString());
    if (settings.listens && settings.proof != Proof::None)
        showSecretHelp();
    else
        m_ui->secretNote->setNote(QString());
    if (!settings.listens)
        m_ui->urlNote->setNote(QString());
    bool isFine = true;
    if (settings.listens) {
        const bool isKept = settings.secret.kind != profile::SecretRef::Kind::None;
        const core::Secret secret = !typed().isEmpty() ? typed() : isKept ? standIn() : core::Secret();
        const engine::WebhookOptions options = settings.webhooks(m_session.id(), {}, secret);
        if (options.address.isNull()) {
            isFine = false;
            m_ui->addressNote->setNote(tr("This is no address; write one such as 127.0.0.1 or 0.0.0.0."), Sign::Failed);
        } else if (isToken && secret.isEmpty()) {
            isFine = false;
            m_ui->secretNote->setNote(tr("Type the token that Didomi’s webhook shows, or make up a new one."),
                                      Sign::Failed);
        } else if (const auto checked = engine::WebhookListener::check(options); !checked) {
            isFine = false;
            noteOf(checked.error().field)
                ->setNote(QString(checked.error().message + u' ' + checked.error().fix).trimmed(), Sign::Failed);
        }
        const QString scheme = settings.certificateFile.isEmpty() ? u"http"_s : u"https"_s;
        const QString port = settings.port == 0 ? tr("port") : QString::number(settings.port);
        m_ui->urlNote->setNote(
            tr("Didomi, or the relay before it, sends to %1://%2:%3/webhook.").arg(scheme, settings.address, port));
    }
    m_ui->buttons->button(QDialogButtonBox::Ok)->setEnabled(isFine);
}

void LiveSourcesDialog::showSecretHelp()
{
    const auto &keychain = m_session.keychain();
    const bool hasNone = keychain && !keychain->isAvailable;
    if (hasNone)
        m_ui->secretNote->setNote(
            tr("No keychain: it is kept for this session only. %1").arg(keychain->problem.message), Sign::Warning);
    else
        m_ui->secretNote->setNote(
            tr("Never written to a file: kept in %1.")
                .arg(keychain && keychain->isAvailable ? keychain->name : tr("the system’s keychain")));
}

void LiveSourcesDialog::browse(QLineEdit *edit, const QString &title)
{
    m_questions.openFile(this, title, tr("PEM files (*.pem *.crt *.key);;All files (*)"), [edit](const QString &path) {
        if (!path.isEmpty())
            edit->setText(QDir::toNativeSeparators(path));
    });
}

void LiveSourcesDialog::generate()
{
    QByteArray bytes(tokenBytes, Qt::Uninitialized);
    QRandomGenerator::system()->generate(bytes.begin(), bytes.end());
    const QByteArray text = bytes.toBase64(QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals);
    m_ui->secretEdit->setText(QString::fromLatin1(text));
    m_ui->secretShow->setChecked(true);
    QApplication::clipboard()->setText(m_ui->secretEdit->text());
    m_ui->secretNote->setNote(tr("Copied: paste it into Didomi’s webhook. It is not shown again."), Sign::Passed);
}

void LiveSourcesDialog::take()
{
    m_ui->buttons->setEnabled(false);
    if (profile::Profile draft = m_session.draft(); draft.options.livePollSeconds != m_ui->secondsBox->value()) {
        const bool wasClean = !m_session.isDirty();
        draft.options.livePollSeconds = m_ui->secondsBox->value();
        m_session.setDraft(draft);
        if (wasClean)
            m_session.save([session = QPointer(&m_session)](const core::Result<core::Nothing> &saved) {
                if (!saved && session)
                    session->report(saved.error());
            });
    }
    const core::Secret secret = wanted().proof == Proof::None ? core::Secret() : typed();
    m_session.live().setSettings(wanted(), secret, [dialog = QPointer(this)](const core::Result<core::Nothing> &kept) {
        if (!dialog)
            return;
        if (kept)
            return dialog->accept();
        dialog->m_ui->buttons->setEnabled(true);
        dialog->m_ui->problemNote->setNote(kept.error().message + u' ' + kept.error().fix, Sign::Failed);
    });
}

} // namespace gui
