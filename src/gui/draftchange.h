#pragma once

#include "gui/session.h"

#include <QUndoCommand>

namespace gui {

/// A step of editing that concerns more than the mappings: Didomi's JSON as a whole, or how rows are found and made.
///
/// What the step leaves alone is left alone when it is undone, too: the connection is edited elsewhere, without undo.
class DraftChange final : public QUndoCommand
{
public:
    DraftChange(Session &session, const QString &what, profile::Profile after, int mergeId = -1);

    int id() const override { return m_mergeId; }
    void undo() override { apply(m_after, m_before); }
    void redo() override { apply(m_before, m_after); }
    bool mergeWith(const QUndoCommand *other) override;

private:
    void apply(const profile::Profile &from, const profile::Profile &to);
    bool isNothing() const;

    Session &m_session;
    const profile::Profile m_before;
    profile::Profile m_after;
    const int m_mergeId;
};

} // namespace gui
