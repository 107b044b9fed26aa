#pragma once

#include "store/rundata.h"

#include <QWidget>

class QGridLayout;
class QLabel;

namespace gui {

class FieldNote;

/// What became of everybody in a plan, as counts that add up.
class OutcomeTable : public QWidget
{
    Q_OBJECT

public:
    explicit OutcomeTable(QWidget *parent = nullptr);

    void setCounts(const store::RunCounts &counts);

protected:
    void changeEvent(QEvent *event) override;

private:
    enum Row { Created, Updated, Unchanged, Skipped, Invalid, Rejected, Conflict, NotReached, RowCount };
    struct Line {
        QLabel *sign = nullptr;
        QLabel *text = nullptr;
        QLabel *number = nullptr;
        qint64 shown = -1;
    };
    void drawSigns();
    void setLine(Row row, qint64 count);

    Line m_lines[RowCount];
    QLabel *m_total;
    FieldNote *m_note;
};

} // namespace gui
