#pragma once

#include "bridge/surroundings.h"
#include "mapping/transform.h"

#include <QPointer>

namespace engine {

/// What a sample of Didomi's users finds in Dynamics 365, by the profile's match rule. Nothing is written.
struct MatchReport {
    /// Becomes of a user's organization_user_id. Every user that was read counts for exactly one.
    enum class Fate {
        One,             ///< Finds one row: what a push needs.
        None,            ///< Finds no row.
        Several,         ///< Finds several rows: a push would be a conflict.
        NoId,            ///< The user has no organization_user_id.
        Unusable,        ///< No row can have it: no GUID where rows are found by their id, too long, …
        OtherRegulation, ///< Of another regulation than the integration's: a push skips it, so nothing was asked.
    };
    static QList<Fate> fates(); ///< All of them, in the order to show them in.

    struct Share {
        qint64 users = 0;
        QStringList examples; ///< organization_user_ids; Didomi user ids for Fate::NoId. Different ones, in order.
        bool operator==(const Share &) const = default;
    };

    qint64 users = 0; ///< Read so far.
    QList<Share> shares = QList<Share>(fates().size());
    /// Among those that were looked for: ids with characters that key addresses cannot hold (dataverse-api
    /// section 4.1). Only with an alternate key; such rows are found by a search instead, which takes a request more.
    Share searchedInstead;
    bool isWhole = false;    ///< Everybody that Didomi knows was read.
    qint64 unreadable = 0;   ///< Users that Didomi told in a form that cannot be read; not in `users`.
    QString firstUnreadable; ///< What was wrong with the first of them.

    const Share &share(Fate fate) const { return shares.at(int(fate)); }
};

QString fateText(MatchReport::Fate fate);   ///< Translated, a heading: "One row".
QString fateWord(MatchReport::Fate fate);   ///< For JSON: "one".
QString fateAdvice(MatchReport::Fate fate); ///< Translated: what it means for a push, and what to do; empty for One.

struct MatchReportOptions {
    qint64 most = 1000;       ///< How many users, the first ones by cursor; 0 = everybody.
    int examples = 10;        ///< Of each fate.
    bool hasMaskedIds = true; ///< Examples as core::redactor::maskedId() shows them.
};

/// Reads users page by page and looks up each page's ids together: about two requests for a hundred users. Memory does
/// not grow with their number. Where a key's other columns come from metadata, it is one request for each combination
/// of their values on a page; when there are too many (Kind::Invalid), counting is given up.
///
/// progressed() tells the users read, of how many where that is known. Fails with Kind::Invalid when the match rule
/// cannot work with the table, before anybody is asked.
class MatchReportJob final : public core::Job<MatchReport>
{
public:
    MatchReportJob(bridge::Link &link, const bridge::Surroundings &surroundings, const MatchReportOptions &options,
                   QObject *parent);

    /// What is known by now, whole pages only; also after it was cancelled or failed.
    const MatchReport &soFar() const { return m_report; }

private:
    using Fate = MatchReport::Fate;

    void requestPage(const QString &cursor);
    void takePage(const core::Result<didomi::UserPage> &page);
    void lookUp();
    void lookUpNextGroup();
    void takeMatches(const QList<int> &group, const core::Result<QList<dataverse::Matches>> &matches);
    void endPage();
    void count(MatchReport::Share &share, const QString &example);
    void count(MatchReport::Fate fate, const QString &example) { count(m_counting.shares[int(fate)], example); }
    qint64 wanted() const; ///< Users that may still be read; -1 = all.
    void fail(const core::Error &error);

    bridge::Link &m_link;
    const profile::MatchRule m_rule;
    const mapping::Table m_table;
    const MatchReportOptions m_options;
    MatchReport m_report;
    MatchReport m_counting; ///< With the page that is being looked up.

    QStringList m_ids;                        ///< Of the page that is being looked up.
    QList<QList<mapping::MatchPart>> m_parts; ///< What the rows would hold for them.
    QList<Fate> m_fates;                      ///< Of them, as far as it is known.
    QList<QList<int>> m_groups;               ///< Indices of those that differ in the match column only.
    std::optional<didomi::UserPage> m_next;   ///< Read while the page before it is looked up.
    bool m_isReading = false;
    bool m_isLookingUp = false;
    bool m_isLastPage = false;
};

} // namespace engine
