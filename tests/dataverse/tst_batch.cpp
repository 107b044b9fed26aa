#include "dataverse/batch.h"

#include <QRandomGenerator>
#include <QTest>

using namespace Qt::StringLiterals;
using core::Error;
using core::Result;
using dataverse::Batch;
using dataverse::BatchAnswers;
using dataverse::BatchPart;
using dataverse::BatchPlace;
using dataverse::BatchWriter;

namespace {

const QByteArray multipart = "multipart/mixed; boundary=batchresponse_1";

net::Request patch(const QByteArray &path, const QByteArray &json)
{
    return {.method = "PATCH",
            .url = QUrl::fromEncoded("https://acme.crm4.dynamics.com/api/data/v9.2/" + path, QUrl::StrictMode),
            .headers = {{"Accept", "application/json"},
                        {"OData-Version", "4.0"},
                        {"Authorization", "Bearer token"},
                        {"Content-Type", "application/json; charset=utf-8"},
                        {"If-Match", "*"}},
            .body = json};
}

net::Request get(const QByteArray &path)
{
    return {.url = QUrl::fromEncoded("https://acme.crm4.dynamics.com/api/data/v9.2/" + path, QUrl::StrictMode),
            .headers = {{"Accept", "application/json"}}};
}

net::Reply replyOf(const QByteArray &body, const QByteArray &type = multipart, int status = 200)
{
    return {.status = status, .headers = {{"Content-Type", type}}, .body = body};
}

QByteArray part(const QByteArray &answer, const QByteArray &partHeaders = {})
{
    return "--batchresponse_1\r\nContent-Type: application/http\r\nContent-Transfer-Encoding: binary\r\n" +
           partHeaders + "\r\n" + answer + "\r\n";
}

const QByteArray end = "--batchresponse_1--\r\n";
const QByteArray noContent = "HTTP/1.1 204 No Content\r\nOData-Version: 4.0\r\n\r\n";
const QByteArray missing = "HTTP/1.1 404 Not Found\r\nREQ_ID: 1d2c\r\nContent-Type: application/json\r\n\r\n"
                           "{\"error\":{\"code\":\"0x80040217\",\"message\":\"Does Not Exist\"}}";

/// `count` operations that stand alone.
Batch plain(int count)
{
    BatchWriter writer;
    for (int i = 0; i < count; ++i)
        writer.add(patch("contacts(" + QByteArray::number(i) + ')', "{}"));
    return writer.take();
}

/// One alone, a change set of two, one alone.
Batch mixed()
{
    BatchWriter writer;
    writer.add(patch("a(1)", "{}"));
    writer.beginChangeSet();
    writer.add(patch("a(2)", "{}"));
    writer.add(patch("a(3)", "{}"));
    writer.endChangeSet();
    writer.add(patch("a(4)", "{}"));
    return writer.take();
}

QByteArray changeSet(const QByteArray &first, const QByteArray &second)
{
    return "--batchresponse_1\r\ncontent-type: Multipart/Mixed; Boundary=\"cs_9\"\r\n\r\n"
           "--cs_9\r\nContent-Type: application/http\r\nContent-ID: " +
           first + "\r\n\r\n" + noContent + "\r\n--cs_9\r\nContent-Type: application/http\r\nContent-ID: " + second +
           "\r\n\r\n" + noContent + "\r\n--cs_9--\r\n\r\n";
}

QList<int> statuses(const BatchAnswers &answers, int count)
{
    QList<int> result;
    for (int i = 0; i < count; ++i)
        result << (answers.at(i) ? answers.at(i)->status : 0);
    return result;
}

bool isWithin(QByteArrayView view, const QByteArray &whole)
{
    return view.isEmpty() || (view.begin() >= whole.cbegin() && view.end() <= whole.cend());
}

} // namespace

