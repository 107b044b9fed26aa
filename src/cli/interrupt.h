#pragma once

#include <QObject>

#include <functional>

namespace cli {

/// Turns the first Ctrl+C or SIGTERM into a call in the event loop. One for the whole program.
class Interrupt : public QObject
{
    Q_OBJECT

public:
    explicit Interrupt(std::function<void()> action, QObject *parent = nullptr);
    ~Interrupt() override;

private:
    const std::function<void()> m_action;
};

} // namespace cli
