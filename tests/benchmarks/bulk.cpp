// How many rows a second go through bulk writes and bulk look-ups against a server that answers at once, in a process
// of its own; beside what encoding the same rows costs alone. CPU is the client's.
//
//   bench_bulk [ROWS]
#include "dataverse/bulkwrite.h"
#include "dataverse/resolve.h"
#include "quickserver.h"

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QProcess>

#include <cstdio>
#include <cstdlib>
#include <ctime>

using namespace Qt::StringLiterals;
using dataverse::BulkMessages;
using dataverse::BulkReply;
using dataverse::BulkTable;
using dataverse::BulkWriteJob;
using dataverse::Criterion;
using dataverse::Resolved;
using dataverse::ResolveJob;
using dataverse::Write;

namespace {

const BulkTable contacts{.logicalName = u"contact"_s, .entitySet = u"contacts"_s, .primaryId = u"contactid"_s};

[[noreturn]] void giveUp(const QString &why)
{
    std::fprintf(stderr, "%s\n", qPrintable(why));
    std::exit(2);
}

class NoAuthorizer final : public net::Authorizer
{
public:
    core::Job<core::Secret> *authorization(const core::Secret &, QObject *parent) override
    {
        return new core::ReadyJob<core::Secret>(core::Secret("Bearer token"), parent);
    }
};

mapping::Table table()
{
    using Type = mapping::ColumnType;
    mapping::Table made{.logicalName = u"contact"_s,
                        .displayName = u"Contact"_s,
                        .entitySet = u"contacts"_s,
                        .primaryId = u"contactid"_s};
    for (const auto &[name, type] :
         {std::pair(u"contactid"_s, Type::UniqueId), std::pair(u"donotbulkemail"_s, Type::Boolean),
          std::pair(u"donotphone"_s, Type::Boolean), std::pair(u"emailaddress1"_s, Type::Text),
          std::pair(u"new_didomiuserid"_s, Type::Text)})
        made.columns << mapping::Column{.logicalName = name,
                                        .displayName = name,
                                        .type = type,
                                        .isPrimaryId = name == made.primaryId,
                                        .isValidForRead = true};
    return made;
}

mapping::Cell cell(const QString &column, const QByteArray &json)
{
    return {.column = column, .member = column.toLatin1(), .json = json};
}

QList<Write> writesOf(int count)
{
    QList<Write> writes;
    writes.reserve(count);
    for (int i = 0; i < count; ++i)
        writes << Write{.entitySet = contacts.entitySet,
                        .rowId = u"7c0f0000-0000-4000-8000-%1"_s.arg(i, 12, 16, '0'_L1),
                        .cells = {cell(u"donotbulkemail"_s, "false"), cell(u"donotphone"_s, "true"),
                                  cell(u"new_consentdate"_s, "\"2026-11-20T09:58:12Z\"")}};
    return writes;
}

QList<Criterion> criteriaOf(int count, Criterion::Kind kind)
{
    QList<Criterion> criteria;
    criteria.reserve(count);
    for (int i = 0; i < count; ++i) {
        const QString value = kind == Criterion::Kind::RowId ? u"7c0f0000-0000-4000-8000-%1"_s.arg(i, 12, 16, '0'_L1)
                                                             : u"didomi-user-%1"_s.arg(i);
        criteria << Criterion{.kind = kind, .parts = {{.column = u"new_didomiuserid"_s, .value = value}}};
    }
    return criteria;
}

/// Real and CPU time since it was made.
class Watch
{
public:
    Watch() : m_cpu(std::clock()) { m_real.start(); }

    void print(const char *what, int rows) const
    {
        const double seconds = double(m_real.nsecsElapsed()) / 1e9;
        const double cpu = double(std::clock() - m_cpu) / CLOCKS_PER_SEC;
        std::printf("%-44s %10.0f rows/s %8.2f us CPU a row\n", what, rows / seconds, cpu / rows * 1e6);
        std::fflush(stdout);
    }

private:
    QElapsedTimer m_real;
    std::clock_t m_cpu;
};

/// Runs jobs over all rows, a chunk each, several side by side.
class Bench : public QObject
{
public:
    using Start = std::function<core::JobBase *(int first, int count)>;
    struct Case {
        QByteArray name;
        int chunk = 0;
        int sideBySide = 0;
        Start start = {};
    };

    Bench(int rows, std::vector<Case> cases) : m_rows(rows), m_cases(std::move(cases)) {}

    void begin()
    {
        if (m_at == m_cases.size())
            return QCoreApplication::quit();
        m_next = 0;
        m_open = 0;
        m_watch = Watch();
        for (int i = 0; i < m_cases[m_at].sideBySide; ++i)
            step();
    }

private:
    void step()
    {
        const Case &now = m_cases[m_at];
        if (m_next < m_rows) {
            const int first = m_next;
            m_next = std::min(m_rows, m_next + now.chunk);
            ++m_open;
            connect(now.start(first, m_next - first), &core::JobBase::finished, this, [this] {
                --m_open;
                step();
            });
        } else if (m_open == 0) {
            m_watch.print(now.name.constData(), m_rows);
            ++m_at;
            QMetaObject::invokeMethod(
                this, [this] { begin(); }, Qt::QueuedConnection);
        }
    }

