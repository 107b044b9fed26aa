#include "engine/planner.h"

#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using consent::Choice;
using consent::Subject;
using engine::Change;
using engine::PlanItem;
using mapping::ConsentValue;
using profile::Mapping;
using store::Outcome;
using Effect = Change::Effect;

Q_DECLARE_METATYPE(consent::Choice)
Q_DECLARE_METATYPE(profile::Mapping::Polarity)
Q_DECLARE_METATYPE(mapping::ConsentValue)
Q_DECLARE_METATYPE(mapping::Enforcement)

namespace {

const QString person = u"somebody@example.com"_s;
const QString rowId = u"00000000-0000-0000-0000-000000000001"_s;
const QString otherRowId = u"00000000-0000-0000-0000-000000000002"_s;
const QString purposeId = u"00000000-0000-0000-0000-00000000000a"_s;
const QString topicId = u"00000000-0000-0000-0000-00000000000b"_s;
const QDateTime spring({2026, 3, 21}, {8, 0}, Qt::UTC);
const QDateTime summer({2026, 6, 21}, {8, 0}, Qt::UTC);
const QDateTime autumn({2026, 9, 23}, {8, 0}, Qt::UTC);

mapping::Column column(const QString &name, mapping::ColumnType type)
{
    return {.logicalName = name,
            .displayName = name,
            .type = type,
            .isValidForCreate = true,
            .isValidForUpdate = true,
            .isValidForRead = true};
}

mapping::Table contacts()
{
    using Type = mapping::ColumnType;
    mapping::Table table{.logicalName = u"contact"_s,
                         .displayName = u"Contact"_s,
                         .entitySet = u"contacts"_s,
                         .primaryId = u"contactid"_s,
                         .primaryName = u"fullname"_s,
                         .columns = {column(u"emailaddress1"_s, Type::Text), column(u"fullname"_s, Type::Text),
                                     column(u"new_choice"_s, Type::Choice), column(u"new_news"_s, Type::Boolean),
                                     column(u"new_offers"_s, Type::Boolean), column(u"new_segment"_s, Type::Text)}};
    table.columns[2].options = {
        {.value = 1, .label = u"Yes"_s}, {.value = 2, .label = u"No"_s}, {.value = 3, .label = u"Unknown"_s}};
    table.columns[5].required = mapping::Column::Required::Business;
    return table;
}

mapping::Table consents()
{
    using Type = mapping::ColumnType;
    return {
        .logicalName = mapping::consentTableName,
        .entitySet = u"msdynmkt_contactpointconsent4s"_s,
        .primaryId = u"msdynmkt_contactpointconsent4id"_s,
        .columns = {
            column(mapping::consentcolumn::channel, Type::Choice), column(mapping::consentcolumn::level, Type::Choice),
            column(mapping::consentcolumn::address, Type::Text), column(mapping::consentcolumn::purpose, Type::Lookup),
            column(mapping::consentcolumn::topic, Type::Lookup), column(mapping::consentcolumn::value, Type::Choice)}};
}

Mapping mappingOf(const QString &to, const QString &purpose)
{
    return {.column = to, .value = u"consents_purposes_%1_enabled"_s.arg(purpose)};
}

Subject user(const QList<std::pair<QString, Choice>> &choices, const QDateTime &time = autumn)
{
    Subject subject{.sourceId = u"u1"_s, .organizationUserId = person, .regulation = u"gdpr"_s, .time = time};
    for (const auto &[purpose, choice] : choices)
        subject.consents.purposes << consent::PurposeChoice{.id = purpose, .choice = choice};
    return subject;
}

consent::Event eventOf(const QString &purpose, Choice choice, const QDateTime &time)
{
    consent::Event one;
    one.createdAt = time;
    one.consents.purposes = {{.id = purpose, .choice = choice}};
    return one;
}

int optionOf(ConsentValue value)
{
    return 534120000 + int(value);
}

dataverse::Row consentRow(const QString &id, ConsentValue value, const QString &topic = {})
{
    return {.id = id,
            .etag = u"W/\"1\""_s,
            .values = {{u"@odata.etag"_s, u"W/\"1\""_s},
                       {u"msdynmkt_contactpointconsent4id"_s, id},
                       {u"msdynmkt_contactpointvalue"_s, person},
                       {u"msdynmkt_contactpointtype"_s, 534120000},
                       {u"msdynmkt_contactpointconsenttype"_s, topic.isEmpty() ? 534120000 : 534120001},
                       {u"_msdynmkt_purposeid_value"_s, purposeId.toUpper()},
                       {u"_msdynmkt_topicid_value"_s, topic.isEmpty() ? QJsonValue() : QJsonValue(topic)},
                       {u"msdynmkt_value"_s, optionOf(value)},
                       {u"modifiedon"_s, u"2026-01-01T00:00:00Z"_s}}};
}

} // namespace

