#include "didomi/cataloguereader.h"

#include <QJsonDocument>
#include <QTest>

using namespace Qt::StringLiterals;
using consent::Catalogue;
using consent::Preference;
using consent::PreferenceValue;
using consent::Purpose;
using didomi::CatalogueReader;

namespace {

QJsonArray array(const QByteArray &json)
{
    return QJsonDocument::fromJson(json).array();
}

const QJsonArray &purposes()
{
    static const QJsonArray list = array("[{\"id\": \"sms_marketing\", \"description\": \"SMS\", \"details\": "
                                         "\"Texts\", \"organization_id\": \"acme\"}, "
                                         "{\"id\": \"newsletter-a1B2\", \"description\": {\"en\": \"Newsletter\", "
                                         "\"fr\": \"Lettre\"}, \"organization_id\": \"acme\"}, "
                                         "{\"id\": \"cookies\", \"description\": {}, \"organization_id\": null}, "
                                         "{\"description\": \"without an id\"}]");
    return list;
}

const QJsonArray &preferences()
{
    static const QJsonArray list =
        array("[{\"id\": \"topics-Zx9\", \"name\": {\"en\": \"Topics\"}, \"type\": \"multi\", "
              "\"values\": [{\"id\": \"culture-2\", \"name\": {\"en\": \"Culture\"}, \"order\": 2}, {\"id\": "
              "\"sports-1\", \"name\": \"Sports\", \"order\": 1}, {}]}, "
              "{\"id\": \"rhythm\", \"name\": \"Rhythm\", \"type\": \"single\", \"values\": []}]");
    return list;
}

const QJsonArray &tree()
{
    static const QJsonArray list =
        array("[{\"id\": \"t\", \"selected_purposes\": [ "
              "{\"purpose_id\": \"sms_marketing\", \"order\": 2, \"selected_preferences\": []}, "
              "{\"purpose_id\": \"newsletter-a1B2\", \"order\": 1, \"purpose\": {\"id\": \"newsletter-a1B2\", "
              "\"description\": \"Tree's name\"}, "
              "\"selected_preferences\": [ "
              "{\"preference\": {\"id\": \"topics-Zx9\", \"name\": \"Other\"}, \"selected_preferences\": [ "
              "{\"preference\": {\"id\": \"depth\", \"name\": \"Depth\", \"type\": \"single\", \"values\": [{\"id\": "
              "\"v\"}]}, "
              "\"parent_preference_value_id\": \"sports-1\"}]}]}, "
              "{\"purpose_id\": \"tree_only\", \"order\": 3, \"purpose\": {\"id\": \"tree_only\", \"description\": "
              "\"Of the tree\"}}]}]");
    return list;
}

QStringList idsOf(const QList<Purpose> &list)
{
    QStringList ids;
    for (const Purpose &purpose : list)
        ids << purpose.id;
    return ids;
}

} // namespace

