#pragma once

#include "file_descriptor.h"

namespace sim {

/**
 * SIGTERM and SIGINT. As PID 1 the process gets only signals that it asks for. Until there is something to bring to an
 * end, they end it at once; from then on they can be waited for.
 */
class Termination {
public:
    /** From construction on, a signal ends the process with status 0. */
    Termination();

    /** From this call on, a signal makes the descriptor readable. */
    FileDescriptor awaitable();
};

}
