#include "store/runfilter.h"

#include "store/rundictionary.h"

#include <algorithm>

namespace store::runfilter {

using namespace Qt::StringLiterals;
using core::Result;

Result<QList<qint64>> classesOf(const RunFilter &filter, RunDictionary &dictionary)
{
    const auto classes = dictionary.classes();
    if (!classes)
        return classes.error();
    QList<qint64> found;
    for (auto it = classes->cbegin(); it != classes->cend(); ++it) {
        const bool isPlanned = filter.planned.isEmpty() || filter.planned.contains(it->planned);
        const bool hasReason = !filter.reason || *filter.reason == it->reason;
        if (isPlanned && hasReason && (it->effects & filter.effects) == filter.effects)
            found << it.key();
    }
    std::sort(found.begin(), found.end());
    return found;
}

bool asksForEnds(const RunFilter &filter)
{
    return filter.endedAs || filter.failed;
}

QString endCondition(const RunFilter &filter, const QString &name)
{
    QStringList conditions;
    if (filter.endedAs)
        conditions << u"%1.outcome = %2"_s.arg(name).arg(int(fateOf(*filter.endedAs)));
    if (filter.failed)
        conditions << u"%1.outcome IN (%2, %3, %4)"_s.arg(name)
                          .arg(int(Fate::Invalid))
                          .arg(int(Fate::Rejected))
                          .arg(int(Fate::Conflict));
    return conditions.isEmpty() ? u"1 = 1"_s : conditions.join(u" AND "_s);
}

} // namespace store::runfilter
