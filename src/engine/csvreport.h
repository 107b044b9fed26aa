#pragma once

#include "engine/reportwriter.h"

namespace engine {

/// A line for each write; one for an item without any.
class CsvReport final : public ReportWriter
{
public:
    explicit CsvReport(const ReportOptions &options) : m_options(options) {}

    QByteArray begin() override;
    QByteArray item(const store::ItemStory &story) override;
    QByteArray end() override { return {}; }

private:
    QByteArray line(const store::RunItem &item, const store::WriteStory *write) const;

    const ReportOptions m_options;
};

/// One field as it stands in a line: quoted where RFC 4180 asks for it, with an apostrophe in front where a spreadsheet
/// would compute it.
QByteArray csvField(const QString &text);

} // namespace engine
