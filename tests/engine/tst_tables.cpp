// Tables that are no contacts: rows found by keys of several columns, by row id and by search; made with constants and
// with lookups by another table's key.

#include "engine/recoverjob.h"
#include "engine/world.h"
#include "support/finish.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QTest>

using namespace Qt::StringLiterals;
using engine::Change;
using engine::Plan;
using engine::PlanItem;
using profile::KeyPart;
using profile::Mapping;
using profile::MatchRule;
using sandbox::Person;
using store::Outcome;

namespace {

const QJsonObject given{{u"newsletter"_s, true}};
const QJsonObject refused{{u"newsletter"_s, false}};
constexpr auto customer = 100000000;
constexpr auto guest = 100000001;

} // namespace

class TestTables : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();

    void createsByAKeyOfTwoColumns();
    void updatesByAKeyOfTwoColumns();
    void equalRowsCostNoWrite();
    void takesThePartsFromMetadata();
    void looksHostileValuesUp_data();
    void looksHostileValuesUp();
    void findsByANumberWithinALookup();
    void isInvalidWithoutAPart_data();
    void isInvalidWithoutAPart();
    void isInvalidWithoutSuchAKey_data();
    void isInvalidWithoutSuchAKey();
    void isInvalidWithoutTheTarget_data();
    void isInvalidWithoutTheTarget();
    void asksForTargetsOnlyWhereNeeded();
    void isInvalidWithoutWhatANewRowNeeds();
    void isInvalidWithConstantsThatDoNotFit_data();
    void isInvalidWithConstantsThatDoNotFit();
    void mappingsWinOverConstants();
    void constantsAreNobodysChoice();
    void constantsAreNotWrittenOverARow();
    void recoversAnUpsertByItsAddress();

    void updatesAnAccountByRowId();
    void makesNoAccount();
    void findsALeadByItsAddress();
    void createsALeadThatIsFoundAgain();

private:
    void useSubscribers();
    void useTable(const QString &table);
    consent::Subject subject(const QString &person, const QJsonObject &purposes,
                             const QJsonObject &metadata = {}) const;
    PlanItem planned(const consent::Subject &subject);
    Outcome pushed(const consent::Subject &subject, QString *reason = nullptr);
    QList<dataverse::Row> found(const QList<dataverse::KeyPart> &parts, const QStringList &columns);
    dataverse::Row subscriber(const QString &person, const QString &country = u"FR"_s);
    QString brandId(const QString &code);

    std::unique_ptr<support::World> m_world;
};

void TestTables::init()
{
    m_world = std::make_unique<support::World>();
}

void TestTables::useTable(const QString &table)
{
    m_world->profile.options.table = table;
    m_world->profile.integration.mappings.clear();
}

void TestTables::useSubscribers()
{
    useTable(u"new_subscriber"_s);
    m_world->profile.integration.upsertMode = true;
    m_world->profile.integration.mappings = {
        {.column = u"new_newsletter"_s, .value = u"consents_purposes_newsletter_enabled"_s},
        {.column = u"new_donotmail"_s,
         .value = u"consents_purposes_newsletter_enabled"_s,
         .polarity = Mapping::Polarity::Inverted},
        {.column = u"new_brand"_s, .value = u"user_metadata_brand"_s, .lookup = {.table = {}, .column = u"new_code"_s}},
    };
    m_world->profile.match = {.kind = MatchRule::Kind::AlternateKey,
                              .column = u"new_didomiid"_s,
                              .more = {{.column = u"new_country"_s, .value = u"FR"_s}}};
    m_world->profile.newRow = {{.column = u"new_name"_s, .text = u"Not known yet"_s},
                               {.column = u"new_kind"_s, .text = QString::number(guest)},
                               {.column = u"new_source"_s, .text = u"Didomi"_s}};
}

consent::Subject TestTables::subject(const QString &person, const QJsonObject &purposes,
                                     const QJsonObject &metadata) const
{
    consent::Subject subject = m_world->event(person, purposes);
    subject.metadata = metadata;
    return subject;
}

