package dev.interop.cli.release;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/** A public registry of packages. */
@API(status = Status.INTERNAL)
public enum PackageRegistry {
    /** The Go module proxy. */
    GO,
    /** The Python Package Index. */
    PYPI,
    /** Maven Central. */
    MAVEN,
    /** The Rust crate registry. */
    CRATES,
    /** Debian, whose releases are suites; a build names those that have the package. */
    DEBIAN;

    /** The registry of this name, such as {@code go}. */
    public static Optional<PackageRegistry> named(String name) {
        return Stream.of(values()).filter(it -> it.label().equals(name)).findFirst();
    }

    /** Its name in files. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}
