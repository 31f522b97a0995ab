package dev.interop.registry;

import dev.interop.Printable;
import dev.interop.UserError;
import java.nio.file.Path;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/**
 * The user's wish that a file of this machine takes the place of one in an implementation's containers.
 *
 * @param name the implementation's name
 * @param file the file on this machine
 * @param path the absolute path in the container
 */
@API(status = Status.INTERNAL)
public record Mount(String name, Path file, String path) {
    /** The syntax, for people. */
    public static final String SYNTAX = "NAME=FILE:/PATH";

    /**
     * Reads {@code NAME=FILE:/PATH}. The path begins at the last colon before a slash, so that file names may have colons.
     *
     * @param key the option's or parameter's name, for messages
     * @throws UserError when the text is of another form, or the path is no absolute path of a file
     */
    public static Mount parse(String key, String text) {
        var equals = text.indexOf('=');
        var colon = text.lastIndexOf(":/");
        if (equals <= 0 || colon <= equals + 1) {
            throw new UserError("%s: '%s' is not understood; it takes %s, such as quic-go=./client:/usr/bin/client"
                    .formatted(key, Printable.of(text), SYNTAX));
        }
        var path = text.substring(colon + 1);
        if (path.endsWith("/") || !Path.of(path).normalize().toString().equals(path)) {
            throw new UserError("%s: '%s' is no path of a file in the container; name it whole, such as /usr/bin/client"
                    .formatted(key, Printable.of(path)));
        }
        return new Mount(text.substring(0, equals), Path.of(text.substring(equals + 1, colon)), path);
    }

    /** The wish in the form that {@link #parse} reads. */
    public String text() {
        return name + "=" + file + ":" + path;
    }
}
