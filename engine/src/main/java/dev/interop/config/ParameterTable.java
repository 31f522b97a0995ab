package dev.interop.config;

import dev.interop.protocol.Protocols;
import java.util.List;
import java.util.stream.Stream;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/**
 * The one table that settings, the annotation, the command line's options, {@code list parameters} and the reference
 * page are made from.
 */
@API(status = Status.INTERNAL)
public final class ParameterTable {
    private static final List<Parameter<?>> COMMON = Stream.of(
                    MatrixParameters.ALL,
                    GateParameters.ALL,
                    ExecutionParameters.ALL,
                    OutputParameters.ALL,
                    HistoryParameters.ALL,
                    ImageParameters.ALL)
            .flatMap(List::stream)
            .toList();

    private ParameterTable() {}

    /** The parameters of every run, in the order in which they are shown. */
    public static List<Parameter<?>> common() {
        return COMMON;
    }

    /** The parameters that the installed protocols have of their own. */
    public static List<Parameter<String>> ofProtocols() {
        return Protocols.installed().all().stream()
                .flatMap(it -> it.parameters().stream())
                .map(Parameter::of)
                .toList();
    }

    /** Every parameter, in the order in which they are shown. */
    public static List<Parameter<?>> all() {
        return Stream.<Parameter<?>>concat(COMMON.stream(), ofProtocols().stream())
                .toList();
    }
}
