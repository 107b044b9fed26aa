#pragma once

#include "bridge/link.h"

namespace bridge {

/// What both ends say of themselves: what mappings are judged against and plans are made with.
struct Surroundings {
    dataverse::WhoAmI whoAmI;
    QString dataverseVersion;
    mapping::Table table;
    consent::Catalogue catalogue;
    QDateTime readAt;
};

/// Asks both ends side by side. Fails with the first problem, telling which end it was.
core::Job<Surroundings> *survey(Link &link, QObject *parent);

} // namespace bridge
