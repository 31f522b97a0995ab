package dev.interop.engine;

import dev.interop.config.Settings;
import dev.interop.plan.Plan;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;
import org.junit.platform.engine.DiscoverySelector;

/**
 * Selects a matrix that is planned already, so that the command line runs exactly the plan that it has shown to the
 * user. IDEs and build tools select classes, which the engine plans.
 *
 * @param testClass the class that the matrix is shown as
 * @param settings the settings of the run
 * @param plan its plan
 */
@API(status = Status.INTERNAL)
public record PlannedMatrix(Class<?> testClass, Settings settings, Plan plan) implements DiscoverySelector {}
