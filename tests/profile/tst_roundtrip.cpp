// Random integrations there and back, and random edits there and back.

#include "profile/profile.h"

#include <QRandomGenerator>
#include <QTest>

#include <functional>

using namespace Qt::StringLiterals;
using namespace profile;

namespace {

constexpr int rounds = 400;

/// Writes random JSON the way an export does, so that texts can be compared letter by letter.
class Author
{
public:
    explicit Author(quint32 seed) : m_random(seed) {}

    int below(int end) { return m_random.bounded(end); }
    bool oneIn(int n) { return below(n) == 0; }

    template <typename T>
    T oneOf(const QList<T> &choices)
    {
        return choices[below(int(choices.size()))];
    }

    QString word() // names that hide no secret
    {
        return oneOf<QString>({u"a"_s, u"column_b"_s, u"Größe"_s, u"x y"_s, u"🙂"_s, u"O'Neil"_s, u"{}"_s, u"n\\m"_s,
                               u"quote\"d"_s, u"line\nbreak"_s, u"\u0001"_s, u"/"_s, u"1"_s, u"null"_s}) +
               QString::number(below(5));
    }

    static QByteArray quoted(const QString &text)
    {
        QByteArray result = "\"";
        const QByteArray bytes = text.toUtf8();
        for (const char c : bytes) {
            switch (c) {
            case '"':
                result += "\\\"";
                break;
            case '\\':
                result += "\\\\";
                break;
            case '\n':
                result += "\\n";
                break;
            default:
                if (uchar(c) < 0x20)
                    result += "\\u" + QByteArray::number(uchar(c), 16).rightJustified(4, '0');
                else
                    result += c;
            }
        }
        return result + '"';
    }

    QByteArray scalar()
    {
        switch (below(6)) {
        case 0:
            return oneOf<QByteArray>({"true", "false", "null"});
        case 1:
            return oneOf<QByteArray>({"0", "-7", "2.50", "1E+2", "1e-9", "123456789012345678901234567890", "1.0"});
        default:
            return quoted(word());
        }
    }

    QByteArray value(int depth)
    {
        if (depth == 0 || !oneIn(3))
            return scalar();
        QByteArrayList parts;
        const bool isList = oneIn(2);
        const int count = below(4);
        for (int i = 0; i < count; ++i)
            parts << (isList ? value(depth - 1) : quoted(u"m%1 "_s.arg(i) + word()) + ':' + value(depth - 1));
        return isList ? '[' + parts.join(',') + ']' : '{' + parts.join(',') + '}';
    }

    QByteArray object(QByteArrayList members)
    {
        std::shuffle(members.begin(), members.end(), m_random);
        return '{' + members.join(',') + '}';
    }

    /// Members that Didomi's shape does not know.
    QByteArrayList extra()
    {
        QByteArrayList members;
        const int count = below(3);
        for (int i = 0; i < count; ++i)
            members << quoted(u"x%1 "_s.arg(i) + word()) + ':' + value(3);
        return members;
    }

    QByteArray mapping()
    {
        // From few names, so that the same one often comes twice.
        const QByteArray id = oneIn(8) ? scalar() : quoted(u"col%1"_s.arg(below(4)));
        const QByteArray path = oneIn(8) ? value(2) : quoted(u"consents_purposes_p%1_enabled"_s.arg(below(4)));
        const QByteArrayList members{"\"id\":" + id, "\"value\":" + path};
        return oneIn(4) ? object(members + extra()) : '{' + members.join(',') + '}';
    }

    QByteArray integration()
    {
        QByteArrayList credentials;
        for (const char *name : {"client_id", "client_secret", "tenant_id", "instance"})
            credentials << quoted(QString::fromLatin1(name)) + ':' +
                               quoted(u"%1-%2"_s.arg(QLatin1StringView(name)).arg(below(1000)));
        QByteArrayList mappings;
        const int count = below(12);
        for (int i = 0; i < count; ++i)
            mappings << mapping();
        return object(QByteArrayList{"\"type_id\":" +
                                         quoted(oneOf<QString>({u"microsoft-dynamics"_s, u"microsoft-dynamics-cpc"_s})),
                                     "\"authentication\":" + object(credentials + extra()),
                                     "\"properties\":" + object(extra()), "\"mappings\":[" + mappings.join(',') + ']',
                                     QByteArray("\"upsert_mode\":") + (oneIn(2) ? "true" : "false")} +
                      extra());
    }

