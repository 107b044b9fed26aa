#include "engine/exports.h"
#include "engine/resyncworld.h"
#include "store/runjournal.h"
#include "store/runpages.h"

#include <QJsonDocument>
#include <QRandomGenerator>
#include <QTest>

#include <bit>

using namespace Qt::StringLiterals;
using sandbox::Person;
using store::Outcome;
using store::RunItem;
using store::RunWrite;

namespace {

constexpr int rowsPerMessage = 250;

/// One way in which Dataverse does not take a row.
struct Poison {
    int status = 400;
    QLatin1StringView code = {};
    Outcome updated = Outcome::Rejected; ///< How an update ends that meets it.
    Outcome created = Outcome::Rejected;
};

constexpr Poison poisons[] = {
    {400, "0x80040203"_L1},                                       // an argument that is not valid
    {400, "0x80044331"_L1},                                       // a text that is too long
    {400, "0x80040200"_L1},                                       // a required column that is missing
    {400, "0x80040265"_L1},                                       // a plug-in's own refusal
    {412, "0x80040237"_L1, Outcome::Conflict, Outcome::Conflict}, // a value that another row holds
    {403, "0x80048306"_L1},                                       // no access to this row
};

/// What the plug-in says of a row: nobody else's words.
QString wordsOf(const QString &rowId)
{
    return u"Row %1 is refused."_s.arg(rowId);
}

QList<RunItem> itemsOf(store::RunFile &file)
{
    store::RunPages pages(file, {});
    const auto count = pages.count();
    const auto page = count ? pages.page(0, int(*count)) : core::Result<QList<RunItem>>(count.error());
    QList<RunItem> items;
    for (const RunItem &item : page.valueOr({}))
        items << file.item(item.id).valueOr({});
    return items;
}

} // namespace

/// Rows that Dataverse does not take, among thousands that it does: through a whole run, those end alone, each with its
/// own reason, and everything else is written.
class TestPoisonRows : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void standAlone_data();
    void standAlone();

private:
    using Rows = QHash<QString, QJsonObject>; ///< By row id.

    void makeWorld(bool isCurrent, int people);
    void makePlan(bool choice, int round);
    void choosePoison(const QString &where, quint32 seed, QHash<QString, const Poison *> &poisoned, QStringList &gone);
    Rows rows() const;
    static void checkWritten(const RunWrite &write, const QJsonObject &row);
    void runAndCheck(const engine::RunOptions &options, const QString &where, quint32 seed);

    support::FakeClock m_clock;
    std::unique_ptr<support::World> m_world;
    std::unique_ptr<support::ResyncBench> m_bench;
    std::unique_ptr<store::RunFile> m_file;
    QString m_table;
    QString m_idColumn;
    QList<RunItem> m_items; ///< Those that write; in the order in which they are claimed.
};

void TestPoisonRows::makeWorld(bool isCurrent, int people)
{
    m_file.reset();
    m_bench.reset();
    m_world.reset();
    m_clock.setJumping(true); // the service's limits are met, too
    const sandbox::Options options{.contacts = people, .didomiRequestLimit = 0, .clock = &m_clock};
    if (isCurrent)
        m_world = std::make_unique<support::ConsentWorld>(options);
    else
        m_world = std::make_unique<support::World>(options);
    m_world->profile.integration.mappings.resize(isCurrent ? 1 : 2); // the newsletter
    QVERIFY(m_world->connect());
    m_table = isCurrent ? m_world->surroundings().consentTable.logicalName : u"contact"_s;
    m_idColumn = isCurrent ? m_world->surroundings().consentTable.primaryId : u"contactid"_s;
    m_bench = std::make_unique<support::ResyncBench>(*m_world);
}

void TestPoisonRows::makePlan(bool choice, int round)
{
    QByteArray lines;
    const QByteArray time = u"2026-11-20T0%1:00:00Z"_s.arg(round).toUtf8();
    for (const Person &person : m_world->people()) {
        if (person.kind == Person::Case::Plain)
            lines +=
                support::eventLine(person.organizationUserId.toUtf8(), "newsletter", choice ? "true" : "false", time);
    }
    const QString path = m_bench->pathOf(u"export-%1.jsonl"_s.arg(round));
    QVERIFY(support::writeFile(path, lines));
    const engine::Scope scope{.files = {path}};
    auto file = m_bench->create(u"plan-%1.db"_s.arg(round), scope);
    QVERIFY(file);
    m_file = std::move(*file);
    const auto made = m_bench->plan(*m_file, scope);
    QVERIFY2(made, made ? "" : qPrintable(made.error().toLine()));
    m_items = itemsOf(*m_file);
    m_items.removeIf([](const RunItem &item) { return !store::isWrite(item.planned); });
}

