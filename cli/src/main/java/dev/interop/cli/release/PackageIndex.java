package dev.interop.cli.release;

import com.fasterxml.jackson.core.JsonProcessingException;
import dev.interop.Printable;
import dev.interop.UserError;
import java.net.URI;
import java.nio.file.Path;
import java.util.Optional;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/** Lists the releases of packages by asking their registries. */
@API(status = Status.INTERNAL)
public final class PackageIndex {
    private final Download download;

    /** Fetches the text at an address. */
    @FunctionalInterface
    interface Download {
        /** Throws {@link UserError} when it cannot be fetched. */
        String text(URI address);
    }

    PackageIndex(Download download) {
        this.download = download;
    }

    /**
     * An index that asks the registries themselves.
     *
     * @param ca certificates in PEM that are trusted, if others than Java's
     */
    public static PackageIndex online(Optional<Path> ca) {
        return new PackageIndex(new HttpDownload(ca));
    }

    /**
     * The releases that a build can make.
     *
     * @throws UserError when they cannot be listed
     */
    public ReleaseList list(ReleaseSource source) {
        var address = source.registry().list(source.packageName());
        if (address.isEmpty()) {
            return new ReleaseList(source.names());
        }
        var text = download.text(address.get());
        try {
            return ReleaseList.sorted(source.registry().releases(text).stream()
                    .filter(source::makes)
                    .toList());
        } catch (JsonProcessingException e) {
            throw new UserError("%s: not the list of releases that was expected: %s"
                            .formatted(address.get(), Printable.of(e.getOriginalMessage())))
                    .ofEnvironment();
        }
    }

    /**
     * Checks that there is a release.
     *
     * @throws UserError when there is not, with the nearest ones, or when they cannot be listed
     */
    public void check(String name, String release, ReleaseSource source) {
        var list = list(source);
        if (!list.has(release)) {
            throw new UserError("'%s@%s': %s has no such release; nearest: %s"
                    .formatted(
                            name,
                            Printable.of(release),
                            source.packageName(),
                            String.join(", ", list.nearest(release))));
        }
    }
}
