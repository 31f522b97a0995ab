package endpoint;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What the environment asks for. */
record Contract(String testcase, List<URI> urls, Optional<Path> keyLog, Optional<Path> qlogFolder) {
    static Contract of(Map<String, String> environment) {
        List<URI> urls = Arrays.stream(environment.getOrDefault("REQUESTS", "").trim().split("\\s+"))
                .filter(url -> !url.isEmpty())
                .map(URI::create)
                .toList();
        return new Contract(
                environment.get("TESTCASE"), urls, path(environment, "SSLKEYLOGFILE"), path(environment, "QLOGDIR"));
    }

    /** Runs a client and ends the program with the exit code of the contract. */
    static void runClient(Task client) {
        int status;
        try {
            client.run(of(System.getenv()));
            status = 0;
        } catch (Exception failure) {
            System.err.println("failed: " + failure);
            status = 1;
        }
        // Libraries keep threads that are no daemons.
        System.exit(status);
    }

    /** The start script writes a line when the simulator runs; until then the JVM has time to start. */
    static void awaitSimulator() throws IOException {
        if (System.in.read() < 0) {
            throw new IOException("the simulator did not start");
        }
    }

    boolean is(String name) {
        return testcase.equals(name);
    }

    String alpn() {
        return is("http3") ? "h3" : "hq-interop";
    }

    static int port(URI url) {
        return url.getPort() < 0 ? 443 : url.getPort();
    }

    private static Optional<Path> path(Map<String, String> environment, String variable) {
        return Optional.ofNullable(environment.get(variable))
                .filter(value -> !value.isEmpty())
                .map(Path::of);
    }

    /** What a client does. */
    interface Task {
        void run(Contract contract) throws Exception;
    }
}
