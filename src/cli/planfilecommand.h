#pragma once

#include "cli/workplacecommand.h"
#include "store/runfile.h"

namespace cli {

/// A command about a plan's file, named first: `run FILE`. With --json it prints lines: how far it is, then the result.
class PlanFileCommand : public WorkplaceCommand
{
public:
    ~PlanFileCommand() override;

protected:
    PlanFileCommand(Arguments arguments, Console &console, Environment &environment, QObject *parent);

    static void addFile(Arguments &arguments);          ///< FILE
    static void addProfileOfFile(Arguments &arguments); ///< --integration and --profile, for who cannot be found.

    /// Called with the open file, its head and its state known.
    virtual void useFile() = 0;

    store::RunFile &file() { return *m_file; }
    const store::RunHead &head() const { return m_head; }
    store::RunState state() const { return m_state; }
    const QString &path() const { return m_path; } ///< As it can be named again.
    bool isShared() const { return m_isShared; }   ///< In a database, for several machines.

    /// The plan's integration: that of its head, or the one that the options name, which must be the same. Nothing when
    /// the command has been ended with a message.
    std::optional<profile::Profile> profileOfFile();

    /// Opens the journal, connects both ends and settles what earlier runs left open; then calls `next`.
    void prepareWorkplace(const profile::Profile &profile, const std::function<void()> &next);

    bool printsLines() const override { return true; }

    /// Whether a whole plan is needed, not one that is being made.
    virtual bool needsPlan() const { return true; }

    /// Ends the command: nothing was sent, and why.
    void decline(const core::Error &error);

private:
    void start() final;

    std::unique_ptr<store::RunFile> m_file;
    store::RunHead m_head;
    store::RunState m_state = store::RunState::Planning;
    QString m_path;
    bool m_isShared = false;
};

} // namespace cli
