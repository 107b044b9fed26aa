#include "engine/why.h"

#include <QTest>

using namespace Qt::StringLiterals;
using consent::Choice;
using consent::Finding;
using engine::Change;
using engine::PlanItem;
using store::Outcome;
using Effect = Change::Effect;

Q_DECLARE_METATYPE(engine::Change)
Q_DECLARE_METATYPE(engine::PlanItem)

namespace {

Change given(Effect effect)
{
    return {.source = u"Newsletter"_s,
            .path = u"consents_purposes_newsletter_enabled"_s,
            .found = consent::choiceText(Choice::Given),
            .finding = {.kind = Finding::Kind::Choice, .choice = Choice::Given},
            .column = u"donotbulkemail"_s,
            .columnName = u"Do not allow Bulk Emails"_s,
            .effect = effect,
            .cell = mapping::Cell{.column = u"donotbulkemail"_s, .json = "false", .shown = u"Allow (false)"_s},
            .now = true,
            .nowShown = u"Do Not Allow (true)"_s};
}

Change silent(Finding finding)
{
    Change change = given(Effect::Nothing);
    change.finding = std::move(finding);
    change.cell.reset();
    return change;
}

PlanItem item(PlanItem::Action action, Outcome outcome, const QString &reason, int columns)
{
    PlanItem made{.outcome = outcome, .reason = reason};
    if (columns > 0) {
        dataverse::Write write;
        for (int i = 0; i < columns; ++i)
            write.cells << mapping::Cell{.column = QString::number(i)};
        made.rows = {{.action = action, .write = write}};
    }
    return made;
}

} // namespace

/// One sentence that says why.
class TestWhy : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void saysWhyAColumnChanges_data();
    void saysWhyAColumnChanges();
    void saysWhatBecomesOfAPerson_data();
    void saysWhatBecomesOfAPerson();
    void staysOneSentence();
    void tellsOfConsents();
};

