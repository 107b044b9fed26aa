#pragma once

#include "bridge/surroundings.h"
#include "consent/subject.h"
#include "consent/valuepath.h"
#include "mapping/consentrow.h"
#include "store/outcome.h"

namespace engine {

/// Current mode: what a mapping is about.
struct ConsentPoint {
    profile::Channel channel = profile::Channel::Email;
    QString address = {};               ///< Empty while, or when, none is known.
    mapping::ConsentTarget target = {}; ///< Without ids when it is not known.
};

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
    QString column;           ///< Logical name; in Current mode the id of the purpose or topic.
    QString columnName;       ///< For people.
    Effect effect = Effect::Nothing;
    std::optional<mapping::Cell> cell = {}; ///< What was converted; also with Same and Older.
    QJsonValue now = {};                    ///< The row's value; undefined when there is no row.
    QString nowShown;                       ///< For people: "Do Not Allow (true)".
    bool isSuperseded =
        false; ///< With Same: we wrote a newer choice already, so the time of this one is not to be remembered.
    bool isTimed = false; ///< When the choice was made can change what becomes of it: there is another one to compare.
    QString note;         ///< A sentence worth reading, e.g. why it is left alone.
    core::Error problem = {};
    std::optional<ConsentPoint> consent = {}; ///< Current mode only.

    QString writtenColumn() const; ///< Of the table that is written: `column`, in Current mode that of the value.
};

/// Current mode: whether something would be sent to an address, as calculated from its rows.
struct Forecast {
    int change = 0;          ///< Which of the item's changes it is about.
    mapping::Sending before; ///< As things stand.
    mapping::Sending after;  ///< When the item is pushed.
    QString reason;          ///< One translated sentence about afterwards.
};

/// One row that a push would write, or has looked at and leaves as it is. Says by itself all that is needed to write
/// and judge it.
struct RowPlan {
    enum class Action {
        None, ///< No write; `outcome` and `reason` say why.
        Update,
        Create,
    };

    Action action = Action::None;
    store::Outcome outcome = store::Outcome::Unchanged; ///< With None: unchanged, skipped, invalid or conflict.
    QString reason = {};                                ///< With None: a translated sentence.
    QList<int> changes = {};                            ///< Those of the item's changes that are about this row.
    QStringList columns = {};       ///< What the plan rests on: where one of these changed since, it is out of date.
    dataverse::Row row = {};        ///< As found, `columns` only; without id when there is none.
    QString rowName = {};           ///< Its primary name, for people.
    QList<mapping::Cell> same = {}; ///< What it says already: the choice's time counts for these too, so that an older
                                    ///< choice that comes late does not change them.
    std::optional<dataverse::Write> write = {}; ///< With Update and Create: exactly what will be sent.
    QStringList fixed = {};                     ///< Columns of a new row that get what every new row gets: nobody's
                                                ///< choice, so none that comes late is held against it.
    /// With Create: how the row was looked for. It is looked for once more before it is made, where nothing but that
    /// keeps a second one from being made.
    std::optional<dataverse::Criterion> absent = {};
    bool isIdDrawn = false; ///< The new row's id was drawn at random: nobody else can have made a row with it.
    bool permits = false;   ///< With a write: somebody may become contactable by it. In doubt they do.
    bool forbids = false;   ///< With a write: somebody stops being contactable by it.

    QString id() const; ///< Of the row, also of one that is to be made; empty when only its key is known.
};

/// Everything that a push would do about one person, computed before anything is written.
struct PlanItem {
    using Action = RowPlan::Action;

    QString person; ///< organization_user_id
    consent::Subject subject;
    store::Outcome outcome = store::Outcome::Unchanged; ///< Of the whole; without a write the reason says why.
    QString reason;                                     ///< Without a write: a translated sentence.
    QList<Change> changes;
    QList<RowPlan> rows;  ///< In the order in which they are written. Empty when no row was found and none is made.
    QStringList warnings; ///< Translated sentences; they do not stop the push.
    QList<Forecast> forecasts = {}; ///< Current mode only.
    QStringList lacks = {};  ///< Of a row that is created: columns without a value that forms in Dynamics require.
    QStringList shared = {}; ///< What plans for other people may write too (addresses): one push at a time for each.

    Action action() const; ///< Create when all writes are; None without a write.
    bool isWrite() const { return action() != Action::None; }
    bool permits() const; ///< One of its writes does.
    bool forbids() const;
    QList<dataverse::Write> writes() const;

    void end(store::Outcome how, const QString &why); ///< Takes all writes back.

    /// When nothing is written: says with each change why it is not made after all, and takes the reason of an item
    /// without one from the first problem.
    PlanItem concluded() &&;
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

/// Why a choice of `time` (invalid: not known) is not written after one of `last`; translated.
QString textOfOlder(const QDateTime &time, const QDateTime &last);

/// One sentence about what a plan item will do: "Updates 2 columns of one contact.", "Skipped: no matching contact.".
QString summary(const PlanItem &item);

} // namespace engine
