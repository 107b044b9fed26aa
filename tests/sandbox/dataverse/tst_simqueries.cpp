#include "rig.h"

#include <QTest>

using namespace Qt::StringLiterals;

namespace {

/// Six rows that differ in what filters look at, beside the forty.
struct Marked : Rig {
    Marked()
    {
        const auto add = [this](const char *columns) {
            if (post("contacts", json(QByteArray("{'jobtitle':'marked',") + columns + '}')).status() != 204)
                qFatal("a row of the test was refused: %s", columns);
        };
        add("'lastname':'Alpha','new_counter':1,'new_newsletterconsent':true,'new_consentdate':'2026-01-01T00:00:00Z','"
            "new_channels':'1,2'");
        add("'lastname':'beta','new_counter':2,'new_newsletterconsent':false,'new_consentdate':'2026-02-01T00:00:00Z','"
            "new_channels':'9'");
        add("'lastname':'Gamma 100%','new_counter':3,'birthdate':'1990-05-05','new_bigcounter':9007199254740993");
        add("'lastname':'O\\u0027Neil','nickname':'a+b/"
            "c','new_newsletterchoice':100000002,'new_FavouriteBrand@odata.bind':\"/"
            "new_brands(new_code=\\u0027BLUE\\u0027)\"");
        add("'lastname':'Éclair','new_score':12.5");
        add("'nickname':'nameless'");
    }

    /// Last names of the marked rows that a filter leaves, in order.
    QString names(const QByteArray &filter, const QByteArray &more = {})
    {
        const QByteArray whole =
            filter.isEmpty() ? QByteArray("jobtitle eq 'marked'") : "jobtitle eq 'marked' and (" + filter + ')';
        const Answer answer =
            get("contacts?$select=lastname&$orderby=lastname&$filter=" + whole.toPercentEncoding() + more);
        if (answer.status() != 200)
            return answer.code();
        QStringList names;
        for (const QJsonValue &row : answer.rows())
            names << row.toObject().value(u"lastname"_s).toString(u"-"_s);
        return names.join(u'|');
    }
};

} // namespace

