package dev.interop.tap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class TapTest {

    private static final String TEXT = "TAP version 14\n1..1\n# späť 日本 \uD83D\uDE00\nok 1 - a\n  ---\n  b: 1\n  ...\n";

    private final List<TapEvent> events = new ArrayList<>();

    @Test
    void everySourceGivesTheSameEvents() throws IOException {
        List<TapEvent> expected = Recorded.of(TEXT.strip().split("\n")).events();

        Tap.parse(new ByteArrayInputStream(TEXT.getBytes(StandardCharsets.UTF_8)), TapOptions.lenient(), events::add);
        assertThat(events).isEqualTo(expected);
        events.clear();
        Tap.parse(new StringReader(TEXT), TapOptions.lenient(), events::add);
        assertThat(events).isEqualTo(expected);
        events.clear();
        Tap.parse(TEXT.lines().iterator(), TapOptions.lenient(), events::add);
        assertThat(events).isEqualTo(expected);
    }

    @Test
    void aReaderMaySplitSurrogates() throws IOException {
        Reader oneByOne = new StringReader(TEXT) {
            @Override
            public int read(char[] buffer) throws IOException {
                return read(buffer, 0, 1);
            }
        };
        Tap.parse(oneByOne, TapOptions.lenient(), events::add);

        assertThat(events).isEqualTo(Recorded.of(TEXT.strip().split("\n")).events());
    }

    @Test
    void aLoneSurrogateIsReplaced() throws IOException {
        Tap.parse(new StringReader("ok 1 - \uD83D"), TapOptions.lenient(), events::add);

        assertThat(events.get(0))
                .isInstanceOfSatisfying(
                        TapEvent.Point.class,
                        point -> assertThat(point.description()).isEqualTo("\uFFFD"));
    }

    @Test
    void aLoneSurrogateDoesNotReachIntoTheNextLine() {
        Tap.parse(List.of("ok 1 - \uD83D", "\uDE00", "ok 2 - a").iterator(), TapOptions.lenient(), events::add);

        assertThat(events).filteredOn(TapEvent.Point.class::isInstance).hasSize(2);
        assertThat(events.get(0).raw()).isEqualTo("ok 1 - \uFFFD");
        assertThat(events.get(1).raw()).isEqualTo("\uFFFD");
    }

    @Test
    void aFailingSourceIsTheOnlyThingThatThrows() {
        InputStream broken = new InputStream() {
            @Override
            public int read() throws IOException {
                throw new IOException("unplugged");
            }
        };

        assertThatThrownBy(() -> Tap.parse(broken, TapOptions.lenient(), events::add))
                .isInstanceOf(IOException.class)
                .hasMessage("unplugged");
    }
}
