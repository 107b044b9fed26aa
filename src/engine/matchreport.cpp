#include "engine/matchreport.h"

#include "core/redactor.h"
#include "mapping/lint.h"
#include "mapping/transform.h"

#include <QCoreApplication>
#include <QHash>

#include <algorithm>

namespace engine {

using namespace Qt::StringLiterals;
using core::Error;
using core::Result;
using dataverse::Matches;
using Fate = MatchReport::Fate;

namespace {

struct Texts {
    Q_DECLARE_TR_FUNCTIONS(engine::MatchReport)
};

Fate fateOf(Matches matches)
{
    switch (matches) {
    case Matches::Impossible:
        return Fate::Unusable;
    case Matches::None:
        return Fate::None;
    case Matches::One:
        return Fate::One;
    case Matches::Several:
        return Fate::Several;
    }
    return Fate::Unusable;
}

constexpr qsizetype mostGroups = 20; ///< Requests for one page of users that are not too many.

/// Where the rows' ids are: what is compared with an organization_user_id.
QString matchColumn(const profile::MatchRule &rule, const mapping::Table &table)
{
    return rule.kind == profile::MatchRule::Kind::RowId ? table.primaryId : rule.column;
}

} // namespace

QList<Fate> MatchReport::fates()
{
    return {Fate::One, Fate::None, Fate::Several, Fate::NoId, Fate::Unusable, Fate::OtherRegulation};
}

QString fateText(Fate fate)
{
    switch (fate) {
    case Fate::One:
        return Texts::tr("One row");
    case Fate::None:
        return Texts::tr("No row");
    case Fate::Several:
        return Texts::tr("Several rows");
    case Fate::NoId:
        return Texts::tr("No organization user id");
    case Fate::Unusable:
        return Texts::tr("Id that no row can have");
    case Fate::OtherRegulation:
        return Texts::tr("Another regulation");
    }
    return {};
}

QString fateWord(Fate fate)
{
    switch (fate) {
    case Fate::One:
        return u"one"_s;
    case Fate::None:
        return u"none"_s;
    case Fate::Several:
        return u"several"_s;
    case Fate::NoId:
        return u"no_id"_s;
    case Fate::Unusable:
        return u"unusable"_s;
    case Fate::OtherRegulation:
        return u"other_regulation"_s;
    }
    return {};
}

QString fateAdvice(Fate fate)
{
    switch (fate) {
    case Fate::One:
        return {};
    case Fate::None:
        return Texts::tr("A push skips them, or creates rows in upsert mode. If there are many, the match column is "
                         "probably not the one that holds Didomi's ids.");
    case Fate::Several:
        return Texts::tr("A push writes nothing for them: merge the rows, or match by a column with unique values.");
    case Fate::NoId:
        return Texts::tr("They never said who they are on the site; a push skips them.");
    case Fate::Unusable:
        return Texts::tr("A push refuses them: look at how the site gives ids to Didomi.");
    case Fate::OtherRegulation:
        return Texts::tr("They answered under another regulation than this integration's; a push skips them.");
    }
    return {};
}

MatchReportJob::MatchReportJob(bridge::Link &link, const bridge::Surroundings &surroundings,
                               const MatchReportOptions &options, QObject *parent)
    : Job(parent), m_link(link), m_rule(link.profile().match), m_table(surroundings.table), m_options(options)
{
    const mapping::Verdict verdict = mapping::lintMatch(m_rule, m_table);
    if (verdict.state == mapping::Verdict::State::Error) {
        finish(Error{
            .kind = Error::Kind::Invalid, .message = verdict.message, .fix = verdict.fix, .field = u"match.column"_s});
        return;
    }
    requestPage({});
}

qint64 MatchReportJob::wanted() const
{
    return m_options.most > 0 ? m_options.most - m_counting.users : -1;
}

void MatchReportJob::requestPage(const QString &cursor)
{
    m_isReading = true;
    m_link.didomi().users(cursor, this)->whenDone(this, [this](const Result<didomi::UserPage> &page) {
        takePage(page);
    });
}

void MatchReportJob::takePage(const Result<didomi::UserPage> &page)
{
    m_isReading = false;
    if (!page)
        return fail(page.error());
    m_next = *page;
    if (!m_isLookingUp)
        lookUp();
}

/// Counts what needs no asking, asks about the rest, and meanwhile reads on.
void MatchReportJob::lookUp()
{
    const didomi::UserPage page = *std::exchange(m_next, {});
    m_ids.clear();
    m_parts.clear();
    m_groups.clear();
    if (m_counting.unreadable == 0 && !page.problems.isEmpty())
        m_counting.firstUnreadable = page.problems.constFirst();
    m_counting.unreadable += page.problems.size();

    const QString regulation = m_link.profile().options.regulation;
    bool isCut = false;
    for (const consent::User &user : page.users) {
        if (wanted() == 0) {
            isCut = true;
            break;
        }
        ++m_counting.users;
        const QString &id = user.organizationUserId;
        const bool isOther =
            !user.regulation.isEmpty() && user.regulation.compare(regulation, Qt::CaseInsensitive) != 0;
        if (isOther) {
            count(Fate::OtherRegulation, id.isEmpty() ? user.id : id);
        } else if (id.trimmed().isEmpty()) {
            count(Fate::NoId, user.id);
        } else if (const auto parts = mapping::matchParts(m_rule, consent::subjectOf(user)); !parts) {
            count(Fate::Unusable, id);
        } else {
            m_ids << id;
            m_parts << *parts;
        }
    }
    m_isLastPage = page.nextCursor.isEmpty() || wanted() == 0;
    m_counting.isWhole = page.nextCursor.isEmpty() && !isCut;

    if (!m_isLastPage)
        requestPage(page.nextCursor);
    m_isLookingUp = true;
    m_fates = QList<Fate>(m_ids.size(), Fate::Unusable);
    QHash<QStringList, qsizetype> groups;
    for (int index = 0; index < int(m_parts.size()); ++index) {
        QStringList others;
        for (const mapping::MatchPart &part : m_parts.at(index).sliced(1))
            others << part.value;
        if (const auto group = groups.constFind(others); group != groups.cend()) {
            m_groups[*group] << index;
        } else {
            groups.insert(others, m_groups.size());
            m_groups << QList<int>{index};
        }
    }
    if (m_groups.size() > mostGroups)
        return fail(
            {.kind = Error::Kind::Invalid,
             .message = Texts::tr("The other columns of the alternate key differ from person to person, so people "
                                  "would have to be looked up one by one."),
             .fix = Texts::tr("See in the preview of some people whether their rows are found."),
             .field = u"match.more"_s});
    lookUpNextGroup();
}

void MatchReportJob::lookUpNextGroup()
{
    if (m_groups.isEmpty())
        return endPage();
    const QList<int> group = m_groups.takeFirst();
    QStringList keys;
    for (const int index : group)
        keys << m_parts.at(index).constFirst().value;
    QList<dataverse::KeyPart> others;
    for (const mapping::MatchPart &part : m_parts.at(group.constFirst()).sliced(1))
        others << dataverse::KeyPart{.column = part.column, .value = part.value};
    m_link.dataverse()
        .countMatches(m_table, matchColumn(m_rule, m_table), keys, this, others)
        ->whenDone(this, [this, group](const Result<QList<Matches>> &matches) { takeMatches(group, matches); });
}

void MatchReportJob::takeMatches(const QList<int> &group, const Result<QList<Matches>> &matches)
{
    if (!matches)
        return fail(matches.error());
    for (qsizetype i = 0; i < group.size(); ++i)
        m_fates[group.at(i)] = fateOf(matches->at(i));
    lookUpNextGroup();
}

void MatchReportJob::endPage()
{
    m_isLookingUp = false;
    for (qsizetype i = 0; i < m_ids.size(); ++i) {
        count(m_fates.at(i), m_ids.at(i));
        const QList<mapping::MatchPart> &parts = m_parts.at(i);
        const bool isUnsafe = std::any_of(parts.cbegin(), parts.cend(), [](const mapping::MatchPart &part) {
            return mapping::isRefusedByKeyUrls(part.value);
        });
        const bool isSearched =
            m_rule.kind == profile::MatchRule::Kind::AlternateKey && m_fates.at(i) != Fate::Unusable && isUnsafe;
        if (isSearched)
            count(m_counting.searchedInstead, m_ids.at(i));
    }
    m_report = m_counting;
    const QPointer<MatchReportJob> self(this);
    Q_EMIT progressed(m_report.users, m_options.most);
    if (!self || isSettled())
        return; // a handler had enough
    if (m_isLastPage)
        finish(m_report);
    else if (!m_isReading)
        lookUp();
}

void MatchReportJob::count(MatchReport::Share &share, const QString &example)
{
    ++share.users;
    if (share.examples.size() >= m_options.examples)
        return;
    const QString shown = m_options.hasMaskedIds ? core::redactor::maskedId(example) : example;
    if (!share.examples.contains(shown))
        share.examples << shown;
}

void MatchReportJob::fail(const Error &error)
{
    finish(error); // before the steps go: the error is of one of them
    deleteSteps();
}

} // namespace engine
