#pragma once

#include "engine/reportwriter.h"

namespace engine {

/// `{"head": …, "state": …, "course": …, "counts": …, "items": […]}`, never whole in memory.
class JsonReport final : public ReportWriter
{
public:
    JsonReport(const ReportFacts &facts, const ReportOptions &options) : m_facts(facts), m_options(options) {}

    QByteArray begin() override;
    QByteArray item(const store::ItemStory &story) override;
    QByteArray end() override;

private:
    QJsonObject writeObject(const store::WriteStory &story) const;

    const ReportFacts m_facts;
    const ReportOptions m_options;
    bool m_isFirst = true;
};

/// All members of the counts, as numbers.
QJsonObject jsonOf(const store::RunCounts &counts);

} // namespace engine
