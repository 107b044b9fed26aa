#include "dataverse/resolve.h"

#include "core/threadedjob.h"
#include "dataverse/errors.h"
#include "dataverse/finder.h"
#include "dataverse/literals.h"
#include "dataverse/resolvekey.h"

#include <QHash>
#include <QSet>

#include <algorithm>

namespace dataverse {

using namespace Qt::StringLiterals;
using core::Error;
using core::Result;

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(dataverse::Resolve)
};

constexpr qsizetype mostConditions = 100;       // dataverse-api section 4.8
constexpr qsizetype longestFilter = 30'000;     // bytes; half of what a batch bears
constexpr qsizetype longestFilterAlone = 6'000; // the service takes longer ones, proxies on the way may not
constexpr qsizetype longestTerm = 6'000;        // no column that can be matched is that long
constexpr size_t mostPerBatch = 20;             // questions: some two thousand values
constexpr qsizetype mostRows = 10'000;          // of one criterion; more is no match but a filler value
constexpr int refusalsBeforeSuccess = 8;        // then it is not about one of the values
constexpr QChar separator(0x1f);                ///< In no value that a person or a program would match by.

QString purpose()
{
    return u"Look up many rows"_s;
}

/// What a request of its own will get over.
bool isPassing(int status)
{
    return status == 401 || status == 408 || status == 429 || status >= 500;
}

} // namespace

ResolveJob::ResolveJob(net::Service &service, net::Authorizer &authorizer, const QUrl &apiUrl,
                       const mapping::Table &table, const QList<Criterion> &criteria, const QStringList &columns,
                       QObject *parent)
    : GatherJob(service, authorizer, parent)
    , m_api(apiUrl)
    , m_table(table)
    , m_found(criteria.size(), Resolved(QList<Row>()))
{
    if (const std::optional<Error> problem = take(criteria, columns)) {
        finish(*problem);
        return;
    }
    if (m_wanted.empty()) {
        finish(complete());
        return;
    }
    std::vector<int> all(m_wanted.size());
    for (size_t i = 0; i < all.size(); ++i)
        all[i] = int(i);
    askAll(cut(all, longestFilter));
}

std::optional<Error> ResolveJob::take(const QList<Criterion> &criteria, const QStringList &columns)
{
    if (const Result<QByteArray> select = selectOf(m_table, columns); !select)
        return select.error();
    QHash<QByteArray, size_t> known;
    known.reserve(criteria.size());
    m_wanted.reserve(size_t(criteria.size()));
    for (int i = 0; i < criteria.size(); ++i) {
        Result<Wanted> wanted = wantedOf(criteria.at(i), columns);
        if (!wanted) {
            const bool isOfAll = wanted.error().field.isEmpty() || !m_table.column(wanted.error().field);
            if (isOfAll && criteria.at(i).kind != Criterion::Kind::RowId)
                return wanted.error(); // a column that is not there is no matter of one value
            m_found[i] = wanted.error();
            continue;
        }
        if (const auto there = known.constFind(wanted->term); there != known.cend()) {
            m_wanted[*there].positions << i;
            continue;
        }
        known.insert(wanted->term, m_wanted.size());
        wanted->positions = {i};
        m_wanted.push_back(std::move(*wanted));
    }
    return std::nullopt;
}

Result<int> ResolveJob::shapeOf(const QList<KeyPart> &parts, const QStringList &columns)
{
    const auto isIt = [&parts](const Shape &shape) {
        return std::equal(
            parts.cbegin(), parts.cend(), shape.columns.cbegin(), shape.columns.cend(),
            [](const KeyPart &part, const mapping::Column *column) { return part.column == column->logicalName; });
    };
    const auto known = std::find_if(m_shapes.cbegin(), m_shapes.cend(), isIt);
    if (known != m_shapes.cend())
        return int(known - m_shapes.cbegin());

    Shape shape;
    QStringList names = columns;
    bool canTell = true; // which criterion a row belongs to
    for (const KeyPart &part : parts) {
        shape.columns << m_table.column(part.column);
        names << part.column;
        canTell = canTell && shape.columns.constLast()->isValidForRead;
    }
    const Result<QByteArray> select = selectOf(m_table, names);
    if (!select)
        return select.error();
    shape.select = *select;
    shape.mostTogether = canTell ? std::max<qsizetype>(1, mostConditions / parts.size()) : 1;
    m_shapes.push_back(shape);
    return int(m_shapes.size()) - 1;
}

