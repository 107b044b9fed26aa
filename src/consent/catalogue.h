#pragma once

#include <QList>
#include <QString>

namespace consent {

struct PreferenceValue {
    QString id;
    QString name;
    bool operator==(const PreferenceValue &) const = default;
};

struct Preference {
    QString id;
    QString name;
    bool isMulti = false; ///< Several values may be picked.
    QList<PreferenceValue> values;
    bool operator==(const Preference &) const = default;
};

struct Purpose {
    QString id;
    QString name;              ///< Didomi calls it `description`.
    QString description;       ///< Didomi calls it `details`.
    bool isGlobal = false;     ///< Not the organisation's own (IAB, Didomi).
    QStringList preferenceIds; ///< From the configuration tree; empty when there is none.
    bool operator==(const Purpose &) const = default;
};

/// What an organisation can ask a person: the ids that value paths may hold.
struct Catalogue {
    QList<Purpose> purposes;
    QList<Preference> preferences;
    QStringList channels; ///< Ids of channels seen so far; Didomi offers no list of them.

    const Purpose *purpose(const QString &id) const;
    const Preference *preference(const QString &id) const;
    /// The name of a preference's value; its id when it has none or is not known.
    QString valueName(const QString &preferenceId, const QString &id) const;
    bool isEmpty() const { return purposes.isEmpty() && preferences.isEmpty(); }
    bool operator==(const Catalogue &) const = default;
};

} // namespace consent
