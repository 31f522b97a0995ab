#pragma once

#include "side.h"

namespace sim {

/**
 * Makes the kernel drop what it would forward itself, past the simulation. The container should be started with
 * forwarding off, but may not be, and /proc/sys is read-only in it; a routing rule needs NET_ADMIN only.
 */
void keepKernelFromForwarding(const Sides& sides);

/** Looks for a neighbour that is just starting every 20 ms, not every second. */
void resolveNeighboursQuickly(const Sides& sides);

}
