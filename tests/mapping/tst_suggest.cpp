#include "columns.h"
#include "mapping/convert.h"
#include "mapping/lint.h"
#include "mapping/suggest.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace mapping;
using consent::ValuePath;
using profile::Mapping;
using Polarity = Mapping::Polarity;

namespace {

Column named(Column column, const QString &display)
{
    column.displayName = display;
    return column;
}

Column bulk()
{
    Column column = named(columns::donotbulkemail(), u"Do not allow Bulk Emails"_s);
    column.schemaName = u"DoNotBulkEMail"_s;
    return column;
}

Column options(const QString &name, const QStringList &labels, ColumnType type = ColumnType::Choice)
{
    Column column = columns::writable(name, type);
    qint64 value = 100000000;
    for (const QString &label : labels)
        column.options << ChoiceOption{.value = value++, .label = label};
    return column;
}

Column formatted(const QString &name, const QString &format)
{
    Column column = columns::text(name, 100);
    column.format = format;
    return column;
}

Table contact()
{
    Column readOnly = columns::boolean(u"new_readonlynewsletter"_s);
    readOnly.isValidForUpdate = false;
    Column mirror = columns::text(u"new_smsconsentname"_s, 100);
    mirror.attributeOf = u"new_smsconsent"_s;
    Table table{.logicalName = u"contact"_s, .entitySet = u"contacts"_s, .primaryId = u"contactid"_s};
    table.columns = {
        named(columns::boolean(u"acme_infolettre"_s), u"Infolettre"_s),
        named(columns::boolean(u"acme_nepasappeler"_s), u"Ne pas appeler"_s),
        named(columns::boolean(u"acme_profilage"_s), u"Profilage"_s),
        bulk(),
        named(columns::boolean(u"donotemail"_s, u"Do Not Allow"_s, u"Allow"_s), u"Do not allow Emails"_s),
        named(columns::boolean(u"donotphone"_s, u"Do Not Allow"_s, u"Allow"_s), u"Do not allow Phone Calls"_s),
        named(columns::boolean(u"donotpostalmail"_s, u"Do Not Allow"_s, u"Allow"_s), u"Do not allow Mails"_s),
        named(columns::boolean(u"donotsendmm"_s, u"Do Not Send"_s, u"Send"_s), u"Send Marketing Materials"_s),
        named(formatted(u"emailaddress1"_s, u"Email"_s), u"Email"_s),
        named(columns::text(u"externaluseridentifier"_s, 50), u"External User Identifier"_s),
        named(columns::text(u"fax"_s, 50), u"Fax"_s),
        named(formatted(u"mobilephone"_s, u"Phone"_s), u"Mobile Phone"_s),
        named(columns::boolean(u"new_newsletterconsent"_s), u"Newsletter consent"_s),
        named(options(u"new_newsletterfrequency"_s, {u"Daily"_s, u"Weekly"_s}), u"Newsletter frequency"_s),
        named(columns::boolean(u"new_sports"_s), u"Sports"_s),
        named(columns::boolean(u"new_smsconsent"_s), u"SMS consent"_s),
        mirror,
        named(options(u"new_topics"_s, {u"Sports"_s, u"Culture"_s}, ColumnType::MultiChoice), u"Topics"_s),
        readOnly,
    };
    return table;
}

consent::Catalogue catalogue()
{
    return {.purposes = {{.id = u"newsletter"_s,
                          .name = u"Newsletter"_s,
                          .preferenceIds = {u"frequency-Qw3rTy7u"_s, u"topics-Zx9cVb2n"_s}},
                         {.id = u"sms_marketing"_s, .name = u"Offers by SMS"_s},
                         {.id = u"appels-Ab1cD2eF"_s, .name = u"Appels téléphoniques"_s},
                         {.id = u"content_personalization"_s, .name = u"Personalised content"_s},
                         {.id = u"do_not_track"_s, .name = u"Do not track me"_s}},
            .preferences = {{.id = u"frequency-Qw3rTy7u"_s,
                             .name = u"Frequency"_s,
                             .values = {{u"daily-1"_s, u"Daily"_s}, {u"weekly-2"_s, u"Weekly"_s}}},
                            {.id = u"topics-Zx9cVb2n"_s,
                             .name = u"Topics"_s,
                             .isMulti = true,
                             .values = {{u"sports-1"_s, u"Sports"_s}, {u"culture-2"_s, u"Culture"_s}}}}};
}

ValuePath purpose(const QString &id)
{
    return {.kind = ValuePath::Kind::Purpose, .purposeId = id};
}

ValuePath picked(const QString &preference)
{
    return {.kind = ValuePath::Kind::PreferenceValues, .purposeId = u"newsletter"_s, .preferenceId = preference};
}

QStringList columnsOf(const QList<Suggestion> &suggestions)
{
    QStringList names;
    for (const Suggestion &suggestion : suggestions)
        names << suggestion.column;
    return names;
}

} // namespace

