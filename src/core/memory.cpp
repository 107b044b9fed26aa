#include "core/memory.h"

#ifdef __GLIBC__
#include <malloc.h>
#endif

namespace core {

void shareHeaps()
{
#ifdef __GLIBC__
    constexpr int heaps = 2; // fewer would let the threads wait for each other
    mallopt(M_ARENA_MAX, heaps);
#endif
}

} // namespace core
