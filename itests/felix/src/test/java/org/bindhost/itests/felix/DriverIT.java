package org.bindhost.itests.felix;

import org.bindhost.itests.cases.DriverCases;
import org.junit.runner.RunWith;
import org.ops4j.pax.exam.Configuration;
import org.ops4j.pax.exam.Option;
import org.ops4j.pax.exam.junit.PaxExam;
import org.ops4j.pax.exam.spi.reactors.ExamReactorStrategy;
import org.ops4j.pax.exam.spi.reactors.PerClass;

/** Drivers that come and go in Felix. */
@RunWith(PaxExam.class)
@ExamReactorStrategy(PerClass.class)
public final class DriverIT extends DriverCases {

    @Configuration
    public Option[] framework() {
        return new Option[] {Felix.framework()};
    }
}
