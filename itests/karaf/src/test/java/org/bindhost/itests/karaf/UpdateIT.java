package org.bindhost.itests.karaf;

import org.bindhost.itests.cases.UpdateCases;
import org.junit.runner.RunWith;
import org.ops4j.pax.exam.Configuration;
import org.ops4j.pax.exam.Option;
import org.ops4j.pax.exam.junit.PaxExam;
import org.ops4j.pax.exam.spi.reactors.ExamReactorStrategy;
import org.ops4j.pax.exam.spi.reactors.PerClass;

/** What a driver leaves behind in Karaf. */
@RunWith(PaxExam.class)
@ExamReactorStrategy(PerClass.class)
public final class UpdateIT extends UpdateCases {

    @Configuration
    public Option[] framework() {
        return new Option[] {Karaf.withFeature("bindhost")};
    }
}
