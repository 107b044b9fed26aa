#include "app/language.h"

#include <QCoreApplication>
#include <QLibraryInfo>
#include <QLocale>
#include <QTranslator>

namespace app {

using namespace Qt::StringLiterals;

void useLanguage(const QString &code)
{
    const QLocale locale = code.isEmpty() ? QLocale() : QLocale(code);
    if (!code.isEmpty())
        QLocale::setDefault(locale);
    auto *own = new QTranslator(QCoreApplication::instance());
    // English has a file of its own, for its plurals.
    if (own->load(locale, u"consent-bridge"_s, u"_"_s, u":/i18n"_s) || own->load(u":/i18n/consent-bridge_en.qm"_s))
        QCoreApplication::installTranslator(own);
    auto *toolkit =
        new QTranslator(QCoreApplication::instance()); // buttons of Qt's own dialogs, where the package is there
    if (locale.language() != QLocale::English &&
        toolkit->load(locale, u"qtbase"_s, u"_"_s, QLibraryInfo::path(QLibraryInfo::TranslationsPath)))
        QCoreApplication::installTranslator(toolkit);
}

} // namespace app