    Transforms transforms()
    {
        Transforms steps;
        const int count = below(3);
        for (int i = 0; i < count; ++i)
            steps << Transform{.kind = oneOf<Transform::Kind>({Transform::Kind::Trim, Transform::Kind::Sha256,
                                                               Transform::Kind::Date, Transform::Kind::Template}),
                               .text = word()};
        return steps;
    }

private:
    QRandomGenerator m_random;
};

QByteArray squeezed(const QByteArray &json)
{
    QByteArray result;
    bool isText = false;
    for (qsizetype i = 0; i < json.size(); ++i) {
        const char c = json[i];
        if (isText && c == '\\') {
            result += c;
            result += json[++i];
            continue;
        }
        if (c == '"')
            isText = !isText;
        if (isText || !QByteArray(" \t\n\r").contains(c))
            result += c;
    }
    return result;
}

using Mappings = QList<Mapping>;
using Step = std::function<void(Mappings &)>;
struct Edit {
    Step apply;
    Step undo;
};

/// One edit as the grid makes them, with what takes it back.
Edit randomEdit(Author &author, const Mappings &mappings)
{
    const int count = int(mappings.size());
    if (count == 0 || author.oneIn(8)) {
        const int at = author.below(count + 1);
        const Mapping added{.column = author.word(), .value = author.word()};
        return {[=](Mappings &m) { m.insert(at, added); }, [=](Mappings &m) { m.removeAt(at); }};
    }
    const int row = author.below(count);
    const Mapping before = mappings[row];
    const auto change = [row](auto member, const auto &now, const auto &was) {
        return Edit{[=](Mappings &m) { m[row].*member = now; }, [=](Mappings &m) { m[row].*member = was; }};
    };
    using Polarity = Mapping::Polarity;
    switch (author.below(9)) {
    case 0:
        return {[=](Mappings &m) { m.removeAt(row); }, [=](Mappings &m) { m.insert(row, before); }};
    case 1: {
        const int to = author.below(count);
        return {[=](Mappings &m) { m.move(row, to); }, [=](Mappings &m) { m.move(to, row); }};
    }
    case 2:
        return change(&Mapping::column, author.word(), before.column);
    case 3:
        return change(&Mapping::value, author.word(), before.value);
    case 4:
        return change(&Mapping::polarity,
                      author.oneOf<Polarity>({Polarity::Unset, Polarity::Direct, Polarity::Inverted}), before.polarity);
    case 5:
        return change(&Mapping::transforms, author.transforms(), before.transforms);
    case 6:
        return change(&Mapping::direction,
                      author.oneOf<Mapping::Direction>(
                          {Mapping::Direction::ToDynamics, Mapping::Direction::ToDidomi, Mapping::Direction::Both}),
                      before.direction);
    case 7: {
        auto table = before.valueTable;
        table << std::pair(author.word() + QString::number(table.size()), author.word());
        return change(&Mapping::valueTable, table, before.valueTable);
    }
    default: {
        using Kind = Mapping::Action::Kind;
        const auto state = author.oneOf<Mapping::State>(
            {Mapping::State::Given, Mapping::State::Refused, Mapping::State::NoChoice, Mapping::State::Pending});
        const Mapping::Action action{
            .kind = author.oneOf<Kind>({Kind::Usual, Kind::Literal, Kind::Clear, Kind::LeaveAlone}),
            .literal = author.oneIn(4) ? QString() : author.word()};
        const Mapping::Action was = before.actionOn(state);
        return {[=](Mappings &m) { m[row].setAction(state, action); },
                [=](Mappings &m) { m[row].setAction(state, was); }};
    }
    }
}

} // namespace

