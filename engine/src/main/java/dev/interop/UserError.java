package dev.interop;

import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/** An error for people: what is wrong, where, and the remedy, in one line. Shown without a stack trace. */
@API(status = Status.EXPERIMENTAL)
public final class UserError extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final boolean environment;

    /**
     * @param message one line that names what, where and the remedy
     */
    public UserError(String message) {
        super(message);
        this.environment = false;
    }

    /**
     * @param message one line that names what, where and the remedy
     * @param cause for {@code --verbose}
     */
    public UserError(String message, Throwable cause) {
        super(message, cause);
        this.environment = false;
    }

    private UserError(String message, Throwable cause, boolean environment) {
        super(message, cause);
        this.environment = environment;
    }

    /** The same error, marked as one of the machine (container engine, disk) and not of the user's input. */
    public UserError ofEnvironment() {
        return new UserError(getMessage(), this, true);
    }

    /** Whether the machine is at fault and not the user's input. */
    public boolean isOfEnvironment() {
        return environment;
    }
}
