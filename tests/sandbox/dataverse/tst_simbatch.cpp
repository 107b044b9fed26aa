#include "rig.h"

#include <QTest>

using namespace Qt::StringLiterals;

namespace {

struct Part {
    int status = 0;
    QByteArray contentId = {};
    QByteArray body = {};
};

/// Takes a multipart answer apart; the parts of a change set stand in the same list.
QList<Part> partsOf(const Answer &answer)
{
    QList<Part> parts;
    for (const QByteArray &piece : [&] {
             QByteArray text = answer.response.body;
             text.replace("--changesetresponse_", "--batchresponse_");
             QList<QByteArray> pieces;
             for (qsizetype at = text.indexOf("--batchresponse_"); at >= 0;) {
                 const qsizetype next = text.indexOf("--batchresponse_", at + 1);
                 pieces << text.mid(at, next < 0 ? -1 : next - at);
                 at = next;
             }
             return pieces;
         }()) {
        const qsizetype line = piece.indexOf("HTTP/1.1 ");
        if (line < 0)
            continue;
        Part part{.status = piece.mid(line + 9, 3).toInt(),
                  .body = piece.mid(piece.indexOf("\r\n\r\n", line) + 4).trimmed()};
        if (const qsizetype id = piece.indexOf("Content-ID: "); id >= 0 && id < line)
            part.contentId = piece.mid(id + 12, piece.indexOf("\r\n", id) - id - 12);
        parts << part;
    }
    return parts;
}

QByteArray statuses(const Answer &answer)
{
    QByteArray text;
    for (const Part &part : partsOf(answer))
        text += (text.isEmpty() ? "" : " ") + QByteArray::number(part.status);
    return text;
}

QByteArray operation(const QByteArray &requestLine, const QByteArray &body = {}, const QByteArray &headers = {},
                     const QByteArray &contentId = {})
{
    QByteArray text = "Content-Type: application/http\r\nContent-Transfer-Encoding: binary\r\n";
    if (!contentId.isEmpty())
        text += "Content-ID: " + contentId + "\r\n";
    text += "\r\n" + requestLine + " HTTP/1.1\r\n" + headers;
    if (!body.isEmpty())
        text += "Content-Type: application/json; type=entry\r\n";
    return text + "\r\n" + body + "\r\n";
}

QByteArray multipart(const QByteArray &boundary, const QList<QByteArray> &parts)
{
    QByteArray text;
    for (const QByteArray &part : parts)
        text += "--" + boundary + "\r\n" + part;
    return text + "--" + boundary + "--\r\n";
}

QByteArray changeSet(const QList<QByteArray> &operations)
{
    return "Content-Type: multipart/mixed; boundary=\"changeset_7\"\r\n\r\n" + multipart("changeset_7", operations);
}

Answer send(Rig &rig, const QByteArray &body, bool continueOnError = false)
{
    httpd::Headers headers{{"Content-Type", "multipart/mixed; boundary=\"batch_1\""}};
    if (continueOnError)
        headers.emplaceBack("Prefer", "odata.continue-on-error");
    return rig.post("$batch", body, headers);
}

const QByteArray base = "/api/data/v9.2/";
const QByteArray nobody = "PATCH /api/data/v9.2/contacts(new_didomiuserid='nobody')";
const QByteArray mustExist = "If-Match: *\r\n";

} // namespace

