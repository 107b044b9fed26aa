#pragma once

#include "engine/planjob.h"
#include "engine/pushjob.h"
#include "models/mask.h"
#include "net/message.h"

#include <QWidget>

#include <memory>

namespace Ui {
class PlanView;
}

namespace models {
class ChangeModel;
}

namespace gui {

class ColumnShares;

/// What a push does about one person: in a sentence, column by column, and as the literal requests. For a preview it
/// has the button that pushes; for what has arrived it is only to be read.
class PlanView : public QWidget
{
    Q_OBJECT

public:
    explicit PlanView(QWidget *parent = nullptr);
    ~PlanView() override;

    struct Content {
        engine::Plan plan; ///< Its first item is shown.
        std::optional<engine::PushReport> report = {};
        core::Error problem = {}; ///< Why it was not sent although it should have been.
        QList<net::Request> requests = {};
        models::Mask mask = {};
    };
    void show(const Content &content);
    void clear();

    /// The button, when there is something to write; disabled with the reason `whyNot`, unless that is empty.
    void offerPush(const QString &verb, const QString &whyNot);

    /// No button, and names of its own for every control, so that it can stand beside one that has it.
    void makeReadOnly();

    void focusPush();

Q_SIGNALS:
    void pushWanted();

private:
    void showSummary();
    void showWhy();
    void showWarnings();
    void showRequests();

    std::unique_ptr<Ui::PlanView> m_ui;
    models::ChangeModel *m_changes;
    models::MaskedModel *m_masked;
    ColumnShares *m_shares;
    std::optional<Content> m_content;
    bool m_isReadOnly = false;
};

} // namespace gui
