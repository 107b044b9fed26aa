#include "diagnosis/step.h"

#include <QCoreApplication>

namespace diagnosis {

using namespace Qt::StringLiterals;

namespace {

struct Texts {
    Q_DECLARE_TR_FUNCTIONS(diagnosis::Step)
};

/// How bad a state is; the worst one is the verdict.
int badness(Step::State state)
{
    switch (state) {
    case Step::State::Passed:
        return 0;
    case Step::State::Waiting:
    case Step::State::Running:
    case Step::State::Skipped:
        return 1;
    case Step::State::Warning:
        return 2;
    case Step::State::NotReached: // never alone: some step failed
    case Step::State::Failed:
        return 3;
    }
    return 3;
}

} // namespace

QString stepName(Step::Id id)
{
    switch (id) {
    case Step::Id::Input:
        return Texts::tr("Check what was entered");
    case Step::Id::Token:
        return Texts::tr("Sign in to Entra ID");
    case Step::Id::WhoAmI:
        return Texts::tr("Reach the Dynamics 365 environment");
    case Step::Id::Table:
        return Texts::tr("Read the table and its columns");
    case Step::Id::Columns:
        return Texts::tr("Check the mapped columns");
    case Step::Id::Match:
        return Texts::tr("Check how rows are found");
    case Step::Id::DidomiSession:
        return Texts::tr("Sign in to Didomi");
    case Step::Id::DidomiOrganization:
        return Texts::tr("Read the Didomi organization");
    }
    return {};
}

QString stepWord(Step::Id id)
{
    switch (id) {
    case Step::Id::Input:
        return u"input"_s;
    case Step::Id::Token:
        return u"token"_s;
    case Step::Id::WhoAmI:
        return u"whoami"_s;
    case Step::Id::Table:
        return u"table"_s;
    case Step::Id::Columns:
        return u"columns"_s;
    case Step::Id::Match:
        return u"match"_s;
    case Step::Id::DidomiSession:
        return u"didomi_session"_s;
    case Step::Id::DidomiOrganization:
        return u"didomi_organization"_s;
    }
    return {};
}

QString stateText(Step::State state)
{
    switch (state) {
    case Step::State::Waiting:
        return Texts::tr("waiting");
    case Step::State::Running:
        return Texts::tr("running");
    case Step::State::Passed:
        return Texts::tr("passed");
    case Step::State::Warning:
        return Texts::tr("warning");
    case Step::State::Failed:
        return Texts::tr("failed");
    case Step::State::NotReached:
        return Texts::tr("not reached");
    case Step::State::Skipped:
        return Texts::tr("skipped");
    }
    return {};
}

QString stateWord(Step::State state)
{
    switch (state) {
    case Step::State::Waiting:
        return u"waiting"_s;
    case Step::State::Running:
        return u"running"_s;
    case Step::State::Passed:
        return u"passed"_s;
    case Step::State::Warning:
        return u"warning"_s;
    case Step::State::Failed:
        return u"failed"_s;
    case Step::State::NotReached:
        return u"not_reached"_s;
    case Step::State::Skipped:
        return u"skipped"_s;
    }
    return {};
}

Step::State verdictOf(const QList<Step> &steps)
{
    Step::State worst = Step::State::Passed;
    for (const Step &step : steps) {
        if (badness(step.state) > badness(worst))
            worst = step.state;
    }
    switch (worst) {
    case Step::State::Passed:
    case Step::State::Warning:
        return worst;
    case Step::State::Failed:
    case Step::State::NotReached:
        return Step::State::Failed;
    case Step::State::Waiting:
    case Step::State::Running:
    case Step::State::Skipped:
        return Step::State::Skipped;
    }
    return worst;
}

} // namespace diagnosis
