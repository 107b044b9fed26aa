#pragma once

#include <QJsonArray>
#include <QJsonObject>
#include <QJsonValue>
#include <QString>

namespace consent {

/// A JSON value as this room's readers look at it: here over Qt's own. The readers are templates, so that whoever has
/// another parser hands in a class with the same members, and the rules are written once.
///
/// Of members that come twice the last one counts. What is not of the type that is asked for is empty.
class QtJson
{
public:
    QtJson(const QJsonValue &value) : m_value(value) {}

    bool isThere() const { return !m_value.isUndefined(); }
    bool isAbsent() const { return m_value.isUndefined() || m_value.isNull(); } ///< Not there, or null.
    bool isBool() const { return m_value.isBool(); }
    bool isNumber() const { return m_value.isDouble(); }
    bool isText() const { return m_value.isString(); }
    bool isArray() const { return m_value.isArray(); }
    bool isObject() const { return m_value.isObject(); }

    bool toBool() const { return m_value.toBool(); }
    QJsonValue toNumber() const { return m_value; } ///< Of numbers only.
    QString toText() const { return m_value.toString(); }
    QString toName() const { return toText(); } ///< Text that many objects have alike: its memory may be shared.
    QJsonObject toObject() const { return m_value.toObject(); }

    /// Calls `use` with the text in whatever encoding it is there: QStringView, or std::string_view in UTF-8.
    template <typename Use>
    auto withText(Use use) const
    {
        const QString text = toText();
        return use(QStringView(text));
    }

    QtJson member(QLatin1StringView name) const { return m_value[name]; }

    /// Calls `use(entry)` for each entry of an array.
    template <typename Use>
    void eachEntry(Use use) const
    {
        const QJsonArray entries = m_value.toArray();
        for (const QJsonValue &entry : entries)
            use(QtJson(entry));
    }

    /// Calls `use(name, value)` for each member of an object, in the order of their names.
    template <typename Use>
    void eachMember(Use use) const
    {
        const QJsonObject object = m_value.toObject();
        for (auto member = object.begin(); member != object.end(); ++member)
            use(member.key(), QtJson(member.value()));
    }

private:
    QJsonValue m_value;
};

} // namespace consent
