#include "cli/interrupt.h"
#include "cli/program.h"
#include "core/memory.h"
#include "keychain/systemsecretstore.h"

#include <QFile>
#include <QLocale>
#include <QNetworkProxyFactory>
#include <QTranslator>

#include <cstdio>

#ifdef Q_OS_WIN
#include <io.h>
#else
#include <unistd.h>
#endif

using namespace Qt::StringLiterals;

namespace {

bool isTerminal(FILE *stream)
{
#ifdef Q_OS_WIN
    return _isatty(_fileno(stream)) != 0;
#else
    return isatty(fileno(stream)) != 0;
#endif
}

void useLanguage(const QString &language, QTranslator &translator, QTextStream &err)
{
    const QLocale locale = language.isEmpty() ? QLocale() : QLocale(language);
    if (!language.isEmpty())
        QLocale::setDefault(locale);
    const bool isFound = translator.load(locale, u"consent-bridge"_s, u"_"_s, u":/i18n"_s);
    if (!isFound && !language.isEmpty() && locale.language() != QLocale::English)
        err << QCoreApplication::translate("cli::Program", "Warning: There is no translation for \"%1\".").arg(language)
            << u'\n';
    // English has a file of its own, for its plurals.
    if (isFound || translator.load(u":/i18n/consent-bridge_en.qm"_s))
        QCoreApplication::installTranslator(&translator);
}

} // namespace

int main(int argc, char *argv[])
{
    core::shareHeaps();
    QCoreApplication application(argc, argv);
    QCoreApplication::setApplicationName(u"consent-bridge-cli"_s);
    QCoreApplication::setApplicationVersion(QStringLiteral(CB_VERSION));
    QNetworkProxyFactory::setUseSystemConfiguration(true);

    QFile input;
    QFile output;
    QFile errors;
    if (!input.open(stdin, QIODevice::ReadOnly) || !output.open(stdout, QIODevice::WriteOnly) ||
        !errors.open(stderr, QIODevice::WriteOnly))
        return int(cli::ExitCode::Unexpected);
    QTextStream out(&output);
    QTextStream err(&errors);

    QStringList arguments = QCoreApplication::arguments().mid(1);
    QTranslator translator;
    useLanguage(cli::takeLanguage(arguments), translator, err);

    core::Clock &clock = core::Clock::system();
    keychain::SystemSecretStore secrets;
    net::Network network(clock);
    cli::Environment environment{
        .paths = store::Paths::standard(), .secrets = secrets, .network = network, .clock = clock};
    cli::Console console{.out = out,
                         .err = err,
                         .in = &input,
                         .isTerminal = isTerminal(stdout) && qEnvironmentVariableIsEmpty("NO_COLOR"),
                         .isErrTerminal = isTerminal(stderr)};

    QObject owner;
    core::Job<cli::ExitCode> *job = cli::run(arguments, console, environment, &owner);
    job->whenDone(&owner, [](const core::Result<cli::ExitCode> &code) {
        QCoreApplication::exit(int(code.valueOr(cli::ExitCode::Interrupted)));
    });
    const cli::Interrupt interrupt([job = QPointer(job)] {
        if (job)
            job->cancel();
    });
    return QCoreApplication::exec();
}
