#include "didomi/contract.h"

#include "didomi/errors.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QRegularExpression>

#include <algorithm>
#include <optional>

namespace didomi {

using namespace Qt::StringLiterals;
using core::Result;

namespace {

/// True or false, bare or inside an object that says more about the feature; nothing for other things.
std::optional<bool> flagIn(const QJsonValue &value)
{
    if (value.isBool())
        return value.toBool();
    for (const QLatin1StringView name : {"enabled"_L1, "value"_L1, "active"_L1, "is_enabled"_L1}) {
        if (value[name].isBool())
            return value[name].toBool();
    }
    return {};
}

QString nameIn(const QJsonValue &item)
{
    for (const QLatin1StringView name : {"id"_L1, "key"_L1, "name"_L1, "feature"_L1}) {
        if (const QString found = item[name].toString(); !found.isEmpty())
            return found;
    }
    return {};
}

QList<Feature> featuresOf(const QJsonObject &flags)
{
    QList<Feature> features;
    for (auto member = flags.begin(); member != flags.end(); ++member) {
        if (const std::optional<bool> flag = flagIn(*member))
            features.append({.id = member.key(), .isOn = *flag});
    }
    return features;
}

QList<Feature> featuresOf(const QJsonArray &list)
{
    QList<Feature> features;
    for (const QJsonValue &item : list) {
        if (item.isString()) // a list without flags is one of what there is
            features.append({.id = item.toString(), .isOn = true});
        else if (const QString name = nameIn(item); !name.isEmpty())
            features.append({.id = name, .isOn = flagIn(item).value_or(true)});
        else
            features += featuresOf(item.toObject()); // one object of flags, in a list
    }
    return features;
}

/// Nothing when it is not a contract.
std::optional<QList<Feature>> featuresIn(const QJsonDocument &document)
{
    if (document.isArray()) {
        const QList<Feature> features = featuresOf(document.array());
        return features.isEmpty() && !document.array().isEmpty() ? std::nullopt : std::optional(features);
    }
    if (!document.isObject())
        return {};
    const QJsonObject object = document.object();
    for (const QLatin1StringView envelope : {"data"_L1, "premium_features"_L1, "features"_L1}) {
        const QJsonValue inside = object.value(envelope);
        if (inside.isArray())
            return featuresIn(QJsonDocument(inside.toArray()));
        if (inside.isObject() && !flagIn(inside))
            return featuresIn(QJsonDocument(inside.toObject()));
    }
    const QList<Feature> features = featuresOf(object);
    return features.isEmpty() && !object.isEmpty() ? std::nullopt : std::optional(features);
}

/// The number that `text` begins with; -1 when it begins with none.
int leadingNumber(const QByteArray &text)
{
    static const QRegularExpression number(uR"(^\s*(\d{1,9})(?![\d]))"_s);
    const QRegularExpressionMatch match = number.match(QString::fromLatin1(text));
    return match.hasMatch() ? match.captured(1).toInt() : -1;
}

} // namespace

RateBudget readRateBudget(const net::Headers &headers)
{
    const auto older = [&headers](QByteArrayView name) { return leadingNumber(net::headerOf(headers, name)); };
    RateBudget budget{.limit = older("RateLimit-Limit"),
                      .remaining = older("RateLimit-Remaining"),
                      .resetSeconds = older("RateLimit-Reset")};
    for (const QByteArray &part : net::headerOf(headers, "RateLimit").replace(';', ',').split(',')) {
        const qsizetype equals = part.indexOf('=');
        const QByteArray name = part.left(equals).trimmed().toLower();
        const int value = equals < 0 ? -1 : leadingNumber(part.mid(equals + 1));
        if (name == "limit")
            budget.limit = value;
        else if (name == "remaining")
            budget.remaining = value;
        else if (name == "reset")
            budget.resetSeconds = value;
    }
    return budget;
}

Result<Contract> readContract(const net::Reply &reply)
{
    if (!reply.isSuccess()) {
        core::Error error = readError(reply);
        if (reply.status == 405 || reply.status == 501) // as little there as with a 404
            error.kind = core::Error::Kind::NotFound;
        return error;
    }
    std::optional<QList<Feature>> features = featuresIn(QJsonDocument::fromJson(reply.body));
    if (!features)
        return unreadableReply(reply);
    std::sort(features->begin(), features->end(),
              [](const Feature &left, const Feature &right) { return left.id < right.id; });
    return Contract{.features = *features, .budget = readRateBudget(reply.headers)};
}

} // namespace didomi
