#include "cli/arguments.h"

#include "cli/exitcode.h"

namespace cli {

using namespace Qt::StringLiterals;
using core::Error;

namespace {

struct Texts {
    Q_DECLARE_TR_FUNCTIONS(cli::Arguments)
};

Error usage(const QString &message)
{
    return {.kind = Error::Kind::Invalid, .message = message};
}

} // namespace

Arguments::Arguments(const QString &command, const QString &description)
    : m_command(command), m_parser(std::make_unique<QCommandLineParser>())
{
    m_parser->setApplicationDescription(description);
    m_parser->addOption({{u"h"_s, u"help"_s}, Texts::tr("Show this help.")});
    m_parser->addOption({u"json"_s, Texts::tr("Print one JSON document instead of text.")});
    m_parser->addOption({u"lang"_s, Texts::tr("The language of texts, as in \"fr\"."), u"LANGUAGE"_s});
}

void Arguments::addName(const QString &name, const QString &description, const QString &syntax)
{
    m_parser->addPositionalArgument(name, description, syntax);
    m_syntax += u' ' + syntax;
}

void Arguments::addFlag(const QString &name, const QString &description)
{
    m_parser->addOption({name, description});
}

void Arguments::addOption(const QString &name, const QString &description, const QString &valueName)
{
    m_parser->addOption({name, description, valueName});
}

void Arguments::addOptionalValue(const QString &name, const QString &description, const QString &valueName,
                                 const QString &value, const QString &otherwise)
{
    addOption(name, description, u'[' + valueName + u']');
    m_optionalValues << OptionalValue{
        .option = u"--"_s + name,
        .form = QRegularExpression(QRegularExpression::anchoredPattern(value)),
        .otherwise = otherwise,
    };
}

/// The parser knows only options that always have a value.
QStringList Arguments::withValues(QStringList arguments) const
{
    for (const OptionalValue &one : m_optionalValues) {
        for (qsizetype index = 0; index < arguments.size(); ++index) {
            if (arguments.at(index) == one.option && !one.form.match(arguments.value(index + 1)).hasMatch())
                arguments[index] = one.option + u'=' + one.otherwise;
        }
    }
    return arguments;
}

void Arguments::addIntegration()
{
    addName(u"name"_s,
            Texts::tr("The integration: its name, its id or the path of a profile file. It may be left out when there "
                      "is only one."),
            u"[NAME]"_s);
    addOption(u"integration"_s, Texts::tr("The same as NAME."), u"NAME"_s);
    addOption(u"profile"_s, Texts::tr("The same as NAME, as the path of a profile file."), u"PATH"_s);
}

core::Result<core::Nothing> Arguments::parse(const QStringList &arguments, int maxNames)
{
    if (!m_parser->parse(QStringList{m_command} + withValues(arguments)))
        return usage(m_parser->errorText());
    if (!isHelpWanted() && names().size() > maxNames)
        return usage(Texts::tr("\"%1\" was not expected.").arg(names().at(maxNames)));
    return core::Nothing{};
}

QString Arguments::help() const
{
    // The parser's own first line names the running file; ours names the command.
    QString text = m_parser->helpText();
    text.remove(0, text.indexOf(u'\n') + 1);
    return Texts::tr("Usage: %1")
               .arg(u"consent-bridge-cli %1 [%2]%3\n"_s.arg(m_command, Texts::tr("options"), m_syntax)) +
           text + u'\n' + exitCodeHelp();
}

} // namespace cli
