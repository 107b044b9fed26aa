#pragma once

#include "consent/isotime.h"
#include "consent/jsonview.h"
#include "core/result.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QJsonObject>

namespace consent {

/// Remembers the first thing that is wrong with one of Didomi's objects. Values never appear in the errors; names do.
class MemberProblems
{
    Q_DECLARE_TR_FUNCTIONS(consent::MemberReader)
public:
    /// The object for people ("consent event"), translated; asked only when something is wrong.
    using What = QString (*)();

    /// `prefix` stands before names in errors ("user.").
    MemberProblems(core::Error::Kind kind, What what, QLatin1StringView prefix);

    /// Notes that `name` is wrong, unless something was wrong before; `message` and `fix` are translated sentences.
    void refuse(QLatin1StringView name, const QString &message, const QString &fix = {});

    const std::optional<core::Error> &problem() const { return m_problem; }

protected:
    enum class Expected { Text, Integer, Time, Object };
    void refuseType(QLatin1StringView name, Expected expected);
    void refuseMissing(QLatin1StringView name);

private:
    core::Error::Kind m_kind;
    What m_what;
    QLatin1StringView m_prefix;
    std::optional<core::Error> m_problem;
};

/// Takes members out of one of Didomi's objects. Absent and null members are no error: they give an empty value.
template <typename Json>
class MemberReader : public MemberProblems
{
public:
    MemberReader(Json object, core::Error::Kind kind, What what, QLatin1StringView prefix = {})
        : MemberProblems(kind, what, prefix), m_object(std::move(object))
    {
    }

    /// A string; a number is taken for its digits.
    QString text(QLatin1StringView name) { return text(name, &Json::toText); }

    /// The same, of a text that many objects have alike.
    QString name(QLatin1StringView name) { return text(name, &Json::toName); }

    qint64 integer(QLatin1StringView name)
    {
        const Json member = m_object.member(name);
        if (member.isAbsent())
            return 0;
        const QJsonValue value = member.isNumber() ? member.toNumber() : QJsonValue();
        constexpr qint64 none = -1;
        const qint64 number = value.toInteger(none);
        if (number == none && value.toDouble() != double(none))
            refuseType(name, Expected::Integer);
        return number;
    }

    /// UTC; a time without a zone is UTC.
    QDateTime time(QLatin1StringView name)
    {
        const Json member = m_object.member(name);
        if (member.isAbsent())
            return {};
        const std::optional<IsoTime> time = member.withText([](auto text) { return readIsoTime(text); });
        if (!time || !time->hasTime) {
            refuseType(name, Expected::Time);
            return {};
        }
        return time->utc;
    }

    /// Something that has no members when it is no object.
    Json object(QLatin1StringView name)
    {
        const Json member = m_object.member(name);
        if (!member.isAbsent() && !member.isObject())
            refuseType(name, Expected::Object);
        return member;
    }

    /// Notes that `name` is missing, unless something was wrong before.
    void require(QLatin1StringView name)
    {
        if (m_object.member(name).isAbsent())
            refuseMissing(name);
    }

private:
    QString text(QLatin1StringView name, QString (Json::*read)() const)
    {
        const Json member = m_object.member(name);
        if (member.isAbsent())
            return {};
        if (member.isText())
            return (member.*read)();
        if (member.isNumber())
            return member.toNumber().toVariant().toString();
        refuseType(name, Expected::Text);
        return {};
    }

    const Json m_object;
};

} // namespace consent
