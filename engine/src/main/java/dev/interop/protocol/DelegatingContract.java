package dev.interop.protocol;

import java.time.Duration;
import java.util.List;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/** A contract that delegates to another one, such as {@link RunnerContract}, whatever it does not override. */
@API(status = Status.EXPERIMENTAL)
public interface DelegatingContract extends Contract {
    /** The other contract. */
    Contract base();

    @Override
    default ServerAddress server() {
        return base().server();
    }

    @Override
    default boolean answersQuic() {
        return base().answersQuic();
    }

    @Override
    default NetworkSetup networkSetup() {
        return base().networkSetup();
    }

    @Override
    default CertificateChain certificate(TestCase test) {
        return base().certificate(test);
    }

    @Override
    default Duration grace() {
        return base().grace();
    }

    @Override
    default Layout layout() {
        return base().layout();
    }

    @Override
    default List<String> requests(EndpointPairing pairing) {
        return base().requests(pairing);
    }

    @Override
    default EndpointSetup client(EndpointPairing pairing) {
        return base().client(pairing);
    }

    @Override
    default EndpointSetup server(EndpointPairing pairing) {
        return base().server(pairing);
    }

    @Override
    default ReportRequirements reportRequirements() {
        return base().reportRequirements();
    }
}
