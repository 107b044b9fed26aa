#include "profile/profile.h"

#include "profile/profilewords.h"

#include <QCoreApplication>
#include <QUuid>

#include <utility>

namespace profile {

using namespace Qt::StringLiterals;

namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(profile::Profile)
};

} // namespace

QString environmentText(EnvironmentKind kind)
{
    switch (kind) {
    case EnvironmentKind::Production:
        return Text::tr("Production");
    case EnvironmentKind::Sandbox:
        return Text::tr("Sandbox");
    case EnvironmentKind::Development:
        return Text::tr("Development");
    case EnvironmentKind::Practice:
        return Text::tr("Practice");
    }
    return {};
}

QString environmentWord(EnvironmentKind kind)
{
    return wordOf(environmentWords, kind);
}

Mode modeOf(const Integration &integration)
{
    return integration.typeId.trimmed().compare("microsoft-dynamics-cpc"_L1, Qt::CaseInsensitive) == 0 ? Mode::Current
                                                                                                       : Mode::Legacy;
}

QString modeText(Mode mode)
{
    return mode == Mode::Current ? Text::tr("Current") : Text::tr("Legacy");
}

QString FurtherUser::name() const
{
    return label.trimmed().isEmpty() ? clientId.trimmed() : label.trimmed();
}

QList<SecretRef *> secretPlaces(Profile &profile)
{
    QList<SecretRef *> places{&profile.clientSecret, &profile.credential.nextSecret,
                              &profile.credential.certificatePassphrase, &profile.didomi.secret,
                              &profile.network.proxyPassword};
    for (FurtherUser &user : profile.furtherUsers)
        places << &user.clientSecret << &user.certificatePassphrase;
    return places;
}

QList<SecretRef> secretRefs(const Profile &profile)
{
    QList<SecretRef> refs;
    Profile copy = profile;
    for (const SecretRef *ref : secretPlaces(copy)) {
        if (ref->kind != SecretRef::Kind::None)
            refs << *ref;
    }
    return refs;
}

Profile asFurtherUser(const Profile &profile, qsizetype index)
{
    const FurtherUser &user = profile.furtherUsers.at(index);
    Profile as = profile;
    as.integration.clientId = user.clientId;
    as.clientSecret = user.clientSecret;
    as.credential = {.kind = user.kind,
                     .certificateFile = user.certificateFile,
                     .certificatePassphrase = user.certificatePassphrase};
    return as;
}

QString furtherUserField(qsizetype index, const QString &member)
{
    return u"further_users[%1].%2"_s.arg(index).arg(member);
}

void switchToNextSecret(Profile &profile)
{
    Credential &credential = profile.credential;
    profile.clientSecret = std::exchange(credential.nextSecret, {});
    credential.secretExpiresOn = std::exchange(credential.nextSecretExpiresOn, {});
    credential.kind = Credential::Kind::Secret;
}

Profile newProfile(const QString &name)
{
    Profile profile;
    profile.id = QUuid::createUuid().toString(QUuid::WithoutBraces);
    profile.name = name;
    return profile;
}

} // namespace profile
