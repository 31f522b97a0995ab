package dev.interop.cli.archive;

import dev.interop.recording.Recording;
import dev.interop.recording.RecordingStore;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/** Names what in a cell's files could be secret, so that a user decides before the files are given away. */
@API(status = Status.INTERNAL)
public final class Secrets {
    private static final String PRIVATE_KEY = "PRIVATE KEY-----";
    /** Names of variables, apart from the one that every endpoint gets. */
    private static final Pattern VARIABLE =
            Pattern.compile("(?!SSLKEYLOGFILE).*(TOKEN|SECRET|PASS|KEY|AUTH|CREDENTIAL).*", Pattern.CASE_INSENSITIVE);

    private static final int SEARCHED_BYTES = 1 << 20;

    private Secrets() {}

    /** A line for each file or variable that could be secret. */
    public static List<String> in(CellFiles files) {
        var lines = new ArrayList<String>();
        for (var file : files.files()) {
            of(files.folder(), file).ifPresent(it -> lines.add(file + ": " + it));
        }
        if (Files.exists(files.folder().resolve(Recording.FILE))) {
            new RecordingStore()
                    .read(files.folder())
                    .setup()
                    .env()
                    .forEach((role, variables) -> variables.keySet().stream()
                            .filter(it -> VARIABLE.matcher(it).matches())
                            .sorted()
                            .forEach(it -> lines.add("%s: the value of the %s's variable %s"
                                    .formatted(Recording.FILE, role.label(), it))));
        }
        return lines;
    }

    private static Optional<String> of(Path folder, Path file) {
        var name = file.getFileName().toString().toLowerCase(Locale.ROOT);
        if (name.equals("keys.log")) {
            return Optional.of("the keys of the recorded connections");
        }
        if (name.endsWith(".pcap") || name.endsWith(".pcapng")) {
            return Optional.of("every packet, readable with the keys");
        }
        return hasPrivateKey(folder.resolve(file)) ? Optional.of("a private key") : Optional.empty();
    }

    private static boolean hasPrivateKey(Path file) {
        try (var in = Files.newInputStream(file)) {
            return new String(in.readNBytes(SEARCHED_BYTES), StandardCharsets.ISO_8859_1).contains(PRIVATE_KEY);
        } catch (IOException e) {
            return false;
        }
    }
}
