#pragma once

#include "cli/consentcommand.h"

namespace cli {

/// `preview`: what a push would do, without doing it.
class PreviewCommand final : public ConsentCommand
{
public:
    PreviewCommand(Console &console, Environment &environment, QObject *parent);

private:
    bool needsJournal() const override { return false; }
    bool isAboutNewest() const override;
    void usePlan(const engine::Plan &plan) override;
    QJsonValue curlOf(const engine::PlanItem &item);
};

} // namespace cli
