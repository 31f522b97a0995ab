package dev.interop.tap;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Rule R21. */
class ContainerLogFilterTest {

    private static final String LOG = String.join(
            "\n",
            " Container interop-client-1  Created",
            "Attaching to client-1, relay-1",
            "relay-1   | not ok 99 - not the client's",
            "client-1  | TAP version 14",
            "client-1  | 1..1",
            "client-1  |     ok 1 - inner",
            "client-1  |     1..1",
            "client-1  | ok 1 - outer",
            "client-1  | ",
            "client-1  |",
            "client-1 exited with code 0",
            "client-10");

    private final ByteArrayOutputStream service = new ByteArrayOutputStream();
    private final ByteArrayOutputStream others = new ByteArrayOutputStream();

    private String filter(String name, String log, int chunk) {
        service.reset();
        others.reset();
        ContainerLogFilter filter = new ContainerLogFilter(name, service::write, others::write);
        byte[] bytes = log.getBytes(StandardCharsets.UTF_8);
        for (int at = 0; at < bytes.length; at += chunk) {
            filter.feed(bytes, at, Math.min(chunk, bytes.length - at));
        }
        filter.finish();
        return service.toString(StandardCharsets.UTF_8);
    }

    @Test
    void theServicesLinesKeepTheirIndentation() {
        assertThat(filter("client", LOG, 1_000))
                .isEqualTo("TAP version 14\n1..1\n    ok 1 - inner\n    1..1\nok 1 - outer\n\n\n");
    }

    @Test
    void otherLinesArePassedOnUnchanged() {
        filter("client", LOG, 1_000);

        assertThat(others.toString(StandardCharsets.UTF_8))
                .startsWith(" Container interop-client-1  Created\n")
                .contains("relay-1   | not ok 99 - not the client's\n")
                .endsWith("client-1 exited with code 0\nclient-10");
    }

    @Property
    void chunksMakeNoDifference(@ForAll @IntRange(min = 1, max = 50) int chunk) {
        String whole = filter("client", LOG, 1_000);
        String rest = others.toString(StandardCharsets.UTF_8);

        assertThat(filter("client", LOG, chunk)).isEqualTo(whole);
        assertThat(others.toString(StandardCharsets.UTF_8)).isEqualTo(rest);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "client  | ok 1",
                "client-1  | ok 1",
                "client_12 | ok 1",
                "client-1| ok 1",
                "client-1 |ok 1",
                "\u001B[36mclient-1  | \u001B[0mok 1",
                "\u001B[36mclient-1  |\u001B[0m ok 1",
                "\u001B[1;36mclient-1\u001B[0m  | ok 1"
            })
    void aLineWithTheServicesPrefixIsPassedOn(String line) {
        assertThat(filter("client", line + "\n", 1)).isEqualTo("ok 1\n");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "client2  | ok 1",
                "client-a  | ok 1",
                "client-  | ok 1",
                "clien  | ok 1",
                "my-client-1  | ok 1",
                "  client-1  | ok 1",
                "client-1  ok 1",
                "\u001B]0;client-1  | ok 1",
                "ok 1"
            })
    void aLineWithoutTheServicesPrefixIsDropped(String line) {
        assertThat(filter("client", line + "\n", 1)).isEmpty();
        assertThat(others.toString(StandardCharsets.UTF_8)).isEqualTo(line + "\n");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            ignoreLeadingAndTrailingWhitespace = false,
            value = {"c |  x; x", "c |x;x", "c | \u001B[32mx;\u001B[32mx", "c | a | b;a | b"})
    void noMoreThanOneSpaceIsDropped(String line, String content) {
        assertThat(filter("c", line, 1)).isEqualTo(content);
    }

    @Test
    void aLongPrefixThatNeverEndsIsNotKept() {
        String line = "client" + " ".repeat(10_000) + "| ok 1\n";

        assertThat(filter("client", line, 7)).isEmpty();
        assertThat(others.toString(StandardCharsets.UTF_8)).isEqualTo(line);
    }

    @Test
    void theFilterFeedsAParser() {
        TapParser parser = new TapParser(TapOptions.lenient(), event -> {});
        ContainerLogFilter filter = new ContainerLogFilter("client", parser::feed);
        filter.feed(LOG.getBytes(StandardCharsets.UTF_8));
        filter.finish();

        assertThat(parser.finish().ok()).isTrue();
    }
}