PlanItem TestTables::planned(const consent::Subject &subject)
{
    const auto plan = m_world->plan(subject);
    if (!plan)
        qWarning("no plan: %s", qPrintable(plan.error().toLine()));
    return plan.valueOr({}).items.value(0);
}

Outcome TestTables::pushed(const consent::Subject &subject, QString *reason)
{
    const auto report = m_world->planAndPush(subject);
    if (!report) {
        qWarning("no push: %s", qPrintable(report.error().toLine()));
        return Outcome::Conflict;
    }
    if (reason)
        *reason = report->reason;
    return report->outcome;
}

QList<dataverse::Row> TestTables::found(const QList<dataverse::KeyPart> &parts, const QStringList &columns)
{
    const auto rows = support::finishOf(
        m_world->somebodyElse().dataverse().find(m_world->surroundings().table, {.parts = parts}, columns, 5, this));
    if (!rows)
        qWarning("no rows: %s", qPrintable(rows.error().toLine()));
    return rows.valueOr({});
}

dataverse::Row TestTables::subscriber(const QString &person, const QString &country)
{
    return found({{.column = u"new_didomiid"_s, .value = person}, {.column = u"new_country"_s, .value = country}},
                 {u"new_name"_s, u"new_kind"_s, u"new_source"_s, u"new_newsletter"_s, u"new_donotmail"_s,
                  u"new_brand"_s, u"new_company"_s})
        .value(0);
}

QString TestTables::brandId(const QString &code)
{
    const mapping::Table brands{.logicalName = u"new_brand"_s,
                                .entitySet = u"new_brands"_s,
                                .primaryId = u"new_brandid"_s,
                                .columns = {{.logicalName = u"new_code"_s, .type = mapping::ColumnType::Text}}};
    const auto rows = support::finishOf(m_world->somebodyElse().dataverse().find(
        brands, {.parts = {{.column = u"new_code"_s, .value = code}}}, {}, 2, this));
    return rows.valueOr({}).value(0).id;
}

void TestTables::createsByAKeyOfTwoColumns()
{
    useSubscribers();
    QVERIFY(m_world->connect());
    const QString person = u"O'Neil #1"_s;
    const PlanItem item = planned(subject(person, given, {{u"brand"_s, u"GREEN"_s}}));
    QCOMPARE(item.outcome, Outcome::Created);
    const dataverse::Write write = item.writes().value(0);
    QCOMPARE(write.address(), u"new_subscribers(new_didomiid='O%27%27Neil%20%231',new_country='FR')"_s);
    QCOMPARE(write.condition, dataverse::Write::Condition::CreateOnly);
    const QJsonObject body = QJsonDocument::fromJson(mapping::bodyOf(write.cells)).object();
    QCOMPARE(body, QJsonObject({{u"new_newsletter"_s, true},
                                {u"new_donotmail"_s, false},
                                {u"new_Brand@odata.bind"_s, u"/new_brands(%1)"_s.arg(brandId(u"GREEN"_s))},
                                {u"new_name"_s, u"Not known yet"_s},
                                {u"new_kind"_s, guest},
                                {u"new_source"_s, u"Didomi"_s}}));

    QCOMPARE(pushed(subject(person, given, {{u"brand"_s, u"GREEN"_s}})), Outcome::Created);
    const QJsonObject row = subscriber(person).values;
    QCOMPARE(row.value(u"new_newsletter"_s), QJsonValue(true));
    QCOMPARE(row.value(u"new_donotmail"_s), QJsonValue(false));
    QCOMPARE(row.value(u"new_kind"_s).toInt(), guest);
    QCOMPARE(row.value(u"new_source"_s).toString(), u"Didomi"_s);
    QCOMPARE(row.value(u"_new_brand_value"_s).toString(), brandId(u"GREEN"_s));
}

