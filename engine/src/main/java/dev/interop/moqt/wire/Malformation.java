package dev.interop.moqt.wire;

/** Why bytes are not what they should be. Does not leave the package. */
final class Malformation extends Exception {
    private static final long serialVersionUID = 1L;

    Malformation(String reason) {
        super(reason, null, false, false);
    }

    String reason() {
        return String.valueOf(getMessage());
    }
}
