package org.bindhost.bind;

import static java.util.Objects.requireNonNull;

/**
 * How urgent a bind is among all binds of the framework: its class decides, and within a class the
 * weights decide the shares.
 *
 * <p>Source: {@code IBinding::SetPriority}, which borrowed thread priorities and left the policy
 * open.
 *
 * @param priorityClass the class
 * @param weight the share within the class, 1 to 256
 */
public record Priority(PriorityClass priorityClass, int weight) implements Comparable<Priority> {

    /** The largest weight. */
    public static final int MAX_WEIGHT = 256;

    /** The weight of those who name none. */
    public static final int USUAL_WEIGHT = 16;

    /** Urgent, with the usual weight. */
    public static final Priority URGENT = new Priority(PriorityClass.URGENT, USUAL_WEIGHT);

    /** The usual priority (F-05). */
    public static final Priority NORMAL = new Priority(PriorityClass.NORMAL, USUAL_WEIGHT);

    /** In the background, with the usual weight. */
    public static final Priority BACKGROUND = new Priority(PriorityClass.BACKGROUND, USUAL_WEIGHT);

    /** Checks the weight. */
    public Priority {
        requireNonNull(priorityClass, "priorityClass");
        if (weight < 1 || weight > MAX_WEIGHT) {
            throw new IllegalArgumentException(
                    "a weight is 1 to " + MAX_WEIGHT + ", not " + weight);
        }
    }

    /**
     * Compares by urgency.
     *
     * @param other the priority to compare with
     * @return negative if this one goes first
     */
    @Override
    public int compareTo(Priority other) {
        int byClass = priorityClass.compareTo(other.priorityClass);
        return byClass != 0 ? byClass : Integer.compare(other.weight, weight);
    }
}
