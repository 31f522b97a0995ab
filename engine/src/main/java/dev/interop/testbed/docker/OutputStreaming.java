package dev.interop.testbed.docker;

import java.time.Duration;
import java.util.Optional;
import java.util.function.Consumer;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/** The output of a container or a command while it is streamed to an {@link OutputSink}. */
@API(status = Status.INTERNAL)
public interface OutputStreaming {
    /** Calls back once the output has ended, with the failure if it was broken off. */
    void whenComplete(Consumer<Optional<Throwable>> action);

    /** Waits until the last bytes have come; false if they have not within the limit. */
    boolean finish(Duration limit);
}
