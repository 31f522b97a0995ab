package dev.interop.report.allure;

import dev.interop.protocol.TestCase;
import dev.interop.report.FailureCard;
import dev.interop.result.CellResult;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/**
 * A cell and what else its page tells.
 *
 * @param cell the cell
 * @param run the folder of its run
 * @param protocol the protocol, for people
 * @param test its test case, where it is still known
 * @param card why it is not green
 * @param since since when it comes out so, if earlier runs are known
 * @param urls implementation → where it is at home
 */
@API(status = Status.INTERNAL)
public record AllureCell(
        CellResult cell,
        Path run,
        String protocol,
        Optional<TestCase> test,
        FailureCard card,
        Optional<String> since,
        Map<String, String> urls) {
    public AllureCell {
        urls = Map.copyOf(urls);
    }

    /** The same for the same cell in each run, so that links to its page stay. */
    static String uuid(String cellId) {
        return UUID.nameUUIDFromBytes(cellId.getBytes(StandardCharsets.UTF_8)).toString();
    }

    /** What Allure 3 calls the page of a cell: the MD5 of the result's uuid. */
    public static String page(String cellId) {
        try {
            var md5 = MessageDigest.getInstance("MD5");
            return HexFormat.of().formatHex(md5.digest(uuid(cellId).getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has MD5", e);
        }
    }

    /** The folder with what the cell left; empty when it was not run. */
    Optional<Path> recording() {
        return Optional.of(cell.logs()).filter(it -> !it.isEmpty()).map(run::resolve);
    }

    /** The letter of its test case, the name where there is none. */
    String letter() {
        return test.map(TestCase::letter).orElse(cell.test());
    }

    /** Protocol, client and server: its place in the tree. */
    List<String> path() {
        return List.of(protocol, "client " + cell.client(), "server " + cell.server());
    }
}
