#include "mapping/lint.h"
#include "mapping/literal.h"
#include "mapping/nearest.h"
#include "mapping/transform.h"

#include <QCoreApplication>

#include <algorithm>

namespace mapping {

using namespace Qt::StringLiterals;
using profile::KeyPart;
using profile::MatchRule;

namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(mapping::Match)
};

Verdict error(const QString &message, const QString &fix)
{
    return {.state = Verdict::State::Error, .message = message, .fix = fix};
}

Verdict warning(const QString &message, const QString &fix)
{
    return {.state = Verdict::State::Warning, .message = message, .fix = fix};
}

/// What keeps rows from being found by a column; Fine when nothing does.
Verdict judgeColumn(const QString &name, const Table &table)
{
    const Column *column = table.column(name);
    if (name.isEmpty())
        return error(Text::tr("No match column is chosen."),
                     Text::tr("Choose the column that holds the organization_user_id."));
    if (!column) {
        return error(Text::tr("The table %1 has no column %2 to match by.").arg(table.logicalName, name),
                     nearestAdvice(name, table));
    }
    if (column->isPrimaryId || name == table.primaryId) {
        return error(Text::tr("%1 is the row's own id; it cannot be searched like a text.").arg(name),
                     Text::tr("Match by row id instead."));
    }
    if (!column->attributeOf.isEmpty()) {
        return error(Text::tr("%1 only mirrors %2; rows cannot be found by it.").arg(name, column->attributeOf),
                     Text::tr("Choose another match column."));
    }
    if (!column->isValidForRead)
        return error(Text::tr("%1 cannot be read, so rows cannot be found by it.").arg(name),
                     Text::tr("Choose another match column."));
    if (column->isSecured)
        return warning(Text::tr("%1 is secured: rows are only found when the application user may read it.").arg(name),
                       Text::tr("Give the application user a column security profile that reads %1.").arg(name));
    return {.state = Verdict::State::Fine};
}

/// Whether a column can hold an organization_user_id.
Verdict judgeIdColumn(const QString &name, const Table &table)
{
    const Verdict verdict = judgeColumn(name, table);
    if (verdict.state == Verdict::State::Error)
        return verdict;
    const ColumnType type = table.column(name)->type;
    if (type == ColumnType::Integer || type == ColumnType::BigInt)
        return warning(
            Text::tr("%1 holds whole numbers: people with another organization_user_id are refused.").arg(name),
            Text::tr("Choose a text column unless all ids are numbers."));
    if (type != ColumnType::Text) {
        return error(Text::tr("%1 is not a text column, but an organization_user_id is text.").arg(name),
                     Text::tr("Choose a text column that holds the organization_user_id."));
    }
    return verdict;
}

/// One of the key's other columns: can rows be found by it, and who fills it?
Verdict judgePart(const KeyPart &part, const Table &table)
{
    if (part.column.isEmpty())
        return error(Text::tr("One of the key's columns is not chosen."),
                     Text::tr("Choose the column, or remove the part."));
    const Verdict verdict = judgeColumn(part.column, table);
    if (verdict.state == Verdict::State::Error)
        return verdict;
    if (part.value.isEmpty()) {
        return part.from == KeyPart::From::Constant
                   ? error(Text::tr("Rows are found by %1 too, but nobody says what it holds.").arg(part.column),
                           Text::tr("Give it a value, or take it from Didomi's metadata."))
                   : error(Text::tr("Rows are found by %1 too, but it is not said which of Didomi's metadata fills it.")
                               .arg(part.column),
                           Text::tr("Name the metadata, or give the column a value."));
    }
    if (part.from == KeyPart::From::Metadata)
        return verdict;
    const auto cell = cellOfText(*table.column(part.column), part.value, TextOrigin::Settings);
    return cell ? verdict : error(cell.error().message, cell.error().fix);
}

/// The graver of two; the first when they are alike.
Verdict graver(const Verdict &one, const Verdict &other)
{
    const auto gravity = [](const Verdict &verdict) {
        return verdict.state == Verdict::State::Error ? 2 : verdict.state == Verdict::State::Warning ? 1 : 0;
    };
    return gravity(other) > gravity(one) ? other : one;
}

Verdict judgeParts(const MatchRule &rule, const Table &table)
{
    Verdict gravest{.state = Verdict::State::Fine};
    QStringList names{rule.column};
    for (const KeyPart &part : rule.more) {
        gravest = graver(gravest, judgePart(part, table));
        if (names.contains(part.column))
            gravest = graver(gravest, error(Text::tr("%1 stands twice among the key's columns.").arg(part.column),
                                            Text::tr("Remove one of them.")));
        names << part.column;
    }
    return gravest;
}

/// The active key that has all of these columns and most of the others; empty when there is none.
QStringList nearestKey(const QStringList &names, const Table &table)
{
    QStringList best;
    for (const Key &key : table.keys) {
        const bool hasAll = std::all_of(names.cbegin(), names.cend(),
                                        [&key](const QString &name) { return key.columns.contains(name); });
        if (hasAll && key.status == Key::Status::Active && (best.isEmpty() || key.columns.size() < best.size()))
            best = key.columns;
    }
    return best;
}

Verdict judgeKey(const QStringList &names, const Table &table)
{
    const Key *key = table.keyOn(names);
    const QString name = names.join(u", "_s);
    if (!key) {
        if (const QStringList near = nearestKey(names, table); !near.isEmpty())
            return error(names.size() == 1
                             ? Text::tr("There is no alternate key on %1 alone.").arg(name)
                             : Text::tr("There is no alternate key on exactly these columns: %1.").arg(name),
                         Text::tr("There is one on %1: say what its other columns hold, or search by one column.")
                             .arg(near.join(u", "_s)));
        if (names.size() > 1)
            return error(Text::tr("There is no alternate key on exactly these columns: %1.").arg(name),
                         Text::tr("Choose the columns of one of the table's keys, or search by one column."));
        return error(
            Text::tr("There is no alternate key on %1 alone.").arg(name),
            Text::tr("Search by the column instead, or let somebody who customises the environment create the key."));
    }
    switch (key->status) {
    case Key::Status::Active:
        return {.state = Verdict::State::Fine};
    case Key::Status::Pending:
    case Key::Status::InProgress:
        return error(Text::tr("The alternate key on %1 is still being built.").arg(name),
                     Text::tr("Wait until it is active, or search by the column until then."));
    case Key::Status::Failed:
        return error(
            Text::tr("The alternate key on %1 could not be built: several rows have the same value.").arg(name),
            Text::tr("Remove the duplicates and activate the key again, or search by the column."));
    }
    return {};
}

} // namespace

Verdict lintMatch(const MatchRule &rule, const Table &table)
{
    if (rule.kind == MatchRule::Kind::RowId) {
        if (!table.primaryId.isEmpty())
            return {.state = Verdict::State::Fine};
        return error(Text::tr("The table %1 has no id of its own to match by.").arg(table.logicalName),
                     Text::tr("Match by a column."));
    }
    const Verdict column = judgeIdColumn(rule.column, table);
    if (column.state == Verdict::State::Error || rule.kind == MatchRule::Kind::Column)
        return column;
    const Verdict parts = judgeParts(rule, table);
    if (parts.state == Verdict::State::Error)
        return parts;
    return graver(graver(column, parts), judgeKey(matchColumns(rule), table));
}

} // namespace mapping
