#pragma once

#include "engine/exportfiles.h"
#include "engine/records.h"
#include "engine/textfile.h"

#include <atomic>
#include <optional>

namespace engine {

/// Goes through the files of an export, from one record to the next.
class ExportWalk
{
public:
    /// Between two records.
    struct Place {
        qsizetype file = 0;
        qint64 objects = 0; ///< That were read of the file before it …
        qint64 records = 0; ///< … and so many of the next one's.

        QString toText() const; ///< "0/1999/0"
        static std::optional<Place> fromText(const QString &text);
        bool operator==(const Place &) const = default;
    };

    /// Both must outlive it. Once `stop` is true there is nothing more.
    ExportWalk(const ExportFiles &files, const std::atomic<bool> &stop) : m_files(files), m_stop(stop) {}

    /// The next record; nothing at the end. What cannot be read on the way is added to `problems`, and after `most` of
    /// them it returns nothing too.
    std::optional<Told> next(QList<core::Error> &problems, qsizetype most);

    /// Goes there without reading what is before; the files must be those that it came from.
    void skipTo(const Place &place);

    bool isAtEnd() const;
    Place place() const { return m_place; }
    qint64 bytesRead() const; ///< Of the files as they are stored.

private:
    bool readObject(QList<core::Error> &problems);
    bool openNext(QList<core::Error> &problems);
    std::optional<JsonTexts::Piece> nextPiece(QList<core::Error> &problems);
    void note(core::Error problem, QList<core::Error> &problems) const;
    void endFile();

    const ExportFiles &m_files;
    const std::atomic<bool> &m_stop;
    Place m_place;
    std::unique_ptr<TextFile> m_file;
    bool m_isFileRead = false; ///< All its text is in m_texts.
    JsonTexts m_texts;
    RecordParser m_parser;
    QList<Told> m_told; ///< Of the last object that was read; those before m_place.records are handed out.
    qint64 m_bytesBefore = 0;
};

} // namespace engine