Q_DECLARE_METATYPE(consent::ValuePath)

/// Columns that may be meant for what Didomi asks.
class TestSuggest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void suggestsColumns_data();
    void suggestsColumns();
    void suggestsNothingImplausible_data();
    void suggestsNothingImplausible();
    void saysWhichWayRound_data();
    void saysWhichWayRound();
    void suggestsTheSameInFrench_data();
    void suggestsTheSameInFrench();
    void leavesOutWhatIsTaken();
    void leavesOutWhatCannotBeWritten();
    void prefersTypesThatFit();
    void ratesWhatIsUneasyLower();
    void suggestsSources();
    void suggestsMappings();
    void suggestsNothingInCurrentMode();
    void suggestsTargetsOfCurrentMode();
    void isDeterministic();
    void keepsToItsPromises();
    void copesWithNothing();
};

void TestSuggest::suggestsColumns_data()
{
    QTest::addColumn<ValuePath>("source");
    QTest::addColumn<QStringList>("first"); // the best ones, in this order
    QTest::newRow("newsletter") << purpose(u"newsletter"_s)
                                << QStringList{u"new_newsletterconsent"_s, u"acme_infolettre"_s, u"donotbulkemail"_s};
    QTest::newRow("sms") << purpose(u"sms_marketing"_s) << QStringList{u"new_smsconsent"_s};
    QTest::newRow("calls") << purpose(u"appels-Ab1cD2eF"_s) << QStringList{u"acme_nepasappeler"_s, u"donotphone"_s};
    QTest::newRow("frequency") << picked(u"frequency-Qw3rTy7u"_s) << QStringList{u"new_newsletterfrequency"_s};
    QTest::newRow("topics") << picked(u"topics-Zx9cVb2n"_s) << QStringList{u"new_topics"_s};
    QTest::newRow("one topic") << ValuePath{.kind = ValuePath::Kind::PreferenceValue,
                                            .purposeId = u"newsletter"_s,
                                            .preferenceId = u"topics-Zx9cVb2n"_s,
                                            .valueId = u"sports-1"_s}
                               << QStringList{u"new_sports"_s};
    QTest::newRow("person") << ValuePath{.kind = ValuePath::Kind::Identity, .key = u"organization_user_id"_s}
                            << QStringList{u"externaluseridentifier"_s};
}

void TestSuggest::suggestsColumns()
{
    QFETCH(const ValuePath, source);
    QFETCH(const QStringList, first);
    const QList<Suggestion> found = suggestColumns(source, {}, contact(), catalogue());
    QCOMPARE(columnsOf(found).mid(0, first.size()), first);
    for (const Suggestion &suggestion : found) {
        QCOMPARE(suggestion.path, source);
        QCOMPARE(suggestion.value, source.toText());
        QCOMPARE(suggestion.sourceName, consent::describe(source, catalogue()));
        QCOMPARE(suggestion.columnName, contact().column(suggestion.column)->displayName);
    }
}

void TestSuggest::suggestsNothingImplausible_data()
{
    QTest::addColumn<ValuePath>("source");
    QTest::addColumn<QString>("column");
    QTest::newRow("an address is no consent") << purpose(u"email"_s) << u"emailaddress1"_s;
    QTest::newRow("a number is no consent") << purpose(u"fax"_s) << u"fax"_s;
    QTest::newRow("nor is a phone number") << purpose(u"phone"_s) << u"mobilephone"_s;
    QTest::newRow("letters are not calls") << purpose(u"phone"_s) << u"donotpostalmail"_s;
    QTest::newRow("how often is not whether") << purpose(u"newsletter"_s) << u"new_newsletterfrequency"_s;
    QTest::newRow("sports is no topic list") << picked(u"topics-Zx9cVb2n"_s) << u"new_sports"_s;
    QTest::newRow("mirrors") << purpose(u"sms_marketing"_s) << u"new_smsconsentname"_s;
    QTest::newRow("nothing alike") << purpose(u"content_personalization"_s) << u"donotbulkemail"_s;
    QTest::newRow("unknown path") << ValuePath{.text = u"newsletter"_s} << u"new_newsletterconsent"_s;
}

