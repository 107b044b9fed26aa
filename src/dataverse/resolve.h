#pragma once

#include "dataverse/batch.h"
#include "dataverse/client.h"
#include "dataverse/gatherjob.h"

#include <QHash>

#include <memory>
#include <vector>

namespace dataverse {

/// The rows that one criterion finds, none to all of them; or why nothing can be found by it: a value that no row can
/// have, or that the service refuses, or more than 10,000 rows (Kind::Conflict).
using Resolved = core::Result<QList<Row>>;

/// Looks up very many rows at once, with the columns that are wanted of them.
///
/// As many values as the service bears stand in one $filter (dataverse-api section 4.8), and as many such questions in
/// one $batch (section 5.2, where addresses may be long): a thousand values are one request. Where batches are refused
/// the questions go alone.
///
/// Dataverse compares text without regard to case, and perhaps to accents: each row found is given to the criterion
/// that is like it (resolvekey.h). Criteria that are alike are never asked for in one question; where a row is like
/// none of them all the same, its question is asked again value by value. Equal criteria are asked for once.
class ResolveJob final : public GatherJob<QList<Resolved>>
{
public:
    /// One result for each of `criteria`, same order; several rows of one in the server's order. Rows carry at least
    /// `columns`, as Client::find() gives them. Fails as a whole when a column is not there or the environment cannot
    /// be read.
    ResolveJob(net::Service &service, net::Authorizer &authorizer, const QUrl &apiUrl, const mapping::Table &table,
               const QList<Criterion> &criteria, const QStringList &columns, QObject *parent);

private:
    /// Criteria that look at the same columns.
    struct Shape {
        QList<const mapping::Column *> columns = {};
        QByteArray select = {};
        qsizetype mostTogether = 1;
    };
    struct Wanted {
        QByteArray term = {}; ///< Of the $filter, encoded.
        QString key = {};     ///< What is alike for Dataverse is alike here.
        int shape = 0;
        QList<int> positions = {}; ///< In the caller's list.
    };
    /// What is asked for in one $filter, and what came so far.
    struct Question {
        std::vector<int> wanted = {};
        std::vector<QList<Row>> rows = {}; ///< Of each.
        QHash<QString, int> byKey = {};    ///< Which of them is like that.
    };
    using Questions = std::vector<std::shared_ptr<Question>>;
    /// An answer's rows, and where to read on.
    struct Told {
        struct One {
            QString key = {}; ///< As that of a Wanted.
            Row row = {};
        };
        std::vector<One> rows = {};
        QString next = {}; ///< A link; empty when these are all.
    };
    /// What it takes to read a shape's rows without the job, from any thread.
    struct Reader {
        QString primaryId = {};
        QList<mapping::Column> columns = {};

        core::Result<Told> read(const net::Reply &reply) const;
    };
    using Answers = std::vector<std::pair<net::Reply, core::Result<Told>>>; ///< One of each question.

    std::optional<core::Error> take(const QList<Criterion> &criteria, const QStringList &columns);
    core::Result<int> shapeOf(const QList<KeyPart> &parts, const QStringList &columns);
    core::Result<Wanted> wantedOf(const Criterion &criterion, const QStringList &columns);
    Questions cut(const std::vector<int> &wanted, qsizetype longest) const;
    QByteArray pathFor(const Question &question) const;
    net::Request requestFor(const Question &question) const;

    void prepare(Question &question) const;
    void askAll(const Questions &questions);
    void askAllAlone(const std::vector<int> &wanted);
    void askAlone(const std::shared_ptr<Question> &question, const net::Request &request);
    void askInBatch(const Questions &questions);
    std::optional<core::Error> readBatch(const Questions &questions, const QList<BatchPlace> &places,
                                         const net::Reply &reply);
    Reader readerFor(const Question &question) const;
    std::optional<core::Error> takeAll(const Questions &questions, const Answers &answers);
    std::optional<core::Error> take(const std::shared_ptr<Question> &question, const net::Reply &reply,
                                    const core::Result<Told> &told);
    std::optional<core::Error> readOn(const std::shared_ptr<Question> &question, const QString &link,
                                      const net::Reply &reply);
    void askOneByOne(const Question &question);
    void settle(int wanted, const Resolved &found);
    std::optional<core::Error> refused(const Question &question, const net::Reply &reply);
    bool give(Question &question, const Told::One &one) const;
    core::Result<net::Request> nextPage(const QString &link, const net::Reply &reply) const;
    core::Result<QList<Resolved>> complete() override;

    const Api m_api;
    const mapping::Table m_table;
    std::vector<Shape> m_shapes;
    std::vector<Wanted> m_wanted;
    QList<Resolved> m_found;
    bool m_isBatchRefused = false;
    int m_answers = 0;
    int m_refusals = 0;
};

} // namespace dataverse
