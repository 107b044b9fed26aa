#include "engine/fastjson.h"
#include "engine/readrecords.h"
#include "engine/records.h"

#include <QJsonDocument>
#include <QTest>

#include <random>

using namespace Qt::StringLiterals;
using core::Error;
using engine::JsonTexts;
using engine::RecordParser;
using engine::Records;
using engine::Told;

namespace {

/// Makes records with everything odd that JSON allows, and a little that it does not; always the same ones.
class Odd
{
public:
    explicit Odd(quint32 seed) : m_dice(seed) {}

    QByteArray record()
    {
        switch (below(8)) {
        case 0:
            return object({{"user", user()}, {"events", list(event())}});
        case 1:
            return object({{"data", list(user())}});
        case 2:
            return event();
        case 3:
            return object({{"type", below(2) ? "\"user.updated\"" : "\"event.created\""},
                           {"regulation", text()},
                           {"parameters", object({{"new_entity", below(2) ? user() : event()}})}});
        case 4:
            return value();
        default:
            return user();
        }
    }

private:
    using Members = std::vector<std::pair<QByteArray, QByteArray>>;

    quint32 below(quint32 limit) { return quint32(m_dice()) % limit; }

    template <typename List>
    QByteArray oneOf(const List &list)
    {
        return *(std::begin(list) + below(quint32(std::size(list))));
    }

    bool isToBreak() { return below(500) == 0; } ///< What would be no JSON at all is rare, or nothing would be.

    QByteArray number()
    {
        static const char *const all[] = {"0",
                                          "-0",
                                          "-0.0",
                                          "7",
                                          "-1",
                                          "1.0",
                                          "1e2",
                                          "1E+2",
                                          "1.5",
                                          "0.1",
                                          "-12.75e-3",
                                          "9007199254740993",
                                          "9007199254740993.0",
                                          "100000000000000000000",
                                          "1e17",
                                          "9223372036854775807",
                                          "9223372036854775808",
                                          "-9223372036854775808",
                                          "-9223372036854775809",
                                          "18446744073709551615",
                                          "18446744073709551616",
                                          "123456789012345678901234567890",
                                          "1e308",
                                          "1e400",
                                          "123456.789e3"};
        static const char *const broken[] = {"01", "1.", "+1", ".5", "-", "nan"};
        return isToBreak() ? oneOf(broken) : oneOf(all);
    }

    QByteArray text()
    {
        static const char *const all[] = {"\"\"",
                                          "\"a\"",
                                          "\"newsletter\"",
                                          "\" a , b,,a \"",
                                          "\"\\u0041\"",
                                          "\"\\u00e9\"",
                                          "\"\\ud83d\\ude00\"",
                                          "\"\\ud83d\"",
                                          "\"\\uDE00x\"",
                                          "\"\\ud83dx\\ude00\"",
                                          "\"\\u0000\"",
                                          "\"\\\"\\\\\\/\\b\\f\\n\\r\\t\"",
                                          "\"\xc3\xa4\xf0\x9f\x98\x80\"",
                                          "\"\xe2\x80\xa8\"",
                                          "\"2026-11-20T09:58:12Z\"",
                                          "\"2026-11-20T09:58:12.3459Z\"",
                                          "\"2026-11-20T10:58:12+01:00\"",
                                          "\"2026-02-30T10:58:12Z\"",
                                          "\"2026-11-20\"",
                                          "\"gdpr\"",
                                          "\"cpra\"",
                                          "\"confirmed\"",
                                          "\"pending_approval\"",
                                          "\"true\""};
        static const char *const broken[] = {"\"\xff\"", "\"\xed\xa0\x80\"", "\"\x01\"", "\"\\x\"", "\"a"};
        return isToBreak() ? oneOf(broken) : oneOf(all);
    }