void TestSuggest::suggestsNothingImplausible()
{
    QFETCH(const ValuePath, source);
    QFETCH(const QString, column);
    QVERIFY(contact().column(column));
    QVERIFY(!columnsOf(suggestColumns(source, {}, contact(), catalogue(), 100)).contains(column));
}

void TestSuggest::saysWhichWayRound_data()
{
    QTest::addColumn<QString>("purposeId");
    QTest::addColumn<Column>("column");
    QTest::addColumn<int>("polarity");
    QTest::newRow("allows") << u"newsletter"_s << columns::boolean(u"new_newsletter"_s) << int(Polarity::Direct);
    QTest::newRow("forbids") << u"newsletter"_s << bulk() << int(Polarity::Inverted);
    QTest::newRow("forbids by its logical name alone")
        << u"marketing"_s << named(columns::boolean(u"donotsendmm"_s), u"Send Marketing Materials"_s)
        << int(Polarity::Inverted);
    QTest::newRow("forbids by its label alone")
        << u"newsletter"_s << named(columns::boolean(u"new_newsletterflag"_s), u"Pas de newsletter"_s)
        << int(Polarity::Inverted);
    QTest::newRow("opt-out") << u"sms_marketing"_s << columns::boolean(u"new_smsoptout"_s) << int(Polarity::Inverted);
    QTest::newRow("both forbid") << u"do_not_track"_s << columns::boolean(u"msgdpr_donottrack"_s)
                                 << int(Polarity::Direct);
    QTest::newRow("the purpose forbids") << u"do_not_track"_s << columns::boolean(u"new_tracking"_s)
                                         << int(Polarity::Inverted);
}

void TestSuggest::saysWhichWayRound()
{
    QFETCH(const QString, purposeId);
    QFETCH(const Column, column);
    QFETCH(const int, polarity);
    Table table = contact();
    table.columns = {column};
    const QList<Suggestion> found = suggestColumns(purpose(purposeId), {}, table, catalogue());
    QCOMPARE(found.size(), 1);
    QVERIFY(found.constFirst().polarity);
    QCOMPARE(int(*found.constFirst().polarity), polarity);
    QCOMPARE(found.constFirst().reason.contains(u"inverted"_s), Polarity(polarity) == Polarity::Inverted);
}

void TestSuggest::suggestsTheSameInFrench_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QString>("column");
    QTest::newRow("newsletter") << u"Lettre d’information hebdomadaire"_s << u"new_newsletterconsent"_s;
    QTest::newRow("text messages") << u"Offres par SMS"_s << u"new_smsconsent"_s;
    QTest::newRow("texto") << u"Promotions par texto"_s << u"new_smsconsent"_s;
    QTest::newRow("phone") << u"Démarchage téléphonique"_s << u"donotphone"_s;
    QTest::newRow("e-mail") << u"Courriels"_s << u"donotemail"_s;
    QTest::newRow("post") << u"Courrier postal"_s << u"donotpostalmail"_s;
    QTest::newRow("personalisation") << u"Personnalisation"_s << u"acme_profilage"_s;
    QTest::newRow("marketing") << u"Prospection commerciale"_s << u"donotsendmm"_s;
}

void TestSuggest::suggestsTheSameInFrench()
{
    QFETCH(const QString, name);
    QFETCH(const QString, column);
    const consent::Catalogue french{.purposes = {{.id = u"x-Ab1cD2eF"_s, .name = name}}};
    const QList<Suggestion> found = suggestColumns(purpose(u"x-Ab1cD2eF"_s), {}, contact(), french);
    QVERIFY2(columnsOf(found).contains(column), qPrintable(columnsOf(found).join(u' ')));
}

