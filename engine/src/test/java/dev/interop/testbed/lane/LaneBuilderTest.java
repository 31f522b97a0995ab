package dev.interop.testbed.lane;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.interop.testbed.cleanup.Owner;
import dev.interop.testbed.concurrent.SimulatedTime;
import dev.interop.testbed.docker.ContainerBackend;
import dev.interop.testbed.docker.EngineFailure;
import dev.interop.testbed.docker.FakeContainerBackend;
import dev.interop.testbed.docker.ForwardingBackend;
import dev.interop.testbed.docker.NetworkSpec;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class LaneBuilderTest {
    private final FakeContainerBackend engine = new FakeContainerBackend(new SimulatedTime());
    private final List<String> said = new ArrayList<>();

    /** Engine 20.10 refuses it as "failed to allocate gateway: Address already in use", others by other words. */
    @ParameterizedTest
    @EnumSource(
            value = EngineFailure.Kind.class,
            names = {"SUBNET_TAKEN", "CONFLICT", "REFUSED"})
    void addressesThatAnotherNetworkHasAreLeftToItHoweverTheEngineRefuses(EngineFailure.Kind kind) {
        engine.createNetwork(new NetworkSpec("theirs", "193.167.0", "fd00:cafe:cafe:0", Map.of()));

        var lane = builder(new Worded(engine, kind)).next();

        assertThat(lane.number()).isEqualTo(1);
        assertThat(said).containsExactly("subnet 193.167.0.0/24 is used by network 'theirs': trying the next lane");
    }

    @Test
    void anyOtherRefusalEndsTheRun() {
        var refusing = new ForwardingBackend(engine) {
            @Override
            public String createNetwork(NetworkSpec spec) {
                throw new EngineFailure(EngineFailure.Kind.REFUSED, "no network driver");
            }
        };

        assertThatThrownBy(() -> builder(refusing).next()).hasMessage("no network driver");
        assertThat(said).isEmpty();
    }

    private LaneBuilder builder(ContainerBackend backend) {
        return new LaneBuilder(backend, Owner.current("lanes"), said::add);
    }

    /** Refuses addresses that are in use as failures of one kind. */
    private static final class Worded extends ForwardingBackend {
        private final EngineFailure.Kind kind;

        Worded(ContainerBackend backend, EngineFailure.Kind kind) {
            super(backend);
            this.kind = kind;
        }

        @Override
        public String createNetwork(NetworkSpec spec) {
            try {
                return super.createNetwork(spec);
            } catch (EngineFailure e) {
                throw new EngineFailure(kind, e.getMessage());
            }
        }
    }
}
