#include "gui/icons.h"
#include "gui/theme.h"

#include <QApplication>
#include <QDirIterator>
#include <QTest>

using namespace Qt::StringLiterals;
using gui::Tone;
namespace theme = gui::theme;

class TestTheme : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void textIsReadable_data();
    void textIsReadable();
    void tellsDarkFromLight();
    void everyIconShows_data();
    void everyIconShows();
    void everyStateHasAShapeOfItsOwn();
};

void TestTheme::textIsReadable_data()
{
    QTest::addColumn<QPalette>("palette");
    QTest::newRow("light") << theme::lightPalette();
    QTest::newRow("dark") << theme::darkPalette();
}

void TestTheme::textIsReadable()
{
    QFETCH(QPalette, palette);
    for (const auto ground : {QPalette::Window, QPalette::Base, QPalette::AlternateBase}) {
        const QColor surface = palette.color(ground);
        for (const Tone tone : {Tone::Positive, Tone::Warning, Tone::Negative, Tone::Neutral})
            QVERIFY2(theme::contrast(theme::color(tone, palette), surface) >= 4.5,
                     qPrintable(theme::color(tone, palette).name()));
        QVERIFY(theme::contrast(theme::dim(palette), surface) >= 4.5);
        QVERIFY(theme::contrast(palette.color(QPalette::Text), surface) >= 7);
        QVERIFY(theme::contrast(palette.color(QPalette::Link), surface) >= 4.5);
        QVERIFY(theme::contrast(palette.color(QPalette::PlaceholderText), surface) >= 4.5);
        QVERIFY(theme::contrast(palette.color(QPalette::Highlight), surface) >= 3);
    }
    QVERIFY(theme::contrast(palette.color(QPalette::HighlightedText), palette.color(QPalette::Highlight)) >= 4.5);
    QVERIFY(theme::contrast(palette.color(QPalette::ButtonText), palette.color(QPalette::Button)) >= 7);
}

void TestTheme::tellsDarkFromLight()
{
    QVERIFY(!theme::isDark(theme::lightPalette()));
    QVERIFY(theme::isDark(theme::darkPalette()));
    QCOMPARE(qRound(theme::contrast(Qt::white, Qt::black)), 21);
}

void TestTheme::everyIconShows_data()
{
    QTest::addColumn<QString>("name");
    QDirIterator icons(u":/icons"_s, {u"*.svg"_s});
    while (icons.hasNext()) {
        icons.next();
        QTest::newRow(qPrintable(icons.fileName())) << icons.fileInfo().completeBaseName();
    }
}

void TestTheme::everyIconShows()
{
    QFETCH(QString, name);
    for (const QPalette &palette : {theme::lightPalette(), theme::darkPalette()}) {
        QApplication::setPalette(palette);
        const QImage image = gui::icons::icon(name).pixmap(32, 32).toImage();
        QCOMPARE(image.size(), QSize(32, 32));
        int inked = 0;
        int readable = 0;
        for (int y = 0; y < image.height(); ++y) {
            for (int x = 0; x < image.width(); ++x) {
                const QColor pixel = image.pixelColor(x, y);
                if (pixel.alpha() < 200)
                    continue;
                ++inked;
                readable += theme::contrast(QColor(pixel.rgb()), palette.color(QPalette::Window)) >= 3;
            }
        }
        QVERIFY2(inked > 12, qPrintable(name));
        QCOMPARE(readable, inked);
    }
}

void TestTheme::everyStateHasAShapeOfItsOwn()
{
    using models::Sign;
    QApplication::setPalette(theme::lightPalette());
    QList<QImage> shapes;
    for (const Sign sign : {Sign::Passed, Sign::Warning, Sign::Failed, Sign::NotReached, Sign::Skipped, Sign::Running,
                            Sign::Waiting, Sign::Planned}) {
        const QImage shape = gui::icons::icon(gui::icons::signName(sign))
                                 .pixmap(32, 32)
                                 .toImage()
                                 .convertToFormat(QImage::Format_Alpha8);
        QVERIFY(!shape.isNull());
        QVERIFY(!shapes.contains(shape)); // without its colour
        shapes.append(shape);
    }
}

QTEST_MAIN(TestTheme)
#include "tst_theme.moc"
