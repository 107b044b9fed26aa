#pragma once

#include "core/result.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QJsonObject>

namespace consent {

/// Takes members out of one of Didomi's objects and remembers the first one that is not what it should be.
///
/// Absent and null members are no error: they give an empty value. Values never appear in the errors; names do.
class MemberReader
{
    Q_DECLARE_TR_FUNCTIONS(consent::MemberReader)
public:
    /// `what` is the object for people ("consent event"), translated; `prefix` stands before names in errors ("user.").
    MemberReader(QJsonObject object, core::Error::Kind kind, QString what, QString prefix = {});

    bool has(const QString &name) const; ///< Present and not null.
    QString text(const QString &name);   ///< A string; a number is taken for its digits.
    qint64 integer(const QString &name);
    QDateTime time(const QString &name); ///< UTC; a time without a zone is UTC.
    QJsonObject object(const QString &name);

    /// Notes that `name` is missing, unless something was wrong before.
    void require(const QString &name);

    /// Notes that `name` is wrong, unless something was wrong before; `message` and `fix` are translated sentences.
    void refuse(const QString &name, const QString &message, const QString &fix = {});

    const std::optional<core::Error> &problem() const { return m_problem; }

private:
    void refuseType(const QString &name, const QString &expected);

    QJsonObject m_object;
    core::Error::Kind m_kind;
    QString m_what;
    QString m_prefix;
    std::optional<core::Error> m_problem;
};

} // namespace consent
