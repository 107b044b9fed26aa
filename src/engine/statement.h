#pragma once

#include "engine/rules.h"

namespace engine {

/// What Didomi says about one mapping, all devices of the person taken together.
struct Statement {
    consent::Finding finding = {};
    bool isDisputed = false; ///< Two devices say different things; `finding` is one of them.
    QString found = {};      ///< For people: each different thing that is said; "no choice" when nothing is.
};

/// One statement for each mapping, same order. Devices that say nothing do not count.
QList<Statement> statementsOf(const Rules &rules, const QList<consent::Subject> &subjects);

/// The sources that devices disagree about, for people: "Newsletter, Offers by e-mail"; empty when there are none.
/// Mappings that only go to Didomi do not count.
QString disputedSources(const Rules &rules, const QList<Statement> &statements);

} // namespace engine
