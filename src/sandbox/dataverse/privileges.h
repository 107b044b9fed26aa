#pragma once

#include "sandbox/dataverse/schema.h"
#include "sandbox/fault.h"

namespace sandbox::webapi {

/// What the application user may do. It has a role made for the job, not System Administrator: everything on contacts,
/// reading elsewhere.
class Privileges
{
public:
    Privileges(const Schema &schema, const Faults &faults);

    /// "prvReadContact" …; sorted.
    const QStringList &names() const { return m_names; }
    bool holds(const QString &name) const { return m_names.contains(name); }

    /// Refuses with the privilege's name in the text. `verb` is "Read", "Write", "Create" …
    void require(const Table &table, QStringView verb) const;

private:
    QStringList m_names;
};

} // namespace sandbox::webapi
