#include "mapping/lintcurrent.h"

#include <QTest>

using namespace Qt::StringLiterals;
using mapping::LintFinding;
using mapping::LintInput;
using profile::Channel;
using profile::ContactPoint;
using profile::Mapping;
using profile::Profile;

namespace {

const QString purpose = u"10000000-0000-0000-0000-000000000003"_s;

Profile current(const QList<Mapping> &mappings)
{
    Profile profile;
    profile.integration.typeId = u"microsoft-dynamics-cpc"_s;
    profile.integration.mappings = mappings;
    return profile;
}

mapping::Table contacts()
{
    using Type = mapping::ColumnType;
    mapping::Table table{.logicalName = u"contact"_s};
    for (const auto &[name, type, isRead] :
         {std::tuple{u"birthdate"_s, Type::DateOnly, true}, std::tuple{u"emailaddress1"_s, Type::Text, true},
          std::tuple{u"hidden"_s, Type::Text, false}})
        table.columns << mapping::Column{.logicalName = name, .type = type, .isValidForRead = isRead};
    return table;
}

QStringList codesOf(const QList<LintFinding> &findings)
{
    QStringList codes;
    for (const LintFinding &finding : findings)
        codes << finding.code;
    return codes;
}

} // namespace

/// What is said of an integration in Current mode.
class TestLintCurrent : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void judges_data();
    void judges();
    void judgesAnswers_data();
    void judgesAnswers();
    void saysNothingInLegacyMode();
    void isPartOfTheWhole();
    void takesEachChannelForItself();
};

void TestLintCurrent::judges_data()
{
    QTest::addColumn<Profile>("profile");
    QTest::addColumn<QStringList>("codes");
    const Mapping fine{.column = purpose, .value = u"consents_purposes_newsletter_enabled"_s};
    QTest::newRow("fine") << current({fine}) << QStringList();
    QTest::newRow("nothing mapped") << current({}) << QStringList();

    Profile point = current({fine});
    point.contactPoints.email.name = u"emailaddress9"_s;
    QTest::newRow("no such column") << point << QStringList{u"contact-point-missing"_s};
    point.contactPoints.email.name = u"hidden"_s;
    QTest::newRow("unreadable") << point << QStringList{u"contact-point-missing"_s};
    point.contactPoints.email.name = u"birthdate"_s;
    QTest::newRow("a date") << point << QStringList{u"contact-point-type"_s};
    point.contactPoints.email = {.from = ContactPoint::From::Metadata};
    QTest::newRow("metadata without a key") << point << QStringList{u"contact-point-missing"_s};
    point.contactPoints.email = {.from = ContactPoint::From::UserId};
    QTest::newRow("ids that are no addresses") << point << QStringList{u"contact-point-ids"_s};
    point.contactPoints.email = profile::ContactPoints().email;
    point.contactPoints.voice.name = u"nothing"_s;
    QTest::newRow("a channel that nobody uses") << point << QStringList();
}

void TestLintCurrent::judges()
{
    QFETCH(const Profile, profile);
    QFETCH(const QStringList, codes);
    const mapping::Table table = contacts();
    const mapping::ConsentTree tree{.profiles = {{.id = u"p"_s, .name = u"Customers"_s}},
                                    .purposes = {{.id = purpose, .name = u"Marketing"_s}}};
    const LintInput input{.table = &table, .tree = &tree, .sampleIds = {u"u-1"_s, u"a@example.com"_s}};
    const QList<LintFinding> found = mapping::lintCurrent(profile, input);
    QCOMPARE(codesOf(found), codes);
    for (const LintFinding &finding : found) {
        QVERIFY(!finding.message.isEmpty() && !finding.fix.isEmpty());
        QVERIFY(!finding.message.contains(u"u-1")); // ids are never repeated
    }
}

