package org.bindhost.itests.karaf;

import static org.junit.Assume.assumeTrue;

import java.io.InputStream;
import java.io.PrintStream;
import org.apache.karaf.shell.api.console.SessionFactory;
import org.bindhost.itests.cases.CommandCases;
import org.junit.Before;
import org.junit.runner.RunWith;
import org.ops4j.pax.exam.Configuration;
import org.ops4j.pax.exam.Option;
import org.ops4j.pax.exam.junit.PaxExam;
import org.ops4j.pax.exam.spi.reactors.ExamReactorStrategy;
import org.ops4j.pax.exam.spi.reactors.PerClass;

/** The shell of Karaf. */
@RunWith(PaxExam.class)
@ExamReactorStrategy(PerClass.class)
public final class CommandIT extends CommandCases {

    @Configuration
    public Option[] framework() {
        return new Option[] {Karaf.withFeature("bindhost")};
    }

    /** Karaf 4.4.10 asks whose session it opens in a way that Java 24 no longer answers. */
    @Before
    public void needsASession() {
        assumeTrue(Runtime.version().feature() < 24);
    }

    @Override
    protected void execute(String line, InputStream in, PrintStream printed, PrintStream failures)
            throws Exception {
        try (var session = service(SessionFactory.class).create(in, printed, failures)) {
            session.execute(line);
        }
    }
}
