#include "engine/csvreport.h"
#include "engine/runreport.h"
#include "store/runfile.h"
#include "store/runjournal.h"
#include "support/finish.h"

#include <QBuffer>
#include <QFileInfo>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QRegularExpression>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using engine::ReportFormat;
using engine::ReportJob;
using engine::ReportOptions;
using engine::ReportWritten;
using store::Planned;
using store::RunItem;
using store::RunWrite;
using support::finishOf;

namespace {

/// Accepts so many bytes, like a disk that is full then.
class FullDevice : public QBuffer
{
public:
    qint64 left = 0;

protected:
    qint64 writeData(const char *data, qint64 size) override
    {
        if (size > left) {
            setErrorString(u"No space left on device"_s);
            return -1;
        }
        left -= size;
        return QBuffer::writeData(data, size);
    }
};

RunWrite someWrite(int number)
{
    return {.table = u"contact"_s,
            .entitySet = u"contacts"_s,
            .rowId = u"0a0a0a0a-0000-0000-0000-%1"_s.arg(number, 12, 10, QLatin1Char('0')),
            .rowName = u"Zoë Müller %1"_s.arg(number),
            .before = "{\"donotbulkemail\":true,\"_cb_brand_value\":null}",
            .after = "{\"donotbulkemail\":false,\"cb_Brand@odata.bind\":\"/cb_brands(1)\"}"};
}

RunItem someItem(const QString &person, Planned planned = Planned::Update)
{
    RunItem item{.person = person,
                 .sourceId = u"user-of-"_s + person,
                 .eventTime = QDateTime({2026, 11, 20}, {9, 58, 12, 7}, Qt::UTC),
                 .planned = planned};
    if (!store::isWrite(planned)) {
        item.reason = u"There is no matching row."_s;
        return item;
    }
    static int number = 0;
    item.writes << someWrite(++number);
    if (planned == Planned::Create) {
        item.writes.first().action = RunWrite::Action::Create;
        item.writes.first().condition = RunWrite::Condition::CreateOnly;
        item.writes.first().before.clear();
        item.effects = store::Effect::CreatesRow;
    }
    return item;
}

/// RFC 4180, strictly: any other quote, or a line end that is not CR LF, is a problem.
QList<QStringList> parseCsv(const QByteArray &bytes, bool *isOk)
{
    QList<QStringList> lines;
    QStringList line;
    const QString text = QString::fromUtf8(bytes.startsWith("\xEF\xBB\xBF") ? bytes.sliced(3) : bytes);
    *isOk = true;
    for (qsizetype i = 0; i < text.size();) {
        QString field;
        if (text[i] == u'"') {
            for (++i; i < text.size(); ++i) {
                if (text[i] != u'"') {
                    field += text[i];
                } else if (i + 1 < text.size() && text[i + 1] == u'"') {
                    field += text[i++];
                } else {
                    ++i;
                    break;
                }
            }
        } else {
            while (i < text.size() && text[i] != u',' && text[i] != u'\r') {
                *isOk = *isOk && text[i] != u'"' && text[i] != u'\n';
                field += text[i++];
            }
        }
        line << field;
        if (i < text.size() && text[i] == u',') {
            ++i;
            continue;
        }
        *isOk = *isOk && i + 1 < text.size() && text[i] == u'\r' && text[i + 1] == u'\n';
        i += 2;
        lines << line;
        line.clear();
    }
    return lines;
}

} // namespace