class TestSimBatch : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void runsInOrder()
    {
        Rig rig;
        const Answer answer = send(
            rig, multipart("batch_1", {operation("PATCH " + base + rig.byId(), json("{'jobtitle':'Baker'}"), mustExist),
                                       operation("GET http://127.0.0.1:9" + base + rig.byId() + "?$select=jobtitle"),
                                       operation("GET contacts/$count"), // relative to the service
                                       operation("DELETE " + base + rig.byId())}));
        QCOMPARE(answer.status(), 200);
        QVERIFY(answer.header("Content-Type").startsWith("multipart/mixed; boundary=batchresponse_"));
        QCOMPARE(statuses(answer), "204 200 200 204");
        QCOMPARE(QJsonDocument::fromJson(partsOf(answer).at(1).body)["jobtitle"_L1].toString(), u"Baker"_s);
        QCOMPARE(partsOf(answer).at(2).body, "40");
        QCOMPARE(rig.dataverse.contactCount(), 39);
        QVERIFY(!QByteArray(answer.response.body).replace("\r\n", "").contains('\n'));
    }

    void errorsEndItOrDoNot_data()
    {
        QTest::addColumn<bool>("continues");
        QTest::addColumn<int>("status");
        QTest::addColumn<QByteArray>("parts");
        QTest::addColumn<bool>("reachesTheLast");
        QTest::newRow("ends") << false << 404 << QByteArray("204 404") << false;
        QTest::newRow("continues") << true << 200 << QByteArray("204 404 204") << true;
    }

    void errorsEndItOrDoNot()
    {
        QFETCH(bool, continues);
        QFETCH(int, status);
        QFETCH(QByteArray, parts);
        QFETCH(bool, reachesTheLast);
        Rig rig;
        const Answer answer =
            send(rig,
                 multipart("batch_1", {operation("PATCH " + base + rig.byId(0), json("{'jobtitle':'A'}"), mustExist),
                                       operation(nobody, "{}", mustExist),
                                       operation("PATCH " + base + rig.byId(1), json("{'jobtitle':'B'}"), mustExist)}),
                 continues);
        QCOMPARE(answer.status(), status);
        QCOMPARE(statuses(answer), parts);
        QVERIFY(partsOf(answer).at(1).body.contains("0x80060891"));
        QCOMPARE(rig.stored(u"jobtitle"_s, 0).toString(), u"A"_s); // what came before stays done
        QCOMPARE(rig.stored(u"jobtitle"_s, 1).toString(), reachesTheLast ? u"B"_s : QString());
    }

    void aChangeSetIsAllOrNothing()
    {
        Rig rig;
        const QByteArray first = operation("PATCH " + base + rig.byId(0), json("{'jobtitle':'A'}"), mustExist, "1");
        const Answer good =
            send(rig, multipart("batch_1", {changeSet({first, operation("POST " + base + "contacts",
                                                                        json("{'lastname':'Lee'}"), {}, "2")}),
                                            operation("GET " + base + "WhoAmI")}));
        QCOMPARE(good.status(), 200);
        QCOMPARE(statuses(good), "204 204 200");
        QCOMPARE(partsOf(good).at(1).contentId, "2");
        QVERIFY(good.response.body.contains("boundary=changesetresponse_"));
        QCOMPARE(rig.stored(u"jobtitle"_s, 0).toString(), u"A"_s);

        const qsizetype before = rig.dataverse.contactCount();
        const Answer bad =
            send(rig,
                 multipart("batch_1",
                           {changeSet({operation("POST " + base + "contacts", json("{'lastname':'Lee'}"), {}, "1"),
                                       operation("PATCH " + base + rig.byId(1), json("{'jobtitle':'B'}"), {}, "2"),
                                       operation(nobody, "{}", mustExist, "3")}),
                            operation("PATCH " + base + rig.byId(2), json("{'jobtitle':'C'}"))}),
                 true);
        QCOMPARE(statuses(bad), "404 204"); // one answer for the whole set
        QVERIFY(!bad.response.body.contains("changesetresponse_"));
        QCOMPARE(rig.dataverse.contactCount(), before);
        QVERIFY(rig.stored(u"jobtitle"_s, 1).isUndefined());
        QCOMPARE(rig.stored(u"jobtitle"_s, 2).toString(), u"C"_s);
    }

    void referencesToWhatWasMade()
    {
        Rig rig;
        const QByteArray create =
            operation("POST " + base + "contacts", json("{'lastname':'First','new_didomiuserid':'first'}"), {}, "1");
        QCOMPARE(
            statuses(send(
                rig,
                multipart(
                    "batch_1",
                    {changeSet(
                        {create, operation("PATCH $1", json("{'jobtitle':'Head'}"), {}, "2"),
                         operation("POST " + base + "contacts",
                                   json("{'new_didomiuserid':'second','parentcustomerid_contact@odata.bind':'$1'}"), {},
                                   "3")})}))),
            "204 204 204");
        const QJsonObject first = *rig.dataverse.contact(u"first"_s);
        QCOMPARE(first.value(u"jobtitle"_s).toString(), u"Head"_s);
        QCOMPARE(rig.dataverse.contact(u"second"_s)->value(u"_parentcustomerid_value"_s), first.value(u"contactid"_s));
        const QByteArray lost = operation("PATCH " + base + rig.byId(), json("{'jobtitle':'Lost'}"), {}, "1");
        const Answer undeclared =
            send(rig, multipart("batch_1", {changeSet({lost, operation("PATCH $9", "{}", {}, "2")})}));
        QCOMPARE(undeclared.status(), 400);
        QCOMPARE(statuses(undeclared), "400");
        QVERIFY(rig.stored(u"jobtitle"_s).isUndefined()); // the set fails as a whole
    }

    void refusesWhatItCannotRead_data()
    {
        QTest::addColumn<QByteArray>("body");
        Rig rig;
        const QByteArray one = operation("PATCH " + base + rig.byId(), json("{'jobtitle':'A'}"), mustExist);
        const QByteArray good = multipart("batch_1", {one});
        QTest::newRow("line feeds alone") << QByteArray(good).replace("\r\n", "\n");
        QTest::newRow("one line feed alone") << QByteArray(good).replace("binary\r\n", "binary\n");
        QTest::newRow("no end of the last line") << good.chopped(2);
        QTest::newRow("last line with a line feed alone") << good.chopped(2) + '\n';
        QTest::newRow("not closed") << good.left(good.lastIndexOf("--batch_1--"));
        QTest::newRow("another boundary") << QByteArray(good).replace("--batch_1", "--batch_2");
        QTest::newRow("no request line") << QByteArray(good).replace(" HTTP/1.1", "");
        QTest::newRow("another content type") << QByteArray(good).replace("application/http", "text/plain");
        QTest::newRow("empty") << QByteArray(" ");
        QTest::newRow("a GET in a change set")
            << multipart("batch_1", {changeSet({operation("GET " + base + "WhoAmI", {}, {}, "1")})});
        QTest::newRow("too many") << multipart("batch_1", QList<QByteArray>(1001, one));
    }

    void refusesWhatItCannotRead()
    {
        QFETCH(QByteArray, body);
        Rig rig;
        const Answer answer = send(rig, body, true);
        QCOMPARE(answer.status(), 400);
        QVERIFY(!answer.code().isEmpty());                // JSON, no parts
        QVERIFY(rig.stored(u"jobtitle"_s).isUndefined()); // nothing ran
    }

    void noBatchInABatch()
    {
        Rig rig;
        QCOMPARE(statuses(send(rig, multipart("batch_1", {operation("POST " + base + "$batch", "{}")}))), "400");
        QCOMPARE(rig.post("$batch", "{}").status(), 400); // no multipart at all
    }

    void thousandOperations()
    {
        Rig rig;
        const Answer answer =
            send(rig, multipart("batch_1", QList<QByteArray>(1000, operation("PATCH " + base + rig.byKey(),
                                                                             json("{'jobtitle':'A'}"), mustExist))));
        QCOMPARE(answer.status(), 200);
        QCOMPARE(partsOf(answer).size(), 1000);
    }

    void bulk_data()
    {
        QTest::addColumn<QByteArray>("message");
        QTest::addColumn<QByteArray>("targets"); // %1, %2: the ids of two contacts; %k: the key of the first
        QTest::addColumn<int>("status");
        QTest::addColumn<QString>("code");
        const QByteArray type = "'@odata.type':'Microsoft.Dynamics.CRM.contact',";
        const auto row = [&](const char *name, const QByteArray &message, QByteArray targets, int status,
                             const QString &code = {}) {
            QTest::newRow(name) << message << targets.replace("{T", "{" + type) << status << code;
        };
        row("create", "CreateMultiple", "{T'lastname':'A','jobtitle':'X'},{T'lastname':'B','jobtitle':'X'}", 200);
        row("update", "UpdateMultiple", "{T'contactid':'%1','jobtitle':'X'},{T'contactid':'%2','jobtitle':'X'}", 204);
        row("upsert by key and by id", "UpsertMultiple",
            "{T'@odata.id':\"contacts(new_didomiuserid='fresh')\",'jobtitle':'X'},{T'contactid':'%1','jobtitle':'X'}",
            204);
        row("update of a missing row", "UpdateMultiple",
            "{T'contactid':'%1','jobtitle':'X'},{T'contactid':'aaaaaaaa-0000-4000-8000-000000000001','jobtitle':'X'}",
            404, u"0x80040217"_s);
        row("one bad value", "UpdateMultiple", "{T'contactid':'%1','jobtitle':'X'},{T'contactid':'%2','jobtitle':5}",
            400, u"0x80048d19"_s);
        row("no type", "UpdateMultiple", "{'contactid':'%1','jobtitle':'X'}", 400, u"0x80048d19"_s);
        row("another type", "UpdateMultiple", "{'@odata.type':'Microsoft.Dynamics.CRM.account','contactid':'%1'}", 400,
            u"0x80048d19"_s);
        row("no row named", "UpdateMultiple", "{T'jobtitle':'X'}", 400, u"0x80048d19"_s);
        row("the same row twice", "UpsertMultiple",
            "{T'@odata.id':\"contacts(new_didomiuserid='fresh')\"},{T'@odata.id':\"contacts(new_didomiuserid='FRESH')"
            "\"}",
            400, u"0x80040203"_s);
        row("the key among the columns", "UpsertMultiple",
            "{T'contactid':'%1','jobtitle':'X'},{T'@odata.id':\"contacts(new_didomiuserid='fresh')\",'new_didomiuserid'"
            ":'fresh'}",
            400, u"0x80040216"_s);
        row("a key that addresses cannot hold", "UpsertMultiple", "{T'@odata.id':\"contacts(new_didomiuserid='a+b')\"}",
            400, u"0x80060888"_s);
        row("taken id", "CreateMultiple", "{T'lastname':'A','jobtitle':'X'},{T'contactid':'%1'}", 412, u"0x80040237"_s);
    }

    void bulk()
    {
        QFETCH(QByteArray, message);
        QFETCH(QByteArray, targets);
        QFETCH(int, status);
        QFETCH(QString, code);
        Rig rig;
        targets.replace("%1", rig.id(0)).replace("%2", rig.id(1));
        // Key addresses hold single quotes themselves: only those outside double quotes become double ones.
        bool isInside = false;
        for (char &c : targets) {
            isInside ^= c == '"';
            c = c == '\'' && !isInside ? '"' : c;
        }
        const qsizetype before = rig.dataverse.contactCount();
        const Answer answer = rig.post("contacts/Microsoft.Dynamics.CRM." + message, "{\"Targets\":[" + targets + "]}");
        QCOMPARE(answer.code(), code);
        QCOMPARE(answer.status(), status);
        const qsizetype marked = rig.get("contacts?$select=contactid&$filter=jobtitle%20eq%20'X'").rows().size();
        QCOMPARE(marked, status < 300 ? 2 : 0); // all or none
        if (status >= 300)
            QCOMPARE(rig.dataverse.contactCount(), before);
        if (message == "CreateMultiple" && status == 200)
            QCOMPARE(answer["Ids"_L1].toArray().size(), 2);
    }

    void bulkIsOffered()
    {
        Rig rig;
        const auto isOffered = [&](const QByteArray &message, const QByteArray &table) {
            return rig
                .get("sdkmessagefilters?$select=sdkmessagefilterid&$filter=sdkmessageid/"
                     "name%20eq%20@m%20and%20primaryobjecttypecode%20eq%20@t&@m='" +
                     message + "'&@t='" + table + '\'')
                .rows()
                .size();
        };
        QCOMPARE(isOffered("UpdateMultiple", "contact"), 1);
        QCOMPARE(isOffered("CreateMultiple", "contact"), 1);
        QCOMPARE(isOffered("UpsertMultiple", "contact"), 0); // by design
        QCOMPARE(isOffered("UpdateMultiple", "account"), 0);
        QCOMPARE(rig.get("contacts/Microsoft.Dynamics.CRM.UpdateMultiple").status(), 405);
        QVERIFY(rig.faults.set(u"bulk"_s, u"missing"_s));
        QCOMPARE(isOffered("UpdateMultiple", "contact"), 0);
        QCOMPARE(isOffered("Update", "contact"), 1);
        QCOMPARE(rig.post("contacts/Microsoft.Dynamics.CRM.UpdateMultiple", json("{'Targets':[]}")).status(), 404);
    }
};

QTEST_GUILESS_MAIN(TestSimBatch)
#include "tst_simbatch.moc"
