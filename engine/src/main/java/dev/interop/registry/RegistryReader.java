package dev.interop.registry;

import com.fasterxml.jackson.core.JsonPointer;
import com.networknt.schema.SchemaException;
import dev.interop.Printable;
import dev.interop.ProtocolVersion;
import dev.interop.UserError;
import dev.interop.registry.RegistryFormat.BadEntry;
import dev.interop.registry.SchemaCheck.Misfit;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/**
 * Reads registry files of three formats: our own, which serves all protocols, the public QUIC runner's and the public
 * MoQT runner's. The format is detected from the file's content.
 *
 * <p>An entry that is wrong is left out and reported in {@link Registry#problems()}; a file that cannot be read at all,
 * or two entries of one name, are {@link UserError}s.
 */
@API(status = Status.INTERNAL)
public final class RegistryReader {
    private static final String WEBTRANSPORT = "webtransport";

    private final List<RegistrySection> sections;
    private final String protocol;

    /**
     * Creates a reader that assumes QUIC for files of the QUIC runner's format whose names do not name the protocol.
     *
     * @param sections the protocols' sections in files of our own format
     */
    public RegistryReader(List<RegistrySection> sections) {
        this(sections, "quic");
    }

    /**
     * @param sections the protocols' sections in files of our own format
     * @param protocol the protocol of the run: assumed for files of the QUIC runner's format whose names do not name
     *     the protocol; QUIC if that runner does not support it
     */
    public RegistryReader(List<RegistrySection> sections, String protocol) {
        this.sections = List.copyOf(sections);
        this.protocol = protocol.equals(WEBTRANSPORT) ? WEBTRANSPORT : "quic";
    }

    /**
     * Reads one or several files. Later ones add to earlier ones; the last {@code current_target} counts.
     *
     * @throws UserError when a file cannot be read, or two entries of one protocol have the same name
     */
    public Registry read(List<Path> files) {
        return read(files, List.of());
    }

    /**
     * Like {@link #read(List)}, with further files over these: their entries are added, or take the place of those of the
     * same name and protocol.
     */
    public Registry read(List<Path> files, List<Path> extra) {
        var found = new LinkedHashMap<String, Implementation>();
        var problems = new ArrayList<RegistryProblem>();
        var unread = new ArrayList<UnreadField>();
        var target = Optional.<ProtocolVersion>empty();
        for (var path : Stream.concat(files.stream(), extra.stream()).toList()) {
            var part = read(RegistryFile.read(path));
            if (extra.contains(path)) {
                var above = new LinkedHashMap<String, Implementation>();
                part.implementations().forEach(it -> add(above, it));
                found.putAll(above);
            } else {
                part.implementations().forEach(it -> add(found, it));
            }
            problems.addAll(part.problems());
            unread.addAll(part.unread());
            target = part.currentTarget().isPresent() ? part.currentTarget() : target;
        }
        return new Registry(List.copyOf(found.values()), target, problems, unread);
    }

    /**
     * Whether a file is a registry: by its name, or because it has entries of one of the formats. A file with another
     * name that is no JSON is none.
     */
    public static boolean isRegistry(Path file) {
        var name = file.getFileName().toString();
        if (!Files.isRegularFile(file) || !name.endsWith(".json")) {
            return false;
        }
        if (name.startsWith("implementations")) {
            return true;
        }
        try {
            var root = RegistryFile.read(file).root();
            return root.path("implementations").isObject()
                    || !root.isEmpty()
                            && root.properties().stream()
                                    .filter(it -> !isComment(it.getKey()))
                                    .allMatch(it -> it.getValue().has("image")
                                            && it.getValue().has("role"));
        } catch (UserError noRegistry) {
            return false;
        }
    }

    private static boolean isComment(String key) {
        return key.startsWith("$") || key.startsWith("_");
    }

    private static void add(Map<String, Implementation> found, Implementation it) {
        var before = found.putIfAbsent(it.protocol() + "/" + it.name(), it);
        if (before != null) {
            throw new UserError("%s: '%s' is registered for %s at %s already; give one of them another name"
                    .formatted(it.origin(), it.name(), it.protocol(), before.origin()));
        }
    }

    private Registry read(RegistryFile file) {
        var format = format(file);
        var problems = new ArrayList<RegistryProblem>();
        for (var misfit : misfits(file, format)) {
            problems.add(problem(file, format, misfit));
        }
        var found = new ArrayList<Implementation>();
        for (var entry : file.root().at(format.entries()).properties()) {
            var key = entry.getKey();
            if (isComment(key) || isWrong(key, problems)) {
                continue;
            }
            var pointer = format.entries() + "/" + key;
            try {
                found.addAll(format.implementations(key, entry.getValue(), file.origin(pointer)));
            } catch (BadEntry e) {
                problems.add(new RegistryProblem(file.origin(pointer + e.where()), key, e.getMessage()));
            }
        }
        return new Registry(found, format.currentTarget(file.root()), problems, UnreadFields.of(file, format));
    }

    private List<Misfit> misfits(RegistryFile file, RegistryFormat format) {
        try {
            return new SchemaCheck(format.schema()).misfits(file.root());
        } catch (SchemaException e) {
            throw new UserError(
                    sections.stream()
                            .flatMap(it -> it
                                    .problem()
                                    .map(problem ->
                                            "the schema of section '%s' is invalid: %s".formatted(it.name(), problem))
                                    .stream())
                            .findFirst()
                            .orElseGet(() -> "the registry's schema is invalid: " + Printable.of(e.getMessage())),
                    e);
        }
    }

    private static boolean isWrong(String key, List<RegistryProblem> problems) {
        return problems.stream().anyMatch(it -> it.entry().equals(key));
    }

    private static RegistryProblem problem(RegistryFile file, RegistryFormat format, Misfit misfit) {
        var below = JsonPointer.compile(
                misfit.pointer().startsWith(format.entries())
                        ? misfit.pointer().substring(format.entries().length())
                        : "");
        var entry = below.matches() ? "" : below.getMatchingProperty();
        return new RegistryProblem(file.origin(misfit.pointer()), entry, misfit.message());
    }

    private RegistryFormat format(RegistryFile file) {
        if (!file.root().has("implementations")) {
            return new QuicRunnerFormat(protocolOf(file.path()));
        }
        var version = file.root().path("version").asText("2.0");
        if (version.startsWith("2.")) {
            return new OwnFormat(sections);
        }
        if (version.startsWith("1.")) {
            return new MoqtRunnerFormat(sections);
        }
        throw new UserError("%s: version '%s' is not known; write \"2.0\", or \"1.1\" for the MoQT runner's format"
                .formatted(file.origin("/version"), Printable.of(version)));
    }

    /** Returns the protocol that a file's name stands for, as the QUIC runner does for its two registries. */
    private String protocolOf(Path path) {
        var name = path.getFileName().toString();
        if (name.contains(WEBTRANSPORT)) {
            return WEBTRANSPORT;
        }
        return name.contains("quic") ? "quic" : protocol;
    }
}
