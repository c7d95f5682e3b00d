package org.bindhost.host;

import java.lang.reflect.Proxy;
import java.util.Map;
import java.util.function.Function;
import org.osgi.framework.Bundle;
import org.osgi.framework.ServiceReference;
import org.osgi.service.component.ComponentContext;

/** Things of a framework that answer the few questions they are asked here, and no others. */
final class Answers {

    private Answers() {}

    static Bundle bundle(String symbolicName) {
        return answering(Bundle.class, Map.of("getSymbolicName", arguments -> symbolicName));
    }

    static ComponentContext usedBy(String bundle) {
        return answering(
                ComponentContext.class, Map.of("getUsingBundle", arguments -> bundle(bundle)));
    }

    /** A reference that ranks by its number. */
    @SuppressWarnings("unchecked") // a proxy knows no type arguments
    static <S> ServiceReference<S> reference(
            String bundle, int ranking, Map<String, Object> properties) {
        return answering(
                ServiceReference.class,
                Map.of(
                        "getBundle", arguments -> bundle(bundle),
                        "getProperty",
                                arguments ->
                                        arguments[0].equals("service.ranking")
                                                ? ranking
                                                : properties.get(arguments[0]),
                        "compareTo", arguments -> ranking - ranking(arguments[0])));
    }

    private static int ranking(Object reference) {
        return (int) ((ServiceReference<?>) reference).getProperty("service.ranking");
    }

    private static <T> T answering(Class<T> type, Map<String, Function<Object[], Object>> answers) {
        return type.cast(
                Proxy.newProxyInstance(
                        type.getClassLoader(),
                        new Class<?>[] {type},
                        (proxy, method, arguments) -> {
                            if (!answers.containsKey(method.getName())) {
                                throw new UnsupportedOperationException(method.getName());
                            }
                            return answers.get(method.getName()).apply(arguments);
                        }));
    }
}
