#include "gui/icons.h"

#include <QApplication>
#include <QFile>
#include <QHash>
#include <QIconEngine>
#include <QPainter>
#include <QPixmapCache>
#include <QSvgRenderer>

namespace gui::icons {

using namespace Qt::StringLiterals;

namespace {

/// The SVG's bytes, read once.
const QByteArray &svgOf(const QString &name)
{
    static QHash<QString, QByteArray> read;
    auto known = read.find(name);
    if (known == read.end()) {
        QFile file(u":/icons/"_s + name + u".svg"_s);
        known = read.insert(name, file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray());
    }
    return *known;
}

QPixmap rendered(const QString &name, const QSize &size, const QColor &color)
{
    const QString key = u"cb:%1:%2x%3:%4"_s.arg(name, QString::number(size.width()), QString::number(size.height()),
                                                color.name(QColor::HexArgb));
    QPixmap pixmap;
    if (QPixmapCache::find(key, &pixmap))
        return pixmap;
    pixmap = QPixmap(size);
    pixmap.fill(Qt::transparent);
    QByteArray svg = svgOf(name);
    svg.replace("#000", color.name().toLatin1());
    QSvgRenderer renderer(svg);
    QPainter painter(&pixmap);
    const int side = std::min(size.width(), size.height());
    renderer.render(&painter, QRectF((size.width() - side) / 2.0, (size.height() - side) / 2.0, side, side));
    painter.end();
    QPixmapCache::insert(key, pixmap);
    return pixmap;
}

/// Recolours at the moment of drawing, so that a change of palette needs no new icons.
class Engine final : public QIconEngine
{
public:
    Engine(QString name, std::optional<Tone> tone) : m_name(std::move(name)), m_tone(tone) {}

    void paint(QPainter *painter, const QRect &rect, QIcon::Mode mode, QIcon::State state) override
    {
        const qreal ratio = painter->device()->devicePixelRatio();
        QPixmap drawn = pixmap(rect.size() * ratio, mode, state);
        drawn.setDevicePixelRatio(ratio);
        painter->drawPixmap(rect.topLeft(), drawn);
    }

    QPixmap pixmap(const QSize &size, QIcon::Mode mode, QIcon::State) override
    {
        const QPalette palette = QApplication::palette();
        QColor color = m_tone ? theme::color(*m_tone, palette) : palette.color(QPalette::Active, QPalette::ButtonText);
        if (mode == QIcon::Disabled)
            color = palette.color(QPalette::Disabled, QPalette::ButtonText);
        else if (mode == QIcon::Selected)
            color = palette.color(QPalette::HighlightedText);
        return rendered(m_name, size, color);
    }

    bool isNull() override { return svgOf(m_name).isEmpty(); }
    QIconEngine *clone() const override { return new Engine(m_name, m_tone); }

private:
    const QString m_name;
    const std::optional<Tone> m_tone;
};

} // namespace

QIcon icon(const QString &name)
{
    return QIcon(new Engine(name, {}));
}

QIcon icon(const QString &name, Tone tone)
{
    return QIcon(new Engine(name, tone));
}

QString signName(models::Sign sign)
{
    using models::Sign;
    switch (sign) {
    case Sign::None:
        return {};
    case Sign::Passed:
        return u"state-passed"_s;
    case Sign::Warning:
        return u"state-warning"_s;
    case Sign::Failed:
        return u"state-failed"_s;
    case Sign::NotReached:
        return u"state-notreached"_s;
    case Sign::Skipped:
        return u"state-skipped"_s;
    case Sign::Running:
        return u"state-running"_s;
    case Sign::Waiting:
        return u"state-waiting"_s;
    case Sign::Planned:
        return u"state-planned"_s;
    }
    return {};
}

QIcon signIcon(models::Sign sign)
{
    const QString name = signName(sign);
    return name.isEmpty() ? QIcon() : icon(name, theme::toneOf(sign));
}

void draw(QPainter *painter, const QRect &rect, const QString &name, const QColor &color)
{
    if (name.isEmpty())
        return;
    const qreal ratio = painter->device()->devicePixelRatio();
    QPixmap drawn = rendered(name, rect.size() * ratio, color);
    drawn.setDevicePixelRatio(ratio);
    painter->drawPixmap(rect.topLeft(), drawn);
}

} // namespace gui::icons
