package org.bindhost.itests.felix;

import org.bindhost.itests.cases.NamesCases;
import org.junit.runner.RunWith;
import org.ops4j.pax.exam.Configuration;
import org.ops4j.pax.exam.Option;
import org.ops4j.pax.exam.junit.PaxExam;
import org.ops4j.pax.exam.spi.reactors.ExamReactorStrategy;
import org.ops4j.pax.exam.spi.reactors.PerClass;

/** Names in Felix. */
@RunWith(PaxExam.class)
@ExamReactorStrategy(PerClass.class)
public final class NamesIT extends NamesCases {

    @Configuration
    public Option[] framework() {
        return new Option[] {Felix.framework()};
    }
}
