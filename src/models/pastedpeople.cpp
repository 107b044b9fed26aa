#include "models/pastedpeople.h"

#include "engine/peoplelist.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QRegularExpression>
#include <QSet>

#include <algorithm>

namespace models {

using namespace Qt::StringLiterals;
using core::Error;
using core::Result;

namespace {

const auto column = u"organization_user_id"_s;
constexpr qint64 largestFile = 128 * 1024 * 1024;
constexpr qsizetype longestId = 1024; ///< Longer ones are a text of something else.

struct Texts {
    Q_DECLARE_TR_FUNCTIONS(models::PastedPeople)
};

bool canBeId(const QString &text)
{
    return text.size() <= longestId &&
           std::ranges::none_of(text, [](QChar letter) { return letter.category() == QChar::Other_Control; });
}

} // namespace

PastedPeople pastedPeople(const QString &text)
{
    static const QRegularExpression separator(u"[\\n\\r,;\\t]"_s);
    PastedPeople pasted;
    QStringList cells;
    const bool isTable =
        QStringView(text).first(std::max<qsizetype>(text.indexOf(u'\n'), 0)).contains(column, Qt::CaseInsensitive);
    if (const auto table = isTable ? engine::readPeopleList(text.toUtf8(), column) : Error{})
        cells = *table;
    else
        cells = text.split(separator);
    QSet<QString> known;
    for (const QString &cell : std::as_const(cells)) {
        const QString id = cell.trimmed();
        if (id.isEmpty())
            continue;
        if (!canBeId(id)) {
            ++pasted.impossible;
        } else if (known.contains(id)) {
            ++pasted.repeated;
        } else {
            known.insert(id);
            pasted.people << id;
        }
    }
    return pasted;
}

Result<QStringList> peopleInFile(const QString &path)
{
    const QString name = QDir::toNativeSeparators(path);
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return Error{.kind = Error::Kind::Storage,
                     .message = Texts::tr("The file “%1” cannot be read.").arg(name),
                     .fix = Texts::tr("Check that it is there and that you may read it."),
                     .detail = file.errorString()};
    if (file.size() > largestFile)
        return Error{.kind = Error::Kind::Invalid,
                     .message = Texts::tr("The file “%1” is too large for a list of people.").arg(name),
                     .fix = Texts::tr("Exports of Didomi are added below, where consents come from.")};
    const QByteArray bytes = file.readAll();
    const QByteArray start = bytes.left(64).trimmed();
    if (start.startsWith('{') || start.startsWith('['))
        return Error{.kind = Error::Kind::Invalid,
                     .message = Texts::tr("The file “%1” is JSON, not a list of people.").arg(name),
                     .fix = Texts::tr("Exports of Didomi are added below, where consents come from.")};
    if (const auto table = engine::readPeopleList(bytes, column))
        return table;
    return engine::readPeopleList(bytes, {});
}

} // namespace models
