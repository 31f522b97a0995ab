package dev.interop.testbed.cell;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(20)
class OutputFeedTest {
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final AtomicInteger calls = new AtomicInteger();

    @AfterEach
    void endThreads() {
        threads.shutdownNow();
    }

    @Test
    void anErrorOfAListenerEndsItsCallsAndIsThrownAtTheEnd() {
        var error = new NoSuchMethodError("gone");
        var feed = feed(error);

        assertThatThrownBy(feed::drain)
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("gone")
                .hasCause(error);
        assertThat(calls).hasValue(1);
    }

    @Test
    void anExceptionOfAListenerIsThrownAsItIs() {
        var exception = new IllegalArgumentException("no report");

        assertThatThrownBy(feed(exception)::drain).isSameAs(exception);
    }

    /** The listener would otherwise hold up the container, whose output has a limit of 64 MiB that wait. */
    @Test
    void outputAfterAnErrorDoesNotWaitForRoom() {
        var feed = feed(new StackOverflowError("deep"));
        var mebibyte = new byte[1 << 20];

        for (int i = 0; i < 70; i++) {
            feed.add(mebibyte);
        }

        assertThatThrownBy(feed::drain).hasMessageContaining("deep");
    }

    private OutputFeed feed(Throwable thrown) {
        Consumer<byte[]> listener = bytes -> {
            calls.incrementAndGet();
            OutputFeedTest.<RuntimeException>sneak(thrown);
        };
        var feed = new OutputFeed(threads, listener);
        feed.add(new byte[1]);
        feed.add(new byte[1]);
        return feed;
    }

    @SuppressWarnings("unchecked")
    private static <T extends Throwable> void sneak(Throwable thrown) throws T {
        throw (T) thrown;
    }
}
