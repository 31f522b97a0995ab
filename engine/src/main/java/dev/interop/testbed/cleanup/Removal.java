package dev.interop.testbed.cleanup;

import dev.interop.testbed.docker.ContainerBackend;
import dev.interop.testbed.docker.ContainerFacts;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/** Removes what runs created: containers first, then their volumes and networks. */
@API(status = Status.INTERNAL)
public final class Removal {
    private final ContainerBackend engine;

    /**
     * @param engine the engine with the resources
     */
    public Removal(ContainerBackend engine) {
        this.engine = engine;
    }

    /** Removes everything of one run, except what is kept. */
    public Removed session(String session) {
        return remove(owner -> owner.session().equals(session), owner -> true);
    }

    /** Removes the leftovers of ended runs of this machine, except what is kept. */
    public Removed dead() {
        return remove(Owner::isDead, owner -> true);
    }

    /** Like {@link #dead()}, and also removes what those runs have kept that worked in this process's folder. */
    public Removed kept() {
        return remove(Owner::isDead, owner -> !owner.isOfThisFolder());
    }

    /** Removes everything of all runs, also of those that go on. */
    public Removed all() {
        return remove(owner -> true, owner -> false);
    }

    /** The names of the containers that are kept. */
    public List<String> keptContainers() {
        return engine.containers(Owner.SESSION).stream()
                .map(ContainerFacts::name)
                .filter(it -> it.startsWith(Owner.KEPT))
                .sorted()
                .toList();
    }

    /**
     * @param doomed the owners whose resources are removed
     * @param sparing those of them of which that stays which is kept
     */
    private Removed remove(Predicate<Owner> doomed, Predicate<Owner> sparing) {
        var all = engine.containers(Owner.SESSION).stream()
                .filter(it -> isOf(it.labels(), doomed))
                .toList();
        var kept = KeptResources.of(
                engine,
                all.stream()
                        .filter(it -> isKept(it) && isOf(it.labels(), sparing))
                        .toList());
        var containers = all.stream()
                .filter(it -> !kept.hasContainer(it.id()))
                .collect(Collectors.partitioningBy(
                        it -> it.labels().containsKey(Owner.REMOVED_LAST),
                        Collectors.mapping(ContainerFacts::id, Collectors.toList())));
        try (var removing = new Removing()) {
            var first = removing.start(containers.get(false), engine::removeContainer);
            var removedContainers = first.join();
            // Neither lane networks nor volumes hold what is removed last.
            var last = removing.start(containers.get(true), engine::removeContainer);
            var volumes = engine.volumes(Owner.SESSION).stream()
                    .filter(it -> isOf(it.labels(), doomed))
                    .map(it -> it.name())
                    .filter(it -> !kept.hasVolume(it))
                    .toList();
            var removedVolumes = removing.start(volumes, engine::removeVolume);
            var networks = engine.networks().stream()
                    .filter(it -> isOf(it.labels(), doomed))
                    .map(it -> it.id())
                    .filter(it -> !kept.hasNetwork(it))
                    .toList();
            var removedNetworks = removing.start(networks, engine::removeNetwork);
            return new Removed(
                    removedContainers + last.join(),
                    removedNetworks.join(),
                    removedVolumes.join(),
                    removing.failures());
        }
    }

    private static boolean isKept(ContainerFacts container) {
        return container.name().startsWith(Owner.KEPT);
    }

    private static boolean isOf(Map<String, String> labels, Predicate<Owner> owners) {
        return Owner.of(labels).filter(owners).isPresent();
    }

    /**
     * How much was removed.
     *
     * @param containers the number of containers
     * @param networks the number of networks
     * @param volumes the number of volumes that were not removed with their containers
     * @param failures the messages about what could not be removed
     */
    public record Removed(int containers, int networks, int volumes, List<String> failures) {
        public Removed {
            failures = List.copyOf(failures);
        }

        /** The numbers as text for people. */
        @Override
        public String toString() {
            return containers + " containers and " + networks + " networks"
                    + (volumes == 0 ? "" : " and " + volumes + " volumes");
        }

        /** Whether nothing was removed. */
        public boolean isNothing() {
            return containers + networks + volumes == 0;
        }
    }
}
