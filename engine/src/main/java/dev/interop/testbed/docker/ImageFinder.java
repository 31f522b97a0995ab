package dev.interop.testbed.docker;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentHashMap;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/**
 * Finds images and pulls them by the pull policy, each at most once: an image that is missing stays so, since a registry
 * that does not answer costs half a minute each time it is asked. Safe for use by several threads.
 */
@API(status = Status.INTERNAL)
public final class ImageFinder {
    private final ContainerBackend engine;
    private final PullPolicy policy;
    private final Map<String, CompletableFuture<ImageFacts>> asked = new ConcurrentHashMap<>();

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
        return find(reference, "build the image under it, or name another one");
    }

    /**
     * Like {@link #find(String)}.
     *
     * @param remedy what helps where an image of a local name is missing, which no registry has
     */
    public ImageFacts find(String reference, String remedy) {
        var answer = new CompletableFuture<ImageFacts>();
        var earlier = asked.putIfAbsent(reference, answer);
        if (earlier != null) {
            return await(earlier);
        }
        try {
            var found = look(reference, remedy);
            answer.complete(found);
            return found;
        } catch (RuntimeException e) {
            if (!isMissing(e)) {
                // The engine itself failed, which says nothing of the image.
                asked.remove(reference, answer);
            }
            answer.completeExceptionally(e);
            throw e;
        }
    }

    private static ImageFacts await(CompletableFuture<ImageFacts> answer) {
        try {
            return answer.join();
        } catch (CompletionException e) {
            throw e.getCause() instanceof RuntimeException cause ? cause : e;
        }
    }

    private static boolean isMissing(RuntimeException failure) {
        return failure instanceof EngineFailure it && it.kind() == EngineFailure.Kind.IMAGE_MISSING;
    }

    /** The image of this reference, if it is on this machine. */
    public Optional<ImageFacts> present(String reference) {
        return Optional.ofNullable(asked.get(reference))
                .filter(it -> it.isDone() && !it.isCompletedExceptionally())
                .map(ImageFinder::await)
                .or(() -> engine.findImage(reference));
    }

    private ImageFacts look(String reference, String remedy) {
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
                        ? "no registry has this name: " + remedy
                        : "pull it, or let it be pulled (pull policy " + PullPolicy.MISSING + ")"));
    }

    private void pull(String reference) {
        try {
            engine.pullImage(reference);
        } catch (EngineFailure e) {
            if (e.kind() == EngineFailure.Kind.DISK_FULL) {
                throw e;
            }
            throw EngineFailure.missingImage(
                    reference, "%s (%s)".formatted(PullRemedy.of(e.getMessage()), e.getMessage()));
        }
    }
}
