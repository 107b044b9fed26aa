#pragma once

#include "cli/planfilecommand.h"
#include "cli/plansums.h"

namespace cli {

/// `plan show`: what a plan would do, person by person where that is asked for, and who of them is taken into the run.
class PlanShowCommand final : public PlanFileCommand
{
public:
    PlanShowCommand(Console &console, Environment &environment, QObject *parent);

private:
    void useFile() override;
    bool needsPlan() const override { return false; }

    bool readFilter();
    bool tick();
    bool tickPeople(const QString &option, bool on);
    bool listItems();
    void print(const store::RunItem &item);
    void showWhole();

    store::RunFilter m_filter;
    bool m_isFiltered = false;
    qint64 m_limit = 0; ///< 0: all.
    qint64 m_changed = 0;
};

/// {id, person, outcome, reason, effects[], ticked, ended, event_time, rows[{table, row_id, action, reason,
/// cells{column{before, after}}}]}
QJsonObject asJson(const store::RunItem &item);

/// The same for people: who, the outcome and its reason, and each cell before and after.
void printItemText(const store::RunItem &item, QTextStream &out);

} // namespace cli
