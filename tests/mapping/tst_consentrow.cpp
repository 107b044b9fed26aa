#include "mapping/consentrow.h"
#include "mapping/contactaddress.h"

#include <QTest>

using namespace Qt::StringLiterals;
using consent::Choice;
using consent::Finding;
using mapping::ConsentPlace;
using mapping::ConsentTree;
using mapping::ConsentValue;
using profile::Channel;
using profile::Mapping;

namespace {

const QString purpose = u"10000000-0000-0000-0000-000000000003"_s;
const QString topic = u"20000000-0000-0000-0000-000000000001"_s;

ConsentTree tree()
{
    return {.purposes = {{.id = purpose, .name = u"Marketing"_s},
                         {.id = u"10000000-0000-0000-0000-00000000000f"_s, .name = u"Gone"_s, .isActive = false}},
            .topics = {{topic, u"Sports"_s, purpose},
                       {u"20000000-0000-0000-0000-000000000002"_s, u"Asleep"_s, purpose, false},
                       {u"20000000-0000-0000-0000-000000000003"_s, u"Lost"_s, u"nowhere"_s},
                       {u"20000000-0000-0000-0000-000000000004"_s, u"Of a gone one"_s,
                        u"10000000-0000-0000-0000-00000000000f"_s}}};
}

mapping::Column column(const QString &name, mapping::ColumnType type)
{
    return {.logicalName = name, .displayName = name, .type = type, .maxLength = 20, .isValidForRead = true};
}

/// A table whose environment names its navigation properties and sets otherwise than usual.
mapping::Table table()
{
    using Type = mapping::ColumnType;
    mapping::Column lookup = column(u"msdynmkt_purposeid"_s, Type::Lookup);
    lookup.targets = {
        {.table = u"msdynmkt_purpose"_s, .entitySet = u"msdynmkt_purposeset"_s, .navigationProperty = u"PURPOSE"_s}};
    mapping::Column value = column(u"msdynmkt_value"_s, Type::Choice);
    value.options = {{534120001, u"Opted In"_s}, {534120002, u"Opted Out"_s}};
    return {.logicalName = u"msdynmkt_contactpointconsent4"_s,
            .entitySet = u"msdynmkt_contactpointconsent4s"_s,
            .columns = {column(u"msdynmkt_contactpointconsenttype"_s, Type::Choice),
                        column(u"msdynmkt_contactpointtype"_s, Type::Choice),
                        column(u"msdynmkt_contactpointvalue"_s, Type::Text), lookup,
                        column(u"msdynmkt_reason"_s, Type::Text), column(u"msdynmkt_topicid"_s, Type::Lookup), value}};
}

} // namespace

/// Rows of consent: what they are about, what they hold, where they belong.
class TestConsentRow : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void findsTargets_data();
    void findsTargets();
    void turnsAnswersIntoValues_data();
    void turnsAnswersIntoValues();
    void takesNamesFromTheEnvironment();
    void refusesWhatTheEnvironmentDoesNotKnow();
    void readsRows();
    void knowsDuplicates_data();
    void knowsDuplicates();
    void readsAddresses_data();
    void readsAddresses();
};

void TestConsentRow::findsTargets_data()
{
    QTest::addColumn<QString>("id");
    QTest::addColumn<QString>("name"); ///< Empty: refused.
    QTest::newRow("purpose") << purpose << u"Marketing"_s;
    QTest::newRow("purpose, capital letters") << purpose.toUpper() << u"Marketing"_s;
    QTest::newRow("topic") << topic << u"Marketing → Sports"_s;
    QTest::newRow("deactivated purpose") << u"10000000-0000-0000-0000-00000000000f"_s << QString();
    QTest::newRow("deactivated topic") << u"20000000-0000-0000-0000-000000000002"_s << QString();
    QTest::newRow("topic without purpose") << u"20000000-0000-0000-0000-000000000003"_s << QString();
    QTest::newRow("topic of a deactivated purpose") << u"20000000-0000-0000-0000-000000000004"_s << QString();
    QTest::newRow("nobody's") << u"30000000-0000-0000-0000-000000000001"_s << QString();
    QTest::newRow("a column") << u"donotemail"_s << QString();
    QTest::newRow("empty") << QString() << QString();
}

