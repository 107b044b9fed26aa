#include "gui/importdialog.h"

#include "profile/instance.h"
#include "ui_importdialog.h"

#include <QPushButton>

namespace gui {

using namespace Qt::StringLiterals;

core::Result<Imported> readImport(const QByteArray &json, const QString &origin)
{
    const auto integration = profile::importIntegration(json);
    if (integration) {
        Imported imported;
        const auto instance = profile::normaliseInstance(integration->integration.instance);
        const QString host = instance ? instance->url.host().section(u'.', 0, 0) : QString();
        imported.profile = profile::newProfile(!origin.isEmpty() ? origin
                                               : !host.isEmpty() ? host
                                                                 : ImportDialog::tr("Imported integration"));
        imported.profile.integration = integration->integration;
        imported.clientSecret = integration->clientSecret;
        imported.notes = integration->notes;
        return imported;
    }
    if (const auto file = profile::readProfile(json)) {
        Imported imported;
        imported.profile = *file;
        imported.profile.id = profile::newProfile({}).id; // a copy, not the same one twice
        for (profile::SecretRef *ref : profile::secretPlaces(imported.profile)) {
            const bool isOurs =
                ref->kind == profile::SecretRef::Kind::Keychain || ref->kind == profile::SecretRef::Kind::Session;
            if (isOurs)
                *ref = {};
        }
        imported.notes += ImportDialog::tr(
            "This is a profile file of Consent Bridge. Secrets are not part of such files: enter them again.");
        return imported;
    }
    return integration.error();
}

ImportDialog::ImportDialog(const Imported &imported, QWidget *parent)
    : QDialog(parent), m_ui(std::make_unique<Ui::ImportDialog>()), m_imported(imported)
{
    m_ui->setupUi(this);
    setMinimumWidth(64 * fontMetrics().averageCharWidth());
    m_ui->helpNote->setNote(tr("The integration opens unsaved: look at it, complete it, test it, then save."));
    m_ui->nameEdit->setText(imported.profile.name);
    m_ui->nameEdit->selectAll();
    for (const auto kind : {profile::EnvironmentKind::Production, profile::EnvironmentKind::Sandbox,
                            profile::EnvironmentKind::Development})
        m_ui->kindBox->addItem(profile::environmentText(kind), int(kind));
    m_ui->kindBox->setCurrentIndex(std::max(0, m_ui->kindBox->findData(int(imported.profile.kind))));
    const QString mappings = tr("%n mapping(s)", nullptr, int(imported.profile.integration.mappings.size()));
    const QString upsert = imported.profile.integration.upsertMode ? tr("upsert mode on") : tr("upsert mode off");
    const QString secret = imported.clientSecret.isEmpty() ? tr("no client secret") : tr("a client secret");
    m_ui->foundLabel->setText(tr("Found: %1, %2, %3.").arg(mappings, upsert, secret));
    m_ui->notesNote->setNote(imported.notes.join(u'\n'), models::Sign::Warning);
    QPushButton *import = m_ui->buttons->button(QDialogButtonBox::Ok);
    import->setText(tr("&Import"));
    connect(m_ui->nameEdit, &QLineEdit::textChanged, this,
            [import](const QString &name) { import->setEnabled(!name.trimmed().isEmpty()); });
    connect(m_ui->buttons, &QDialogButtonBox::accepted, this, &QDialog::accept);
    connect(m_ui->buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
}

ImportDialog::~ImportDialog() = default;

Imported ImportDialog::imported() const
{
    Imported chosen = m_imported;
    chosen.profile.name = m_ui->nameEdit->text().trimmed();
    chosen.profile.kind = profile::EnvironmentKind(m_ui->kindBox->currentData().toInt());
    return chosen;
}

} // namespace gui
