package dev.interop.engine;

/** A cell could not be decided for a fault that is no implementation's. No assertion: reports show it as an error. */
final class HarnessFailure extends RuntimeException {
    private static final long serialVersionUID = 1L;

    HarnessFailure(String message) {
        super(message, null, false, false);
    }
}
