#include "gui/draftchange.h"

namespace gui {

using profile::Profile;

namespace {

/// What a step can be about, as `take(get)` with a way to each member.
void forEachPart(auto take)
{
    take([](auto &profile) -> auto & { return profile.integration.typeId; });
    take([](auto &profile) -> auto & { return profile.integration.clientId; });
    take([](auto &profile) -> auto & { return profile.integration.tenantId; });
    take([](auto &profile) -> auto & { return profile.integration.instance; });
    take([](auto &profile) -> auto & { return profile.integration.mappings; });
    take([](auto &profile) -> auto & { return profile.integration.upsertMode; });
    take([](auto &profile) -> auto & { return profile.integration.source; });
    take([](auto &profile) -> auto & { return profile.match; });
    take([](auto &profile) -> auto & { return profile.newRow; });
    take([](auto &profile) -> auto & { return profile.contactPoints; });
    take([](auto &profile) -> auto & { return profile.options.table; });
}

} // namespace

DraftChange::DraftChange(Session &session, const QString &what, Profile after, int mergeId)
    : QUndoCommand(what), m_session(session), m_before(session.draft()), m_after(std::move(after)), m_mergeId(mergeId)
{
}

void DraftChange::apply(const Profile &from, const Profile &to)
{
    Profile draft = m_session.draft();
    forEachPart([&](auto part) {
        if (part(from) != part(to))
            part(draft) = part(to);
    });
    m_session.setDraft(draft);
}

bool DraftChange::isNothing() const
{
    bool isNothing = true;
    forEachPart([&](auto part) { isNothing = isNothing && part(m_before) == part(m_after); });
    return isNothing;
}

bool DraftChange::mergeWith(const QUndoCommand *other)
{
    m_after = static_cast<const DraftChange *>(other)->m_after;
    setObsolete(isNothing());
    return true;
}

} // namespace gui
