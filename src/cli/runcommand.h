#pragma once

#include "cli/planfilecommand.h"
#include "cli/plansums.h"
#include "engine/runjob.h"
#include "engine/runlock.h"

namespace cli {

/// What `run` and `resume` have in common: carries a plan out, when all that it does was confirmed.
class RunningCommand : public PlanFileCommand
{
public:
    ~RunningCommand() override;

protected:
    RunningCommand(Arguments arguments, Console &console, Environment &environment, QObject *parent);

    static void addRunning(Arguments &arguments);

    /// Whether the number of rows must be typed, where that is asked for.
    virtual bool needsRowCount() const = 0;
    /// Called with everything in place just before the job begins; false when the command has been ended.
    virtual bool prepareRun(engine::RunOptions &) { return true; }

    /// Checks what must be confirmed, then runs.
    void runPlan();

    /// Prints where the run stands and what to do next, and ends the command.
    void report(const engine::RunEnd &end);
    static ExitCode codeOf(const engine::RunEnd &end);

private:
    bool readOptions();
    bool readNumber(const QString &option, int most, int &number);
    bool isConfirmed(const profile::Profile &profile);
    bool isRowCountTyped(const profile::Profile &profile);
    void begin();
    void printNextSteps(const engine::RunEnd &end);

    std::unique_ptr<QLockFile> m_lock;
    engine::RunOptions m_options;
    std::optional<qint64> m_typedRows;
};

/// `run`: carries a plan out.
class RunCommand final : public RunningCommand
{
public:
    RunCommand(Console &console, Environment &environment, QObject *parent);

private:
    void useFile() override;
    bool needsRowCount() const override { return true; }
    void joinIn();
};

/// `resume`: goes on with a run that was stopped anywhere, or tries again what failed.
class ResumeCommand final : public RunningCommand
{
public:
    ResumeCommand(Console &console, Environment &environment, QObject *parent);

private:
    void useFile() override;
    bool needsRowCount() const override { return state() == store::RunState::Planned; }
    bool prepareRun(engine::RunOptions &options) override;
};

} // namespace cli
