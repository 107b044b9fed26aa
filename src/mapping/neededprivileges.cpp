#include "mapping/neededprivileges.h"

namespace mapping {

using namespace Qt::StringLiterals;

namespace {

constexpr auto consentTable = "msdynmkt_contactpointconsent4"_L1;

bool isCurrent(const profile::Profile &profile)
{
    return profile::modeOf(profile.integration) == profile::Mode::Current;
}

/// Tables that mapped lookups point to.
QStringList lookupTargets(const profile::Profile &profile, const Table &table)
{
    QStringList targets;
    for (const profile::Mapping &mapping : profile.integration.mappings) {
        const Column *column = table.column(mapping.column);
        if (!column)
            continue;
        for (const LookupTarget &target : column->targets)
            targets << target.table;
    }
    targets.removeDuplicates();
    return targets;
}

QStringList consentReferences()
{
    return {u"msdynmkt_purpose"_s, u"msdynmkt_topic"_s};
}

} // namespace

QStringList tablesOfPrivileges(const profile::Profile &profile, const Table &table)
{
    QStringList tables{table.logicalName};
    if (isCurrent(profile))
        tables += QStringList{QString(consentTable), u"msdynmkt_compliancesettings4"_s} + consentReferences();
    else
        tables += lookupTargets(profile, table);
    tables.removeDuplicates();
    return tables;
}

QStringList neededPrivileges(const profile::Profile &profile, const Table &table,
                             const QHash<QString, QString> &schemaNames)
{
    QStringList names;
    const auto need = [&](QLatin1StringView verb, const QString &logicalName) {
        if (const QString schema = schemaNames.value(logicalName); !schema.isEmpty())
            names << u"prv"_s + verb + schema;
    };
    need("Read"_L1, table.logicalName);
    if (isCurrent(profile)) {
        for (const QLatin1StringView verb : {"Read"_L1, "Write"_L1, "Create"_L1, "Append"_L1})
            need(verb, consentTable);
        for (const QString &reference : consentReferences()) {
            need("Read"_L1, reference);
            need("AppendTo"_L1, reference);
        }
        need("Read"_L1, u"msdynmkt_compliancesettings4"_s);
        return names;
    }
    need("Write"_L1, table.logicalName);
    if (profile.integration.upsertMode)
        need("Create"_L1, table.logicalName);
    const QStringList targets = lookupTargets(profile, table);
    if (!targets.isEmpty())
        need("Append"_L1, table.logicalName);
    for (const QString &target : targets) {
        need("AppendTo"_L1, target);
        need("Read"_L1, target);
    }
    names.removeDuplicates();
    return names;
}

} // namespace mapping
