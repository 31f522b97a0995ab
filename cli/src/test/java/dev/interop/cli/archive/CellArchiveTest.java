package dev.interop.cli.archive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.interop.UserError;
import dev.interop.testbed.archive.TarSource;
import dev.interop.testbed.archive.TarStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CellArchiveTest {
    private static final String LOGS = "quic/logs/nginx_kwik/transfer";

    @TempDir
    Path folder;

    private Path recording() throws IOException {
        var recording = Files.createDirectories(folder.resolve("run").resolve(LOGS));
        Files.createDirectories(recording.resolve("client"));
        Files.writeString(recording.resolve("output.txt"), "client | hello\n");
        Files.writeString(recording.resolve("client/keys.log"), "CLIENT_RANDOM");
        Files.createSymbolicLink(recording.resolve("client/link"), Path.of("/etc/passwd"));
        return recording;
    }

    private Path write() throws IOException {
        var line = Files.writeString(folder.resolve("line"), "{}\n");
        var file = folder.resolve("cell.tar.gz");
        CellArchive.write(file, "# page\n", line, LOGS, CellFiles.in(recording()));
        return file;
    }

    @Test
    void anArchiveHoldsPageResultAndRecordingAndNoLinks() throws IOException {
        try (var unpacked = UnpackedArchive.of(write())) {
            assertThat(unpacked.folder().resolve("README.md")).hasContent("# page");
            assertThat(unpacked.folder().resolve("cells.jsonl")).hasContent("{}");
            assertThat(unpacked.folder().resolve(LOGS + "/output.txt")).hasContent("client | hello");
            assertThat(unpacked.folder().resolve(LOGS + "/client/keys.log")).hasContent("CLIENT_RANDOM");
            assertThat(unpacked.folder().resolve(LOGS + "/client/link")).doesNotExist();
            assertThat(unpacked.leftOut()).isEmpty();
        }
    }

    @Test
    void nothingIsLeftOfAnUnpackedArchive() throws IOException {
        var unpacked = UnpackedArchive.of(write());

        unpacked.close();

        assertThat(unpacked.folder()).doesNotExist();
    }

    @Test
    void anExistingFileIsNotReplaced() throws IOException {
        var file = write();

        assertThatThrownBy(() -> CellArchive.write(file, "", file, LOGS, new CellFiles(folder, List.of())))
                .isInstanceOf(UserError.class)
                .hasMessageContaining("exists; name another file with --file");
    }

    @Test
    void aFileThatIsNoArchiveIsRefusedInOneLine() throws IOException {
        var file = Files.writeString(folder.resolve("x"), "no archive");

        assertThatThrownBy(() -> UnpackedArchive.of(file))
                .isInstanceOf(UserError.class)
                .hasMessageContaining("is no archive of a cell")
                .hasMessageNotContaining("\n");
    }

    @Test
    void anArchiveOfAStrangerWritesOnlyBelowItsFolder() throws IOException {
        var file = folder.resolve("hostile.tar.gz");
        try (var out = new GZIPOutputStream(Files.newOutputStream(file));
                var tar = new TarStream(
                        List.of(TarSource.text("top/../../escaped", "x"), TarSource.text("top/fine", "x")))) {
            tar.transferTo(out);
        }

        try (var unpacked = UnpackedArchive.of(file)) {
            try (var files = Files.list(unpacked.folder())) {
                assertThat(files).containsExactly(unpacked.folder().resolve("fine"));
            }
            assertThat(unpacked.folder().resolveSibling("escaped")).doesNotExist();
            assertThat(unpacked.leftOut()).hasSizeGreaterThanOrEqualTo(1);
        }
    }

    @Test
    void whatCouldBeSecretIsNamed() throws IOException {
        var recording = recording();
        Files.createDirectories(recording.resolve("sim"));
        Files.writeString(recording.resolve("sim/trace_node_left.pcap"), "");
        Files.writeString(recording.resolve("client/server.pem"), "-----BEGIN PRIVATE KEY-----\n");

        assertThat(Secrets.in(CellFiles.in(recording)))
                .containsExactly(
                        "client/keys.log: the keys of the recorded connections",
                        "client/server.pem: a private key",
                        "sim/trace_node_left.pcap: every packet, readable with the keys");
    }
}
