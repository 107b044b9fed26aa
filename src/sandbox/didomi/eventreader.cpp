#include "sandbox/didomi/eventreader.h"

#include "sandbox/didomi/catalogue.h"

#include <algorithm>

namespace sandbox::didomi {

using namespace Qt::StringLiterals;

namespace {

/// Collects what is wrong, so that one refusal names it all.
class Complaints
{
public:
    void add(const QString &path, const QString &message)
    {
        m_errors << QJsonObject{{u"path"_s, path}, {u"message"_s, message}};
    }

    void require(bool condition, const QString &path, const QString &message)
    {
        if (!condition)
            add(path, message);
    }

    void throwIfAny() const
    {
        if (!m_errors.isEmpty())
            throw Refusal{.status = 400,
                          .message = m_errors.first().toObject().value("path"_L1).toString() + u": "_s +
                                     m_errors.first().toObject().value("message"_L1).toString(),
                          .errors = m_errors};
    }

private:
    QJsonArray m_errors;
};

bool isChoice(const QJsonValue &value)
{
    return value.isBool() || value.isNull() || value.isUndefined();
}

QJsonArray readChannels(const QJsonValue &value, const QString &path, Complaints &complaints)
{
    if (value.isUndefined())
        return {};
    complaints.require(value.isArray(), path, u"must be an array"_s);
    const QJsonArray list = value.toArray();
    for (int i = 0; i < list.size(); ++i) {
        const QJsonObject channel = list.at(i).toObject();
        const QString here = u"%1[%2]"_s.arg(path, QString::number(i));
        complaints.require(channels().contains(channel.value("id"_L1).toString()), here + u".id"_s,
                           u"unknown channel"_s);
        complaints.require(isChoice(channel.value("enabled"_L1)), here + u".enabled"_s, u"must be a boolean or null"_s);
    }
    return list;
}

void checkValues(const QJsonValue &value, const QString &path, Complaints &complaints)
{
    complaints.require(value.isObject(), path, u"must be an object"_s);
    const QJsonObject values = value.toObject();
    for (auto entry = values.begin(); entry != values.end(); ++entry) {
        const QString here = path + u'.' + entry.key();
        const Preference *preference = findPreference(entry.key());
        const QJsonValue text = entry->toObject().value("value"_L1);
        complaints.require(preference != nullptr, here, u"unknown preference"_s);
        complaints.require(text.isString(), here + u".value"_s,
                           u"must be a string of value ids, separated by commas"_s);
        if (!preference || !text.isString())
            continue;
        const QStringList ids = text.toString().split(u',', Qt::SkipEmptyParts);
        for (const QString &id : ids) {
            const bool isKnown = std::any_of(preference->values.cbegin(), preference->values.cend(),
                                             [&](const PreferenceValue &one) { return one.id == id.trimmed(); });
            complaints.require(isKnown, here + u".value"_s, u"unknown value id \"%1\""_s.arg(id.trimmed()));
        }
        complaints.require(preference->isMulti || ids.size() <= 1, here + u".value"_s, u"takes one value only"_s);
    }
}

QJsonArray readOldPreferences(const QJsonValue &value, const QString &path, Complaints &complaints)
{
    if (value.isUndefined())
        return {};
    complaints.require(value.isArray(), path, u"must be an array"_s);
    const QJsonArray list = value.toArray();
    for (int i = 0; i < list.size(); ++i) {
        const QJsonObject preference = list.at(i).toObject();
        const QString here = u"%1[%2]"_s.arg(path, QString::number(i));
        complaints.require(findPreference(preference.value("id"_L1).toString()) != nullptr, here + u".id"_s,
                           u"unknown preference"_s);
        complaints.require(isChoice(preference.value("enabled"_L1)), here + u".enabled"_s,
                           u"must be a boolean or null"_s);
        readChannels(preference.value("channels"_L1), here + u".channels"_s, complaints);
    }
    return list;
}

QJsonObject readPurpose(const QJsonObject &given, const QString &path, Complaints &complaints)
{
    QJsonObject purpose = given;
    complaints.require(findPurpose(given.value("id"_L1).toString()) != nullptr, path + u".id"_s,
                       u"unknown purpose \"%1\""_s.arg(given.value("id"_L1).toString()));
    for (const QString &name : {u"enabled"_s, u"enabled_li"_s})
        complaints.require(isChoice(given.value(name)), path + u'.' + name, u"must be a boolean or null"_s);
    if (given.contains("values"_L1))
        checkValues(given.value("values"_L1), path + u".values"_s, complaints);
    purpose.insert(u"values"_s, given.value("values"_L1).toObject());
    purpose.insert(u"preferences"_s,
                   readOldPreferences(given.value("preferences"_L1), path + u".preferences"_s, complaints));
    purpose.insert(u"channels"_s, readChannels(given.value("channels"_L1), path + u".channels"_s, complaints));
    return purpose;
}

QJsonObject readConsents(const QJsonValue &value, bool areVendorsRequired, const QString &path, Complaints &complaints)
{
    complaints.require(value.isObject(), path, u"is required and must be an object"_s);
    const QJsonObject given = value.toObject();
    QJsonObject consents;
    const QJsonValue purposeList = given.value("purposes"_L1);
    complaints.require(purposeList.isUndefined() || purposeList.isArray(), path + u".purposes"_s,
                       u"must be an array"_s);
    QJsonArray purposes;
    const QJsonArray givenPurposes = purposeList.toArray();
    for (int i = 0; i < givenPurposes.size(); ++i)
        purposes << readPurpose(givenPurposes.at(i).toObject(), u"%1.purposes[%2]"_s.arg(path, QString::number(i)),
                                complaints);
    consents.insert(u"purposes"_s, purposes);
    consents.insert(u"channels"_s, readChannels(given.value("channels"_L1), path + u".channels"_s, complaints));
    complaints.require(!areVendorsRequired || given.value("vendors"_L1).isObject(), path + u".vendors"_s,
                       u"is required"_s);
    complaints.require(given.value("vendors"_L1).isUndefined() || given.value("vendors"_L1).isObject(),
                       path + u".vendors"_s, u"must be an object"_s);
    consents.insert(u"vendors"_s, given.value("vendors"_L1).toObject());
    if (given.contains("tcfcs"_L1))
        consents.insert(u"tcfcs"_s, given.value("tcfcs"_L1));
    return consents;
}

} // namespace

void refuse(int status, const QString &message)
{
    throw Refusal{.status = status, .message = message};
}

QJsonObject readConsents(const QJsonValue &consents, bool areVendorsRequired, const QString &path)
{
    Complaints complaints;
    QJsonObject result = readConsents(consents, areVendorsRequired, path, complaints);
    complaints.throwIfAny();
    return result;
}

EventRequest readEvent(const QJsonValue &value, const QString &organizationId, bool areVendorsRequired,
                       const QString &path)
{
    Complaints complaints;
    complaints.require(value.isObject(), path.isEmpty() ? u"body"_s : path, u"must be an object"_s);
    const QJsonObject body = value.toObject();
    EventRequest request;

    const QJsonValue organization = body.value("organization_id"_L1);
    complaints.require(organization.isUndefined() || organization.toString() == organizationId,
                       path + u"organization_id"_s, u"is not that of the query"_s);

    const QJsonObject user = body.value("user"_L1).toObject();
    complaints.require(body.value("user"_L1).isObject(), path + u"user"_s, u"is required and must be an object"_s);
    request.userId = user.value("id"_L1).toString();
    request.organizationUserId = user.value("organization_user_id"_L1).toString();
    request.country = user.value("country"_L1).toString();
    request.userMetadata = user.value("metadata"_L1).toObject();

    Event &event = request.event;
    event.id = body.value("id"_L1).toString();
    request.hasId = body.contains("id"_L1);
    complaints.require(!request.hasId || !event.id.isEmpty(), path + u"id"_s, u"must be a text"_s);
    if (body.contains("created_at"_L1)) {
        event.createdAt = QDateTime::fromString(body.value("created_at"_L1).toString(), Qt::ISODateWithMs).toUTC();
        complaints.require(event.createdAt.isValid(), path + u"created_at"_s, u"must be an ISO 8601 date and time"_s);
    }
    const QString status = body.value("status"_L1).toString(u"confirmed"_s);
    complaints.require(status == u"confirmed" || status == u"pending_approval", path + u"status"_s,
                       u"must be confirmed or pending_approval"_s);
    event.isConfirmed = status == u"confirmed";
    event.regulation = body.value("regulation"_L1).toString(u"gdpr"_s);
    complaints.require(regulations().contains(event.regulation), path + u"regulation"_s, u"unknown regulation"_s);
    event.consents = readConsents(body.value("consents"_L1), areVendorsRequired, path + u"consents"_s, complaints);
    event.metadata = body.value("metadata"_L1).toObject();
    event.delegate = body.value("delegate"_L1).toObject();
    complaints.require(event.delegate.isEmpty() || event.delegate.value("id"_L1).isString(), path + u"delegate.id"_s,
                       u"is required"_s);
    complaints.throwIfAny();
    return request;
}

} // namespace sandbox::didomi
