#include "sandbox/parameters.h"

#include <algorithm>

namespace sandbox {

namespace {

QString decoded(QByteArray text)
{
    return QString::fromUtf8(QByteArray::fromPercentEncoding(text.replace('+', ' ')));
}

} // namespace

Parameters Parameters::parse(const QByteArray &text)
{
    Parameters parameters;
    for (const QByteArray &item : text.split('&')) {
        if (item.isEmpty())
            continue;
        const qsizetype equals = item.indexOf('=');
        if (equals < 0)
            parameters.m_items.emplaceBack(decoded(item), QString());
        else
            parameters.m_items.emplaceBack(decoded(item.first(equals)), decoded(item.sliced(equals + 1)));
    }
    return parameters;
}

bool Parameters::contains(const QString &name) const
{
    return std::any_of(m_items.cbegin(), m_items.cend(), [&](const auto &item) { return item.first == name; });
}

QString Parameters::value(const QString &name) const
{
    const auto item =
        std::find_if(m_items.cbegin(), m_items.cend(), [&](const auto &one) { return one.first == name; });
    return item == m_items.cend() ? QString() : item->second;
}

QStringList Parameters::values(const QString &name) const
{
    QStringList all;
    for (const auto &[key, value] : m_items) {
        if (key == name || key == name + QStringLiteral("[$in]"))
            all << value;
    }
    return all;
}

} // namespace sandbox