void TestTables::updatesByAKeyOfTwoColumns()
{
    useSubscribers();
    QVERIFY(m_world->connect());
    const QString person = m_world->person(Person::Case::Plain);
    const dataverse::Row before = subscriber(person);
    QCOMPARE(before.values.value(u"new_kind"_s).toInt(), customer);
    QCOMPARE(pushed(subject(person, refused, {{u"brand"_s, u"GREEN"_s}})), Outcome::Updated);
    const dataverse::Row after = subscriber(person);
    QCOMPARE(after.id, before.id);
    QCOMPARE(after.values.value(u"new_donotmail"_s), QJsonValue(true));
    QCOMPARE(after.values.value(u"_new_brand_value"_s).toString(), brandId(u"GREEN"_s));
    // Constants are for new rows only.
    QCOMPARE(after.values.value(u"new_kind"_s).toInt(), customer);
    QCOMPARE(after.values.value(u"new_name"_s), before.values.value(u"new_name"_s));
    QVERIFY(after.values.value(u"new_source"_s).isNull());
    // The same id in another country is another row.
    m_world->profile.match.more[0].value = u"DE"_s;
    QVERIFY(m_world->connect());
    QCOMPARE(pushed(subject(person, given)), Outcome::Created);
    QVERIFY(subscriber(person, u"DE"_s).id != before.id);
    QCOMPARE(subscriber(person).values.value(u"new_donotmail"_s), QJsonValue(true));
}

void TestTables::equalRowsCostNoWrite()
{
    useSubscribers();
    QVERIFY(m_world->connect());
    const QString person = m_world->person(Person::Case::Plain);
    QCOMPARE(pushed(subject(person, given, {{u"brand"_s, u"green"_s}})), Outcome::Updated); // compared without case
    QCOMPARE(m_world->sentWrites(), 1);
    const PlanItem again = planned(subject(person, given, {{u"brand"_s, u"GREEN"_s}}));
    QCOMPARE(again.outcome, Outcome::Unchanged);
    for (const Change &change : again.changes)
        QCOMPARE(change.effect, Change::Effect::Same);
    QCOMPARE(pushed(subject(person, given, {{u"brand"_s, u"GREEN"_s}})), Outcome::Unchanged);
    QCOMPARE(m_world->sentWrites(), 0);
}

void TestTables::takesThePartsFromMetadata()
{
    useSubscribers();
    m_world->profile.match.more = {
        {.column = u"new_country"_s, .from = KeyPart::From::Metadata, .value = u"home.country"_s}};
    QVERIFY(m_world->connect());
    const QString person = m_world->person(Person::Case::Plain);
    const auto from = [&](const QString &country) {
        return subject(person, refused, {{u"home"_s, QJsonObject{{u"country"_s, country}}}});
    };
    QCOMPARE(pushed(from(u"FR"_s)), Outcome::Updated);
    QCOMPARE(subscriber(person).values.value(u"new_donotmail"_s), QJsonValue(true));
    QCOMPARE(pushed(from(u"BE"_s)), Outcome::Created);
    QCOMPARE(subscriber(person, u"BE"_s).values.value(u"new_kind"_s).toInt(), guest);
}

void TestTables::looksHostileValuesUp_data()
{
    QTest::addColumn<QString>("person");
    QTest::addColumn<bool>("isByKey"); // else by a search, and made with an id of ours
    QTest::newRow("quotes") << u"''a'"_s << true;
    QTest::newRow("another part") << u"x',new_country='DE"_s << true;
    QTest::newRow("brackets and commas") << u"a),(b,c=d"_s << true;
    QTest::newRow("blanks and accents") << u"José Ünal|#1"_s << true;
    QTest::newRow("plus and slash") << u"a+b/c@example.com"_s << false;
    QTest::newRow("a filter") << u"a' or new_country eq 'FR' or 'b' eq 'b?&*"_s << false;
    QTest::newRow("percent") << u"50%25"_s << false;
    QTest::newRow("colon and back slash") << u"auth0|x:y\\z"_s << false;
}

