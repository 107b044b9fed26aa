#include "mapping/transform.h"

#include "consent/isotime.h"

#include <QCoreApplication>
#include <QCryptographicHash>
#include <QLocale>

#include <algorithm>

namespace mapping {

using namespace Qt::StringLiterals;
using core::Error;
using core::Result;
using profile::Transform;
using Kind = Transform::Kind;

namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(mapping::Transform)
};

constexpr auto isoMoment = "yyyy-MM-dd'T'HH:mm:ss'Z'"_L1;

Error invalid(const QString &message, const QString &fix)
{
    return {.kind = Error::Kind::Invalid, .message = message, .fix = fix};
}

using Fact = QString (*)(const Facts &);
struct Name {
    QLatin1StringView word;
    Fact fact;
    bool isPersonal; ///< Tells something of the person, who may not be named in an error.
};

/// All but "value", which is in nobody's facts.
const QList<Name> &names()
{
    static const QList<Name> all{
        {"organization_user_id"_L1, [](const Facts &f) { return f.organizationUserId; }, true},
        {"user_id"_L1, [](const Facts &f) { return f.userId; }, true},
        {"country"_L1, [](const Facts &f) { return f.country; }, true},
        {"last_seen_country"_L1, [](const Facts &f) { return f.lastSeenCountry; }, true},
        {"regulation"_L1, [](const Facts &f) { return f.regulation; }, false},
        {"purpose"_L1, [](const Facts &f) { return f.purposeId; }, false},
        {"preference"_L1, [](const Facts &f) { return f.preferenceId; }, false},
        {"time"_L1, [](const Facts &f) { return f.time.toUTC().toString(QString(isoMoment)); }, true},
        {"date"_L1, [](const Facts &f) { return f.time.toUTC().date().toString(Qt::ISODate); }, true},
    };
    return all;
}

/// A template taken apart: texts and names in turn.
struct Part {
    QString text;
    bool isName = false;
};

Result<QList<Part>> partsOf(const QString &pattern)
{
    QList<Part> parts;
    QString text;
    const auto endText = [&] {
        if (!text.isEmpty())
            parts << Part{.text = std::exchange(text, {})};
    };
    for (qsizetype i = 0; i < pattern.size(); ++i) {
        const QChar c = pattern[i];
        const bool isBrace = c == u'{' || c == u'}';
        if (isBrace && i + 1 < pattern.size() && pattern[i + 1] == c) {
            text += c;
            ++i;
        } else if (c == u'}') {
            return invalid(Text::tr("The template has a closing brace at place %1 that nothing opens.").arg(i + 1),
                           Text::tr("Write }} for a brace that shall stay, or remove it."));
        } else if (c == u'{') {
            const qsizetype end = pattern.indexOf(u'}', i);
            if (end < 0)
                return invalid(Text::tr("The template opens a brace at place %1 and does not close it.").arg(i + 1),
                               Text::tr("Write {{ for a brace that shall stay, or close it: {value}."));
            endText();
            parts << Part{.text = pattern.mid(i + 1, end - i - 1), .isName = true};
            if (!templateNames().contains(parts.last().text))
                return invalid(Text::tr("The template names “%1”, which is not known.").arg(parts.last().text.left(40)),
                               Text::tr("Use one of: %1.").arg(u'{' + templateNames().join("}, {"_L1) + u'}'));
            i = end;
        } else {
            text += c;
        }
    }
    endText();
    return parts;
}

QString factOf(const QString &word, const QString &value, const Facts &facts)
{
    for (const Name &name : names()) {
        if (name.word == word)
            return name.fact(facts);
    }
    return value; // partsOf() let no other name pass
}

/// The letters of a date format that stand outside quotes.
QString lettersOf(const QString &format)
{
    QString letters;
    bool isQuoted = false;
    for (const QChar c : format) {
        if (c == u'\'')
            isQuoted = !isQuoted;
        else if (!isQuoted)
            letters += c;
    }
    return letters;
}

