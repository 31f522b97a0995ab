package dev.interop.expectation;

import java.util.Optional;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/**
 * A cell of a run from which a file of expectations is updated.
 *
 * @param seen its result
 * @param kind what an entry about it would say; empty if it needs none
 * @param reason the reason that a new entry gives
 */
@API(status = Status.INTERNAL)
public record FoundCell(SeenCell seen, Optional<ExpectationKind> kind, String reason) {}
