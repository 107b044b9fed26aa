#include "bridge/surroundingspack.h"

#include <QDataStream>
#include <QIODevice>

#include <tuple>

namespace bridge {

namespace {

/// Raise it whenever a member below is added, taken away, or means something else.
constexpr quint32 layout = 2;

/// The members of `value`, for both directions.
template <typename T>
auto membersOf(T &value)
{
    using Struct = std::remove_const_t<T>;
    if constexpr (std::is_same_v<Struct, mapping::ChoiceOption>)
        return std::tie(value.value, value.label, value.state);
    else if constexpr (std::is_same_v<Struct, mapping::Key>)
        return std::tie(value.logicalName, value.displayName, value.columns, value.status);
    else if constexpr (std::is_same_v<Struct, mapping::TargetKey>)
        return std::tie(value.column, value.type, value.status);
    else if constexpr (std::is_same_v<Struct, mapping::LookupTarget>)
        return std::tie(value.table, value.entitySet, value.navigationProperty, value.primaryId, value.keys);
    else if constexpr (std::is_same_v<Struct, mapping::Column>)
        return std::tie(value.logicalName, value.schemaName, value.displayName, value.type, value.typeName,
                        value.format, value.maxLength, value.minimum, value.maximum, value.precision,
                        value.isTimeZoneIndependent, value.options, value.targets, value.required, value.isPrimaryId,
                        value.isValidForCreate, value.isValidForUpdate, value.isValidForRead, value.isSecured,
                        value.isCalculated, value.isDeprecated, value.attributeOf, value.defaultBoolean);
    else if constexpr (std::is_same_v<Struct, mapping::Table>)
        return std::tie(value.logicalName, value.displayName, value.entitySet, value.primaryId, value.primaryName,
                        value.hasChangeTracking, value.hasOptimisticConcurrency, value.columns, value.keys);
    else if constexpr (std::is_same_v<Struct, mapping::EnforcementModels>)
        return std::tie(value.email, value.textMessage, value.custom, value.voice);
    else if constexpr (std::is_same_v<Struct, mapping::ConsentTree::Profile>)
        return std::tie(value.id, value.name, value.isActive, value.asksProvider, value.purposeIds);
    else if constexpr (std::is_same_v<Struct, mapping::ConsentTree::Purpose>)
        return std::tie(value.id, value.name, value.isActive, value.type, value.enforcement, value.ownerId);
    else if constexpr (std::is_same_v<Struct, mapping::ConsentTree::Topic>)
        return std::tie(value.id, value.name, value.purposeId, value.isActive);
    else if constexpr (std::is_same_v<Struct, mapping::ConsentTree>)
        return std::tie(value.profiles, value.purposes, value.topics);
    else if constexpr (std::is_same_v<Struct, consent::PreferenceValue>)
        return std::tie(value.id, value.name);
    else if constexpr (std::is_same_v<Struct, consent::Preference>)
        return std::tie(value.id, value.name, value.isMulti, value.values);
    else if constexpr (std::is_same_v<Struct, consent::Purpose>)
        return std::tie(value.id, value.name, value.description, value.isGlobal, value.preferenceIds);
    else if constexpr (std::is_same_v<Struct, consent::Catalogue>)
        return std::tie(value.purposes, value.preferences, value.channels);
    else if constexpr (std::is_same_v<Struct, dataverse::WhoAmI>)
        return std::tie(value.userId, value.businessUnitId, value.organizationId, value.parallelismHint);
    else if constexpr (std::is_same_v<Struct, Surroundings>)
        return std::tie(value.whoAmI, value.dataverseVersion, value.table, value.catalogue, value.readAt,
                        value.consentTable, value.consentTree);
}

template <typename T>
constexpr bool isList = false;
template <typename T>
constexpr bool isList<QList<T>> = true;
template <typename T>
constexpr bool isOptional = false;
template <typename T>
constexpr bool isOptional<std::optional<T>> = true;
template <typename T>
constexpr bool isPlain = std::is_arithmetic_v<T> || std::is_same_v<T, QString> || std::is_same_v<T, QDateTime>;

template <typename T>
void put(QDataStream &stream, const T &value)
{
    if constexpr (isPlain<T>) {
        stream << value;
    } else if constexpr (std::is_enum_v<T>) {
        stream << qint32(value);
    } else if constexpr (isOptional<T>) {
        stream << value.has_value();
        if (value)
            put(stream, *value);
    } else if constexpr (isList<T>) {
        stream << qint32(value.size());
        for (const auto &entry : value)
            put(stream, entry);
    } else {
        std::apply([&stream](const auto &...member) { (put(stream, member), ...); }, membersOf(value));
    }
}

template <typename T>
void take(QDataStream &stream, T &value)
{
    if constexpr (isPlain<T>) {
        stream >> value;
    } else if constexpr (std::is_enum_v<T>) {
        qint32 number = 0;
        stream >> number;
        value = T(number);
    } else if constexpr (isOptional<T>) {
        bool isThere = false;
        stream >> isThere;
        if (isThere)
            take(stream, value.emplace());
    } else if constexpr (isList<T>) {
        qint32 size = 0;
        stream >> size;
        for (qint32 i = 0; i < size && stream.status() == QDataStream::Ok; ++i)
            take(stream, value.emplaceBack());
    } else {
        std::apply([&stream](auto &...member) { (take(stream, member), ...); }, membersOf(value));
    }
}

} // namespace

QByteArray packed(const Surroundings &surroundings)
{
    QByteArray bytes;
    QDataStream stream(&bytes, QIODevice::WriteOnly);
    stream.setVersion(QDataStream::Qt_6_0);
    stream << layout;
    put(stream, surroundings);
    return bytes;
}

std::optional<Surroundings> unpacked(const QByteArray &bytes)
{
    QDataStream stream(bytes);
    stream.setVersion(QDataStream::Qt_6_0);
    quint32 version = 0;
    stream >> version;
    if (version != layout)
        return {};
    Surroundings surroundings;
    take(stream, surroundings);
    if (stream.status() != QDataStream::Ok || !stream.atEnd())
        return {};
    return surroundings;
}

} // namespace bridge
