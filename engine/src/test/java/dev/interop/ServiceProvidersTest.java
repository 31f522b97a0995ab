package dev.interop;

import static org.assertj.core.api.Assertions.assertThat;

import dev.interop.testing.BrokenProviders;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(30)
class ServiceProvidersTest {
    @TempDir
    Path folder;

    @Test
    void providersThatCannotBeLoadedAreNotedAndTheOthersAreUsed() throws IOException {
        var notes = new ArrayList<String>();
        var classes = new BrokenProviders(
                folder,
                Service.class,
                "com.example.Gone",
                BrokenProviders.TOO_NEW,
                Failing.class.getName(),
                Sound.class.getName());

        var found = ServiceProviders.usable(Service.class, classes, "a listener", notes::add);

        assertThat(found).hasExactlyElementsOfTypes(Sound.class);
        assertThat(notes)
                .satisfiesExactly(
                        it -> assertThat(it)
                                .startsWith("a listener on the class path cannot be loaded")
                                .contains("com.example.Gone"),
                        it -> assertThat(it).contains("UnsupportedClassVersionError"),
                        it -> assertThat(it).contains("Failing", "no configuration"));
    }

    /** A service. */
    public interface Service {}

    /** A provider whose constructor throws. */
    public static final class Failing implements Service {
        /** Throws. */
        public Failing() {
            throw new IllegalStateException("no configuration");
        }
    }

    /** A provider that can be used. */
    public static final class Sound implements Service {}
}
