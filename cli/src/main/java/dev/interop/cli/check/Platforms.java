package dev.interop.cli.check;

import dev.interop.testbed.docker.ContainerBackend;
import java.util.Set;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/** Which platforms images are made for, and which one runs them. */
@API(status = Status.INTERNAL)
public interface Platforms {
    /** The container engine's, such as {@code linux/amd64}. */
    String engine();

    /** Those that an image is made for, as far as is known; none where it is not there. */
    Set<String> of(String image);

    /** As this engine says. */
    static Platforms of(ContainerBackend engine) {
        return new Platforms() {
            @Override
            public String engine() {
                return engine.facts().platform();
            }

            @Override
            public Set<String> of(String image) {
                return engine.imagePlatforms(image);
            }
        };
    }
}