Result<ResolveJob::Wanted> ResolveJob::wantedOf(const Criterion &criterion, const QStringList &columns)
{
    const bool isById = criterion.kind == Criterion::Kind::RowId;
    QList<KeyPart> asked = criterion.parts;
    if (isById)
        asked = {{.column = m_table.primaryId, .value = criterion.parts.value(0).value}};
    if (asked.isEmpty()) // would find every row
        return Error{.kind = Error::Kind::Invalid, .message = Words::tr("There is no id to look for.")};
    const Result<QList<KeyPart>> parts = keyParts(m_table, asked);
    if (!parts)
        return parts.error();
    const Result<int> shape = shapeOf(*parts, columns);
    if (!shape)
        return shape.error();

    Wanted wanted{.shape = *shape};
    for (const KeyPart &part : *parts) {
        const mapping::Column &column = *m_table.column(part.column); // keyParts() saw it
        const Result<QByteArray> literal = columnLiteral(column, part.value);
        if (!literal)
            return literal.error();
        if (literal->size() > longestTerm || part.value.contains(QChar::Null))
            return Error{.kind = Error::Kind::Invalid,
                         .message = Words::tr("No row can have the value that was looked for in the column “%1”: it is "
                                              "too long, or holds what no text holds.")
                                        .arg(column.displayName),
                         .field = column.logicalName};
        if (!wanted.term.isEmpty())
            wanted.term += "%20and%20";
        wanted.term.append(column.readName().toLatin1()).append("%20eq%20").append(*literal);
        wanted.key += likeness(column, part.value) + separator;
    }
    if (parts->size() > 1)
        wanted.term = '(' + wanted.term + ')';
    return wanted;
}

/// Questions in which no two criteria are alike.
ResolveJob::Questions ResolveJob::cut(const std::vector<int> &wanted, qsizetype longest) const
{
    // The first ones of each key go together, then the second ones, and so on; each shape for itself.
    struct Open {
        std::shared_ptr<Question> question;
        qsizetype bytes = 0;
    };
    std::vector<std::vector<Open>> layers(m_shapes.size());
    std::vector<QHash<QString, size_t>> seen(m_shapes.size());
    seen.front().reserve(qsizetype(wanted.size())); // nearly always there is but one
    Questions questions;
    for (const int index : wanted) {
        const Wanted &one = m_wanted[size_t(index)];
        const Shape &shape = m_shapes[size_t(one.shape)];
        const size_t layer = seen[size_t(one.shape)][one.key]++;
        std::vector<Open> &open = layers[size_t(one.shape)];
        if (open.size() <= layer)
            open.resize(layer + 1);
        Open &place = open[layer];
        const qsizetype bytes = one.term.size() + 10;
        const bool isRoom = place.question && place.bytes + bytes <= longest &&
                            qsizetype(place.question->wanted.size()) < shape.mostTogether;
        if (!isRoom) {
            place = {.question = std::make_shared<Question>()};
            questions.push_back(place.question);
        }
        place.question->wanted.push_back(index);
        place.bytes += bytes;
    }
    return questions;
}

QByteArray ResolveJob::pathFor(const Question &question) const
{
    const Shape &shape = m_shapes[size_t(m_wanted[size_t(question.wanted.front())].shape)];
    QByteArray path;
    path.reserve(longestFilter);
    path.append(m_table.entitySet.toLatin1()).append('?').append(shape.select).append("&$filter=");
    bool isFirst = true;
    for (const int index : question.wanted) {
        if (!isFirst)
            path += "%20or%20";
        isFirst = false;
        path += m_wanted[size_t(index)].term;
    }
    return path;
}

net::Request ResolveJob::requestFor(const Question &question) const
{
    return m_api.get(pathFor(question), purpose());
}

void ResolveJob::prepare(Question &question) const
{
    question.rows.assign(question.wanted.size(), {});
    question.byKey.clear();
    for (size_t i = 0; i < question.wanted.size(); ++i)
        question.byKey.insert(m_wanted[size_t(question.wanted[i])].key, int(i));
}

void ResolveJob::askAllAlone(const std::vector<int> &wanted)
{
    for (const std::shared_ptr<Question> &question : cut(wanted, longestFilterAlone)) {
        prepare(*question);
        askAlone(question, requestFor(*question));
    }
}

void ResolveJob::askAll(const Questions &questions)
{
    Questions together;
    for (const std::shared_ptr<Question> &question : questions) {
        prepare(*question);
        together.push_back(question);
        if (together.size() < mostPerBatch && question != questions.back())
            continue;
        const bool isShort = together.size() == 1 && requestFor(*question).url.toEncoded().size() <= longestFilterAlone;
        if (isShort || m_isBatchRefused) {
            for (const std::shared_ptr<Question> &one : together)
                askAlone(one, requestFor(*one));
        } else {
            askInBatch(together);
        }
        together.clear();
    }
}

