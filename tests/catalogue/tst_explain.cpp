#include "catalogue/entry.h"
#include "core/error.h"

#include <QTest>

using namespace Qt::StringLiterals;
using catalogue::Entry;
using catalogue::Source;
using Kind = core::Error::Kind;

class TestExplain : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void findsTheCode_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<Source>("source");
        QTest::addColumn<QString>("code");
        QTest::addColumn<bool>("isKnown");
        const auto row = [](const char *name, const QString &text, Source source, const QString &code,
                            bool isKnown = true) { QTest::newRow(name) << text << source << code << isKnown; };

        row("number of Entra", u"AADSTS7000215"_s, Source::Entra, u"AADSTS7000215"_s);
        row("in lower case", u"aadsts7000215"_s, Source::Entra, u"AADSTS7000215"_s);
        row("with blanks around", u"  AADSTS7000215\n"_s, Source::Entra, u"AADSTS7000215"_s);
        row("in a message", u"Sign-in failed: AADSTS50034: The user does not exist. Trace ID: 5c"_s, Source::Entra,
            u"AADSTS50034"_s);
        row("in an answer",
            u"{\"error\":\"invalid_client\",\"error_codes\":[7000222],\"error_description\":\"AADSTS7000222: x\"}"_s,
            Source::Entra, u"AADSTS7000222"_s);
        row("the longer of two", u"AADSTS900023: Specified tenant identifier"_s, Source::Entra, u"AADSTS900023"_s);
        row("the shorter of two", u"AADSTS90002: Tenant not found"_s, Source::Entra, u"AADSTS90002"_s);
        row("no number of ours", u"AADSTS1234567: what?"_s, Source::Entra, u"AADSTS1234567"_s, false);
        row("longer than any known", u"AADSTS9000231"_s, Source::Entra, u"AADSTS9000231"_s, false);
        row("bare number", u"7000215"_s, Source::Entra, u"AADSTS7000215"_s);
        row("bare number, unknown", u"4711"_s, Source::Entra, u"AADSTS4711"_s, false);
        row("bare number in an answer", u"\"error_codes\": [ 90002 ],"_s, Source::Entra, u"AADSTS90002"_s);
        row("word of OAuth", u"error=invalid_client&state=1"_s, Source::Entra, u"invalid_client"_s);
        row("word of OAuth, upper case", u"INVALID_SCOPE"_s, Source::Entra, u"invalid_scope"_s);

        row("hexadecimal", u"0x80040220"_s, Source::Dataverse, u"0x80040220"_s);
        row("other letter case", u"0X8004A112"_s, Source::Dataverse, u"0x8004a112"_s);
        row("in an answer of Dataverse",
            u"{\"error\":{\"code\":\"0x80060888\",\"message\":\"Resource 404 not found\"}}"_s, Source::Dataverse,
            u"0x80060888"_s);
        row("decimal", u"-2147220960"_s, Source::Dataverse, u"0x80040220"_s);
        row("decimal in a message", u"Fault (code -2147015902) after 3 tries"_s, Source::Dataverse, u"0x80072322"_s);
        row("decimal with a real minus", u"\u22122147220960"_s, Source::Dataverse, u"0x80040220"_s);
        row("decimal without its sign", u"2147746336"_s, Source::Dataverse, u"0x80040220"_s);
        row("without 0x", u"Error code: 80040220."_s, Source::Dataverse, u"0x80040220"_s);
        row("zero", u"0x0"_s, Source::Dataverse, u"0x0"_s);
        row("hexadecimal, unknown", u"it said 0x8ABCDEF0."_s, Source::Dataverse, u"0x8abcdef0"_s, false);
        row("decimal, unknown", u"-2147000000"_s, Source::Dataverse, u"0x80076140"_s, false);
        row("smallest decimal", u"-2147483648"_s, Source::Dataverse, u"0x80000000"_s, false);
        row("code before status", u"HTTP 403 with 0x80072560"_s, Source::Dataverse, u"0x80072560"_s);

        row("status", u"HTTP 429"_s, Source::Http, u"HTTP 429"_s);
        row("status line", u"HTTP/1.1 503 Service Unavailable"_s, Source::Http, u"HTTP 503"_s);
        row("status code", u"the request failed with status code 502"_s, Source::Http, u"HTTP 502"_s);
        row("status in lower case", u"http 418"_s, Source::Http, u"HTTP 418"_s);
        row("status alone", u"404"_s, Source::Http, u"HTTP 404"_s);
        row("status of Didomi", u"Didomi 403"_s, Source::Didomi, u"Didomi 403"_s);
        row("status of Dataverse", u"dataverse 412"_s, Source::Dataverse, u"Dataverse 412"_s);
        row("answer of Didomi", u"{\"code\":401,\"name\":\"NotAuthenticated\",\"message\":\"x\"}"_s, Source::Didomi,
            u"Didomi 401"_s);
        row("line of a log, Didomi", u"Didomi refused the request. [BadRequest]"_s, Source::Didomi, u"Didomi 400"_s);
        row("sign-in of Didomi", u"didomi sign-in"_s, Source::Didomi, u"Didomi sign-in"_s);

        row("ours", u"TlsExpired"_s, Source::Network, u"TlsExpired"_s);
        row("ours in lower case", u"hostnotfound"_s, Source::Network, u"HostNotFound"_s);
        row("ours in a line of a log", u"acme.example refuses connections. [ConnectionRefused]"_s, Source::Network,
            u"ConnectionRefused"_s);
        row("ours that is a word too", u"Proxy"_s, Source::Network, u"Proxy"_s);
        row("the same in a line", u"No way out. [Offline] (request 1)"_s, Source::Network, u"Offline"_s);
    }
    void findsTheCode()
    {
        QFETCH(QString, text);
        QFETCH(Source, source);
        QFETCH(QString, code);
        QFETCH(bool, isKnown);
        const std::optional<Entry> entry = catalogue::explain(text);
        QVERIFY(entry);
        QCOMPARE(entry->code, code);
        QCOMPARE(entry->source, source);
        QCOMPARE(entry->isKnown, isKnown);
        QVERIFY(!entry->cause.isEmpty() && !entry->fix.isEmpty());
        QVERIFY2(!entry->cause.contains(u'%') && !entry->fix.contains(u'%'), qPrintable(entry->cause));
    }

    void findsNothingWhereNothingIs_data()
    {
        QTest::addColumn<QString>("text");
        QTest::newRow("nothing") << QString();
        QTest::newRow("blanks") << u"  \n "_s;
        QTest::newRow("words") << u"It does not work since the proxy was changed."_s;
        QTest::newRow("offline in a sentence") << u"We were offline on Monday."_s;
        QTest::newRow("date and time") << u"2026-11-20 10:15:00"_s;
        QTest::newRow("small number") << u"42"_s;
        QTest::newRow("year among words") << u"since 2026 nothing works"_s;
        QTest::newRow("row id") << u"7c0f0000-80040220-4000-8000-000000000003"_s;
        QTest::newRow("number in a longer one") << u"17000215999999999"_s;
        QTest::newRow("hexadecimal in a longer one") << u"0x80040220ab"_s;
        QTest::newRow("too large for 32 bits") << u"-2999999999"_s;
        QTest::newRow("telephone") << u"+33 1 23 45 67 89"_s;
        QTest::newRow("AADSTS alone") << u"AADSTS"_s;
        QTest::newRow("too short") << u"AADSTS123"_s;
        QTest::newRow("no status") << u"HTTP 200"_s;
    }
    void findsNothingWhereNothingIs()
    {
        QFETCH(QString, text);
        const std::optional<Entry> entry = catalogue::explain(text);
        QVERIFY2(!entry, entry ? qPrintable(entry->code) : "");
    }

    void explainsEveryCodeThatThereIs()
    {
        for (const Source source : {Source::Network, Source::Http, Source::Entra, Source::Dataverse, Source::Didomi}) {
            for (const QString &code : catalogue::codes(source)) {
                const std::optional<Entry> entry = catalogue::explain(code);
                QVERIFY2(entry, qPrintable(code));
                QCOMPARE(entry->code, code);
                QCOMPARE(entry->source, source);
            }
        }
    }

    void explainsTheLineThatALogHas()
    {
        const core::Error error{.kind = Kind::Tls, .message = u"Words."_s, .code = u"TlsWrongHost"_s};
        const std::optional<Entry> entry = catalogue::explain(error.toLine());
        QVERIFY(entry);
        QCOMPARE(entry->code, u"TlsWrongHost"_s);
    }

    void survivesWhateverIsPasted()
    {
        QVERIFY(!catalogue::explain(QString(5'000'000, u'a')));
        QVERIFY(catalogue::explain(u"AADSTS7000215 "_s + QString(5'000'000, u'['))->isKnown);
        (void)catalogue::explain(QString(QChar(0)) + u"\\E(?:)%1%2"_s);
    }
};

QTEST_GUILESS_MAIN(TestExplain)
#include "tst_explain.moc"
