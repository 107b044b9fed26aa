#include "engine/resyncworld.h"
#include "engine/testrun.h"
#include "engine/verifyrun.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QSignalSpy>
#include <QTest>
#include <QUuid>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using engine::Divergence;
using engine::VerifyJob;
using engine::VerifyReport;
using sandbox::Person;
using store::RunItem;
using store::RunWrite;
using support::finishOf;
using support::itemOf;

namespace {

const QString newsletter = u"new_newsletterconsent"_s;
const QDateTime chosenAt({2026, 11, 20}, {9, 0}, Qt::UTC);

} // namespace

class TestVerifyRun : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        m_world = std::make_unique<support::World>(sandbox::Options{.contacts = 80, .didomiRequestLimit = 0});
        QVERIFY(m_world->connect());
        m_bench = std::make_unique<support::ResyncBench>(*m_world);
    }

    void init()
    {
        m_file = newFile();
        QVERIFY(m_file);
    }

    void confirmsWhatWasWritten()
    {
        const QString brand = anyRowOf(u"new_brands"_s, u"new_brandid"_s);
        QVERIFY(!brand.isEmpty());
        const QByteArray bodies[] = {
            "{\"new_newsletterconsent\":true,\"donotbulkemail\":false}",
            "{\"description\":\"Zeile 1\\nZeile 2: „Grüße“, \\\"x\\\" \\\\ 🦉\"}",
            "{\"creditlimit\":12.50,\"new_score\":99.99,\"new_ratio\":0.1,\"new_counter\":7}",
            "{\"birthdate\":\"1980-02-29\",\"new_consentdate\":\"2026-11-20T10:00:00+01:00\"}",
            "{\"new_topics\":\"3,1\",\"new_newsletterfrequency\":100000001,\"nickname\":null}",
            "{\"new_FavouriteBrand@odata.bind\":\"/new_brands(BRAND)\"}",
        };
        QList<RunItem> items;
        for (int i = 0; i < int(std::size(bodies)); ++i) {
            QByteArray body = bodies[i];
            items << plainItem(i, body.replace("BRAND", brand.toUtf8()));
        }
        QVERIFY(m_file->append(items, {}));
        QVERIFY(carryOut(*m_world, *m_file));
        m_world->sentWrites();

        const auto report = verify();
        QVERIFY2(report, qPrintable(report ? QString() : report.error().toLine()));
        for (const Divergence &one : report->divergences)
            qWarning("%s: %s, not %s", qPrintable(one.column), qPrintable(one.says), qPrintable(one.wrote));
        QCOMPARE(report->written, 6);
        QCOMPARE(report->rows, 6);
        QCOMPARE(report->same, 6);
        QVERIFY(report->divergences.isEmpty());
        QCOMPARE(m_world->sentWrites(), 0);
    }

    void tellsWhatWasChanged()
    {
        QVERIFY(m_file->append({plainItem(0, "{\"new_newsletterconsent\":true,\"donotbulkemail\":true}"),
                                plainItem(1, "{\"new_newsletterconsent\":true}"), plainItem(2, "{\"nickname\":\"a\"}"),
                                plainItem(3, "{\"nickname\":\"b\"}")},
                               {}));
        QVERIFY(carryOut(*m_world, *m_file));
        QVERIFY(m_world->set(rowIdOf(0), u"donotbulkemail"_s, "false"));
        QVERIFY(m_world->set(rowIdOf(1), u"jobtitle"_s, "\"not ours\""));
        QVERIFY(m_world->set(rowIdOf(2), u"nickname"_s, "\"ä\""));
        QVERIFY(deleteRow(*m_world, table(), rowIdOf(3)));
        const auto report = verify();
        QVERIFY(report);
        QCOMPARE(report->rows, 4);
        QCOMPARE(report->same, 1);
        QCOMPARE(report->differ, 2);
        QCOMPARE(report->gone, 1);
        QCOMPARE(report->divergences.size(), 3);
        const Divergence &bulk = report->divergences.at(0);
        QCOMPARE(bulk.column, u"donotbulkemail"_s);
        QCOMPARE(bulk.person, m_world->person(Person::Case::Plain, 0));
        QCOMPARE(bulk.wrote, u"Do Not Allow (true)"_s);
        QCOMPARE(bulk.says, u"Allow (false)"_s);
        QCOMPARE(bulk.rowId, rowIdOf(0));
        QCOMPARE(bulk.table, u"contact"_s);
        QCOMPARE(report->divergences.at(1).says, u"ä"_s);
        const Divergence &gone = report->divergences.at(2);
        QVERIFY(gone.column.isEmpty());
        QVERIFY(!gone.says.isEmpty());
    }

    void takesTheLastWriteToARow()
    {
        // Two people of Didomi write the same row; the second one's word is what counts where both speak.
        const RunItem first = plainItem(5, "{\"new_newsletterconsent\":false,\"nickname\":\"one\",\"jobtitle\":\"j\"}");
        RunItem second = plainItem(5, "{\"new_newsletterconsent\":true,\"nickname\":\"two\"}");
        second.person = u"somebody else"_s;
        second.writes.first().condition = RunWrite::Condition::UpdateOnly;
        QVERIFY(m_file->append({first, second}, {}));
        QVERIFY(carryOut(*m_world, *m_file));
        auto report = verify();
        QVERIFY(report);
        QCOMPARE(report->written, 1);
        QCOMPARE(report->rows, 1);
        QCOMPARE(report->same, 1);

        QVERIFY(m_world->set(rowIdOf(5), u"jobtitle"_s, "null"));
        report = verify();
        QVERIFY(report);
        QCOMPARE(report->rows, 1);
        QCOMPARE(report->differ, 1);
        QCOMPARE(report->divergences.constFirst().column, u"jobtitle"_s);
        QCOMPARE(report->divergences.constFirst().person, u"somebody else"_s);
        QCOMPARE(report->divergences.constFirst().says, QString());
    }

    void looksOnlyAtWhatWasDone()
    {
        RunItem stale = plainItem(6, "{\"nickname\":\"never\"}");
        stale.writes.first().etag = u"W/\"1\""_s;
        RunItem left = plainItem(7, "{\"nickname\":\"left\"}");
        QVERIFY(m_file->append({stale, left, plainItem(8, "{\"nickname\":\"done\"}")}, {}));
        const auto item = m_file->itemOf(left.person);
        QVERIFY(item && *item);
        QVERIFY(m_file->setTicked((*item)->id, false));
        QVERIFY(carryOut(*m_world, *m_file));
        const auto report = verify();
        QVERIFY(report);
        QCOMPARE(report->rows, 1);
        QCOMPARE(report->same, 1);
    }

    void takesASample()
    {
        QList<RunItem> items;
        for (int i = 0; i < 12; ++i)
            items << plainItem(9 + i, "{\"nickname\":\"sampled\"}");
        QVERIFY(m_file->append(items, {}));
        QVERIFY(carryOut(*m_world, *m_file));
        for (int i = 0; i < 12; ++i)
            QVERIFY(m_world->set(rowIdOf(9 + i), u"nickname"_s, "\"changed\""));
        for (const int sample : {1, 3, 12, 500}) {
            const auto report = verify(sample);
            QVERIFY(report);
            const int seen = std::min(sample, 12);
            QCOMPARE(report->written, 12);
            QCOMPARE(report->rows, seen);
            QCOMPARE(report->differ, seen);
            QSet<qint64> writes;
            for (const Divergence &one : report->divergences)
                writes << one.write;
            QCOMPARE(writes.size(), seen);
            if (sample == 3) // from all over the run
                QCOMPARE(writes, (QSet<qint64>{3, 7, 11}));
        }
    }

    void findsWhatItCreated()
    {
        const QString id = QUuid::createUuid().toString(QUuid::WithoutBraces);
        RunItem item = itemOf(u"new-one"_s, chosenAt,
                              {{.table = u"contact"_s,
                                .entitySet = u"contacts"_s,
                                .action = RunWrite::Action::Create,
                                .rowId = id.toUpper(),
                                .condition = RunWrite::Condition::CreateOnly,
                                .after = "{\"lastname\":\"Ünal\",\"new_newsletterconsent\":true}"}});
        QVERIFY(m_file->append({item}, {}));
        QVERIFY(carryOut(*m_world, *m_file));
        const auto report = verify();
        QVERIFY(report);
        QCOMPARE(report->rows, 1);
        QCOMPARE(report->same, 1);
    }

    void goesOnWhenOneCannotBeCompared()
    {
        RunItem lost = plainItem(22, "{\"nickname\":\"fine\"}");
        QVERIFY(m_file->append({lost, plainItem(23, "{\"nickname\":\"fine\"}")}, {}));
        QVERIFY(m_file->finishPlanning());
        // A column that the table does not have any more: settled without having been sent.
        auto other = newFile();
        lost.writes.first().after = "{\"new_gone\":true}";
        QVERIFY(other->append({lost, plainItem(23, "{\"nickname\":null}")}, {}));
        QVERIFY(other->finishPlanning());
        QVERIFY(other->setState(store::RunState::Running));
        store::RunJournal journal(*other);
        const auto batch = journal.claim(u"w"_s, 10, 1min);
        QVERIFY(journal.settle(batch->id, u"w"_s, store::Fate::AsPlanned));
        const auto report = finishOf(VerifyJob::start(m_bench->workplace(), *other, 0, this));
        QVERIFY(report);
        QCOMPARE(report->rows, 2);
        QCOMPARE(report->unread, 1);
        QVERIFY(report->divergences.constFirst().says.contains(u"new_gone"_s));
    }

    void leavesOutWhoWasErased()
    {
        QVERIFY(m_file->append({plainItem(24, "{\"nickname\":\"x\"}"), plainItem(25, "{\"nickname\":\"y\"}")}, {}));
        QVERIFY(carryOut(*m_world, *m_file));
        QCOMPARE(*m_file->erasePerson(m_world->person(Person::Case::Plain, 24)), 1);
        const auto report = verify();
        QVERIFY(report);
        QCOMPARE(report->rows, 1);
        QCOMPARE(report->same, 1);
        QCOMPARE(report->erased, 1);
    }

    void refusesAnotherEnvironmentsRun()
    {
        auto file = store::RunFile::create(store::RunPlace::file(m_world->folder() + u"/foreign.cbplan"_s),
                                           {.dataverseOrganization = u"another"_s,
                                            .didomiOrganization = {},
                                            .profileId = {},
                                            .profileName = {},
                                            .host = u"other.example"_s,
                                            .table = u"contact"_s,
                                            .mode = {},
                                            .regulation = {},
                                            .madeAt = {},
                                            .scope = {},
                                            .source = {},
                                            .fingerprint = {}});
        QVERIFY(file);
        const auto report = finishOf(VerifyJob::start(m_bench->workplace(), **file, 0, this));
        QVERIFY(!report);
        QCOMPARE(report.error().kind, core::Error::Kind::Conflict);
        QVERIFY(report.error().message.contains(u"other.example"_s));
        QVERIFY(!report.error().fix.isEmpty());
    }

    void canBeStopped()
    {
        QVERIFY(m_file->append({plainItem(26, "{\"nickname\":\"x\"}")}, {}));
        QVERIFY(carryOut(*m_world, *m_file));
        auto *job = VerifyJob::start(m_bench->workplace(), *m_file, 0, this);
        connect(job, &VerifyJob::advanced, job, &VerifyJob::cancel);
        const auto report = finishOf(job);
        QVERIFY(!report);
        QCOMPARE(report.error().kind, core::Error::Kind::Cancelled);
    }

    void tellsHowFarItIs()
    {
        QVERIFY(m_file->append({plainItem(27, "{\"nickname\":\"x\"}"), plainItem(28, "{\"nickname\":\"x\"}")}, {}));
        QVERIFY(carryOut(*m_world, *m_file));
        auto *job = VerifyJob::start(m_bench->workplace(), *m_file, 0, this);
        QSignalSpy steps(job, &VerifyJob::advanced);
        QVERIFY(finishOf(job));
        const auto last = steps.constLast().constFirst().value<engine::RunProgress>();
        QCOMPARE(last.phase, engine::RunProgress::Phase::Verifying);
        QCOMPARE(last.done, 2);
        QCOMPARE(last.total, 2);
    }

