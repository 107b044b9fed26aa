// How many people of an export can be read in one second by one thread: found in the file, parsed, brought together as
// a plan wants them. Beside it Qt's parser alone on the same lines, and the thread that reads ahead.
//
//   bench_reading [PEOPLE]
#include "engine/exportreader.h"
#include "engine/filepeople.h"

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QJsonDocument>
#include <QTemporaryDir>

#include <cstdio>
#include <cstdlib>
#include <sys/resource.h>
#include <zlib.h>

using namespace Qt::StringLiterals;

namespace {

constexpr int purposes = 12;

/// One line of an export, as long as a real one.
QByteArray line(int number)
{
    const QByteArray id = QByteArray::number(number).rightJustified(12, '0');
    QByteArray text = "{\"id\":\"a3722cd3-0000-4000-8000-" + id +
                      "\",\"organization_id\":\"acme\",\"organization_user_id\":\"somebody." + id +
                      "@example.com\",\"organization_user_id_type\":null,\"version\":7,\"created_at\":"
                      "\"2025-02-01T10:00:00.000Z\",\"updated_at\":\"2026-11-19T21:40:12.345Z\",\"metadata\":{},"
                      "\"country\":null,\"last_seen_country\":\"FR\",\"consents\":{\"channels\":[],\"purposes\":[";
    for (int i = 0; i < purposes; ++i) {
        if (i > 0)
            text += ',';
        text += "{\"id\":\"marketing_purpose-" + QByteArray::number(i) +
                "\",\"enabled\":" + ((number + i) % 3 == 0 ? "false" : "true") + ",\"values\":{}}";
    }
    return text + "],\"vendors\":{\"enabled\":[],\"disabled\":[]},\"tcfcs\":null}}\n";
}

bool writeExport(const QString &path, int people, bool isPacked)
{
    if (!isPacked) {
        QFile file(path);
        if (!file.open(QIODevice::WriteOnly))
            return false;
        for (int i = 0; i < people; ++i)
            file.write(line(i));
        return file.flush();
    }
    gzFile file = gzopen(qPrintable(path), "wb6");
    for (int i = 0; i < people; ++i) {
        const QByteArray text = line(i);
        gzwrite(file, text.constData(), unsigned(text.size()));
    }
    return gzclose(file) == Z_OK;
}

engine::ExportReader::Order orderFor(const QString &path, const engine::Scope &scope = {})
{
    auto files = engine::findExports({path});
    if (!files)
        std::exit(EXIT_FAILURE);
    return {.files = *files, .scope = scope, .regulation = u"gdpr"_s};
}

/// Wall time and the processor's, so that a busy machine does not make it look slower than it is.
class Watch
{
public:
    Watch() : m_used(used()) { m_timer.start(); }

    void print(const char *what, qint64 people, qint64 bytes) const
    {
        const double seconds = double(m_timer.nsecsElapsed()) / 1e9;
        const double busy = used() - m_used;
        std::printf("%-28s %8.0f people/s %6.1f MB/s | by processor time %8.0f people/s %5.2f us/person | %.0f MB\n",
                    what, double(people) / seconds, double(bytes) / 1e6 / seconds, double(people) / busy,
                    1e6 * busy / double(people), megabytes());
    }

private:
    static double used()
    {
        rusage usage = {};
        getrusage(RUSAGE_SELF, &usage);
        const auto seconds = [](const timeval &time) { return double(time.tv_sec) + double(time.tv_usec) / 1e6; };
        return seconds(usage.ru_utime) + seconds(usage.ru_stime);
    }

    static double megabytes()
    {
        rusage usage = {};
        getrusage(RUSAGE_SELF, &usage);
        return double(usage.ru_maxrss) / 1024;
    }

    QElapsedTimer m_timer;
    double m_used;
};

void readParts(const char *what, const QString &path, qint64 bytes, const engine::Scope &scope = {})
{
    const std::atomic<bool> stop = false;
    engine::ExportReader reader(orderFor(path, scope), stop);
    const Watch watch;
    qint64 people = 0;
    bool isLast = false;
    while (!isLast) {
        const engine::SourcePart part = reader.next();
        people += qint64(part.people.size());
        isLast = part.isLast;
    }
    watch.print(what, people, bytes);
}

/// With the thread: what the one who asks gets when it has nothing else to do.
void readAhead(const QString &path, qint64 bytes)
{
    engine::FilePeople source(orderFor(path));
    const Watch watch;
    qint64 people = 0;
    QObject parent;
    std::function<void()> ask = [&] {
        source.next(&parent)->whenDone(&parent, [&](const core::Result<engine::SourcePart> &part) {
            people += qint64(part->people.size());
            if (part->isLast)
                QCoreApplication::quit();
            else
                ask();
        });
    };
    ask();
    QCoreApplication::exec();
    watch.print("thread that reads ahead", people, bytes);
}

void readByQt(int people, qint64 bytes)
{
    QList<QByteArray> lines;
    for (int i = 0; i < std::min(people, 20'000); ++i)
        lines << line(i);
    const Watch watch;
    qint64 members = 0;
    for (const QByteArray &one : std::as_const(lines))
        members += QJsonDocument::fromJson(one).object().size();
    watch.print(members > 0 ? "QJsonDocument, parsing only" : "", lines.size(), bytes / people * lines.size());
    const Watch second;
    qint64 read = 0;
    for (const QByteArray &one : std::as_const(lines)) {
        bool isJson = false;
        read += engine::RecordParser::readSlowly({.line = 1, .text = one}, &isJson).told.size();
    }
    second.print(read > 0 ? "QJsonDocument, and reading" : "", lines.size(), bytes / people * lines.size());
}

} // namespace

int main(int argc, char **argv)
{
    const QCoreApplication app(argc, argv);
    const int people = argc > 1 ? std::max(std::atoi(argv[1]), 1) : 300'000;
    const QTemporaryDir folder;
    const QString plain = folder.filePath(u"users.jsonl"_s);
    const QString packed = folder.filePath(u"users.json.gz"_s);
    if (!writeExport(plain, people, false) || !writeExport(packed, people, true))
        return EXIT_FAILURE;
    const qint64 bytes = QFileInfo(plain).size();
    std::printf("%d people, %lld bytes each\n", people, static_cast<long long>(bytes / people));
    readParts("lines", plain, bytes);
    readParts("lines, filtered", plain, bytes, {.purposes = {u"marketing_purpose-3"_s}});
    readParts("compressed lines", packed, bytes);
    readAhead(plain, bytes);
    readByQt(people, bytes);
    return EXIT_SUCCESS;
}