void TestConsentRow::findsTargets()
{
    QFETCH(const QString, id);
    QFETCH(const QString, name);
    const auto target = mapping::consentTargetOf(id, tree());
    QCOMPARE(target.hasValue(), !name.isEmpty());
    if (target) {
        QCOMPARE(target->name(), name);
        QCOMPARE(target->purposeId, purpose);
        QCOMPARE(target->isTopic(), name.contains(u"Sports"));
    } else {
        QVERIFY(!target.error().message.isEmpty());
        QVERIFY(!target.error().fix.isEmpty());
    }
}

void TestConsentRow::turnsAnswersIntoValues_data()
{
    QTest::addColumn<Finding>("finding");
    QTest::addColumn<Mapping>("mapping");
    QTest::addColumn<int>("expected"); ///< -1 nothing, -2 refused
    const auto choice = [](Choice one) { return Finding{.kind = Finding::Kind::Choice, .choice = one}; };
    const Finding untold{.isUntold = true};
    constexpr int nothing = -1;
    constexpr int problem = -2;
    const int notSet = int(ConsentValue::NotSet);
    using Kind = Mapping::Action::Kind;
    const auto row = [](const char *name, const Finding &finding, const Mapping &mapping, int expected) {
        QTest::newRow(name) << finding << mapping << expected;
    };
    row("given", choice(Choice::Given), {}, int(ConsentValue::OptedIn));
    row("refused", choice(Choice::Refused), {}, int(ConsentValue::OptedOut));
    row("pending", choice(Choice::Pending), {}, nothing);
    row("no choice", {}, {}, nothing);
    row("untold", untold, {.noChoice = Mapping::NoChoice::Clear}, nothing);
    row("no choice clears", {}, {.noChoice = Mapping::NoChoice::Clear}, notSet);
    row("no choice writes not set", {},
        {.noChoice = Mapping::NoChoice::WriteLiteral, .noChoiceLiteral = u"534120000"_s}, notSet);
    row("no choice is never refused", {},
        {.noChoice = Mapping::NoChoice::WriteLiteral, .noChoiceLiteral = u"534120002"_s}, problem);
    row("no choice is never given", {},
        {.noChoice = Mapping::NoChoice::WriteLiteral, .noChoiceLiteral = u"534120001"_s}, problem);
    row("pending is never given", choice(Choice::Pending),
        {.pending = Mapping::NoChoice::WriteLiteral, .pendingLiteral = u"534120001"_s}, problem);
    row("given says what is usual", choice(Choice::Given), {.givenLiteral = u" 534120001 "_s},
        int(ConsentValue::OptedIn));
    row("given writes opted out", choice(Choice::Given), {.givenLiteral = u"534120002"_s}, problem);
    row("refused writes opted in", choice(Choice::Refused), {.refusedLiteral = u"534120001"_s}, problem);
    row("refused writes not set", choice(Choice::Refused), {.refusedLiteral = u"534120000"_s}, problem);
    row("refused says what is usual", choice(Choice::Refused), {.refusedLiteral = u" 534120002 "_s},
        int(ConsentValue::OptedOut));
    row("pending clears", choice(Choice::Pending), {.pending = Mapping::NoChoice::Clear}, notSet);
    row("given clears", choice(Choice::Given), {.givenAction = Kind::Clear}, notSet);
    row("refused is left alone", choice(Choice::Refused), {.refusedAction = Kind::LeaveAlone}, nothing);
    row("refused clears", choice(Choice::Refused), {.refusedAction = Kind::Clear}, problem);
    row("refused clears, with a literal that does not count", choice(Choice::Refused),
        {.refusedLiteral = u"534120002"_s, .refusedAction = Kind::Clear}, problem);
    row("a word", choice(Choice::Given), {.givenLiteral = u"yes"_s}, problem);
    row("inverted", choice(Choice::Refused), {.polarity = Mapping::Polarity::Inverted}, problem);
    row("direct", choice(Choice::Refused), {.polarity = Mapping::Polarity::Direct}, int(ConsentValue::OptedOut));
    row("a text", {.kind = Finding::Kind::Text, .text = u"sports-1"_s}, {}, problem);
}

void TestConsentRow::turnsAnswersIntoValues()
{
    QFETCH(const Finding, finding);
    QFETCH(const Mapping, mapping);
    QFETCH(const int, expected);
    const auto value = mapping::consentValueFor(finding, mapping);
    QCOMPARE(!value ? -2 : *value ? int(**value) : -1, expected);
    if (!value)
        QVERIFY(!value.error().fix.isEmpty());
}

