#pragma once

#include "sandbox/dataverse/store.h"
#include "sandbox/fault.h"

#include <QSet>

namespace sandbox::webapi {

/// Arranges rows as faults want them, and puts them back when the faults are gone.
///
/// It acts when a fault changes, not with every request: what a fault has arranged can be changed by requests like
/// anything else. A System Administrator role that a fault has given can be taken away.
class Stage
{
public:
    explicit Stage(int furtherUsers) : m_furtherUsers(furtherUsers) {}

    void arrange(Store &store, const Faults &faults);

private:
    /// True once after each change of the fault.
    bool hasChanged(const Faults &faults, QLatin1StringView name);
    void arrangeOwners(Store &store, bool isShared);

    int m_furtherUsers; ///< Application users beside the first one.
    QHash<QLatin1StringView, QString> m_arranged;
    QHash<QUuid, QUuid> m_lent; ///< Contacts that a fault has given to others, and whom it has given them.
};

} // namespace sandbox::webapi
