#include "engine/jsonpieces.h"

#include <QCoreApplication>
#include <QJsonDocument>
#include <QJsonParseError>

namespace engine {

using core::Error;

namespace {

struct Texts {
    Q_DECLARE_TR_FUNCTIONS(engine::JsonPieces)
};

bool isGap(char byte)
{
    return byte == ' ' || byte == '\t' || byte == '\r' || byte == '\n';
}

Error invalid(const QString &message, const QString &detail = {})
{
    return {.kind = Error::Kind::Invalid, .message = message, .detail = detail};
}

} // namespace

void JsonPieces::forget(qsizetype bytes)
{
    m_line += QByteArrayView(m_text).sliced(m_from, bytes).count('\n');
    m_from += bytes;
    m_seen = m_from;
    constexpr qsizetype worthMoving = 256 * 1024;
    if (m_from > worthMoving && m_from > m_text.size() / 2) {
        m_text.remove(0, m_from);
        m_from = m_seen = 0;
    }
}

void JsonPieces::skipGaps()
{
    qsizetype count = 0;
    while (m_from + count < m_text.size() && isGap(m_text.at(m_from + count)))
        ++count;
    if (count > 0)
        forget(count);
}

std::optional<JsonPieces::Piece> JsonPieces::giveUp(qint64 line, const QString &message)
{
    m_isOver = true;
    return Piece{.line = line, .object = invalid(message)};
}

JsonPieces::Piece JsonPieces::piece(qint64 line, const QByteArray &text) const
{
    QJsonParseError problem;
    const QJsonDocument document = QJsonDocument::fromJson(text, &problem);
    if (problem.error != QJsonParseError::NoError) {
        const qint64 there =
            line + QByteArrayView(text).first(qMin(qsizetype(problem.offset), text.size())).count('\n');
        return {.line = line,
                .object = invalid(Texts::tr("Line %1 is not valid JSON.").arg(there), problem.errorString())};
    }
    if (!document.isObject())
        return {.line = line, .object = invalid(Texts::tr("Line %1 holds no JSON object.").arg(line))};
    return {.line = line, .object = document.object()};
}

/// False when more text is needed to tell.
bool JsonPieces::findLayout()
{
    if (m_line == 1 && m_from == 0 && m_text.startsWith("\xef\xbb\xbf"))
        forget(3);
    skipGaps();
    if (m_from == m_text.size())
        return false;
    if (m_text.at(m_from) == '[') {
        forget(1);
        m_layout = Layout::List;
        return true;
    }
    const qsizetype end = m_text.indexOf('\n', m_from);
    if (end < 0 && !m_isWhole && m_text.size() - m_from <= longestPiece)
        return false;
    const QByteArray first = m_text.mid(m_from, end < 0 ? -1 : end - m_from);
    m_layout = QJsonDocument::fromJson(first).isObject() ? Layout::Lines : Layout::Values;
    return true;
}

std::optional<JsonPieces::Piece> JsonPieces::next()
{
    if (m_isOver || (m_layout == Layout::Unknown && !findLayout()))
        return {};
    return m_layout == Layout::Lines ? nextLine() : nextValue();
}

std::optional<JsonPieces::Piece> JsonPieces::nextLine()
{
    skipGaps(); // empty lines too
    if (m_from == m_text.size())
        return {};
    const qsizetype end = m_text.indexOf('\n', m_seen);
    const qsizetype until = end < 0 ? m_text.size() : end;
    if (until - m_from > longestPiece)
        return giveUp(m_line, Texts::tr("Line %1 is too long.").arg(m_line));
    if (end < 0 && !m_isWhole) {
        m_seen = m_text.size();
        return {};
    }
    const Piece found = piece(m_line, m_text.mid(m_from, until - m_from));
    forget(until - m_from);
    return found;
}

std::optional<JsonPieces::Piece> JsonPieces::nextValue()
{
    if (m_depth == 0) {
        skipGaps();
        if (m_layout == Layout::List && m_from < m_text.size() && m_text.at(m_from) == ',') {
            forget(1);
            skipGaps();
        }
        if (m_from == m_text.size()) {
            if (m_isWhole && m_layout == Layout::List)
                return giveUp(m_line, Texts::tr("Line %1: the list has no end; the file is cut off.").arg(m_line));
            return {};
        }
        if (m_layout == Layout::List && m_text.at(m_from) == ']') {
            m_isOver = true;
            return {};
        }
        if (m_text.at(m_from) != '{')
            return giveUp(m_line, Texts::tr("Line %1 is not valid JSON.").arg(m_line));
    }
    for (; m_seen < m_text.size(); ++m_seen) {
        const char byte = m_text.at(m_seen);
        if (m_isEscape) {
            m_isEscape = false;
        } else if (m_isText) {
            m_isEscape = byte == '\\';
            m_isText = byte != '"';
        } else if (byte == '"') {
            m_isText = true;
        } else if (byte == '{' || byte == '[') {
            ++m_depth;
        } else if (byte == '}' || byte == ']') {
            if (--m_depth > 0)
                continue;
            m_depth = 0;
            const qsizetype size = m_seen + 1 - m_from;
            const Piece found = piece(m_line, m_text.mid(m_from, size));
            forget(size);
            if (!found.object)
                m_isOver = true; // where the next one begins is not sure
            return found;
        }
        if (m_seen - m_from > longestPiece)
            return giveUp(m_line, Texts::tr("What begins in line %1 is too long.").arg(m_line));
    }
    if (m_isWhole)
        return giveUp(m_line, Texts::tr("Line %1: this object has no end; the file is cut off.").arg(m_line));
    return {};
}

} // namespace engine
