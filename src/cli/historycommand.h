#pragma once

#include "cli/integrationcommand.h"
#include "store/runlibrary.h"

namespace cli {

/// `history`: the plans and runs of this machine, or all that they and the journal say of a person.
class HistoryCommand final : public IntegrationCommand
{
public:
    HistoryCommand(Console &console, Environment &environment, QObject *parent);

private:
    void start() override;
    bool printsLines() const override { return true; }

    bool keep();
    void listRuns(const QString &profileId);
    void tellOfPerson(const QString &person, const QString &profileId);
    void printRun(const store::RunEntry &run);
    void printMention(const store::RunMention &mention);
    void printItem(const store::JournalItem &item);
};

} // namespace cli