class TestRoundTrip : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void didomisJsonComesBackAsItWas()
    {
        for (int round = 0; round < rounds; ++round) {
            Author author(round);
            const QByteArray json = author.integration();
            const auto imported = importIntegration(json);
            QVERIFY2(imported, qPrintable(QString::number(round)));
            const QByteArray exported = exportIntegration(imported->integration, imported->clientSecret);
            QVERIFY2(squeezed(exported) == json, qPrintable(u"round %1\n%2\n%3"_s.arg(round).arg(
                                                     QString::fromUtf8(json), QString::fromUtf8(squeezed(exported)))));
            // The same through a profile file, which never holds the secret.
            Profile profile = newProfile(u"a"_s);
            profile.integration = imported->integration;
            const auto again = readProfile(writeProfile(profile));
            QVERIFY(again);
            QCOMPARE(exportIntegration(again->integration, imported->clientSecret), exported);
        }
    }

    void editsThatAreTakenBackLeaveNothing()
    {
        for (int round = 0; round < rounds / 4; ++round) {
            Author author(round);
            const auto imported = importIntegration(author.integration());
            QVERIFY(imported);
            Profile profile = newProfile(u"a"_s);
            profile.integration = imported->integration;
            const Integration first = profile.integration;
            const QByteArray firstFile = writeProfile(profile);
            Mappings &mappings = profile.integration.mappings;

            QList<Edit> done;
            QList<Mappings> states;
            const int count = 1 + author.below(40);
            for (int i = 0; i < count; ++i) {
                states << mappings;
                done << randomEdit(author, mappings);
                done.last().apply(mappings);
                // What stands in the grid stands in the file.
                const auto again = readProfile(writeProfile(profile));
                QVERIFY2(again, again ? "" : qPrintable(again.error().message));
                QCOMPARE(again->integration.mappings.size(), mappings.size());
            }
            const Mappings last = mappings;
            for (qsizetype i = done.size() - 1; i >= 0; --i) {
                done[i].undo(mappings);
                QVERIFY(mappings == states[i]);
            }
            QVERIFY(profile.integration == first);
            QCOMPARE(writeProfile(profile), firstFile);
            for (const Edit &edit : done) // and made again
                edit.apply(mappings);
            QVERIFY(mappings == last);
        }
    }

    void jsonAndGridStayInStep()
    {
        for (int round = 0; round < rounds; ++round) {
            Author author(round);
            Integration integration;
            const int count = 20 + author.below(60);
            for (int i = 0; i < count; ++i)
                randomEdit(author, integration.mappings).apply(integration.mappings);
            // A column each, so that it is clear which row is which.
            for (qsizetype i = 0; i < integration.mappings.size(); ++i)
                integration.mappings[i].column = u"col%1"_s.arg(i);

            // The grid as JSON and back: what Didomi's shape holds, and the rest from the grid.
            const auto read = importIntegration(exportIntegration(integration));
            QVERIFY(read);
            QVERIFY(withKept(read->integration.mappings, integration.mappings) == integration.mappings);
            for (qsizetype i = 0; i < integration.mappings.size(); ++i) {
                const Mapping &mapping = integration.mappings[i];
                const bool isWhole = read->integration.mappings[i] == mapping;
                QCOMPARE(keptBeside(mapping).isEmpty(), isWhole); // what is lost is told, and nothing else
            }

            // Moved and renamed in the JSON, a row keeps what belongs to its column.
            Mappings edited = read->integration.mappings;
            std::reverse(edited.begin(), edited.end());
            for (Mapping &mapping : edited)
                mapping.value += u"_x"_s;
            const Mappings kept = withKept(edited, integration.mappings);
            for (qsizetype i = 0; i < kept.size(); ++i) {
                Mapping expected = integration.mappings[kept.size() - 1 - i];
                expected.value += u"_x"_s;
                QVERIFY(kept[i] == expected);
            }
        }
    }
};

QTEST_GUILESS_MAIN(TestRoundTrip)
#include "tst_roundtrip.moc"
