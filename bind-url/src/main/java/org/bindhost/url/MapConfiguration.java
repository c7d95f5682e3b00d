package org.bindhost.url;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.HashSet;
import java.util.Map;

/** A configuration from a map, by the names that it has in a framework: {@code connect.millis}. */
final class MapConfiguration {

    private MapConfiguration() {}

    /**
     * Reads a map.
     *
     * @param type the configuration's annotation
     * @param values whole numbers, texts, truths and arrays of texts
     * @throws IllegalArgumentException if a name is unknown, or a value is of another type or out
     *     of its range
     */
    static <T> T of(Class<T> type, Map<String, ?> values) {
        var unknown = new HashSet<>(values.keySet());
        for (Method method : type.getDeclaredMethods()) {
            String name = name(method);
            unknown.remove(name);
            if (values.containsKey(name)) {
                fitting(method, values.get(name)); // now rather than later
            }
        }
        if (!unknown.isEmpty()) {
            throw new IllegalArgumentException("there is nothing to configure named " + unknown);
        }
        Map<String, Object> copy = Map.copyOf(values);
        InvocationHandler answers =
                (proxy, method, arguments) ->
                        method.getDeclaringClass() == type
                                ? fitting(
                                        method,
                                        copy.getOrDefault(name(method), method.getDefaultValue()))
                                : type.getSimpleName(); // no text shows what is in it
        return type.cast(
                Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, answers));
    }

    /** As the specification of declarative services has it. */
    private static String name(Method method) {
        return method.getName().replace('_', '.');
    }

    private static Object fitting(Method method, Object value) {
        Class<?> type = method.getReturnType();
        if (type == long.class && isIntegral(value)) {
            return ((Number) value).longValue();
        }
        if (type == int.class && isIntegral(value)) {
            int number = ((Number) value).intValue();
            if (number == ((Number) value).longValue()) {
                return number;
            }
        }
        boolean fits =
                type.isInstance(value) || (type == boolean.class && value instanceof Boolean);
        if (!fits) {
            throw new IllegalArgumentException(
                    name(method) + " is of type " + type.getSimpleName());
        }
        return value;
    }

    private static boolean isIntegral(Object value) {
        return value instanceof Integer
                || value instanceof Long
                || value instanceof Short
                || value instanceof Byte;
    }
}
