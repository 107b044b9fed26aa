#pragma once

#include "core/result.h"

#include <QByteArray>
#include <QJsonObject>

#include <optional>

namespace engine {

/// Takes one JSON object after the other out of text that comes in parts: lines of objects, objects one after the
/// other, or the members of one array. Memory is that of the longest object.
///
/// Where the first line is an object by itself, each line must be one: then a broken line costs only itself.
class JsonPieces
{
public:
    static constexpr qsizetype longestPiece = 16 * 1024 * 1024;

    /// One object, or why the text there is none.
    struct Piece {
        qint64 line = 0; ///< Where it begins, from 1.
        core::Result<QJsonObject> object;
    };

    void add(const QByteArray &text) { m_text += text; }
    void end() { m_isWhole = true; } ///< No more text comes.

    /// The next object; nothing when more text is needed, or at the end. After an error that cannot be read past,
    /// nothing more comes.
    std::optional<Piece> next();

private:
    enum class Layout { Unknown, Lines, Values, List };

    void skipGaps();
    bool findLayout();
    std::optional<Piece> nextLine();
    std::optional<Piece> nextValue();
    Piece piece(qint64 line, const QByteArray &text) const;
    std::optional<Piece> giveUp(qint64 line, const QString &message);
    void forget(qsizetype bytes);

    QByteArray m_text;     ///< Not handed out yet …
    qsizetype m_from = 0;  ///< … from here on.
    qsizetype m_seen = 0;  ///< Up to here the value at m_from has been looked at.
    int m_depth = 0;       ///< There.
    bool m_isText = false; ///< There, within a string.
    bool m_isEscape = false;
    qint64 m_line = 1; ///< Of m_from.
    bool m_isWhole = false;
    bool m_isOver = false;
    Layout m_layout = Layout::Unknown;
};

} // namespace engine
