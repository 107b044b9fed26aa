#include "mapping/enforcement.h"

#include <QTest>

using namespace Qt::StringLiterals;
using mapping::ConsentSay;
using mapping::ConsentValue;
using mapping::Enforcement;
using mapping::Sending;

namespace {

constexpr ConsentValue allValues[] = {ConsentValue::NotSet, ConsentValue::OptedIn, ConsentValue::OptedOut};
constexpr Enforcement allModels[] = {Enforcement::Restrictive, Enforcement::NonRestrictive, Enforcement::Disabled};

QString nameOf(Enforcement model)
{
    switch (model) {
    case Enforcement::Restrictive:
        return u"restrictive"_s;
    case Enforcement::NonRestrictive:
        return u"non-restrictive"_s;
    case Enforcement::Disabled:
        return u"disabled"_s;
    }
    return {};
}

/// The grid as it is printed in the reference: a line for each model; blocked or sent for opted out, not set, opted in.
bool printed(Enforcement model, ConsentValue value)
{
    const QHash<QString, QStringList> grid{
        {u"restrictive"_s, {u"blocked"_s, u"blocked"_s, u"sent"_s}},
        {u"non-restrictive"_s, {u"blocked"_s, u"sent"_s, u"sent"_s}},
        {u"disabled"_s, {u"sent"_s, u"sent"_s, u"sent"_s}},
    };
    const int column = value == ConsentValue::OptedOut ? 0 : value == ConsentValue::NotSet ? 1 : 2;
    return grid.value(nameOf(model)).at(column) == u"sent"_s;
}

const QDateTime noon(QDate(2026, 11, 20), QTime(12, 0), Qt::UTC);

ConsentSay say(int minutes, ConsentValue value)
{
    return {.modifiedOn = noon.addSecs(minutes * 60), .value = value};
}

} // namespace

/// Whether something would be sent.
class TestEnforcement : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void followsTheGrid_data();
    void followsTheGrid();
    void takesTheNewest_data();
    void takesTheNewest();
    void hasAModelForEachChannel();
};

void TestEnforcement::followsTheGrid_data()
{
    QTest::addColumn<int>("model");
    QTest::addColumn<int>("purpose");
    QTest::addColumn<int>("topic"); ///< -1: none
    for (const Enforcement model : allModels) {
        for (const ConsentValue purpose : allValues) {
            QTest::addRow("%s, %s", qPrintable(nameOf(model)), qPrintable(mapping::consentValueWord(purpose)))
                << int(model) << int(purpose) << -1;
            for (const ConsentValue topic : allValues)
                QTest::addRow("%s, %s, topic %s", qPrintable(nameOf(model)),
                              qPrintable(mapping::consentValueWord(purpose)),
                              qPrintable(mapping::consentValueWord(topic)))
                    << int(model) << int(purpose) << int(topic);
        }
    }
}

void TestEnforcement::followsTheGrid()
{
    QFETCH(const int, model);
    QFETCH(const int, purpose);
    QFETCH(const int, topic);
    const auto ofTopic = topic < 0 ? std::optional<ConsentValue>() : ConsentValue(topic);
    const bool isSent = printed(Enforcement(model), ConsentValue(purpose)) &&
                        (topic < 0 || printed(Enforcement(model), ConsentValue(topic)));
    const Sending sending = mapping::sendingUnder(Enforcement(model), ConsentValue(purpose), ofTopic);
    QCOMPARE(sending.isSent(), isSent);

    // The reason fits the decision, names what it is about, and blames the purpose before the topic.
    const QString word = mapping::sendingWord(sending);
    const QString text = mapping::sendingText(sending, u"Marketing"_s, topic < 0 ? QString() : u"Sports"_s);
    QVERIFY(!word.isEmpty());
    QVERIFY(text.endsWith(u'.'));
    QVERIFY(text.contains(u"Marketing") || text.contains(u"Sports"));
    QCOMPARE(text.startsWith(u"It would be sent"), isSent);
    if (!isSent) {
        const bool isPurposes = !printed(Enforcement(model), ConsentValue(purpose));
        QCOMPARE(word.startsWith(u"purpose-"), isPurposes);
        QCOMPARE(word.endsWith(u"-opted-out"), ConsentValue(isPurposes ? purpose : topic) == ConsentValue::OptedOut);
    }
}

void TestEnforcement::takesTheNewest_data()
{
    QTest::addColumn<QList<ConsentSay>>("says");
    QTest::addColumn<int>("expected");
    const auto row = [](const char *name, const QList<ConsentSay> &says, ConsentValue expected) {
        QTest::newRow(name) << says << int(expected);
    };
    const ConsentSay in = say(1, ConsentValue::OptedIn);
    const ConsentSay out = say(2, ConsentValue::OptedOut);
    row("no row", {}, ConsentValue::NotSet);
    row("one", {in}, ConsentValue::OptedIn);
    row("the newer last", {in, out}, ConsentValue::OptedOut);
    row("the newer first", {out, in}, ConsentValue::OptedOut);
    row("a newer not set", {in, out, say(3, ConsentValue::NotSet)}, ConsentValue::NotSet);
    row("the same second", {say(1, ConsentValue::OptedOut), in}, ConsentValue::OptedOut);
    row("the same second, the other way", {in, say(1, ConsentValue::OptedOut)}, ConsentValue::OptedOut);
    row("without a time", {{.value = ConsentValue::OptedOut}, in}, ConsentValue::OptedIn);
}

void TestEnforcement::takesTheNewest()
{
    QFETCH(const QList<ConsentSay>, says);
    QFETCH(const int, expected);
    QCOMPARE(int(mapping::effectiveConsent(says)), expected);
}

void TestEnforcement::hasAModelForEachChannel()
{
    using profile::Channel;
    const mapping::EnforcementModels models{.email = Enforcement::Disabled, .custom = Enforcement::NonRestrictive};
    QCOMPARE(models.of(Channel::Email), Enforcement::Disabled);
    QCOMPARE(models.of(Channel::Custom), Enforcement::NonRestrictive);
    QCOMPARE(models.of(Channel::TextMessage), Enforcement::Restrictive); // what is not told is the strictest
    QCOMPARE(models.of(Channel::Voice), Enforcement::Restrictive);
}

QTEST_GUILESS_MAIN(TestEnforcement)

#include "tst_enforcement.moc"
