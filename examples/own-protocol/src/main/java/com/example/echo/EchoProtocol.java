package com.example.echo;

import dev.interop.protocol.Contract;
import dev.interop.protocol.Protocol;
import dev.interop.protocol.TestCase;
import dev.interop.registry.RegistrySection;
import dev.interop.registry.Role;
import java.util.List;

/**
 * The echo protocol over UDP (RFC 862): callers against answerers. Named in
 * {@code META-INF/services/dev.interop.protocol.Protocol}.
 */
public final class EchoProtocol implements Protocol {
    static final Role CALLER = new Role("caller");
    static final Role ANSWERER = new Role("answerer");

    /** A key of the registry's section: how often a caller asks before it gives up. */
    static final String ATTEMPTS = "attempts";

    private static final List<TestCase> TEST_CASES = List.of(
            new EchoTestCase(
                    "echo",
                    "E",
                    "The words come back as they were sent",
                    "simple-p2p --delay=15ms --bandwidth=10Mbps --queue=25"),
            new EchoTestCase(
                    "lossy-echo",
                    "L",
                    "The words come back though the network loses datagrams",
                    "drop-rate --delay=15ms --bandwidth=10Mbps --queue=25 --rate_to_client=50 --rate_to_server=50"));

    /** For {@link java.util.ServiceLoader}. */
    public EchoProtocol() {}

    @Override
    public String name() {
        return "echo";
    }

    @Override
    public String title() {
        return "Echo";
    }

    @Override
    public Role clientRole() {
        return CALLER;
    }

    @Override
    public Role serverRole() {
        return ANSWERER;
    }

    /** Roles, images and variables as in every section, and {@code attempts}. */
    @Override
    public RegistrySection registrySection() {
        return RegistrySection.of(name(), List.of(CALLER, ANSWERER)).withKey(ATTEMPTS, """
                        {
                          "type": "integer",
                          "minimum": 1,
                          "description": "How often a caller asks before it gives up; 20 by default."
                        }""");
    }

    @Override
    public Contract contract() {
        return new EchoContract();
    }

    @Override
    public List<TestCase> testCases() {
        return TEST_CASES;
    }
}
