#include "profile/profile.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

#include <functional>

using namespace Qt::StringLiterals;
using namespace profile;
using Kind = Mapping::Action::Kind;
using State = Mapping::State;

using Change = std::function<void(Mapping &)>;
Q_DECLARE_METATYPE(Change)

namespace {

Profile with(const Mapping &mapping)
{
    Profile profile = newProfile(u"a"_s);
    profile.integration.mappings << mapping;
    return profile;
}

Mapping plain()
{
    return {.column = u"c"_s, .value = u"consents_purposes_a_enabled"_s};
}

QJsonObject optionsOf(const QByteArray &file)
{
    return QJsonDocument::fromJson(file).object()[u"mapping_options"_s][0].toObject();
}

} // namespace

class TestMapping : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void whatIsUsualLeavesAloneWhoDidNotChoose()
    {
        QCOMPARE(Mapping().actionOn(State::Given).kind, Kind::Usual);
        QCOMPARE(Mapping().actionOn(State::Refused).kind, Kind::Usual);
        QCOMPARE(Mapping().actionOn(State::NoChoice).kind, Kind::LeaveAlone);
        QCOMPARE(Mapping().actionOn(State::Pending).kind, Kind::LeaveAlone);
        QVERIFY(Mapping().goesToDynamics());
        QVERIFY(!Mapping().goesToDidomi());
    }

    void theOlderMembersAreTheSameTable()
    {
        const Mapping mapping{.noChoice = Mapping::NoChoice::WriteLiteral,
                              .givenLiteral = u"1"_s,
                              .refusedLiteral = u"2"_s,
                              .noChoiceLiteral = u"3"_s};
        QVERIFY(mapping.actionOn(State::Given) == (Mapping::Action{Kind::Literal, u"1"_s}));
        QVERIFY(mapping.actionOn(State::Refused) == (Mapping::Action{Kind::Literal, u"2"_s}));
        QVERIFY(mapping.actionOn(State::NoChoice) == (Mapping::Action{Kind::Literal, u"3"_s}));
        Mapping set;
        for (const State state : allStates)
            set.setAction(state, mapping.actionOn(state));
        QVERIFY(set == mapping);
    }

    void everyActionIsKept_data()
    {
        QTest::addColumn<State>("state");
        QTest::addColumn<Kind>("kind");
        for (const State state : allStates) {
            for (const Kind kind : {Kind::Usual, Kind::Literal, Kind::Clear, Kind::LeaveAlone})
                QTest::addRow("state %d action %d", int(state), int(kind)) << state << kind;
        }
    }

    void everyActionIsKept()
    {
        QFETCH(State, state);
        QFETCH(Kind, kind);
        Mapping mapping = plain();
        for (const QString &literal : {u"x"_s, QString()}) {
            // Whatever was there before, the same action makes the same mapping.
            for (const Kind before : {Kind::Usual, Kind::Literal, Kind::Clear, Kind::LeaveAlone}) {
                Mapping other = plain();
                other.setAction(state, {.kind = before, .literal = u"old"_s});
                other.setAction(state, {.kind = kind, .literal = literal});
                mapping = plain();
                mapping.setAction(state, {.kind = kind, .literal = literal});
                QVERIFY(other == mapping);
            }
            const bool isAnswer = state == State::Given || state == State::Refused;
            const Kind expected = kind == Kind::Usual && !isAnswer ? Kind::LeaveAlone : kind;
            QCOMPARE(mapping.actionOn(state).kind, expected);
            QCOMPARE(mapping.actionOn(state).literal, kind == Kind::Literal ? literal : QString());
            for (const State other : allStates) {
                if (other != state)
                    QVERIFY(mapping.actionOn(other) == plain().actionOn(other));
            }
            const auto again = readProfile(writeProfile(with(mapping)));
            QVERIFY(again);
            QVERIFY(again->integration.mappings.first() == mapping);
        }
    }

    void saysOnlyWhatIsUnusual_data()
    {
        QTest::addColumn<Change>("change");
        QTest::addColumn<QJsonObject>("members");
        const auto row = [](const char *name, Change change, const QJsonObject &members) {
            QTest::newRow(name) << change << members;
        };
        const auto action = [](State state, Kind kind, const QString &literal = {}) {
            return [=](Mapping &m) { m.setAction(state, {.kind = kind, .literal = literal}); };
        };
        row("nothing", [](Mapping &) {}, {});
        row("given", action(State::Given, Kind::Literal, u"1"_s), {{u"given"_s, u"1"_s}});
        row("given cleared", action(State::Given, Kind::Clear), {{u"given_action"_s, u"clear"_s}});
        row("refused left alone", action(State::Refused, Kind::LeaveAlone), {{u"refused_action"_s, u"leave-alone"_s}});
        row("no choice", action(State::NoChoice, Kind::Literal, u"1"_s),
            {{u"no_choice"_s, u"write-literal"_s}, {u"no_choice_value"_s, u"1"_s}});
        // An older version, which cannot clear, finds no "no_choice" and leaves the column alone.
        row("no choice cleared", action(State::NoChoice, Kind::Clear), {{u"no_choice_action"_s, u"clear"_s}});
        row("pending", action(State::Pending, Kind::Literal, u"?"_s),
            {{u"pending"_s, u"write-literal"_s}, {u"pending_value"_s, u"?"_s}});
        row("pending cleared", action(State::Pending, Kind::Clear), {{u"pending"_s, u"clear"_s}});
        row("to Didomi", [](Mapping &m) { m.direction = Mapping::Direction::ToDidomi; },
            {{u"direction"_s, u"to-didomi"_s}});
        row("both", [](Mapping &m) { m.direction = Mapping::Direction::Both; }, {{u"direction"_s, u"both"_s}});
        row("transforms",
            [](Mapping &m) {
                m.transforms = {{.kind = Transform::Kind::Trim},
                                {.kind = Transform::Kind::Template, .text = u"<{value}>"_s}};
            },
            {{u"transforms"_s, QJsonArray{QJsonObject{{u"kind"_s, u"trim"_s}},
                                          QJsonObject{{u"kind"_s, u"template"_s}, {u"text"_s, u"<{value}>"_s}}}}});
    }

    void saysOnlyWhatIsUnusual()
    {
        QFETCH(Change, change);
        QFETCH(QJsonObject, members);
        Mapping mapping = plain();
        change(mapping);
        QJsonObject options = optionsOf(writeProfile(with(mapping)));
        options.remove(u"id"_s);
        options.remove(u"value"_s);
        QCOMPARE(options, members);
        QVERIFY(readProfile(writeProfile(with(mapping)))->integration.mappings.first() == mapping);
    }

    void everyTransformComesBack()
    {
        for (const auto kind :
             {Transform::Kind::Trim, Transform::Kind::LowerCase, Transform::Kind::UpperCase, Transform::Kind::Md5,
              Transform::Kind::Sha1, Transform::Kind::Sha256, Transform::Kind::Date, Transform::Kind::Template}) {
            Profile profile = with(plain());
            profile.integration.mappings.first().transforms = {{.kind = kind, .text = u"x"_s}};
            profile.match.transforms = {{.kind = kind}};
            QVERIFY(*readProfile(writeProfile(profile)) == profile);
            QVERIFY(!transformText(kind).isEmpty());
        }
    }

    void refusesTransformsThatAreNone_data()
    {
        QTest::addColumn<QByteArray>("transforms");
        QTest::addColumn<QString>("field");
        QTest::newRow("no list") << QByteArray("\"trim\"") << u"match.transforms"_s;
        QTest::newRow("bare word") << QByteArray("[\"trim\"]") << u"match.transforms[0]"_s;
        QTest::newRow("no kind") << QByteArray("[{\"text\": \"x\"}]") << u"match.transforms[0].kind"_s;
        QTest::newRow("unknown kind") << QByteArray("[{\"kind\": \"trim\"}, {\"kind\": \"rot13\"}]")
                                      << u"match.transforms[1].kind"_s;
        QTest::newRow("text is none") << QByteArray("[{\"kind\": \"template\", \"text\": 1}]")
                                      << u"match.transforms[0].text"_s;
    }

    void refusesTransformsThatAreNone()
    {
        QFETCH(QByteArray, transforms);
        QFETCH(QString, field);
        QByteArray file = writeProfile(newProfile(u"a"_s));
        file.replace("\"kind\": \"column\",", "\"kind\": \"column\", \"transforms\": " + transforms + ",");
        const auto profile = readProfile(file);
        QVERIFY(!profile);
        QCOMPARE(profile.error().field, field);
        QVERIFY(!profile.error().message.isEmpty());
    }

    void tellsWhatDidomisJsonCannotHold_data()
    {
        QTest::addColumn<Change>("change");
        QTest::addColumn<QString>("said");
        const auto row = [](const char *name, Change change, const QString &said) {
            QTest::newRow(name) << change << said;
        };
        row(
            "inverted", [](Mapping &m) { m.polarity = Mapping::Polarity::Inverted; }, u"given writes false"_s);
        row(
            "direct", [](Mapping &m) { m.polarity = Mapping::Polarity::Direct; }, u"given writes true"_s);
        row(
            "given", [](Mapping &m) { m.givenLiteral = u"Yes"_s; }, u"“given” writes the value “Yes”"_s);
        row(
            "refused", [](Mapping &m) { m.refusedAction = Kind::Clear; }, u"“refused” clears"_s);
        row(
            "left alone", [](Mapping &m) { m.givenAction = Kind::LeaveAlone; }, u"“given” leaves"_s);
        row(
            "no choice", [](Mapping &m) { m.noChoice = Mapping::NoChoice::Clear; }, u"“no choice” clears"_s);
        row(
            "pending",
            [](Mapping &m) {
                m.setAction(State::Pending, {Kind::Literal, u"?"_s});
            },
            u"“pending” writes"_s);
        row(
            "table",
            [](Mapping &m) {
                m.valueTable = {{u"a"_s, u"1"_s}, {u"b"_s, u"2"_s}};
            },
            u"2"_s);
        row(
            "transform", [](Mapping &m) { m.transforms = {{.kind = Transform::Kind::Sha256}}; }, u"SHA-256"_s);
        row(
            "direction", [](Mapping &m) { m.direction = Mapping::Direction::ToDidomi; }, u"only from Dynamics"_s);
    }

    void tellsWhatDidomisJsonCannotHold()
    {
        QFETCH(Change, change);
        QFETCH(QString, said);
        Mapping mapping = plain();
        QVERIFY(keptBeside(mapping).isEmpty());
        change(mapping);
        const QStringList kept = keptBeside(mapping);
        QCOMPARE(kept.size(), 1);
        QVERIFY2(kept.first().contains(said), qPrintable(kept.first()));
        // It is told because an export loses it.
        const auto again = importIntegration(exportIntegration(with(mapping).integration));
        QVERIFY(again->integration.mappings.first() == plain());
    }
};

QTEST_GUILESS_MAIN(TestMapping)
#include "tst_mapping.moc"
