#pragma once

#include "cli/workplacecommand.h"
#include "engine/planjob.h"

namespace cli {

/// What `preview` and `push` have in common: an integration, a person or an event, and the plan for them.
class ConsentCommand : public WorkplaceCommand
{
protected:
    ConsentCommand(Arguments arguments, Console &console, Environment &environment, QObject *parent);

    static void addSubject(Arguments &arguments); ///< --user and --event.

    /// Called with the profile before anybody is asked; false when the command has been ended with a message.
    virtual bool isAllowed(const profile::Profile &profile);
    /// Called when both ends are known and before the plan; calls makePlan() when it is done.
    virtual void prepare() { makePlan(); }
    virtual void usePlan(const engine::Plan &plan) = 0;
    /// Whether it is about the user that changed last, in place of --user and --event.
    virtual bool isAboutNewest() const { return false; }

    void makePlan();

    /// The plan as the JSON documents hold it.
    QJsonObject planAsJson(const engine::PlanItem &item);

    struct Details {
        bool withWhy = false; ///< A sentence for each mapping, in place of notes.
        bool asCurl = false;  ///< The request as a shell command.
    };
    /// The plan for people.
    void printPlan(const engine::PlanItem &item, const Details &details);
    void printPlan(const engine::PlanItem &item) { printPlan(item, {}); }

    /// A journal that cannot be opened ends a push; a preview goes on without.
    virtual bool needsJournal() const = 0;

private:
    void start() final;
    bool readSubject();
    bool takeJournal();
    void planFor(const QList<consent::Subject> &subjects);
    void planForPerson();
    void printForecasts(const engine::PlanItem &item);
    void printNotes(const engine::PlanItem &item);
    void printReasons(const engine::PlanItem &item);
    QJsonValue requestAsJson(const engine::RowPlan &row);

    QList<consent::Subject> m_subjects; ///< From an event; empty when a user is to be asked for.
    QString m_person;                   ///< As given.
};

} // namespace cli
