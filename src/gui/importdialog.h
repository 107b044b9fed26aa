#pragma once

#include "core/result.h"
#include "core/secret.h"
#include "profile/profile.h"

#include <QDialog>

#include <memory>

namespace Ui {
class ImportDialog;
}

namespace gui {

/// What was found in a text that is to become an integration.
struct Imported {
    profile::Profile profile;
    core::Secret clientSecret;
    QStringList notes; ///< Translated sentences.
};

/// Reads Didomi's JSON, or a profile file (which gets an id of its own). `origin` is a file's name without its ending,
/// or empty.
core::Result<Imported> readImport(const QByteArray &json, const QString &origin);

/// Shows what an import holds, asks for its name and environment.
class ImportDialog : public QDialog
{
    Q_OBJECT

public:
    ImportDialog(const Imported &imported, QWidget *parent);
    ~ImportDialog() override;

    Imported imported() const; ///< With what was chosen.

private:
    std::unique_ptr<Ui::ImportDialog> m_ui;
    const Imported m_imported;
};

} // namespace gui
