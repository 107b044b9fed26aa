#include "engine/personsearch.h"

#include "dataverse/rowsearch.h"

#include <QCoreApplication>

#include <algorithm>

namespace engine {

using namespace Qt::StringLiterals;
using core::Error;
using core::Result;
using profile::MatchRule;

namespace {

struct Texts {
    Q_DECLARE_TR_FUNCTIONS(engine::PersonSearch)
};

constexpr int mostRows = 50;

/// Columns in which people recognise somebody.
QStringList searchedColumns(const mapping::Table &table, const MatchRule &rule)
{
    QStringList names{table.primaryName};
    for (const mapping::Column &column : table.columns) {
        if (column.type == mapping::ColumnType::Text && column.format.compare("Email"_L1, Qt::CaseInsensitive) == 0)
            names << column.logicalName;
    }
    if (rule.kind != MatchRule::Kind::RowId)
        names << rule.column;
    names.removeDuplicates();
    names.removeAll(QString());
    return names;
}

class SearchJob final : public core::Job<FoundPeople>
{
public:
    SearchJob(bridge::Link &link, const bridge::Surroundings &surroundings, const QString &text, QObject *parent)
        : Job(parent), m_rule(link.profile().match), m_table(surroundings.table), m_text(text.trimmed())
    {
        if (m_text.isEmpty()) {
            finish(Error{.kind = Error::Kind::Invalid,
                         .message = Texts::tr("There is nothing to search for."),
                         .fix = Texts::tr("Type a part of a name, an e-mail address or an id.")});
            return;
        }
        link.didomi()
            .usersOf(m_text, link.profile().options.regulation, this)
            ->whenDone(this, [this](const Result<QList<consent::User>> &users) { takeUsers(users); });
        searchRows(link);
    }

private:
    void searchRows(bridge::Link &link)
    {
        const bool isHashed = std::any_of(m_rule.transforms.cbegin(), m_rule.transforms.cend(),
                                          [](const profile::Transform &step) { return profile::isHash(step.kind); });
        m_searched = searchedColumns(m_table, m_rule);
        if (isHashed) {
            m_found.note = Texts::tr("Rows hold only a hash of the id, so people are found by their exact id only.");
            return;
        }
        ++m_open;
        QStringList read = m_searched;
        if (m_rule.kind == MatchRule::Kind::RowId)
            read << m_table.primaryId;
        dataverse::searchRows(link.dataverseService(), link.tokens(),
                              link.instance().apiUrl(link.profile().options.apiVersion), m_table, m_searched, read,
                              m_text, mostRows + 1, this)
            ->whenDone(this, [this](const Result<QList<dataverse::Row>> &rows) { takeRows(rows); });
    }

    void takeUsers(const Result<QList<consent::User>> &users)
    {
        if (!users)
            return fail(users.error());
        if (!users->isEmpty())
            m_known = users->constFirst().organizationUserId;
        end();
    }

    void takeRows(const Result<QList<dataverse::Row>> &rows)
    {
        if (!rows)
            return fail(rows.error());
        m_found.isCut = rows->size() > mostRows;
        for (const dataverse::Row &row : rows->first(std::min<qsizetype>(rows->size(), mostRows)))
            add(row);
        end();
    }

    void add(const dataverse::Row &row)
    {
        const mapping::Column *column = m_table.column(m_rule.column);
        const QString id = m_rule.kind == MatchRule::Kind::RowId ? row.id
                           : column ? row.values.value(column->readName()).toVariant().toString()
                                    : QString();
        if (id.isEmpty()) {
            ++m_found.withoutId;
            return;
        }
        if (std::any_of(m_found.people.cbegin(), m_found.people.cend(),
                        [&id](const FoundPerson &other) { return other.id == id; }))
            return;
        m_found.people << FoundPerson{
            .id = id, .name = row.values.value(m_table.primaryName).toString(), .detail = detailOf(row, id)};
    }

    /// What was found beyond name and id: the value that holds the text, else the first address.
    QString detailOf(const dataverse::Row &row, const QString &id) const
    {
        QString first;
        for (const QString &name : m_searched) {
            const QString value = row.values.value(name).toString();
            if (name == m_table.primaryName || value.isEmpty() || value == id)
                continue;
            if (value.contains(m_text, Qt::CaseInsensitive))
                return value;
            if (first.isEmpty())
                first = value;
        }
        return first;
    }

    void fail(const Error &error)
    {
        finish(error);
        deleteSteps();
    }

    void end()
    {
        if (--m_open > 0)
            return;
        if (!m_known.isEmpty()) {
            const auto there =
                std::find_if(m_found.people.begin(), m_found.people.end(), [this](const FoundPerson &one) {
                    return one.id.compare(m_known, Qt::CaseInsensitive) == 0;
                });
            FoundPerson exact = there == m_found.people.end() ? FoundPerson() : *there;
            if (there != m_found.people.end())
                m_found.people.erase(there);
            exact.id = m_known; // as Didomi writes it
            exact.isInDidomi = true;
            m_found.people.prepend(exact);
        }
        finish(m_found);
    }

    const MatchRule m_rule;
    const mapping::Table m_table;
    const QString m_text;
    QStringList m_searched;
    QString m_known; ///< The id that Didomi knows, when the text is one.
    FoundPeople m_found;
    int m_open = 1; ///< Questions that wait for their answers.
};

} // namespace

core::Job<FoundPeople> *searchPeople(bridge::Link &link, const bridge::Surroundings &surroundings, const QString &text,
                                     QObject *parent)
{
    return new SearchJob(link, surroundings, text, parent);
}

} // namespace engine
