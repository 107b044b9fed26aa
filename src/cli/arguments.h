#pragma once

#include "core/result.h"

#include <QCommandLineParser>
#include <QRegularExpression>

#include <memory>

namespace cli {

/// One command's options and names: describes them for --help and reads them.
class Arguments
{
public:
    /// `command` as typed: "integration import".
    Arguments(const QString &command, const QString &description);

    /// A name after the command; `syntax` as the help shows it ("[NAME]").
    void addName(const QString &name, const QString &description, const QString &syntax);
    void addFlag(const QString &name, const QString &description);
    void addOption(const QString &name, const QString &description, const QString &valueName);
    /// An option whose value may be left out: what follows it is its value when it has the form of `value`, whole.
    void addOptionalValue(const QString &name, const QString &description, const QString &valueName,
                          const QString &value, const QString &otherwise);
    /// --integration and --profile: other ways to name the integration.
    void addIntegration();

    /// Fails with Kind::Invalid and a sentence for stderr; more than `maxNames` names are refused too.
    core::Result<core::Nothing> parse(const QStringList &arguments, int maxNames);

    bool isHelpWanted() const { return m_parser->isSet(QStringLiteral("help")); }
    bool isSet(const QString &option) const { return m_parser->isSet(option); }
    QString value(const QString &option) const { return m_parser->value(option); }
    QStringList values(const QString &option) const { return m_parser->values(option); } ///< Of one given repeatedly.
    QStringList names() const { return m_parser->positionalArguments(); }

    QString help() const; ///< With the exit codes.

private:
    struct OptionalValue {
        QString option; ///< "--listen"
        QRegularExpression form;
        QString otherwise;
    };
    QStringList withValues(QStringList arguments) const;

    QString m_command;
    QString m_syntax;
    QList<OptionalValue> m_optionalValues;
    std::unique_ptr<QCommandLineParser> m_parser; ///< It cannot be moved itself.
};

} // namespace cli