    QByteArray value()
    {
        switch (below(10)) {
        case 0:
            return "null";
        case 1:
            return "true";
        case 2:
            return "false";
        case 3:
        case 4:
            return number();
        case 5:
            return list(value());
        case 6:
            return object({{"value", value()}, {"id", value()}});
        default:
            return text();
        }
    }

    QByteArray choice() { return oneOf(std::initializer_list<QByteArray>{"true", "false", "null", value()}); }

    QByteArray list(const QByteArray &entry)
    {
        QByteArrayList entries;
        for (quint32 left = below(4); left > 0; --left)
            entries << (below(4) ? entry : value());
        return '[' + entries.join(below(2) ? "," : " ,\n") + ']';
    }

    /// Most of the members, some twice, some odd, in any order.
    QByteArray object(const Members &members)
    {
        QByteArrayList all;
        for (const auto &[name, value] : members) {
            if (below(25) == 0)
                continue;
            QByteArray written = name;
            if (!name.isEmpty() && below(20) == 0)
                written.replace(0, 1, "\\u00" + QByteArray::number(uchar(name.at(0)), 16));
            all << '"' + written + "\":" + (below(30) ? value : this->value());
            if (below(25) == 0)
                all << '"' + name + "\": " + this->value();
        }
        if (below(6) == 0)
            all << "\"something_new\":" + value();
        std::shuffle(all.begin(), all.end(), m_dice);
        return '{' + all.join(',') + '}';
    }

    QByteArray withId(const Members &others)
    {
        Members members{{"id", below(5) ? QByteArray(below(2) ? "\"newsletter\"" : "\"sms\"") : value()}};
        members.insert(members.end(), others.begin(), others.end());
        return object(members);
    }

    QByteArray channels() { return list(withId({{"enabled", choice()}})); }

    QByteArray consents()
    {
        const QByteArray preferences = list(withId({{"enabled", choice()}, {"channels", channels()}}));
        const QByteArray values = object({{"topics", object({{"value", text()}})},
                                          {"\xc3\xb6", list(text())},
                                          {"a", text()},
                                          {"B", number()},
                                          {"", value()}});
        const QByteArray purposes = list(withId({{"enabled", choice()},
                                                 {"enabled_li", choice()},
                                                 {"values", values},
                                                 {"preferences", preferences},
                                                 {"channels", channels()}}));
        return object({{"purposes", purposes}, {"channels", channels()}, {"vendors", value()}});
    }

    QByteArray time() { return below(8) ? "\"2026-11-20T09:58:12.345Z\"" : value(); }

    QByteArray user()
    {
        return object({{"id", "\"u-1\""},
                       {"organization_id", "\"acme\""},
                       {"organization_user_id", below(3) ? text() : number()},
                       {"version", below(8) ? "7" : number()},
                       {"created_at", time()},
                       {"updated_at", time()},
                       {"country", below(2) ? "null" : text()},
                       {"regulation", below(2) ? "null" : text()},
                       {"metadata", object({{"tier", value()}, {"n", number()}, {"deep", list(value())}})},
                       {"consents", consents()},
                       {"events", below(3) ? value() : list(event())}});
    }

    QByteArray event()
    {
        return object({{"id", "\"e-1\""},
                       {"created_at", time()},
                       {"status", below(2) ? "\"confirmed\"" : value()},
                       {"regulation", below(2) ? "\"gdpr\"" : value()},
                       {"metadata", object({{"origin", below(2) ? "\"dataverse\"" : text()}})},
                       {"user", object({{"id", "\"u-1\""}, {"organization_user_id", text()}})},
                       {"consents", consents()}});
    }

    std::mt19937 m_dice;
};

bool isSame(const Told &one, const Told &other)
{
    return one.subject == other.subject && one.events == other.events;
}

bool isSame(const Records &one, const Records &other)
{
    return one.problems == other.problems &&
           std::equal(one.told.cbegin(), one.told.cend(), other.told.cbegin(), other.told.cend(),
                      [](const Told &left, const Told &right) { return isSame(left, right); });
}

JsonTexts::Piece pieceOf(const QByteArray &text)
{
    return {.line = 3, .text = text};
}

} // namespace

