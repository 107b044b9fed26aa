#include "mapping/nearest.h"

#include <QCoreApplication>

#include <algorithm>
#include <numeric>
#include <vector>

namespace mapping {

using namespace Qt::StringLiterals;

namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(mapping::Column)
};

/// How many letters must be added, removed or changed to get from one to the other; `most` + 1 when more than `most`.
qsizetype distance(const QString &from, const QString &to, qsizetype most)
{
    if (std::abs(from.size() - to.size()) > most)
        return most + 1;
    std::vector<qsizetype> row(std::size_t(to.size()) + 1);
    std::iota(row.begin(), row.end(), 0);
    for (qsizetype i = 0; i < from.size(); ++i) {
        const QChar letter = from.at(i);
        qsizetype diagonal = row.front();
        qsizetype left = i + 1;
        qsizetype fewest = left;
        row.front() = left;
        auto cell = row.begin();
        for (const QChar other : to) {
            ++cell;
            const qsizetype above = *cell;
            left = std::min({above + 1, left + 1, diagonal + (letter == other ? 0 : 1)});
            *cell = left;
            diagonal = above;
            fewest = std::min(fewest, left);
        }
        if (fewest > most) // it only grows from here
            return most + 1;
    }
    return std::min(row.back(), most + 1);
}

constexpr qsizetype longest = 200; // longer texts are no names, and the distance takes time

/// How many letters may differ.
qsizetype allowedFor(const QString &wanted)
{
    return std::max<qsizetype>(1, wanted.size() / 4);
}

} // namespace

QString nearestOf(const QString &name, const QStringList &candidates)
{
    const QString wanted = name.trimmed().toLower().left(longest);
    QString best;
    qsizetype fewest = allowedFor(wanted) + 1;
    for (const QString &candidate : candidates) {
        const qsizetype letters = distance(wanted, candidate.toLower().left(longest), fewest);
        if (letters == fewest)
            best.clear();
        if (letters < fewest) {
            best = candidate;
            fewest = letters;
        }
    }
    return best;
}

QStringList nearestColumns(const QString &name, const Table &table)
{
    const QString wanted = name.trimmed().toLower().left(longest);
    if (wanted.isEmpty())
        return {};
    const qsizetype allowed = allowedFor(wanted);
    QList<std::pair<qsizetype, QString>> near;
    for (const Column &column : table.columns) {
        if (!column.attributeOf.isEmpty())
            continue;
        const QString display = column.displayName.toLower();
        qsizetype letters = distance(wanted, column.logicalName, allowed);
        if (display == wanted || column.schemaName.toLower() == wanted)
            letters = 0;
        else if (letters > allowed && wanted.size() >= 4 && column.logicalName.endsWith(u'_' + wanted))
            letters = allowed; // the publisher's prefix is easily forgotten
        if (letters <= allowed)
            near.append({letters, column.logicalName});
    }
    std::stable_sort(near.begin(), near.end(), [](const auto &a, const auto &b) { return a.first < b.first; });
    QStringList names;
    for (const auto &[letters, logicalName] : std::as_const(near)) {
        if (names.size() < 3)
            names << logicalName;
    }
    return names;
}

QString nearestAdvice(const QString &name, const Table &table)
{
    const QStringList names = nearestColumns(name, table);
    if (names.isEmpty())
        return Text::tr("Choose a column from the list; its logical name counts, not its label.");
    return Text::tr("Did you mean %1?").arg(names.join(Text::tr(" or ")));
}

} // namespace mapping
