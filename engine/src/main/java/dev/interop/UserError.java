package dev.interop;

/** An error for people: what is wrong, where, and the remedy, in one line. Shown without a stack trace. */
public final class UserError extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /**
     * @param message one line that names what, where and the remedy
     */
    public UserError(String message) {
        super(message);
    }

    /**
     * @param message one line that names what, where and the remedy
     * @param cause for {@code --verbose}
     */
    public UserError(String message, Throwable cause) {
        super(message, cause);
    }
}
