#include "engine/listpeople.h"

#include <QCoreApplication>

#include <algorithm>

namespace engine {

using namespace Qt::StringLiterals;
using core::Result;

namespace {

struct Texts {
    Q_DECLARE_TR_FUNCTIONS(engine::PeopleSource)
};

constexpr qsizetype idsInPart = 300; // each is a request: so it is told often enough how far it is

QStringList eachOnce(QStringList ids)
{
    ids.removeAll(QString());
    ids.removeDuplicates();
    return ids;
}

} // namespace

class ListPeople::PartJob final : public core::Job<SourcePart>
{
public:
    PartJob(ListPeople &source, QObject *parent) : Job(parent), m_source(source)
    {
        const QStringList ids = m_source.m_ids.mid(m_source.m_first, idsInPart);
        if (m_source.m_question.ids != ids)
            m_source.m_question = {.ids = ids, .regulation = m_source.m_regulation};
        core::Job<SourcePart> *asking = askDidomi(m_source.m_link, m_source.m_question, true, this);
        connect(asking, &JobBase::progressed, this,
                [this](qint64 done) { Q_EMIT progressed(m_source.m_first + done, m_source.m_ids.size()); });
        asking->whenDone(this, [this](const Result<SourcePart> &asked) { take(asked); });
    }

private:
    void take(const Result<SourcePart> &asked)
    {
        if (!asked)
            return finish(asked.error());
        m_source.m_first += m_source.m_question.ids.size();
        m_source.m_question = {};
        SourcePart part = *asked;
        std::vector<SourcePerson> people = std::exchange(part.people, {});
        m_source.m_filter.pick(std::move(people), part);
        part.again.clear(); // all that Didomi knows of them is here
        part.isLast = m_source.m_first >= m_source.m_ids.size();
        part.done = m_source.m_first;
        part.total = m_source.m_ids.size();
        part.mark = PlaceMark{.isEnd = part.isLast, .count = m_source.m_first}.toText();
        finish(part);
    }

    ListPeople &m_source;
};

ListPeople::ListPeople(bridge::Link &link, const Scope &scope, QStringList ids, const PlaceMark &after)
    : m_link(link)
    , m_regulation(scope.regulation.isEmpty() ? link.profile().options.regulation : scope.regulation)
    , m_ids(eachOnce(std::move(ids)))
    , m_filter(scope)
    , m_first(after.isEnd ? m_ids.size() : std::min<qsizetype>(after.count, m_ids.size()))
{
}

core::Job<SourcePart> *ListPeople::next(QObject *parent)
{
    return new PartJob(*this, parent);
}

core::Job<SourcePart> *ListPeople::people(const QStringList &ids, QObject *parent)
{
    if (m_again.ids != ids)
        m_again = {.ids = ids, .regulation = m_regulation};
    return askDidomi(m_link, m_again, false, parent);
}

QString ListPeople::name() const
{
    return Texts::tr("Didomi, organization %1: %n chosen people.", nullptr, int(m_ids.size()))
        .arg(m_link.profile().didomi.organizationId);
}

QDateTime ListPeople::knownAt() const
{
    return m_link.clock().now();
}

} // namespace engine
