package dev.interop.run;

import dev.interop.config.ExecutionParameters;
import dev.interop.config.MatrixParameters;
import dev.interop.config.OutputParameters;
import dev.interop.config.ParameterSource;
import dev.interop.config.Settings;
import dev.interop.listener.RunListener;
import dev.interop.verdict.Verdict;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * MoQT clients of one image, whose behaviour depends on an environment variable, and aiomoqt's unmodified client.
 *
 * @param image the image
 * @param variable the variable that selects the behaviour
 * @param behaviours the values of the variable; also the clients' names
 */
record RealClients(String image, String variable, List<String> behaviours) {
    private static final String AIOMOQT = """
            "aiomoqt": {"moqt": {"draft_versions": ["draft-18"], "roles": ["client", "relay"],
              "image": "localhost/interop/aiomoqt:local", "draft_env": "DRAFT"}}""";

    /** Runs each client in a test case against aiomoqt's relay, in real containers. */
    Map<String, Verdict> run(Path folder, String test, List<RunListener> listeners) throws IOException {
        return run(folder, test, "each", listeners);
    }

    /** Runs each client in a test case. With {@code all}, each client runs all its test cases in one cell. */
    Map<String, Verdict> run(Path folder, String test, String cases, List<RunListener> listeners) throws IOException {
        var registry = registry(folder);
        var verdicts = new HashMap<String, Verdict>();
        new RealRun(folder, out -> settings(registry, folder, out, test, cases), listeners)
                .of(it -> true)
                .values()
                .forEach(it -> verdicts.put(it.result().client(), it.result().verdict()));
        return verdicts;
    }

    private static Settings settings(Path registry, Path folder, Path out, String test, String cases) {
        var parameters = Map.of(
                MatrixParameters.REGISTRY,
                registry.toString(),
                MatrixParameters.PROTOCOL,
                "moqt",
                MatrixParameters.TESTS,
                test,
                MatrixParameters.TRANSPORT,
                "quic",
                OutputParameters.OUT,
                out.toString(),
                ExecutionParameters.CACHE,
                folder.resolve("cache").toString());
        return Settings.read(
                ParameterSource.byKey(key -> Optional.of(cases).filter(it -> key.equals("interop.moqt.cases")))
                        .or(parameter -> Optional.ofNullable(parameters.get(parameter))));
    }

    private Path registry(Path folder) throws IOException {
        var clients = behaviours.stream().map(behaviour -> """
                "%1$s": {"moqt": {"draft_versions": ["draft-18"], "roles": ["client"],
                  "image": "%2$s", "env": {"%3$s": "%1$s"}}}""".formatted(behaviour, image, variable));
        return Files.writeString(
                folder.resolve("registry.json"),
                Stream.concat(clients, Stream.of(AIOMOQT))
                        .collect(Collectors.joining(",\n", "{\"version\": \"2.0\", \"implementations\": {", "}}")));
    }
}
