#pragma once

#include "bridge/link.h"

#include <QHash>

namespace engine {

/// Somebody whose choices were known at some time.
struct KnownChoices {
    QString person; ///< organization_user_id
    QDateTime time; ///< Of the newest choice that was known.
};

/// Asks Didomi about people, several side by side, whether they chose anything since. The answer holds those whose
/// choices changed, or who are not known any more, each with a translated sentence. Nobody must become contactable by
/// what is not true any more.
core::Job<QHash<QString, QString>> *askAgain(bridge::Link &link, const QList<KnownChoices> &people, QObject *parent);

} // namespace engine
