package dev.interop.cli;

import dev.interop.UserError;
import dev.interop.cli.build.Builds;
import dev.interop.cli.build.ImageBuild;
import dev.interop.cli.release.PackageIndex;
import dev.interop.cli.release.ReleaseList;
import dev.interop.config.Settings;
import dev.interop.plan.Cell;
import dev.interop.plan.NameFilter;
import dev.interop.plan.Plan;
import dev.interop.plan.Selection;
import dev.interop.protocol.Scenario;
import dev.interop.registry.Implementation;
import dev.interop.registry.ReleaseName;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * The side of a cell whose releases are compared.
 *
 * @param side the side
 * @param name the implementation's name, without a release
 * @param list its releases
 */
record ReleasedSide(Side side, String name, ReleaseList list) {
    /** The sides of a cell. */
    enum Side {
        client,
        server
    }

    /**
     * The only cell of a plan.
     *
     * @throws UserError when it has several
     */
    static Cell onlyCell(Plan plan) {
        if (plan.cells().size() != 1) {
            throw new UserError(
                    "bisect compares one cell, but %d are selected; name one client, one server and one test case%s"
                            .formatted(
                                    plan.cells().size(),
                                    plan.protocol().transports().isEmpty() ? "" : ", and one --route"));
        }
        return plan.cells().get(0);
    }

    /** Whether the cell's network drops or alters packets at random. */
    static boolean isRandom(Cell cell) {
        return cell.protocol()
                .scenario(cell.test())
                .map(Scenario::new)
                .filter(Scenario::isRandom)
                .isPresent();
    }

    /**
     * Finds the side that has both releases.
     *
     * @param wanted the side that the user named
     * @throws UserError when none has, with the nearest releases
     */
    static ReleasedSide find(
            Cell cell, Optional<Side> wanted, String one, String other, Builds builds, PackageIndex index) {
        var refused = new ArrayList<UserError>();
        for (var side : wanted.map(List::of).orElse(List.of(Side.values()))) {
            try {
                return found(side, cell, one, other, builds, index);
            } catch (UserError e) {
                refused.add(e);
            }
        }
        throw refused.get(0);
    }

    private static ReleasedSide found(
            Side side, Cell cell, String one, String other, Builds builds, PackageIndex index) {
        var who = side == Side.client ? cell.client() : cell.server();
        var endpoint = side == Side.client ? cell.clientEndpoint() : cell.serverEndpoint();
        var name = ReleaseName.withoutRelease(who.name());
        var source = endpoint.build()
                .map(ReleaseName::withoutRelease)
                .flatMap(it -> builds.named(it).stream().findFirst())
                .flatMap(ImageBuild::releases)
                .map(ImageBuild.Releases::source)
                .orElseThrow(() -> oneReleaseOnly(side, who));
        index.check(name, one, source);
        index.check(name, other, source);
        return new ReleasedSide(side, name, index.list(source));
    }

    private static UserError oneReleaseOnly(Side side, Implementation who) {
        return new UserError("%s '%s': it has no build with other releases ('versions' in its config.json)"
                .formatted(side, who.name()));
    }

    /** The releases from the older to the newer of these. */
    ReleaseList between(String one, String other) {
        if (one.equals(other)) {
            throw new UserError("--good and --bad both say '%s'; name two releases".formatted(one));
        }
        var order = list.releases();
        return order.indexOf(one) < order.indexOf(other) ? list.between(one, other) : list.between(other, one);
    }

    /** The settings of the cell with this release, and with this seed. */
    Settings with(Settings settings, String release, long seed) {
        var cells = settings.cells();
        var selection = cells.selection();
        var named = new ReleaseName(name, release).text();
        var other = side == Side.client
                ? new Selection(
                        only(selection.clients(), named), selection.servers(), selection.tests(), selection.routes())
                : new Selection(
                        selection.clients(), only(selection.servers(), named), selection.tests(), selection.routes());
        return new Settings(
                settings.registries(),
                new Settings.Cells(
                        cells.protocol(),
                        other,
                        cells.runMode(),
                        cells.shard(),
                        Optional.empty(),
                        OptionalLong.of(seed)),
                settings.gate(),
                settings.execution(),
                settings.images(),
                settings.output(),
                settings.history(),
                settings.caller());
    }

    private static NameFilter only(NameFilter filter, String name) {
        return new NameFilter(filter.option(), List.of(name));
    }
}
