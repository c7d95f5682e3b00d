package org.bindhost.url;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.Optional;
import org.bindhost.moniker.MonikerPart;
import org.bindhost.spi.MonikerClass;
import org.bindhost.spi.Recognition;
import org.junit.jupiter.api.Test;

/** Whoever has no international hosts does not pay for them. */
class IcuComesLateTest {

    /** Loads the driver anew, and nothing of ICU. */
    private static final class WithoutIcu extends ClassLoader {

        private WithoutIcu() {
            super(IcuComesLateTest.class.getClassLoader());
        }

        @Override
        protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
            if (name.startsWith("com.ibm.icu.")) {
                throw new ClassNotFoundException(name);
            }
            if (!name.startsWith("org.bindhost.url.") || findLoadedClass(name) != null) {
                return super.loadClass(name, resolve);
            }
            try (var in = getResourceAsStream(name.replace('.', '/') + ".class")) {
                byte[] bytes = in.readAllBytes();
                return defineClass(name, bytes, 0, bytes.length);
            } catch (IOException e) {
                throw new ClassNotFoundException(name, e);
            }
        }
    }

    private final Optional<MonikerPart> nothing = Optional.empty();

    @Test
    void onlyAnInternationalHostNeedsIcu() throws Exception {
        var type = new WithoutIcu().loadClass(UrlMonikerClass.class.getName());
        var urls = (MonikerClass) type.getConstructor().newInstance();

        try (var closed = (AutoCloseable) urls) {
            assertThat(closed).isNotInstanceOf(UrlMonikerClass.class);
            assertThat(urls.recognize("http://u:p@Axn--b.%41_b:80/\u00e4?\u00e4#\u00e4", nothing))
                    .isInstanceOf(Recognition.Found.class);
            assertThat(urls.recognize("http://a b/", nothing))
                    .isInstanceOf(Recognition.Malformed.class);
            assertThatThrownBy(() -> urls.recognize("http://\u00e4/", nothing))
                    .isInstanceOf(NoClassDefFoundError.class);
        }
    }
}
