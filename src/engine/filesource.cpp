#include "engine/filesource.h"

#include "engine/sourcebody.h"

#include <QFile>
#include <QFileInfo>

namespace engine {

using namespace Qt::StringLiterals;
using core::Error;
using core::Result;

namespace {

constexpr int arrivalsAtOnce = 500; ///< In one transaction.

} // namespace

FileSource::FileSource(QStringList paths, QString profileId, store::Inbox &inbox, QObject *parent)
    : LiveSource(parent), m_paths(std::move(paths)), m_profileId(std::move(profileId)), m_inbox(inbox)
{
}

FileSource::~FileSource() = default;

Result<core::Nothing> FileSource::start()
{
    if (m_isRunning || m_isFinished)
        return core::Nothing{};
    for (const QString &path : std::as_const(m_paths)) {
        QFile file(path);
        if (QFileInfo(path).isDir() || !file.open(QIODevice::ReadOnly))
            return Error{.kind = Error::Kind::Invalid,
                         .message = tr("The file %1 cannot be read.").arg(path),
                         .fix = tr("Name a file of webhooks, events or users that this user may read."),
                         .field = path,
                         .detail = file.errorString()};
    }
    m_isRunning = true;
    scheduleStep();
    return core::Nothing{};
}

void FileSource::stop()
{
    m_isRunning = false;
}

void FileSource::scheduleStep()
{
    if (std::exchange(m_isQueued, true))
        return;
    QMetaObject::invokeMethod(
        this,
        [this] {
            m_isQueued = false;
            if (m_isRunning)
                step();
        },
        Qt::QueuedConnection);
}

/// One part of a file, then others have their turn.
void FileSource::step()
{
    if (!m_file && !openNext())
        return finish();
    const Result<QByteArray> part = m_file->read();
    const bool isOver = !part || part->isEmpty();
    if (part)
        m_pieces.add(*part);
    if (isOver)
        m_pieces.end();
    if (!takePieces())
        return finish(); // the inbox cannot take any more
    if (isOver) {
        if (!part)
            note(part.error());
        m_file.reset();
        m_pieces = JsonPieces();
    }
    scheduleStep();
}

bool FileSource::openNext()
{
    while (!m_paths.isEmpty()) {
        m_file = std::make_unique<TextFile>(m_paths.takeFirst());
        const auto opened = m_file->open();
        if (opened)
            return true;
        note(opened.error());
        m_file.reset();
    }
    return false;
}

bool FileSource::takePieces()
{
    while (const auto piece = m_pieces.next()) {
        if (!piece->object) {
            note(piece->object.error());
            continue;
        }
        const auto read = readSourceBodies(*piece->object);
        if (!read) {
            Error error = read.error();
            error.message = tr("Line %1: %2").arg(piece->line).arg(error.message);
            note(error);
            continue;
        }
        m_counts.irrelevant += read->irrelevant;
        for (const SourceBody &body : read->bodies)
            m_arrivals << arrivalOf(body, m_profileId, word());
        if (m_arrivals.size() >= arrivalsAtOnce && !flush())
            return false;
    }
    return flush();
}

bool FileSource::flush()
{
    const auto added = m_inbox.add(m_arrivals);
    m_arrivals.clear();
    if (!added) {
        note(added.error());
        return false;
    }
    m_counts.accepted += added->added;
    m_counts.known += added->known;
    if (added->added > 0)
        Q_EMIT arrived();
    return true;
}

void FileSource::note(const Error &problem)
{
    Error told = problem;
    told.field = m_file ? m_file->path() : QString();
    setProblem(told);
    ++m_counts.unreadable;
    if (m_problems.size() < mostProblems)
        m_problems << told;
}

void FileSource::finish()
{
    m_isRunning = false;
    m_isFinished = true;
    Q_EMIT finished();
}

} // namespace engine
