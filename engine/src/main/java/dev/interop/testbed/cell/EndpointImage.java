package dev.interop.testbed.cell;

import dev.interop.registry.Endpoint;
import dev.interop.testbed.docker.EngineFailure;
import dev.interop.testbed.docker.EngineFailure.Kind;
import dev.interop.testbed.docker.ImageFacts;
import dev.interop.testbed.docker.ImageFinder;
import java.lang.System.Logger.Level;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/** Finds the image of an endpoint. */
@API(status = Status.INTERNAL)
public final class EndpointImage {
    private EndpointImage() {}

    /**
     * The image.
     *
     * @throws EngineFailure when there is none, with the build that makes it, if one does
     */
    static ImageFacts find(ImageFinder images, Endpoint endpoint) {
        var reference = endpoint.image()
                .orElseThrow(() -> new EngineFailure(Kind.IMAGE_MISSING, "it has no image in the registry"));
        return endpoint.build()
                .map(it -> images.find(reference, "build it with ./interop build " + it))
                .orElseGet(() -> images.find(reference));
    }

    /** Looks for the image before a cell needs it. That it is missing is told by the cells that need it. */
    public static void lookAhead(ImageFinder images, Endpoint endpoint) {
        try {
            find(images, endpoint);
        } catch (EngineFailure e) {
            System.getLogger(EndpointImage.class.getName()).log(Level.DEBUG, e.getMessage());
        }
    }
}
