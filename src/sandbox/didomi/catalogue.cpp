#include "sandbox/didomi/catalogue.h"

#include <algorithm>

namespace sandbox::didomi {

using namespace Qt::StringLiterals;

namespace {

constexpr auto createdAt = "2025-02-01T10:00:00.000Z"_L1;

QJsonObject translated(const QString &english, const QString &french)
{
    return {{u"en"_s, english}, {u"fr"_s, french}};
}

QJsonObject preferenceJson(const Preference &preference, const QString &organizationId)
{
    QJsonArray values;
    for (const PreferenceValue &value : preference.values)
        values << QJsonObject{
            {u"id"_s, value.id}, {u"name"_s, translated(value.english, value.french)}, {u"order"_s, values.size()}};
    return {{u"id"_s, preference.id},
            {u"name"_s, preference.isPlainName ? QJsonValue(preference.english)
                                               : QJsonValue(translated(preference.english, preference.french))},
            {u"description"_s, translated(QString(), QString())},
            {u"type"_s, preference.isMulti ? u"multi"_s : u"single"_s},
            {u"values"_s, values},
            {u"organization_id"_s, organizationId},
            {u"created_at"_s, createdAt},
            {u"updated_at"_s, createdAt}};
}

QJsonObject branchJson(const Preference &preference, const QString &organizationId, const QJsonValue &parentValue,
                       const QJsonArray &below)
{
    return {{u"preference"_s, preferenceJson(preference, organizationId)},
            {u"parent_preference_value_id"_s, parentValue},
            {u"selected_preferences"_s, below}};
}

} // namespace

const QList<Purpose> &purposes()
{
    static const QList<Purpose> all = {
        {.id = u"newsletter"_s,
         .english = u"Newsletter"_s,
         .french = u"Lettre d’information"_s,
         .details = u"News once in a while."_s,
         .preferences = {u"frequency-Qw3rTy7u"_s, u"topics-Zx9cVb2n"_s}},
        {.id = u"newsletter-a1B2c3D4"_s,
         .english = u"Product news"_s,
         .french = u"Nouveautés produits"_s,
         .details = u"What is new in the shop."_s,
         .preferences = {u"topics-Zx9cVb2n"_s}},
        {.id = u"content_personalization"_s,
         .english = u"Personalised content"_s,
         .french = u"Contenu personnalisé"_s,
         .details = u"Pages that suit your interests."_s},
        {.id = u"sms_marketing"_s,
         .english = u"Offers by SMS"_s,
         .french = u"Offres par SMS"_s,
         .details = u"Short messages with offers."_s,
         .preferences = {u"preferred_hours-Lk8jHg5f"_s}},
        {.id = u"geolocation_data"_s,
         .english = u"Precise location"_s,
         .french = u"Localisation précise"_s,
         .details = u"Where you are, to the metre."_s},
        {.id = u"cookies"_s,
         .english = u"Store and access information on a device"_s,
         .french = u"Stocker et consulter des informations sur un appareil"_s,
         .details = u"Cookies and the like."_s,
         .isGlobal = true},
    };
    return all;
}

const QList<Preference> &preferences()
{
    static const QList<Preference> all = {
        {.id = u"frequency-Qw3rTy7u"_s,
         .english = u"Frequency"_s,
         .french = u"Fréquence"_s,
         .isMulti = false,
         .values = {{u"daily-1"_s, u"Daily"_s, u"Chaque jour"_s},
                    {u"weekly-2"_s, u"Weekly"_s, u"Chaque semaine"_s},
                    {u"monthly-3"_s, u"Monthly"_s, u"Chaque mois"_s}}},
        {.id = u"topics-Zx9cVb2n"_s,
         .english = u"Topics"_s,
         .french = u"Thèmes"_s,
         .isMulti = true,
         .values = {{u"sports-1"_s, u"Sports"_s, u"Sport"_s},
                    {u"culture-2"_s, u"Culture"_s, u"Culture"_s},
                    {u"travel-3"_s, u"Travel"_s, u"Voyage"_s}}},
        {.id = u"sports_kind-Mn4bVc6x"_s,
         .english = u"Kind of sports"_s,
         .french = u"Quel sport"_s,
         .isMulti = true,
         .values = {{u"ball_games-1"_s, u"Ball games"_s, u"Jeux de balle"_s},
                    {u"outdoor-2"_s, u"Outdoor"_s, u"Plein air"_s}}},
        {.id = u"preferred_hours-Lk8jHg5f"_s,
         .english = u"Preferred hours"_s,
         .french = u"Heures préférées"_s,
         .isMulti = false,
         .isPlainName = true,
         .values = {{u"morning-1"_s, u"Morning"_s, u"Matin"_s}, {u"evening-2"_s, u"Evening"_s, u"Soir"_s}}},
    };
    return all;
}

const QStringList &channels()
{
    static const QStringList all = {u"email"_s, u"sms"_s};
    return all;
}

const QStringList &regulations()
{
    static const QStringList all = {u"gdpr"_s, u"cpra"_s, u"cpa"_s, u"ctdpa"_s, u"vcdpa"_s};
    return all;
}

const Purpose *findPurpose(const QString &id)
{
    const auto found =
        std::find_if(purposes().cbegin(), purposes().cend(), [&](const Purpose &one) { return one.id == id; });
    return found == purposes().cend() ? nullptr : &*found;
}

const Preference *findPreference(const QString &id)
{
    const auto found =
        std::find_if(preferences().cbegin(), preferences().cend(), [&](const Preference &one) { return one.id == id; });
    return found == preferences().cend() ? nullptr : &*found;
}

QJsonArray purposesJson(const QString &organizationId, bool withTranslations)
{
    QJsonArray list;
    for (const Purpose &purpose : purposes()) {
        // "description" is the name: that is how the service has it.
        list << QJsonObject{
            {u"id"_s, purpose.id},
            {u"description"_s,
             withTranslations ? QJsonValue(translated(purpose.english, purpose.french)) : QJsonValue(purpose.english)},
            {u"details"_s,
             withTranslations ? QJsonValue(translated(purpose.details, purpose.details)) : QJsonValue(purpose.details)},
            {u"organization_id"_s, purpose.isGlobal ? QJsonValue() : QJsonValue(organizationId)},
            {u"namespaces"_s, purpose.isGlobal ? QJsonObject{{u"didomi"_s, purpose.id}, {u"iab2"_s, u"1"_s}}
                                               : QJsonObject{{u"custom"_s, purpose.id}}},
            {u"regulations_id"_s, QJsonArray{u"gdpr"_s}},
            {u"type"_s, u"purpose"_s},
            {u"metadata"_s, QJsonObject()},
            {u"created_at"_s, createdAt},
            {u"updated_at"_s, createdAt},
        };
    }
    return list;
}

QJsonArray preferencesJson(const QString &organizationId)
{
    QJsonArray list;
    for (const Preference &preference : preferences())
        list << preferenceJson(preference, organizationId);
    return list;
}

QJsonArray configTreesJson(const QString &organizationId)
{
    const Preference &sportsKind = *findPreference(u"sports_kind-Mn4bVc6x"_s);
    QJsonArray selected;
    for (const Purpose &purpose : purposes()) {
        QJsonArray below;
        for (const QString &id : purpose.preferences) {
            QJsonArray deeper; // whoever chooses sports is asked which
            if (id == u"topics-Zx9cVb2n")
                deeper << branchJson(sportsKind, organizationId, u"sports-1"_s, {});
            below << branchJson(*findPreference(id), organizationId, QJsonValue(), deeper);
        }
        selected << QJsonObject{
            {u"purpose_id"_s, purpose.id},
            {u"order"_s, selected.size()},
            {u"purpose"_s, QJsonObject{{u"id"_s, purpose.id},
                                       {u"description"_s, translated(purpose.english, purpose.french)},
                                       {u"details"_s, translated(purpose.details, purpose.details)}}},
            {u"selected_preferences"_s, below}};
    }
    return {QJsonObject{
        {u"id"_s, u"tree-1"_s}, {u"organization_id"_s, organizationId}, {u"selected_purposes"_s, selected}}};
}

} // namespace sandbox::didomi
