#include "sandbox/access.h"

#include "sandbox/people.h"

namespace sandbox {

namespace {

core::Secret makeSecret(Dice &dice)
{
    // The alphabet and form of Entra ID's own secrets.
    static constexpr char letters[] = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789._-";
    QByteArray text;
    for (int i = 0; i < 34; ++i)
        text += letters[dice.below(int(sizeof(letters)) - 1)];
    return core::Secret(text.insert(3, "8Q~").insert(20, "~._"));
}

} // namespace

std::optional<Application> Access::application(const QString &id) const
{
    if (id.compare(clientId, Qt::CaseInsensitive) == 0)
        return Application{.clientId = clientId, .clientSecret = clientSecret};
    for (const Application &one : furtherApplications) {
        if (id.compare(one.clientId, Qt::CaseInsensitive) == 0)
            return one;
    }
    return {};
}

Access makeAccess(quint64 seed, int furtherApplications)
{
    Dice dice(seed ^ 0x5ec2e75ULL);
    Access access;
    access.tenant = dice.uuid().toString(QUuid::WithoutBraces);
    access.clientId = dice.uuid().toString(QUuid::WithoutBraces);
    access.clientSecret = makeSecret(dice);
    access.organizationId = QStringLiteral("sandbox-organization");
    access.didomiKey = dice.uuid().toString(QUuid::WithoutBraces);
    access.didomiSecret = makeSecret(dice);
    for (int i = 0; i < furtherApplications; ++i) // last: who is asked for does not change the others
        access.furtherApplications << Application{.clientId = dice.uuid().toString(QUuid::WithoutBraces),
                                                  .clientSecret = makeSecret(dice)};
    return access;
}

} // namespace sandbox
