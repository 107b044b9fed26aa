#pragma once

#include "sandbox/dataverse/schema.h"

namespace sandbox::webapi {

/// A table of few columns, whose id column and system columns come by themselves. Its primary name is the first of
/// `columns`, when that is a text.
Table smallTable(QStringView schemaName, QStringView entitySet, QStringView label, QStringView idSchemaName,
                 int typeCode, const QList<Column> &columns);

/// State and status, active at first. `statuses` as options() takes those of a status.
QList<Column> stateColumns(QStringView statuses = u"1=Active=0|2=Inactive=1");

/// What every table has whose rows belong to somebody.
QList<Column> ownershipColumns(const QString &table);

/// Names a relationship between two tables whose ends bear the relationship's own name.
Link linkOf(QStringView name, QStringView intersect, QStringView first, QStringView second);

Table contactTable();

/// What an integration may write to instead of contacts: accounts (found and changed, never made), leads, and the
/// customer's own subscribers, with the brands that these point to.
QList<Table> otherTables();

/// True for those of them whose rows the application user may make.
bool isForNewRows(QStringView name);

/// Business units, users, teams, roles and privileges.
QList<Table> securityTables();
QList<Link> securityLinks();

/// Everything of Current mode: compliance profiles, purposes, topics, preference centres and the consents of contact
/// points; the next generation of the latter as well.
QList<Table> consentTables();
QList<Link> consentLinks();

/// True for the tables that come and go with the consent solution.
bool isConsentTable(QStringView name);

/// The generation of consents that is not there yet, but for a fault.
inline constexpr char16_t newerConsentTable[] = u"msdynmkt_contactpointconsent5";

} // namespace sandbox::webapi
