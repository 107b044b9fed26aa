#include "profile/secretref.h"

#include <QUrl>

#include <array>

namespace profile {

using namespace Qt::StringLiterals;
using core::Error;

namespace {

struct Form {
    SecretRef::Kind kind;
    QLatin1StringView prefix;
};
constexpr std::array forms{
    Form{SecretRef::Kind::Keychain, "keychain:"_L1},
    Form{SecretRef::Kind::Session, "session:"_L1},
    Form{SecretRef::Kind::Env, "env:"_L1},
    Form{SecretRef::Kind::File, "file:"_L1},
};

} // namespace

core::Result<SecretRef> SecretRef::parse(const QString &text)
{
    const QString bare = text.trimmed();
    if (bare.isEmpty())
        return SecretRef{};
    for (const Form &form : forms) {
        if (!bare.startsWith(form.prefix))
            continue;
        QString name = bare.mid(form.prefix.size());
        if (form.kind == Kind::File && name.startsWith("//"_L1))
            name = QUrl(bare).toLocalFile();
        if (name.isEmpty())
            return Error{
                .kind = Error::Kind::Invalid,
                .message = tr("The reference “%1” to a secret does not say which one.").arg(form.prefix),
                .fix = tr("Write the name behind the colon, as in env:DIDOMI_SECRET or file:/run/secrets/didomi.")};
        const auto isBad = [](QChar c) { return c == u'=' || c.isSpace() || c.isNull(); };
        if (form.kind == Kind::Env && std::any_of(name.begin(), name.end(), isBad))
            return Error{.kind = Error::Kind::Invalid,
                         .message = tr("The name of the environment variable holds a blank or an equals sign."),
                         .fix = tr("Write only the variable's name behind “env:”.")};
        return SecretRef{.kind = form.kind, .name = name};
    }
    // The text is not repeated: it may be the secret itself.
    return Error{
        .kind = Error::Kind::Invalid,
        .message =
            tr("This is not a reference to a secret: it starts with none of keychain:, session:, env: and file:."),
        .fix = tr(
            "Never write a secret into a profile file; enter it in the window, or name the variable (env:NAME) or file "
            "(file:PATH) that holds it.")};
}

QString SecretRef::toText() const
{
    for (const Form &form : forms) {
        if (form.kind == kind)
            return form.prefix + name;
    }
    return {};
}

} // namespace profile
