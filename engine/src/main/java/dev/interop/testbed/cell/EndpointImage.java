package dev.interop.testbed.cell;

import dev.interop.registry.Endpoint;
import dev.interop.testbed.docker.EngineFailure;
import dev.interop.testbed.docker.EngineFailure.Kind;
import dev.interop.testbed.docker.ImageFacts;
import dev.interop.testbed.docker.ImageFinder;

/** Finds the image of an endpoint. */
final class EndpointImage {
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
}