/// What is decided about one person, without anybody being asked.
class TestPlanner : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        auto journal = store::Journal::open(m_folder->filePath(u"journal.sqlite"_s));
        QVERIFY(journal);
        m_journal = std::move(*journal);
        m_profile = profile::newProfile(u"Test"_s);
        m_surroundings = {};
        m_surroundings.whoAmI.organizationId = u"org"_s;
        m_surroundings.table = contacts();
        for (const QString &id : {u"news"_s, u"offers"_s, u"sports"_s})
            m_surroundings.catalogue.purposes << consent::Purpose{.id = id, .name = id};
    }

    void tellsWhoBecomesContactable_data()
    {
        using Polarity = Mapping::Polarity;
        QTest::addColumn<Polarity>("polarity");
        QTest::addColumn<Choice>("choice");
        QTest::addColumn<QJsonValue>("before");
        QTest::addColumn<bool>("permits");
        QTest::addColumn<bool>("forbids");
        const QJsonValue empty;
        QTest::newRow("given over no") << Polarity::Direct << Choice::Given << QJsonValue(false) << true << false;
        QTest::newRow("given over nothing") << Polarity::Direct << Choice::Given << empty << true << false;
        QTest::newRow("given, said already") << Polarity::Direct << Choice::Given << QJsonValue(true) << false << false;
        QTest::newRow("refused over yes") << Polarity::Direct << Choice::Refused << QJsonValue(true) << false << true;
        QTest::newRow("refused over nothing") << Polarity::Direct << Choice::Refused << empty << false << false;
        QTest::newRow("given over do not") << Polarity::Inverted << Choice::Given << QJsonValue(true) << true << false;
        QTest::newRow("given over an empty do not") << Polarity::Inverted << Choice::Given << empty << true << false;
        QTest::newRow("refused over allowed")
            << Polarity::Inverted << Choice::Refused << QJsonValue(false) << false << true;
        QTest::newRow("refused over an empty do not")
            << Polarity::Inverted << Choice::Refused << empty << false << true;
        QTest::newRow("no choice") << Polarity::Direct << Choice::None << QJsonValue(true) << false << false;
    }

    void tellsWhoBecomesContactable()
    {
        QFETCH(const Mapping::Polarity, polarity);
        QFETCH(const Choice, choice);
        QFETCH(const QJsonValue, before);
        QFETCH(const bool, permits);
        QFETCH(const bool, forbids);
        Mapping mapping = mappingOf(u"new_news"_s, u"news"_s);
        mapping.polarity = polarity;
        m_profile.integration.mappings = {mapping};
        const auto item = decide(user({{u"news"_s, choice}}), {row({{u"new_news"_s, before}})});
        QVERIFY(item);
        QCOMPARE(item->permits(), permits);
        QCOMPARE(item->forbids(), forbids);
        QVERIFY(item->isWrite() || (!permits && !forbids));
    }

    void tellsItOfOptionsToo_data()
    {
        QTest::addColumn<Choice>("choice");
        QTest::addColumn<int>("before");
        QTest::addColumn<bool>("permits");
        QTest::addColumn<bool>("forbids");
        QTest::newRow("given over no") << Choice::Given << 2 << true << false;
        QTest::newRow("given over unknown") << Choice::Given << 3 << true << false;
        QTest::newRow("refused over yes") << Choice::Refused << 1 << false << true;
        QTest::newRow("refused over unknown") << Choice::Refused << 3 << false << true; // it may have meant yes
        QTest::newRow("a refusal taken back") << Choice::None << 2 << true << false;
        QTest::newRow("consent taken back") << Choice::None << 1 << false << true;
    }

    void tellsItOfOptionsToo()
    {
        QFETCH(const Choice, choice);
        QFETCH(const int, before);
        QFETCH(const bool, permits);
        QFETCH(const bool, forbids);
        Mapping mapping = mappingOf(u"new_choice"_s, u"news"_s);
        mapping.givenLiteral = u"1"_s;
        mapping.refusedLiteral = u"2"_s;
        mapping.noChoice = Mapping::NoChoice::WriteLiteral;
        mapping.noChoiceLiteral = u"3"_s;
        m_profile.integration.mappings = {mapping};
        const auto item = decide(user({{u"news"_s, choice}}), {row({{u"new_choice"_s, before}})});
        QVERIFY(item && item->isWrite());
        QCOMPARE(item->permits(), permits);
        QCOMPARE(item->forbids(), forbids);
    }

    void tellsOfNewRows()
    {
        m_profile.integration.mappings = {mappingOf(u"new_news"_s, u"news"_s)};
        m_profile.integration.upsertMode = true;
        const auto given = decide(user({{u"news"_s, Choice::Given}}), {});
        QVERIFY(given);
        QCOMPARE(given->outcome, Outcome::Created);
        QVERIFY(given->permits() && !given->forbids());
        QCOMPARE(given->lacks, QStringList{u"new_segment"_s});
        QCOMPARE(given->warnings.size(), 1);
        const auto refused = decide(user({{u"news"_s, Choice::Refused}}), {});
        QVERIFY(refused);
        QCOMPARE(refused->outcome, Outcome::Created);
        QVERIFY(!refused->permits() && !refused->forbids());
    }

    /// A plan that ends otherwise writes nothing, so nobody is told of.
    void tellsNothingOfWhatIsNotWritten()
    {
        m_profile.integration.mappings = {mappingOf(u"new_news"_s, u"news"_s)};
        Subject other = user({{u"news"_s, Choice::Refused}});
        other.sourceId = u"u2"_s;
        const auto item = decide({user({{u"news"_s, Choice::Given}}), other}, {row({{u"new_news"_s, false}})});
        QVERIFY(item);
        QCOMPARE(item->outcome, Outcome::Conflict);
        QVERIFY(!item->permits() && !item->forbids());
    }

    void keepsOnlyWhatIsMapped()
    {
        m_profile.integration.mappings = {mappingOf(u"new_news"_s, u"news"_s)};
        const auto item = decide(user({{u"news"_s, Choice::Given}}),
                                 {row({{u"new_news"_s, false}, {u"fullname"_s, u"Some Body"_s}})});
        QVERIFY(item && item->rows.size() == 1);
        QCOMPARE(item->rows.constFirst().row.values, (QJsonObject{{u"new_news"_s, false}}));
        QCOMPARE(item->rows.constFirst().rowName, u"Some Body"_s);
    }

    /// Whatever the events say: where they are not asked for, the same is decided with them.
    void asksForTimesOnlyWhereTheyMatter_data()
    {
        QTest::addColumn<QStringList>("known");
        QTest::addColumn<bool>("news");
        QTest::addColumn<bool>("offers");
        QTest::addColumn<bool>("mustRead");
        QTest::newRow("nothing was written before") << QStringList() << false << false << false;
        QTest::newRow("the column was") << QStringList{u"new_news"_s} << false << false << true;
        QTest::newRow("it says so already") << QStringList{u"new_news"_s} << true << true << false;
        QTest::newRow("only another one, which is written too")
            << QStringList{u"new_offers"_s} << false << false << true;
        // The time of what is so already is remembered.
        QTest::newRow("only another one, which says so already")
            << QStringList{u"new_offers"_s} << false << true << true;
        QTest::newRow("a column of nobody's choice") << QStringList{u"new_choice"_s} << false << false << false;
    }

    void asksForTimesOnlyWhereTheyMatter()
    {
        QFETCH(const QStringList, known);
        QFETCH(const bool, news);
        QFETCH(const bool, offers);
        QFETCH(const bool, mustRead);
        m_profile.integration.mappings = {mappingOf(u"new_news"_s, u"news"_s), mappingOf(u"new_offers"_s, u"offers"_s)};
        if (!known.isEmpty())
            remember(u"contact"_s, rowId, known, summer);
        const QList<dataverse::Row> rows{row({{u"new_news"_s, news}, {u"new_offers"_s, offers}})};
        const Subject subject = user({{u"news"_s, Choice::Given}, {u"offers"_s, Choice::Given}});
        const engine::Rules rules(m_profile, m_surroundings);
        store::AppliedTimes times(*m_journal, u"org"_s);
        engine::Planner planner(rules, &times, {subject});
        const auto before = planner.decide(rows);
        QVERIFY(before);
        QCOMPARE(planner.mustReadTimes(*before), mustRead);
        bool isEverOther = false;
        for (const QDateTime &when : {spring, summer, autumn}) {
            engine::Planner informed(rules, &times, {subject});
            informed.readTimes(
                QList{eventOf(u"news"_s, Choice::Given, when), eventOf(u"offers"_s, Choice::Given, when)});
            const auto after = informed.decide(rows);
            QVERIFY(after);
            QVERIFY(!informed.mustReadTimes(*after));
            isEverOther = isEverOther || !isSame(*before, *after);
        }
        if (before->isWrite())
            QCOMPARE(isEverOther, mustRead);
    }

    void asksForTimesOfConsentsOnlyWhereTheyMatter_data()
    {
        QTest::addColumn<ConsentValue>("before");
        QTest::addColumn<bool>("isKnown");
        QTest::addColumn<bool>("mustRead");
        QTest::newRow("not set") << ConsentValue::NotSet << false << false;
        QTest::newRow("not set, written before") << ConsentValue::NotSet << true << true;
        QTest::newRow("opted out") << ConsentValue::OptedOut << false << true;
        QTest::newRow("opted out, written before") << ConsentValue::OptedOut << true << true;
        QTest::newRow("opted in, written before") << ConsentValue::OptedIn << true << false; // nothing to write
    }

    void asksForTimesOfConsentsOnlyWhereTheyMatter()
    {
        QFETCH(const ConsentValue, before);
        QFETCH(const bool, isKnown);
        QFETCH(const bool, mustRead);
        mapConsents();
        if (isKnown)
            remember(mapping::consentTableName, rowId, {mapping::consentcolumn::value}, summer);
        const engine::Rules rules(m_profile, m_surroundings);
        store::AppliedTimes times(*m_journal, u"org"_s);
        const Subject subject = user({{u"news"_s, Choice::Given}});
        engine::Planner planner(rules, &times, {subject});
        const QList<dataverse::Row> rows{consentRow(rowId, before)};
        const auto item = planner.decide({}, rows);
        QVERIFY(item);
        QCOMPARE(planner.mustReadTimes(*item), mustRead);
        if (mustRead || !item->isWrite())
            return;
        for (const QDateTime &when : {spring, summer, autumn}) {
            engine::Planner informed(rules, &times, {subject});
            informed.readTimes(QList{eventOf(u"news"_s, Choice::Given, when)});
            const auto after = informed.decide({}, rows);
            QVERIFY(after && isSame(*item, *after));
        }
    }

    void tellsWhoBecomesContactableByConsents_data()
    {
        using mapping::Enforcement;
        QTest::addColumn<Enforcement>("model");
        QTest::addColumn<Choice>("choice");
        QTest::addColumn<ConsentValue>("before");
        QTest::addColumn<bool>("isRow");
        QTest::addColumn<bool>("permits");
        QTest::addColumn<bool>("forbids");
        const auto out = ConsentValue::OptedOut;
        const auto in = ConsentValue::OptedIn;
        const auto none = ConsentValue::NotSet;
        QTest::newRow("in over not set") << Enforcement::Restrictive << Choice::Given << none << true << true << false;
        QTest::newRow("in, new") << Enforcement::Restrictive << Choice::Given << none << false << true << false;
        QTest::newRow("in over out") << Enforcement::Restrictive << Choice::Given << out << true << true << false;
        QTest::newRow("in where none is needed")
            << Enforcement::NonRestrictive << Choice::Given << none << true << false << false;
        QTest::newRow("in over out where none is needed")
            << Enforcement::NonRestrictive << Choice::Given << out << true << true << false;
        QTest::newRow("out over in") << Enforcement::Restrictive << Choice::Refused << in << true << false << true;
        QTest::newRow("out over not set")
            << Enforcement::Restrictive << Choice::Refused << none << true << false << false;
        QTest::newRow("out, new, where none is needed")
            << Enforcement::NonRestrictive << Choice::Refused << none << false << false << true;
        QTest::newRow("out where nobody is asked")
            << Enforcement::Disabled << Choice::Refused << in << true << false << false;
    }

    void tellsWhoBecomesContactableByConsents()
    {
        QFETCH(const mapping::Enforcement, model);
        QFETCH(const Choice, choice);
        QFETCH(const ConsentValue, before);
        QFETCH(const bool, isRow);
        QFETCH(const bool, permits);
        QFETCH(const bool, forbids);
        mapConsents();
        m_surroundings.consentTree.purposes.first().enforcement.email = model;
        const auto item =
            decide(user({{u"news"_s, choice}}), {}, isRow ? QList{consentRow(rowId, before)} : QList<dataverse::Row>());
        QVERIFY(item && item->isWrite());
        QCOMPARE(item->permits(), permits);
        QCOMPARE(item->forbids(), forbids);
        for (const engine::RowPlan &plan : item->rows) {
            QVERIFY(!plan.row.values.contains(u"@odata.etag"_s));
            QVERIFY(!plan.row.values.contains(u"msdynmkt_contactpointconsent4id"_s));
            QCOMPARE(plan.row.values.contains(u"msdynmkt_value"_s), isRow);
        }
    }

    /// A purpose without a mapping of its own still says whether its topic is sent.
    void looksAtPurposesAboveTopics()
    {
        mapConsents();
        m_profile.integration.mappings = {mappingOf(topicId, u"sports"_s)};
        const Subject subject = user({{u"sports"_s, Choice::Given}});
        const auto allowed = decide(subject, {}, {consentRow(rowId, ConsentValue::OptedIn)});
        QVERIFY(allowed && allowed->forecasts.size() == 1);
        QCOMPARE(allowed->forecasts.constFirst().after.decision, mapping::Sending::Decision::Allowed);
        QVERIFY(allowed->permits());
        const auto inVain = decide(subject, {}, {consentRow(rowId, ConsentValue::OptedOut)});
        QVERIFY(inVain && inVain->forecasts.size() == 1);
        QCOMPARE(inVain->forecasts.constFirst().after.decision, mapping::Sending::Decision::PurposeOptedOut);
        QVERIFY(inVain->permits()); // tomorrow, when the purpose is opted in
        QCOMPARE(inVain->warnings.size(), 1);
    }

    /// The rules are made once for many.
    void rulesServeManyPeople()
    {
        mapConsents();
        m_profile.integration.mappings << mappingOf(topicId, u"sports"_s);
        const engine::Rules rules(m_profile, m_surroundings);
        for (const Choice choice : {Choice::Given, Choice::Refused, Choice::None, Choice::Given}) {
            const Subject subject = user({{u"news"_s, choice}, {u"sports"_s, Choice::Given}});
            const QList<dataverse::Row> rows{consentRow(rowId, ConsentValue::NotSet),
                                             consentRow(otherRowId, ConsentValue::OptedOut, topicId)};
            const auto shared = engine::Planner(rules, nullptr, {subject}).decide({}, rows);
            const auto alone = decide(subject, {}, rows);
            QVERIFY(shared && alone);
            QVERIFY(isSame(*shared, *alone));
            QCOMPARE(shared->changes.constFirst().found, consent::choiceText(choice));
        }
    }

