#include "models/stepmodel.h"

#include <QLocale>

namespace models {

using namespace Qt::StringLiterals;
using diagnosis::Step;

int StepModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_steps.size());
}

QVariant StepModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const Step &step = m_steps.at(index.row());
    const bool isOver =
        step.state == Step::State::Passed || step.state == Step::State::Warning || step.state == Step::State::Failed;
    switch (role) {
    case Qt::DisplayRole:
        return diagnosis::stepName(step.id);
    case SecondaryRole:
        if (step.evidence.isEmpty() && !step.problem.message.isEmpty())
            return step.problem.message;
        return step.evidence;
    case Qt::ToolTipRole:
        return data(index, SecondaryRole);
    case Qt::AccessibleTextRole:
        return QStringList{diagnosis::stepName(step.id), diagnosis::stateText(step.state),
                           data(index, TimeRole).toString(), data(index, SecondaryRole).toString()}
            .join(u", "_s);
    case SignRole:
        return int(signOf(step.state));
    case DimRole:
        return step.state == Step::State::NotReached || step.state == Step::State::Skipped ||
               step.state == Step::State::Waiting;
    case TimeRole:
        return isOver ? durationText(step.duration) : QString();
    case EndRole:
        return int(diagnosis::endOf(step.id));
    default:
        return {};
    }
}

void StepModel::setSteps(const QList<Step> &steps)
{
    if (steps.size() == m_steps.size() && !steps.isEmpty()) {
        m_steps = steps;
        Q_EMIT dataChanged(index(0), index(int(m_steps.size()) - 1));
        return;
    }
    beginResetModel();
    m_steps = steps;
    endResetModel();
}

void StepModel::setStep(int row, const Step &step)
{
    if (row < 0 || row >= m_steps.size())
        return;
    m_steps[row] = step;
    Q_EMIT dataChanged(index(row), index(row));
}

int StepModel::rowToOpen() const
{
    int warning = -1;
    for (int row = 0; row < m_steps.size(); ++row) {
        if (m_steps.at(row).state == Step::State::Failed)
            return row;
        if (m_steps.at(row).state == Step::State::Warning && warning < 0)
            warning = row;
    }
    return warning;
}

QString stepAsText(const Step &step)
{
    QStringList lines{StepModel::tr("%1: %2").arg(diagnosis::stepName(step.id), diagnosis::stateText(step.state))};
    if (!step.evidence.isEmpty())
        lines += step.evidence;
    lines += step.details;
    if (!step.problem.message.isEmpty() && step.problem.message != step.evidence)
        lines += StepModel::tr("Cause: %1").arg(step.problem.message);
    if (!step.problem.fix.isEmpty())
        lines += StepModel::tr("What to do: %1").arg(step.problem.fix);
    if (!step.place.text.isEmpty())
        lines += StepModel::tr("Where: %1").arg(step.place.text);
    if (!step.problem.code.isEmpty())
        lines += StepModel::tr("Code: %1").arg(step.problem.code);
    if (step.problem.httpStatus != 0)
        lines += StepModel::tr("HTTP status: %1").arg(step.problem.httpStatus);
    if (!step.problem.detail.isEmpty())
        lines += StepModel::tr("The server said: %1").arg(step.problem.detail);
    if (!step.problem.requestId.isEmpty())
        lines += StepModel::tr("Request id: %1").arg(step.problem.requestId);
    return lines.join(u'\n');
}

QString durationText(std::chrono::milliseconds duration)
{
    const QLocale locale;
    if (duration < std::chrono::seconds(1))
        return StepModel::tr("%1 ms").arg(locale.toString(qlonglong(duration.count())));
    return StepModel::tr("%1 s").arg(locale.toString(double(duration.count()) / 1000.0, 'f', 1));
}

} // namespace models
