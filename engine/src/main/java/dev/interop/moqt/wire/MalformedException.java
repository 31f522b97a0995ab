package dev.interop.moqt.wire;

/** Thrown for bytes that do not have the expected form. Never leaves the package. */
final class MalformedException extends Exception {
    private static final long serialVersionUID = 1L;

    MalformedException(String reason) {
        super(reason, null, false, false);
    }

    String reason() {
        return String.valueOf(getMessage());
    }
}
