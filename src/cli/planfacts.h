#pragma once

#include "core/result.h"
#include "store/rundata.h"

#include <QJsonObject>
#include <QMap>
#include <QTextStream>

namespace cli {

/// What a plan would do, counted from its groups.
struct PlanFacts {
    struct Count {
        qint64 items = 0;
        qint64 ticked = 0;
    };
    QMap<store::Planned, Count> outcomes;
    qint64 items = 0;
    // Of those that are ticked and written:
    qint64 writes = 0;
    qint64 permits = 0;
    qint64 forbids = 0;
    qint64 creates = 0;
    qint64 lacksRequired = 0;
    qint64 warnings = 0;
    QList<store::RunGroup> reasons; ///< One for each outcome and reason, the most frequent first.
};

PlanFacts factsOf(const QList<store::RunGroup> &groups);

/// {items, outcomes{create{items, ticked}, …}, effects{permits, forbids, creates, lacks_required, warnings},
/// reasons[{outcome, id, reason, items, ticked}]}
QJsonObject asJson(const PlanFacts &facts);

/// "1,204 people become contactable.", "310 people stop being contactable.", and so on for what is created.
QStringList effectSentences(const PlanFacts &facts);

void print(const PlanFacts &facts, QTextStream &out);

/// {permits, forbids, creates, lacks_required, warning}, those that hold.
QStringList effectWords(store::Effects effects);
std::optional<store::Effect> effectFromWord(const QString &word);

} // namespace cli
