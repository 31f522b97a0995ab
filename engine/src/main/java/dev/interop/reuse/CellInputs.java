package dev.interop.reuse;

import dev.interop.config.Settings;
import dev.interop.plan.Cell;
import dev.interop.recording.ContainerRecord;
import dev.interop.recording.ContainerRole;
import dev.interop.registry.ContractMapping;
import dev.interop.registry.Endpoint;
import dev.interop.registry.Implementation;
import dev.interop.result.CellResult;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.commons.codec.digest.DigestUtils;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/**
 * Digests everything that a cell's result depends on but the seed: the images and registered environment of both
 * endpoints, those of the tools, the test case, the network, the limits, and the engine itself. Safe for use by several
 * threads.
 */
@API(status = Status.INTERNAL)
public final class CellInputs {
    /** Enough that no two inputs of any history have the same digest, and short enough for each of its lines. */
    private static final int DIGITS = 24;

    private final Settings settings;
    private final Function<String, Optional<String>> imageId;
    private final Map<String, String> environment;
    private final CodeDigest code = new CodeDigest();
    private final Map<String, Optional<String>> images = new ConcurrentHashMap<>();
    private final Map<String, Optional<String>> digests = new ConcurrentHashMap<>();

    /**
     * @param imageId image → its id; empty if it is not on this machine
     * @param environment the variables of this process that endpoints get
     */
    public CellInputs(Settings settings, Function<String, Optional<String>> imageId, Map<String, String> environment) {
        this.settings = settings;
        this.imageId = imageId;
        this.environment = Map.copyOf(environment);
    }

    /** The digest; empty if the cell depends on what nobody knows, such as a remote server. */
    public Optional<String> of(Cell cell) {
        return digests.computeIfAbsent(cell.id(), id -> digest(cell));
    }

    /** The digest, if the cell ran with the images that it stands for. */
    public Optional<String> of(Cell cell, CellResult result) {
        return of(cell).filter(it -> ranWith(cell.clientEndpoint(), result, ContainerRole.CLIENT))
                .filter(it -> ranWith(cell.serverEndpoint(), result, ContainerRole.SERVER));
    }

    /** The cell's seed, if the user gave that of the run: another one would be another cell then. */
    public OptionalLong givenSeed(Cell cell) {
        return settings.cells().seed().isPresent() ? OptionalLong.of(cell.seed()) : OptionalLong.empty();
    }

    private boolean ranWith(Endpoint endpoint, CellResult result, ContainerRole role) {
        var ran = result.container(role).flatMap(ContainerRecord::image);
        return ran.isEmpty() || ran.equals(id(endpoint.image()));
    }

    private Optional<String> digest(Cell cell) {
        var client = id(cell.clientEndpoint().image());
        var server = id(cell.serverEndpoint().image());
        if (client.isEmpty() || server.isEmpty() || cell.identity().route().toRemote()) {
            return Optional.empty();
        }
        var texts = new ArrayList<String>();
        texts.add(cell.id());
        texts.add(cell.protocol().scenario(cell.test()).orElse(""));
        texts.add(cell.identity().route().toString());
        texts.add(client.get());
        texts.add(server.get());
        add(texts, cell.clientEndpoint());
        add(texts, cell.serverEndpoint());
        add(texts, cell.client());
        add(texts, cell.server());
        add(texts, cell.test().getClass());
        add(texts, cell.protocol().getClass());
        add(texts, CellInputs.class);
        var tools = settings.images();
        List.of(tools.simulator(), tools.sandbox(), tools.tshark())
                .forEach(it -> texts.add(id(Optional.of(it)).orElse("")));
        if (cell.test().besideTcp()) {
            texts.add(id(tools.iperf()).orElse(""));
        }
        texts.add(settings.execution().limits().toString());
        texts.add(String.valueOf(settings.execution().repetitions()));
        texts.add(new TreeMap<>(settings.cells().runMode().settings()).toString());
        texts.add(new TreeMap<>(environment).toString());
        return Optional.of(digest(texts).substring(0, DIGITS));
    }

    private void add(List<String> texts, Class<?> type) {
        texts.add(type.getName());
        texts.add(code.of(type));
    }

    /** The files that are copied over those of its image. */
    private static void add(List<String> texts, Implementation implementation) {
        texts.add(implementation.mounted().stream()
                .map(it -> it.path() + " " + it.sha256())
                .sorted()
                .toList()
                .toString());
    }

    private static void add(List<String> texts, Endpoint endpoint) {
        texts.add(new TreeMap<>(endpoint.env()).toString());
        texts.add(endpoint.url().orElse(""));
        texts.add(new TreeMap<>(endpoint.settings()).toString());
        add(texts, endpoint.mapping());
    }

    private static void add(List<String> texts, ContractMapping mapping) {
        texts.add(mapping.args().toString());
        texts.add(mapping.path().orElse(""));
        texts.add(mapping.draftEnv().orElse(""));
        texts.add(new TreeMap<>(mapping.cases()).toString());
        var values = new TreeMap<String, String>();
        mapping.values().forEach((name, its) -> values.put(name, new TreeMap<>(its).toString()));
        texts.add(values.toString());
    }

    private Optional<String> id(Optional<String> image) {
        return image.flatMap(it -> images.computeIfAbsent(it, imageId));
    }

    /** The digest of texts, each told from the next. */
    private static String digest(List<String> texts) {
        return DigestUtils.sha256Hex(
                texts.stream().map(it -> it.length() + ":" + it).collect(Collectors.joining()));
    }
}
