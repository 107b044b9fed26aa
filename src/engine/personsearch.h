#pragma once

#include "bridge/surroundings.h"

namespace engine {

/// Somebody whom a search found.
struct FoundPerson {
    QString id;              ///< organization_user_id, as the match rule tells it from the row; never empty.
    QString name;            ///< The row's primary name; empty for whom only Didomi knows.
    QString detail;          ///< Where the searched text was found: an address, an id; may be empty.
    bool isInDidomi = false; ///< Didomi was asked for exactly this text and knows it.
    bool operator==(const FoundPerson &) const = default;
};

struct FoundPeople {
    QList<FoundPerson> people; ///< Each id once; whom Didomi knows by exactly that id first.
    bool isCut = false;        ///< There are more rows than were asked for.
    int withoutId = 0;         ///< Rows that were found but hold no id by which Didomi knows anybody.
    QString note;              ///< A translated sentence, when rows could not be searched or ids not be told.
};

/// Looks for people by a part of a name, an e-mail address or an id: exactly in Didomi, which has no other search
/// (didomi-api section 4), and in the name, e-mail and match columns of the table.
///
/// Where the match rule hashes ids they cannot be told from a row: then only Didomi is asked, and the note says so.
/// Fails when Didomi's answer or the rows cannot be read, and with Kind::Invalid for a blank text.
core::Job<FoundPeople> *searchPeople(bridge::Link &link, const bridge::Surroundings &surroundings, const QString &text,
                                     QObject *parent);

} // namespace engine
