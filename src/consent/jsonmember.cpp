#include "consent/jsonmember.h"

#include "consent/isotime.h"

namespace consent {

MemberReader::MemberReader(QJsonObject object, core::Error::Kind kind, QString what, QString prefix)
    : m_object(std::move(object)), m_kind(kind), m_what(std::move(what)), m_prefix(std::move(prefix))
{
}

bool MemberReader::has(const QString &name) const
{
    const QJsonValue value = m_object.value(name);
    return !value.isUndefined() && !value.isNull();
}

QString MemberReader::text(const QString &name)
{
    const QJsonValue value = m_object.value(name);
    if (!has(name) || value.isString())
        return value.toString();
    if (value.isDouble())
        return value.toVariant().toString();
    refuseType(name, tr("text"));
    return {};
}

qint64 MemberReader::integer(const QString &name)
{
    if (!has(name))
        return 0;
    const QJsonValue value = m_object.value(name);
    constexpr qint64 none = -1;
    const qint64 number = value.toInteger(none);
    if (number == none && value.toDouble() != double(none))
        refuseType(name, tr("a whole number"));
    return number;
}

QDateTime MemberReader::time(const QString &name)
{
    if (!has(name))
        return {};
    const std::optional<IsoTime> time = readIsoTime(m_object.value(name).toString());
    if (!time || !time->hasTime) {
        refuseType(name, tr("a time such as 2026-11-20T09:58:12Z"));
        return {};
    }
    return time->utc;
}

QJsonObject MemberReader::object(const QString &name)
{
    if (has(name) && !m_object.value(name).isObject())
        refuseType(name, tr("an object"));
    return m_object.value(name).toObject();
}

void MemberReader::require(const QString &name)
{
    if (!has(name))
        refuse(name, tr("The %1 has no “%2”.").arg(m_what, m_prefix + name), tr("Add “%1”.").arg(m_prefix + name));
}

void MemberReader::refuse(const QString &name, const QString &message, const QString &fix)
{
    if (!m_problem)
        m_problem = core::Error{.kind = m_kind, .message = message, .fix = fix, .field = m_prefix + name};
}

void MemberReader::refuseType(const QString &name, const QString &expected)
{
    refuse(name, tr("In the %1, “%2” is not %3.").arg(m_what, m_prefix + name, expected),
           tr("Make “%1” %2.").arg(m_prefix + name, expected));
}

} // namespace consent
