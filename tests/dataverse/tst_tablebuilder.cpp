#include "dataverse/metadata.h"

#include <QJsonDocument>
#include <QTest>

using namespace Qt::StringLiterals;
using core::Result;
using dataverse::Labels;
using dataverse::TableBuilder;
using mapping::Column;
using mapping::ColumnType;
using mapping::Table;

namespace {

QJsonObject label(const QList<std::pair<int, QString>> &texts, const QString &user = {})
{
    QJsonArray localized;
    for (const auto &[language, text] : texts)
        localized.append(QJsonObject{{u"Label"_s, text}, {u"LanguageCode"_s, language}});
    const QJsonValue own =
        user.isEmpty() ? QJsonValue() : QJsonValue(QJsonObject{{u"Label"_s, user}, {u"LanguageCode"_s, 1033}});
    return {{u"LocalizedLabels"_s, localized}, {u"UserLocalizedLabel"_s, own}};
}

QJsonObject definition()
{
    return {{u"LogicalName"_s, u"contact"_s},
            {u"EntitySetName"_s, u"contacts"_s},
            {u"PrimaryIdAttribute"_s, u"contactid"_s},
            {u"PrimaryNameAttribute"_s, u"fullname"_s},
            {u"DisplayName"_s, label({{1033, u"Contact"_s}, {1036, u"Contact (fr)"_s}}, u"Contact"_s)},
            {u"ChangeTrackingEnabled"_s, true},
            {u"IsOptimisticConcurrencyEnabled"_s, true}};
}

QJsonObject common(const QString &name, const QString &type, const QJsonObject &more = {})
{
    QJsonObject column{{u"LogicalName"_s, name},
                       {u"SchemaName"_s, name.toUpper()},
                       {u"AttributeTypeName"_s, QJsonObject{{u"Value"_s, QString(type + u"Type"_s)}}},
                       {u"DisplayName"_s, label({}, name.toUpper())},
                       {u"IsValidForCreate"_s, true},
                       {u"IsValidForUpdate"_s, true},
                       {u"IsValidForRead"_s, true}};
    for (auto it = more.begin(); it != more.end(); ++it)
        column.insert(it.key(), it.value());
    return column;
}

QJsonObject details(const QString &name, const QJsonObject &more)
{
    QJsonObject column{{u"LogicalName"_s, name}};
    for (auto it = more.begin(); it != more.end(); ++it)
        column.insert(it.key(), it.value());
    return column;
}

/// The one column of a table that has no other.
Column built(const QJsonObject &column, const QJsonObject &more = {})
{
    TableBuilder builder{Labels(QLocale(u"en_US"_s))};
    builder.setDefinition(definition());
    builder.setColumns({column});
    builder.addDetails({details(column.value(u"LogicalName").toString(), more)});
    const Result<Table> table = builder.build();
    return table && table->columns.size() == 1 ? table->columns.first() : Column();
}

QJsonObject relationship(const QString &attribute, const QString &table, const QString &navigation)
{
    return {{u"ReferencingAttribute"_s, attribute},
            {u"ReferencedEntity"_s, table},
            {u"ReferencingEntityNavigationPropertyName"_s, navigation}};
}

QJsonObject tableSet(const QString &name, const QString &set)
{
    return {{u"LogicalName"_s, name}, {u"EntitySetName"_s, set}};
}

} // namespace