/// "random": one in a thousand; the others by their places among the items.
void TestPoisonRows::choosePoison(const QString &where, quint32 seed, QHash<QString, const Poison *> &poisoned,
                                  QStringList &gone)
{
    QRandomGenerator dice(seed);
    QList<qsizetype> places;
    const qsizetype count = m_items.size();
    if (where == "random"_L1) {
        while (places.size() < count / 1'000) {
            const qsizetype place = dice.bounded(int(count));
            if (!places.contains(place))
                places << place;
        }
    } else if (where == "neighbours"_L1) {
        places = {rowsPerMessage - 2, rowsPerMessage - 1, rowsPerMessage, rowsPerMessage + 1, 600, 601, 602};
    } else if (where == "ends of a message"_L1) {
        places = {0, rowsPerMessage - 1, 2 * rowsPerMessage, 3 * rowsPerMessage - 1, count - 1};
    } else { // a whole message
        for (qsizetype i = rowsPerMessage; i < 2 * rowsPerMessage; ++i)
            places << i;
    }
    int kind = int(seed);
    for (const qsizetype place : std::as_const(places)) {
        if (m_items.at(place).writes.size() != 1) // several consents of one address
            continue;
        const RunWrite &write = m_items.at(place).writes.constFirst();
        kind = (kind + 1) % (int(std::size(poisons)) + 1);
        if (kind == int(std::size(poisons)) && m_table == "contact"_L1) // nobody may delete a consent
            gone << write.rowId;
        else
            poisoned.insert(write.rowId, &poisons[kind % int(std::size(poisons))]);
    }
}

TestPoisonRows::Rows TestPoisonRows::rows() const
{
    Rows byId;
    for (const QJsonObject &row : m_world->sandbox().rowsOf(m_table))
        byId.insert(row.value(m_idColumn).toString(), row);
    return byId;
}

void TestPoisonRows::runAndCheck(const engine::RunOptions &options, const QString &where, quint32 seed)
{
    QHash<QString, const Poison *> poisoned;
    QStringList gone;
    choosePoison(where, seed, poisoned, gone);
    const QSet<QString> all(gone.cbegin(), gone.cend());
    const qsizetype bad = poisoned.size() + gone.size();
    QVERIFY(bad >= 2);
    m_world->sandbox().setPlugIn([&poisoned](const QString &, const QString &rowId,
                                             const QJsonObject &) -> std::optional<sandbox::PlugInRefusal> {
        const Poison *poison = poisoned.value(rowId);
        if (!poison)
            return {};
        return sandbox::PlugInRefusal{.status = poison->status, .code = poison->code, .message = wordsOf(rowId)};
    });
    const Rows before = rows();
    for (const QString &rowId : std::as_const(gone)) {
        const net::Request request{
            .method = "DELETE",
            .url = m_world->somebodyElse()
                       .instance()
                       .apiUrl(m_world->profile.options.apiVersion)
                       .resolved(QUrl(m_items.constFirst().writes.constFirst().entitySet + u'(' + rowId + u')'))};
        const auto deleted = support::finishOf(net::sendAuthorized(m_world->somebodyElse().dataverseService(),
                                                                   m_world->somebodyElse().tokens(), request, this));
        QVERIFY(deleted && deleted->isSuccess());
    }

    const auto end = m_bench->run(*m_file, options);
    m_world->sandbox().setPlugIn({});
    QVERIFY2(end, end ? "" : qPrintable(end.error().toLine()));
    QVERIFY2(!end->stop, end->stop ? qPrintable(end->stop->toLine()) : "");
    QCOMPARE(end->state, store::RunState::Done);
    QVERIFY(end->counts.reconciles());
    qInfo("%lld people, %lld of them bad: %lld requests", m_items.size(), bad, end->requests);
    QCOMPARE(end->counts.created + end->counts.updated, m_items.size() - bad);
    QCOMPARE(end->counts.rejected + end->counts.conflict, bad);
    QCOMPARE(end->counts.notReached + end->counts.open, 0);

    // One bad row costs no more than bisecting a message and asking the row: not each row of its message alone.
    const int size = std::max(1, options.rowsPerMessage);
    const qint64 messages = m_items.size() / size + m_items.size() / (2 * size) + 2; // what a claim leaves over as well
    const qint64 each = size == 1 ? 0 : 2 * std::bit_width(unsigned(size)) + 1;
    QVERIFY2(end->requests <= messages + each * bad,
             qPrintable(u"%1 requests for %2 rows, %3 of them bad"_s.arg(end->requests).arg(m_items.size()).arg(bad)));

    const Rows after = rows();
    store::RunJournal journal(*m_file);
    QSet<QString> planned;
    QHash<QString, QSet<QString>> reasons; // by code
    for (const RunItem &item : std::as_const(m_items)) {
        for (const RunWrite &write : item.writes)
            planned << write.rowId;
        const RunWrite &write = item.writes.constFirst();
        const auto ended = m_file->item(item.id);
        QVERIFY(ended && ended->ended);
        const bool isCreate = write.action == RunWrite::Action::Create;
        const Poison *poison = poisoned.value(write.rowId);
        if (!poison && !all.contains(write.rowId)) {
            QCOMPARE(*ended->ended, isCreate ? Outcome::Created : Outcome::Updated);
            for (const RunWrite &one : item.writes)
                checkWritten(one, after.value(one.rowId));
            continue;
        }
        const auto attempts = journal.attempts(write.id);
        QVERIFY(attempts && !attempts->isEmpty());
        const store::WriteEnd &last = attempts->constLast().end;
        if (!poison) {
            QCOMPARE(*ended->ended, Outcome::Conflict);
            QVERIFY2(last.reason.contains(u"deleted"_s), qPrintable(last.reason));
            QVERIFY(!after.contains(write.rowId));
            continue;
        }
        QCOMPARE(*ended->ended, isCreate ? poison->created : poison->updated);
        const bool isAnswer = isCreate && poison->created == Outcome::Conflict; // "it is there already": no error
        QCOMPARE(last.code, isAnswer ? QString() : QString(poison->code));
        QVERIFY2(!last.reason.isEmpty(), qPrintable(last.code));
        if (!isAnswer)
            reasons[last.code] << last.reason;
        QCOMPARE(after.value(write.rowId), before.value(write.rowId)); // nothing of it was written
    }
    QSet<QString> told;
    for (const QSet<QString> &ofCode : std::as_const(reasons)) {
        QCOMPARE(ofCode.size(), 1);
        told += ofCode;
    }
    QCOMPARE(told.size(), reasons.size());                        // each kind of refusal has words of its own
    for (auto row = before.begin(); row != before.end(); ++row) { // and nobody else was touched
        if (!planned.contains(row.key()))
            QCOMPARE(after.value(row.key()), row.value());
    }
}

