package dev.interop.engine;

/** The class that reports name for cells of a registry file that was selected without a class. */
final class RegistryMatrix {
    private RegistryMatrix() {}
}
