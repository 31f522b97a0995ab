package dev.interop.protocol;

import dev.interop.Printable;
import dev.interop.UserError;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Calls the methods of a class of a third party, and turns what it throws or leaves out into one line that names the
 * class.
 *
 * @param by the object whose class is named
 */
record ProviderCalls(Object by) {
    /**
     * The result of a method.
     *
     * @param method the method as the author knows it, such as {@code name()}
     * @throws UserError when it throws or returns null
     */
    <T> T value(String method, Supplier<@Nullable T> call) {
        T value;
        try {
            value = call.get();
        } catch (RuntimeException | LinkageError e) {
            var reason = e.getMessage() == null ? e.toString() : e.getMessage();
            throw new UserError(where() + method + " failed: " + Printable.of(reason), e);
        }
        if (value == null) {
            throw refused(method + " returned null");
        }
        return value;
    }

    /**
     * The result of a method that returns a list.
     *
     * @throws UserError when it throws, or returns null or a list with null in it
     */
    <T> List<T> list(String method, Supplier<@Nullable List<T>> call) {
        var values = value(method, call);
        if (values.stream().anyMatch(it -> it == null)) {
            throw refused(method + " returned a list with null in it");
        }
        return List.copyOf(values);
    }

    UserError refused(String why) {
        return new UserError(where() + why);
    }

    private String where() {
        return by.getClass().getName() + ": ";
    }
}
