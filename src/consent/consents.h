#pragma once

#include "consent/choice.h"

#include <QJsonObject>
#include <QList>
#include <QString>
#include <QStringList>

namespace consent {

struct ChannelChoice {
    QString id;
    Choice choice = Choice::None;
    bool operator==(const ChannelChoice &) const = default;
};

/// A preference of the first generation: a yes or no, perhaps per channel.
struct PreferenceChoice {
    QString id;
    Choice choice = Choice::None;
    QList<ChannelChoice> channels;
    bool operator==(const PreferenceChoice &) const = default;
};

/// A preference of the second generation: the ids of the values that were picked. No entry = no choice.
struct PreferenceValues {
    QString preferenceId;
    QStringList valueIds;
    bool operator==(const PreferenceValues &) const = default;
};

struct PurposeChoice {
    QString id;
    Choice choice = Choice::None;             ///< Consent.
    Choice legitimateInterest = Choice::None; ///< Refused = objected.
    QList<PreferenceValues> values;
    QList<PreferenceChoice> preferences;
    QList<ChannelChoice> channels;
    bool operator==(const PurposeChoice &) const = default;
};

/// Didomi's `consents` object, both generations read into one shape (didomi-api section 3.3).
struct Consents {
    QList<PurposeChoice> purposes;
    QList<ChannelChoice> channels;

    const PurposeChoice *purpose(const QString &id) const; ///< nullptr when there is none.
    bool operator==(const Consents &) const = default;
};

/// Reads a `consents` object; unknown members are ignored, missing ones are no choice.
Consents readConsents(const QJsonObject &object);

} // namespace consent
