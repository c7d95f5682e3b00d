package org.bindhost.itests.cases;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertThrows;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.bindhost.bind.BindException;
import org.bindhost.bind.BindException.Reason;
import org.bindhost.moniker.Moniker;
import org.bindhost.moniker.MonikerSyntaxException;
import org.junit.After;
import org.junit.Before;
import org.junit.Test;
import org.osgi.framework.FrameworkUtil;
import org.osgi.service.cm.Configuration;
import org.osgi.service.cm.ConfigurationAdmin;

/** TLS and HTTP/2, which find their parts by class loaders and so depend on the framework. */
public abstract class SecureCases extends FrameworkCases {

    private static final byte[] BYTES = Bytes.random(5, 2_000_001);

    private SecureSite secure;
    private Configuration configuration;

    @Before
    public final void openSecureSite() throws Exception {
        secure = new SecureSite(BYTES);
        secure.start();
        configuration =
                platform.service(ConfigurationAdmin.class)
                        .getConfiguration("org.bindhost.url", "?");
    }

    @After
    public final void closeSecureSite() throws Exception {
        configuration.delete();
        secure.close();
    }

    @Test
    public void http2IsNegotiatedWithASiteThatIsTrusted() throws Exception {
        configuration.update(
                FrameworkUtil.asDictionary(
                        Map.of(
                                "trust.store",
                                secure.keys().toString(),
                                ".trust.store.password",
                                SecureSite.PASSWORD)));
        Eventually.holds("the site is trusted", this::isBound);

        assertEquals(Bytes.sha256(BYTES), sha256(plainHost(), name()));
        assertEquals(List.of("HTTP/2.0"), secure.protocols().stream().distinct().toList());
    }

    @Test
    public void aSiteThatIsNotTrustedIsNotSpokenTo() throws Exception {
        Moniker name = name();

        var failure = assertThrows(BindException.class, () -> sha256(plainHost(), name));

        assertEquals(failure.getMessage(), Reason.UNREACHABLE, failure.reason());
        assertEquals(List.of(), secure.protocols());
    }

    private Moniker name() throws MonikerSyntaxException {
        return plainHost().createMoniker(secure.url());
    }

    /** The driver is another one once its configuration has arrived. */
    private boolean isBound() {
        try {
            return sha256(plainHost(), name()).equals(Bytes.sha256(BYTES));
        } catch (BindException | MonikerSyntaxException e) {
            return false;
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
