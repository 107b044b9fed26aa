#include "sandbox/program.h"

#include <QCoreApplication>

int main(int argc, char *argv[])
{
    QCoreApplication application(argc, argv);
    QCoreApplication::setApplicationName(QStringLiteral("consent-bridge-sandbox"));
    QCoreApplication::setApplicationVersion(QStringLiteral(CB_VERSION));
    return sandbox::run(QCoreApplication::arguments());
}
