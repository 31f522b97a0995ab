package dev.interop.testbed.docker;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/** Finds images and pulls them by the pull policy, each at most once. */
@API(status = Status.INTERNAL)
public final class ImageFinder {
    private final ContainerBackend engine;
    private final PullPolicy policy;
    private final Map<String, ImageFacts> known = new ConcurrentHashMap<>();

    public ImageFinder(ContainerBackend engine, PullPolicy policy) {
        this.engine = engine;
        this.policy = policy;
    }

    /**
     * The image of this reference, which stays the same while the run lasts, even if its tag moves.
     *
     * @throws EngineFailure when it is missing and cannot be pulled
     */
    public ImageFacts find(String reference) {
        return known.computeIfAbsent(reference, this::look);
    }

    /** The image of this reference, if it is on this machine. */
    public Optional<ImageFacts> present(String reference) {
        return Optional.ofNullable(known.get(reference)).or(() -> engine.findImage(reference));
    }

    private ImageFacts look(String reference) {
        var local = reference.startsWith("localhost/");
        if (policy == PullPolicy.ALWAYS && !local) {
            pull(reference);
        }
        var present = engine.findImage(reference);
        if (present.isEmpty() && policy == PullPolicy.MISSING && !local) {
            pull(reference);
            present = engine.findImage(reference);
        }
        return present.orElseThrow(() -> EngineFailure.missingImage(
                reference,
                local
                        ? "no registry has this name: build the image under it, or name another one"
                        : "pull it, or let it be pulled (pull policy " + PullPolicy.MISSING + ")"));
    }

    private void pull(String reference) {
        try {
            engine.pullImage(reference);
        } catch (EngineFailure e) {
            if (e.kind() == EngineFailure.Kind.DISK_FULL) {
                throw e;
            }
            throw EngineFailure.missingImage(reference, "pulling it failed: " + e.getMessage());
        }
    }
}
