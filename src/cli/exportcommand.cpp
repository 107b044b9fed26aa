#include "cli/exportcommand.h"

#include <QFile>
#include <QSaveFile>

namespace cli {

using namespace Qt::StringLiterals;
using core::Error;

namespace {

struct Texts {
    Q_DECLARE_TR_FUNCTIONS(cli::ExportCommand)
};

Arguments describe()
{
    Arguments arguments(
        u"integration export"_s,
        Texts::tr("Prints an integration as Didomi's JSON. A placeholder stands where the secret would be."));
    arguments.addIntegration();
    arguments.addFlag(u"with-secret"_s,
                      Texts::tr("Write the client secret itself. Whoever reads the output can sign in."));
    arguments.addOption(u"output"_s, Texts::tr("Write into this file, readable by you alone, instead of printing."),
                        u"FILE"_s);
    return arguments;
}

} // namespace

ExportCommand::ExportCommand(Console &console, Environment &environment, QObject *parent)
    : IntegrationCommand(describe(), 1, console, environment, parent)
{
}

void ExportCommand::start()
{
    const auto profile = findProfile();
    if (!profile)
        return;
    const profile::Integration integration = profile->integration;
    if (!arguments().isSet(u"with-secret"_s))
        return write(profile::exportIntegration(integration));
    if (profile->clientSecret.kind == profile::SecretRef::Kind::None)
        return fail({.kind = Error::Kind::Invalid,
                     .message = Texts::tr("No client secret has been entered, so none can be exported."),
                     .field = u"client_secret"_s},
                    ExitCode::SignIn);
    environment()
        .secrets.read(profile->clientSecret, this)
        ->whenDone(this, [this, integration](const core::Result<core::Secret> &secret) {
            if (!secret)
                return fail(secret.error(), ExitCode::SignIn);
            write(profile::exportIntegration(integration, *secret));
        });
}

void ExportCommand::write(const QByteArray &json)
{
    const QString path = arguments().value(u"output"_s);
    if (path.isEmpty()) {
        out() << QString::fromUtf8(json);
        return end(ExitCode::Done);
    }
    QSaveFile file(path);
    const bool isWritten = file.open(QIODevice::WriteOnly) &&
                           file.setPermissions(QFileDevice::ReadOwner | QFileDevice::WriteOwner) &&
                           file.write(json) == json.size() && file.flush() && file.commit();
    if (!isWritten)
        return fail({.kind = Error::Kind::Storage,
                     .message = Texts::tr("The file %1 cannot be written.").arg(path),
                     .detail = file.errorString()});
    if (isJson())
        printJson({{u"file"_s, path}});
    else
        out() << Texts::tr("Written to %1.").arg(path) << u'\n';
    end(ExitCode::Done);
}

} // namespace cli