void TestTables::looksHostileValuesUp()
{
    QFETCH(QString, person);
    QFETCH(bool, isByKey);
    useSubscribers();
    QVERIFY(m_world->connect());
    const QString other = m_world->person(Person::Case::Plain);
    const dataverse::Row before = subscriber(other);

    const PlanItem item = planned(subject(person, given));
    QCOMPARE(item.outcome, Outcome::Created);
    QCOMPARE(item.writes().value(0).rowId.isEmpty(), isByKey);
    QCOMPARE(pushed(subject(person, given)), Outcome::Created);
    const dataverse::Row row = subscriber(person);
    QVERIFY(!row.id.isEmpty());
    QCOMPARE(row.values.value(u"new_newsletter"_s), QJsonValue(true));
    QCOMPARE(pushed(subject(person, refused)), Outcome::Updated);
    QCOMPARE(subscriber(person).id, row.id);
    QCOMPARE(subscriber(person).values.value(u"new_newsletter"_s), QJsonValue(false));
    QCOMPARE(subscriber(other).etag, before.etag); // nobody else was meant
}

void TestTables::findsByANumberWithinALookup()
{
    useSubscribers();
    QVERIFY(m_world->connect());
    const QString brand = brandId(u"BLUE"_s);
    m_world->profile.match = {.kind = MatchRule::Kind::AlternateKey,
                              .column = u"new_number"_s,
                              .more = {{.column = u"new_brand"_s, .value = brand}}};
    m_world->profile.integration.mappings.removeLast();
    QVERIFY(m_world->connect());
    const PlanItem item = planned(subject(u"4711"_s, given));
    QCOMPARE(item.writes().value(0).address(), u"new_subscribers(new_number=4711,_new_brand_value=%1)"_s.arg(brand));
    QCOMPARE(pushed(subject(u"4711"_s, given)), Outcome::Created);
    QCOMPARE(pushed(subject(u"4711"_s, refused)), Outcome::Updated);
    const QList<dataverse::Row> rows =
        found({{.column = u"new_number"_s, .value = u"4711"_s}}, {u"new_brand"_s, u"new_newsletter"_s});
    QCOMPARE(rows.size(), 1);
    QCOMPARE(rows.first().values.value(u"_new_brand_value"_s).toString(), brand);
    QCOMPARE(rows.first().values.value(u"new_newsletter"_s), QJsonValue(false));

    const PlanItem noNumber = planned(subject(u"u-4711"_s, given));
    QCOMPARE(noNumber.outcome, Outcome::Invalid);
    QVERIFY(!noNumber.isWrite());
}

void TestTables::isInvalidWithoutAPart_data()
{
    QTest::addColumn<profile::KeyPart>("part");
    QTest::addColumn<QJsonObject>("metadata");
    const KeyPart fromMetadata{.column = u"new_country"_s, .from = KeyPart::From::Metadata, .value = u"country"_s};
    QTest::newRow("no constant") << KeyPart{.column = u"new_country"_s} << QJsonObject();
    QTest::newRow("no metadata") << fromMetadata << QJsonObject();
    QTest::newRow("null") << fromMetadata << QJsonObject{{u"country"_s, QJsonValue()}};
    QTest::newRow("empty") << fromMetadata << QJsonObject{{u"country"_s, QString()}};
    QTest::newRow("a list") << fromMetadata << QJsonObject{{u"country"_s, QJsonArray{u"FR"_s}}};
}

void TestTables::isInvalidWithoutAPart()
{
    QFETCH(profile::KeyPart, part);
    QFETCH(QJsonObject, metadata);
    useSubscribers();
    m_world->profile.match.more = {part};
    QVERIFY(m_world->connect());
    const PlanItem item = planned(subject(m_world->person(Person::Case::Plain), given, metadata));
    QCOMPARE(item.outcome, Outcome::Invalid);
    QVERIFY2(item.reason.contains(u"new_country"_s), qPrintable(item.reason));
    QVERIFY(!item.isWrite());
}

void TestTables::isInvalidWithoutSuchAKey_data()
{
    QTest::addColumn<QStringList>("columns");
    QTest::newRow("one column of the key") << QStringList{u"new_didomiid"_s};
    QTest::newRow("one column too many") << QStringList{u"new_didomiid"_s, u"new_country"_s, u"new_name"_s};
    QTest::newRow("a key that could not be built") << QStringList{u"new_didomiid"_s, u"new_source"_s};
    QTest::newRow("no such column") << QStringList{u"new_didomiid"_s, u"new_gone"_s};
}

