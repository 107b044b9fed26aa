#include "engine/jsontexts.h"

#include <QCoreApplication>
#include <QJsonDocument>
#include <QJsonParseError>

namespace engine {

namespace {

struct Texts {
    Q_DECLARE_TR_FUNCTIONS(engine::JsonPieces)
};

bool isGap(char byte)
{
    return byte == ' ' || byte == '\t' || byte == '\r' || byte == '\n';
}

bool isObject(const QByteArray &text)
{
    return QJsonDocument::fromJson(text).isObject();
}

/// True where somebody began a line for each member or entry, or wrote several objects in one line.
bool isInSeveralLines(const QByteArray &line)
{
    QJsonParseError problem;
    QJsonDocument::fromJson(line, &problem);
    return problem.error == QJsonParseError::GarbageAtEnd || line.endsWith('{') || line.endsWith('[') ||
           line.endsWith(',') || line.endsWith(':');
}

} // namespace

void JsonTexts::add(const QByteArray &text)
{
    forgetHandedOut();
    m_text.remove(0, m_from); // little is left when more is needed
    m_seen -= m_from;
    m_from = 0;
    m_text += text;
}

void JsonTexts::forgetHandedOut()
{
    if (m_handedOut == 0)
        return;
    if (m_layout != Layout::Lines)
        m_line += QByteArrayView(m_text).sliced(m_from, m_handedOut).count('\n');
    m_from += std::exchange(m_handedOut, 0);
    m_seen = m_from;
}

void JsonTexts::skipGaps()
{
    const char *text = m_text.constData();
    while (m_from < m_text.size() && isGap(text[m_from])) {
        m_line += text[m_from] == '\n' ? 1 : 0;
        ++m_from;
    }
    m_seen = std::max(m_seen, m_from);
}

std::optional<JsonTexts::Piece> JsonTexts::giveUp(qint64 line, const QString &message)
{
    m_isOver = true;
    return Piece{.line = line, .text = {}, .problem = message};
}

JsonTexts::Piece JsonTexts::handOut(qsizetype size)
{
    m_handedOut = size;
    return {.line = m_line, .text = QByteArrayView(m_text).sliced(m_from, size)};
}

/// False when more text is needed to tell.
bool JsonTexts::findLayout()
{
    if (m_line == 1 && m_from == 0 && m_text.startsWith("\xef\xbb\xbf"))
        m_from = 3;
    skipGaps();
    if (m_from == m_text.size())
        return false;
    if (m_text.at(m_from) == '[') {
        m_seen = ++m_from;
        m_layout = Layout::List;
        return true;
    }
    const bool isEnough = m_isWhole || m_text.size() - m_from > longestPiece;
    const qsizetype end = m_text.indexOf('\n', m_from);
    if (end < 0 && !isEnough)
        return false;
    const QByteArray first = m_text.mid(m_from, end < 0 ? -1 : end - m_from).trimmed();
    m_layout = isObject(first) ? Layout::Lines : Layout::Values;
    if (m_layout == Layout::Lines || end < 0 || isInSeveralLines(first))
        return true;
    // A broken line, perhaps: then the next one tells.
    const qsizetype next = m_text.indexOf('\n', end + 1);
    if (next < 0 && !isEnough) {
        m_layout = Layout::Unknown;
        return false;
    }
    if (isObject(m_text.mid(end + 1, next < 0 ? -1 : next - end - 1)))
        m_layout = Layout::Lines;
    return true;
}

std::optional<JsonTexts::Piece> JsonTexts::next()
{
    forgetHandedOut();
    if (m_isOver || (m_layout == Layout::Unknown && !findLayout()))
        return {};
    return m_layout == Layout::Lines ? nextLine() : nextValue();
}

std::optional<JsonTexts::Piece> JsonTexts::nextLine()
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
    return handOut(until - m_from);
}

std::optional<JsonTexts::Piece> JsonTexts::nextValue()
{
    if (m_depth == 0) {
        skipGaps();
        if (m_layout == Layout::List && m_from < m_text.size() && m_text.at(m_from) == ',') {
            ++m_from;
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
        m_seen = m_from;
    }
    const char *text = m_text.constData();
    for (; m_seen < m_text.size(); ++m_seen) {
        const char byte = text[m_seen];
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
            if (--m_depth == 0)
                return handOut(m_seen + 1 - m_from);
        }
        if (m_seen - m_from > longestPiece)
            return giveUp(m_line, Texts::tr("What begins in line %1 is too long.").arg(m_line));
    }
    if (m_isWhole)
        return giveUp(m_line, Texts::tr("Line %1: this object has no end; the file is cut off.").arg(m_line));
    return {};
}

} // namespace engine
