#include "columns.h"
#include "mapping/compare.h"
#include "mapping/lint.h"

#include <QTest>

#include <functional>

using namespace Qt::StringLiterals;
using namespace mapping;
using profile::Mapping;
using profile::Transform;
using How = Carried::How;
using Kind = Mapping::Action::Kind;

using Change = std::function<void(Mapping &)>;
Q_DECLARE_METATYPE(Change)

namespace {

const QString commercial = u"22222222-3c4d-5e6f-8a9b-0c1d2e3f4a5b"_s;
const QString sports = u"11111111-3c4d-5e6f-8a9b-0c1d2e3f4a5b"_s;
const QString theirs = u"aaaaaaaa-3c4d-5e6f-8a9b-0c1d2e3f4a5b"_s;
const QString theirSports = u"bbbbbbbb-3c4d-5e6f-8a9b-0c1d2e3f4a5b"_s;

Mapping to(const QString &column, const QString &value = u"consents_purposes_news_enabled"_s)
{
    return {.column = column, .value = value};
}

consent::Catalogue sandbox()
{
    return {.purposes = {{.id = u"news"_s, .name = u"Newsletter"_s},
                         {.id = u"sms"_s, .name = u"Text messages"_s},
                         {.id = u"both"_s, .name = u"Twice"_s},
                         {.id = u"nameless"_s}},
            .preferences = {{.id = u"topics"_s,
                             .name = u"Topics"_s,
                             .values = {{.id = u"s"_s, .name = u"Sports"_s}, {.id = u"c"_s, .name = u"Culture"_s}}}}};
}

/// The same organisation's production: the newsletter and its topics were made anew there.
consent::Catalogue production()
{
    return {
        .purposes = {{.id = u"news-Xy1"_s, .name = u" newsletter "_s},
                     {.id = u"sms"_s, .name = u"SMS"_s},
                     {.id = u"both-1"_s, .name = u"Twice"_s},
                     {.id = u"both-2"_s, .name = u"twice"_s},
                     {.id = u"unnamed"_s}},
        .preferences = {{.id = u"topics-9"_s,
                         .name = u"Topics"_s,
                         .values = {{.id = u"s-1"_s, .name = u"sports"_s}, {.id = u"t-2"_s, .name = u"Travel"_s}}}}};
}

Column named(Column column, const QString &display)
{
    column.displayName = display;
    return column;
}

/// In production the key on new_old is gone, and there is nothing but brands to point to.
Column brand(bool isProduction)
{
    QList<TargetKey> keys{{.column = u"new_code"_s, .status = Key::Status::Active}};
    if (!isProduction)
        keys << TargetKey{.column = u"new_old"_s, .status = Key::Status::Active};
    QList<LookupTarget> targets{{.table = u"new_brand"_s,
                                 .entitySet = u"new_brands"_s,
                                 .navigationProperty = u"new_Brand"_s,
                                 .primaryId = u"new_brandid"_s,
                                 .keys = keys}};
    if (!isProduction)
        targets << LookupTarget{.table = u"account"_s, .entitySet = u"accounts"_s, .navigationProperty = u"c"_s};
    return columns::lookup(u"new_brand"_s, targets);
}

Table table(bool isProduction)
{
    Column choice = named(columns::choice(u"new_kind"_s), u"Kind"_s);
    if (isProduction)
        choice.options = {{.value = 5, .label = u"sports"_s}, {.value = 9, .label = u"Music"_s}};
    const QString prefix = isProduction ? u"acme_"_s : u"new_"_s;
    return {.logicalName = u"contact"_s,
            .columns = {named(columns::boolean(prefix + u"newsletter"_s), u"Newsletter"_s), columns::donotbulkemail(),
                        named(columns::boolean(isProduction ? u"acme_mailoptout"_s : u"new_mail"_s), u"Mail"_s), choice,
                        isProduction ? columns::text(u"new_other"_s, 10) : columns::boolean(u"new_other"_s),
                        named(columns::text(prefix + u"id"_s, 100), u"Didomi id"_s), columns::text(u"new_country"_s, 2),
                        brand(isProduction)}};
}

ConsentTree tree(bool isProduction)
{
    if (!isProduction)
        return {.purposes = {{.id = commercial, .name = u"Commercial"_s}},
                .topics = {{.id = sports, .name = u"Sports"_s, .purposeId = commercial}}};
    return {.purposes = {{.id = theirs, .name = u"commercial"_s}, {.id = u"o"_s, .name = u"Other"_s}},
            .topics = {{.id = u"x"_s, .name = u"Sports"_s, .purposeId = u"o"_s},
                       {.id = theirSports, .name = u"Sports"_s, .purposeId = theirs}}};
}

Carried carried(const Mapping &mapping, bool isTableLoaded = true)
{
    const consent::Catalogue from = sandbox();
    const consent::Catalogue there = production();
    const Table tableHere = table(false);
    const Table tableThere = table(true);
    const ConsentTree treeHere = tree(false);
    const ConsentTree treeThere = tree(true);
    const Promotion promotion =
        promote({mapping}, {.table = &tableHere, .catalogue = &from, .tree = &treeHere},
                {.table = isTableLoaded ? &tableThere : nullptr, .catalogue = &there, .tree = &treeThere});
    return promotion.rows.size() == 1 ? promotion.rows.first() : Carried();
}

} // namespace

