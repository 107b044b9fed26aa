#include "dataverse/labels.h"

#include <QJsonArray>
#include <QJsonObject>

namespace dataverse {

namespace {

/// The languages in which an environment can have labels.
struct Language {
    QLocale::Language language;
    QLocale::Territory territory; ///< Where several share a language; else AnyTerritory.
    QLocale::Script script;       ///< Languages of different scripts do not stand in for each other.
    int id;
};

constexpr Language languages[] = {
    {QLocale::Arabic, QLocale::AnyTerritory, QLocale::ArabicScript, 1025},
    {QLocale::Basque, QLocale::AnyTerritory, QLocale::LatinScript, 1069},
    {QLocale::Bulgarian, QLocale::AnyTerritory, QLocale::CyrillicScript, 1026},
    {QLocale::Catalan, QLocale::AnyTerritory, QLocale::LatinScript, 1027},
    {QLocale::Chinese, QLocale::China, QLocale::SimplifiedHanScript, 2052},
    {QLocale::Chinese, QLocale::HongKong, QLocale::TraditionalHanScript, 3076},
    {QLocale::Chinese, QLocale::Taiwan, QLocale::TraditionalHanScript, 1028},
    {QLocale::Croatian, QLocale::AnyTerritory, QLocale::LatinScript, 1050},
    {QLocale::Czech, QLocale::AnyTerritory, QLocale::LatinScript, 1029},
    {QLocale::Danish, QLocale::AnyTerritory, QLocale::LatinScript, 1030},
    {QLocale::Dutch, QLocale::AnyTerritory, QLocale::LatinScript, 1043},
    {QLocale::English, QLocale::AnyTerritory, QLocale::LatinScript, 1033},
    {QLocale::Estonian, QLocale::AnyTerritory, QLocale::LatinScript, 1061},
    {QLocale::Finnish, QLocale::AnyTerritory, QLocale::LatinScript, 1035},
    {QLocale::French, QLocale::AnyTerritory, QLocale::LatinScript, 1036},
    {QLocale::Galician, QLocale::AnyTerritory, QLocale::LatinScript, 1110},
    {QLocale::German, QLocale::AnyTerritory, QLocale::LatinScript, 1031},
    {QLocale::Greek, QLocale::AnyTerritory, QLocale::GreekScript, 1032},
    {QLocale::Hebrew, QLocale::AnyTerritory, QLocale::HebrewScript, 1037},
    {QLocale::Hindi, QLocale::AnyTerritory, QLocale::DevanagariScript, 1081},
    {QLocale::Hungarian, QLocale::AnyTerritory, QLocale::LatinScript, 1038},
    {QLocale::Indonesian, QLocale::AnyTerritory, QLocale::LatinScript, 1057},
    {QLocale::Italian, QLocale::AnyTerritory, QLocale::LatinScript, 1040},
    {QLocale::Japanese, QLocale::AnyTerritory, QLocale::JapaneseScript, 1041},
    {QLocale::Kazakh, QLocale::AnyTerritory, QLocale::CyrillicScript, 1087},
    {QLocale::Korean, QLocale::AnyTerritory, QLocale::KoreanScript, 1042},
    {QLocale::Latvian, QLocale::AnyTerritory, QLocale::LatinScript, 1062},
    {QLocale::Lithuanian, QLocale::AnyTerritory, QLocale::LatinScript, 1063},
    {QLocale::Malay, QLocale::AnyTerritory, QLocale::LatinScript, 1086},
    {QLocale::NorwegianBokmal, QLocale::AnyTerritory, QLocale::LatinScript, 1044},
    {QLocale::Polish, QLocale::AnyTerritory, QLocale::LatinScript, 1045},
    {QLocale::Portuguese, QLocale::Brazil, QLocale::LatinScript, 1046},
    {QLocale::Portuguese, QLocale::Portugal, QLocale::LatinScript, 2070},
    {QLocale::Romanian, QLocale::AnyTerritory, QLocale::LatinScript, 1048},
    {QLocale::Russian, QLocale::AnyTerritory, QLocale::CyrillicScript, 1049},
    {QLocale::Serbian, QLocale::AnyTerritory, QLocale::CyrillicScript, 3098},
    {QLocale::Serbian, QLocale::AnyTerritory, QLocale::LatinScript, 2074},
    {QLocale::Slovak, QLocale::AnyTerritory, QLocale::LatinScript, 1051},
    {QLocale::Slovenian, QLocale::AnyTerritory, QLocale::LatinScript, 1060},
    {QLocale::Spanish, QLocale::AnyTerritory, QLocale::LatinScript, 3082},
    {QLocale::Swedish, QLocale::AnyTerritory, QLocale::LatinScript, 1053},
    {QLocale::Thai, QLocale::AnyTerritory, QLocale::ThaiScript, 1054},
    {QLocale::Turkish, QLocale::AnyTerritory, QLocale::LatinScript, 1055},
    {QLocale::Ukrainian, QLocale::AnyTerritory, QLocale::CyrillicScript, 1058},
    {QLocale::Vietnamese, QLocale::AnyTerritory, QLocale::LatinScript, 1066},
};

} // namespace

Labels::Labels(const QLocale &locale)
{
    for (const Language &known : languages) {
        if (known.language != locale.language() || known.script != locale.script())
            continue;
        if (known.territory == locale.territory())
            m_languages.prepend(known.id);
        else
            m_languages.append(known.id);
    }
}

QString Labels::text(const QJsonValue &label, const QString &fallback) const
{
    const QJsonArray localized = label[u"LocalizedLabels"].toArray();
    for (const int language : m_languages) {
        for (const QJsonValue &entry : localized) {
            const QString text = entry[u"Label"].toString();
            if (entry[u"LanguageCode"].toInt() == language && !text.isEmpty())
                return text;
        }
    }
    const QString text = label[u"UserLocalizedLabel"][u"Label"].toString();
    return text.isEmpty() ? fallback : text;
}

} // namespace dataverse
