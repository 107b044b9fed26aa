#pragma once

#include "core/result.h"
#include "engine/jsontexts.h"

#include <QJsonObject>

#include <optional>

namespace engine {

/// Takes one JSON object after the other out of text that comes in parts; JsonTexts says how it may be laid out.
class JsonPieces
{
public:
    /// One object, or why the text there is none.
    struct Piece {
        qint64 line = 0; ///< Where it begins, from 1.
        core::Result<QJsonObject> object;
    };

    void add(const QByteArray &text) { m_texts.add(text); }
    void end() { m_texts.end(); } ///< No more text comes.

    /// The next object; nothing when more text is needed, or at the end. After an error that cannot be read past,
    /// nothing more comes.
    std::optional<Piece> next();

private:
    JsonTexts m_texts;
};

/// The object that a piece is, or Kind::Invalid naming the line.
core::Result<QJsonObject> objectOf(const JsonTexts::Piece &piece);

} // namespace engine
