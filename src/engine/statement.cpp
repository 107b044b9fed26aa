#include "engine/statement.h"

namespace engine {

using namespace Qt::StringLiterals;
using consent::Finding;
using consent::ValuePath;

namespace {

const QString &shown(const Finding &finding, const RuleTexts &texts)
{
    if (finding.kind == Finding::Kind::Text)
        return finding.text;
    const consent::Choice choice = finding.kind == Finding::Kind::Choice ? finding.choice : consent::Choice::None;
    return texts.choices[std::size_t(choice)];
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

Statement statementOf(const ValuePath &path, const RuleTexts &texts, const QList<consent::Subject> &subjects)
{
    Statement statement;
    for (const consent::Subject &subject : subjects) {
        Finding finding = consent::evaluate(path, subject);
        if (finding.kind == Finding::Kind::Absent) {
            // Not knowing what was said is not the same as "no choice": it must reach the conversion.
            if (statement.finding.kind == Finding::Kind::Absent)
                statement.finding.isUntold = statement.finding.isUntold || finding.isUntold;
            continue;
        }
        if (statement.finding.kind == Finding::Kind::Absent) {
            statement.found = shown(finding, texts);
            statement.finding = std::move(finding);
        } else if (!meansTheSame(path, statement.finding, finding)) {
            statement.isDisputed = true;
            statement.found += u" / "_s + shown(finding, texts);
        }
    }
    if (statement.finding.kind == Finding::Kind::Absent)
        statement.found = shown({}, texts);
    return statement;
}

} // namespace

QList<Statement> statementsOf(const Rules &rules, const QList<consent::Subject> &subjects)
{
    QList<Statement> statements;
    statements.reserve(rules.count());
    for (const ValuePath &path : rules.paths())
        statements << statementOf(path, rules.texts(), subjects);
    return statements;
}

QString disputedSources(const Rules &rules, const QList<Statement> &statements)
{
    QStringList names;
    for (int index = 0; index < int(statements.size()); ++index) {
        if (statements.at(index).isDisputed && rules.at(index).isPushed)
            names << rules.at(index).source;
    }
    names.removeDuplicates();
    return names.join(u", "_s);
}

} // namespace engine
