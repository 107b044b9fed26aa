#include "engine/exportreader.h"

#include "engine/placemark.h"

#include <QCoreApplication>

namespace engine {

using namespace Qt::StringLiterals;
using core::Error;

namespace {

struct Texts {
    Q_DECLARE_TR_FUNCTIONS(engine::PeopleSource)
};

constexpr qsizetype peopleInPart = 2'000;
constexpr int recordsInPart = 50'000; ///< Where few of them are wanted: so that it is told often how far it is.
constexpr qsizetype problemsInPart = 1'000;

} // namespace

ExportReader::ExportReader(Order order, const std::atomic<bool> &stop)
    : m_order(std::move(order)), m_stop(stop), m_filter(m_order.scope), m_walk(m_order.files, stop)
{
}

QString ExportReader::markOf(const ExportFiles &files, const ExportWalk &walk)
{
    return PlaceMark{
        .isEnd = walk.isAtEnd(), .count = walk.bytesRead(), .place = files.fingerprint() + u'/' + walk.place().toText()}
        .toText();
}

std::optional<ExportWalk::Place> ExportReader::placeOf(const ExportFiles &files, const QString &mark)
{
    const std::optional<PlaceMark> read = PlaceMark::fromText(mark);
    if (!read)
        return {};
    if (read->isEnd)
        return ExportWalk::Place{.file = files.files.size()};
    const QString prefix = files.fingerprint() + u'/';
    return read->place.startsWith(prefix) ? ExportWalk::Place::fromText(read->place.mid(prefix.size())) : std::nullopt;
}

void ExportReader::fill(Gathering &gathering, SourcePart &part)
{
    for (int records = 0; gathering.size() < peopleInPart && records < recordsInPart; ++records) {
        std::optional<Told> told = m_walk.next(part.problems, problemsInPart);
        if (!told)
            return;
        if (m_order.ids) {
            const QString &id = told->subject.organizationUserId;
            if (!m_order.ids->contains(id))
                continue;
            m_found.insert(id);
        }
        gathering.add(std::move(*told));
    }
}

void ExportReader::passBy(SourcePart &part)
{
    if (!m_filter.isOn())
        return m_walk.skipTo(*m_order.after);
    const auto isBefore = [this] {
        const ExportWalk::Place place = m_walk.place();
        const ExportWalk::Place &after = *m_order.after;
        return std::tie(place.file, place.objects, place.records) < std::tie(after.file, after.objects, after.records);
    };
    SourcePart passed;
    while (isBefore() && !m_walk.isAtEnd() && !m_stop) {
        Gathering gathering(m_order.regulation);
        passed.problems.clear(); // told before
        fill(gathering, passed);
        m_filter.passBy(gathering.take(), passed);
    }
    part.again = passed.again; // who asked may have forgotten them
}

SourcePart ExportReader::next()
{
    SourcePart part;
    if (std::exchange(m_isFirst, false)) {
        if (m_order.after)
            passBy(part);
        else
            part.problems = m_order.files.problems;
    }
    Gathering gathering(m_order.regulation);
    fill(gathering, part);
    m_filter.pick(gathering.take(), part);
    part.isLast = m_walk.isAtEnd();
    if (part.isLast)
        tellUnknown(part);
    part.mark = markOf(m_order.files, m_walk);
    part.done = m_walk.bytesRead();
    part.total = m_order.files.size();
    return part;
}

void ExportReader::tellUnknown(SourcePart &part) const
{
    if (!m_order.ids || m_order.after) // who stood before the place where it went on is not known here
        return;
    QStringList missing = (*m_order.ids - m_found).values();
    missing.sort();
    for (const QString &id : std::as_const(missing))
        part.problems << Error{.kind = Error::Kind::NotFound,
                               .message = Texts::tr("The files tell nothing of the id %1.").arg(id),
                               .fix = Texts::tr("Check the id; upper and lower case count."),
                               .field = u"people"_s};
}

SourcePart ExportReader::people(const QStringList &ids) const
{
    const QSet<QString> wanted(ids.cbegin(), ids.cend());
    SourcePart part;
    Gathering gathering(m_order.regulation);
    ExportWalk walk(m_order.files, m_stop);
    while (!walk.isAtEnd() && !m_stop) {
        QList<Error> told; // when all was read
        while (std::optional<Told> one = walk.next(told, problemsInPart)) {
            if (wanted.contains(one->subject.organizationUserId))
                gathering.add(std::move(*one));
        }
    }
    part.people = gathering.take();
    part.isLast = true;
    part.done = part.total = m_order.files.size();
    return part;
}

} // namespace engine
