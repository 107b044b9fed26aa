#include "sandbox/sandbox.h"

#include "httpd/server.h"
#include "sandbox/access.h"
#include "sandbox/certificate.h"
#include "sandbox/dataverse/dataverse.h"
#include "sandbox/didomi/didomi.h"
#include "sandbox/entra.h"
#include "sandbox/token.h"
#include "sandbox/wire.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>
#include <condition_variable>
#include <functional>
#include <mutex>
#include <thread>

namespace sandbox {

using namespace Qt::StringLiterals;

namespace {

struct Texts {
    Q_DECLARE_TR_FUNCTIONS(sandbox::Sandbox)
};

constexpr char frontPage[] = R"(<!DOCTYPE html>
<html lang="en"><head><meta charset="utf-8"><title>Consent Bridge sandbox</title></head><body>
<h1>Consent Bridge sandbox</h1>
<p>Simulated services on this machine. Nothing here is real, and nothing leaves it.</p>
<table>
<tr><td>Microsoft Entra ID</td><td><code>/{tenant}/oauth2/v2.0/token</code></td></tr>
<tr><td>Dataverse Web API</td><td><code>/api/data/v9.2/</code></td></tr>
<tr><td>Didomi platform API</td><td><code>/v1/</code></td></tr>
<tr><td>Faults</td><td><code>GET</code>, <code>POST name=value</code>, <code>DELETE</code> <code>/sandbox/faults</code></td></tr>
<tr><td>A new consent</td><td><code>POST /sandbox/consents</code></td></tr>
</table></body></html>
)";

QString describe(Person::Case kind)
{
    switch (kind) {
    case Person::Case::Plain:
        return Texts::tr("has one contact");
    case Person::Case::NoContact:
        return Texts::tr("has no contact");
    case Person::Case::NoDidomiUser:
        return Texts::tr("is unknown to Didomi");
    case Person::Case::TwoContacts:
        return Texts::tr("has two contacts");
    case Person::Case::TwoUsers:
        return Texts::tr("is two users in Didomi");
    case Person::Case::HardKey:
        return Texts::tr("has an id that key addresses refuse");
    case Person::Case::NoChoice:
        return Texts::tr("has chosen nothing yet");
    }
    return {};
}

httpd::Response answer(int status, const QJsonDocument &document)
{
    return httpd::Response::json(status, document.toJson(QJsonDocument::Compact));
}

webapi::Environment environmentOf(const Access &access)
{
    webapi::Environment environment{.tenantId = access.tenant, .clientId = QUuid::fromString(access.clientId)};
    for (const Application &one : access.furtherApplications)
        environment.furtherClientIds << QUuid::fromString(one.clientId);
    return environment;
}

} // namespace

struct Sandbox::State {
    State(const Options &options, core::Clock &systemClock)
        : clock(systemClock)
        , access(makeAccess(options.seed, options.furtherUsers))
        , people(generatePeople(options.seed, options.contacts))
        , entra(access, mint, clock, options.seed)
        , dataverse(people, clock, environmentOf(access))
        , didomi(access, mint, clock, people, options.seed, {.requestsPerWindow = options.didomiRequestLimit})
    {
    }

    httpd::Response handle(const httpd::Request &request);
    httpd::Response serve(const httpd::Request &request);
    httpd::Response answerDataverse(const httpd::Request &request);
    httpd::Response answerControl(const httpd::Request &request);
    QByteArray emitConsent();
    void runStream();
    core::Result<core::Nothing> startPlain(quint16 port);
    core::Result<core::Nothing> startTls(quint16 port, ServerFlaw flaw);
    ServerFlaw wantedFlaw() const;
    void showWantedCertificate();
    void waitForCertificate(std::unique_lock<std::mutex> &lock);

    core::Clock &clock;
    const Access access;
    const TokenMint mint;
    const QList<Person> people;
    Credentials credentials;
    Credentials plainCredentials;

    mutable std::mutex mutex; ///< Guards what follows.
    Faults faults;
    std::optional<ClientCertificate> clientCertificate;
    Entra entra;
    Dataverse dataverse;
    Didomi didomi;
    std::chrono::milliseconds streamInterval{0};
    bool isStopping = false;
    std::condition_variable streamWakeUp;
    ServerFlaw shownFlaw = ServerFlaw::None;
    bool isSwitching = false; ///< The TLS server is being made anew, by the stream's thread alone.
    std::condition_variable certificateShown;

    std::recursive_mutex listenerMutex; ///< Held while the listener runs, which may itself call emitConsent().
    Listener listener;

    httpd::Server::Handler handler;
    std::optional<ThrowAwayAuthority> authority;
    std::thread stream; ///< Also changes the TLS server's certificate, which a handler of that server cannot.
    quint16 plainPort = 0;
    std::unique_ptr<httpd::Server> plainServer; ///< The servers go first: their handlers use all of the above.
    std::unique_ptr<httpd::Server> tlsServer;
};

