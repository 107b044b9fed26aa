#pragma once

#include "core/result.h"

#include <QByteArray>

#include <memory>

namespace engine {

/// Undoes gzip in parts; several members behind each other are one text, as gzip has it.
class GzipReader
{
public:
    GzipReader();
    ~GzipReader();
    Q_DISABLE_COPY_MOVE(GzipReader)

    static bool isGzip(const QByteArray &beginning);

    /// Hands in compressed bytes; read() must have been emptied before.
    void add(const QByteArray &bytes);

    /// The next part of the text; empty when more bytes are needed. Kind::Invalid when they are not gzip or damaged,
    /// after all that was good before it.
    core::Result<QByteArray> read();

    bool isAtEnd() const; ///< Of a member: a file that ends elsewhere is cut off.

private:
    struct State;
    std::unique_ptr<State> m;
};

} // namespace engine
