package dev.interop.cli.check;

import java.util.Set;

/**
 * Platforms without a container engine.
 *
 * @param all those that each image is made for
 */
record KnownPlatforms(Set<String> all) implements Platforms {
    @Override
    public String engine() {
        return "linux/amd64";
    }

    @Override
    public Set<String> of(String image) {
        return all;
    }
}