private:
    std::unique_ptr<store::RunFile> newFile()
    {
        auto file = m_bench->create(u"run-%1.cbplan"_s.arg(++m_files), {});
        return file ? std::move(*file) : nullptr;
    }

    const mapping::Table &table() const { return m_world->surroundings().table; }

    QString rowIdOf(int plain) const { return m_world->rowOf(m_world->person(Person::Case::Plain, plain)).id; }

    RunItem plainItem(int plain, const QByteArray &after) const
    {
        const QString person = m_world->person(Person::Case::Plain, plain);
        return itemOf(person, chosenAt, {support::updateOf(table(), m_world->rowOf(person), after)});
    }

    QString anyRowOf(const QString &entitySet, const QString &primaryId) const
    {
        bridge::Link &link = m_world->somebodyElse();
        const QUrl api = link.instance().apiUrl(link.profile().options.apiVersion);
        const auto reply = finishOf(net::sendAuthorized(
            link.dataverseService(), link.tokens(), {.method = "GET", .url = QUrl(api.toString() + entitySet)}, &link));
        if (!reply)
            return {};
        return QJsonDocument::fromJson(reply->body).object()[u"value"_s][0][primaryId].toString();
    }

    core::Result<VerifyReport> verify(qint64 sample = 0)
    {
        return finishOf(VerifyJob::start(m_bench->workplace(), *m_file, sample, this));
    }

    std::unique_ptr<support::World> m_world;
    std::unique_ptr<support::ResyncBench> m_bench;
    std::unique_ptr<store::RunFile> m_file;
    int m_files = 0;
};

QTEST_GUILESS_MAIN(TestVerifyRun)

#include "tst_verifyrun.moc"
