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

    Mapping inverted = fine;
    inverted.polarity = Mapping::Polarity::Inverted;
    QTest::newRow("inverted") << current({inverted}) << QStringList{u"consent-value"_s};
    Mapping literal = fine;
    literal.givenLiteral = u"yes"_s;
    literal.refusedLiteral = u"no"_s;
    QTest::newRow("words") << current({literal}) << QStringList{u"consent-value"_s};
    Mapping pending = fine;
    pending.pending = Mapping::NoChoice::WriteLiteral;
    pending.pendingLiteral = u"534120001"_s;
    QTest::newRow("pending is opted in") << current({pending}) << QStringList{u"consent-value"_s};
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

void TestLintCurrent::saysNothingInLegacyMode()
{
    Profile legacy = current({{.column = purpose, .polarity = Mapping::Polarity::Inverted}});
    legacy.integration.typeId = u"microsoft-dynamics"_s;
    QVERIFY(mapping::lintCurrent(legacy, {}).isEmpty());
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
