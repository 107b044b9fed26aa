#pragma once

#include "cli/workplacecommand.h"
#include "engine/makeplan.h"
#include "engine/runlock.h"

namespace cli {

/// `plan`: says what a resync would write, in a file that is reviewed and run later.
class PlanCommand final : public WorkplaceCommand
{
public:
    PlanCommand(Console &console, Environment &environment, QObject *parent);
    ~PlanCommand() override;

private:
    void start() override;
    bool printsLines() const override { return true; }

    bool findScope();
    bool openUnfinished();
    bool isSameScope(const engine::Scope &said) const;
    bool findLastRun();
    QDateTime seenUntil(const QString &regulation);
    void begin();
    bool createFile();
    void giveUp(const core::Error &error);

    profile::Profile m_profile;
    engine::Scope m_scope;
    QString m_path;
    store::RunPlace m_place; ///< Where m_path is.
    std::unique_ptr<store::RunFile> m_file;
    std::unique_ptr<QLockFile> m_lock;
    bool m_isResumed = false;
};

} // namespace cli
