#pragma once

#include "cli/planfilecommand.h"
#include "engine/runreport.h"

namespace cli {

/// `report`: what became of a plan and its run, for others: CSV for spreadsheets, JSON for programs, HTML for people.
class ReportCommand final : public PlanFileCommand
{
public:
    ReportCommand(Console &console, Environment &environment, QObject *parent);
    ~ReportCommand() override;

private:
    void useFile() override;
    bool needsPlan() const override { return false; }
    void watchReport(engine::ReportJob *job, const QString &target);

    std::unique_ptr<QIODevice> m_device; ///< Standard output.
};

} // namespace cli
