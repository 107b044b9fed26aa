#include "mapping/lint.h"
#include "mapping/nearest.h"

#include <QCoreApplication>

namespace mapping {

using namespace Qt::StringLiterals;
using profile::MatchRule;

namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(mapping::Match)
};

Verdict error(const QString &message, const QString &fix)
{
    return {.state = Verdict::State::Error, .message = message, .fix = fix};
}

/// What keeps a column from being compared with an id; Fine when nothing does.
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
    if (column->type != ColumnType::Text) {
        return error(Text::tr("%1 is not a text column, but an organization_user_id is text.").arg(name),
                     Text::tr("Choose a text column that holds the organization_user_id."));
    }
    if (column->isSecured) {
        return {.state = Verdict::State::Warning,
                .message =
                    Text::tr("%1 is secured: rows are only found when the application user may read it.").arg(name),
                .fix = Text::tr("Give the application user a column security profile that reads %1.").arg(name)};
    }
    return {.state = Verdict::State::Fine};
}

Verdict judgeKey(const QString &name, const Table &table)
{
    const Key *key = table.keyOn(name);
    if (!key) {
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
    const Verdict column = judgeColumn(rule.column, table);
    if (column.state == Verdict::State::Error || rule.kind == MatchRule::Kind::Column)
        return column;
    const Verdict key = judgeKey(rule.column, table);
    return key.state == Verdict::State::Fine ? column : key;
}

} // namespace mapping