/// Several requests in one, and their answers.
class TestBatch : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void writesWhatTheServiceReads()
    {
        BatchWriter writer(1'000, "5f0a");
        QVERIFY(!writer.add(patch("contacts(new_id='O%27%27Neil%2F1')?tag=x", "{\"a\":true}")));
        writer.beginChangeSet();
        QVERIFY(!writer.add(patch("contacts(7c0f)", "{\"b\":1}")));
        writer.endChangeSet();
        QVERIFY(!writer.add(get("contacts?$top=1")));
        QCOMPARE(writer.count(), 3);
        const Batch batch = writer.take();
        QCOMPARE(batch.contentType, "multipart/mixed; boundary=\"batch_5f0a\"");
        QCOMPARE(batch.places, (QList<BatchPlace>{{0, 0}, {1, 1}, {2, 0}}));
        const QByteArrayList lines{"--batch_5f0a",
                                   "Content-Type: application/http",
                                   "Content-Transfer-Encoding: binary",
                                   "",
                                   "PATCH /api/data/v9.2/contacts(new_id='O%27%27Neil%2F1')?tag=x HTTP/1.1",
                                   "Accept: application/json",
                                   "Content-Type: application/json; charset=utf-8",
                                   "If-Match: *",
                                   "",
                                   "{\"a\":true}",
                                   "--batch_5f0a",
                                   "Content-Type: multipart/mixed; boundary=\"changeset_5f0a-1\"",
                                   "",
                                   "--changeset_5f0a-1",
                                   "Content-Type: application/http",
                                   "Content-Transfer-Encoding: binary",
                                   "Content-ID: 1",
                                   "",
                                   "PATCH /api/data/v9.2/contacts(7c0f) HTTP/1.1",
                                   "Accept: application/json",
                                   "Content-Type: application/json; charset=utf-8",
                                   "If-Match: *",
                                   "",
                                   "{\"b\":1}",
                                   "--changeset_5f0a-1--",
                                   "",
                                   "--batch_5f0a",
                                   "Content-Type: application/http",
                                   "Content-Transfer-Encoding: binary",
                                   "",
                                   "GET /api/data/v9.2/contacts?$top=1 HTTP/1.1",
                                   "Accept: application/json",
                                   "",
                                   "",
                                   "--batch_5f0a--",
                                   ""};
        QCOMPARE(batch.body, lines.join("\r\n"));
    }

    void refusesWhatCannotStandInOne_data()
    {
        QTest::addColumn<net::Request>("request");
        net::Request request = patch("contacts(1)", "{}");
        request.headers.emplaceBack("If-None-Match", "*\r\nX: y");
        QTest::newRow("line break in a header") << request;
        request = patch("contacts(1)", "{}");
        request.method = "GET /x HTTP/1.1\r\n";
        QTest::newRow("line break in the method") << request;
        QTest::newRow("longer than the service takes") << get("contacts?$filter=" + QByteArray(70'000, 'x'));
        QTest::newRow("no address") << net::Request{};
    }

    void refusesWhatCannotStandInOne()
    {
        QFETCH(const net::Request, request);
        BatchWriter writer;
        const std::optional<Error> problem = writer.add(request);
        QVERIFY(problem);
        QCOMPARE(problem->kind, Error::Kind::Invalid);
        QVERIFY(!problem->message.isEmpty());
        QCOMPARE(writer.count(), 0);
        QCOMPARE(writer.bytes(), 0);
    }

    void refusesAddressesThatAreNone_data()
    {
        QTest::addColumn<QByteArray>("target");
        QTest::newRow("none") << QByteArray();
        QTest::newRow("with its host") << QByteArray("https://contoso.crm4.dynamics.com/contacts");
        QTest::newRow("line break") << QByteArray("/contacts HTTP/1.1\r\nX: y");
        QTest::newRow("space") << QByteArray("/contacts?$filter=a eq 1");
        QTest::newRow("not encoded") << QByteArray("/contacts?$filter=a%20eq%20'\xc3\xa9'");
        QTest::newRow("longer than the service takes") << '/' + QByteArray(70'000, 'x');
    }

    void refusesAddressesThatAreNone()
    {
        QFETCH(const QByteArray, target);
        BatchWriter writer;
        const std::optional<Error> problem = writer.add(get("contacts"), target);
        QVERIFY(problem);
        QCOMPARE(problem->kind, Error::Kind::Invalid);
        QCOMPARE(writer.bytes(), 0);
        QVERIFY(!writer.add(get("contacts"), "/api/data/v9.2/contacts?$top=2"));
        QVERIFY(writer.take().body.contains("\r\nGET /api/data/v9.2/contacts?$top=2 HTTP/1.1\r\n"));
    }

    void refusesReadingInAChangeSetAndTooMany()
    {
        BatchWriter writer;
        writer.beginChangeSet();
        QVERIFY(writer.add(get("contacts")));
        writer.endChangeSet();
        QCOMPARE(writer.bytes(), 0);
        for (int i = 0; i < dataverse::largestBatch; ++i)
            QVERIFY(!writer.add(get("contacts")));
        const qsizetype bytes = writer.bytes();
        QVERIFY(writer.add(get("contacts")));
        QCOMPARE(writer.bytes(), bytes);
    }

    void boundariesAreNotGuessable() { QVERIFY(plain(1).contentType != plain(1).contentType); }

    void readsAnswers_data()
    {
        QTest::addColumn<QByteArray>("type");
        QTest::addColumn<QByteArray>("body");
        QTest::addColumn<QList<int>>("expected");
        const QList<int> both{204, 404};
        const QByteArray usual = part(noContent) + part(missing) + end;
        QTest::newRow("as documented") << multipart << usual << both;
        QTest::newRow("boundary in quotes")
            << QByteArray("multipart/mixed; boundary=\"batchresponse_1\"") << usual << both;
        QTest::newRow("more parameters") << QByteArray("Multipart/Mixed; charset=utf-8; Boundary=batchresponse_1; x=y")
                                         << usual << both;
        QTest::newRow("LF alone") << multipart << QByteArray(usual).replace("\r\n", "\n") << both;
        QTest::newRow("preamble and epilogue")
            << multipart << "This is a message\r\n--batchresponse_10\r\nin parts.\r\n" + usual + "The end.\r\n--x\r\n"
            << both;
        QTest::newRow("blanks after boundaries")
            << multipart << QByteArray(usual).replace("--batchresponse_1\r\n", "--batchresponse_1 \t\r\n") << both;
        QTest::newRow("headers in another case")
            << multipart << QByteArray(usual).replace("Content-Type: application/http", "CONTENT-TYPE:application/http")
            << both;
        QTest::newRow("no line's end after the last boundary") << multipart << usual.chopped(2) << both;
        QTest::newRow("wrong lengths within")
            << multipart << QByteArray(usual).replace("OData-Version: 4.0", "Content-Length: 99999") << both;
        QTest::newRow("no empty line after a lone status")
            << multipart << part("HTTP/1.1 204 No Content") + part("HTTP/1.1 404 Not Found\r\nX: y") + end << both;
        QTest::newRow("the boundary's letters within a line")
            << multipart << part(noContent) + part(missing + " --batchresponse_1--") + end << both;
        QTest::newRow("not all of them") << multipart << part(missing) + end << QList<int>{404, 0};
        QTest::newRow("none") << multipart << end << QList<int>{0, 0};
    }

    void readsAnswers()
    {
        QFETCH(const QByteArray, type);
        QFETCH(const QByteArray, body);
        QFETCH(const QList<int>, expected);
        const Result<BatchAnswers> answers = BatchAnswers::read(replyOf(body, type), plain(2));
        QVERIFY2(answers, answers ? "" : qPrintable(answers.error().message));
        QCOMPARE(statuses(*answers, 2), expected);
        QVERIFY(!answers->at(2));
        QVERIFY(!answers->at(-1));
    }

    void partsAreWholeReplies()
    {
        const Result<BatchAnswers> answers =
            BatchAnswers::read(replyOf(part(missing) + part(noContent) + end), plain(2));
        QVERIFY(answers);
        const net::Reply reply = answers->at(0)->toReply();
        QCOMPARE(reply.status, 404);
        QCOMPARE(reply.requestId(), u"1d2c"_s);
        QCOMPARE(reply.body, "{\"error\":{\"code\":\"0x80040217\",\"message\":\"Does Not Exist\"}}");
        QCOMPARE(answers->at(0)->header("req_id"), "1d2c");
        QVERIFY(answers->at(0)->header("REQ").isEmpty());
        QVERIFY(answers->at(1)->body.isEmpty());
    }

    void readsChangeSets()
    {
        // In another order than they were sent: the ids tell.
        const QByteArray body = part(missing) + changeSet("2", "1") + part(noContent) + end;
        const Result<BatchAnswers> answers = BatchAnswers::read(replyOf(body), mixed());
        QVERIFY2(answers, answers ? "" : qPrintable(answers.error().message));
        QCOMPARE(statuses(*answers, 4), (QList<int>{404, 204, 204, 204}));
        QCOMPARE(answers->at(1)->contentId, "1");
        QVERIFY(answers->at(1)->isInChangeSet);
        QVERIFY(answers->at(1)->body.isEmpty());
    }

    /// One part answers for all of a change set that failed: none of them happened.
    void readsAFailedChangeSet_data()
    {
        QTest::addColumn<QByteArray>("answer");
        QTest::newRow("alone") << part(missing);
        QTest::newRow("within") << QByteArray("--batchresponse_1\r\nContent-Type: multipart/mixed; boundary=cs\r\n\r\n"
                                              "--cs\r\nContent-Type: application/http\r\n\r\n") +
                                       missing + "\r\n--cs--\r\n\r\n";
    }

    void readsAFailedChangeSet()
    {
        QFETCH(const QByteArray, answer);
        const Result<BatchAnswers> answers =
            BatchAnswers::read(replyOf(part(noContent) + answer + part(noContent) + end), mixed());
        QVERIFY2(answers, answers ? "" : qPrintable(answers.error().message));
        QCOMPARE(statuses(*answers, 4), (QList<int>{204, 404, 404, 204}));
        QCOMPARE(answers->at(1), answers->at(2));
        QVERIFY(!answers->at(1)->isInChangeSet);
    }

    /// Without "continue on error" what stands after the first failure was not executed.
    void tellsWhatWasNotExecuted()
    {
        const Result<BatchAnswers> answers =
            BatchAnswers::read(replyOf(part(noContent) + part(missing) + end, multipart, 404), plain(4));
        QVERIFY(answers);
        QCOMPARE(answers->status(), 404);
        QCOMPARE(statuses(*answers, 4), (QList<int>{204, 404, 0, 0}));
    }

    void refusesWhatIsNoAnswer_data()
    {
        QTest::addColumn<QByteArray>("type");
        QTest::addColumn<QByteArray>("body");
        const QByteArray usual = part(noContent) + part(missing) + end;
        QTest::newRow("no boundary") << QByteArray("multipart/mixed") << usual;
        QTest::newRow("an empty boundary") << QByteArray("multipart/mixed; boundary=\"\"") << usual;
        QTest::newRow("half a boundary") << QByteArray("multipart/mixed; boundary=\"batchresponse_1") << usual;
        QTest::newRow("another boundary") << QByteArray("multipart/mixed; boundary=other") << usual;
        QTest::newRow("nothing") << multipart << QByteArray();
        QTest::newRow("not closed") << multipart << usual.chopped(end.size());
        QTest::newRow("more than was sent") << multipart << part(noContent) + part(noContent) + usual;
        QTest::newRow("a part without content") << multipart << part(noContent) + part("") + end;
        QTest::newRow("a part that is no answer") << multipart << part("<html></html>") + end;
        QTest::newRow("a status of letters") << multipart << part("HTTP/1.1 OK\r\n\r\n") + end;
        QTest::newRow("a status of four digits") << multipart << part("HTTP/1.1 2040 X\r\n\r\n") + end;
        QTest::newRow("a boundary in the middle of a body")
            << multipart << part(noContent) + part(missing + "\r\n--batchresponse_1\r\nX: y") + end;
        QTest::newRow("a change set in a change set")
            << multipart
            << QByteArray("--batchresponse_1\r\nContent-Type: multipart/mixed; boundary=a\r\n\r\n--a\r\n"
                          "Content-Type: multipart/mixed; boundary=b\r\n\r\n--b--\r\n--a--\r\n") +
                   end;
        QTest::newRow("a change set that nobody sent") << multipart << changeSet("1", "2") + end;
    }

    void refusesWhatIsNoAnswer()
    {
        QFETCH(const QByteArray, type);
        QFETCH(const QByteArray, body);
        const Result<BatchAnswers> answers = BatchAnswers::read(replyOf(body, type), plain(2));
        QVERIFY(!answers);
        QCOMPARE(answers.error().kind, Error::Kind::BadReply);
        QVERIFY(!answers.error().message.isEmpty());
        QVERIFY(!answers.error().fix.isEmpty());
    }

    void refusesAnswersThatBelongToNothing()
    {
        QVERIFY(!BatchAnswers::read(replyOf(part(noContent) + changeSet("1", "1") + end), mixed()));
        QVERIFY(!BatchAnswers::read(replyOf(part(noContent) + changeSet("1", "7") + end), mixed()));
        QVERIFY(!BatchAnswers::read(replyOf(part(noContent) + changeSet("x", "2") + end), mixed()));
        // A success cannot be one for two.
        QVERIFY(!BatchAnswers::read(replyOf(part(noContent) + part(noContent) + end), mixed()));
    }

    void aRefusalOfTheWholeIsItsError()
    {
        const QByteArray json = "application/json; odata.metadata=minimal";
        const QByteArray body = "{\"error\":{\"code\":\"0x80072322\",\"message\":\"Number of requests\"}}";
        const Result<BatchAnswers> throttled = BatchAnswers::read(replyOf(body, json, 429), plain(1));
        QVERIFY(!throttled);
        QCOMPARE(throttled.error().kind, Error::Kind::Throttled);
        QCOMPARE(throttled.error().code, u"0x80072322"_s);
        const Result<BatchAnswers> html = BatchAnswers::read(replyOf("<html>", "text/html", 200), plain(1));
        QVERIFY(!html);
        QCOMPARE(html.error().kind, Error::Kind::BadReply);
        QVERIFY(!BatchAnswers::read(replyOf({}, {}, 200), plain(1)));
    }

    /// Whatever arrives: an error or answers that point into what arrived, and never more than was asked.
    void survivesHostileAnswers()
    {
        const QByteArray usual = part(missing) + changeSet("1", "2") + part(noContent) + end;
        const Batch sent = mixed();
        QRandomGenerator random(7);
        const QList<QByteArray> pieces{"--batchresponse_1",
                                       "--batchresponse_1--",
                                       "\r\n--batchresponse_1\r\n",
                                       "\r\n--cs_9--\r\n",
                                       "\n",
                                       "\r",
                                       "\r\n\r\n",
                                       "HTTP/1.1 200 OK\r\n",
                                       "Content-Type: multipart/mixed; boundary=batchresponse_1\r\n",
                                       "Content-Length: -1\r\n",
                                       QByteArray(1, '\0'),
                                       "\xff\xfe",
                                       ":"};
        int readable = 0;
        int unreadable = 0;
        const auto check = [&](const QByteArray &body) {
            const net::Reply reply = replyOf(body);
            const Result<BatchAnswers> answers = BatchAnswers::read(reply, sent);
            ++(answers ? readable : unreadable);
            if (!answers) {
                QCOMPARE(answers.error().kind, Error::Kind::BadReply);
                return;
            }
            for (int i = 0; i < sent.places.size(); ++i) {
                const BatchPart *found = answers->at(i);
                if (!found)
                    continue;
                QVERIFY(found->status >= 100 && found->status < 600);
                QVERIFY(isWithin(found->body, body) && isWithin(found->headers, body) &&
                        isWithin(found->contentId, body));
                QCOMPARE(found->toReply().status, found->status);
            }
        };
        for (qsizetype size = 0; size <= usual.size(); ++size)
            check(usual.first(size));
        for (int round = 0; round < 20'000; ++round) {
            QByteArray body = usual;
            for (int change = random.bounded(1, 5); change > 0; --change) {
                const auto at = qsizetype(random.bounded(int(body.size())));
                switch (random.bounded(4)) {
                case 0:
                    body[at] = char(random.bounded(256));
                    break;
                case 1:
                    body.remove(at, random.bounded(1, 60));
                    break;
                case 2:
                    body.insert(at, pieces.at(random.bounded(int(pieces.size()))));
                    break;
                default:
                    body.insert(at, body.mid(random.bounded(int(body.size())), 80));
                }
                if (body.isEmpty())
                    body = "x";
            }
            check(body);
        }
        QVERIFY(readable > 100);
        QVERIFY(unreadable > 1'000);
    }
};

QTEST_GUILESS_MAIN(TestBatch)
#include "tst_batch.moc"
