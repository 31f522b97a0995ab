package com.example.echo;

import dev.interop.protocol.Contract;
import dev.interop.protocol.EndpointPairing;
import dev.interop.protocol.EndpointSetup;
import dev.interop.protocol.EndpointSetup.Folder;
import dev.interop.protocol.EndpointSetup.Use;
import dev.interop.protocol.ServerAddress;
import dev.interop.registry.Endpoint;
import dev.interop.registry.Role;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What endpoints of the echo protocol are told, and where they leave files. */
final class EchoContract implements Contract {
    /** The variable with the words that a caller is to send. */
    static final String WORDS = "WORDS";

    /** Where a caller writes the answer, below {@code /downloads}. */
    static final String ANSWER = "answer.txt";

    private static final String DEFAULT_ATTEMPTS = "20";

    @Override
    public ServerAddress server() {
        return new ServerAddress("server", 7);
    }

    /** Nothing waits for the answerer: the caller tries again. */
    @Override
    public boolean answersQuic() {
        return false;
    }

    /** Both images call {@code /setup.sh}, and the caller waits for the simulator. */
    @Override
    public NetworkSetup networkSetup() {
        return NetworkSetup.ENDPOINT;
    }

    /** No files are fetched. */
    @Override
    public List<String> requests(EndpointPairing pairing) {
        return List.of();
    }

    @Override
    public EndpointSetup client(EndpointPairing pairing) {
        var attempts = pairing.client().settings().getOrDefault(EchoProtocol.ATTEMPTS, DEFAULT_ATTEMPTS);
        return setup(
                EchoProtocol.CALLER,
                pairing.client(),
                pairing.clientTestcase(),
                Map.of(WORDS, words(pairing.seed()), "ATTEMPTS", attempts),
                List.of(new Folder("/logs", Use.LOGS), new Folder("/downloads", Use.DOWNLOADS)));
    }

    @Override
    public EndpointSetup server(EndpointPairing pairing) {
        return setup(
                EchoProtocol.ANSWERER,
                pairing.server(),
                pairing.serverTestcase(),
                Map.of(),
                List.of(new Folder("/logs", Use.LOGS)));
    }

    private static EndpointSetup setup(
            Role role, Endpoint endpoint, String testcase, Map<String, String> more, List<Folder> folders) {
        var env = new HashMap<>(endpoint.env());
        env.put("ROLE", role.label());
        env.put("TESTCASE", testcase);
        env.putAll(more);
        return new EndpointSetup(env, List.of(), folders);
    }

    /** Other words in each cell, and the same ones when it is run again with its seed. */
    private static String words(long seed) {
        return "hello " + Long.toHexString(seed);
    }
}
