#include "engine/records.h"

#include "engine/fastjson.h"
#include "engine/jsonpieces.h"
#include "engine/readrecords.h"
#include "engine/sourcebody.h"

#include <QCoreApplication>

namespace engine {

using namespace Qt::StringLiterals;
using core::Error;

namespace {

struct Texts {
    Q_DECLARE_TR_FUNCTIONS(engine::Records)
};

void nameLine(Records &records, qint64 line)
{
    for (Error &problem : records.problems)
        problem.message = Texts::tr("Line %1: %2").arg(line).arg(problem.message);
}

/// Halves of pairs are the one thing in texts that the two parsers take for different characters.
bool mayHoldHalfPairs(QByteArrayView text)
{
    return text.contains('\\') && (text.contains("\\ud") || text.contains("\\uD"));
}

} // namespace

void reading::readOther(const QJsonObject &object, Records &records)
{
    const auto read = readSourceBodies(object);
    if (!read) {
        records.problems << read.error();
        return;
    }
    for (const SourceBody &body : read->bodies) {
        if (body.kind == SourceBody::Kind::Reminder) {
            records.problems << Error{
                .kind = Error::Kind::Invalid,
                .message = Texts::tr("This webhook, “%1”, does not say what somebody chose.").arg(body.type),
                .fix = Texts::tr("Read the person from Didomi instead.")};
            continue;
        }
        Told told{.subject = body.subject};
        if (body.kind == SourceBody::Kind::Event) {
            QJsonObject entity = body.entity;
            entity.insert(u"regulation"_s, body.subject.regulation);
            const auto event = consent::readEvent(entity);
            if (event)
                told.events = {{*event}};
        }
        records.told << told;
    }
}

struct RecordParser::State {
    simdjson::dom::parser parser{JsonTexts::longestPiece + 1};
    SharedTexts texts;
};

RecordParser::RecordParser() : m(std::make_unique<State>())
{
}

RecordParser::~RecordParser() = default;

Records RecordParser::read(const JsonTexts::Piece &piece, bool *isJson)
{
    if (!piece.problem.isEmpty() || mayHoldHalfPairs(piece.text))
        return readSlowly(piece, isJson);
    const auto parsed = m->parser.parse(piece.text.data(), std::size_t(piece.text.size()));
    if (parsed.error() != simdjson::SUCCESS || !parsed.value_unsafe().is_object())
        return readSlowly(piece, isJson);
    *isJson = true;
    Records records;
    reading::readRecords(FastJson(parsed.value_unsafe(), m->texts), records);
    nameLine(records, piece.line);
    return records;
}

Records RecordParser::readSlowly(const JsonTexts::Piece &piece, bool *isJson)
{
    const auto object = objectOf(piece);
    *isJson = object.hasValue();
    if (!object)
        return {.told = {}, .problems = {object.error()}};
    Records records;
    reading::readRecords(consent::QtJson(*object), records);
    nameLine(records, piece.line);
    return records;
}

} // namespace engine
