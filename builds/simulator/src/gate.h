#pragma once

#include "file_descriptor.h"

namespace sim {

/** Opens the TCP port by which clients see that the simulation runs. The kernel accepts; nobody has to. */
FileDescriptor openGate();

}
