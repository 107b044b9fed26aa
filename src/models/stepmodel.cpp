#include "models/stepmodel.h"

#include <QLocale>
#include <QRectF>

namespace models {

using namespace Qt::StringLiterals;
using diagnosis::Step;

namespace {

bool isOver(const Step &step)
{
    return step.state == Step::State::Passed || step.state == Step::State::Warning || step.state == Step::State::Failed;
}

bool isQuiet(const Step &step)
{
    return step.state == Step::State::NotReached || step.state == Step::State::Skipped ||
           step.state == Step::State::Waiting;
}

std::chrono::milliseconds endOf(const Step &step)
{
    return step.startedAfter + step.duration;
}

/// Of several steps: what runs comes first, then the worst.
Step::State stateOf(const QList<Step> &steps)
{
    bool isAllWaiting = true;
    for (const Step &step : steps) {
        if (step.state == Step::State::Running)
            return Step::State::Running;
        isAllWaiting = isAllWaiting && step.state == Step::State::Waiting;
    }
    if (isAllWaiting)
        return Step::State::Waiting;
    const auto has = [&steps](Step::State state) { return std::ranges::count(steps, state, &Step::state) > 0; };
    if (!has(Step::State::Failed) && has(Step::State::NotReached))
        return Step::State::NotReached; // what failed stands in another part
    return diagnosis::verdictOf(steps);
}

} // namespace

QList<StepModel::Part> StepModel::partsOf(const QList<Step> &steps)
{
    QList<Part> parts;
    for (const auto end : diagnosis::allEnds()) {
        Part part{.end = end, .steps = {}};
        for (const Step &step : steps) {
            if (diagnosis::endOf(step.id) == end)
                part.steps += step;
        }
        if (!part.steps.isEmpty())
            parts += part;
    }
    return parts;
}

QModelIndex StepModel::index(int row, int column, const QModelIndex &parent) const
{
    // A part's id is 0, a step's is its part's row and one.
    if (!hasIndex(row, column, parent))
        return {};
    return createIndex(row, column, parent.isValid() ? quintptr(parent.row()) + 1 : quintptr(0));
}

QModelIndex StepModel::parent(const QModelIndex &child) const
{
    if (!child.isValid() || child.internalId() == 0)
        return {};
    return createIndex(int(child.internalId()) - 1, 0, quintptr(0));
}

int StepModel::rowCount(const QModelIndex &parent) const
{
    if (!parent.isValid())
        return int(m_parts.size());
    return parent.internalId() == 0 && parent.column() == 0 ? int(m_parts.at(parent.row()).steps.size()) : 0;
}

int StepModel::columnCount(const QModelIndex &) const
{
    return 1;
}

const Step *StepModel::stepAt(const QModelIndex &index) const
{
    if (!index.isValid() || index.internalId() == 0)
        return nullptr;
    return &m_parts.at(int(index.internalId()) - 1).steps.at(index.row());
}

QVariant StepModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    if (const Step *step = stepAt(index))
        return stepData(*step, role);
    return partData(m_parts.at(index.row()), role);
}

QVariant StepModel::partData(const Part &part, int role) const
{
    int passed = 0;
    int counted = 0;
    bool hasRun = false;
    std::chrono::milliseconds first{0};
    std::chrono::milliseconds last{0};
    for (const Step &step : part.steps) {
        passed += step.state == Step::State::Passed;
        counted += step.state != Step::State::Skipped;
        if (!isOver(step))
            continue;
        first = hasRun ? std::min(first, step.startedAfter) : step.startedAfter;
        last = std::max(last, endOf(step));
        hasRun = true;
    }
    switch (role) {
    case Qt::DisplayRole:
        return diagnosis::endText(part.end);
    case SecondaryRole:
        return hasRun ? tr("%1 of %n passed", nullptr, counted).arg(QLocale().toString(passed)) : QString();
    case Qt::AccessibleTextRole:
        return QStringList{diagnosis::endText(part.end), diagnosis::stateText(stateOf(part.steps)),
                           partData(part, SecondaryRole).toString()}
            .join(u", "_s);
    case SignRole:
        return int(signOf(stateOf(part.steps)));
    case TimeRole:
        return hasRun ? durationText(last - first) : QString();
    default:
        return {};
    }
}

