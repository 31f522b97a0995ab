package dev.interop.verdict;

import java.util.OptionalDouble;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/**
 * A verdict, and what the cell measured.
 *
 * @param verdict the verdict
 * @param value the measured value; empty unless the cell succeeded
 */
@API(status = Status.INTERNAL)
public record MeasuredVerdict(Verdict verdict, OptionalDouble value) {}