void TestLintCurrent::judgesAnswers_data()
{
    QTest::addColumn<Mapping>("mapping");
    QTest::addColumn<QStringList>("codes");
    QTest::addColumn<bool>("hasFix");
    using Kind = Mapping::Action::Kind;
    const QStringList refused{u"consent-value"_s};
    const QStringList looked{u"consent-not-set"_s};
    const auto row = [](const char *name, Mapping mapping, const QStringList &codes, bool hasFix = true) {
        mapping.column = purpose;
        mapping.value = u"consents_purposes_newsletter_enabled"_s;
        QTest::newRow(name) << mapping << codes << hasFix;
    };
    row("fine", {}, {});
    row("refusals left alone", {.refusedAction = Kind::LeaveAlone}, {});
    row("given clears", {.givenAction = Kind::Clear}, {});
    row("inverted", {.polarity = Mapping::Polarity::Inverted}, refused, false);
    row("words", {.givenLiteral = u"yes"_s, .refusedLiteral = u"no"_s}, refused);
    row("refused clears", {.refusedAction = Kind::Clear}, refused);
    row("refused writes not set", {.refusedLiteral = u"534120000"_s}, refused);
    row("refused writes opted in", {.refusedLiteral = u"534120001"_s}, refused);
    row("pending is opted in", {.pending = Mapping::NoChoice::WriteLiteral, .pendingLiteral = u"534120001"_s}, refused);
    row("pending clears", {.pending = Mapping::NoChoice::Clear}, looked);
    row("no choice clears", {.noChoice = Mapping::NoChoice::Clear}, looked);
    row("no choice writes not set", {.noChoice = Mapping::NoChoice::WriteLiteral, .noChoiceLiteral = u"534120000"_s},
        looked);
    row("both clear", {.noChoice = Mapping::NoChoice::Clear, .pending = Mapping::NoChoice::Clear}, looked + looked);
    row("all clear",
        {.noChoice = Mapping::NoChoice::Clear,
         .givenAction = Kind::Clear,
         .refusedAction = Kind::Clear,
         .pending = Mapping::NoChoice::Clear},
        refused + looked + looked);
    row("to Didomi only", {.refusedAction = Kind::Clear, .direction = Mapping::Direction::ToDidomi}, {});
}

void TestLintCurrent::judgesAnswers()
{
    QFETCH(const Mapping, mapping);
    QFETCH(const QStringList, codes);
    QFETCH(const bool, hasFix);
    Profile profile = current({mapping});
    const auto said = [&profile] {
        QList<LintFinding> found = mapping::lintAll(profile, {}).rows.constFirst().findings;
        found.removeIf([](const LintFinding &one) { return !one.code.startsWith(u"consent-"); });
        return found;
    };
    QCOMPARE(codesOf(said()), codes);
    for (const LintFinding &finding : said()) {
        QVERIFY(!finding.message.isEmpty() && !finding.fix.isEmpty());
        QCOMPARE(finding.severity,
                 finding.code == u"consent-value" ? LintFinding::Severity::Error : LintFinding::Severity::Warning);
        QCOMPARE(finding.remedy == LintFinding::Remedy::Replace, hasFix);
    }
    // Click after click there is nothing left to say.
    for (qsizetype left = codes.size(); hasFix && left > 0; --left) {
        QCOMPARE(said().size(), left);
        profile = mapping::withFix(profile, 0, said().constFirst());
    }
    QVERIFY(!hasFix || said().isEmpty());
}

void TestLintCurrent::saysNothingInLegacyMode()
{
    Profile legacy = current({{.column = purpose, .polarity = Mapping::Polarity::Inverted}});
    legacy.integration.typeId = u"microsoft-dynamics"_s;
    QVERIFY(mapping::lintCurrent(legacy, {}).isEmpty());
    legacy.integration.mappings.first().refusedAction = Mapping::Action::Kind::Clear;
    QVERIFY(!codesOf(mapping::lintAll(legacy, {}).rows.constFirst().findings).contains(u"consent-value"));
}

void TestLintCurrent::isPartOfTheWhole()
{
    const mapping::ConsentTree tree{
        .profiles = {{.id = u"p"_s, .name = u"Asks others"_s, .asksProvider = true},
                     {.id = u"q"_s, .name = u"Gone"_s, .isActive = false, .asksProvider = true}}};
    const QStringList codes = codesOf(mapping::lintAll(current({}), {.tree = &tree}).profile);
    QVERIFY(codes.contains(u"consent-provider"_s));
    const QList<LintFinding> found = mapping::lintCurrent(current({}), {.tree = &tree});
    QVERIFY(found.constFirst().message.contains(u"Asks others"));
    QVERIFY(!found.constFirst().message.contains(u"Gone"));
}

/// One purpose by two channels is two consents; by one channel it is a purpose mapped twice.
void TestLintCurrent::takesEachChannelForItself()
{
    const Mapping one{.column = purpose, .value = u"consents_purposes_newsletter_enabled"_s};
    Mapping other = one;
    other.value = u"consents_purposes_offers_enabled"_s;
    const auto isTwice = [](const QList<Mapping> &mappings) {
        return codesOf(mapping::lintAll(current(mappings), {}).rows.constFirst().findings)
            .contains(u"duplicate-target"_s);
    };
    QVERIFY(isTwice({one, other}));
    other.channel = Channel::Custom;
    QVERIFY(!isTwice({one, other}));
}

QTEST_GUILESS_MAIN(TestLintCurrent)

#include "tst_lintcurrent.moc"
