#pragma once

#include "mapping/consenttree.h"

#include <QDateTime>

namespace mapping {

/// What a row of consent says (dynamics-consent-tables section 4, msdynmkt_consentvalue).
enum class ConsentValue { NotSet, OptedIn, OptedOut };

QString consentValueText(ConsentValue value); ///< Translated: "opted in".
QString consentValueWord(ConsentValue value); ///< For JSON: "opted-in".

/// One row's say.
struct ConsentSay {
    QDateTime modifiedOn;
    ConsentValue value = ConsentValue::NotSet;
};

/// Of several rows about the same, the one that was modified last counts, be it active or not; no row is "not set".
/// Of rows modified in the same second the stricter one: which came last cannot be known.
ConsentValue effectiveConsent(const QList<ConsentSay> &says);

/// True when `one` can let something be sent that `other` does not: opted out, not set, opted in.
bool isLooser(ConsentValue one, ConsentValue other);

/// True when `value` lets something be sent under that model: the grid of dynamics-consent-tables section 7.
bool lets(Enforcement model, ConsentValue value);

/// Whether something would be sent, and what decided.
struct Sending {
    enum class Decision {
        Allowed,
        NotAsked,    ///< Sent, as the purpose asks nobody.
        NoObjection, ///< Sent: nobody opted out, and that is enough.
        PurposeOptedOut,
        PurposeNotOptedIn,
        TopicOptedOut,
        TopicNotOptedIn,
    };
    Decision decision = Decision::PurposeNotOptedIn;
    bool isSent() const;
    bool operator==(const Sending &) const = default;
};

/// The purpose is asked first, then the topic, by the purpose's model; both must let it pass. `topic` is nothing for
/// what hangs on the purpose alone.
Sending sendingUnder(Enforcement model, ConsentValue purpose, std::optional<ConsentValue> topic);

/// Why: one translated sentence, "It would be sent: “Newsletter” is opted in." Calculated, as section 7 has it: the
/// product's own decision may know more (business units, consent providers, caches).
QString sendingText(const Sending &sending, const QString &purposeName, const QString &topicName);
QString sendingWord(const Sending &sending); ///< For JSON: "purpose-opted-out".

} // namespace mapping
