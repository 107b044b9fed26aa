#pragma once

#include "consent/choice.h"
#include "core/result.h"

#include <QDateTime>
#include <QStringList>

#include <optional>

namespace engine {

/// Whom a resync is about, and where their consents come from.
struct Scope {
    enum class Whom {
        Everybody,
        People,       ///< Those of `people`.
        ChangedSince, ///< Who changed anything in Didomi at `since` or later.
        FailedBefore, ///< Whose writes were rejected, or ended in conflict or invalid, in the run `failedIn`.
    };
    Whom whom = Whom::Everybody;
    QStringList people = {};   ///< organization_user_id each.
    QDateTime since = {};      ///< UTC.
    QString failedIn = {};     ///< Path of the plan's file.
    QString regulation = {};   ///< Only choices of this one; empty: that of the integration.
    QStringList purposes = {}; ///< Only who made a choice about one of these purposes of Didomi; empty: all.
    /// Only who made this choice about one of `purposes`, or about any when there are none.
    std::optional<consent::Choice> choice = {};
    bool onlyDifferent = false; ///< Leaves out who needs no write and of whom there is nothing to tell.
    QStringList files = {};     ///< Exports of Didomi, or folders of them; empty: Didomi itself.

    /// True when not everybody that the source tells of is meant.
    bool isFiltered() const { return whom != Whom::Everybody || !purposes.isEmpty() || choice; }

    bool operator==(const Scope &) const = default;
};

/// `{"whom": "changed_since", "since": "2026-11-20T09:58:12.000Z", …}`; members are named as those of Scope, in lower
/// case with underscores, and left out where they say nothing.
QByteArray scopeToJson(const Scope &scope);
/// Kind::Invalid naming the member; unknown ones are refused.
core::Result<Scope> scopeFromJson(const QByteArray &json);

/// Kind::Invalid naming the member that its `whom` needs and that is empty.
core::Result<core::Nothing> checkScope(const Scope &scope);

/// "Everybody who changed anything since 11/20/26 09:00. Read from 3 file(s) or folder(s).": translated sentences.
QString describe(const Scope &scope);

} // namespace engine
