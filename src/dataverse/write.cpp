#include "dataverse/write.h"

#include "dataverse/literals.h"
#include "mapping/transform.h"

#include <QCoreApplication>
#include <QRegularExpression>
#include <QSet>
#include <QUrl>

namespace dataverse {

using namespace Qt::StringLiterals;
using core::Error;

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(dataverse::Write)
};

Error invalid(const QString &message, const QString &field = {}, const QString &fix = {})
{
    return {.kind = Error::Kind::Invalid, .message = message, .fix = fix, .field = field};
}

/// What stands in a request line or a header must be one visible word.
bool isName(const QString &text)
{
    static const QRegularExpression name(u"^[A-Za-z_][A-Za-z0-9_]*$"_s);
    return name.match(text).hasMatch();
}

bool isEntityTag(const QString &text)
{
    static const QRegularExpression tag(uR"(^(W/)?"[\x21\x23-\x7e]*"$)"_s);
    return tag.match(text).hasMatch();
}

} // namespace

bool isRefusedByKeyUrls(const QString &value)
{
    return mapping::isRefusedByKeyUrls(value);
}

QByteArray urlLiteral(const QString &value)
{
    QString doubled = value;
    doubled.replace(u'\'', u"''"_s);
    return '\'' + QUrl::toPercentEncoding(doubled) + '\'';
}

QString Write::address() const
{
    if (!rowId.isEmpty())
        return entitySet + u'(' + rowId + u')';
    return entitySet + u'(' + QString::fromLatin1(keyAddress(key)) + u')';
}

std::optional<Error> Write::problem() const
{
    if (!isName(entitySet))
        return invalid(Words::tr("The write names no table."));
    if (!primaryId.isEmpty() && !isName(primaryId))
        return invalid(Words::tr("The name of the table's id column cannot be used."), primaryId);
    if (!rowId.isEmpty()) {
        if (bareGuid(rowId) != rowId.toLower())
            return invalid(Words::tr("The write addresses a row by an id that is not a GUID."));
    } else {
        if (key.isEmpty())
            return invalid(Words::tr("The write addresses no row: it has neither a row id nor a key."));
        QSet<QString> names;
        for (const KeyPart &part : key) {
            if (const std::optional<Error> problem = part.problem())
                return problem;
            if (names.contains(part.column))
                return invalid(Words::tr("The write addresses a row by the column “%1” twice.").arg(part.column),
                               part.column);
            names << part.column;
        }
    }
    if (condition == Condition::IfUnchanged && !isEntityTag(etag))
        return invalid(Words::tr(
            "The write should only happen if the row is unchanged, but the version it compares with is missing."));
    return std::nullopt;
}

} // namespace dataverse
