import java.nio.file.Path;
import javax.xml.parsers.DocumentBuilderFactory;

/** Prints the versions in Maven's metadata of an artifact, one a line. */
final class Versions {
    public static void main(String... files) throws Exception {
        var metadata = DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(Path.of(files[0]).toFile());
        var versions = metadata.getElementsByTagName("version");
        for (var index = 0; index < versions.getLength(); index++) {
            System.out.println(versions.item(index).getTextContent().strip());
        }
    }
}
