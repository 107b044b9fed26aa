#pragma once

#include <QJsonArray>
#include <QJsonObject>
#include <QString>
#include <QStringList>

namespace sandbox::didomi {

/// The purposes and preferences of the sandbox's organization: few, but with everything odd that real ones have.
///
/// Ids hold underscores and hyphens, one id is the beginning of another, one purpose is global, names are texts or
/// translations.
struct Purpose {
    QString id = {};
    QString english = {};
    QString french = {};
    QString details = {};
    bool isGlobal = false;
    QStringList preferences = {}; ///< Ids, in the tree's order.
};

struct PreferenceValue {
    QString id = {};
    QString english = {};
    QString french = {};
};

struct Preference {
    QString id = {};
    QString english = {};
    QString french = {};
    bool isMulti = false;
    bool isPlainName = false; ///< Its name is a text even where others are translated.
    QList<PreferenceValue> values = {};
};

const QList<Purpose> &purposes();
const QList<Preference> &preferences();
const QStringList &channels(); ///< "email", "sms"
const QStringList &regulations();

const Purpose *findPurpose(const QString &id);
const Preference *findPreference(const QString &id);

/// As GET /metadata/purposes, /preferences and /config-trees show them.
QJsonArray purposesJson(const QString &organizationId, bool withTranslations);
QJsonArray preferencesJson(const QString &organizationId);
QJsonArray configTreesJson(const QString &organizationId);

} // namespace sandbox::didomi