bool holdsOneOf(const QString &text, QLatin1StringView letters)
{
    return std::any_of(letters.begin(), letters.end(), [&](char c) { return text.contains(QLatin1Char(c)); });
}

Result<QString> dated(const QString &text, const QString &format)
{
    const std::optional<consent::IsoTime> time = consent::readIsoTime(text);
    if (!time)
        return invalid(Text::tr("The value is not a date as in 2026-11-20 or 2026-11-20T09:58:12Z, so it cannot be "
                                "written in another format."),
                       Text::tr("Choose a value that holds dates, or remove the date format."));
    const QString letters = lettersOf(format);
    if (!time->hasTime && holdsOneOf(letters, "hHmszaAt"_L1))
        return invalid(Text::tr("The value is a date without a time, but the format asks for one."),
                       Text::tr("Leave hours, minutes and seconds out of the format."));
    if (time->hasTime && !time->hasZone && (letters.contains(u't') || format.contains(u'Z')))
        return invalid(Text::tr("The value does not say its time zone, but the format does."),
                       Text::tr("Leave the zone out of the format."));
    return QLocale::c().toString(time->utc, format);
}

Result<QString> filled(const QString &pattern, const QString &value, const Facts &facts)
{
    const Result<QList<Part>> parts = partsOf(pattern);
    if (!parts)
        return parts.error();
    QString text;
    for (const Part &part : *parts)
        text += part.isName ? factOf(part.text, value, facts) : part.text;
    return text;
}

Result<QString> hashed(const QString &text, QCryptographicHash::Algorithm algorithm)
{
    // Broken texts all become the same bytes, and two people the same hash.
    if (!text.isValidUtf16())
        return invalid(Text::tr("The value holds half a character, so it has no hash."),
                       Text::tr("Correct the text where it comes from."));
    return QString::fromLatin1(QCryptographicHash::hash(text.toUtf8(), algorithm).toHex());
}

Result<QString> step(const QString &text, const Transform &transform, const Facts &facts)
{
    switch (transform.kind) {
    case Kind::Trim:
        return text.trimmed();
    case Kind::LowerCase:
        return text.toLower();
    case Kind::UpperCase:
        return text.toUpper();
    case Kind::Md5:
        return hashed(text, QCryptographicHash::Md5);
    case Kind::Sha1:
        return hashed(text, QCryptographicHash::Sha1);
    case Kind::Sha256:
        return hashed(text, QCryptographicHash::Sha256);
    case Kind::Date:
        return dated(text, transform.text);
    case Kind::Template:
        return filled(transform.text, text, facts);
    }
    return text;
}

} // namespace

Facts factsOf(const consent::ValuePath &path, const consent::Subject &subject)
{
    return {.organizationUserId = subject.organizationUserId,
            .userId = subject.userId,
            .country = subject.country,
            .lastSeenCountry = subject.lastSeenCountry,
            .regulation = subject.regulation,
            .purposeId = path.purposeId,
            .preferenceId = path.preferenceId,
            .time = subject.time};
}

QStringList templateNames()
{
    QStringList words{u"value"_s};
    for (const Name &name : names())
        words << name.word;
    return words;
}

std::optional<Error> problemOf(const Transform &transform)
{
    if (transform.kind == Kind::Template) {
        if (transform.text.isEmpty())
            return invalid(Text::tr("The template is empty."), Text::tr("Write a text with {value} in it."));
        const Result<QList<Part>> parts = partsOf(transform.text);
        return parts ? std::nullopt : std::optional(parts.error());
    }
    if (transform.kind == Kind::Date && !holdsOneOf(lettersOf(transform.text), "yMdhHmsz"_L1))
        return invalid(Text::tr("The date format names no part of a date."),
                       Text::tr("Write it like dd.MM.yyyy or yyyy-MM-dd."));
    return std::nullopt;
}

Result<QString> transformed(const QString &text, const profile::Transforms &transforms, const Facts &facts)
{
    QString result = text;
    for (const Transform &transform : transforms) {
        if (const std::optional<Error> problem = problemOf(transform))
            return *problem;
        if (result.isEmpty())
            continue; // the rest is only checked
        const Result<QString> next = step(result, transform, facts);
        if (!next)
            return next.error();
        result = *next;
    }
    return result;
}

