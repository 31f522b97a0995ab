package dev.interop.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.interop.UserError;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProductHomeTest {
    @TempDir
    Path unpacked;

    private final ProductHome checkout = ProductHome.of(new Properties());

    private ProductHome archive() {
        var properties = new Properties();
        properties.setProperty(ProductHome.PROPERTY, unpacked.toString());
        return ProductHome.of(properties);
    }

    @Test
    void anArchiveBuildsImagesOfItsOwnFolders() {
        assertThat(archive().imageFolders()).containsExactly(unpacked.resolve("builds"), unpacked.resolve("adapters"));
    }

    @Test
    void aCheckoutBuildsImagesOfTheExamplesToo() {
        assertThat(checkout.imageFolders())
                .containsExactly(Path.of("builds"), Path.of("adapters"), Path.of("examples"));
    }

    @Test
    void anArchiveHasADefaultRegistryIfItContainsTheFile() throws IOException {
        assertThat(archive().registry("implementations.json")).isEmpty();

        Files.createFile(unpacked.resolve("implementations.json"));

        assertThat(archive().registry("implementations.json")).contains(unpacked.resolve("implementations.json"));
    }

    @Test
    void aCheckoutLeavesTheDefaultRegistryToTheEngine() {
        assertThat(checkout.registry("pom.xml")).isEmpty();
    }

    @Test
    void anArchiveInstallsNothingInItsOwnFolder() {
        assertThat(archive().siteTools(Path.of("cache"))).isEqualTo(Path.of("cache", "report"));
    }

    @Test
    void theTestCommandNeedsACheckout() {
        assertThatCode(() -> checkout.requireCheckout("test")).doesNotThrowAnyException();
        assertThatThrownBy(() -> archive().requireCheckout("test"))
                .isInstanceOf(UserError.class)
                .hasMessageContaining("only its checkout has");
    }
}
