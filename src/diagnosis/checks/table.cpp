#include "diagnosis/checks/asking.h"
#include "diagnosis/checks/checks.h"
#include "mapping/lint.h"

namespace diagnosis::checks {

using namespace Qt::StringLiterals;
using core::Error;
using core::Result;

namespace {

struct Texts {
    Q_DECLARE_TR_FUNCTIONS(diagnosis::TableCheck)
};

Finding fromVerdict(const mapping::Verdict &verdict, const QString &field)
{
    const bool isError = verdict.state == mapping::Verdict::State::Error;
    return {.state = isError ? Step::State::Failed : Step::State::Warning,
            .evidence = verdict.message,
            .problem = {.kind = Error::Kind::Invalid, .message = verdict.message, .fix = verdict.fix, .field = field}};
}

bool isLoud(const mapping::Verdict &verdict)
{
    return verdict.state == mapping::Verdict::State::Error || verdict.state == mapping::Verdict::State::Warning;
}

/// A polarity that nobody confirmed, say, is set right in the mapping; a missing column in Power Apps, or there too.
catalogue::Portal portalOf(const mapping::Table &table, const profile::Mapping &mapping)
{
    return table.column(mapping.column) ? catalogue::Portal::MappingsPage : catalogue::Portal::Columns;
}

Finding judgeColumns(const Context &context)
{
    const QList<profile::Mapping> &mappings = context.profile().integration.mappings;
    const QList<mapping::Verdict> verdicts =
        mapping::lint(context.profile(), &context.table, nullptr); // the catalogue is the other end's business
    Finding finding;
    QStringList there;
    for (int index = 0; index < int(verdicts.size()); ++index) {
        const mapping::Verdict &verdict = verdicts.at(index);
        if (const mapping::Column *column = context.table.column(mappings.at(index).column))
            there << column->logicalName + u' ' + column->typeName;
        if (!isLoud(verdict)) {
            finding.details << Texts::tr("%1: fine").arg(mappings.at(index).column);
            continue;
        }
        const Finding one = fromVerdict(verdict, u"mappings[%1].id"_s.arg(index));
        const bool isWorse = finding.state == Step::State::Passed ||
                             (finding.state == Step::State::Warning && one.state == Step::State::Failed);
        if (isWorse) {
            finding.state = one.state;
            finding.evidence = one.evidence;
            finding.problem = one.problem;
            finding.portal = portalOf(context.table, mappings.at(index));
        }
        finding.details << verdict.message;
    }
    there.removeDuplicates();
    there.sort();
    finding.facts = {{u"table.columns"_s, there}};
    if (finding.state == Step::State::Passed)
        finding.evidence =
            Texts::tr("%n mapped column(s) exist, can be written and fit their values", nullptr, int(mappings.size()));
    return finding;
}

QString statusWord(mapping::Key::Status status)
{
    switch (status) {
    case mapping::Key::Status::Active:
        return u"Active"_s;
    case mapping::Key::Status::Pending:
        return u"Pending"_s;
    case mapping::Key::Status::InProgress:
        return u"InProgress"_s;
    case mapping::Key::Status::Failed:
        return u"Failed"_s;
    }
    return {};
}

Finding judgeMatch(const Context &context)
{
    const profile::MatchRule &rule = context.profile().match;
    const mapping::Key *key = context.table.keyOn(rule.column);
    Finding finding;
    const mapping::Verdict verdict = mapping::lintMatch(rule, context.table);
    if (isLoud(verdict)) {
        finding = fromVerdict(verdict, u"match.column"_s);
        finding.portal = key || rule.kind == profile::MatchRule::Kind::AlternateKey ? catalogue::Portal::Keys
                                                                                    : catalogue::Portal::ConnectionPage;
    } else {
        switch (rule.kind) {
        case profile::MatchRule::Kind::RowId:
            finding.evidence = Texts::tr("Rows are found by their id");
            break;
        case profile::MatchRule::Kind::AlternateKey:
            finding.evidence = Texts::tr("Rows are found by the alternate key %1 on %2, which is active")
                                   .arg(key ? key->logicalName : QString(), rule.column);
            break;
        case profile::MatchRule::Kind::Column:
            finding.evidence = Texts::tr("Rows are found by searching %1").arg(rule.column);
            break;
        }
    }
    if (rule.kind == profile::MatchRule::Kind::AlternateKey)
        finding.facts = {
            {u"match.key"_s, {key ? key->logicalName + u' ' + statusWord(key->status) : u"none on "_s + rule.column}}};
    return finding;
}

} // namespace

Check *table(Context &context, QObject *parent)
{
    const QString name = context.profile().options.table;
    return asking([&](QObject *owner) { return context.dynamics().dataverse().table(name, owner); },
                  [&context, name](const Result<mapping::Table> &answer) -> Finding {
                      if (!answer) {
                          Finding finding = Finding::ofRefusal(answer.error());
                          if (finding.problem.field.isEmpty() && finding.problem.kind == Error::Kind::NotFound)
                              finding.problem.field = u"options.table"_s;
                          return finding;
                      }
                      context.table = *answer;
                      const QString columns = Texts::tr("%n column(s)", nullptr, int(answer->columns.size()));
                      const QString keys = Texts::tr("%n alternate key(s)", nullptr, int(answer->keys.size()));
                      //: "Contact: 312 columns, 5 alternate keys"
                      return {.evidence = Texts::tr("%1: %2, %3").arg(answer->displayName, columns, keys),
                              .details = {Texts::tr("Entity set: %1").arg(answer->entitySet)}};
                  },
                  parent);
}

Check *rows(Context &context, QObject *parent)
{
    if (context.table.entitySet.isEmpty())
        return found(Finding::skipped(Texts::tr("Not available here: the server does not tell of its tables.")),
                     parent);
    return asking(
        [&](QObject *owner) {
            return context.inspector().readOneRow(context.table.entitySet, context.table.primaryId, owner);
        },
        [&context](const Result<core::Nothing> &answer) -> Finding {
            if (!answer)
                return Finding::ofRefusal(answer.error());
            return {.evidence = Texts::tr("Rows of %1 can be read").arg(context.table.displayName)};
        },
        parent);
}

Check *columns(Context &context, QObject *parent)
{
    if (context.isCurrent())
        return found(Finding::skipped(Texts::tr("Current mode stores consent in rows of their own, not in columns.")),
                     parent);
    if (context.profile().integration.mappings.isEmpty())
        return found(Finding::skipped(Texts::tr("Nothing is mapped yet.")), parent);
    if (context.table.columns.isEmpty())
        return found(Finding::skipped(Texts::tr("Not available here: the server does not tell of its tables.")),
                     parent);
    return found(judgeColumns(context), parent);
}

Check *match(Context &context, QObject *parent)
{
    if (context.table.columns.isEmpty())
        return found(Finding::skipped(Texts::tr("Not available here: the server does not tell of its tables.")),
                     parent);
    return found(judgeMatch(context), parent);
}

} // namespace diagnosis::checks
