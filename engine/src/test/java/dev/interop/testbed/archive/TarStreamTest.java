package dev.interop.testbed.archive;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.junit.jupiter.api.Test;

class TarStreamTest {
    @Test
    void theArchiveContainsTheGivenFiles() throws IOException {
        var large = "0123456789".repeat(30_000);
        var stream = new TarStream(List.of(
                TarSource.folder("www", 0777),
                TarSource.text("www/small", "content"),
                TarSource.text("www/" + "n".repeat(250), large).ownedBy(65534),
                TarSource.text("www/empty", "")));

        var found = new ArrayList<String>();
        try (var tar = new TarArchiveInputStream(new ByteArrayInputStream(stream.readAllBytes()))) {
            for (var entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
                var text = new String(tar.readAllBytes(), StandardCharsets.UTF_8);
                found.add(entry.getName() + " " + Integer.toOctalString(entry.getMode() & 0777) + " "
                        + entry.getLongUserId() + " " + text);
            }
        }

        assertThat(found)
                .containsExactly(
                        "www/ 777 0 ",
                        "www/small 644 0 content",
                        "www/" + "n".repeat(250) + " 644 65534 " + large,
                        "www/empty 644 0 ");
    }
}
