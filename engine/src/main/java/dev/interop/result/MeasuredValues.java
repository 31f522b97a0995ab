package dev.interop.result;

import java.util.Optional;
import java.util.OptionalDouble;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/**
 * What was measured of a cell.
 *
 * @param span seconds between the first and the last packet of the client's capture, if there is one
 * @param measurement the measured values, if the test case measures
 */
@API(status = Status.EXPERIMENTAL)
public record MeasuredValues(OptionalDouble span, Optional<Measured> measurement) {}
