#include <QTest>
class TestDataverseSandbox : public QObject
{
    Q_OBJECT
};
QTEST_GUILESS_MAIN(TestDataverseSandbox)
#include "tst_dataversesandbox.moc"
