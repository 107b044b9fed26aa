#include "consent/sampleevent.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QUuid>

namespace consent {

using namespace Qt::StringLiterals;

QByteArray sampleEvent(const Catalogue &catalogue, const QString &organizationId, const QString &organizationUserId,
                       const QString &regulation, const QDateTime &madeAt)
{
    QJsonArray purposes;
    for (const Purpose &purpose : catalogue.purposes) {
        if (purpose.isGlobal)
            continue;
        QJsonObject values;
        for (const QString &id : purpose.preferenceIds) {
            const Preference *preference = catalogue.preference(id);
            if (preference && !preference->values.isEmpty())
                values.insert(id, QJsonObject{{u"value"_s, preference->values.constFirst().id}});
        }
        QJsonObject choice{{u"id"_s, purpose.id}, {u"enabled"_s, true}};
        if (!values.isEmpty())
            choice.insert(u"values"_s, values);
        purposes << choice;
    }
    const QJsonObject event{{u"id"_s, QUuid::createUuid().toString(QUuid::WithoutBraces)},
                            {u"organization_id"_s, organizationId},
                            {u"created_at"_s, madeAt.toUTC().toString(Qt::ISODateWithMs)},
                            {u"status"_s, u"confirmed"_s},
                            {u"regulation"_s, regulation},
                            {u"user"_s, QJsonObject{{u"organization_user_id"_s, organizationUserId}}},
                            {u"consents"_s, QJsonObject{{u"purposes"_s, purposes}}}};
    return QJsonDocument(event).toJson();
}

} // namespace consent
