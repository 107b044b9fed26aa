#pragma once

#include "engine/reportwriter.h"

#include <QMap>

namespace engine {

/// One page without anything from elsewhere. Nothing is written before the end, as what failed stands above the items;
/// it keeps no more than what the page shows.
class HtmlReport final : public ReportWriter
{
public:
    HtmlReport(const ReportFacts &facts, const ReportOptions &options) : m_facts(facts), m_options(options) {}

    QByteArray begin() override { return {}; }
    QByteArray item(const store::ItemStory &story) override;
    QByteArray end() override;

    static constexpr qsizetype mostItems = 1'000;
    static constexpr qsizetype mostFailures = 1'000;
    static constexpr qsizetype mostReasons = 200;

private:
    /// People, by what the plan says of them or by what became of it.
    struct Reach {
        qint64 permits = 0;
        qint64 forbids = 0;
        qint64 rows = 0; ///< That are, or were, created.
    };
    struct Reason {
        store::Outcome outcome = store::Outcome::Skipped;
        QString text;
        bool operator<(const Reason &other) const;
    };

    QString who(const store::RunItem &item) const;
    QString itemRows(const store::ItemStory &story) const;
    QString failureRow(const store::ItemStory &story) const;
    QString facts() const;
    QString counts() const;
    QString effects() const;
    QString reasons() const;

    const ReportFacts m_facts;
    const ReportOptions m_options;
    qint64 m_items = 0;
    qint64 m_failed = 0;
    Reach m_planned;
    Reach m_done;
    QMap<Reason, qint64> m_reasons;
    QStringList m_itemRows;
    QStringList m_failureRows;
};

} // namespace engine
