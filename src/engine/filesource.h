#pragma once

#include "engine/jsonpieces.h"
#include "engine/livesource.h"
#include "engine/textfile.h"
#include "store/inbox.h"

#include <memory>

namespace engine {

/// Reads saved webhook bodies, events, users and exports of Didomi (didomi-api sections 9 and 11) from files: `.json`,
/// `.jsonl`, and both as `.gz`; told apart by what is in them, not by name. Streams: a file may be larger than memory.
///
/// What cannot be read is told with file and line, and the rest is read all the same.
class FileSource final : public LiveSource
{
    Q_OBJECT

public:
    static constexpr int mostProblems = 100; ///< Told; the others are only counted.

    struct Counts {
        qint64 accepted = 0;
        qint64 known = 0;
        qint64 irrelevant = 0;
        qint64 unreadable = 0; ///< Objects and files.
    };

    FileSource(QStringList paths, QString profileId, store::Inbox &inbox, QObject *parent = nullptr);
    ~FileSource() override;

    QString word() const override { return QStringLiteral("file"); }
    core::Result<core::Nothing> start() override; ///< Kind::Invalid when a file cannot be opened; then none is read.
    void stop() override;
    bool hasReadAll() const override { return m_isFinished; }

    Counts counts() const { return m_counts; }
    QList<core::Error> problems() const { return m_problems; } ///< `field` is the file, `message` names the line.

private:
    void scheduleStep();
    void step();
    bool openNext();
    bool takePieces();
    bool flush();
    void note(const core::Error &problem);
    void finish();

    QStringList m_paths; ///< Still to be read, the present one not among them.
    const QString m_profileId;
    store::Inbox &m_inbox;
    std::unique_ptr<TextFile> m_file;
    JsonPieces m_pieces;
    QList<store::Arrival> m_arrivals; ///< Not in the inbox yet.
    Counts m_counts;
    QList<core::Error> m_problems;
    bool m_isRunning = false;
    bool m_isQueued = false;
    bool m_isFinished = false;
};

} // namespace engine
