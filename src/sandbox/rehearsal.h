#pragma once

#include "profile/profile.h"

#include <functional>

namespace sandbox {

struct Credentials;

/// Something that can go wrong, to be tried on purpose: what is switched in the sandbox, and what is entered wrongly in
/// the integration.
struct Rehearsal {
    QString id;                                        ///< "secret-expired"; for command lines.
    QString title;                                     ///< Translated: "The client secret has expired".
    QString step;                                      ///< The step that shows it, by diagnosis' word for it: "token".
    bool isWarning = false;                            ///< That step warns; otherwise it fails.
    QStringList faults = {};                           ///< "name=value", see Faults::kinds().
    std::function<void(profile::Profile &)> edit = {}; ///< What the user would have entered wrongly; may be empty.
};

/// Every failing and warning state of every step of the connection test, in the order of the steps. `folder` is where
/// files that an integration refers to (certificates) may be written.
QList<Rehearsal> rehearsals(const Credentials &credentials, const QString &folder);

class Sandbox;

/// Sets the rehearsal's faults, and none but them, and writes the files that its edit refers to.
core::Result<core::Nothing> prepareRehearsal(Sandbox &sandbox, const Rehearsal &rehearsal, const QString &folder);

} // namespace sandbox
