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

Error invalid(const QString &message, const QString &detail = {})
{
    return {.kind = Error::Kind::Invalid, .message = message, .detail = detail};
}

} // namespace

core::Result<QJsonObject> objectOf(const JsonTexts::Piece &piece)
{
    if (!piece.problem.isEmpty())
        return invalid(piece.problem);
    QJsonParseError problem;
    const QByteArray text = QByteArray::fromRawData(piece.text.data(), piece.text.size());
    const QJsonDocument document = QJsonDocument::fromJson(text, &problem);
    if (problem.error != QJsonParseError::NoError) {
        const qint64 there =
            piece.line + piece.text.first(qMin(qsizetype(problem.offset), piece.text.size())).count('\n');
        return invalid(Texts::tr("Line %1 is not valid JSON.").arg(there), problem.errorString());
    }
    if (!document.isObject())
        return invalid(Texts::tr("Line %1 holds no JSON object.").arg(piece.line));
    return document.object();
}

std::optional<JsonPieces::Piece> JsonPieces::next()
{
    const std::optional<JsonTexts::Piece> text = m_texts.next();
    if (!text)
        return {};
    Piece piece{.line = text->line, .object = objectOf(*text)};
    if (!piece.object)
        m_texts.refuse();
    return piece;
}

} // namespace engine
