package dev.interop.engine;

import dev.interop.Printable;

/**
 * A cell could not be decided because of a fault outside the implementations. It is no assertion error, so that reports
 * show an error and not a failure.
 */
final class HarnessFailure extends RuntimeException {
    private static final long serialVersionUID = 1L;

    HarnessFailure(String message) {
        super(Printable.lines(message), null, false, false);
    }
}