class TestCompare : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void findsWhatChanged_data()
    {
        QTest::addColumn<Change>("change");
        QTest::addColumn<QString>("said");
        const auto row = [](const char *name, Change change, const QString &said) {
            QTest::newRow(name) << change << said;
        };
        row(
            "column", [](Mapping &m) { m.column = u"b"_s; }, u"written into b; before it was a"_s);
        row(
            "value", [](Mapping &m) { m.value = u"consents_purposes_sms_enabled"_s; },
            u"takes Text messages; before it was Newsletter"_s);
        row(
            "polarity", [](Mapping &m) { m.polarity = Mapping::Polarity::Inverted; }, u"inverted"_s);
        row(
            "given", [](Mapping &m) { m.givenLiteral = u"x"_s; }, u"“given” is now the value “x”"_s);
        row(
            "refused", [](Mapping &m) { m.refusedAction = Kind::Clear; }, u"“refused” is now cleared"_s);
        row(
            "no choice", [](Mapping &m) { m.noChoice = Mapping::NoChoice::Clear; },
            u"“no choice” is now cleared; before it was left alone"_s);
        row(
            "pending",
            [](Mapping &m) {
                m.setAction(Mapping::State::Pending, {Kind::Literal, u"?"_s});
            },
            u"“pending” is now the value “?”"_s);
        row(
            "table",
            [](Mapping &m) {
                m.valueTable = {{u"s"_s, u"1"_s}};
            },
            u"“s” becomes “1”; before it was nothing"_s);
        row(
            "transforms",
            [](Mapping &m) { m.transforms = {{.kind = Transform::Kind::Template, .text = u"<{value}>"_s}}; },
            u"<{value}>"_s);
        row(
            "direction", [](Mapping &m) { m.direction = Mapping::Direction::Both; }, u"goes both ways"_s);
        row(
            "channel", [](Mapping &m) { m.channel = profile::Channel::Voice; }, u"before it was “E-mail”"_s);
        row(
            "lookup", [](Mapping &m) { m.lookup = {.table = u"new_brand"_s, .column = u"new_code"_s}; },
            u"by new_code in new_brand; before it was found by its id"_s);
        row(
            "nothing that counts", [](Mapping &m) { m.noChoiceLiteral = u"x"_s; }, u"no effect"_s);
    }

    void findsWhatChanged()
    {
        QFETCH(Change, change);
        QFETCH(QString, said);
        const consent::Catalogue known = sandbox();
        Mapping after = to(u"a"_s);
        change(after);
        const QList<Difference> differences = compareMappings({to(u"a"_s), to(u"z"_s)}, {to(u"z"_s), after}, &known);
        QCOMPARE(differences.size(), 1);
        const Difference &difference = differences.first();
        QCOMPARE(difference.kind, Difference::Kind::Changed);
        QCOMPARE(difference.before, 0);
        QCOMPARE(difference.after, 1);
        QVERIFY(!difference.sentence.isEmpty());
        QCOMPARE(difference.details.size(), 1);
        QVERIFY2(difference.details.first().contains(said), qPrintable(difference.details.first()));
    }

    void tellsChannelsApart()
    {
        Mapping voice = to(commercial);
        voice.channel = profile::Channel::Voice;
        Mapping text = to(commercial);
        text.channel = profile::Channel::TextMessage;
        QVERIFY(compareMappings({to(commercial), voice, text}, {text, voice, to(commercial)}).isEmpty());
        const QList<Difference> one = compareMappings({to(commercial), voice}, {to(commercial), text});
        QCOMPARE(one.size(), 1);
        QCOMPARE(one.first().before, 1);
        QCOMPARE(one.first().after, 1);
        QCOMPARE(one.first().column, commercial);
    }

    void findsWhatCameAndWent()
    {
        const consent::Catalogue known = sandbox();
        const QString sms = u"consents_purposes_sms_enabled"_s;
        const QList<Mapping> before{to(u"a"_s), to(u"b"_s, sms)};
        const QList<Mapping> after{to(u"c"_s, u"country"_s), to(u"a"_s)};
        const QList<Difference> differences = compareMappings(before, after, &known);
        QCOMPARE(differences.size(), 2);
        QCOMPARE(differences[0].kind, Difference::Kind::Added);
        QCOMPARE(differences[0].after, 0);
        QCOMPARE(differences[0].sentence, u"c is new: it gets country."_s);
        QCOMPARE(differences[1].kind, Difference::Kind::Removed);
        QCOMPARE(differences[1].before, 1);
        QCOMPARE(differences[1].sentence, u"b is no longer mapped; it got Text messages."_s);
        QVERIFY(compareMappings(after, after, &known).isEmpty());
        QVERIFY(compareMappings({before[1], before[0]}, before).isEmpty()); // the order means nothing
        QCOMPARE(compareMappings(before, {}, nullptr).size(), 2);
        QCOMPARE(compareMappings({}, before, nullptr).size(), 2);
        // The very same twice: one of them is more.
        QCOMPARE(compareMappings({before[0]}, {before[0], before[0]}).size(), 1);
    }

    void carriesById()
    {
        const Mapping mapping = to(u"donotbulkemail"_s, u"consents_purposes_sms_enabled"_s);
        const Carried row = carried(mapping);
        QCOMPARE(row.how, How::ById);
        QCOMPARE(row.score, 1.0);
        QVERIFY(row.mapping == mapping);
        QVERIFY(row.notes.isEmpty());
        // Whoever a person is needs no catalogue; and what was written stays as it was written.
        QCOMPARE(carried(to(u"donotbulkemail"_s, u"metadata_x"_s)).score, 1.0);
        const QString plural = u"consents_purposes_sms_channels_email_enabled"_s;
        QCOMPARE(carried(to(u"donotbulkemail"_s, plural)).mapping.value, plural);
    }

    void carriesByName()
    {
        Mapping mapping = to(u"new_newsletter"_s);
        mapping.polarity = Mapping::Polarity::Direct;
        mapping.direction = Mapping::Direction::Both;
        const Carried row = carried(mapping);
        QCOMPARE(row.how, How::ByName);
        QCOMPARE(row.mapping.value, u"consents_purposes_news-Xy1_enabled"_s);
        QCOMPARE(row.mapping.column, u"acme_newsletter"_s);
        QVERIFY(qFuzzyCompare(row.score, 0.81));
        QCOMPARE(row.notes.size(), 2);
        QVERIFY(row.notes[0].contains(u"news-Xy1"_s));
        QVERIFY(row.notes[1].contains(u"acme_newsletter"_s));
        mapping.value = row.mapping.value;
        mapping.column = row.mapping.column;
        QVERIFY(row.mapping == mapping); // everything else came along
    }

    void carriesPickedValues()
    {
        Mapping mapping = to(u"new_kind"_s, u"consents_purposes_news_values_topics_value"_s);
        mapping.valueTable = {{u"s"_s, u"1"_s}, {u"c"_s, u"9"_s}};
        const Carried row = carried(mapping);
        QCOMPARE(row.how, How::ByName);
        QCOMPARE(row.mapping.value, u"consents_purposes_news-Xy1_values_topics-9_value"_s);
        // Sports has another id and another option there; there is no culture.
        const QList<std::pair<QString, QString>> expected{{u"s-1"_s, u"5"_s}};
        QCOMPARE(row.mapping.valueTable, expected);
        QVERIFY(row.notes.join(u' ').contains(u"“Culture”"_s));
        QVERIFY(row.score < 0.5);

        const Carried one = carried(to(u"donotbulkemail"_s, u"consents_preferences_topics_values_s"_s));
        QCOMPARE(one.mapping.value, u"consents_preferences_topics-9_values_s-1"_s);
        QCOMPARE(carried(to(u"donotbulkemail"_s, u"consents_preferences_topics_values_c"_s)).how, How::NotAtAll);
    }

    void carriesOptions()
    {
        Mapping mapping = to(u"new_kind"_s, u"consents_purposes_sms_enabled"_s);
        mapping.givenLiteral = u"1"_s;                                         // Sports, which is 5 there
        mapping.refusedLiteral = u"9"_s;                                       // Culture, and there Music
        mapping.setAction(Mapping::State::NoChoice, {Kind::Literal, u"-2"_s}); // there is none there
        mapping.setAction(Mapping::State::Pending, {Kind::Clear, {}});
        const Carried row = carried(mapping);
        QCOMPARE(row.mapping.givenLiteral, u"5"_s);
        QCOMPARE(row.mapping.refusedLiteral, u"9"_s);
        QVERIFY(row.mapping.noChoiceLiteral.isEmpty());
        QCOMPARE(row.mapping.actionOn(Mapping::State::Pending).kind, Kind::Clear);
        QCOMPARE(row.notes.size(), 3);
        QVERIFY(row.notes[1].contains(u"Music"_s) && row.notes[1].contains(u"Culture"_s));
        QVERIFY(row.notes[2].contains(u"“No”"_s));
        // What was left out is refused, not written as something else.
        const Table there = table(true);
        profile::Profile profile;
        profile.integration.mappings = {row.mapping};
        QCOMPARE(lint(profile, &there, nullptr).first().state, Verdict::State::Error);
    }

    void asksAgainWhichWayRound()
    {
        Mapping mapping = to(u"new_mail"_s, u"consents_purposes_sms_enabled"_s);
        mapping.polarity = Mapping::Polarity::Direct;
        const Carried row = carried(mapping);
        QCOMPARE(row.mapping.column, u"acme_mailoptout"_s);
        QCOMPARE(row.mapping.polarity, Mapping::Polarity::Unset);
        QVERIFY(row.notes.last().contains(u"confirm"_s));
    }

    void carriesPurposesAndTopics()
    {
        const QString sms = u"consents_purposes_sms_enabled"_s;
        QCOMPARE(carried(to(commercial, sms)).mapping.column, theirs);
        QCOMPARE(carried(to(sports, sms)).mapping.column, theirSports); // not that of the other purpose
        QCOMPARE(carried(to(sports, sms)).how, How::ByName);
        QCOMPARE(carried(to(theirs, sms)).how, How::ById);
        QCOMPARE(carried(to(u"99999999-3c4d-5e6f-8a9b-0c1d2e3f4a5b"_s, sms)).how, How::NotAtAll);
    }

    void carriesLookups_data()
    {
        QTest::addColumn<profile::LookupBy>("lookup");
        QTest::addColumn<QString>("literal");
        QTest::addColumn<How>("how");
        QTest::addColumn<bool>("isSure");
        using By = profile::LookupBy;
        QTest::newRow("by key") << By{.table = u"new_brand"_s, .column = u"new_code"_s} << u"FR"_s << How::ById << true;
        QTest::newRow("by a key that is gone")
            << By{.table = u"new_brand"_s, .column = u"new_old"_s} << QString() << How::ById << false;
        QTest::newRow("a text as id") << By() << QString() << How::ById << true;
        QTest::newRow("a row's id") << By{.table = u"new_brand"_s, .column = {}} << commercial << How::ById << false;
        QTest::newRow("another table") << By{.table = u"account"_s, .column = {}} << QString() << How::NotAtAll
                                       << false;
    }
    void carriesLookups()
    {
        QFETCH(profile::LookupBy, lookup);
        QFETCH(QString, literal);
        QFETCH(How, how);
        QFETCH(bool, isSure);
        Mapping mapping = to(u"new_brand"_s, u"metadata_brand"_s);
        mapping.lookup = lookup;
        mapping.givenLiteral = literal;
        const Carried result = carried(mapping);
        QCOMPARE(result.how, how);
        QCOMPARE(result.mapping, mapping);
        QCOMPARE(result.score == 1, isSure);
        QCOMPARE(result.notes.isEmpty(), isSure);
    }

    void carriesHowRowsAreFoundAndMade()
    {
        const Table here = table(false);
        const Table there = table(true);
        profile::Profile profile = profile::newProfile(u"EU"_s);
        profile.match = {
            .kind = profile::MatchRule::Kind::AlternateKey,
            .column = u"new_id"_s,
            .transforms = {{.kind = Transform::Kind::LowerCase}},
            .more = {{.column = u"new_kind"_s, .value = u"1"_s},
                     {.column = u"new_country"_s, .from = profile::KeyPart::From::Metadata, .value = u"country"_s}}};
        profile.newRow = {{.column = u"new_kind"_s, .text = u"1"_s},
                          {.column = u"new_country"_s, .text = u"FR"_s},
                          {.column = u"new_newsletter"_s, .text = u"false"_s},
                          {.column = u"new_other"_s, .text = u"true"_s},
                          {.column = u"new_gone"_s, .text = u"x"_s}};
        const CarriedRows rows = promoteRows(profile, {.table = &here}, {.table = &there});
        QCOMPARE(rows.match.column, u"acme_id"_s);
        QCOMPARE(rows.match.transforms, profile.match.transforms);
        QCOMPARE(rows.match.more[0].value, u"5"_s); // the option is called so
        QCOMPARE(rows.match.more[1], profile.match.more[1]);
        const QList<profile::Constant> carriedOver{{.column = u"new_kind"_s, .text = u"5"_s},
                                                   {.column = u"new_country"_s, .text = u"FR"_s},
                                                   {.column = u"acme_newsletter"_s, .text = u"false"_s}};
        QCOMPARE(rows.newRow, carriedOver);
        const QString notes = rows.notes.join(u'\n');
        for (const QString &said : {u"acme_id"_s, u"acme_newsletter"_s, u"new_other"_s, u"new_gone"_s})
            QVERIFY2(notes.contains(said), qPrintable(notes));

        profile.match = {.kind = profile::MatchRule::Kind::RowId};
        profile.newRow.clear();
        const CarriedRows byId = promoteRows(profile, {.table = &here}, {.table = &there});
        QCOMPARE(byId.match, profile.match);
        QCOMPARE(byId.notes.size(), 1);
        // What is not there is kept and said.
        profile.match = {.kind = profile::MatchRule::Kind::Column, .column = u"new_gone"_s};
        const CarriedRows lost = promoteRows(profile, {.table = &here}, {.table = &there});
        QCOMPARE(lost.match, profile.match);
        QVERIFY(lost.notes.join(u' ').contains(u"new_gone"_s));
    }

    void comparesHowRowsAreFoundAndMade()
    {
        profile::Profile before = profile::newProfile(u"EU"_s);
        QVERIFY(compareRows(before, before).isEmpty());
        profile::Profile after = before;
        after.options.table = u"lead"_s;
        after.integration.upsertMode = true;
        after.match = {.kind = profile::MatchRule::Kind::AlternateKey,
                       .column = u"new_id"_s,
                       .transforms = {{.kind = Transform::Kind::Md5}},
                       .more = {{.column = u"new_country"_s, .value = u"FR"_s}}};
        after.newRow = {{.column = u"subject"_s, .text = u"Consent"_s}};
        const QStringList said = compareRows(before, after);
        QCOMPARE(said.size(), 7);
        const QString all = said.join(u'\n');
        for (const QString &word :
             {u"lead"_s, u"made"_s, u"alternate key"_s, u"new_id"_s, u"MD5"_s, u"FR"_s, u"Consent"_s})
            QVERIFY2(all.contains(word), qPrintable(all));
        QCOMPARE(compareRows(after, before).size(), 6); // a search has no parts
        before = after;
        before.newRow[0].text = u"Other"_s;
        QCOMPARE(compareRows(before, after).size(), 1);
    }

    void losesNothingSilently_data()
    {
        QTest::addColumn<Mapping>("mapping");
        QTest::addColumn<QString>("said");
        QTest::newRow("not a path") << to(u"donotbulkemail"_s, u"nonsense"_s) << u"nonsense"_s;
        QTest::newRow("unknown purpose") << to(u"donotbulkemail"_s, u"consents_purposes_gone_enabled"_s) << u"gone"_s;
        QTest::newRow("name that several have")
            << to(u"donotbulkemail"_s, u"consents_purposes_both_enabled"_s) << u"Twice"_s;
        QTest::newRow("no name") << to(u"donotbulkemail"_s, u"consents_purposes_nameless_enabled"_s) << u"nameless"_s;
        QTest::newRow("no such column") << to(u"new_gone"_s) << u"new_gone"_s;
        QTest::newRow("another type") << to(u"new_other"_s) << u"another type"_s;
    }

    void losesNothingSilently()
    {
        QFETCH(Mapping, mapping);
        QFETCH(QString, said);
        const Carried row = carried(mapping);
        QCOMPARE(row.how, How::NotAtAll);
        QCOMPARE(row.score, 0.0);
        QVERIFY(row.mapping == mapping);
        QVERIFY(!row.notes.isEmpty());
        QVERIFY2(row.notes.last().contains(said), qPrintable(row.notes.last()));
    }

    void sumsUp()
    {
        const consent::Catalogue known = sandbox();
        const Table columns = table(false);
        const QList<Mapping> mappings{to(u"new_newsletter"_s), to(u"gone"_s), to(u"donotbulkemail"_s, u"country"_s)};
        const Place here{.table = &columns, .catalogue = &known};
        const Promotion promotion = promote(mappings, here, here);
        QCOMPARE(promotion.rows.size(), mappings.size());
        for (int i = 0; i < 3; ++i)
            QCOMPARE(promotion.rows[i].from, i);
        QCOMPARE(promotion.lost(), 1);
        QCOMPARE(promotion.mappings(), (QList<Mapping>{mappings[0], mappings[2]}));
        QVERIFY(qFuzzyCompare(promotion.score, 2.0 / 3));
        QCOMPARE(promote({}, here, here).score, 1.0);

        // What is not loaded is kept, told, and worth less.
        const Promotion blind = promote({mappings[0], to(commercial)}, here, {});
        for (const Carried &row : blind.rows) {
            QCOMPARE(row.how, How::ById);
            QCOMPARE(row.score, 0.25);
            QCOMPARE(row.notes.size(), 2);
        }
        QCOMPARE(carried(to(u"donotbulkemail"_s, u"country"_s), false).score, 0.5);
    }
};

QTEST_GUILESS_MAIN(TestCompare)
#include "tst_compare.moc"
