package dev.interop.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.interop.UserError;
import java.nio.file.Path;
import java.util.Map;
import java.util.Properties;
import org.junit.jupiter.api.Test;

class CacheFolderTest {
    private final Properties properties = new Properties();

    @Test
    void itIsBelowTheFolderOfCachesElseBelowTheHome() {
        properties.setProperty("user.home", "/home/me");

        assertThat(CacheFolder.ofUser(Map.of("XDG_CACHE_HOME", "/cache", "HOME", "/other"), properties))
                .isEqualTo(Path.of("/cache/interop"));
        assertThat(CacheFolder.ofUser(Map.of("XDG_CACHE_HOME", "relative"), properties))
                .isEqualTo(Path.of("/home/me/.cache/interop"));
    }

    /** As in a container that runs as a user without a name: Java calls its home "?". */
    @Test
    void aUserWhomTheSystemDoesNotKnowHasTheHomeOfTheEnvironment() {
        properties.setProperty("user.home", "?");

        assertThat(CacheFolder.ofUser(Map.of("HOME", "/builds/home"), properties))
                .isEqualTo(Path.of("/builds/home/.cache/interop"));
    }

    @Test
    void aUserWithoutAHomeIsToldWhatToSet() {
        properties.setProperty("user.home", "?");

        assertThatThrownBy(() -> CacheFolder.ofUser(Map.of(), properties))
                .isInstanceOf(UserError.class)
                .hasMessage("the user has no home folder for caches; let HOME or interop.cache name a folder");
    }
}
