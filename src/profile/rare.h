#pragma once

#include "profile/json.h"

#include <QDate>

namespace profile {

/// A text of a profile file. A secret that was entered into the wrong field must not get into a file: then it is empty.
std::string fileText(const QString &text);

/// An object of which only those members are written that say something: files of integrations that do not use them
/// stay as they are.
class Rare
{
public:
    void text(const char *name, const QString &text)
    {
        if (!text.isEmpty())
            json::append(m_object, name, fileText(text));
    }
    void date(const char *name, QDate date)
    {
        if (date.isValid())
            json::append(m_object, name, date.toString(Qt::ISODate).toStdString());
    }
    void number(const char *name, int number, int usual)
    {
        if (number != usual)
            json::append(m_object, name, number);
    }
    /// An object or a list; an empty one says nothing.
    void value(const char *name, json::Value value)
    {
        if (!value.empty())
            json::append(m_object, name, std::move(value));
    }
    const json::Value &object() const { return m_object; }

private:
    json::Value m_object = json::Value::object();
};

} // namespace profile
