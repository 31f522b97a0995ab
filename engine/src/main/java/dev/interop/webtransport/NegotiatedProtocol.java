package dev.interop.webtransport;

import dev.interop.recording.ContainerRole;
import dev.interop.recording.DownloadedFile;
import dev.interop.recording.Recording;
import dev.interop.verdict.Check;
import dev.interop.verdict.CheckResult;
import dev.interop.verdict.Evidence;
import dev.interop.verdict.Finding;
import dev.interop.verdict.Location;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.commons.codec.digest.DigestUtils;

/**
 * Checks that an endpoint wrote the session's application protocol to a file: the first protocol in the client's list that
 * the server also offers. The recording has only the file's digest, which is compared with those of all names.
 *
 * @param by the endpoint
 */
record NegotiatedProtocol(ContainerRole by) implements Check {
    private static final String FILE = "negotiated_protocol.txt";
    private static final List<String> LINE_ENDS = List.of("", "\n", "\r\n");

    @Override
    public String rule() {
        return "The " + by.label() + " writes down the protocol that both sides agree on";
    }

    @Override
    public String section() {
        return "draft-ietf-webtrans-http3 §3.3";
    }

    @Override
    public CheckResult examine(Evidence evidence) {
        var recording = evidence.recording();
        var client = offered(recording, ContainerRole.CLIENT);
        var server = offered(recording, ContainerRole.SERVER);
        var agreed = client.stream().filter(server::contains).findFirst();
        if (agreed.isEmpty()) {
            throw new IllegalStateException("the recording has no protocol that both sides were to offer");
        }
        var written = recording.downloaded().stream()
                .filter(it -> it.by() == by && it.path().equals(FILE))
                .findFirst();
        if (written.filter(it -> contains(it, agreed.get())).isPresent()) {
            return new CheckResult.Passed();
        }
        var seen = written.map(it -> seen(it, client, server)).orElse("no " + FILE + " in its /downloads");
        return CheckResult.of(List.of(new Finding(
                rule(),
                section(),
                agreed.get() + ", the first of " + String.join(" ", client) + " that is in " + String.join(" ", server),
                seen,
                Location.ofFile(Recording.FILE))));
    }

    private static List<String> offered(Recording recording, ContainerRole role) {
        return recording.variable(role, WebTransportContract.PROTOCOLS).stream()
                .flatMap(it -> Stream.of(it.split(" ")))
                .toList();
    }

    private static String seen(DownloadedFile written, List<String> client, List<String> server) {
        if (written.kind() != DownloadedFile.Kind.FILE) {
            return FILE + " is not a regular file";
        }
        if (written.size() == 0) {
            return FILE + " is empty";
        }
        return otherOffer(written, client)
                .map(it -> it
                        + (server.contains(it)
                                ? ", which comes later in the client's list"
                                : ", which only the client has"))
                .or(() -> otherOffer(written, server).map(it -> it + ", which only the server has"))
                .orElse(written.size() + " bytes that are not one of the protocols");
    }

    private static Optional<String> otherOffer(DownloadedFile written, List<String> offered) {
        return offered.stream().filter(it -> contains(written, it)).findFirst();
    }

    /** Whether the file has this name, with or without a line end. */
    private static boolean contains(DownloadedFile written, String protocol) {
        return written.kind() == DownloadedFile.Kind.FILE
                && LINE_ENDS.stream().anyMatch(it -> written.sha256().equals(DigestUtils.sha256Hex(protocol + it)));
    }
}
