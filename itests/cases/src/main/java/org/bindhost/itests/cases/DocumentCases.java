package org.bindhost.itests.cases;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertThrows;

import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.bindhost.bind.BindException;
import org.bindhost.bind.BindException.Reason;
import org.bindhost.bind.BindInfo;
import org.bindhost.bind.BindOptions;
import org.bindhost.bind.BindOutcome;
import org.bindhost.bind.BindState;
import org.bindhost.container.BindHost;
import org.bindhost.container.Control;
import org.bindhost.container.ReadyState;
import org.bindhost.itests.client.Heard;
import org.bindhost.moniker.Moniker;
import org.junit.Test;

/** Documents opened by configuration, with controls and data that come over HTTP. */
public abstract class DocumentCases extends FrameworkCases {

    private static final String TEXT = "Grüße aus dem Netz\n".repeat(1_000);
    private static final byte[] LARGE = Bytes.random(1, 8_000_003);

    @Test
    public void aControlShowsTheTextItsDataPathNames() throws Exception {
        site.put("hello.txt", TEXT.getBytes(StandardCharsets.UTF_8));
        try (var document = new OpenDocument(platform, site.base())) {
            Control control = document.container().add("greeting", "text");

            control.setDataPath("source", "hello.txt");
            Eventually.holds(
                    "the text is complete", () -> control.readyState() == ReadyState.COMPLETE);

            assertEquals(TEXT, control.toString());
            var snapshot = document.container().snapshot();
            assertEquals(site.base(), snapshot.base());
            assertEquals(1, snapshot.controls().size());
            assertEquals(ReadyState.COMPLETE, snapshot.controls().get(0).readyState());
        }
    }

    @Test
    public void aControlSaysWhyItHasNoText() throws Exception {
        try (var document = new OpenDocument(platform, site.base())) {
            Control control = document.container().add("greeting", "text");

            control.setDataPath("source", "nowhere.txt");

            Eventually.holds(
                    "the control tells: " + control,
                    () -> control.toString().contains("nowhere.txt"));
        }
    }

    @Test
    public void theHostOfADocumentGivesEqualBytesAsStreamAndAsFile() throws Exception {
        site.put("large.bin", LARGE);
        try (var document = new OpenDocument(platform, site.base())) {
            BindHost host = document.host();
            Moniker large = host.createMoniker("large.bin");

            String asStream = Bytes.sha256(bound(host, large, InputStream.class));
            String asFile = Bytes.sha256(Files.newInputStream(bound(host, large, Path.class)));

            assertEquals(Bytes.sha256(LARGE), asStream);
            assertEquals(Bytes.sha256(LARGE), asFile);
        }
    }

    @Test
    public void whatIsNotThereIsNotFound() throws Exception {
        try (var document = new OpenDocument(platform, site.base())) {
            BindHost host = document.host();
            Moniker nowhere = host.createMoniker("nowhere.bin");

            var failure =
                    assertThrows(
                            BindException.class, () -> bound(host, nowhere, InputStream.class));

            assertEquals(Reason.NOT_FOUND, failure.reason());
        }
    }

    @Test
    public void aDocumentThatIsClosedEndsItsBinds() throws Exception {
        site.put("large.bin", LARGE);
        var heard = new Heard(BindInfo.PUSH);
        var document = new OpenDocument(platform, site.heldBase());
        BindHost host = document.host();
        host.monikerBindToStorage(
                host.createMoniker("large.bin"),
                host.createBindContext(BindOptions.DEFAULT),
                heard,
                InputStream.class);
        heard.data().get(Eventually.PATIENCE.toSeconds(), TimeUnit.SECONDS);

        document.close();

        assertFalse(document.isOpen());
        Eventually.holds("the bind has ended", () -> heard.outcome().isPresent());
        assertEquals(BindState.ABORTED, heard.outcome().map(BindOutcome::state).orElseThrow());
    }
}
