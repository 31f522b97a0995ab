package dev.interop.registry;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/**
 * Maps the names and values of the endpoint contract to those of an endpoint, so that an endpoint that differs in names
 * only needs no adapter (MoQT).
 *
 * @param args the arguments of its container's command; empty for the image's own
 * @param path the path of the relay's URL, from its slash; empty for none
 * @param cases the contract's name of a test case → the endpoint's name
 * @param values variable → the contract's value → the endpoint's value
 * @param draftEnv the variable for the draft that a pair speaks, if the endpoint needs one
 */
@API(status = Status.EXPERIMENTAL)
public record ContractMapping(
        List<String> args,
        Optional<String> path,
        Map<String, String> cases,
        Map<String, Map<String, String>> values,
        Optional<String> draftEnv) {
    /** No mapping: the contract's own names and values. */
    public static final ContractMapping NONE =
            new ContractMapping(List.of(), Optional.empty(), Map.of(), Map.of(), Optional.empty());

    public ContractMapping {
        args = List.copyOf(args);
        cases = Map.copyOf(cases);
        values = values.entrySet().stream()
                .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, it -> Map.copyOf(it.getValue())));
    }

    /** The endpoint's name of a test case. */
    public String caseName(String ours) {
        return cases.getOrDefault(ours, ours);
    }

    /** The endpoint's value of a variable that has this value in the contract. */
    public String value(String variable, String ours) {
        return values.getOrDefault(variable, Map.of()).getOrDefault(ours, ours);
    }
}
