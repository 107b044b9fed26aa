#pragma once

#include <QDate>
#include <QWidget>

class QCheckBox;
class QDateEdit;

namespace gui {

/// A day that need not be known.
class OptionalDate : public QWidget
{
    Q_OBJECT

public:
    explicit OptionalDate(QWidget *parent = nullptr);

    QDate date() const; ///< Invalid when it is not known.
    void setDate(QDate date);

Q_SIGNALS:
    void edited();

private:
    QCheckBox *m_known;
    QDateEdit *m_edit;
};

} // namespace gui
