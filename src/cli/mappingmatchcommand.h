#pragma once

#include "cli/mappingcommand.h"
#include "engine/matchreport.h"

#include <QPointer>

namespace cli {

/// `mapping match-report`: how many of Didomi's users find one row, none or several. Nothing is written.
class MappingMatchCommand final : public MappingCommand
{
public:
    MappingMatchCommand(Console &console, Environment &environment, QObject *parent);

    void cancel() override; ///< Prints what is known so far.

private:
    void start() override;
    void useSurroundings() override;
    void report(const engine::MatchReport &report, ExitCode code);

    engine::MatchReportOptions m_options;
    QPointer<engine::MatchReportJob> m_job;
    bool m_isStopped = false;
};

} // namespace cli