class TestTableBuilder : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readsTheTable()
    {
        TableBuilder builder{Labels(QLocale(u"en_US"_s))};
        builder.setDefinition(definition());
        builder.setColumns({common(u"b"_s, u"String"_s), common(u"a"_s, u"String"_s), QJsonObject()});
        builder.setKeys({QJsonObject{{u"LogicalName"_s, u"new_key"_s},
                                     {u"DisplayName"_s, label({}, u"Didomi key"_s)},
                                     {u"KeyAttributes"_s, QJsonArray{u"a"_s}},
                                     {u"EntityKeyIndexStatus"_s, u"Active"_s}},
                         QJsonObject{{u"LogicalName"_s, u"new_broken"_s},
                                     {u"KeyAttributes"_s, QJsonArray{u"a"_s, u"b"_s}},
                                     {u"EntityKeyIndexStatus"_s, u"Failed"_s}}});
        const Result<Table> table = builder.build();
        QVERIFY(table);
        QCOMPARE(table->displayName, u"Contact"_s);
        QCOMPARE(table->entitySet, u"contacts"_s);
        QCOMPARE(table->primaryId, u"contactid"_s);
        QCOMPARE(table->primaryName, u"fullname"_s);
        QVERIFY(table->hasChangeTracking);
        QVERIFY(table->hasOptimisticConcurrency);
        QCOMPARE(table->columns.size(), 2); // the nameless one is left out
        QCOMPARE(table->columns.first().logicalName, u"a"_s);
        QCOMPARE(table->keys.size(), 2);
        QCOMPARE(table->keys.first().displayName, u"Didomi key"_s);
        QCOMPARE(table->keys.first().status, mapping::Key::Status::Active);
        QCOMPARE(table->keys.last().displayName, u"new_broken"_s);
        QCOMPARE(table->keys.last().status, mapping::Key::Status::Failed);
        QCOMPARE(table->keys.last().columns, (QStringList{u"a"_s, u"b"_s}));
    }

    void refusesATableWithoutItsSet()
    {
        QJsonObject object = definition();
        object.remove(u"EntitySetName"_s);
        TableBuilder builder{Labels()};
        builder.setDefinition(object);
        const Result<Table> table = builder.build();
        QVERIFY(!table);
        QCOMPARE(table.error().kind, core::Error::Kind::BadReply);
    }

    void knowsTypes_data()
    {
        QTest::addColumn<QString>("word");
        QTest::addColumn<int>("type");
        const std::pair<const char16_t *, ColumnType> types[] = {
            {u"String", ColumnType::Text},
            {u"Memo", ColumnType::Memo},
            {u"Integer", ColumnType::Integer},
            {u"BigInt", ColumnType::BigInt},
            {u"Decimal", ColumnType::Decimal},
            {u"Double", ColumnType::Double},
            {u"Money", ColumnType::Money},
            {u"Boolean", ColumnType::Boolean},
            {u"Picklist", ColumnType::Choice},
            {u"MultiSelectPicklist", ColumnType::MultiChoice},
            {u"State", ColumnType::State},
            {u"Status", ColumnType::Status},
            {u"DateTime", ColumnType::DateTime},
            {u"Lookup", ColumnType::Lookup},
            {u"Customer", ColumnType::Customer},
            {u"Owner", ColumnType::Owner},
            {u"Uniqueidentifier", ColumnType::UniqueId},
            {u"Virtual", ColumnType::Other},
            {u"File", ColumnType::Other},
            {u"OfTheFuture", ColumnType::Other},
        };
        for (const auto &[word, type] : types)
            QTest::newRow(qPrintable(QString::fromUtf16(word))) << QString::fromUtf16(word) << int(type);
    }
    void knowsTypes()
    {
        QFETCH(QString, word);
        QFETCH(int, type);
        const Column column = built(common(u"x"_s, word));
        QCOMPARE(int(column.type), type);
        QCOMPARE(column.typeName, QString(word + u"Type"_s));

        QJsonObject withoutName = common(u"x"_s, word);
        withoutName.remove(u"AttributeTypeName"_s);
        withoutName.insert(u"AttributeType"_s, word);
        QCOMPARE(int(built(withoutName).type), type);
    }

    void tellsDatesFromMoments()
    {
        const auto behaving = [](const QString &behavior) {
            return built(common(u"x"_s, u"DateTime"_s),
                         {{u"Format"_s, u"DateOnly"_s}, {u"DateTimeBehavior"_s, QJsonObject{{u"Value"_s, behavior}}}});
        };
        QCOMPARE(behaving(u"DateOnly"_s).type, ColumnType::DateOnly);
        QCOMPARE(behaving(u"UserLocal"_s).type, ColumnType::DateTime); // though its format shows no time
        QVERIFY(!behaving(u"UserLocal"_s).isTimeZoneIndependent);
        QCOMPARE(behaving(u"TimeZoneIndependent"_s).type, ColumnType::DateTime);
        QVERIFY(behaving(u"TimeZoneIndependent"_s).isTimeZoneIndependent);
    }

    void readsLimits()
    {
        const Column text = built(common(u"x"_s, u"String"_s),
                                  {{u"MaxLength"_s, 100}, {u"FormatName"_s, QJsonObject{{u"Value"_s, u"Email"_s}}}});
        QCOMPARE(text.maxLength, 100);
        QCOMPARE(text.format, u"Email"_s);
        const Column number = built(common(u"x"_s, u"Decimal"_s),
                                    {{u"MinValue"_s, -1.5}, {u"MaxValue"_s, u"100"_s}, {u"Precision"_s, 2}});
        QCOMPARE(number.minimum, std::optional(-1.5));
        QCOMPARE(number.maximum, std::optional(100.0));
        QCOMPARE(number.precision, 2);
        QVERIFY(!text.minimum);
    }

    void readsFlags()
    {
        const Column plain = built(common(u"x"_s, u"String"_s));
        QVERIFY(plain.isValidForCreate && plain.isValidForUpdate && plain.isValidForRead);
        QVERIFY(!plain.isSecured && !plain.isCalculated && !plain.isDeprecated && !plain.isPrimaryId);
        QCOMPARE(plain.required, Column::Required::None);
        QVERIFY(plain.attributeOf.isEmpty());

        const Column special = built(common(u"x"_s, u"String"_s,
                                            {{u"IsSecured"_s, true},
                                             {u"SourceType"_s, 2},
                                             {u"DeprecatedVersion"_s, u"9.1.0.0"_s},
                                             {u"IsPrimaryId"_s, true},
                                             {u"AttributeOf"_s, u"y"_s},
                                             {u"IsValidForUpdate"_s, false},
                                             {u"RequiredLevel"_s, QJsonObject{{u"Value"_s, u"SystemRequired"_s}}}}));
        QVERIFY(special.isSecured && special.isCalculated && special.isDeprecated && special.isPrimaryId);
        QVERIFY(!special.isValidForUpdate);
        QCOMPARE(special.attributeOf, u"y"_s);
        QCOMPARE(special.required, Column::Required::System);
        QVERIFY(!built(common(u"x"_s, u"String"_s, {{u"SourceType"_s, 0}})).isCalculated);
        QVERIFY(!built(common(u"x"_s, u"String"_s, {{u"SourceType"_s, QJsonValue()}})).isCalculated);
    }

    void readsOptions()
    {
        const QJsonObject option{{u"Value"_s, 100000001}, {u"Label"_s, label({{1033, u"Weekly"_s}})}, {u"State"_s, 1}};
        const QJsonObject nameless{{u"Value"_s, 7}, {u"Label"_s, label({})}};
        const QJsonObject set{{u"Options"_s, QJsonArray{option, nameless}}};

        const Column own = built(common(u"x"_s, u"Picklist"_s), {{u"OptionSet"_s, set}});
        QCOMPARE(own.options.size(), 2);
        QCOMPARE(own.options.first(), (mapping::ChoiceOption{.value = 100000001, .label = u"Weekly"_s, .state = 1}));
        QCOMPARE(own.options.last(), (mapping::ChoiceOption{.value = 7, .label = u"7"_s}));

        const Column global = built(common(u"x"_s, u"MultiSelectPicklist"_s),
                                    {{u"OptionSet"_s, QJsonValue()}, {u"GlobalOptionSet"_s, set}});
        QCOMPARE(global.options, own.options);
    }

    void readsYesAndNo()
    {
        const QJsonObject set{
            {u"TrueOption"_s, QJsonObject{{u"Value"_s, 1}, {u"Label"_s, label({}, u"Do Not Allow"_s)}}},
            {u"FalseOption"_s, QJsonObject{{u"Value"_s, 0}, {u"Label"_s, label({}, u"Allow"_s)}}}};
        const Column column = built(common(u"x"_s, u"Boolean"_s), {{u"DefaultValue"_s, true}, {u"OptionSet"_s, set}});
        QCOMPARE(column.options, (QList<mapping::ChoiceOption>{{.value = 1, .label = u"Do Not Allow"_s},
                                                               {.value = 0, .label = u"Allow"_s}}));
        QCOMPARE(column.defaultBoolean, std::optional(true));
        QVERIFY(!built(common(u"x"_s, u"Boolean"_s)).defaultBoolean);
    }

    void picksLabels_data()
    {
        QTest::addColumn<QString>("locale");
        QTest::addColumn<QJsonObject>("label");
        QTest::addColumn<QString>("shown");
        const QJsonObject all =
            label({{1033, u"en"_s}, {1036, u"fr"_s}, {1046, u"br"_s}, {2070, u"pt"_s}, {2052, u"zh"_s}}, u"own"_s);
        QTest::newRow("exact") << u"fr_FR"_s << all << u"fr"_s;
        QTest::newRow("other region") << u"fr_CA"_s << all << u"fr"_s;
        QTest::newRow("one of two regions") << u"pt_PT"_s << all << u"pt"_s;
        QTest::newRow("the other") << u"pt_BR"_s << all << u"br"_s;
        QTest::newRow("sibling") << u"pt_BR"_s << label({{2070, u"pt"_s}}, u"own"_s) << u"pt"_s;
        QTest::newRow("another script is no sibling") << u"zh_TW"_s << all << u"own"_s;
        QTest::newRow("absent") << u"de_DE"_s << all << u"own"_s;
        QTest::newRow("unknown language") << u"eo"_s << all << u"own"_s;
        QTest::newRow("null user label") << u"de_DE"_s << label({{1033, u"en"_s}}) << u"x"_s;
        QTest::newRow("empty text") << u"fr_FR"_s << label({{1036, QString()}}, u"own"_s) << u"own"_s;
    }
    void picksLabels()
    {
        QFETCH(QString, locale);
        QFETCH(QJsonObject, label);
        QFETCH(QString, shown);
        QCOMPARE(Labels(QLocale(locale)).text(label, u"x"_s), shown);
    }

    void findsTheWayToTargets()
    {
        TableBuilder builder{Labels()};
        builder.setDefinition(definition());
        builder.setColumns({common(u"new_brandid"_s, u"Lookup"_s), common(u"ownerid"_s, u"Owner"_s),
                            common(u"parentcustomerid"_s, u"Customer"_s), common(u"strayid"_s, u"Lookup"_s)});
        builder.addDetails({details(u"new_brandid"_s, {{u"Targets"_s, QJsonArray{u"new_brand"_s}}}),
                            details(u"ownerid"_s, {{u"Targets"_s, QJsonArray{u"systemuser"_s, u"team"_s}}}),
                            details(u"parentcustomerid"_s, {{u"Targets"_s, QJsonArray{u"account"_s, u"contact"_s}}}),
                            details(u"strayid"_s, {{u"Targets"_s, QJsonArray{u"unknown"_s}}})});
        builder.setRelationships({relationship(u"new_brandid"_s, u"new_brand"_s, u"new_BrandId"_s),
                                  relationship(u"ownerid"_s, u"owner"_s, u"ownerid"_s),
                                  relationship(u"parentcustomerid"_s, u"account"_s, u"parentcustomerid_account"_s),
                                  relationship(u"parentcustomerid"_s, u"contact"_s, u"parentcustomerid_contact"_s)});
        QCOMPARE(builder.targetTables(),
                 (QStringList{u"account"_s, u"contact"_s, u"new_brand"_s, u"systemuser"_s, u"team"_s, u"unknown"_s}));
        builder.addEntitySets({tableSet(u"new_brand"_s, u"new_brands"_s), tableSet(u"systemuser"_s, u"systemusers"_s),
                               tableSet(u"team"_s, u"teams"_s), tableSet(u"account"_s, u"accounts"_s),
                               tableSet(u"contact"_s, u"contacts"_s)});
        const Result<Table> table = builder.build();
        QVERIFY(table);
        using Targets = QList<mapping::LookupTarget>;
        QCOMPARE(table->column(u"new_brandid"_s)->targets,
                 (Targets{{u"new_brand"_s, u"new_brands"_s, u"new_BrandId"_s}}));
        QCOMPARE(table->column(u"ownerid"_s)->targets,
                 (Targets{{u"systemuser"_s, u"systemusers"_s, u"ownerid"_s}, {u"team"_s, u"teams"_s, u"ownerid"_s}}));
        QCOMPARE(table->column(u"parentcustomerid"_s)->targets,
                 (Targets{{u"account"_s, u"accounts"_s, u"parentcustomerid_account"_s},
                          {u"contact"_s, u"contacts"_s, u"parentcustomerid_contact"_s}}));
        QVERIFY(table->column(u"strayid"_s)->targets.isEmpty()); // nothing that could be written
    }
};

QTEST_GUILESS_MAIN(TestTableBuilder)
#include "tst_tablebuilder.moc"
