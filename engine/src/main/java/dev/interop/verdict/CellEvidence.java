package dev.interop.verdict;

import dev.interop.trace.Trace;
import java.util.Optional;

/** Evidence of a whole cell. */
interface CellEvidence extends Evidence {
    /** Whether an endpoint wrote the secrets that decrypt its packets. */
    boolean hasKeys();

    /** A capture by its name, at the depth read so far; empty if it has not been read. */
    Optional<Trace> alreadyRead(String file);
}