void TestConsentRow::takesNamesFromTheEnvironment()
{
    const ConsentPlace place{.address = u"a@example.com"_s, .purposeId = purpose, .topicId = topic};
    const auto cells = mapping::consentCreateCells(table(), place, ConsentValue::OptedIn,
                                                   {.reason = u"didomi-sync;evt=0123456789"_s, .onBehalf = u"x"_s});
    QVERIFY(cells);
    QCOMPARE(mapping::bodyOf(*cells),
             "{\"msdynmkt_contactpointvalue\":\"a@example.com\",\"msdynmkt_contactpointtype\":534120000,"
             "\"msdynmkt_contactpointconsenttype\":534120001,\"msdynmkt_value\":534120001,"
             "\"msdynmkt_reason\":\"didomi-sync;evt=0123\"," // as long as the column is
             "\"PURPOSE@odata.bind\":\"/msdynmkt_purposeset(" +
                 purpose.toLatin1() + ")\",\"msdynmkt_topicId@odata.bind\":\"/msdynmkt_topics(" + topic.toLatin1() +
                 ")\"}");
}

void TestConsentRow::refusesWhatTheEnvironmentDoesNotKnow()
{
    const auto noOption = mapping::consentUpdateCells(table(), ConsentValue::NotSet, {});
    QVERIFY(!noOption);
    QCOMPARE(noOption.error().field, u"msdynmkt_value"_s);
    mapping::Table other = table();
    other.columns.removeIf([](const mapping::Column &one) { return one.logicalName == u"msdynmkt_value"; });
    const auto noColumn = mapping::consentUpdateCells(other, ConsentValue::OptedOut, {});
    QVERIFY(!noColumn);
    QCOMPARE(noColumn.error().kind, core::Error::Kind::Invalid);
    QVERIFY(!noColumn.error().fix.isEmpty());
}

void TestConsentRow::readsRows()
{
    const QJsonObject values{
        {u"msdynmkt_contactpointvalue"_s, u"a@example.com"_s}, {u"msdynmkt_contactpointtype"_s, 534120003},
        {u"msdynmkt_contactpointconsenttype"_s, 534120001},    {u"msdynmkt_value"_s, 534120002},
        {u"_msdynmkt_purposeid_value"_s, purpose.toUpper()},   {u"_msdynmkt_topicid_value"_s, topic},
        {u"modifiedon"_s, u"2026-11-20T12:00:00Z"_s}};
    const mapping::ConsentRow row = mapping::consentRowOf(u"r"_s, {}, values);
    QCOMPARE(row.channel, Channel::Voice);
    QCOMPARE(row.value, ConsentValue::OptedOut);
    QCOMPARE(row.purposeId, purpose);
    QCOMPARE(row.topicId, topic);
    QVERIFY(row.modifiedOn.isValid());
    QCOMPARE(row.stored, QJsonValue(534120002));
    QCOMPARE(row.known, values);
    QJsonObject more = values;
    more.insert(u"@odata.etag"_s, u"W/\"1\""_s);
    more.insert(u"statecode"_s, 0);
    QCOMPARE(mapping::consentRowOf(u"r"_s, {}, more).known, values);
    QCOMPARE(mapping::consentRowOf(u"r"_s, {}, more).values, more);
    const auto with = [&values](const QString &name, const QJsonValue &value) {
        QJsonObject changed = values;
        changed.insert(name, value);
        return mapping::consentRowOf(u"r"_s, {}, changed);
    };
    QVERIFY(!with(u"msdynmkt_value"_s, 534120099).value); // a number that is not known here is no answer
    QCOMPARE(with(u"msdynmkt_value"_s, QJsonValue::Null).value, ConsentValue::NotSet);
    QVERIFY(!with(u"msdynmkt_contactpointtype"_s, 534120004).channel);
    QVERIFY(with(u"msdynmkt_contactpointconsenttype"_s, 534120000).topicId.isEmpty());
    QVERIFY(with(u"_msdynmkt_topicid_value"_s, QJsonValue::Null).purposeId.isEmpty()); // of a topic, but of which?
}

