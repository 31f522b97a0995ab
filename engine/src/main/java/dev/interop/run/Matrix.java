package dev.interop.run;

import dev.interop.plan.Plan;
import dev.interop.plan.Planner;
import dev.interop.protocol.Protocols;
import dev.interop.registry.Registry;
import dev.interop.registry.RegistryReader;
import java.nio.file.Path;
import java.security.SecureRandom;

/**
 * What a run's settings select: read from the registries and planned, without a container engine.
 *
 * @param registry who exists
 * @param plan what will run
 */
public record Matrix(Registry registry, Plan plan) {
    /**
     * Reads the registries and plans.
     *
     * @throws dev.interop.UserError when a registry cannot be read or an entry is wrong, a name is not known or nothing is selected
     */
    public static Matrix read(Settings settings) {
        var protocol = Protocols.installed().named(settings.protocol()).as(settings.wishes());
        var registry = registry(settings).sound();
        // 48 bits are enough to tell runs apart and short enough to be typed.
        var seed = settings.seed().orElseGet(() -> new SecureRandom().nextLong() >>> 16);
        var whole = new Planner().plan(registry, protocol, settings.selection(), seed);
        return new Matrix(registry, settings.shard().of(whole));
    }

    /** Reads the registries alone; what is wrong with entries is told in {@link Registry#problems()}. */
    public static Registry registry(Settings settings) {
        var registry = new RegistryReader().read(RegistryFiles.find(settings.registries(), Path.of("")));
        for (var replacement : settings.replacements().entrySet()) {
            registry = registry.replacing(replacement.getKey(), replacement.getValue());
        }
        return registry;
    }
}
