#include "store/testhistory.h"

#include "store/files.h"
#include "store/sqlconnection.h"

#include <QCoreApplication>
#include <QFileInfo>
#include <QSqlQuery>

namespace store {

using namespace Qt::StringLiterals;
using core::Error;
using core::Nothing;
using core::Result;

namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(store::TestHistory)
};

/// Marks an SQLite file as ours, in its header ("CBT1").
constexpr int applicationId = 0x43425431;

/// The n-th list makes user_version n + 1 from n.
const QList<QStringList> &migrations()
{
    static const QList<QStringList> all{{
        u"CREATE TABLE tests (id INTEGER PRIMARY KEY AUTOINCREMENT, profile_id TEXT NOT NULL, started_at INTEGER NOT "
        "NULL, verdict TEXT NOT NULL, is_whole INTEGER NOT NULL, report BLOB NOT NULL)"_s,
        u"CREATE INDEX tests_by_profile ON tests (profile_id, id)"_s,
        u"CREATE TABLE pins (profile_id TEXT NOT NULL, instance TEXT NOT NULL, organization_id TEXT NOT NULL, "
        "pinned_at INTEGER NOT NULL, PRIMARY KEY (profile_id, instance)) WITHOUT ROWID"_s,
    }};
    return all;
}

constexpr auto patience = std::chrono::seconds(10);
constexpr auto columns = "id, profile_id, started_at, verdict, is_whole, report"_L1;
constexpr auto green = "verdict IN ('passed', 'warning')"_L1;

QString folded(const QString &instance)
{
    return instance.trimmed().toLower();
}

class SqlTestHistory final : public TestHistory
{
public:
    SqlTestHistory(const QString &path, core::Clock &clock) : m_path(path), m_clock(clock), m_sql(path) {}

    Result<Nothing> prepare();

    Result<qint64> add(const TestRecord &record) override;
    Result<QList<TestRecord>> tests(const QString &profileId, int limit) override;
    Result<std::optional<TestRecord>> lastGreen(const QString &profileId, const QDateTime &before) override;
    Result<std::optional<TestRecord>> brokenSince(const QString &profileId) override;
    Result<QString> pinnedOrganization(const QString &profileId, const QString &instance) override;
    Result<Nothing> pinOrganization(const QString &profileId, const QString &instance,
                                    const QString &organizationId) override;
    Result<Nothing> forget(const QString &profileId) override;

private:
    Result<Nothing> migrate();
    Result<Nothing> prune(const QString &profileId);
    Result<QList<TestRecord>> read(const QString &condition, const QVariantList &values);
    Result<std::optional<TestRecord>> readOne(const QString &condition, const QVariantList &values);

    const QString m_path;
    core::Clock &m_clock;
    SqlConnection m_sql;
};

Result<Nothing> SqlTestHistory::prepare()
{
    if (const auto made = files::makeFolder(QFileInfo(m_path).absolutePath()); !made)
        return made;
    if (const auto opened = m_sql.open(patience); !opened)
        return opened;
    return migrate();
}

Result<Nothing> SqlTestHistory::migrate()
{
    return m_sql.transaction([this]() -> Result<Nothing> {
        const auto version = m_sql.value(u"PRAGMA user_version"_s);
        if (!version)
            return version.error();
        const int present = version->toInt();
        const auto id = m_sql.value(u"PRAGMA application_id"_s);
        if (!id)
            return id.error();
        const bool isOurs = id->toInt() == applicationId || (id->toInt() == 0 && present == 0);
        if (!isOurs || present > migrations().size())
            return Error{.kind = Error::Kind::Storage,
                         .message = isOurs ? Text::tr("The history of tests %1 was written by a newer version of "
                                                      "Consent Bridge.")
                                                 .arg(m_path)
                                           : Text::tr("The file %1 is not a history of tests.").arg(m_path),
                         .fix = isOurs ? Text::tr("Install the newer version, or move the file away to begin anew.")
                                       : Text::tr("Move the file away; a new one is made.")};
        for (int step = present; step < migrations().size(); ++step) {
            for (const QString &statement : migrations().at(step)) {
                if (const auto done = m_sql.command(statement); !done)
                    return done;
            }
        }
        if (present == migrations().size())
            return Nothing{};
        if (const auto done = m_sql.command(u"PRAGMA application_id = %1"_s.arg(applicationId)); !done)
            return done;
        return m_sql.command(u"PRAGMA user_version = %1"_s.arg(migrations().size()));
    });
}

