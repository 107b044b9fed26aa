#pragma once

#include <QByteArray>
#include <QByteArrayView>
#include <QString>

#include <optional>

namespace engine {

/// Finds where one JSON object after the other stands in text that comes in parts: lines of objects, objects one after
/// the other, or the entries of one array. Memory is that of the longest object.
///
/// Where the first line is an object by itself, or is broken and the second one is, each line must be one: then a
/// broken line costs only itself.
class JsonTexts
{
public:
    static constexpr qsizetype longestPiece = 16 * 1024 * 1024;

    struct Piece {
        qint64 line = 0;      ///< Where it begins, from 1.
        QByteArrayView text;  ///< Until the next call of any member.
        QString problem = {}; ///< Why there is no text; a translated sentence.
    };

    void add(const QByteArray &text);
    void end() { m_isWhole = true; } ///< No more text comes.

    /// The next object; nothing when more text is needed, or at the end. After a problem that cannot be read past,
    /// nothing more comes.
    std::optional<Piece> next();

    /// The last piece is not JSON: nothing more comes, unless it is sure where the next one begins.
    void refuse() { m_isOver = m_isOver || m_layout != Layout::Lines; }

private:
    enum class Layout { Unknown, Lines, Values, List };

    void forgetHandedOut();
    void skipGaps();
    bool findLayout();
    std::optional<Piece> nextLine();
    std::optional<Piece> nextValue();
    std::optional<Piece> giveUp(qint64 line, const QString &message);
    Piece handOut(qsizetype size);

    QByteArray m_text;         ///< Not forgotten yet …
    qsizetype m_from = 0;      ///< … from here on.
    qsizetype m_handedOut = 0; ///< So many bytes from there are with the caller.
    qsizetype m_seen = 0;      ///< Up to here the value at m_from has been looked at.
    int m_depth = 0;           ///< There.
    bool m_isText = false;     ///< There, within a string.
    bool m_isEscape = false;
    qint64 m_line = 1; ///< Of m_from.
    bool m_isWhole = false;
    bool m_isOver = false;
    Layout m_layout = Layout::Unknown;
};

} // namespace engine
