package dev.interop.testbed.docker;

import java.time.Duration;
import java.util.Optional;
import java.util.function.Consumer;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/** The output of a container or a command while it is streamed to an {@link OutputSink}. */
@API(status = Status.INTERNAL)
public interface OutputStreaming {
    /** Calls back once nothing more comes, with the reason unless the output came to its end. */
    void whenComplete(Consumer<Optional<Throwable>> action);

    /** Waits until the last bytes have come, and says whether they have. */
    boolean finish(Duration limit);
}
