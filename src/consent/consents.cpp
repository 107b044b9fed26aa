#include "consent/consents.h"

#include "consent/readconsents.h"

namespace consent {

const PurposeChoice *Consents::purpose(const QString &id) const
{
    const auto found =
        std::find_if(purposes.cbegin(), purposes.cend(), [&id](const PurposeChoice &item) { return item.id == id; });
    return found == purposes.cend() ? nullptr : &*found;
}

Consents readConsents(const QJsonObject &object)
{
    return reading::readConsents(QtJson(object));
}

} // namespace consent
