package dev.interop.cli.doctor.simulator;

import dev.interop.cli.doctor.Diagnosis;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.LongStream;

/** Lists of packets: exactly those are dropped. */
record DroplistMeasurement() implements Measurement {
    private static final List<Long> TO_SERVER = List.of(2L, 3L, 7L, 40L, 41L);
    private static final List<Long> TO_CLIENT = List.of(1L, 20L, 51L);

    @Override
    public String name() {
        return "droplist";
    }

    @Override
    public String scenario() {
        return "droplist --delay=5ms --bandwidth=10Mbps --queue=100 --drops_to_server=" + text(TO_SERVER)
                + " --drops_to_client=" + text(TO_CLIENT);
    }

    @Override
    public String traffic() {
        return "flow:46:30:5";
    }

    @Override
    public List<Diagnosis> judge(Traffic traffic) {
        var arrived = traffic.numbers();
        var toServer = LongStream.rangeClosed(1, traffic.sent())
                .boxed()
                .filter(it -> !arrived.contains(it))
                .toList();
        // The server sends its packets back in the order of their arrival.
        var back = Set.copyOf(traffic.repliedNumbers());
        var toClient = new ArrayList<Long>();
        for (var i = 0; i < arrived.size(); i++) {
            if (!back.contains(arrived.get(i))) {
                toClient.add(i + 1L);
            }
        }
        return List.of(dropped("server", toServer, TO_SERVER), dropped("client", toClient, TO_CLIENT));
    }

    private static Diagnosis dropped(String to, List<Long> seen, List<Long> asked) {
        return MeasuredValue.condition(
                "droplist to " + to,
                seen.equals(asked),
                "dropped %s (asked: %s)".formatted(seen.isEmpty() ? "none" : text(seen), text(asked)));
    }

    private static String text(List<Long> numbers) {
        return numbers.stream().map(String::valueOf).collect(Collectors.joining(","));
    }
}
