#include "sandbox/dataverse/privileges.h"

#include "sandbox/dataverse/environment.h"
#include "sandbox/dataverse/literal.h"
#include "sandbox/dataverse/refusal.h"

namespace sandbox::webapi {

using namespace Qt::StringLiterals;

Privileges::Privileges(const Schema &schema, const Faults &faults)
{
    for (const Table &table : schema.tables()) {
        const QStringList verbs =
            table.name == u"contact"
                ? QStringList{u"Create"_s, u"Read"_s, u"Write"_s, u"Delete"_s, u"Append"_s, u"AppendTo"_s, u"Assign"_s}
                : QStringList{u"Read"_s, u"AppendTo"_s};
        for (const QString &verb : verbs) {
            if (table.name != u"contact" || !faults.has("privilege"_L1, verb.toLower()))
                m_names << u"prv"_s + verb + table.privilege;
        }
    }
    m_names << u"prvReadEntity"_s << u"prvReadAttribute"_s << u"prvReadOptionSet"_s << u"prvReadRelationship"_s
            << u"prvReadUserSettings"_s << u"prvReadRole"_s;
    m_names.sort();
}

void Privileges::require(const Table &table, QStringView verb) const
{
    const QString name = u"prv"_s + verb.toString() + table.privilege;
    if (!holds(name))
        refuse(code::privilegeDenied, u"Principal user (Id=%1, type=8, roleCount=2, privilegeCount=%2, accessMode=4) "
                                      u"is missing %3 privilege (Id=%4) "
                                      "on OTC=%5 for entity '%6'. context.Caller=%1."_s.arg(guidText(userId()))
                                          .arg(m_names.size())
                                          .arg(name, guidText(stableId(name)))
                                          .arg(table.typeCode)
                                          .arg(table.name));
}

} // namespace sandbox::webapi
