package dev.interop.cli.doctor.simulator;

import dev.interop.cli.doctor.Diagnosis;
import java.util.List;

/** Traffic through one scenario, and what it has to show. */
interface Measurement {
    /** The name, one word. */
    String name();

    /** The simulator's scenario and its options. */
    String scenario();

    /** The client's steps, see {@code traffic.pl}. */
    String traffic();

    /** Compares what was seen with what was asked for. */
    List<Diagnosis> judge(Traffic traffic);
}
