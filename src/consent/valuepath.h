#pragma once

#include "consent/catalogue.h"
#include "consent/subject.h"

#include <QCoreApplication>

namespace consent {

/// Where in a person's consents a mapping looks: Didomi's `mappings[].value`, taken apart (didomi-api section 6.3).
///
/// The structure counts; toText() makes the text from it. Ids hold `_` and `-`, so a text can only be taken apart with
/// the organisation's catalogue.
struct ValuePath {
    enum class Kind {
        Unknown,           ///< Kept as it was written; evaluates to nothing.
        Identity,          ///< `key`: organization_user_id, id, user_id, country, last_seen_country
        Metadata,          ///< `key` of the user's metadata
        Purpose,           ///< choice on purpose
        PurposeInterest,   ///< legitimate interest of purpose (`_enabled_li`)
        PurposeChannel,    ///< choice on channel of purpose
        Preference,        ///< first generation: choice on preference (of purpose, or of any when purposeId is empty)
        PreferenceChannel, ///< first generation: choice on channel of preference
        PreferenceValues,  ///< second generation: the picked values, as text
        PreferenceValue,   ///< second generation: whether valueId is among the picked ones
    };

    Kind kind = Kind::Unknown;
    QString purposeId;
    QString preferenceId;
    QString valueId;
    QString channelId;
    QString key;
    QString text; ///< As it was written; what is saved and exported.

    /// True when it evaluates to given / refused / no choice, false when to text.
    bool isChoice() const;

    /// The text that this structure is written as; `text` when Unknown.
    QString toText() const;

    bool operator==(const ValuePath &) const = default;
};

/// A value path taken apart, with what there is to say about it.
struct ParsedPath {
    enum class Verdict {
        Resolved,
        UnknownId, ///< The form is right, an id is not in the catalogue. Evaluated as written all the same.
        Ambiguous, ///< Several ways to cut it. When the catalogue knows all ids of several, the longest purpose id is
                   ///< taken; without a catalogue, keywords are read as keywords (the shortest ids).
        NotAPath, ///< Not of the grammar at all; kept verbatim, evaluates to nothing.
    };

    ValuePath path;
    Verdict verdict = Verdict::NotAPath;
    QString problem; ///< A translated sentence; empty when resolved.
};

/// Takes `text` apart. Never fails: what is not understood is kept and flagged. With an empty catalogue (not loaded
/// yet) unknown ids are not flagged unless there are several ways to cut the text.
ParsedPath parseValuePath(const QString &text, const Catalogue &catalogue);

/// What a path finds in a person.
struct Finding {
    enum class Kind {
        Absent, ///< No choice, no such entry, an unknown path: nothing is to be written.
        Choice,
        Text,
    };

    Kind kind = Kind::Absent;
    Choice choice = Choice::None; ///< With Kind::Choice: Given, Refused or Pending.
    QString text = {};            ///< With Kind::Text. Several picked values are joined by ",".
    /// With Kind::Absent: the source cannot tell that there is no choice (a partial event, an unknown path), so not
    /// even a "no choice" literal may be written: it would wipe out what an earlier choice wrote.
    bool isUntold = false;

    bool operator==(const Finding &) const = default;
};

/// Looks `path` up. A null `enabled` and a missing purpose are both Absent. In an event that waits for approval
/// everything but the person's identity is Choice::Pending. Where a person has several entries for the same thing (a
/// preference under two purposes), the stricter one counts.
Finding evaluate(const ValuePath &path, const Subject &subject);

/// "newsletter", "newsletter by e-mail", …: the path in words, with the catalogue's names.
QString describe(const ValuePath &path, const Catalogue &catalogue);

} // namespace consent
