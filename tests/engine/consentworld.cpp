#include "engine/consentworld.h"

#include "dataverse/anyof.h"
#include "sandbox/practice.h"
#include "support/finish.h"

#include <QUuid>

namespace support {

using namespace Qt::StringLiterals;

const QString ConsentWorld::purpose = u"10000000-0000-0000-0000-000000000003"_s;

ConsentWorld::ConsentWorld(sandbox::Options options) : World(std::move(options))
{
    profile = sandbox::currentPracticeProfile(sandbox().credentials());
}

QString ConsentWorld::topic()
{
    return sandbox::currentMappings().constLast().column;
}

void ConsentWorld::mapPurposeAndTopic()
{
    profile.integration.mappings = {
        {.column = purpose, .value = u"consents_purposes_newsletter_enabled"_s},
        {.column = topic(), .value = u"consents_purposes_sms_marketing_enabled"_s},
    };
}

bool ConsentWorld::setAddress(const QString &person, const QString &address, const QString &column)
{
    return set(rowOf(person).id, column, mapping::jsonString(address));
}

QString ConsentWorld::addConsent(const mapping::ConsentPlace &place, mapping::ConsentValue value, bool isActive)
{
    const mapping::Table &table = surroundings().consentTable;
    const auto cells =
        mapping::consentCreateCells(table, place, value, {.reason = u"by hand"_s, .onBehalf = u"somebody"_s});
    if (!cells) {
        qWarning("no cells: %s", qPrintable(cells.error().toLine()));
        return {};
    }
    const QString id =
        QUuid::createUuidV5(QUuid(), u"%1 %2"_s.arg(place.address).arg(++m_added)).toString(QUuid::WithoutBraces);
    const auto written =
        finishOf(somebodyElse().dataverse().write({.entitySet = table.entitySet,
                                                   .rowId = id,
                                                   .condition = dataverse::Write::Condition::CreateOnly,
                                                   .cells = *cells},
                                                  &somebodyElse()));
    if (!written) {
        qWarning("not made: %s", qPrintable(written.error().toLine()));
        return {};
    }
    if (!isActive && (!setConsent(id, u"statecode"_s, "1")))
        return {};
    return id;
}

QList<mapping::ConsentRow> ConsentWorld::consentsOf(const QString &address)
{
    const mapping::Table &table = surroundings().consentTable;
    QStringList columns = mapping::consentColumnsToRead(table);
    columns << u"statecode"_s;
    const auto found =
        finishOf(dataverse::findAnyOf(somebodyElse().dataverseService(), somebodyElse().tokens(),
                                      somebodyElse().instance().apiUrl(profile.options.apiVersion), table,
                                      mapping::consentcolumn::address, {address}, columns, 50, &somebodyElse()));
    if (!found)
        qWarning("consents could not be read: %s", qPrintable(found.error().toLine()));
    QList<mapping::ConsentRow> rows;
    for (const dataverse::Row &row : found.valueOr({}))
        rows << mapping::consentRowOf(row.id, row.etag, row.values);
    return rows;
}

bool ConsentWorld::setConsent(const QString &rowId, const QString &column, const QByteArray &json)
{
    const auto written = finishOf(
        somebodyElse().dataverse().write({.entitySet = surroundings().consentTable.entitySet,
                                          .rowId = rowId,
                                          .cells = {{.column = column, .member = column.toUtf8(), .json = json}}},
                                         &somebodyElse()));
    return written && written->effect == dataverse::WriteReply::Effect::Updated;
}

} // namespace support
