#pragma once

#include <QComboBox>

namespace gui {

/// A searchable list of things that have a name for people and an id for machines. Typing any part of either finds
/// them; what is not in the list is taken as an id as it stands, so that it works before anything is loaded.
class PickerBox : public QComboBox
{
    Q_OBJECT

public:
    struct Choice {
        QString id;
        QString name; ///< Equal to the id, or empty, when there is none.
        QString hint; ///< Drawn at the end, dimmer: a type, a count.
        bool operator==(const Choice &) const = default;
    };

    explicit PickerBox(QWidget *parent = nullptr);

    void setChoices(const QList<Choice> &choices);
    void setValue(const QString &id);
    QString value() const;

Q_SIGNALS:
    void picked(const QString &id); ///< The user chose or typed another one.

protected:
    void wheelEvent(QWheelEvent *event) override;

private:
    static QString shown(const Choice &choice);
    void settle();

    QList<Choice> m_choices;
    QString m_value;
};

} // namespace gui
