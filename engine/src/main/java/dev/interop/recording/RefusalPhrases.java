package dev.interop.recording;

import java.util.List;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/** How implementations say that they do not support a test case, besides exit code 127. */
@API(status = Status.INTERNAL)
public final class RefusalPhrases {
    /** In lower case; one of them is in the line of most implementations. */
    public static final List<String> ALL =
            List.of("unsupported", "not supported", "unknown test", "not implemented", "no test case");

    private RefusalPhrases() {}
}
