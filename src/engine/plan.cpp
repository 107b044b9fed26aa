#include "engine/plan.h"

#include <QCoreApplication>
#include <QLocale>

#include <algorithm>
#include <functional>
#include <numeric>

namespace engine {

using namespace Qt::StringLiterals;

namespace {

struct Texts {
    Q_DECLARE_TR_FUNCTIONS(engine::Plan)
};

int writtenColumns(const QList<dataverse::Write> &writes)
{
    return std::accumulate(writes.cbegin(), writes.cend(), 0,
                           [](int sum, const dataverse::Write &write) { return sum + int(write.cells.size()); });
}

} // namespace

QString RowPlan::id() const
{
    return row.id.isEmpty() && write ? write->rowId : row.id;
}

PlanItem::Action PlanItem::action() const
{
    Action action = Action::None;
    for (const RowPlan &row : rows) {
        if (row.action == Action::Update || (row.action == Action::Create && action == Action::None))
            action = row.action;
    }
    return action;
}

bool PlanItem::permits() const
{
    return std::any_of(rows.cbegin(), rows.cend(), std::mem_fn(&RowPlan::permits));
}

bool PlanItem::forbids() const
{
    return std::any_of(rows.cbegin(), rows.cend(), std::mem_fn(&RowPlan::forbids));
}

QList<dataverse::Write> PlanItem::writes() const
{
    QList<dataverse::Write> all;
    for (const RowPlan &row : rows) {
        if (row.write)
            all << *row.write;
    }
    return all;
}

void PlanItem::end(store::Outcome how, const QString &why)
{
    outcome = how;
    reason = why;
    rows.removeIf([](const RowPlan &row) { return row.row.id.isEmpty(); });
    for (RowPlan &row : rows) {
        row.action = Action::None;
        row.outcome = how;
        row.reason = why;
        row.write.reset();
        row.permits = row.forbids = false;
    }
    lacks.clear();
}

PlanItem PlanItem::concluded() &&
{
    if (isWrite())
        return std::move(*this);
    const auto problem = std::find_if(changes.cbegin(), changes.cend(),
                                      [](const Change &change) { return change.effect == Change::Effect::Problem; });
    if (problem != changes.cend() && reason.isEmpty())
        end(store::Outcome::Invalid, QString(problem->problem.message));
    for (Change &change : changes) {
        if (change.effect != Change::Effect::Write)
            continue;
        change.effect = Change::Effect::Nothing;
        change.note = Texts::tr("Not written: %1").arg(reason);
    }
    return std::move(*this);
}

QString Change::writtenColumn() const
{
    return consent ? QString(mapping::consentcolumn::value) : column;
}

QString effectText(Change::Effect effect)
{
    switch (effect) {
    case Change::Effect::Write:
        return Texts::tr("written");
    case Change::Effect::Same:
        return Texts::tr("already so");
    case Change::Effect::Nothing:
        return Texts::tr("left alone");
    case Change::Effect::Older:
        return Texts::tr("left alone: older");
    case Change::Effect::Problem:
        return Texts::tr("impossible");
    }
    return {};
}

QString effectWord(Change::Effect effect)
{
    switch (effect) {
    case Change::Effect::Write:
        return u"write"_s;
    case Change::Effect::Same:
        return u"same"_s;
    case Change::Effect::Nothing:
        return u"nothing"_s;
    case Change::Effect::Older:
        return u"older"_s;
    case Change::Effect::Problem:
        return u"problem"_s;
    }
    return {};
}

QString actionWord(PlanItem::Action action)
{
    switch (action) {
    case PlanItem::Action::None:
        return u"none"_s;
    case PlanItem::Action::Update:
        return u"update"_s;
    case PlanItem::Action::Create:
        return u"create"_s;
    }
    return {};
}

QString textOfOlder(const QDateTime &time, const QDateTime &last)
{
    const QString when = QLocale().toString(last, QLocale::ShortFormat);
    if (!time.isValid())
        return Texts::tr("It is not known when this choice was made, and a dated one was written already.");
    if (time == last)
        return Texts::tr("This choice was written already, and somebody changed it in Dynamics 365 since.");
    return Texts::tr("A choice of %1 was written already, which is newer.").arg(when);
}

QString summary(const PlanItem &item)
{
    const QList<dataverse::Write> writes = item.writes();
    const int columns = writtenColumns(writes);
    const bool areConsents = std::any_of(item.changes.cbegin(), item.changes.cend(),
                                         [](const Change &change) { return change.consent.has_value(); });
    if (areConsents && item.action() == PlanItem::Action::Create)
        return Texts::tr("Creates %n row(s) of consent.", nullptr, int(writes.size()));
    if (areConsents && item.isWrite())
        return Texts::tr("Writes %n row(s) of consent.", nullptr, int(writes.size()));
    switch (item.action()) {
    case PlanItem::Action::Update:
        if (const QString name = item.rows.constFirst().rowName; !name.isEmpty())
            //: %1 is the row's name, usually a person's
            return Texts::tr("Updates %n column(s) of %1.", nullptr, columns).arg(name);
        return Texts::tr("Updates %n column(s) of one row.", nullptr, columns);
    case PlanItem::Action::Create:
        return Texts::tr("Creates a row with %n column(s).", nullptr, columns);
    case PlanItem::Action::None:
        break;
    }
    switch (item.outcome) {
    case store::Outcome::Unchanged:
        return Texts::tr("Unchanged: %1").arg(item.reason);
    case store::Outcome::Invalid:
        return Texts::tr("Invalid: %1").arg(item.reason);
    case store::Outcome::Conflict:
        return Texts::tr("Conflict: %1").arg(item.reason);
    case store::Outcome::Skipped:
    case store::Outcome::Created:
    case store::Outcome::Updated:
    case store::Outcome::Rejected:
        break;
    }
    return Texts::tr("Skipped: %1").arg(item.reason);
}

} // namespace engine
