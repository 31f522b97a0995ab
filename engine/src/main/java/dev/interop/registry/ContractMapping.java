package dev.interop.registry;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/**
 * Where an endpoint departs from its protocol's endpoint contract in words only, so that no adapter is needed (MoQT).
 *
 * @param args the arguments of its container's command, in the place of the image's own; empty for those
 * @param path the path of the relay's URL, from its slash; empty for none
 * @param cases our name of a test case → its name
 * @param values variable → our value → its value
 * @param draftEnv the variable that gets the draft that a pair speaks, if it wants one
 */
@API(status = Status.EXPERIMENTAL)
public record ContractMapping(
        List<String> args,
        Optional<String> path,
        Map<String, String> cases,
        Map<String, Map<String, String>> values,
        Optional<String> draftEnv) {
    /** The contract's own words. */
    public static final ContractMapping NONE =
            new ContractMapping(List.of(), Optional.empty(), Map.of(), Map.of(), Optional.empty());

    public ContractMapping {
        args = List.copyOf(args);
        cases = Map.copyOf(cases);
        values = values.entrySet().stream()
                .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, it -> Map.copyOf(it.getValue())));
    }

    /** Its name of the test case that we call so. */
    public String caseName(String ours) {
        return cases.getOrDefault(ours, ours);
    }

    /** Its value of a variable where ours is this. */
    public String value(String variable, String ours) {
        return values.getOrDefault(variable, Map.of()).getOrDefault(ours, ours);
    }
}