httpd::Response Sandbox::State::handle(const httpd::Request &request)
{
    httpd::Response response = serve(request);
    const std::lock_guard lock(mutex);
    if (const int ahead = faults.number("clock"_L1, Service::Entra).value_or(0); ahead != 0)
        response.headers.emplaceBack("Date", httpd::httpDate(QDateTime::currentDateTimeUtc().addSecs(ahead)));
    return response;
}

httpd::Response Sandbox::State::serve(const httpd::Request &request)
{
    if (request.path == "/")
        return httpd::Response::html(200, frontPage);
    if (request.path.startsWith("/sandbox/"))
        return answerControl(request);

    std::optional<Service> service;
    if (Dataverse::answers(request.path))
        service = Service::Dataverse;
    else if (request.path.startsWith("/v1/"))
        service = Service::Didomi;
    else if (Entra::owns(request.path))
        service = Service::Entra;
    if (!service)
        return httpd::Response::html(
            404, "<!DOCTYPE html><html><head><title>404</title></head><body><h1>Not found</h1></body></html>");

    const std::lock_guard lock(mutex);
    if (*service == Service::Dataverse && faults.has("environment"_L1, u"none"))
        return httpd::Response::html(404, "<!DOCTYPE html><html><head><title>Welcome</title></head><body><h1>It works"
                                          "</h1><p>This is another web server.</p></body></html>");
    httpd::Response response;
    if (auto struck = strikeBefore(*service, request, faults)) {
        response = *std::move(struck);
    } else {
        switch (*service) {
        case Service::Entra:
            response = entra.handle(request, faults);
            break;
        case Service::Dataverse:
            response = answerDataverse(request);
            break;
        case Service::Didomi:
            response = faults.strike("token-rejected"_L1, Service::Didomi) ? Didomi::refusal(401, u"jwt expired"_s)
                                                                           : didomi.handle(request, faults);
            break;
        }
        strikeAfter(*service, response, faults);
    }
    response.delay =
        std::max(response.delay, std::chrono::milliseconds(faults.number("slow"_L1, *service).value_or(0)));
    return response;
}

httpd::Response Sandbox::State::answerDataverse(const httpd::Request &request)
{
    if (auto refusal = entra.challenge(request, faults))
        return *refusal;
    if (faults.strike("token-rejected"_L1, Service::Dataverse))
        return entra.expiredChallenge(request);
    return dataverse.handle(request, faults, QUuid::fromString(entra.applicationOf(request)));
}

/// Faults and consents for whoever has only curl.
httpd::Response Sandbox::State::answerControl(const httpd::Request &request)
{
    // Browsers say which page asks: no page has any business here.
    if (!request.header("Origin").isEmpty())
        return httpd::Response::empty(403);
    if (request.path == "/sandbox/consents" && request.method == "POST")
        return httpd::Response::json(200, emitConsent());
    if (request.path != "/sandbox/faults")
        return httpd::Response::empty(404);

    const std::lock_guard lock(mutex);
    if (request.method == "DELETE") {
        faults.clear();
    } else if (request.method == "POST") {
        for (const QByteArray &line : request.body.split('\n')) {
            const QString assignment = QString::fromUtf8(line).trimmed();
            if (assignment.isEmpty())
                continue;
            if (assignment.endsWith(u'=')) {
                faults.clear(assignment.chopped(1));
            } else if (const auto set = faults.set(assignment); !set) {
                return answer(
                    400, QJsonDocument(QJsonObject{{u"error"_s, set.error().message}, {u"fix"_s, set.error().fix}}));
            }
        }
    } else if (request.method != "GET") {
        return httpd::Response::empty(405);
    }
    streamWakeUp.notify_all(); // for the certificate
    return answer(200, QJsonDocument(QJsonObject{{u"active"_s, QJsonArray::fromStringList(faults.active())}}));
}

QByteArray Sandbox::State::emitConsent()
{
    QByteArray event;
    {
        const std::lock_guard lock(mutex);
        event = didomi.emitConsent(faults);
    }
    const std::lock_guard lock(listenerMutex); // not the other one: the listener may ask the sandbox something
    if (listener && !event.isEmpty())
        listener(event);
    return event;
}