/// One record of an export, by the fast parser and by Qt's.
class TestRecords : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void bothParsersReadTheSame();
    void bothViewsReadTheSame();
    void bothViewsReadTheSameTime_data();
    void bothViewsReadTheSameTime();
    void readsEachShape_data();
    void readsEachShape();
    void takesEventsOnlyWhenAllAreKnown_data();
    void takesEventsOnlyWhenAllAreKnown();
    void namesLineAndMember_data();
    void namesLineAndMember();
};

void TestRecords::bothParsersReadTheSame()
{
    Odd odd(1);
    RecordParser parser;
    int good = 0;
    for (int i = 0; i < 8'000; ++i) {
        const QByteArray text = odd.record();
        bool isJson = false;
        bool isQtsJson = false;
        const Records fast = parser.read(pieceOf(text), &isJson);
        const Records slow = RecordParser::readSlowly(pieceOf(text), &isQtsJson);
        QVERIFY2(isJson == isQtsJson && isSame(fast, slow), text.constData());
        good += slow.told.isEmpty() ? 0 : 1;
    }
    QVERIFY(good > 1'000);
}

/// The same without the way out: what the fast parser takes it must read by itself.
void TestRecords::bothViewsReadTheSame()
{
    Odd odd(2);
    simdjson::dom::parser parser;
    engine::SharedTexts texts;
    int taken = 0;
    int good = 0;
    for (int i = 0; i < 8'000; ++i) {
        const QByteArray text = odd.record();
        if (text.contains("\\ud") || text.contains("\\uD"))
            continue;
        const auto parsed = parser.parse(text.constData(), std::size_t(text.size()));
        if (parsed.error() != simdjson::SUCCESS || !parsed.value_unsafe().is_object())
            continue;
        ++taken;
        const QJsonDocument document = QJsonDocument::fromJson(text);
        QVERIFY2(document.isObject(), text.constData());
        Records fast;
        Records slow;
        engine::reading::readRecords(engine::FastJson(parsed.value_unsafe(), texts), fast);
        engine::reading::readRecords(consent::QtJson(document.object()), slow);
        QVERIFY2(isSame(fast, slow), text.constData());
        good += slow.told.isEmpty() ? 0 : 1;
    }
    QVERIFY(taken > 1'000);
    QVERIFY2(good > 300, qPrintable(QString::number(good)));
}

void TestRecords::bothViewsReadTheSameTime_data()
{
    QTest::addColumn<QByteArray>("time");
    for (const char *time : {"2026-11-20T09:58:12Z",        "2026-11-20T09:58:12.3Z",
                             "2026-11-20T09:58:12.34Z",     "2026-11-20T09:58:12.345678901Z",
                             "2026-11-20T09:58:12.Z",       "2026-11-20T09:58:12.3456789012Z",
                             "2026-11-20T24:00:00Z",        "2026-11-20T23:59:60Z",
                             "0000-01-01T00:00:00Z",        "0001-01-01T00:00:00Z",
                             "1969-12-31T23:59:59.999Z",    "9999-12-31T23:59:59Z",
                             "2024-02-29T00:00:00Z",        "2025-02-29T00:00:00Z",
                             "2026-13-01T00:00:00Z",        "2026-00-01T00:00:00Z",
                             "2026-11-20 09:58:12Z",        "2026-11-20T09:58:12z",
                             "2026-11-20T0\xd9\xa1:58:12Z", "2026-11-20T09:58:1/Z",
                             "2026-11-20T09:58:12.3:5Z",    "2026-11-20T09:58:12",
                             "2026-11-20T09:58Z",           "2026-11-20T09:58:12+00:00"})
        QTest::newRow(time) << QByteArray(time);
}

/// The short way that times of the usual form go gives what the pattern gives.
void TestRecords::bothViewsReadTheSameTime()
{
    QFETCH(QByteArray, time);
    const auto utf8 = consent::readIsoTime(std::string_view(time.constData(), std::size_t(time.size())));
    const auto utf16 = consent::readIsoTime(QString::fromUtf8(time));
    QCOMPARE(utf8.has_value(), utf16.has_value());
    if (!utf8)
        return;
    QCOMPARE(utf8->utc, utf16->utc);
    QCOMPARE(utf8->hasZone, utf16->hasZone);
    if (time.endsWith('Z')) { // the same moment told with an offset cannot go the short way
        QByteArray longer = time;
        longer.replace("Z", "+00:00");
        const auto pattern = consent::readIsoTime(QString::fromUtf8(longer));
        QVERIFY(pattern);
        QCOMPARE(utf8->utc, pattern->utc);
        QCOMPARE(utf8->utc.timeSpec(), Qt::UTC);
    }
}

void TestRecords::readsEachShape_data()
{
    const QByteArray consents = "\"consents\":{\"purposes\":[{\"id\":\"newsletter\",\"enabled\":true}]}";
    const QByteArray user = "{\"id\":\"u-1\",\"organization_user_id\":\"jane\"," + consents + "}";
    const QByteArray event = "{\"id\":\"e-1\",\"created_at\":\"2026-11-20T09:58:12Z\",\"user\":{"
                             "\"organization_user_id\":\"jane\"}," +
                             consents + "}";
    QTest::addColumn<QByteArray>("json");
    QTest::addColumn<int>("people");
    QTest::addColumn<int>("events"); // -1: not all are known
    QTest::newRow("user") << user << 1 << -1;
    QTest::newRow("a number too small for Qt") << user.chopped(1) + ",\"new\":1e-400}" << 1 << -1;
    QTest::newRow("user with events") << user.chopped(1) + ",\"events\":[" + event + "]}" << 1 << 1;
    QTest::newRow("user with no events") << user.chopped(1) + ",\"events\":[]}" << 1 << 0;
    QTest::newRow("record") << "{\"user\":" + user + ",\"events\":[" + event + "," + event + "]}" << 1 << 2;
    QTest::newRow("record without events") << "{\"user\":" + user + "}" << 1 << -1;
    QTest::newRow("event") << event << 1 << 1;
    QTest::newRow("answer") << "{\"data\":[" + user + "," + event + "],\"cursor\":null}" << 2 << -1;
    QTest::newRow("webhook of a user") << "{\"type\":\"user.updated\",\"parameters\":{\"new_entity\":" + user + "}}"
                                       << 1 << -1;
    QTest::newRow("webhook of an event") << "{\"type\":\"event.created\",\"parameters\":{\"entity\":" + event + "}}"
                                         << 1 << 1;
    QTest::newRow("other webhook") << QByteArray("{\"type\":\"notice.shown\"}") << 0 << -1;
}

void TestRecords::readsEachShape()
{
    QFETCH(QByteArray, json);
    QFETCH(int, people);
    QFETCH(int, events);
    RecordParser parser;
    bool isJson = false;
    const Records records = parser.read(pieceOf(json), &isJson);
    QVERIFY(isJson);
    QVERIFY2(records.problems.isEmpty(), qPrintable(records.problems.value(0).message));
    QCOMPARE(records.told.size(), people);
    for (const Told &told : records.told) {
        QCOMPARE(told.subject.organizationUserId, u"jane"_s);
        QCOMPARE(told.subject.consents.purpose(u"newsletter"_s)->choice, consent::Choice::Given);
    }
    if (people > 0)
        QCOMPARE(records.told.constFirst().events ? int(records.told.constFirst().events->size()) : -1, events);
}

void TestRecords::takesEventsOnlyWhenAllAreKnown_data()
{
    const QByteArray event = "{\"id\":\"e-1\",\"created_at\":\"2026-11-20T09:58:12Z\",\"consents\":{}}";
    QTest::addColumn<QByteArray>("events");
    QTest::addColumn<int>("known"); // -1: not all
    QTest::newRow("of the record's user") << "[" + event + "]" << 1;
    QTest::newRow("one is broken") << "[" + event + ",{\"id\":\"e-2\"}]" << -1;
    QTest::newRow("one is no object") << "[" + event + ",7]" << -1;
    QTest::newRow("no list") << QByteArray("{}") << -1;
    QTest::newRow("null") << QByteArray("null") << -1;
    QTest::newRow("somebody else's")
        << QByteArray("[{\"created_at\":\"2026-11-20T09:58:12Z\",\"consents\":{},\"user\":{\"id\":\"u-2\"}}]") << -1;
}

void TestRecords::takesEventsOnlyWhenAllAreKnown()
{
    QFETCH(QByteArray, events);
    QFETCH(int, known);
    RecordParser parser;
    bool isJson = false;
    const Records records = parser.read(
        pieceOf("{\"user\":{\"id\":\"u-1\",\"organization_user_id\":\"jane\"},\"events\":" + events + "}"), &isJson);
    QCOMPARE(records.told.size(), 1);
    QVERIFY(records.problems.isEmpty());
    const auto &told = records.told.constFirst().events;
    QCOMPARE(told ? int(told->size()) : -1, known);
    if (known > 0) {
        QCOMPARE(told->constFirst().organizationUserId, u"jane"_s);
        QCOMPARE(told->constFirst().userId, u"u-1"_s);
    }
}

void TestRecords::namesLineAndMember_data()
{
    QTest::addColumn<QByteArray>("json");
    QTest::addColumn<QString>("word");
    QTest::addColumn<bool>("isJsonAtAll");
    QTest::newRow("not JSON") << QByteArray("{\"id\":") << u"JSON"_s << false;
    QTest::newRow("no object") << QByteArray("[1]") << u"object"_s << false;
    QTest::newRow("no id") << QByteArray("{\"id\":null,\"consents\":{}}") << u"id"_s << true;
    QTest::newRow("bad time") << QByteArray("{\"id\":\"u\",\"consents\":{},\"updated_at\":\"soon\"}") << u"updated_at"_s
                              << true;
    QTest::newRow("of nobody") << QByteArray("{\"created_at\":\"2026-11-20T09:58:12Z\",\"user\":{},\"consents\":{}}")
                               << u"whose"_s << true;
    QTest::newRow("something else") << QByteArray("{\"hits\":12}") << u"webhook"_s << true;
    QTest::newRow("only that somebody is gone")
        << QByteArray("{\"type\":\"user.deleted\",\"parameters\":{\"entity\":{\"id\":\"u\"}}}") << u"user.deleted"_s
        << true;
    QTest::newRow("an answer's entry") << QByteArray("{\"data\":[{\"id\":\"u\",\"consents\":[]}]}") << u"consents"_s
                                       << true;
}

void TestRecords::namesLineAndMember()
{
    QFETCH(QByteArray, json);
    QFETCH(QString, word);
    QFETCH(bool, isJsonAtAll);
    RecordParser parser;
    bool isJson = !isJsonAtAll;
    const Records records = parser.read(pieceOf(json), &isJson);
    QCOMPARE(isJson, isJsonAtAll);
    QVERIFY(records.told.isEmpty());
    QCOMPARE(records.problems.size(), 1);
    const Error &problem = records.problems.constFirst();
    QCOMPARE(problem.kind, Error::Kind::Invalid);
    QVERIFY2(problem.message.contains(word), qPrintable(problem.message));
    QVERIFY2(problem.message.contains(u"ine 3"_s), qPrintable(problem.message));
}

QTEST_GUILESS_MAIN(TestRecords)
#include "tst_records.moc"
