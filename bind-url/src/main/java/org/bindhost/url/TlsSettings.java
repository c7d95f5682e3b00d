package org.bindhost.url;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.CertificateFactory;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509TrustManager;
import org.eclipse.jetty.util.ssl.SslContextFactory;

/**
 * Whom to trust, and who we are. The names of hosts are always checked.
 *
 * @param trust the certificates to trust in place of the JDK's
 * @param authorities a PEM file of certificates to trust as well
 * @param keys the key that servers are shown which want to see one
 */
record TlsSettings(Optional<KeyFile> trust, Optional<Path> authorities, Optional<KeyFile> keys) {

    static final TlsSettings USUAL =
            new TlsSettings(Optional.empty(), Optional.empty(), Optional.empty());

    TlsSettings trusting(KeyFile store) {
        return new TlsSettings(Optional.of(store), authorities, keys);
    }

    SslContextFactory.Client factory() throws IOException, GeneralSecurityException {
        var tls = new SslContextFactory.Client(false);
        tls.setEndpointIdentificationAlgorithm("HTTPS");
        tls.setIncludeProtocols("TLSv1.3", "TLSv1.2");
        if (trust.isPresent() || authorities.isPresent()) {
            tls.setTrustStore(trusted());
        }
        if (keys.isPresent()) {
            tls.setKeyStore(keys.get().load());
            tls.setKeyStorePassword(keys.get().password());
        }
        return tls;
    }

    private KeyStore trusted() throws IOException, GeneralSecurityException {
        var store = KeyStore.getInstance("PKCS12");
        store.load(null, null);
        if (trust.isPresent()) {
            store = trust.get().load();
        } else {
            add(store, "jdk", List.of(usual().getAcceptedIssuers()));
        }
        if (authorities.isPresent()) {
            try (var in = Files.newInputStream(authorities.get())) {
                add(store, "pem", CertificateFactory.getInstance("X.509").generateCertificates(in));
            }
        }
        return store;
    }

    private static X509TrustManager usual() throws GeneralSecurityException {
        var factory = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        factory.init((KeyStore) null);
        for (TrustManager manager : factory.getTrustManagers()) {
            if (manager instanceof X509TrustManager usual) {
                return usual;
            }
        }
        throw new GeneralSecurityException("the JDK trusts nobody");
    }

    private static void add(
            KeyStore store, String name, Collection<? extends java.security.cert.Certificate> all)
            throws GeneralSecurityException {
        int number = 0;
        for (var certificate : all) {
            store.setCertificateEntry(name + number, certificate);
            number++;
        }
    }
}
