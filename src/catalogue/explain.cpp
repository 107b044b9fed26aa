#include "catalogue/didominames.h"
#include "catalogue/entry.h"

#include <QRegularExpression>

namespace catalogue {

using namespace Qt::StringLiterals;
using Kind = core::Error::Kind;

namespace {

constexpr qsizetype longestText = 100'000; ///< More is no message.
using Found = std::optional<Entry>;
constexpr auto insensitive = QRegularExpression::CaseInsensitiveOption;

Entry knownOrNot(Source source, const QString &code, Kind kind)
{
    const Found known = find(source, code);
    return known ? *known : unknown(source, code, kind);
}

Found byEntrasCode(const QString &text)
{
    static const QRegularExpression code(uR"((?<![A-Za-z0-9])AADSTS\s?(\d{4,9})(?!\d))"_s, insensitive);
    const QRegularExpressionMatch match = code.match(text);
    if (!match.hasMatch())
        return {};
    return knownOrNot(Source::Entra, u"AADSTS"_s + match.captured(1), Kind::SignIn);
}

QString hexOf(quint32 number)
{
    return u"0x%1"_s.arg(number, 8, 16, '0'_L1);
}

Found byHexadecimal(const QString &text)
{
    static const QRegularExpression code(uR"((?<![A-Za-z0-9])0x(8[0-9a-f]{7})(?![A-Za-z0-9]))"_s, insensitive);
    if (const QRegularExpressionMatch match = code.match(text); match.hasMatch())
        return knownOrNot(Source::Dataverse, u"0x"_s + match.captured(1).toLower(), Kind::Rejected);
    return find(Source::Dataverse, text.toLower()); // "0x0", alone
}

/// The same number as people and SDKs write it: "-2147220960", or without its sign.
Found byDecimal(const QString &text)
{
    static const QRegularExpression code(uR"((?<![\w.-])([-−]?)(2\d{9})(?![\w.]))"_s);
    for (auto match = code.globalMatch(text); match.hasNext();) {
        const QRegularExpressionMatch one = match.next();
        const qint64 digits = one.captured(2).toLongLong();
        const bool isNegative = !one.captured(1).isEmpty();
        const quint32 number = quint32(isNegative ? -digits : digits);
        if (isNegative && digits > 0x8000'0000LL) // below the smallest of 32 bits
            continue;
        if (const Found known = find(Source::Dataverse, hexOf(number)))
            return known;
        if (isNegative && number >> 28 == 8)
            return unknown(Source::Dataverse, hexOf(number), Kind::Rejected);
    }
    return {};
}

/// Our own words. Those that are words of the language too count only where they stand alone, or as toLine() has them.
Found byNetworkCode(const QString &text)
{
    for (const QString &code : codes(Source::Network)) {
        const bool isOwnWord = std::count_if(code.begin(), code.end(), [](QChar c) { return c.isUpper(); }) > 1;
        const QRegularExpression word(isOwnWord ? uR"(\b%1\b)"_s.arg(code) : uR"(^%1$|\[%1\])"_s.arg(code),
                                      insensitive);
        if (word.match(text).hasMatch())
            return find(Source::Network, code);
    }
    return {};
}

Found byStatus(const QString &text)
{
    static const QRegularExpression code(
        uR"(\b(HTTP|Dataverse|Didomi|Entra|error|status)(?:/\d(?:\.\d)?)?[\s:]+(?:status\s+)?(?:code\s*)?[\s:=]*([3-5]\d\d)(?!\d))"_s,
        insensitive);
    const QRegularExpressionMatch match = code.match(text);
    if (!match.hasMatch())
        return {};
    const QString who = match.captured(1).toLower();
    const Source source = who == "dataverse"_L1 ? Source::Dataverse
                          : who == "didomi"_L1  ? Source::Didomi
                          : who == "entra"_L1   ? Source::Entra
                                                : Source::Http;
    return ofStatus(source, match.captured(2).toInt());
}

/// OAuth's words, with their underscore.
Found byWord(const QString &text)
{
    for (const QString &code : codes(Source::Entra)) {
        const bool isWord = code.contains(u'_');
        if (isWord && QRegularExpression(uR"(\b%1\b)"_s.arg(code), insensitive).match(text).hasMatch())
            return find(Source::Entra, code);
    }
    return {};
}

/// Didomi's names, alone, as toLine() has them, or in its own answer.
Found byDidomisName(const QString &text)
{
    static const QRegularExpression member(uR"-("name"\s*:\s*"(\w+)"|\[(\w+)\]|^(\w+)$)-"_s);
    for (auto match = member.globalMatch(text); match.hasNext();) {
        const QRegularExpressionMatch one = match.next();
        if (const int status = statusOfDidomiName(one.captured(one.lastCapturedIndex())))
            return ofStatus(Source::Didomi, status);
    }
    if (text.compare("didomi sign-in"_L1, Qt::CaseInsensitive) == 0)
        return find(Source::Didomi, u"Didomi sign-in"_s);
    return {};
}

/// A number alone may be anything, so it is taken for what such numbers mostly are; one among words only when it is
/// known.
Found byBareNumber(const QString &text)
{
    static const QRegularExpression digits(uR"(^\d{3,9}$)"_s);
    static const QRegularExpression hexDigits(uR"((?<![\w-])8[0-9a-f]{7}(?![\w-]))"_s, insensitive);
    static const QRegularExpression among(uR"((?<![\w.-])\d{5,7}(?![\w.-]))"_s);
    for (auto match = hexDigits.globalMatch(text); match.hasNext();) {
        if (const Found known = find(Source::Dataverse, u"0x"_s + match.next().captured(0).toLower()))
            return known;
    }
    for (auto match = among.globalMatch(text); match.hasNext();) {
        if (const Found known = find(Source::Entra, u"AADSTS"_s + match.next().captured(0)))
            return known;
    }
    if (!digits.match(text).hasMatch())
        return {};
    if (text.size() == 3)
        return find(Source::Http, u"HTTP "_s + text);
    return unknown(Source::Entra, u"AADSTS"_s + text, Kind::SignIn);
}

} // namespace

std::optional<Entry> explain(const QString &text)
{
    const QString message = text.left(longestText).trimmed();
    // From the codes that cannot be anything else to those that can.
    for (const auto by :
         {byEntrasCode, byHexadecimal, byDecimal, byNetworkCode, byStatus, byWord, byDidomisName, byBareNumber}) {
        if (const Found found = by(message))
            return found->at(u"…"_s);
    }
    return {};
}

} // namespace catalogue
