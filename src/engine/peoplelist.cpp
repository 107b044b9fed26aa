#include "engine/peoplelist.h"

#include <QCoreApplication>
#include <QSet>
#include <QStringDecoder>

namespace engine {

using namespace Qt::StringLiterals;
using core::Error;

namespace {

struct Texts {
    Q_DECLARE_TR_FUNCTIONS(engine::PeopleList)
};

constexpr char16_t separators[] = {u',', u';', u'\t'};

Error invalid(const QString &message, const QString &fix = {})
{
    return {.kind = Error::Kind::Invalid, .message = message, .fix = fix, .field = u"people"_s};
}

core::Result<QString> textOf(const QByteArray &bytes)
{
    QStringDecoder decoder(QStringConverter::encodingForData(bytes).value_or(QStringConverter::Utf8));
    const QString text = decoder.decode(bytes);
    if (decoder.hasError() || text.contains(QChar(u'\0')))
        return invalid(Texts::tr("The list of people is no text."), Texts::tr("Save it as text or CSV in UTF-8."));
    return text;
}

QStringList linesOf(const QString &text)
{
    QStringList lines;
    for (const QString &line : text.split(u'\n')) {
        if (!line.trimmed().isEmpty())
            lines << line.trimmed();
    }
    return lines;
}

/// Several lines that all have the same separators, equally often: nobody's ids look like that.
bool looksLikeCsv(const QStringList &lines)
{
    if (lines.size() < 2)
        return false;
    for (const char16_t separator : separators) {
        const qsizetype count = lines.constFirst().count(QChar(separator));
        if (count > 0 && std::all_of(lines.cbegin(), lines.cend(),
                                     [&](const QString &line) { return line.count(QChar(separator)) == count; }))
            return true;
    }
    return false;
}

/// RFC 4180, record by record.
class Records
{
public:
    Records(const QString &text, QChar separator) : m_text(text), m_separator(separator) {}

    bool atEnd() const { return m_at >= m_text.size(); }
    bool isCutOff() const { return m_isCutOff; } ///< A quoted cell has no end.

    QStringList next()
    {
        QStringList cells;
        do {
            cells << cell();
        } while (take(m_separator));
        take(u'\r');
        take(u'\n');
        return cells;
    }

private:
    bool take(QChar character)
    {
        if (atEnd() || m_text.at(m_at) != character)
            return false;
        ++m_at;
        return true;
    }

    QString cell()
    {
        QString found;
        if (take(u'"'))
            found = quoted();
        while (!atEnd() && m_text.at(m_at) != m_separator && m_text.at(m_at) != u'\n' && m_text.at(m_at) != u'\r')
            found += m_text.at(m_at++);
        return found;
    }

    QString quoted()
    {
        QString found;
        while (!atEnd()) {
            const QChar character = m_text.at(m_at++);
            if (character != u'"')
                found += character;
            else if (take(u'"'))
                found += character;
            else
                return found;
        }
        m_isCutOff = true;
        return found;
    }

    const QString &m_text;
    const QChar m_separator;
    qsizetype m_at = 0;
    bool m_isCutOff = false;
};

QChar separatorOf(const QString &text)
{
    const QString heading = text.left(text.indexOf(u'\n'));
    const auto *most =
        std::max_element(std::begin(separators), std::end(separators), [&](char16_t one, char16_t other) {
            return heading.count(QChar(one)) < heading.count(QChar(other));
        });
    return *most;
}

qsizetype indexOfColumn(const QStringList &heading, const QString &column)
{
    const qsizetype exact = heading.indexOf(column);
    if (exact >= 0)
        return exact;
    for (qsizetype index = 0; index < heading.size(); ++index) {
        if (heading.at(index).compare(column, Qt::CaseInsensitive) == 0)
            return index;
    }
    return -1;
}

QString withoutGuard(const QString &cell)
{
    const bool isGuarded = cell.size() > 1 && cell.at(0) == u'\'' && u"=+-@\t\r"_s.contains(cell.at(1));
    return isGuarded ? cell.sliced(1) : cell;
}

core::Result<QStringList> cellsOf(const QString &text, const QString &column)
{
    Records records(text, separatorOf(text));
    QStringList heading = records.next();
    for (QString &name : heading)
        name = name.trimmed();
    const qsizetype index = indexOfColumn(heading, column);
    if (index < 0)
        return invalid(Texts::tr("The list of people has no column \"%1\".").arg(column),
                       Texts::tr("It has: %1.").arg(heading.join(u", "_s)));
    QStringList cells;
    while (!records.atEnd())
        cells << withoutGuard(records.next().value(index).trimmed());
    if (records.isCutOff())
        return invalid(Texts::tr("The list of people ends within a quoted cell; it is damaged or cut off."));
    return cells;
}

} // namespace

core::Result<QStringList> readPeopleList(const QByteArray &bytes, const QString &column)
{
    const auto text = textOf(bytes);
    if (!text)
        return text.error();
    QStringList named = linesOf(*text);
    if (!column.isEmpty()) {
        const auto cells = cellsOf(*text, column);
        if (!cells)
            return cells.error();
        named = *cells;
    } else if (looksLikeCsv(named)) {
        return invalid(Texts::tr("The list of people has several columns."),
                       Texts::tr("Name the column that holds their ids; the first line says: %1")
                           .arg(named.constFirst().left(200)));
    }
    QStringList people;
    QSet<QString> known;
    for (const QString &person : std::as_const(named)) {
        if (person.isEmpty() || known.contains(person))
            continue;
        known.insert(person);
        people << person;
    }
    if (people.isEmpty())
        return invalid(Texts::tr("The list of people names nobody."));
    return people;
}

} // namespace engine
