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

} // namespace store::runfilter
