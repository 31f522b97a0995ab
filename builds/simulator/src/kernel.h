#pragma once

#include "side.h"

namespace sim {

/**
 * Makes the kernel drop what it would forward itself, past the simulation. The container should be started with
 * forwarding off, but may not be, and /proc/sys is read-only in it; a routing rule needs NET_ADMIN only.
 */
void keepKernelFromForwarding(const Sides& sides);

/**
 * Looks for a neighbour that is just starting every 20 ms, not every second, and makes the link-local addresses usable
 * at once: as long as the kernel tests whether they are unique, for more than a second, it looks for no IPv6 neighbour
 * on behalf of a packet whose source is somewhere else.
 */
void resolveNeighboursQuickly(const Sides& sides);

}
