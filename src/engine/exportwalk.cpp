#include "engine/exportwalk.h"

namespace engine {

using namespace Qt::StringLiterals;
using core::Error;

QString ExportWalk::Place::toText() const
{
    return u"%1/%2/%3"_s.arg(file).arg(objects).arg(records);
}

std::optional<ExportWalk::Place> ExportWalk::Place::fromText(const QString &text)
{
    const QStringList parts = text.split(u'/');
    QList<qint64> numbers;
    for (const QString &part : parts) {
        bool isNumber = false;
        numbers << part.toLongLong(&isNumber);
        if (!isNumber || numbers.constLast() < 0)
            return {};
    }
    if (numbers.size() != 3)
        return {};
    return Place{.file = qsizetype(numbers.at(0)), .objects = numbers.at(1), .records = numbers.at(2)};
}

bool ExportWalk::isAtEnd() const
{
    return !m_file && m_told.isEmpty() && m_place.file >= m_files.files.size();
}

qint64 ExportWalk::bytesRead() const
{
    return m_bytesBefore + (m_file ? m_file->position() : 0);
}

std::optional<Told> ExportWalk::next(QList<Error> &problems, qsizetype most)
{
    while (m_place.records >= m_told.size()) {
        if (problems.size() >= most || !readObject(problems))
            return {};
    }
    Told told = std::move(m_told[m_place.records++]);
    if (m_place.records == m_told.size()) {
        m_told.clear();
        ++m_place.objects;
        m_place.records = 0;
    }
    return told;
}

/// False at the end, and when somebody had enough.
bool ExportWalk::readObject(QList<Error> &problems)
{
    if (m_stop.load(std::memory_order_relaxed))
        return false;
    if (!m_file && !openNext(problems))
        return false;
    const std::optional<JsonTexts::Piece> piece = nextPiece(problems);
    if (!piece) {
        endFile();
        return true;
    }
    bool isJson = false;
    Records records = m_parser.read(*piece, &isJson);
    if (!isJson)
        m_texts.refuse();
    for (Error &problem : records.problems)
        note(std::move(problem), problems);
    m_told = std::move(records.told);
    if (m_told.isEmpty())
        ++m_place.objects;
    return true;
}

bool ExportWalk::openNext(QList<Error> &problems)
{
    if (m_place.file >= m_files.files.size())
        return false;
    m_file = std::make_unique<TextFile>(m_files.files.at(m_place.file).path);
    m_texts = JsonTexts();
    m_isFileRead = false;
    if (const auto opened = m_file->open(); !opened) {
        note(opened.error(), problems);
        m_texts.end();
        m_isFileRead = true;
    }
    return true;
}

std::optional<JsonTexts::Piece> ExportWalk::nextPiece(QList<Error> &problems)
{
    while (true) {
        auto piece = m_texts.next();
        if (piece || m_isFileRead)
            return piece;
        const auto text = m_file->read();
        if (!text)
            note(text.error(), problems);
        m_isFileRead = !text || text->isEmpty();
        if (m_isFileRead)
            m_texts.end();
        else
            m_texts.add(*text);
    }
}

void ExportWalk::note(Error problem, QList<Error> &problems) const
{
    problem.field = m_file->path();
    problems << std::move(problem);
}

void ExportWalk::endFile()
{
    m_bytesBefore += m_files.files.at(m_place.file).size;
    m_file.reset();
    m_place = {.file = m_place.file + 1};
}

void ExportWalk::skipTo(const Place &place)
{
    QList<Error> told; // when they were read
    while (m_place.file < std::min(place.file, m_files.files.size()))
        endFile();
    if (!openNext(told))
        return;
    while (m_place.objects < place.objects && !m_stop.load(std::memory_order_relaxed) && nextPiece(told))
        ++m_place.objects;
    for (qint64 record = 0; record < place.records; ++record)
        next(told, 1);
}

} // namespace engine
