package dev.interop.cli;

import dev.interop.Printable;
import dev.interop.config.Caller;
import dev.interop.config.ImageParameters;
import dev.interop.config.MatrixParameters;
import dev.interop.config.Parameter;
import dev.interop.config.ParameterSource;
import dev.interop.config.RegistryFiles;
import dev.interop.config.Settings;
import dev.interop.testbed.image.HostCertificates;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import picocli.CommandLine.Command;

/**
 * The options of a command that give parameters of the table. {@link ParameterOptionsModel} makes an option of each; a
 * command that mixes these in also names that class.
 */
@Command
class ParameterOptions implements ParameterSource {
    private final List<Parameter<?>> offered;
    private final Map<Parameter<?>, String> values = new HashMap<>();
    private final Map<Parameter<?>, String> ownDefaults = new HashMap<>();
    private final UserFolder from = UserFolder.of(System.getProperties());
    private final CommandName command = CommandName.of(System.getProperties());

    ParameterOptions(List<Parameter<?>> offered) {
        this.offered = List.copyOf(offered);
    }

    /** Options for these parameters and for those of builds. */
    static ParameterOptions of(Parameter<?>... further) {
        return new ParameterOptions(
                Stream.concat(Stream.of(further), Stream.of(ImageParameters.BUILD_CA, ImageParameters.TOOLS_BUILD))
                        .toList());
    }

    /** Options for these parameters of a command that builds nothing. */
    static ParameterOptions withoutBuilds(Parameter<?>... only) {
        return new ParameterOptions(List.of(only));
    }

    /** Describes the default of this command, where it is not the table's. */
    ParameterOptions byDefault(Parameter<?> parameter, String text) {
        ownDefaults.put(parameter, text);
        return this;
    }

    /** The parameters that have options here. */
    List<Parameter<?>> offered() {
        return offered;
    }

    /** The default of a parameter, for people. */
    String defaultText(Parameter<?> parameter) {
        return ownDefaults.getOrDefault(parameter, parameter.defaultText());
    }

    /**
     * Sets the value of an option; replaces an earlier value, or is added to it where the parameter collects values.
     */
    void put(Parameter<?> parameter, String value) {
        var meant = parameter.type().resolved(value, it -> from.resolve(it).toString());
        if (parameter.type().addsUp()) {
            values.merge(parameter, meant, (first, second) -> first + "," + second);
        } else {
            values.put(parameter, meant);
        }
    }

    /** Sets a command's own default, unless a value is given. */
    void putIfAbsent(Parameter<?> parameter, String value) {
        values.putIfAbsent(parameter, value);
    }

    @Override
    public Optional<String> value(Parameter<?> parameter) {
        return Optional.ofNullable(values.get(parameter));
    }

    /**
     * These options, with the system's properties before them.
     *
     * @throws dev.interop.UserError when a value is invalid
     */
    Settings settings() {
        distributionsRegistry().ifPresent(it -> putIfAbsent(MatrixParameters.REGISTRY, it));
        return Settings.read(
                ParameterSource.of(System.getProperties()).or(this).of(new Caller.CommandLine(command.name())));
    }

    /** The distribution's registry, if the user's folders have no default one. */
    private static Optional<String> distributionsRegistry() {
        return RegistryFiles.nearest(Path.of("")).isPresent()
                ? Optional.empty()
                : ProductHome.current().registry(RegistryFiles.NAME).map(Path::toString);
    }

    /**
     * Builds images as the settings say, and prints a line for each.
     *
     * @throws dev.interop.UserError when the file of certificates has none
     */
    ImageSetup images(PrintWriter out, Settings settings) {
        return new ImageSetup(
                out, certificates(settings), !settings.images().tools().build());
    }

    /**
     * The file of certificates that builds trust, if one is given.
     *
     * @throws dev.interop.UserError when it has none
     */
    Optional<Path> certificates(Settings settings) {
        var name = values.containsKey(ImageParameters.BUILD_CA)
                ? ImageParameters.BUILD_CA.option().orElseThrow().name()
                : ImageParameters.BUILD_CA.key();
        return settings.images().tools().ca().map(it -> HostCertificates.checked(name, it));
    }

    /** Prints the engine's notes as a run prints them. */
    static Consumer<String> notes(PrintWriter out) {
        return text -> {
            out.println("Note     " + Printable.of(text));
            out.flush();
        };
    }
}
