#include "cli/textout.h"

#include "cli/planplace.h"

#include <QDir>
#include <QRegularExpression>

namespace cli {

using namespace Qt::StringLiterals;

void Facts::add(const QString &name, const QString &value)
{
    if (!value.isEmpty())
        m_facts.append({name, printable(value)});
}

void Facts::print(QTextStream &out) const
{
    qsizetype width = 0;
    for (const auto &[name, value] : m_facts)
        width = std::max(width, name.size());
    for (const auto &[name, value] : m_facts)
        out << name.leftJustified(width + 2) << value << u'\n';
}

void TextTable::print(QTextStream &out) const
{
    QList<qsizetype> widths;
    for (const QStringList &row : m_rows) {
        for (qsizetype column = 0; column < row.size(); ++column) {
            if (column == widths.size())
                widths << 0;
            widths[column] = std::max(widths.at(column), printable(row.at(column)).size());
        }
    }
    for (const QStringList &row : m_rows) {
        QString line;
        for (qsizetype column = 0; column < row.size(); ++column)
            line += printable(row.at(column)).leftJustified(widths.at(column) + 2);
        while (line.endsWith(u' '))
            line.chop(1);
        out << line << u'\n';
    }
}

QString coloured(const QString &text, Colour colour, bool isTerminal)
{
    if (!isTerminal)
        return text;
    const auto code = [colour] {
        switch (colour) {
        case Colour::Green:
            return u"32"_s;
        case Colour::Yellow:
            return u"33"_s;
        case Colour::Red:
            return u"31"_s;
        case Colour::Dim:
            return u"2"_s;
        }
        return u"0"_s;
    };
    return u"\u001b[%1m%2\u001b[0m"_s.arg(code(), text);
}

QString printable(const QString &text)
{
    QString clean = text;
    for (QChar &character : clean) {
        if (character.category() == QChar::Other_Control)
            character = u' ';
    }
    return clean;
}

QString shellWord(const QString &text)
{
    static const QRegularExpression plain(u"\\A[\\w./\\\\:@%+,=-]+\\z"_s,
                                          QRegularExpression::UseUnicodePropertiesOption);
#ifdef Q_OS_WIN
    return plain.match(text).hasMatch() ? text : u'"' + text + u'"';
#else
    const bool isPlain = plain.match(text).hasMatch() && !text.contains(u'\\');
    return isPlain ? text : u'\'' + QString(text).replace(u'\'', u"'\\''"_s) + u'\'';
#endif
}

QString commandLine(const QString &command, const QString &path)
{
    return u"consent-bridge-cli %1 %2"_s.arg(command,
                                             shellWord(isSharedPlace(path) ? path : QDir::toNativeSeparators(path)));
}

} // namespace cli