void TestWhy::saysWhyAColumnChanges_data()
{
    QTest::addColumn<Change>("change");
    QTest::addColumn<QString>("expected");
    QTest::newRow("differs") << given(Effect::Write)
                             << u"Didomi says “given” about “Newsletter”, which the mapping turns into “Allow (false)” "
                                "for “Do not allow Bulk Emails”; the row has “Do Not Allow (true)”, so it is "
                                "written."_s;
    Change empty = given(Effect::Write);
    empty.now = QJsonValue(QJsonValue::Null);
    empty.nowShown.clear();
    QTest::newRow("row has nothing") << empty
                                     << u"Didomi says “given” about “Newsletter”, which the mapping turns into “Allow "
                                        "(false)” for “Do not allow Bulk Emails”; the row has nothing there, so it is "
                                        "written."_s;
    Change fresh = empty;
    fresh.now = QJsonValue(QJsonValue::Undefined);
    QTest::newRow("no row yet") << fresh
                                << u"Didomi says “given” about “Newsletter”, which the mapping turns into “Allow "
                                   "(false)” for “Do not allow Bulk Emails”; there is no row yet, so it goes into the "
                                   "new one."_s;
    Change clears = given(Effect::Write);
    clears.cell->json = "null";
    clears.cell->shown.clear();
    QTest::newRow("clears") << clears
                            << u"Didomi says “given” about “Newsletter”, which the mapping turns into nothing for “Do "
                               "not allow Bulk Emails”; the row has “Do Not Allow (true)”, so it is written."_s;
    QTest::newRow("same") << given(Effect::Same)
                          << u"Didomi says “given” about “Newsletter”, which the mapping turns into “Allow (false)” "
                             "for “Do not allow Bulk Emails”; the row says so already, so nothing is written."_s;
    Change superseded = given(Effect::Same);
    superseded.isSuperseded = true;
    QTest::newRow("same, superseded") << superseded
                                      << u"Didomi says “given” about “Newsletter”, which the mapping turns into “Allow "
                                         "(false)” for “Do not allow Bulk Emails”; the row says so already, so "
                                         "nothing is written."_s;
    QTest::newRow("older") << given(Effect::Older)
                           << u"Didomi says “given” about “Newsletter”, which the mapping turns into “Allow (false)” "
                              "for “Do not allow Bulk Emails”, but a newer choice was written there already, so the "
                              "column is left alone."_s;
    QTest::newRow("nothing for this person")
        << given(Effect::Nothing)
        << u"Didomi says “given” about “Newsletter”, which the mapping turns into “Allow (false)” for “Do not allow "
           "Bulk Emails”, but nothing at all is written for this person, so the column is left alone."_s;
    QTest::newRow("no choice") << silent({})
                               << u"Didomi knows no choice about “Newsletter”, so “Do not allow Bulk Emails” is left "
                                  "alone."_s;
    QTest::newRow("no choice, said")
        << silent({.kind = Finding::Kind::Choice, .choice = Choice::None})
        << u"Didomi knows no choice about “Newsletter”, so “Do not allow Bulk Emails” is left alone."_s;
    QTest::newRow("untold") << silent({.isUntold = true})
                            << u"What Didomi sent says nothing about “Newsletter”, not even that there is no choice, "
                               "so “Do not allow Bulk Emails” is left alone."_s;
    QTest::newRow("pending") << silent({.kind = Finding::Kind::Choice, .choice = Choice::Pending})
                             << u"Didomi waits for an approval of “Newsletter”, so “Do not allow Bulk Emails” is left "
                                "alone."_s;
    Change ruled = silent({.kind = Finding::Kind::Choice, .choice = Choice::Given});
    QTest::newRow("left alone by rule") << ruled
                                        << u"Didomi says “given” about “Newsletter”, and the mapping’s rule for that "
                                           "is to leave “Do not allow Bulk Emails” alone."_s;
    ruled.note = u"This mapping goes to Didomi only: the column is left alone."_s;
    QTest::newRow("left alone, told why")
        << ruled
        << u"Didomi says “given” about “Newsletter”, but nothing is written into “Do not allow Bulk Emails”: This "
           "mapping goes to Didomi only: the column is left alone."_s;
    Change problem = given(Effect::Problem);
    problem.cell.reset();
    problem.problem.message = u"The column cannot be changed."_s;
    QTest::newRow("problem") << problem
                             << u"Didomi says “given” about “Newsletter”, but that cannot be written into “Do not "
                                "allow Bulk Emails”, so nothing is written for this person: The column cannot be "
                                "changed."_s;
    Change text = given(Effect::Write);
    text.source = u"picked values of Topics"_s;
    text.found = u"sports-1,culture-2"_s;
    text.finding = {.kind = Finding::Kind::Text, .text = text.found};
    text.column = text.columnName = u"new_topics"_s;
    text.cell->shown = u"Sports, Culture"_s;
    text.nowShown = u"Sports"_s;
    QTest::newRow("text") << text
                          << u"Didomi has “sports-1,culture-2” as “picked values of Topics”, which the mapping turns "
                             "into “Sports, Culture” for “new_topics”; the row has “Sports”, so it is written."_s;
    Change nameless = given(Effect::Same);
    nameless.columnName.clear();
    QTest::newRow("column without a label")
        << nameless
        << u"Didomi says “given” about “Newsletter”, which the mapping turns into “Allow (false)” for "
           "“donotbulkemail”; the row says so already, so nothing is written."_s;
}

void TestWhy::saysWhyAColumnChanges()
{
    QFETCH(const Change, change);
    QFETCH(const QString, expected);
    QCOMPARE(engine::whyOf(change), expected);
}