void TestSuggest::leavesOutWhatIsTaken()
{
    profile::Profile profile;
    profile.integration.mappings = {{.column = u"new_newsletterconsent"_s, .value = u"whatever"_s}};
    profile.match = {.kind = profile::MatchRule::Kind::Column, .column = u"externaluseridentifier"_s};
    const QStringList found = columnsOf(suggestColumns(purpose(u"newsletter"_s), profile, contact(), catalogue(), 100));
    QVERIFY(!found.contains(u"new_newsletterconsent"_s));
    QVERIFY(found.contains(u"donotbulkemail"_s));
    const ValuePath person{.kind = ValuePath::Kind::Identity, .key = u"organization_user_id"_s};
    QVERIFY(suggestColumns(person, profile, contact(), catalogue()).isEmpty()); // rows are found by it
}

void TestSuggest::leavesOutWhatCannotBeWritten()
{
    const QStringList found = columnsOf(suggestColumns(purpose(u"newsletter"_s), {}, contact(), catalogue(), 100));
    QVERIFY(!found.isEmpty());
    QVERIFY(!found.contains(u"new_readonlynewsletter"_s));
    QVERIFY(suggestSources(u"new_readonlynewsletter"_s, {}, contact(), catalogue()).isEmpty());
}

void TestSuggest::prefersTypesThatFit()
{
    Table table = contact();
    table.columns = {columns::text(u"new_newslettera"_s, 100),
                     columns::boolean(u"new_newsletterb"_s),
                     options(u"new_newsletterc"_s, {u"Given"_s, u"Refused"_s}),
                     options(u"new_newsletterd"_s, {u"Red"_s, u"Green"_s}),
                     columns::writable(u"new_newslettere"_s, ColumnType::DateTime),
                     columns::lookup(u"new_newsletterf"_s, {})};
    for (Column &column : table.columns)
        column.displayName = u"Newsletter consent"_s;
    const QList<Suggestion> found = suggestColumns(purpose(u"newsletter"_s), {}, table, catalogue(), 100);
    QCOMPARE(columnsOf(found), QStringList({u"new_newsletterb"_s, u"new_newsletterc"_s, u"new_newslettera"_s}));
    QVERIFY(found.at(0).polarity);
    QVERIFY(!found.at(1).polarity); // given and refused are options there
    QVERIFY(found.at(1).score > found.at(2).score);
}

void TestSuggest::ratesWhatIsUneasyLower()
{
    Table table = contact();
    Column secured = columns::boolean(u"new_newsletter"_s);
    secured.isSecured = true;
    Column old = columns::boolean(u"old_newsletter"_s);
    old.isDeprecated = true;
    table.columns = {secured, old, columns::boolean(u"yet_newsletter"_s)};
    const QList<Suggestion> found = suggestColumns(purpose(u"newsletter"_s), {}, table, catalogue());
    QCOMPARE(columnsOf(found), QStringList({u"yet_newsletter"_s, u"new_newsletter"_s, u"old_newsletter"_s}));
    QVERIFY(found.at(0).score > found.at(1).score);
    QVERIFY(found.at(1).reason.contains(u"secured"_s));
    QVERIFY(found.at(2).reason.contains(u"deprecated"_s));
}

void TestSuggest::suggestsSources()
{
    const QList<Suggestion> found = suggestSources(u"donotbulkemail"_s, {}, contact(), catalogue());
    QVERIFY(!found.isEmpty());
    QCOMPARE(found.constFirst().value, u"consents_purposes_newsletter_enabled"_s);
    QCOMPARE(found.constFirst().polarity, std::optional(Polarity::Inverted));

    profile::Profile taken; // its row is being edited
    taken.integration.mappings = {{.column = u"donotbulkemail"_s, .value = u"whatever"_s}};
    QCOMPARE(suggestSources(u"donotbulkemail"_s, taken, contact(), catalogue()), found);
    QVERIFY(suggestSources(u"nonesuch"_s, {}, contact(), catalogue()).isEmpty());
    QCOMPARE(suggestSources(u"donotbulkemail"_s, {}, contact(), catalogue(), 0).size(), 0);
}

void TestSuggest::suggestsMappings()
{
    const QList<Suggestion> found = suggestMappings({}, contact(), catalogue());
    const QStringList names = columnsOf(found);
    for (const QString &column : {u"new_newsletterconsent"_s, u"donotbulkemail"_s, u"new_smsconsent"_s, u"new_topics"_s,
                                  u"new_newsletterfrequency"_s, u"donotphone"_s})
        QVERIFY2(names.contains(column), qPrintable(column));
    QCOMPARE(QSet<QString>(names.cbegin(), names.cend()).size(), names.size()); // each column once
    for (qsizetype i = 1; i < found.size(); ++i)
        QVERIFY(found.at(i - 1).score >= found.at(i).score);
}

