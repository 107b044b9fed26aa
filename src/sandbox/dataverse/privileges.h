#pragma once

#include "sandbox/dataverse/security.h"

#include <optional>

namespace sandbox::webapi {

/// What a user may do, by its roles and by those of its teams.
class Privileges
{
public:
    /// Privileges on tables that `schema` does not have are left out.
    Privileges(const Schema &schema, const Store &store, const QUuid &user);

    const QUuid &user() const { return m_user; }

    /// "prvReadContact" …; sorted.
    QStringList names() const;
    bool holds(const QString &name) const { return m_all.contains(name); }

    /// Nothing when the privilege is not held.
    std::optional<Depth> depth(const QString &name) const;

    /// How far without the roles of teams.
    std::optional<Depth> ownDepth(const QString &name) const;

    bool isAdministrator() const { return m_isAdministrator; }

    /// Refuses a user without any role, and with the privilege's name in the text one who does not hold it.
    void require(const QString &name, const Table &table) const;

    /// `verb` is "Read", "Write", "Create" …
    void require(const Table &table, QStringView verb) const;

    /// The same, and refuses a row that belongs to somebody whom the privilege does not reach.
    void require(const Store &store, const Table &table, QStringView verb, const Row &row) const;
    bool reaches(const Store &store, const Table &table, QStringView verb, const Row &row) const;

    /// Refuses a user without any role: it may not even read metadata.
    void requireAnyRole() const;

private:
    QUuid m_user;
    QUuid m_unit;
    QList<QUuid> m_teams;
    int m_roleCount = 0;
    bool m_isAdministrator = false;
    QHash<QString, Depth> m_all;
    QHash<QString, Depth> m_own;
};

} // namespace sandbox::webapi
