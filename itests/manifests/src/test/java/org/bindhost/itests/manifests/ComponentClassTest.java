package org.bindhost.itests.manifests;

import static org.assertj.core.api.Assertions.assertThat;

import aQute.bnd.osgi.Analyzer;
import aQute.bnd.osgi.Clazz;
import aQute.bnd.osgi.Jar;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What Declarative Services asks of the class of a component, seen in the finished bundle: a class
 * that is not public is noticed only when the component is wanted. And what we ask: it is final.
 */
class ComponentClassTest {

    private static final Pattern IMPLEMENTATION =
            Pattern.compile("<implementation\\s+class=\"([^\"]+)\"");

    /** A component of a bundle. */
    record Component(BundleJar bundle, String className) {
        @Override
        public String toString() {
            return className;
        }
    }

    static List<Component> components() throws Exception {
        var components = new ArrayList<Component>();
        for (BundleJar bundle : BundleJar.all()) {
            try (var jar = new Jar(bundle.file().toFile())) {
                for (String description : bundle.components()) {
                    components.add(new Component(bundle, implementation(jar, description)));
                }
            }
        }
        return components;
    }

    private static String implementation(Jar jar, String description) throws Exception {
        var xml = new String(jar.getResource(description).buffer().array(), StandardCharsets.UTF_8);
        var matcher = IMPLEMENTATION.matcher(xml);
        assertThat(matcher.find()).as(description).isTrue();
        return matcher.group(1);
    }

    @ParameterizedTest
    @MethodSource("components")
    void isPublicAndFinalAndCanBeMade(Component component) throws Exception {
        try (var analyzer = new Analyzer(new Jar(component.bundle().file().toFile()))) {
            Clazz found = read(analyzer, component.className());

            assertThat(found.isPublic()).as("public").isTrue();
            assertThat(found.isFinal()).as("final").isTrue();
            assertThat(found.methods())
                    .as("public constructors")
                    .anyMatch(method -> method.isConstructor() && method.isPublic());
        }
    }

    private static Clazz read(Analyzer analyzer, String className) throws Exception {
        String path = className.replace('.', '/') + ".class";
        var clazz = new Clazz(analyzer, path, analyzer.getJar().getResource(path));
        clazz.parseClassFile();
        return clazz;
    }
}