void TestSuggest::suggestsNothingInCurrentMode()
{
    profile::Profile profile;
    profile.integration.typeId = u"microsoft-dynamics-cpc"_s;
    QVERIFY(suggestMappings(profile, contact(), catalogue()).isEmpty());
}

void TestSuggest::suggestsTargetsOfCurrentMode()
{
    const QString newsletter = u"10000000-0000-0000-0000-000000000003"_s;
    const QString sports = u"20000000-0000-0000-0000-000000000001"_s;
    const ConsentTree tree{.purposes = {{newsletter, u"Lettre d’information"_s},
                                        {u"10000000-0000-0000-0000-0000000000ff"_s, u"Billing"_s}},
                           .topics = {{sports, u"Sports"_s, newsletter},
                                      {u"20000000-0000-0000-0000-000000000002"_s, u"Culture"_s, newsletter, false}}};
    profile::Profile profile;
    profile.integration.typeId = u"microsoft-dynamics-cpc"_s;
    const QList<Suggestion> found = suggestTargets(profile, tree, catalogue());
    QCOMPARE(columnsOf(found), QStringList({sports, newsletter}));
    QCOMPARE(found.at(0).value, u"consents_purposes_newsletter_preferences_topics-Zx9cVb2n_values_sports-1"_s);
    QCOMPARE(found.at(1).value, u"consents_purposes_newsletter_enabled"_s);
    for (const Suggestion &one : found)
        QVERIFY(!one.polarity);
    profile.integration.mappings = {{.column = newsletter.toUpper(), .value = u"whatever"_s}};
    QCOMPARE(columnsOf(suggestTargets(profile, tree, catalogue())), QStringList{sports});
}

void TestSuggest::isDeterministic()
{
    Table reversed = contact();
    std::reverse(reversed.columns.begin(), reversed.columns.end());
    QCOMPARE(suggestMappings({}, reversed, catalogue()), suggestMappings({}, contact(), catalogue()));
    for (const ValuePath &source : suggestibleSources(catalogue()))
        QCOMPARE(suggestColumns(source, {}, reversed, catalogue()), suggestColumns(source, {}, contact(), catalogue()));
}

/// Whatever is suggested has a score in range, a reason, a path that is read back as meant, and no lint error once it
/// is taken over, apart from a table of values that somebody must fill.
void TestSuggest::keepsToItsPromises()
{
    int seen = 0;
    for (const ValuePath &source : suggestibleSources(catalogue())) {
        for (const Suggestion &suggestion : suggestColumns(source, {}, contact(), catalogue(), 100)) {
            ++seen;
            QVERIFY(suggestion.score >= leastScore && suggestion.score <= 1);
            QVERIFY(!suggestion.reason.isEmpty());
            profile::Profile profile;
            Mapping mapping{.column = suggestion.column, .value = suggestion.value};
            mapping.polarity = suggestion.polarity.value_or(Polarity::Unset);
            profile.integration.mappings = {mapping};
            const Table table = contact();
            const consent::Catalogue known = catalogue();
            const Verdict verdict = lint(profile, &table, &known).constFirst();
            const Column *column = table.column(suggestion.column);
            const bool needsTable = column->type == ColumnType::Choice || column->type == ColumnType::MultiChoice;
            QVERIFY2(verdict.state != Verdict::State::Error || needsTable,
                     qPrintable(suggestion.column + u": "_s + verdict.message));
            if (column->type == ColumnType::Boolean && looksNegating(*column) && source.purposeId != u"do_not_track")
                QCOMPARE(suggestion.polarity, std::optional(Polarity::Inverted));
        }
    }
    QVERIFY(seen > 10);
}

void TestSuggest::copesWithNothing()
{
    QVERIFY(suggestMappings({}, {}, {}).isEmpty());
    QVERIFY(suggestColumns({}, {}, contact(), {}).isEmpty());
    QVERIFY(suggestSources({}, {}, {}, {}).isEmpty());
    Table nameless = contact();
    nameless.columns = {columns::boolean(QString()), columns::boolean(u"new_"_s), columns::boolean(u"_"_s)};
    QVERIFY(suggestMappings({}, nameless, catalogue()).isEmpty());
}

QTEST_GUILESS_MAIN(TestSuggest)
#include "tst_suggest.moc"