void ResolveJob::askAlone(const std::shared_ptr<Question> &question, const net::Request &request)
{
    ask(request,
        [this, question](const net::Reply &reply) { return take(question, reply, readerFor(*question).read(reply)); });
}

void ResolveJob::askInBatch(const Questions &questions)
{
    BatchWriter writer(qsizetype(questions.size()) * 8'000);
    for (const std::shared_ptr<Question> &question : questions) {
        const QByteArray target = m_api.target(pathFor(*question));
        if (const std::optional<Error> problem = writer.add(m_api.get({}, purpose()), target)) {
            finish(*problem);
            return;
        }
    }
    const Batch batch = writer.take();
    net::Request request = m_api.patch("$batch", batch.body, purpose());
    request.method = "POST";
    for (auto &[name, value] : request.headers) {
        if (name == "Content-Type")
            value = batch.contentType;
    }
    request.headers.emplaceBack("Prefer", "odata.continue-on-error");
    request.maxReplyBytes = 256LL * 1024 * 1024;
    ask(request, [this, questions, places = batch.places](const net::Reply &reply) {
        return readBatch(questions, places, reply);
    });
}

std::optional<Error> ResolveJob::readBatch(const Questions &questions, const QList<BatchPlace> &places,
                                           const net::Reply &reply)
{
    const Result<BatchAnswers> answers = BatchAnswers::read(reply, {.places = places});
    if (!answers) {
        const bool takesNone = reply.status == 400 || reply.status == 404 || reply.status == 405 ||
                               reply.status == 413 || reply.status == 501;
        if (!takesNone || m_isBatchRefused)
            return answers.error();
        m_isBatchRefused = true;
        std::vector<int> wanted;
        for (const std::shared_ptr<Question> &question : questions)
            wanted.insert(wanted.end(), question->wanted.begin(), question->wanted.end());
        askAllAlone(wanted);
        return std::nullopt;
    }
    std::vector<std::pair<net::Reply, Reader>> parts;
    for (size_t i = 0; i < questions.size(); ++i) {
        const BatchPart *part = answers->at(int(i));
        if (!part)
            return unreadableReply(reply);
        parts.emplace_back(part->toReply(), readerFor(*questions[i]));
        m_answers += part->status >= 200 && part->status < 300; // counts for refusals that come while these are read
    }
    // A thousand rows: reading them takes longer than all else that is done with them.
    const auto readAll = [parts = std::move(parts)]() -> Result<Answers> {
        Answers read;
        for (const auto &[part, reader] : parts) {
            read.emplace_back(part, reader.read(part));
            if (part.isSuccess())
                read.back().first.body.clear(); // its rows are there
        }
        return read;
    };
    await(core::inThread<Answers>(readAll, this),
          [this, questions](const Answers &read) { return takeAll(questions, read); });
    return std::nullopt;
}

std::optional<Error> ResolveJob::takeAll(const Questions &questions, const Answers &answers)
{
    // The good ones first: that they are there tells what a refusal means.
    std::vector<size_t> bad;
    for (size_t i = 0; i < questions.size(); ++i) {
        const auto &[reply, told] = answers[i];
        if (isPassing(reply.status)) {
            askAllAlone(questions[i]->wanted); // where the scheduler waits, or the token is renewed
            continue;
        }
        if (reply.status >= 300) {
            bad.push_back(i);
            continue;
        }
        if (const std::optional<Error> problem = take(questions[i], reply, told))
            return problem;
    }
    for (const size_t i : bad) {
        if (const std::optional<Error> problem = take(questions[i], answers[i].first, answers[i].second))
            return problem;
    }
    return std::nullopt;
}

ResolveJob::Reader ResolveJob::readerFor(const Question &question) const
{
    Reader reader{.primaryId = m_table.primaryId};
    if (question.wanted.size() > 1) { // else nothing is to be told apart
        for (const mapping::Column *column : m_shapes[size_t(m_wanted[size_t(question.wanted.front())].shape)].columns)
            reader.columns << *column;
    }
    return reader;
}

Result<ResolveJob::Told> ResolveJob::Reader::read(const net::Reply &reply) const
{
    const Result<QJsonObject> object = readObject(reply);
    if (!object)
        return object.error();
    const QJsonValue list = object->value(u"value");
    if (!list.isArray())
        return unreadableReply(reply);
    const QJsonArray found = list.toArray();
    Told told{.next = object->value(u"@odata.nextLink").toString()};
    told.rows.reserve(size_t(found.size()));
    for (const QJsonValue &entry : found) {
        const QJsonObject values = entry.toObject();
        const QString id = bareGuid(values.value(primaryId).toString());
        if (id.isEmpty())
            return unreadableReply(reply);
        QString key;
        for (const mapping::Column &column : columns)
            key += likeness(column, values.value(column.readName())) + separator;
        told.rows.push_back(
            {.key = key, .row = {.id = id, .etag = values.value(u"@odata.etag").toString(), .values = values}});
    }
    return told;
}

std::optional<Error> ResolveJob::take(const std::shared_ptr<Question> &question, const net::Reply &reply,
                                      const Result<Told> &told)
{
    if (!reply.isSuccess())
        return refused(*question, reply);
    if (!told)
        return told.error();
    ++m_answers;
    for (const Told::One &one : told->rows) {
        if (give(*question, one))
            continue;
        askOneByOne(*question); // what this environment takes for equal is not what we do
        return std::nullopt;
    }
    if (!told->next.isEmpty())
        return readOn(question, told->next, reply);
    for (size_t i = 0; i < question->wanted.size(); ++i)
        settle(question->wanted[i], question->rows[i]);
    return std::nullopt;
}

std::optional<Error> ResolveJob::readOn(const std::shared_ptr<Question> &question, const QString &link,
                                        const net::Reply &reply)
{
    qsizetype rows = 0;
    for (const QList<Row> &some : question->rows)
        rows += some.size();
    if (rows > mostRows && question->wanted.size() > 1) {
        askOneByOne(*question);
        return std::nullopt;
    }
    if (rows > mostRows) {
        settle(question->wanted.front(),
               Error{.kind = Error::Kind::Conflict,
                     .message = Words::tr("More than %n row(s) of “%1” have that value.", nullptr, int(mostRows))
                                    .arg(m_table.displayName),
                     .fix = Words::tr("Match by a column that tells people apart.")});
        return std::nullopt;
    }
    const Result<net::Request> next = nextPage(link, reply);
    if (!next)
        return next.error();
    askAlone(question, *next);
    return std::nullopt;
}

void ResolveJob::askOneByOne(const Question &question)
{
    Questions alone;
    for (const int index : question.wanted)
        alone.push_back(std::make_shared<Question>(Question{.wanted = {index}}));
    askAll(alone);
}

void ResolveJob::settle(int wanted, const Resolved &found)
{
    for (const int position : m_wanted[size_t(wanted)].positions)
        m_found[position] = found;
}

/// A 400 may be about one of the values: then the others shall be found all the same.
std::optional<Error> ResolveJob::refused(const Question &question, const net::Reply &reply)
{
    const Error error = readError(reply);
    const bool isAboutAll = m_answers == 0 && ++m_refusals > refusalsBeforeSuccess;
    if (reply.status != 400 || isAboutAll)
        return error;
    if (question.wanted.size() == 1) {
        if (m_answers == 0)
            return error;
        settle(question.wanted.front(), error);
        return std::nullopt;
    }
    const auto half = question.wanted.begin() + qsizetype(question.wanted.size() / 2);
    askAll({std::make_shared<Question>(Question{.wanted = {question.wanted.begin(), half}}),
            std::make_shared<Question>(Question{.wanted = {half, question.wanted.end()}})});
    return std::nullopt;
}

/// False when it is like none of those that were asked for.
bool ResolveJob::give(Question &question, const Told::One &one) const
{
    if (question.wanted.size() == 1) {
        question.rows.front() << one.row;
        return true;
    }
    const auto same = question.byKey.constFind(one.key);
    if (same == question.byKey.cend())
        return false;
    question.rows[size_t(*same)] << one.row;
    return true;
}

/// The link as it came; but only to where the token belongs.
Result<net::Request> ResolveJob::nextPage(const QString &link, const net::Reply &reply) const
{
    net::Request request = m_api.get({}, purpose());
    const QUrl next = QUrl::fromEncoded(link.toUtf8(), QUrl::StrictMode);
    const bool isHome =
        next.isValid() && next.scheme() == request.url.scheme() && next.authority() == request.url.authority();
    if (!isHome)
        return unreadableReply(reply);
    request.url = next;
    return request;
}

Result<QList<Resolved>> ResolveJob::complete()
{
    return std::move(m_found);
}

} // namespace dataverse
