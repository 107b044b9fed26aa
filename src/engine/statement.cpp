#include "engine/statement.h"

namespace engine {

using namespace Qt::StringLiterals;
using consent::Finding;
using consent::ValuePath;

namespace {

QString shown(const Finding &finding)
{
    switch (finding.kind) {
    case Finding::Kind::Absent:
        return consent::choiceText(consent::Choice::None);
    case Finding::Kind::Choice:
        return consent::choiceText(finding.choice);
    case Finding::Kind::Text:
        return finding.text;
    }
    return {};
}

/// Picked values are a set: their order means nothing.
bool meansTheSame(const ValuePath &path, const Finding &one, const Finding &other)
{
    if (path.kind != ValuePath::Kind::PreferenceValues || one.kind != Finding::Kind::Text ||
        other.kind != Finding::Kind::Text)
        return one == other;
    QStringList left = one.text.split(u',');
    QStringList right = other.text.split(u',');
    left.sort();
    right.sort();
    return left == right;
}

Statement statementOf(const profile::Mapping &mapping, const consent::Catalogue &catalogue,
                      const QList<consent::Subject> &subjects)
{
    const consent::ParsedPath parsed = consent::parseValuePath(mapping.value, catalogue);
    Statement statement{.path = parsed.path, .pathProblem = parsed.problem};
    for (const consent::Subject &subject : subjects) {
        const Finding finding = consent::evaluate(parsed.path, subject);
        if (finding.kind == Finding::Kind::Absent) {
            // Not knowing what was said is not the same as "no choice": it must reach the conversion.
            if (statement.finding.kind == Finding::Kind::Absent)
                statement.finding.isUntold = statement.finding.isUntold || finding.isUntold;
            continue;
        }
        const bool isFirst = statement.finding.kind == Finding::Kind::Absent;
        if (!isFirst && meansTheSame(parsed.path, statement.finding, finding))
            continue;
        statement.isDisputed = statement.isDisputed || !isFirst;
        if (isFirst)
            statement.finding = finding;
        statement.found << shown(finding);
    }
    if (statement.found.isEmpty())
        statement.found << shown({});
    return statement;
}

} // namespace

QList<Statement> statementsOf(const QList<profile::Mapping> &mappings, const consent::Catalogue &catalogue,
                              const QList<consent::Subject> &subjects)
{
    QList<Statement> statements;
    statements.reserve(mappings.size());
    for (const profile::Mapping &mapping : mappings)
        statements << statementOf(mapping, catalogue, subjects);
    return statements;
}

QString disputedSources(const QList<profile::Mapping> &mappings, const QList<Statement> &statements,
                        const consent::Catalogue &catalogue)
{
    QStringList names;
    for (qsizetype index = 0; index < statements.size(); ++index) {
        const Statement &statement = statements.at(index);
        if (statement.isDisputed && mappings.at(index).goesToDynamics())
            names << consent::describe(statement.path, catalogue);
    }
    names.removeDuplicates();
    return names.join(u", "_s);
}

} // namespace engine
