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
 * Which sources an image was built from. Carried by the image as labels, those of the OCI image specification where it
 * has one, so that images of others tell theirs too. What these say is their own word, and as such to be escaped.
 *
 * @param repository where the sources came from; empty for a folder of this machine
 * @param ref the branch, tag or commit that was asked for; empty for a folder of this machine
 * @param commit the commit; empty where the sources are in no repository
 * @param dirty whether the sources differ from the commit
 * @param built when the image was built, ISO 8601; empty where it does not say
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
        // A name and a password are for fetching, not for results that others read.
        repository = repository.replaceFirst(USER, "$1");
    }

    /** The same, built at this time. */
    public Provenance at(Instant time) {
        return new Provenance(repository, ref, commit, dirty, time.toString());
    }

    /** As an image's labels. */
    public Map<String, String> labels() {
        var labels = new LinkedHashMap<String, String>();
        labels.put(SOURCE, repository);
        labels.put(VERSION, ref);
        labels.put(REVISION, commit);
        labels.put(CREATED, built);
        labels.put(DIRTY, String.valueOf(dirty));
        return labels;
    }

    /** What an image's labels say of its sources, if they say which commit it is or that a build of ours made it. */
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

    /** For people: {@code main@1a2b3c4d5e}, with {@code +} where the sources differ from the commit. */
    @JsonIgnore
    public String text() {
        var at = commit.isEmpty() ? "no commit" : commit.substring(0, Math.min(SHORT_COMMIT, commit.length()));
        return (ref.isEmpty() ? "" : ref + "@") + at + (dirty ? "+" : "");
    }

    /** For people, whole: {@code https://git.example/x, main, commit 1a2b3c4d5e6f…, with changes}. */
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
