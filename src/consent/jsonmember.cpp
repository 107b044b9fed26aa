#include "consent/jsonmember.h"

namespace consent {

MemberProblems::MemberProblems(core::Error::Kind kind, What what, QLatin1StringView prefix)
    : m_kind(kind), m_what(what), m_prefix(prefix)
{
}

void MemberProblems::refuseMissing(QLatin1StringView name)
{
    const QString path = m_prefix + QString(name);
    refuse(name, tr("The %1 has no “%2”.").arg(m_what(), path), tr("Add “%1”.").arg(path));
}

void MemberProblems::refuse(QLatin1StringView name, const QString &message, const QString &fix)
{
    if (!m_problem)
        m_problem = core::Error{.kind = m_kind, .message = message, .fix = fix, .field = m_prefix + QString(name)};
}

void MemberProblems::refuseType(QLatin1StringView name, Expected expected)
{
    const auto text = [expected] {
        switch (expected) {
        case Expected::Text:
            return tr("text");
        case Expected::Integer:
            return tr("a whole number");
        case Expected::Time:
            return tr("a time such as 2026-11-20T09:58:12Z");
        case Expected::Object:
            return tr("an object");
        }
        return QString();
    }();
    const QString path = m_prefix + QString(name);
    refuse(name, tr("In the %1, “%2” is not %3.").arg(m_what(), path, text), tr("Make “%1” %2.").arg(path, text));
}

} // namespace consent
