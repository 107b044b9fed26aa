#include "sandbox/practice.h"

#include "sandbox/dataverse/schema.h"
#include "sandbox/sandbox.h"

#include <QCoreApplication>
#include <QUuid>

namespace sandbox {

using namespace Qt::StringLiterals;
using profile::Mapping;

namespace {

QString name(const char16_t *column)
{
    return QString::fromUtf16(column);
}

QList<Mapping> practiceMappings()
{
    using Polarity = Mapping::Polarity;
    return {
        {.column = name(column::newsletter),
         .value = u"consents_purposes_newsletter_enabled"_s,
         .polarity = Polarity::Direct},
        {.column = u"donotbulkemail"_s,
         .value = u"consents_purposes_newsletter_enabled"_s,
         .polarity = Polarity::Inverted},
        {.column = name(column::sms),
         .value = u"consents_purposes_sms_marketing_enabled"_s,
         .polarity = Polarity::Direct},
        {.column = name(column::frequency),
         .value = u"consents_purposes_newsletter_values_frequency-Qw3rTy7u"_s,
         .valueTable = {{u"daily-1"_s, u"100000000"_s},
                        {u"weekly-2"_s, u"100000001"_s},
                        {u"monthly-3"_s, u"100000002"_s}}},
        {.column = name(column::topics),
         .value = u"consents_purposes_newsletter_values_topics-Zx9cVb2n"_s,
         .valueTable = {{u"sports-1"_s, u"1"_s}, {u"culture-2"_s, u"2"_s}, {u"travel-3"_s, u"3"_s}}},
    };
}

} // namespace

QList<Mapping> currentMappings()
{
    const QString topic = webapi::stableId(u"msdynmkt_topic Sports"_s).toString(QUuid::WithoutBraces);
    return {{.column = u"10000000-0000-0000-0000-000000000003"_s, .value = u"consents_purposes_newsletter_enabled"_s},
            {.column = topic, .value = u"consents_purposes_newsletter_preferences_topics-Zx9cVb2n_values_sports-1"_s}};
}

profile::Profile practiceProfile(const Credentials &credentials)
{
    profile::Profile profile = profile::newProfile(QCoreApplication::translate("sandbox::Practice", "Practice"));
    profile.id = QUuid::createUuidV5(QUuid::fromString(credentials.clientId), credentials.dataverse)
                     .toString(QUuid::WithoutBraces);
    profile.kind = profile::EnvironmentKind::Practice;
    profile.integration.clientId = credentials.clientId;
    profile.integration.tenantId = credentials.tenant;
    profile.integration.instance = credentials.dataverse;
    profile.integration.mappings = practiceMappings();
    profile.didomi.organizationId = credentials.organizationId;
    profile.didomi.apiUrl = credentials.didomi;
    profile.didomi.keyId = credentials.didomiKey;
    profile.match = {.kind = profile::MatchRule::Kind::AlternateKey, .column = credentials.alternateKey};
    profile.options.authority = credentials.authority;
    profile.options.livePollSeconds = 2;
    return profile;
}

profile::Profile currentPracticeProfile(const Credentials &credentials)
{
    profile::Profile profile = practiceProfile(credentials);
    profile.id = QUuid::createUuidV5(QUuid::fromString(profile.id), u"current"_s).toString(QUuid::WithoutBraces);
    profile.name = QCoreApplication::translate("sandbox::Practice", "Practice (Current mode)");
    profile.integration.typeId = u"microsoft-dynamics-cpc"_s;
    profile.integration.mappings = currentMappings();
    profile.contactPoints = {};
    return profile;
}

} // namespace sandbox
