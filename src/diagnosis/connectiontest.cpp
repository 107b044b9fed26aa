#include "diagnosis/connectiontest.h"

#include "consent/valuepath.h"
#include "diagnosis/place.h"
#include "mapping/lint.h"

#include <QHash>
#include <QLocale>

namespace diagnosis {

using namespace Qt::StringLiterals;
using core::Error;
using core::Result;
using std::chrono::milliseconds;

namespace {

struct Texts {
    Q_DECLARE_TR_FUNCTIONS(diagnosis::ConnectionTest)
};

constexpr Step::Id dynamicsSteps[] = {Step::Id::Token, Step::Id::WhoAmI, Step::Id::Table, Step::Id::Columns,
                                      Step::Id::Match};
constexpr Step::Id didomiSteps[] = {Step::Id::DidomiSession, Step::Id::DidomiOrganization};

QList<Step> allSteps()
{
    QList<Step> steps{{.id = Step::Id::Input, .end = Step::End::Both}};
    for (const Step::Id id : dynamicsSteps)
        steps << Step{.id = id, .end = Step::End::Dynamics};
    for (const Step::Id id : didomiSteps)
        steps << Step{.id = id, .end = Step::End::Didomi};
    return steps;
}

/// What a step found.
struct Finding {
    Step::State state = Step::State::Passed;
    QString evidence = {};
    QStringList details = {};
    Error problem = {};

    static Finding failed(const Error &error)
    {
        return {.state = Step::State::Failed, .evidence = error.message, .problem = error};
    }
};

Finding fromVerdict(const mapping::Verdict &verdict, const QString &field)
{
    const bool isError = verdict.state == mapping::Verdict::State::Error;
    return {.state = isError ? Step::State::Failed : Step::State::Warning,
            .evidence = verdict.message,
            .problem = {.kind = Error::Kind::Invalid, .message = verdict.message, .fix = verdict.fix, .field = field}};
}

bool isLoud(const mapping::Verdict &verdict)
{
    return verdict.state == mapping::Verdict::State::Error || verdict.state == mapping::Verdict::State::Warning;
}

/// The first problem of the form, but for the mappings' (they have steps of their own) and for where secrets are kept
/// (they are here).
Finding checkInput(const profile::Profile &profile, const bridge::Secrets &secrets)
{
    QList<profile::Problem> problems = profile::validate(profile);
    problems.removeIf([](const profile::Problem &problem) {
        return problem.field.startsWith("mappings"_L1) || problem.field.startsWith("match"_L1) ||
               problem.field == "name"_L1 || problem.field == "authentication.client_secret"_L1 ||
               problem.field == "didomi.secret"_L1;
    });
    const auto missing = [&](const core::Secret &secret, const QString &field, const QString &message) {
        if (secret.isEmpty())
            problems << profile::Problem{
                .field = field, .message = message, .fix = Texts::tr("Enter it, or say where it is kept.")};
    };
    missing(secrets.clientSecret, u"authentication.client_secret"_s, Texts::tr("The client secret is missing."));
    missing(secrets.didomiSecret, u"didomi.secret"_s, Texts::tr("The secret of the Didomi key is missing."));

    const auto worst = std::max_element(
        problems.cbegin(), problems.cend(),
        [](const profile::Problem &one, const profile::Problem &other) { return one.severity < other.severity; });
    if (worst == problems.cend())
        return {};
    const bool isError = worst->severity == profile::Problem::Severity::Error;
    Finding finding{
        .state = isError ? Step::State::Failed : Step::State::Warning,
        .evidence = worst->message,
        .problem = {.kind = Error::Kind::Invalid, .message = worst->message, .fix = worst->fix, .field = worst->field}};
    for (const profile::Problem &problem : std::as_const(problems))
        finding.details << problem.message;
    return finding;
}

} // namespace

/// One test: its link, and what the steps have read so far.
class ConnectionTest::Run
{
public:
    Run(ConnectionTest &test, net::Network &network, const profile::Profile &profile, const bridge::Secrets &secrets,
        core::Clock &clock)
        : m_test(test), m_network(network), m_profile(profile), m_secrets(secrets), m_clock(clock)
    {
    }

    void begin();
    void stop();

private:
    void signIn();
    void whoAmI();
    void version();
    void table();
    void checkColumns();
    void checkMatch();
    void didomiSignIn();
    void didomiOrganization();
    void catalogue();
    Finding inputSeen(Finding finding) const;
    Finding judgeColumns() const;
    Finding judgeMatch() const;
    Finding judgeOrganization(const consent::Catalogue &catalogue) const;

