#pragma once

#include "engine/plan.h"
#include "store/journal.h"

namespace engine {

/// Plans one push: finds the row and its current values in one request, converts each mapping, compares, decides.
///
/// `subjects` is one person as Didomi knows them: an event, or every user with the same organization_user_id. Where
/// several users say different things about a mapped value the item is a conflict: which is newer cannot be known from
/// users. Nothing is written; the journal is only read (it may be nullptr: then nothing is known of earlier writes).
///
/// Rules: no organization_user_id, another regulation, a pending event, an event that came from Dataverse, no match
/// without upsert mode → skipped. Several rows → conflict. Any value that cannot be converted → invalid, and nothing at
/// all is written for this person. An older choice than the one we wrote last is left alone. A create carries the match
/// column and a row id of our choosing (or goes as upsert by an Active key); missing system-required columns → invalid,
/// business-required ones → a warning.
///
/// In Current mode (ConsentPlanner): a second request reads all rows of consent of the person's addresses. No address,
/// or one that can be none → that line is left alone. Rows that are missing are made, with an id that follows from what
/// they are about; all rows that say something else are written. A deactivated or unknown purpose or topic → invalid.
/// An opt-out that somebody made in Dynamics after the choice is left alone.
core::Job<Plan> *planOne(bridge::Link &link, const bridge::Surroundings &surroundings, store::Journal *journal,
                         const QList<consent::Subject> &subjects, QObject *parent);

} // namespace engine