void TestPoisonRows::checkWritten(const RunWrite &write, const QJsonObject &row)
{
    QVERIFY(!row.isEmpty());
    const QJsonObject body = QJsonDocument::fromJson(write.after).object();
    for (auto cell = body.begin(); cell != body.end(); ++cell) {
        if (!cell.key().contains(u'@'))
            QCOMPARE(row.value(cell.key()), cell.value());
    }
}

void TestPoisonRows::standAlone_data()
{
    QTest::addColumn<bool>("isCurrent");
    QTest::addColumn<int>("people");
    QTest::addColumn<QString>("way");
    QTest::addColumn<QString>("where");
    QTest::addColumn<int>("seed");
    // Each takes its time; CB_SOAK asks for all of them.
    const bool isSoak = qEnvironmentVariableIsSet("CB_SOAK");
    const int thousands = isSoak ? 5'500 : 2'600;
    for (const bool isCurrent : {false, true}) {
        const char *mode = isCurrent ? "current" : "legacy";
        for (const int seed : isSoak ? QList<int>{1, 4, 7} : QList<int>{isCurrent ? 4 : 1})
            QTest::addRow("%s, messages, one in a thousand, %d", mode, seed)
                << isCurrent << thousands << u"messages"_s << u"random"_s << seed;
        QTest::addRow("%s, batches, one in a thousand", mode)
            << isCurrent << thousands << u"batches"_s << u"random"_s << 3;
        QTest::addRow("%s, each alone, one in a thousand", mode)
            << isCurrent << 2'600 << u"alone"_s << u"random"_s << 2;
        for (const char *where : {"neighbours", "ends of a message", "a whole message"}) {
            for (const char *way :
                 isSoak ? QList<const char *>{"messages", "batches"} : QList<const char *>{"messages"})
                QTest::addRow("%s, %s, %s", mode, way, where)
                    << isCurrent << 1'100 << QString::fromLatin1(way) << QString::fromLatin1(where) << 3;
        }
    }
}

void TestPoisonRows::standAlone()
{
    QFETCH(const bool, isCurrent);
    QFETCH(const int, people);
    QFETCH(const QString, way);
    QFETCH(const QString, where);
    QFETCH(const int, seed);
    makeWorld(isCurrent, people);
    if (QTest::currentTestFailed())
        return;
    engine::RunOptions options = support::ResyncBench::confirmed();
    options.askAgain = false;
    options.rowsPerMessage = way == "alone"_L1 ? 1 : rowsPerMessage;
    if (way == "batches"_L1) {
        options.guard = engine::RunOptions::Guard::All;
        QVERIFY(m_world->sandbox().setFault(u"bulk"_s, u"missing"_s));
    }
    // At first refusals: rows of consent are created. Then the other way round: they are updated, guarded.
    for (const bool choice : {false, true}) {
        makePlan(choice, choice ? 2 : 1);
        if (QTest::currentTestFailed())
            return;
        runAndCheck(options, where, quint32(seed));
        if (QTest::currentTestFailed())
            return;
    }
}

int main(int argc, char *argv[])
{
    if (!qEnvironmentVariableIsSet("QTEST_FUNCTION_TIMEOUT"))
        qputenv("QTEST_FUNCTION_TIMEOUT", "1500000"); // all its rows together
    QCoreApplication app(argc, argv);
    TestPoisonRows test;
    return QTest::qExec(&test, argc, argv);
}

#include "tst_poisonrows.moc"
