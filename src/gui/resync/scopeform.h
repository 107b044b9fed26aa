#pragma once

#include "core/job.h"
#include "engine/scope.h"
#include "models/pastedpeople.h"

#include <QPointer>
#include <QTimer>
#include <QWidget>

#include <memory>

namespace Ui {
class ScopeForm;
}

namespace gui {

class Questions;
class Session;

/// Whom a resync is about, and where their consents come from.
class ScopeForm : public QWidget
{
    Q_OBJECT

public:
    /// A resync that was done before: what "since the last one" and "who was not written" are about.
    struct EarlierRun {
        QString path;              ///< Of the plan's file.
        QDateTime madeAt;          ///< UTC; when its people were read.
        bool wasEverybody = false; ///< It was about everybody, so that the next may begin where it ended.
        qint64 failed = 0;         ///< Items rejected, invalid or in conflict.
        bool operator==(const EarlierRun &) const = default;
    };

    explicit ScopeForm(QWidget *parent = nullptr);
    ~ScopeForm() override;

    void setUp(Questions &questions); ///< Once, before anything else.
    void setSession(Session *session);

    /// The newest first.
    void setEarlierRuns(const QList<EarlierRun> &runs);

    engine::Scope scope() const;
    void setScope(const engine::Scope &scope);
    /// Only these people, from Didomi.
    void setPeople(const QStringList &people);

    /// Why no plan can be made now, a sentence; empty: it can, as far as others know.
    void setWhyNot(const QString &sentence);
    void focusFirst();

Q_SIGNALS:
    void planWanted(const engine::Scope &scope);
    void openWanted(const QString &path); ///< A plan that was made before.
    void changed();

protected:
    void dragEnterEvent(QDragEnterEvent *event) override;
    void dropEvent(QDropEvent *event) override;

private:
    void build();
    void chooseWhom(engine::Scope::Whom whom);
    engine::Scope::Whom whom() const;
    void take(const QStringList &paths); ///< Files that were chosen or dropped, of any kind.
    void addFiles(const QStringList &paths);
    void readList(const QString &path);
    void takeList(const QString &path, const core::Result<QStringList> &list);
    void forgetList();
    void fillRuns();
    void fillPurposes();
    void countPeople();
    QStringList people() const; ///< Typed and read, each once.
    QDateTime since() const;
    void edited();
    void refresh();
    QString problem() const; ///< Why this is no scope yet; empty: it is one.

    std::unique_ptr<Ui::ScopeForm> m_ui;
    Questions *m_questions = nullptr;
    QPointer<Session> m_session;
    QList<EarlierRun> m_runs; ///< The newest first.
    models::PastedPeople m_typed;
    QStringList m_read; ///< From a file; too many to be shown as text.
    QString m_readFrom; ///< Its name.
    core::Error m_readProblem;
    QPointer<core::JobBase> m_reading;
    QStringList m_purposes; ///< Chosen ones that the catalogue does not have, or that came before it.
    QString m_whyNot;
    QTimer m_typingRest;
};

} // namespace gui
