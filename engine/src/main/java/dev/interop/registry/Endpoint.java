package dev.interop.registry;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * How an implementation plays one role.
 *
 * @param image the container image's reference, if it runs in a container
 * @param build the folder below {@code builds/} that makes the image from sources or packages, if there is one
 * @param env further environment variables for its containers
 * @param url the URL under which a container of it is reached, where the protocol's default does not fit (MoQT)
 * @param remotes where it runs already (MoQT)
 */
public record Endpoint(
        Optional<String> image,
        Optional<String> build,
        Map<String, String> env,
        Optional<String> url,
        List<Remote> remotes) {
    public Endpoint {
        env = Map.copyOf(env);
        remotes = List.copyOf(remotes);
    }

    /** An endpoint that is an image and nothing else. */
    public static Endpoint ofImage(String image) {
        return new Endpoint(Optional.of(image), Optional.empty(), Map.of(), Optional.empty(), List.of());
    }
}
