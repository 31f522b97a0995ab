package dev.interop.engine;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;
import org.junit.platform.commons.annotation.Testable;

/**
 * Makes a class a matrix: each client against each server in each test case is a test. The class needs no content. An
 * empty attribute means the default of {@link dev.interop.config.Parameter}. A system property or JUnit configuration
 * parameter of the parameter's name overrides the attribute.
 */
@Documented
@Inherited
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.TYPE, ElementType.ANNOTATION_TYPE})
@Testable
@API(status = Status.STABLE)
public @interface InteropTest {
    /** The registry files ({@code interop.registry}). */
    String[] registry() default {};

    /** The protocol ({@code interop.protocol}). */
    String protocol() default "";

    /** The clients ({@code interop.clients}). */
    String[] clients() default {};

    /** The servers ({@code interop.servers}). */
    String[] servers() default {};

    /** The test cases ({@code interop.tests}). */
    String[] tests() default {};

    /** Any further parameters, each as {@code name=value}, such as {@code interop.lanes=1}. */
    String[] parameters() default {};
}
