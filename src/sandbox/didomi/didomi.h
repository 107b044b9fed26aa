#pragma once

#include "core/clock.h"
#include "httpd/message.h"
#include "sandbox/access.h"
#include "sandbox/didomi/eventreader.h"
#include "sandbox/didomi/register.h"
#include "sandbox/fault.h"
#include "sandbox/parameters.h"
#include "sandbox/token.h"

namespace sandbox {

/// Didomi's platform API below /v1: sessions, catalogue, consents.
class Didomi
{
public:
    struct Options {
        int requestsPerWindow = 100; ///< Outside /consents; 0 = no limit.
    };

    Didomi(const Access &access, const TokenMint &mint, const core::Clock &clock, const QList<Person> &people,
           quint64 seed, Options options);

    httpd::Response handle(const httpd::Request &request, const Faults &faults);

    /// The error envelope.
    static httpd::Response refusal(int status, const QString &message, const QJsonArray &errors = {});

    /// A person of the seed changes one choice, as if in the preference centre. Returns the event, as GET shows it;
    /// empty when there is nobody left.
    QByteArray emitConsent(const Faults &faults);

private:
    struct Call; ///< One request, taken apart.

    httpd::Response route(const Call &call);
    httpd::Response answerSession(const Call &call);
    httpd::Response answerCatalogue(const Call &call);
    httpd::Response answerConsents(const Call &call);
    httpd::Response answerUsers(const Call &call);
    httpd::Response answerUser(const Call &call, const QString &id);
    httpd::Response createUser(const Call &call);
    httpd::Response changeUser(const Call &call, int index);
    httpd::Response answerEvents(const Call &call);
    httpd::Response answerEvent(const Call &call, const QString &id);
    httpd::Response createEvents(const Call &call);
    httpd::Response answerIntegrations(const Call &call);

    void checkToken(const Call &call) const;
    void checkOrganization(const Call &call) const;
    void countRequest(const Call &call);
    std::optional<int> existingEvent(const Call &call, const didomi::EventRequest &request) const;
    QJsonObject storeEvent(const Call &call, didomi::EventRequest request);
    int userFor(const didomi::EventRequest &request);
    QList<int> requestedUsers(const Call &call) const;

    QJsonObject userJson(int index, const Call &call) const;
    QJsonObject eventJson(int index, const didomi::Event &event, const Faults &faults) const;
    httpd::Response list(const Call &call, const QJsonArray &items) const;

    Access m_access;
    const TokenMint &m_mint;
    const core::Clock &m_clock;
    Options m_options;
    didomi::Register m_register;
    Dice m_dice;       ///< Ids of what clients create.
    Dice m_streamDice; ///< Apart, so that the stream is the same whatever clients do.
    QList<QJsonObject> m_integrations;
    std::chrono::milliseconds m_windowStart{0};
    int m_windowCount = 0;
};

} // namespace sandbox
