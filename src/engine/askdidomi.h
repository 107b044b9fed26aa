#pragma once

#include "engine/gathering.h"

#include <QHash>

namespace engine {

/// People whom Didomi is to be asked about one by one, and what it answered so far: kept outside of the job, so that
/// the next one goes on where an outage stopped this one.
struct DidomiQuestion {
    QStringList ids;
    QString regulation;
    QHash<qsizetype, core::Result<QList<consent::User>>> answers = {}; ///< By the id's index.
};

/// Asks about those of `question` that have no answer yet, several at once. Finishes with the error of an outage; what
/// is wrong with one person alone is told in SourcePart::problems, as is who is not known when `tellUnknown`.
/// `question` must outlive the job.
core::Job<SourcePart> *askDidomi(bridge::Link &link, DidomiQuestion &question, bool tellUnknown, QObject *parent);

/// A Didomi user asked for under `regulation`, as it is told to planners.
Told toldBy(const consent::User &user, const QString &regulation);

} // namespace engine
