package dev.interop.testing;

import java.io.IOException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.Enumeration;
import java.util.List;

/** A class loader with these providers of a service, and a class that was compiled for a newer Java. */
public final class BrokenProviders extends ClassLoader {
    /** The name of that class. */
    public static final String TOO_NEW = "com.example.TooNew";

    private static final int MAJOR_VERSION = 7;

    private final String service;
    private final URL providers;
    private final byte[] tooNew;

    /**
     * @param folder keeps the list of providers
     * @param names the classes that the list names
     */
    public BrokenProviders(Path folder, Class<?> service, String... names) throws IOException {
        super(service.getClassLoader());
        this.service = "META-INF/services/" + service.getName();
        this.providers =
                Files.write(folder.resolve("providers"), List.of(names)).toUri().toURL();
        try (var compiled = service.getResourceAsStream(
                service.getName().substring(service.getName().lastIndexOf('.') + 1) + ".class")) {
            this.tooNew = compiled.readAllBytes();
        }
        tooNew[MAJOR_VERSION] = (byte) 0xff;
    }

    @Override
    public Enumeration<URL> getResources(String name) throws IOException {
        return name.equals(service) ? Collections.enumeration(List.of(providers)) : super.getResources(name);
    }

    @Override
    protected Class<?> findClass(String name) throws ClassNotFoundException {
        if (!name.equals(TOO_NEW)) {
            throw new ClassNotFoundException(name);
        }
        return defineClass(null, tooNew, 0, tooNew.length);
    }
}
