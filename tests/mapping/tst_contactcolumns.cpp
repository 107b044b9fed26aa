// Walks the columns of a real contact table, where that fixture is at hand.

#include "mapping/convert.h"
#include "mapping/lint.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace mapping;
using consent::Choice;
using consent::Finding;
using profile::Mapping;

namespace {

ColumnType typeOf(const QJsonObject &attribute)
{
    static const QHash<QString, ColumnType> types{
        {u"StringType"_s, ColumnType::Text},     {u"MemoType"_s, ColumnType::Memo},
        {u"IntegerType"_s, ColumnType::Integer}, {u"BigIntType"_s, ColumnType::BigInt},
        {u"DecimalType"_s, ColumnType::Decimal}, {u"DoubleType"_s, ColumnType::Double},
        {u"MoneyType"_s, ColumnType::Money},     {u"BooleanType"_s, ColumnType::Boolean},
        {u"PicklistType"_s, ColumnType::Choice}, {u"StateType"_s, ColumnType::State},
        {u"StatusType"_s, ColumnType::Status},   {u"DateTimeType"_s, ColumnType::DateTime},
        {u"LookupType"_s, ColumnType::Lookup},   {u"CustomerType"_s, ColumnType::Customer},
        {u"OwnerType"_s, ColumnType::Owner},     {u"UniqueidentifierType"_s, ColumnType::UniqueId}};
    const ColumnType type = types.value(attribute[u"AttributeTypeName"_s][u"Value"_s].toString(), ColumnType::Other);
    const bool isDate = attribute[u"DateTimeBehavior"_s][u"Value"_s].toString() == "DateOnly"_L1;
    return type == ColumnType::DateTime && isDate ? ColumnType::DateOnly : type;
}

Column columnOf(const QJsonObject &attribute)
{
    Column column{.logicalName = attribute[u"LogicalName"_s].toString(),
                  .schemaName = attribute[u"SchemaName"_s].toString(),
                  .displayName = attribute[u"DisplayName"_s].toString(),
                  .type = typeOf(attribute),
                  .format = attribute[u"FormatName"_s][u"Value"_s].toString(),
                  .maxLength = attribute[u"MaxLength"_s].toInt(),
                  .precision = attribute[u"Precision"_s].toInt(),
                  .isPrimaryId = attribute[u"IsPrimaryId"_s].toBool(),
                  .isValidForCreate = attribute[u"IsValidForCreate"_s].toBool(),
                  .isValidForUpdate = attribute[u"IsValidForUpdate"_s].toBool(),
                  .isValidForRead = attribute[u"IsValidForRead"_s].toBool(),
                  .attributeOf = attribute[u"AttributeOf"_s].toString()};
    if (attribute.contains(u"MinValue"_s))
        column.minimum = attribute[u"MinValue"_s].toDouble();
    if (attribute.contains(u"MaxValue"_s))
        column.maximum = attribute[u"MaxValue"_s].toDouble();
    const QJsonArray options = attribute[u"Options"_s].toArray();
    for (const QJsonValue &option : options)
        column.options << ChoiceOption{.value = option[u"Value"_s].toInteger(), .label = option[u"Label"_s].toString()};
    const QJsonArray targets = attribute[u"Targets"_s].toArray();
    for (const QJsonValue &target : targets) {
        const QString name = target.toString();
        column.targets << LookupTarget{
            .table = name, .entitySet = name + u's', .navigationProperty = column.logicalName + u'_' + name};
    }
    return column;
}

/// A text that fits the column, as far as its metadata tell.
QString fittingText(const Column &column)
{
    switch (column.type) {
    case ColumnType::Boolean:
        return u"true"_s;
    case ColumnType::Integer:
    case ColumnType::BigInt:
    case ColumnType::Decimal:
    case ColumnType::Double:
    case ColumnType::Money:
        return QString::number(qint64(column.minimum.value_or(0)));
    case ColumnType::Choice:
    case ColumnType::MultiChoice:
        return QString::number(column.options.first().value);
    case ColumnType::DateTime:
        return u"2026-11-20T09:58:12Z"_s;
    case ColumnType::DateOnly:
        return u"2026-11-20"_s;
    case ColumnType::Lookup:
    case ColumnType::Customer:
        return column.targets.first().table + u":7c0f1a2b-3c4d-5e6f-8a9b-0c1d2e3f4a5b"_s;
    case ColumnType::Text:
    case ColumnType::Memo:
    case ColumnType::State:
    case ColumnType::Status:
    case ColumnType::Owner:
    case ColumnType::UniqueId:
    case ColumnType::Other:
        break;
    }
    return QString(column.maxLength, u'x');
}

} // namespace

class TestContactColumns : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        QFile file(QStringLiteral(CB_SHARED_FIXTURES "/dataverse/contact-attributes-slim.json"));
        if (!file.open(QIODevice::ReadOnly))
            QSKIP("the fixture of a real contact table is not here");
        const QJsonArray attributes = QJsonDocument::fromJson(file.readAll()).object()[u"Attributes"_s].toArray();
        for (const QJsonValue &attribute : attributes)
            m_table.columns << columnOf(attribute.toObject());
        QVERIFY(m_table.columns.size() > 300);
    }

    void everyWritableColumnTakesWhatFits()
    {
        const QList<Column> offered = writableColumns(m_table, false);
        QVERIFY(offered.size() > 100);
        for (const Column &column : offered) {
            Mapping mapping{
                .column = column.logicalName, .value = u"metadata_x"_s, .polarity = Mapping::Polarity::Direct};
            const QString text = fittingText(column);
            const auto cell = convert({.kind = Finding::Kind::Text, .text = text}, mapping, column);
            QVERIFY2(cell, qPrintable(column.logicalName + (cell ? QString() : u": "_s + cell.error().message)));
            QVERIFY2(*cell && !jsonValue((*cell)->json).isUndefined(), qPrintable(column.logicalName));
            if (column.maxLength > 0) {
                QVERIFY2(!convert({.kind = Finding::Kind::Text, .text = text + u'x'}, mapping, column),
                         qPrintable(column.logicalName));
            }
        }
    }

    void everyOtherColumnRefuses()
    {
        QSet<QString> offered;
        const QList<Column> writable = writableColumns(m_table, false);
        for (const Column &column : writable)
            offered << column.logicalName;
        for (const Column &column : m_table.columns) {
            if (offered.contains(column.logicalName) || column.isPrimaryId)
                continue;
            for (const Finding &finding : {Finding{.kind = Finding::Kind::Choice, .choice = Choice::Given},
                                           Finding{.kind = Finding::Kind::Text, .text = u"1"_s}})
                QVERIFY2(!convert(finding, {.column = column.logicalName, .givenLiteral = u"1"_s}, column),
                         qPrintable(column.logicalName));
        }
    }

    void columnsThatForbidNeedAWayRound()
    {
        QStringList needing;
        for (const Column &column : m_table.columns) {
            if (needsPolarity({}, column, true) && column.attributeOf.isEmpty())
                needing << column.logicalName;
        }
        needing.sort();
        QCOMPARE(needing, (QStringList{u"adx_identity_locallogindisabled"_s, u"donotbulkemail"_s,
                                       u"donotbulkpostalmail"_s, u"donotemail"_s, u"donotfax"_s, u"donotphone"_s,
                                       u"donotpostalmail"_s, u"donotsendmm"_s, u"msdyn_disablewebtracking"_s}));
    }

private:
    Table m_table;
};

QTEST_GUILESS_MAIN(TestContactColumns)
#include "tst_contactcolumns.moc"