void TestConsentRow::knowsDuplicates_data()
{
    QTest::addColumn<Channel>("channel");
    QTest::addColumn<QString>("one");
    QTest::addColumn<QString>("other");
    QTest::addColumn<bool>("areSame");
    QTest::newRow("case") << Channel::Email << u"A@Example.com"_s << u"a@example.com"_s << true;
    QTest::newRow("blanks") << Channel::Email << u" a@example.com"_s << u"a@example.com"_s << true;
    QTest::newRow("other") << Channel::Email << u"a@example.com"_s << u"b@example.com"_s << false;
    QTest::newRow("a dot more") << Channel::Email << u"ab@example.com"_s << u"a.b@example.com"_s << false;
    QTest::newRow("phone") << Channel::TextMessage << u"+49 (0)170/12-34"_s << u"+4901701234"_s << true;
    QTest::newRow("phone without plus") << Channel::Voice << u"+49170"_s << u"49170"_s << false;
    QTest::newRow("custom") << Channel::Custom << u"Id-1"_s << u"id-1"_s << true;
    QTest::newRow("custom keeps blanks inside") << Channel::Custom << u"id 1"_s << u"id1"_s << false;
}

void TestConsentRow::knowsDuplicates()
{
    QFETCH(const Channel, channel);
    QFETCH(const QString, one);
    QFETCH(const QString, other);
    QFETCH(const bool, areSame);
    QCOMPARE(mapping::comparableAddress(channel, one) == mapping::comparableAddress(channel, other), areSame);
    const ConsentPlace here{.address = one, .channel = channel, .purposeId = purpose};
    const ConsentPlace there{.address = other, .channel = channel, .purposeId = purpose};
    QCOMPARE(here.key() == there.key(), areSame);
    ConsentPlace elsewhere = here;
    elsewhere.topicId = topic;
    QVERIFY(elsewhere.key() != here.key());
    QVERIFY(elsewhere.newRowId() != here.newRowId());
    QCOMPARE(ConsentPlace(here).newRowId(), here.newRowId());
}

void TestConsentRow::readsAddresses_data()
{
    QTest::addColumn<Channel>("channel");
    QTest::addColumn<QString>("text");
    QTest::addColumn<bool>("isFine");
    QTest::addColumn<bool>("hasWarning");
    const auto row = [](const char *name, Channel channel, const QString &text, bool isFine, bool hasWarning = false) {
        QTest::newRow(name) << channel << text << isFine << hasWarning;
    };
    row("mail", Channel::Email, u" o'neil+x&y@b\u00fccher.example "_s, true);
    row("quoted mail", Channel::Email, u"\"a b\"@example.com"_s, true);
    row("plain mail", Channel::Email, u"First.Last_1+x@mail-2.example.com"_s, true);
    row("dot at the end", Channel::Email, u"a@example.com."_s, false);
    row("dot at the beginning", Channel::Email, u"a@.example.com"_s, false);
    row("two dots", Channel::Email, u"a@example..com"_s, false);
    row("nobody", Channel::Email, u"@example.com"_s, false);
    row("two at signs", Channel::Email, u"a@b@example.com"_s, false);
    row("no at sign", Channel::Email, u"a.example.com"_s, false);
    row("no domain", Channel::Email, u"a@localhost"_s, false);
    row("line break", Channel::Email, u"a@example.com\nb@example.com"_s, false);
    row("zero byte", Channel::Email, u"a"_s + QChar(0) + u"@example.com"_s, false);
    row("254 characters", Channel::Email, QString(242, u'a') + u"@example.com"_s, true);
    row("255 characters", Channel::Email, QString(243, u'a') + u"@example.com"_s, false);
    row("empty", Channel::Email, u"   "_s, false);
    row("phone", Channel::TextMessage, u"+49 170 1234567"_s, true);
    row("phone without country", Channel::TextMessage, u"0170 1234567"_s, true, true);
    row("no phone", Channel::Voice, u"unknown"_s, false);
    row("plus only", Channel::Voice, u"+"_s, false);
    row("mail as phone", Channel::Voice, u"a1234@example.com"_s, false);
    row("custom", Channel::Custom, u"anything at all"_s, true);
    row("400 characters", Channel::Custom, QString(400, u'x'), true);
    row("401 characters", Channel::Custom, QString(401, u'x'), false);
}

void TestConsentRow::readsAddresses()
{
    QFETCH(const Channel, channel);
    QFETCH(const QString, text);
    QFETCH(const bool, isFine);
    QFETCH(const bool, hasWarning);
    const auto address = mapping::readContactAddress(channel, text);
    QCOMPARE(address.hasValue(), isFine);
    if (address) {
        QCOMPARE(address->text, text.trimmed());
        QCOMPARE(!address->warning.isEmpty(), hasWarning);
    } else if (!text.trimmed().isEmpty()) {
        QVERIFY(!address.error().toLine().contains(text.trimmed())); // it is somebody's
    }
}

QTEST_GUILESS_MAIN(TestConsentRow)

#include "tst_consentrow.moc"
