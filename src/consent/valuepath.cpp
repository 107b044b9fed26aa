#include "consent/valuepath.h"

namespace consent {

using namespace Qt::StringLiterals;

namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(consent::ValuePath)
};

QString nameOr(const QString &name, const QString &id)
{
    return name.isEmpty() ? id : name;
}

QString purposeName(const Catalogue &catalogue, const QString &id)
{
    const Purpose *purpose = catalogue.purpose(id);
    return purpose ? nameOr(purpose->name, id) : id;
}

QString preferenceName(const Catalogue &catalogue, const QString &id)
{
    const Preference *preference = catalogue.preference(id);
    return preference ? nameOr(preference->name, id) : id;
}

QString channelName(const QString &id)
{
    if (id == "email"_L1)
        return Text::tr("e-mail");
    if (id == "sms"_L1)
        return Text::tr("text message");
    if (id == "phone"_L1)
        return Text::tr("phone");
    return id;
}

/// "newsletter › topics", or "topics" when the path leaves the purpose open.
QString preferenceWords(const ValuePath &path, const Catalogue &catalogue)
{
    const QString preference = preferenceName(catalogue, path.preferenceId);
    if (path.purposeId.isEmpty())
        return preference;
    //: purpose, then one of its preferences
    return Text::tr("%1 › %2").arg(purposeName(catalogue, path.purposeId), preference);
}

QString identityWords(const QString &key)
{
    if (key == "organization_user_id"_L1)
        return Text::tr("organization user id");
    if (key == "country"_L1)
        return Text::tr("country");
    if (key == "last_seen_country"_L1)
        return Text::tr("last seen country");
    return Text::tr("Didomi user id");
}

} // namespace

bool ValuePath::isChoice() const
{
    switch (kind) {
    case Kind::Purpose:
    case Kind::PurposeInterest:
    case Kind::PurposeChannel:
    case Kind::Preference:
    case Kind::PreferenceChannel:
    case Kind::PreferenceValue:
        return true;
    case Kind::Unknown:
    case Kind::Identity:
    case Kind::Metadata:
    case Kind::PreferenceValues:
        return false;
    }
    return false;
}

QString ValuePath::toText() const
{
    const QString purpose = u"consents_purposes_"_s + purposeId;
    const QString preference =
        (purposeId.isEmpty() ? u"consents_preferences_"_s : purpose + u"_preferences_"_s) + preferenceId;
    switch (kind) {
    case Kind::Unknown:
        return text;
    case Kind::Identity:
        return key;
    case Kind::Metadata:
        return u"metadata_"_s + key;
    case Kind::Purpose:
        return purpose + u"_enabled"_s;
    case Kind::PurposeInterest:
        return purpose + u"_enabled_li"_s;
    case Kind::PurposeChannel: // the singular is the attested form
        return purpose + u"_channel_"_s + channelId + u"_enabled"_s;
    case Kind::Preference:
        return preference + u"_enabled"_s;
    case Kind::PreferenceChannel:
        return preference + u"_channel_"_s + channelId + u"_enabled"_s;
    case Kind::PreferenceValues: // follows the JSON: values.<preference>.value
        return purposeId.isEmpty() ? preference + u"_value"_s : purpose + u"_values_"_s + preferenceId + u"_value"_s;
    case Kind::PreferenceValue:
        return preference + u"_values_"_s + valueId;
    }
    return text;
}

QString describe(const ValuePath &path, const Catalogue &catalogue)
{
    switch (path.kind) {
    case ValuePath::Kind::Unknown:
        return path.text;
    case ValuePath::Kind::Identity:
        return identityWords(path.key);
    case ValuePath::Kind::Metadata:
        return Text::tr("metadata “%1”").arg(path.key);
    case ValuePath::Kind::Purpose:
        return purposeName(catalogue, path.purposeId);
    case ValuePath::Kind::PurposeInterest:
        return Text::tr("legitimate interest of %1").arg(purposeName(catalogue, path.purposeId));
    case ValuePath::Kind::PurposeChannel:
        //: a purpose or preference, then a channel: "newsletter by e-mail"
        return Text::tr("%1 by %2").arg(purposeName(catalogue, path.purposeId), channelName(path.channelId));
    case ValuePath::Kind::Preference:
        return preferenceWords(path, catalogue);
    case ValuePath::Kind::PreferenceChannel:
        return Text::tr("%1 by %2").arg(preferenceWords(path, catalogue), channelName(path.channelId));
    case ValuePath::Kind::PreferenceValues:
        return Text::tr("picked values of %1").arg(preferenceWords(path, catalogue));
    case ValuePath::Kind::PreferenceValue:
        return Text::tr("%1 › %2").arg(preferenceWords(path, catalogue),
                                       catalogue.valueName(path.preferenceId, path.valueId));
    }
    return path.text;
}

} // namespace consent
