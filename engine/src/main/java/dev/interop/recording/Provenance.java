package dev.interop.recording;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/**
 * The sources that an image was built from, read from its labels. The labels of the OCI image specification are used
 * where it defines one, so that third-party images work as well. Label values are untrusted and must be escaped.
 *
 * @param repository the repository of the sources; empty for a folder on this machine
 * @param ref the requested branch, tag or commit; empty for a folder on this machine
 * @param commit the commit; empty if the sources are in no repository
 * @param dirty whether the sources differ from the commit
 * @param built the build time in ISO 8601; empty if unknown
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
@API(status = Status.EXPERIMENTAL)
public record Provenance(
        @JsonSetter(nulls = Nulls.AS_EMPTY) String repository,
        @JsonSetter(nulls = Nulls.AS_EMPTY) String ref,
        @JsonSetter(nulls = Nulls.AS_EMPTY) String commit,
        boolean dirty,
        @JsonSetter(nulls = Nulls.AS_EMPTY) String built) {
    private static final String SOURCE = "org.opencontainers.image.source";
    private static final String VERSION = "org.opencontainers.image.version";
    private static final String REVISION = "org.opencontainers.image.revision";
    private static final String CREATED = "org.opencontainers.image.created";
    private static final String DIRTY = "dev.interop.source.dirty";
    private static final int SHORT_COMMIT = 10;
    private static final int LONGEST = 300;
    private static final String USER = "^([A-Za-z][A-Za-z0-9+.-]*://)[^/]*@";

    public Provenance {
        // A user name and a password in the URL must not get into published results.
        repository = repository.replaceFirst(USER, "$1");
    }

    /** Returns a copy with this build time. */
    public Provenance at(Instant time) {
        return new Provenance(repository, ref, commit, dirty, time.toString());
    }

    /** Returns the labels for an image. */
    public Map<String, String> labels() {
        var labels = new LinkedHashMap<String, String>();
        labels.put(SOURCE, repository);
        labels.put(VERSION, ref);
        labels.put(REVISION, commit);
        labels.put(CREATED, built);
        labels.put(DIRTY, String.valueOf(dirty));
        return labels;
    }

    /** Reads an image's labels. The result is empty unless they name a commit or a build of this project. */
    public static Optional<Provenance> of(Map<String, String> labels) {
        if (!labels.containsKey(REVISION) && !labels.containsKey(DIRTY)) {
            return Optional.empty();
        }
        return Optional.of(new Provenance(
                label(labels, SOURCE),
                label(labels, VERSION),
                label(labels, REVISION),
                "true".equals(labels.get(DIRTY)),
                label(labels, CREATED)));
    }

    private static String label(Map<String, String> labels, String name) {
        var value = labels.getOrDefault(name, "");
        return value.length() > LONGEST ? value.substring(0, LONGEST) + "…" : value;
    }

    /** Short text for display: {@code main@1a2b3c4d5e}, with {@code +} if the sources differ from the commit. */
    @JsonIgnore
    public String text() {
        var at = commit.isEmpty() ? "no commit" : commit.substring(0, Math.min(SHORT_COMMIT, commit.length()));
        return (ref.isEmpty() ? "" : ref + "@") + at + (dirty ? "+" : "");
    }

    /** Full text for display: {@code https://git.example/x, main, commit 1a2b3c4d5e6f…, with changes}. */
    @JsonIgnore
    public String whole() {
        return Stream.of(
                        repository,
                        ref,
                        commit.isEmpty() ? "no commit" : "commit " + commit,
                        dirty ? "with changes" : "")
                .filter(it -> !it.isEmpty())
                .collect(Collectors.joining(", "));
    }
}
