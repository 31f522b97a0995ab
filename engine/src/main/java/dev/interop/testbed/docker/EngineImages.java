package dev.interop.testbed.docker;

import com.github.dockerjava.api.DockerClient;
import com.github.dockerjava.api.command.InspectImageResponse;
import com.github.dockerjava.api.exception.NotFoundException;
import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** The images of the engine. */
final class EngineImages {
    private static final Duration PULL = Duration.ofMinutes(10);

    private final DockerClient client;
    private final Distribution distribution;
    private final Deadline within;

    EngineImages(DockerClient client, Distribution distribution, Deadline within) {
        this.client = client;
        this.distribution = distribution;
        this.within = within;
    }

    /** The image of this reference, if it is on this machine. */
    Optional<ImageFacts> find(String reference) {
        return within.call(Deadline.SHORT, "looking for " + reference, () -> {
            try {
                var image = client.inspectImageCmd(reference).exec();
                var config = image.getConfig();
                var labels = config == null ? null : config.getLabels();
                var volumes = config == null ? null : config.getVolumes();
                return Optional.of(new ImageFacts(
                        Objects.requireNonNullElse(image.getId(), ""),
                        Objects.requireNonNullElse(labels, Map.of()),
                        platform(image),
                        volumes == null ? Set.of() : volumes.keySet()));
            } catch (NotFoundException e) {
                return Optional.empty();
            }
        });
    }

    /**
     * The platforms of an image: that of the image on this machine, and those in its registry. Empty when the image is not
     * on this machine.
     */
    Set<String> platforms(String reference) {
        return within.call(Deadline.SHORT, "asking for the platforms of " + reference, () -> {
            var all = new TreeSet<String>();
            try {
                var image = client.inspectImageCmd(reference).exec();
                all.add(platform(image));
            } catch (NotFoundException e) {
                return Set.of();
            }
            if (!reference.startsWith("localhost/")) {
                try {
                    all.addAll(distribution.platforms(reference));
                } catch (IOException e) {
                    // A registry that cannot be asked now adds nothing to what is here.
                    return all;
                }
            }
            return all;
        });
    }

    private static String platform(InspectImageResponse image) {
        return Objects.requireNonNullElse(image.getOs(), "") + "/" + Objects.requireNonNullElse(image.getArch(), "");
    }

    /** Fetches an image from its registry. */
    void pull(String reference) {
        within.call(PULL, "pulling " + reference, () -> {
            var tagged = reference.contains("@") || reference.lastIndexOf(':') > reference.lastIndexOf('/')
                    ? reference
                    : reference + ":latest";
            var pull = new Pull();
            var command = client.pullImageCmd(tagged);
            RegistryLogins.of(tagged).ifPresent(command::withAuthConfig);
            command.exec(pull);
            pull.await(PULL);
            return true;
        });
    }

    /** Removes a reference to an image, and the image with its last one. A missing image is no error. */
    void remove(String reference) {
        within.call(Deadline.SHORT, "removing " + reference, () -> {
            try {
                client.removeImageCmd(reference).exec();
            } catch (NotFoundException e) {
                return false;
            }
            return true;
        });
    }
}
