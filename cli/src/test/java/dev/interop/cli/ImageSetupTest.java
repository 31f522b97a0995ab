package dev.interop.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.interop.config.Settings;
import dev.interop.testbed.tool.ToolImage;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ImageSetupTest {
    /** Without the sandbox image MoQT's cells do not run at all. */
    @Test
    void cellsNeedTheImagesOfSimulatorDissectorAndNetworkSandbox() {
        var settings = Settings.read(parameter -> Optional.empty());

        assertThat(ImageSetup.tools(settings))
                .containsExactly(
                        settings.images().simulator(),
                        settings.images().tshark(),
                        ToolImage.SANDBOX.defaultReference());
    }
}