/// Which failed step it is that `id` waits for in vain.
QString StepModel::obstacleText(Step::Id id) const
{
    for (const Step::Id need : diagnosis::needsOf(id)) {
        const Step *step = stepAt(indexOf(need));
        if (step && step->state == Step::State::Failed)
            return tr("Needs: %1").arg(diagnosis::stepName(need));
        if (step && step->state == Step::State::NotReached)
            return obstacleText(need);
    }
    return {};
}

QVariant StepModel::stepData(const Step &step, int role) const
{
    switch (role) {
    case Qt::DisplayRole:
        return diagnosis::stepName(step.id);
    case SecondaryRole:
    case Qt::ToolTipRole:
        if (step.state == Step::State::NotReached && step.evidence.isEmpty())
            return obstacleText(step.id);
        return step.evidence.isEmpty() ? step.problem.message : step.evidence;
    case Qt::AccessibleTextRole:
        return QStringList{diagnosis::stepName(step.id), diagnosis::stateText(step.state),
                           stepData(step, TimeRole).toString(), stepData(step, SecondaryRole).toString()}
            .join(u", "_s);
    case SignRole:
        return int(signOf(step.state));
    case DimRole:
        return isQuiet(step);
    case TimeRole:
        return isOver(step) ? durationText(step.duration) : QString();
    case SpanRole: {
        if (!isOver(step) || m_whole.count() <= 0)
            return QRectF();
        const double whole = double(m_whole.count());
        return QRectF(double(step.startedAfter.count()) / whole, 0, double(step.duration.count()) / whole, 1);
    }
    case IdRole:
        return int(step.id);
    default:
        return {};
    }
}

bool StepModel::hasSameSteps(const QList<Part> &parts) const
{
    return std::ranges::equal(m_parts, parts, [](const Part &one, const Part &other) {
        return one.end == other.end && std::ranges::equal(one.steps, other.steps, {}, &Step::id, &Step::id);
    });
}

void StepModel::measure()
{
    m_whole = {};
    for (const Part &part : std::as_const(m_parts)) {
        for (const Step &step : part.steps)
            m_whole = isOver(step) ? std::max(m_whole, endOf(step)) : m_whole;
    }
}

void StepModel::setSteps(const QList<Step> &steps)
{
    const QList<Part> parts = partsOf(steps);
    if (!hasSameSteps(parts)) {
        beginResetModel();
        m_parts = parts;
        measure();
        endResetModel();
        return;
    }
    m_parts = parts;
    measure();
    for (int row = 0; row < m_parts.size(); ++row) {
        const QModelIndex part = index(row);
        Q_EMIT dataChanged(part, part);
        Q_EMIT dataChanged(index(0, 0, part), index(rowCount(part) - 1, 0, part));
    }
}

void StepModel::setStep(const Step &step)
{
    const QModelIndex index = indexOf(step.id);
    if (!index.isValid())
        return;
    m_parts[index.parent().row()].steps[index.row()] = step;
    if (isOver(step))
        m_whole = std::max(m_whole, endOf(step));
    Q_EMIT dataChanged(index, index);
    Q_EMIT dataChanged(index.parent(), index.parent());
}

QModelIndex StepModel::indexOf(Step::Id id) const
{
    for (int row = 0; row < m_parts.size(); ++row) {
        const QList<Step> &steps = m_parts.at(row).steps;
        for (int child = 0; child < steps.size(); ++child) {
            if (steps.at(child).id == id)
                return index(child, 0, index(row));
        }
    }
    return {};
}

QModelIndex StepModel::worstIndex() const
{
    QModelIndex warning;
    for (int row = 0; row < m_parts.size(); ++row) {
        const QList<Step> &steps = m_parts.at(row).steps;
        for (int child = 0; child < steps.size(); ++child) {
            if (steps.at(child).state == Step::State::Failed)
                return index(child, 0, index(row));
            if (steps.at(child).state == Step::State::Warning && !warning.isValid())
                warning = index(child, 0, index(row));
        }
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
