package dev.interop.cli.doctor.simulator;

import dev.interop.protocol.Contract;
import dev.interop.protocol.EndpointPairing;
import dev.interop.protocol.EndpointSetup;
import dev.interop.protocol.Protocol;
import dev.interop.protocol.RunnerTestCase;
import dev.interop.protocol.ServerAddress;
import dev.interop.protocol.TestCase;
import dev.interop.protocol.TestFile;
import dev.interop.verdict.Check;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A measurement as a cell of a protocol of its own, so that it has the networks and limits of any cell.
 *
 * @param measurement the measurement
 */
record TrafficProtocol(Measurement measurement) implements Protocol, Contract {
    @Override
    public String name() {
        return "simulator";
    }

    @Override
    public String title() {
        return "simulator";
    }

    @Override
    public Contract contract() {
        return this;
    }

    @Override
    public List<TestCase> testCases() {
        return List.of(new MeasuredCase(measurement));
    }

    @Override
    public ServerAddress server() {
        return new ServerAddress("server", 443);
    }

    @Override
    public NetworkSetup networkSetup() {
        return NetworkSetup.ENDPOINT;
    }

    @Override
    public List<String> requests(EndpointPairing pairing) {
        return List.of();
    }

    @Override
    public EndpointSetup client(EndpointPairing pairing) {
        return new EndpointSetup(Map.of("ROLE", "client", "TRAFFIC", measurement.traffic()), List.of(), List.of());
    }

    @Override
    public EndpointSetup server(EndpointPairing pairing) {
        return new EndpointSetup(Map.of("ROLE", "server"), List.of(), List.of());
    }

    /** The measurement as a test case. */
    private record MeasuredCase(Measurement measurement) implements RunnerTestCase {
        @Override
        public String name() {
            return measurement.name();
        }

        @Override
        public String letter() {
            return "S";
        }

        @Override
        public String description() {
            return measurement.name();
        }

        @Override
        public String clientTestcase() {
            return name();
        }

        @Override
        public String serverTestcase() {
            return name();
        }

        @Override
        public Optional<String> scenario() {
            return Optional.of(measurement.scenario());
        }

        @Override
        public List<TestFile> files() {
            return List.of();
        }

        @Override
        public List<Check> checks() {
            return List.of();
        }
    }
}
