package dev.interop.engine;

import java.util.Optional;
import org.junit.platform.engine.TestEngine;

/**
 * The version of the JUnit Platform that calls the engine.
 *
 * @param isSupported whether it has what the engine needs
 * @param number the version, where its jar names it
 */
record PlatformVersion(boolean isSupported, Optional<String> number) {
    /** The oldest version with discovery issues and a store for the launcher's session. */
    static final String OLDEST = "1.13";

    private static final String INTRODUCED_IN_OLDEST = "org.junit.platform.engine.DiscoveryIssue";

    /** Detects the version by a type rather than by the number, which shaded jars lack. */
    static PlatformVersion current() {
        return seen(TestEngine.class.getClassLoader());
    }

    static PlatformVersion seen(ClassLoader platform) {
        var number = Optional.ofNullable(TestEngine.class.getPackage().getImplementationVersion());
        try {
            Class.forName(INTRODUCED_IN_OLDEST, false, platform);
            return new PlatformVersion(true, number);
        } catch (ClassNotFoundException older) {
            return new PlatformVersion(false, number);
        }
    }

    /** The remedy, for a user whose version is too old. */
    String remedy() {
        return "Interop Engine needs JUnit 5.13 or later (JUnit Platform %s); this is %s. Raise junit-bom's version"
                .formatted(OLDEST, number.orElse("an older one"));
    }
}
