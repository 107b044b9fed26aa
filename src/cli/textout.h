#pragma once

#include <QList>
#include <QStringList>
#include <QTextStream>

namespace cli {

/// Lines of "Name   value", the values under each other.
class Facts
{
public:
    void add(const QString &name, const QString &value); ///< Left out when the value is empty.
    void print(QTextStream &out) const;

private:
    QList<std::pair<QString, QString>> m_facts;
};

/// Columns of text, aligned, with a heading.
class TextTable
{
public:
    explicit TextTable(const QStringList &heading) : m_rows{heading} {}

    void add(const QStringList &row) { m_rows << row; }
    void print(QTextStream &out) const;

private:
    QList<QStringList> m_rows;
};

/// The text in a terminal's colour; plain when nobody looks.
enum class Colour { Green, Yellow, Red, Dim };
QString coloured(const QString &text, Colour colour, bool isTerminal);

/// As it may be printed to a terminal: control characters of data must not steer it.
QString printable(const QString &text);

/// As this platform's shell takes it for one word.
QString shellWord(const QString &text);

/// "consent-bridge-cli resume plan.cbplan": what somebody can type next, about this file.
QString commandLine(const QString &command, const QString &path);

} // namespace cli
