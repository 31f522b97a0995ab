package dev.interop.engine;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.platform.engine.ConfigurationParameters;
import org.junit.platform.engine.DiscoveryFilter;
import org.junit.platform.engine.DiscoverySelector;
import org.junit.platform.engine.EngineDiscoveryListener;
import org.junit.platform.engine.EngineDiscoveryRequest;
import org.junit.platform.engine.UniqueId;
import org.junit.platform.engine.discovery.DiscoverySelectors;
import org.junit.platform.engine.discovery.UniqueIdSelector;

/**
 * A request in which the engine's own id stands for all matrices of the class path: the platform resolves that id to the
 * engine alone, without anything below it.
 */
final class WholeClassPath implements EngineDiscoveryRequest {
    private final EngineDiscoveryRequest request;
    private final Set<Path> roots;

    private WholeClassPath(EngineDiscoveryRequest request, Set<Path> roots) {
        this.request = request;
        this.roots = roots;
    }

    /** The request, with the folders of the class path selected if it selects the engine's id. */
    static EngineDiscoveryRequest of(EngineDiscoveryRequest request, UniqueId engine) {
        return request.getSelectorsByType(UniqueIdSelector.class).stream()
                        .anyMatch(it -> it.getUniqueId().equals(engine))
                ? new WholeClassPath(request, roots())
                : request;
    }

    private static Set<Path> roots() {
        var roots = new LinkedHashSet<Path>();
        Pattern.compile(Pattern.quote(File.pathSeparator))
                .splitAsStream(System.getProperty("java.class.path", ""))
                .filter(it -> !it.isBlank())
                .map(it -> Path.of(it).toAbsolutePath().normalize())
                .forEach(roots::add);
        // The Console Launcher and Surefire keep the tests' class path elsewhere.
        var loader = Optional.ofNullable(Thread.currentThread().getContextClassLoader())
                .orElseGet(ClassLoader::getSystemClassLoader);
        try {
            Collections.list(loader.getResources("")).stream()
                    .filter(it -> it.getProtocol().equals("file"))
                    .map(it ->
                            Path.of(URI.create(it.toString())).toAbsolutePath().normalize())
                    .forEach(roots::add);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
        roots.removeIf(it -> !Files.isDirectory(it));
        return roots;
    }

    @Override
    public <T extends DiscoverySelector> List<T> getSelectorsByType(Class<T> selectorType) {
        var found = new ArrayList<>(request.getSelectorsByType(selectorType));
        DiscoverySelectors.selectClasspathRoots(roots).stream()
                .filter(selectorType::isInstance)
                .map(selectorType::cast)
                .forEach(found::add);
        return found;
    }

    @Override
    public <T extends DiscoveryFilter<?>> List<T> getFiltersByType(Class<T> filterType) {
        return request.getFiltersByType(filterType);
    }

    @Override
    public ConfigurationParameters getConfigurationParameters() {
        return request.getConfigurationParameters();
    }

    @Override
    public EngineDiscoveryListener getDiscoveryListener() {
        return request.getDiscoveryListener();
    }
}