class TestRunReport : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_file.reset();
        m_folder = std::make_unique<QTemporaryDir>();
        auto file = store::RunFile::create(store::RunPlace::file(m_folder->filePath(u"plan.cbplan"_s)),
                                           {.dataverseOrganization = u"org-dv"_s,
                                            .didomiOrganization = u"org-di"_s,
                                            .profileId = u"p-1"_s,
                                            .profileName = u"Grüße & <b>Co</b>"_s,
                                            .host = u"org1.crm4.dynamics.com"_s,
                                            .table = u"contact"_s,
                                            .mode = u"legacy"_s,
                                            .regulation = u"gdpr"_s,
                                            .madeAt = QDateTime({2026, 11, 21}, {8, 0}, Qt::UTC),
                                            .scope = "{\"people\":[\"jane@example.com\",\"joe\"],\"whom\":\"people\"}",
                                            .source = u"Two people, from Didomi."_s,
                                            .fingerprint = {}});
        QVERIFY(file);
        m_file = std::move(*file);
    }

    void knowsItsFormats()
    {
        for (const ReportFormat format : {ReportFormat::Csv, ReportFormat::Json, ReportFormat::Html}) {
            const QString word = engine::reportFormatWord(format);
            QCOMPARE(engine::reportFormatFromWord(word.toUpper()), format);
            QCOMPARE(engine::reportFormatOfFile(u"/a.b/report."_s + word), format);
        }
        QCOMPARE(engine::reportFormatOfFile(u"x.HTM"_s), ReportFormat::Html);
        QVERIFY(!engine::reportFormatFromWord(u"pdf"_s));
        QVERIFY(!engine::reportFormatOfFile(u"csv"_s + u".txt"_s));
    }

    void neutralisesFormulas_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QByteArray>("field");
        QTest::newRow("plain") << u"Müller"_s << QByteArray("Müller");
        QTest::newRow("empty") << QString() << QByteArray();
        QTest::newRow("formula") << u"=1+1"_s << QByteArray("'=1+1");
        QTest::newRow("command") << u"=cmd|' /C calc'!A0"_s << QByteArray("'=cmd|' /C calc'!A0");
        QTest::newRow("plus") << u"+49 151"_s << QByteArray("'+49 151");
        QTest::newRow("minus") << u"-1"_s << QByteArray("'-1");
        QTest::newRow("at") << u"@SUM(A1)"_s << QByteArray("'@SUM(A1)");
        QTest::newRow("tab") << u"\t=1"_s << QByteArray("\"'\t=1\"");
        QTest::newRow("carriage return") << u"\r=1"_s << QByteArray("\"'\r=1\"");
        QTest::newRow("wide") << u"＝1"_s << QByteArray("'＝1");
        QTest::newRow("in the middle") << u"a=1"_s << QByteArray("a=1");
        QTest::newRow("quotes") << u"say \"hi\""_s << QByteArray("\"say \"\"hi\"\"\"");
        QTest::newRow("formula with quotes")
            << u"=HYPERLINK(\"x\",\"y\")"_s << QByteArray("\"'=HYPERLINK(\"\"x\"\",\"\"y\"\")\"");
        QTest::newRow("comma") << u"a,b"_s << QByteArray("\"a,b\"");
        QTest::newRow("semicolon") << u"a;b"_s << QByteArray("\"a;b\"");
        QTest::newRow("lines") << u"a\nb"_s << QByteArray("\"a\nb\"");
    }

    void neutralisesFormulas()
    {
        QFETCH(QString, text);
        QTEST(engine::csvField(text), "field");
    }

    void writesALineForEachWrite()
    {
        RunItem two = someItem(u"=HYPERLINK(\"http://x\")"_s);
        two.writes << someWrite(1'000);
        two.writes.last().rowName = u"line 1\nline 2, \"quoted\""_s;
        RunItem left = someItem(u"-left"_s, Planned::Skipped);
        QVERIFY(m_file->append({two, left, someItem(u"ünïcödé"_s, Planned::Create)}, {}));
        QVERIFY(m_file->finishPlanning());

        bool isOk = false;
        const QByteArray bytes = reportOf(ReportFormat::Csv);
        QVERIFY(bytes.startsWith("\xEF\xBB\xBFitem,person,"));
        const auto lines = parseCsv(bytes, &isOk);
        QVERIFY(isOk);
        QCOMPARE(lines.size(), 1 + 2 + 1 + 1);
        for (const QStringList &line : lines)
            QCOMPARE(line.size(), lines.first().size());
        const auto field = [&lines](qsizetype line, const QString &name) {
            return lines.at(line).at(lines.first().indexOf(name));
        };
        QCOMPARE(field(1, u"person"_s), u"'=HYPERLINK(\"http://x\")"_s);
        QCOMPARE(field(1, u"planned"_s), u"update"_s);
        QCOMPARE(field(1, u"outcome"_s), QString());
        QCOMPARE(field(1, u"choice_time"_s), u"2026-11-20T09:58:12.007Z"_s);
        QCOMPARE(field(2, u"row_name"_s), u"line 1\nline 2, \"quoted\""_s);
        QCOMPARE(field(2, u"before"_s), QString::fromUtf8(someWrite(1).before));
        QCOMPARE(field(3, u"person"_s), u"'-left"_s);
        QCOMPARE(field(3, u"outcome"_s), u"skipped"_s);
        QCOMPARE(field(3, u"item_reason"_s), u"There is no matching row."_s);
        QCOMPARE(field(3, u"write"_s), QString());
        QCOMPARE(field(4, u"person"_s), u"ünïcödé"_s);
        QCOMPARE(field(4, u"action"_s), u"create"_s);
        QCOMPARE(field(4, u"effects"_s), u"creates-row"_s);
    }

    void tellsHowEachWriteEnded()
    {
        carryOutSome();
        const QJsonObject report = jsonReport();
        QCOMPARE(report[u"state"_s].toString(), u"running"_s);
        const QJsonArray items = report[u"items"_s].toArray();
        QCOMPARE(items.size(), 5);
        QCOMPARE(items[0][u"outcome"_s].toString(), u"updated"_s);
        const QJsonValue rejected = items[1][u"writes"_s][0];
        QCOMPARE(items[1][u"outcome"_s].toString(), u"rejected"_s);
        QCOMPARE(rejected[u"outcome"_s].toString(), u"rejected"_s);
        QCOMPARE(rejected[u"reason"_s].toString(), u"Zoë’s row is <locked>."_s);
        QCOMPARE(rejected[u"code"_s].toString(), u"0x80040217"_s);
        QCOMPARE(rejected[u"request_id"_s].toString(), u"req-1"_s);
        QCOMPARE(rejected[u"attempts"_s].toInt(), 1);
        QVERIFY(rejected[u"ended_at"_s].toString().endsWith(u'Z'));
        QCOMPARE(items[2][u"outcome"_s].toString(), u"created"_s);
        QCOMPARE(items[2][u"writes"_s][0][u"row"_s].toString(), u"abcdef00-0000-0000-0000-000000000001"_s);
        QCOMPARE(items[3][u"selected"_s].toBool(), false);
        QVERIFY(items[3][u"outcome"_s].isNull());
        QCOMPARE(items[4][u"writes"_s][0][u"open"_s].toBool(), true);
        const QJsonObject counts = report[u"counts"_s].toObject();
        QCOMPARE(counts[u"planned"_s].toInt(), 5);
        QCOMPARE(counts[u"updated"_s].toInt(), 1);
        QCOMPARE(counts[u"rejected"_s].toInt(), 1);
        QCOMPARE(counts[u"open"_s].toInt(), 1);

        // Once more, and this time it works.
        store::RunJournal journal(*m_file);
        QCOMPARE(*journal.retryFailed(), 1);
        const auto batch = journal.claim(u"w2"_s, 10, 1min);
        QVERIFY(batch);
        QCOMPARE(jsonReport()[u"items"_s][1][u"writes"_s][0][u"open"_s].toBool(), true);
        QVERIFY(journal.settle(batch->id, u"w2"_s, store::Fate::AsPlanned));
        const QJsonValue again = jsonReport()[u"items"_s][1];
        QCOMPARE(again[u"outcome"_s].toString(), u"updated"_s);
        QCOMPARE(again[u"writes"_s][0][u"attempts"_s].toInt(), 2);
        QCOMPARE(again[u"writes"_s][0][u"reason"_s].toString(), QString());
    }

    void writesAPageForPeople()
    {
        carryOutSome();
        const QString page = QString::fromUtf8(reportOf(ReportFormat::Html));
        QVERIFY(page.startsWith(u"<!DOCTYPE html>\n<html lang=\"en\">"_s));
        QVERIFY(page.contains(u"Grüße &amp; &lt;b&gt;Co&lt;/b&gt;"_s));
        QVERIFY(!page.contains(u"<b>"_s));
        QVERIFY(page.contains(u"Zoë’s row is &lt;locked&gt;."_s));
        QVERIFY(page.contains(u"0x80040217"_s));
        QVERIFY(page.contains(u"prefers-color-scheme:dark"_s));
        QVERIFY(page.contains(u"donotbulkemail: true → false"_s));
        QVERIFY(page.contains(u"cb_Brand: null → &quot;/cb_brands(1)&quot;"_s));
        QVERIFY(page.contains(u"&lt;script&gt;alert(1)&lt;/script&gt;"_s));
        for (const QString &foreign : {u"<script"_s, u"http"_s, u"src="_s, u"@import"_s, u"url("_s})
            QVERIFY2(!page.contains(foreign), qPrintable(foreign));
        // Every element that is opened is closed, in order.
        QStringList open;
        static const QRegularExpression tag(u"<(/?)([a-z][a-z0-9]*)[^>]*>"_s);
        for (auto it = tag.globalMatch(page); it.hasNext();) {
            const auto match = it.next();
            const QString name = match.captured(2);
            if (name == "meta"_L1 || name == "br"_L1)
                continue;
            if (match.captured(1).isEmpty()) {
                open << name;
            } else {
                QVERIFY(!open.isEmpty());
                QCOMPARE(open.takeLast(), name);
            }
        }
        QVERIFY(open.isEmpty());
    }

    void keepsPeopleToItself_data()
    {
        QTest::addColumn<ReportFormat>("format");
        QTest::newRow("CSV") << ReportFormat::Csv;
        QTest::newRow("JSON") << ReportFormat::Json;
        QTest::newRow("HTML") << ReportFormat::Html;
    }

    void keepsPeopleToItself()
    {
        QFETCH(ReportFormat, format);
        carryOutSome();
        const QByteArray plain = reportOf(format);
        const QByteArray masked = reportOf(format, {.maskPersons = true});
        QVERIFY(plain.contains("anna"));
        QVERIFY(!masked.contains("anna"));
        for (const char *tell : {"Müller", "0a0a0a0a", "abcdef00", "user-of", "jane@example.com", "cb_brands"})
            QVERIFY2(!masked.contains(tell), tell);
        QVERIFY(masked.contains("rejected"));
    }

    void reportsAnEmptyPlan_data() { keepsPeopleToItself_data(); }

    void reportsAnEmptyPlan()
    {
        QFETCH(ReportFormat, format);
        const QByteArray bytes = reportOf(format); // not even finished
        QVERIFY(!bytes.isEmpty());
        if (format == ReportFormat::Json) {
            QCOMPARE(QJsonDocument::fromJson(bytes).object()[u"items"_s].toArray().size(), 0);
            QCOMPARE(QJsonDocument::fromJson(bytes).object()[u"head"_s][u"scope"_s][u"people"_s].toArray().size(), 2);
        }
        if (format == ReportFormat::Csv)
            QCOMPARE(bytes.count("\r\n"), 1);
    }

    void showsOnlyTheFirstOfVeryMany()
    {
        QList<RunItem> items;
        for (int i = 0; i < 2'500; ++i) {
            items << someItem(u"p%1"_s.arg(i), i % 2 == 0 ? Planned::Conflict : Planned::Skipped);
            items.last().reason = u"Reason %1."_s.arg(i); // more than are told apart
        }
        QVERIFY(m_file->append(items, {}));
        QVERIFY(m_file->finishPlanning());
        const QByteArray page = reportOf(ReportFormat::Html);
        QVERIFY(page.contains("<td>p999</td>"));
        QVERIFY(!page.contains("<td>p1001</td>")); // an odd one: not among those that failed
        QVERIFY(page.contains("<td>p1998</td>"));  // the thousandth that failed
        QVERIFY(!page.contains("<td>p2000</td>"));
        QVERIFY(page.size() < 1'000'000);
    }

    void goesOnInSteps()
    {
        QList<RunItem> items;
        for (int i = 0; i < 3'000; ++i)
            items << someItem(u"p%1"_s.arg(i));
        QVERIFY(m_file->append(items, {}));
        const QString path = m_folder->filePath(u"report.json"_s);
        auto *job = ReportJob::start(*m_file, ReportFormat::Json, path, {}, this);
        QSignalSpy steps(job, &ReportJob::advanced);
        const auto written = finishOf(job);
        QVERIFY(written);
        QCOMPARE(*written, (ReportWritten{.items = 3'000, .writes = 3'000}));
        QVERIFY(steps.size() >= 6);
        const auto last = steps.last().first().value<engine::RunProgress>();
        QCOMPARE(last.done, 3'000);
        QCOMPARE(last.total, 3'000);
        QFile file(path);
        QVERIFY(file.open(QIODevice::ReadOnly));
        QCOMPARE(file.permissions() & (QFileDevice::ReadGroup | QFileDevice::ReadOther), QFileDevice::Permissions());
        QByteArray atOnce = reportOf(ReportFormat::Json);
        QCOMPARE(file.readAll(), atOnce);
        QCOMPARE(QJsonDocument::fromJson(atOnce).object()[u"items"_s].toArray().size(), 3'000);
    }

    void leavesWhatWasThereWhenStopped()
    {
        QList<RunItem> items;
        for (int i = 0; i < 2'000; ++i)
            items << someItem(u"p%1"_s.arg(i));
        QVERIFY(m_file->append(items, {}));
        const QString path = m_folder->filePath(u"report.csv"_s);
        {
            QFile old(path);
            QVERIFY(old.open(QIODevice::WriteOnly));
            old.write("old");
        }
        auto *job = ReportJob::start(*m_file, ReportFormat::Csv, path, {}, this);
        connect(job, &ReportJob::advanced, job, [job](const engine::RunProgress &progress) {
            if (progress.done >= 1'000)
                job->cancel();
        });
        const auto written = finishOf(job);
        QVERIFY(!written);
        QCOMPARE(written.error().kind, core::Error::Kind::Cancelled);
        QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
        QFile there(path);
        QVERIFY(there.open(QIODevice::ReadOnly));
        QCOMPARE(there.readAll(), "old");
        QCOMPARE(QDir(m_folder->path()).entryList({u"report*"_s}, QDir::Files).size(), 1);
    }

    void tellsWhenItCannotBeWritten()
    {
        QVERIFY(m_file->append({someItem(u"p"_s)}, {}));
        const QString nowhere = m_folder->filePath(u"no/such/folder/report.csv"_s);
        const auto lost = finishOf(ReportJob::start(*m_file, ReportFormat::Csv, nowhere, {}, this));
        QVERIFY(!lost);
        QCOMPARE(lost.error().kind, core::Error::Kind::Storage);
        QVERIFY(lost.error().message.contains(nowhere));
        QVERIFY(!lost.error().fix.isEmpty());

        const qint64 whole = reportOf(ReportFormat::Json).size();
        for (const qint64 left : {qint64(0), qint64(200), whole - 1}) {
            FullDevice device;
            device.left = left;
            QVERIFY(device.open(QIODevice::WriteOnly));
            const auto full = engine::writeReport(*m_file, ReportFormat::Json, device);
            QVERIFY(!full);
            QCOMPARE(full.error().kind, core::Error::Kind::Storage);
            QCOMPARE(full.error().detail, u"No space left on device"_s);
        }
    }

    void forgetsWhoWasErased()
    {
        carryOutSome();
        QCOMPARE(*m_file->erasePerson(u"anna"_s), 1);
        for (const ReportFormat format : {ReportFormat::Csv, ReportFormat::Json, ReportFormat::Html})
            QVERIFY(!reportOf(format).contains("anna"));
        QCOMPARE(jsonReport()[u"items"_s].toArray().size(), 5);
    }

private:
    QByteArray reportOf(ReportFormat format, const ReportOptions &options = {})
    {
        QBuffer buffer;
        buffer.open(QIODevice::WriteOnly);
        const auto written = engine::writeReport(*m_file, format, buffer, options);
        if (!written)
            qWarning("%s", qPrintable(written.error().toLine()));
        return buffer.data();
    }

    QJsonObject jsonReport()
    {
        QJsonParseError problem;
        const auto document = QJsonDocument::fromJson(reportOf(ReportFormat::Json), &problem);
        if (problem.error != QJsonParseError::NoError)
            qWarning("%s", qPrintable(problem.errorString()));
        return document.object();
    }

    /// Updated, rejected, created, ticked out, and on its way.
    void carryOutSome()
    {
        RunItem anna = someItem(u"anna"_s);
        anna.effects = store::Effect::NewlyPermits;
        QVERIFY(m_file->append({anna, someItem(u"<script>alert(1)</script>"_s), someItem(u"new"_s, Planned::Create),
                                someItem(u"out"_s), someItem(u"open"_s)},
                               {}));
        QVERIFY(m_file->finishPlanning());
        const auto out = m_file->itemOf(u"out"_s);
        QVERIFY(out && *out);
        QCOMPARE(*m_file->setTicked((*out)->id, false), 1);
        QVERIFY(m_file->setState(store::RunState::Running));
        store::RunJournal journal(*m_file);
        const auto batch = journal.claim(u"w1"_s, 3, 1min);
        QVERIFY(batch);
        QCOMPARE(batch->items.size(), 3);
        QVERIFY(journal.settle(batch->id, u"w1"_s, store::Fate::AsPlanned,
                               {{.write = batch->items[1].writes[0].id,
                                 .fate = store::Fate::Rejected,
                                 .reason = u"Zoë’s row is <locked>."_s,
                                 .code = u"0x80040217"_s,
                                 .requestId = u"req-1"_s},
                                {.write = batch->items[2].writes[0].id,
                                 .fate = store::Fate::Created,
                                 .rowId = u"abcdef00-0000-0000-0000-000000000001"_s}}));
        QCOMPARE(journal.claim(u"w1"_s, 3, 1min)->items.size(), 1);
    }

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<store::RunFile> m_file;
};

QTEST_GUILESS_MAIN(TestRunReport)

#include "tst_runreport.moc"
