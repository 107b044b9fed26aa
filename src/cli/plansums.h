#pragma once

#include "store/plansums.h"

#include <QJsonObject>
#include <QTextStream>

namespace cli {

// What a plan would do, as it is told on a terminal and in JSON.

/// {items, outcomes{create{items, ticked}, …}, effects{permits, forbids, creates, lacks_required, warnings},
/// reasons[{outcome, id, reason, items, ticked}]}
QJsonObject asJson(const store::PlanSums &sums);

void print(const store::PlanSums &sums, QTextStream &out);

/// {permits, forbids, creates, lacks_required, warning}, those that hold.
QStringList effectWords(store::Effects effects);
std::optional<store::Effect> effectFromWord(const QString &word);

} // namespace cli