    /// Runs a job as (part of) a step; its failure is the step's. `next` gets the value.
    template <typename T, typename Next>
    void ask(Step::Id id, core::Job<T> *job, Next next)
    {
        job->whenDone(&m_test, [this, id, next](const Result<T> &result) {
            if (result)
                next(*result);
            else
                end(id, Finding::failed(result.error()));
        });
    }

    Step &step(Step::Id id) { return m_test.m_steps[int(id)]; }
    void start(Step::Id id);
    bool end(Step::Id id, const Finding &finding); ///< False when the step failed.
    void skipAfter(Step::Id id);
    void change(Step::Id id, Step::State state);
    void finishWhenDone();
    milliseconds elapsed(Step::Id id) const { return m_clock.monotonic() - m_startedAt.value(id); }

    ConnectionTest &m_test;
    net::Network &m_network;
    const profile::Profile m_profile;
    const bridge::Secrets m_secrets;
    core::Clock &m_clock;
    std::unique_ptr<bridge::Link> m_link;
    QHash<Step::Id, milliseconds> m_startedAt;
    dataverse::WhoAmI m_whoAmI;
    mapping::Table m_table;
    QList<didomi::Organization> m_organizations;
};

ConnectionTest::ConnectionTest(net::Network &network, const profile::Profile &profile, const bridge::Secrets &secrets,
                               core::Clock &clock, QObject *parent)
    : Job(parent), m_steps(allSteps()), m_run(std::make_unique<Run>(*this, network, profile, secrets, clock))
{
    // Later: whoever made this wants to hear of the first step too.
    QMetaObject::invokeMethod(
        this,
        [this] {
            if (!isSettled())
                m_run->begin();
        },
        Qt::QueuedConnection);
}

ConnectionTest::~ConnectionTest()
{
    deleteSteps(); // they use the run's link
}

void ConnectionTest::cancel()
{
    if (isSettled())
        return;
    deleteSteps();
    m_run->stop();
    finish(m_steps);
}

void ConnectionTest::Run::change(Step::Id id, Step::State state)
{
    step(id).state = state;
    Q_EMIT m_test.stepChanged(int(id));
}

void ConnectionTest::Run::start(Step::Id id)
{
    m_startedAt.insert(id, m_clock.monotonic());
    change(id, Step::State::Running);
}

bool ConnectionTest::Run::end(Step::Id id, const Finding &finding)
{
    Step &one = step(id);
    one.duration = elapsed(id);
    one.evidence = finding.evidence;
    one.details = finding.details;
    one.problem = finding.problem;
    const bool hasProblem = finding.state == Step::State::Failed || finding.state == Step::State::Warning;
    if (hasProblem)
        one.place = placeOf(id, finding.problem);
    change(id, finding.state);
    const bool isFailed = finding.state == Step::State::Failed;
    if (isFailed)
        skipAfter(id);
    finishWhenDone();
    return !isFailed;
}

/// Later steps of the same end need this one.
void ConnectionTest::Run::skipAfter(Step::Id id)
{
    const Step::End end = step(id).end;
    for (int index = int(id) + 1; index < m_test.m_steps.size(); ++index) {
        const Step &later = m_test.m_steps.at(index);
        if ((end == Step::End::Both || later.end == end) && later.state == Step::State::Waiting)
            change(later.id, Step::State::NotReached);
    }
}

void ConnectionTest::Run::finishWhenDone()
{
    const bool isOpen = std::any_of(m_test.m_steps.cbegin(), m_test.m_steps.cend(), [](const Step &one) {
        return one.state == Step::State::Waiting || one.state == Step::State::Running;
    });
    if (!isOpen)
        m_test.finish(m_test.m_steps);
}

void ConnectionTest::Run::stop()
{
    for (int index = 0; index < m_test.m_steps.size(); ++index) {
        Step &one = m_test.m_steps[index];
        if (one.state != Step::State::Waiting && one.state != Step::State::Running)
            continue;
        if (one.state == Step::State::Running)
            one.duration = elapsed(one.id);
        one.evidence = Texts::tr("Stopped.");
        change(one.id, Step::State::Skipped);
    }
}

// --- both ends
// --------------------------------------------------------------------------------------------------------

void ConnectionTest::Run::begin()
{
    start(Step::Id::Input);
    Finding finding = checkInput(m_profile, m_secrets);
    if (finding.state != Step::State::Failed) {
        auto link = bridge::Link::make(m_network, m_profile, m_secrets, m_clock);
        if (link)
            m_link = std::move(*link);
        else
            finding = Finding::failed(link.error());
    }
    if (!end(Step::Id::Input, m_link ? inputSeen(finding) : finding))
        return;
    signIn();
    didomiSignIn();
}

Finding ConnectionTest::Run::inputSeen(Finding finding) const
{
    const profile::Instance &instance = m_link->instance();
    if (finding.evidence.isEmpty()) {
        //: %1 is the environment's address, %2 the host to sign in at
        finding.evidence = Texts::tr("%1, signing in at %2").arg(instance.url.toString(), m_link->authority().host());
    }
    if (instance.region.isEmpty())
        finding.details << Texts::tr("Environment: %1").arg(instance.url.toString());
    else
        finding.details << Texts::tr("Environment: %1 (%2)").arg(instance.url.toString(), instance.region);
    finding.details << Texts::tr("Sign-in: %1, tenant %2")
                           .arg(m_link->authority().toString(), m_link->profile().integration.tenantId)
                    << Texts::tr("Application (client) id: %1").arg(m_link->profile().integration.clientId)
                    << Texts::tr("Didomi: organization %1, key %2")
                           .arg(m_link->profile().didomi.organizationId, m_link->profile().didomi.keyId);
    return finding;
}

// --- Dynamics 365
// -----------------------------------------------------------------------------------------------------

void ConnectionTest::Run::signIn()
{
    start(Step::Id::Token);
    ask(Step::Id::Token, m_link->tokens().token(&m_test), [this](const entra::Token &token) {
        const int minutes = int(m_clock.now().secsTo(token.expiresAt) / 60);
        end(Step::Id::Token, {.evidence = Texts::tr("Token for %1, valid %n minute(s)", nullptr, minutes)
                                              .arg(m_link->instance().url.toString())});
        whoAmI();
    });
}

void ConnectionTest::Run::whoAmI()
{
    start(Step::Id::WhoAmI);
    ask(Step::Id::WhoAmI, m_link->dataverse().whoAmI(&m_test), [this](const dataverse::WhoAmI &answer) {
        m_whoAmI = answer;
        version();
    });
}

void ConnectionTest::Run::version()
{
    ask(Step::Id::WhoAmI, m_link->dataverse().version(&m_test), [this](const QString &version) {
        end(Step::Id::WhoAmI,
            {.evidence = Texts::tr("Signed in as application user %1, Dataverse %2").arg(m_whoAmI.userId, version),
             .details = {Texts::tr("Organization: %1").arg(m_whoAmI.organizationId),
                         Texts::tr("Business unit: %1").arg(m_whoAmI.businessUnitId)}});
        table();
    });
}

void ConnectionTest::Run::table()
{
    start(Step::Id::Table);
    ask(Step::Id::Table, m_link->dataverse().table(m_profile.options.table, &m_test),
        [this](const mapping::Table &answer) {
            m_table = answer;
            const QString columns = Texts::tr("%n column(s)", nullptr, int(m_table.columns.size()));
            const QString keys = Texts::tr("%n alternate key(s)", nullptr, int(m_table.keys.size()));
            Finding finding;
            //: "Contact: 312 columns, 5 alternate keys, read in 412 ms"
            finding.evidence = Texts::tr("%1: %2, %3, read in %4 ms")
                                   .arg(m_table.displayName, columns, keys,
                                        QLocale().toString(qint64(elapsed(Step::Id::Table).count())));
            end(Step::Id::Table, finding);
            checkColumns();
        });
}

void ConnectionTest::Run::checkColumns()
{
    start(Step::Id::Columns);
    if (end(Step::Id::Columns, judgeColumns()))
        checkMatch();
}

Finding ConnectionTest::Run::judgeColumns() const
{
    const QList<profile::Mapping> &mappings = m_profile.integration.mappings;
    if (mappings.isEmpty())
        return {.state = Step::State::Skipped, .evidence = Texts::tr("Nothing is mapped yet.")};
    const QList<mapping::Verdict> verdicts =
        mapping::lint(m_profile, &m_table, nullptr); // the catalogue is the other end's business
    Finding finding;
    for (int index = 0; index < int(verdicts.size()); ++index) {
        const mapping::Verdict &verdict = verdicts.at(index);
        if (!isLoud(verdict)) {
            finding.details << Texts::tr("%1: fine").arg(mappings.at(index).column);
            continue;
        }
        const Finding one = fromVerdict(verdict, u"mappings[%1].id"_s.arg(index));
        const bool isWorse = finding.state == Step::State::Passed ||
                             (finding.state == Step::State::Warning && one.state == Step::State::Failed);
        if (isWorse) {
            finding.state = one.state;
            finding.evidence = one.evidence;
            finding.problem = one.problem;
        }
        finding.details << verdict.message;
    }
    if (finding.state == Step::State::Passed)
        finding.evidence =
            Texts::tr("%n mapped column(s) exist, can be written and fit their values", nullptr, int(mappings.size()));
    return finding;
}

void ConnectionTest::Run::checkMatch()
{
    start(Step::Id::Match);
    end(Step::Id::Match, judgeMatch());
}

Finding ConnectionTest::Run::judgeMatch() const
{
    const profile::MatchRule &rule = m_profile.match;
    const mapping::Verdict verdict = mapping::lintMatch(rule, m_table);
    if (isLoud(verdict))
        return fromVerdict(verdict, u"match.column"_s);
    switch (rule.kind) {
    case profile::MatchRule::Kind::RowId:
        return {.evidence = Texts::tr("Rows are found by their id")};
    case profile::MatchRule::Kind::AlternateKey: {
        const mapping::Key *key = m_table.keyOn(rule.column);
        return {.evidence = Texts::tr("Rows are found by the alternate key %1 on %2, which is active")
                                .arg(key ? key->logicalName : QString(), rule.column)};
    }
    case profile::MatchRule::Kind::Column:
        break;
    }
    return {.evidence = Texts::tr("Rows are found by searching %1").arg(rule.column)};
}

// --- Didomi
// -----------------------------------------------------------------------------------------------------------

void ConnectionTest::Run::didomiSignIn()
{
    start(Step::Id::DidomiSession);
    ask(Step::Id::DidomiSession, m_link->didomi().signIn(&m_test), [this](const didomi::Session &session) {
        const int minutes = int(m_clock.now().secsTo(session.expiresAt) / 60);
        end(Step::Id::DidomiSession,
            {.evidence =
                 Texts::tr("Signed in with key %1, valid %n minute(s)", nullptr, minutes).arg(m_profile.didomi.keyId)});
        didomiOrganization();
    });
}

void ConnectionTest::Run::didomiOrganization()
{
    start(Step::Id::DidomiOrganization);
    ask(Step::Id::DidomiOrganization, m_link->didomi().organizations(&m_test),
        [this](const QList<didomi::Organization> &organizations) {
            m_organizations = organizations;
            const QString wanted = m_link->profile().didomi.organizationId;
            QStringList seen;
            for (const didomi::Organization &organization : organizations)
                seen << organization.id;
            if (seen.contains(wanted))
                return catalogue();
            Error error{.kind = Error::Kind::Forbidden,
                        .message = Texts::tr("The key does not see the organization %1.").arg(wanted),
                        .fix = Texts::tr("Enter the id of the organization that the key was made in."),
                        .field = u"didomi.organization_id"_s};
            if (!seen.isEmpty())
                error.fix = Texts::tr("Enter the id of the organization that the key was made in; it sees: %1.")
                                .arg(seen.join(u", "_s));
            end(Step::Id::DidomiOrganization, Finding::failed(error));
        });
}

void ConnectionTest::Run::catalogue()
{
    ask(Step::Id::DidomiOrganization, m_link->didomi().catalogue(&m_test), [this](const consent::Catalogue &catalogue) {
        end(Step::Id::DidomiOrganization, judgeOrganization(catalogue));
    });
}

Finding ConnectionTest::Run::judgeOrganization(const consent::Catalogue &catalogue) const
{
    const QString id = m_link->profile().didomi.organizationId;
    QString name = id;
    for (const didomi::Organization &organization : m_organizations) {
        if (organization.id == id && !organization.name.isEmpty() && organization.name != id)
            name = Texts::tr("%1 (%2)").arg(organization.name, id);
    }
    const QString purposes = Texts::tr("%n purpose(s)", nullptr, int(catalogue.purposes.size()));
    const QString preferences = Texts::tr("%n preference(s)", nullptr, int(catalogue.preferences.size()));
    Finding finding;
    //: "Acme (acme): 12 purposes, 4 preferences"
    finding.evidence = Texts::tr("%1: %2, %3").arg(name, purposes, preferences);

    const QList<profile::Mapping> &mappings = m_profile.integration.mappings;
    for (int index = 0; index < int(mappings.size()); ++index) {
        const consent::ParsedPath parsed = consent::parseValuePath(mappings.at(index).value, catalogue);
        if (parsed.problem.isEmpty())
            continue;
        finding.details << parsed.problem;
        if (finding.state == Step::State::Warning)
            continue;
        finding.state = Step::State::Warning;
        finding.problem = {.kind = Error::Kind::Invalid,
                           .message = parsed.problem,
                           .fix = Texts::tr("Choose a purpose or preference from the list on the Mappings page."),
                           .field = u"mappings[%1].value"_s.arg(index)};
    }
    return finding;
}

} // namespace diagnosis
