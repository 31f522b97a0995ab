package dev.interop;

import java.util.Optional;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/** An error for people: what is wrong, where, and the remedy, in one line. Shown without a stack trace. */
@API(status = Status.EXPERIMENTAL)
public final class UserError extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final boolean environment;

    private final transient Optional<Pointer> pointer;

    /**
     * @param message one line that names what, where and the remedy
     */
    public UserError(String message) {
        super(message);
        this.environment = false;
        this.pointer = Optional.empty();
    }

    /**
     * @param message one line that names what, where and the remedy
     * @param cause for {@code --verbose}
     */
    public UserError(String message, Throwable cause) {
        super(message, cause);
        this.environment = false;
        this.pointer = Optional.empty();
    }

    private UserError(String message, Throwable cause, boolean environment, Optional<Pointer> pointer) {
        super(message, cause);
        this.environment = environment;
        this.pointer = pointer;
    }

    /** The same error, marked as one of the machine (container engine, disk) and not of the user's input. */
    public UserError ofEnvironment() {
        return new UserError(getMessage(), this, true, pointer);
    }

    /** Whether the machine is at fault and not the user's input. */
    public boolean isOfEnvironment() {
        return environment;
    }

    /**
     * The same error, with a command that shows more. Only the command line prints it: nobody else has that command.
     *
     * @param what what the command shows, such as {@code All}
     * @param arguments the command's arguments, such as {@code list}
     */
    public UserError pointingAt(String what, String arguments) {
        return new UserError(getMessage(), this, environment, Optional.of(new Pointer(what, arguments)));
    }

    /** The command that shows more, if there is one. */
    public Optional<Pointer> pointer() {
        return pointer;
    }

    /**
     * A command of the command line that shows more about an error.
     *
     * @param what what it shows, such as {@code All}
     * @param arguments the command's arguments, such as {@code list}
     */
    public record Pointer(String what, String arguments) {}
}
