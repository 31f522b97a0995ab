package dev.interop.cli;

import java.util.Optional;
import picocli.CommandLine.IVersionProvider;

/** The version, from the jar's manifest. */
final class ProductVersion implements IVersionProvider {
    @Override
    public String[] getVersion() {
        var version = Optional.ofNullable(ProductVersion.class.getPackage().getImplementationVersion());
        return new String[] {"interop " + version.orElse("(built from sources)")};
    }
}
