#include "bridge/surroundings.h"

#include <QCoreApplication>

namespace bridge {

using core::Error;

namespace {

struct Texts {
    Q_DECLARE_TR_FUNCTIONS(bridge::Surroundings)
};

class SurveyJob final : public core::Job<Surroundings>
{
public:
    SurveyJob(Link &link, QObject *parent) : Job(parent), m_link(link)
    {
        take(m_link.dataverse().whoAmI(this), &Surroundings::whoAmI, &SurveyJob::dataverseProblem);
        take(m_link.dataverse().version(this), &Surroundings::dataverseVersion, &SurveyJob::dataverseProblem);
        take(m_link.dataverse().table(m_link.profile().options.table, this), &Surroundings::table,
             &SurveyJob::dataverseProblem);
        take(m_link.didomi().catalogue(this), &Surroundings::catalogue, &SurveyJob::didomiProblem);
    }

private:
    using Naming = Error (*)(Error);

    static Error dataverseProblem(Error error)
    {
        error.message = Texts::tr("Dynamics 365: %1").arg(error.message);
        return error;
    }

    static Error didomiProblem(Error error)
    {
        error.message = Texts::tr("Didomi: %1").arg(error.message);
        return error;
    }

    /// Puts the step's value into `member`; the first problem ends everything.
    template <typename T>
    void take(core::Job<T> *step, T Surroundings::*member, Naming naming)
    {
        ++m_open;
        step->whenDone(this, [this, member, naming](const core::Result<T> &result) {
            if (isSettled())
                return;
            if (!result) {
                finish(naming(result.error()));
                deleteOthers();
                return;
            }
            m_found.*member = *result;
            if (--m_open > 0)
                return;
            m_found.readAt = m_link.clock().now();
            finish(m_found);
        });
    }

    void deleteOthers()
    {
        // Later: the step that called us is among them.
        for (core::JobBase *step : findChildren<core::JobBase *>(Qt::FindDirectChildrenOnly))
            step->deleteLater();
    }

    Link &m_link;
    Surroundings m_found;
    int m_open = 0;
};

} // namespace

core::Job<Surroundings> *survey(Link &link, QObject *parent)
{
    return new SurveyJob(link, parent);
}

} // namespace bridge