private:
    dataverse::Row row(const QJsonObject &values) { return {.id = rowId, .etag = u"W/\"1\""_s, .values = values}; }

    void mapConsents()
    {
        m_profile.integration.typeId = u"microsoft-dynamics-cpc"_s;
        m_profile.contactPoints.email = {.from = profile::ContactPoint::From::UserId};
        m_profile.integration.mappings = {mappingOf(purposeId, u"news"_s)};
        m_surroundings.consentTable = consents();
        m_surroundings.consentTree.purposes = {{.id = purposeId, .name = u"News"_s}};
        m_surroundings.consentTree.topics = {{.id = topicId, .name = u"Sports"_s, .purposeId = purposeId}};
    }

    void remember(const QString &table, const QString &id, const QStringList &columns, const QDateTime &time)
    {
        QVERIFY(m_journal->mergeApplied(
            u"org"_s, {{.write = 1, .table = table, .rowId = id, .columns = columns, .eventTime = time}}));
    }

    core::Result<PlanItem> decide(const QList<Subject> &subjects, const QList<dataverse::Row> &rows,
                                  const QList<dataverse::Row> &consentRows = {})
    {
        const engine::Rules rules(m_profile, m_surroundings);
        return engine::Planner(rules, nullptr, subjects).decide(rows, consentRows);
    }

    core::Result<PlanItem> decide(const Subject &subject, const QList<dataverse::Row> &rows,
                                  const QList<dataverse::Row> &consentRows = {})
    {
        return decide(QList{subject}, rows, consentRows);
    }

    /// Whether the same is written, and the same remembered.
    static bool isSame(const PlanItem &one, const PlanItem &other)
    {
        return one.outcome == other.outcome && one.reason == other.reason &&
               std::equal(one.rows.cbegin(), one.rows.cend(), other.rows.cbegin(), other.rows.cend(),
                          [](const engine::RowPlan &here, const engine::RowPlan &there) {
                              return here.action == there.action && here.write == there.write &&
                                     here.same == there.same && here.permits == there.permits &&
                                     here.forbids == there.forbids;
                          });
    }

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<store::Journal> m_journal;
    profile::Profile m_profile;
    bridge::Surroundings m_surroundings;
};

QTEST_GUILESS_MAIN(TestPlanner)
#include "tst_planner.moc"
