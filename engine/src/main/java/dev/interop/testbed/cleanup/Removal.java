package dev.interop.testbed.cleanup;

import dev.interop.testbed.docker.ContainerBackend;
import dev.interop.testbed.docker.EngineFailure;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/** Removes what is ours: containers first, then the volumes that they had and the networks that they were in. */
@API(status = Status.INTERNAL)
public final class Removal {
    private final ContainerBackend engine;

    /**
     * @param engine where it is removed
     */
    public Removal(ContainerBackend engine) {
        this.engine = engine;
    }

    /** Removes all of one run. */
    public Removed session(String session) {
        return remove(owner -> owner.session().equals(session));
    }

    /** Removes what runs of this machine left that are no more. */
    public Removed dead() {
        return remove(Owner::isDead);
    }

    /** Removes all that is ours, whether its run still goes on or not. */
    public Removed all() {
        return remove(owner -> true);
    }

    private Removed remove(Predicate<Owner> doomed) {
        var containers = engine.containers(Owner.SESSION).stream()
                .filter(it -> isDoomed(it.labels(), doomed))
                .map(it -> it.id())
                .toList();
        var removedContainers = each(containers, engine::removeContainer);
        var volumes = engine.volumes(Owner.SESSION).stream()
                .filter(it -> isDoomed(it.labels(), doomed))
                .map(it -> it.name())
                .toList();
        var removedVolumes = each(volumes, engine::removeVolume);
        var networks = engine.networks().stream()
                .filter(it -> isDoomed(it.labels(), doomed))
                .map(it -> it.id())
                .toList();
        return new Removed(removedContainers, each(networks, engine::removeNetwork), removedVolumes);
    }

    private static boolean isDoomed(Map<String, String> labels, Predicate<Owner> doomed) {
        return Owner.of(labels).filter(doomed).isPresent();
    }

    /** One that cannot be removed does not keep the others. */
    private static int each(List<String> ids, Consumer<String> remove) {
        return (int) ids.parallelStream()
                .filter(id -> {
                    try {
                        remove.accept(id);
                        return true;
                    } catch (EngineFailure e) {
                        return false;
                    }
                })
                .count();
    }

    /**
     * How much was removed.
     *
     * @param containers that many
     * @param networks that many
     * @param volumes that many that did not go with their containers
     */
    public record Removed(int containers, int networks, int volumes) {
        /** As people say it. */
        @Override
        public String toString() {
            return containers + " containers and " + networks + " networks"
                    + (volumes == 0 ? "" : " and " + volumes + " volumes");
        }

        /** Whether there was nothing. */
        public boolean isNothing() {
            return containers + networks + volumes == 0;
        }
    }
}