void TestWhy::saysWhatBecomesOfAPerson_data()
{
    using Action = PlanItem::Action;
    QTest::addColumn<PlanItem>("item");
    QTest::addColumn<QString>("expected");
    const QString reason = u"There is no matching row, and upsert mode is off."_s;
    QTest::newRow("update") << item(Action::Update, Outcome::Updated, {}, 2)
                            << u"One row matches this person, and in 2 column(s) it differs from what Didomi says, so "
                               "it is updated."_s;
    QTest::newRow("create") << item(Action::Create, Outcome::Created, {}, 3)
                            << u"No row matches this person and upsert mode is on, so a row with 3 column(s) is "
                               "created."_s;
    QTest::newRow("unchanged") << item(Action::None, Outcome::Unchanged, u"The row already says so."_s, 0)
                               << u"One row matches this person, and it says already what Didomi says, so nothing is "
                                  "written."_s;
    QTest::newRow("skipped") << item(Action::None, Outcome::Skipped, reason, 0)
                             << u"Nothing is written for this person: There is no matching row, and upsert mode is "
                                "off."_s;
    QTest::newRow("invalid") << item(Action::None, Outcome::Invalid, reason, 0)
                             << u"Nothing is written, since something must be put right first: There is no matching "
                                "row, and upsert mode is off."_s;
    QTest::newRow("conflict") << item(Action::None, Outcome::Conflict, u"Several rows match."_s, 0)
                              << u"Nothing is written, since it cannot be known what would be right: Several rows "
                                 "match."_s;
}

void TestWhy::saysWhatBecomesOfAPerson()
{
    QFETCH(const PlanItem, item);
    QFETCH(const QString, expected);
    QCOMPARE(engine::whyOf(item), expected);
}

void TestWhy::staysOneSentence()
{
    Change change = given(Effect::Write);
    change.found = u"first line\nsecond line"_s + QString(10'000, u'x');
    change.finding = {.kind = Finding::Kind::Text, .text = change.found};
    const QString why = engine::whyOf(change);
    QVERIFY(!why.contains(u'\n'));
    QVERIFY(why.size() < 400);
    change.found = u"%1 %2 %3"_s; // what a person typed must not steer the sentence
    change.finding.text = change.found;
    QVERIFY(engine::whyOf(change).contains(u"“%1 %2 %3”"_s));
    QVERIFY(engine::whyOf(change).contains(u"Do Not Allow (true)"_s));
}

void TestWhy::tellsOfConsents()
{
    Change change = given(Effect::Write);
    change.columnName = u"Marketing → Sports"_s;
    change.cell->shown = u"Opted In (534120001)"_s;
    change.nowShown = u"Opted Out (534120002)"_s;
    change.now = 534120002;
    change.consent = engine::ConsentPoint{.channel = profile::Channel::Email, .address = u"a@example.com"_s};
    const QString why = engine::whyOf(change);
    QVERIFY2(why.contains(u"Marketing → Sports") && why.contains(profile::channelText(profile::Channel::Email)),
             qPrintable(why));
    QVERIFY(why.endsWith(u"so it is written."_s));
    QVERIFY(!why.contains(u"a@example.com")); // the sentence is about the choice
    // The row that counts says so, another of the same address does not.
    change.nowShown = change.cell->shown;
    QVERIFY2(engine::whyOf(change).contains(u"others of the same address"), qPrintable(engine::whyOf(change)));

    PlanItem whole = item(PlanItem::Action::Create, Outcome::Created, {}, 3);
    whole.changes = {change};
    whole.rows.first().write->condition = dataverse::Write::Condition::CreateOnly;
    const QString made = engine::whyOf(whole);
    QVERIFY2(made.contains(u"no row") && made.contains(u"made"), qPrintable(made));
    whole.rows << whole.rows.constFirst();
    whole.rows.last().action = PlanItem::Action::Update;
    whole.rows.last().write->condition = dataverse::Write::Condition::UpdateOnly;
    const QString both = engine::whyOf(whole);
    QVERIFY2(both.contains(u"are made") && both.contains(u"are written"), qPrintable(both));
    whole.rows.removeFirst();
    QVERIFY(engine::whyOf(whole).contains(u"something else than Didomi"));
    whole.end(Outcome::Unchanged, u"It says so."_s);
    whole.outcome = Outcome::Unchanged;
    QVERIFY(engine::whyOf(whole).contains(u"say already what Didomi says"));
    for (const QString &text : {why, made, both, engine::whyOf(whole)})
        QCOMPARE(text.count(u'.'), 1);
}

QTEST_GUILESS_MAIN(TestWhy)
#include "tst_why.moc"
