#pragma once

#include "cli/planfilecommand.h"
#include "engine/planundo.h"

namespace cli {

/// `undo`: plans to take a run back. The plan is looked at and carried out like any other.
class UndoCommand final : public PlanFileCommand
{
public:
    UndoCommand(Console &console, Environment &environment, QObject *parent);
    ~UndoCommand() override;

private:
    void useFile() override;
    bool openUndo();
    void begin();

    profile::Profile m_profile;
    QString m_undoPath;
    store::RunPlace m_undoPlace; ///< Where m_undoPath is.
    bool m_wasThere = false;     ///< It is gone on with.
    std::unique_ptr<store::RunFile> m_undo;
};

} // namespace cli
