#pragma once

#include "bridge/link.h"
#include "mapping/consenttree.h"

namespace bridge {

/// What both ends say of themselves: what mappings are judged against and plans are made with.
struct Surroundings {
    dataverse::WhoAmI whoAmI;
    QString dataverseVersion;
    mapping::Table table; ///< Where people are found.
    consent::Catalogue catalogue;
    QDateTime readAt = {};
    mapping::Table consentTable = {};      ///< Current mode only; else without a name.
    mapping::ConsentTree consentTree = {}; ///< Current mode only.

    /// One of the two by its logical name; nullptr when it is neither.
    const mapping::Table *tableCalled(const QString &logicalName) const;

    /// The table whose rows are written: that of people, in Current mode that of consents.
    const mapping::Table &writtenTable() const { return consentTable.logicalName.isEmpty() ? table : consentTable; }
};

/// Asks both ends side by side. Fails with the first problem, telling which end it was. An integration in Current mode
/// fails with Kind::NotFound where the consent solution is not installed.
core::Job<Surroundings> *survey(Link &link, QObject *parent);

} // namespace bridge
