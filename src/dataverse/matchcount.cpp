#include "dataverse/matchcount.h"

#include "dataverse/errors.h"
#include "dataverse/literals.h"
#include "dataverse/resolvekey.h"
#include "net/calljob.h"

#include <QCoreApplication>
#include <QHash>
#include <QSet>

namespace dataverse {

using namespace Qt::StringLiterals;
using core::Error;
using core::Result;

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(dataverse::Finder)
};

constexpr int mostTogether = 100;         // dataverse-api section 4.8
constexpr qsizetype longestFilter = 6000; // bytes; Dataverse takes longer ones, proxies on the way may not
constexpr int several = 2;

} // namespace

MatchCountJob::MatchCountJob(net::Service &service, net::Authorizer &authorizer, const Api &api,
                             const mapping::Table &table, const QString &column, const QStringList &values,
                             const QList<KeyPart> &others, QObject *parent)
    : Job(parent)
    , m_service(service)
    , m_authorizer(authorizer)
    , m_api(api)
    , m_table(table)
    , m_found(values.size(), Matches::Impossible)
    , m_together(mostTogether)
{
    m_column = m_table.column(column);
    if (!m_column || !m_column->isValidForRead) {
        finish(
            Error{.kind = Error::Kind::Invalid,
                  .message =
                      Words::tr("The table “%1” has no column “%2” that can be read.").arg(m_table.displayName, column),
                  .fix = Words::tr("Choose another match column."),
                  .field = column});
        return;
    }
    const Result<QList<KeyPart>> parts = keyParts(m_table, others);
    if (!parts) {
        finish(m_found); // nobody has all of that
        return;
    }
    for (const KeyPart &part : *parts) {
        const mapping::Column &other = *m_table.column(part.column); // keyParts() saw it
        const Result<QByteArray> literal = columnLiteral(other, part.value);
        if (!literal) {
            finish(m_found);
            return;
        }
        m_others += "%20and%20" + other.readName().toLatin1() + "%20eq%20" + *literal;
    }
    take(values);
    askNext();
}

void MatchCountJob::take(const QStringList &values)
{
    QHash<QByteArray, qsizetype> known;
    for (int i = 0; i < values.size(); ++i) {
        const QString &value = values.at(i);
        const Result<QByteArray> literal =
            value.isEmpty() ? Result<QByteArray>(QByteArray()) : columnLiteral(*m_column, value);
        const bool isAskable =
            literal && !literal->isEmpty() && literal->size() <= longestFilter && !value.contains(QChar::Null);
        if (!isAskable) {
            ++m_done; // Impossible, as it stands
            continue;
        }
        if (const auto there = known.constFind(*literal); there != known.cend()) {
            m_waiting[*there].positions << i;
            continue;
        }
        known.insert(*literal, m_waiting.size());
        m_waiting << Wanted{.literal = *literal, .key = likeness(*m_column, value), .positions = {i}};
    }
}

void MatchCountJob::askNext()
{
    if (m_waiting.isEmpty())
        return finish(m_found);

    const QByteArray name = m_column->readName().toLatin1();
    m_asked.clear();
    QSet<QString> keys;
    QByteArray filter;
    QList<Wanted> later;
    for (const Wanted &wanted : std::as_const(m_waiting)) {
        const QByteArray term = (filter.isEmpty() ? QByteArray() : "%20or%20") + name + "%20eq%20" + wanted.literal;
        const bool isRoom =
            m_asked.isEmpty() || (m_asked.size() < m_together && filter.size() + term.size() <= longestFilter);
        if (!isRoom || keys.contains(wanted.key)) {
            later << wanted;
            continue;
        }
        filter += term;
        keys << wanted.key;
        m_asked << wanted;
    }
    m_waiting = later;

    // As many rows as tell each value's fate, and one more: an answer that is full has a value with several rows.
    const qsizetype most = several * m_asked.size() + 1;
    const QByteArray select = name == m_table.primaryId.toLatin1() ? name : m_table.primaryId.toLatin1() + ',' + name;
    const QByteArray address = m_table.entitySet.toLatin1() + "?$select=" + select +
                               "&$filter=" + (m_others.isEmpty() ? filter : '(' + filter + ')' + m_others) +
                               "&$top=" + QByteArray::number(most);
    auto *call = new net::CallJob<QJsonArray>(m_service, &m_authorizer, m_api.get(address, u"Look up many rows"_s),
                                              readList, this);
    call->whenDone(this, [this](const Result<QJsonArray> &rows) {
        if (rows)
            readRows(*rows);
        else
            finish(rows.error());
    });
}

void MatchCountJob::readRows(const QJsonArray &rows)
{
    if (m_asked.size() == 1) {
        settle(m_asked.constFirst(), int(rows.size()));
        return goOn();
    }
    QHash<QString, int> counts;
    for (const Wanted &wanted : std::as_const(m_asked))
        counts.insert(wanted.key, 0);
    bool isClear = true;
    for (const QJsonValue &row : rows) {
        const auto count = counts.find(likeness(*m_column, row[m_column->readName()]));
        if (count == counts.end())
            isClear = false;
        else
            ++*count;
    }
    const bool isFull = rows.size() > several * m_asked.size();
    QList<Wanted> again;
    for (const Wanted &wanted : std::as_const(m_asked)) {
        const int count = counts.value(wanted.key);
        if (isClear && (!isFull || count >= several))
            settle(wanted, count);
        else
            again << wanted;
    }
    if (!isClear)
        m_together = 1; // what this environment takes for equal is not what we do
    m_waiting = again + m_waiting;
    goOn();
}

void MatchCountJob::goOn()
{
    askNext();
    Q_EMIT progressed(m_done, m_found.size()); // last: a handler may delete this job
}

void MatchCountJob::settle(const Wanted &wanted, int rows)
{
    const Matches matches = rows == 0 ? Matches::None : rows < several ? Matches::One : Matches::Several;
    for (const int position : wanted.positions)
        m_found[position] = matches;
    m_done += int(wanted.positions.size());
}

} // namespace dataverse
