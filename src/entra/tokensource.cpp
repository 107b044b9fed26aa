#include "entra/tokensource.h"

#include "core/redactor.h"
#include "net/calljob.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QLocale>

#include <algorithm>

namespace entra {

using namespace Qt::StringLiterals;
using core::Error;
using Kind = core::Error::Kind;
using std::chrono::seconds;

namespace {

constexpr seconds renewBefore = std::chrono::minutes(5); ///< dataverse-api section 1.7
constexpr seconds longestLifetime = std::chrono::hours(24);
constexpr seconds unknownLifetime = std::chrono::minutes(5); ///< Nobody said: a 401 renews it anyway.
constexpr qsizetype refusedKept = 16;

struct Texts {
    Q_DECLARE_TR_FUNCTIONS(entra::TokenSource)
};

Error invalid(QLatin1StringView field, const QString &message, const QString &fix)
{
    return {.kind = Kind::Invalid, .message = message, .fix = fix, .field = field};
}

/// What is wrong with what the user entered, before anything is sent.
std::optional<Error> problemOf(const Credentials &credentials, const QDateTime &now)
{
    if (!credentials.authority.isValid() || credentials.authority.host().isEmpty()) {
        return invalid("authority"_L1, Texts::tr("The authority is not a web address."),
                       Texts::tr("Enter the authority as https://login.microsoftonline.com."));
    }
    const QString tenant = credentials.tenant;
    const bool isName = std::all_of(tenant.begin(), tenant.end(),
                                    [](QChar c) { return c.isLetterOrNumber() || c == u'-' || c == u'.'; });
    if (tenant.isEmpty() || !isName || tenant.startsWith(u'.')) {
        return invalid("authentication.tenant_id"_L1,
                       tenant.isEmpty() ? Texts::tr("The tenant ID is missing.")
                                        : Texts::tr("The tenant is neither an ID nor a domain name."),
                       Texts::tr("Enter the Directory (tenant) ID, which the app registration's overview shows."));
    }
    if (credentials.clientId.trimmed().isEmpty()) {
        return invalid("authentication.client_id"_L1, Texts::tr("The client ID is missing."),
                       Texts::tr("Enter the Application (client) ID, which the app registration's overview shows."));
    }
    if (!credentials.certificate && credentials.clientSecret.isEmpty()) {
        return invalid(
            "authentication.client_secret"_L1, Texts::tr("The client secret is missing."),
            Texts::tr("Enter the Value of a secret from the app registration's Certificates & secrets page."));
    }
    if (credentials.certificate &&
        (now >= credentials.certificate->expiresAt() || now < credentials.certificate->validFrom())) {
        const bool isOver = now >= credentials.certificate->expiresAt();
        const QDateTime when = isOver ? credentials.certificate->expiresAt() : credentials.certificate->validFrom();
        const QString day = QLocale().toString(when.toLocalTime().date(), QLocale::ShortFormat);
        return Error{.kind = Kind::SignIn,
                     .message = isOver
                                    ? Texts::tr("The certificate to sign in with expired on %1.").arg(day)
                                    : Texts::tr("The certificate to sign in with is valid only from %1 on.").arg(day),
                     .fix = isOver ? Texts::tr("Make a new certificate, upload its public part under Certificates & "
                                               "secrets, and choose its file here.")
                                   : Texts::tr("Check this computer’s clock, or choose another certificate."),
                     .field = u"credential.certificate_file"_s};
    }
    return {};
}

/// What proves who we are, as members of the form.
core::Result<QByteArray> proofOf(const Credentials &credentials, const QUrl &tokenEndpoint, const QDateTime &now)
{
    if (!credentials.certificate)
        return "&client_secret=" + QUrl::toPercentEncoding(QString::fromUtf8(credentials.clientSecret.reveal()));
    const auto assertion = credentials.certificate->assertion(tokenEndpoint, credentials.clientId, now);
    if (!assertion)
        return assertion.error();
    return "&client_assertion_type=urn%3Aietf%3Aparams%3Aoauth%3Aclient-assertion-type%3Ajwt-bearer"
           "&client_assertion=" +
           assertion->reveal();
}

core::Result<net::Request> tokenRequest(const Credentials &credentials, const QDateTime &now)
{
    QUrl url = credentials.authority;
    QString path = url.path(QUrl::FullyEncoded);
    while (path.endsWith(u'/'))
        path.chop(1);
    url.setPath(path + u'/' + QString::fromLatin1(QUrl::toPercentEncoding(credentials.tenant)) +
                    "/oauth2/v2.0/token"_L1,
                QUrl::StrictMode);
    url.setQuery(QString());
    url.setFragment(QString());

    const auto proof = proofOf(credentials, url, now);
    if (!proof)
        return proof.error();
    const QByteArray body = "grant_type=client_credentials&client_id=" + QUrl::toPercentEncoding(credentials.clientId) +
                            *proof + "&scope=" + QUrl::toPercentEncoding(credentials.scope);
    return net::Request{
        .method = "POST",
        .url = url,
        .headers = {{"Content-Type", "application/x-www-form-urlencoded"}, {"Accept", "application/json"}},
        .body = body,
        .maxReplyBytes = 1024 * 1024,
        .purpose = u"Token"_s};
}

/// `expires_in`, which some servers write as text.
seconds lifetimeOf(const QJsonObject &body)
{
    const QJsonValue value = body.value("expires_in"_L1);
    bool isNumber = value.isDouble();
    const double given = isNumber ? value.toDouble() : value.toString().trimmed().toDouble(&isNumber);
    if (!isNumber)
        return unknownLifetime;
    return seconds(qint64(std::clamp(given, 0.0, double(longestLifetime.count()))));
}

Error unreadable(const net::Reply &reply, const QString &message)
{
    return {.kind = Kind::BadReply,
            .message = message,
            .fix = Texts::tr("Check the authority's address. A proxy or a sign-in page of the network may also have "
                             "answered in its place."),
            .httpStatus = reply.status,
            .requestId = core::redactor::redacted(reply.requestId())};
}

core::Result<Token> readToken(const net::Reply &reply, const QDateTime &askedAt)
{
    if (!reply.isSuccess())
        return readTokenError(reply);
    QJsonParseError problem;
    const QJsonDocument document = QJsonDocument::fromJson(reply.body, &problem);
    if (!document.isObject()) {
        return unreadable(
            reply, reply.body.trimmed().isEmpty()
                       ? Texts::tr("Microsoft Entra ID answered with nothing instead of a token.")
                       : Texts::tr("The answer to the sign-in is not one of Microsoft Entra ID: it is no JSON (%1).")
                             .arg(problem.error == QJsonParseError::NoError ? u"no object"_s : problem.errorString()));
    }
    const QJsonObject body = document.object();
    const QString type = body.value("token_type"_L1).toString();
    const core::Secret token = core::Secret::fromText(body.value("access_token"_L1).toString());
    core::redactor::remember(token); // before anything else can go wrong with it
    if (token.isEmpty() || !net::isHeaderValue(token.reveal()))
        return unreadable(reply, Texts::tr("Microsoft Entra ID answered without an access token."));
    if (!type.isEmpty() && type.compare("bearer"_L1, Qt::CaseInsensitive) != 0)
        return unreadable(reply, Texts::tr("Microsoft Entra ID gave a token of a kind that cannot be used here: %1.")
                                     .arg(core::redactor::redacted(type.left(40))));
    return Token{.accessToken = token, .expiresAt = askedAt.addSecs(lifetimeOf(body).count())};
}

QByteArray headerOf(const core::Secret &token)
{
    return "Bearer " + token.reveal();
}

} // namespace

/// One caller's share of the running request. Cancelling it leaves the request to the others.
class TokenSource::Waiter final : public core::Job<Token>
{
public:
    explicit Waiter(QObject *parent) : Job(parent) {}
    void end(const core::Result<Token> &result) { finish(result); }
};

namespace {

/// A token as the value of an Authorization header.
class HeaderJob final : public core::Job<core::Secret>
{
public:
    HeaderJob(TokenSource &source, QObject *parent) : Job(parent)
    {
        source.token(this)->whenDone(this, [this](const core::Result<Token> &token) {
            if (!token)
                return finish(token.error());
            finish(core::Secret(headerOf(token->accessToken)));
        });
    }
};

} // namespace

TokenSource::TokenSource(net::Service &service, Credentials credentials, core::Clock &clock, QObject *parent)
    : QObject(parent), m_service(service), m_credentials(std::move(credentials)), m_clock(clock)
{
    core::redactor::remember(m_credentials.clientSecret);
}

TokenSource::~TokenSource()
{
    endWaiters(Error::cancelled());
}

core::Job<Token> *TokenSource::token(QObject *parent)
{
    if (!m_token.accessToken.isEmpty() && m_clock.now() < m_renewAt)
        return new core::ReadyJob<Token>(m_token, parent);
    if (!m_running) {
        if (const std::optional<Error> problem = problemOf(m_credentials, m_clock.now()))
            return new core::ReadyJob<Token>(*problem, parent);
        const auto request = tokenRequest(m_credentials, m_clock.now());
        if (!request)
            return new core::ReadyJob<Token>(request.error(), parent);
        fetch(*request);
    }
    auto *waiter = new Waiter(parent);
    m_waiters << waiter;
    return waiter;
}

core::Job<core::Secret> *TokenSource::authorization(const core::Secret &refused, QObject *parent)
{
    if (!refused.isEmpty()) {
        if (!m_refused.contains(refused))
            m_refused << refused;
        if (m_refused.size() > refusedKept)
            m_refused.removeFirst();
        if (headerOf(m_token.accessToken) == refused.reveal())
            m_token = {};
    }
    return new HeaderJob(*this, parent);
}

void TokenSource::fetch(const net::Request &request)
{
    const QDateTime askedAt = m_clock.now(); // the lifetime began before the answer came
    auto *call = new net::CallJob<Token>(
        m_service, nullptr, request, [askedAt](const net::Reply &reply) { return readToken(reply, askedAt); }, this);
    m_running = call->whenDone(this, [this, askedAt](const core::Result<Token> &token) {
        m_running = nullptr;
        settle(token, askedAt);
    });
}

void TokenSource::settle(const core::Result<Token> &result, const QDateTime &askedAt)
{
    if (!result)
        return endWaiters(result.error());
    if (m_refused.contains(core::Secret(headerOf(result->accessToken)))) {
        return endWaiters(Error{
            .kind = Kind::SignIn,
            .message = Texts::tr("The service refused the token that Microsoft Entra ID gave, and Microsoft "
                                 "Entra ID gave the same one again."),
            .fix = Texts::tr("Check that the instance URL, the tenant and the app registration belong together.")});
    }
    m_token = *result;
    const seconds lifetime(askedAt.secsTo(m_token.expiresAt));
    m_renewAt = m_token.expiresAt.addSecs(-std::min(renewBefore, lifetime / 4).count());
    endWaiters(result);
}

void TokenSource::endWaiters(const core::Result<Token> &result)
{
    const QList<QPointer<Waiter>> waiters = std::exchange(m_waiters, {});
    for (const QPointer<Waiter> &waiter : waiters) {
        if (waiter)
            waiter->end(result); // tells it from the event loop, so nothing of ours can go away meanwhile
    }
}

} // namespace entra
