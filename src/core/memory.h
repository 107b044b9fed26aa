#pragma once

namespace core {

/// Lets all threads of the program share a few heaps, where the C library would give each a heap of its own: what one
/// thread frees another one can use, and a long run's memory stays near that of a short one. To be called before any
/// thread is started; does nothing where the C library has no such heaps.
void shareHeaps();

} // namespace core
