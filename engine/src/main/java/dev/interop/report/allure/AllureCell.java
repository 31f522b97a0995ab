package dev.interop.report.allure;

import dev.interop.protocol.PublishedFile;
import dev.interop.protocol.TestCase;
import dev.interop.report.FailureCard;
import dev.interop.result.CellResult;
import dev.interop.verdict.Outcome;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.commons.codec.digest.DigestUtils;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/**
 * A cell and the further data of its page.
 *
 * @param cell the cell
 * @param run the folder of its run
 * @param runBegan when its run began
 * @param protocol the protocol's display name
 * @param files the files that its protocol publishes
 * @param test its test case, if it still exists
 * @param card the explanation of its failure
 * @param urls implementation → the URL of its home page
 * @param context what is known of it from elsewhere
 */
@API(status = Status.INTERNAL)
public record AllureCell(
        CellResult cell,
        Path run,
        Instant runBegan,
        String protocol,
        List<PublishedFile> files,
        Optional<TestCase> test,
        FailureCard card,
        Map<String, String> urls,
        CellContext context) {
    public AllureCell {
        files = List.copyOf(files);
        urls = Map.copyOf(urls);
    }

    /** The uuid of the result: equal for the same cell in each run, so that links to its page stay valid. */
    static String uuid(String cellId) {
        return UUID.nameUUIDFromBytes(cellId.getBytes(StandardCharsets.UTF_8)).toString();
    }

    /** Allure 3's name for the page of a cell: the MD5 of the result's uuid. */
    public static String page(String cellId) {
        return DigestUtils.md5Hex(uuid(cellId));
    }

    /** The outcomes of all attempts in words; empty if there was only one. */
    Optional<String> attempts() {
        var earlier = context.earlier();
        return earlier.isEmpty()
                ? Optional.empty()
                : Optional.of(
                        Stream.concat(earlier.stream(), Stream.of(cell.verdict().outcome()))
                                .map(Outcome::label)
                                .collect(Collectors.joining(", then ")));
    }

    /** The recording's folder; empty if the cell was not run. */
    Optional<Path> recording() {
        return Optional.of(cell.logs()).filter(it -> !it.isEmpty()).map(run::resolve);
    }

    /** The letter of its test case, or its name if it has no letter. */
    String letter() {
        return test.map(TestCase::letter).orElse(cell.test());
    }

    /** Protocol, client and server: the path in the tree. */
    List<String> path() {
        return List.of(protocol, "client " + cell.client(), "server " + cell.server());
    }
}
