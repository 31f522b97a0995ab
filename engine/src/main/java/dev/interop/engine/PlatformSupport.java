package dev.interop.engine;

import org.junit.platform.engine.EngineDiscoveryRequest;
import org.junit.platform.engine.ExecutionRequest;
import org.junit.platform.engine.TestDescriptor;
import org.junit.platform.engine.UniqueId;

/** What the engine does on a version of the JUnit Platform. Its own signatures are those of every version. */
interface PlatformSupport {
    /** Finds the matrices. */
    TestDescriptor discover(EngineDiscoveryRequest request, UniqueId engine);

    /** Runs what was found. */
    void execute(ExecutionRequest request);
}