class TestSimQueries : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void filters_data()
    {
        QTest::addColumn<QByteArray>("filter");
        QTest::addColumn<QString>("names"); // or the code of a refusal
        const auto row = [](const QByteArray &filter, const QString &names) {
            QTest::newRow(filter.constData()) << filter << names;
        };
        row("lastname eq 'ALPHA'", u"Alpha"_s);
        row("lastname eq 'Alpha  '", u"Alpha"_s);
        row("lastname eq 'O''Neil'", u"O'Neil"_s);
        row("'beta' eq lastname", u"beta"_s);
        row("nickname eq 'a+b/c'", u"O'Neil"_s);
        row("lastname eq null", u"-"_s);
        row("lastname ne null and new_counter eq null", u"O'Neil|Éclair"_s);
        row("new_counter eq 2", u"beta"_s);
        row("new_counter ne 2 and lastname ne null", u"Alpha|Gamma 100%|O'Neil|Éclair"_s); // null is not 2
        row("new_counter gt 1 and new_counter lt 3", u"beta"_s);
        row("new_counter ge 2", u"beta|Gamma 100%"_s);
        row("new_counter le 1.5", u"Alpha"_s);
        row("new_bigcounter eq 9007199254740993", u"Gamma 100%"_s);
        row("new_bigcounter eq 9007199254740992", QString());
        row("new_score eq 12.5", u"Éclair"_s);
        row("new_newsletterconsent eq true", u"Alpha"_s);
        row("not (new_newsletterconsent eq true) and new_counter lt 3", u"beta"_s);
        row("not not (lastname eq 'beta')", u"beta"_s);
        row("new_newsletterchoice eq 100000002", u"O'Neil"_s);
        row("new_consentdate gt 2026-01-15T00:00:00Z", u"beta"_s);
        row("new_consentdate eq 2026-01-01T01:00:00+01:00", u"Alpha"_s);
        row("new_consentdate ge 2026-01-02", u"beta"_s);
        row("birthdate eq 1990-05-05", u"Gamma 100%"_s);
        row("lastname eq 'Alpha' or lastname eq 'beta' and new_counter eq 99", u"Alpha"_s); // and binds closer
        row("(lastname eq 'Alpha' or lastname eq 'beta') and new_counter eq 2", u"beta"_s);
        row("startswith(lastname,'al')", u"Alpha"_s);
        row("endswith(lastname,'TA')", u"beta"_s);
        row("contains(lastname,'am')", u"Gamma 100%"_s);
        row("contains(lastname,'a%a')", u"Alpha|Gamma 100%"_s);
        row("contains(lastname,'b_ta')", u"beta"_s);
        row("contains(lastname,'éclair')", u"Éclair"_s);
        row("contains(lastname,'.')", QString());
        row("not contains(lastname,'a')", u"-|O'Neil"_s);
        row("new_FavouriteBrand/new_name eq 'blue harbour'", u"O'Neil"_s);
        row("new_FavouriteBrand/new_code ne null", u"O'Neil"_s);
        row("_new_favouritebrand_value ne null", u"O'Neil"_s);
        row("_new_favouritebrand_value eq 11111111-2222-4333-8444-555555555555", QString());
        row("Microsoft.Dynamics.CRM.In(PropertyName='lastname',PropertyValues=[\"ALPHA\",\"O'Neil\",\"x)\"])",
            u"Alpha|O'Neil"_s);
        row("Microsoft.Dynamics.CRM.In(PropertyName='new_counter',PropertyValues=[\"1\",\"3\"])",
            u"Alpha|Gamma 100%"_s);
        row("Microsoft.Dynamics.CRM.NotIn(PropertyName='lastname',PropertyValues=[\"Alpha\"]) and new_counter gt 0",
            u"beta|Gamma 100%"_s);
        row("Microsoft.Dynamics.CRM.ContainValues(PropertyName='new_channels',PropertyValues=[\"2\",\"9\"])",
            u"Alpha|beta"_s);
        row("Microsoft.Dynamics.CRM.DoesNotContainValues(PropertyName='new_channels',PropertyValues=[\"9\"]) and "
            "new_counter lt 3",
            u"Alpha"_s);
        // What is refused
        row("lastname eq 5", u"0x80060888"_s);
        row("new_counter eq '5'", u"0x80060888"_s);
        row("new_newsletterconsent eq 'true'", u"0x80060888"_s);
        row("contactid eq 'aaaaaaaa-0000-4000-8000-000000000001'", u"0x80060888"_s);
        row("birthdate eq 1990-05-05T00:00:00Z", u"0x80060888"_s);
        row("nothing eq 1", u"0x80060888"_s);
        row("LastName eq 'x'", u"0x80060888"_s);
        row("new_favouritebrand eq null", u"0x80060888"_s);
        row("new_favouritebrand/new_name eq 'x'", u"0x80060888"_s);
        row("accountrolecodename eq 'x'", u"0x80060888"_s);
        row("lastname like 'x'", u"0x80060888"_s);
        row("lastname eq", u"0x80060888"_s);
        row("lastname eq 'x", u"0x80060888"_s);
        row("lastname", u"0x80060888"_s);
        row("(lastname eq 'x'", u"0x80060888"_s);
        row("lastname eq 'x' lastname", u"0x80060888"_s);
        row("substringof('x',lastname)", u"0x80060888"_s);
        row("contains(new_counter,'1')", u"0x80060888"_s);
        row("contains(lastname,1)", u"0x80060888"_s);
        row("Microsoft.Dynamics.CRM.In(PropertyName='lastname',PropertyValues='a')", u"0x80060888"_s);
        row("Microsoft.Dynamics.CRM.In(PropertyName='lastname',PropertyValues=[1])", u"0x80060888"_s);
        row("Microsoft.Dynamics.CRM.Nothing(PropertyName='lastname')", u"0x80060888"_s);
        QTest::newRow("too deep") << QByteArray(QByteArray(5000, '(') + "lastname eq 'x'" + QByteArray(5000, ')'))
                                  << u"0x80060888"_s;
        QTest::newRow("too many nots") << QByteArray(QByteArray("not ").repeated(5000) + "lastname eq 'x'")
                                       << u"0x80060888"_s;
        QTest::newRow("thousands of ors")
            << QByteArray(QByteArray("lastname eq 'x' or ").repeated(5000) + "lastname eq 'beta'") << u"beta"_s;
    }

    void filters()
    {
        QFETCH(QByteArray, filter);
        QFETCH(QString, names);
        Marked rig;
        QCOMPARE(rig.names(filter), names);
    }

    void aliases()
    {
        Marked rig;
        QCOMPARE(rig.names("lastname eq @n", "&@n='beta'"), u"beta"_s);
        QCOMPARE(rig.names("Microsoft.Dynamics.CRM.In(PropertyName=@p,PropertyValues=@v)",
                           "&@p='lastname'&@v=%5B%22beta%22%5D"),
                 u"beta"_s);
        QCOMPARE(rig.names("lastname eq @absent"), u"-"_s); // an alias without a value is null
    }

    void aPlusIsABlank()
    {
        Marked rig;
        QCOMPARE(rig.get("contacts?$filter=nickname+eq+'nameless'").rows().size(), 1);
        QCOMPARE(rig.get("contacts?$filter=nickname%20eq%20'a+b/c'").rows().size(), 0); // the plus had to be encoded
        QCOMPARE(rig.get("contacts?$filter=nickname%20eq%20'a%2Bb/c'").rows().size(), 1);
    }

    void selects()
    {
        Rig rig;
        const QJsonObject row = rig.get(rig.byId() + "?$select=lastname,%20_parentcustomerid_value").object();
        QCOMPARE(row.keys(), (QStringList{u"@odata.context"_s, u"@odata.etag"_s, u"_parentcustomerid_value"_s,
                                          u"contactid"_s, u"lastname"_s}));
        const QJsonObject whole = rig.get(rig.byId()).object();
        QVERIFY(whole.size() > 80);
        QVERIFY(whole.contains(u"description"_s)); // nulls are there too
        QVERIFY(!whole.contains(u"accountrolecodename"_s));
        for (const QByteArray wrong : {"nothing", "LastName", "parentcustomerid", "accountrolecodename",
                                       "new_FavouriteBrand", "lastname;firstname"}) {
            QCOMPARE(rig.get(rig.byId() + "?$select=" + wrong).code(), u"0x80060888"_s);
            QCOMPARE(rig.get("contacts?$select=lastname," + wrong).code(), u"0x80060888"_s);
        }
    }

    void orders()
    {
        Marked rig;
        const auto firsts = [&](const QByteArray &order) {
            QStringList names;
            for (const QJsonValue &row :
                 rig.get("contacts?$filter=jobtitle%20eq%20'marked'&$orderby=" + order.toPercentEncoding()).rows())
                names << row.toObject().value(u"lastname"_s).toString(u"-"_s).left(1);
            return names.join(QString());
        };
        QCOMPARE(firsts("lastname"), u"-AbGOÉ"_s); // nulls first, letter case aside
        QCOMPARE(firsts("lastname desc"), u"ÉOGbA-"_s);
        QCOMPARE(firsts("new_counter desc,lastname asc").left(3), u"GbA"_s);
        QCOMPARE(rig.get("contacts?$orderby=nothing").code(), u"0x80060888"_s);
        QCOMPARE(rig.get("contacts?$orderby=lastname%20down").code(), u"0x80060888"_s);
    }

    void counts()
    {
        Marked rig;
        const qsizetype all = rig.dataverse.contactCount();
        QCOMPARE(rig.get("contacts/$count").response.body.toLongLong(), all);
        QCOMPARE(rig.get("contacts/$count?$filter=jobtitle%20eq%20'marked'").response.body, "6");
        const Answer some = rig.get("contacts?$select=lastname&$top=2&$count=true");
        QCOMPARE(some.rows().size(), 2);
        QCOMPARE(some["@odata.count"_L1].toInteger(), all);
        QVERIFY(!some.object().contains(u"@odata.nextLink"_s));
        QVERIFY(!rig.get("contacts?$count=false").object().contains(u"@odata.count"_s));
        QCOMPARE(
            rig.get("RetrieveTotalRecordCount(EntityNames=@e)?@e=%5B'contact'%5D")["EntityRecordCountCollection"_L1]
                                                                                  ["Values"_L1][0]
                                                                                      .toInteger(),
            all);
    }

    void pages()
    {
        Rig rig;
        const httpd::Headers seven{{"Prefer", "odata.maxpagesize=7,odata.include-annotations=\"*\""}};
        QSet<QString> seen;
        QByteArray address = "contacts?$select=fullname&$orderby=fullname%20desc&$filter=contains(fullname,'e')";
        const int all = rig.get("contacts/$count?$filter=contains(fullname,'e')").response.body.toInt();
        QString before;
        int pages = 0;
        for (; !address.isEmpty(); ++pages) {
            const Answer page = rig.get(address, seven);
            QCOMPARE(page.status(), 200);
            QVERIFY(page.header("Preference-Applied").contains("odata.maxpagesize=7"));
            QVERIFY(page.rows().size() <= 7);
            for (const QJsonValue &row : page.rows()) {
                const QString name = row[u"fullname"_s].toString();
                QVERIFY(before.isEmpty() || name.compare(before, Qt::CaseInsensitive) <= 0);
                before = name;
                seen << row[u"contactid"_s].toString();
            }
            address = page["@odata.nextLink"_L1].toString().toUtf8();
            if (pages == 0) { // a link is followed as it is: encoded once more it means nothing
                QVERIFY(address.contains("$skiptoken=%3Ccookie"));
                QByteArray twice = address;
                QCOMPARE(rig.get(twice.replace("%3C", "%253C").sliced(QByteArray("http://127.0.0.1:9").size()), seven)
                             .status(),
                         400);
            }
            if (!address.isEmpty())
                address.remove(0, QByteArray("http://127.0.0.1:9").size());
        }
        QCOMPARE(seen.size(), all);
        QCOMPARE(pages, (all + 6) / 7);
    }

    void refusesOptions_data()
    {
        QTest::addColumn<QByteArray>("query");
        for (const char *query :
             {"$skip=1", "$search=x", "$apply=x", "$top=x", "$top=-1", "$count=yes",
              "$select=lastname&$select=firstname", "$levels=1", "$skiptoken=x", "fetchXml=x", "$filter=%zz",
              "$expand=nothing", "$expand=new_FavouriteBrand($select=nothing)", "$expand=new_FavouriteBrand($top=1)",
              "$expand=new_FavouriteBrand(", "$expand=new_favouritebrand"})
            QTest::newRow(query) << QByteArray(query);
    }

    void refusesOptions()
    {
        QFETCH(QByteArray, query);
        Rig rig;
        QCOMPARE(rig.get("contacts?" + query).status(), 400);
        QCOMPARE(rig.get("contacts?" + query).code(), u"0x80060888"_s);
    }

    void ownOptionsAreIgnored()
    {
        Rig rig;
        QCOMPARE(rig.patch(rig.byId() + "?tag=our-push", json("{'jobtitle':'x'}")).status(), 204);
        QCOMPARE(rig.get("contacts?$top=1", {{"Prefer", "odata.maxpagesize=0"}}).status(), 200); // $top excludes pages
        QCOMPARE(rig.get("contacts", {{"Prefer", "odata.maxpagesize=0"}}).status(), 400);
    }

    void expands()
    {
        Marked rig;
        const QJsonValue row =
            rig.get("contacts?$select=lastname&$filter=new_FavouriteBrand/"
                    "new_code%20eq%20'blue'%20and%20nickname%20eq%20'a%2Bb/c'"
                    "&$expand=new_FavouriteBrand($select=new_name),parentcustomerid_account($select=name)")
                .rows()
                .at(0);
        QCOMPARE(row["new_FavouriteBrand"_L1]["new_name"_L1].toString(), u"Blue Harbour"_s);
        QVERIFY(row["new_FavouriteBrand"_L1].toObject().contains(u"new_brandid"_s));
        QVERIFY(!row["new_FavouriteBrand"_L1].toObject().contains(u"new_code"_s));
        QVERIFY(row.toObject().contains(u"parentcustomerid_account"_s));
        QVERIFY(row["parentcustomerid_account"_L1].isNull());
        // An account is no contact: the other navigation of the same lookup stays empty.
        const QJsonValue customer = rig.get("contacts?$filter=_parentcustomerid_value%20ne%20null&$top=1&$expand="
                                            "parentcustomerid_account,parentcustomerid_contact")
                                        .rows()
                                        .at(0);
        QVERIFY(customer["parentcustomerid_account"_L1].isObject());
        QVERIFY(customer["parentcustomerid_contact"_L1].isNull());
    }

    void annotations_data()
    {
        QTest::addColumn<QByteArray>("prefer");
        QTest::addColumn<QStringList>("names"); // of the annotations of one lookup
        const QString formatted = u"OData.Community.Display.V1.FormattedValue"_s;
        const QString lookup = u"Microsoft.Dynamics.CRM.lookuplogicalname"_s;
        const QString navigation = u"Microsoft.Dynamics.CRM.associatednavigationproperty"_s;
        QTest::newRow("none") << QByteArray() << QStringList();
        QTest::newRow("all") << QByteArray("odata.include-annotations=\"*\"")
                             << QStringList{navigation, lookup, formatted};
        QTest::newRow("one") << QByteArray("odata.include-annotations=\"OData.Community.Display.V1.FormattedValue\"")
                             << QStringList{formatted};
        QTest::newRow("two, among others") << QByteArray("odata.maxpagesize=5, "
                                                         "odata.include-annotations=\"OData.Community.Display.V1."
                                                         "FormattedValue,Microsoft.Dynamics.CRM.lookuplogicalname\"")
                                           << QStringList{lookup, formatted};
        QTest::newRow("a family") << QByteArray("odata.include-annotations=Microsoft.Dynamics.CRM.*")
                                  << QStringList{navigation, lookup};
    }

    void annotations()
    {
        QFETCH(QByteArray, prefer);
        QFETCH(QStringList, names);
        Rig rig;
        QStringList found;
        for (const QString &key :
             rig.get(rig.byId() + "?$select=_ownerid_value", {{"Prefer", prefer}}).object().keys()) {
            if (key.startsWith(u"_ownerid_value@"))
                found << key.section(u'@', 1);
        }
        QCOMPARE(found, names);
    }

    void formattedValues_data()
    {
        QTest::addColumn<QByteArray>("column");
        QTest::addColumn<QByteArray>("value");
        QTest::addColumn<QString>("shown");
        QTest::newRow("boolean") << QByteArray("donotbulkemail") << QByteArray("false") << u"Allow"_s;
        QTest::newRow("its opposite") << QByteArray("followemail") << QByteArray("false") << u"Do Not Allow"_s;
        QTest::newRow("choice") << QByteArray("new_newsletterchoice") << QByteArray("100000002") << u"Pending"_s;
        QTest::newRow("choices") << QByteArray("new_channels") << QByteArray("'9,1'") << u"E-mail; Post"_s;
        QTest::newRow("state") << QByteArray("statecode") << QByteArray("1") << u"Inactive"_s;
        QTest::newRow("integer") << QByteArray("numberofchildren") << QByteArray("1234") << u"1,234"_s;
        QTest::newRow("decimal") << QByteArray("new_score") << QByteArray("1.5") << u"1.50"_s;
        QTest::newRow("money") << QByteArray("new_spend") << QByteArray("1234.5") << u"€1,234.50"_s;
        QTest::newRow("moment") << QByteArray("new_consentdate") << QByteArray("'2026-11-20T09:05:12Z'")
                                << u"11/20/2026 9:05 AM"_s;
        QTest::newRow("day") << QByteArray("birthdate") << QByteArray("'1990-05-06'") << u"5/6/1990"_s;
    }

    void formattedValues()
    {
        QFETCH(QByteArray, column);
        QFETCH(QByteArray, value);
        QFETCH(QString, shown);
        Rig rig;
        QCOMPARE(rig.patch(rig.byId(), json("{'" + column + "':" + value + '}')).status(), 204);
        const QJsonObject row =
            rig.get(rig.byId() + "?$select=" + column, {{"Prefer", "odata.include-annotations=\"*\""}}).object();
        QCOMPARE(row.value(QString::fromUtf8(column) + u"@OData.Community.Display.V1.FormattedValue"_s).toString(),
                 shown);
    }

    void severalRowsMayMatch()
    {
        Rig rig;
        for (const sandbox::Person &person : rig.people) {
            if (person.kind != sandbox::Person::Case::TwoContacts)
                continue;
            const QByteArray filter = "externaluseridentifier eq '" + person.organizationUserId.toUtf8() + '\'';
            QCOMPARE(rig.get("contacts?$select=contactid&$top=3&$filter=" + filter.toPercentEncoding()).rows().size(),
                     2);
            return;
        }
        QFAIL("forty contacts must hold such a person");
    }
};

QTEST_GUILESS_MAIN(TestSimQueries)
#include "tst_simqueries.moc"
