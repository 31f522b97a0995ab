package dev.interop.registry;

import java.util.Optional;
import java.util.regex.Pattern;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/**
 * A release of an implementation or a build, as in {@code quic-go@v0.60.0}. No registered name contains {@code @}.
 *
 * @param name the name of the implementation or build
 * @param release the release, as its package registry spells it
 */
@API(status = Status.INTERNAL)
public record ReleaseName(String name, String release) {
    private static final String SEPARATOR = "@";
    /** An image's digest, {@code x@sha256:…}, is none. */
    private static final Pattern SYNTAX = Pattern.compile("([a-z0-9][a-z0-9.-]*)@([A-Za-z0-9][A-Za-z0-9._+~-]*)");

    private static final Pattern NOT_IN_TAG = Pattern.compile("[^A-Za-z0-9_.-]");
    private static final Pattern TAG = Pattern.compile(":[^:/]*$");

    /** Reads {@code NAME@RELEASE}; empty for any other text. */
    public static Optional<ReleaseName> parse(String text) {
        var matcher = SYNTAX.matcher(text);
        return matcher.matches() ? Optional.of(new ReleaseName(matcher.group(1), matcher.group(2))) : Optional.empty();
    }

    /** The name alone: that of all releases of {@code name}, which may be one. */
    public static String withoutRelease(String name) {
        return parse(name).map(ReleaseName::name).orElse(name);
    }

    /** The reference of the release's image: that of the build's image, with the release as its tag. */
    public String image(String image) {
        return TAG.matcher(image).replaceFirst("")
                + ":"
                + NOT_IN_TAG.matcher(release).replaceAll("_");
    }

    /** {@code NAME@RELEASE}. */
    public String text() {
        return name + SEPARATOR + release;
    }
}
