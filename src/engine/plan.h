#pragma once

#include "bridge/surroundings.h"
#include "consent/subject.h"
#include "consent/valuepath.h"
#include "store/outcome.h"

namespace engine {

/// What one mapping does to one row.
struct Change {
    enum class Effect {
        Write,   ///< The value differs and will be written.
        Same,    ///< The row already says so.
        Nothing, ///< No choice: the column is left alone.
        Older,   ///< We already wrote a newer choice to this column: left alone.
        Problem, ///< Cannot be converted; `problem` says why.
    };

    int mapping = 0;          ///< Index in the profile's mappings.
    QString source;           ///< What Didomi was asked: "Newsletter".
    QString path;             ///< The value path as written.
    QString found;            ///< What Didomi says: "given", "no choice", a text.
    consent::Finding finding; ///< The same, for programs.
    QString column;           ///< Logical name.
    QString columnName;       ///< For people.
    Effect effect = Effect::Nothing;
    std::optional<mapping::Cell> cell = {}; ///< What was converted; also with Same and Older.
    QJsonValue now = {};                    ///< The row's value; undefined when there is no row.
    QString nowShown;                       ///< For people: "Do Not Allow (true)".
    bool isSuperseded =
        false;    ///< With Same: we wrote a newer choice already, so the time of this one is not to be remembered.
    QString note; ///< A sentence worth reading, e.g. why it is left alone.
    core::Error problem = {};
};

/// Everything that a push would do about one person, computed before anything is written.
struct PlanItem {
    enum class Action {
        None, ///< No write; `outcome` and `reason` say why.
        Update,
        Create,
    };

    QString person; ///< organization_user_id
    consent::Subject subject;
    Action action = Action::None;
    store::Outcome outcome = store::Outcome::Unchanged; ///< With None: unchanged, skipped, invalid or conflict.
    QString reason;                                     ///< With None: a translated sentence.
    QList<Change> changes;
    dataverse::Row row; ///< The row that matched, mapped columns only; without id when there is none.
    QString rowName;    ///< Its primary name, for people.
    std::optional<dataverse::Write> write = {}; ///< With Update and Create: exactly what will be sent.
    QStringList warnings;                       ///< Translated sentences; they do not stop the push.
};

/// A list of changes bound to the two organisations it was made for.
struct Plan {
    QString profileId;
    QString dataverseOrganization;
    QString didomiOrganization;
    QDateTime madeAt;
    mapping::Table table;
    QList<PlanItem> items;
};

QString effectText(Change::Effect effect);   ///< Translated: "written".
QString effectWord(Change::Effect effect);   ///< For JSON: "write".
QString actionWord(PlanItem::Action action); ///< For JSON: "update".

/// One sentence about what a plan item will do: "Updates 2 columns of one contact.", "Skipped: no matching contact.".
QString summary(const PlanItem &item);

} // namespace engine
