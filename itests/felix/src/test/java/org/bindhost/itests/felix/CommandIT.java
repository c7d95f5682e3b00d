package org.bindhost.itests.felix;

import java.io.InputStream;
import java.io.PrintStream;
import org.apache.felix.service.command.CommandProcessor;
import org.bindhost.itests.cases.CommandCases;
import org.junit.runner.RunWith;
import org.ops4j.pax.exam.Configuration;
import org.ops4j.pax.exam.Option;
import org.ops4j.pax.exam.junit.PaxExam;
import org.ops4j.pax.exam.spi.reactors.ExamReactorStrategy;
import org.ops4j.pax.exam.spi.reactors.PerClass;

/** The shell of Felix. */
@RunWith(PaxExam.class)
@ExamReactorStrategy(PerClass.class)
public final class CommandIT extends CommandCases {

    @Configuration
    public Option[] framework() {
        return new Option[] {Felix.framework()};
    }

    @Override
    protected void execute(String line, InputStream in, PrintStream printed, PrintStream failures)
            throws Exception {
        try (var session = service(CommandProcessor.class).createSession(in, printed, failures)) {
            session.execute(line);
        }
    }
}
