package endpoint;

import io.netty.handler.codec.quic.BoringSSLKeylog;
import io.netty.handler.codec.quic.QLogConfiguration;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;

/** What the contract wants to have written. */
final class Logs {
    private Logs() {}

    static Optional<BoringSSLKeylog> keyLog(Contract contract) {
        return contract.keyLog().map(file -> (engine, line) -> append(file, line));
    }

    /** A folder: the library names a file of its own for each connection. */
    static Optional<QLogConfiguration> qlog(Contract contract, String role) {
        return contract.qlogFolder().map(folder -> new QLogConfiguration(folder.toString(), role, contract.testcase()));
    }

    private static void append(Path file, String line) {
        try {
            Files.writeString(file, line + "\n", StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
