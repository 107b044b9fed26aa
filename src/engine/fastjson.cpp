#include "engine/fastjson.h"

#include <QJsonArray>

#include <algorithm>
#include <cmath>
#include <functional>

namespace engine {

using simdjson::dom::element;
using simdjson::dom::element_type;

namespace {

QString textOf(std::string_view utf8)
{
    return QString::fromUtf8(utf8.data(), qsizetype(utf8.size()));
}

/// As Qt's parser has it: what is whole is a whole number, however it was written.
QJsonValue numberOf(double number)
{
    constexpr double limit = 9223372036854775808.0; // 2^63
    if (number >= -limit && number < limit && std::trunc(number) == number)
        return QJsonValue(qint64(number));
    return QJsonValue(number);
}

QJsonValue valueOf(element value)
{
    switch (value.type()) {
    case element_type::NULL_VALUE:
        return QJsonValue::Null;
    case element_type::BOOL:
        return value.get_bool().value_unsafe();
    case element_type::INT64:
        return QJsonValue(qint64(value.get_int64().value_unsafe()));
    case element_type::UINT64:
        return numberOf(double(value.get_uint64().value_unsafe()));
    case element_type::DOUBLE:
        return numberOf(value.get_double().value_unsafe());
    case element_type::STRING:
        return textOf(value.get_string().value_unsafe());
    case element_type::ARRAY: {
        QJsonArray array;
        const simdjson::dom::array entries = value.get_array().value_unsafe();
        for (const element entry : entries)
            array.append(valueOf(entry));
        return array;
    }
    case element_type::OBJECT: {
        QJsonObject object;
        const simdjson::dom::object members = value.get_object().value_unsafe();
        for (const simdjson::dom::key_value_pair field : members)
            object.insert(textOf(field.key), valueOf(field.value));
        return object;
    }
    }
    return {};
}

} // namespace

QString SharedTexts::text(std::string_view utf8)
{
    Entry &entry = m_entries.at(std::hash<std::string_view>()(utf8) % m_entries.size());
    if (entry.utf8 != utf8) {
        entry.utf8 = utf8;
        entry.text = textOf(utf8);
    }
    return entry.text;
}

QJsonValue FastJson::toNumber() const
{
    return isNumber() ? valueOf(m_value) : QJsonValue(QJsonValue::Undefined);
}

QString FastJson::toText() const
{
    return isText() ? textOf(view()) : QString();
}

QJsonObject FastJson::toObject() const
{
    if (!isObject() || members().size() == 0)
        return {};
    return valueOf(m_value).toObject();
}

std::vector<FastJson::Member> FastJson::sortedMembers() const
{
    std::vector<Member> members;
    if (!isObject())
        return members;
    for (const simdjson::dom::key_value_pair field : this->members())
        members.emplace_back(m_texts->text(field.key), field.value);
    std::stable_sort(members.begin(), members.end(),
                     [](const Member &one, const Member &other) { return one.first < other.first; });
    // Of members that come twice the last one counts.
    const auto first = std::unique(members.rbegin(), members.rend(), [](const Member &one, const Member &other) {
                           return one.first == other.first;
                       }).base();
    members.erase(members.begin(), first);
    return members;
}

} // namespace engine
