#include "store/runnames.h"

#include "store/rundatabase.h"
#include "store/runfile.h"
#include "store/runfilter.h"

#include <QByteArrayMatcher>

#include <algorithm>
#include <charconv>
#include <cstring>

namespace store {

using namespace Qt::StringLiterals;
using core::Nothing;
using core::Result;

namespace {

constexpr int peopleOfPart = 32'768;

constexpr QChar lineBreak = u'\n';
constexpr QChar inPlaceOfIt{0x01}; ///< Within a key.

/// A number and the space behind it; `at` moves on. False when there is none.
bool readNumber(const char *&at, const char *end, quint32 &number)
{
    const auto [stop, problem] = std::from_chars(at, end, number);
    if (problem != std::errc() || stop == end || *stop != ' ')
        return false;
    at = stop + 1;
    return true;
}

} // namespace

/// And forgets what holds no more.
Result<bool> RunNames::isPlanned(RunFile &file)
{
    Version now;
    bool isPlanned = false;
    const auto read =
        file.database().each(u"SELECT indexed, resettled, state FROM progress"_s, {}, [&](const QSqlQuery &row) {
            now = {row.value(0).toLongLong(), row.value(1).toLongLong()};
            isPlanned = row.value(2).toString() != runStateWord(RunState::Planning);
        });
    if (!read)
        return read.error();
    if (now != m_version) {
        m_version = now;
        m_last.clear();
        m_isComplete = false;
        m_parts.clear();
    }
    return isPlanned;
}

Result<bool> RunNames::isComplete(RunFile &file)
{
    const auto isThere = isPlanned(file);
    return isThere ? Result<bool>(*isThere && m_isComplete) : isThere;
}

Result<bool> RunNames::learn(RunFile &file)
{
    const auto isThere = isPlanned(file);
    if (!isThere)
        return isThere;
    if (!*isThere || m_isComplete)
        return false;
    if (const auto learned = learnPart(file); !learned)
        return learned.error();
    return !m_isComplete;
}

Result<Nothing> RunNames::learnPart(RunFile &file)
{
    // As one text: row by row it would take several times as long.
    QByteArray lines;
    qsizetype count = 0;
    const auto read = file.database().each(
        u"SELECT %1(q.line, '\n'), count(*), max(q.key) FROM (SELECT p.key AS key, p.item || ' ' || p.class || ' ' || "
        "replace(p.key, '\n', '%2') AS line FROM people p WHERE p.key %3 ? ORDER BY p.key LIMIT ?) q"_s.arg(
            file.database().joined(), inPlaceOfIt, m_parts.empty() ? u">="_s : u">"_s),
        {m_parts.empty() ? QString(runfilter::firstKey) : m_last, peopleOfPart}, [&](const QSqlQuery &row) {
            lines = row.value(0).toString().toUtf8();
            count = row.value(1).toLongLong();
            if (count > 0)
                m_last = row.value(2).toString();
        });
    if (!read)
        return read.error();
    Part part;
    part.keys.reserve(lines.size());
    part.ends.reserve(std::size_t(count));
    part.people.reserve(std::size_t(count));
    const char *at = lines.constData();
    const char *const end = at + lines.size();
    while (at < end) {
        const void *const next = std::memchr(at, lineBreak.toLatin1(), std::size_t(end - at));
        const char *const stop = next ? static_cast<const char *>(next) : end;
        Found one;
        if (!readNumber(at, stop, one.item) || !readNumber(at, stop, one.kind))
            break;
        part.keys.append(at, stop - at).append(lineBreak.toLatin1());
        part.ends.push_back(quint32(part.keys.size() - 1));
        part.people.push_back(one);
        at = stop == end ? end : stop + 1;
    }
    if (qsizetype(part.people.size()) != count)
        return file.database().damaged(u"the table of people has a row that makes no sense"_s);
    m_isComplete = count < peopleOfPart;
    m_parts.push_back(std::move(part));
    return Nothing{};
}

std::vector<RunNames::Found> RunNames::find(QString letters, const QList<qint64> &classes) const
{
    std::vector<bool> isWanted(classes.isEmpty() ? 0
                                                 : std::size_t(*std::max_element(classes.begin(), classes.end())) + 1);
    for (const qint64 one : classes)
        isWanted[std::size_t(one)] = true;
    const QByteArray wanted = letters.replace(lineBreak, inPlaceOfIt).toUtf8();
    const QByteArrayMatcher matcher(wanted);
    const auto next = [&](const QByteArray &keys, qsizetype from) -> qsizetype {
        if (wanted.size() != 1)
            return matcher.indexIn(keys, from);
        const void *const at = std::memchr(keys.constData() + from, wanted.front(), std::size_t(keys.size() - from));
        return at ? static_cast<const char *>(at) - keys.constData() : -1;
    };
    std::vector<Found> found;
    for (const Part &part : m_parts) {
        std::size_t row = 0;
        for (qsizetype at = next(part.keys, 0); at >= 0; at = next(part.keys, part.ends[row])) {
            while (qsizetype(part.ends[row]) <= at)
                ++row;
            const Found &one = part.people[row];
            if (one.kind < isWanted.size() && isWanted[one.kind])
                found.push_back(one);
        }
    }
    return found;
}

} // namespace store
