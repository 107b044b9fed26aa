#pragma once

#include <QJsonObject>
#include <QString>

#include <array>
#include <simdjson.h>
#include <string>

namespace engine {

/// Texts that come again and again, ids of purposes above all: made once, then shared.
class SharedTexts
{
public:
    QString text(std::string_view utf8);

private:
    struct Entry {
        std::string utf8;
        QString text;
    };
    std::array<Entry, 512> m_entries; ///< By hash; a newcomer takes the place of who is there.
};

/// consent::QtJson's members over simdjson's tree.
class FastJson
{
public:
    FastJson(simdjson::dom::element value, SharedTexts &texts) : m_value(value), m_texts(&texts), m_isThere(true) {}

    bool isThere() const { return m_isThere; }
    bool isAbsent() const { return !m_isThere || m_value.is_null(); }
    bool isBool() const { return m_isThere && m_value.is_bool(); }
    bool isNumber() const { return m_isThere && m_value.is_number(); }
    bool isText() const { return m_isThere && m_value.is_string(); }
    bool isArray() const { return m_isThere && m_value.is_array(); }
    bool isObject() const { return m_isThere && m_value.is_object(); }

    bool toBool() const { return isBool() && m_value.get_bool().value_unsafe(); }
    QJsonValue toNumber() const;
    QString toText() const;
    QString toName() const { return isText() ? m_texts->text(view()) : QString(); }
    QJsonObject toObject() const;

    template <typename Use>
    auto withText(Use use) const
    {
        return use(isText() ? view() : std::string_view());
    }

    FastJson member(QLatin1StringView name) const
    {
        FastJson found(*this);
        found.m_isThere = false;
        if (!isObject())
            return found;
        const std::string_view wanted(name.data(), std::size_t(name.size()));
        for (const simdjson::dom::key_value_pair field : members()) {
            if (field.key == wanted) {
                found.m_value = field.value;
                found.m_isThere = true; // and go on: the last one counts
            }
        }
        return found;
    }

    template <typename Use>
    void eachEntry(Use use) const
    {
        if (!isArray())
            return;
        const simdjson::dom::array entries = m_value.get_array().value_unsafe();
        for (const simdjson::dom::element entry : entries)
            use(FastJson(entry, *m_texts));
    }

    template <typename Use>
    void eachMember(Use use) const
    {
        for (const auto &[name, value] : sortedMembers())
            use(name, FastJson(value, *m_texts));
    }

private:
    using Member = std::pair<QString, simdjson::dom::element>;

    std::string_view view() const { return m_value.get_string().value_unsafe(); }
    simdjson::dom::object members() const { return m_value.get_object().value_unsafe(); }
    std::vector<Member> sortedMembers() const;

    simdjson::dom::element m_value;
    SharedTexts *m_texts;
    bool m_isThere;
};

} // namespace engine
