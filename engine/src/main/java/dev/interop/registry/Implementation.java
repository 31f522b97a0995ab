package dev.interop.registry;

import dev.interop.ProtocolVersion;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/**
 * One implementation of one protocol. An entry that speaks several protocols is one implementation for each.
 *
 * @param name the registry's key: unique within its protocol
 * @param protocol the protocol's name, such as {@code quic}
 * @param title the name for people; the key where the registry gives none
 * @param url its home page
 * @param version the release in the image, if the registry names it
 * @param draftVersions the drafts it speaks ({@code draft-18}), newest first; empty where the protocol has none
 * @param roles role → the endpoint in that role
 * @param selected whether it belongs to the default matrix
 * @param origin the position of its entry
 * @param mounted the files of this machine that are copied into its containers
 */
@API(status = Status.EXPERIMENTAL)
public record Implementation(
        String name,
        String protocol,
        String title,
        Optional<String> url,
        Optional<String> version,
        List<ProtocolVersion> draftVersions,
        Map<Role, Endpoint> roles,
        boolean selected,
        Origin origin,
        List<MountedFile> mounted) {
    public Implementation {
        draftVersions = List.copyOf(draftVersions);
        roles = Collections.unmodifiableMap(new TreeMap<>(roles));
        mounted = List.copyOf(mounted);
    }

    /** An implementation as its images are. */
    public Implementation(
            String name,
            String protocol,
            String title,
            Optional<String> url,
            Optional<String> version,
            List<ProtocolVersion> draftVersions,
            Map<Role, Endpoint> roles,
            boolean selected,
            Origin origin) {
        this(name, protocol, title, url, version, draftVersions, roles, selected, origin, List.of());
    }

    /** Whether it can play {@code role}. */
    public boolean plays(Role role) {
        return roles.containsKey(role);
    }

    /** The endpoint in {@code role}; throws {@link IllegalArgumentException} when it does not play the role. */
    public Endpoint endpoint(Role role) {
        var endpoint = roles.get(role);
        if (endpoint == null) {
            throw new IllegalArgumentException(name + " is no " + role.label());
        }
        return endpoint;
    }

    /** The drafts that it speaks in {@code role}, newest first; throws {@link IllegalArgumentException} as above. */
    public List<ProtocolVersion> draftVersions(Role role) {
        var own = endpoint(role).draftVersions();
        return own.isEmpty() ? draftVersions : own;
    }

    /** The same implementation with further environment variables, in every role. */
    public Implementation withEnv(Map<String, String> further) {
        var replaced = new TreeMap<Role, Endpoint>();
        roles.forEach((role, endpoint) -> replaced.put(role, endpoint.withEnv(further)));
        return new Implementation(
                name, protocol, title, url, version, draftVersions, replaced, selected, origin, mounted);
    }

    /** The same implementation with a file copied into its containers, in every role. */
    Implementation with(MountedFile file) {
        var all = Stream.concat(mounted.stream().filter(it -> !it.path().equals(file.path())), Stream.of(file))
                .toList();
        return new Implementation(name, protocol, title, url, version, draftVersions, roles, selected, origin, all);
    }

    /** The same implementation in the default matrix. */
    Implementation asSelected() {
        return new Implementation(name, protocol, title, url, version, draftVersions, roles, true, origin, mounted);
    }

    /** The same implementation from another image, in every role. */
    Implementation withImage(String image) {
        var replaced = new TreeMap<Role, Endpoint>();
        roles.forEach((role, endpoint) -> replaced.put(role, endpoint.withImage(image)));
        return new Implementation(
                name, protocol, title, url, Optional.empty(), draftVersions, replaced, selected, origin);
    }

    /**
     * Another release of it, named {@code NAME@RELEASE}; only roles whose image is built are left.
     *
     * @param inDefault whether it belongs to the default matrix
     */
    Implementation at(ReleaseName its, boolean inDefault) {
        var released = new TreeMap<Role, Endpoint>();
        roles.forEach((role, endpoint) -> endpoint.at(its.release()).ifPresent(it -> released.put(role, it)));
        return new Implementation(
                its.text(),
                protocol,
                new ReleaseName(title, its.release()).text(),
                url,
                Optional.of(its.release()),
                draftVersions,
                released,
                inDefault,
                origin);
    }
}
