package dev.interop.quic;

import static dev.interop.quic.Checks.alpn;
import static dev.interop.quic.Checks.downloadedFiles;
import static dev.interop.quic.Checks.handshakes;
import static dev.interop.quic.Checks.version;

import dev.interop.protocol.TestFile;
import dev.interop.verdict.Check;
import java.util.List;
import java.util.stream.Stream;

/** A test case that transfers one file over one connection of version 1, and may have checks of its own. */
interface FileTransfer extends QuicTestCase {
    /** The file's size in bytes. */
    long size();

    /** The checks beyond those of every such transfer. */
    default List<Check> ownChecks() {
        return List.of();
    }

    @Override
    default String clientTestcase() {
        return "transfer";
    }

    @Override
    default List<TestFile> files() {
        return List.of(TestFile.ofSize(size()));
    }

    @Override
    default List<Check> checks() {
        return Stream.of(
                        List.of(downloadedFiles(), version(QUIC_V1), handshakes(1)),
                        ownChecks(),
                        List.of(alpn(HQ_INTEROP)))
                .flatMap(List::stream)
                .toList();
    }
}