void Sandbox::State::runStream()
{
    std::unique_lock lock(mutex);
    while (!isStopping) {
        if (authority && wantedFlaw() != shownFlaw) {
            shownFlaw = wantedFlaw();
            isSwitching = true;
            lock.unlock();
            showWantedCertificate();
            lock.lock();
            isSwitching = false;
            certificateShown.notify_all();
            continue;
        }
        if (streamInterval.count() <= 0) {
            streamWakeUp.wait(lock);
            continue;
        }
        const auto interval = streamInterval;
        const bool isDisturbed = streamWakeUp.wait_for(lock, interval, [&] {
            return isStopping || streamInterval != interval || (authority && wantedFlaw() != shownFlaw);
        });
        if (isDisturbed)
            continue;
        lock.unlock();
        emitConsent();
        lock.lock();
    }
}

ServerFlaw Sandbox::State::wantedFlaw() const
{
    const QString flaw = faults.value("tls"_L1);
    return flaw == u"expired"         ? ServerFlaw::Expired
           : flaw == u"not-yet-valid" ? ServerFlaw::NotYetValid
           : flaw == u"wrong-host"    ? ServerFlaw::WrongHost
           : flaw == u"untrusted"     ? ServerFlaw::Untrusted
                                      : ServerFlaw::None;
}

core::Result<core::Nothing> Sandbox::State::startTls(quint16 port, ServerFlaw flaw)
{
    const auto certificate = authority->issue(flaw);
    if (!certificate)
        return certificate.error();
    auto server = httpd::Server::listen({.port = port, .maxConnections = 1024, .certificate = *certificate}, handler);
    if (!server)
        return server.error();
    tlsServer = std::move(server).value();
    return core::Nothing{};
}

namespace {

/// Listens at a port that was ours just now: it may take a moment to be free.
core::Result<core::Nothing> listenAgain(const std::function<core::Result<core::Nothing>()> &listen)
{
    auto listening = listen();
    for (int tries = 0; tries < 50 && !listening; ++tries) {
        std::this_thread::sleep_for(std::chrono::milliseconds(20));
        listening = listen();
    }
    return listening;
}

} // namespace

/// The same port with another certificate: connections that are open are closed.
void Sandbox::State::showWantedCertificate()
{
    const quint16 port = tlsServer->port();
    tlsServer.reset();
    if (!listenAgain([&] { return startTls(port, shownFlaw); }))
        qWarning("The sandbox could not take its TLS port again.");
}

core::Result<core::Nothing> Sandbox::State::startPlain(quint16 port)
{
    auto server = httpd::Server::listen({.port = port, .maxConnections = 1024}, handler);
    if (!server)
        return server.error();
    plainServer = std::move(server).value();
    return core::Nothing{};
}

/// Once this returns, new connections see what was asked for. Not from the stream's own thread, which does it.
void Sandbox::State::waitForCertificate(std::unique_lock<std::mutex> &lock)
{
    streamWakeUp.notify_all();
    if (std::this_thread::get_id() == stream.get_id() || !authority)
        return;
    certificateShown.wait(lock, [this] { return isStopping || (!isSwitching && wantedFlaw() == shownFlaw); });
}

Sandbox::Sandbox() = default;

core::Result<std::unique_ptr<Sandbox>> Sandbox::start(const Options &options)
{
    if (options.furtherUsers < 0 || options.furtherUsers > mostFurtherUsers) {
        return core::Error{.kind = core::Error::Kind::Invalid,
                           .message =
                               Texts::tr("There can be 0 to %1 further application users.").arg(mostFurtherUsers),
                           .fix = Texts::tr("Give a number in between."),
                           .field = u"further-users"_s};
    }
    if (options.contacts < 0) {
        return core::Error{.kind = core::Error::Kind::Invalid,
                           .message = Texts::tr("The number of contacts cannot be negative."),
                           .fix = Texts::tr("Give 0 or more."),
                           .field = u"contacts"_s};
    }
    std::unique_ptr<Sandbox> sandbox(new Sandbox);
    sandbox->m = std::make_unique<State>(options, options.clock ? *options.clock : core::Clock::system());
    State *state = sandbox->m.get();
    for (const QString &fault : options.faults) {
        if (const auto set = state->faults.set(fault); !set)
            return set.error();
    }

    state->handler = [state](const httpd::Request &request) { return state->handle(request); };
    if (const auto listening = state->startPlain(options.port); !listening)
        return listening.error();
    state->plainPort = state->plainServer->port();
    const auto credentialsFor = [state](const QString &origin) {
        state->entra.addResource(origin);
        return Credentials{.authority = origin,
                           .tenant = state->access.tenant,
                           .clientId = state->access.clientId,
                           .clientSecret = state->access.clientSecret,
                           .dataverse = origin,
                           .alternateKey = QString::fromUtf16(column::didomiId),
                           .booleanColumn = QString::fromUtf16(column::newsletter),
                           .didomi = origin + u"/v1"_s,
                           .organizationId = state->access.organizationId,
                           .didomiKey = state->access.didomiKey,
                           .didomiSecret = state->access.didomiSecret,
                           .furtherApplications = state->access.furtherApplications};
    };
    {
        const std::lock_guard lock(state->mutex); // requests may come already
        state->plainCredentials = credentialsFor(u"http://127.0.0.1:%1"_s.arg(state->plainPort));
        state->credentials = state->plainCredentials;
    }

    if (options.withTls) {
        auto authority = ThrowAwayAuthority::make();
        if (!authority)
            return authority.error();
        state->authority = *authority;
        state->shownFlaw = state->wantedFlaw();
        if (const auto listening = state->startTls(0, state->shownFlaw); !listening)
            return listening.error();
        const std::lock_guard lock(state->mutex);
        state->credentials = credentialsFor(u"https://127.0.0.1:%1"_s.arg(state->tlsServer->port()));
        state->credentials.authorityPem = authority->pem();
    }
    state->stream = std::thread([state] { state->runStream(); });
    return sandbox;
}