Result<qint64> SqlTestHistory::add(const TestRecord &record)
{
    return m_sql.transaction([&]() -> Result<qint64> {
        const auto added = m_sql.command(
            u"INSERT INTO tests (profile_id, started_at, verdict, is_whole, report) VALUES (?, ?, ?, ?, ?)"_s,
            {record.profileId, record.startedAt.toMSecsSinceEpoch(), record.verdict, record.isWhole ? 1 : 0,
             record.report});
        if (!added)
            return added.error();
        const auto id = m_sql.value(u"SELECT last_insert_rowid()"_s);
        if (!id)
            return id.error();
        if (const auto pruned = prune(record.profileId); !pruned)
            return pruned.error();
        return id->toLongLong();
    });
}

/// The oldest go, but never the last green one: it is what the next failure is compared with.
Result<Nothing> SqlTestHistory::prune(const QString &profileId)
{
    return m_sql.command(
        u"DELETE FROM tests WHERE profile_id = ? AND id NOT IN (SELECT id FROM tests WHERE profile_id = ? ORDER BY "
        "id DESC LIMIT %1) AND id IS NOT (SELECT max(id) FROM tests WHERE profile_id = ? AND is_whole = 1 AND %2)"_s
            .arg(keptTests)
            .arg(green),
        {profileId, profileId, profileId});
}

Result<QList<TestRecord>> SqlTestHistory::read(const QString &condition, const QVariantList &values)
{
    const auto query = m_sql.run(u"SELECT %1 FROM tests WHERE %2"_s.arg(columns, condition), values);
    if (!query)
        return query.error();
    QList<TestRecord> records;
    while ((*query)->next()) {
        const auto value = [&query](int column) { return (*query)->value(column); };
        records.append({.id = value(0).toLongLong(),
                        .profileId = value(1).toString(),
                        .verdict = value(3).toString(),
                        .report = value(5).toByteArray(),
                        .startedAt = QDateTime::fromMSecsSinceEpoch(value(2).toLongLong(), Qt::UTC),
                        .isWhole = value(4).toBool()});
    }
    if (const auto finished = m_sql.finished(**query); !finished)
        return finished.error();
    return records;
}

Result<std::optional<TestRecord>> SqlTestHistory::readOne(const QString &condition, const QVariantList &values)
{
    const auto records = read(condition, values);
    if (!records)
        return records.error();
    return records->isEmpty() ? std::optional<TestRecord>() : records->constFirst();
}

Result<QList<TestRecord>> SqlTestHistory::tests(const QString &profileId, int limit)
{
    return read(u"profile_id = ? ORDER BY id DESC LIMIT ?"_s, {profileId, limit});
}

Result<std::optional<TestRecord>> SqlTestHistory::lastGreen(const QString &profileId, const QDateTime &before)
{
    const qint64 until = before.isValid() ? before.toMSecsSinceEpoch() : std::numeric_limits<qint64>::max();
    return readOne(
        u"profile_id = ? AND is_whole = 1 AND %1 AND started_at < ? ORDER BY started_at DESC, id DESC LIMIT 1"_s.arg(
            green),
        {profileId, until});
}

Result<std::optional<TestRecord>> SqlTestHistory::brokenSince(const QString &profileId)
{
    return readOne(u"profile_id = ? AND is_whole = 1 AND verdict = 'failed' AND id > coalesce((SELECT max(id) FROM "
                   "tests WHERE profile_id = ? AND is_whole = 1 AND %1), 0) ORDER BY id LIMIT 1"_s.arg(green),
                   {profileId, profileId});
}

Result<QString> SqlTestHistory::pinnedOrganization(const QString &profileId, const QString &instance)
{
    const auto pin = m_sql.value(u"SELECT organization_id FROM pins WHERE profile_id = ? AND instance = ?"_s,
                                 {profileId, folded(instance)});
    if (!pin)
        return pin.error();
    return pin->toString();
}

Result<Nothing> SqlTestHistory::pinOrganization(const QString &profileId, const QString &instance,
                                                const QString &organizationId)
{
    return m_sql.command(u"INSERT OR REPLACE INTO pins (profile_id, instance, organization_id, pinned_at) VALUES (?, "
                         "?, ?, ?)"_s,
                         {profileId, folded(instance), organizationId, m_clock.now().toMSecsSinceEpoch()});
}

Result<Nothing> SqlTestHistory::forget(const QString &profileId)
{
    return m_sql.transaction([&]() -> Result<Nothing> {
        if (const auto gone = m_sql.command(u"DELETE FROM tests WHERE profile_id = ?"_s, {profileId}); !gone)
            return gone;
        return m_sql.command(u"DELETE FROM pins WHERE profile_id = ?"_s, {profileId});
    });
}

} // namespace

Result<std::unique_ptr<TestHistory>> TestHistory::open(const QString &path, core::Clock &clock)
{
    auto history = std::make_unique<SqlTestHistory>(path, clock);
    if (const auto ready = history->prepare(); !ready)
        return ready.error();
    return std::unique_ptr<TestHistory>(std::move(history));
}

} // namespace store