void TestTables::isInvalidWithoutSuchAKey()
{
    QFETCH(QStringList, columns);
    useSubscribers();
    m_world->profile.match.column = columns.takeFirst();
    m_world->profile.match.more.clear();
    for (const QString &column : columns)
        m_world->profile.match.more << KeyPart{.column = column, .value = u"FR"_s};
    QVERIFY(m_world->connect());
    const PlanItem item = planned(subject(m_world->person(Person::Case::Plain), given));
    QCOMPARE(item.outcome, Outcome::Invalid);
    QVERIFY(!item.isWrite());
}

void TestTables::isInvalidWithoutTheTarget_data()
{
    QTest::addColumn<QString>("brand");
    QTest::addColumn<profile::LookupBy>("lookup");
    const profile::LookupBy byCode{.table = {}, .column = u"new_code"_s};
    QTest::newRow("no such row") << u"PURPLE"_s << byCode;
    QTest::newRow("no such row, searched") << u"PUR+PLE"_s << byCode;
    QTest::newRow("two rows in one text") << u"BLUE' or new_code eq 'GREEN"_s << byCode;
    QTest::newRow("no such key") << u"Blue Harbour"_s << profile::LookupBy{.table = {}, .column = u"new_name"_s};
    QTest::newRow("no such table") << u"BLUE"_s << profile::LookupBy{.table = u"account"_s, .column = u"new_code"_s};
    QTest::newRow("a control character") << u"BLUE\n"_s << byCode;
    QTest::newRow("no row id") << u"BLUE"_s << profile::LookupBy();
}

void TestTables::isInvalidWithoutTheTarget()
{
    QFETCH(QString, brand);
    QFETCH(profile::LookupBy, lookup);
    useSubscribers();
    m_world->profile.integration.mappings.last().lookup = lookup;
    QVERIFY(m_world->connect());
    for (const QString &person : {m_world->person(Person::Case::Plain), u"new"_s}) {
        const PlanItem item = planned(subject(person, given, {{u"brand"_s, brand}}));
        QCOMPARE(item.outcome, Outcome::Invalid);
        QVERIFY(!item.isWrite());
        const Change &change = item.changes.last();
        QCOMPARE(change.effect, Change::Effect::Problem);
        QVERIFY(!change.problem.message.isEmpty());
        QVERIFY(!change.problem.fix.isEmpty());
        QVERIFY2(!change.problem.message.contains(brand), qPrintable(change.problem.message)); // somebody's data
    }
    QCOMPARE(m_world->sentWrites(), 0);
}

void TestTables::asksForTargetsOnlyWhereNeeded()
{
    useSubscribers();
    m_world->profile.newRow << profile::Constant{
        .column = u"new_company"_s, .text = u"account(%1)"_s.arg(u"7c0f0000-0000-4000-8000-000000000003"_s)};
    QVERIFY(m_world->connect());
    const auto reads = [this] {
        int count = 0;
        for (const net::Call &call : m_world->network().log().callsAfter(0))
            count += call.url.contains(u"/new_brands"_s) ? 1 : 0;
        return count;
    };
    const int before = reads();
    QCOMPARE(planned(subject(m_world->person(Person::Case::Plain), given)).outcome, Outcome::Updated);
    QCOMPARE(reads(), before);
    planned(subject(m_world->person(Person::Case::Plain), given, {{u"brand"_s, u"BLUE"_s}}));
    QCOMPARE(reads(), before + 1);
}

void TestTables::isInvalidWithoutWhatANewRowNeeds()
{
    useSubscribers();
    m_world->profile.newRow.removeAt(1);
    QVERIFY(m_world->connect());
    const PlanItem item = planned(subject(u"new"_s, given));
    QCOMPARE(item.outcome, Outcome::Invalid);
    QVERIFY2(item.reason.contains(u"new_kind"_s), qPrintable(item.reason));
    QCOMPARE(planned(subject(m_world->person(Person::Case::Plain), given)).outcome, Outcome::Updated);
}