Sandbox::~Sandbox()
{
    if (!m)
        return;
    {
        const std::lock_guard lock(m->mutex);
        m->isStopping = true;
    }
    m->streamWakeUp.notify_all();
    if (m->stream.joinable())
        m->stream.join();
}

const Credentials &Sandbox::credentials() const
{
    return m->credentials;
}

const Credentials &Sandbox::plainCredentials() const
{
    return m->plainCredentials;
}

core::Result<core::Nothing> Sandbox::setFault(const QString &name, const QString &value)
{
    std::unique_lock lock(m->mutex);
    const auto set = m->faults.set(name, value);
    m->waitForCertificate(lock);
    return set;
}

void Sandbox::clearFault(const QString &name)
{
    std::unique_lock lock(m->mutex);
    m->faults.clear(name);
    m->waitForCertificate(lock);
}

void Sandbox::clearFaults()
{
    std::unique_lock lock(m->mutex);
    m->faults.clear();
    m->waitForCertificate(lock);
}

core::Result<QByteArray> Sandbox::clientCertificate()
{
    const std::lock_guard lock(m->mutex);
    if (!m->clientCertificate) {
        const auto made = makeClientCertificate();
        if (!made)
            return made.error();
        m->clientCertificate = *made;
        m->entra.setCertificate(*made);
    }
    return m->clientCertificate->pem;
}

QStringList Sandbox::activeFaults() const
{
    const std::lock_guard lock(m->mutex);
    return m->faults.active();
}

core::Result<core::Nothing> Sandbox::setOffline(bool on)
{
    Q_ASSERT(!m->authority);
    if (on) {
        m->plainServer.reset();
        return core::Nothing{};
    }
    if (m->plainServer)
        return core::Nothing{};
    return listenAgain([this] { return m->startPlain(m->plainPort); });
}

void Sandbox::setStream(std::chrono::milliseconds interval)
{
    {
        const std::lock_guard lock(m->mutex);
        m->streamInterval = interval;
    }
    m->streamWakeUp.notify_all();
}

QByteArray Sandbox::emitConsent()
{
    return m->emitConsent();
}

std::optional<QJsonObject> Sandbox::contact(const QString &idOrDidomiId) const
{
    const std::lock_guard lock(m->mutex);
    return m->dataverse.contact(idOrDidomiId);
}

QList<QJsonObject> Sandbox::rowsOf(const QString &table) const
{
    const std::lock_guard lock(m->mutex);
    return m->dataverse.rowsOf(table);
}

void Sandbox::setPlugIn(PlugIn plugIn)
{
    const std::lock_guard lock(m->mutex);
    m->dataverse.setPlugIn(std::move(plugIn));
}

webapi::LimitTally Sandbox::limitTally() const
{
    const std::lock_guard lock(m->mutex);
    return m->dataverse.limitTally();
}

qint64 Sandbox::changes() const
{
    const std::lock_guard lock(m->mutex);
    return m->dataverse.changes();
}

void Sandbox::setListener(Listener listener)
{
    const std::lock_guard lock(m->listenerMutex);
    m->listener = std::move(listener);
}

QList<SamplePerson> Sandbox::people() const
{
    constexpr int plainSamples = 3;
    QList<SamplePerson> samples;
    for (const Person &person : m->people) {
        const auto same = std::count_if(samples.cbegin(), samples.cend(),
                                        [&](const SamplePerson &one) { return one.kind == person.kind; });
        if (same < (person.kind == Person::Case::Plain ? plainSamples : 1))
            samples << SamplePerson{.kind = person.kind,
                                    .organizationUserId = person.organizationUserId,
                                    .description = describe(person.kind)};
    }
    std::stable_sort(samples.begin(), samples.end(),
                     [](const SamplePerson &one, const SamplePerson &other) { return one.kind < other.kind; });
    return samples;
}

} // namespace sandbox
