import java.io.File;
import org.tap4j.consumer.TapConsumer;
import org.tap4j.consumer.TapConsumerFactory;
import org.tap4j.model.TestSet;

/** Reads a file with tap4j, diagnostics and subtests parsed, and prints the counts. */
public class Tap4j {
    public static void main(String[] arguments) {
        TapConsumer consumer = TapConsumerFactory.makeTap13YamlConsumer();
        TestSet tests = consumer.load(new File(arguments[0]));
        System.out.println(tests.getNumberOfTestResults() + " points, "
                + (tests.containsNotOk() || tests.containsBailOut() ? "not ok" : "ok"));
    }
}
