plugins {
    java
}

repositories {
    // Where `mvn install -pl engine -am -Dmaven.test.skip` of a checkout puts Interop Engine until there is a release.
    mavenLocal()
    mavenCentral()
}

java {
    sourceCompatibility = JavaVersion.VERSION_17
    targetCompatibility = JavaVersion.VERSION_17
}

dependencies {
    testImplementation(platform("dev.interop:interop-bom:0.1.0-SNAPSHOT"))
    testImplementation("dev.interop:interop-engine")
    // Gradle does not bring the launcher of the version that the tests have.
    testRuntimeOnly("org.junit.platform:junit-platform-launcher:1.14.4")
}

tasks.test {
    useJUnitPlatform {
        // The matrix alone; leave this out where tests of other engines run as well.
        includeEngines("interop")
    }
    // A matrix depends on images and on the network's seed, which Gradle does not see.
    outputs.upToDateWhen { false }
    // -Dinterop.clients=… on Gradle's command line: the tests run in a JVM of their own.
    systemProperties(System.getProperties().stringPropertyNames()
        .filter { it.startsWith("interop.") }
        .associateWith { System.getProperty(it) })
    // Gradle's daemon runs many builds: each gets a name, so that the runs of one are shown together.
    systemProperty("interop.out.build", gradle.startParameter.taskNames.joinToString(" ") + " " + System.currentTimeMillis())
    testLogging {
        events("passed", "failed", "skipped")
    }
}