void TestTables::isInvalidWithConstantsThatDoNotFit_data()
{
    QTest::addColumn<QString>("column");
    QTest::addColumn<QString>("text");
    QTest::newRow("no column") << u"new_gone"_s << u"x"_s;
    QTest::newRow("empty") << u"new_source"_s << QString();
    QTest::newRow("too long") << u"new_source"_s << QString(51, u'x');
    QTest::newRow("no option") << u"new_kind"_s << u"7"_s;
    QTest::newRow("no number") << u"new_number"_s << u"many"_s;
    QTest::newRow("out of range") << u"new_number"_s << u"-1"_s;
    QTest::newRow("no moment") << u"new_consentdate"_s << u"yesterday"_s;
    QTest::newRow("read-only") << u"createdon"_s << u"2026-11-20T00:00:00Z"_s;
    QTest::newRow("owner") << u"ownerid"_s << u"7c0f0000-0000-4000-8000-000000000003"_s;
    QTest::newRow("a lookup without a table") << u"new_company"_s << u"7c0f0000-0000-4000-8000-000000000003"_s;
    QTest::newRow("a lookup of another table") << u"new_brand"_s << u"account(7c0f0000-0000-4000-8000-000000000003)"_s;
    QTest::newRow("a lookup by no key") << u"new_brand"_s << u"new_brand(new_name='Blue')"_s;
    QTest::newRow("a lookup to no row") << u"new_brand"_s << u"new_brand(new_code='PURPLE')"_s;
    QTest::newRow("a lookup to nothing") << u"new_brand"_s << u"new_brand()"_s;
}

void TestTables::isInvalidWithConstantsThatDoNotFit()
{
    QFETCH(QString, column);
    QFETCH(QString, text);
    useSubscribers();
    m_world->profile.newRow.removeIf([&](const profile::Constant &constant) { return constant.column == column; });
    m_world->profile.newRow << profile::Constant{.column = column, .text = text};
    QVERIFY(m_world->connect());
    const PlanItem item = planned(subject(u"new"_s, given));
    QCOMPARE(item.outcome, Outcome::Invalid);
    QVERIFY(!item.reason.isEmpty());
    QVERIFY(!item.isWrite());
    QCOMPARE(planned(subject(m_world->person(Person::Case::Plain), given)).outcome, Outcome::Updated);
}

void TestTables::mappingsWinOverConstants()
{
    useSubscribers();
    m_world->profile.newRow << profile::Constant{.column = u"new_brand"_s, .text = u"new_brand(new_code='BLUE')"_s}
                            << profile::Constant{.column = u"new_donotmail"_s, .text = u"true"_s}
                            << profile::Constant{.column = u"new_country"_s, .text = u"XX"_s};
    QVERIFY(m_world->connect());
    QCOMPARE(pushed(subject(u"with"_s, given, {{u"brand"_s, u"GREEN"_s}})), Outcome::Created);
    QCOMPARE(subscriber(u"with"_s).values.value(u"_new_brand_value"_s).toString(), brandId(u"GREEN"_s));
    QCOMPARE(subscriber(u"with"_s).values.value(u"new_donotmail"_s), QJsonValue(false));
    QCOMPARE(pushed(subject(u"without"_s, given)), Outcome::Created);
    QCOMPARE(subscriber(u"without"_s).values.value(u"_new_brand_value"_s).toString(), brandId(u"BLUE"_s));
}

