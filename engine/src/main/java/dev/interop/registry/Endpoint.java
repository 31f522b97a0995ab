package dev.interop.registry;

import dev.interop.ProtocolVersion;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/**
 * An implementation in one role.
 *
 * @param image the container image's reference, if it runs in a container
 * @param build the name of the build that makes the image from sources or packages, if there is one
 * @param env further environment variables for its containers
 * @param url the URL of its container, where the protocol's default does not fit (MoQT)
 * @param remotes its remote endpoints (MoQT)
 * @param draftVersions the drafts that it speaks in this role, newest first; empty for those of its implementation
 * @param transports the transports that it speaks, {@code quic} or {@code webtransport}; empty for all (MoQT)
 * @param mapping its own names and values of the contract
 * @param drafts draft → the endpoint that speaks it, where it differs from this one
 * @param settings the keys that its protocol adds to the registry's section → their values: texts unchanged, other
 *     values as JSON
 */
@API(status = Status.EXPERIMENTAL)
public record Endpoint(
        Optional<String> image,
        Optional<String> build,
        Map<String, String> env,
        Optional<String> url,
        List<RemoteEndpoint> remotes,
        List<ProtocolVersion> draftVersions,
        Set<String> transports,
        ContractMapping mapping,
        Map<ProtocolVersion, Endpoint> drafts,
        Map<String, String> settings) {
    public Endpoint {
        env = Map.copyOf(env);
        remotes = List.copyOf(remotes);
        draftVersions = List.copyOf(draftVersions);
        transports = Set.copyOf(transports);
        drafts = Map.copyOf(drafts);
        settings = Map.copyOf(settings);
    }

    /** An endpoint of a protocol whose section has no keys of its own. */
    public Endpoint(
            Optional<String> image,
            Optional<String> build,
            Map<String, String> env,
            Optional<String> url,
            List<RemoteEndpoint> remotes,
            List<ProtocolVersion> draftVersions,
            Set<String> transports,
            ContractMapping mapping,
            Map<ProtocolVersion, Endpoint> drafts) {
        this(image, build, env, url, remotes, draftVersions, transports, mapping, drafts, Map.of());
    }

    /** An endpoint that speaks its protocol's contract, in all drafts alike. */
    public Endpoint(
            Optional<String> image,
            Optional<String> build,
            Map<String, String> env,
            Optional<String> url,
            List<RemoteEndpoint> remotes) {
        this(image, build, env, url, remotes, List.of(), Set.of(), ContractMapping.NONE, Map.of());
    }

    /** Whether it has an image in at least one draft. */
    public boolean runsInContainer() {
        return image.isPresent() || !drafts.isEmpty();
    }

    /** An endpoint that has only an image. */
    public static Endpoint ofImage(String image) {
        return new Endpoint(Optional.of(image), Optional.empty(), Map.of(), Optional.empty(), List.of());
    }

    /** The endpoint that speaks this draft: this one, or another image of it with an environment of its own. */
    public Endpoint forDraft(ProtocolVersion draft) {
        return drafts.getOrDefault(draft, this);
    }

    /** Whether it speaks this transport. */
    public boolean speaks(String transport) {
        return transports.isEmpty() || transports.contains(transport);
    }

    /** The same with further environment variables, in every draft. */
    Endpoint withEnv(Map<String, String> further) {
        var all = new TreeMap<>(env);
        all.putAll(further);
        var replaced = drafts.entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, it -> it.getValue().withEnv(further)));
        return new Endpoint(image, build, all, url, remotes, draftVersions, transports, mapping, replaced, settings);
    }

    /** The same from another image, in every draft, built nowhere and without remote endpoints. */
    Endpoint withImage(String other) {
        var replaced = drafts.entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, it -> it.getValue().withImage(other)));
        return new Endpoint(
                Optional.of(other),
                Optional.empty(),
                env,
                url,
                List.of(),
                draftVersions,
                transports,
                mapping,
                replaced,
                settings);
    }

    /** Another release of it, in every draft, without remote endpoints; empty if its image is not built. */
    Optional<Endpoint> at(String release) {
        if (build.isEmpty() || image.isEmpty()) {
            return Optional.empty();
        }
        var name = new ReleaseName(build.get(), release);
        var released = new TreeMap<ProtocolVersion, Endpoint>();
        drafts.forEach((draft, endpoint) -> endpoint.at(release).ifPresent(it -> released.put(draft, it)));
        return Optional.of(new Endpoint(
                image.map(name::image),
                Optional.of(name.text()),
                env,
                url,
                List.of(),
                draftVersions,
                transports,
                mapping,
                released,
                settings));
    }
}
