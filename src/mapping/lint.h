#pragma once

#include "consent/catalogue.h"
#include "mapping/column.h"
#include "mapping/consenttree.h"
#include "profile/profile.h"

#include <optional>

namespace mapping {

/// One thing that is wrong or worth a look, of one mapping or of the whole.
struct LintFinding {
    enum class Severity {
        Hint,    ///< Works; somebody may want to know.
        Unknown, ///< Metadata or catalogue are not loaded: cannot be judged.
        Warning, ///< Works, but look at it.
        Error,   ///< A push would refuse it, or write what must not be written.
    };
    /// What one click does, with `fixed`.
    enum class Remedy {
        None,
        Replace,
        Remove,
        Add,
        SetConstants, ///< Of the whole: what new rows get.
    };

    QString code; ///< For programs: "unknown-id", "missing-column", …; never translated.
    Severity severity = Severity::Warning;
    QString message; ///< What is wrong and why; translated sentences.
    QString fix;     ///< What to do; translated.
    Remedy remedy = Remedy::None;
    std::optional<profile::Mapping> fixed = {}; ///< With Replace: the row as it could be. With Add: a row to complete.
    QList<profile::Constant> constants = {};    ///< With SetConstants: all of them; those without a text to complete.
    bool operator==(const LintFinding &) const = default;
};

/// What can be said about one mapping row.
struct Verdict {
    enum class State {
        Fine,
        Warning, ///< Works, but look at it.
        Error,   ///< A push would refuse it.
        Unknown, ///< Metadata or catalogue are not loaded: cannot be judged.
    };
    State state = State::Unknown;
    QString message; ///< A translated sentence; empty when fine.
    QString fix;
    /// What could be set to make it right, when that is one click: the polarity to confirm.
    std::optional<profile::Mapping::Polarity> suggestedPolarity = {};
    QList<LintFinding> findings = {}; ///< All there is to say, the gravest first; state and message are the first's.
    bool operator==(const Verdict &) const = default;
};

/// What mappings are judged against; what is not there is not judged, or Unknown.
struct LintInput {
    const Table *table = nullptr;
    const consent::Catalogue *catalogue = nullptr;
    const ConsentTree *tree = nullptr;   ///< Current mode's targets.
    QStringList sampleIds = {};          ///< Some organization_user_ids. Never repeated in a finding.
    QStringList regulations = {};        ///< That people were seen to choose under.
    QList<profile::Profile> others = {}; ///< The other integrations; this one among them does not matter.
};

struct LintReport {
    QList<Verdict> rows;        ///< One for each mapping, same order.
    QList<LintFinding> profile; ///< About the mappings as a whole, the gravest first.
    bool operator==(const LintReport &) const = default;
};

/// Judges everything.
LintReport lintAll(const profile::Profile &profile, const LintInput &input);

/// `mappings` after the one click of `finding`, which was said of row `row` (of the whole: any number). Constants are
/// no mappings: SetConstants leaves them as they are.
QList<profile::Mapping> withFix(QList<profile::Mapping> mappings, qsizetype row, const LintFinding &finding);

QString severityText(LintFinding::Severity severity); ///< Translated: "Warning".
QString severityWord(LintFinding::Severity severity); ///< For programs: "warning".

/// Judges every mapping of a profile; one verdict each, same order. `table` and `catalogue` may be nullptr (not
/// loaded).
QList<Verdict> lint(const profile::Profile &profile, const Table *table, const consent::Catalogue *catalogue);

/// The whole after the one click of `finding`, also where that is not about the mappings.
profile::Profile withFix(profile::Profile profile, qsizetype row, const LintFinding &finding);

/// Judges the match rule against the table: columns exist, can be read and are filled, the key is Active.
Verdict lintMatch(const profile::MatchRule &rule, const Table &table);

/// "newsletter given writes donotbulkemail = Allow (false)", translated; plain text. Falls back to ids when nothing is
/// loaded.
QString sentence(const profile::Mapping &mapping, const Table *table, const consent::Catalogue *catalogue);

/// Columns that a mapping or an upsert may write, for pickers.
QList<Column> writableColumns(const Table &table, bool forCreate);

} // namespace mapping