/// A refusal that comes late is newer than a value that everybody gets.
void TestTables::constantsAreNobodysChoice()
{
    useSubscribers();
    m_world->profile.integration.mappings[1].value = u"consents_purposes_sms_marketing_enabled"_s;
    m_world->profile.newRow << profile::Constant{.column = u"new_donotmail"_s, .text = u"false"_s};
    QVERIFY(m_world->connect());
    const QDateTime now = QDateTime::currentDateTimeUtc();
    QCOMPARE(pushed(m_world->event(u"late"_s, given, now)), Outcome::Created);
    QCOMPARE(subscriber(u"late"_s).values.value(u"new_donotmail"_s), QJsonValue(false));
    const consent::Subject late = m_world->event(u"late"_s, {{u"sms_marketing"_s, false}}, now.addSecs(-60));
    QCOMPARE(pushed(late), Outcome::Updated);
    QCOMPARE(subscriber(u"late"_s).values.value(u"new_donotmail"_s), QJsonValue(true));
    // What was chosen stays.
    QCOMPARE(pushed(m_world->event(u"late"_s, refused, now.addSecs(-60))), Outcome::Skipped);
    QCOMPARE(subscriber(u"late"_s).values.value(u"new_newsletter"_s), QJsonValue(true));
}

/// Somebody makes the row after the plan was made.
void TestTables::constantsAreNotWrittenOverARow()
{
    useSubscribers();
    QVERIFY(m_world->connect());
    const auto plan = m_world->plan(subject(u"both"_s, given));
    QVERIFY(plan);
    const dataverse::Write write{
        .entitySet = u"new_subscribers"_s,
        .key = {{.column = u"new_didomiid"_s, .value = u"both"_s}, {.column = u"new_country"_s, .value = u"FR"_s}},
        .condition = dataverse::Write::Condition::Upsert,
        .cells = {{.column = u"new_kind"_s, .member = "new_kind", .json = "100000002"}}};
    QVERIFY(support::finishOf(m_world->somebodyElse().dataverse().write(write, this)));
    const auto report = m_world->push(*plan);
    QVERIFY(report);
    QCOMPARE(report->outcome, Outcome::Conflict);
    QVERIFY(!report->reason.isEmpty());
    QCOMPARE(subscriber(u"both"_s).values.value(u"new_kind"_s).toInt(), 100000002);
    QCOMPARE(pushed(subject(u"both"_s, given)), Outcome::Updated);
    QCOMPARE(subscriber(u"both"_s).values.value(u"new_kind"_s).toInt(), 100000002);
}

