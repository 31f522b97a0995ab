package dev.interop.cli.check;

import dev.interop.testbed.docker.ContainerBackend;
import java.util.Set;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/** Finds the platforms of images and of the container engine. */
@API(status = Status.INTERNAL)
public interface Platforms {
    /** The platform of the container engine, such as {@code linux/amd64}. */
    String engine();

    /** The platforms that an image is made for, as far as they are known; empty if the image does not exist. */
    Set<String> of(String image);

    /** The platforms that this container engine reports. */
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
