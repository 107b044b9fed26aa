#include "engine/sourcebody.h"

#include "consent/jsonview.h"
#include "engine/bodyshape.h"

#include <QCoreApplication>
#include <QCryptographicHash>
#include <QJsonArray>
#include <QJsonDocument>

#include <algorithm>

namespace engine {

using namespace Qt::StringLiterals;
using core::Error;
using core::Result;

namespace {

struct Texts {
    Q_DECLARE_TR_FUNCTIONS(engine::SourceBody)
};

constexpr auto separator = "__"_L1; // of the flatten option (didomi-api section 9)

Error invalid(const QString &message, const QString &field)
{
    return {.kind = Error::Kind::Invalid,
            .message = message,
            .fix = Texts::tr("Send the whole body as Didomi makes it."),
            .field = field};
}

/// Puts `value` where a flattened name says: "user__id", "purposes__0__id".
QJsonValue withMember(const QJsonValue &whole, const QStringList &path, const QJsonValue &value)
{
    if (path.isEmpty())
        return value;
    const QStringList rest = path.mid(1);
    bool isIndex = false;
    const int index = path.constFirst().toInt(&isIndex);
    constexpr int mostEntries = 10'000;
    if (isIndex && index >= 0 && index < mostEntries && !whole.isObject()) {
        QJsonArray list = whole.toArray();
        while (list.size() <= index)
            list.append(QJsonValue::Null);
        list[index] = withMember(list.at(index), rest, value);
        return list;
    }
    QJsonObject object = whole.toObject();
    object[path.constFirst()] = withMember(object.value(path.constFirst()), rest, value);
    return object;
}

/// Undoes the flatten option for the members whose names begin with one of `prefixes`. Other names may hold the
/// separator by themselves.
QJsonObject unflattened(const QJsonObject &object, std::initializer_list<QLatin1StringView> prefixes)
{
    const auto isFlat = [&](const QString &name) {
        return std::any_of(prefixes.begin(), prefixes.end(),
                           [&](QLatin1StringView prefix) { return name.startsWith(prefix); });
    };
    QJsonValue whole = QJsonObject();
    for (auto member = object.begin(); member != object.end(); ++member)
        whole = withMember(whole, isFlat(member.key()) ? member.key().split(separator) : QStringList{member.key()},
                           member.value());
    return whole.toObject();
}

QJsonObject unflattenedEnvelope(const QJsonObject &object)
{
    QJsonObject whole = unflattened(object, {"parameters__"_L1, "entity__"_L1});
    QJsonObject parameters = whole.value(u"parameters"_s).toObject();
    if (const QJsonValue entity = whole.take(u"entity"_s); entity.isObject())
        parameters.insert(u"entity"_s, entity);
    for (const QString &name : {u"entity"_s, u"new_entity"_s}) {
        if (parameters.value(name).isObject())
            parameters[name] =
                unflattened(parameters.value(name).toObject(), {"user__"_L1, "consents__"_L1, "metadata__"_L1});
    }
    if (!parameters.isEmpty())
        whole[u"parameters"_s] = parameters;
    return whole;
}

Result<SourceBody> readBody(const QString &type, const QString &regulation, const QJsonObject &entity)
{
    SourceBody body{.type = type, .entity = entity};
    const bool isOfUser = type.startsWith("user."_L1);
    if (type == "event.created"_L1) {
        QJsonObject told = entity;
        if (told.value(u"regulation"_s).toString().isEmpty() && !regulation.isEmpty())
            told.insert(u"regulation"_s, regulation);
        const auto event = consent::readEvent(told);
        if (!event)
            return event.error();
        body.kind = SourceBody::Kind::Event;
        body.subject = consent::subjectOf(*event);
    } else if (isOfUser) {
        const auto user = consent::readUser(entity);
        if (!user) {
            Error error = user.error();
            error.kind = Error::Kind::Invalid; // somebody sent it to us
            return error;
        }
        body.kind = type == "user.deleted"_L1 ? SourceBody::Kind::Reminder : SourceBody::Kind::User;
        body.subject = consent::subjectOf(*user);
    } else {
        const QJsonObject user = entity.value(u"user"_s).toObject();
        body.subject.sourceId = entity.value(u"id"_s).toString();
        body.subject.userId = user.value(u"id"_s).toString();
        body.subject.organizationUserId = user.value(u"organization_user_id"_s).toString();
    }
    if (body.subject.regulation.isEmpty())
        body.subject.regulation = regulation;
    body.regulation = body.subject.regulation.isEmpty() ? u"gdpr"_s : body.subject.regulation.toLower();
    if (body.subject.sourceId.isEmpty() && body.kind != SourceBody::Kind::Event)
        return invalid(Texts::tr("What “%1” is about has no “id”.").arg(type), u"id"_s);
    return body;
}

Result<SourceBodies> readEnvelope(const QJsonObject &object)
{
    const QString type = object.value(u"type"_s).toString();
    if (type.isEmpty())
        return invalid(Texts::tr("The webhook does not say what it is about: “type” is missing."), u"type"_s);
    static const QStringList relevant{u"user.created"_s,  u"user.updated"_s,  u"user.deleted"_s,
                                      u"event.created"_s, u"event.updated"_s, u"event.deleted"_s};
    if (!relevant.contains(type))
        return SourceBodies{.bodies = {}, .irrelevant = 1};
    const QJsonObject parameters = object.value(u"parameters"_s).toObject();
    const QString name = parameters.value(u"new_entity"_s).isObject() ? u"new_entity"_s : u"entity"_s;
    if (!parameters.value(name).isObject())
        return invalid(Texts::tr("The webhook carries no entity: “parameters.%1” is missing.").arg(name),
                       u"parameters."_s + name);
    const auto body = readBody(type, object.value(u"regulation"_s).toString(), parameters.value(name).toObject());
    if (!body)
        return body.error();
    return SourceBodies{.bodies = {*body}};
}

Result<SourceBodies> readAnswer(const QJsonArray &data)
{
    SourceBodies all;
    for (const QJsonValue &one : data) {
        const auto read = readSourceBodies(one.toObject());
        if (!read)
            return read.error();
        all.bodies += read->bodies;
        all.irrelevant += read->irrelevant;
    }
    return all;
}

QDateTime timeOf(const SourceBody &body)
{
    return body.subject.time;
}

/// Version and time tell two states of one entity apart; where Didomi gives neither, all that it says does.
QString stampOf(const SourceBody &body)
{
    const QString version = body.entity.value(u"version"_s).toVariant().toString();
    const QString updatedAt = body.entity.value(u"updated_at"_s).toString();
    if (body.kind == SourceBody::Kind::User && timeOf(body).isValid())
        return version + u'@' + QString::number(timeOf(body).toMSecsSinceEpoch());
    if (body.kind == SourceBody::Kind::Event && !body.subject.sourceId.isEmpty())
        return updatedAt; // an event with an id is told once
    if (!version.isEmpty() || !updatedAt.isEmpty())
        return version + u'@' + updatedAt;
    const QByteArray all = QJsonDocument(body.entity).toJson(QJsonDocument::Compact);
    return QString::fromLatin1(QCryptographicHash::hash(all, QCryptographicHash::Sha256).toHex());
}

} // namespace

Result<SourceBodies> readSourceBodies(const QJsonObject &flatOrNot)
{
    const QJsonObject object = unflattenedEnvelope(flatOrNot);
    const auto one = [](const Result<SourceBody> &body) -> Result<SourceBodies> {
        if (!body)
            return body.error();
        return SourceBodies{.bodies = {*body}};
    };
    switch (bodyShapeOf(consent::QtJson(object))) {
    case BodyShape::Envelope:
        return readEnvelope(object);
    case BodyShape::Answer:
        return readAnswer(object.value(u"data"_s).toArray());
    case BodyShape::Event:
        return one(readBody(u"event.created"_s, {}, object));
    case BodyShape::Record:
        return one(readBody(u"user.updated"_s, {}, object.value(u"user"_s).toObject()));
    case BodyShape::User:
        return one(readBody(u"user.updated"_s, {}, object));
    case BodyShape::Unknown:
        break;
    }
    return invalid(Texts::tr("This is neither a webhook, nor a consent event, nor a user."), u"type"_s);
}

store::Arrival arrivalOf(const SourceBody &body, const QString &profileId, const QString &source)
{
    // Created and updated are states of the same user, whoever tells of them.
    const QString what = body.kind == SourceBody::Kind::User ? u"user"_s : body.type;
    const QJsonObject envelope{{u"type"_s, body.type},
                               {u"regulation"_s, body.subject.regulation},
                               {u"parameters"_s, QJsonObject{{u"entity"_s, body.entity}}}};
    return {.profileId = profileId,
            .source = source,
            .key = QStringList{what, body.subject.sourceId, stampOf(body), body.regulation}.join(u'|'),
            .person = body.subject.organizationUserId,
            .arrivedAt = {},
            .changedAt = timeOf(body),
            .body = QJsonDocument(envelope).toJson(QJsonDocument::Compact)};
}

Result<SourceBody> bodyOf(const store::Arrival &arrival)
{
    const auto read = readEnvelope(QJsonDocument::fromJson(arrival.body).object());
    if (!read)
        return read.error();
    if (read->bodies.size() != 1)
        return invalid(Texts::tr("What is queued for this arrival cannot be read."), u"body"_s);
    return read->bodies.constFirst();
}

} // namespace engine