bool namesThePerson(const profile::Transforms &transforms)
{
    return std::any_of(transforms.cbegin(), transforms.cend(), [](const Transform &transform) {
        if (transform.kind != Kind::Template)
            return false;
        const Result<QList<Part>> parts = partsOf(transform.text);
        return !parts || std::any_of(parts->cbegin(), parts->cend(), [](const Part &part) {
            return part.isName && std::any_of(names().cbegin(), names().cend(), [&part](const Name &name) {
                       return name.isPersonal && name.word == part.text;
                   });
        });
    });
}

int hashLength(const profile::Transforms &transforms)
{
    int length = 0;
    for (const Transform &transform : transforms) {
        switch (transform.kind) {
        case Kind::Md5:
            length = 32;
            break;
        case Kind::Sha1:
            length = 40;
            break;
        case Kind::Sha256:
            length = 64;
            break;
        case Kind::Date:
        case Kind::Template:
            length = 0;
            break;
        case Kind::Trim:
        case Kind::LowerCase:
        case Kind::UpperCase:
            break;
        }
    }
    return length;
}

Result<QString> matchKey(const profile::MatchRule &rule, const QString &organizationUserId)
{
    for (const Transform &transform : rule.transforms) {
        if (!profile::isForIds(transform.kind)) {
            Error error = invalid(
                Text::tr("An organization user id cannot be turned into a date or a longer text to find rows by."),
                Text::tr("Use only blanks, upper or lower case and hashes."));
            error.field = u"match.transforms"_s;
            return error;
        }
    }
    return transformed(organizationUserId, rule.transforms);
}

QStringList matchColumns(const profile::MatchRule &rule)
{
    switch (rule.kind) {
    case profile::MatchRule::Kind::RowId:
        return {};
    case profile::MatchRule::Kind::Column:
        return {rule.column};
    case profile::MatchRule::Kind::AlternateKey:
        break;
    }
    QStringList columns{rule.column};
    for (const profile::KeyPart &part : rule.more)
        columns << part.column;
    return columns;
}

Result<QList<MatchPart>> matchParts(const profile::MatchRule &rule, const consent::Subject &subject)
{
    const Result<QString> key = matchKey(rule, subject.organizationUserId);
    if (!key)
        return key.error();
    if (rule.kind == profile::MatchRule::Kind::RowId)
        return QList<MatchPart>{{.column = {}, .value = *key}};
    QList<MatchPart> parts{{.column = rule.column, .value = *key}};
    if (rule.kind == profile::MatchRule::Kind::Column)
        return parts;
    consent::Subject known = subject;
    known.isPending = false; // who waits for approval is still found
    for (const profile::KeyPart &part : rule.more) {
        const bool isConstant = part.from == profile::KeyPart::From::Constant;
        const consent::ValuePath path{.kind = consent::ValuePath::Kind::Metadata, .key = part.value};
        const QString value = isConstant ? part.value : consent::evaluate(path, known).text;
        if (value.isEmpty()) {
            Error error = isConstant
                              ? invalid(Text::tr("Rows are found by %1 too, but the match rule has no value for it.")
                                            .arg(part.column),
                                        Text::tr("Give it a value, or take it from Didomi's metadata."))
                              : invalid(Text::tr("Rows are found by %1 too, but Didomi keeps no “%2” of this person.")
                                            .arg(part.column, part.value),
                                        Text::tr("See that the site gives this metadata to Didomi."));
            error.field = part.column;
            return error;
        }
        parts << MatchPart{.column = part.column, .value = value};
    }
    return parts;
}

bool isRefusedByKeyUrls(const QString &value)
{
    static const QString refused = u"/<>*%&:\\?+"_s;
    return value.isEmpty() || std::any_of(value.cbegin(), value.cend(), [](QChar c) {
               return refused.contains(c) || c.category() == QChar::Other_Control;
           });
}

} // namespace mapping