class TestCatalogueReader : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readsPurposesAndPreferences()
    {
        const Catalogue catalogue = CatalogueReader(QLocale(u"en_US"_s)).read(purposes(), preferences(), {});
        QCOMPARE(idsOf(catalogue.purposes), (QStringList{u"sms_marketing"_s, u"newsletter-a1B2"_s, u"cookies"_s}));
        const Purpose &sms = catalogue.purposes.first();
        QCOMPARE(sms.name, u"SMS"_s);
        QCOMPARE(sms.description, u"Texts"_s);
        QVERIFY(!sms.isGlobal);
        QVERIFY(sms.preferenceIds.isEmpty());
        QCOMPARE(catalogue.purposes.at(2).name, u"cookies"_s); // nothing better is known
        QVERIFY(catalogue.purposes.at(2).isGlobal);

        QCOMPARE(catalogue.preferences.size(), 2);
        const Preference &topics = catalogue.preferences.first();
        QCOMPARE(topics.name, u"Topics"_s);
        QVERIFY(topics.isMulti);
        QCOMPARE(topics.values, (QList<PreferenceValue>{{u"sports-1"_s, u"Sports"_s}, {u"culture-2"_s, u"Culture"_s}}));
        QVERIFY(!catalogue.preferences.at(1).isMulti);
    }

    void followsTheTree()
    {
        const Catalogue catalogue = CatalogueReader(QLocale(u"en_US"_s)).read(purposes(), preferences(), tree());
        QCOMPARE(idsOf(catalogue.purposes),
                 (QStringList{u"newsletter-a1B2"_s, u"sms_marketing"_s, u"tree_only"_s, u"cookies"_s}));
        QCOMPARE(catalogue.purposes.at(0).name, u"Newsletter"_s);
        QCOMPARE(catalogue.purposes.at(0).preferenceIds, (QStringList{u"topics-Zx9"_s, u"depth"_s}));
        QCOMPARE(catalogue.purposes.at(2).name, u"Of the tree"_s);
        QCOMPARE(catalogue.preference(u"topics-Zx9"_s)->name, u"Topics"_s); // the list knows better than the tree
        QCOMPARE(catalogue.preference(u"depth"_s)->values.size(), 1);
    }

    void survivesNonsense_data()
    {
        QTest::addColumn<QJsonArray>("list");
        QTest::newRow("numbers") << array("[1, null, \"x\", [], {}]");
        QTest::newRow("wrong members") << array(
            "[{\"id\": 1, \"description\": 2, \"values\": 3, \"selected_purposes\": 4}]");
        QTest::newRow("wrong entries") << array(
            "[{\"selected_purposes\": [1, {\"selected_preferences\": [2, {\"preference\": 3}]}]}]");
        QByteArray deep = "{}";
        for (int i = 0; i < 200; ++i)
            deep =
                "{\"preference\":{\"id\":\"p" + QByteArray::number(i) + "\"},\"selected_preferences\":[" + deep + "]}";
        QTest::newRow("deep") << array("[{\"selected_purposes\":[{\"purpose_id\":\"\",\"selected_preferences\":[" +
                                       deep + "]}]}]");
    }
    void survivesNonsense()
    {
        QFETCH(QJsonArray, list);
        const Catalogue catalogue = CatalogueReader().read(list, list, list);
        QVERIFY(catalogue.purposes.isEmpty());
        QVERIFY(catalogue.preferences.size() < 20);
    }

    void picksNames_data()
    {
        QTest::addColumn<QString>("locale");
        QTest::addColumn<QString>("name");
        QTest::newRow("language") << u"fr_CA"_s << u"Lettre"_s;
        QTest::newRow("region first") << u"pt_BR"_s << u"Boletim (br)"_s;
        QTest::newRow("language of a region") << u"pt_PT"_s << u"Boletim"_s;
        QTest::newRow("English otherwise") << u"de_DE"_s << u"Newsletter"_s;
    }
    void picksNames()
    {
        QFETCH(QString, locale);
        QFETCH(QString, name);
        const QJsonObject texts{{u"fr"_s, u"Lettre"_s},
                                {u"pt"_s, u"Boletim"_s},
                                {u"pt_BR"_s, u"Boletim (br)"_s},
                                {u"en"_s, u"Newsletter"_s}};
        QCOMPARE(CatalogueReader(QLocale(locale)).name(texts, u"id"_s), name);
    }

    void findsSomeNameAnyhow()
    {
        const CatalogueReader reader(QLocale(u"de_DE"_s));
        QCOMPARE(reader.name(QJsonObject{{u"fr"_s, u"Lettre"_s}}, u"id"_s), u"Lettre"_s);
        QCOMPARE(reader.name(QJsonObject{{u"de"_s, QString()}, {u"en"_s, QJsonValue()}}, u"id"_s), u"id"_s);
        QCOMPARE(reader.name(QJsonValue(), u"id"_s), u"id"_s);
        QCOMPARE(reader.name(u""_s, u"id"_s), u"id"_s);
    }
};

QTEST_GUILESS_MAIN(TestCatalogueReader)
#include "tst_cataloguereader.moc"
