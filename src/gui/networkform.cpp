#include "gui/networkform.h"

#include "gui/fieldnote.h"
#include "gui/questions.h"
#include "gui/secretfield.h"
#include "ui_networkform.h"

#include <QDir>

namespace gui {

using namespace Qt::StringLiterals;
using Proxy = profile::NetworkOptions::Proxy;

NetworkForm::NetworkForm(QWidget *parent) : QWidget(parent), m_ui(std::make_unique<Ui::NetworkForm>())
{
    m_ui->setupUi(this);
    m_ui->proxyBox->addItem(tr("as the system does it"), int(Proxy::System));
    m_ui->proxyBox->addItem(tr("none"), int(Proxy::None));
    m_ui->proxyBox->addItem(tr("this one:"), int(Proxy::Manual));
    m_ui->proxyNote->setHelp(tr("Requests to this computer never go through a proxy."));
    m_ui->authorityFileNote->setHelp(
        tr("For networks that inspect TLS: the certificate of your own authority, in PEM form."));
    clearNotes();
    connect(m_ui->proxyBox, &QComboBox::activated, this, [this] {
        updateRows();
        Q_EMIT edited();
    });
    connect(m_ui->proxyHostEdit, &QLineEdit::textEdited, this, &NetworkForm::edited);
    connect(m_ui->proxyUserEdit, &QLineEdit::textEdited, this, &NetworkForm::edited);
    connect(m_ui->proxyPortBox, &QSpinBox::valueChanged, this, &NetworkForm::edited);
    connect(m_ui->authorityFileEdit, &QLineEdit::textEdited, this, &NetworkForm::edited);
    connect(m_ui->authorityFileBrowse, &QToolButton::clicked, this, [this] {
        m_questions->openFile(this, tr("Choose certificate authorities"),
                              tr("PEM files (*.pem *.crt *.cer);;All files (*)"), [this](const QString &path) {
                                  if (path.isEmpty())
                                      return;
                                  m_ui->authorityFileEdit->setText(QDir::toNativeSeparators(path));
                                  Q_EMIT edited();
                              });
    });
}

NetworkForm::~NetworkForm() = default;

QFormLayout *NetworkForm::form() const
{
    return m_ui->form;
}

void NetworkForm::setSession(Session *session)
{
    m_ui->proxyPassword->bind(session, Session::Which::ProxyPassword);
}

void NetworkForm::fill(const profile::Profile &draft)
{
    const profile::NetworkOptions &network = draft.network;
    const QSignalBlocker quietly(m_ui->proxyPortBox);
    m_ui->proxyBox->setCurrentIndex(m_ui->proxyBox->findData(int(network.proxy)));
    m_ui->proxyPortBox->setValue(network.proxyPort);
    for (const auto &[edit, text] :
         {std::pair{m_ui->proxyHostEdit, network.proxyHost}, std::pair{m_ui->proxyUserEdit, network.proxyUser},
          std::pair{m_ui->authorityFileEdit, network.authorityFile}}) {
        if (edit->text() != text)
            edit->setText(text);
    }
    updateRows();
}

void NetworkForm::takeOver(profile::Profile &draft) const
{
    profile::NetworkOptions &network = draft.network;
    network.proxy = Proxy(m_ui->proxyBox->currentData().toInt());
    network.proxyHost = m_ui->proxyHostEdit->text();
    network.proxyPort = m_ui->proxyPortBox->value();
    network.proxyUser = m_ui->proxyUserEdit->text();
    network.authorityFile = m_ui->authorityFileEdit->text();
}

void NetworkForm::updateRows()
{
    const bool isManual = Proxy(m_ui->proxyBox->currentData().toInt()) == Proxy::Manual;
    m_ui->form->setRowVisible(m_ui->proxyHostRow, isManual);
    m_ui->form->setRowVisible(m_ui->proxyUserEdit, isManual);
    m_ui->form->setRowVisible(m_ui->proxyPassword, isManual);
}

QWidget *NetworkForm::widgetOf(const QString &field) const
{
    if (field == "network.proxy"_L1)
        return m_ui->proxyBox;
    if (field == "network.proxy_host"_L1)
        return m_ui->proxyHostEdit;
    if (field == "network.proxy_port"_L1)
        return m_ui->proxyPortBox;
    if (field == "network.proxy_user"_L1)
        return m_ui->proxyUserEdit;
    if (field == "network.proxy_password"_L1)
        return m_ui->proxyPassword;
    if (field == "network.authority_file"_L1)
        return m_ui->authorityFileEdit;
    return nullptr;
}

void NetworkForm::clearNotes()
{
    m_ui->proxyHostNote->setNote(QString());
    m_ui->proxyUserNote->setNote(QString());
    m_ui->proxyNote->showHelp();
    m_ui->authorityFileNote->showHelp();
}

void NetworkForm::showNote(const QString &field, const QString &text, models::Sign sign)
{
    if (field == "network.proxy_host"_L1 || field == "network.proxy_port"_L1)
        m_ui->proxyHostNote->setNote(text, sign);
    else if (field == "network.proxy_user"_L1)
        m_ui->proxyUserNote->setNote(text, sign);
    else if (field == "network.authority_file"_L1)
        m_ui->authorityFileNote->setNote(text, sign);
}

} // namespace gui