/// The program ended after an upsert by key was sent; the match rule was changed before it started again.
void TestTables::recoversAnUpsertByItsAddress()
{
    useSubscribers();
    QVERIFY(m_world->connect());
    const PlanItem item = planned(subject(u"O'Neil"_s, given));
    const dataverse::Write write = item.writes().value(0);
    const auto run =
        m_world->journal().beginRun({.profileId = m_world->profile.id,
                                     .kind = u"push"_s,
                                     .dataverseOrganization = m_world->surroundings().whoAmI.organizationId,
                                     .startedAt = QDateTime::currentDateTimeUtc()});
    QVERIFY(run);
    const auto noted = m_world->journal().intend(*run, {.person = u"O'Neil"_s,
                                                        .table = u"new_subscriber"_s,
                                                        .entitySet = write.entitySet,
                                                        .address = write.address(),
                                                        .isCreate = true,
                                                        .before = "{}",
                                                        .after = mapping::bodyOf(write.cells)});
    QVERIFY(noted);
    QVERIFY(support::finishOf(m_world->somebodyElse().dataverse().write(write, this)));

    m_world->profile.match = {.kind = MatchRule::Kind::Column, .column = u"new_name"_s};
    QVERIFY(m_world->connect());
    const auto report = support::finishOf(engine::recover(m_world->link(), m_world->surroundings(), m_world->journal(),
                                                          this, {.grace = std::chrono::milliseconds(-60'000)}));
    QVERIFY(report);
    QCOMPARE(report->settled, 1);
    const store::JournalItem settled = m_world->items().value(0);
    QCOMPARE(settled.settlement->outcome, Outcome::Created);
    QCOMPARE(settled.settlement->rowId, subscriber(u"O'Neil"_s).id);
}

void TestTables::updatesAnAccountByRowId()
{
    useTable(u"account"_s);
    m_world->profile.integration.mappings = {
        {.column = u"new_partnermail"_s, .value = u"consents_purposes_newsletter_enabled"_s},
        {.column = u"donotbulkemail"_s,
         .value = u"consents_purposes_newsletter_enabled"_s,
         .polarity = Mapping::Polarity::Inverted}};
    m_world->profile.match = {.kind = MatchRule::Kind::RowId};
    QVERIFY(m_world->connect());
    const dataverse::Row row = found({{.column = u"accountnumber"_s, .value = u"A-100"_s}}, {}).value(0);
    QVERIFY(!row.id.isEmpty());
    QCOMPARE(pushed(subject(u'{' + row.id.toUpper() + u'}', refused)), Outcome::Updated);
    QCOMPARE(found({{.column = u"accountnumber"_s, .value = u"A-100"_s}}, {u"donotbulkemail"_s})
                 .value(0)
                 .values.value(u"donotbulkemail"_s),
             QJsonValue(true));
    QCOMPARE(pushed(subject(row.id, refused)), Outcome::Unchanged);
}

void TestTables::makesNoAccount()
{
    useTable(u"account"_s);
    m_world->profile.integration.upsertMode = true;
    m_world->profile.integration.mappings = {
        {.column = u"new_partnermail"_s, .value = u"consents_purposes_newsletter_enabled"_s}};
    m_world->profile.match = {.kind = MatchRule::Kind::RowId};
    m_world->profile.newRow = {{.column = u"name"_s, .text = u"From Didomi"_s}};
    QVERIFY(m_world->connect());
    QString reason;
    QCOMPARE(pushed(subject(u"7c0f0000-0000-4000-8000-000000000003"_s, given), &reason), Outcome::Rejected);
    QVERIFY(!reason.isEmpty()); // the application user may not create accounts
}

void TestTables::findsALeadByItsAddress()
{
    useTable(u"lead"_s);
    m_world->profile.integration.mappings = {
        {.column = u"new_newsletterconsent"_s, .value = u"consents_purposes_newsletter_enabled"_s}};
    m_world->profile.match = {.kind = MatchRule::Kind::Column, .column = u"emailaddress1"_s};
    QVERIFY(m_world->connect());
    const QString email = m_world->fullPerson(Person::Case::Plain).email;
    QCOMPARE(pushed(subject(email, given)), Outcome::Updated);
    QCOMPARE(pushed(subject(email.toUpper(), given)), Outcome::Unchanged);
    QCOMPARE(found({{.column = u"emailaddress1"_s, .value = email}}, {u"new_newsletterconsent"_s})
                 .value(0)
                 .values.value(u"new_newsletterconsent"_s),
             QJsonValue(true));
    QCOMPARE(pushed(subject(u"nobody@example.com"_s, given)), Outcome::Skipped);
}

void TestTables::createsALeadThatIsFoundAgain()
{
    useTable(u"lead"_s);
    m_world->profile.integration.upsertMode = true;
    m_world->profile.integration.mappings = {
        {.column = u"new_newsletterconsent"_s, .value = u"consents_purposes_newsletter_enabled"_s}};
    m_world->profile.match = {.kind = MatchRule::Kind::Column, .column = u"emailaddress1"_s};
    m_world->profile.newRow = {{.column = u"subject"_s, .text = u"Consent from Didomi"_s},
                               {.column = u"leadsourcecode"_s, .text = u"8"_s}};
    QVERIFY(m_world->connect());
    const QString email = u"new+lead@example.com"_s;
    const PlanItem item = planned(subject(email, given));
    QCOMPARE(item.warnings.size(), 1); // forms want a last name
    QVERIFY(item.warnings.first().contains(u"lastname"_s));
    QCOMPARE(pushed(subject(email, given)), Outcome::Created);
    const QJsonObject row = found({{.column = u"emailaddress1"_s, .value = email}},
                                  {u"subject"_s, u"leadsourcecode"_s, u"new_newsletterconsent"_s})
                                .value(0)
                                .values;
    QCOMPARE(row.value(u"subject"_s).toString(), u"Consent from Didomi"_s);
    QCOMPARE(row.value(u"leadsourcecode"_s).toInt(), 8);
    QCOMPARE(pushed(subject(email, refused)), Outcome::Updated);
}

QTEST_GUILESS_MAIN(TestTables)
#include "tst_tables.moc"