    const int m_rows;
    const std::vector<Case> m_cases;
    size_t m_at = 0;
    int m_next = 0;
    int m_open = 0;
    Watch m_watch;
};

void encodeAlone(const QList<Write> &writes, const QUrl &api, net::Service &service, net::Authorizer &authorizer)
{
    constexpr int together = 1'000;
    const int rows = int(writes.size());
    qsizetype bytes = 0;
    {
        const Watch watch;
        for (int first = 0; first < rows; first += together) {
            std::vector<int> chunk;
            for (int i = first; i < std::min(rows, first + together); ++i)
                chunk.push_back(i);
            bytes += bulkBody(dataverse::BulkWay::UpdateMultiple, contacts, writes, chunk).size();
        }
        watch.print("encode UpdateMultiple, 1,000 together", rows);
    }
    {
        const dataverse::Client client(service, authorizer, api, {});
        const Watch watch;
        for (int first = 0; first < rows; first += together) {
            dataverse::BatchWriter writer(together * 600);
            for (int i = first; i < std::min(rows, first + together); ++i) {
                if (writer.add(client.requestFor(writes.at(i))))
                    giveUp(u"The batch does not take a request."_s);
            }
            bytes += writer.take().body.size();
        }
        watch.print("encode $batch, 1,000 together", rows);
    }
    if (bytes == 0)
        giveUp(u"Nothing was encoded."_s);
}

int serve()
{
    const auto server = bench::startQuickServer();
    if (!server)
        giveUp(server.error().toLine());
    std::printf("%d\n", int((*server)->port()));
    std::fflush(stdout);
    std::getchar(); // until the other end closes
    return 0;
}

} // namespace

int main(int argc, char *argv[])
{
    QCoreApplication app(argc, argv);
    const QStringList arguments = app.arguments();
    if (arguments.value(1) == "--serve"_L1)
        return serve();
    const int rows = arguments.value(1, u"100000"_s).toInt();
    if (rows < 1)
        giveUp(u"bench_bulk [ROWS]"_s);

    QProcess server;
    server.start(app.applicationFilePath(), {u"--serve"_s});
    if (!server.waitForReadyRead())
        giveUp(u"The server did not start."_s);
    const QUrl api(u"http://127.0.0.1:%1/api/data/v9.2/"_s.arg(server.readAllStandardOutput().trimmed().toInt()));

    net::Network network;
    const auto service = network.service({.name = u"Dataverse"_s, .maxInFlight = 8});
    NoAuthorizer authorizer;
    const QList<Write> writes = writesOf(rows);
    const mapping::Table contact = table();
    const auto byKey = criteriaOf(rows, Criterion::Kind::AlternateKey);
    const auto byId = criteriaOf(rows, Criterion::Kind::RowId);
    encodeAlone(writes, api, *service, authorizer);

    QObject owner;
    const auto write = [&](const BulkMessages &messages, int together) {
        return [&, messages, together](int first, int count) -> core::JobBase * {
            auto *job =
                new BulkWriteJob(*service, authorizer, api, contacts, writes.mid(first, count),
                                 {.messages = messages, .rowsPerMessage = together, .rowsPerBatch = together}, &owner);
            job->whenDone(&owner, [](const core::Result<BulkReply> &reply) {
                for (const dataverse::BulkAnswer &one : reply->answers) {
                    if (one.fate != dataverse::BulkAnswer::Fate::Done)
                        giveUp(one.error.toLine());
                }
            });
            return job;
        };
    };
    const auto resolve = [&](const QList<Criterion> &criteria) {
        return [&](int first, int count) -> core::JobBase * {
            auto *job = new ResolveJob(*service, authorizer, api, contact, criteria.mid(first, count),
                                       {u"donotbulkemail"_s, u"donotphone"_s, u"emailaddress1"_s}, &owner);
            job->whenDone(&owner, [](const core::Result<QList<Resolved>> &found) {
                if (!found)
                    giveUp(found.error().toLine());
                for (const Resolved &one : *found) {
                    if (!one || one->size() != 1)
                        giveUp(u"A row was not found."_s);
                }
            });
            return job;
        };
    };
    const BulkMessages all{.create = true, .update = true, .upsert = true};
    std::vector<Bench::Case> cases{
        {"write by UpdateMultiple, 100 together, 4 at once", 100, 4, write(all, 100)},
        {"write by UpdateMultiple, 1,000 together, 1 at once", 1'000, 1, write(all, 1'000)},
        {"write by UpdateMultiple, 1,000 together, 4 at once", 1'000, 4, write(all, 1'000)},
        {"write by $batch, 100 together, 4 at once", 100, 4, write({}, 100)},
        {"write by $batch, 1,000 together, 4 at once", 1'000, 4, write({}, 1'000)},
        {"resolve by key, 100 together, 4 at once", 100, 4, resolve(byKey)},
        {"resolve by key, 1,000 together, 1 at once", 1'000, 1, resolve(byKey)},
        {"resolve by key, 1,000 together, 4 at once", 1'000, 4, resolve(byKey)},
        {"resolve by row id, 1,000 together, 4 at once", 1'000, 4, resolve(byId)},
    };
    Bench bench(rows, std::move(cases));
    QMetaObject::invokeMethod(
        &bench, [&bench] { bench.begin(); }, Qt::QueuedConnection);
    const int result = app.exec();
    server.closeWriteChannel();
    server.waitForFinished();
    return result;
}
