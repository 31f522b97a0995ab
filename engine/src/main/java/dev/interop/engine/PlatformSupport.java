package dev.interop.engine;

import org.junit.platform.engine.EngineDiscoveryRequest;
import org.junit.platform.engine.ExecutionRequest;
import org.junit.platform.engine.TestDescriptor;
import org.junit.platform.engine.UniqueId;

/** Discovery and execution on a version of the JUnit Platform. The signatures use only types that every version has. */
interface PlatformSupport {
    /** Finds the matrices. */
    TestDescriptor discover(EngineDiscoveryRequest request, UniqueId engine);

    /** Runs the discovered matrices. */
    void execute(ExecutionRequest request);
}
