#include "consent/valuepath.h"

#include <QLocale>

namespace consent {

using namespace Qt::StringLiterals;

namespace {

Choice choiceOn(const QList<ChannelChoice> &channels, const QString &id)
{
    Choice choice = Choice::None;
    for (const ChannelChoice &channel : channels) {
        if (channel.id == id)
            choice = stricter(choice, channel.choice);
    }
    return choice;
}

/// Calls `use` for the purpose that the path names, or for all when it leaves the purpose open.
template <typename Use>
void eachPurpose(const ValuePath &path, const Subject &subject, Use use)
{
    for (const PurposeChoice &purpose : subject.consents.purposes) {
        if (path.purposeId.isEmpty() || purpose.id == path.purposeId)
            use(purpose);
    }
}

/// The picked values of the path's preference, one list per purpose that has an entry.
QList<QStringList> pickedValues(const ValuePath &path, const Subject &subject)
{
    QList<QStringList> entries;
    eachPurpose(path, subject, [&](const PurposeChoice &purpose) {
        for (const PreferenceValues &values : purpose.values) {
            if (values.preferenceId == path.preferenceId)
                entries << values.valueIds;
        }
    });
    return entries;
}

/// The ids that are in every list, in the order of the first.
QStringList inAll(const QList<QStringList> &lists)
{
    QStringList common = lists.first();
    for (const QStringList &list : lists)
        common.removeIf([&list](const QString &id) { return !list.contains(id); });
    return common;
}

Choice choiceOf(const ValuePath &path, const Subject &subject)
{
    Choice choice = Choice::None;
    if (path.kind == ValuePath::Kind::PreferenceValue) {
        const QList<QStringList> entries = pickedValues(path, subject);
        for (const QStringList &picked : entries)
            choice = stricter(choice, picked.contains(path.valueId) ? Choice::Given : Choice::Refused);
        return choice;
    }
    eachPurpose(path, subject, [&](const PurposeChoice &purpose) {
        if (path.kind == ValuePath::Kind::Purpose)
            choice = stricter(choice, purpose.choice);
        if (path.kind == ValuePath::Kind::PurposeInterest)
            choice = stricter(choice, purpose.legitimateInterest);
        if (path.kind == ValuePath::Kind::PurposeChannel)
            choice = stricter(choice, choiceOn(purpose.channels, path.channelId));
        for (const PreferenceChoice &preference : purpose.preferences) {
            if (preference.id != path.preferenceId)
                continue;
            if (path.kind == ValuePath::Kind::Preference)
                choice = stricter(choice, preference.choice);
            if (path.kind == ValuePath::Kind::PreferenceChannel)
                choice = stricter(choice, choiceOn(preference.channels, path.channelId));
        }
    });
    return choice;
}

QString identityOf(const QString &key, const Subject &subject)
{
    if (key == "organization_user_id"_L1)
        return subject.organizationUserId;
    if (key == "country"_L1)
        return subject.country;
    if (key == "last_seen_country"_L1)
        return subject.lastSeenCountry;
    if (key == "id"_L1 || key == "user_id"_L1)
        return subject.userId;
    return {};
}

/// The metadata member with that name; else, where the name holds dots, the member of a member.
QJsonValue memberOf(const QJsonObject &object, const QString &key)
{
    if (const auto member = object.find(key); member != object.end())
        return member.value();
    for (qsizetype dot = key.indexOf(u'.'); dot > 0; dot = key.indexOf(u'.', dot + 1)) {
        const QJsonValue inner = object[key.left(dot)];
        if (!inner.isObject())
            continue;
        const QJsonValue value = memberOf(inner.toObject(), key.mid(dot + 1));
        if (!value.isUndefined())
            return value;
    }
    return QJsonValue::Undefined;
}

/// A JSON scalar as text: `true`, digits without exponent. Nothing for null, arrays and objects.
std::optional<QString> scalarText(const QJsonValue &value)
{
    switch (value.type()) {
    case QJsonValue::String:
        return value.toString();
    case QJsonValue::Bool:
        return value.toBool() ? u"true"_s : u"false"_s;
    case QJsonValue::Double: {
        const QVariant number = value.toVariant(); // whole numbers stay whole: beyond 2^53 a double loses digits
        if (number.typeId() == QMetaType::LongLong)
            return QString::number(number.toLongLong());
        return QString::number(number.toDouble(), 'f', QLocale::FloatingPointShortest);
    }
    case QJsonValue::Null:
    case QJsonValue::Array:
    case QJsonValue::Object:
    case QJsonValue::Undefined:
        break;
    }
    return std::nullopt;
}

Finding absent(const Subject &subject)
{
    return {.kind = Finding::Kind::Absent, .isUntold = subject.origin == Subject::Origin::Event};
}

Finding text(const QString &text)
{
    return {.kind = Finding::Kind::Text, .text = text};
}

Finding choice(Choice choice, const Subject &subject)
{
    if (choice == Choice::None)
        return absent(subject);
    return {.kind = Finding::Kind::Choice, .choice = subject.isPending ? Choice::Pending : choice};
}

} // namespace

Finding evaluate(const ValuePath &path, const Subject &subject)
{
    switch (path.kind) {
    case ValuePath::Kind::Unknown:
        return {.kind = Finding::Kind::Absent, .isUntold = true};
    case ValuePath::Kind::Identity: {
        const QString value = identityOf(path.key, subject);
        return value.isEmpty() ? absent(subject) : text(value);
    }
    case ValuePath::Kind::Metadata: {
        const std::optional<QString> value = scalarText(memberOf(subject.metadata, path.key));
        if (!value)
            return absent(subject);
        return subject.isPending ? choice(Choice::Pending, subject) : text(*value);
    }
    case ValuePath::Kind::PreferenceValues: {
        const QList<QStringList> entries = pickedValues(path, subject);
        if (entries.isEmpty())
            return absent(subject);
        return subject.isPending ? choice(Choice::Pending, subject) : text(inAll(entries).join(u','));
    }
    case ValuePath::Kind::Purpose:
    case ValuePath::Kind::PurposeInterest:
    case ValuePath::Kind::PurposeChannel:
    case ValuePath::Kind::Preference:
    case ValuePath::Kind::PreferenceChannel:
    case ValuePath::Kind::PreferenceValue:
        return choice(choiceOf(path, subject), subject);
    }
    return {};
}

} // namespace consent
