#include "gui/livesettings.h"

#include <QSettings>

namespace gui {

using namespace Qt::StringLiterals;

namespace {

QString groupOf(const QString &profileId)
{
    return u"live/"_s + profileId;
}

/// Members by the names under which they are kept.
template <typename Settings, typename Visitor>
void visit(Settings &settings, Visitor visitor)
{
    visitor(u"polls"_s, settings.polls);
    visitor(u"streams"_s, settings.streams);
    visitor(u"listens"_s, settings.listens);
    visitor(u"address"_s, settings.address);
    visitor(u"port"_s, settings.port);
    visitor(u"clientId"_s, settings.clientId);
    visitor(u"certificateFile"_s, settings.certificateFile);
    visitor(u"keyFile"_s, settings.keyFile);
}

} // namespace

LiveSettings LiveSettings::read(QSettings &settings, const QString &profileId)
{
    LiveSettings found;
    settings.beginGroup(groupOf(profileId));
    visit(found, [&settings]<typename T>(const QString &name, T &member) {
        member = settings.value(name, QVariant::fromValue(member)).template value<T>();
    });
    found.port = std::clamp(found.port, 0, 65'535);
    found.proof = Proof(std::clamp(settings.value(u"proof"_s, int(found.proof)).toInt(), int(Proof::None),
                                   int(Proof::ClientCredentials)));
    if (const auto ref = profile::SecretRef::parse(settings.value(u"secret"_s).toString()))
        found.secret = *ref;
    settings.endGroup();
    return found;
}

void LiveSettings::write(QSettings &settings, const QString &profileId) const
{
    settings.beginGroup(groupOf(profileId));
    visit(*this, [&settings](const QString &name, const auto &member) { settings.setValue(name, member); });
    settings.setValue(u"proof"_s, int(proof));
    settings.setValue(u"secret"_s, secret.toText());
    settings.endGroup();
}

void LiveSettings::forget(QSettings &settings, const QString &profileId)
{
    settings.remove(groupOf(profileId));
}

engine::WebhookOptions LiveSettings::webhooks(const QString &profileId, const QString &inboxPath,
                                              const core::Secret &shown) const
{
    engine::WebhookOptions options{.profileId = profileId,
                                   .inboxPath = inboxPath,
                                   .address = address.trimmed() == "localhost"_L1
                                                  ? QHostAddress(QHostAddress::LocalHost)
                                                  : QHostAddress(address.trimmed()),
                                   .port = quint16(port),
                                   .certificateFile = certificateFile.trimmed(),
                                   .keyFile = keyFile.trimmed()};
    switch (proof) {
    case Proof::None:
        break;
    case Proof::Bearer:
        options.access.bearer = shown;
        break;
    case Proof::ClientCredentials:
        options.access.clientId = clientId.trimmed();
        options.access.clientSecret = shown;
        break;
    }
    return options;
}

} // namespace gui
