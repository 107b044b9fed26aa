#pragma once

#include "consent/subject.h"
#include "consent/valuepath.h"
#include "core/result.h"
#include "profile/profile.h"

namespace mapping {

/// What a text template can name beside the value itself.
struct Facts {
    QString organizationUserId;
    QString userId;
    QString country;
    QString lastSeenCountry;
    QString regulation;
    QString purposeId;    ///< Of the row's path.
    QString preferenceId; ///< Of the row's path.
    QDateTime time = {};  ///< When the choice was made, UTC.
};

Facts factsOf(const consent::ValuePath &path, const consent::Subject &subject);

/// The names that a template may hold between braces: "value", "organization_user_id", "user_id", "country",
/// "last_seen_country", "regulation", "purpose", "preference", "time" (ISO 8601 in UTC), "date".
QStringList templateNames();

/// What is wrong with a step as it is set up, whoever's text comes: a template that cannot be read, a date format that
/// names no part of a date. Nothing when it is fine.
std::optional<core::Error> problemOf(const profile::Transform &transform);

/// `text` after all steps. An empty text stays empty: nothing is hashed, dated or put into a template. A name of which
/// nothing is known becomes empty in a template. Fails with Kind::Invalid, without a field; errors never repeat `text`.
core::Result<QString> transformed(const QString &text, const profile::Transforms &transforms, const Facts &facts = {});

/// True when `transforms` mix something of the person into a text that is not theirs.
bool namesThePerson(const profile::Transforms &transforms);

/// How many characters every text has after these steps, when a hash sets that; else 0.
int hashLength(const profile::Transforms &transforms);

/// A column that rows are found by, and what it must hold.
struct MatchPart {
    QString column;
    QString value;
    bool operator==(const MatchPart &) const = default;
};

/// What the row of this person must hold: in the match column first, then in the key's other columns. With a rule by
/// row id one part without a column. Fails where matchKey() does, and when the person lacks what a column needs: the
/// error names the column, and never a value.
core::Result<QList<MatchPart>> matchParts(const profile::MatchRule &rule, const consent::Subject &subject);

/// The columns that rows are found by; none with a rule by row id.
QStringList matchColumns(const profile::MatchRule &rule);

/// What the rows' match column holds for this person. Fails when the rule has steps that ids cannot go through.
core::Result<QString> matchKey(const profile::MatchRule &rule, const QString &organizationUserId);

/// True when Dataverse takes no such value in an alternate key's URL (dataverse-api section 4.1), so that the row must
/// be searched for: empty, control characters, one of / < > * % & : \ ? +
bool isRefusedByKeyUrls(const QString &value);

} // namespace mapping
