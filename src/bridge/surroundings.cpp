#include "bridge/surroundings.h"

#include "dataverse/inspector.h"
#include "mapping/consentrow.h"

#include <QCoreApplication>

namespace bridge {

using namespace Qt::StringLiterals;
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
        if (profile::modeOf(m_link.profile().integration) == profile::Mode::Current)
            surveyConsents();
    }

private:
    using Naming = Error (*)(Error);

    void surveyConsents()
    {
        auto *inspector = new dataverse::Inspector(m_link.dataverseService(), m_link.tokens(),
                                                   m_link.instance().apiUrl(m_link.profile().options.apiVersion), this);
        take(m_link.dataverse().table(mapping::consentTableName, this), &Surroundings::consentTable,
             &SurveyJob::consentProblem);
        take(inspector->consentTree(this), &Surroundings::consentTree, &SurveyJob::consentProblem);
    }

    static Error consentProblem(Error error)
    {
        if (error.kind != Error::Kind::NotFound)
            return dataverseProblem(error);
        error.message = Texts::tr("Dynamics 365: this environment has no table of consents (%1), so the Current mode "
                                  "cannot be used.")
                            .arg(mapping::consentTableName);
        error.fix = Texts::tr("Install Customer Insights - Journeys in this environment, or use the Legacy mode.");
        error.field = u"type_id"_s;
        return error;
    }

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

const mapping::Table *Surroundings::tableCalled(const QString &logicalName) const
{
    for (const mapping::Table *one : {&table, &consentTable}) {
        if (!one->logicalName.isEmpty() && one->logicalName == logicalName)
            return one;
    }
    return nullptr;
}

core::Job<Surroundings> *survey(Link &link, QObject *parent)
{
    return new SurveyJob(link, parent);
}

} // namespace bridge
