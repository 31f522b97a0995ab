package dev.interop.cli;

import dev.interop.UserError;
import dev.interop.config.MatrixParameters;
import dev.interop.plan.Shard;
import dev.interop.run.Matrix;
import dev.interop.run.ShardMerge;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Writes the results of shards as those of one run. */
@Command(
        name = "merge",
        description = {
            "Write the results of shards as those of one run: cells.jsonl, result.json, matrix.md, recordings. Runs nothing.",
            "The options that select cells are those of the shards, without --shard."
        },
        modelTransformer = ParameterOptionsModel.class,
        mixinStandardHelpOptions = true)
final class MergeCommand implements Callable<Integer> {
    @Parameters(arity = "1..*", paramLabel = "DIR", description = "The folders of the shards.")
    private List<String> shards;

    @Mixin
    private MatrixOptions options;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        var settings = options.settings();
        if (!settings.cells().shard().equals(Shard.WHOLE)) {
            throw new UserError(MatrixParameters.SHARD.key() + ": the plan of a merge is the whole one; leave it out");
        }
        var from = UserFolder.of(System.getProperties());
        var plan = Matrix.read(settings).plan();
        var merge = ShardMerge.of(plan, shards.stream().map(from::resolve).toList());
        var progress = MatrixSession.progress(spec.commandLine().getOut(), settings);
        var missing = merge.missing();
        if (!missing.isEmpty()) {
            progress.note("%s of %s cells are in none of these folders, the first of them %s; they are left out"
                    .formatted(
                            missing.size(), plan.all().count(), missing.get(0).id()));
        }
        return ExitCode.ofRuns(List.of(merge.write(settings, progress)));
    }
}
